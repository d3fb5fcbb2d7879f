package web

import (
	"strings"

	"dateline/app/daywords"
	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/story"
)

// The bounds of a date that a page shows.
const (
	dateBytes = 90 // text of an element that holds a date and little else
	dateRest  = 4  // words beside it
)

// dateMarks are parts of the class, id or name of elements that show when an article was published; otherMarks are those
// of what belongs to other articles, and elements of both are passed over.
var (
	dateMarks    = []string{"date", "time", "publish", "posted", "meta", "tagline", "byline", "fecha", "datum", "data-pub", "pubdate", "info"}
	updateMarks  = []string{"updat", "modif"}
	publishMarks = []string{"publish", "posted", "pubdate", "entry-date", "dt-published", "created", "u-dt"}
	otherMarks   = []string{"related", "recommend", "sidebar", "most-read", "mostread", "popular", "comment", "latest", "ticker", "copyright", "footer", "teaser", "more-from", "trending", "event"}
)

// shown collects the days that a page shows outside its metadata.
type shown struct {
	after bool // the headline was passed
	best  story.DateClue
	rank  int // how surely best is the day of the article; 0 if there is none
	upd   []story.DateClue
}

// look finds the day that a page shows by a <time>, an element marked as a date or its title.
func look(p *extract.Page) *shown {
	s := &shown{}
	p.Walk(s.see)
	if s.rank == 0 {
		s.title(p.Title)
	}
	return s
}

// beside gives the day where none of the clues names it. Where they name a day, it must be the one beside it: a stamp in
// UTC is told apart by it.
func (s *shown) beside(known []story.DateClue) []story.DateClue {
	published := false
	for _, c := range known {
		if c.Source == story.SourceUpdated {
			continue
		}
		published = true
		if gap := s.best.Day - c.Day; gap > 1 || gap < -1 || gap == 0 {
			s.rank = 0
		}
	}
	if s.rank > 0 {
		return []story.DateClue{s.best}
	}
	if !published {
		return s.upd
	}
	return nil
}

func marked(name string, marks []string) bool {
	for _, w := range marks {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// see looks at one element and says whether to look into it.
func (s *shown) see(n *extract.Node) bool {
	switch n.Tag() {
	case "h1":
		s.after = true
		return true
	case "aside", "footer", "blockquote", "script", "style", "form":
		return false
	}
	name := strings.ToLower(n.Attr("class") + " " + n.Attr("id") + " " + n.Attr("itemprop"))
	if marked(name, otherMarks) {
		return false
	}
	stamp := first(n.Attr("datetime"), n.Attr("content"))
	if n.Tag() != "time" && !marked(name, dateMarks) {
		return true
	}
	text, short := n.Short(dateBytes)
	if !short && stamp == "" {
		return true
	}
	rank := 1
	if n.Tag() == "time" {
		rank += 2
	}
	if marked(name, publishMarks) || n.Attr("pubdate") != "" {
		rank++
	}
	if s.after {
		rank++
	}
	c, ok := clueOf(stamp, text, dateRest)
	if !ok {
		return true
	}
	pub, upd := daywords.Says(text)
	switch {
	case upd && !pub || marked(name, updateMarks) && !marked(name, publishMarks):
		c.Source = story.SourceUpdated
		s.upd = append(s.upd, c)
	case rank > s.rank:
		s.best, s.rank = c, rank
	}
	return false
}

// clueOf reads a stamp, else a text that is a date and at most so many words more.
func clueOf(stamp, text string, rest int) (story.DateClue, bool) {
	c := story.DateClue{Source: story.SourceTime, Words: first(text, stamp)}
	var ok bool
	if c.Day, c.Clock, ok = document.ISODay(stamp); ok && stamp != "" {
		return c, true
	}
	if d, found := daywords.Find(text); found && wordsOf(text[:d.Start])+wordsOf(text[d.End:]) <= rest+clockWords {
		c.Day, c.Clock = d.Day, d.Clock
		return c, true
	}
	if len(text) >= 10 && text[0] >= '0' && text[0] <= '9' && wordsOf(text) <= rest+clockWords {
		if c.Day, c.Clock, ok = document.ISODay(text); ok {
			return c, true
		}
	}
	return c, false
}

// clockWords are the words of a clock and a weekday beside a date.
const clockWords = 4

func wordsOf(s string) int { return len(strings.Fields(s)) }

// title looks for a part of the page's title that is a date alone: "Fire in Hull | 9 October 2020 11:12 | The Daily".
func (s *shown) title(title string) {
	for _, part := range strings.Split(title, " | ") {
		d, ok := daywords.Find(part)
		if !ok || strings.ContainsFunc(part[:d.Start]+part[d.End:], isLetter) {
			continue
		}
		s.best, s.rank = story.DateClue{Day: d.Day, Clock: d.Clock, Source: story.SourceTime, Words: part}, 1
		return
	}
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0x80 }

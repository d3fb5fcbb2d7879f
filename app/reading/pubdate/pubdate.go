// Package pubdate says when an article was published: what it states openly, or else what its own words of time and
// the other articles of the story allow, as a best day with an interval and the reasons.
//
//	d := pubdate.New(nil)
//	dates := d.Together([]pubdate.Evidence{d.Gather(doc, t, found, names), …})
package pubdate

import (
	"sort"
	"strings"

	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Find gives the publication date of one article by itself.
func (r *Dater) Find(doc *story.Document, t *token.Text, found []timex.Found) story.Publication {
	p, _ := r.find(doc, t, found)
	return p
}

func (r *Dater) find(doc *story.Document, t *token.Text, found []timex.Found) (story.Publication, []clue) {
	p, bounds := r.explicit(doc, t, found)
	if p.Kind != story.DateUnknown {
		return p, nil
	}
	clues := append(r.gatherClues(t, found), bounds...)
	if limit := limitOf(doc); limit.Bounded() {
		clues = append(clues, clue{kind: clueOpened, from: limit - 1})
	}
	return r.infer(clues), clues
}

// Evidence is what one article tells about publication dates. It is small and holds no pointer into the text.
type Evidence struct {
	Publication story.Publication // of the article by itself
	Title       string            // to name the article in reasons
	Names       []string          // the names in it, in lower case, sorted, each once
	clues       []clue
	acts        []act
	opened      story.Day // 0 if not known
	differs     story.Day // days up to which two dates are the same
}

// Given is the evidence of an article whose day of publication a person has said; what it states itself is kept as a
// reason where it differs.
func (e Evidence) Given(d story.Day) Evidence {
	if !d.Bounded() {
		return e
	}
	own := e.Publication
	e.Publication = story.Publication{Kind: story.DateGiven, Best: d, From: d, To: d, From50: d, To50: d, P: 1,
		Reasons: []story.Reason{story.Why(whyGiven, d.String(), timex.DayInWords(d))}}
	p := &e.Publication
	if e.opened != 0 && d > e.opened+1 {
		p.Reasons = append(p.Reasons, story.Why(whyFuture, timex.DayInWords(e.opened), timex.DayInWords(d)))
	}
	if gap := own.Best - d; sure(&own) && own.Kind != story.DateGiven && (gap > e.differs || gap < -e.differs) && len(own.Reasons) > 0 && len(own.Reasons[0].Args) > 0 {
		p.Reasons = append(p.Reasons, story.Why(whyDiffers, own.Reasons[0].Args[0], timex.DayInWords(own.Best)))
	}
	return e
}

// Gather gives the Evidence of an article. names are the names in it, in any case and order; they say how near to
// each other two articles are.
func (r *Dater) Gather(doc *story.Document, t *token.Text, found []timex.Found, names []string) Evidence {
	e := Evidence{Title: title(doc), opened: doc.Opened, differs: r.w.DiffersDays}
	e.Publication, e.clues = r.find(doc, t, found)
	e.Names = make([]string, 0, len(names))
	for _, n := range names {
		if n = strings.ToLower(strings.TrimSpace(n)); n != "" {
			e.Names = append(e.Names, strings.Clone(n))
		}
	}
	sort.Strings(e.Names)
	k := 0
	for i, n := range e.Names {
		if i == 0 || n != e.Names[k-1] {
			e.Names[k] = n
			k++
		}
	}
	e.Names = e.Names[:k]
	e.acts = r.gatherActs(t, found)
	return e
}

// title is what to call a document in a reason: its title, its first line, or its file, cut to some 60 letters.
func title(doc *story.Document) string {
	s := doc.Title
	if s == "" {
		s, _, _ = strings.Cut(strings.TrimSpace(doc.Text), "\n")
	}
	if s == "" {
		s = doc.File
	}
	s = strings.TrimSpace(s)
	if len(s) <= 60 {
		return strings.Clone(s)
	}
	cut := strings.LastIndexByte(s[:60], ' ')
	if cut < 20 {
		for cut = 57; cut > 0 && s[cut]&0xC0 == 0x80; cut-- {
		}
	}
	return s[:cut] + "…"
}

// Codes of the reasons; app/story/reason_time.go words them.
const (
	whyGiven    = "time.pub.given"
	whyPage     = "time.pub.page"
	whyURL      = "time.pub.url"
	whyLocal    = "time.pub.local"
	whyLine     = "time.pub.line"
	whyDateline = "time.pub.dateline"
	whyUpdated  = "time.pub.updated"
	whyDiffers  = "time.pub.differs"
	whyOrder    = "time.pub.order"
	whyAfter    = "time.pub.after"
	whyBefore   = "time.pub.before"
	whyWeekday  = "time.pub.weekday"
	whyMonth    = "time.pub.month"
	whySibling  = "time.pub.sibling"
	whyPlanned  = "time.pub.planned"
	whyDone     = "time.pub.done"
	whyNothing  = "time.pub.nothing"
	whyFuture   = "time.pub.future"
	whySkipped  = "time.pub.skipped"
	whyDecided  = "time.pub.decided"
	whyOpened   = "time.pub.opened"
	whyLikely   = "time.pub.likely"
	whyHalf     = "time.pub.half"
	whyAgainst  = "time.pub.against"
	whyDisorder = "time.pub.disorder"
	whyDeed     = "time.pub.deed"
	whyOtherDay = "time.pub.otherday"
)

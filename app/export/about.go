package export

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/app/story"
)

// Span says which days a view is of: "12 March 2025 to 15 March 2025", "all dates".
func (w Words) Span(v story.View) string {
	if !v.Period.On {
		return w.Say("all dates")
	}
	return w.Days(v.Period.From, v.Period.To)
}

// ViewInWords is Span with what the filter leaves out.
func (w Words) ViewInWords(s *story.Story, v story.View) string {
	out := w.Span(v)
	if f := w.FilterInWords(s, v.Filter); f != "" {
		out += "; " + f
	}
	return out
}

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// DayInWords is "12 March 2025"; "" for an open end.
func (w Words) DayInWords(d story.Day) string {
	if !d.Bounded() {
		return ""
	}
	if w.In != nil {
		return w.In.Day(d)
	}
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, monthNames[m-1], yearName(y))
}

// Days words an interval: "12 March 2025", "10 March 2025 to 17 March 2025", "until 3 May 2024".
func (w Words) Days(from, to story.Day) string {
	if out, one := w.open(from, to, w.DayInWords); one {
		return out
	}
	return w.Say("{{.From}} to {{.To}}", "From", w.DayInWords(from), "To", w.DayInWords(to))
}

// open words an interval that has one end at most, or is one day; else one is false.
func (w Words) open(from, to story.Day, day func(story.Day) string) (out string, one bool) {
	switch {
	case !from.Bounded() && !to.Bounded():
		return w.Say("no day is known"), true
	case !from.Bounded():
		return w.Say("until {{.Day}}", "Day", day(to)), true
	case !to.Bounded():
		return w.Say("from {{.Day}}", "Day", day(from)), true
	case from == to:
		return day(from), true
	}
	return "", false
}

// ShortDays words an interval as a list does: "12 Mar 2025", "10–15 Mar 2025", "Aug 2024", "2024".
func (w Words) ShortDays(from, to story.Day) string {
	if out, one := w.open(from, to, w.shortDay); one {
		return out
	}
	if w.In != nil {
		return w.In.Interval(from, to)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	switch {
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31 && y1 != y2 && y1 >= 100:
		return yearName(y1) + "–" + yearName(y2)
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31 && y1 != y2:
		return yearName(y1) + " – " + yearName(y2)
	case y1 != y2:
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return yearName(y1)
	case m1 == m2 && d1 == 1 && d2 == story.DaysIn(y2, m2):
		return monthNames[m1-1][:3] + " " + yearName(y1)
	case m1 == m2:
		return fmt.Sprintf("%d–%s", d1, w.shortDay(to))
	default:
		return fmt.Sprintf("%d %s – %s", d1, monthNames[m1-1][:3], w.shortDay(to))
	}
	return w.shortDay(from) + " – " + w.shortDay(to)
}

func (w Words) shortDay(d story.Day) string {
	if w.In != nil {
		return w.In.Interval(d, d)
	}
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, monthNames[m-1][:3], yearName(y))
}

func yearName(y int) string {
	switch {
	case y <= 0:
		return fmt.Sprintf("%d BCE", 1-y)
	case y < 100: // it would be taken for a day
		return fmt.Sprintf("%d CE", y)
	}
	return fmt.Sprint(y)
}

// When words a Moment: its days, or that none is known.
func (w Words) When(m story.Moment) string {
	if !m.Dated() {
		return w.Say("no day is known")
	}
	s := w.Days(m.Earliest, m.Latest)
	if m.Clock != "" {
		s += ", " + m.Clock
	}
	return s
}

// basisWords say how a day is known.
var basisWords = map[story.Basis]string{
	story.BasisNone: "no day is told", story.BasisPublication: "no day is told: counted from the day of publication",
	story.BasisInherited: "the day told of before", story.BasisSentence: "a day in the same sentence", story.BasisClause: "the day that is told with it",
	story.BasisGiven: "a person said so",
}

// HowKnown says how the days of a Moment are known.
func (w Words) HowKnown(m story.Moment) string { return w.Say(basisWords[m.Basis]) }

// Unreal says how something is told of that is not told as something that happened: "planned"; "" for what is.
func (w Words) Unreal(m story.Modality) string {
	switch m {
	case story.ModalDenied:
		return w.Say("denied")
	case story.ModalPlanned:
		return w.Say("planned")
	case story.ModalConditional:
		return w.Say("only possible")
	case story.ModalClaimed:
		return w.Say("claimed")
	case story.ModalOpinion:
		return w.Say("an opinion")
	}
	return ""
}

// HowPlaced says how a place is known: "named in the text", "a country is named: marked at Riyadh".
func (w Words) HowPlaced(at *story.Spot) string {
	switch p := &at.Place; {
	case at.Actor:
		return w.Say("the seat of who speaks or acts")
	case story.Vague(p):
		return w.Say("too wide for a mark")
	case p.Kind.Area() && p.AnchorName != "" && p.AnchorName != p.Name:
		return w.Say("no closer place is named: marked at {{.Place}}", "Place", p.AnchorName)
	case p.Kind.Area():
		return w.Say("no closer place is named")
	}
	return w.Say("named in the text")
}

// CheckedWords says what a person did about something: status is that of rows.Checked.
func (w Words) CheckedWords(status string) string {
	switch status {
	case "verified":
		return w.Say("checked by a person")
	case "corrected":
		return w.Say("corrected by a person")
	case "cannot":
		return w.Say("a person found that it cannot be told")
	}
	return w.Say("read by a program, not checked")
}

// FilterInWords says what a filter leaves out; "" where it hides nothing.
func (w Words) FilterInWords(s *story.Story, f story.Filter) string {
	var out, articles, speakers, places []string
	for _, id := range f.Articles {
		if i := s.ArticleAt(id); i >= 0 {
			articles = append(articles, s.Articles[i].Title)
		}
	}
	for _, id := range f.Speakers {
		if i := s.SpeakerAt(id); i >= 0 {
			speakers = append(speakers, s.Speakers[i].Name)
		}
	}
	for _, id := range f.Places {
		if p, ok := story.PlaceNamed(s, id); ok {
			places = append(places, w.PlaceName(&p))
		}
	}
	add := func(on bool, words string) {
		if on {
			out = append(out, words)
		}
	}
	add(len(articles) > 0, w.Say("only articles {{.Names}}", "Names", strings.Join(articles, ", ")))
	add(len(speakers) > 0, w.Say("only speakers {{.Names}}", "Names", strings.Join(speakers, ", ")))
	add(len(places) > 0, w.Say("only places {{.Names}}", "Names", strings.Join(places, ", ")))
	add(f.Words != "", w.Say("only what holds the words {{.Words}}", "Words", strconv.Quote(f.Words)))
	add(f.Main > 0, w.N("only the {{.N}} main events", f.Main))
	add(f.MinP > 0, w.Say("only what is at least {{.N}} % likely", "N", strconv.FormatFloat(100*f.MinP, 'f', 0, 64)))
	add(f.HideEvents, w.Say("without events"))
	add(f.HideQuotes, w.Say("without quotes"))
	add(f.HideUnreal, w.Say("without what is planned, conditional, denied, claimed or an opinion"))
	add(f.HideActors, w.Say("without who speaks from where"))
	return strings.Join(out, "; ")
}

// Source is an article that a file draws on.
type Source struct {
	Title, Publisher, Author, URL, File string
	Section, Language                   string
	Retrieved                           story.Day // the day, in UTC, on which it was fetched from URL; 0 for what was opened as a file
	Published                           story.Publication
	words                               Words
}

// Sources are the articles of a story.
func (w Words) Sources(s *story.Story) []Source {
	out := make([]Source, 0, len(s.Articles))
	for _, a := range s.Articles {
		x := SourceOf(a)
		x.words = w
		out = append(out, x)
	}
	return out
}

// SourceOf is an article as a source.
func SourceOf(a *story.Article) Source {
	out := Source{Title: a.Title, Publisher: Publisher(a), Author: a.Author(), URL: a.URL, File: a.File, Section: a.Section,
		Language: a.Tag(), Published: a.Published}
	if day, _, ok := strings.Cut(a.Retrieved, "T"); ok {
		out.Retrieved, _ = story.ParseDay(day)
	}
	return out
}

// Day words the day of publication and how it is known.
func (s *Source) Day() string {
	switch p := s.Published; p.Kind {
	case story.DateUnknown:
		return s.words.Say("day of publication unknown")
	case story.DateInferred:
		return s.words.Say("published {{.Day}} (inferred)", "Day", s.words.Days(p.From, p.To))
	default:
		return s.words.Say("published {{.Day}}", "Day", s.words.DayInWords(p.Best))
	}
}

// About says what a file is of: the days, the filter, how much there is, the articles, whose data places and
// map are, and what made it. An empty view says so.
func About(c *Content) []string {
	out := []string{c.Say("Days: {{.Days}}", "Days", c.ViewInWords(c.Story, c.View)), c.Counts(c.View)}
	for _, s := range c.Sources(c.Story) {
		out = append(out, c.Say("Source: {{.Source}}", "Source", s.String()))
	}
	return append(out, c.Attribution, c.MadeWith(c.Generator))
}

// Counts says how much a view shows.
func (w Words) Counts(v story.View) string {
	if len(v.Events)+len(v.Quotes) == 0 {
		return w.Say("Nothing is visible in these days.")
	}
	return w.Count(len(v.Events), "event", "events") + ", " + w.Count(len(v.Quotes), "quote", "quotes")
}

// String is the article in a line: title, author, publisher, day, address.
func (s *Source) String() string {
	return strings.Join(Filled(s.Title, s.Author, s.Publisher, s.Day(), s.URL), ", ")
}

// Clean is a text without control characters, which no format may carry, and without what turns the direction of text
// around; tabs and line ends are spaces.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
			return -1
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}

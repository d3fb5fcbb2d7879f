package export

import (
	"fmt"
	"strings"

	"dateline/app/story"
)

// Span says in plain English which days a view is of: "12 March 2025 to 15 March 2025", "all dates".
func Span(v story.View) string {
	if !v.Period.On {
		return "all dates"
	}
	return Days(v.Period.From, v.Period.To)
}

// ViewInWords is Span with what the filter leaves out.
func ViewInWords(s *story.Story, v story.View) string {
	out := Span(v)
	if f := FilterInWords(s, v.Filter); f != "" {
		out += "; " + f
	}
	return out
}

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// DayInWords is "12 March 2025"; "" for an open end.
func DayInWords(d story.Day) string {
	if !d.Bounded() {
		return ""
	}
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, monthNames[m-1], yearName(y))
}

// Days words an interval: "12 March 2025", "10 March 2025 to 17 March 2025", "until 3 May 2024".
func Days(from, to story.Day) string {
	switch {
	case !from.Bounded() && !to.Bounded():
		return "no day is known"
	case !from.Bounded():
		return "until " + DayInWords(to)
	case !to.Bounded():
		return "from " + DayInWords(from)
	case from == to:
		return DayInWords(from)
	}
	return DayInWords(from) + " to " + DayInWords(to)
}

// ShortDays words an interval as a list does: "12 Mar 2025", "10–15 Mar 2025", "Aug 2024", "2024".
func ShortDays(from, to story.Day) string {
	switch {
	case !from.Bounded() && !to.Bounded():
		return "no day is known"
	case !from.Bounded():
		return "until " + shortDay(to)
	case !to.Bounded():
		return "from " + shortDay(from)
	case from == to:
		return shortDay(from)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	switch {
	case y1 != y2:
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return yearName(y1)
	case m1 == m2 && d1 == 1 && d2 == story.DaysIn(y2, m2):
		return monthNames[m1-1][:3] + " " + yearName(y1)
	case m1 == m2:
		return fmt.Sprintf("%d–%s", d1, shortDay(to))
	default:
		return fmt.Sprintf("%d %s – %s", d1, monthNames[m1-1][:3], shortDay(to))
	}
	return shortDay(from) + " – " + shortDay(to)
}

func shortDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, monthNames[m-1][:3], yearName(y))
}

func yearName(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d BCE", 1-y)
	}
	return fmt.Sprint(y)
}

// When words a Moment: its days, or that none is known.
func When(m story.Moment) string {
	if !m.Dated() {
		return "no day is known"
	}
	s := Days(m.Earliest, m.Latest)
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
func HowKnown(m story.Moment) string { return basisWords[m.Basis] }

// Unreal says how something is told of that is not told as something that happened: "planned"; "" for what is.
func Unreal(m story.Modality) string {
	switch m {
	case story.ModalDenied:
		return "denied"
	case story.ModalPlanned:
		return "planned"
	case story.ModalConditional:
		return "only possible"
	case story.ModalClaimed:
		return "claimed"
	case story.ModalOpinion:
		return "an opinion"
	}
	return ""
}

// HowPlaced says how a place is known: "named in the text", "a country is named: marked at Riyadh".
func HowPlaced(w *story.Spot) string {
	switch p := &w.Place; {
	case w.Actor:
		return "the seat of who speaks or acts"
	case story.Vague(p):
		return "too wide for a mark"
	case p.Kind.Area() && p.AnchorName != "" && p.AnchorName != p.Name:
		return "no closer place is named: marked at " + p.AnchorName
	case p.Kind.Area():
		return "no closer place is named"
	}
	return "named in the text"
}

// CheckedWords says what a person did about something: status is that of rows.Checked.
func CheckedWords(status string) string {
	switch status {
	case "verified":
		return "checked by a person"
	case "corrected":
		return "corrected by a person"
	case "cannot":
		return "a person found that it cannot be told"
	}
	return "read by a program, not checked"
}

// FilterInWords says what a filter leaves out; "" where it hides nothing.
func FilterInWords(s *story.Story, f story.Filter) string {
	var out []string
	add := func(what string, names []string) {
		if len(names) > 0 {
			out = append(out, "only "+what+" "+strings.Join(names, ", "))
		}
	}
	var names []string
	for _, id := range f.Articles {
		if i := s.ArticleAt(id); i >= 0 {
			names = append(names, s.Articles[i].Title)
		}
	}
	add("articles", names)
	names = nil
	for _, id := range f.Speakers {
		if i := s.SpeakerAt(id); i >= 0 {
			names = append(names, s.Speakers[i].Name)
		}
	}
	add("speakers", names)
	names = nil
	for _, id := range f.Places {
		if p, ok := story.PlaceNamed(s, id); ok {
			names = append(names, p.Name)
		}
	}
	add("places", names)
	if f.Words != "" {
		out = append(out, fmt.Sprintf("only what holds the words %q", f.Words))
	}
	if f.Main > 0 {
		out = append(out, fmt.Sprintf("only the %d main events", f.Main))
	}
	if f.MinP > 0 {
		out = append(out, fmt.Sprintf("only what is at least %.0f %% likely", 100*f.MinP))
	}
	for _, h := range []struct {
		hide bool
		what string
	}{{f.HideEvents, "events"}, {f.HideQuotes, "quotes"}, {f.HideUnreal, "what is planned, conditional, denied, claimed or an opinion"}, {f.HideActors, "who speaks from where"}} {
		if h.hide {
			out = append(out, "without "+h.what)
		}
	}
	return strings.Join(out, "; ")
}

// Count words a number with its noun: "1 event", "7 events".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Source is an article that a file draws on.
type Source struct {
	Title, Publisher, Author, URL, File string
	Section, Language                   string
	Retrieved                           story.Day // the day, in UTC, on which it was fetched from URL; 0 for what was opened as a file
	Published                           story.Publication
}

// Sources are the articles of a story.
func Sources(s *story.Story) []Source {
	out := make([]Source, 0, len(s.Articles))
	for _, a := range s.Articles {
		out = append(out, SourceOf(a))
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
		return "day of publication unknown"
	case story.DateInferred:
		return "published " + Days(p.From, p.To) + " (inferred)"
	default:
		return "published " + DayInWords(p.Best)
	}
}

// About says in plain English what a file is of: the days, the filter, how much there is, the articles, whose data places and
// map are, and what made it. An empty view says so.
func About(c *Content) []string {
	days := "Days: " + Span(c.View)
	if f := FilterInWords(c.Story, c.View.Filter); f != "" {
		days += "; " + f
	}
	out := []string{days, Counts(c.View)}
	for _, s := range Sources(c.Story) {
		out = append(out, "Source: "+s.String())
	}
	return append(out, c.Attribution, "Made with "+c.Generator)
}

// Counts says how much a view shows.
func Counts(v story.View) string {
	if len(v.Events)+len(v.Quotes) == 0 {
		return "Nothing is visible in these days."
	}
	return Count(len(v.Events), "event") + ", " + Count(len(v.Quotes), "quote")
}

// String is the article in a line: title, author, publisher, day, address.
func (s *Source) String() string {
	var out []string
	for _, part := range []string{s.Title, s.Author, s.Publisher, s.Day(), s.URL} {
		if strings.TrimSpace(part) != "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, ", ")
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

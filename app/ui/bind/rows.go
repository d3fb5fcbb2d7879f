package bind

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
)

// Row is a row of the list of places or of events.
type Row struct {
	ID      string
	Section string // the heading it stands under
	Title   string
	Detail  string
	Right   string // a count or a date
	Shape   Shape
	Colour  color.NRGBA
	Faded   bool // it may be of the Period, and more likely is not
}

// Shape is the sign in front of a row.
type Shape uint8

// The shapes, as on the map.
const (
	Disc    Shape = iota // something happens here
	Circle               // somebody speaks from here
	Square               // a region or country; a day of publication
	Diamond              // not placed, or undated
)

// List is one of the lists beside the map.
type List int

// The lists.
const (
	ListQuotes List = iota
	ListPlaces
	ListEvents
	ListChecks
	ListArticles
)

// ListNames are what the lists are called.
func (w Words) ListNames() []string {
	return []string{w.L("Quotes"), w.L("Places"), w.L("Events"), w.L("Check"), w.L("Articles")}
}

// ListHead is the heading of a list: what is in it, and how much of it.
func (w Words) ListHead(list List, st session.State) string {
	words, n := w.L("Who said what"), 0
	switch list {
	case ListPlaces:
		words, n = w.L("Where it happens"), st.View.Places
	case ListEvents:
		words, n = w.L("What happens when"), len(st.View.Events)
	default:
		if st.Period.On {
			words = w.L("Said at this moment")
		}
		n = directQuotes(st.Story, st.View)
	}
	words = w.upper(words)
	if maybe := w.likelihood(st.View); maybe != "" && list == ListEvents {
		return words + "  " + maybe
	}
	if n > 0 {
		words += fmt.Sprintf("  %d", n)
	}
	return words
}

// Inks are the colours of signs.
type Inks struct{ Filled, Ring, Muted color.NRGBA }

// PlaceRows are the marks of the View, then the events that have no place.
func (w Words) PlaceRows(st session.State, ink Inks) []Row {
	var filled, rings, none []Row
	checked := review.CheckedIn(st.Log)
	for _, i := range w.byName(st.View.Marks) {
		m := &st.View.Marks[i]
		if m.OnlyNamed() {
			continue // namedRows has it
		}
		it := Row{ID: MarkID(m.At), Title: m.Name(), Detail: join(w.sign(checked, checked.Places(st.Story, m.Events)), w.placeDetail(m)), Faded: st.Period.On && possible(m.Share)}
		if m.Filled {
			it.Section, it.Shape, it.Colour = w.L("On the map"), Disc, ink.Filled
			if m.Area {
				it.Shape = Square
			}
			if n := len(m.Events); n > 0 {
				it.Right = w.Count(n, "event", "events")
			}
			filled = append(filled, it)
			continue
		}
		it.Section, it.Shape, it.Colour = w.L("Speaking from"), Circle, ink.Ring
		if n := len(m.Events) + len(m.Quotes) + len(m.Actors); n > 0 {
			it.Right = w.Count(n, "mention", "mentions")
		}
		rings = append(rings, it)
	}
	for _, i := range st.View.Events {
		e := &st.Story.Events[i]
		if e.Where != nil {
			continue
		}
		none = append(none, Row{ID: string(e.ID), Section: w.L("Not placed"), Title: happening(e, st.Story.Articles[e.Doc].Text, 90), Detail: w.sign(checked, checked.Event(st.Story, i)),
			Right: w.moment(e.When), Shape: Diamond, Colour: ink.Muted})
	}
	return slices.Concat(filled, rings, w.namedRows(st, ink), w.wideRows(st, ink), none)
}

// byName are the numbers of marks as they are listed: in their order, and those with equally many events by the names that they
// have in the list.
func (w Words) byName(marks []story.Mark) []int {
	key := w.sorting()
	out := make([]int, len(marks))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, k int) int {
		a, b := &marks[i], &marks[k]
		return cmp.Or(boolean(b.Filled)-boolean(a.Filled), len(b.Events)-len(a.Events), strings.Compare(key(a.Name()), key(b.Name())))
	})
	return out
}

// namedRows are the places that the text only names, each once: nothing is told to happen there. A row is that of the mark
// where one stands for it; else it leads to the first sentence with the name.
func (w Words) namedRows(st session.State, ink Inks) []Row {
	var out []Row
	row := map[geo.PlaceID]int{}
	count := []int{}
	marked := map[int]string{} // the first event by which a place is named at a mark of its own
	for i := range st.View.Marks {
		if m := &st.View.Marks[i]; m.OnlyNamed() {
			marked[m.Named[0]] = MarkID(m.At)
		}
	}
	for _, i := range st.View.Named {
		p := &st.Story.Events[i].Where.Place
		k, ok := row[p.ID]
		if !ok {
			k = len(out)
			row[p.ID], count = k, append(count, 0)
			it := Row{ID: string(st.Story.Events[i].ID), Section: w.L("Only named"), Title: w.shortName(*p), Shape: Diamond, Colour: ink.Muted}
			if id, ok := marked[i]; ok {
				it.ID, it.Shape = id, Circle
			}
			out = append(out, it)
		}
		count[k]++
		out[k].Right = w.Count(count[k], "mention", "mentions")
	}
	key := w.sorting()
	slices.SortStableFunc(out, func(a, b Row) int { return strings.Compare(key(a.Title), key(b.Title)) })
	return out
}

// wideRows are what is known to a continent or a vague region only. No mark stands for it, so that the row leads to the
// first event or quote there.
func (w Words) wideRows(st session.State, ink Inks) []Row {
	var out []Row
	for i := range st.View.Wide {
		m := &st.View.Wide[i]
		it := Row{Section: w.L("Wide areas, without a mark"), Title: m.Name(), Shape: Square, Colour: ink.Muted, Faded: st.Period.On && possible(m.Share)}
		switch {
		case len(m.Events) > 0:
			it.ID, it.Right = string(st.Story.Events[m.Events[0]].ID), w.Count(len(m.Events), "event", "events")
		case len(m.Quotes) > 0:
			it.ID, it.Right = string(st.Story.Quotes[m.Quotes[0]].ID), w.Count(len(m.Quotes), "quote", "quotes")
		default:
			continue
		}
		out = append(out, it)
	}
	return out
}

// placeDetail says what else stands at a mark, or what it lies in.
func (w Words) placeDetail(m *story.Mark) string {
	if note := w.coarse(m); note != "" {
		return note
	}
	out := ""
	for i := range m.Places {
		if q := &m.Places[i]; q.Name != m.Name() && q.Kind != geo.KindSeat {
			out = join(out, w.shortName(*q))
		}
	}
	if out == "" && len(m.Places) > 0 {
		if q := &m.Places[0]; q.Admin1Name != q.Name {
			out = q.Admin1Name
		}
	}
	return out
}

// Events are the rows of a story's events and of its days of publication. They are made once for a story: a step of the
// slider only picks from them.
type Events struct {
	words      Words
	story      *story.Story
	rows, days []Row
}

// Events makes the rows of a story.
func (w Words) Events(s *story.Story) *Events {
	return &Events{w, s, w.eventRows(s), w.dayRows(s)}
}

// Of reports whether the rows are those of a story.
func (e *Events) Of(s *story.Story) bool { return e != nil && e.story == s }

// In are the rows of the visible events, dated ones first, then the days of publication. Of a Period those come first
// that happened in it, then, quietly, those that may have.
func (e *Events) In(st session.State) []Row {
	out := make([]Row, 0, len(st.View.Events)+len(e.days))
	var quiet []Row
	step := stepped(st)
	checked := review.CheckedIn(st.Log)
	for k, i := range st.View.Events {
		r := e.rows[i]
		r.Detail = join(e.words.sign(checked, checked.Event(st.Story, i)), r.Detail)
		if step >= 0 && i != step && st.Story.Events[i].Sentence != st.Story.Events[step].Sentence {
			r.Faded = true
			out = append(out, r)
			continue
		}
		if st.Period.On && possible(st.View.EventShare[k]) && i != step {
			r.Faded = true
			quiet = append(quiet, r)
			continue
		}
		out = append(out, r)
	}
	out = append(out, quiet...)
	for d := range e.days {
		if f := st.Filter.Articles; len(f) == 0 || slices.Contains(f, e.days[d].ID) {
			r := e.days[d]
			r.Detail = join(e.words.sign(checked, checked.Published(st.Story, d)), r.Detail)
			out = append(out, r)
		}
	}
	return out
}

// shortDate is how many letters of a date have room at the right of a row: "11–12 Mar 2025".
const shortDate = 14

func (w Words) eventRows(s *story.Story) []Row {
	out := make([]Row, len(s.Events))
	for i := range s.Events {
		e := &s.Events[i]
		a := s.Articles[e.Doc]
		it := Row{ID: string(e.ID), Title: happening(e, a.Text, 110), Detail: Title(a), Shape: Disc, Colour: LaneColour(e.Doc)}
		if !e.Modality.Real() {
			it.Shape = Circle
		}
		if e.Where != nil {
			it.Detail = join(w.PlaceName(e.Where.Place), it.Detail)
			if e.Where.Actor {
				it.Shape = Circle
			}
		}
		it.Detail = join(w.Modality(e.Modality), it.Detail)
		if e.When.Dated() {
			it.Right = w.Interval(e.When.Earliest, e.When.Latest)
			if utf8.RuneCountInString(it.Right) > shortDate {
				it.Right, it.Detail = "", join(it.Right, it.Detail) // it has no room beside the words
			}
		} else {
			it.Section, it.Shape = w.L("Undated"), Diamond
		}
		out[i] = it
	}
	return out
}

// A row shows the beginning of its words: so many letters have room in a narrow list, and so many before the word that
// tells of the event say what it belongs to.
const (
	shownOfRow = 24
	beforeWord = 14
)

// happening are the words of an event from a little before the one that tells of it where that word would be out of sight:
// several events of one clause are several rows.
func happening(e *story.Event, text string, n int) string {
	words := e.Span.In(text)
	at := e.Trigger.Start - e.Span.Start
	if e.Trigger.Len() == 0 || at <= 0 || e.Trigger.End > e.Span.End || utf8.RuneCountInString(words[:at+e.Trigger.Len()]) <= shownOfRow {
		return clip(words, n)
	}
	from := at
	for i := range words[:at] {
		if unicode.IsSpace(rune(words[i])) && utf8.RuneCountInString(words[i:at]) <= beforeWord {
			from = i + 1
			break
		}
	}
	return "… " + clip(words[from:], n)
}

// dayRows are the days of publication.
func (w Words) dayRows(s *story.Story) []Row {
	var out []Row
	for d, a := range s.Articles {
		it := Row{ID: a.ID, Section: w.L("Published"), Title: Title(a), Shape: Square, Colour: LaneColour(d)}
		if p := a.Published; p.Kind == story.DateInferred {
			it.Right, it.Detail = w.Interval(p.From, p.To), w.L("inferred")
		} else if p.Kind != story.DateUnknown {
			it.Right = w.shortDay(p.Best)
		} else {
			it.Detail = w.L("publication day unknown")
		}
		out = append(out, it)
	}
	return out
}

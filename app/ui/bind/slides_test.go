package bind

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

// told is a story made of one article: sentences, events as sentence, day and probability, quotes as what they say.
func told(text string, events [][3]float64, quotes ...string) *story.Story {
	a := &story.Article{Document: story.Document{ID: "a", Title: "A", Text: text}}
	for at := 0; at < len(text); {
		end := len(text)
		if n := strings.Index(text[at:], ". "); n >= 0 {
			end = at + n + 1
		}
		a.Sentences = append(a.Sentences, story.Span{Start: at, End: end})
		at = end + 1
	}
	s := &story.Story{Articles: []*story.Article{a}}
	for k, e := range events {
		span := a.Sentences[int(e[0])]
		s.Events = append(s.Events, story.Event{Span: story.Span{Start: span.Start + k, End: span.End}, Sentence: span, When: story.On(story.Day(e[1]), 1, 0), P: e[2]})
	}
	for _, q := range quotes {
		at := strings.Index(text, q)
		s.Quotes = append(s.Quotes, story.Quote{Span: story.Span{Start: at, End: at + len(q)}, Speaker: -1, When: story.On(7, 1, 0), Partial: len(q) < 12})
	}
	story.Identify(s)
	return s
}

// shown is what the slides of a story show, in order: the day, and the words or the sentence.
func shownSlides(s *story.Story) (out []string) {
	all := NewSlides(&session.State{Story: s})
	for k := range all.Len() {
		st := session.State{Story: s}
		if m := all.Means(k); m.Event != "" {
			e := &s.Events[s.EventAt(m.Event)]
			st.Selected = session.Selection{Article: "a", Event: m.Event, Sentence: e.Sentence, Focus: e.Span}
		} else {
			st.Selected = session.Selection{Article: "a", Quote: m.Quote, Focus: s.Quotes[s.QuoteAt(m.Quote)].Span}
		}
		x := Words{}.Slide(st, all)
		out = append(out, fmt.Sprintf("%d/%d %s: %s", x.At, x.Of, x.Date, x.Words+map[bool]string{true: x.Event}[x.Words == ""]))
	}
	return out
}

func TestSlides_OneSentenceIsOne(t *testing.T) {
	for _, c := range []struct {
		name   string
		text   string
		events [][3]float64
		quotes []string
		want   string
	}{
		{"two events of a sentence are one slide, of the day of the likelier", "Ships left and came back. Rain fell.",
			[][3]float64{{0, 3, 0.4}, {0, 5, 0.8}, {1, 4, 0.5}}, nil, "1/2 5 Jan 1970: Rain fell.|2/2 6 Jan 1970: Ships left and came back."},
		{"a quote without an event is a slide", "Ships left. “We are waiting for them,” she said.",
			[][3]float64{{0, 3, 0.4}}, []string{"“We are waiting for them,”"}, "1/2 4 Jan 1970: Ships left.|2/2 8 Jan 1970: “We are waiting for them,”"},
		{"a quote of an event's sentence is on its slide", "“We are waiting for them,” she said.",
			[][3]float64{{0, 3, 0.4}}, []string{"“We are waiting for them,”"}, "1/1 4 Jan 1970: “We are waiting for them,”"},
		{"a quoted phrase is shown in its sentence", "She called it “bad” and left.",
			[][3]float64{{0, 3, 0.4}}, []string{"“bad”"}, "1/1 4 Jan 1970: She called it “bad” and left."},
		{"a sentence that tells much is shown whole", "“We are waiting for them,” she said, " + strings.Repeat("after the ships had left the harbour, ", 4) + "in vain.",
			[][3]float64{{0, 3, 0.4}}, []string{"“We are waiting for them,”"},
			"1/1 4 Jan 1970: “We are waiting for them,” she said, " + strings.Repeat("after the ships had left the harbour, ", 4) + "in vain."},
		{"a quote over two sentences, in which an event is told, is one slide", "“We are waiting. They left on Monday,” she said.",
			[][3]float64{{1, 3, 0.4}}, []string{"“We are waiting. They left on Monday,”"}, "1/1 4 Jan 1970: “We are waiting. They left on Monday,”"},
		{"nothing dated, no slide", "Ships left.", nil, nil, ""},
	} {
		s := told(c.text, c.events, c.quotes...)
		got := strings.Join(shownSlides(s), "|")
		got = strings.ReplaceAll(got, "January", "Jan")
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestSlides_BeginWhereTheSliderStands(t *testing.T) {
	s := told("Aa bb. Cc dd. Ee ff.", [][3]float64{{0, 3, 0.4}, {1, 5, 0.4}, {2, 9, 0.4}})
	for _, c := range []struct {
		name     string
		p        story.Period
		selected int
		first    int
		stay     bool
		next     int
		previous int
	}{
		{"everything: the first", story.Period{}, -1, 0, false, 0, 2},
		{"a day of the second", story.Between(5, 5), -1, 1, false, 1, 0},
		{"between: the next one", story.Between(6, 7), -1, 2, false, 2, 1},
		{"past the end: the last", story.Between(20, 21), -1, 2, false, -1, 2},
		{"the selected one, which is in the period", story.Between(2, 6), 1, 1, true, 2, 0},
		{"the selected one is elsewhere", story.Between(2, 4), 2, 0, false, -1, 1},
	} {
		st := session.State{Story: s, Period: c.p}
		if c.selected >= 0 {
			e := &s.Events[c.selected]
			st.Selected = session.Selection{Article: "a", Event: e.ID, Focus: e.Span}
		}
		all := NewSlides(&session.State{Story: s})
		if k, stay := all.Here(st); k != c.first || stay != c.stay {
			t.Errorf("%s: begins with %d, %v", c.name, k, stay)
		}
		if n, p := all.Beside(st, 1), all.Beside(st, -1); n != c.next || p != c.previous {
			t.Errorf("%s: next %d, previous %d", c.name, n, p)
		}
		if !all.Of(&st) || all.Of(&session.State{Story: s, Filter: story.Filter{Words: "Aa"}}) {
			t.Error("the slides do not know whose they are")
		}
	}
	if k, _ := NewSlides(&session.State{Story: &story.Story{}}).Here(session.State{}); k != -1 {
		t.Errorf("no slides begin with %d", k)
	}
}

package bind

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

// clocked is a story of articles, each with events: "3" of day 3, "3-5" of a range, "?" without a day, "9!" planned; an article
// begins with its day of publication, or "-".
func clocked(articles ...string) session.State {
	s := &story.Story{}
	for d, words := range articles {
		fields := strings.Fields(words)
		a := &story.Article{Document: story.Document{ID: string(rune('a' + d)), Title: fmt.Sprint("Article ", d), Text: strings.Repeat("x", 100)}}
		var from, to story.Day
		if n, _ := fmt.Sscanf(fields[0], "%d-%d", &from, &to); n > 0 {
			if n == 1 {
				to = from
			}
			a.Published = story.Publication{Kind: story.DateExplicit, From: from, To: to, Best: from, P: 1}
		}
		s.Articles = append(s.Articles, a)
		for i, w := range fields[1:] {
			e := story.Event{ID: story.EventID(fmt.Sprintf("%s%d", a.ID, i)), Doc: d, P: 1, Span: story.Span{Start: 10 * i, End: 10*i + 5}, Sentence: story.Span{Start: 10 * i, End: 10*i + 9}}
			if strings.HasSuffix(w, "!") {
				e.Modality = story.ModalPlanned
			}
			var from, to story.Day
			switch n, _ := fmt.Sscanf(w, "%d-%d", &from, &to); n {
			case 1:
				e.When = story.On(from, 1, story.BasisClause)
			case 2:
				e.When = story.Moment{Earliest: from, Latest: to, Precision: story.PrecisionWeek}
			}
			s.Events = append(s.Events, e)
		}
	}
	return session.State{Story: s}
}

func TestClocks_RowsStandInTheOrderOfPublication(t *testing.T) {
	c := Words{}.Clocks(clocked("30 1 2", "- 3 4", "10 5 6", "20 7 ?"), ClockTold)
	var got []string
	for _, r := range c.Rows {
		got = append(got, r.ID)
	}
	if strings.Join(got, "") != "cdab" || c.Empty != "" {
		t.Errorf("%v, %q", got, c.Empty)
	}
	if r := c.Rows[1]; !strings.HasSuffix(r.Detail, "1 event, undated: 1") || !r.Told || r.PubBest != 20 {
		t.Errorf("%+v", r)
	}
}

func TestClocks_SayHowTimeGoesInAText(t *testing.T) {
	for _, c := range []struct {
		name, article string
		steps         []ClockStep
		low, high     []int
	}{
		{"on and back", "9 3 7 5", []ClockStep{ClockFirst, ClockOn, ClockBack}, []int{0, 2, 1}, []int{0, 2, 1}},
		{"the same day is no step", "9 3 3", []ClockStep{ClockFirst, ClockUnclear}, []int{0, 0}, []int{0, 0}},
		{"a range that holds the day before may be earlier or later", "9 4 1-9", []ClockStep{ClockFirst, ClockUnclear}, []int{1, 0}, []int{1, 2}},
		{"a range that ended before is a step back", "9 12 1-9", []ClockStep{ClockFirst, ClockBack}, []int{2, 0}, []int{2, 1}},
		{"what has no day is passed over", "9 3 ? 2", []ClockStep{ClockFirst, ClockBack}, []int{1, 0}, []int{1, 0}},
	} {
		rows := Words{}.Clocks(clocked(c.article), ClockOrder).Rows
		if len(rows) != 1 || len(rows[0].Dots) != len(c.steps) {
			t.Errorf("%s: %+v", c.name, rows)
			continue
		}
		for i, d := range rows[0].Dots {
			if d.Step != c.steps[i] || d.Low != c.low[i] || d.High != c.high[i] {
				t.Errorf("%s: dot %d is %+v", c.name, i, d)
			}
		}
	}
}

func TestClocks_CountWhatTheyShow(t *testing.T) {
	for _, c := range []struct {
		name string
		plot ClockPlot
		st   session.State
		want string
	}{
		{"before, on and after the day of publication", ClockTold, clocked("10 1 2 10 12! 8-11", "- 5"), "events before the day of publication: 2 · on that day: 1 · after it: 1 · not known: 2"},
		{"a day of publication that is not known", ClockTold, clocked("10-12 11 9 13!", "10 ?"), "events before the day of publication: 1 · after it: 1 · not known: 1 · articles left out, since none of their events has a day: 1"},
		{"steps on and back", ClockOrder, clocked("10 1 3 2 2", "10 4"), "steps on in time: 1 · back: 1 · not known: 1 · articles left out, since fewer than two of their events have a day: 1"},
	} {
		if got := (Words{}).Clocks(c.st, c.plot).Summary; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestClocks_SayWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		name string
		plot ClockPlot
		st   session.State
		f    story.Filter
		want string
	}{
		{"no days", ClockTold, clocked("10 ? ?"), story.Filter{}, "Nothing in these articles has a day"},
		{"no two days in one article", ClockOrder, clocked("10 1", "10 2"), story.Filter{}, "No article tells of two things with a day"},
		{"a filter that leaves nothing", ClockTold, clocked("10 1"), story.Filter{HideEvents: true}, "Nothing with a day passes the filter"},
	} {
		c.st.Filter = c.f
		got := Words{}.Clocks(c.st, c.plot)
		if len(got.Rows) != 0 || got.Summary != "" || !strings.HasPrefix(got.Empty, c.want) {
			t.Errorf("%s: %d rows, %q, %q", c.name, len(got.Rows), got.Summary, got.Empty)
		}
	}
}

func TestClocks_FollowTheFilterOfArticles(t *testing.T) {
	st := clocked("10 1 2", "11 3 4")
	st.Filter.Articles = []string{"b"}
	if rows := (Words{}).Clocks(st, ClockTold).Rows; len(rows) != 1 || rows[0].ID != "b" || rows[0].Colour != LaneColour(1) {
		t.Errorf("%+v", rows)
	}
}

// BenchmarkClocks makes the plot of a thousand articles of ten events.
func BenchmarkClocks(b *testing.B) {
	var articles []string
	for i := range 1000 {
		articles = append(articles, fmt.Sprintf("%d %d %d %d %d %d-%d %d %d %d", 100+i, 90+i, 20+i, 95+i, 97+i, i, 50+i, 3+i, 40+i, 44+i))
	}
	st := clocked(articles...)
	for b.Loop() {
		Words{}.Clocks(st, ClockOrder)
	}
}

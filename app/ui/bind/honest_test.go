package bind

import (
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// vague is a story of a sure day in a capital, a month in its country, and a month in no place in particular.
func vague() session.State {
	capital := geo.Place{ID: 1, Name: "Capital", Kind: geo.KindCity, Anchor: orb.Point{1, 1}}
	land := geo.Place{ID: 2, Name: "Land", Kind: geo.KindCountry, Anchor: orb.Point{1, 1}, AnchorName: "Capital"}
	west := geo.Place{ID: 3, Name: "The West", Kind: geo.KindRegion, SpanKM: 9000, Anchor: orb.Point{-30, 48}}
	at := func(p geo.Place) *story.Spot { return &story.Spot{Place: p, P: 1} }
	month := story.Moment{Earliest: 1, Latest: 30, Precision: story.PrecisionMonth, P: 1}
	text := "Aa bb. Cc dd. Ee ff."
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{ID: "a", Text: text}}},
		Events: []story.Event{{Span: story.Span{Start: 0, End: 6}, When: month, Where: at(land), P: 1}, {Span: story.Span{Start: 7, End: 13}, When: month, Where: at(west), P: 1},
			{Span: story.Span{Start: 14, End: 20}, When: story.On(10, 1, story.BasisClause), Where: at(capital), P: 1}},
		Quotes: []story.Quote{{Span: story.Span{Start: 0, End: 2}, Speaker: -1, When: month}, {Span: story.Span{Start: 14, End: 16}, Speaker: -1, When: story.On(10, 1, 0)}}}
	story.Identify(s)
	st := session.State{Story: s, Period: story.Between(9, 11), Width: 1}
	st.View = story.Visible(s, st.Period, st.Filter)
	return st
}

func TestVagueIsFaint(t *testing.T) {
	st, w := vague(), Words{}
	if m := w.Marks(st, false); len(m) != 1 || m[0].Count != 1 || !m[0].Country || m[0].P != 1 || !strings.Contains(strings.Join(m[0].Tip.Lines, "|"), "1 in Capital, 1 known only to be in Land") {
		t.Errorf("marks %+v", m)
	}
	st.Story.Events = st.Story.Events[:2]
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	if m := w.Marks(st, false); m[0].P > 0.5 || m[0].Count != 1 || m[0].Tip.Lines[0] != "known to country level only" {
		t.Errorf("a mark that may be of the period is drawn with strength %.2f, %d, %v", m[0].P, m[0].Count, m[0].Tip)
	}

	st = vague()
	q := w.Quotes(st.Story, st.View)
	if len(q) != 2 || q[0].Faded || !q[1].Faded || q[0].Words != "Ee" {
		t.Errorf("quotes %+v", q)
	}
	rows := w.Events(st.Story).In(st)
	if rows[0].Faded || rows[0].Title != "Ee ff." || !rows[1].Faded || !rows[2].Faded {
		t.Errorf("rows %+v", rows)
	}
	if _, sub := w.Date(st); !strings.Contains(sub, "1 likely, 2 possible") {
		t.Errorf("the date card says %q", sub)
	}
	st.Period = story.Period{}
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	for _, r := range w.Events(st.Story).In(st) {
		if r.Faded {
			t.Errorf("%q is quiet though all is shown", r.Title)
		}
	}
}

func TestWideAreasAreRowsAndNoMarks(t *testing.T) {
	st, w := vague(), Words{}
	found := false
	for _, r := range w.PlaceRows(st, Inks{}) {
		if r.Title == "The West" {
			found = r.Section == "Wide areas, without a mark" && Means(st, r.ID).Event == st.Story.Events[1].ID && r.Faded
		}
	}
	if !found {
		t.Errorf("rows %+v", w.PlaceRows(st, Inks{}))
	}
}

package bind

import (
	"image/color"
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
	q := Quotes(st.Story, st.View)
	if len(q) != 2 || q[0].Faded || !q[1].Faded || w.Cards(st.Story, st.Log).At(q[0].At).Words != "Ee" {
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

func TestTheSliderLeads(t *testing.T) {
	st := vague()
	if doc, span := Lead(st); doc != 0 || span != st.Story.Events[2].Sentence {
		t.Errorf("the article goes to %d, %v", doc, span)
	}
	e := &st.Story.Events[2]
	st.Selected = session.Selection{Article: "a", Event: e.ID, Focus: e.Span}
	if doc, _ := Lead(st); doc != -1 {
		t.Error("it leaves what is selected, which is in view")
	}
	st.Period = story.Period{}
	if doc, _ := Lead(st); doc != -1 {
		t.Error("it moves though all is shown")
	}
}

func TestTheDateSaysNoMoreThanTheText(t *testing.T) {
	w := Words{}
	year := func(y int) story.Moment {
		return story.Moment{Earliest: story.NewDay(y, 1, 1), Latest: story.NewDay(y, 12, 31), Precision: story.PrecisionYear, P: 1}
	}
	day := story.On(story.NewDay(2022, 6, 11), 1, 0)
	for _, c := range []struct {
		name string
		m    []story.Moment
		want string
	}{
		{"a year is all that is known", []story.Moment{year(2022)}, "2022"},
		{"a day is known too", []story.Moment{year(2022), day}, "Sat 11 June 2022"},
		{"nothing is to be seen: where the slider stands", []story.Moment{year(2024)}, "Sat 11 June 2022"},
	} {
		s := &story.Story{Articles: []*story.Article{{}}}
		for _, m := range c.m {
			s.Events = append(s.Events, story.Event{When: m, P: 1})
		}
		st := session.State{Story: s, Width: 1, Mode: session.ModeMoving, Period: story.Between(day.Earliest-1, day.Earliest+1)}
		st.View = story.Visible(s, st.Period, st.Filter)
		if got, _ := w.Date(st); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestCountsAgree(t *testing.T) {
	st, w := vague(), Words{}
	_, sub := w.Date(st)
	for name, got := range map[string]string{"card": sub, "controls": w.Hint(st, ""), "list": w.ListHead(ListEvents, st)} {
		if !strings.Contains(got, "1 likely, 2 possible") {
			t.Errorf("the %s says %q", name, got)
		}
	}
	st = vague()
	st.Period, st.Filter = story.Period{}, story.Filter{Words: "Ee"}
	st.Story.Events[2].Sentence = st.Story.Events[2].Span
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	if _, sub := w.Date(st); !strings.HasPrefix(sub, "11 Jan 1970 · ") {
		t.Errorf("a filtered story says of its span %q", sub)
	}
}

// What is said by number counts as the number of all does: an event that is only named, or not likely, has none.
func TestHint_NumbersAreThoseOfTheEventsThatAreCounted(t *testing.T) {
	day := func(n int) story.Moment {
		d := story.Day(n)
		return story.Moment{Earliest: d, Latest: d, Precision: story.PrecisionDay}
	}
	s := &story.Story{Articles: []*story.Article{{}}, Events: []story.Event{
		{When: day(1), P: 0.1}, {When: day(2), P: 1}, {When: day(3), Mention: true}, {When: day(4), P: 1}, {When: day(5), P: 1}}}
	for want, p := range map[string]story.Period{"Event 1 of 3": story.Between(2, 2), "Events 1 to 2 of 3": story.Between(1, 4), "Event 3 of 3": story.Between(5, 5)} {
		st := session.State{Story: s, Period: p, View: story.Visible(s, p, story.Filter{})}
		if got := (Words{}).Hint(st, ""); got != want {
			t.Errorf("of %v is said %q, want %q", p, got, want)
		}
	}
}

func TestRows_ALongDateIsWhole(t *testing.T) {
	st, w := vague(), Words{}
	st.Story.Events[0].When = story.Moment{Earliest: story.NewDay(2022, 1, 1), Latest: story.NewDay(2025, 3, 18), Precision: story.PrecisionYear, P: 1}
	if r := w.Events(st.Story).rows[0]; r.Right != "" || !strings.HasPrefix(r.Detail, "1 Jan 2022 – 18 Mar 2025 · ") {
		t.Errorf("%+v", r)
	}
}

func TestStepByEvent_LightsTheEventOfTheStep(t *testing.T) {
	st, w := vague(), Words{}
	e := &st.Story.Events[2]
	st.Selected = session.Selection{Article: "a", Event: e.ID, Focus: e.Span}
	for _, r := range w.Events(st.Story).In(st) {
		if r.Section == "" && r.Faded != (r.ID != string(e.ID)) {
			t.Errorf("%+v", r)
		}
	}
	other := story.Mark{Events: []int{0}, P: 1, Share: 1}
	if here := (story.Mark{Events: []int{0, 2}}); lit(st, &here) != 1 || lit(st, &other) != quiet {
		t.Errorf("lit %v, %v", lit(st, &here), lit(st, &other))
	}
	if st.Mode = session.ModeMoving; lit(st, &other) != 1 {
		t.Error("a moving window has no event of its own")
	}
}

// TestTicksAreQuietAsMarksAre: outside the period, or of it only possibly, or beside the event of the step.
func TestTicksAreQuietAsMarksAre(t *testing.T) {
	st, w := vague(), Words{}
	st.Mode = session.ModeMoving
	_, ticks := w.Lanes(st, color.NRGBA{})
	weigh := func() (month, day float32) {
		got := Weights(st, ticks)
		for i := range ticks {
			if ticks[i].Kind == TickEvent && ticks[i].At == 0 {
				month = got[i]
			}
			if ticks[i].Kind == TickEvent && ticks[i].At == 2 {
				day = got[i]
			}
		}
		return month, day
	}
	if month, day := weigh(); day != 1 || month >= 0.5 {
		t.Errorf("a sure day %v, a possible month %v", day, month)
	}
	e := &st.Story.Events[0]
	st.Mode, st.Selected = session.ModeStep, session.Selection{Article: "a", Event: e.ID, Focus: e.Span}
	if month, day := weigh(); month != 1 || day != quiet {
		t.Errorf("the event of the step %v, another of the time %v", month, day)
	}
	st.Period = story.Between(100, 102)
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	if month, day := weigh(); month != faint || day != faint {
		t.Errorf("outside the period %v and %v", month, day)
	}
	st.Period = story.Period{}
	if Weights(st, ticks) != nil {
		t.Error("something is quiet though all is shown")
	}
}

// TestACountryIsNotItsCapital: an event known to be in the country only does not light the capital, where others were.
func TestACountryIsNotItsCapital(t *testing.T) {
	st, w := vague(), Words{}
	sel := func(i int) {
		e := &st.Story.Events[i]
		st.Selected = session.Selection{Article: "a", Event: e.ID, Focus: e.Span, At: e.Where.Place.Anchor, Placed: true}
	}
	sel(2)
	if SelectedMark(st) != 0 || lit(st, &st.View.Marks[0]) != 1 {
		t.Error("the capital's own event does not ring it")
	}
	sel(0)
	if SelectedMark(st) != -1 || lit(st, &st.View.Marks[0]) != quiet {
		t.Error("an event of the country rings the capital")
	}
	if m := w.Marks(st, false); m[0].Shape == nil || m[0].Shape.Name != "Land" {
		t.Errorf("the outline is of %v, not of the country", m[0].Shape)
	}
	st.Story.Events = st.Story.Events[:2]
	st.View = story.Visible(st.Story, st.Period, st.Filter)
	if SelectedMark(st) != 0 {
		t.Error("a mark of the country alone is not ringed")
	}
}

func TestUnrealIsToldApart(t *testing.T) {
	st, w := vague(), Words{}
	st.Period = story.Period{}
	plan := func(m ...story.Modality) (bool, string) {
		for i := range m {
			st.Story.Events[2*i].Modality = m[i]
		}
		st.View = story.Visible(st.Story, st.Period, st.Filter)
		words := ""
		for _, r := range w.Events(st.Story).In(st) {
			words += r.Detail + "|"
		}
		return len(st.View.Marks) > 0 && w.Marks(st, false)[0].Open, words
	}
	for _, c := range []struct {
		name string
		m    []story.Modality
		open bool
		word string
	}{
		{"what happened is filled", []story.Modality{story.ModalAsserted, story.ModalReported}, false, ""},
		{"a plan and a denial are hollow", []story.Modality{story.ModalPlanned, story.ModalDenied}, true, "planned"},
		{"one of them happened", []story.Modality{story.ModalConditional, story.ModalAsserted}, false, "only possible"},
		{"a charge", []story.Modality{story.ModalClaimed, story.ModalClaimed}, true, "claimed"},
		{"an opinion", []story.Modality{story.ModalOpinion, story.ModalOpinion}, true, "opinion"},
	} {
		if open, words := plan(c.m...); open != c.open || !strings.Contains(words, c.word) {
			t.Errorf("%s: hollow %v, %s", c.name, open, words)
		}
	}
	_, marks := w.Lanes(st, LaneColour(0))
	if !marks[0].Open || !strings.Contains(marks[0].Tip(), "opinion") || !strings.Contains(w.Legend(marks), "hollow") {
		t.Errorf("the tick %+v, the legend %q", marks[0], w.Legend(marks))
	}
	st.Filter.HideUnreal = true
	if v := story.Visible(st.Story, st.Period, st.Filter); len(v.Events) != 1 || len(v.Marks) != 0 || !st.Filter.On() {
		t.Errorf("only what happened: %v", v.Events)
	}
	if chips := w.Chips(st.Story, st.Filter); len(chips) != 1 || chips[0].Words != "Only what happened" || chips[0].Without.HideUnreal {
		t.Errorf("chips %+v", chips)
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

// TestPlaceRows_WhatIsOnlyNamedIsARow: a place that a text names without telling what happens there is no event. Where nothing
// else is marked, a mark stands for it that says so and leads to the sentences.
func TestPlaceRows_WhatIsOnlyNamedIsARow(t *testing.T) {
	at := &story.Spot{Place: geo.Place{ID: 7, Name: "Linz", Kind: geo.KindCity, Anchor: orb.Point{14.3, 48.3}}, P: 0.9}
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{ID: "a", Text: "In Linz. In Linz."}}}, Events: []story.Event{
		{ID: "one", Mention: true, Where: at, P: 0.5, Span: story.Span{Start: 0, End: 8}}, {ID: "two", Mention: true, Where: at, P: 0.5, Span: story.Span{Start: 9, End: 17}}}}
	st := session.State{Story: s, View: story.Visible(s, story.Period{}, story.Filter{})}
	rows := Words{}.PlaceRows(st, Inks{})
	if len(rows) != 1 || rows[0].Section != "Only named" || rows[0].Title != "Linz" || rows[0].Right != "2 mentions" || rows[0].ID != MarkID(at.Place.Anchor) {
		t.Errorf("rows %+v", rows)
	}
	marks := Words{}.Marks(st, false)
	if len(marks) != 1 || len(st.View.Events) > 0 || !marks[0].Named || marks[0].Filled || marks[0].Ring || marks[0].Tip.Lines[0] != onlyNamed {
		t.Errorf("marks %+v, events %v", marks, st.View.Events)
	}
	if d := (Words{}).Detail(s, &st.View.Marks[0]); d.Note != onlyNamed || len(d.Items) != 1 || d.Items[0].ID != "one" || d.Items[0].Head != "" {
		t.Errorf("the card of the mark is %+v", d)
	}
	if got := (Words{}).Contains(s, st.View); got != "1 place only named · 1 article" {
		t.Errorf("a file of it holds %q", got)
	}
	if _, sub := (Words{}).period(s, st.View, 0); !strings.Contains(sub, "1 place only named") {
		t.Errorf("the card says %q", sub)
	}
	for _, first := range []bool{true, false} {
		if got := Shown(st, first); len(got) == 0 || got[0] != at.Place.Anchor {
			t.Errorf("the map is fitted to %v", got)
		}
	}
}

package ui

import (
	"fmt"
	"slices"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// chip is one part of the filter, in words, and the filter without it.
type chip struct {
	words   string
	without story.Filter
}

// chipsOf are the parts of a filter, in the order of the menu.
func chipsOf(s *story.Story, f story.Filter) []chip {
	var out []chip
	add := func(words string, change func(*story.Filter)) {
		g := f
		change(&g)
		out = append(out, chip{words, g})
	}
	for k, id := range f.Articles {
		name := id
		if i := s.ArticleAt(id); i >= 0 {
			name = title(s.Articles[i])
		}
		add(text("Article")+": "+clip(name, 36), func(g *story.Filter) { g.Articles = without(f.Articles, k) })
	}
	for k, id := range f.Speakers {
		name := text("No speaker named")
		if i := s.SpeakerAt(id); i >= 0 {
			name = s.Speakers[i].Name
		}
		add(text("Speaker")+": "+clip(name, 36), func(g *story.Filter) { g.Speakers = without(f.Speakers, k) })
	}
	for k, id := range f.Places {
		name := fmt.Sprint(id)
		if p, ok := story.PlaceNamed(s, id); ok {
			name = p.Name
		}
		add(text("Place")+": "+clip(name, 36), func(g *story.Filter) { g.Places = without(f.Places, k) })
	}
	if len(story.NewWords(f.Words)) > 0 {
		add(text("Words")+": "+clip(f.Words, 36), func(g *story.Filter) { g.Words = "" })
	}
	if f.MinP != 0 {
		add(text(sureWords(f.MinP)), func(g *story.Filter) { g.MinP = 0 })
	}
	if f.HideEvents {
		add(text("No events"), func(g *story.Filter) { g.HideEvents = false })
	}
	if f.HideQuotes {
		add(text("No quotes"), func(g *story.Filter) { g.HideQuotes = false })
	}
	if f.HideActors {
		add(text("No rings of who speaks"), func(g *story.Filter) { g.HideActors = false })
	}
	return out
}

func without[T any](list []T, i int) []T {
	if len(list) == 1 {
		return nil
	}
	return slices.Delete(slices.Clone(list), i, i+1)
}

// chipRow shows the filter under the top bar, while there is one.
type chipRow struct {
	w     *Window
	box   *fyne.Container
	root  *fyne.Container
	chips []*kit.Control
}

func newChipRow(w *Window) *chipRow {
	r := &chipRow{w: w, box: container.New(&kit.Flow{Gap: 6})}
	r.root = container.NewVBox(container.New(kit.Indent{Left: 12, Top: 1, Right: 12, Bottom: 2}, r.box), w.line())
	r.root.Hide()
	return r
}

func (r *chipRow) show(st session.State) {
	chips := chipsOf(st.Story, st.Filter)
	r.w.controls = slices.DeleteFunc(r.w.controls, func(c *kit.Control) bool { return slices.Contains(r.chips, c) })
	focused := slices.IndexFunc(r.chips, func(c *kit.Control) bool { return fyne.Focusable(c) == r.w.win.Canvas().Focused() })
	r.chips, r.box.Objects = nil, nil
	shown := r.root.Visible()
	if len(chips) == 0 {
		if r.root.Hide(); shown {
			r.w.content.Refresh()
		}
		return
	}
	for _, c := range chips {
		b := r.w.control(c.words, theme.CancelIcon(), func() { r.w.session.SetFilter(c.without) })
		b.IconPlacement = widget.ButtonIconTrailingText
		b.Hint = text("Take this filter away")
		r.chips = append(r.chips, b)
	}
	reset := r.w.control(text("Reset"), theme.ContentClearIcon(), r.w.session.Reset)
	reset.Importance = widget.LowImportance
	reset.Hint = text("Show everything again: all dates, no filter")
	r.chips = append(r.chips, reset)
	for _, b := range r.chips {
		r.box.Objects = append(r.box.Objects, b)
	}
	r.root.Show()
	if r.box.Refresh(); !shown {
		r.w.content.Refresh()
	}
	if focused >= 0 {
		r.w.win.Canvas().Focus(r.chips[min(focused, len(r.chips)-1)])
	}
}

// showFilter brings the filter onto the screen: its chips, and the checks in the menu.
func (w *Window) showFilter(st session.State) {
	w.chips.show(st)
	w.checkMenu()
}

// sureSteps are the least probabilities to choose from.
var sureSteps = [...]float64{0, 0.5, 0.8}

func sureWords(p float64) string {
	switch {
	case p < 0:
		return "However likely"
	case p == 0:
		return "What is likely"
	case p <= 0.5:
		return "At least 50 % likely"
	}
	return "At least 80 % likely"
}

// narrow changes a copy of the filter and sets it.
func (w *Window) narrow(change func(*story.Filter)) {
	f := w.session.State().Filter
	change(&f)
	w.session.SetFilter(f)
}

// onlyArticle, onlySpeaker and onlyPlace narrow the story to what is selected. The article is the one that is shown.
func (w *Window) onlyArticle() {
	if w.article >= 0 {
		w.narrow(func(f *story.Filter) { f.Articles = []string{w.shownID} })
	}
}

func (w *Window) onlySpeaker() {
	st := w.session.State()
	if i := selectedSpeaker(st); i >= 0 {
		w.narrow(func(f *story.Filter) { f.Speakers = []story.SpeakerID{st.Story.Speakers[i].ID} })
		return
	}
	w.session.Notify(session.Note{Text: text("Select a quote first: then the story can be narrowed to who speaks there.")})
}

func (w *Window) onlyPlace() {
	if p, ok := selectedPlace(w.session.State()); ok {
		w.narrow(func(f *story.Filter) { f.Places = []geo.PlaceID{p.ID} })
		return
	}
	w.session.Notify(session.Note{Text: text("Select a place first, on the map or in the list of places.")})
}

// selectedSpeaker is who speaks in what is selected; -1 nobody.
func selectedSpeaker(st session.State) int {
	s := st.Story
	if q := st.SelectedQuote(); q >= 0 {
		return s.Quotes[q].Speaker
	}
	if e := st.SelectedEvent(); e >= 0 {
		return eventSpeaker(s, e)
	}
	return -1
}

// selectedPlace is the place of what is selected: of the event, of the quote, else the first at the selected mark.
func selectedPlace(st session.State) (geo.Place, bool) {
	s, x := st.Story, st.Selected
	if e := st.SelectedEvent(); e >= 0 && s.Events[e].Where != nil {
		return s.Events[e].Where.Place, true
	}
	if q := st.SelectedQuote(); q >= 0 && s.Quotes[q].Where != nil {
		return s.Quotes[q].Where.Place, true
	}
	for i := range st.View.Marks {
		if m := &st.View.Marks[i]; x.Placed && m.At == x.At && len(m.Places) > 0 {
			return m.Places[0], true
		}
	}
	return geo.Place{}, false
}

// filterActions are the menu items of search, filter and rows.
func (w *Window) filterActions() []action {
	s := w.session
	out := []action{
		{"Show", "Find people, places, words", fyne.KeyF, "", w.find},
		{"Show", "Reset", fyne.KeyR, "", s.Reset},
		{"Show", "", "", "", nil},
		{"Show", "Only this article", "", "", w.onlyArticle},
		{"Show", "Only this speaker", "", "", w.onlySpeaker},
		{"Show", "Only this place and what lies in it", "", "", w.onlyPlace},
	}
	for _, p := range sureSteps {
		out = append(out, action{"Show>How likely", sureWords(p), "", "", func() { w.narrow(func(f *story.Filter) { f.MinP = p }) }})
	}
	out = append(out, action{"Show", "", "", "", nil},
		action{"Show", "Leave events out", "", "", func() { w.narrow(func(f *story.Filter) { f.HideEvents = !f.HideEvents }) }},
		action{"Show", "Leave quotes out", "", "", func() { w.narrow(func(f *story.Filter) { f.HideQuotes = !f.HideQuotes }) }},
		action{"Show", "", "", "", nil})
	for _, l := range laneChoices {
		out = append(out, action{"Show>Rows of the timeline", laneWords[l], "", "", func() { s.SetLanes(l) }})
	}
	return append(out, action{"Show>Rows of the timeline", "Next kind of rows", "", "L", w.nextLanes})
}

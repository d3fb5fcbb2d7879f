package ui

import (
	"context"
	"image"
	"sync/atomic"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/mapview"
	"dateline/app/ui/present"
	"dateline/app/ui/timeline"
	"dateline/geo"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"github.com/paulmach/orb"
)

// presenting is what is kept while a story is presented.
type presenting struct {
	screen *present.Screen
	view   viewport.Viewport // of the map before
	full   bool              // the window filled the screen before
}

// shifted reports whether a Shift key is held.
func (w *Window) shifted() bool {
	d, ok := w.cfg.App.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// startKey is F5, with or without Shift.
func (w *Window) startKey() {
	if w.shifted() {
		w.presentFromSelected()
	} else {
		w.presentFromStart()
	}
}

// presentFromStart presents the story from its first event, or from where the slider stands.
func (w *Window) presentFromStart() {
	if !w.beginPresenting() {
		return
	}
	st := w.session.State()
	if !st.Period.On {
		w.session.First()
		return
	}
	at := -1
	for _, i := range st.View.Events {
		if !st.Story.Events[i].When.Dated() {
			continue
		}
		if i == st.SelectedEvent() {
			return // the slider stands at the selected event
		}
		if at < 0 {
			at = i
		}
	}
	if at >= 0 {
		w.selectEvent(at)
		return
	}
	w.session.Unselect()
	if !w.session.Next() {
		w.session.Last()
	}
}

// presentFromSelected presents the story from the selected event on.
func (w *Window) presentFromSelected() {
	if w.session.State().SelectedEvent() < 0 {
		w.presentFromStart()
		return
	}
	w.beginPresenting()
}

// beginPresenting fills the screen that the window is on with map, timeline and one quote at a time. It reports whether
// there is a story to present.
func (w *Window) beginPresenting() bool {
	if w.present != nil {
		return false
	}
	if len(w.session.State().Story.Articles) == 0 {
		w.session.Notify(session.Note{Text: text("There is nothing to present yet. Open an article first.")})
		return false
	}
	w.session.Pause()
	w.tips.Show(nil, "")
	p := &presenting{screen: present.New(w.mapp, w.timeline), view: w.mapp.Viewport(), full: w.win.FullScreen()}
	s := p.screen
	s.OnNext = func() { w.session.Next() }
	s.OnPrevious = func() { w.session.Previous() }
	s.OnFirst, s.OnLast = w.session.First, w.session.Last
	s.OnClose = w.endPresenting
	s.OnLabels = func(bool) { w.showLabels() }
	s.OnResize = w.presentLooks
	s.OnRune = w.presentRune
	s.SetLook(present.Look{WordsFont: w.cfg.Serif, Text: w.pal.Text, Muted: w.pal.Muted, Line: w.pal.Line, Strip: w.pal.Bar,
		Scale: min(max(1, float32(w.textPercent())/100), 1.5)}) // it is large already
	w.present = p
	w.win.SetMainMenu(nil)
	w.win.Canvas().Unfocus()
	s.SetSlide(slideOf(w.session.State()))
	w.win.SetContent(s)
	if !p.full {
		w.fullTime = w.cfg.Now()
		w.win.SetFullScreen(true)
	}
	w.presentLooks()
	return true
}

// endPresenting brings the window back, at the event that was shown last.
func (w *Window) endPresenting() {
	p := w.present
	if p == nil {
		return
	}
	w.present = nil
	w.names.hide(false)
	w.mapp.SetMargin(viewport.Pad{})
	w.win.SetContent(w.content)
	w.win.SetMainMenu(w.menu())
	if !p.full {
		w.win.SetFullScreen(false)
	}
	w.applyPalette()
	st := w.session.State()
	w.show(st, session.Everything&^(session.Moved|session.Opened))
	if st.Selected.Placed {
		w.mapp.Fit([]orb.Point{st.Selected.At}, p.view.Zoom, false)
	} else {
		w.mapp.SetViewport(p.view)
	}
}

// presentRune takes what the presenter's screen has no use for.
func (w *Window) presentRune(r rune) {
	switch r {
	case '+', '=':
		w.mapp.ZoomIn()
	case '-', '−':
		w.mapp.ZoomOut()
	case '0':
		w.fitSlide(true)
	case '?':
		w.showKeys()
	}
}

// presentLooks gives map and timeline type that can be read from the last row, and tells the map what cards cover it.
func (w *Window) presentLooks() {
	s := w.present.screen
	size := s.TextSize()
	if size <= 0 {
		return // it has no size yet
	}
	w.mapLooks(size, w.style(float64(size)/mapTextSize))
	w.timeline.SetLook(timeline.Look{TextSize: size})
	w.placeSlide()
	w.fitSlide(false)
}

// mapTextSize is the size of the names of marked places on the map in its own style.
const mapTextSize = 14

// placeSlide tells the map what the presenter's cards cover.
func (w *Window) placeSlide() {
	s := w.present.screen
	var cards []mapview.Card
	covered, margin := s.CoveredBy(), viewport.Pad{}
	size := w.mapp.Size()
	for _, b := range s.Boxes() {
		cards = append(cards, mapview.Card{At: b.At, Size: b.Size})
		if b.At.X+b.Size.Width < size.Width-4*s.TextSize() {
			continue
		}
		// A narrow screen: the card covers the map's own buttons.
		if b.At.Y < size.Height/2 {
			margin.Top = max(margin.Top, float64(b.At.Y+b.Size.Height))
		}
	}
	covered.Top = max(covered.Top-margin.Top, 0)
	w.mapp.SetMargin(margin)
	w.mapp.SetInset(covered)
	w.mapp.SetCards(cards...)
}

// showSlide brings what is selected onto the presenter's screen.
func (w *Window) showSlide(st session.State, fresh bool) {
	before := w.present.screen.Slide()
	w.present.screen.SetSlide(slideOf(st))
	if before == w.present.screen.Slide() && !fresh {
		return
	}
	w.placeSlide()
	w.showLabels()
	if fresh {
		w.fitSlide(true)
	}
}

// showLabels shows or hides the names of places on the map.
func (w *Window) showLabels() {
	if w.names.hide(!w.present.screen.LabelsShown()) {
		w.mapp.SetMarks(w.marks(w.session.State()))
	}
}

// slideZoom is the closest that a slide goes: the country around stays in view. What is known to country level only is
// seen with the countries around.
const (
	slideZoom   = 6.2
	countryZoom = 4.3
)

// fitSlide brings the places of the slide into the part of the map that no card covers.
func (w *Window) fitSlide(animated bool) {
	w.mapp.Fit(slidePoints(w.session.State()), slideZoom, animated)
}

// slidePoints are the place of what is selected and those near it where something happens in the period. Without a
// selected place it is all that is visible.
func slidePoints(st session.State) []orb.Point {
	x := st.Selected
	if !x.Placed {
		var out []orb.Point
		for _, m := range st.View.Marks {
			if m.Filled && !m.Country {
				out = append(out, m.At)
			}
		}
		if len(out) == 0 {
			out = allPoints(st.View)
		}
		return out
	}
	const reach = 5.0 // degrees: what lies farther away is named at the map's edge
	out := []orb.Point{x.At}
	for _, m := range st.View.Marks {
		if d := m.At[0] - x.At[0]; m.Filled && !m.Country && d > -1.6*reach && d < 1.6*reach && m.At[1]-x.At[1] < reach && x.At[1]-m.At[1] < reach {
			out = append(out, m.At)
		}
	}
	return out
}

// fullWeekdays are asked of the translation one by one.
var fullWeekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// slideOf is the slide of what is selected: its day, its first quote with the speaker, else its sentence.
func slideOf(st session.State) present.Slide {
	s, event := st.Story, st.SelectedEvent()
	out := present.Slide{Under: s.Title}
	when := story.Moment{}
	if event >= 0 {
		e := &s.Events[event]
		when = e.When
		out.At, out.Of = placeInStory(s, st.Filter, event)
		if e.Doc < len(s.Articles) {
			out.Event, out.Title, out.Colour = clip(e.Sentence.In(s.Articles[e.Doc].Text), 900), title(s.Articles[e.Doc]), laneColour(e.Doc)
		}
	}
	if q := st.SelectedQuote(); q >= 0 && s.Quotes[q].Kind == story.QuoteDirect && s.Quotes[q].Doc < len(s.Articles) {
		quote := &s.Quotes[q]
		out.Words = curly(quote.Span.In(s.Articles[quote.Doc].Text))
		out.Speaker, out.Role = speakerWords(s, quote)
		out.Colour = laneColour(quote.Doc)
		if event < 0 {
			when = quote.When
		}
	}
	if !when.Dated() {
		out.Date, _ = periodWords(s, st.View, st.Width)
		if !st.Selected.None() && !st.Period.On {
			out.Date = text("Undated")
		}
		return out
	}
	out.Date = slideDate(when)
	if when.Earliest == when.Latest && when.Earliest.Bounded() {
		out.Under = join(lang.L(fullWeekdays[when.Earliest.Weekday()]), s.Title)
	}
	return out
}

// slideDate is the day in full, "12 March 2025", or the interval.
func slideDate(m story.Moment) string {
	if m.Earliest != m.Latest || !m.Earliest.Bounded() {
		return interval(m.Earliest, m.Latest)
	}
	return fullDay(m.Earliest)
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// placeInStory tells which of the dated events that the filter lets through an event is, from 1, and how many there are;
// 0 and 0 where it is none of them.
func placeInStory(s *story.Story, f story.Filter, event int) (at, of int) {
	for _, i := range story.Passing(s, f) {
		if !s.Events[i].When.Dated() {
			break // those without a date come last
		}
		of++
		if i == event {
			at = of
		}
	}
	if at == 0 {
		return 0, 0
	}
	return at, of
}

// names is the source of the map's tiles and names, which can be told to keep the names to itself.
type names struct {
	tile.Source
	cities func(orb.Bound, int) []geo.Place
	hidden atomic.Bool
}

// hide hides the names or shows them, and reports whether that is a change.
func (n *names) hide(on bool) bool { return n.hidden.Swap(on) != on }

// Tile gives a tile of the map, which has no names on it.
func (n *names) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	return n.Source.Tile(ctx, k)
}

// Labels gives the names of countries and the like.
func (n *names) Labels(b orb.Bound, zoom float64) []tile.Label {
	if l, ok := n.Source.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok && !n.hidden.Load() {
		return l.Labels(b, zoom)
	}
	return nil
}

// Cities gives the largest towns.
func (n *names) Cities(b orb.Bound, most int) []geo.Place {
	if n.cities == nil || n.hidden.Load() {
		return nil
	}
	return n.cities(b, most)
}

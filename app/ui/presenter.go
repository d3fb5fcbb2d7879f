package ui

import (
	"dateline/app/session"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/kit"
	"dateline/app/ui/mapview"
	"dateline/app/ui/present"
	"dateline/app/ui/timeline"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
)

// presenter shows a story on the whole screen: map, timeline and one quote at a time.
type presenter struct {
	*desk
	serif    fyne.Resource
	maps     *mapPane
	time     *timePane
	full     *fullScreen
	keys     func(rune) (*command.Command, bool) // the command of a key that types something
	leave    func()                              // brings the window back
	enter    func(screen fyne.CanvasObject)      // puts the screen in the window's place
	begun    func()                              // told once a story is presented
	ended    func()                              // told before the window comes back
	presents func(on bool)                       // told of both; nil nobody

	resized, placed func() // told that the screen, or a card on it, has another size

	screen *present.Screen   // nil while nothing is presented
	view   viewport.Viewport // of the map before
	filled bool              // the window filled the screen before
	all    *bind.Slides      // of the story and the filter shown last
	ask    *asker            // asks about the story on the same screen
}

// on reports whether a story is presented.
func (p *presenter) on() bool { return p.screen != nil }

// FromStart presents the story from its first slide, wherever the slider stands.
func (p *presenter) FromStart() {
	if p.begin() {
		p.goSlide(min(0, p.slides().Len()-1))
	}
}

// slides are those of the story that is open.
func (p *presenter) slides() *bind.Slides {
	if st := p.session.State(); !p.all.Of(&st) {
		p.all = bind.NewSlides(&st)
	}
	return p.all
}

// goSlide shows a slide; -1 none.
func (p *presenter) goSlide(k int) {
	if k < 0 {
		return
	}
	all := p.slides()
	m := all.Means(k)
	p.session.GoToSlide(all.Slide(k).ID, m.Event, m.Quote)
}

// step goes to another slide; after the last one questions are asked, if any can be made and none was among the slides.
func (p *presenter) step(by int) {
	k := p.slides().Beside(p.session.State(), by)
	if k < 0 && by > 0 && !p.slides().Ask() {
		p.ask.make(true)
	}
	p.goSlide(k)
}

// FromSelected presents the story from the selected event on; with none selected, from where the slider stands.
func (p *presenter) FromSelected() {
	st := p.session.State()
	selected := st.SelectedEvent() >= 0 || p.slides().Named(st.Selected.Slide) >= 0
	if !p.begin() || selected {
		return
	}
	if k, stay := p.slides().Here(p.session.State()); !stay {
		p.goSlide(k)
	}
}

// WithPen is FromSelected with the pen taken.
func (p *presenter) WithPen() {
	p.FromSelected()
	if p.on() {
		p.screen.SetPen(true)
		p.screen.OnPen()
	}
}

// begin fills the screen that the window is on. It reports whether there is a story to present.
func (p *presenter) begin() bool {
	if p.on() {
		return false
	}
	if len(p.session.State().Story.Articles) == 0 {
		p.session.Notify(session.Note{Text: text("There is nothing to present yet. Open an article first.")})
		return false
	}
	p.session.Pause()
	p.hints.Show(nil, "")
	p.view, p.filled = p.maps.mapp.Viewport(), p.win.FullScreen()
	p.screen = present.New(p.maps.mapp, p.time.timeline)
	p.maps.lent, p.time.lent, p.time.timeline.Aside = true, true, true
	p.time.showCounts(p.session.State())
	s := p.screen
	s.OnNext, s.OnPrevious = p.either(p.ask.next, func() { p.step(1) }), p.either(p.ask.previous, func() { p.step(-1) })
	s.OnPick, s.OnArrow, s.OnTeam, s.OnAnswer = p.ask.pick, p.ask.arrow, p.ask.team, p.ask.answer
	s.OnFirst, s.OnLast = func() { p.goSlide(min(0, p.slides().Len()-1)) }, func() { p.goSlide(p.slides().Len() - 1) }
	s.OnPage = p.place
	s.OnClose = p.either(p.ask.leave, p.end)
	s.OnLabels, s.OnDay = func(bool) { p.showLabels() }, func(bool) { p.showDay() }
	s.OnResize = p.looks
	s.OnRune = p.rune
	s.SetLook(present.Look{WordsFont: p.serif, Text: p.pal.Text, Muted: p.pal.Muted, Line: p.pal.Line, Strip: p.pal.Bar,
		Scale: min(max(1, float32(p.kept.textPercent())/100), 1.5)}) // it is large already
	p.win.Canvas().Unfocus()
	s.SetSlide(present.Slide(p.words.Slide(p.session.State(), p.slides())))
	p.enter(s)
	if !p.filled {
		p.full.set(true)
	}
	p.looks()
	p.showLabels()
	p.showDay()
	p.ask.follow(p.session.State())
	p.begun()
	if p.presents != nil {
		p.presents(true)
	}
	return true
}

// either is what is done while questions are asked, and what is done else.
func (p *presenter) either(asking, showing func()) func() {
	return func() {
		if p.ask.on() {
			asking()
		} else {
			showing()
		}
	}
}

// end brings the window back, at the event that was shown last.
func (p *presenter) end() {
	if !p.on() {
		return
	}
	p.ask.away()
	p.ask.run = runRound{}
	p.screen = nil
	p.ended()
	if p.presents != nil {
		p.presents(false)
	}
	p.maps.lent, p.time.lent, p.time.timeline.Aside = false, false, false
	p.maps.names.hide(false)
	p.time.veil(false)
	p.maps.mapp.SetMargin(viewport.Pad{})
	p.leave()
	if !p.filled {
		p.win.SetFullScreen(false)
	}
	if x := p.session.State().Selected; x.Placed {
		p.maps.mapp.Fit([]orb.Point{x.At}, p.view.Zoom, false)
	} else {
		p.maps.mapp.SetViewport(p.view)
	}
}

// rune takes what the presenter's screen has no use for.
func (p *presenter) rune(r rune) {
	c, ok := p.keys(r)
	if !ok {
		return
	}
	switch c.ID {
	case "fit":
		p.fit(true)
	case "zoom.in", "zoom.out", "keys", "ask":
		c.Run()
	}
}

// looks gives map and timeline type that can be read from the last row, and tells the map what cards cover it.
func (p *presenter) looks() {
	size := p.screen.TextSize()
	if size <= 0 {
		return // it has no size yet
	}
	p.maps.lookLarge(p.maps.mapp, p.time.timeline, size)
	p.place()
	p.fit(false)
	p.resized()
}

// lookLarge gives a map and a timeline text that is nowhere smaller than a size.
func (m *mapPane) lookLarge(mapp *mapview.Map, line *timeline.Timeline, size float32) {
	m.lookOf(mapp, (size+1)/mapview.SmallText, float64(size)/mapTextSize)
	line.SetLook(timeline.Look{TextSize: size / timeline.AxisText})
}

// mapTextSize is the size of the names of marked places on the map in its own style.
const mapTextSize = 14

// place tells the map what the presenter's cards cover.
func (p *presenter) place() {
	placeCards(p.screen, p.maps.mapp)
	p.placed()
}

// placeCards tells a map what the cards of the screen that it stands in cover.
func placeCards(s *present.Screen, m *mapview.Map) {
	var cards []mapview.Card
	covered, margin := s.CoveredBy(), viewport.Pad{}
	size := m.Size()
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
	m.SetMargin(margin)
	m.SetInset(covered)
	m.SetCards(cards...)
}

// show brings what is selected onto the presenter's screen.
func (p *presenter) show(st session.State, c session.Change) {
	p.ask.gone(st)
	if !p.on() || p.ask.on() && !p.ask.inRun() || c&(session.Opened|session.Selected|session.Viewed|session.Ran) == 0 || p.ask.follow(st) {
		return
	}
	fresh := c&(session.Opened|session.Selected) != 0
	before := p.screen.Slide()
	p.screen.SetSlide(present.Slide(p.words.Slide(st, p.slides())))
	if before == p.screen.Slide() && !fresh {
		return
	}
	p.place()
	p.showLabels()
	p.showDay()
	if fresh {
		p.fit(true)
	}
}

func (p *presenter) setPalette(*kit.Palette) {
	if p.on() {
		p.looks()
	}
}

// showLabels shows or hides the names of places on the map.
func (p *presenter) showLabels() { p.maps.hideNames(!p.screen.LabelsShown()) }

// showDay shows or hides the day of the slide on the timeline.
func (p *presenter) showDay() { p.time.veil(!p.screen.DayShown()) }

// slideZoom is the closest that a slide goes: the country around stays in view.
const slideZoom = 6.2

// fit brings the places of the slide into the part of the map that no card covers, and what else is marked beside the
// cards.
func (p *presenter) fit(animated bool) {
	if p.ask.on() {
		p.ask.fitQuestions(animated)
		return
	}
	points, closest := bind.SlidePoints(p.session.State(), p.slides())
	if closest == 0 {
		closest = slideZoom
	}
	p.maps.mapp.FitClear(points, closest, animated)
}

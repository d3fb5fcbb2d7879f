package ui

import (
	"context"
	"image"
	"time"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/mapview"
	"dateline/app/ui/present"
	board "dateline/app/ui/presenter"
	"dateline/app/ui/timeline"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// screens is the second window of a presentation: the class sees the slide in one, the teacher a picture of it, the next slide,
// the notes and the clock in the other. Fyne cannot put a window on a screen: which window a person drags to the projector
// decides, and swapping exchanges what the two show, now and the next time. Keys do the same in both, and leaving either ends
// both.
type screens struct {
	*desk
	first   *presenter
	serif   fyne.Resource
	now     func() time.Time
	guard   func(func())
	draw    func(context.Context, Still) (image.Image, error) // nil: no picture of the slide that comes next
	hold    func(fyne.KeyName, bool)                          // a key goes down or up
	second  fyne.Window                                       // nil while there is none
	board   *board.Board
	copy    picture
	next    int  // the slide that comes next, as its picture is shown; -1 none
	swapped bool // the class sees the second window
	since   time.Time
	stop    chan struct{} // ends the clock
}

// picture is what the class sees, small.
type picture struct {
	screen *present.Screen
	mapp   *mapview.Map
	line   *timeline.Timeline
}

func newScreens(d *desk, c *Config, p *presenter) *screens {
	s := &screens{desk: d, first: p, serif: c.Serif, now: c.Now, guard: c.Guard, draw: c.Still}
	if s.guard == nil {
		s.guard = func(f func()) { f() }
	}
	p.begun, p.ended, p.resized, p.placed = s.begin, s.end, s.resized, s.placed
	p.ask.told = func() { s.follow(s.session.State()) }
	return s
}

// keptScreens is where it is kept that presenting takes two windows, keptSwapped that the class sees the second.
const (
	keptScreens = "present.screens"
	keptSwapped = "present.swapped"
)

// Two reports whether presenting takes two windows.
func (s *screens) Two() bool { return s.kept.p.Bool(keptScreens) }

// ToggleTwo presents in two windows from now on, or in one.
func (s *screens) ToggleTwo() {
	on := !s.Two()
	s.kept.p.SetBool(keptScreens, on)
	switch {
	case s.first.on() && on:
		s.open()
	case s.first.on():
		s.end()
	case on:
		s.session.Notify(session.Note{About: keptScreens, Text: text("Presenting (F5) opens two windows now: this one is for the class, drag it to the projector. The other is yours.")})
	default:
		s.session.Notify(session.Note{About: keptScreens, Text: text("Presenting (F5) takes one window again.")})
	}
}

// CanSwap reports whether there are two windows.
func (s *screens) CanSwap() bool { return s.second != nil }

// Swap shows the class what the teacher's window showed, and the other way round.
func (s *screens) Swap() {
	if s.second == nil {
		return
	}
	s.swapped = !s.swapped
	s.kept.p.SetBool(keptSwapped, s.swapped)
	s.exchange()
}

// exchange gives both windows what they show.
func (s *screens) exchange() {
	class, own := s.win, s.second
	if s.swapped {
		class, own = own, class
	}
	own.SetFullScreen(false)
	own.SetContent(s.board.Root)
	class.SetContent(s.first.screen)
	class.SetFullScreen(true)
	own.Canvas().Unfocus()
	class.Canvas().Unfocus()
	s.board.Root.Refresh()
}

// begin follows the presentation that has begun.
func (s *screens) begin() {
	p := s.first.screen
	blank, labels, typed := p.OnBlank, p.OnLabels, p.OnRune
	p.OnBlank = func(b present.Blank) {
		if blank != nil {
			blank(b)
		}
		s.held()
	}
	p.OnLabels = func(shown bool) { labels(shown); s.held() }
	p.OnPen = s.held
	p.OnRune = func(r rune) {
		if c, ok := s.first.keys(r); ok && (c.ID == "screens" || c.ID == "screens.swap") {
			c.Run()
			return
		}
		typed(r)
	}
	s.since = s.now()
	if s.Two() {
		s.open()
	}
}

// open shows the second window.
func (s *screens) open() {
	s.copy = s.small()
	s.board, s.swapped, s.next = board.New(s.config()), s.kept.p.Bool(keptSwapped), -1
	w := s.app.NewWindow(text("Your screen") + " – Dateline")
	s.second = w
	w.SetPadded(false)
	w.SetCloseIntercept(s.first.end)
	c := w.Canvas()
	c.SetOnTypedKey(s.onKey)
	c.SetOnTypedRune(s.onRune)
	if d, ok := c.(desktop.Canvas); ok {
		d.SetOnKeyDown(func(e *fyne.KeyEvent) { s.hold(e.Name, true) })
		d.SetOnKeyUp(func(e *fyne.KeyEvent) { s.hold(e.Name, false) })
	}
	w.Resize(fyne.NewSize(1280, 800))
	w.SetContent(s.board.Root)
	s.resized()
	s.follow(s.session.State())
	s.held()
	s.tick()
	s.stop = make(chan struct{})
	stop := s.stop
	go s.guard(func() { s.run(stop) })
	w.Show()
	if s.swapped {
		s.exchange()
	}
}

// small makes the picture of what the class sees.
func (s *screens) small() picture {
	p := s.first
	m, l := p.maps.mapp.NewTwin(), p.time.timeline.NewTwin()
	return picture{p.screen.NewTwin(m, l), m, l}
}

// config is what the board is made of.
func (s *screens) config() board.Config {
	p := s.first.screen
	do := func(c present.Cmd) func() { return func() { p.Do(c) } }
	s.copy.screen.OnResize = s.fitted
	c := board.Config{Serif: s.serif, Next: do(present.Next), Back: do(present.Previous), Black: do(present.Black), Names: do(present.Labels),
		Pen: do(present.Pen), Swap: s.Swap, Key: s.onKey, Rune: s.onRune,
		Picture: s.copy.screen, Shape: s.shape,
		NoteSize: float32(s.kept.number(keptNotes, 100, board.LeastNotes, board.MostNotes)),
		Sized:    func(percent float32) { s.kept.p.SetFloat(keptNotes, float64(percent)) }}
	if _, ok := s.first.keys('q'); ok {
		c.Quiz = func() { p.TypedRune('q') }
	}
	return c
}

// shape is how wide what the class sees is for its height.
func (s *screens) shape() float32 {
	size := s.first.screen.Size()
	if size.Width < 1 || size.Height < 1 {
		return 1.6
	}
	return size.Width / size.Height
}

// resized follows another size of what the class sees.
func (s *screens) resized() {
	if s.second == nil {
		return
	}
	class, own := s.first.screen.Size(), s.second.Canvas().Size()
	if !s.swapped && class.Width > 0 && (own.Width > class.Width || own.Height > class.Height) { // a small screen: its own, as far as one knows
		s.second.Resize(fyne.NewSize(min(own.Width, class.Width*0.96), min(own.Height, class.Height*0.88)))
	}
	s.board.Reshape()
	s.fitted()
}

// fitted gives map and timeline of the picture type of its size.
func (s *screens) fitted() {
	size := s.copy.screen.TextSize()
	if size <= 0 {
		return // it has no size yet
	}
	s.first.maps.lookLarge(s.copy.mapp, s.copy.line, size)
	s.placed()
}

// placed tells the map of the picture what the cards cover there.
func (s *screens) placed() {
	if s.second != nil {
		placeCards(s.copy.screen, s.copy.mapp)
	}
}

// keptNotes is the size of the notes, in per cent.
const keptNotes = "present.notes"

// run moves the clock on until stop is closed.
func (s *screens) run(stop chan struct{}) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-stop:
			return
		case <-t.C:
			s.dispatch(s.tick)
		}
	}
}

// tick shows what time it is. What is shown already is not drawn anew.
func (s *screens) tick() {
	if s.second != nil {
		s.board.SetClock(s.now().Format("15:04"), s.words.Elapsed(s.now().Sub(s.since)))
	}
}

// held shows the teacher what is kept from the class.
func (s *screens) held() {
	if s.second != nil {
		p := s.first.screen
		s.board.SetHeld(p.Blank() != present.NotBlank, !p.LabelsShown(), p.Pen())
	}
}

// end closes the second window; the slide stays where the presentation goes on.
func (s *screens) end() {
	w := s.second
	if w == nil {
		return
	}
	close(s.stop)
	s.second = nil
	p := s.first
	p.maps.mapp.EndTwin()
	p.time.timeline.EndTwin()
	s.copy.screen.Lead().EndTwin()
	s.copy = picture{}
	if s.swapped {
		w.SetContent(canvas.NewRectangle(nil)) // what it shows is the first window's
		if p.on() {
			s.win.SetContent(p.screen)
			s.win.SetFullScreen(true)
		}
	}
	w.Close()
}

func (s *screens) show(st session.State, c session.Change) {
	if s.second != nil && c&(session.Opened|session.Selected|session.Viewed|session.Ran) != 0 {
		s.follow(st)
		s.held()
	}
}

// follow brings what is shown, or asked, onto the board.
func (s *screens) follow(st session.State) {
	if s.second == nil {
		return
	}
	all := s.first.slides()
	switch a := s.first.ask; {
	case a.inRun():
		s.board.Set(board.Content(s.words.TeacherRun(st, all, a.round)))
		s.showNext(st, all.Beside(st, 1))
		return
	case a.on():
		s.board.Set(board.Content(s.words.TeacherAsk(a.round)))
		s.showNext(st, -1)
		return
	}
	s.board.Set(board.Content(s.words.Teacher(st, all)))
	s.showNext(st, all.Beside(st, 1))
}

// kindNext is the drawing of the slide that comes next.
const kindNext session.Kind = "present.next"

// The size of the picture of the slide that comes next, in px of the screen at scale 1.
const nextW, nextH = 300, 200

// showNext draws the map of the slide that comes next, off the UI goroutine.
func (s *screens) showNext(st session.State, k int) {
	if k == s.next || s.draw == nil {
		return
	}
	s.next = k
	if k < 0 {
		s.board.SetNext(nil)
		return
	}
	x, style, scale := s.first.slides().Slide(k), tile.StyleNamed(s.pal.Name), float64(s.second.Canvas().Scale())
	do := func(ctx context.Context, _ progress.Report) (func(), error) {
		v, frame, chosen := bind.NextView(st, x, viewport.Viewport{W: nextW, H: nextH})
		img, err := s.draw(ctx, Still{Story: st.Story, View: v, Frame: frame, Chosen: chosen, Style: style, Scale: scale})
		if err != nil {
			img = nil // the words say what comes
		}
		return func() {
			if s.second != nil && s.next == k {
				s.board.SetNext(img)
			}
		}, nil
	}
	s.dispatch(func() { s.session.Start(session.Work{Kind: kindNext, Do: do}) }) // an observer starts nothing
}

func (s *screens) setPalette(*kit.Palette) {}

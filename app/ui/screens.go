package ui

import (
	"time"

	"dateline/app/session"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/present"
	board "dateline/app/ui/presenter"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// screens is the second window of a presentation: the class sees the slide in one, the teacher the next slide, the notes
// and the clock in the other. Fyne cannot put a window on a screen: which window a person drags to the projector decides,
// and swapping exchanges what the two show. Keys do the same in both, and leaving either ends both.
type screens struct {
	*desk
	first   *presenter
	serif   fyne.Resource
	now     func() time.Time
	guard   func(func())
	second  fyne.Window // nil while there is none
	board   *board.Board
	swapped bool // the class sees the second window
	since   time.Time
	stop    chan struct{} // ends the clock
}

func newScreens(d *desk, c *Config, p *presenter) *screens {
	s := &screens{desk: d, first: p, serif: c.Serif, now: c.Now, guard: c.Guard}
	if s.guard == nil {
		s.guard = func(f func()) { f() }
	}
	p.begun, p.ended = s.begin, s.end
	return s
}

// keptScreens is where it is kept that presenting takes two windows.
const keptScreens = "present.screens"

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
		s.session.Notify(session.Note{Text: text("Presenting (F5) opens two windows now: this one is for the class, drag it to the projector. The other is yours.")})
	default:
		s.session.Notify(session.Note{Text: text("Presenting (F5) takes one window again.")})
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
	p := s.first.screen
	do := func(c present.Cmd) func() { return func() { p.Do(c) } }
	c := board.Config{Serif: s.serif, Next: do(present.Next), Back: do(present.Previous), Black: do(present.Black), Names: do(present.Labels),
		Swap: s.Swap, Key: s.onKey, Rune: s.onRune, NoteSize: float32(s.kept.number(keptNotes, 100, board.LeastNotes, board.MostNotes)),
		Sized: func(percent float32) { s.kept.p.SetFloat(keptNotes, float64(percent)) }}
	if _, ok := s.first.keys('q'); ok {
		c.Quiz = func() { p.TypedRune('q') }
	}
	s.board, s.swapped = board.New(c), false
	w := s.app.NewWindow(text("Your screen") + " – Dateline")
	s.second = w
	w.SetPadded(false)
	w.SetCloseIntercept(s.first.end)
	w.Canvas().SetOnTypedKey(s.onKey)
	w.Canvas().SetOnTypedRune(s.onRune)
	w.Resize(fyne.NewSize(1280, 800))
	w.SetContent(s.board.Root)
	s.follow(s.session.State())
	s.held()
	s.tick()
	s.stop = make(chan struct{})
	stop := s.stop
	go s.guard(func() { s.run(stop) })
	w.Show()
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

// tick shows what time it is.
func (s *screens) tick() {
	if s.second != nil {
		s.board.SetClock(s.now().Format("15:04"), bind.Elapsed(s.now().Sub(s.since)))
	}
}

// held shows the teacher what is kept from the class.
func (s *screens) held() {
	if s.second != nil {
		p := s.first.screen
		s.board.SetHeld(p.Blank() != present.NotBlank, !p.LabelsShown())
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
	if s.swapped {
		w.SetContent(canvas.NewRectangle(nil)) // what it shows is the first window's
		if s.first.on() {
			s.win.SetContent(s.first.screen)
			s.win.SetFullScreen(true)
		}
	}
	w.Close()
}

func (s *screens) show(st session.State, c session.Change) {
	if s.second != nil && c&(session.Opened|session.Selected|session.Viewed) != 0 {
		s.follow(st)
		s.held()
	}
}

func (s *screens) follow(st session.State) {
	s.board.Set(board.Content(s.words.Teacher(st, s.first.slides())))
}

func (s *screens) setPalette(*kit.Palette) {}

package ui

import (
	"sort"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// mostFound is how many of each group a search shows.
const mostFound = 40

// search is the field in the top bar and the list of what it found. Typing searches, the arrows choose, Enter goes there,
// Ctrl+Enter narrows the story to it, Esc leaves.
type search struct {
	*desk
	entry *searchEntry
	root  *fyne.Container // lies over the whole window; empty while nothing is shown
	back  *canvas.Rectangle
	list  *container.Scroll
	story *story.Story
	rows  []*foundRow
	at    int    // the chosen row
	query string // that was searched for last
}

func newSearch(d *desk) *search {
	s := &search{desk: d, back: canvas.NewRectangle(nil)}
	s.back.CornerRadius, s.back.StrokeWidth = 8, 1
	s.entry = newSearchEntry(d.scale)
	s.entry.SetPlaceHolder(text("Search people, places, words"))
	s.entry.OnChanged = s.changed
	s.entry.onKey, s.entry.onOnly = s.key, func() { s.only(s.at) }
	s.entry.onFocus = func() { s.changed(s.entry.Text) }
	s.list = container.NewVScroll(container.NewVBox())
	s.root = container.New(s)
	return s
}

// take gives the keyboard to the search field.
func (s *search) take() {
	s.win.Canvas().Focus(s.entry)
	s.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// changed searches for what is typed.
func (s *search) changed(query string) {
	if len(story.NewWords(query)) == 0 {
		s.close()
	}
	s.query = query
	s.session.Find(query, mostFound, func(st *story.Story, f story.Found) {
		if s.win.Canvas().Focused() == fyne.Focusable(s.entry) {
			s.found(st, s.words.Hits(st, query, f))
		}
	})
}

// next goes to the next sentence with the words that were searched for last, or to the one before; at the end it begins
// again.
func (s *search) next(by int) {
	if len(story.NewWords(s.query)) == 0 {
		s.take()
		return
	}
	const every = 1 << 20
	s.session.Find(s.query, every, func(st *story.Story, f story.Found) {
		n := len(f.Sentences)
		if n == 0 {
			s.session.Notify(session.Note{Text: text("Nothing found")})
			return
		}
		now := s.session.State()
		k := sort.Search(n, func(i int) bool {
			h := &f.Sentences[i]
			return h.Doc > now.SelectedArticle() || h.Doc == now.SelectedArticle() && h.Span.Start >= now.Selected.Sentence.Start
		})
		if by < 0 {
			k--
		} else if k < n && f.Sentences[k].Doc == now.SelectedArticle() && f.Sentences[k].Span.Start == now.Selected.Sentence.Start {
			k++
		}
		h := f.Sentences[(k+n)%n]
		s.session.JumpText(st.Articles[h.Doc].ID, h.Span.Start)
	})
}

// found lists what was found under the field.
func (s *search) found(st *story.Story, groups []bind.Hits) {
	s.story, s.rows, s.at = st, nil, 0
	box := container.NewVBox()
	head := func(words string) {
		c := kit.NewCaption()
		c.Look(s.pal.Muted, s.pal.TextSize*0.86, false)
		c.Set(words)
		box.Add(container.New(kit.Indent{Left: 8, Top: 6, Right: 8, Bottom: 2}, c))
	}
	for _, g := range groups {
		head(g.Head)
		for _, h := range g.Rows {
			i := len(s.rows)
			r := newFoundRow(s.pal, h, func() { s.jump(h.Hit) }, func() { s.only(i) })
			r.hovered = func() { s.mark(i) }
			s.rows = append(s.rows, r)
			box.Add(r)
		}
	}
	if len(groups) == 0 {
		head(text("Nothing found"))
	} else {
		head(text("Enter: go there · Ctrl+Enter: only this · Esc: leave"))
	}
	s.list.Content = box
	s.list.ScrollToTop()
	s.colour(s.pal)
	s.root.Objects = []fyne.CanvasObject{newShade(s.close), s.back, s.list}
	s.choose(0)
	s.root.Refresh()
}

// show does nothing: what was found is of the story that was searched.
func (s *search) show(session.State, session.Change) {}

func (s *search) setPalette(*kit.Palette) { s.close() }

func (s *search) colour(p *kit.Palette) {
	s.back.FillColor, s.back.StrokeColor = p.Bar, p.Border
	s.back.Refresh()
}

func (s *search) open() bool { return len(s.root.Objects) > 0 }

func (s *search) close() {
	if s.open() {
		s.root.Objects, s.rows, s.story = nil, nil, nil
		s.root.Refresh()
	}
}

// leave closes the list and gives the keyboard back to the window.
func (s *search) leave() {
	s.close()
	s.win.Canvas().Unfocus()
}

func (s *search) choose(i int) {
	if len(s.rows) == 0 {
		return
	}
	s.mark((i + len(s.rows)) % len(s.rows))
	top, high := s.rows[s.at].Position().Y, s.rows[s.at].Size().Height
	if high > 0 && (top < s.list.Offset.Y || top+high > s.list.Offset.Y+s.list.Size().Height) {
		s.list.ScrollToOffset(fyne.NewPos(0, max(0, top+high-s.list.Size().Height)))
	}
}

func (s *search) mark(i int) {
	s.at = i
	for k, r := range s.rows {
		r.mark(k == i)
	}
}

// key takes the keys of the field that are not for its text.
func (s *search) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		s.choose(s.at + 1)
	case fyne.KeyUp:
		s.choose(s.at - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.at < len(s.rows) {
			s.rows[s.at].jump()
		}
	case fyne.KeyEscape:
		s.leave()
	case fyne.KeyF3:
		s.leave()
		s.onKey(e)
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF6, fyne.KeyF11:
		s.leave()
		s.onKey(e)
	default:
		return false
	}
	return true
}

// jump selects what was found, everywhere.
func (s *search) jump(h story.Hit) {
	st := s.story
	s.leave()
	if st != s.session.State().Story {
		return
	}
	switch {
	case h.Event >= 0:
		s.session.Jump(st.Events[h.Event].ID)
	case h.Quote >= 0:
		s.session.JumpQuote(st.Quotes[h.Quote].ID)
	default:
		s.session.JumpText(st.Articles[h.Doc].ID, h.Span.Start)
	}
}

// only narrows the story to what row i stands for.
func (s *search) only(i int) {
	if i < len(s.rows) && s.story == s.session.State().Story {
		change := s.rows[i].filter
		s.leave()
		command.Narrow(s.session, change)
	}
}

// MinSize is nothing: the list lies over the window.
func (s *search) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout puts the list below the field, inside the window.
func (s *search) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) < 3 {
		return
	}
	d := s.app.Driver()
	at := d.AbsolutePositionForObject(s.entry).Subtract(d.AbsolutePositionForObject(s.root))
	y := at.Y + s.entry.Size().Height + 4
	wide := min(max(s.entry.Size().Width, 520*s.scale()), size.Width-16)
	x := min(max(at.X+s.entry.Size().Width-wide, 8), max(size.Width-wide-8, 0))
	high := min(s.list.Content.MinSize().Height+10, max(size.Height-y-12, 60))
	o[0].Move(fyne.NewPos(0, y-4))
	o[0].Resize(fyne.NewSize(size.Width, max(size.Height-y+4, 0)))
	o[1].Move(fyne.NewPos(x, y))
	o[1].Resize(fyne.NewSize(wide, high))
	o[2].Move(fyne.NewPos(x+4, y+4))
	o[2].Resize(fyne.NewSize(wide-8, high-8))
}

// searchEntry is a field of one line that gives the keys it has no use for away.
type searchEntry struct {
	widget.Entry
	scale   func() float32
	small   bool
	onKey   func(*fyne.KeyEvent) bool
	onOnly  func()
	onFocus func()
}

func newSearchEntry(scale func() float32) *searchEntry {
	e := &searchEntry{scale: scale}
	e.Icon = theme.SearchIcon()
	e.Scroll = container.ScrollNone
	e.Wrapping = fyne.TextWrapOff
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is called by Fyne.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	if !e.onKey(k) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut is called by Fyne.
func (e *searchEntry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.onOnly()
		return
	}
	e.Entry.TypedShortcut(s)
}

// FocusGained is called by Fyne.
func (e *searchEntry) FocusGained() {
	e.Entry.FocusGained()
	e.onFocus()
}

// MinSize is called by Fyne.
func (e *searchEntry) MinSize() fyne.Size {
	m := e.Entry.MinSize()
	m.Width = e.Natural()
	if e.small {
		m.Width = 96 * e.scale()
	}
	return m
}

func (e *searchEntry) Natural() float32 { return 250 * e.scale() }

func (e *searchEntry) Compact(on bool) {
	if e.small != on {
		e.small = on
		words := text("Search people, places, words")
		if on {
			words = text("Search")
		}
		e.SetPlaceHolder(kit.Visual(words))
	}
}

package ui

import (
	"fmt"
	"image/color"
	"slices"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// mostFound is how many of each group a search shows.
const mostFound = 5

// search is the field in the top bar and the list of what it found. Typing searches, the arrows choose, Enter goes there,
// Ctrl+Enter narrows the story to it, Esc leaves.
type search struct {
	w     *Window
	entry *searchEntry
	root  *fyne.Container // lies over the whole window; empty while nothing is shown
	back  *canvas.Rectangle
	list  *container.Scroll
	story *story.Story
	rows  []*foundRow
	at    int // the chosen row
}

func newSearch(w *Window) *search {
	s := &search{w: w, back: canvas.NewRectangle(nil)}
	s.back.CornerRadius, s.back.StrokeWidth = 8, 1
	s.entry = newSearchEntry(w)
	s.entry.SetPlaceHolder(text("Search people, places, words"))
	s.entry.OnChanged = s.changed
	s.entry.onKey, s.entry.onOnly = s.key, func() { s.only(s.at) }
	s.entry.onFocus = func() { s.changed(s.entry.Text) }
	s.list = container.NewVScroll(container.NewVBox())
	s.root = container.New(s)
	return s
}

// find gives the keyboard to the search field.
func (w *Window) find() {
	if w.present != nil || w.busy() {
		return
	}
	w.win.Canvas().Focus(w.search.entry)
	w.search.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// changed searches for what is typed.
func (s *search) changed(query string) {
	if len(story.NewWords(query)) == 0 {
		s.close()
	}
	s.w.session.Find(query, mostFound, func(st *story.Story, f story.Found) {
		if s.w.win.Canvas().Focused() == fyne.Focusable(s.entry) {
			s.show(st, query, f)
		}
	})
}

// show lists what was found under the field.
func (s *search) show(st *story.Story, query string, f story.Found) {
	s.story, s.rows, s.at = st, nil, 0
	box := container.NewVBox()
	head := func(words string) {
		c := kit.NewCaption()
		c.Look(s.w.pal.Muted, s.w.pal.TextSize*0.86, false)
		c.Set(words)
		box.Add(container.New(kit.Indent{Left: 8, Top: 6, Right: 8, Bottom: 2}, c))
	}
	add := func(h story.Hit, title, detail string, filter func(*story.Filter)) {
		i := len(s.rows)
		r := newFoundRow(s.w, title, detail, func() { s.jump(h) }, func() { s.only(i) })
		r.filter, r.hovered = filter, func() { s.mark(i) }
		s.rows = append(s.rows, r)
		box.Add(r)
	}
	if len(f.People) > 0 {
		head(text("People"))
	}
	for _, h := range f.People {
		detail, filter := "", func(g *story.Filter) { g.Words = h.Name }
		if h.Speaker >= 0 {
			detail, filter = st.Speakers[h.Speaker].Role, func(g *story.Filter) { g.Speakers = also(g.Speakers, st.Speakers[h.Speaker].ID) }
		}
		add(h, h.Name, detail, filter)
	}
	if len(f.Places) > 0 {
		head(text("Places"))
	}
	for _, h := range f.Places {
		detail := count(h.Count, "mention", "mentions")
		if w := placeWords(h.Place); w != h.Place.Name {
			detail = w[len(h.Place.Name)+2:] + " · " + detail
		}
		add(h, h.Name, detail, func(g *story.Filter) { g.Places = also[geo.PlaceID](g.Places, h.Place.ID) })
	}
	if len(f.Sentences) > 0 {
		words := text("Words")
		if f.AllSentences > len(f.Sentences) {
			words += fmt.Sprintf("  %d %s %d", len(f.Sentences), text("of"), f.AllSentences)
		}
		head(words)
	}
	ws := story.NewWords(query)
	for _, h := range f.Sentences {
		a := st.Articles[h.Doc]
		add(h, lineAround(h.Span.In(a.Text), ws), title(a), func(g *story.Filter) { g.Words = query })
	}
	if f.Empty() {
		head(text("Nothing found"))
	} else {
		head(text("Enter: go there · Ctrl+Enter: only this · Esc: leave"))
	}
	s.list.Content = box
	s.list.ScrollToTop()
	s.setPalette(s.w.pal)
	s.root.Objects = []fyne.CanvasObject{newShade(s.close), s.back, s.list}
	s.choose(0)
	s.root.Refresh()
}

// also adds an entry that a list does not hold.
func also[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(slices.Clone(list), x)
}

// lineAround is a sentence from a little before the first of the words, so that it is seen in one line.
func lineAround(s string, ws story.Words) string {
	at, ok := ws.First(s)
	if !ok || at.Start < 48 {
		return clip(s, 200)
	}
	cut := at.Start - 32
	for cut < at.Start && s[cut] != ' ' {
		cut++
	}
	return "… " + clip(s[cut:], 200)
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
	s.w.win.Canvas().Unfocus()
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
	case fyne.KeyF5, fyne.KeyF6, fyne.KeyF11:
		s.leave()
		s.w.key(e)
	default:
		return false
	}
	return true
}

// jump selects what was found, everywhere.
func (s *search) jump(h story.Hit) {
	st := s.story
	s.leave()
	if st != s.w.session.State().Story {
		return
	}
	switch {
	case h.Event >= 0:
		s.w.session.Jump(st.Events[h.Event].ID)
	case h.Quote >= 0:
		s.w.session.JumpQuote(st.Quotes[h.Quote].ID)
	default:
		s.w.session.JumpText(st.Articles[h.Doc].ID, h.Span.Start)
	}
}

// only narrows the story to what row i stands for.
func (s *search) only(i int) {
	if i < len(s.rows) && s.story == s.w.session.State().Story {
		change := s.rows[i].filter
		s.leave()
		s.w.narrow(change)
	}
}

func (s *search) setPalette(p *kit.Palette) {
	s.back.FillColor, s.back.StrokeColor = p.Bar, p.Border
	s.back.Refresh()
}

// MinSize is nothing: the list lies over the window.
func (s *search) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout puts the list below the field, inside the window.
func (s *search) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) < 3 {
		return
	}
	d := s.w.cfg.App.Driver()
	at := d.AbsolutePositionForObject(s.entry).Subtract(d.AbsolutePositionForObject(s.root))
	y := at.Y + s.entry.Size().Height + 4
	wide := min(max(s.entry.Size().Width, 520*s.w.scale()), size.Width-16)
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
	w       *Window
	small   bool
	onKey   func(*fyne.KeyEvent) bool
	onOnly  func()
	onFocus func()
}

func newSearchEntry(w *Window) *searchEntry {
	e := &searchEntry{w: w}
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
		m.Width = 96 * e.w.scale()
	}
	return m
}

func (e *searchEntry) Natural() float32 { return 250 * e.w.scale() }

func (e *searchEntry) Compact(on bool) {
	if e.small != on {
		e.small = on
		words := text("Search people, places, words")
		if on {
			words = text("Search")
		}
		e.SetPlaceHolder(words)
	}
}

// foundRow is one thing found: a line, what says more about it below, and the button that narrows the story to it.
type foundRow struct {
	widget.BaseWidget
	back          *canvas.Rectangle
	title, detail *kit.Caption
	only          *link
	w             *Window
	jump, hovered func()
	filter        func(*story.Filter)
}

func newFoundRow(w *Window, title, detail string, jump, only func()) *foundRow {
	r := &foundRow{w: w, back: canvas.NewRectangle(nil), title: kit.NewCaption(), detail: kit.NewCaption(), jump: jump}
	r.back.CornerRadius = 6
	r.title.Look(w.pal.Text, w.pal.TextSize, false)
	r.detail.Look(w.pal.Muted, w.pal.TextSize*0.86, false)
	r.title.Set(title)
	r.detail.Set(detail)
	r.only = newLink(text("Only this"), w.pal, only)
	r.ExtendBaseWidget(r)
	return r
}

func (r *foundRow) mark(on bool) {
	r.back.FillColor = nil
	if on {
		r.back.FillColor = r.w.pal.Button
	}
	r.back.Refresh()
}

// Tapped is called by Fyne.
func (r *foundRow) Tapped(*fyne.PointEvent) { r.jump() }

// MouseIn is called by Fyne.
func (r *foundRow) MouseIn(*desktop.MouseEvent) { r.hovered() }

// MouseMoved is called by Fyne.
func (r *foundRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *foundRow) MouseOut() {}

// Cursor is called by Fyne.
func (r *foundRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (r *foundRow) CreateRenderer() fyne.WidgetRenderer {
	lines := []fyne.CanvasObject{r.title}
	if r.detail.Words() != "" {
		lines = append(lines, r.detail)
	}
	words := container.New(kit.Indent{Left: 8, Top: 3, Right: 4, Bottom: 3}, container.New(stackedLines{}, lines...))
	return widget.NewSimpleRenderer(container.NewStack(r.back, container.NewBorder(nil, nil, nil, r.only, words)))
}

// stackedLines puts lines below each other without a gap.
type stackedLines struct{}

func (stackedLines) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, c := range o {
		h += c.MinSize().Height
	}
	return fyne.NewSize(0, h)
}

func (stackedLines) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := float32(0)
	for _, c := range o {
		h += c.MinSize().Height
	}
	y := max(0, (s.Height-h)/2)
	for _, c := range o {
		m := c.MinSize().Height
		c.Move(fyne.NewPos(0, y))
		c.Resize(fyne.NewSize(s.Width, m))
		y += m
	}
}

// shade lies under an open list and closes it when the window is clicked beside it.
type shade struct {
	widget.BaseWidget
	tapped func()
}

func newShade(tapped func()) *shade {
	s := &shade{tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is called by Fyne.
func (s *shade) Tapped(*fyne.PointEvent) { s.tapped() }

// CreateRenderer is called by Fyne.
func (s *shade) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// link is a few quiet words that can be clicked.
type link struct {
	widget.BaseWidget
	line   *canvas.Text
	pal    *kit.Palette
	tapped func()
}

func newLink(words string, p *kit.Palette, tapped func()) *link {
	l := &link{line: canvas.NewText(words, p.Muted), pal: p, tapped: tapped}
	l.line.TextSize = p.TextSize * 0.86
	l.ExtendBaseWidget(l)
	return l
}

// Tapped is called by Fyne.
func (l *link) Tapped(*fyne.PointEvent) { l.tapped() }

// MouseIn is called by Fyne.
func (l *link) MouseIn(*desktop.MouseEvent) { l.ink(l.pal.Primary) }

// MouseMoved is called by Fyne.
func (l *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (l *link) MouseOut() { l.ink(l.pal.Muted) }

func (l *link) ink(c color.Color) {
	l.line.Color = c
	l.line.Refresh()
}

// Cursor is called by Fyne.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	l.line.Alignment = fyne.TextAlignCenter
	return widget.NewSimpleRenderer(container.New(kit.Indent{Left: 10, Top: 4, Right: 10, Bottom: 4}, l.line))
}

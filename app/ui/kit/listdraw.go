package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// listFrame draws a list: its ground, the scrolled sheet and the ring of the keyboard.
type listFrame[S comparable] struct {
	l       *List[S]
	ground  *canvas.Rectangle
	focus   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// CreateRenderer is called by Fyne.
func (l *List[S]) CreateRenderer() fyne.WidgetRenderer {
	r := &listFrame[S]{l: l, ground: canvas.NewRectangle(color.Transparent), focus: canvas.NewRectangle(color.Transparent)}
	r.objects = []fyne.CanvasObject{r.ground, l.scroll, r.focus}
	r.Refresh()
	return r
}

func (r *listFrame[S]) Destroy()                     {}
func (r *listFrame[S]) Objects() []fyne.CanvasObject { return r.objects }
func (r *listFrame[S]) MinSize() fyne.Size           { return fyne.NewSize(140, 80) }

// Layout keeps the rows in view where they are. A current row that was in view stays in view.
func (r *listFrame[S]) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.focus.Move(fyne.NewPos(1, 1))
	r.focus.Resize(fyne.NewSize(max(s.Width-2, 0), max(s.Height-2, 0)))
	l := r.l
	if s == l.scroll.Size() {
		return
	}
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	hold, at := l.anchor()
	seen := h <= 0
	if i, ok := l.row(); ok && h > 0 {
		seen = l.tops[i] >= y && l.tops[i] < y+h
	}
	l.scroll.Resize(s)
	if l.width != s.Width { // heights hold for one width only
		l.measure()
	}
	y = l.held(hold, at)
	if i, ok := l.row(); ok && seen {
		y = l.reveal(i, y)
	}
	l.moveTo(y)
}

// Refresh follows a new theme or look.
func (r *listFrame[S]) Refresh() {
	l := r.l
	if l.restyle() {
		hold, at := l.anchor()
		l.measure()
		l.sheet.forget()
		if l.width > 0 {
			l.moveTo(l.held(hold, at))
		}
	}
	r.ground.FillColor = l.ground
	r.focus.StrokeColor, r.focus.StrokeWidth, r.focus.CornerRadius = l.ring, 2, 3
	if l.focused {
		r.focus.Show()
	} else {
		r.focus.Hide()
	}
	canvas.Refresh(r.ground)
}

// slot is a row on the sheet and what it shows.
type slot[S comparable] struct {
	id    string
	state S
	set   bool // state holds
	row   Row[S]
}

// sheet is what scrolls: it is as tall as all rows and holds only those in view.
type sheet[S comparable] struct {
	widget.BaseWidget
	list    *List[S]
	live    []*slot[S] // in view, top down
	spare   []*slot[S]
	objects []fyne.CanvasObject
	hover   string // id of the row under the pointer, if over
	over    bool
	hinted  bool              // all words of that row are said
	self    fyne.CanvasObject // the widget that this is a part of
	drag    *drag             // of a row; nil where rows stay
}

// CreateRenderer is called by Fyne.
func (s *sheet[S]) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer[S]{s} }

type sheetRenderer[S comparable] struct{ s *sheet[S] }

func (r sheetRenderer[S]) Destroy()                     {}
func (r sheetRenderer[S]) Layout(fyne.Size)             {}
func (r sheetRenderer[S]) MinSize() fyne.Size           { return fyne.NewSize(0, r.s.list.Total()) }
func (r sheetRenderer[S]) Objects() []fyne.CanvasObject { return r.s.objects }
func (r sheetRenderer[S]) Refresh()                     {}

// show puts the rows in view on the sheet. Rows that were there already are moved and not filled anew.
func (s *sheet[S]) show() {
	l := s.list
	h := l.scroll.Size().Height
	if l.width <= 0 || h <= 0 {
		return
	}
	from, to := l.inView(l.scroll.Offset.Y, h)
	s.hint(Box{}, "")
	old := s.live
	s.live = make([]*slot[S], 0, to-from)
	for i := from; i < to; i++ {
		id := l.rows.ID(i)
		state := l.rows.State(i, Pointed{Chosen: slices.Contains(l.selected, id), Hot: s.over && s.hover == id,
			Current: l.focused && l.hasRow && l.current == id, Width: l.width})
		x := s.take(old, id)
		if !x.set || x.state != state {
			x.id, x.state, x.set = id, state, true
			x.row.Fill(state)
		}
		x.row.Move(l.tops[i])
		s.live = append(s.live, x)
	}
	for _, x := range old {
		if x != nil {
			s.spare = append(s.spare, x)
		}
	}
	s.gather()
	canvas.Refresh(s.self)
}

// take finds the slot that shows id already, or a spare one.
func (s *sheet[S]) take(old []*slot[S], id string) *slot[S] {
	for i, x := range old {
		if x != nil && x.id == id {
			old[i] = nil
			return x
		}
	}
	if n := len(s.spare); n > 0 {
		x := s.spare[n-1]
		s.spare = s.spare[:n-1]
		return x
	}
	return &slot[S]{row: s.list.rows.New()}
}

// forget makes every row be filled anew.
func (s *sheet[S]) forget() {
	for _, all := range [][]*slot[S]{s.live, s.spare} {
		for _, x := range all {
			x.set = false
		}
	}
}

func (s *sheet[S]) gather() {
	o := s.objects[:0]
	for _, x := range s.live {
		o = append(o, x.row.Objects()...)
	}
	if s.list.rows.Count() == 0 {
		o = append(o, s.list.rows.Empty(s.list.width)...)
	}
	if s.drag != nil && s.drag.on {
		o = append(o, s.drag.line)
	}
	clear(o[len(o):cap(o)])
	s.objects = o
}

// rowAt is the index of the row under a point of the sheet, or -1.
func (s *sheet[S]) rowAt(p fyne.Position) int {
	l := s.list
	if p.Y < 0 || p.X < l.edges.Side || p.X > l.width-l.edges.Side {
		return -1
	}
	i, _ := l.inView(p.Y, 1)
	if i >= len(l.tops) || p.Y < l.tops[i] || p.Y >= l.ends[i] {
		return -1
	}
	return i
}

// Tapped is called by Fyne.
func (s *sheet[S]) Tapped(ev *fyne.PointEvent) {
	l := s.list
	i := s.rowAt(ev.Position)
	if i < 0 {
		return
	}
	id := l.rows.ID(i)
	l.current, l.hasRow = id, true
	if l.focused {
		s.show()
	}
	if l.OnTap != nil {
		l.OnTap(id)
	}
}

// TappedSecondary is called by Fyne.
func (s *sheet[S]) TappedSecondary(ev *fyne.PointEvent) {
	l := s.list
	if i := s.rowAt(ev.Position); i >= 0 && l.OnMenu != nil {
		l.current, l.hasRow = l.rows.ID(i), true
		l.OnMenu(l.rows.ID(i), ev.AbsolutePosition)
	}
}

// MouseIn is called by Fyne.
func (s *sheet[S]) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (s *sheet[S]) MouseMoved(ev *desktop.MouseEvent) {
	id, over := "", false
	if i := s.rowAt(ev.Position); i >= 0 {
		id, over = s.list.rows.ID(i), true
	}
	if id != s.hover || over != s.over {
		s.hover, s.over = id, over
		s.show()
		s.hintRow(s.rowAt(ev.Position))
	}
}

// whole is a row some words of which may be cut: it gives all of them then, else "".
type whole interface{ Whole() string }

// hintRow says all words of the row under the pointer, where some are cut.
func (s *sheet[S]) hintRow(i int) {
	l := s.list
	for _, x := range s.live {
		if r, ok := x.row.(whole); ok && i >= 0 && x.id == s.hover {
			s.hint(Box{Y: l.tops[i] - l.scroll.Offset.Y, W: l.width, H: l.ends[i] - l.tops[i]}, r.Whole())
		}
	}
}

func (s *sheet[S]) hint(row Box, words string) {
	if s.list.OnHint == nil || words == "" && !s.hinted {
		return
	}
	s.hinted = words != ""
	s.list.OnHint(row, words)
}

// MouseOut is called by Fyne.
func (s *sheet[S]) MouseOut() {
	s.hint(Box{}, "")
	if s.over {
		s.over = false
		s.show()
	}
}

// Cursor is called by Fyne.
func (s *sheet[S]) Cursor() desktop.Cursor {
	if s.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

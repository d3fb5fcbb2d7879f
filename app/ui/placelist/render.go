package placelist

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// frame draws the list: its ground, the scrolled sheet and the ring of the keyboard.
type frame struct {
	l       *List
	ground  *canvas.Rectangle
	focus   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// CreateRenderer is called by Fyne.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	r := &frame{l: l, ground: canvas.NewRectangle(color.Transparent), focus: canvas.NewRectangle(color.Transparent)}
	r.objects = []fyne.CanvasObject{r.ground, l.scroll, r.focus}
	r.Refresh()
	return r
}

func (r *frame) Destroy()                     {}
func (r *frame) Objects() []fyne.CanvasObject { return r.objects }
func (r *frame) MinSize() fyne.Size           { return fyne.NewSize(140, 80) }

func (r *frame) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.focus.Move(fyne.NewPos(1, 1))
	r.focus.Resize(fyne.NewSize(max(s.Width-2, 0), max(s.Height-2, 0)))
	l := r.l
	if s == l.scroll.Size() {
		return
	}
	y := l.scroll.Offset.Y
	was := l.scroll.Size().Height
	seen := false
	if i, ok := l.row(); ok {
		seen = was <= 0 || l.tops[i] >= y && l.tops[i] < y+was
	}
	l.scroll.Resize(s)
	if i, ok := l.row(); ok && seen {
		y = l.reveal(i, y)
	}
	l.moveTo(y)
}

// Refresh follows a new theme or look.
func (r *frame) Refresh() {
	l := r.l
	if k := l.own.themed(l); k != l.look || !l.ready {
		l.themeUp()
		hold, at := l.anchor()
		l.measure()
		l.sheet.forget()
		y := l.scroll.Offset.Y
		if len(hold) > 0 {
			y = l.tops[l.index[hold[0]]] - at[0]
		}
		l.moveTo(y)
	}
	r.ground.FillColor = l.look.background
	r.focus.StrokeColor, r.focus.StrokeWidth, r.focus.CornerRadius = l.look.focus, 2, 3
	if l.focused {
		r.focus.Show()
	} else {
		r.focus.Hide()
	}
	canvas.Refresh(r.ground)
}

// sheet is what scrolls: it is as tall as all rows and holds only those in view.
type sheet struct {
	widget.BaseWidget
	list    *List
	live    []*row // in view, top down
	spare   []*row
	empty   *canvas.Text
	objects []fyne.CanvasObject
	hover   int // id of the row under the pointer, if over
	over    bool
}

// CreateRenderer is called by Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r sheetRenderer) Destroy()                     {}
func (r sheetRenderer) Layout(fyne.Size)             {}
func (r sheetRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.s.list.total()) }
func (r sheetRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r sheetRenderer) Refresh()                     {}

// state is all that a row shows.
type state struct {
	item                    Item
	head                    bool
	chosen, hot, focus, set bool
	width                   float32
}

// show puts the rows in view on the sheet. Rows that were there already are moved and not set anew.
func (s *sheet) show() {
	l := s.list
	w, h := l.scroll.Size().Width, l.scroll.Size().Height
	if w <= 0 || h <= 0 || !l.ready {
		return
	}
	from, to := 0, 0
	if len(l.items) > 0 {
		from, to = l.inView(l.scroll.Offset.Y, h)
	}
	old := s.live
	s.live = make([]*row, 0, to-from)
	for i := from; i < to; i++ {
		it := &l.items[i]
		st := state{item: *it, head: l.heads(i), chosen: slices.Contains(l.selected, it.ID), hot: s.over && s.hover == it.ID,
			focus: l.focused && l.hasRow && l.current == it.ID, set: true, width: w}
		r := s.take(old, it.ID)
		if r.state != st {
			r.fill(st, l)
		}
		r.move(l.tops[i])
		s.live = append(s.live, r)
	}
	for _, r := range old {
		if r != nil {
			s.spare = append(s.spare, r)
		}
	}
	s.gather()
	canvas.Refresh(s)
}

// take finds the row that shows id already, or a spare one.
func (s *sheet) take(old []*row, id int) *row {
	for i, r := range old {
		if r != nil && r.state.item.ID == id {
			old[i] = nil
			return r
		}
	}
	if n := len(s.spare); n > 0 {
		r := s.spare[n-1]
		s.spare = s.spare[:n-1]
		return r
	}
	return newRow()
}

// forget makes every row be set anew.
func (s *sheet) forget() {
	for _, rows := range [][]*row{s.live, s.spare} {
		for _, r := range rows {
			r.state = state{}
		}
	}
}

func (s *sheet) gather() {
	o := s.objects[:0]
	for _, r := range s.live {
		o = append(o, r.objects...)
	}
	if len(s.list.items) == 0 {
		o = append(o, s.emptyLine())
	}
	clear(o[len(o):cap(o)])
	s.objects = o
}

// emptyLine says that there is nothing to list.
func (s *sheet) emptyLine() fyne.CanvasObject {
	l := s.list
	if s.empty == nil {
		s.empty = canvas.NewText("", color.Transparent)
		s.empty.Move(fyne.NewPos(padX, padX))
	}
	words := l.empty
	if words == "" {
		words = lang.L("Nothing to show here.")
	}
	t := s.empty
	t.Text, _ = shorten(words, l.scroll.Size().Width-2*padX, l.look.title)
	t.Color, t.TextSize, t.TextStyle, t.FontSource = l.look.muted, l.look.title.size, l.look.title.style, l.look.title.source
	t.Resize(t.MinSize())
	t.Refresh()
	return t
}

// rowAt is the index of the row under a point of the sheet, or -1.
func (s *sheet) rowAt(p fyne.Position) int {
	l := s.list
	if len(l.tops) < 2 || p.Y < 0 {
		return -1
	}
	i, _ := l.inView(p.Y, 1)
	if i >= len(l.items) || p.Y < l.tops[i] || p.Y >= l.tops[i]+l.height(i) {
		return -1
	}
	return i
}

// Tapped is called by Fyne.
func (s *sheet) Tapped(ev *fyne.PointEvent) {
	l := s.list
	i := s.rowAt(ev.Position)
	if i < 0 {
		return
	}
	id := l.items[i].ID
	l.current, l.hasRow = id, true
	if l.focused {
		s.show()
	}
	if l.OnTap != nil {
		l.OnTap(id)
	}
}

// MouseIn is called by Fyne.
func (s *sheet) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (s *sheet) MouseMoved(ev *desktop.MouseEvent) {
	id, over := 0, false
	if i := s.rowAt(ev.Position); i >= 0 {
		id, over = s.list.items[i].ID, true
	}
	if id != s.hover || over != s.over {
		s.hover, s.over = id, over
		s.show()
	}
}

// MouseOut is called by Fyne.
func (s *sheet) MouseOut() {
	if s.over {
		s.over = false
		s.show()
	}
}

// Cursor is called by Fyne.
func (s *sheet) Cursor() desktop.Cursor {
	if s.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

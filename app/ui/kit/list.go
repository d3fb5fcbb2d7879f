package kit

import (
	"image/color"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Rows is what a List shows: rows by their position, each with an id that is the caller's and unique in the list: it names
// the row while others come and go. S is
// all that a row shows, so that a row whose S is what it was need not be drawn anew.
type Rows[S comparable] interface {
	Count() int
	ID(i int) string
	Measure(width float32)                        // the heights asked for next are for this width
	Height(i int) (above, row float32)            // of the gap or heading above row i, and of the row
	State(i int, p Pointed) S                     // what row i shows
	New() Row[S]                                  // canvas objects for a row
	Empty(width float32) []fyne.CanvasObject      // says that there are no rows
	Restyle() (ground, ring color.Color, is bool) // follows the theme; is: sizes or colours are others than before
}

// Row is the canvas objects of one row. They are used again for another one.
type Row[S comparable] interface {
	Fill(S)
	Move(y float32)
	Objects() []fyne.CanvasObject
}

// Pointed is how a row stands out.
type Pointed struct {
	Chosen  bool // selected
	Hot     bool // under the pointer
	Current bool // where the keyboard is
	Width   float32
}

// Edges are the distances in a list.
type Edges struct {
	Side  float32 // left and right of the rows: no tap there is a row's
	Below float32 // kept in view below a row that is scrolled to
	End   float32 // after the last row
}

// List is a scrolled column of rows of their own heights, of which only those in view are canvas objects. A list widget
// embeds it and calls Init. Rows stay where they are while others come and go around them.
type List[S comparable] struct {
	widget.BaseWidget

	OnTap   func(id string)                   // a row was tapped
	OnStep  func(id string)                   // the arrows came to a row; nil is OnTap
	OnEnter func(id string)                   // Enter on the current row; nil is OnTap
	OnHint  func(row Box, words string)       // the pointer is at a row, in the list, of which words are cut: all of them; "" ends it
	OnMenu  func(id string, at fyne.Position) // a row was clicked with the other button, at a place of the window
	OnKey   func(*fyne.KeyEvent)
	OnRune  func(rune)

	rows     Rows[S]
	edges    Edges
	selected []string
	current  string // id of the row that the keyboard is at, if hasRow
	hasRow   bool
	focused  bool

	styled       bool
	ground, ring color.Color
	width        float32   // that the rows are measured for
	tops, ends   []float32 // of each row
	scroll       *container.Scroll
	sheet        *sheet[S]
}

// Init makes l a list of rows. The widget is the one that embeds l.
func (l *List[S]) Init(widget fyne.Widget, rows Rows[S], e Edges) {
	l.rows, l.edges = rows, e
	l.ExtendBaseWidget(widget)
	l.sheet = &sheet[S]{list: l}
	l.sheet.self = l.sheet
	l.sheet.ExtendBaseWidget(l.sheet)
	l.scroll = container.NewVScroll(l.sheet)
	l.scroll.OnScrolled = func(fyne.Position) { l.sheet.show() }
}

// Change replaces the rows: set does it. The current row stays where it is, else the row at the top does, as far as they
// are still there; a list that stands at its top stays there; a current row that comes back is scrolled to. It fires no
// callback.
func (l *List[S]) Change(set func()) {
	hold, at := l.anchor()
	_, had := l.row()
	set()
	l.measure()
	y := l.held(hold, at)
	if i, ok := l.row(); ok && !had {
		y = l.reveal(i, y)
	}
	l.moveTo(y)
}

// measure finds where each row stands.
func (l *List[S]) measure() {
	n := l.rows.Count()
	l.tops, l.ends = l.tops[:0], l.ends[:0]
	l.width = l.scroll.Size().Width
	if l.width <= 0 {
		return
	}
	if !l.styled {
		l.restyle()
	}
	l.rows.Measure(l.width)
	y := float32(0)
	for i := range n {
		above, row := l.rows.Height(i)
		l.tops, l.ends = append(l.tops, y+above), append(l.ends, y+above+row)
		y += above + row
	}
}

// restyle follows the theme and reports whether anything is another size or colour than before.
func (l *List[S]) restyle() bool {
	var is bool
	l.ground, l.ring, is = l.rows.Restyle()
	is = is || !l.styled
	l.styled = true
	return is
}

// from is the top of row i with what stands above it.
func (l *List[S]) from(i int) float32 {
	if i == 0 {
		return 0
	}
	return l.ends[i-1]
}

// Total is the height of all rows.
func (l *List[S]) Total() float32 {
	if len(l.ends) == 0 {
		return 0
	}
	return l.ends[len(l.ends)-1] + l.edges.End
}

// anchor gives the ids of rows in view, the one to hold on to first, and where each stands in the window.
func (l *List[S]) anchor() (ids []string, at []float32) {
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	if len(l.tops) == 0 || h <= 0 {
		return nil, nil
	}
	from, to := l.inView(y, h)
	add := func(i int) {
		ids, at = append(ids, l.rows.ID(i)), append(at, l.tops[i]-y)
	}
	if i, ok := l.row(); ok && i >= from && i < to {
		add(i)
	}
	if y > 1 {
		for i := from; i < to; i++ {
			add(i)
		}
	}
	return ids, at
}

// held is the offset at which the first of the rows that is still there stands where it stood.
func (l *List[S]) held(ids []string, at []float32) float32 {
	for k, id := range ids {
		if i, ok := l.at(id); ok {
			return l.tops[i] - at[k]
		}
	}
	return l.scroll.Offset.Y
}

// row is the index of the current row; false if it is not in the list, or nothing is measured yet.
func (l *List[S]) row() (int, bool) {
	if !l.hasRow {
		return 0, false
	}
	return l.at(l.current)
}

// at is where a row stands; false if it is not in the list, or nothing is measured yet. Few rows are asked for by their id:
// looking through them costs less than an index of all of them, made anew for every step of the slider.
func (l *List[S]) at(id string) (int, bool) {
	for i := range l.tops {
		if l.rows.ID(i) == id {
			return i, true
		}
	}
	return 0, false
}

// Choose marks the rows with these ids and scrolls the first into view; none clears it. It fires no callback.
func (l *List[S]) Choose(ids ...string) {
	if slices.Equal(ids, l.selected) {
		return
	}
	l.selected = append(l.selected[:0], ids...)
	if len(ids) > 0 {
		l.current, l.hasRow = ids[0], true
		if i, ok := l.row(); ok {
			l.moveTo(l.reveal(i, l.scroll.Offset.Y))
			return
		}
	}
	l.sheet.show()
}

// Forget takes the keyboard's place in the list away: the next arrow begins at the first row in view.
func (l *List[S]) Forget() { l.hasRow = false }

// Chosen gives the ids of the marked rows, shown or not.
func (l *List[S]) Chosen() []string { return slices.Clone(l.selected) }

// Place is where a row stands in the window and how tall it is; false where there is no such row.
func (l *List[S]) Place(id string) (top, height float32, ok bool) {
	i, ok := l.at(id)
	if !ok {
		return 0, 0, false
	}
	return l.tops[i] - l.scroll.Offset.Y, l.ends[i] - l.tops[i], true
}

// InView reports whether a row is wholly to be seen.
func (l *List[S]) InView(id string) bool {
	top, height, ok := l.Place(id)
	return ok && top >= 0 && top+height <= l.scroll.Size().Height+0.5
}

// Live gives the rows that are canvas objects now, top down; for tests.
func (l *List[S]) Live() []Row[S] {
	var out []Row[S]
	for _, x := range l.sheet.live {
		out = append(out, x.row)
	}
	return out
}

// ShowAgain brings what the rows say of themselves onto the screen, where something else than the rows has changed.
func (l *List[S]) ShowAgain() { l.sheet.show() }

// inView gives the half-open range of rows that the window at y shows, what stands above them included.
func (l *List[S]) inView(y, h float32) (int, int) {
	n := len(l.tops)
	from := sort.Search(n, func(i int) bool { return l.ends[i] > y })
	to := from + sort.Search(n-from, func(i int) bool { return l.from(from+i) >= y+h })
	return from, to
}

// reveal is the offset nearest to y that shows row i whole, with what stands above it.
func (l *List[S]) reveal(i int, y float32) float32 {
	if bottom := l.ends[i] + l.edges.Below; y+l.scroll.Size().Height < bottom {
		y = bottom - l.scroll.Size().Height
	}
	return min(y, l.from(i))
}

func (l *List[S]) moveTo(y float32) {
	h, total := l.scroll.Size().Height, l.Total()
	l.sheet.Resize(fyne.NewSize(l.scroll.Size().Width, max(total, h)))
	l.scroll.Offset = fyne.NewPos(0, max(min(y, total-h), 0))
	l.scroll.Refresh()
	l.sheet.show()
}

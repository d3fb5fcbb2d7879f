// Package placelist is a Fyne widget that lists places, events or speakers, as the twin of map and timeline that the
// keyboard can walk: rows with a mark, two lines and a count or date, under small headings. Only the rows in view are
// canvas objects.
//
//	l := placelist.New()
//	l.SetItems([]placelist.Item{{ID: 1, Section: "On the map", Title: "Kyiv", Detail: "Ukraine", Right: "14", Shape: placelist.Filled}})
//	l.OnTap = func(id int) { ... }
//
// It does not filter or sort, and knows neither stories nor sessions. All of it runs on the UI goroutine.
package placelist

import (
	"image/color"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Shape is the mark in front of a row; each kind of thing has its own, so that colour is never alone in telling.
type Shape uint8

// The shapes, as on the map.
const (
	NoShape Shape = iota
	Filled        // something happened here: a disc
	Ring          // somebody speaks from here: a hollow ring
	Area          // a region or country: a square with a rim
	Diamond       // known to nobody yet: not placed, undated
)

// Item is one row. Text is shown as given, on one line each and with an ellipsis where it is too long.
type Item struct {
	ID      int    // the caller's; unique in the list
	Section string // the heading it stands under: a heading stands where it changes; "" has none
	Title   string
	Detail  string // second line; "" makes the row a line lower
	Right   string // a count or a date, at the right
	Shape   Shape
	Colour  color.NRGBA // of the shape
	Faded   bool        // there, but not in the period
}

// List is the widget. Set the callbacks before it is shown.
type List struct {
	widget.BaseWidget

	OnTap   func(id int) // a row was tapped, or the arrows came to it
	OnEnter func(id int) // Enter on the current row; nil is OnTap
	OnKey   func(*fyne.KeyEvent)
	OnRune  func(rune)

	items    []Item
	index    map[int]int // id to position
	selected []int
	current  int // id of the row that the keyboard is at, or none
	hasRow   bool
	empty    string
	own      Look
	look     look
	ready    bool // look is set

	tops    []float32 // of each item's row, headings left out; and the end
	lines   lines
	scroll  *container.Scroll
	sheet   *sheet
	focused bool
}

// New gives an empty list.
func New() *List {
	l := &List{index: map[int]int{}}
	l.ExtendBaseWidget(l)
	l.sheet = &sheet{list: l}
	l.sheet.ExtendBaseWidget(l.sheet)
	l.scroll = container.NewVScroll(l.sheet)
	l.scroll.OnScrolled = func(fyne.Position) { l.sheet.show() }
	return l
}

// SetItems replaces the rows. The current row stays where it is, else the row at the top does, as far as they are still
// there; a list that stands at its top stays there. It fires no callback.
func (l *List) SetItems(items []Item) {
	if slices.Equal(items, l.items) {
		return
	}
	hold, at := l.anchor()
	l.items = append(l.items[:0], items...)
	clear(l.index)
	for i := range l.items {
		l.index[l.items[i].ID] = i
	}
	l.measure()
	y := l.scroll.Offset.Y
	for k, id := range hold {
		if i, ok := l.index[id]; ok {
			y = l.tops[i] - at[k]
			break
		}
	}
	l.moveTo(y)
}

// anchor gives the ids of rows in view, the one to hold on to first, and where each stands in the window.
func (l *List) anchor() (ids []int, at []float32) {
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	if len(l.items) == 0 || h <= 0 || len(l.tops) == 0 {
		return nil, nil
	}
	from, to := l.inView(y, h)
	add := func(i int) {
		ids, at = append(ids, l.items[i].ID), append(at, l.tops[i]-y)
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

// row is the index of the current row; false if it is not in the list.
func (l *List) row() (int, bool) {
	if !l.hasRow {
		return 0, false
	}
	i, ok := l.index[l.current]
	return i, ok && i+1 < len(l.tops)
}

// SetSelected marks the rows with these ids and scrolls the first into view; none clears it. It fires no callback.
func (l *List) SetSelected(ids ...int) {
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

// Selected gives the ids of the marked rows, shown or not.
func (l *List) Selected() []int { return slices.Clone(l.selected) }

// SetEmpty sets the line that stands in a list without rows; "" is a general one.
func (l *List) SetEmpty(words string) {
	l.empty = words
	l.sheet.show()
}

// SetLook replaces fonts, palette and sizes; the zero Look follows the theme.
func (l *List) SetLook(k Look) {
	l.own = k
	l.Refresh()
}

// InView reports whether a row is wholly to be seen.
func (l *List) InView(id int) bool {
	i, ok := l.index[id]
	if !ok || i+1 >= len(l.tops) {
		return false
	}
	y := l.scroll.Offset.Y
	return l.tops[i] >= y && l.tops[i]+l.height(i) <= y+l.scroll.Size().Height+0.5
}

// inView gives the half-open range of rows that the window at y shows, their headings included.
func (l *List) inView(y, h float32) (int, int) {
	n := len(l.items)
	from := sort.Search(n, func(i int) bool { return l.tops[i]+l.height(i) > y })
	to := from + sort.Search(n-from, func(i int) bool { return l.from(from+i) >= y+h })
	return from, to
}

// reveal is the offset nearest to y that shows row i whole, with its heading if it has one.
func (l *List) reveal(i int, y float32) float32 {
	if bottom := l.tops[i] + l.height(i); y+l.scroll.Size().Height < bottom {
		y = bottom - l.scroll.Size().Height
	}
	if top := l.from(i); y > top {
		y = top
	}
	return y
}

func (l *List) moveTo(y float32) {
	h, total := l.scroll.Size().Height, l.total()
	l.sheet.Resize(fyne.NewSize(l.scroll.Size().Width, max(total, h)))
	l.scroll.Offset = fyne.NewPos(0, max(min(y, total-h), 0))
	l.scroll.Refresh()
	l.sheet.show()
}

// goTo makes row i the current one, as a tap on it would.
func (l *List) goTo(i int) {
	if len(l.items) == 0 {
		return
	}
	id := l.items[min(max(i, 0), len(l.items)-1)].ID
	l.SetSelected(id)
	if l.OnTap != nil {
		l.OnTap(id)
	}
}

// step goes a number of rows up or down; without a current row to the first one in view.
func (l *List) step(by int) {
	if i, ok := l.row(); ok {
		l.goTo(i + by)
		return
	}
	if len(l.tops) > 0 {
		i, _ := l.inView(l.scroll.Offset.Y, l.scroll.Size().Height)
		l.goTo(i)
	}
}

// FocusGained is called by Fyne. Only Tab gives the list the keyboard, a click does not.
func (l *List) FocusGained() { l.setFocus(true) }

// FocusLost is called by Fyne.
func (l *List) FocusLost() { l.setFocus(false) }

func (l *List) setFocus(on bool) {
	l.focused = on
	l.sheet.show()
	l.BaseWidget.Refresh()
}

// TypedKey is called by Fyne: Up, Down, Page Up, Page Down, Home and End go from row to row; the rest is the caller's.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	page := 1
	if len(l.items) > 0 && len(l.tops) > 0 && l.scroll.Size().Height > 0 {
		from, to := l.inView(l.scroll.Offset.Y, l.scroll.Size().Height)
		page = max(to-from-1, 1)
	}
	switch ev.Name {
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyPageUp:
		l.step(-page)
	case fyne.KeyPageDown:
		l.step(page)
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(len(l.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.enter()
	default:
		if l.OnKey != nil {
			l.OnKey(ev)
		}
	}
}

func (l *List) enter() {
	i, ok := l.row()
	tell := l.OnEnter
	if tell == nil {
		tell = l.OnTap
	}
	if ok && tell != nil {
		tell(l.items[i].ID)
	}
}

// TypedRune is called by Fyne.
func (l *List) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

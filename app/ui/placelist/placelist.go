// Package placelist is a Fyne widget that lists places, events or speakers, as the twin of map and timeline that the
// keyboard can walk: rows with a mark, two lines and a count or date, under small headings. Only the rows in view are
// canvas objects.
//
//	l := placelist.New()
//	l.SetItems([]placelist.Item{{ID: "kyiv", Section: "On the map", Title: "Kyiv", Detail: "Ukraine", Right: "14", Shape: placelist.Filled}})
//	l.OnTap = func(id string) { ... }
//
// It does not filter or sort, and knows neither stories nor sessions. All of it runs on the UI goroutine.
package placelist

import (
	"image/color"
	"slices"
	"unicode/utf8"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
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
	ID      string // the caller's; unique in the list
	Section string // the heading it stands under: a heading stands where it changes; "" has none
	Title   string
	Detail  string // second line; "" makes the row a line lower
	More    string // third line; "" makes the row a line lower
	Right   string // a count or a date, at the right
	Shape   Shape
	Colour  color.NRGBA // of the shape
	Letter  string      // on the shape: tells rows of one colour apart
	Faded   bool        // there, but not in the period
	Bold    bool        // the title stands out
	Heading bool        // a heading that can be tapped: Title, and Right at its end
}

// List is the widget. Set the callbacks of kit.List before it is shown.
type List struct {
	kit.List[state]

	items     []Item
	emptyText string
	empty     *canvas.Text
	own       Look
	look      look
	lines     lines
	width     float32 // of the rows
}

// New gives an empty list.
func New() *List {
	l := &List{}
	l.Init(l, rows{l}, kit.Edges{End: padY})
	return l
}

// SetItems replaces the rows, as kit.List.Change does. It fires no callback.
func (l *List) SetItems(items []Item) {
	if slices.Equal(items, l.items) {
		return
	}
	l.Change(func() { l.items = append(l.items[:0], items...) })
}

// SetSelected marks the rows with these ids and scrolls the first into view; none clears it. It fires no callback.
func (l *List) SetSelected(ids ...string) { l.Choose(ids...) }

// Selected gives the ids of the marked rows, shown or not.
func (l *List) Selected() []string { return l.Chosen() }

// SetEmpty sets the line that stands in a list without rows; "" is a general one.
func (l *List) SetEmpty(words string) {
	l.emptyText = words
	l.ShowAgain()
}

// SetLook replaces fonts, palette and sizes; the zero Look follows the theme.
func (l *List) SetLook(k Look) {
	l.own = k
	l.Refresh()
}

// rows are the items as kit.List asks for them.
type rows struct{ l *List }

const (
	padX    = 12 // at both sides of a row
	padY    = 5
	headTop = 12 // above a heading
	headGap = 3  // below it
	markGap = 9  // between mark and title

	rightShare = 0.45 // of a row's width, for what stands at its right
)

// lines are the heights of one line of each face.
type lines struct{ title, small, head float32 }

func (r rows) Count() int          { return len(r.l.items) }
func (r rows) ID(i int) string     { return r.l.items[i].ID }
func (r rows) New() kit.Row[state] { return newRow(r.l) }

// Measure notes how wide rows are: what stands at the right of a narrow one goes below its title.
func (r rows) Measure(width float32) { r.l.width = width }

// below reports that the words at the right of a row would be cut beside its title, and so stand below it.
func (l *List) below(it *Item, width float32) bool {
	room := (width - 2*padX) * rightShare
	const thin = 0.3 // of the size: few letters are narrower
	if float32(utf8.RuneCountInString(it.Right))*l.look.small.Size*thin > room {
		return true
	}
	return float32(len(it.Right))*l.look.small.Size > room && l.look.small.Measure(it.Right).Width > room
}

func (l *List) height(it *Item) float32 {
	h := 2*padY + l.lines.title
	if it.Right != "" && l.below(it, l.width) {
		h += l.lines.small
	}
	for _, s := range [...]string{it.Detail, it.More} {
		if s != "" {
			h += l.lines.small
		}
	}
	return h
}

// heads reports whether a heading stands above row i.
func (l *List) heads(i int) bool {
	s := l.items[i].Section
	return s != "" && (i == 0 || s != l.items[i-1].Section)
}

func (r rows) Height(i int) (above, row float32) {
	l := r.l
	if l.heads(i) {
		above = headTop + l.lines.head + headGap
	}
	return above, l.height(&l.items[i])
}

// state is all that a row shows.
type state struct {
	item Item
	head bool
	kit.Pointed
}

func (r rows) State(i int, p kit.Pointed) state { return state{r.l.items[i], r.l.heads(i), p} }

func (r rows) Restyle() (ground, ring color.Color, is bool) {
	l := r.l
	k := l.own.themed(l)
	if is = k != l.look; is {
		l.look, l.lines = k, lines{k.title.Line(), k.small.Line(), k.head.Line()}
	}
	return k.background, k.focus, is
}

// Empty says that there is nothing to list.
func (r rows) Empty(width float32) []fyne.CanvasObject {
	l := r.l
	if l.empty == nil {
		l.empty = canvas.NewText("", color.Transparent)
		l.empty.Move(fyne.NewPos(padX, padX))
	}
	words := l.emptyText
	if words == "" {
		words = lang.L("Nothing to show here.")
	}
	words, _ = l.look.title.Shorten(words, width-2*padX)
	l.look.title.Write(l.empty, words, l.look.muted)
	l.empty.Resize(l.empty.MinSize())
	l.empty.Refresh()
	return []fyne.CanvasObject{l.empty}
}

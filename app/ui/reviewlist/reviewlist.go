// Package reviewlist is a Fyne widget that lists what a person should check: a question, the words it is about, what the
// program chose and how sure it is, and by a shape whether somebody has looked at it. The chosen one has three buttons,
// each with a key. Only the rows in view are canvas objects.
//
//	l := reviewlist.New()
//	l.SetItems([]reviewlist.Item{{ID: "1", Ask: "Where?", Words: "“the harbour”", Chip: "Lyngholm", Shape: reviewlist.Place, Rest: "61 %"}})
//	l.OnRight = func(id string) { ... }
//
// It knows neither stories nor sessions. All of it runs on the UI goroutine.
package reviewlist

import (
	"image/color"
	"slices"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// Shape is how the chip stands out, so that colour is never alone in telling.
type Shape uint8

// The shapes.
const (
	Plain Shape = iota // words without a chip
	Date               // a green chip
	Place              // a red chip
	Ring               // a dashed rim: somebody who speaks
)

// Status is what a person has done about an item.
type Status uint8

// The statuses.
const (
	Open    Status = iota // a question mark: nobody has looked at it
	Right                 // a tick
	Changed               // a tick too: it was corrected
	Cannot                // a crossed circle: it cannot be told
)

// Item is one question. Text is shown as given; empty fields take no room.
type Item struct {
	ID     string // the caller's; unique in the list
	Ask    string // "Where?"
	Words  string // what it is about
	Chip   string // what was chosen
	Shape  Shape
	Rest   string // what else, and how sure
	Count  string // "1 of 9", on the chosen item
	Status Status
	Colour color.NRGBA // the left edge: the colour of the article's lane
}

// List is the widget. Set the callbacks, those of kit.List too, before it is shown.
type List struct {
	kit.List[state]

	OnRight  func(id string) // it is as it is shown
	OnChange func(id string) // it is something else
	OnCannot func(id string) // it cannot be told
	OnNext   func()          // to the next that nobody has looked at

	items   []Item
	pal     *kit.Palette
	serif   fyne.Resource
	styled  kit.Styled // that the layouts are for
	width   float32
	layouts []layout
}

// New gives an empty list.
func New() *List {
	l := &List{pal: kit.Palettes[0]}
	l.Init(l, rows{l}, kit.Edges{Side: gap, Below: gap, End: gap})
	l.OnEnter = func(id string) { tell(l.OnRight, id) }
	return l
}

func tell(f func(string), id string) {
	if f != nil {
		f(id)
	}
}

// SetItems replaces the questions, as kit.List.Change does. It fires no callback.
func (l *List) SetItems(items []Item) {
	if slices.Equal(items, l.items) {
		return
	}
	l.Change(func() { l.items = append(l.items[:0], items...) })
}

// SetSelected marks the item with this id, gives it its buttons and scrolls it into view; none clears it. It fires no
// callback.
func (l *List) SetSelected(ids ...string) {
	if slices.Equal(ids, l.Chosen()) {
		return
	}
	l.Choose(ids...)
	l.Change(func() {}) // the chosen one is taller
	l.Choose()
	l.Choose(ids...)
}

// SetPalette takes colours, sizes and the face of the words; nil is the theme's.
func (l *List) SetPalette(p *kit.Palette, serif fyne.Resource) {
	l.pal, l.serif = p, serif
	l.Refresh()
}

// TypedRune is called by Fyne: C changes the chosen item, X says that it cannot be told, N goes on.
func (l *List) TypedRune(r rune) {
	if !l.Rune(r) && l.OnRune != nil {
		l.OnRune(r)
	}
}

// Rune does what a typed letter is for and reports whether it is for anything.
func (l *List) Rune(r rune) bool {
	chosen := l.Chosen()
	switch r {
	case 'n', 'N':
		if l.OnNext != nil {
			l.OnNext()
		}
		return true
	case 'c', 'C', 'x', 'X':
		if len(chosen) == 0 {
			return false
		}
		if r == 'c' || r == 'C' {
			tell(l.OnChange, chosen[0])
		} else {
			tell(l.OnCannot, chosen[0])
		}
		return true
	}
	return false
}

// TypedKey is called by Fyne: the arrows go from item to item, Enter says that the chosen one is right.
func (l *List) TypedKey(e *fyne.KeyEvent) { l.List.TypedKey(e) }

// rows are the items as kit.List asks for them.
type rows struct{ l *List }

func (r rows) Count() int          { return len(r.l.items) }
func (r rows) ID(i int) string     { return r.l.items[i].ID }
func (r rows) New() kit.Row[state] { return newRow(r.l) }

// Measure lays out all items. The chosen one has room for its buttons.
func (r rows) Measure(width float32) {
	l := r.l
	l.width = width
	chosen := l.Chosen()
	l.layouts = l.layouts[:0]
	for i := range l.items {
		l.layouts = append(l.layouts, l.layOut(&l.items[i], slices.Contains(chosen, l.items[i].ID)))
	}
}

func (r rows) Height(i int) (above, row float32) { return gap, r.l.layouts[i].height }

// state is all that a row shows.
type state struct {
	item   Item
	at     int // its layout
	height float32
	kit.Pointed
}

func (r rows) State(i int, p kit.Pointed) state {
	return state{r.l.items[i], i, r.l.layouts[i].height, p}
}

func (r rows) Restyle() (ground, ring color.Color, is bool) { return r.l.styled.By(r.l.pal) }

// Empty says that there is nothing to check.
func (r rows) Empty(width float32) []fyne.CanvasObject {
	return kit.Says(lang.L("Nothing is left to check."), r.l.pal, width, gap)
}

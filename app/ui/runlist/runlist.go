// Package runlist is a Fyne widget that lists slides: those of a lesson in their order, or those that can be put into it. Each
// has a small picture, its day and place, its words, and signs for what was chosen for it. Rows are dragged to another place.
// Only the rows in view are canvas objects.
//
//	l := runlist.New()
//	l.SetItems([]runlist.Item{{ID: "1", Number: "1", Head: "2 May 2024 · Port", Words: "The ferry left."}})
//	l.OnDrop = func(id string, to int) { ... }
//
// It knows neither stories nor sessions. All of it runs on the UI goroutine.
package runlist

import (
	"image"
	"image/color"
	"slices"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
)

// Item is one slide. Text is shown as given; empty fields take no room.
type Item struct {
	ID     string // the caller's; unique in the list
	Number string // its place in the lesson; "" where it is in none
	In     bool   // of what can be put in: it is in the lesson already
	Head   string // day and place
	Words  string // what it shows, cut to what has room
	Signs  string // what was chosen for it, small
	Gone   string // why a class does not see it
	Sign   string // in place of a picture
	Ask    Ask    // what it asks: drawn in place of a picture
	Colour color.NRGBA
}

// List is the widget. Set the callbacks, those of kit.List too, before it is shown.
type List struct {
	kit.List[state]

	Picture func(id string) image.Image // of a row that is to be drawn; nil while there is none: ask again with ShowAgain

	items  []Item
	keys   Keys
	empty  string
	pal    *kit.Palette
	serif  fyne.Resource
	styled kit.Styled // that the rows are for
	width  float32
}

// New gives an empty list.
func New() *List {
	l := &List{pal: kit.Palettes[0]}
	l.Init(l, rows{l}, kit.Edges{Side: gap, Below: gap, End: gap})
	return l
}

// SetItems replaces the slides, as kit.List.Change does. It fires no callback.
func (l *List) SetItems(items []Item) {
	if slices.Equal(items, l.items) {
		return
	}
	l.Change(func() { l.items = append(l.items[:0], items...) })
}

// SetEmpty is what an empty list says.
func (l *List) SetEmpty(words string) {
	if l.empty != words {
		l.empty = words
		l.Change(func() {})
	}
}

// SetPalette takes colours, sizes and the face of the words; nil is the theme's.
func (l *List) SetPalette(p *kit.Palette, serif fyne.Resource) {
	l.pal, l.serif = p, serif
	l.Refresh()
}

// rows are the items as kit.List asks for them.
type rows struct{ l *List }

func (r rows) Count() int            { return len(r.l.items) }
func (r rows) ID(i int) string       { return r.l.items[i].ID }
func (r rows) New() kit.Row[state]   { return newRow(r.l) }
func (r rows) Measure(width float32) { r.l.width = width }
func (r rows) Height(int) (above, row float32) {
	return gap, r.l.height()
}

// state is all that a row shows.
type state struct {
	item    Item
	picture image.Image
	kit.Pointed
}

func (r rows) State(i int, p kit.Pointed) state {
	s := state{item: r.l.items[i], Pointed: p}
	if r.l.Picture != nil {
		s.picture = r.l.Picture(s.item.ID)
	}
	return s
}

func (r rows) Restyle() (ground, ring color.Color, is bool) { return r.l.styled.By(r.l.pal) }

// Empty says that there are no slides.
func (r rows) Empty(width float32) []fyne.CanvasObject {
	return kit.Says(r.l.empty, r.l.pal, width, gap)
}

// SetSelected marks the slide with this id and scrolls it into view; none clears it. It fires no callback.
func (l *List) SetSelected(ids ...string) { l.Choose(ids...) }

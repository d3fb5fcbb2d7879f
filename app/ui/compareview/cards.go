// Package compareview is a Fyne widget that holds articles against each other: a list of things to compare, and a sheet with
// a column for each article, its sentences and what is marked in them, and a table below.
//
//	v := compareview.New()
//	v.Cards.SetItems([]compareview.Card{{ID: "1", Title: "“burst” · Novi Sad", Sub: "2 say so · 1 denies it"}})
//	v.Cards.OnTap = func(id string) { v.SetPage(...) }
//	v.OnCell = func(id string) { ... }
//
// It knows neither stories nor sessions. All of it runs on the UI goroutine.
package compareview

import (
	"image/color"
	"slices"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

const (
	edge   = 4 // width of the coloured edge of the chosen card
	padX   = 14
	padY   = 10
	gap    = 8
	radius = 8
)

// Card is a thing to compare. Text is shown as given; empty fields take no room.
type Card struct {
	ID    string // the caller's; unique in the list
	Head  string // a heading above it
	Title string
	Sub   string
}

// Cards is the list of things to compare.
type Cards struct {
	kit.List[cardState]
	items   []Card
	pal     *kit.Palette
	styled  kit.Styled
	layouts []cardLayout
}

func newCards() *Cards {
	l := &Cards{pal: kit.Palettes[0]}
	l.Init(l, cardRows{l}, kit.Edges{Side: gap, Below: gap, End: gap})
	return l
}

// SetItems replaces the cards. It fires no callback.
func (l *Cards) SetItems(items []Card) {
	if slices.Equal(items, l.items) {
		return
	}
	l.Change(func() { l.items = append(l.items[:0], items...) })
}

// SetSelected marks a card and scrolls it into view; none clears it. It fires no callback.
func (l *Cards) SetSelected(ids ...string) { l.Choose(ids...) }

type cardLayout struct {
	height            float32
	above             float32 // that the heading takes
	title, sub, words []string
}

func (l *Cards) faces() (bold, small, head kit.Face) {
	p := l.pal
	return kit.Face{Size: p.TextSize, Style: fyne.TextStyle{Bold: true}}, kit.Face{Size: p.TextSize * 0.88}, kit.Face{Size: p.TextSize * 0.86}
}

type cardRows struct{ l *Cards }

func (r cardRows) Count() int              { return len(r.l.items) }
func (r cardRows) ID(i int) string         { return r.l.items[i].ID }
func (r cardRows) New() kit.Row[cardState] { return newCardRow(r.l) }

// Measure lays out all cards.
func (r cardRows) Measure(width float32) {
	l := r.l
	bold, small, head := l.faces()
	l.layouts = l.layouts[:0]
	room := max(width-2*gap-2*padX, 40)
	for i := range l.items {
		it := &l.items[i]
		lay := cardLayout{title: bold.Wrap(it.Title, room), sub: small.Wrap(it.Sub, room)}
		if len(lay.title) > 3 {
			lay.title = lay.title[:3]
			lay.title[2] = bold.GoesOn(lay.title[2], room)
		}
		if it.Head != "" {
			lay.words = head.Wrap(it.Head, max(width-2*gap-padX, 40))
			lay.above = float32(len(lay.words))*head.Line() + 2*gap
		}
		lay.height = 2*padY + float32(len(lay.title))*bold.Line() + float32(len(lay.sub))*small.Line()
		l.layouts = append(l.layouts, lay)
	}
}

func (r cardRows) Height(i int) (above, row float32) {
	return gap + r.l.layouts[i].above, r.l.layouts[i].height
}

type cardState struct {
	item   Card
	at     int
	height float32
	kit.Pointed
}

func (r cardRows) State(i int, p kit.Pointed) cardState {
	return cardState{r.l.items[i], i, r.l.layouts[i].height, p}
}

func (r cardRows) Restyle() (ground, ring color.Color, is bool) { return r.l.styled.By(r.l.pal) }

// Empty says that nothing can be compared.
func (r cardRows) Empty(width float32) []fyne.CanvasObject {
	return kit.Says(lang.L("Nothing to compare here: open at least two articles on the same events."), r.l.pal, width, gap)
}

// cardRow is the canvas objects of one card; it is used again for another one.
type cardRow struct {
	kit.Pieces
	l          *Cards
	body, edge *canvas.Rectangle
	texts      []*canvas.Text
}

func newCardRow(l *Cards) *cardRow {
	r := &cardRow{l: l, body: canvas.NewRectangle(color.Transparent), edge: canvas.NewRectangle(color.Transparent)}
	r.body.CornerRadius, r.edge.CornerRadius = radius, radius
	return r
}

// Fill sets the row to what it shows.
func (r *cardRow) Fill(st cardState) {
	r.Clear()
	p, lay := r.l.pal, &r.l.layouts[st.at]
	bold, small, head := r.l.faces()
	w := max(st.Width-2*gap, 0)
	r.body.FillColor, r.body.StrokeColor, r.body.StrokeWidth = p.Bar, p.Line, 1
	r.edge.FillColor = p.Primary
	switch {
	case st.Chosen:
		r.body.FillColor, r.body.StrokeColor = kit.Between(p.Warn, p.Bar, 0.35), p.Border
		r.Put(r.edge, kit.Box{X: gap, Y: 0.5, W: 2 * radius, H: lay.height - 1})
	case st.Hot:
		r.body.FillColor = kit.Between(p.Text, p.Bar, 0.96)
	}
	if st.Current {
		r.body.StrokeColor, r.body.StrokeWidth = p.Ring, 2
	}
	left := float32(0)
	if st.Chosen {
		left = edge
	}
	r.Put(r.body, kit.Box{X: gap + left, W: w - left, H: lay.height})
	for len(r.texts) < len(lay.title)+len(lay.sub)+len(lay.words) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	above := r.texts[len(lay.title)+len(lay.sub):]
	for i, s := range lay.words {
		up := float32(len(lay.words)-i)*head.Line() + gap
		r.Write(above[i], s, head, p.Muted, kit.Box{X: gap + padX/2, Y: -up, W: w, H: head.Line()})
	}
	y := float32(padY)
	for i, s := range lay.title {
		r.Write(r.texts[i], s, bold, p.Text, kit.Box{X: gap + padX, Y: y, W: w - padX, H: bold.Line()})
		y += bold.Line()
	}
	for i, s := range lay.sub {
		r.Write(r.texts[len(lay.title)+i], s, small, p.Muted, kit.Box{X: gap + padX, Y: y, W: w - padX, H: small.Line()})
		y += small.Line()
	}
	r.Refresh()
}

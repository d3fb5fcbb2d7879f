package mapview

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"dateline/geo/mark"
	"dateline/geo/viewport"
)

// SmallText is how large the text of legend and scale is for Look.TextSize; that of the attribution is one px less.
const SmallText = 0.84

const gap = 12 // between the map's edge and what stands on it

// deck is what stands on the map and does not move with it: attribution, scale, legend, buttons, names at the edge,
// the hover card and the focus ring.
type deck struct {
	made bool

	attribution, legend, scale card
	heat                       heatKey
	event, ring, unreal, named *canvas.Circle
	area                       *canvas.Rectangle
	bar                        [3]*canvas.Line
	buttons                    [3]*button
	buttonCard                 *canvas.Rectangle
	edges                      []*edgeName
	edgesUsed                  int
	arrows                     map[arrowKey]*image.RGBA
	hover                      hoverCard
	detail                     detail
	focus                      *canvas.Rectangle
	changed                    bool

	cards []Card
	km, m string // in the person's language

	land *canvas.Rectangle   // under everything
	objs []fyne.CanvasObject // the whole map's, the lower first
}

// card is a rounded box with words side by side.
type card struct {
	box   *canvas.Rectangle
	words []*canvas.Text
}

func newCard(words int) card {
	c := card{box: canvas.NewRectangle(color.Transparent)}
	c.box.CornerRadius, c.box.StrokeWidth = 6, 1
	for range words {
		c.words = append(c.words, canvas.NewText("", color.Black))
	}
	return c
}

func (c *card) hide(on bool) {
	c.box.Hidden = on
	for _, w := range c.words {
		w.Hidden = on
	}
}

func (c *card) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	objs = append(objs, c.box)
	for _, w := range c.words {
		objs = append(objs, w)
	}
	return objs
}

func (d *deck) make(m *Map) {
	if d.made {
		return
	}
	d.made = true
	d.attribution, d.legend, d.scale = newCard(1), newCard(5), newCard(1)
	d.event, d.ring = canvas.NewCircle(color.Transparent), canvas.NewCircle(color.Transparent)
	d.ring.StrokeWidth = 2
	d.heat.make()
	d.unreal = canvas.NewCircle(color.Transparent)
	d.unreal.StrokeWidth = 2
	d.named = canvas.NewCircle(color.Transparent)
	d.named.StrokeWidth = 1.5
	d.area = canvas.NewRectangle(color.Transparent)
	d.area.StrokeWidth = 1
	for i := range d.bar {
		d.bar[i] = canvas.NewLine(color.Black)
	}
	d.buttonCard = canvas.NewRectangle(color.Transparent)
	d.buttonCard.CornerRadius, d.buttonCard.StrokeWidth = 8, 1
	d.buttons = [3]*button{newButton(iconPlus, m.tapZoomIn), newButton(iconMinus, m.tapZoomOut), newButton(iconFit, m.tapFit)}
	d.hover.Tip = kit.NewTip()
	d.detail.make(m)
	d.focus = canvas.NewRectangle(color.Transparent)
	d.focus.StrokeWidth = 3
	d.focus.Hidden = true
}

// restyle takes colours, sizes and words anew.
func (d *deck) restyle(m *Map) {
	l := &m.look
	small := float32(math.Round(float64(l.TextSize) * SmallText))
	for _, c := range []*card{&d.attribution, &d.legend, &d.scale} {
		c.box.FillColor, c.box.StrokeColor = l.Card, l.CardLine
		for _, w := range c.words {
			w.Color, w.TextSize, w.FontSource = l.CardMuted, small, l.Font
		}
	}
	d.heat.restyle(l, m.style, small)
	d.attribution.words[0].TextSize = small - 1
	d.attribution.words[0].Text = m.config.Attribution
	d.km, d.m = lang.L("km"), lang.L("m")
	d.legend.words[0].Text = kit.Visual(lang.L("event here"))
	d.legend.words[1].Text = kit.Visual(lang.L("speaking from here"))
	d.legend.words[2].Text = kit.Visual(lang.L("area"))
	d.legend.words[3].Text = kit.Visual(lang.L("planned, denied or only said"))
	d.legend.words[4].Text = kit.Visual(lang.L("only named"))
	d.named.FillColor, d.named.StrokeColor = color.Transparent, m.style.CardText
	d.event.FillColor = l.Filled
	d.unreal.FillColor, d.unreal.StrokeColor = color.Transparent, l.Filled
	d.ring.FillColor, d.ring.StrokeColor = color.Transparent, l.Ring
	d.area.FillColor, d.area.StrokeColor = l.AreaFill, l.AreaLine
	for _, b := range d.bar {
		b.StrokeColor, b.StrokeWidth = l.CardMuted, 1.5
	}
	d.buttonCard.FillColor, d.buttonCard.StrokeColor = l.Card, l.CardLine
	for _, b := range d.buttons {
		b.restyle(l)
	}
	for _, e := range d.edges {
		e.restyle(l)
	}
	d.hover.restyle(l)
	d.detail.restyle(l)
	d.focus.StrokeColor = l.Focus
}

// place lays the deck out for the map's size.
func (d *deck) place(m *Map) {
	w, h := float32(m.cam.view.W), float32(m.cam.view.H)
	left, top := float32(m.margin.Left), float32(m.margin.Top)
	right, bottom := w-float32(m.margin.Right), h-float32(m.margin.Bottom)

	// Attribution, bottom right.
	words := d.attribution.words[0]
	size := words.MinSize()
	d.attribution.hide(m.config.Attribution == "")
	box := fyne.NewSize(size.Width+12, size.Height+6)
	at := fyne.NewPos(right-box.Width-6, bottom-box.Height-6)
	d.attribution.box.Move(at)
	d.attribution.box.Resize(box)
	words.Move(at.AddXY(6, 3))
	words.Resize(size)

	// Buttons, top right; in a low map the bar of the scale stands beside them.
	edge := float32(math.Round(float64(m.look.TextSize) * 2.35))
	d.buttonCard.Move(fyne.NewPos(right-gap-edge, top+gap+2))
	d.buttonCard.Resize(fyne.NewSize(edge, edge*3))
	for i, b := range d.buttons {
		b.Move(fyne.NewPos(right-gap-edge, top+gap+2+float32(i)*edge))
		b.Resize(fyne.NewSquareSize(edge))
	}
	d.placeScale(m, right-gap, at.Y-6)
	if d.scale.box.Position().Y < d.buttonCard.Position().Y+d.buttonCard.Size().Height+gap {
		d.placeScale(m, d.buttonCard.Position().X-gap, at.Y-6)
	}
	foot := bottom - gap
	d.placeLegends(m, fyne.NewPos(left+gap, foot), right-gap, at)
	if !d.legend.box.Hidden {
		foot = d.legend.box.Position().Y - 6
	} else if !d.attribution.box.Hidden && float32(m.cam.view.W) < 430 {
		foot = at.Y - 6
	}
	d.heat.place(m, left+gap, foot)

	d.focus.Move(fyne.NewPos(1, 1))
	d.focus.Resize(fyne.NewSize(w-2, h-2))
	d.placeEdges(m)
	d.detail.place(m)
}

// placeScale draws a bar of a round length, its right end at x, its foot at y.
func (d *deck) placeScale(m *Map, x, y float32) {
	per := m.cam.view.MetersPerPixel()
	meters := niceLength(per * 110)
	long := float32(meters / per)
	words := d.scale.words[0]
	if meters >= 1000 {
		words.Text = kit.Visual(strconv.FormatFloat(meters/1000, 'f', -1, 64) + " " + d.km)
	} else {
		words.Text = kit.Visual(strconv.FormatFloat(meters, 'f', -1, 64) + " " + d.m)
	}
	size := words.MinSize()
	box := fyne.NewSize(max(long, size.Width)+16, size.Height+11)
	at := fyne.NewPos(x-box.Width+6, y-box.Height)
	d.scale.box.Move(at)
	d.scale.box.Resize(box)
	words.Move(at.AddXY((box.Width-size.Width)/2, 1))
	words.Resize(size)
	x0, foot := at.X+(box.Width-long)/2, at.Y+box.Height-4
	line := func(l *canvas.Line, x1, y1, x2, y2 float32) {
		l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
	}
	line(d.bar[0], x0, foot, x0+long, foot)
	line(d.bar[1], x0, foot-4, x0, foot)
	line(d.bar[2], x0+long, foot-4, x0+long, foot)
}

// niceLength is the largest 1, 2 or 5 times a power of ten that is not over most.
func niceLength(most float64) float64 {
	if most <= 0 || math.IsInf(most, 0) || math.IsNaN(most) {
		return 1
	}
	p := math.Pow(10, math.Floor(math.Log10(most)))
	for _, f := range []float64{5, 2} {
		if p*f <= most {
			return p * f
		}
	}
	return p
}

// signKey is a sign of the legend with its words.
type signKey struct {
	sign   fyne.CanvasObject
	hidden *bool // of the sign
	words  *canvas.Text
}

// explained are the signs of the legend with their words: those that most maps have, and others where there is one. A map of
// places that are only named has no use for the first.
func (d *deck) explained(m *Map) (out []signKey) {
	of := func(n int, sign fyne.CanvasObject, hidden *bool, on bool) {
		if on {
			out = append(out, signKey{sign, hidden, d.legend.words[n]})
		}
	}
	named := m.marks.someNamed()
	filled := !named || slices.ContainsFunc(m.marks.all, func(k Mark) bool { return k.Filled })
	of(0, d.event, &d.event.Hidden, filled)
	of(1, d.ring, &d.ring.Hidden, !named || slices.ContainsFunc(m.marks.all, func(k Mark) bool { return k.Ring }))
	of(2, d.area, &d.area.Hidden, filled)
	of(3, d.unreal, &d.unreal.Hidden, m.marks.someOpen())
	of(4, d.named, &d.named.Hidden, named)
	return out
}

// placeLegends puts the legend bottom left, with its foot at a point; or over the attribution, which begins at credits, where
// both do not fit side by side. There it keeps clear of the bar of the scale: beside it, in more lines, or above it.
func (d *deck) placeLegends(m *Map, at fyne.Position, right float32, credits fyne.Position) {
	if d.placeLegend(m, at.X, at.Y, right) <= credits.X-8 || d.attribution.box.Hidden {
		return
	}
	at.Y = credits.Y - 6
	bar := d.scale.box.Position()
	if d.placeLegend(m, at.X, at.Y, right) > bar.X-8 && bar.Y+d.scale.box.Size().Height > d.legend.box.Position().Y {
		if d.placeLegend(m, at.X, at.Y, bar.X-8) > bar.X-8 {
			d.placeLegend(m, at.X, bar.Y-6, right)
		}
	}
}

// placeLegend gives the legend's right end. Words that do not fit beside the others, before the limit, go on below them.
func (d *deck) placeLegend(m *Map, x, y, limit float32) float32 {
	signs := d.explained(m)
	h := d.legend.words[0].MinSize().Height
	icon := float32(math.Round(float64(h) * 0.55))
	room := limit - x
	at := make([]fyne.Position, len(signs)) // in the box
	box := fyne.NewSize(0, h+10)
	next := fyne.NewPos(8, 0)
	for i := range signs {
		wide := icon + 5 + signs[i].words.MinSize().Width + 12
		if i > 0 && next.X+wide-3 > room {
			next = fyne.NewPos(8, next.Y+h+4)
			box.Height += h + 4
		}
		at[i] = next
		next.X += wide
		box.Width = max(box.Width, next.X-3)
	}
	top := y - box.Height
	for i, k := range signs {
		o, w := k.sign, k.words
		o.Move(fyne.NewPos(x+at[i].X, top+at[i].Y+5+(h-icon)/2))
		o.Resize(fyne.NewSquareSize(icon))
		w.Move(fyne.NewPos(x+at[i].X+icon+5, top+at[i].Y+5))
		w.Resize(w.MinSize())
	}
	d.legend.box.Move(fyne.NewPos(x, top))
	d.legend.box.Resize(box)
	hide := m.config.HideLegend || float32(m.cam.view.W) < 430 || d.covered(fyne.NewPos(x, top), box)
	d.legend.hide(true)
	d.event.Hidden, d.ring.Hidden, d.area.Hidden, d.unreal.Hidden, d.named.Hidden = true, true, true, true, true
	d.legend.box.Hidden = hide
	for _, k := range signs {
		*k.hidden, k.words.Hidden = hide, hide
	}
	if hide {
		return 0
	}
	return x + box.Width
}

// covered reports whether a card of the app lies on a rectangle.
func (d *deck) covered(at fyne.Position, size fyne.Size) bool {
	for _, c := range d.cards {
		if c.At.X < at.X+size.Width && at.X < c.At.X+c.Size.Width && c.At.Y < at.Y+size.Height && at.Y < c.At.Y+c.Size.Height {
			return true
		}
	}
	return false
}

// boxes is what names must not be drawn under.
func (d *deck) boxes() []mark.Box {
	if !d.made {
		return nil
	}
	var out []mark.Box
	for _, r := range []*canvas.Rectangle{d.attribution.box, d.scale.box, d.legend.box, d.heat.box, d.buttonCard} {
		if !r.Hidden {
			out = append(out, boxOf(r))
		}
	}
	for _, c := range d.cards {
		out = append(out, mark.Box{Left: float64(c.At.X), Top: float64(c.At.Y), Right: float64(c.At.X + c.Size.Width), Bottom: float64(c.At.Y + c.Size.Height)})
	}
	return out
}

// covers is boxes with the names at the edge.
func (d *deck) covers() []mark.Box {
	out := d.boxes()
	for _, e := range d.edges[:d.edgesUsed] {
		out = append(out, boxOf(e))
	}
	return out
}

func boxOf(o fyne.CanvasObject) mark.Box {
	p, s := o.Position(), o.Size()
	return mark.Box{Left: float64(p.X), Top: float64(p.Y), Right: float64(p.X + s.Width), Bottom: float64(p.Y + s.Height)}
}

func (d *deck) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	for _, e := range d.edges[:d.edgesUsed] {
		objs = append(objs, e)
	}
	objs = d.scale.append(objs)
	for _, b := range d.bar {
		objs = append(objs, b)
	}
	objs = d.heat.append(objs)
	objs = d.legend.append(objs)
	objs = append(objs, d.event, d.ring, d.area, d.unreal, d.named)
	objs = d.attribution.append(objs)
	objs = append(objs, d.buttonCard)
	for _, b := range d.buttons {
		objs = append(objs, b)
	}
	objs = append(objs, d.focus)
	if d.detail.open {
		objs = append(objs, &d.detail)
	}
	return append(objs, d.hover.Objects()...)
}

func (m *Map) tapZoomIn()  { m.personZoom(1) }
func (m *Map) tapZoomOut() { m.personZoom(-1) }

func (m *Map) personZoom(dz float64) {
	free := m.free(0)
	v := m.cam.view
	m.zoomAt(free.Left+(v.W-free.Left-free.Right)/2, free.Top+(v.H-free.Top-free.Bottom)/2, dz, true)
}

func (m *Map) tapFit() {
	if m.OnFit != nil {
		m.OnFit()
		return
	}
	m.Fit(m.marks.points(), viewport.MaxFitZoom, true)
}

package timeline

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/days"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

// drawing holds the canvas objects. Everything that does not move with the period is in one picture; band, line and
// handle are objects of their own, so that moving the period moves three objects and draws nothing anew.
type drawing struct {
	t       *Timeline
	ground  *canvas.Rectangle
	band    *canvas.Rectangle
	picture *canvas.Raster
	line    *canvas.Rectangle
	handle  *canvas.Circle
	focus   *canvas.Rectangle
	tip     *kit.Tip
	texts   []*canvas.Text // pool: titles, labels, numbers
	used    int
	numbers int                 // so many texts stand before the numbers of the piles
	rings   []*canvas.Rectangle // pool
	objects []fyne.CanvasObject
	pixels  *image.RGBA // kept between two drawings of the same size
	bars    []uint8     // the rows of pixels in which the bars above the lanes stand, kept until something is laid out anew; none: not kept
}

// CreateRenderer is called by Fyne.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{t: t}
	d.ground = canvas.NewRectangle(color.Transparent)
	d.band = canvas.NewRectangle(color.Transparent)
	d.line = canvas.NewRectangle(color.Transparent)
	d.handle = canvas.NewCircle(color.Transparent)
	d.focus = canvas.NewRectangle(color.Transparent)
	d.tip = kit.NewTip()
	d.picture = canvas.NewRaster(d.paint)
	t.draw = d
	t.look = t.own.themed(t)
	t.relayout()
	return d
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// Layout is called by Fyne: for another size, and also when a tip comes or goes, which must not lay everything out anew, for
// that takes the tip away.
func (d *drawing) Layout(s fyne.Size) {
	if g := &d.t.geo; g.w != s.Width || g.h != s.Height {
		d.t.relayout()
	}
}

// MinSize has room for three lanes and a month.
func (d *drawing) MinSize() fyne.Size {
	k := d.t.own.themed(d.t)
	rows := float32(min(max(len(d.t.lanes), 1), 5)) // a class sees the rows of a small story at once
	return fyne.NewSize(240, lanesTop+d.t.stripRoom(k)+rows*textHeight(k.textSize)+axisHeight(k))
}

// Refresh follows another look. Fyne calls it for everything that stands around the timeline, too: then all stays where it is.
func (d *drawing) Refresh() {
	t := d.t
	if k := t.own.themed(t); k != t.look || t.geo.w != t.Size().Width || t.geo.h != t.Size().Height {
		t.look = k
		t.relayout()
		return
	}
	canvas.Refresh(d.picture)
}

const lanesTop = 6

func textHeight(size float32) float32 { return fyne.MeasureText("Mg", size, fyne.TextStyle{}).Height }

// axisGap is from the line of the axis to its labels.
const axisGap = 11

func axisHeight(k look) float32 { return axisGap + textHeight(k.axisSize) + 3 }

// mostPreferred is how many lanes ask for room: there are maps and articles above them, and more can be scrolled to.
const mostPreferred = 12

// PreferredHeight is the height at which the lanes have their full row, as many as ask for it.
func (t *Timeline) PreferredHeight() float32 {
	k := t.own.themed(t)
	lanes := float32(min(max(len(t.lanes), 1), mostPreferred)) * k.rowHeight
	if room := t.stripRoom(k); len(t.lanes) < mostPreferred {
		lanes += room // among many lanes it takes its room from those that are scrolled to
	}
	return lanesTop + lanes + axisHeight(k)
}

// measure computes where everything stands for the widget's size.
func (t *Timeline) measure() geometry {
	k, size := t.look, t.Size()
	g := geometry{w: size.Width, h: size.Height, lanesT: lanesTop}
	g.lanesB = max(g.h-axisHeight(k), g.lanesT)
	g.axisT = g.lanesB + axisGap
	if strip := t.stripRoom(k); strip > 0 && !t.scale.Empty() && g.lanesB-g.lanesT-strip >= 2*textHeight(k.textSize) {
		g.stripT, g.stripB = g.lanesT, g.lanesT+strip-6
		g.base = g.stripB - 0.3*(g.stripB-g.stripT)
		g.lanesT += strip
	}
	g.titleW = min(k.titleWidth, g.w*0.3)
	g.plotL = margin + g.titleW + 12
	g.plotR = g.w - margin - 14
	for i := range t.items {
		if it := &t.items[i]; !datedItem(it) && it.Lane >= 0 && it.Lane < len(t.lanes) {
			wide := max(fyne.MeasureText(lang.L("undated"), k.axisSize, fyne.TextStyle{}).Width, 5*undatedPitch) + 12
			g.plotR = g.w - margin - min(wide, g.w*0.2) - 14
			g.undatedL = g.plotR + 14
			break
		}
	}
	g.plotR = max(g.plotR, g.plotL+20)
	if n := float32(len(t.lanes)); n > 0 {
		least := textHeight(k.textSize)
		if n > mostPreferred {
			least = max(least, k.rowHeight*0.92) // they are scrolled anyway
		}
		g.row = min(max((g.lanesB-g.lanesT)/n, least), k.rowHeight*1.8)
		if room := g.lanesB - g.lanesT; n*g.row > room+0.5 && room >= g.row { // not all fit: those in view are whole
			g.row = room / float32(int(room/g.row))
		}
		g.full = n * g.row
	}
	g.pile = pileRadius(k.textSize*pileText, g.row)
	return g
}

// relayout places everything anew: after new data, another size, another look or another part of time.
func (t *Timeline) relayout() {
	defer t.lead()
	d := t.draw
	if d == nil {
		t.look = t.own.themed(t)
	}
	if t.Size().Width < 1 || t.Size().Height < 1 {
		return
	}
	t.hand.over, t.hand.title, t.hand.bin = -1, -1, -1
	t.hand.mark = -1
	if !t.alike() {
		t.layOut()
	}
	if d != nil {
		d.place()
	}
}

// layOut places rows, marks and labels for the widget's size.
func (t *Timeline) layOut() {
	was := t.geo
	if t.geo = t.measure(); t.geo.h != was.h || t.geo.row != was.row {
		t.showSelected() // what is selected stays in view when the rows get less room
	}
	t.scroll = max(min(t.scroll, t.geo.full-(t.geo.lanesB-t.geo.lanesT)), 0)
	t.count()
	if t.scale.Empty() {
		t.marks, t.ticks = t.laying.layOut(t.items, len(t.lanes), t.geo, func(float64) float32 { return 0 }), nil
	} else {
		t.marks = t.laying.layOut(t.items, len(t.lanes), t.geo, t.x)
		k := t.look
		t.ticks = days.Axis(t.scale, days.Room{X: t.x, DayAt: t.dayAtX, From: t.geo.plotL, To: t.geo.plotR,
			Lo: t.geo.plotL - 24, Hi: t.axisRight(), Gap: k.axisSize * 0.9,
			WidthOf: func(s string) float32 { return fyne.MeasureText(s, k.axisSize, fyne.TextStyle{}).Width }})
	}
}

// axisRight is how far labels of the axis may reach: they leave "undated" alone.
func (t *Timeline) axisRight() float32 {
	if t.geo.undatedL > 0 {
		return t.geo.undatedL - 8
	}
	return t.geo.w - 2
}

// place sets all objects for the current layout.
func (d *drawing) place() {
	t, g, k := d.t, d.t.geo, d.t.look
	size := fyne.NewSize(g.w, g.h)
	d.used, d.bars = 0, d.bars[:0]
	d.ground.FillColor = k.background
	d.ground.Resize(size)
	d.picture.Resize(size)
	d.placeTitles()
	d.placeStrip()
	for _, tk := range t.ticks {
		d.text(tk.Text, tk.Left, g.axisT, k.axisSize, k.muted, false)
	}
	if g.undatedL > 0 {
		d.text(d.short(lang.L("undated"), k.axisSize, g.w-g.undatedL-6), g.undatedL+4, g.axisT, k.axisSize, k.muted, false)
	}
	if t.scale.Empty() && len(t.lanes) > 0 {
		d.text(d.short(lang.L("Nothing is dated yet."), k.axisSize, g.plotR-g.plotL), g.plotL, g.axisT, k.axisSize, k.muted, false)
	}
	d.numbers = d.used
	d.placeNumbers()
	d.band.FillColor, d.line.FillColor = k.band, k.accent
	d.handle.FillColor, d.handle.StrokeColor, d.handle.StrokeWidth = k.accent, k.background, 1.5
	d.focus.StrokeColor, d.focus.StrokeWidth, d.focus.CornerRadius = k.focus, 2, 3
	d.focus.Move(fyne.NewPos(1, 1))
	d.focus.Resize(fyne.NewSize(max(g.w-2, 0), max(g.h-2, 0)))
	d.tip.Hide()
	t.placePeriod()
	t.placeFocus()
	d.ring()
	d.gather()
	canvas.Refresh(d.picture)
}

// short is s in one line of a width.
func (d *drawing) short(s string, size, width float32) string {
	s, _ = kit.Face{Size: size}.Shorten(s, width)
	return s
}

func (d *drawing) placeTitles() {
	t, g, k := d.t, d.t.geo, d.t.look
	h := textHeight(k.textSize)
	for i := range t.lanes {
		y := g.lanesT + (float32(i)+0.5)*g.row - t.scroll
		if y-h/2 < g.lanesT-3 || y+h/2 > g.lanesB+3 {
			continue
		}
		left := float32(margin) + 16
		if l := &t.lanes[i]; l.Letter != "" {
			size := k.textSize * 0.7
			m := fyne.MeasureText(l.Letter, size, fyne.TextStyle{Bold: true})
			d.text(l.Letter, margin+5-m.Width/2, y-m.Height/2, size, kit.InkOn(kit.LaneOn(l.Colour, k.background)), true)
		}
		d.text(d.short(t.lanes[i].Title, k.textSize, g.titleW-18), left, y-h/2, k.textSize, k.text, false)
	}
}

// pileText is how large the number of a pile is for the titles of lanes.
const pileText = 0.7

// placeNumbers writes how many things a pile holds, as long as they are not so many that none can be read.
func (d *drawing) placeNumbers() {
	t, g, k := d.t, d.t.geo, d.t.look
	shown := 0
	for i := range t.marks {
		m := &t.marks[i]
		if !m.pile || !d.laneIn(m.y) || !g.inPlot(m) {
			continue
		}
		if shown++; shown > 200 {
			return
		}
		s := strconv.Itoa(len(m.items))
		if len(m.items) > 99 {
			s = "99+"
		}
		size, ok := g.inPile(s, k.textSize*pileText)
		if !ok {
			continue
		}
		w := fyne.MeasureText(s, size, fyne.TextStyle{Bold: true})
		d.text(s, m.x0-w.Width/2, m.y-t.scroll-w.Height/2, size, kit.InkOn(mixed(kit.LaneOn(t.lanes[m.lane].Colour, k.background), k.background, t.weight(m))), true)
	}
}

// inPlot reports whether enough of a mark is in view to be shown or clicked.
func (g geometry) inPlot(m *mark) bool {
	if m.bar {
		return m.x1 > g.plotL+3 && m.x0 < g.plotR-3
	}
	return m.apart || m.x0 >= g.plotL-2 && m.x0 <= g.plotR+2
}

// laneIn reports whether a lane's middle is inside the lanes' window.
func (d *drawing) laneIn(y float32) bool {
	y -= d.t.scroll
	return y >= d.t.geo.lanesT && y <= d.t.geo.lanesB
}

func (d *drawing) text(s string, x, y, size float32, c color.NRGBA, bold bool) {
	if d.used == len(d.texts) {
		d.texts = append(d.texts, canvas.NewText("", c))
	}
	o := d.texts[d.used]
	d.used++
	style := fyne.TextStyle{Bold: bold}
	s = kit.Visual(s)
	if o.Text != s || o.TextSize != size || o.Color != c || o.TextStyle != style {
		o.Text, o.TextSize, o.Color, o.TextStyle = s, size, c, style
		o.Refresh()
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(o.MinSize())
}

// gather lists the objects in use, back to front.
func (d *drawing) gather() {
	o := append(d.objects[:0], d.ground, d.band, d.picture)
	for _, x := range d.texts[:d.used] {
		o = append(o, x)
	}
	o = append(o, d.line, d.handle)
	for _, x := range d.rings {
		o = append(o, x)
	}
	d.objects = append(append(o, d.focus), d.tip.Objects()...)
}

// bandEnds are the ends of the period's shade; false if everything is selected.
func (t *Timeline) bandEnds() (l, r float32, on bool) {
	p := t.period
	if !p.On || t.scale.Empty() {
		return 0, 0, false
	}
	l, r = t.geo.plotL, t.geo.plotR
	if p.From.Bounded() {
		l = t.x(float64(p.From))
	}
	if p.To.Bounded() {
		r = t.x(float64(p.To) + 1)
	}
	if r-l < 4 {
		l, r = (l+r)/2-2, (l+r)/2+2
	}
	return l, r, true
}

// periodX is where the line and the handle stand.
func (t *Timeline) periodX() float32 {
	mid, ok := middle(t.period)
	if !ok {
		return -1000
	}
	return t.x(mid)
}

// placePeriod moves band, line and handle, and nothing else.
func (t *Timeline) placePeriod() {
	d, g := t.draw, t.geo
	if d == nil || g.w == 0 {
		return
	}
	l, r, on := t.bandEnds()
	x := t.periodX()
	l, r = max(l, g.plotL), min(r, g.plotR)
	shown := on && x >= g.plotL-1 && x <= g.plotR+1
	visible(d.band, on && r > l)
	visible(d.line, shown)
	visible(d.handle, shown)
	d.band.Resize(fyne.NewSize(max(r-l, 0), g.lanesB))
	d.band.Move(fyne.NewPos(l, 0))
	d.line.Resize(fyne.NewSize(2, g.lanesB))
	d.line.Move(fyne.NewPos(x-1, 0))
	d.handle.Resize(fyne.NewSquareSize(17))
	d.handle.Move(fyne.NewPos(x-8.5, g.lanesB-8.5))
}

func visible(o fyne.CanvasObject, on bool) {
	if on == o.Visible() {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (t *Timeline) placeFocus() {
	if t.draw != nil {
		visible(t.draw.focus, t.focused)
	}
}

// placeRings rings the selected items.
func (t *Timeline) placeRings() {
	if d := t.draw; d != nil && t.geo.w > 0 {
		d.ring()
		d.gather()
		canvas.Refresh(d.ground)
	}
}

const mostRings = 60

func (d *drawing) ring() {
	t, g := d.t, d.t.geo
	n := 0
	if len(t.selected) > 0 {
		for i := range t.marks {
			m := &t.marks[i]
			if n == mostRings || !d.laneIn(m.y) || !g.inPlot(m) || !t.ringed(m) {
				continue
			}
			if n == len(d.rings) {
				d.rings = append(d.rings, canvas.NewRectangle(color.Transparent))
			}
			o := d.rings[n]
			n++
			l, r, half := m.x0-shapeR-3.5, m.x1+shapeR+3.5, float32(shapeR+3.5)
			if m.pile {
				half = max(half, g.pile+1.5)
				l, r = m.x0-half, m.x0+half
			}
			if m.column > 0 {
				l, r, half = m.x0-columnWidth, m.x0+columnWidth, m.column/2+1.5
			}
			if m.bar {
				half = barHeight(g)/2 + 2
				if m.kind == KindPublication {
					half = publishedHeight(g)/2 + 2.5
				}
				l, r = max(m.x0, g.plotL)-2, min(m.x1, g.plotR)+2
			}
			o.StrokeColor, o.StrokeWidth, o.CornerRadius = t.look.ring, 1.8, min(half, (r-l)/2)
			o.Move(fyne.NewPos(l, m.y-t.scroll-half))
			o.Resize(fyne.NewSize(max(r-l, 0), 2*half))
			o.Refresh()
			o.Show()
		}
	}
	for _, o := range d.rings[n:] {
		o.Hide()
	}
}

func (t *Timeline) ringed(m *mark) bool {
	for _, i := range m.items {
		if t.selected[t.items[i].ID] {
			return true
		}
	}
	return false
}

// tipAt is what the mark, or else the title of a lane, or else the bar under the pointer is.
func (t *Timeline) tipAt(mark, lane, bin int) string {
	switch {
	case mark >= 0:
		return t.tipOf(&t.marks[mark])
	case lane >= 0:
		return t.laneTip(lane)
	case bin >= 0 && t.TipBin != nil:
		return t.TipBin(t.strip.bins[bin])
	}
	return ""
}

// showTip says something beside the pointer; "" says nothing.
func (t *Timeline) showTip(text string, at fyne.Position) {
	d := t.draw
	if d == nil {
		return
	}
	if text == "" {
		t.hideTip()
		return
	}
	k, g := t.look, t.geo
	h := textHeight(k.axisSize)
	face, lines := kit.Face{Size: k.axisSize}, []string(nil)
	for _, l := range strings.Split(text, "\n") {
		lines = append(lines, face.Wrap(l, min(g.w-24, 420))...)
	}
	if fit := max(int((g.h-8)/h), 1); len(lines) > fit {
		lines = lines[:fit]
		lines[fit-1] = face.GoesOn(lines[fit-1], min(g.w-24, 420))
	}
	shown := make([]kit.TipLine, len(lines))
	for n, l := range lines {
		shown[n] = kit.TipLine{Words: l, Face: face, Ink: k.background}
	}
	size := d.tip.Set(shown, kit.TipLook{Fill: k.text, Line: color.Transparent, Radius: 4, PadX: 7, PadY: 3, High: h})
	x := max(min(at.X+12, g.w-size.Width-2), 2)
	y := at.Y - size.Height - 10
	if y < 0 {
		y = min(at.Y+14, g.h-size.Height)
	}
	d.tip.Move(x, max(y, 0))
	d.gather()
	canvas.Refresh(d.ground) // what was never drawn belongs to no window yet, and cannot ask for it itself
}

// tipOf joins the tips of a mark's items, the first few of a pile.
func (t *Timeline) tipOf(m *mark) string {
	var out []string
	for n, i := range m.items {
		if n == 3 {
			out = append(out, "…")
			break
		}
		if tip := t.items[i].Tip; tip != nil {
			if s := strings.TrimSpace(tip()); s != "" {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, "\n")
}

func (t *Timeline) hideTip() {
	if d := t.draw; d != nil && d.tip.Hide() {
		d.gather()
		canvas.Refresh(d.ground)
	}
}

package clockview

import (
	"image"
	"image/color"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/kit/days"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Plot is the rows of a View. It scrolls by itself, with its axis and its key always in view.
type Plot struct {
	widget.BaseWidget

	OnDot  func(id string) // an event was chosen; where several stand on one spot, each click is the next of them
	OnRow  func(id string) // the title of a row was tapped
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	data     Data
	pal      *kit.Palette
	selected string
	period   story.Period

	scale  days.Scale
	geo    geometry
	marks  [][]mark // of each row
	ticks  []days.Tick
	scroll float32

	at      place // where the keyboard is
	focused bool
	over    place // under the pointer; dot -1 is the title
	hot     bool  // something is under the pointer
	turn    turn  // of the dots on one spot
	draw    *drawing
}

// place is a dot of a row.
type place struct{ row, dot int }

// turn is which of the dots on one spot was chosen last.
type turn struct {
	row, mark, next int
}

// geometry is where everything stands.
type geometry struct {
	w, h         float32
	titleL       float32 // of the words of a title
	titleW       float32
	plotL, plotR float32
	axisL, axisR float32 // of the days: beside them ranges with an open end have room
	top, foot    float32 // the window of the rows
	row          float32 // height of a row
	full         float32 // height of all rows
}

func newPlot() *Plot {
	p := &Plot{pal: kit.Palettes[0]}
	p.ExtendBaseWidget(p)
	return p
}

// set shows other data. The keyboard stays at its event, if that is still there.
func (p *Plot) set(d Data) {
	id := p.current()
	if d.Order != p.data.Order {
		p.scroll = 0
	}
	p.data, p.turn, p.hot = d, turn{}, false
	p.at = place{}
	for r := range d.Rows {
		for k := range d.Rows[r].Dots {
			if d.Rows[r].Dots[k].ID == id && id != "" {
				p.at = place{r, k}
			}
		}
	}
	p.scale = days.New(known(d.Rows))
	p.Refresh()
}

// known are the days of the plot: those that one thing is on, those that ranges begin on, and those that they end on.
func known(rows []Row) (points, starts, ends []story.Day) {
	add := func(from, to story.Day) {
		switch {
		case from == to:
			points = append(points, from)
		default:
			if from.Bounded() {
				starts = append(starts, from)
			}
			if to.Bounded() {
				ends = append(ends, to)
			}
		}
	}
	for i := range rows {
		r := &rows[i]
		if r.Told {
			add(r.PubFrom, r.PubTo)
		}
		for k := range r.Dots {
			add(r.Dots[k].From, r.Dots[k].To)
		}
	}
	return points, starts, ends
}

// SetSelected rings the event with an id; "" none. It fires no callback.
func (p *Plot) SetSelected(id string) {
	if p.selected != id {
		p.selected = id
		p.placeRings()
	}
}

// SetPeriod shades the days of a period where days are shown. It fires no callback.
func (p *Plot) SetPeriod(q story.Period) {
	if p.period != q {
		p.period = q
		p.placeRings()
	}
}

// current is the id of the event that the keyboard is at; "" for none.
func (p *Plot) current() string {
	if d := p.dot(p.at); d != nil {
		return d.ID
	}
	return ""
}

func (p *Plot) dot(at place) *Dot {
	if at.row < 0 || at.row >= len(p.data.Rows) || at.dot < 0 || at.dot >= len(p.data.Rows[at.row].Dots) {
		return nil
	}
	return &p.data.Rows[at.row].Dots[at.dot]
}

// Faces of the words, by what they are for.
func (p *Plot) title() kit.Face { return kit.Face{Size: p.pal.TextSize * 0.95} }
func (p *Plot) small() kit.Face { return kit.Face{Size: p.pal.TextSize * 0.84} }

const margin = 12

// measure computes where everything stands for the widget's size.
func (p *Plot) measure() geometry {
	s, k := p.Size(), p.pal.Scale()
	g := geometry{w: s.Width, h: s.Height}
	line := p.small().Line()
	g.titleL = margin + 20
	g.titleW = min(270*k, g.w*0.32) - 20
	g.plotL, g.plotR = g.titleL+g.titleW+14*k, g.w-margin-16
	g.row = p.title().Line() + line + 10
	if p.data.Order {
		g.plotL += p.dayWidth()
		g.row = max(p.title().Line()+2*line+14, 70*k)
	}
	g.plotR = max(g.plotR, g.plotL+20)
	g.axisL, g.axisR = g.plotL+dotR, g.plotR-dotR
	if p.opens(func(d *Dot) bool { return !d.From.Bounded() }) {
		g.axisL += openLength(&g)
	}
	if p.opens(func(d *Dot) bool { return !d.To.Bounded() }) {
		g.axisR -= openLength(&g)
	}
	g.axisR = max(g.axisR, g.axisL+20)
	g.top, g.foot = line+16, max(g.h-line-14, line+16)
	if n := float32(len(p.data.Rows)); n > 0 { // few rows share the height there is, as far as they gain by it
		g.row = max(g.row, min((g.foot-g.top)/n, 1.7*g.row))
	}
	g.full = g.row * float32(len(p.data.Rows))
	return g
}

// opens reports whether some event has an open end.
func (p *Plot) opens(has func(*Dot) bool) bool {
	for i := range p.data.Rows {
		for k := range p.data.Rows[i].Dots {
			if has(&p.data.Rows[i].Dots[k]) {
				return true
			}
		}
	}
	return false
}

// openLength is how long a range with an open end is drawn: it has no length of its own.
func openLength(g *geometry) float32 { return min(90, (g.plotR-g.plotL)/6) }

// dayWidth is the room of the first and last days beside the rows.
func (p *Plot) dayWidth() float32 {
	w := float32(0)
	for i := range p.data.Rows {
		r := &p.data.Rows[i]
		w = max(w, p.small().Measure(r.First).Width, p.small().Measure(r.Last).Width)
	}
	return min(w+8, p.Size().Width*0.16)
}

// relayout places everything anew.
func (p *Plot) relayout() {
	if p.Size().Width < 1 || p.Size().Height < 1 {
		return
	}
	p.geo = p.measure()
	p.scroll = max(min(p.scroll, p.geo.full-(p.geo.foot-p.geo.top)), 0)
	p.marks = p.layOut()
	p.ticks = nil
	if g := p.geo; !p.data.Order && !p.scale.Empty() {
		face := p.small()
		p.ticks = days.Axis(p.scale, days.Room{X: p.x, DayAt: p.dayAt, From: g.axisL, To: g.axisR, Lo: g.plotL - 20, Hi: g.w - 2, Gap: face.Size,
			WidthOf: func(s string) float32 { return face.Measure(s).Width }})
	}
	if p.draw != nil {
		p.draw.place()
	}
}

// x is the horizontal position of a moment, counted in days.
func (p *Plot) x(day float64) float32 {
	return p.geo.axisL + float32(p.scale.At(day))*(p.geo.axisR-p.geo.axisL)
}

func (p *Plot) dayAt(x float32) float64 {
	return p.scale.Day(float64((x - p.geo.axisL) / (p.geo.axisR - p.geo.axisL)))
}

// top is the upper edge of a row in the widget.
func (p *Plot) top(row int) float32 { return p.geo.top + float32(row)*p.geo.row - p.scroll }

// inView are the rows that are at least partly in view, from first to before last.
func (p *Plot) inView() (first, last int) {
	g := p.geo
	if g.row <= 0 {
		return 0, 0
	}
	first = max(int(p.scroll/g.row), 0)
	return first, min(int((p.scroll+g.foot-g.top)/g.row)+1, len(p.data.Rows))
}

// scrollTo moves the rows, as far as there are more.
func (p *Plot) scrollTo(y float32) {
	y = max(min(y, p.geo.full-(p.geo.foot-p.geo.top)), 0)
	if y == p.scroll {
		return
	}
	p.scroll, p.hot = y, false
	if p.draw != nil {
		p.draw.place()
	}
}

// reveal brings a row into view.
func (p *Plot) reveal(row int) {
	g := p.geo
	top := float32(row) * g.row
	p.scrollTo(max(min(p.scroll, top), top+g.row-(g.foot-g.top)))
}

// drawing holds the canvas objects. What does not move with the keyboard is in one picture.
type drawing struct {
	p       *Plot
	band    *canvas.Rectangle
	picture *canvas.Raster
	texts   []*canvas.Text // pool
	used    int
	chosen  *canvas.Rectangle // around what is selected
	focus   *canvas.Rectangle // around what the keyboard is at
	tip     *kit.Tip
	objects []fyne.CanvasObject
	pixels  *image.RGBA
}

// CreateRenderer is called by Fyne.
func (p *Plot) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{p: p, tip: kit.NewTip()}
	for _, r := range []**canvas.Rectangle{&d.band, &d.chosen, &d.focus} {
		*r = canvas.NewRectangle(color.Transparent)
		(*r).Hide()
	}
	d.picture = canvas.NewRaster(d.paint)
	p.draw = d
	p.relayout()
	return d
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) MinSize() fyne.Size           { return fyne.NewSize(160, 100) }
func (d *drawing) Refresh()                     { d.p.relayout() }

// Layout is called by Fyne, also when a tip comes or goes: that must not lay everything out anew.
func (d *drawing) Layout(s fyne.Size) {
	if g := &d.p.geo; g.w != s.Width || g.h != s.Height {
		d.p.relayout()
	}
}

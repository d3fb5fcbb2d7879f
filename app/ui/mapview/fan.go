package mapview

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/viewport"
)

const (
	mostFanned = 20 // more marks at one spot become a list
	splitZoom  = 13 // marks that are one group even there are taken to be at one spot
)

// fan is the marks of one spot, spread around it, each with a line to it.
type fan struct {
	items  []int32
	x, y   float64 // the spot, in the unit world
	step   int     // of the grouping it was opened at
	off    [][2]float64
	legs   []*canvas.Line
	center *canvas.Circle
}

func (f *fan) open() bool { return len(f.items) > 0 }

// place is how far a mark stands from the spot, in units.
func (f *fan) place(i int32) (dx, dy float64, ok bool) {
	for k, item := range f.items {
		if item == i {
			return f.off[k][0], f.off[k][1], true
		}
	}
	return 0, 0, false
}

// spread lays n marks around a spot: up to twelve on a circle, more on a spiral.
func spread(n int, scale float64) [][2]float64 {
	const apart = 37.0
	out := make([][2]float64, n)
	if n <= 12 {
		r := math.Max(40, apart*float64(n)/(2*math.Pi)) * scale
		for i := range out {
			sin, cos := math.Sincos(2*math.Pi*float64(i)/float64(n) - math.Pi/2)
			out[i] = [2]float64{r * cos, r * sin}
		}
		return out
	}
	r, a := 42.0, -math.Pi/2
	for i := range out {
		sin, cos := math.Sincos(a)
		out[i] = [2]float64{r * cos * scale, r * sin * scale}
		a += apart / r
		r += apart * apart * 1.05 / (2 * math.Pi * r)
	}
	return out
}

// openSign does what a tap on a group is for: it zooms to where the group splits, or shows what stands at one spot.
func (m *Map) openSign(s *sign) {
	l := &m.marks
	items := l.groups.Members(&s.Sign)
	points := make([]orb.Point, 0, len(items))
	for _, i := range items {
		points = append(points, l.all[i].At)
	}
	if b, ok := viewport.Around(points); ok && len(items) > 1 {
		v := m.Viewport()
		to := v.Fit(b, m.free(70), splitZoom)
		x0, y0 := viewport.World(b.Min)
		x1, y1 := viewport.World(b.Max)
		wide := math.Hypot(x1-x0, y1-y0) * 256 * math.Exp2(splitZoom)
		if wide > 2*mark.Reach && to.Zoom > v.Zoom+0.3 {
			m.sticky = nil
			m.stop()
			m.personTo(to)
			return
		}
	}
	if len(items) > mostFanned {
		m.openList(s, items)
		return
	}
	l.fan = fan{items: items, x: s.X, y: s.Y, step: mark.Step(m.cam.view.Zoom, l.coarse), off: spread(len(items), m.style.TextScale)}
	l.fan.make(m)
	l.setApart()
	m.remarked()
}

// openList shows the marks of a spot that are too many for a fan.
func (m *Map) openList(s *sign, items []int32) {
	l := &m.marks
	d := Detail{Title: lang.N("{{.N}} places here", len(items), map[string]any{"N": len(items)})}
	ids := make([]int, 0, len(items))
	const most = 200
	for n, i := range items {
		if n == most {
			d.Note = lang.N("the first {{.N}}", most, map[string]any{"N": most})
			break
		}
		k := &l.all[i]
		name := k.Label
		if name == "" {
			name = k.Tip.Title
		}
		head := ""
		if k.Count > 1 {
			head = strconv.Itoa(k.Count)
		}
		first := ""
		if len(k.Tip.Lines) > 0 {
			first = k.Tip.Lines[0]
		}
		if name == "" {
			name, first = first, ""
		}
		if head != "" {
			name += "  ·  " + eventCount(k.Count)
		}
		d.Items = append(d.Items, Item{Head: name, Text: first})
		ids = append(ids, k.ID)
	}
	m.deck.detail.show(m, l.all[s.Top].ID, d, ids)
}

// personTo flies to a view as the person asked.
func (m *Map) personTo(v viewport.Viewport) {
	if m.config.ReducedMotion || !m.laid {
		m.show(v)
		m.moved(true)
		m.settle()
		m.rested(true)
		return
	}
	m.fly(v, flightTime, true, flight(m.cam.view, v))
}

// remarked shows marks that stand anew.
func (m *Map) remarked() {
	m.ready = false
	m.overlay.wanted = true
	m.place()
	m.overlay.start(m)
}

// closeFan puts the marks back; it reports whether there was a fan.
func (m *Map) closeFan() bool {
	if !m.marks.fan.open() {
		return false
	}
	m.marks.fan = fan{}
	m.marks.setApart()
	m.marks.changed = true
	m.remarked()
	return true
}

func (f *fan) make(m *Map) {
	l := &m.look
	for range f.items {
		leg := canvas.NewLine(l.CardText)
		leg.StrokeWidth = float32(1.5 * m.style.TextScale)
		f.legs = append(f.legs, leg)
	}
	f.center = canvas.NewCircle(l.CardText)
	f.center.StrokeColor, f.center.StrokeWidth = m.style.MarkEdge, 1.5
}

// draw moves the legs with the map.
func (f *fan) draw(m *Map) {
	if !f.open() {
		return
	}
	x, y := m.cam.project(f.x, f.y)
	for i, leg := range f.legs {
		leg.Position1 = fyne.NewPos(float32(x), float32(y))
		leg.Position2 = fyne.NewPos(float32(x+f.off[i][0]), float32(y+f.off[i][1]))
	}
	r := float32(4.5 * m.style.TextScale)
	f.center.Move(fyne.NewPos(float32(x)-r, float32(y)-r))
	f.center.Resize(fyne.NewSquareSize(2 * r))
}

// boxes are what names must not be drawn over: the spot and the lines.
func (f *fan) boxes(c *camera) (out []mark.Box) {
	if !f.open() {
		return nil
	}
	x, y := c.project(f.x, f.y)
	for _, off := range f.off {
		for t := 0.0; t < 1; t += 0.2 {
			px, py := x+off[0]*t, y+off[1]*t
			out = append(out, mark.Box{Left: px - 5, Top: py - 5, Right: px + 5, Bottom: py + 5})
		}
	}
	return out
}

func (f *fan) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	if !f.open() {
		return objs
	}
	for _, leg := range f.legs {
		objs = append(objs, leg)
	}
	return append(objs, f.center)
}

// eventCount is "1 event", "5 events".
func eventCount(n int) string {
	return lang.N("{{.N}} events", n, map[string]any{"N": n})
}

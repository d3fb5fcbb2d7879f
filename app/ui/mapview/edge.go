package mapview

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
	"golang.org/x/image/vector"

	"dateline/app/ui/kit"
	"dateline/geo/viewport"
)

const mostEdges = 7 // names at the edge

// edgeName says that a filled mark lies outside the view, and where: "Riyadh, 1" with an arrow. Tapping flies there.
type edgeName struct {
	widget.BaseWidget
	m     *Map
	id    int
	at    orb.Point
	angle float64
	left  bool // the arrow stands left of the name
	box   *canvas.Rectangle
	words *canvas.Text
	arrow *canvas.Image
}

func newEdgeName(m *Map) *edgeName {
	e := &edgeName{m: m, box: canvas.NewRectangle(color.Transparent), words: canvas.NewText("", color.Black)}
	e.box.StrokeWidth = 1
	e.arrow = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	e.ExtendBaseWidget(e)
	e.restyle(&m.look)
	return e
}

func (e *edgeName) restyle(l *Look) {
	e.box.FillColor, e.box.StrokeColor = l.Card, l.CardLine
	e.words.Color, e.words.FontSource, e.words.TextStyle = l.CardText, l.BoldFont, fyne.TextStyle{Bold: true}
	e.words.TextSize = float32(math.Round(float64(l.TextSize) * 0.84))
}

const (
	arrowSize = 16
	arrowRoom = arrowSize + 2
)

func (e *edgeName) size() fyne.Size {
	s := e.words.MinSize()
	return fyne.NewSize(s.Width+arrowRoom+14, s.Height+8)
}

// Tapped flies to the mark.
func (e *edgeName) Tapped(*fyne.PointEvent) {
	m, id := e.m, e.id
	m.Center(e.at, true)
	if m.OnTapEdge != nil {
		m.OnTapEdge(id)
	}
}

// Cursor is a hand.
func (e *edgeName) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (e *edgeName) CreateRenderer() fyne.WidgetRenderer {
	return &edgeRenderer{e, []fyne.CanvasObject{e.box, e.words, e.arrow}}
}

type edgeRenderer struct {
	e    *edgeName
	objs []fyne.CanvasObject
}

func (r *edgeRenderer) Layout(s fyne.Size) { r.e.layout(s) }

func (e *edgeName) layout(s fyne.Size) {
	e.box.Resize(s)
	e.box.CornerRadius = s.Height / 2
	words := e.words.MinSize()
	x, ax := float32(10), s.Width-arrowRoom/2-5
	if e.left {
		x, ax = arrowRoom+5, arrowRoom/2+3
	}
	e.words.Move(fyne.NewPos(x, (s.Height-words.Height)/2))
	e.words.Resize(words)
	e.arrow.Move(fyne.NewPos(float32(math.Round(float64(ax-arrowSize/2))), float32(math.Round(float64(s.Height-arrowSize)/2))))
	e.arrow.Resize(fyne.NewSquareSize(arrowSize))
	if im := e.m.deck.arrow(e.angle, e.m.cam.px, e.m.look.Filled); e.arrow.Image != image.Image(im) {
		e.arrow.Image = im
		e.arrow.Refresh()
	}
}

// arrow is the picture of an arrow in one of 32 directions.
func (d *deck) arrow(angle, px float64, c color.Color) *image.RGBA {
	const turns = 32
	key := arrowKey{(int(math.Round(angle/(2*math.Pi)*turns)) + turns) % turns, px, color.NRGBAModel.Convert(c).(color.NRGBA)}
	if im := d.arrows[key]; im != nil {
		return im
	}
	if d.arrows == nil || len(d.arrows) > 200 {
		d.arrows = map[arrowKey]*image.RGBA{}
	}
	n := max(1, int(math.Round(arrowSize*px)))
	sin, cos := math.Sincos(float64(key.turn) / turns * 2 * math.Pi)
	pen := vector.NewRasterizer(n, n)
	// A shaft and a head, pointing along x, in a square of 2.
	for i, p := range [][2]float64{{-0.75, -0.13}, {0.05, -0.13}, {0.05, -0.52}, {0.82, 0}, {0.05, 0.52}, {0.05, 0.13}, {-0.75, 0.13}} {
		x, y := float32((p[0]*cos-p[1]*sin+1)/2*float64(n)), float32((p[0]*sin+p[1]*cos+1)/2*float64(n))
		if i == 0 {
			pen.MoveTo(x, y)
		} else {
			pen.LineTo(x, y)
		}
	}
	pen.ClosePath()
	im := image.NewRGBA(image.Rect(0, 0, n, n))
	pen.Draw(im, im.Rect, image.NewUniform(c), image.Point{})
	d.arrows[key] = im
	return im
}

type arrowKey struct {
	turn int
	px   float64
	c    color.NRGBA
}

func (r *edgeRenderer) MinSize() fyne.Size           { return fyne.NewSize(20, 16) }
func (r *edgeRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *edgeRenderer) Destroy()                     {}
func (r *edgeRenderer) Refresh()                     { canvas.Refresh(r.e.box) }

// placeEdges names the filled marks outside the view at its edge, those with most events first, none over another.
func (d *deck) placeEdges(m *Map) {
	was := d.edgesUsed
	d.edgesUsed = 0
	v := m.cam.view
	free := m.free(8)
	if len(d.cards) > 0 {
		free = viewport.Pad{Left: m.margin.Left + 8, Top: m.margin.Top + 8, Right: m.margin.Right + 8, Bottom: m.margin.Bottom + 8}
	}
	l, t, r, b := free.Left, free.Top, v.W-free.Right, v.H-free.Bottom
	if !m.laid || r-l < 160 || b-t < 120 {
		d.changed = d.changed || was != 0
		return
	}
	cx, cy := (l+r)/2, (t+b)/2
	taken := d.taken(m)
	for _, o := range m.marks.outside(&m.cam) {
		if d.edgesUsed == mostEdges {
			break
		}
		if d.edgesUsed == len(d.edges) {
			d.edges = append(d.edges, newEdgeName(m))
		}
		e := d.edges[d.edgesUsed]
		k := &m.marks.all[o.i]
		words := k.Label
		if k.Count > 0 {
			words += ", " + strconv.Itoa(k.Count)
		}
		e.words.Text = kit.Visual(words)
		s := e.size()
		w, h := float64(s.Width), float64(s.Height)
		dx, dy := o.x-cx, o.y-cy
		// Where the way there leaves the free part, pushed in so that the box is whole.
		f := math.Min(math.Abs((r-l)/2/nonZero(dx)), math.Abs((b-t)/2/nonZero(dy)))
		x := math.Max(l, math.Min(r-w, cx+dx*f-w/2))
		y := math.Max(t, math.Min(b-h, cy+dy*f-h/2))
		box, ok := settleBox(rect{x, y, x + w, y + h}, taken, rect{l, t, r, b}, math.Abs(dx*(b-t)) > math.Abs(dy*(r-l)))
		if !ok {
			continue
		}
		taken = append(taken, box)
		e.id, e.at, e.angle, e.left = k.ID, k.At, math.Atan2(dy, dx), dx < 0
		e.Move(fyne.NewPos(float32(math.Round(box.l)), float32(math.Round(box.t))))
		e.Resize(s)
		e.layout(s)
		d.edgesUsed++
	}
	d.changed = d.changed || was != d.edgesUsed
}

// far is a mark outside the view, and where it is, in units of the view.
type far struct {
	i    int32
	x, y float64
}

// outside are the marks outside the view that have most events, those first.
func (l *markLayer) outside(c *camera) []far {
	var out []far
	for _, i := range l.heavy {
		x, y := c.project(l.groups.World(int(i)))
		if x >= 0 && y >= 0 && x <= c.view.W && y <= c.view.H {
			continue
		}
		if out = append(out, far{i, x, y}); len(out) == 2*mostEdges {
			break
		}
	}
	return out
}

// taken is what names at the edge keep clear of: what stands on the map, and the signs.
func (d *deck) taken(m *Map) []rect {
	var out []rect
	for _, o := range d.boxes() {
		out = append(out, rect{o.Left, o.Top, o.Right, o.Bottom})
	}
	const most = 200 // signs: there are fewer, but for odd data
	for _, s := range m.marks.shown[:min(most, len(m.marks.shown))] {
		out = append(out, rect{s.sx - s.r - 4, s.sy - s.r - 4, s.sx + s.r + 4, s.sy + s.r + 4})
	}
	return out
}

type rect struct{ l, t, r, b float64 }

func (a rect) hits(b rect) bool { return a.l < b.r+4 && b.l < a.r+4 && a.t < b.b+4 && b.t < a.b+4 }

// settleBox moves a box along the edge until it is clear of the others.
func settleBox(box rect, taken []rect, in rect, upright bool) (rect, bool) {
	for step := range 25 {
		d := float64((step+1)/2) * 14
		if step%2 == 1 {
			d = -d
		}
		try := box
		if upright {
			try.t, try.b = try.t+d, try.b+d
		} else {
			try.l, try.r = try.l+d*2, try.r+d*2
		}
		if try.l < in.l-1 || try.t < in.t-1 || try.r > in.r+1 || try.b > in.b+1 {
			continue
		}
		clear := true
		for _, o := range taken {
			clear = clear && !try.hits(o)
		}
		if clear {
			return try, true
		}
	}
	return box, false
}

func nonZero(f float64) float64 {
	if math.Abs(f) < 1e-9 {
		return 1e-9
	}
	return f
}

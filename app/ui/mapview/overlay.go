package mapview

import (
	"cmp"
	"image"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// overlayLayer is the areas and the path as one picture, and the names, each a small picture. Both are made off the UI goroutine
// when the view rests or the marks change. Between, the areas are moved and stretched with the map, and the names move
// with their points.
type overlayLayer struct {
	img     *canvas.Image
	back    camera // that the layer was made for
	area    mark.Box
	path    []mark.Stop // never changed, only replaced
	names   []name
	labels  []*label // the pool
	used    int
	changed bool
	wanted  bool
	busy    bool
	have    bool
	least   int // no layer made of older marks is shown
	drawn   stamp
	spare   *image.RGBA
	words   map[string]*image.RGBA // pictures of names; while a job runs only that uses it
}

// label is an image of the pool.
type label struct {
	img *canvas.Image
	pic *image.RGBA
}

// name is a name with its picture, hung on a point of the map.
type name struct {
	pic      *image.RGBA
	x, y     float64 // the point, in the unit world
	dx, dy   float64 // of the picture's corner from there, in units
	box      mark.Box
	tx, ty   float64 // the point, in units of the view it was made for
	label    tile.Label
	isMark   bool
	id       int
	pxWidth  float64
	pxHeight float64
}

// stamp is what the layer was made for.
type stamp struct {
	marks int
	style *tile.Style
	view  viewport.Viewport
	px    float64
}

func (m *Map) stamp() stamp { return stamp{m.marks.version, m.style, m.cam.view, m.cam.px} }

// current reports whether the layer is the one for this view.
func (o *overlayLayer) current(m *Map) bool {
	return m.config.Dispatch == nil || !o.busy && !o.wanted && o.have && o.drawn == m.stamp()
}

// fits reports whether the layer needs not be made anew for this view.
func (o *overlayLayer) fits(m *Map) bool { return o.have && o.drawn == m.stamp() }

// covers reports whether the moved layer still reaches over the view.
func (o *overlayLayer) covers(m *Map) bool {
	if !o.have || math.Abs(o.back.view.Zoom-m.cam.view.Zoom) > 0.6 {
		return false
	}
	edge := edgeOf(&o.back)
	x, y := m.cam.project(o.back.cx, o.back.cy)
	scale := math.Exp2(m.cam.view.Zoom - o.back.view.Zoom)
	w, h := (o.back.view.W/2+edge)*scale, (o.back.view.H/2+edge)*scale
	return x-w <= 0 && y-h <= 0 && x+w >= m.cam.view.W && y+h >= m.cam.view.H
}

// edgeOf is by how much the layer is larger than the view on each side.
func edgeOf(c *camera) float64 { return math.Round(math.Min(c.view.W, c.view.H)*0.15*c.px) / c.px }

// overlayJob is what making the layer needs, by value: nothing in it changes meanwhile.
type overlayJob struct {
	cam      camera
	edge     float64
	marks    []mark.Mark // those in or near the view
	ids      []int
	shapes   []shape
	areas    []mark.Area
	path     []mark.Stop
	outlines func(geo.Place, float64) orb.MultiPolygon
	pen      mark.Pen
	labels   func(orb.Bound, float64) []tile.Label
	cities   func(orb.Bound, int) []geo.Place
	boxes    []mark.Box
	was      []name // the names before
	wasZoom  float64
	into     *image.RGBA
	words    map[string]*image.RGBA
}

// start makes the layer in the background if it is wanted and none is being made.
func (o *overlayLayer) start(m *Map) {
	if !o.wanted || o.busy || !m.laid || m.config.Dispatch == nil {
		return
	}
	if m.motion.running() && o.have {
		return // at rest
	}
	if o.words == nil {
		o.words = map[string]*image.RGBA{}
	}
	o.wanted, o.busy = false, true
	at := m.stamp()
	job := &overlayJob{cam: m.cam, edge: edgeOf(&m.cam), pen: mark.Pen{Style: m.style, Fonts: m.config.Fonts, Scale: m.cam.px},
		cities: m.config.Cities, boxes: append(m.deck.covers(), m.marks.fan.boxes(&m.cam)...), into: o.spare, words: o.words}
	o.spare = nil
	if t, ok := m.config.Tiles.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok {
		job.labels = t.Labels
	}
	if o.have && o.drawn.style == m.style {
		job.was, job.wasZoom = o.names, o.back.view.Zoom
	}
	job.outlines, job.path = m.config.Outlines, o.path
	m.marks.describe(m, job)
	m.goGuarded(func() {
		var made layer // stays empty if making it panics: a map without areas and names is better than none
		defer func() { m.send(func() { o.take(m, at, job, made) }) }()
		made = job.make()
	})
}

// shape is what an area is made of, by value.
type shape struct {
	at       orb.Point
	area     orb.MultiPolygon
	place    *geo.Place
	near     Near
	selected bool
	p        float64
}

// describe copies what a drawing in the background needs to know of the marks.
func (l *markLayer) describe(m *Map, j *overlayJob) {
	l.regroup(m)
	w, h := j.cam.view.W, j.cam.view.H
	for i := range l.signs {
		s := &l.signs[i]
		x, y := j.cam.project(s.X, s.Y)
		x, y = x+s.dx, y+s.dy
		if x < -j.edge || y < -j.edge || x > w+j.edge || y > h+j.edge {
			continue
		}
		one := l.drawn(s)
		one.X, one.Y = x, y
		if s.fanned {
			one.Point = j.cam.view.Unproject(x, y)
		}
		j.marks, j.ids = append(j.marks, one), append(j.ids, l.all[s.Top].ID)
	}
	for _, i := range l.shaped {
		k := &l.all[i]
		j.shapes = append(j.shapes, shape{k.At, k.Area, k.Shape, k.Near, slices.Contains(l.chosen, i), k.P})
	}
	slices.SortStableFunc(j.shapes, func(a, b shape) int { // the selected one on top
		return cmp.Compare(btoi(a.selected), btoi(b.selected))
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// layer is what a job has made.
type layer struct {
	img   *image.RGBA // nil where there is neither area nor path
	area  mark.Box    // that img covers
	names []name
}

// make runs on a goroutine of its own.
func (j *overlayJob) make() layer {
	j.outline()
	img, area := j.ground()
	return layer{img, area, j.name()}
}

// outline finds the shapes of the areas.
func (j *overlayJob) outline() {
	for i := range j.shapes {
		s := &j.shapes[i]
		a := mark.Area{Shape: s.area, Selected: s.selected, Alpha: s.p}
		if s.place != nil && j.outlines != nil {
			if shape := j.outlines(*s.place, j.cam.view.Zoom); len(shape) > 0 {
				a.Shape = shape
			}
		}
		if len(a.Shape) > 0 {
			j.areas = append(j.areas, a)
		}
		if n := s.near; n.RadiusKM > 0 {
			j.areas = append(j.areas, mark.Area{Shape: mark.Around(s.at, n.InnerKM, n.RadiusKM, n.Bearing, n.Spread), Selected: s.selected, Alpha: s.p, Rough: true})
		}
	}
}

// ground draws the areas and the path on a picture no larger than they need.
func (j *overlayJob) ground() (*image.RGBA, mark.Box) {
	v := j.cam.view
	all := mark.Box{Left: -j.edge, Top: -j.edge, Right: v.W + j.edge, Bottom: v.H + j.edge}
	area := j.extent(all)
	px := j.cam.px
	area = mark.Box{Left: math.Floor(area.Left*px) / px, Top: math.Floor(area.Top*px) / px, Right: math.Ceil(area.Right*px) / px, Bottom: math.Ceil(area.Bottom*px) / px}
	w, h := int(math.Round((area.Right-area.Left)*px)), int(math.Round((area.Bottom-area.Top)*px))
	if w <= 0 || h <= 0 {
		return nil, mark.Box{}
	}
	var img *image.RGBA
	if n := 4 * w * h; j.into != nil && cap(j.into.Pix) >= n {
		img = &image.RGBA{Pix: j.into.Pix[:n], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
		clear(img.Pix)
	} else {
		img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	part := v
	part.Center = v.Unproject((area.Left+area.Right)/2, (area.Top+area.Bottom)/2)
	part.W, part.H = area.Right-area.Left, area.Bottom-area.Top
	for _, a := range j.areas {
		j.pen.Area(img, part, a)
	}
	j.pen.Path(img, part, j.path)
	soften(img, area, all, j.edge)
	return img, area
}

// extent is the part of all that the areas touch.
func (j *overlayJob) extent(all mark.Box) mark.Box {
	out := mark.Box{Left: math.Inf(1), Top: math.Inf(1), Right: math.Inf(-1), Bottom: math.Inf(-1)}
	for _, a := range j.areas {
		for _, poly := range a.Shape {
			if len(poly) == 0 {
				continue
			}
			one := mark.Box{Left: math.Inf(1), Top: math.Inf(1), Right: math.Inf(-1), Bottom: math.Inf(-1)}
			for _, p := range poly[0] {
				x, y := j.cam.project(viewport.World(p))
				one.Left, one.Top = math.Min(one.Left, x), math.Min(one.Top, y)
				one.Right, one.Bottom = math.Max(one.Right, x), math.Max(one.Bottom, y)
			}
			if !one.Overlaps(all) {
				continue
			}
			out.Left, out.Top = math.Min(out.Left, one.Left), math.Min(out.Top, one.Top)
			out.Right, out.Bottom = math.Max(out.Right, one.Right), math.Max(out.Bottom, one.Bottom)
		}
	}
	for _, leg := range mark.Legs(j.cam.view, j.path) {
		if one := leg.Box(); one.Left <= all.Right+9 && one.Right >= all.Left-9 && one.Top <= all.Bottom+9 && one.Bottom >= all.Top-9 {
			out.Left, out.Top = math.Min(out.Left, one.Left-9), math.Min(out.Top, one.Top-9)
			out.Right, out.Bottom = math.Max(out.Right, one.Right+9), math.Max(out.Bottom, one.Bottom+9)
		}
	}
	const line = 4 // width of an outline
	out = mark.Box{Left: math.Max(out.Left-line, all.Left), Top: math.Max(out.Top-line, all.Top),
		Right: math.Min(out.Right+line, all.Right), Bottom: math.Min(out.Bottom+line, all.Bottom)}
	if !(out.Right > out.Left && out.Bottom > out.Top) {
		return mark.Box{}
	}
	return out
}

// name finds places for the names and makes their pictures. Names inside the view come first, so that none is cut by
// its edge; those around it wait outside for a pan.
func (j *overlayJob) name() []name {
	v := j.cam.view
	wide := v
	wide.W, wide.H = v.W+2*j.edge, v.H+2*j.edge
	var labels []tile.Label
	if j.labels != nil {
		labels = append(labels, j.labels(wide.Bound(), v.Zoom)...)
	}
	if j.cities != nil {
		labels = append(labels, cityLabels(j.cities(wide.Bound(), 60), v.Zoom)...)
	}
	old := j.known()
	labels = j.missed(labels, wide.Bound())
	obstacles := append(j.pen.Boxes(j.marks), j.boxes...)
	inside := j.pen.Place(j.steady(mark.Texts(v, labels, j.marks), old, 0), obstacles, v.W, v.H)
	moved := append([]mark.Mark(nil), j.marks...)
	for i := range moved {
		moved[i].X, moved[i].Y = moved[i].X+j.edge, moved[i].Y+j.edge
	}
	outer := []mark.Box{{Left: j.edge, Top: j.edge, Right: j.edge + v.W, Bottom: j.edge + v.H}}
	for _, p := range j.pen.Place(j.steady(mark.Texts(wide, labels, moved), old, j.edge), outer, wide.W, wide.H) {
		// A selected name may insist on a place inside: it is there already.
		if p.Right < j.edge || p.Left > j.edge+v.W || p.Bottom < j.edge || p.Top > j.edge+v.H {
			p.Text.X, p.Text.Y = p.Text.X-j.edge, p.Text.Y-j.edge
			p.Box = mark.Box{Left: p.Left - j.edge, Top: p.Top - j.edge, Right: p.Right - j.edge, Bottom: p.Bottom - j.edge}
			inside = append(inside, p)
		}
	}
	at := map[mark.Spot]int{}
	for i := len(j.marks) - 1; i >= 0; i-- {
		if k := &j.marks[i]; k.Label != "" {
			at[mark.Spot{X: k.X, Y: k.Y}] = i
		}
	}
	names := make([]name, 0, len(inside))
	for i := range inside {
		n := j.picture(&inside[i])
		if k, ok := at[mark.Spot{X: inside[i].Text.X, Y: inside[i].Text.Y}]; ok && inside[i].Kind == tile.LabelPlace {
			n.isMark, n.id = true, j.ids[k]
		}
		names = append(names, n)
	}
	return names
}

// called is what tells names apart, but for where they are.
type called struct {
	kind tile.LabelKind
	text string
}

// known finds the names before.
func (j *overlayJob) known() map[called][]*name {
	old := make(map[called][]*name, len(j.was))
	for i := range j.was {
		n := &j.was[i]
		k := called{n.label.Kind, n.label.Text}
		old[k] = append(old[k], n)
	}
	return old
}

// panned reports whether the zoom is what it was.
func (j *overlayJob) panned() bool { return math.Abs(j.wasZoom-j.cam.view.Zoom) < 0.01 }

// missed adds the towns that were named and that the list of the largest ones has no more, since it is that of another
// part of the world now: a name does not go while its place is in view.
func (j *overlayJob) missed(labels []tile.Label, b orb.Bound) []tile.Label {
	if !j.panned() {
		return labels
	}
	have := map[string]bool{}
	for i := range labels {
		have[labels[i].Text] = true
	}
	for i := range j.was {
		n := &j.was[i]
		if k := n.label.Kind; (k == tile.LabelCity || k == tile.LabelTown) && !have[n.label.Text] {
			labels = append(labels, n.label)
		}
	}
	return labels
}

// steady lets names stand where they stood, seen from their points; edge is where the view begins in the picture. After
// a pan names that were there go before others.
func (j *overlayJob) steady(texts []mark.Text, old map[called][]*name, edge float64) []mark.Text {
	if len(old) == 0 {
		return texts
	}
	panned := j.panned()
	for i := range texts {
		t := &texts[i]
		for _, n := range old[called{t.Kind, t.Text}] {
			x, y := j.cam.project(n.x, n.y)
			x, y = x+edge, y+edge
			if math.Hypot(t.X-x, t.Y-y) >= 3 {
				at := slices.IndexFunc(t.Also, func(s mark.Spot) bool { return math.Hypot(s.X-x, s.Y-y) < 3 })
				if at < 0 {
					continue
				}
				t.Also = append(slices.Clone(t.Also), mark.Spot{X: t.X, Y: t.Y})
				t.X, t.Y = t.Also[at].X, t.Also[at].Y
			}
			t.Was, t.Kept = &mark.Spot{X: n.box.Left - n.tx, Y: n.box.Top - n.ty}, panned
			break
		}
	}
	return texts
}

// picture draws one name on a picture of its own, on whole pixels, or takes it from those drawn before.
func (j *overlayJob) picture(p *mark.Placed) name {
	const halo = 6
	px := j.cam.px
	left, top := math.Floor((p.Left-halo)*px)/px, math.Floor((p.Top-halo)*px)/px
	w, h := int(math.Ceil((p.Right+halo-left)*px)), int(math.Ceil((p.Bottom+halo-top)*px))
	n := name{box: p.Box, label: p.Label, tx: p.Text.X, ty: p.Text.Y, pxWidth: float64(w) / px, pxHeight: float64(h) / px,
		dx: left - p.Text.X, dy: top - p.Text.Y,
		x: (p.Text.X*px - j.cam.ox) / j.cam.worldPix, y: (p.Text.Y*px - j.cam.oy) / j.cam.worldPix}
	one := *p
	one.Box = mark.Box{Left: p.Left - left, Top: p.Top - top, Right: p.Right - left, Bottom: p.Bottom - top}
	one.Text.X, one.Text.Y = p.Text.X-left, p.Text.Y-top
	// The place within a pixel is part of the key: names are drawn where they stand, not shifted by half a pixel.
	key := strings.Join(append([]string{j.pen.Style.Name, strconv.Itoa(int(p.Kind)), strconv.Itoa(p.Rank), strconv.FormatFloat(px, 'f', 3, 64),
		strconv.Itoa(int((one.Left*px - math.Floor(one.Left*px)) * 4)), strconv.Itoa(int((one.Top*px - math.Floor(one.Top*px)) * 4)), strconv.Itoa(w), strconv.Itoa(h)}, p.Lines...), "\x00")
	n.pic = j.words[key]
	if n.pic == nil {
		n.pic = image.NewRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
		j.pen.Labels(n.pic, []mark.Placed{one})
		j.words[key] = n.pic
	}
	return n
}

// cityLabels ranks the largest towns in view.
func cityLabels(places []geo.Place, zoom float64) []tile.Label {
	var out []tile.Label
	for i, p := range places {
		l := tile.Label{Point: p.Point, Text: p.Name, Rank: i, Kind: tile.LabelTown}
		big := p.Capital || p.Population >= 500_000 || p.Seat && p.Population >= 150_000
		switch {
		case p.Capital && zoom >= 3.5, big && zoom >= 4.5:
			l.Kind = tile.LabelCity
		case zoom < 5.5, p.Population < 30_000 && zoom < 8, p.Population < 100_000 && zoom < 7:
			continue
		}
		out = append(out, l)
	}
	return out
}

// take shows a layer that is done; one for other marks or another style still beats an older one.
func (o *overlayLayer) take(m *Map, at stamp, job *overlayJob, l layer) {
	o.busy = false
	if at.marks < o.least {
		o.wanted = true
		return
	}
	o.spare = nil
	if old, ok := o.img.Image.(*image.RGBA); ok && old != nil && l.img != nil && cap(old.Pix) <= spareBytes {
		o.spare = old
	}
	o.have, o.drawn, o.back, o.area, o.names = true, at, job.cam, l.area, l.names
	o.forget()
	if l.img == nil {
		o.img.Image = nil
		o.img.Hidden = true
	} else {
		o.img.Image = l.img
		p, size := o.rect(m)
		o.img.Move(p)
		o.img.Resize(size)
		o.img.Hidden = false
		o.img.Refresh()
	}
	o.changed = true
	if at != m.stamp() && !m.motion.running() && !m.pointer.dragging {
		o.wanted = true
	}
}

// clear takes the layer away, and any that is being made of marks older than a version.
func (o *overlayLayer) clear(version int) {
	o.have, o.least, o.names = false, version, nil
	if o.img != nil {
		o.img.Image, o.img.Hidden = nil, true
	}
	o.changed = true
}

// What is kept of pictures that are not shown, in bytes.
const (
	wordBytes  = 5 << 20 // of names, which come again when the map is moved; about 600 at a density of 1
	spareBytes = 4 << 20 // of the areas, to draw the next picture on
)

// forget drops pictures of names that are not shown where there are too many, and those that unused labels hold.
func (o *overlayLayer) forget() {
	for _, l := range o.labels[o.used:] {
		l.pic, l.img.Image = nil, nil
	}
	bytes := 0
	for _, w := range o.words {
		bytes += len(w.Pix)
	}
	if bytes <= wordBytes {
		return
	}
	shown := make(map[*image.RGBA]bool, len(o.names))
	for i := range o.names {
		shown[o.names[i].pic] = true
	}
	maps.DeleteFunc(o.words, func(_ string, w *image.RGBA) bool { return !shown[w] })
}

// rect is where the picture of the areas stands now.
func (o *overlayLayer) rect(m *Map) (fyne.Position, fyne.Size) { return standsNow(m, &o.back, o.area) }

// standsNow is where a part of the view that c had stands now.
func standsNow(m *Map, c *camera, area mark.Box) (fyne.Position, fyne.Size) {
	toWorld := func(x, y float64) (float64, float64) {
		return (x*c.px - c.ox) / c.worldPix, (y*c.px - c.oy) / c.worldPix
	}
	// The middle of the view decides which copy of the world is meant.
	mx, my := m.cam.project(c.cx, c.cy)
	scale := m.cam.worldPix / m.cam.px
	x0, y0 := toWorld(area.Left, area.Top)
	x1, y1 := toWorld(area.Right, area.Bottom)
	snap := func(f float64) float32 { return float32(math.Round(f*m.cam.px) / m.cam.px) }
	return fyne.NewPos(snap(mx+(x0-c.cx)*scale), snap(my+(y0-c.cy)*scale)), fyne.NewSize(snap((x1-x0)*scale), snap((y1-y0)*scale))
}

// place moves the layer with the map.
func (o *overlayLayer) place(m *Map) {
	if !o.have || math.Abs(o.back.view.Zoom-m.cam.view.Zoom) > 2.5 { // nothing of it would be legible
		o.changed = o.changed || o.used != 0
		o.img.Hidden, o.used = true, 0
		return
	}
	if o.img.Image != nil {
		p, size := o.rect(m)
		o.img.Hidden = false
		o.img.Move(p)
		if o.img.Size() != size {
			o.img.Resize(size)
		}
	}
	w, h, px := m.cam.view.W, m.cam.view.H, m.cam.px
	mx, my := m.cam.project(o.back.cx, o.back.cy)
	scale := m.cam.worldPix / px
	n := 0
	for i := range o.names {
		k := &o.names[i]
		x, y := mx+(k.x-o.back.cx)*scale+k.dx, my+(k.y-o.back.cy)*scale+k.dy
		if x > w || y > h || x+k.pxWidth < 0 || y+k.pxHeight < 0 {
			continue
		}
		if n == len(o.labels) {
			o.labels = append(o.labels, &label{img: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}})
		}
		l := o.labels[n]
		n++
		l.img.Move(fyne.NewPos(float32(math.Round(x*px)/px), float32(math.Round(y*px)/px)))
		if l.pic != k.pic {
			l.pic, l.img.Image = k.pic, k.pic
			l.img.Resize(fyne.NewSize(float32(k.pxWidth), float32(k.pxHeight)))
			l.img.Refresh()
		}
	}
	o.changed = o.changed || n != o.used
	o.used = n
}

func (o *overlayLayer) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	if o.img.Image != nil && !o.img.Hidden {
		objs = append(objs, o.img)
	}
	for _, l := range o.labels[:o.used] {
		objs = append(objs, l.img)
	}
	return objs
}

// nameAt is the mark whose name is under a position while the map rests.
func (o *overlayLayer) nameAt(m *Map, x, y float64) (id int, ok bool) {
	if !o.have || o.drawn.view != m.cam.view {
		return 0, false
	}
	for i := range o.names {
		n := &o.names[i]
		if n.isMark && x >= n.box.Left && x <= n.box.Right && y >= n.box.Top && y <= n.box.Bottom {
			return n.id, true
		}
	}
	return 0, false
}

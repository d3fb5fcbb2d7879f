package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// overlayLayer is one picture of areas and names, somewhat larger than the view. It is drawn off the UI goroutine when
// the view rests or the marks change; between, it is moved and stretched with the map.
type overlayLayer struct {
	img    *canvas.Image
	back   camera // that of the picture shown
	edge   float64
	ids    []placedName
	wanted bool
	busy   bool
	have   bool
	spare  *image.RGBA
	drawn  stamp
}

// stamp is what a picture was drawn for.
type stamp struct {
	marks int
	style *tile.Style
	view  viewport.Viewport
	px    float64
}

// placedName is where the name of a mark stands, in units of the view it was placed for.
type placedName struct {
	box mark.Box
	id  int
}

func (m *Map) stamp() stamp { return stamp{m.marks.version, m.style, m.cam.view, m.cam.px} }

// current reports whether the picture is the one for this view.
func (o *overlayLayer) current(m *Map) bool {
	return m.config.Dispatch == nil || !o.busy && !o.wanted && o.have && o.drawn == m.stamp()
}

// fits reports whether the picture needs not be drawn anew for this view.
func (o *overlayLayer) fits(m *Map) bool { return o.have && o.drawn == m.stamp() }

// covers reports whether the moved picture still covers the view.
func (o *overlayLayer) covers(m *Map) bool {
	if !o.have || math.Abs(o.back.view.Zoom-m.cam.view.Zoom) > 0.6 {
		return false
	}
	p, size := o.rect(m)
	return p.X <= 0 && p.Y <= 0 && float64(p.X+size.Width) >= m.cam.view.W && float64(p.Y+size.Height) >= m.cam.view.H
}

// overlayJob is what a drawing needs, by value: nothing in it changes while it runs.
type overlayJob struct {
	cam    camera
	edge   float64
	marks  []mark.Mark
	areas  []mark.Area
	ids    []int
	pen    mark.Pen
	labels func(orb.Bound, float64) []tile.Label
	cities func(orb.Bound, int) []geo.Place
	boxes  []mark.Box
	into   *image.RGBA
}

// start draws in the background if something is to be drawn and nothing is being drawn.
func (o *overlayLayer) start(m *Map) {
	if !o.wanted || o.busy || !m.laid || m.config.Dispatch == nil {
		return
	}
	if m.motion.running() && o.have {
		return // at rest
	}
	o.wanted, o.busy = false, true
	at := m.stamp()
	job := overlayJob{cam: m.cam, edge: math.Round(math.Min(m.cam.view.W, m.cam.view.H)*0.15*m.cam.px) / m.cam.px,
		pen: mark.Pen{Style: m.style, Fonts: m.config.Fonts, Scale: m.cam.px}, cities: m.config.Cities, boxes: m.deck.covers(), into: o.spare}
	o.spare = nil
	if t, ok := m.config.Tiles.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok {
		job.labels = t.Labels
	}
	for _, i := range m.marks.order {
		k := m.marks.drawn(i)
		if k.Area {
			job.areas = append(job.areas, mark.Area{Shape: m.marks.all[i].Area, Selected: k.Selected, Alpha: k.Alpha})
		}
		x, y := m.cam.project(m.marks.world[i][0], m.marks.world[i][1])
		if x < -job.edge || y < -job.edge || x > m.cam.view.W+job.edge || y > m.cam.view.H+job.edge {
			continue
		}
		k.X, k.Y = x, y
		job.marks, job.ids = append(job.marks, k), append(job.ids, m.marks.all[i].ID)
	}
	go func() {
		img, names := job.draw()
		m.send(func() { o.take(m, at, job, img, names) })
	}()
}

// draw runs on a goroutine of its own.
func (j *overlayJob) draw() (*image.RGBA, []placedName) {
	v := j.cam.view
	wide := v
	wide.W, wide.H = v.W+2*j.edge, v.H+2*j.edge
	w, h := int(math.Round(wide.W*j.cam.px)), int(math.Round(wide.H*j.cam.px))
	img := j.into
	if img == nil || img.Rect.Dx() != w || img.Rect.Dy() != h {
		img = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(img.Pix)
	}
	for _, a := range j.areas {
		j.pen.Area(img, wide, a)
	}
	// Names inside the view come first, so that none is cut by its edge; those around it wait outside for a pan.
	var labels []tile.Label
	if j.labels != nil {
		labels = append(labels, j.labels(wide.Bound(), v.Zoom)...)
	}
	if j.cities != nil {
		labels = append(labels, cityLabels(j.cities(wide.Bound(), 60), v.Zoom)...)
	}
	obstacles := append([]mark.Box(nil), j.boxes...)
	for i := range j.marks {
		k := &j.marks[i]
		r := k.Radius() + 1
		obstacles = append(obstacles, mark.Box{Left: k.X - r, Top: k.Y - r, Right: k.X + r, Bottom: k.Y + r})
	}
	inside := j.pen.Place(mark.Texts(v, labels, j.marks), obstacles, v.W, v.H)
	for i := range j.marks {
		j.marks[i].X, j.marks[i].Y = j.marks[i].X+j.edge, j.marks[i].Y+j.edge
	}
	outer := []mark.Box{{Left: j.edge, Top: j.edge, Right: j.edge + v.W, Bottom: j.edge + v.H}}
	outside := j.pen.Place(mark.Texts(wide, labels, j.marks), outer, wide.W, wide.H)
	var names []placedName
	for i := range inside {
		p := &inside[i]
		if p.Kind == tile.LabelPlace {
			for n := range j.marks {
				if p.Text.X == j.marks[n].X-j.edge && p.Text.Y == j.marks[n].Y-j.edge && j.marks[n].Label != "" {
					names = append(names, placedName{p.Box, j.ids[n]})
					break
				}
			}
		}
		p.Text.X, p.Text.Y = p.Text.X+j.edge, p.Text.Y+j.edge
		p.Box = mark.Box{Left: p.Left + j.edge, Top: p.Top + j.edge, Right: p.Right + j.edge, Bottom: p.Bottom + j.edge}
	}
	for _, p := range outside { // a selected name may insist on a place inside: it is there already
		if p.Right < j.edge || p.Left > j.edge+v.W || p.Bottom < j.edge || p.Top > j.edge+v.H {
			inside = append(inside, p)
		}
	}
	j.pen.Labels(img, inside)
	return img, names
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

// take shows a picture that is done; one for other marks or another style still beats an older one.
func (o *overlayLayer) take(m *Map, at stamp, job overlayJob, img *image.RGBA, names []placedName) {
	o.busy = false
	if old, ok := o.img.Image.(*image.RGBA); ok && old != nil {
		o.spare = old
	}
	o.have, o.drawn, o.back, o.edge, o.ids = true, at, job.cam, job.edge, names
	o.img.Image = img
	p, size := o.rect(m)
	o.img.Move(p)
	o.img.Resize(size)
	o.img.Hidden = false
	o.img.Refresh()
	if at != m.stamp() && !m.motion.running() && !m.pointer.dragging {
		o.wanted = true
	}
}

// rect is where the picture stands now.
func (o *overlayLayer) rect(m *Map) (fyne.Position, fyne.Size) {
	c := &o.back
	scale := m.cam.worldPix / m.cam.px / (c.worldPix / c.px)
	dx := c.cx - m.cam.cx
	dx -= math.Round(dx)
	world := m.cam.worldPix / m.cam.px
	w, h := (c.view.W+2*o.edge)*scale, (c.view.H+2*o.edge)*scale
	x := m.cam.view.W/2 + dx*world - w/2
	y := m.cam.view.H/2 + (c.cy-m.cam.cy)*world - h/2
	snap := func(f float64) float32 { return float32(math.Round(f*m.cam.px) / m.cam.px) }
	return fyne.NewPos(snap(x), snap(y)), fyne.NewSize(snap(w), snap(h))
}

// place moves the picture with the map.
func (o *overlayLayer) place(m *Map) {
	if !o.have {
		o.img.Hidden = true
		return
	}
	if math.Abs(o.back.view.Zoom-m.cam.view.Zoom) > 2.5 { // nothing of it would be legible
		o.img.Hidden = true
		return
	}
	p, size := o.rect(m)
	o.img.Hidden = false
	o.img.Move(p)
	if o.img.Size() != size {
		o.img.Resize(size)
	}
}

// nameAt is the mark whose name is under a position while the map rests, or -1.
func (o *overlayLayer) nameAt(m *Map, x, y float64) (id int, ok bool) {
	if !o.have || o.drawn.view != m.cam.view {
		return 0, false
	}
	for _, n := range o.ids {
		if x >= n.box.Left && x <= n.box.Right && y >= n.box.Top && y <= n.box.Bottom {
			return n.id, true
		}
	}
	return 0, false
}

package mapview

import (
	"math"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/tile"
)

// markLayer is the marks: small pictures, one per look, moved with the map. Those near each other are one sign; only
// signs in view are objects.
type markLayer struct {
	all    []Mark
	items  []mark.Item // the same as grouping sees them
	shaped []int32     // marks with an area
	heavy  []int32     // named events, those with most first, at most mostHeavy

	selected []int   // ids
	chosen   []int32 // their marks
	fan      fan
	alone    []int32 // marks that are in no group: chosen and fanned ones
	version  int

	groups mark.Groups
	signs  []sign // of the view and what is around it, in drawing order
	coarse int    // steps by which groups are wider than usual
	fresh  bool

	sprites map[face]*sprite
	shown   []*sign // in view, in drawing order
	pool    map[*sprite][]*dot
	pooled  int
	changed bool
}

// mostHeavy is how many marks are thought of for the names at the edge.
const mostHeavy = 200

// face is everything the picture of a sign depends on.
type face struct {
	number, group                               int
	filled, open, ring, country, area, selected bool
	named                                       bool
	alpha                                       uint8
}

type sprite struct {
	mark.Sprite
	w, h, dx, dy float32 // in units
}

// dot is an image of the pool with the picture it shows.
type dot struct {
	img    *canvas.Image
	sprite *sprite
}

func (l *markLayer) init() {
	l.sprites, l.pool = map[face]*sprite{}, map[*sprite][]*dot{}
}

// setMarks reports whether anything looks different.
func (l *markLayer) setMarks(marks []Mark) bool {
	same := len(marks) == len(l.all)
	for i := 0; same && i < len(marks); i++ {
		same = looksLike(&marks[i], &l.all[i])
	}
	l.all = append(l.all[:0], marks...)
	if same {
		return false
	}
	l.items, l.shaped = l.items[:0], l.shaped[:0]
	for i := range l.all {
		k := &l.all[i]
		l.items = append(l.items, mark.Item{At: k.At, Number: k.Count, Alpha: k.P, Filled: k.Filled, Ring: k.Ring, Country: k.Country,
			Area: k.Area != nil || k.Shape != nil, Open: k.Open, Named: k.Named})
		if k.Area != nil || k.Shape != nil || k.Near.RadiusKM > 0 {
			l.shaped = append(l.shaped, int32(i))
		}
	}
	l.groups.Set(l.items)
	l.heavy = l.heaviest()
	l.fan = fan{}
	l.setApart()
	return true
}

// looksLike compares all but the tip. Areas are the same when they are the same slice.
func looksLike(a, b *Mark) bool {
	return a.ID == b.ID && a.At == b.At && a.Label == b.Label && a.Filled == b.Filled && a.Ring == b.Ring && a.Named == b.Named &&
		a.Country == b.Country && a.Open == b.Open && a.Count == b.Count && a.P == b.P && a.Near == b.Near && len(a.Area) == len(b.Area) &&
		(len(a.Area) == 0 || &a.Area[0] == &b.Area[0]) &&
		(a.Shape == b.Shape || a.Shape != nil && b.Shape != nil && *a.Shape == *b.Shape)
}

// someNamed reports whether some mark stands for a place that is only named.
func (l *markLayer) someNamed() bool {
	return slices.ContainsFunc(l.all, func(k Mark) bool { return k.Named && !k.Filled && !k.Ring })
}

// someOpen reports whether some mark stands for what is not told as done.
func (l *markLayer) someOpen() bool {
	return slices.ContainsFunc(l.all, func(k Mark) bool { return k.Filled && k.Open })
}

// heaviest are the named events with the highest counts, in order: those that the map's edge tells of.
func (l *markLayer) heaviest() []int32 {
	out := l.heavy[:0]
	least := 0
	for i := range l.all {
		k := &l.all[i]
		if !k.Filled || k.Label == "" || len(out) >= mostHeavy && k.Count <= least {
			continue
		}
		out = append(out, int32(i))
		if len(out) == 2*mostHeavy {
			out = l.cutHeavy(out)
			least = l.all[out[len(out)-1]].Count
		}
	}
	return l.cutHeavy(out)
}

func (l *markLayer) cutHeavy(list []int32) []int32 {
	sort.SliceStable(list, func(a, b int) bool { return l.all[list[a]].Count > l.all[list[b]].Count })
	return list[:min(len(list), mostHeavy)]
}

// setSelected reports whether anything changed.
func (l *markLayer) setSelected(ids []int) bool {
	if slices.Equal(ids, l.selected) {
		return false
	}
	l.selected = slices.Clone(ids)
	l.setApart()
	return true
}

// setApart notes the marks that stand for themselves; groups are made anew.
func (l *markLayer) setApart() {
	l.version++
	l.fresh = false
	l.chosen = l.chosen[:0]
	if len(l.selected) > 0 {
		for i := range l.all {
			if slices.Contains(l.selected, l.all[i].ID) {
				l.chosen = append(l.chosen, int32(i))
			}
		}
	}
	l.alone = append(append(l.alone[:0], l.chosen...), l.fan.items...)
	slices.Sort(l.alone)
	l.alone = slices.Compact(l.alone)
	l.groups.SetApart(l.alone)
}

// regroup makes the signs for the view and what is around it, where they are not made yet.
func (l *markLayer) regroup(m *Map) {
	c := &m.cam
	x0, y0 := -c.ox/c.worldPix, -c.oy/c.worldPix
	around := func(units float64) mark.Part {
		out := units * c.px / c.worldPix
		return mark.Part{Left: x0 - out, Top: y0 - out, Right: x0 + c.view.W*c.px/c.worldPix + out, Bottom: y0 + c.view.H*c.px/c.worldPix + out}
	}
	step := mark.Step(c.view.Zoom, l.coarse)
	if l.fresh && l.groups.Holds(around(mark.Beyond), step) {
		return
	}
	l.release()
	l.groups.Build(around(mark.Margin), step, mark.Reach*m.style.TextScale)
	l.gather()
	l.fresh = true
}

// thin chooses how coarse the groups are, when the map rests: panning does not change it.
func (l *markLayer) thin(m *Map) {
	mark.Coarseness(l.coarse, func(coarse int) (n int) {
		l.coarse = coarse
		l.regroup(m)
		for i := range l.signs {
			s := &l.signs[i]
			x, y := m.cam.project(s.X, s.Y)
			if x >= 0 && y >= 0 && x <= m.cam.view.W && y <= m.cam.view.H {
				n++
			}
		}
		return n
	})
}

// forget drops the pictures, for another style or density.
func (l *markLayer) forget() {
	l.release()
	clear(l.sprites)
	clear(l.pool)
	l.pooled = 0
	l.fresh = false
}

// release gives all images back to the pool.
func (l *markLayer) release() {
	for _, s := range l.shown {
		l.free(s)
	}
	l.shown = l.shown[:0]
}

func (l *markLayer) free(s *sign) {
	if s.dot != nil {
		l.pool[s.dot.sprite] = append(l.pool[s.dot.sprite], s.dot)
		l.pooled++
		s.dot = nil
	}
}

// dot is an image that shows a sprite, if possible one that shows it already. Images are used again rather than made
// anew, since Fyne keeps what it has uploaded for each of them for a minute.
func (l *markLayer) dot(s *sprite) *dot {
	if d := l.unpool(s); d != nil {
		return d
	}
	if l.pooled > 24 {
		for any := range l.pool {
			if d := l.unpool(any); d != nil {
				d.sprite, d.img.Image = s, s.Image
				d.img.Resize(fyne.NewSize(s.w, s.h))
				d.img.Refresh()
				return d
			}
		}
	}
	d := &dot{sprite: s, img: &canvas.Image{Image: s.Image, FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}}
	d.img.Resize(fyne.NewSize(s.w, s.h))
	return d
}

// unpool takes an image out of the pool.
func (l *markLayer) unpool(s *sprite) *dot {
	list := l.pool[s]
	if len(list) == 0 {
		return nil
	}
	d := list[len(list)-1]
	l.pooled--
	if len(list) == 1 {
		delete(l.pool, s)
	} else {
		l.pool[s] = list[:len(list)-1]
	}
	return d
}

// drawn is a sign as geo/mark draws it, with its name.
func (l *markLayer) drawn(s *sign) mark.Mark {
	k := &l.all[s.Top]
	return s.Drawn(mark.Mark{Point: k.At, Label: k.Label, Selected: s.selected})
}

func (l *markLayer) sprite(s *sign, px float64, style *tile.Style, fonts *mark.Fonts) *sprite {
	alpha := uint8(math.Round(s.Alpha * 10))
	f := face{s.Number, s.Size, s.Filled, s.Open, s.Ring, s.Country, s.Area, s.selected, s.Named, alpha}
	if f.filled {
		f.group = min(f.group, 2) // its number is that of the events
	}
	if p := l.sprites[f]; p != nil {
		return p
	}
	if len(l.sprites) > 600 {
		clear(l.sprites)
	}
	m := l.drawn(s)
	m.Label, m.Alpha = "", math.Max(0.01, float64(alpha)/10)
	pen := mark.Pen{Style: style, Fonts: fonts, Scale: px}
	p := &sprite{Sprite: pen.Sprite(m)}
	b := p.Image.Bounds()
	p.w, p.h = float32(float64(b.Dx())/px), float32(float64(b.Dy())/px)
	p.dx, p.dy = float32(p.X/px), float32(p.Y/px)
	l.sprites[f] = p
	return p
}

// place moves the signs in view.
func (l *markLayer) place(m *Map) {
	l.regroup(m)
	w, h, px := m.cam.view.W, m.cam.view.H, m.cam.px
	was := len(l.shown)
	l.shown = l.shown[:0]
	for i := range l.signs {
		s := &l.signs[i]
		x, y := m.cam.project(s.X, s.Y)
		s.sx, s.sy = x+s.dx, y+s.dy
		out := mark.Beyond
		if s.sprite != nil {
			out = float64(s.sprite.dx)
		}
		if s.sx < -out || s.sy < -out || s.sx > w+out || s.sy > h+out {
			if s.dot != nil {
				l.free(s)
				l.changed = true
			}
			continue
		}
		l.shown = append(l.shown, s)
	}
	l.dodge()
	for _, s := range l.shown {
		if s.sprite == nil {
			s.sprite = l.sprite(s, px, m.style, m.config.Fonts)
			s.r = l.drawn(s).Radius() * m.style.TextScale
		}
		if s.dot == nil {
			s.dot = l.dot(s.sprite)
			l.changed = true
		}
		left := math.Round((s.sx-float64(s.sprite.dx))*px) / px
		top := math.Round((s.sy-float64(s.sprite.dy))*px) / px
		s.dot.img.Move(fyne.NewPos(float32(left), float32(top)))
	}
	l.fan.draw(m)
	l.changed = l.changed || was != len(l.shown)
}

// dodge moves what a selected sign would hide a little aside.
func (l *markLayer) dodge() {
	for k := len(l.shown) - 1; k >= 0 && l.shown[k].selected; k-- {
		t := l.shown[k]
		for _, s := range l.shown {
			if !s.selected && !s.fanned && math.Abs(s.sx-t.sx) < 12 && math.Abs(s.sy-t.sy) < 12 {
				s.sx, s.sy = t.sx+19, t.sy-19
			}
		}
	}
}

// hit is the topmost sign under a position, or nil.
func (l *markLayer) hit(x, y float64) *sign {
	var best *sign
	near := math.MaxFloat64
	for k := len(l.shown) - 1; k >= 0; k-- {
		s := l.shown[k]
		d := math.Hypot(x-s.sx, y-s.sy)
		if d <= s.r {
			return s // on it
		}
		if d <= math.Max(s.r, 10)+2 && d < near {
			best, near = s, d
		}
	}
	return best
}

// named is the sign in view that is named after a mark.
func (l *markLayer) named(id int) *sign {
	for _, s := range l.shown {
		if l.all[s.Top].ID == id {
			return s
		}
	}
	return nil
}

func (l *markLayer) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	objs = l.fan.append(objs)
	for _, s := range l.shown {
		objs = append(objs, s.dot.img)
	}
	return objs
}

func (l *markLayer) points() []orb.Point {
	var out []orb.Point
	for i := range l.all {
		out = append(out, l.all[i].At)
	}
	return out
}

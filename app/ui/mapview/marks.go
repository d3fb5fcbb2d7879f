package mapview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// mostMarks is how many marks are drawn in one view at most, the first ones.
const mostMarks = 4000

// markLayer is the marks: small pictures, one per look, moved with the map; only those in view are objects.
type markLayer struct {
	all      []Mark
	world    [][2]float64 // of each, in the unit world
	order    []int        // drawing order: rings, filled, selected
	byID     map[int]int
	selected map[int]bool // ids
	version  int
	given    []placedMark // snapshot

	sprites map[face]*sprite
	shown   []shownMark // in drawing order
	dots    []*dot      // the pool
	used    int         // of the pool
	changed bool
}

// face is everything the picture of a mark depends on.
type face struct {
	number                                int
	filled, ring, country, area, selected bool
	alpha                                 uint8
}

type sprite struct {
	mark.Sprite
	w, h, dx, dy float32 // in units
}

type dot struct {
	img    *canvas.Image
	sprite *sprite
}

type shownMark struct {
	index int
	x, y  float64
	r     float64
}

func (l *markLayer) init() {
	l.byID, l.selected, l.sprites = map[int]int{}, map[int]bool{}, map[face]*sprite{}
}

// setMarks reports whether anything looks different.
func (l *markLayer) setMarks(marks []Mark) bool {
	same := len(marks) == len(l.all)
	for i := 0; same && i < len(marks); i++ {
		same = looksLike(&marks[i], &l.all[i])
	}
	l.all = slices.Clone(marks)
	if same {
		return false
	}
	l.world = make([][2]float64, 0, len(marks))
	clear(l.byID)
	for i := range l.all {
		x, y := viewport.World(l.all[i].At)
		l.world = append(l.world, [2]float64{x, y})
		l.byID[l.all[i].ID] = i
	}
	l.sort()
	return true
}

// looksLike compares all but the tip. Areas are the same when they are the same slice.
func looksLike(a, b *Mark) bool {
	return a.ID == b.ID && a.At == b.At && a.Label == b.Label && a.Filled == b.Filled && a.Ring == b.Ring &&
		a.Country == b.Country && a.Count == b.Count && a.P == b.P && len(a.Area) == len(b.Area) &&
		(len(a.Area) == 0 || &a.Area[0] == &b.Area[0])
}

// setSelected reports whether anything changed.
func (l *markLayer) setSelected(ids []int) bool {
	same := len(ids) == len(l.selected)
	for _, id := range ids {
		same = same && l.selected[id]
	}
	if same {
		return false
	}
	clear(l.selected)
	for _, id := range ids {
		l.selected[id] = true
	}
	l.sort()
	return true
}

func (l *markLayer) sort() {
	l.version++
	l.given = nil
	l.order = l.order[:0]
	for level := range 3 {
		for i := len(l.all) - 1; i >= 0; i-- { // the first given ends on top
			k := &l.all[i]
			at := 0
			if len(l.selected) > 0 && l.selected[k.ID] {
				at = 2
			} else if k.Filled {
				at = 1
			}
			if at == level {
				l.order = append(l.order, i)
			}
		}
	}
}

// placedMark is a mark as drawings in the background get it.
type placedMark struct {
	mark.Mark
	wx, wy float64
	id     int
	shape  orb.MultiPolygon
}

// snapshot is all marks in drawing order; it is made once and never changed, so that a drawing may keep it.
func (l *markLayer) snapshot() []placedMark {
	if l.given == nil {
		l.given = make([]placedMark, 0, len(l.order))
		for _, i := range l.order {
			l.given = append(l.given, placedMark{l.drawn(i), l.world[i][0], l.world[i][1], l.all[i].ID, l.all[i].Area})
		}
	}
	return l.given
}

// forget drops the pictures, for another style or density.
func (l *markLayer) forget() {
	clear(l.sprites)
	for _, d := range l.dots {
		d.sprite = nil
	}
}

// drawn is a mark as geo/mark draws it.
func (l *markLayer) drawn(i int) mark.Mark {
	k := &l.all[i]
	return mark.Mark{Point: k.At, Number: k.Count, Filled: k.Filled, Ring: k.Ring, Country: k.Country, Area: k.Area != nil,
		Selected: l.selected[k.ID], Alpha: k.P, Label: k.Label}
}

func (l *markLayer) sprite(i int, px float64, style *tile.Style, fonts *mark.Fonts) *sprite {
	k := &l.all[i]
	p := k.P
	if p <= 0 || p > 1 {
		p = 1
	}
	f := face{k.Count, k.Filled, k.Ring, k.Country, k.Area != nil, l.selected[k.ID], uint8(math.Round(p * 10))}
	if s := l.sprites[f]; s != nil {
		return s
	}
	if len(l.sprites) > 2000 {
		clear(l.sprites)
	}
	m := l.drawn(i)
	m.Label, m.Alpha = "", float64(f.alpha)/10
	pen := mark.Pen{Style: style, Fonts: fonts, Scale: px}
	s := &sprite{Sprite: pen.Sprite(m)}
	b := s.Image.Bounds()
	s.w, s.h = float32(float64(b.Dx())/px), float32(float64(b.Dy())/px)
	s.dx, s.dy = float32(s.X/px), float32(s.Y/px)
	l.sprites[f] = s
	return s
}

// place moves the marks in view.
func (l *markLayer) place(m *Map) {
	const beyond = 40 // a mark may reach into the view from outside
	l.shown = l.shown[:0]
	w, h := m.cam.view.W, m.cam.view.H
	px := m.cam.px
	n := 0
	for _, i := range l.order {
		x, y := m.cam.project(l.world[i][0], l.world[i][1])
		if x < -beyond || y < -beyond || x > w+beyond || y > h+beyond || n >= mostMarks {
			continue
		}
		l.shown = append(l.shown, shownMark{i, x, y, l.drawn(i).Radius() * m.style.TextScale})
		if m.overlay.have && m.overlay.crowded && !l.selected[l.all[i].ID] {
			continue // part of the picture of the areas
		}
		s := l.sprite(i, px, m.style, m.config.Fonts)
		if n == len(l.dots) {
			l.dots = append(l.dots, &dot{img: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}})
		}
		d := l.dots[n]
		n++
		left := math.Round((x-float64(s.dx))*px) / px
		top := math.Round((y-float64(s.dy))*px) / px
		d.img.Hidden = false
		d.img.Move(fyne.NewPos(float32(left), float32(top)))
		if d.sprite != s {
			d.sprite = s
			d.img.Image = s.Image
			d.img.Resize(fyne.NewSize(s.w, s.h))
			d.img.Refresh()
		}
	}
	for _, d := range l.dots[n:] {
		d.img.Hidden = true
	}
	l.changed = l.changed || n != l.used
	l.used = n
}

// hit is the index of the topmost mark under a position, or -1.
func (l *markLayer) hit(x, y float64) int {
	best, near := -1, math.MaxFloat64
	for k := len(l.shown) - 1; k >= 0; k-- {
		s := &l.shown[k]
		d := math.Hypot(x-s.x, y-s.y)
		if d <= s.r {
			return s.index // on it
		}
		if d <= math.Max(s.r, 10)+2 && d < near {
			best, near = s.index, d
		}
	}
	return best
}

func (l *markLayer) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	for _, d := range l.dots[:l.used] {
		objs = append(objs, d.img)
	}
	return objs
}

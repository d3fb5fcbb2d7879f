package mapview

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/geo/tile"
)

const (
	cacheBytes = 20 << 20
	workers    = 2
	levelsUp   = 6 // how far to look for a parent's picture
)

// tileLayer is the ground: a fixed pool of images, of which panning only moves the ones that stay in view.
type tileLayer struct {
	live   bool // the source betters its pictures
	loader *tile.Loader
	pics   map[tile.Key]*pic // by tile, whatever its size (Size, Density and Style of the key are zero)
	bytes  int64
	most   int64
	clock  uint64
	failed map[tile.Key]bool

	slots   []*slot // in view
	free    []*slot
	under   []*slot // parents and children of missing tiles, coarse ones first
	whole   bool    // every spot of the view has a picture of its own
	changed bool    // the list of objects must be made anew
	late    bool    // pictures were found after placing
	asked   []spot  // what was wanted last, to ask only for news
	askedAs tile.Key
}

type pic struct {
	img  *image.RGBA
	key  tile.Key
	used uint64
}

// slot is an image of the pool and the tile it shows.
type slot struct {
	at  spot
	img *canvas.Image
	pic *image.RGBA
}

func (l *tileLayer) init(m *Map) {
	l.pics, l.failed = map[tile.Key]*pic{}, map[tile.Key]bool{}
	l.most = m.config.CacheBytes
	if l.most <= 0 {
		l.most = cacheBytes
	}
	if m.config.Tiles == nil || m.config.Dispatch == nil {
		return
	}
	l.open(m)
}

// open begins to load from the source of the map. A source that improves its pictures is followed as it is.
func (l *tileLayer) open(m *Map) {
	source := m.config.Tiles
	_, l.live = source.(tile.Live)
	if !l.live {
		source = whole{source}
	}
	var mine *tile.Loader
	// The loader keeps little itself: pics is the cache.
	mine = tile.NewLoader(source, tile.LoaderConfig{Workers: workers, MaxBytes: l.most / 5, Guard: m.config.Guard,
		Ready: func(k tile.Key, img *image.RGBA, err error) {
			m.send(func() {
				if l.loader == mine {
					l.take(m, k, img, err)
				}
			})
		}})
	l.loader = mine
}

// reopen forgets all pictures and loads from another source.
func (l *tileLayer) reopen(m *Map) {
	old := l.loader
	l.loader = nil
	if old != nil {
		m.goGuarded(old.Close) // waits for the drawing in work
	}
	clear(l.pics)
	clear(l.failed)
	l.bytes, l.asked = 0, nil
	if m.config.Tiles != nil && m.config.Dispatch != nil {
		l.open(m)
	}
}

// whole finishes every drawing that was begun: a tile that is dropped and wanted again a moment later would otherwise be
// reported by neither wish, and a drawing takes but few milliseconds.
type whole struct{ tile.Source }

// Tile draws without heeding ctx.
func (w whole) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return w.Source.Tile(context.Background(), k)
}

func (l *tileLayer) close() {
	if l.loader != nil {
		l.loader.Close()
	}
}

func bare(k tile.Key) tile.Key { return tile.Key{Z: k.Z, X: k.X, Y: k.Y} }

// take keeps a picture that came in.
func (l *tileLayer) take(m *Map, k tile.Key, img *image.RGBA, err error) {
	if err != nil || img == nil {
		l.failed[k] = true
		return
	}
	old := l.pics[bare(k)]
	if old != nil {
		if !old.current(m) || k.Style == m.style {
			l.bytes -= int64(len(old.img.Pix))
		} else {
			return
		}
	}
	l.clock++
	l.pics[bare(k)] = &pic{img: img, key: k, used: l.clock}
	l.bytes += int64(len(img.Pix))
	for l.bytes > l.most {
		var oldest *pic
		for _, p := range l.pics {
			if p.key.Z > 1 && (oldest == nil || p.used < oldest.used) {
				oldest = p
			}
		}
		if oldest == nil || l.clock-oldest.used < 40 {
			break
		}
		delete(l.pics, bare(oldest.key))
		l.bytes -= int64(len(oldest.img.Pix))
	}
}

func (p *pic) current(m *Map) bool { return p.key.Style == m.style }

// exact reports whether the picture is the one for the present size and style.
func (p *pic) exact(k tile.Key) bool { return p != nil && p.key == k }

// complete reports whether every tile in view is there in its exact size, or cannot be had.
func (l *tileLayer) complete(m *Map) bool {
	if l.loader == nil {
		return true
	}
	for _, s := range m.cam.spots(0) {
		k := s.key(m.cam.size, m.cam.px, m.style)
		if !l.pics[bare(k)].exact(k) && !l.failed[k] {
			return false
		}
	}
	return true
}

// want asks for the view at rest: its tiles in their exact size, the world and the parents to fall back on, and one
// ring around for the next pan.
func (l *tileLayer) want(m *Map) {
	if l.loader == nil {
		return
	}
	clear(l.failed)
	l.askFor(m, m.cam.size, true)
	if l.late {
		l.late = false
		m.place()
	}
}

// wantMoving asks, during a move, for tiles of which there is no picture at all; while the zoom changes in one size
// for all, so that nothing is cancelled at each frame.
func (l *tileLayer) wantMoving(m *Map, zooming bool) {
	if l.loader == nil {
		return
	}
	if !zooming {
		l.askFor(m, m.cam.size, false)
		return
	}
	l.askFor(m, max(tile.MinSize, int(256*m.cam.px)), false)
}

func (l *tileLayer) askFor(m *Map, size int, rest bool) {
	var keys []tile.Key
	var missing []spot
	for _, s := range m.cam.spots(0) {
		k := s.key(size, m.cam.px, m.style)
		p := l.pics[bare(k)]
		if p.exact(k) && !l.loader.Provisional(k) || l.failed[k] || (!rest && p != nil && p.current(m) && size != m.cam.size) {
			continue
		}
		if img := l.loader.Get(k); img != nil && !p.exact(k) { // drawn for an earlier wish: it will not be reported again
			l.take(m, k, img, nil)
			l.late = true
			continue
		}
		keys, missing = append(keys, k), append(missing, s)
	}
	as := tile.Key{Size: size, Density: float32(m.cam.px), Style: m.style}
	if !rest && as == l.askedAs && sameSpots(missing, l.asked) {
		return
	}
	l.asked, l.askedAs = missing, as
	if !rest && len(keys) == 0 {
		return
	}
	small := max(tile.MinSize, int(256*m.cam.px))
	extra := func(s spot, size int) {
		k := s.key(size, m.cam.px, m.style)
		if p := l.pics[bare(k)]; p == nil || !p.current(m) {
			if img := l.loader.Get(k); img != nil {
				l.take(m, k, img, nil)
				return
			}
			keys = append(keys, k)
		}
	}
	if len(keys) > 0 && !l.live {
		first := spot{0, 0, 0}.key(small, m.cam.px, m.style)
		if p := l.pics[bare(first)]; p == nil || !p.current(m) {
			keys = append([]tile.Key{first}, keys...)
		}
	}
	if rest {
		for _, s := range m.cam.spots(0) {
			if l.live {
				break // the map that ships lies under it: nothing is asked of a server but the view and one ring
			}
			for z := s.z - 2; z > 0 && z >= s.z-5; z -= 3 {
				extra(spot{z, s.col >> (s.z - z), s.y >> (s.z - z)}, small)
			}
		}
		inner := len(m.cam.spots(0))
		for i, s := range m.cam.spots(1) {
			if m.lead != nil {
				break // it follows and is not panned
			}
			if i >= inner/2 { // the nearest ones are in view anyway
				extra(s, size)
			}
		}
	}
	l.loader.Want(keys)
}

func sameSpots(a, b []spot) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// place puts the images of the pool where the tiles of the view are.
func (l *tileLayer) place(m *Map) {
	spots := m.cam.spots(0)
	l.clock++
	inView := make(map[spot]bool, len(spots))
	for _, s := range spots {
		inView[s] = true
	}
	kept := l.slots[:0]
	have := make(map[spot]*slot, len(l.slots))
	for _, s := range l.slots {
		if inView[s.at] {
			kept, have[s.at] = append(kept, s), s
		} else {
			s.img.Hidden = true
			l.free, l.changed = append(l.free, s), true
		}
	}
	l.slots = kept
	l.release()
	needs := map[spot]bool{}
	whole := true
	for _, at := range spots {
		p := l.pics[bare(at.key(0, 0, nil))]
		s := have[at]
		if p == nil {
			if s != nil {
				s.img.Hidden = true
			}
			l.standIns(at, needs)
			whole = false
			continue
		}
		p.used = l.clock
		if s == nil {
			s = l.slot()
			s.at = at
			l.slots, l.changed = append(l.slots, s), true
		}
		l.set(m, s, p.img)
	}
	l.changed = l.changed || l.whole != whole
	l.whole = whole
	// Coarse pictures lie under finer ones.
	for z := 0; z <= tile.MaxZ && len(needs) > 0; z++ {
		for _, at := range sortedSpots(needs, z) {
			delete(needs, at)
			s := l.slot()
			s.at = at
			p := l.pics[bare(at.key(0, 0, nil))]
			p.used = l.clock
			l.set(m, s, p.img)
			l.under, l.changed = append(l.under, s), true
		}
	}
	for _, s := range l.free { // what is not in view is for the cache to keep, or not
		s.pic, s.img.Image = nil, nil
	}
}

// standIns notes the pictures that cover a missing tile meanwhile: the nearest parent and whatever children there are.
func (l *tileLayer) standIns(at spot, needs map[spot]bool) {
	for up := 1; up <= at.z && up <= levelsUp || up <= at.z && at.z-up == 0; up++ {
		p := spot{at.z - up, at.col >> up, at.y >> up}
		if l.pics[bare(p.key(0, 0, nil))] != nil {
			needs[p] = true
			break
		}
	}
	root := spot{0, at.col >> at.z, 0}
	if l.pics[bare(root.key(0, 0, nil))] != nil {
		needs[root] = true
	}
	if at.z >= tile.MaxZ {
		return
	}
	for dy := range 2 {
		for dx := range 2 {
			c := spot{at.z + 1, at.col*2 + dx, at.y*2 + dy}
			if l.pics[bare(c.key(0, 0, nil))] != nil {
				needs[c] = true
			}
		}
	}
}

func sortedSpots(set map[spot]bool, z int) []spot {
	var out []spot
	for s := range set {
		if s.z == z {
			out = append(out, s)
		}
	}
	for i := 1; i < len(out); i++ {
		for k := i; k > 0 && (out[k].y < out[k-1].y || out[k].y == out[k-1].y && out[k].col < out[k-1].col); k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	return out
}

// release gives the stand-ins back.
func (l *tileLayer) release() {
	for _, s := range l.under {
		s.img.Hidden = true
		l.free, l.changed = append(l.free, s), true
	}
	l.under = l.under[:0]
}

func (l *tileLayer) slot() *slot {
	if n := len(l.free); n > 0 {
		s := l.free[n-1]
		l.free = l.free[:n-1]
		return s
	}
	return &slot{img: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}}
}

// set shows a picture at the slot's tile. A picture that is there already is only moved.
func (l *tileLayer) set(m *Map, s *slot, img *image.RGBA) {
	x, y, w := m.cam.rect(s.at)
	s.img.Hidden = false
	s.img.Move(fyne.NewPos(float32(x), float32(y)))
	fresh := s.pic != img
	if fresh {
		s.pic, s.img.Image = img, img
	}
	size := fyne.NewSquareSize(float32(w))
	if s.img.Size() != size {
		s.img.Resize(size)
	}
	if fresh {
		s.img.Refresh()
	}
}

func (l *tileLayer) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	for _, s := range l.under {
		objs = append(objs, s.img)
	}
	for _, s := range l.slots {
		objs = append(objs, s.img)
	}
	return objs
}

// Package basemap reads and writes the archive of the world that ships with the program: coasts, borders, lakes,
// rivers, the regions they bound, and the names of countries and seas, in three levels of detail.
//
//	a, err := basemap.Open(data)
//	for _, arcs := range a.Arcs(basemap.Land, basemap.LevelFor(6), box) { … }
//
// Every line between two regions is stored once, as an arc, and simplified once: neighbours never gap. Arcs keep their
// number at every level of detail, so one table of regions serves all levels. An archive is cut into blocks by place;
// a block is unpacked when first needed and kept. The package draws nothing (geo/tile) and joins nothing (geo/outline).
package basemap

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"sort"
	"sync"
)

const (
	// UnitBits sets the units of all coordinates: the world is 1<<UnitBits wide and high in web Mercator, y to the south.
	UnitBits = 25
	// World is the width of the world in units.
	World = 1 << UnitBits
	// GridBits sets the grid of winding numbers: 1<<GridBits cells along each side of the world.
	GridBits = 6
	// Levels is the number of levels of detail.
	Levels = 3
)

var levels = [Levels]struct {
	maxZoom int  // deepest tile zoom that takes this level
	bits    uint // coordinates are multiples of 1/2^bits of the world
}{{3, 14}, {6, 17}, {99, 19}}

// LevelFor gives the level of detail for tiles of zoom z.
func LevelFor(z int) int {
	for i, l := range levels {
		if z <= l.maxZoom {
			return i
		}
	}
	return Levels - 1
}

// Grain is the distance between two neighbouring coordinates of a level, in units. Coordinates are odd multiples of half
// the grain, so that none ever lies on the edge of a tile.
func Grain(level int) int32 { return 1 << (UnitBits - levels[level].bits) }

// Layer is a kind of blocks.
type Layer uint8

// The layers. Land has three levels of detail; Water and Urban have one, 0.
const (
	Land  Layer = iota // coasts and borders: arcs with land to the left of a Coast or Seam
	Water              // lakes as closed arcs, rivers as open ones
	Urban              // built-up areas as closed arcs
	layers
)

// Class says what an arc is.
type Class uint8

// The classes of arcs.
const (
	Coast       Class = iota // land to the left, water to the right
	Seam                     // as Coast, along the 180th meridian or the southern edge: bounds land but is not drawn
	Country                  // between two countries
	Disputed                 // a border that somebody disputes
	DisputedAdm              // a line inside a country that somebody takes for a border
	Lake
	River
	BuiltUp
	Admin1 // between two regions of a country, shown from zoom Admin1From; the next four from one zoom later each
	_
	_
	_
	_
	classes
)

// Admin1From is the zoom from which the borders of the largest regions are shown; see Admin1.
const Admin1From = 4

// Box is a rectangle in units; Max lies outside.
type Box struct{ MinX, MinY, MaxX, MaxY int32 }

// Touches reports whether two boxes share a point, edges included.
func (b Box) Touches(o Box) bool {
	return b.MinX <= o.MaxX && o.MinX <= b.MaxX && b.MinY <= o.MaxY && o.MinY <= b.MaxY
}

// Arc is a line: x and y by turns. An arc that a level leaves out has no points. Arcs are shared; do not change them.
type Arc struct {
	Class Class
	XY    []int32
	Box   Box
}

// ErrDamaged is returned by Open for data that is no archive or has changed since it was written.
var ErrDamaged = errors.New("basemap: the archive is damaged")

const (
	magic   = "DLMAP\x01\r\n"
	trailer = 4 // CRC-32C of all before
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Archive is an open archive. It may be used from several goroutines.
type Archive struct {
	blocks   [layers][Levels][]*block
	windings [Levels]lazy[[]int8]
	names    lazy[*Names]
	ground   lazy[*Ground]
}

type block struct {
	first, count int // arc numbers
	box          Box
	arcs         lazy[[]Arc]
}

// lazy decodes a packed section once.
type lazy[T any] struct {
	once   sync.Once
	packed section
	value  T
	err    error
}

func (l *lazy[T]) get(decode func(raw []byte) (T, error)) (T, error) {
	l.once.Do(func() {
		raw, err := l.packed.unpack()
		if err == nil {
			l.value, err = decode(raw)
		}
		if l.err = err; err != nil {
			var zero T
			l.value = zero
		}
		l.packed = section{}
	})
	return l.value, l.err
}

// Open checks the archive's sum and reads its directory, nothing else. The data is kept and must not change.
func Open(data []byte) (*Archive, error) {
	if len(data) < len(magic)+8+trailer || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrDamaged)
	}
	body := data[:len(data)-trailer]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(data[len(body):]) {
		return nil, fmt.Errorf("%w: its check sum does not fit", ErrDamaged)
	}
	return open(body)
}

// open reads the directory, which stands at the end: its packed and raw length are the last eight bytes.
func open(body []byte) (*Archive, error) {
	tail := len(body) - 8
	packed, raw := binary.LittleEndian.Uint32(body[tail:]), binary.LittleEndian.Uint32(body[tail+4:])
	if int64(packed) > int64(tail-len(magic)) {
		return nil, fmt.Errorf("%w: no directory", ErrDamaged)
	}
	start := tail - int(packed)
	dir, err := section{body[start:tail], int(raw)}.unpack()
	if err != nil {
		return nil, err
	}
	r := reader{buf: dir}
	content := body[len(magic):start]
	next := func() section {
		n, raw := r.count(len(content)), r.count(maxSection)
		s := section{content[:n], raw}
		content = content[n:]
		return s
	}
	a := &Archive{}
	a.names.packed = next()
	a.ground.packed = next()
	for i := range a.windings {
		a.windings[i].packed = next()
	}
	for layer := range a.blocks {
		for level := range a.blocks[layer] {
			first := 0
			for range r.count(len(dir)) {
				b := &block{first: first, count: r.count(maxArcs)}
				b.box = Box{int32(r.count(World)), int32(r.count(World)), int32(r.count(World)), int32(r.count(World))}
				b.arcs.packed = next()
				first += b.count
				a.blocks[layer][level] = append(a.blocks[layer][level], b)
			}
		}
	}
	if r.bad {
		return nil, fmt.Errorf("%w: its directory makes no sense", ErrDamaged)
	}
	return a, nil
}

// Arcs gives the arcs of all blocks that touch box, block by block in a fixed order; many of them may lie outside box.
// The first error of a block is returned beside what could be read.
func (a *Archive) Arcs(layer Layer, level int, box Box) ([][]Arc, error) {
	if layer >= layers || level < 0 || level >= Levels {
		return nil, nil
	}
	var out [][]Arc
	var first error
	for _, b := range a.blocks[layer][level] {
		if !b.box.Touches(box) {
			continue
		}
		arcs, err := b.load(level, layer)
		if err != nil && first == nil {
			first = err
		}
		out = append(out, arcs)
	}
	return out, first
}

// LandArc gives one arc of the land by its number; an unknown number gives an arc without points.
func (a *Archive) LandArc(level, id int) (Arc, error) {
	if level < 0 || level >= Levels {
		return Arc{}, nil
	}
	blocks := a.blocks[Land][level]
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].first+blocks[i].count > id })
	if i == len(blocks) || id < 0 {
		return Arc{}, nil
	}
	arcs, err := blocks[i].load(level, Land)
	if err != nil || id-blocks[i].first >= len(arcs) {
		return Arc{}, err
	}
	return arcs[id-blocks[i].first], nil
}

// Winding is how often the land at a level lies around the point just left of and just below the corner of cell x, y of
// the grid: 1 is land, 0 is water. Outside the grid it is 0.
func (a *Archive) Winding(level, x, y int) (int, error) {
	const n = 1 << GridBits
	if level < 0 || level >= Levels || x < 0 || y < 0 || x >= n || y >= n {
		return 0, nil
	}
	w, err := a.windings[level].get(func(raw []byte) ([]int8, error) {
		if len(raw) != n*n {
			return nil, fmt.Errorf("%w: grid of %d cells", ErrDamaged, len(raw))
		}
		out := make([]int8, len(raw))
		for i, b := range raw {
			out[i] = int8(b)
		}
		return out, nil
	})
	if err != nil {
		return 0, err
	}
	return int(w[y*n+x]), nil
}

func (b *block) load(level int, layer Layer) ([]Arc, error) {
	return b.arcs.get(func(raw []byte) ([]Arc, error) { return decodeArcs(raw, b.count, shiftOf(layer, level)) })
}

// shiftOf is the power of two of half the grain.
func shiftOf(layer Layer, level int) uint {
	if layer != Land {
		level = 1 // lakes, rivers and towns are as fine as the middle level
	}
	return UnitBits - levels[level].bits - 1
}

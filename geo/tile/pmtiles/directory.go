package pmtiles

import (
	"encoding/binary"
	"math"
	"slices"
)

// entry is a line of a directory: run tiles from id on share one picture; run 0 leads to a leaf directory.
type entry struct {
	id, offset  uint64
	length, run uint32
}

// find gives the entry that covers id.
func find(dir []entry, id uint64) (entry, bool) {
	i, exact := slices.BinarySearchFunc(dir, id, func(e entry, id uint64) int {
		switch {
		case e.id < id:
			return -1
		case e.id > id:
			return 1
		}
		return 0
	})
	if !exact {
		if i == 0 {
			return entry{}, false
		}
		i--
	}
	e := dir[i]
	if e.run == 0 || id-e.id < uint64(e.run) {
		return e, true
	}
	return entry{}, false
}

// parse reads a directory: the number of entries, then all ids as differences, all runs, all lengths and all offsets,
// where 0 stands for "right after the one before" and any other value is one too high. Ids must rise and no length
// be 0.
func parse(raw []byte) ([]entry, error) {
	bad := false
	next := func() uint64 {
		v, n := binary.Uvarint(raw)
		if n <= 0 {
			bad = true
			return 0
		}
		raw = raw[n:]
		return v
	}
	count := next()
	if bad || count == 0 || count > uint64(len(raw))/4 { // an entry takes 4 bytes at least
		return nil, ErrDamaged
	}
	dir := make([]entry, count)
	var id uint64
	for i := range dir {
		d := next()
		if i > 0 && d == 0 || d > math.MaxUint64-id {
			bad = true
		}
		id += d
		dir[i].id = id
	}
	for i := range dir {
		v := next()
		bad = bad || v > math.MaxUint32
		dir[i].run = uint32(v)
	}
	for i := range dir {
		v := next()
		bad = bad || v > math.MaxUint32 || v == 0
		dir[i].length = uint32(v)
	}
	for i := range dir {
		v := next()
		switch {
		case v > 0:
			dir[i].offset = v - 1
		case i == 0:
			bad = true
		default:
			before := dir[i-1]
			if before.offset > math.MaxUint64-uint64(before.length) {
				bad = true
			}
			dir[i].offset = before.offset + uint64(before.length)
		}
	}
	if bad {
		return nil, ErrDamaged
	}
	return dir, nil
}

// tileID counts tiles zoom by zoom, within a zoom along a Hilbert curve; false if there is no such tile.
func tileID(z, x, y int) (uint64, bool) {
	if z < 0 || z > maxZ || x < 0 || y < 0 || x >= 1<<z || y >= 1<<z {
		return 0, false
	}
	id := (uint64(1)<<(2*z) - 1) / 3 // all tiles of the zooms above
	cx, cy := uint64(x), uint64(y)
	for s := uint64(1) << z >> 1; s > 0; s >>= 1 {
		var rx, ry uint64
		if cx&s > 0 {
			rx = 1
		}
		if cy&s > 0 {
			ry = 1
		}
		id += s * s * (3*rx ^ ry)
		if ry == 0 { // turn the quarter as the curve does
			if rx == 1 {
				cx, cy = s-1-cx&(s-1), s-1-cy&(s-1)
			}
			cx, cy = cy, cx
		}
	}
	return id, true
}

package basemap

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
)

// Bounds of what a sound archive can hold; beyond them data is refused before memory is taken for it.
const (
	maxSection = 64 << 20 // raw bytes of a section
	maxArcs    = 1 << 20
	maxRefs    = 1 << 22
)

// section is a packed piece of the archive and its length when unpacked.
type section struct {
	packed []byte
	raw    int
}

func (s section) unpack() ([]byte, error) {
	// deflate packs no tighter than about 1:1032
	if s.raw > maxSection || s.raw > 64+1100*len(s.packed) {
		return nil, fmt.Errorf("%w: a section of %d bytes claims to hold %d", ErrDamaged, len(s.packed), s.raw)
	}
	out := make([]byte, s.raw)
	r := flate.NewReader(bytes.NewReader(s.packed))
	if _, err := io.ReadFull(r, out); err != nil && s.raw > 0 {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return out, nil
}

// reader takes numbers off a buffer. After the first fault bad is set and everything reads as 0.
type reader struct {
	buf []byte
	bad bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.buf)
	if n <= 0 {
		r.bad, r.buf = true, nil
		return 0
	}
	r.buf = r.buf[n:]
	return v
}

func (r *reader) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

// count reads a number from 0 to most; a larger one is a fault.
func (r *reader) count(most int) int {
	v := r.uvarint()
	if v > uint64(most) {
		r.bad, r.buf = true, nil
		return 0
	}
	return int(v)
}

func (r *reader) text() string {
	n := r.count(len(r.buf))
	if n > len(r.buf) { // the length itself took room
		r.bad, r.buf = true, nil
		return ""
	}
	s := string(r.buf[:n])
	r.buf = r.buf[n:]
	return s
}

// decodeArcs reads count arcs: a head of points*classes+class, then steps of x and y from the point before, in grains.
func decodeArcs(raw []byte, count int, shift uint) ([]Arc, error) {
	if count > len(raw) {
		return nil, fmt.Errorf("%w: %d arcs in %d bytes", ErrDamaged, count, len(raw))
	}
	r := reader{buf: raw}
	arcs := make([]Arc, count)
	// A step takes at least one byte for each coordinate, so the block's bytes bound its numbers.
	pool := make([]int32, 0, len(raw))
	var x, y int64
	limit := int64(World) >> (shift + 1)
	for i := range arcs {
		head := r.uvarint()
		n := head / uint64(classes)
		arcs[i].Class = Class(head % uint64(classes))
		if n > uint64(len(r.buf)/2) {
			return nil, fmt.Errorf("%w: an arc of %d points", ErrDamaged, n)
		}
		from := len(pool)
		box := Box{World, World, 0, 0}
		for range n {
			x += r.varint()
			y += r.varint()
			if x < 0 || y < 0 || x >= limit || y >= limit {
				return nil, fmt.Errorf("%w: a point outside the world", ErrDamaged)
			}
			px, py := int32(2*x+1)<<shift, int32(2*y+1)<<shift
			pool = append(pool, px, py)
			box.MinX, box.MinY = min(box.MinX, px), min(box.MinY, py)
			box.MaxX, box.MaxY = max(box.MaxX, px), max(box.MaxY, py)
		}
		arcs[i].XY, arcs[i].Box = pool[from:len(pool):len(pool)], box
	}
	if r.bad || len(r.buf) > 0 {
		return nil, fmt.Errorf("%w: a block does not end where it should", ErrDamaged)
	}
	return arcs, nil
}

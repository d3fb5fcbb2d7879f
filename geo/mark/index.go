package mark

import (
	"image"
	"math"
)

// depth is how many times the index halves the world: its squares are then 2.4 m wide.
const depth = 24

// index finds the marks of a part of the world. They are sorted by the codes of their squares: the code of a square is
// the beginning of the codes of all smaller squares in it, so the marks of a square of any size stand in one row.
type index struct {
	sorted
	spare sorted // room for sorting, kept for the next time
}

// sorted is marks in the order of the codes of their squares.
type sorted struct {
	codes []uint64
	items []int32 // the numbers of the marks
}

// build takes the points of the unit world; those for which keep is false are left out. Its cost is linear.
func (x *index) build(world [][2]float64, keep func(i int) bool) {
	x.codes, x.items = x.codes[:0], x.items[:0]
	for i, p := range world {
		if !keep(i) {
			continue
		}
		x.codes = append(x.codes, interleave(column(p[0]-math.Floor(p[0])), column(p[1])))
		x.items = append(x.items, int32(i))
	}
	x.sort()
}

// column is the number of the finest square along one axis; what lies outside counts to the last one.
func column(f float64) uint32 {
	return uint32(max(0, min(1<<depth-1, int(f*(1<<depth)))))
}

// sort is a radix sort: equal codes keep their order.
func (x *index) sort() {
	n := len(x.codes)
	if cap(x.spare.codes) < n {
		x.spare = sorted{make([]uint64, n, n+n/4), make([]int32, n, n+n/4)}
	}
	from, items := x.codes, x.items
	to, toItems := x.spare.codes[:n], x.spare.items[:n]
	const bits = 12
	for shift := 0; shift < 2*depth; shift += bits {
		var at [1 << bits]int32
		for _, c := range from {
			at[c>>shift&(1<<bits-1)]++
		}
		sum := int32(0)
		for i, c := range at {
			at[i] = sum
			sum += c
		}
		for i, c := range from {
			k := c >> shift & (1<<bits - 1)
			to[at[k]], toItems[at[k]] = c, items[i]
			at[k]++
		}
		from, items, to, toItems = to, toItems, from, items
	}
	x.sorted, x.spare = sorted{from, items}, sorted{to, toItems} // an even number of passes: these are x's own again
}

// interleave makes the code of a square: the bits of its column and its row by turns.
func interleave(x, y uint32) uint64 { return bitsApart(x) | bitsApart(y)<<1 }

// bitsApart puts a zero before every bit.
func bitsApart(v uint32) uint64 {
	x := uint64(v)
	x = (x | x<<16) & 0x0000FFFF0000FFFF
	x = (x | x<<8) & 0x00FF00FF00FF00FF
	x = (x | x<<4) & 0x0F0F0F0F0F0F0F0F
	x = (x | x<<2) & 0x3333333333333333
	return (x | x<<1) & 0x5555555555555555
}

// together takes every second bit: the inverse of bitsApart.
func together(x uint64) uint32 {
	x &= 0x5555555555555555
	x = (x | x>>1) & 0x3333333333333333
	x = (x | x>>2) & 0x0F0F0F0F0F0F0F0F
	x = (x | x>>4) & 0x00FF00FF00FF00FF
	x = (x | x>>8) & 0x0000FFFF0000FFFF
	return uint32(x | x>>16)
}

// after is the first place from lo to hi whose code is not under c.
func (x *index) after(lo, hi int, c uint64) int {
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if x.codes[mid] < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// cell is the marks of one square of a level: at level 0 the world is one square, at each further level a square is four.
func (x *index) cell(level int, cx, cy uint32) []int32 {
	shift := 2 * (depth - level)
	code := interleave(cx, cy) << shift
	lo := x.after(0, len(x.codes), code)
	hi := lo
	for hi < len(x.codes) && hi-lo < 8 && x.codes[hi]>>shift == code>>shift {
		hi++
	}
	if hi-lo == 8 {
		hi = x.after(hi, len(x.codes), code+1<<shift)
	}
	return x.items[lo:hi]
}

// cells visits those squares of a level within a rectangle of squares that hold marks.
func (x *index) cells(level int, in image.Rectangle, visit func(cx, cy int, items []int32)) {
	w := walk{x, level, in, visit}
	w.down(0, 0, 0, 0, len(x.codes))
}

// walk is one visit.
type walk struct {
	*index
	level int
	in    image.Rectangle
	visit func(cx, cy int, items []int32)
}

// down goes through the square cx, cy of level l, whose marks stand from lo to hi.
func (w *walk) down(l, cx, cy, lo, hi int) {
	if lo >= hi {
		return
	}
	up := w.level - l
	if cx<<up >= w.in.Max.X || (cx+1)<<up <= w.in.Min.X || cy<<up >= w.in.Max.Y || (cy+1)<<up <= w.in.Min.Y {
		return
	}
	shift := 2 * (depth - w.level)
	if c := w.codes[lo] >> shift; c == w.codes[hi-1]>>shift { // all in one square
		cx, cy = int(together(c)), int(together(c>>1))
		if image.Pt(cx, cy).In(w.in) {
			w.visit(cx, cy, w.items[lo:hi])
		}
		return
	}
	shift = 2 * (depth - l - 1)
	base := interleave(uint32(cx*2), uint32(cy*2))
	for k := range 4 {
		end := hi
		if k < 3 {
			end = w.after(lo, hi, (base+uint64(k)+1)<<shift)
		}
		w.down(l+1, cx*2+k&1, cy*2+k>>1, lo, end)
		lo = end
	}
}

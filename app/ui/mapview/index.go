package mapview

import "math"

// depth is how many times the index halves the world: its squares are then 2.4 m wide.
const depth = 24

// index finds the marks of a part of the world. They are sorted along a curve through the squares of a quadtree, so the
// marks of any square are one run.
type index struct {
	codes []uint64
	items []int32
	spare index2
}

type index2 struct {
	codes []uint64
	items []int32
}

// build takes the points of the unit world; those for which keep is false are left out. Its cost is linear.
func (x *index) build(world [][2]float64, keep func(i int) bool) {
	x.codes, x.items = x.codes[:0], x.items[:0]
	for i, p := range world {
		if !keep(i) {
			continue
		}
		x.codes = append(x.codes, interleave(square(p[0]-math.Floor(p[0])), square(p[1])))
		x.items = append(x.items, int32(i))
	}
	x.sort()
}

func square(f float64) uint32 {
	return uint32(max(0, min(1<<depth-1, int(f*(1<<depth)))))
}

// sort is a radix sort: equal codes keep their order.
func (x *index) sort() {
	n := len(x.codes)
	if cap(x.spare.codes) < n {
		x.spare = index2{make([]uint64, n, n+n/4), make([]int32, n, n+n/4)}
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
	x.codes, x.items, x.spare = from, items, index2{to, toItems} // an even number of passes: these are x's own again
}

// interleave mixes the bits of a column and a row.
func interleave(x, y uint32) uint64 { return bitsApart(x) | bitsApart(y)<<1 }

func bitsApart(v uint32) uint64 {
	x := uint64(v)
	x = (x | x<<16) & 0x0000FFFF0000FFFF
	x = (x | x<<8) & 0x00FF00FF00FF00FF
	x = (x | x<<4) & 0x0F0F0F0F0F0F0F0F
	x = (x | x<<2) & 0x3333333333333333
	return (x | x<<1) & 0x5555555555555555
}

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

// cell is the marks of one square of a level; level 0 is the world.
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

// cells visits the squares of a level from x0, y0 up to but not including x1, y1 that hold marks.
func (x *index) cells(level, x0, y0, x1, y1 int, visit func(cx, cy int, items []int32)) {
	w := walk{x, level, x0, y0, x1, y1, visit}
	w.down(0, 0, 0, 0, len(x.codes))
}

type walk struct {
	*index
	level          int
	x0, y0, x1, y1 int
	visit          func(cx, cy int, items []int32)
}

func (w *walk) down(l, cx, cy, lo, hi int) {
	if lo >= hi {
		return
	}
	up := w.level - l
	if cx<<up >= w.x1 || (cx+1)<<up <= w.x0 || cy<<up >= w.y1 || (cy+1)<<up <= w.y0 {
		return
	}
	shift := 2 * (depth - w.level)
	if c := w.codes[lo] >> shift; c == w.codes[hi-1]>>shift { // all in one square
		cx, cy = int(together(c)), int(together(c>>1))
		if cx >= w.x0 && cx < w.x1 && cy >= w.y0 && cy < w.y1 {
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

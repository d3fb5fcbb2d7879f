package pdf

// block is lines that stay together where they can.
type block struct{ lines []line }

func (b *block) high() float64 {
	sum := blockGap
	for _, l := range b.lines {
		sum += l.high
	}
	return sum
}

const (
	gutter   = 8.0 // between the columns, mm
	blockGap = 2.4 // between blocks
	leastTop = 40  // mm that a page must have left for columns to begin on it
)

func (h *handout) block(runs []run, w float64) block { return block{h.lines(runs, w)} }

// columns writes blocks in two columns, which are equally long where the list ends.
func (h *handout) columns(blocks []block) {
	h.need(leastTop)
	for len(blocks) > 0 {
		room := h.room()
		if fill(blocks, room) == 0 { // the first is longer than a column
			head, tail := cutBlock(blocks[0], room)
			blocks = append([]block{head, tail}, blocks[1:]...)
		}
		n := fill(blocks, room)
		if n == 0 { // not even a line is left room for, which a new page has
			n = 1
		}
		m := fill(blocks[n:], room)
		if n+m == len(blocks) {
			n = even(blocks, room)
			m = len(blocks) - n
		}
		h.put(blocks[:n], blocks[n:n+m])
		if blocks = blocks[n+m:]; len(blocks) > 0 {
			h.page()
		}
	}
}

// fill is how many blocks fit into a column.
func fill(blocks []block, room float64) int {
	used := 0.0
	for i := range blocks {
		used += blocks[i].high()
		if used-blockGap > room {
			return i
		}
	}
	return len(blocks)
}

// even is how many blocks stand in the left column for both to be as short as can be.
func even(blocks []block, room float64) int {
	all := 0.0
	for i := range blocks {
		all += blocks[i].high()
	}
	best, at, used := all*2, len(blocks), 0.0
	for i := 0; i <= len(blocks); i++ {
		if long := max(used, all-used); long <= best && used-blockGap <= room {
			best, at = long, i
		}
		if i < len(blocks) {
			used += blocks[i].high()
		}
	}
	return at
}

// cutBlock cuts a block that is too long for a column; its head has one line at least.
func cutBlock(b block, room float64) (head, tail block) {
	used := 0.0
	for i, l := range b.lines {
		if used += l.high; used > room && i > 0 {
			return block{b.lines[:i]}, block{b.lines[i:]}
		}
	}
	return b, block{}
}

// put writes two columns.
func (h *handout) put(left, right []block) {
	wide := (h.w - 2*side - gutter) / 2
	begin, end := h.y, h.y
	for i, column := range [...][]block{left, right} {
		y := begin
		for k := range column {
			for _, l := range column[k].lines {
				y += l.high
				h.draw(l, side+float64(i)*(wide+gutter), y-l.high*0.28)
			}
			y += blockGap
		}
		end = max(end, y)
	}
	h.y = end
}

package layout

import "slices"

// Columns are told by the strips between them that stay free of ink.
const (
	maxRows     = 1000 // rows of a page that are looked at for columns; a sheet of a newspaper has 300
	maxBins     = 4000 // stripes that a page is cut into for it; they are 1 point wide on usual pages
	maxTries    = 40   // strips that are looked at
	maxGutters  = 16
	partLead    = 1.5  // em of room above and below a heading across all columns,
	partRows    = 6    // and in one of so many rows below it there is text
	partWidth   = 0.6  // over so much of the width of the page
	leastBoth   = 3    // rows with text on both sides that a strip needs,
	leastEach   = 4    // or rows on each side, where the rows of the columns do not stand on one line
	widthShort  = 1.2  // em: least width of a strip beside fewer rows than longStrip
	widthLong   = 0.6  // em
	longStrip   = 6    // rows
	widthWord   = 0.5  // em: what stands nearer in a row is one line, also in a title above the columns
	leastText   = 8    // em of text on both sides, else bullets and small tables would be columns
	mostlyFree  = 0.97 // the share of the rows in which a stripe is free that widens a strip
	apart       = 2.2  // em: rows so far away at the top and the foot do not belong to the columns
	sameRows    = 0.7  // strips that share so many of their rows end together
	leastFilled = 0.5  // the share of the width of a column that its rows fill on average; tables fill less
)

// gutter is a strip between columns.
type gutter struct {
	left, right float32
	from, to    int // the rows beside it, the last excluded
}

func (g gutter) middle() float32 { return (g.left + g.right) / 2 }

// grid says where the rows of a page have ink.
type grid struct {
	rows  []row
	min   float32
	unit  float32
	bins  int
	ink   [][]bool
	first []int // the first and the last stripe with ink in each row
	last  []int
	em    float32
	known []bool // stripes in the middle of strips of earlier pages
}

// gutters finds the strips between columns, the longest first. Where known are the middles of strips on earlier pages, a
// single row on both sides makes one again: the columns of a last page may be short.
func gutters(rows []row, known []float32) []gutter {
	if len(rows) == 0 || len(rows) > maxRows {
		return nil
	}
	g := gridOf(rows)
	for _, x := range known {
		g.known[g.bin(x)] = true
	}
	var out []gutter
	for range maxTries {
		s, ok := g.longest()
		if !ok || len(out) >= maxGutters {
			break
		}
		if g.columns(s, out) {
			out = append(out, s)
		}
		g.close(s)
	}
	return together(out)
}

func gridOf(rows []row) *grid {
	lo, hi := rows[0].words[0].left, rows[0].words[0].right
	for _, r := range rows {
		for _, w := range r.words {
			lo, hi = min(lo, w.left), max(hi, w.right)
		}
	}
	g := &grid{rows: rows, min: lo, unit: max(1, (hi-lo)/maxBins), em: usual(rows)}
	g.bins = int((hi-lo)/g.unit) + 2
	g.known = make([]bool, g.bins)
	for i, r := range rows {
		line := make([]bool, g.bins)
		if g.parts(i) {
			for b := range line {
				line[b] = true
			}
		}
		for k, w := range r.words {
			right := w.right
			if k+1 < len(r.words) {
				if next := r.words[k+1]; next.left-right < widthWord*min(w.size, next.size) {
					right = next.left // words of one line
				}
			}
			for b := g.bin(w.left); b <= g.bin(right); b++ {
				line[b] = true
			}
		}
		g.ink = append(g.ink, line)
		g.first = append(g.first, g.bin(r.words[0].left))
		g.last = append(g.last, g.bin(r.words[len(r.words)-1].right))
	}
	return g
}

// parts reports a heading across all columns: larger than the text, with room above and below it, and columns under it.
func (g *grid) parts(i int) bool {
	r := &g.rows[i]
	if i == 0 || i+1 >= len(g.rows) || r.size < heading*g.em || g.rows[i-1].y-r.y < partLead*r.size || r.y-g.rows[i+1].y < partLead*g.em {
		return false
	}
	width := float32(g.bins) * g.unit
	for _, below := range g.rows[i+1 : min(len(g.rows), i+partRows)] {
		if below.words[len(below.words)-1].right-below.words[0].left > partWidth*width {
			return true
		}
	}
	return false
}

func (g *grid) bin(x float32) int { return max(0, min(g.bins-1, int((x-g.min)/g.unit))) }

// longest is the strip beside the most rows; false if none is left that could be one.
func (g *grid) longest() (gutter, bool) {
	best, seed, from, to := 0, 0, 0, 0
	for b := range g.bins {
		start := 0
		for r := 0; r <= len(g.rows); r++ {
			if r < len(g.rows) && !g.ink[r][b] {
				continue
			}
			if r-start >= leastBoth || g.known[b] && r > start {
				if n := g.evidence(b, start, r); n > best {
					best, seed, from, to = n, b, start, r
				}
			}
			start = r + 1
		}
	}
	if best == 0 {
		return gutter{}, false
	}
	return g.widen(seed, from, to), true
}

// evidence counts the rows that make a strip one between columns.
func (g *grid) evidence(b, from, to int) int {
	both, left, right := 0, 0, 0
	for r := from; r < to; r++ {
		switch l, rr := g.first[r] < b, g.last[r] > b; {
		case l && rr:
			both++
		case l:
			left++
		case rr:
			right++
		}
	}
	one := min(left, right)
	if g.known[b] && both > 0 {
		return both + one
	}
	if both < leastBoth && both+one < leastEach {
		return 0
	}
	return both + one
}

// widen gives the strip around a stripe, without rows that stand apart at its top and foot.
func (g *grid) widen(seed, from, to int) gutter {
	for to-from > 1 && g.rows[from].y-g.rows[from+1].y > apart*g.em {
		from++
	}
	for to-from > 1 && g.rows[to-2].y-g.rows[to-1].y > apart*g.em {
		to--
	}
	free := func(b int) bool {
		n := 0
		for r := from; r < to; r++ {
			if !g.ink[r][b] {
				n++
			}
		}
		return float64(n) >= mostlyFree*float64(to-from)
	}
	lo, hi := seed, seed
	for lo > 0 && free(lo-1) {
		lo--
	}
	for hi < g.bins-1 && free(hi+1) {
		hi++
	}
	return gutter{left: g.min + float32(lo)*g.unit, right: g.min + float32(hi+1)*g.unit, from: from, to: to}
}

// close takes a strip out of the search.
func (g *grid) close(s gutter) {
	for r := s.from; r < s.to; r++ {
		for b := g.bin(s.left); b <= min(g.bins-1, g.bin(s.right)); b++ {
			g.ink[r][b] = true
		}
	}
}

// columns reports that a strip stands between columns, and not in a list, a table or a line of wide gaps.
func (g *grid) columns(s gutter, had []gutter) bool {
	least := float32(widthLong)
	if s.to-s.from < longStrip && !slices.Contains(g.known[g.bin(s.left):g.bin(s.right)+1], true) {
		least = widthShort
	}
	if s.right-s.left < least*g.em {
		return false
	}
	lo, hi := float32(-1e9), float32(1e9)
	for _, h := range had {
		if h.from < s.to && s.from < h.to {
			if h.middle() < s.middle() {
				lo = max(lo, h.right)
			} else {
				hi = min(hi, h.left)
			}
		}
	}
	return g.filled(s, lo, s.left) && g.filled(s, s.right, hi)
}

// filled reports that the rows beside a strip hold running text between lo and hi.
func (g *grid) filled(s gutter, lo, hi float32) bool {
	left, right := float32(1e9), float32(-1e9)
	var sum float32
	n := 0
	for _, r := range g.rows[s.from:s.to] {
		from, to := float32(1e9), float32(-1e9)
		for _, w := range r.words {
			if m := w.middle(); m > lo && m < hi {
				from, to = min(from, w.left), max(to, w.right)
			}
		}
		if from < to {
			left, right = min(left, from), max(right, to)
			sum += to - from
			n++
		}
	}
	width := right - left
	return n > 0 && width >= leastText*g.em && sum/float32(n) >= leastFilled*width
}

// together gives strips that share most of their rows one common stretch of rows, that of the longest.
func together(all []gutter) []gutter {
	for i := range all {
		for k := range all[:i] {
			shared := min(all[i].to, all[k].to) - max(all[i].from, all[k].from)
			if float64(shared) >= sameRows*float64(all[k].to-all[k].from) {
				all[i].from, all[i].to = min(all[i].from, all[k].from), max(all[i].to, all[k].to)
				break
			}
		}
	}
	return all
}

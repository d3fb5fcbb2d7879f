package layout

import (
	"cmp"
	"slices"

	"dateline/app/document/pdf/content"
)

// Line is a row of one column.
type Line struct {
	Text        string
	Left, Right float32
	Y, Size     float32
	First       float32 // the width of its first word
	Page        int
	Column      int     // of the page, in the order of reading
	Height      float32 // of the page
	Bold        bool
	Backward    bool // it is read from right to left
	Turned      bool // it is no part of the page's usual writing
}

// Layout reads the pages of one document. Its zero value is ready.
type Layout struct {
	pages  int
	strips []float32 // the middles of the strips between columns on the pages before
}

const (
	maxStrips = 32
	sureStrip = 10 // rows beside a strip that make it one to be known on the pages after
)

// Page gives the lines of the next page in the order in which they are read.
func (y *Layout) Page(p content.Page) []Line {
	number := y.pages
	y.pages++
	groups := map[int16][]content.Glyph{}
	for _, g := range p.Glyphs {
		groups[g.Turn] = append(groups[g.Turn], g)
	}
	turns := make([]int16, 0, len(groups))
	for t := range groups {
		turns = append(turns, t)
	}
	slices.SortFunc(turns, func(a, b int16) int {
		return cmp.Or(cmp.Compare(len(groups[b]), len(groups[a])), cmp.Compare(a, b))
	})
	var out []Line
	column := 0
	for i, t := range turns {
		o := order{rows: rows(groups[t]), column: column}
		if len(o.rows) == 0 {
			continue
		}
		o.backward = backward(o.rows)
		o.gutters = gutters(o.rows, y.strips)
		y.keep(o.gutters)
		o.region(0, len(o.rows), -1e9, 1e9, len(o.gutters))
		for k := range o.lines {
			o.lines[k].Page, o.lines[k].Height, o.lines[k].Turned = number, p.Height, i > 0
		}
		out = append(out, o.lines...)
		column = o.column
	}
	return out
}

// keep remembers strips that are new.
func (y *Layout) keep(all []gutter) {
	for _, g := range all {
		if g.to-g.from >= sureStrip && !slices.ContainsFunc(y.strips, func(x float32) bool { return x > g.left && x < g.right }) && len(y.strips) < maxStrips {
			y.strips = append(y.strips, g.middle())
		}
	}
}

// order reads regions of a page, each split by the longest strip in it.
type order struct {
	rows     []row
	gutters  []gutter
	backward bool
	lines    []Line
	column   int
}

// region reads the rows from..to between two places on the line: what is above the columns, each column, what is below.
func (o *order) region(from, to int, left, right float32, depth int) {
	best := -1
	for i, g := range o.gutters {
		if m := g.middle(); m <= left || m >= right || g.from >= to || g.to <= from || depth <= 0 {
			continue
		}
		if best < 0 || o.shared(i, from, to) > o.shared(best, from, to) {
			best = i
		}
	}
	if best < 0 {
		o.leaf(from, to, left, right)
		return
	}
	g := o.gutters[best]
	a, b := max(from, g.from), min(to, g.to)
	if from < a {
		o.region(from, a, left, right, depth-1)
	}
	if o.backward {
		o.region(a, b, g.middle(), right, depth-1)
		o.region(a, b, left, g.middle(), depth-1)
	} else {
		o.region(a, b, left, g.middle(), depth-1)
		o.region(a, b, g.middle(), right, depth-1)
	}
	if b < to {
		o.region(b, to, left, right, depth-1)
	}
}

func (o *order) shared(i, from, to int) int {
	return min(o.gutters[i].to, to) - max(o.gutters[i].from, from)
}

// leaf reads a region without columns, row by row.
func (o *order) leaf(from, to int, left, right float32) {
	o.column++
	for _, r := range o.rows[from:to] {
		var words []word
		for _, w := range r.words {
			if m := w.middle(); m > left && m <= right {
				words = append(words, w)
			}
		}
		if len(words) > 0 {
			l := lineOf(words)
			l.Y, l.Column = r.y, o.column
			o.lines = append(o.lines, l)
		}
	}
}

// lineOf makes a line of words that stand from left to right.
func lineOf(words []word) Line {
	l := Line{Left: words[0].left, Right: words[0].right, Bold: true}
	letters := map[float32]int{}
	for i := range words {
		w := &words[i]
		l.Right = max(l.Right, w.right)
		l.Bold = l.Bold && w.bold
		letters[w.size] += len(w.glyphs)
	}
	for size, n := range letters {
		if n > letters[l.Size] || n == letters[l.Size] && size > l.Size {
			l.Size = size
		}
	}
	l.Text, l.Backward = written(words)
	first := words[0]
	if l.Backward {
		first = words[len(words)-1]
	}
	l.First = first.right - first.left
	return l
}

// Package layout puts the letters that the pages of a PDF paint in the order in which a person reads them: rows, columns,
// lines, paragraphs. It goes by where the letters stand and never by the order in which they were painted.
//
//	var y layout.Layout
//	lines = append(lines, y.Page(page)...) // of each page, in order
//	text := layout.Text(lines)             // of all pages
//
// A page is one flow: what belongs to several articles on one page is not told apart.
package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"dateline/app/document/pdf/content"
)

// Distances, in sizes of the font (em) where nothing else is said.
const (
	wordGap   = 0.17 // a gap from which on a word ends
	tracked   = 0.1  // letters stand apart by design from this middle gap on
	breakGap  = 0.9  // a gap from which on something else may begin
	baseline  = 0.35 // what stands no farther up or down is in the same row
	raised    = 0.5  // so far up or down stand notes' numbers painted after a word
	doubled   = 0.12 // the same letter again so near is a bold face made of a light one
	overlap   = 0.6  // so far back a letter may be painted that goes on with a row
	bigLetter = 1.8  // a letter so much larger than the text is an initial that stands over several rows
)

// row is letters on one base line, from left to right, across the whole page.
type row struct {
	y, size float32
	words   []word
}

// word is letters without a gap.
type word struct {
	left, right float32
	size        float32
	bold        bool
	glyphs      []content.Glyph
}

func (w *word) middle() float32 { return (w.left + w.right) / 2 }

// run is letters that were painted one after the other on nearly one line.
type run struct {
	y, size float32
	glyphs  []content.Glyph
}

// rows gives the rows of a page from top to bottom.
func rows(glyphs []content.Glyph) []row {
	runs := runsOf(glyphs)
	slices.SortStableFunc(runs, func(a, b run) int { return compare(b.y, a.y) })
	var out []row
	var open []content.Glyph
	var y, size float32
	flush := func() {
		if r, ok := rowOf(open, y); ok {
			out = append(out, r)
		}
		open = open[:0]
	}
	for _, r := range runs {
		if len(open) > 0 && y-r.y > baseline*min(size, r.size) {
			flush()
		}
		if len(open) == 0 {
			y, size = r.y, r.size
		}
		size = max(size, r.size)
		open = append(open, r.glyphs...)
	}
	flush()
	return withInitials(out)
}

func compare(a, b float32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func abs(x float32) float32 { return float32(math.Abs(float64(x))) }

// runsOf cuts the letters where the painting goes elsewhere. A run stands where its largest letters stand.
func runsOf(glyphs []content.Glyph) []run {
	var out []run
	var right, last float32
	for i, g := range glyphs {
		size := g.Size
		if n := len(out) - 1; n >= 0 {
			r := &out[n]
			size = max(size, r.size)
			if abs(g.Y-last) < raised*size && abs(g.Y-r.y) < raised*size && g.X > right-overlap*size && g.X < right+breakGap*size {
				r.glyphs = glyphs[i-len(r.glyphs) : i+1]
				if g.Size > r.size {
					r.size, r.y = g.Size, g.Y
				}
				right, last = g.X+g.W, g.Y
				continue
			}
		}
		out = append(out, run{y: g.Y, size: g.Size, glyphs: glyphs[i : i+1]})
		right, last = g.X+g.W, g.Y
	}
	return out
}

// rowOf cuts a row into words; false if it holds nothing that is seen.
func rowOf(glyphs []content.Glyph, y float32) (row, bool) {
	slices.SortStableFunc(glyphs, func(a, b content.Glyph) int { return compare(a.X, b.X) })
	gap := gapOf(glyphs)
	r := row{y: y}
	open, right, space := word{}, float32(0), true
	flush := func() {
		if len(open.glyphs) > 0 {
			r.words = append(r.words, open)
			r.size = max(r.size, open.size)
		}
		open = word{}
	}
	for _, g := range glyphs {
		if strings.TrimSpace(g.Text) == "" {
			space = space || g.Text != ""
			continue
		}
		if n := len(open.glyphs); n > 0 {
			last := &open.glyphs[n-1]
			if last.Text == g.Text && abs(last.X-g.X) < doubled*g.Size && abs(last.Y-g.Y) < doubled*g.Size {
				continue
			}
			if !isMark(g.Text) && (space && g.X > last.X+last.W*0.5 || g.X-right > gap*min(last.Size, g.Size)) {
				flush()
			}
		}
		if len(open.glyphs) == 0 {
			open.left, open.right, open.bold = g.X, g.X, g.Bold
		}
		space = false
		open.glyphs = append(open.glyphs, g)
		open.size = max(open.size, g.Size)
		right = max(open.right, g.X+g.W)
		open.right = right
	}
	flush()
	return r, len(r.words) > 0
}

// gapOf is the gap that ends a word in a row: a wider one where the letters stand apart by design.
func gapOf(glyphs []content.Glyph) float32 {
	var gaps []float32
	for i := 1; i < len(glyphs); i++ {
		a, b := &glyphs[i-1], &glyphs[i]
		if strings.TrimSpace(a.Text) == "" || strings.TrimSpace(b.Text) == "" {
			continue
		}
		if g := (b.X - a.X - a.W) / min(a.Size, b.Size); g < breakGap {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) < 4 {
		return wordGap
	}
	slices.Sort(gaps)
	if middle := gaps[len(gaps)/2]; middle > tracked {
		return wordGap + middle
	}
	return wordGap
}

// isMark reports a mark over or under the letter before it.
func isMark(s string) bool {
	for _, r := range s {
		return unicode.Is(unicode.M, r)
	}
	return false
}

// withInitials moves a large letter that begins a paragraph from the row that it stands on to the row that it begins.
func withInitials(rows []row) []row {
	for i := range rows {
		if len(rows[i].words) < 1 {
			continue
		}
		w := rows[i].words[0]
		n := len(w.glyphs)
		body := usual(rows[max(0, i-4):min(len(rows), i+5)])
		if n > 2 || w.size < bigLetter*body || !isLetter(w.glyphs[0].Text) {
			continue
		}
		top := rows[i].y + 0.7*w.size
		for k := 0; k < i; k++ {
			first := rows[k].words
			if rows[k].y > top || len(first) == 0 || first[0].left < w.left || first[0].left > w.right+2*body || first[0].size > w.size/bigLetter {
				continue
			}
			rows[i].words = rows[i].words[1:]
			first[0].glyphs = append(slices.Clone(w.glyphs), first[0].glyphs...)
			first[0].left = w.left
			break
		}
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.words) == 0 })
}

func isLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

// usual is the middle size of the words in rows.
func usual(rows []row) float32 {
	var sizes []float32
	for i := range rows {
		for k := range rows[i].words {
			sizes = append(sizes, rows[i].words[k].size)
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// Package flow collects the running text of an office document: paragraphs, also those in paragraphs (text boxes), the
// rows of tables, and what comes at the end (notes). Each becomes a block; nothing that is written is lost.
package flow

import (
	"strings"

	"dateline/app/document/extract"
	"dateline/app/story"
)

// Text is a document on its way in. Its zero value is empty.
type Text struct {
	out   []extract.Block
	boxes []box
}

// box is what is open: a paragraph, a row or a cell of a table.
type box struct {
	kind  boxKind
	head  extract.Block // of a paragraph: what is known of it
	text  []byte
	cells [][]extract.Block // of a row
	inner []extract.Block   // of a cell, and of a paragraph what stands in it
}

type boxKind uint8

const (
	paragraph boxKind = iota
	row
	cell
)

// rowMost is the bytes up to which a row is one line; a longer one is a table that only arranges paragraphs.
const rowMost = 400

// Begin opens a paragraph.
func (t *Text) Begin() { t.boxes = append(t.boxes, box{kind: paragraph}) }

// OpenRow opens a row of a table.
func (t *Text) OpenRow() { t.boxes = append(t.boxes, box{kind: row}) }

// OpenCell opens a cell of a row.
func (t *Text) OpenCell() { t.boxes = append(t.boxes, box{kind: cell}) }

// Head is what is known of the open paragraph, to be set; nil if none is open.
func (t *Text) Head() *extract.Block {
	if b := t.top(); b != nil && b.kind == paragraph {
		return &b.head
	}
	return nil
}

func (t *Text) top() *box {
	if len(t.boxes) == 0 {
		return nil
	}
	return &t.boxes[len(t.boxes)-1]
}

// Write adds to the open paragraph, or opens one.
func (t *Text) Write(s string) {
	if t.Head() == nil {
		if strings.TrimSpace(s) == "" {
			return
		}
		t.Begin()
	}
	top := t.top()
	top.text = append(top.text, s...)
}

// End closes the open paragraph, if one is open.
func (t *Text) End() {
	if t.Head() != nil {
		t.close()
	}
}

// CloseCell closes the open cell, and what is open in it.
func (t *Text) CloseCell() { t.closeTo(cell) }

// CloseRow closes the open row, and what is open in it.
func (t *Text) CloseRow() { t.closeTo(row) }

// closeTo closes the innermost box of a kind and all in it; nothing if there is none.
func (t *Text) closeTo(kind boxKind) {
	for i := len(t.boxes) - 1; i >= 0; i-- {
		if t.boxes[i].kind == kind {
			for len(t.boxes) > i {
				t.close()
			}
			return
		}
	}
}

// Open reports that a row or a cell is open.
func (t *Text) Open() (inRow, inCell bool) {
	for i := range t.boxes {
		inRow = inRow || t.boxes[i].kind == row
		inCell = inCell || t.boxes[i].kind == cell
	}
	return inRow, inCell
}

// Blocks closes what is open and gives all.
func (t *Text) Blocks() []extract.Block {
	for len(t.boxes) > 0 {
		t.close()
	}
	return t.out
}

// close closes the innermost box and hands its blocks to what it stands in.
func (t *Text) close() {
	last := len(t.boxes) - 1
	b := &t.boxes[last]
	var blocks []extract.Block
	switch b.kind {
	case paragraph:
		blocks = b.inner
		if s := lines(string(b.text)); s != "" {
			b.head.Text = s
			blocks = append([]extract.Block{b.head}, b.inner...)
		}
	case cell:
		blocks = b.inner
	case row:
		blocks = rowOf(b.cells, b.inner)
	}
	kind := b.kind
	t.boxes = t.boxes[:last]
	switch up := t.top(); {
	case up == nil:
		t.out = append(t.out, blocks...)
	case up.kind == row && kind == cell:
		up.cells = append(up.cells, blocks)
	default:
		up.inner = append(up.inner, blocks...)
	}
}

// rowOf makes one line of a row of short cells, and leaves the paragraphs of others as they are.
func rowOf(cells [][]extract.Block, rest []extract.Block) []extract.Block {
	var all []extract.Block
	var words []string
	short, size := true, 0
	for _, c := range cells {
		all = append(all, c...)
		short = short && len(c) <= 1
		if len(c) == 1 {
			short = short && c[0].Level == 0 && !strings.Contains(c[0].Text, "\n")
			size += len(c[0].Text)
			words = append(words, c[0].Text)
		}
	}
	if len(words) < 2 || !short || size > rowMost {
		return append(all, rest...)
	}
	return append([]extract.Block{{Text: strings.Join(words, " · "), Kind: story.ZoneList}}, rest...)
}

// lines evens out the white space of each line and drops empty ones.
func lines(s string) string {
	if !strings.Contains(s, "\n") {
		return extract.Squeeze(s)
	}
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = extract.Squeeze(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

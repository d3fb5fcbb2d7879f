package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Block is a paragraph or a heading.
type Block struct {
	Text  string
	Level int // of a heading: 1 is the title, 2 any other
	List  bool
}

// Paragraphs are told by these.
const (
	looser     = 1.3  // leadings from one line to the next that begin a paragraph
	headLooser = 1.7  // sizes from one line of a heading to the next
	otherSize  = 0.12 // a change of size that begins a paragraph
	indent     = 0.8  // em
	heading    = 1.15 // sizes of the text that make a heading
	footnote   = 0.93 // sizes of the text below which it is a note
	leastPart  = 4    // bytes of a word that may be a part of one with a hyphen
	longest    = 200  // bytes of a heading
	usualLead  = 1.2  // sizes between base lines where nothing better is known
	roomy      = 0.5  // em that a first word needs beside it to have fitted on the line before
)

// Text puts the lines of a document together: words that were hyphenated, paragraphs over columns and pages.
func Text(lines []Line) []Block {
	lines = slices.DeleteFunc(lines, func(l Line) bool { return strings.TrimSpace(l.Text) == "" })
	c := composer{lines: lines, body: bodySize(lines), words: wordsOf(lines), open: -1}
	for i := range lines {
		c.add(i)
	}
	c.titles()
	out := make([]Block, 0, len(c.blocks))
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.Text = strings.TrimSpace(string(b.text)); b.Text != "" {
			out = append(out, b.Block)
		}
	}
	return out
}

// composer makes blocks of lines.
type composer struct {
	lines  []Line
	body   float32
	words  map[string]bool
	blocks []block
	open   int // the last block of the running text; -1 before the first

	left, right, leading float32 // of the column
	from                 int     // the first line of the column
}

// block is a Block with where it stands.
type block struct {
	Block
	text  []byte
	size  float32
	page  int
	lines int
	bold  bool
}

// bodySize is the size that most letters have.
func bodySize(lines []Line) float32 {
	letters := map[float32]int{}
	for i := range lines {
		letters[half(lines[i].Size)] += len(lines[i].Text)
	}
	var best float32
	for size, n := range letters {
		if n > letters[best] || n == letters[best] && size < best {
			best = size
		}
	}
	return best
}

// half rounds to halves of a point.
func half(x float32) float32 { return float32(int(x*2+0.5)) / 2 }

// wordsOf are the words of the document but for those that a line's end cuts.
func wordsOf(lines []Line) map[string]bool {
	out := map[string]bool{}
	for i := range lines {
		all := strings.Fields(lines[i].Text)
		for k, w := range all {
			if k == len(all)-1 && hyphenated(w) {
				continue
			}
			out[bare(w)] = true
		}
	}
	return out
}

func bare(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// column measures the column that a line begins.
func (c *composer) column(i int) {
	l := &c.lines[i]
	c.from, c.left, c.right = i, l.Left, l.Right
	var steps []float32
	for k := i; k < len(c.lines) && c.lines[k].Page == l.Page && c.lines[k].Column == l.Column; k++ {
		c.left, c.right = min(c.left, c.lines[k].Left), max(c.right, c.lines[k].Right)
		if k > i && abs(c.lines[k].Size-c.lines[k-1].Size) < 1 {
			if step := (c.lines[k-1].Y - c.lines[k].Y) / c.lines[k].Size; step > 0 && step < 3 {
				steps = append(steps, step)
			}
		}
	}
	switch {
	case len(steps) >= 3:
		slices.Sort(steps)
		c.leading = steps[len(steps)/2]
	case c.leading == 0:
		c.leading = usualLead
	}
}

// add puts a line after the ones before it.
func (c *composer) add(i int) {
	l := &c.lines[i]
	newColumn := i == 0 || l.Page != c.lines[i-1].Page || l.Column != c.lines[i-1].Column
	fresh := i == 0 || l.Turned != c.lines[i-1].Turned
	if i > 0 && !fresh {
		if newColumn {
			fresh = c.endsColumn(i)
		} else {
			fresh = c.begins(i)
		}
	}
	if newColumn {
		c.column(i)
	}
	if fresh && newColumn && c.resumes(l) {
		c.join(&c.blocks[c.open], l)
		c.blocks = append(c.blocks, c.blocks[c.open]) // it goes on from here; what stands between, a note, comes before
		c.blocks = slices.Delete(c.blocks, c.open, c.open+1)
		c.open = len(c.blocks) - 1
		return
	}
	if !fresh {
		b := &c.blocks[len(c.blocks)-1]
		c.join(b, l)
		b.bold = b.bold && l.Bold
		return
	}
	b := block{size: l.Size, page: l.Page, bold: l.Bold, lines: 1}
	b.List = isItem(l.Text)
	b.text = append(b.text, l.Text...)
	c.blocks = append(c.blocks, b)
	if l.Size >= footnote*c.body && l.Size <= heading*c.body {
		c.open = len(c.blocks) - 1
	}
}

// start and end are how far a line is from where lines begin and end, in the direction of reading.
func (c *composer) start(l *Line) float32 {
	if l.Backward {
		return c.right - l.Right
	}
	return l.Left - c.left
}

func (c *composer) end(l *Line) float32 {
	if l.Backward {
		return l.Left - c.left
	}
	return c.right - l.Right
}

// begins reports that a line begins a paragraph, by the line before it in its column.
func (c *composer) begins(i int) bool {
	l, last := &c.lines[i], &c.lines[i-1]
	step := last.Y - l.Y
	if isOtherSize(l, last) {
		return true
	}
	if l.Size > heading*c.body {
		return step > headLooser*l.Size || l.Bold != last.Bold
	}
	switch {
	case step > looser*c.leading*l.Size || step <= 0:
		return true
	case l.Bold != last.Bold && endsSentence(last.Text) || l.Bold && !last.Bold:
		return true
	case last.Bold && !l.Bold && c.end(last) > l.First+roomy*l.Size:
		return true
	case isItem(l.Text) && (c.start(l) <= c.start(c.firstLine(i))+1 || isItem(c.firstLine(i).Text)):
		return true
	case c.start(l)-c.start(last) > indent*l.Size && !(isItem(last.Text) && c.blocks[len(c.blocks)-1].lines == 1):
		return true
	}
	return c.end(last) > l.First+roomy*l.Size && (endsSentence(last.Text) || !startsLower(l.Text)) // its first word had room before
}

// firstLine is the first line of the block before line i, as far as it is in this column.
func (c *composer) firstLine(i int) *Line {
	return &c.lines[max(c.from, i-c.blocks[len(c.blocks)-1].lines)]
}

func isOtherSize(a, b *Line) bool {
	return abs(a.Size-b.Size) > otherSize*max(a.Size, b.Size)
}

// endsColumn reports that a line which begins a column does not go on with the one before it.
func (c *composer) endsColumn(i int) bool {
	l, last := &c.lines[i], &c.lines[i-1]
	if isOtherSize(l, last) || l.Bold != last.Bold || endsSentence(last.Text) || isItem(l.Text) {
		return true
	}
	if hyphenated(last.Text) || startsLower(l.Text) {
		return false
	}
	return c.end(last) > l.First+roomy*l.Size
}

// resumes reports that a line which begins a column goes on with the text that a note at the foot has parted it from.
func (c *composer) resumes(l *Line) bool {
	if c.open < 0 || c.open == len(c.blocks)-1 || len(c.blocks)-c.open > 12 || abs(l.Size-c.blocks[c.open].size) > otherSize*l.Size || !startsLower(l.Text) {
		return false
	}
	for _, b := range c.blocks[c.open+1:] {
		if b.size >= footnote*c.body {
			return false
		}
	}
	return !endsSentence(c.blocks[c.open].tail())
}

// tail is the end of the text: enough of it to see a word.
func (b *block) tail() string { return string(b.text[max(0, len(b.text)-100):]) }

// join adds a line to a paragraph.
func (c *composer) join(b *block, l *Line) {
	b.lines++
	text := b.tail()
	switch {
	case hyphenated(text):
		if n := c.cut(text, l.Text); n > 0 {
			b.text = b.text[:len(b.text)-n]
		}
	case strings.HasSuffix(text, "—") && !strings.HasSuffix(text, " —"):
	default:
		a, _ := utf8.DecodeLastRuneInString(text)
		z, _ := utf8.DecodeRuneInString(l.Text)
		if !isCJK(a) || !isCJK(z) {
			b.text = append(b.text, ' ')
		}
	}
	b.text = append(b.text, l.Text...)
}

// cut is how many bytes of the hyphen at the end of a line are no part of the word that it cuts. It stays where the document
// writes the word with one elsewhere, or where what follows is no small letter.
func (c *composer) cut(text, next string) int {
	hyphen, size := utf8.DecodeLastRuneInString(text)
	if hyphen == '\u00ad' {
		return size
	}
	head := text[strings.LastIndexByte(text, ' ')+1:]
	tail, _, _ := strings.Cut(next, " ")
	with, without := bare(head+tail), bare(head[:len(head)-size]+tail)
	tail = bare(tail)
	parts := len(tail) >= leastPart && c.words[tail] && c.words[bare(head)] // both are words of their own
	if !startsLower(next) || (c.words[with] || parts || keeps(bare(head), tail)) && !c.words[without] {
		return 0
	}
	return size
}

// keeps reports the first part of an English word that is written with a hyphen as a rule: "four-hour", "self-made".
func keeps(head, tail string) bool {
	if !compound[head] {
		return false
	}
	for _, end := range []string{"teen", "een", "ty", "th", "fold", "some", "ing", "ed", "er", "ish", "less"} {
		if strings.HasPrefix(tail, end) {
			return false
		}
	}
	return true
}

var compound = map[string]bool{"two": true, "three": true, "four": true, "five": true, "seven": true, "eight": true, "nine": true, "twenty": true,
	"thirty": true, "forty": true, "fifty": true, "sixty": true, "seventy": true, "eighty": true, "ninety": true, "well": true, "self": true}

// hyphenated reports that a text ends with a word that a hyphen cuts.
func hyphenated(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	if last != '-' && last != '\u00ad' && last != '\u2010' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return unicode.IsLetter(before) || unicode.IsDigit(before)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsSentence reports a mark that ends a sentence, with what may stand after it.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]›“ 0123456789¹²³`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？؟。", r)
}

// isItem reports the mark or number of an item of a list.
func isItem(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•▪●■◦‣➢✓❖◻–—·*", r) {
		return strings.HasPrefix(s[size:], " ")
	}
	head, _, ok := strings.Cut(s, " ")
	if !ok || len(head) > 4 || len(head) < 2 {
		return false
	}
	n := strings.TrimRight(head, ".)")
	return len(n) == len(head)-1 && n != "" && strings.Trim(n, "0123456789") == ""
}

// titles makes headings of what is written larger than the text: the largest of the first page is the title.
func (c *composer) titles() {
	best := -1
	for i := range c.blocks {
		b := &c.blocks[i]
		if len(b.text) > longest || b.size < heading*c.body {
			continue
		}
		b.Level = 2
		b.List = false
		if b.page == c.lines[0].Page && (best < 0 || b.size > c.blocks[best].size) {
			best = i
		}
	}
	if best >= 0 {
		c.blocks[best].Level = 1
	}
}

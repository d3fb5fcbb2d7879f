package content

import (
	"math"

	"dateline/app/document/pdf/object"
)

const (
	maxOperators = 20_000_000 // of a document
	maxGlyphs    = 5_000_000  // of a document: a book of 2,000 pages
	maxForms     = 12         // forms that call forms
	maxSaved     = 512        // states of drawing that are kept
	maxMarked    = 1000       // stretches of marked content in one another
	maxOperands  = 2000
	smallForm    = 64 << 10 // bytes: forms that come on every page, such as heads, are unpacked once
	maxSmall     = 8 << 20
)

// Reader reads the pages of one file. It is used by one goroutine.
type Reader struct {
	file      *object.File
	fonts     map[int]*font
	cmaps     map[int]*cmap
	forms     map[int][]byte
	formBytes int
	operators int // that may still be run
	glyphs    int // that may still be painted
}

// NewReader is a reader of the pages of f.
func NewReader(f *object.File) *Reader {
	return &Reader{file: f, fonts: map[int]*font{}, cmaps: map[int]*cmap{}, forms: map[int][]byte{}, operators: maxOperators, glyphs: maxGlyphs}
}

// Page runs the operators of a page.
func (r *Reader) Page(p object.Page) Page {
	width, height := p.Box[2]-p.Box[0], p.Box[3]-p.Box[1]
	run := runner{Reader: r, page: Page{}}
	run.state = state{ctm: matrix{1, 0, 0, 1, -p.Box[0], -p.Box[1]}, stretch: 1}
	switch p.Turned {
	case 1:
		run.state.ctm = run.state.ctm.times(matrix{0, -1, 1, 0, 0, width})
		width, height = height, width
	case 2:
		run.state.ctm = run.state.ctm.times(matrix{-1, 0, 0, -1, width, height})
	case 3:
		run.state.ctm = run.state.ctm.times(matrix{0, 1, -1, 0, height, 0})
		width, height = height, width
	}
	run.page.Width, run.page.Height = float32(width), float32(height)
	run.run(r.file.Contents(p), frame{resources: p.Resources, fonts: map[object.Name]*font{}}, 0)
	if area := width * height; area > 0 {
		run.page.Pictures = min(1, run.page.Pictures/area)
	}
	run.page.Glyphs = shown(run.page.Glyphs)
	return run.page
}

// shown leaves out what is no part of the text, unless nothing else is there: some programs mark whole pages so.
func shown(all []Glyph) []Glyph {
	text := 0
	for i := range all {
		if !all[i].Side {
			text++
		}
	}
	if text == 0 || text == len(all) {
		return all
	}
	kept := all[:0]
	for _, g := range all {
		if !g.Side {
			kept = append(kept, g)
		}
	}
	return kept
}

// matrix maps points: x' = a x + c y + e, y' = b x + d y + f.
type matrix [6]float64

// times is m followed by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is what operators change and q and Q keep.
type state struct {
	ctm     matrix
	font    *font
	size    float64
	letter  float64 // space after each letter
	word    float64 // space after each code 32
	stretch float64
	leading float64
	rise    float64
}

// frame is what the names of a page, or of a form, mean.
type frame struct {
	resources object.Dict
	fonts     map[object.Name]*font
}

// runner runs one page.
type runner struct {
	*Reader
	page     Page
	state    state
	saved    []state
	deeper   int // saves that were not kept
	text     matrix
	line     matrix
	marked   []mark
	unmarked int // open marks that are not kept
	side     int // how many of the open marks say that it is no part of the text
	frame    frame
	depth    int
}

// run runs the operators in data.
func (r *runner) run(data []byte, f frame, depth int) {
	was, wasDepth := r.frame, r.depth
	r.frame, r.depth = f, depth
	defer func() { r.frame, r.depth = was, wasDepth }()
	p := object.Parser{Data: data}
	var args []any
	for {
		v, ok := p.Next()
		if !ok {
			return
		}
		op, isOp := v.(object.Keyword)
		if !isOp {
			if len(args) < maxOperands {
				args = append(args, v)
			}
			continue
		}
		if r.operators--; r.operators < 0 {
			r.page.Stopped = true
			return
		}
		if op == "ID" {
			p.At = afterPicture(data, p.At)
		}
		r.operate(string(op), operands(args))
		args = args[:0]
	}
}

// afterPicture is where a picture ends that stands among the operators: at an EI between white space.
func afterPicture(data []byte, at int) int {
	white := func(i int) bool {
		return i >= len(data) || data[i] == ' ' || data[i] == '\n' || data[i] == '\r' || data[i] == '\t'
	}
	for i := at + 1; i+1 < len(data); i++ {
		if data[i] == 'E' && data[i+1] == 'I' && white(i-1) && white(i+2) {
			return i + 2
		}
	}
	return len(data)
}

// operands are what stands before an operator.
type operands []any

// number is the operand i as a number; 0 if it is none.
func (o operands) number(i int) float64 {
	if i < 0 || i >= len(o) {
		return 0
	}
	n, _ := object.Number(o[i])
	return n
}

func (o operands) name(i int) object.Name {
	if i < 0 || i >= len(o) {
		return ""
	}
	n, _ := o[i].(object.Name)
	return n
}

// matrix is the six operands as a matrix; false if there are not six.
func (o operands) matrix() (m matrix, ok bool) {
	if len(o) < 6 {
		return m, false
	}
	for i := range m {
		m[i] = o.number(len(o) - 6 + i)
	}
	return m, true
}

// operate does what one operator says; those that draw lines and choose colours say nothing here.
func (r *runner) operate(op string, o operands) {
	switch op {
	case "q":
		if len(r.saved) < maxSaved {
			r.saved = append(r.saved, r.state)
		} else {
			r.deeper++
		}
	case "Q":
		if r.deeper > 0 {
			r.deeper--
		} else if n := len(r.saved); n > 0 {
			r.state, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		if m, ok := o.matrix(); ok {
			r.state.ctm = m.times(r.state.ctm)
		}
	case "Do":
		r.do(o.name(0))
	case "ID":
		r.picture()
	case "gs":
		r.graphics(o.name(0))
	case "BMC", "BDC":
		r.begin(o)
	case "EMC":
		r.end()
	default:
		r.textState(op, o)
	}
}

// textState sets what holds for the text that follows.
func (r *runner) textState(op string, o operands) {
	s := &r.state
	switch op {
	case "BT":
		r.text = matrix{1, 0, 0, 1, 0, 0}
		r.line = r.text
	case "Tf":
		s.font, s.size = r.fontOf(o.name(0)), o.number(1)
	case "Tc":
		s.letter = o.number(0)
	case "Tw":
		s.word = o.number(0)
	case "Tz":
		s.stretch = o.number(0) / 100
	case "TL":
		s.leading = o.number(0)
	case "Ts":
		s.rise = o.number(0)
	case "Td":
		r.move(o.number(0), o.number(1))
	case "TD":
		s.leading = -o.number(1)
		r.move(o.number(0), o.number(1))
	case "Tm":
		if m, ok := o.matrix(); ok {
			r.text, r.line = m, m
		}
	case "T*":
		r.move(0, -s.leading)
	default:
		r.paint(op, o)
	}
}

// paint shows text.
func (r *runner) paint(op string, o operands) {
	switch op {
	case "Tj":
	case "'":
		r.move(0, -r.state.leading)
	case `"`:
		r.state.word, r.state.letter = o.number(0), o.number(1)
		r.move(0, -r.state.leading)
	case "TJ":
		if len(o) > 0 {
			list, _ := o[len(o)-1].(object.Array)
			for _, v := range list {
				if s, ok := v.(object.String); ok {
					r.show(string(s))
				} else if n, ok := object.Number(v); ok {
					r.advance(-n * thousandth * r.state.size * r.state.stretch)
				}
			}
		}
		return
	default:
		return
	}
	if len(o) > 0 {
		if s, ok := o[len(o)-1].(object.String); ok {
			r.show(string(s))
		}
	}
}

func (r *runner) move(x, y float64) {
	r.line = matrix{1, 0, 0, 1, x, y}.times(r.line)
	r.text = r.line
}

func (r *runner) advance(x float64) {
	r.text[4] += x * r.text[0]
	r.text[5] += x * r.text[1]
}

// fontOf is the font of a name, read once for each object.
func (r *runner) fontOf(name object.Name) *font {
	if f, ok := r.frame.fonts[name]; ok {
		return f
	}
	v := r.file.Dict(r.frame.resources["Font"])[name]
	f := r.fontAt(v)
	r.frame.fonts[name] = f
	return f
}

func (r *Reader) fontAt(v any) *font {
	ref, isRef := v.(object.Ref)
	if f, ok := r.fonts[ref.Num]; ok && isRef {
		return f
	}
	f := r.font(r.file.Dict(v))
	if isRef {
		r.fonts[ref.Num] = f
	}
	return f
}

// graphics sets what a dictionary of graphics says of the font.
func (r *runner) graphics(name object.Name) {
	d := r.file.Dict(r.file.Dict(r.frame.resources["ExtGState"])[name])
	if a := r.file.Array(d["Font"]); len(a) == 2 {
		r.state.font = r.fontAt(a[0])
		r.state.size, _ = object.Number(a[1])
	}
}

// show paints a string.
func (r *runner) show(s string) {
	st := &r.state
	if st.font == nil {
		st.font = r.font(nil)
	}
	for len(s) > 0 {
		letters, width, size, space := st.font.next(s)
		s = s[size:]
		r.glyph(letters, width)
		x := width*st.size + st.letter
		if space {
			x += st.word
		}
		r.advance(x * st.stretch)
	}
}

const (
	smallest = 0.5  // points: what is smaller nobody reads
	largest  = 2000 // points
	outside  = 2    // points by which a letter may stand outside of the page
)

// glyph notes a letter where it is painted.
func (r *runner) glyph(letters string, width float64) {
	if r.glyphs--; r.glyphs < 0 {
		r.page.Stopped = true
		return
	}
	st := &r.state
	m := matrix{st.size * st.stretch, 0, 0, st.size, 0, st.rise}.times(r.text).times(st.ctm)
	size, wide := math.Hypot(m[2], m[3])*st.font.em, math.Hypot(m[0], m[1])
	x, y := m[4], m[5]
	if !(size > smallest && size < largest) || x < -outside || y < -outside || x > float64(r.page.Width)+outside || y > float64(r.page.Height)+outside {
		return
	}
	if letters == "" {
		r.page.Nameless++
	}
	turn := math.Round(math.Atan2(m[1], m[0]) * 180 / math.Pi)
	if turn < 0 {
		turn += 360
	}
	if turn >= 360 {
		turn = 0
	}
	if turn != 0 {
		sin, cos := math.Sincos(-turn * math.Pi / 180)
		x, y = x*cos-y*sin, x*sin+y*cos
	}
	r.page.Glyphs = append(r.page.Glyphs, Glyph{Text: letters, X: float32(x), Y: float32(y), W: float32(width * wide), Size: float32(size),
		Turn: int16(turn), Bold: st.font.bold, Side: r.side > 0})
}

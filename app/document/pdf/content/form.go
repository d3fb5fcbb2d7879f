package content

import (
	"math"
	"strings"

	"dateline/app/document/pdf/object"
)

// do paints a form or a picture.
func (r *runner) do(name object.Name) {
	v := r.file.Dict(r.frame.resources["XObject"])[name]
	s, ok := r.file.Resolve(v).(*object.Stream)
	if !ok {
		return
	}
	switch r.file.Resolve(s.Dict["Subtype"]) {
	case object.Name("Image"):
		r.picture()
	case object.Name("Form"):
		if r.depth < maxForms {
			r.form(s)
		}
	}
}

// picture measures a picture: it is painted on the unit square.
func (r *runner) picture() {
	m := r.state.ctm
	if area := math.Abs(m[0]*m[3] - m[1]*m[2]); area < largest*largest*4 {
		r.page.Pictures += area
	}
}

// form runs a form as a part of the page.
func (r *runner) form(s *object.Stream) {
	data, ok := r.forms[s.Ref.Num]
	if !ok {
		data, _ = r.file.Decode(s) // what came before a fault is shown
		if len(data) < smallForm && r.formBytes+len(data) < maxSmall {
			r.forms[s.Ref.Num] = data
			r.formBytes += len(data)
		}
	}
	f := frame{resources: r.file.Dict(s.Dict["Resources"]), fonts: map[object.Name]*font{}}
	if f.resources == nil {
		f = r.frame
	}
	state, saved, text, line, marks := r.state, r.saved, r.text, r.line, len(r.marked)
	if m, ok := operands(r.file.Array(s.Dict["Matrix"])).matrix(); ok {
		r.state.ctm = m.times(r.state.ctm)
	}
	r.saved = nil
	r.run(data, f, r.depth+1)
	r.unmarked = 0
	for len(r.marked) > marks {
		r.end()
	}
	r.state, r.saved, r.text, r.line = state, saved, text, line
}

// mark is a stretch of marked content that is open.
type mark struct {
	side   bool
	actual string // the letters that the stretch stands for
	has    bool
	start  int // the first glyph in it
}

// begin opens a stretch of marked content.
func (r *runner) begin(o operands) {
	if len(r.marked) >= maxMarked {
		r.unmarked++
		return
	}
	m := mark{start: len(r.page.Glyphs), side: o.name(0) == "Artifact"}
	if len(o) > 1 {
		d, ok := o[1].(object.Dict)
		if !ok {
			d = r.file.Dict(r.file.Dict(r.frame.resources["Properties"])[o.name(1)])
		}
		if s, ok := r.file.Resolve(d["ActualText"]).(object.String); ok {
			m.actual, m.has = Text(s), true
		}
	}
	if m.side {
		r.side++
	}
	r.marked = append(r.marked, m)
}

// end closes the innermost stretch. What it stands for takes the place of its glyphs, if they stand on one line.
func (r *runner) end() {
	n := len(r.marked)
	if r.unmarked > 0 || n == 0 {
		r.unmarked = max(0, r.unmarked-1)
		return
	}
	m := r.marked[n-1]
	r.marked = r.marked[:n-1]
	if m.side {
		r.side--
	}
	in := r.page.Glyphs[min(m.start, len(r.page.Glyphs)):]
	if !m.has || len(in) == 0 || strings.TrimSpace(m.actual) == "" && len(in) > 2 {
		return
	}
	left, right := in[0].X, in[0].X+in[0].W
	for _, g := range in {
		if g.Turn != in[0].Turn || math.Abs(float64(g.Y-in[0].Y)) > float64(in[0].Size)/2 {
			return
		}
		if g.Text == "" {
			r.page.Nameless--
		}
		left, right = min(left, g.X), max(right, g.X+g.W)
	}
	in[0].Text, in[0].X, in[0].W = m.actual, left, right-left
	r.page.Glyphs = r.page.Glyphs[:m.start+1]
}

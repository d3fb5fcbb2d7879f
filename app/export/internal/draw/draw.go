// Package draw writes parts of a map as SVG: ground, areas, signs, names. What they look like is decided in geo/tile and
// geo/mark, as for every other picture of the map.
//
//	p := draw.New(w)
//	p.Ground(ground, draw.Colours(style, zoom))
//	p.Sign(pen, m)
package draw

import (
	"bufio"
	"fmt"
	"html"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/vector"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Pencil writes elements. It keeps the first fault of the writer, which Flush gives.
type Pencil struct{ *bufio.Writer }

// New writes to w.
func New(w io.Writer) Pencil { return Pencil{bufio.NewWriterSize(w, 1<<16)} }

// Printf writes what it is given as it stands.
func (p Pencil) Printf(format string, args ...any) { fmt.Fprintf(p.Writer, format, args...) }

// Text is words as they stand in an element or an attribute: without what XML forbids, and with nothing in them that acts.
func Text(s string) string { return html.EscapeString(export.Clean(s)) }

// Number writes px in tenths.
func Number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "0"
	}
	s := strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

// Layer is a part of the ground.
type Layer string

// The layers, from the bottom up.
const (
	Land      Layer = "land"
	Lakes     Layer = "lakes"
	Rivers    Layer = "rivers"
	Shores    Layer = "shores"
	Regions   Layer = "regions"
	Coasts    Layer = "coasts"
	Disputed  Layer = "disputed"
	Countries Layer = "countries"
)

// Look gives the attributes of a layer's element: colours, or a class that has them.
type Look func(Layer) string

// Colours is the look of a style at a zoom.
func Colours(s *tile.Style, zoom float64) Look {
	stroke := func(x tile.Stroke) string {
		out := `fill="none" stroke-linejoin="round" ` + Ink("stroke", x.Color) + ` stroke-width="` + Number(x.At(zoom)) + `"`
		if x.Dash > 0 {
			out += ` stroke-dasharray="` + Number(x.Dash) + " " + Number(x.Gap) + `"`
		}
		return out
	}
	return func(l Layer) string {
		switch l {
		case Land:
			return Ink("fill", s.Land)
		case Lakes:
			return Ink("fill", s.Lake)
		case Rivers:
			return stroke(s.River)
		case Coasts, Shores:
			return stroke(s.Coast)
		case Disputed:
			return stroke(s.Disputed)
		case Countries:
			return stroke(s.Country)
		}
		return stroke(s.Admin1)
	}
}

// Ink is a colour as an attribute.
func Ink(attribute string, c color.NRGBA) string {
	out := fmt.Sprintf(`%s="#%02x%02x%02x"`, attribute, c.R, c.G, c.B)
	if c.A != 255 {
		out += fmt.Sprintf(` %s-opacity="%.2f"`, attribute, float64(c.A)/255)
	}
	return out
}

// Ground writes land and lines, a path for each layer.
func (p Pencil) Ground(g vector.Ground, look Look) {
	p.paths(look(Land)+` fill-rule="evenodd"`, g.Land, true)
	p.paths(look(Rivers), g.Rivers, false)
	p.paths(look(Lakes)+` fill-rule="evenodd"`, g.Lakes, true)
	p.paths(look(Shores), g.Shores, false)
	p.paths(look(Regions), g.Regions, false)
	p.paths(look(Coasts), g.Coasts, false)
	p.paths(look(Disputed), g.Disputed, false)
	p.paths(look(Countries), g.Countries, false)
}

func (p Pencil) paths(attributes string, paths []vector.Path, closed bool) {
	if len(paths) == 0 {
		return
	}
	p.Printf(`<path %s d="`, attributes)
	for _, path := range paths {
		p.path(path, closed)
	}
	p.WriteString("\"/>\n")
}

// path writes points in tenths of a px, each as the way from the one before, which is shorter. A path that is less than a
// tenth of a px long is left out.
func (p Pencil) path(points []orb.Point, closed bool) {
	var steps [][2]int
	for _, q := range points {
		at := [2]int{int(math.Round(q[0] * 10)), int(math.Round(q[1] * 10))}
		if n := len(steps); n == 0 || steps[n-1] != at {
			steps = append(steps, at)
		}
	}
	if n := len(steps); closed && n > 1 && steps[0] == steps[n-1] {
		steps = steps[:n-1] // z goes back to the first
	}
	if len(steps) < 2 || closed && len(steps) < 3 {
		return
	}
	tenth := func(n int) string { return strconv.FormatFloat(float64(n)/10, 'f', -1, 64) }
	p.WriteString("M" + tenth(steps[0][0]) + " " + tenth(steps[0][1]) + "l")
	for i := 1; i < len(steps); i++ {
		x, y := tenth(steps[i][0]-steps[i-1][0]), tenth(steps[i][1]-steps[i-1][1])
		if i > 1 && x[0] != '-' {
			x = " " + x
		}
		if y[0] != '-' {
			y = " " + y
		}
		p.WriteString(x + y)
	}
	if closed {
		p.WriteString("z")
	}
}

// Area writes the shape of a region in the look of a style.
func (p Pencil) Area(v viewport.Viewport, a mark.Area, s *tile.Style) {
	p.paths(Ink("fill", s.AreaFill)+` fill-rule="evenodd" stroke-linejoin="round" `+Ink("stroke", s.AreaLine)+` stroke-width="`+Number(1.4*s.TextScale)+`"`, vector.Shape(v, a.Shape), true)
}

// Shape writes rings as one shape with attributes of its own.
func (p Pencil) Shape(attributes string, rings []vector.Path) {
	p.paths(attributes+` fill-rule="evenodd"`, rings, true)
}

// Sign writes the sign of a mark at its place.
func (p Pencil) Sign(pen mark.Pen, m mark.Mark) {
	shapes, strength := pen.Shapes(m)
	scale := 1.0
	if pen.Style != nil {
		scale = pen.Style.TextScale
	}
	for _, s := range shapes {
		r := s.R * scale
		switch s.Form {
		case mark.Disc:
			p.Printf(`<circle r="%s" %s`, Number(r), Ink("fill", s.Ink))
		case mark.Ring:
			p.Printf(`<circle r="%s" fill="none" %s stroke-width="%s"`, Number(r), Ink("stroke", s.Ink), Number(s.Width*scale))
		case mark.Square:
			p.Printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" %s`, Number(s.Off*scale-r), Number(-s.Off*scale-r), Number(2*r), Number(2*r), Number(s.Corner()*scale), Ink("fill", s.Ink))
		case mark.Number:
			p.Printf(`<text y="%s" text-anchor="middle" font-weight="700" font-size="%s" %s>%s</text>`, Number(r*0.36), Number(r), Ink("fill", s.Ink), Text(s.Text))
			continue
		}
		if strength < 1 {
			p.Printf(` opacity="%.2f"`, strength)
		}
		p.WriteString("/>")
	}
}

// Names writes placed names with their halo, the most important last.
func (p Pencil) Names(pen mark.Pen, placed []mark.Placed) {
	style := pen.Style
	for i := len(placed) - 1; i >= 0; i-- {
		t := placed[i]
		l := pen.Lettering(t)
		attributes := `font-size="` + Number(l.Size) + `" ` + Ink("fill", l.Ink)
		if l.Bold {
			attributes += ` font-weight="700"`
		}
		if l.Spacing > 0 {
			attributes += ` letter-spacing="` + Number(l.Spacing) + `"`
		}
		if l.Halo > 0 {
			attributes += ` paint-order="stroke" stroke-linejoin="round" ` + Ink("stroke", style.Halo) + ` stroke-width="` + Number(2*l.Halo) + `"`
		}
		for n, line := range t.Lines {
			y := t.Top + l.Line*(float64(n)+0.5) + l.Size*0.36
			p.Printf("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" %s>%s</text>\n", Number((t.Left+t.Right)/2), Number(y), attributes, Text(strings.TrimSpace(line)))
		}
	}
}

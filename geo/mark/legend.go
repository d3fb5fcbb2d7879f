package mark

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"dateline/geo/heat"
)

// Kind is one line of a legend: a sign and what it says.
type Kind struct {
	Words string
	Mark  Mark
	Inks  []color.NRGBA // swatches side by side in place of the sign; none for a sign
}

// HeatKind is the line that says what the colours of a heat layer mean; none where it shows nothing.
func (p Pen) HeatKind(l *heat.Layer) []Kind {
	if len(l.Spots) == 0 {
		return nil
	}
	return []Kind{{Words: p.say("events close together: 1 to {{.N}} or more", "N", strconv.FormatFloat(l.Most, 'f', -1, 64)), Inks: p.style().Heat[:]}}
}

// onlyNamed is what a mark of a place says that is only named.
const onlyNamed = "only named: nothing is told to happen here"

// Kinds are the signs that stand among some, each once, with what they say.
func (p Pen) Kinds(signs []Mark) []Kind {
	all := []struct {
		Kind
		has func(m *Mark) bool
	}{
		{Kind{Words: "something happened here", Mark: Mark{Filled: true}}, func(m *Mark) bool { return m.Filled && !m.Open }},
		{Kind{Words: "planned, denied or only claimed", Mark: Mark{Filled: true, Open: true}}, func(m *Mark) bool { return m.Filled && m.Open }},
		{Kind{Words: "somebody speaks or acts from here", Mark: Mark{Ring: true}}, func(m *Mark) bool { return m.Ring }},
		{Kind{Words: onlyNamed, Mark: Mark{Named: true}}, func(m *Mark) bool { return m.named() }},
		{Kind{Words: "only the country is known", Mark: Mark{Filled: true, Country: true}}, func(m *Mark) bool { return m.Country }},
	}
	var out []Kind
	for _, k := range all {
		for i := range signs {
			if k.has(&signs[i]) {
				k.Words = p.say(k.Words)
				out = append(out, k.Kind)
				break
			}
		}
	}
	return out
}

func (p Pen) say(english string, pairs ...any) string {
	if p.Say != nil {
		return p.Say(english, pairs...)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		english = strings.ReplaceAll(english, fmt.Sprintf("{{.%v}}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return english
}

// Measures of a legend, in px at scale 1.
const (
	LegendLine = 21.0 // from one line to the next
	LegendSize = 11.5 // of the words
	LegendPad  = 8.0
	LegendText = 36.0 // from the left edge to the words; the sign stands in the middle of it
	LegendSign = 0.7  // of the size that a sign has on the map
	LegendInk  = 4.8  // width of a swatch
)

// LegendBox is the room that Legend takes, its lower left corner at x, y px of the viewport; none for no lines.
func (p Pen) LegendBox(kinds []Kind, x, y float64) Box {
	if len(kinds) == 0 {
		return Box{}
	}
	k, width := p.style().TextScale, 0.0
	for _, l := range kinds {
		w, _ := p.fonts().measure(l.Words, faceKey{size: LegendSize * k}, 0)
		width = max(width, w)
	}
	return Box{x, y - (float64(len(kinds))*LegendLine+2*LegendPad)*k, x + width + (LegendText+LegendPad+4)*k, y}
}

// Swatch is where swatch n of so many stands in a line of a legend whose left edge and middle are given, at text scale k.
func Swatch(left, middle float64, n, of int, k float64) Box {
	x := left + (LegendText/2-float64(of)*LegendInk/2+float64(n)*LegendInk)*k
	return Box{x, middle - 5*k, x + LegendInk*k, middle + 5*k}
}

// Legend draws what the signs of a picture say, its lower left corner at x, y px of the viewport.
func (p Pen) Legend(dst *image.RGBA, kinds []Kind, x, y float64) Box {
	b := p.LegendBox(kinds, x, y)
	if len(kinds) == 0 {
		return b
	}
	style, scale := p.style(), p.scale()
	k := style.TextScale
	rounded(dst, b, 8*k, scale, style.CardEdge, 1)
	rounded(dst, b, 8*k, scale, style.CardFill, 0)
	small := p
	small.Scale = scale * LegendSign
	face := faceKey{size: LegendSize * k * scale}
	for i, l := range kinds {
		middle := b.Top + (LegendPad+LegendLine*(float64(i)+0.5))*k
		for n, ink := range l.Inks {
			s := Swatch(b.Left, middle, n, len(l.Inks), k)
			rounded(dst, s, 0, scale, style.Land, 0)
			rounded(dst, s, 0, scale, ink, 0)
		}
		m := l.Mark
		m.X, m.Y = (b.Left+LegendText/2*k)/LegendSign, middle/LegendSign
		small.Marks(dst, []Mark{m})
		_, rise := p.fonts().measure(l.Words, face, 0)
		word := p.fonts().word(wordKey{text: l.Words, face: face, ink: style.CardText})
		blit(dst, word.img, int(math.Round((b.Left+LegendText*k)*scale))-word.x, int(math.Round(middle*scale+rise/2))-word.y)
	}
	return b
}

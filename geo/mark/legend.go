package mark

import (
	"image"
	"math"
)

// Kind is one line of a legend: a sign and what it says.
type Kind struct {
	Words string
	Mark  Mark
}

// Kinds are the signs that stand among some, each once, with what they say.
func Kinds(signs []Mark) []Kind {
	all := []struct {
		Kind
		has func(m *Mark) bool
	}{
		{Kind{"something happened here", Mark{Filled: true}}, func(m *Mark) bool { return m.Filled && !m.Open }},
		{Kind{"planned, denied or only claimed", Mark{Filled: true, Open: true}}, func(m *Mark) bool { return m.Filled && m.Open }},
		{Kind{"somebody speaks or acts from here", Mark{Ring: true}}, func(m *Mark) bool { return m.Ring }},
		{Kind{"only the country is known", Mark{Filled: true, Country: true}}, func(m *Mark) bool { return m.Country }},
	}
	var out []Kind
	for _, k := range all {
		for i := range signs {
			if k.has(&signs[i]) {
				out = append(out, k.Kind)
				break
			}
		}
	}
	return out
}

// Measures of a legend, in px at scale 1.
const (
	LegendLine = 21.0 // from one line to the next
	LegendSize = 11.5 // of the words
	LegendPad  = 8.0
	LegendText = 36.0 // from the left edge to the words; the sign stands in the middle of it
	LegendSign = 0.7  // of the size that a sign has on the map
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
		m := l.Mark
		m.X, m.Y = (b.Left+LegendText/2*k)/LegendSign, middle/LegendSign
		small.Marks(dst, []Mark{m})
		_, rise := p.fonts().measure(l.Words, face, 0)
		word := p.fonts().word(wordKey{text: l.Words, face: face, ink: style.CardText})
		blit(dst, word.img, int(math.Round((b.Left+LegendText*k)*scale))-word.x, int(math.Round(middle*scale+rise/2))-word.y)
	}
	return b
}

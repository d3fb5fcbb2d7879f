package textview

import (
	"image/color"
	"strings"

	"dateline/app/ui/kit"
)

const (
	tipWidth = 330
	tipPad   = 8
	tipLines = 9
	tipGap   = 5 // to the line it speaks of
)

// tip is the small card that says what was read and why. It stands below the line under the pointer, or above it, so
// it never covers what is pointed at.
type tip struct {
	*kit.Tip
	face           *face
	fonts, madeFor string // names of the theme's fonts, to see when they change
}

// show sets the words and finds a place; where there is none, nothing is shown.
func (p *tip) show(t *Text, words string, x, top, bottom float32) {
	p.Hide()
	size := t.Size()
	room := min(float32(tipWidth), size.Width-16) - 2*tipPad
	if room < 60 || p.face == nil {
		return
	}
	lines := p.lines(words, room, t.look.TipText)
	if len(lines) == 0 {
		return
	}
	p.Snap = t.snap
	box := p.Set(lines, kit.TipLook{Fill: t.look.TipFill, Line: t.look.TipLine, Radius: 6, Stroke: 1, PadX: tipPad, PadY: tipPad - 1, High: p.face.line})
	y := bottom + tipGap
	if y+box.Height > size.Height-4 {
		y = top - tipGap - box.Height
	}
	if y < 2 {
		p.Hide()
		return
	}
	p.Move(max(8, min(x-24, size.Width-box.Width-8-barWidth/2)), y)
}

// lines breaks words into lines as the pane itself does.
func (p *tip) lines(words string, room float32, ink color.Color) []kit.TipLine {
	var lay layout
	for i := range lay.faces {
		lay.faces[i] = p.face
	}
	lay.split(Article{Text: words}, newSet().styleOf)
	lay.width = room
	var out []kit.TipLine
	for i := range lay.blocks {
		b := &lay.blocks[i]
		lay.breakLines(b)
		s := b.text(words)
		for k := range b.lines {
			from, to := b.lineSpan(k, len(s))
			if n := len(out); n == tipLines {
				out[n-1].Words = strings.TrimSuffix(strings.TrimSpace(out[n-1].Words), "…") + "…"
				break
			}
			out = append(out, kit.TipLine{Words: drawn(s[from:to]), Face: p.face.kit(), Ink: ink})
		}
	}
	return out
}

func newSet() *markSet { return &markSet{} }

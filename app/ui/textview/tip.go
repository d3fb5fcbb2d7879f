package textview

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	box            *canvas.Rectangle
	words          []*canvas.Text
	n              int
	face           *face
	text           color.Color
	fonts, madeFor string // names of the theme's fonts, to see when they change
}

func (p *tip) make() {
	p.box = canvas.NewRectangle(color.White)
	p.box.CornerRadius, p.box.StrokeWidth = 6, 1
	p.box.Hide()
}

func (p *tip) visible() bool { return p.n > 0 }

func (p *tip) colors(l Look) {
	p.box.FillColor, p.box.StrokeColor, p.text = l.TipFill, l.TipLine, l.TipText
	for _, w := range p.words {
		w.Color = l.TipText
	}
}

func (p *tip) hide() {
	p.n = 0
	p.box.Hidden = true
}

// show sets the words and finds a place; where there is none, nothing is shown.
func (p *tip) show(t *Text, words string, x, top, bottom float32) {
	p.hide()
	size := t.Size()
	room := min(float32(tipWidth), size.Width-16) - 2*tipPad
	if room < 60 || p.face == nil {
		return
	}
	p.colors(t.look)
	var lay layout
	for i := range lay.faces {
		lay.faces[i] = p.face
	}
	lay.split(Article{Text: words}, newSet().styleOf)
	lay.width = room
	var lines []string
	widest := float32(0)
	for i := range lay.blocks {
		b := &lay.blocks[i]
		lay.breakLines(b)
		s := b.text(words)
		for k := range b.lines {
			from, to := b.lineSpan(k, len(s))
			if len(lines) == tipLines {
				lines[tipLines-1] = strings.TrimSuffix(strings.TrimSpace(lines[tipLines-1]), "…") + "…"
				break
			}
			lines = append(lines, s[from:to])
			w, _ := p.face.measure(drawn(s[from:to]))
			widest = max(widest, w)
		}
	}
	w, h := widest+2*tipPad, float32(len(lines))*p.face.line+2*tipPad-2
	y := bottom + tipGap
	if y+h > size.Height-4 {
		y = top - tipGap - h
	}
	if y < 2 || len(lines) == 0 {
		return
	}
	x = max(8, min(x-24, size.Width-w-8-barWidth/2))
	p.box.Move(t.snap(x, y))
	p.box.Resize(fyne.NewSize(w, h))
	p.box.Hidden = false
	for len(p.words) < len(lines) {
		p.words = append(p.words, &canvas.Text{})
	}
	for i, s := range lines {
		c := p.words[i]
		c.Color = p.text
		p.face.paint(c, s)
		c.Move(t.snap(x+tipPad, y+tipPad-1+float32(i)*p.face.line+(p.face.line-p.face.height)/2))
		c.Resize(fyne.NewSize(w-2*tipPad, p.face.height))
	}
	p.n = len(lines)
}

func newSet() *markSet { return &markSet{} }

func (p *tip) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	if p.n == 0 {
		return objs
	}
	objs = append(objs, p.box)
	for _, w := range p.words[:p.n] {
		objs = append(objs, w)
	}
	return objs
}

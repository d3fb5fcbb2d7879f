package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// The pen: how thick a stroke is and how far apart its points lie, in px of a screen 1080 high; how many points a slide takes.
const (
	penWidth = 7
	penStep  = 5
	mostInk  = 4000
)

// SetPen takes the pen, or puts it down; what was drawn stays until the slide changes. It fires no callback.
func (p *Screen) SetPen(on bool) {
	if p = p.first(); p.pen != on {
		p.pen = on
		p.lift()
		p.inked()
	}
}

// Pen reports whether the person draws.
func (p *Screen) Pen() bool { return p.first().pen }

// UndoStroke takes the last stroke away. It reports whether there was one.
func (p *Screen) UndoStroke() bool {
	p = p.first()
	n := len(p.strokes)
	if n == 0 {
		return false
	}
	p.strokes, p.drawing = p.strokes[:n-1:n-1], false
	p.inked()
	return true
}

// wipe takes all strokes away: another slide comes.
func (p *Screen) wipe() { p.strokes, p.drawing = nil, false }

// drawTo goes on with the stroke, or begins one.
func (p *Screen) drawTo(part fyne.Position) {
	n := 0
	for _, s := range p.strokes {
		n += len(s)
	}
	if n >= mostInk {
		return
	}
	if !p.drawing {
		p.strokes, p.drawing = append(p.strokes[:len(p.strokes):len(p.strokes)], []fyne.Position{part}), true
		return
	}
	last := &p.strokes[len(p.strokes)-1]
	far := p.at(part).Subtract(p.at((*last)[len(*last)-1]))
	if step := penStep * p.plan.size.unit; far.X*far.X+far.Y*far.Y < step*step {
		return
	}
	*last = append(*last, part)
	p.inked()
}

// lift ends the stroke.
func (p *Screen) lift() { p.drawing = false }

// inked shows what is drawn, here and on the twin.
func (p *Screen) inked() {
	for _, s := range [...]*Screen{p, p.twin} {
		if s == nil || s.draw == nil {
			continue
		}
		s.pen, s.strokes = p.pen, p.strokes
		s.showGlass()
		s.draw.ink.show()
		canvas.Refresh(s.draw.rule)
	}
}

// ink is what was drawn. The pointer does not find it.
type ink struct {
	widget.BaseWidget
	p     *Screen
	lines []fyne.CanvasObject // *canvas.Line
	used  int
}

func newInk(p *Screen) *ink {
	i := &ink{p: p}
	i.ExtendBaseWidget(i)
	i.Hide()
	return i
}

// show puts a line between each two points.
func (i *ink) show() {
	p := i.p
	i.Resize(p.Size())
	i.used = 0
	for _, s := range p.strokes {
		for k := 1; k < len(s); k++ {
			if i.used == len(i.lines) {
				i.lines = append(i.lines, canvas.NewLine(p.look.accent))
			}
			l := i.lines[i.used].(*canvas.Line)
			i.used++
			l.StrokeColor, l.StrokeWidth = p.look.accent, max(penWidth*p.plan.size.unit, 2)
			l.Position1, l.Position2 = p.at(s[k-1]), p.at(s[k])
		}
	}
	if on := i.used > 0; on != i.Visible() {
		if on {
			i.Show()
		} else {
			i.Hide()
		}
	}
}

// CreateRenderer is called by Fyne.
func (i *ink) CreateRenderer() fyne.WidgetRenderer { return inkRenderer{i} }

type inkRenderer struct{ i *ink }

func (r inkRenderer) Destroy()                     {}
func (r inkRenderer) Layout(fyne.Size)             {}
func (r inkRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r inkRenderer) Refresh()                     {}
func (r inkRenderer) Objects() []fyne.CanvasObject { return r.i.lines[:r.i.used] }

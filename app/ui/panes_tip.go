package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// tips says a few words about a control while the pointer or the keyboard is at it. It takes no pointer itself.
type tips struct {
	w    *Window
	back *canvas.Rectangle
	line []*canvas.Text
	root *fyne.Container
	at   *control
}

func newTips(w *Window) *tips {
	t := &tips{w: w, back: canvas.NewRectangle(nil)}
	t.back.CornerRadius, t.back.StrokeWidth = 6, 1
	t.root = container.NewWithoutLayout()
	return t
}

func (t *tips) setPalette(p *palette) {
	t.back.FillColor, t.back.StrokeColor = p.bar, p.border
	for _, l := range t.line {
		l.Color, l.TextSize = p.text, p.textSize*0.93
	}
	t.root.Objects = nil
}

// show says words beside the control; "" ends it.
func (t *tips) show(c *control, words string) {
	if words == "" {
		if t.at == c || c == nil {
			t.at = nil
			t.root.Objects, t.line = nil, nil
			t.root.Refresh()
		}
		return
	}
	t.at, t.line = c, nil
	p, screen := t.w.pal, t.root.Size()
	size := p.textSize * 0.93
	wide := float32(0)
	for _, s := range wrap(words, min(screen.Width-36, 420*t.w.scale()), size) {
		l := canvas.NewText(s, p.text)
		l.TextSize = size
		wide = max(wide, l.MinSize().Width)
		t.line = append(t.line, l)
	}
	high := float32(0)
	for _, l := range t.line {
		high += l.MinSize().Height
	}
	box := fyne.NewSize(wide+20, high+12)
	d := t.w.cfg.App.Driver()
	at := d.AbsolutePositionForObject(c).Subtract(d.AbsolutePositionForObject(t.root))
	y := at.Y + c.Size().Height + 5
	if y+box.Height > screen.Height {
		y = at.Y - box.Height - 5
	}
	x := max(min(at.X, screen.Width-box.Width-8), 4)
	t.back.Move(fyne.NewPos(x, y))
	t.back.Resize(box)
	t.root.Objects = []fyne.CanvasObject{t.back}
	y += 6
	for _, l := range t.line {
		l.Move(fyne.NewPos(x+10, y))
		l.Resize(l.MinSize())
		y += l.MinSize().Height
		t.root.Objects = append(t.root.Objects, l)
	}
	t.setColours(p)
	t.root.Refresh()
}

func (t *tips) setColours(p *palette) { t.back.FillColor, t.back.StrokeColor = p.bar, p.border }

// wrap breaks words into lines of at most a width.
func wrap(words string, width, size float32) []string {
	var out []string
	from, last := 0, -1
	for i := 0; i <= len(words); i++ {
		if i < len(words) && words[i] != ' ' {
			continue
		}
		if last >= from && fyne.MeasureText(words[from:i], size, fyne.TextStyle{}).Width > width {
			out = append(out, words[from:last])
			from = last + 1
		}
		last = i
	}
	return append(out, words[from:])
}

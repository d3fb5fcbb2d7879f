package correctcard

import (
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// radio is answers below each other of which one is chosen: by a tap, or by the arrows while it has the keyboard.
type radio struct {
	widget.BaseWidget
	card   *Card
	all    []Choice
	chosen string
	told   func(id string)
	pal    *kit.Palette

	objects []fyne.CanvasObject
	ends    []float32 // below each answer
	broken  float32
	focused bool
	ring    *canvas.Rectangle
}

var (
	_ fyne.Tappable      = (*radio)(nil)
	_ fyne.Focusable     = (*radio)(nil)
	_ desktop.Cursorable = (*radio)(nil)
)

func newRadio(c *Card, told func(string)) *radio {
	r := &radio{card: c, told: told, pal: kit.Palettes[0], ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 5
	r.ExtendBaseWidget(r)
	return r
}

func (r *radio) set(all []Choice, chosen string) {
	r.all, r.chosen, r.broken = all, chosen, 0
	r.Refresh()
}

func (r *radio) look(p *kit.Palette) {
	r.pal, r.broken = p, 0
	r.Refresh()
}

func (r *radio) height(width float32) float32 {
	r.lay(width)
	if len(r.ends) == 0 {
		return 0
	}
	return r.ends[len(r.ends)-1]
}

// lay draws the answers for a width: a circle, name and rest in lines, the reasons below, the bar at the right.
func (r *radio) lay(width float32) {
	if width == r.broken || width <= 0 {
		return
	}
	r.broken, r.objects, r.ends = width, nil, nil
	p, k := r.pal, r.pal.Scale()
	small := kit.Face{Size: p.TextSize * 0.86}
	y := float32(0)
	for i := range r.all {
		c := &r.all[i]
		top := y + 4*k
		in, end := 24*k, width-4
		bars := c.Share >= 0 && width > 230*k // the bar says what the order says too
		if bars {
			end -= 62 * k
		}
		h := r.writeNames(c, in, top, end-in)
		first := (kit.Face{Size: p.TextSize}).Line()
		if c.Why != "" {
			for _, s := range small.Wrap(c.Why, end-in) {
				r.write(small, s, p.Muted, in, top+h)
				h += small.Line()
			}
		}
		r.circle(c.ID == r.chosen, 1, top+(first-15*k)/2, 15*k)
		if bars {
			r.bar(c, end+10*k, top+first/2-2, 52*k)
		}
		y = top + h + 4*k
		r.ends = append(r.ends, y)
	}
}

// writeNames writes the name in bold and what follows it, in as many lines as it takes, and gives their height.
func (r *radio) writeNames(c *Choice, x, y, room float32) float32 {
	p := r.pal
	bold, plain := kit.Face{Size: p.TextSize, Style: fyne.TextStyle{Bold: c.Share >= 0 || c.Rest != ""}}, kit.Face{Size: p.TextSize}
	line := plain.Line()
	lines := bold.Wrap(c.Name, room)
	h := float32(0)
	last := float32(0)
	for _, s := range lines {
		r.write(bold, s, p.Text, x, y+h)
		last, h = bold.Measure(s).Width, h+line
	}
	if c.Rest == "" {
		return max(h, line)
	}
	space := plain.Measure("n n").Width - plain.Measure("nn").Width
	if at := last + space; at+plain.Measure(c.Rest).Width <= room && h > 0 {
		r.write(plain, c.Rest, p.Text, x+at, y+h-line)
		return h
	}
	for _, s := range plain.Wrap(c.Rest, room) {
		r.write(plain, s, p.Text, x, y+h)
		h += line
	}
	return h
}

func (r *radio) write(f kit.Face, s string, ink color.Color, x, y float32) {
	t := canvas.NewText("", ink)
	f.Write(t, s, ink)
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	r.objects = append(r.objects, t)
}

func (r *radio) circle(on bool, x, y, d float32) {
	ring := canvas.NewCircle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = r.pal.Border, 1.5
	if on {
		ring.StrokeColor = r.pal.Primary
	}
	ring.Move(fyne.NewPos(x, y))
	ring.Resize(fyne.NewSize(d, d))
	r.objects = append(r.objects, ring)
	if on {
		dot := canvas.NewCircle(r.pal.Primary)
		dot.Move(fyne.NewPos(x+d*0.25, y+d*0.25))
		dot.Resize(fyne.NewSize(d*0.5, d*0.5))
		r.objects = append(r.objects, dot)
	}
}

func (r *radio) bar(c *Choice, x, y, w float32) {
	under, over := canvas.NewRectangle(r.pal.Line), canvas.NewRectangle(r.pal.Border)
	if c.ID == r.card.data.Shown {
		over.FillColor = r.pal.Primary
	}
	under.CornerRadius, over.CornerRadius = 2, 2
	for _, b := range []*canvas.Rectangle{under, over} {
		b.Move(fyne.NewPos(x, y))
		b.Resize(fyne.NewSize(w, 4))
	}
	over.Resize(fyne.NewSize(max(float32(min(c.Share, 1))*w, 2), 4))
	r.objects = append(r.objects, under, over)
}

func (r *radio) at(y float32) int {
	for i, end := range r.ends {
		if y < end {
			return i
		}
	}
	return -1
}

// Tapped is called by Fyne.
func (r *radio) Tapped(e *fyne.PointEvent) {
	if i := r.at(e.Position.Y); i >= 0 {
		r.told(r.all[i].ID)
	}
}

// Cursor is called by Fyne.
func (r *radio) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by Fyne.
func (r *radio) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost is called by Fyne.
func (r *radio) FocusLost() { r.focused = false; r.Refresh() }

// TypedKey is called by Fyne while the answers have the keyboard.
func (r *radio) TypedKey(e *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyLeft: -1, fyne.KeyDown: 1, fyne.KeyRight: 1}[e.Name]
	if by == 0 {
		if e.Name != fyne.KeySpace {
			r.card.key(e)
		}
		return
	}
	at := -1
	if by < 0 {
		at = 0
	}
	for i := range r.all {
		if r.all[i].ID == r.chosen {
			at = i
		}
	}
	if n := len(r.all); n > 0 {
		r.told(r.all[min(max(at+by, 0), n-1)].ID)
	}
}

// TypedRune is called by Fyne.
func (r *radio) TypedRune(x rune) { r.card.rune(x) }

// CreateRenderer is called by Fyne.
func (r *radio) CreateRenderer() fyne.WidgetRenderer { return radioRenderer{r} }

type radioRenderer struct{ r *radio }

func (x radioRenderer) Layout(s fyne.Size) {
	x.r.lay(s.Width)
	x.r.ring.Move(fyne.NewPos(-5, 0))
	x.r.ring.Resize(fyne.NewSize(s.Width+10, s.Height))
}
func (x radioRenderer) MinSize() fyne.Size { return fyne.NewSize(20, 0) }
func (x radioRenderer) Refresh() {
	x.r.ring.StrokeColor = color.Transparent
	if x.r.focused {
		x.r.ring.StrokeColor = x.r.pal.Ring
	}
	x.Layout(x.r.Size())
	canvas.Refresh(x.r)
}
func (x radioRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, x.r.objects...), x.r.ring)
}
func (x radioRenderer) Destroy() {}

package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// segments is a row of words of which one is chosen: by a tap, or by the arrows while it has the keyboard.
type segments struct {
	widget.BaseWidget
	chosen int
	onKey  func(*fyne.KeyEvent)
	onRune func(rune)
	tapped func(int)

	words   []*caption
	boxes   []*canvas.Rectangle
	ground  *canvas.Rectangle
	ring    *canvas.Rectangle
	pal     *palette
	focused bool
}

var (
	_ fyne.Tappable      = (*segments)(nil)
	_ fyne.Focusable     = (*segments)(nil)
	_ desktop.Cursorable = (*segments)(nil)
)

func newSegments(tapped func(int)) *segments {
	s := &segments{tapped: tapped, ground: canvas.NewRectangle(nil), ring: canvas.NewRectangle(color.Transparent), pal: palettes[0]}
	s.ground.CornerRadius, s.ring.CornerRadius, s.ring.StrokeWidth = 8, 8, 2
	s.ExtendBaseWidget(s)
	return s
}

// set replaces the words; the choice stays.
func (s *segments) set(words ...string) {
	if len(words) < len(s.words) {
		s.words, s.boxes = s.words[:len(words)], s.boxes[:len(words)]
	}
	for len(s.words) < len(words) {
		s.words, s.boxes = append(s.words, newCaption()), append(s.boxes, canvas.NewRectangle(nil))
	}
	for i, w := range words {
		s.words[i].set(w)
	}
	s.setPalette(s.pal)
}

// choose shows segment i as chosen; it tells nobody.
func (s *segments) choose(i int) {
	s.chosen = min(max(i, 0), len(s.words)-1)
	s.setPalette(s.pal)
}

func (s *segments) setPalette(p *palette) {
	s.pal = p
	s.ground.FillColor = p.button
	s.ring.StrokeColor = color.Transparent
	if s.focused {
		s.ring.StrokeColor = p.ring
	}
	for i, w := range s.words {
		ink := p.muted
		s.boxes[i].CornerRadius = 6
		s.boxes[i].FillColor, s.boxes[i].StrokeColor, s.boxes[i].StrokeWidth = color.Transparent, color.Transparent, 1
		if i == s.chosen {
			ink = p.text
			s.boxes[i].FillColor, s.boxes[i].StrokeColor = p.bar, p.border
		}
		w.centred = true
		w.look(ink, p.textSize*0.93, i == s.chosen)
	}
	s.Refresh()
}

func (s *segments) pick(i int) {
	if i < 0 || i >= len(s.words) || i == s.chosen {
		return
	}
	s.choose(i)
	if s.tapped != nil {
		s.tapped(i)
	}
}

// Tapped is called by Fyne.
func (s *segments) Tapped(e *fyne.PointEvent) {
	if n := len(s.words); n > 0 && s.Size().Width > 0 {
		s.pick(int(e.Position.X / s.Size().Width * float32(n)))
	}
}

// Cursor is called by Fyne.
func (s *segments) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by Fyne.
func (s *segments) FocusGained() { s.focused = true; s.setPalette(s.pal) }

// FocusLost is called by Fyne.
func (s *segments) FocusLost() { s.focused = false; s.setPalette(s.pal) }

// TypedKey is called by Fyne while the switch has the keyboard.
func (s *segments) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.pick(s.chosen - 1)
	case fyne.KeyRight:
		s.pick(s.chosen + 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.pick((s.chosen + 1) % max(len(s.words), 1))
	default:
		if s.onKey != nil {
			s.onKey(e)
		}
	}
}

// TypedRune is called by Fyne.
func (s *segments) TypedRune(r rune) {
	if s.onRune != nil && r != ' ' {
		s.onRune(r)
	}
}

// CreateRenderer is called by Fyne.
func (s *segments) CreateRenderer() fyne.WidgetRenderer { return &segmentsRenderer{s} }

type segmentsRenderer struct{ s *segments }

func (r *segmentsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, fyne.MeasureText("Xg", r.s.pal.textSize*0.93, fyne.TextStyle{Bold: true}).Height+12)
}

func (r *segmentsRenderer) Layout(size fyne.Size) {
	r.s.ground.Resize(size)
	r.s.ring.Resize(size)
	n := float32(max(len(r.s.words), 1))
	each := (size.Width - 4) / n
	for i, w := range r.s.words {
		r.s.boxes[i].Move(fyne.NewPos(2+float32(i)*each, 2))
		r.s.boxes[i].Resize(fyne.NewSize(each, size.Height-4))
		w.Move(fyne.NewPos(2+float32(i)*each+5, 0))
		w.Resize(fyne.NewSize(max(each-10, 0), size.Height))
	}
}

func (r *segmentsRenderer) Refresh() {
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *segmentsRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.s.ground}
	for i, w := range r.s.words {
		out = append(out, r.s.boxes[i], w)
	}
	return append(out, r.s.ring)
}

func (r *segmentsRenderer) Destroy() {}

package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Segments is a row of words of which one is chosen: by a tap, or by the arrows while it has the keyboard.
type Segments struct {
	widget.BaseWidget
	Chosen int
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)
	tapped func(int)

	words   []*Caption
	boxes   []*canvas.Rectangle
	ground  *canvas.Rectangle
	ring    *canvas.Rectangle
	pal     *Palette
	focused bool
	lines   int // that the words stand in
}

var (
	_ fyne.Tappable      = (*Segments)(nil)
	_ fyne.Focusable     = (*Segments)(nil)
	_ desktop.Cursorable = (*Segments)(nil)
)

// NewSegments makes a row without words; tapped is told of a person's choice.
func NewSegments(tapped func(int)) *Segments {
	s := &Segments{tapped: tapped, ground: canvas.NewRectangle(nil), ring: canvas.NewRectangle(color.Transparent), pal: Palettes[0], lines: 1}
	s.ground.CornerRadius, s.ring.CornerRadius, s.ring.StrokeWidth = 8, 8, 2
	s.ExtendBaseWidget(s)
	return s
}

// Set replaces the words; the choice stays.
func (s *Segments) Set(words ...string) {
	if len(words) < len(s.words) {
		s.words, s.boxes = s.words[:len(words)], s.boxes[:len(words)]
	}
	for len(s.words) < len(words) {
		s.words, s.boxes = append(s.words, NewCaption()), append(s.boxes, canvas.NewRectangle(nil))
	}
	for i, w := range words {
		s.words[i].Set(w)
	}
	s.SetPalette(s.pal)
}

// Choose shows segment i as chosen; it tells nobody.
func (s *Segments) Choose(i int) {
	s.Chosen = min(max(i, 0), len(s.words)-1)
	s.SetPalette(s.pal)
}

// SetPalette takes new colours and sizes.
func (s *Segments) SetPalette(p *Palette) {
	s.pal = p
	s.ground.FillColor = p.Button
	s.ring.StrokeColor = color.Transparent
	if s.focused {
		s.ring.StrokeColor = p.Ring
	}
	for i, w := range s.words {
		ink := p.Muted
		s.boxes[i].CornerRadius = 6
		s.boxes[i].FillColor, s.boxes[i].StrokeColor, s.boxes[i].StrokeWidth = color.Transparent, color.Transparent, 1
		if i == s.Chosen {
			ink = p.Text
			s.boxes[i].FillColor, s.boxes[i].StrokeColor = p.Bar, p.Border
		}
		w.Centred = true
		w.Look(ink, p.TextSize*0.93, i == s.Chosen)
	}
	s.Refresh()
}

func (s *Segments) pick(i int) {
	if i < 0 || i >= len(s.words) || i == s.Chosen {
		return
	}
	s.Choose(i)
	if s.tapped != nil {
		s.tapped(i)
	}
}

// leastSegment is the part of the text size below which words are cut rather than made smaller.
const leastSegment = 0.8

// fit makes words smaller where they need more than a width, as far as they can still be read.
func (s *Segments) fit(words []*Caption, width float32) {
	full, sum := s.pal.TextSize*0.93, float32(0)
	for _, w := range words {
		w.text.TextSize = full
		sum += w.Natural()
	}
	if room := width - 9*float32(len(words)); sum > room && room > 0 {
		for _, w := range words {
			w.text.TextSize = full * max(room/sum, leastSegment)
		}
	}
}

// easySegment is the part of the text size below which words are put into two lines, where they may be.
const easySegment = 0.9

// Break puts the words into two lines where they are easier to read so in a width, else into one. Nobody need ask for it:
// then they stay in one.
func (s *Segments) Break(width float32) {
	sum, full := float32(0), s.pal.TextSize*0.93
	for _, w := range s.words { // measured only: what is shown keeps the size that it was given room for
		sum += fyne.MeasureText(w.full, full, w.text.TextStyle).Width
	}
	if s.lines = 1; len(s.words) > 3 && sum*easySegment > width-4-9*float32(len(s.words)) {
		s.lines = 2
	}
}

// line gives the words of a line and the number of the first.
func (s *Segments) line(i int) (words []*Caption, first int) {
	per := (len(s.words) + s.lines - 1) / s.lines
	first = min(i*per, len(s.words))
	return s.words[first:min(first+per, len(s.words))], first
}

// ends are where segments end in a width: all as wide, unless one needs more than that; then each has its words and an
// equal part of what is left.
func ends(words []*Caption, width float32) []float32 {
	n := float32(max(len(words), 1))
	sum, most := float32(0), float32(0)
	for _, w := range words {
		need := w.Natural() + 9
		sum, most = sum+need, max(most, need)
	}
	out, x := make([]float32, len(words)), float32(0)
	for i, w := range words {
		if most <= width/n {
			x += width / n
		} else {
			x += (w.Natural() + 9) * min(width/sum, 1)
			x += max(width-sum, 0) / n
		}
		out[i] = x
	}
	return out
}

// Tapped is called by Fyne.
func (s *Segments) Tapped(e *fyne.PointEvent) {
	at := int(e.Position.Y / max(s.Size().Height/float32(s.lines), 1))
	words, first := s.line(min(max(at, 0), s.lines-1))
	for i, end := range ends(words, s.Size().Width-4) {
		if e.Position.X-2 < end {
			s.pick(first + i)
			return
		}
	}
}

// Cursor is called by Fyne.
func (s *Segments) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by Fyne.
func (s *Segments) FocusGained() { s.focused = true; s.SetPalette(s.pal) }

// FocusLost is called by Fyne.
func (s *Segments) FocusLost() { s.focused = false; s.SetPalette(s.pal) }

// TypedKey is called by Fyne while the switch has the keyboard.
func (s *Segments) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.pick(s.Chosen - 1)
	case fyne.KeyRight:
		s.pick(s.Chosen + 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.pick((s.Chosen + 1) % max(len(s.words), 1))
	default:
		if s.OnKey != nil {
			s.OnKey(e)
		}
	}
}

// TypedRune is called by Fyne.
func (s *Segments) TypedRune(r rune) {
	if s.OnRune != nil && r != ' ' {
		s.OnRune(r)
	}
}

// CreateRenderer is called by Fyne.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return &segmentsRenderer{s} }

type segmentsRenderer struct{ s *Segments }

func (r *segmentsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, fyne.MeasureText("Xg", r.s.pal.TextSize*0.93, fyne.TextStyle{Bold: true}).Height*float32(r.s.lines)+float32(4+8*r.s.lines))
}

func (r *segmentsRenderer) Layout(size fyne.Size) {
	r.s.ground.Resize(size)
	r.s.ring.Resize(size)
	high := (size.Height - 4) / float32(r.s.lines)
	for n := range r.s.lines {
		words, first := r.s.line(n)
		r.s.fit(words, size.Width-4)
		from, y := float32(0), 2+float32(n)*high
		for i, end := range ends(words, size.Width-4) {
			r.s.boxes[first+i].Move(fyne.NewPos(2+from, y))
			r.s.boxes[first+i].Resize(fyne.NewSize(end-from, high))
			words[i].Move(fyne.NewPos(2+from+4, y))
			words[i].Resize(fyne.NewSize(max(end-from-8, 0), high))
			from = end
		}
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

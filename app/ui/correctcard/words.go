package correctcard

import (
	"image/color"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// para is a few lines of text, on a ground or on none.
type para struct {
	widget.BaseWidget
	words  string
	face   kit.Face
	ink    color.NRGBA
	ground color.Color
	back   *canvas.Rectangle
	lines  []fyne.CanvasObject
	broken float32 // the width that the lines are for
}

const paraPad = 9 // round the lines on a ground

func newPara() *para {
	p := &para{back: canvas.NewRectangle(color.Transparent)}
	p.back.CornerRadius = 5
	p.ExtendBaseWidget(p)
	return p
}

func (p *para) look(ink color.NRGBA, ground color.Color, f kit.Face) {
	p.ink, p.ground, p.face, p.broken = ink, ground, f, 0
	p.back.FillColor = color.Transparent
	if ground != nil {
		p.back.FillColor = ground
	}
	p.Refresh()
}

func (p *para) set(words string) {
	if p.words != words {
		p.words, p.broken = words, 0
		p.Refresh()
	}
}

func (p *para) pad() float32 {
	if p.ground == nil {
		return 0
	}
	return paraPad
}

func (p *para) height(width float32) float32 {
	p.lay(width)
	return float32(len(p.lines))*p.face.Line() + 2*p.pad()*0.7
}

func (p *para) lay(width float32) {
	if width == p.broken || width <= 0 {
		return
	}
	p.broken, p.lines = width, nil
	if p.words == "" {
		return
	}
	y := p.pad() * 0.7
	for _, s := range p.face.Wrap(p.words, width-2*p.pad()) {
		t := canvas.NewText("", p.ink)
		p.face.Write(t, s, p.ink)
		t.Move(fyne.NewPos(p.pad(), y))
		t.Resize(t.MinSize())
		p.lines = append(p.lines, t)
		y += p.face.Line()
	}
}

// CreateRenderer is called by Fyne.
func (p *para) CreateRenderer() fyne.WidgetRenderer { return paraRenderer{p} }

type paraRenderer struct{ p *para }

func (r paraRenderer) Layout(s fyne.Size) {
	r.p.back.Resize(s)
	r.p.lay(s.Width)
}
func (r paraRenderer) MinSize() fyne.Size { return fyne.NewSize(20, 0) }
func (r paraRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
func (r paraRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.p.back}, r.p.lines...)
}
func (r paraRenderer) Destroy() {}

// passage is a sentence in the face of articles with some of its words marked, beside a coloured edge.
type passage struct {
	widget.BaseWidget
	before, words, after string
	face                 kit.Face
	pal                  *kit.Palette
	edge                 *canvas.Rectangle
	objects              []fyne.CanvasObject
	broken, tall         float32
}

const passageIn = 11 // of the words, from the edge

func newPassage() *passage {
	p := &passage{edge: canvas.NewRectangle(nil), pal: kit.Palettes[0]}
	p.ExtendBaseWidget(p)
	return p
}

func (p *passage) look(pal *kit.Palette, f kit.Face) {
	p.pal, p.face, p.broken = pal, f, 0
	p.edge.FillColor = pal.Ring
	p.Refresh()
}

func (p *passage) set(before, words, after string) {
	p.before, p.words, p.after, p.broken = before, words, after, 0
	p.Refresh()
}

func (p *passage) height(width float32) float32 {
	p.lay(width)
	return p.tall
}

// lay breaks the sentence into lines, word by word, and draws the marked ones on a ground with a line below.
func (p *passage) lay(width float32) {
	if width == p.broken || width <= 0 {
		return
	}
	p.broken = width
	var grounds, texts []fyne.CanvasObject
	line, space := p.face.Line(), p.face.Measure("n n").Width-p.face.Measure("nn").Width
	x, y, room := float32(0), float32(0), width-passageIn
	glued := false // the next run goes on without a space
	put := func(run string, marked bool) {
		for i, w := range strings.Fields(run) {
			size := p.face.Measure(w)
			lead := space
			if x == 0 || i == 0 && glued {
				lead = 0
			}
			if x > 0 && x+lead+size.Width > room {
				x, y, lead = 0, y+line, 0
			}
			if size.Width > room {
				w, size.Width = p.face.Shorten(w, room)
			}
			if marked {
				from := x + lead
				if i > 0 && lead > 0 {
					from = x
				}
				g, u := canvas.NewRectangle(kit.WithAlpha(p.pal.Filled, 0x24)), canvas.NewRectangle(p.pal.Filled)
				g.Move(fyne.NewPos(passageIn+from, y))
				g.Resize(fyne.NewSize(x+lead+size.Width-from, line))
				u.Move(fyne.NewPos(passageIn+from, y+line-2))
				u.Resize(fyne.NewSize(x+lead+size.Width-from, 2))
				grounds = append(grounds, g, u)
			}
			t := canvas.NewText("", nil)
			p.face.Write(t, w, p.pal.Text)
			t.Move(fyne.NewPos(passageIn+x+lead, y))
			t.Resize(t.MinSize())
			texts = append(texts, t)
			x += lead + size.Width
		}
		glued = run != "" && run == strings.TrimRight(run, " \n\t\r")
	}
	put(p.before, false)
	glued = glued && p.before != ""
	put(p.words, true)
	glued = glued && p.after == strings.TrimLeft(p.after, " \n\t\r")
	put(p.after, false)
	p.tall = y + line
	p.objects = append(grounds, texts...)
}

// CreateRenderer is called by Fyne.
func (p *passage) CreateRenderer() fyne.WidgetRenderer { return passageRenderer{p} }

type passageRenderer struct{ p *passage }

func (r passageRenderer) Layout(s fyne.Size) {
	r.p.edge.Resize(fyne.NewSize(3, s.Height))
	r.p.lay(s.Width)
}
func (r passageRenderer) MinSize() fyne.Size { return fyne.NewSize(20, 0) }
func (r passageRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
func (r passageRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.p.edge}, r.p.objects...)
}
func (r passageRenderer) Destroy() {}

// field is a line to type in. It leaves what types nothing to the card.
type field struct {
	widget.Entry
	card   *Card
	silent bool // what changes was not typed
}

func newField(c *Card) *field {
	f := &field{card: c}
	f.ExtendBaseWidget(f)
	f.OnSubmitted = func(string) { c.enter() }
	return f
}

// TypedKey is called by Fyne.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyDown, fyne.KeyUp:
		f.card.key(e)
	default:
		f.Entry.TypedKey(e)
	}
}

// box is a sign box of the card. It leaves the keys it has no use for to the card.
type box struct {
	widget.Check
	card *Card
}

func newBox(c *Card) *box {
	b := &box{card: c}
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is called by Fyne.
func (b *box) TypedKey(e *fyne.KeyEvent) { b.card.key(e) }

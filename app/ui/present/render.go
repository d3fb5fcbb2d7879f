package present

import (
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// drawing is what the screen consists of.
type drawing struct {
	p       *Screen
	ground  *canvas.Rectangle // behind the timeline
	rule    *canvas.Rectangle // above it
	date    *plate
	quote   *plate
	counter *plate
	choices [4]*plate
	ink     *ink
	glass   *glass
	blank   *plate
	objects []fyne.CanvasObject
}

// CreateRenderer is called by Fyne.
func (p *Screen) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{p: p, ground: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent),
		date: newPlate(), quote: newPlate(), counter: newPlate(), ink: newInk(p), glass: newGlass(p), blank: newPlate()}
	r.quote.tapped = func(fyne.Position) {
		if p.ask != nil {
			call(p.OnAnswer)
		} else if p.hidesSpeaker() {
			p.Do(Speakers)
		}
	}
	r.counter.tapped = r.tapCounter
	r.counter.strokes = newStrokes(6)
	r.date.scrolled, r.counter.scrolled, r.quote.scrolled = p.wheel, p.wheel, p.wheel
	r.blank.tapped = func(fyne.Position) { p.first().turnBlank(NotBlank) }
	r.blank.noPointer = p.lead == nil
	r.objects = []fyne.CanvasObject{p.mapp, r.ground, r.rule, p.line, r.date, r.counter, r.quote}
	for i := range r.choices {
		r.choices[i] = newPlate()
		r.choices[i].tapped = func(fyne.Position) { p.pick(i) }
		r.objects = append(r.objects, r.choices[i])
	}
	r.objects = append(r.objects, r.ink, r.glass, r.blank)
	p.draw = r
	p.look = p.own.themed(p)
	r.show()
	return r
}

func (r *drawing) Destroy()                     { r.p.draw = nil }
func (r *drawing) Objects() []fyne.CanvasObject { return r.objects }
func (r *drawing) MinSize() fyne.Size           { return fyne.NewSize(320, 240) }

// Layout is called by Fyne.
func (r *drawing) Layout(s fyne.Size) {
	if s == r.p.plan.screen {
		return
	}
	r.p.relayout()
	call(r.p.OnResize)
}

// Refresh follows a new theme or look.
func (r *drawing) Refresh() {
	if k := r.p.own.themed(r.p); k != r.p.look {
		r.p.look, r.p.words = k, nil
	}
	r.p.relayout()
}

// relayout plans the slide anew and shows it.
func (p *Screen) relayout() {
	s := p.Size()
	if p.draw == nil || s.Width <= 0 || s.Height <= 0 {
		return
	}
	if p.words == nil {
		p.words = widths{}
	}
	p.plan = p.layOut(s)
	p.draw.show()
	if p.twin != nil {
		p.twin.follow()
	}
}

// showBlank covers the screen, or does not.
func (p *Screen) showBlank() {
	r := p.draw
	if r == nil {
		return
	}
	canvas.Refresh(r.rule) // the screen is to be painted: Fyne does not know a canvas of what was never shown
	if p.blank == NotBlank {
		r.blank.Hide()
		return
	}
	c := color.NRGBA{A: 255}
	if p.blank == AllWhite {
		c = color.NRGBA{255, 255, 255, 255}
	}
	r.blank.body.FillColor = c
	r.blank.body.Resize(p.Size())
	r.blank.Resize(p.Size())
	r.blank.Show()
}

// show puts everything where the plan says.
func (r *drawing) show() {
	p := r.p
	o, k := &p.plan, &p.look
	place := func(c fyne.CanvasObject, x, y, w, h float32) {
		if at := fyne.NewPos(x, y); c.Position() != at {
			c.Move(at)
		}
		if size := fyne.NewSize(max(w, 0), max(h, 0)); c.Size() != size {
			c.Resize(size)
		}
	}
	strip := o.screen.Height - o.mapp.Height
	z := o.size
	cards := p.ask != nil && p.ask.Pane == OnCards
	for _, c := range [...]fyne.CanvasObject{p.mapp, p.line} { // a map without a height would be laid out anew for nothing
		if cards == c.Visible() {
			if cards {
				c.Hide()
			} else {
				c.Show()
			}
		}
	}
	if !cards {
		place(p.mapp, 0, 0, o.mapp.Width, o.mapp.Height)
		place(p.line, z.marginX*0.5, o.mapp.Height+6*z.unit, o.screen.Width-z.marginX, strip-12*z.unit)
	}
	place(r.ground, 0, o.mapp.Height, o.screen.Width, strip)
	place(r.rule, 0, o.mapp.Height, o.screen.Width, max(1.5*z.unit, 1))
	r.ground.FillColor, r.rule.FillColor = k.strip, k.line
	canvas.Refresh(r.ground)
	canvas.Refresh(r.rule)
	edge := kit.LaneOn(p.shown().Colour, k.card)
	if edge.A == 0 {
		edge = k.muted
	}
	r.date.show(o.date, z, k, nil)
	r.quote.show(o.quote, z, k, &edge)
	r.counter.show(o.counter, z, k, nil)
	r.showStrokes()
	r.showChoices()
	r.ink.show()
	p.showGlass()
	p.showBlank()
}

// showStrokes draws the counter's buttons: back, next, end.
func (r *drawing) showStrokes() {
	p := r.p
	o, k := &p.plan, &p.look
	z, a, at := o.size, o.counter, o.parts
	e := at.words - at.back // edge of a button
	d := e * 0.2
	mid := a.h / 2
	stroke := func(i int, x1, y1, x2, y2 float32, c color.NRGBA) {
		l := r.counter.strokes[i]
		l.StrokeColor, l.StrokeWidth = c, max(3*z.unit, 1.5)
		l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
		l.Refresh()
	}
	pale := kit.Between(k.muted, k.card, 0.6)
	back, next := k.muted, k.muted
	if p.ask == nil && p.slide.Of > 0 && p.slide.At <= 1 {
		back = pale
	}
	if p.ask == nil && p.slide.Of > 0 && p.slide.At >= p.slide.Of {
		next = pale
	}
	x := at.back + e/2
	stroke(0, x+d/2, mid-d, x-d/2, mid, back)
	stroke(1, x-d/2, mid, x+d/2, mid+d, back)
	x = at.next + e/2
	stroke(2, x-d/2, mid-d, x+d/2, mid, next)
	stroke(3, x+d/2, mid, x-d/2, mid+d, next)
	x = at.close + e/2
	d *= 0.85
	stroke(4, x-d, mid-d, x+d, mid+d, k.muted)
	stroke(5, x-d, mid+d, x+d, mid-d, k.muted)
}

func (r *drawing) tapCounter(at fyne.Position) {
	switch o := &r.p.plan.parts; {
	case at.X < o.words:
		r.p.Do(Previous)
	case at.X >= o.close:
		r.p.Do(Close)
	case at.X >= o.next:
		r.p.Do(Next)
	}
}

// plate is a card. It keeps what the pointer does on it from the map below.
type plate struct {
	widget.BaseWidget
	tapped    func(fyne.Position)
	scrolled  func(at fyne.Position, by fyne.Delta) // at a position of the screen
	noPointer bool
	edge      *canvas.Rectangle
	body      *canvas.Rectangle
	texts     []*canvas.Text
	strokes   []*canvas.Line
	gaps      []*canvas.Rectangle // over hidden words
	gapped    int                 // of gaps, those that are shown
	objects   []fyne.CanvasObject
}

func newPlate() *plate {
	c := &plate{edge: canvas.NewRectangle(color.Transparent), body: canvas.NewRectangle(color.Transparent)}
	c.ExtendBaseWidget(c)
	c.Hide()
	c.gather(0)
	return c
}

func newStrokes(n int) []*canvas.Line {
	out := make([]*canvas.Line, n)
	for i := range out {
		out[i] = canvas.NewLine(color.Transparent)
	}
	return out
}

// show sets the card; an edge gives it a coloured left side.
func (c *plate) show(a area, z sizes, k *look, edge *color.NRGBA) {
	if a.empty() {
		c.Hide()
		return
	}
	c.Move(a.pos())
	c.Resize(a.dim())
	x := float32(0)
	c.edge.Hidden = edge == nil
	if edge != nil {
		x = z.edge
		c.edge.FillColor, c.edge.TopLeftCornerRadius, c.edge.BottomLeftCornerRadius = *edge, z.radius, z.radius
		c.edge.Resize(fyne.NewSize(min(z.radius+x, a.w), a.h))
	}
	c.body.FillColor, c.body.CornerRadius = k.card, z.radius
	c.body.StrokeColor, c.body.StrokeWidth = k.line, max(z.unit, 1)
	if edge != nil { // what shows through would be the edge
		c.body.FillColor = opaque(k.card)
		c.body.TopLeftCornerRadius, c.body.BottomLeftCornerRadius = z.radius*0.5, z.radius*0.5
	}
	c.body.Move(fyne.NewPos(x, 0))
	c.body.Resize(fyne.NewSize(a.w-x, a.h))
	for len(c.texts) < len(a.pieces) {
		c.texts = append(c.texts, canvas.NewText("", color.Transparent))
	}
	for i, p := range a.pieces {
		t := c.texts[i]
		ink := k.text
		if p.muted {
			ink = k.muted
		}
		p.face.At(p.size).Write(t, p.text, ink)
		t.Move(fyne.NewPos(p.x, p.y))
		t.Resize(fyne.NewSize(p.w, p.h))
		t.Refresh()
	}
	c.showGaps(a.pieces, k.text)
	c.gather(len(a.pieces))
	c.Show()
	canvas.Refresh(c)
}

func opaque(c color.NRGBA) color.NRGBA {
	c.A = 255
	return c
}

func (c *plate) gather(texts int) {
	o := append(c.objects[:0], c.edge, c.body)
	for _, t := range c.texts[:texts] {
		o = append(o, t)
	}
	for _, l := range c.strokes {
		o = append(o, l)
	}
	for _, g := range c.gaps[:c.gapped] {
		o = append(o, g)
	}
	c.objects = o
}

// CreateRenderer is called by Fyne.
func (c *plate) CreateRenderer() fyne.WidgetRenderer { return plateRenderer{c} }

type plateRenderer struct{ c *plate }

func (r plateRenderer) Destroy()                     {}
func (r plateRenderer) Layout(fyne.Size)             {}
func (r plateRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r plateRenderer) Refresh()                     {}
func (r plateRenderer) Objects() []fyne.CanvasObject { return r.c.objects }

// Tapped is called by Fyne.
func (c *plate) Tapped(ev *fyne.PointEvent) {
	if c.tapped != nil {
		c.tapped(ev.Position)
	}
}

// TappedSecondary is called by Fyne.
func (c *plate) TappedSecondary(*fyne.PointEvent) {}

// Scrolled is called by Fyne.
func (c *plate) Scrolled(e *fyne.ScrollEvent) {
	if c.scrolled != nil {
		c.scrolled(c.Position().Add(e.Position), e.Scrolled)
	}
}

// Dragged is called by Fyne.
func (c *plate) Dragged(*fyne.DragEvent) {}

// DragEnd is called by Fyne.
func (c *plate) DragEnd() {}

// MouseIn is called by Fyne.
func (c *plate) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is called by Fyne.
func (c *plate) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (c *plate) MouseOut() {}

// Cursor is called by Fyne.
func (c *plate) Cursor() desktop.Cursor {
	if c.noPointer {
		return desktop.HiddenCursor
	}
	return desktop.DefaultCursor
}

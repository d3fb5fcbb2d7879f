package textview

import (
	"image"
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// parts is what the pane is drawn with besides its lines.
type parts struct {
	back, ring *canvas.Rectangle
	bar        *bar
	tip        tip
	objects    []fyne.CanvasObject
	dotCache   map[dotKey]*image.RGBA
	px         float32 // of the canvas
}

type dotKey struct {
	width int
	px    float32
	color color.RGBA
}

// CreateRenderer is called by Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	t.parts.make(t)
	t.resolveLook()
	return &renderer{t: t}
}

func (p *parts) make(t *Text) {
	if p.back != nil {
		return
	}
	p.back, p.ring = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	p.ring.StrokeWidth = 2
	p.ring.Hide()
	p.bar = newBar(t)
	p.tip.Tip = kit.NewTip()
	p.dotCache = map[dotKey]*image.RGBA{}
}

// scale is screen pixels per unit.
func (p *parts) scale(t *Text) float32 {
	if p.px <= 0 {
		p.px = 1
	}
	return p.px
}

// dots is a picture of a dotted line, as wide as asked for.
func (p *parts) dots(width int, px float32, c color.Color) *image.RGBA {
	key := dotKey{max(1, width), px, color.RGBAModel.Convert(c).(color.RGBA)}
	if im, ok := p.dotCache[key]; ok {
		return im
	}
	if len(p.dotCache) > 500 {
		clear(p.dotCache)
	}
	w, h := max(1, int(float32(key.width)*px+0.5)), max(1, int(2*px+0.5))
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	on, period := h, h*2
	for x := 0; x < w; x++ {
		if x%period >= on {
			continue
		}
		for y := 0; y < h; y++ {
			im.SetRGBA(x, y, key.color)
		}
	}
	p.dotCache[key] = im
	return im
}

// resolveLook takes what is not set from the theme; it reports whether lines must be broken anew.
func (t *Text) resolveLook() bool {
	was := t.look
	th := t.Theme()
	t.look = t.set.resolve(th, fyne.CurrentApp().Settings().ThemeVariant())
	t.parts.make(t)
	l := &t.look
	if t.look.Font == nil { // the theme's own fonts: a change of them shows in their names
		t.parts.tip.fonts = fontName(th, false) + "/" + fontName(th, true)
	} else {
		t.parts.tip.fonts = ""
	}
	changed := t.lay.faces[0] == nil || !was.sameMetrics(*l) || t.parts.tip.fonts != t.parts.tip.madeFor
	if changed {
		t.parts.tip.madeFor = t.parts.tip.fonts
		bold := l.BoldFont
		if bold == nil {
			bold = l.Font
		}
		t.lay.faces = [styleCount]*face{
			styleBody:     newFace(l.TextSize, false, l.Font, l.Leading),
			styleHeadline: newFace(l.HeadlineSize, true, bold, l.Leading*0.92),
			styleSubhead:  newFace(l.SubheadSize, true, bold, l.Leading*0.95),
			styleSmall:    newFace(l.SmallSize, false, nil, l.Leading*0.95),
		}
		t.parts.tip.face = newFace(l.SmallSize, false, nil, 1.4)
	}
	return changed
}

func fontName(th fyne.Theme, bold bool) string {
	if r := th.Font(fyne.TextStyle{Bold: bold}); r != nil {
		return r.Name()
	}
	return ""
}

// arrange gathers all objects in view and places the bar.
func (t *Text) arrange() {
	p := &t.parts
	if p.back == nil {
		return
	}
	objs := append(p.objects[:0:0], p.back)
	for _, v := range t.lines {
		for _, r := range v.under[:v.underN] {
			objs = append(objs, r)
		}
	}
	for _, v := range t.lines {
		for _, w := range v.words[:v.wordsN] {
			objs = append(objs, w)
		}
		for _, r := range v.over[:v.overN] {
			objs = append(objs, r)
		}
		for _, r := range v.dots[:v.dotsN] {
			objs = append(objs, r)
		}
	}
	objs = append(objs, p.bar, p.ring)
	objs = append(objs, p.tip.Objects()...)
	p.objects = objs
	p.bar.place()
	canvas.Refresh(p.back)
}

type renderer struct {
	t    *Text
	size fyne.Size // laid out for
}

// Layout is called by Fyne at each change of size, and whenever a line of text in view has another width than before.
func (r *renderer) Layout(size fyne.Size) {
	t := r.t
	px := t.parts.px
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		t.parts.px = c.Scale()
	}
	if t.laid && size == r.size && px == t.parts.px {
		return
	}
	r.size = size
	t.parts.back.Resize(size)
	t.parts.ring.Resize(size)
	t.endHover()
	if t.laid && t.lay.faces[0] != nil && t.widthFor(size) == t.lay.width {
		if t.wanted != nil {
			t.offset = 0
			t.reveal(*t.wanted)
			return
		}
		t.update()
		return
	}
	if t.wanted != nil { // at another size it may be in view from the top
		t.offset = 0
		t.reflow(false)
		return
	}
	t.reflow(true)
}

func (t *Text) widthFor(size fyne.Size) float32 {
	return max(20, min(size.Width-2*t.look.Padding, t.look.TextSize*maxMeasure))
}

// MinSize is the widget's.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(120, 60) }

// Objects are the lines in view, the bar and the tip.
func (r *renderer) Objects() []fyne.CanvasObject {
	if len(r.t.parts.objects) == 0 {
		r.t.arrange()
	}
	return r.t.parts.objects
}

// Destroy has nothing to free.
func (r *renderer) Destroy() {}

// Refresh takes the theme's colours and sizes anew.
func (r *renderer) Refresh() {
	t := r.t
	px := t.parts.px
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		t.parts.px = c.Scale()
	}
	changed := t.resolveLook()
	t.parts.back.FillColor = t.look.Background
	t.parts.ring.StrokeColor = t.look.FocusIndicator
	t.parts.bar.color(t.look.Scrollbar)
	t.parts.tip.Colours(t.look.TipFill, t.look.TipLine, t.look.TipText)
	if changed || px != t.parts.px {
		t.reflow(true)
		return
	}
	t.redecorate()
}

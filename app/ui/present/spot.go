package present

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// glass lies over the screen while something is pointed at or drawn, and always over a twin: what the pointer does there is
// for the spotlight, the pen, or the screen that the twin is of. The spotlight darkens all but a round part about the pointer.
type glass struct {
	widget.BaseWidget
	p     *Screen
	shade *canvas.Image // twice as wide and high as the screen, so that it reaches over all of it wherever its middle is
}

const (
	spotRadius = 0.16 // of the screen's height
	spotDark   = 165  // of 255
	spotCoarse = 4    // px of the screen for one of the picture, on each side: its edge is soft anyway
)

func newGlass(p *Screen) *glass {
	s := &glass{p: p, shade: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}}
	s.shade.Hide()
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// SetSpot darkens the screen but for what is about the pointer, or ends that. It fires no callback.
func (p *Screen) SetSpot(on bool) {
	p = p.first()
	if on == p.spot {
		return
	}
	p.spot = on
	p.showGlass()
	if p.twin != nil {
		p.twin.follow()
	}
}

// showGlass puts the glass over the screen where it is needed, or takes it away.
func (p *Screen) showGlass() {
	r := p.draw
	if r == nil {
		return
	}
	g := r.glass
	if !p.spot && !p.pen && p.lead == nil {
		if g.Visible() {
			g.Hide()
		}
		return
	}
	if g.shade.Visible() != p.spot {
		g.shade.Hidden = !p.spot
	}
	g.Resize(p.Size())
	if p.spot {
		g.darken()
	}
	g.Show()
	canvas.Refresh(r.rule) // Fyne does not know the canvas of what was never shown
}

// darken makes the shade for the size, with its hole where the pointer is.
func (s *glass) darken() {
	size := s.p.Size()
	if size.Width < 1 || size.Height < 1 {
		return
	}
	if want := fyne.NewSize(2*size.Width, 2*size.Height); s.shade.Image == nil || s.shade.Size() != want {
		s.shade.Image = shade(size)
		s.shade.Resize(want)
		s.shade.Refresh()
	}
	at := s.p.at(s.p.first().spotAt)
	s.shade.Move(fyne.NewPos(at.X-size.Width, at.Y-size.Height))
}

// shade is dark with a hole in the middle.
func shade(size fyne.Size) image.Image {
	w, h := int(2*size.Width/spotCoarse)+1, int(2*size.Height/spotCoarse)+1
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	hole := float64(size.Height) * spotRadius / spotCoarse
	for y := range h {
		for x := range w {
			d := math.Hypot(float64(x)-float64(w-1)/2, float64(y)-float64(h-1)/2) - hole
			img.SetNRGBA(x, y, color.NRGBA{A: uint8(spotDark * min(max(d/3, 0), 1))})
		}
	}
	return img
}

// pointAt brings the hole to a part of the screen.
func (p *Screen) pointAt(part fyne.Position) {
	if p.spotAt = part; !p.spot {
		return
	}
	for _, s := range [...]*Screen{p, p.twin} {
		if s != nil && s.draw != nil {
			s.draw.glass.darken()
			canvas.Refresh(s.draw.rule)
		}
	}
}

// CreateRenderer is called by Fyne.
func (s *glass) CreateRenderer() fyne.WidgetRenderer { return glassRenderer{s} }

type glassRenderer struct{ s *glass }

func (r glassRenderer) Destroy()                     {}
func (r glassRenderer) Layout(fyne.Size)             {}
func (r glassRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r glassRenderer) Refresh()                     {}
func (r glassRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.shade} }

// MouseIn is called by Fyne.
func (s *glass) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (s *glass) MouseMoved(e *desktop.MouseEvent) { s.p.first().pointAt(s.p.part(e.Position)) }

// MouseOut is called by Fyne.
func (s *glass) MouseOut() {}

// Dragged draws with the pen, or moves the map.
func (s *glass) Dragged(e *fyne.DragEvent) {
	p := s.p.first()
	if p.pen {
		p.drawTo(s.p.part(e.Position))
		return
	}
	if d, ok := p.mapp.(fyne.Draggable); ok && p.ask == nil && e.Position.Y < s.p.plan.mapp.Height {
		k := p.Size().Width / max(s.p.Size().Width, 1)
		d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p.at(s.p.part(e.Position))}, Dragged: fyne.NewDelta(e.Dragged.DX*k, e.Dragged.DY*k)})
	}
}

// DragEnd ends a stroke.
func (s *glass) DragEnd() {
	p := s.p.first()
	if p.pen {
		p.lift()
	} else if d, ok := p.mapp.(fyne.Draggable); ok && p.ask == nil {
		d.DragEnd()
	}
}

// Tapped answers a question on the screen that the twin is of.
func (s *glass) Tapped(e *fyne.PointEvent) {
	if p := s.p.first(); !p.pen && s.p.lead != nil {
		p.tapped(p.at(s.p.part(e.Position)))
	}
}

// Scrolled goes on in a long text or zooms the map.
func (s *glass) Scrolled(e *fyne.ScrollEvent) {
	p := s.p.first()
	p.wheel(p.at(s.p.part(e.Position)), e.Scrolled)
}

// Cursor is called by Fyne.
func (s *glass) Cursor() desktop.Cursor {
	switch p := s.p.first(); {
	case p.pen:
		return desktop.CrosshairCursor
	case p.spot:
		return desktop.HiddenCursor
	}
	return desktop.DefaultCursor
}

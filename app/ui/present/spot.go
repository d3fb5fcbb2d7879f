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

// spot darkens the screen but for a round part about the pointer. While it is shown, what the pointer does is for nothing else.
type spot struct {
	widget.BaseWidget
	shade *canvas.Image // twice as wide and high as the screen, so that it reaches over all of it wherever its middle is
	at    fyne.Position // of the pointer; where it was last, or the middle at first, until it moves
}

const (
	spotRadius = 0.16 // of the screen's height
	spotDark   = 165  // of 255
	spotCoarse = 4    // px of the screen for one of the picture, on each side: its edge is soft anyway
)

func newSpot() *spot {
	s := &spot{shade: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// SetSpot darkens the screen but for what is about the pointer, or ends that. It fires no callback.
func (p *Screen) SetSpot(on bool) {
	r := p.draw
	if r == nil || on == r.spot.Visible() {
		return
	}
	if !on {
		r.spot.Hide()
		return
	}
	r.spot.Resize(p.Size())
	if r.spot.at == (fyne.Position{}) {
		r.spot.at = fyne.NewPos(p.Size().Width/2, p.Size().Height/2)
	}
	r.spot.follow(r.spot.at)
	r.spot.Show()
}

// Resize makes the shade for the size.
func (s *spot) Resize(size fyne.Size) {
	if size == s.Size() || size.Width < 1 || size.Height < 1 {
		return
	}
	s.BaseWidget.Resize(size)
	s.shade.Image = shade(size)
	s.shade.Resize(fyne.NewSize(2*size.Width, 2*size.Height))
	s.shade.Refresh()
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

// follow brings the hole to a point.
func (s *spot) follow(at fyne.Position) {
	s.at = at
	size := s.Size()
	s.shade.Move(fyne.NewPos(at.X-size.Width, at.Y-size.Height))
	canvas.Refresh(s)
}

// CreateRenderer is called by Fyne.
func (s *spot) CreateRenderer() fyne.WidgetRenderer { return spotRenderer{s} }

type spotRenderer struct{ s *spot }

func (r spotRenderer) Destroy()                     {}
func (r spotRenderer) Layout(fyne.Size)             {}
func (r spotRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r spotRenderer) Refresh()                     {}
func (r spotRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.shade} }

// MouseIn is called by Fyne.
func (s *spot) MouseIn(e *desktop.MouseEvent) { s.follow(e.Position) }

// MouseMoved is called by Fyne.
func (s *spot) MouseMoved(e *desktop.MouseEvent) { s.follow(e.Position) }

// MouseOut is called by Fyne.
func (s *spot) MouseOut() {}

// Cursor is called by Fyne.
func (s *spot) Cursor() desktop.Cursor { return desktop.HiddenCursor }

package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Pieces are the canvas objects of a row, laid out from the row's top and moved together.
type Pieces struct {
	objects []fyne.CanvasObject
	offsets []fyne.Position
	y       float32
}

// Box is a place in a row, from the row's top left corner.
type Box struct{ X, Y, W, H float32 }

// Clear takes all objects out; the next Move moves what is put in after it.
func (p *Pieces) Clear() {
	clear(p.objects)
	p.objects, p.offsets, p.y = p.objects[:0], p.offsets[:0], -1
}

// Put adds an object at a place in the row.
func (p *Pieces) Put(o fyne.CanvasObject, at Box) {
	o.Resize(fyne.NewSize(max(at.W, 0), max(at.H, 0)))
	p.Add(o, at.X, at.Y)
}

// Add adds an object that has its size already.
func (p *Pieces) Add(o fyne.CanvasObject, x, y float32) {
	p.objects = append(p.objects, o)
	p.offsets = append(p.offsets, fyne.NewPos(x, y))
}

// Write makes t show s and adds it. The size is the caller's: measuring is the slow part, and painting does it anyway.
func (p *Pieces) Write(t *canvas.Text, s string, f Face, ink color.Color, at Box) {
	f.Write(t, s, ink)
	p.Put(t, at)
}

// Refresh refreshes every object.
func (p *Pieces) Refresh() {
	for _, o := range p.objects {
		o.Refresh()
	}
}

// Move puts the row's top at y.
func (p *Pieces) Move(y float32) {
	if p.y == y {
		return
	}
	p.y = y
	for i, o := range p.objects {
		o.Move(p.offsets[i].AddXY(0, y))
	}
}

// Objects are the canvas objects; the slice is the row's own.
func (p *Pieces) Objects() []fyne.CanvasObject { return p.objects }

// Top is where the row stands.
func (p *Pieces) Top() float32 { return p.y }

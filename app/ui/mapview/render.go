package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// renderer draws the map from its layers, the lower first.
type renderer struct {
	m    *Map
	land *canvas.Rectangle
}

// CreateRenderer is called by Fyne.
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	m.parts()
	r := &renderer{m: m, land: m.deck.land}
	r.Refresh()
	return r
}

// parts makes the canvas objects once.
func (m *Map) parts() {
	if m.deck.made {
		return
	}
	m.deck.make(m)
	m.deck.land = canvas.NewRectangle(color.Transparent)
	m.overlay.img = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	m.overlay.img.Hidden = true
	m.heat.img = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	m.heat.img.Hidden = true
	m.look = m.set.resolve(m.Theme(), fyne.CurrentApp().Settings().ThemeVariant(), m.style)
	m.deck.restyle(m)
}

// place puts everything where the camera has it. This is all that a frame of a pan does.
func (m *Map) place() {
	if !m.laid || !m.deck.made {
		return
	}
	m.tiles.place(m)
	m.heat.place(m)
	m.overlay.place(m)
	m.marks.place(m)
	m.deck.place(m)
	if m.motion.running() {
		m.tiles.wantMoving(m, m.motion.from.Zoom != m.motion.to.Zoom)
	}
	if m.tiles.changed || m.heat.changed || m.overlay.changed || m.marks.changed || m.deck.changed {
		m.gather()
		return
	}
	canvas.Refresh(m.deck.land)
}

// gather makes the list of objects anew.
func (m *Map) gather() {
	if !m.deck.made {
		return
	}
	m.tiles.changed, m.heat.changed, m.overlay.changed, m.marks.changed, m.deck.changed = false, false, false, false, false
	objs := append(m.deck.objs[:0:0], m.deck.land) // land costs a screen of pixels: only where tiles leave holes
	m.deck.land.Hidden = m.tiles.whole
	objs = m.tiles.append(objs)
	objs = m.heat.append(objs)
	objs = m.overlay.append(objs)
	objs = m.marks.append(objs)
	m.deck.objs = m.deck.append(objs)
	canvas.Refresh(m.deck.land)
}

// density takes the canvas scale; it reports whether it changed.
func (m *Map) density() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if c == nil || float64(c.Scale()) == m.cam.px || c.Scale() <= 0 {
		return false
	}
	m.cam.px = float64(c.Scale())
	m.marks.forget()
	return true
}

// Layout is called by Fyne at each change of size.
func (r *renderer) Layout(size fyne.Size) {
	m := r.m
	changed := m.density()
	r.land.Resize(size)
	w, h := float64(size.Width), float64(size.Height)
	if w < 16 || h < 16 {
		return
	}
	if m.laid && !changed && m.cam.view.W == w && m.cam.view.H == h {
		return
	}
	m.laid = true
	m.endHover()
	m.stop()
	m.cam = aim(m.cam.view.Resize(w, h), m.cam.px)
	if m.lead != nil {
		m.cam = aim(m.alike(), m.cam.px)
	}
	if m.sticky != nil {
		m.sticky()
		return
	}
	m.show(m.cam.view)
	m.settle()
}

// MinSize is the widget's.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

// Objects are the layers' objects that are in view.
func (r *renderer) Objects() []fyne.CanvasObject {
	if len(r.m.deck.objs) == 0 {
		r.m.gather()
	}
	return r.m.deck.objs
}

// Destroy has nothing to free: the map may be shown again.
func (r *renderer) Destroy() {}

// Refresh takes colours and sizes anew. It refreshes no picture, since that would upload it again.
func (r *renderer) Refresh() {
	m := r.m
	m.look = m.set.resolve(m.Theme(), fyne.CurrentApp().Settings().ThemeVariant(), m.style)
	r.land.FillColor = m.style.Land
	m.deck.restyle(m)
	if m.density() && m.laid {
		m.show(m.cam.view)
		m.settle()
	}
	m.place()
	m.gather()
}

package textview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	barWidth  = 10 // that the pointer can take hold of
	barThin   = 4
	shortest  = 28 // handle
	barMargin = 2
)

// bar is the scroll bar at the right: thin, and thicker under the pointer. Its handle is dragged, its track tapped.
type bar struct {
	widget.BaseWidget
	t      *Text
	handle *canvas.Rectangle
	over   bool
	grip   float32 // where on the handle the drag began
	held   bool
}

func newBar(t *Text) *bar {
	b := &bar{t: t, handle: canvas.NewRectangle(color.Transparent)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	return &barRenderer{b, []fyne.CanvasObject{b.handle}}
}

type barRenderer struct {
	b    *bar
	objs []fyne.CanvasObject
}

func (r *barRenderer) Layout(fyne.Size)             { r.b.placeHandle() }
func (r *barRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *barRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) Refresh()                     {}

func (b *bar) color(c color.Color) { b.handle.FillColor = c }

// place puts the bar at the pane's right edge, or takes it away where all is in view.
func (b *bar) place() {
	size := b.t.Size()
	if !b.t.laid || b.t.maxOffset() <= 0 {
		b.Hidden = true
		return
	}
	b.Hidden = false
	b.Move(fyne.NewPos(size.Width-barWidth, 0))
	b.Resize(fyne.NewSize(barWidth, size.Height))
	b.placeHandle()
}

func (b *bar) lengths() (track, handle float32) {
	track = b.t.Size().Height - 2*barMargin
	share := float64(b.t.Size().Height) / (b.t.maxOffset() + float64(b.t.Size().Height))
	return track, max(min(shortest, track), float32(share)*track)
}

func (b *bar) placeHandle() {
	if !b.t.laid || b.t.maxOffset() <= 0 {
		return
	}
	track, handle := b.lengths()
	w := float32(barThin)
	if b.over || b.held {
		w = barWidth - 2*barMargin
	}
	y := barMargin + float32(b.t.offset/b.t.maxOffset())*(track-handle)
	b.handle.CornerRadius = w / 2
	b.handle.Move(fyne.NewPos(barWidth-barMargin-w, y))
	b.handle.Resize(fyne.NewSize(w, handle))
}

// Dragged moves the text with the handle.
func (b *bar) Dragged(e *fyne.DragEvent) {
	track, handle := b.lengths()
	at := b.handle.Position().Y
	if !b.held {
		b.held = true
		b.grip = e.Position.Y - e.Dragged.DY - at
		if b.grip < 0 || b.grip > handle {
			b.grip = handle / 2
		}
	}
	if track <= handle {
		return
	}
	share := float64((e.Position.Y - b.grip - barMargin) / (track - handle))
	b.t.scrollTo(math.Max(0, math.Min(1, share)) * b.t.maxOffset())
}

// DragEnd ends the drag.
func (b *bar) DragEnd() { b.held = false; b.placeHandle(); canvas.Refresh(b.handle) }

// Tapped moves a page towards the pointer.
func (b *bar) Tapped(e *fyne.PointEvent) {
	page := float64(b.t.Size().Height) * 0.9
	if e.Position.Y < b.handle.Position().Y {
		b.t.page(-page)
	} else if e.Position.Y > b.handle.Position().Y+b.handle.Size().Height {
		b.t.page(page)
	}
}

// MouseIn makes the bar thicker.
func (b *bar) MouseIn(*desktop.MouseEvent) {
	b.over = true
	b.t.endHover()
	b.placeHandle()
	canvas.Refresh(b.handle)
}

// MouseMoved does nothing.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes it thin again.
func (b *bar) MouseOut() { b.over = false; b.placeHandle(); canvas.Refresh(b.handle) }

package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Keyed is a Control that shows beside its words the key that does the same.
type Keyed struct {
	widget.BaseWidget
	Control *Control
	box     *canvas.Rectangle
	key     *canvas.Text
	main    bool // it stands out, on the primary colour
}

// NewKeyed puts a key into a control, which it makes its own.
func NewKeyed(c *Control, key string) *Keyed {
	k := &Keyed{Control: c, box: canvas.NewRectangle(color.Transparent), key: canvas.NewText(key, nil), main: c.Importance == widget.HighImportance}
	c.Alignment = widget.ButtonAlignLeading
	k.box.CornerRadius, k.box.StrokeWidth = 4, 1
	k.ExtendBaseWidget(k)
	k.SetPalette(Palettes[0])
	return k
}

// SetKey shows another key; "" none.
func (k *Keyed) SetKey(key string) {
	if k.key.Text != key {
		k.key.Text = key
		k.Refresh()
	}
}

// SetPalette takes new colours and sizes.
func (k *Keyed) SetPalette(p *Palette) {
	k.box.StrokeColor, k.box.FillColor, k.key.Color, k.key.TextSize = p.Border, p.Bar, p.Muted, p.TextSize*0.8
	if k.main {
		k.box.StrokeColor, k.box.FillColor, k.key.Color = p.OnPrimary, color.Transparent, p.OnPrimary
	}
	k.Refresh()
}

// Refresh shows whether the control can be used.
func (k *Keyed) Refresh() {
	k.box.Hidden = k.key.Text == "" || k.main && k.Control.Disabled()
	k.key.Hidden = k.box.Hidden
	k.BaseWidget.Refresh()
}

// CreateRenderer is called by Fyne.
func (k *Keyed) CreateRenderer() fyne.WidgetRenderer { return keyedRenderer{k} }

type keyedRenderer struct{ k *Keyed }

func (r keyedRenderer) cap() fyne.Size {
	if r.k.key.Text == "" {
		return fyne.Size{}
	}
	return r.k.key.MinSize().AddWidthHeight(9, 1)
}

func (r keyedRenderer) MinSize() fyne.Size {
	return r.k.Control.MinSize().AddWidthHeight(r.cap().Width+4, 0)
}

func (r keyedRenderer) Layout(s fyne.Size) {
	r.k.Control.Resize(s)
	c := r.cap()
	at := fyne.NewPos(s.Width-c.Width-8, (s.Height-c.Height)/2)
	r.k.box.Move(at)
	r.k.box.Resize(c)
	r.k.key.Move(at.AddXY(4.5, 0.5))
	r.k.key.Resize(r.k.key.MinSize())
}

func (r keyedRenderer) Refresh() {
	r.Layout(r.k.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r keyedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.k.Control, r.k.box, r.k.key}
}
func (r keyedRenderer) Destroy() {}

package ui

import (
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// dateCard shows the selected day in large type with what is visible in it, over the map. Its size does not change
// with its words, so that nothing jumps while the slider moves.
type dateCard struct {
	widget.BaseWidget
	big, small *canvas.Text
	back       *canvas.Rectangle
	pal        *kit.Palette
	title, sub string  // in whole; big and small are cut where there is no room
	factor     float32 // of its size: less than 1 on a small map
}

func newDateCard(p *kit.Palette) *dateCard {
	d := &dateCard{big: canvas.NewText("", nil), small: canvas.NewText("", nil), back: canvas.NewRectangle(nil), factor: 1}
	d.big.TextStyle.Bold = true
	d.back.CornerRadius = 10
	d.ExtendBaseWidget(d)
	d.setPalette(p)
	return d
}

func (d *dateCard) setPalette(p *kit.Palette) {
	d.pal = p
	d.big.Color, d.small.Color = p.Text, p.Muted
	d.small.TextSize = p.TextSize * 0.93
	d.back.FillColor = kit.WithAlpha(p.Bar, 0xF2)
	d.Refresh()
}

func (d *dateCard) set(title, sub string) {
	if d.title == title && d.sub == sub {
		return
	}
	d.title, d.sub = title, sub
	d.fit()
	d.big.Refresh()
	d.small.Refresh()
}

// fit makes the large type as large as the card allows.
func (d *dateCard) fit() {
	room := d.Size().Width - 32
	d.big.Text, d.big.TextSize = d.title, d.pal.TitleSize*d.factor
	if w := fyne.MeasureText(d.big.Text, d.big.TextSize, d.big.TextStyle).Width; room > 0 && w > room {
		d.big.TextSize = max(min(d.pal.TextSize, d.pal.TitleSize*d.factor), d.big.TextSize*(room-2)/w) // what is measured is not quite in proportion
		d.big.Text, _ = kit.Face{Size: d.big.TextSize, Style: d.big.TextStyle}.Shorten(d.title, room)
	}
	d.small.Text, d.small.TextSize = d.sub, d.pal.TextSize*0.93*max(d.factor, 0.7)
	if w := fyne.MeasureText(d.small.Text, d.small.TextSize, d.small.TextStyle).Width; room > 0 && w > room {
		d.small.TextSize = max(d.small.TextSize*0.8, d.small.TextSize*(room-2)/w)
		d.small.Text, _ = kit.Face{Size: d.small.TextSize, Style: d.small.TextStyle}.Shorten(d.sub, room)
	}
}

// CreateRenderer is called by Fyne.
func (d *dateCard) CreateRenderer() fyne.WidgetRenderer {
	return &dateCardRenderer{d}
}

type dateCardRenderer struct{ d *dateCard }

func (r *dateCardRenderer) Layout(s fyne.Size) {
	r.d.back.Resize(s)
	r.d.fit()
	h := r.d.big.MinSize().Height
	gap := (s.Height - h - r.d.small.MinSize().Height) / 2
	r.d.big.Move(fyne.NewPos(16, gap))
	r.d.small.Move(fyne.NewPos(16, gap+h))
}

func (r *dateCardRenderer) MinSize() fyne.Size {
	k := r.d.factor
	return fyne.NewSize(r.d.pal.TitleSize*11.4*k+32, r.d.pal.TitleSize*1.4*k+r.d.pal.TextSize*1.4*max(k, 0.7)+18*k)
}
func (r *dateCardRenderer) Refresh() {
	r.Layout(r.d.Size())
	r.d.back.Refresh()
	r.d.big.Refresh()
	r.d.small.Refresh()
}
func (r *dateCardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.d.back, r.d.big, r.d.small}
}
func (r *dateCardRenderer) Destroy() {}

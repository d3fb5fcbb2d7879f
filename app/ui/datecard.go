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

// fit makes the type as large as the card allows; what has no room at its least size is cut.
func (d *dateCard) fit() {
	room := d.Size().Width - 32
	big := d.pal.TitleSize * d.factor
	fitLine(d.big, d.title, room, big, min(d.pal.TextSize, big))
	small := d.pal.TextSize * 0.93 * max(d.factor, 0.7)
	fitLine(d.small, d.sub, room, small, small*0.8)
}

// fitLine writes words as large as they fit a width, between two sizes. How wide they are is not quite in proportion to
// their size, so that a few are tried.
func fitLine(t *canvas.Text, words string, room, most, least float32) {
	f := kit.Face{Style: t.TextStyle, Size: most}
	t.Text, t.TextSize = words, most
	if room <= 0 {
		return
	}
	for range 6 {
		w := f.Measure(words).Width
		if w <= room || f.Size <= least {
			break
		}
		f.Size = max(least, min(f.Size*room/w, f.Size-0.25))
	}
	t.TextSize = f.Size
	t.Text, _ = f.Shorten(words, room)
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

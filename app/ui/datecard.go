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
	more       []*canvas.Text // further lines of both, where one each has no room
	lines      []*canvas.Text // all that are shown, from above
	back       *canvas.Rectangle
	pal        *kit.Palette
	title, sub string  // in whole
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
	d.Refresh()
}

// fit makes the type as large as the card allows: in one line each down to a size that is still easy to read, then in more.
func (d *dateCard) fit() {
	room := d.Size().Width - 32
	big := d.pal.TitleSize * d.factor
	wholeBig := fitLine(d.big, d.title, room, big, min(d.pal.TextSize, big))
	small := d.pal.TextSize * 0.93 * max(d.factor, 0.7)
	wholeSmall := fitLine(d.small, d.sub, room, small, small*0.8)
	d.lines = append(d.lines[:0], d.big, d.small)
	for _, m := range d.more {
		m.Hide()
	}
	if !wholeBig || !wholeSmall {
		d.wrap(room, big, small)
	}
}

// wrap breaks both lines as often as they need, in the largest type at which all of it has room.
func (d *dateCard) wrap(room, big, small float32) {
	const step, least = 0.06, 0.4 // of the type's size
	var title, sub []string
	var upper, lower kit.Face
	for k := float32(1); ; k -= step {
		upper = kit.Face{Style: d.big.TextStyle, Size: big * k}
		lower = kit.Face{Size: small * max(k, 0.75)}
		title, sub = upper.Wrap(d.title, room), lower.Wrap(d.sub, room)
		if float32(len(title))*upper.Line()+float32(len(sub))*lower.Line() <= d.Size().Height-6 || k < least {
			break
		}
	}
	d.lines = d.lines[:0]
	n := 0
	put := func(first *canvas.Text, words []string, f kit.Face) {
		for i, w := range words {
			t := first
			if i > 0 {
				if n == len(d.more) {
					d.more = append(d.more, canvas.NewText("", nil))
				}
				t = d.more[n]
				n++
				t.TextStyle, t.Color = first.TextStyle, first.Color
				t.Show()
			}
			t.Text, t.TextSize = kit.Visual(w), f.Size
			d.lines = append(d.lines, t)
		}
	}
	put(d.big, title, upper)
	put(d.small, sub, lower)
}

// fitLine writes words as large as they fit a width, between two sizes. How wide they are is not quite in proportion to
// their size, so that a few are tried. It reports whether all of them have room.
func fitLine(t *canvas.Text, words string, room, most, least float32) bool {
	f := kit.Face{Style: t.TextStyle, Size: most}
	t.Text, t.TextSize = kit.Visual(words), most
	if room <= 0 {
		return true
	}
	for range 6 {
		w := f.Measure(words).Width
		if w <= room || f.Size <= least {
			break
		}
		f.Size = max(least, min(f.Size*room/w, f.Size-0.25))
	}
	t.TextSize = f.Size
	short, _ := f.Shorten(words, room)
	t.Text = kit.Visual(short)
	return short == words
}

// CreateRenderer is called by Fyne.
func (d *dateCard) CreateRenderer() fyne.WidgetRenderer {
	return &dateCardRenderer{d}
}

type dateCardRenderer struct{ d *dateCard }

func (r *dateCardRenderer) Layout(s fyne.Size) {
	r.d.back.Resize(s)
	r.d.fit()
	high := float32(0)
	for _, l := range r.d.lines {
		high += l.MinSize().Height
	}
	y := max((s.Height-high)/2, 0)
	for _, l := range r.d.lines {
		l.Move(fyne.NewPos(16, y))
		y += l.MinSize().Height
	}
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
	for _, m := range r.d.more {
		m.Color = r.d.small.Color
		if m.TextStyle.Bold {
			m.Color = r.d.big.Color
		}
		m.Refresh()
	}
}
func (r *dateCardRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.d.back, r.d.big, r.d.small}
	for _, m := range r.d.more {
		out = append(out, m)
	}
	return out
}
func (r *dateCardRenderer) Destroy() {}

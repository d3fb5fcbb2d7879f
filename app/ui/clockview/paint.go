package clockview

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/brush"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

// place sets all objects for the current layout.
func (d *drawing) place() {
	p, g := d.p, d.p.geo
	d.used = 0
	d.picture.Resize(fyne.NewSize(g.w, g.h))
	d.tip.Hide()
	d.axisWords()
	first, last := p.inView()
	for i := first; i < last; i++ {
		d.rowWords(i)
	}
	d.key(nil)
	p.placeRings()
	canvas.Refresh(d.picture)
}

// axisWords are the labels above the rows.
func (d *drawing) axisWords() {
	p, g := d.p, d.p.geo
	if p.data.Order {
		begin, end := lang.L("the text begins"), lang.L("the text ends")
		d.text(p.small(), begin, g.plotL, 8, p.pal.Muted)
		d.text(p.small(), end, g.plotR-p.small().Measure(end).Width, 8, p.pal.Muted)
		return
	}
	for _, t := range p.ticks {
		d.text(p.small(), t.Text, t.Left, 8, p.pal.Muted)
	}
}

// rowWords are the title of a row, what stands below it, and the numbers of dots on one spot.
func (d *drawing) rowWords(i int) {
	p, g, r := d.p, d.p.geo, &d.p.data.Rows[i]
	title, small := p.title(), p.small()
	top := p.top(i)
	y := top + (g.row-title.Line()-small.Line())/2
	inside := func(y, h float32) bool { return y >= g.top-2 && y+h <= g.foot+2 }
	if inside(y, title.Line()) {
		if r.Letter != "" {
			f := kit.Face{Size: p.pal.TextSize * 0.7, Style: fyne.TextStyle{Bold: true}}
			m := f.Measure(r.Letter)
			d.text(f, r.Letter, margin+7-m.Width/2, y+(title.Line()-m.Height)/2, kit.InkOn(kit.LaneOn(r.Colour, p.pal.Bar)))
		}
		words, _ := title.Shorten(r.Title, g.titleW)
		d.text(title, words, g.titleL, y, p.pal.Text)
	}
	if y += title.Line(); inside(y, small.Line()) {
		words, _ := small.Shorten(r.Detail, g.titleW)
		d.text(small, words, g.titleL, y, p.pal.Muted)
	}
	if p.data.Order {
		for _, l := range [...]struct {
			words string
			y     float32
		}{{r.Last, top + 4}, {r.First, top + g.row - small.Line() - 4}} {
			if l.words != "" && inside(l.y, small.Line()) {
				words, w := small.Shorten(l.words, p.dayWidth())
				d.text(small, words, g.plotL-w-8, l.y, p.pal.Muted)
			}
		}
		return
	}
	f := p.number()
	for k := range p.marks[i] {
		if m := &p.marks[i][k]; len(m.dots) > 1 && inside(top+m.y-f.Line()/2, f.Line()) {
			n := strconv.Itoa(len(m.dots))
			size := f.Measure(n)
			d.text(f, n, m.x0-size.Width/2, top+m.y-size.Height/2, kit.InkOn(kit.LaneOn(r.Colour, p.pal.Bar)))
		}
	}
}

func (d *drawing) text(f kit.Face, s string, x, y float32, c color.NRGBA) {
	if d.used == len(d.texts) {
		d.texts = append(d.texts, canvas.NewText("", c))
	}
	o := d.texts[d.used]
	d.used++
	if o.Text != s || o.Color != c || o.TextSize != f.Size || o.TextStyle != f.Style {
		f.Write(o, s, c)
		o.Refresh()
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(o.MinSize())
}

// gather lists the objects in use, back to front.
func (d *drawing) gather() {
	o := append(d.objects[:0], d.band, d.picture)
	for _, x := range d.texts[:d.used] {
		o = append(o, x)
	}
	d.objects = append(append(o, d.chosen, d.focus), d.tip.Objects()...)
	canvas.Refresh(d.p)
}

// placeRings puts the period's shade, the ring around what is selected and the one around what the keyboard is at.
func (p *Plot) placeRings() {
	d, g := p.draw, p.geo
	if d == nil || g.w == 0 {
		return
	}
	d.ring(d.chosen, p.find(p.selected), p.pal.Text, 6)
	where := p.at
	if !p.focused {
		where.dot = -1
	}
	d.ring(d.focus, where, p.pal.Ring, 9)
	on := p.period.On && !p.data.Order && !p.scale.Empty() && len(p.data.Rows) > 0
	l, r := g.plotL, g.plotR
	if on && p.period.From.Bounded() {
		l = max(p.x(float64(p.period.From)), l)
	}
	if on && p.period.To.Bounded() {
		r = min(p.x(float64(p.period.To)+1), r)
	}
	d.band.FillColor = kit.WithAlpha(p.pal.Primary, 0x21)
	kit.Put(d.band, on && r > l, l, g.top, max(r-l, 3), g.foot-g.top)
	d.gather()
}

// find is where an event stands; dot -1 where it does not.
func (p *Plot) find(id string) place {
	for i := range p.data.Rows {
		for k := range p.data.Rows[i].Dots {
			if id != "" && p.data.Rows[i].Dots[k].ID == id {
				return place{i, k}
			}
		}
	}
	return place{-1, -1}
}

// ring puts a rectangle around a dot, where it is in view.
func (d *drawing) ring(o *canvas.Rectangle, at place, ink color.NRGBA, around float32) {
	p, g := d.p, d.p.geo
	m := p.markOf(at)
	if m == nil {
		o.Hide()
		return
	}
	top := p.top(at.row)
	l, r, t, b := m.x0-around, m.x1+around, top+m.y-around, top+m.y+around
	if m.bar && p.data.Order {
		t, b = top+m.y0-around, top+m.y1+around
	}
	o.StrokeColor, o.StrokeWidth, o.CornerRadius = ink, 2.2, min(around, (r-l)/2, (b-t)/2)
	kit.Put(o, t >= g.top-around && b <= g.foot+around, l, t, r-l, b-t)
}

// key says below the rows what the signs mean. With a brush it paints them, else it writes the words.
func (d *drawing) key(b *brush.Brush) {
	p, g, face := d.p, d.p.geo, d.p.small()
	if len(p.data.Rows) == 0 {
		return
	}
	y := g.foot + 8
	mid, x := y+face.Line()/2, g.titleL
	grey := p.pal.Muted
	say := func(words string, wide float32, sign func(x float32)) {
		size := face.Measure(words).Width
		if x+wide+6+size > g.w-margin {
			return
		}
		if b != nil {
			sign(x)
		} else {
			d.text(face, words, x+wide+6, y, p.pal.Muted)
		}
		x += wide + 6 + size + 22
	}
	if p.data.Order {
		say(lang.L("on in time"), 24, func(x float32) { b.Line(x, mid+4, x+24, mid-4, 1.6, grey) })
		say(lang.L("back in time"), 24, func(x float32) { b.Line(x, mid-4, x+24, mid+4, 2.8, p.pal.Filled) })
		say(lang.L("the same time, or not known"), 24, func(x float32) { b.Dots(x, x+26, mid, grey) })
		say(lang.L("only a range is known"), 10, func(x float32) { b.Line(x+5, mid-6, x+5, mid+6, 5, brush.Faded(grey, 0.45)) })
	} else {
		say(lang.L("happened"), 10, func(x float32) { b.Disc(x+5, mid, dotR, grey) })
		say(lang.L("only a range is known"), 28, func(x float32) {
			b.Bar(brush.Stroke{X0: x, X1: x + 28, Y: mid, High: 8}, brush.Faded(grey, 0.4))
		})
		say(lang.L("published"), 10, func(x float32) { b.Diamond(x+5, mid, dotR, grey, p.pal.Bar) })
	}
	say(lang.L("planned, denied or only said"), 10, func(x float32) {
		b.Disc(x+5, mid, dotR, grey)
		b.Disc(x+5, mid, dotR-1.8, p.pal.Bar)
	})
}

// paint draws the rows in view and the axis into one picture of w by h pixels. It reads only what relayout prepared.
func (d *drawing) paint(w, h int) image.Image {
	p, g := d.p, d.p.geo
	if w < 1 || h < 1 || g.w <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	b := brush.On(d.pixels, w, h, g.w)
	d.pixels = b.Image
	px := func(v float32) int { return int(math.Round(float64(v * b.Scale))) }
	line := p.pal.Line
	if len(p.data.Rows) > 0 {
		d.key(b)
		b.Flat(margin, g.foot, g.w-margin, g.foot+1, line)
	}
	b.Clip = image.Rect(0, px(g.top), w, px(g.foot)).Intersect(d.pixels.Rect)
	d.grid(b)
	first, last := p.inView()
	for i := first; i < last; i++ {
		top, r := p.top(i), &p.data.Rows[i]
		b.Flat(margin, top, g.w-margin, top+1, line)
		y := top + (g.row-p.small().Line())/2
		radius := float32(dotR)
		if r.Letter != "" {
			radius = dotR + 2
		}
		b.Disc(margin+7, y, radius, kit.LaneOn(r.Colour, p.pal.Bar))
		if p.data.Order {
			d.steps(b, i)
		}
		for k := range p.marks[i] {
			d.mark(b, i, &p.marks[i][k])
		}
	}
	if window := g.foot - g.top; g.full > window+1 {
		high := max(window/g.full*window, min(24, window))
		top := g.top + p.scroll/(g.full-window)*(window-high)
		b.Flat(g.w-7, top, g.w-3, top+high, p.pal.Border)
	}
	return d.pixels
}

// grid is the axis of days with its lines through the rows. Folded time is dotted.
func (d *drawing) grid(b *brush.Brush) {
	p, g := d.p, d.p.geo
	if p.data.Order || p.scale.Empty() {
		return
	}
	for _, t := range p.ticks {
		b.Flat(t.X-0.5, g.top, t.X+0.5, g.foot, brush.Faded(p.pal.Line, 0.8))
	}
	for _, s := range p.scale.Pieces(p.dayAt(g.axisL), p.dayAt(g.axisR)) {
		if s.Fold {
			l, r := p.x(s.From), p.x(s.To)
			for y := g.top + 3; y < g.foot; y += 9 {
				b.Disc((l+r)/2, y, 0.9, brush.Faded(p.pal.Border, 0.6))
			}
		}
	}
}

// steps are the lines from each event of the text to the next: a look back stands out.
func (d *drawing) steps(b *brush.Brush, row int) {
	p, top := d.p, d.p.top(row)
	marks, dots := p.marks[row], p.data.Rows[row].Dots
	for i := 1; i < len(marks); i++ {
		x0, y0, x1, y1 := marks[i-1].x0, top+marks[i-1].y, marks[i].x0, top+marks[i].y
		switch dots[i].Step {
		case StepBack:
			b.Line(x0, y0, x1, y1, 2.8, p.pal.Filled)
		case StepOn:
			b.Line(x0, y0, x1, y1, 1.6, brush.Faded(p.pal.Muted, 0.8))
		default:
			for n, most := 1, int(max(2, abs(x1-x0)/6, abs(y1-y0)/6)); n < most; n++ {
				part := float32(n) / float32(most)
				b.Disc(x0+(x1-x0)*part, y0+(y1-y0)*part, 0.9, p.pal.Muted)
			}
		}
	}
}

func abs(v float32) float32 { return max(v, -v) }

func (d *drawing) mark(b *brush.Brush, row int, m *mark) {
	p, r := d.p, &d.p.data.Rows[row]
	ground, c := p.pal.Bar, kit.LaneOn(r.Colour, p.pal.Bar)
	y := p.top(row) + m.y
	if len(m.dots) == 0 {
		if m.bar {
			b.Bar(brush.Stroke{X0: m.x0, X1: m.x1, Y: y, High: 5, Hatched: r.Hatched}, brush.Faded(c, 0.6))
		}
		if x := (m.x0 + m.x1) / 2; m.bar {
			x = p.x(float64(r.PubBest) + 0.5)
			b.Diamond(x, y, dotR, c, ground)
		} else {
			b.Diamond(x, y, dotR, c, ground)
		}
		return
	}
	open := r.Dots[m.dots[0]].Open
	switch {
	case m.bar && p.data.Order:
		b.Line(m.x0, p.top(row)+m.y0, m.x0, p.top(row)+m.y1, 5, brush.Faded(c, 0.5))
		b.Disc(m.x0, y, 3.4, ground)
		b.Disc(m.x0, y, 2.6, c)
	case m.bar:
		b.Bar(brush.Stroke{X0: m.x0, X1: m.x1, Y: y, High: 9, OpenL: m.openL, OpenR: m.openR}, brush.Faded(c, 0.5))
		if open && m.x1-m.x0 > 10 {
			b.Bar(brush.Stroke{X0: m.x0 + 1.6, X1: m.x1 - 1.6, Y: y, High: 5.8, OpenL: m.openL, OpenR: m.openR}, ground)
		}
	default:
		b.Disc(m.x0, y, m.radius()+1.2, ground)
		b.Disc(m.x0, y, m.radius(), c)
		if open && len(m.dots) == 1 {
			b.Disc(m.x0, y, dotR-1.9, ground)
		}
	}
}

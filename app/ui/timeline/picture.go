package timeline

import (
	"image"
	"image/color"
	"math"

	"dateline/app/story"
	"dateline/app/ui/kit"
)

// barHeight is the thickness of a bar.
func barHeight(g geometry) float32 { return min(max(g.row*0.44, 4), 12) }

// publishedHeight is the thickness of the bar of days that an article may have been published on.
func publishedHeight(g geometry) float32 { return max(barHeight(g)*0.45, 3) }

// paint draws lanes, bars, shapes and the axis into one picture of w by h pixels. It reads only what relayout prepared.
func (d *drawing) paint(w, h int) image.Image {
	t, g, k := d.t, d.t.geo, d.t.look
	if w < 1 || h < 1 || g.w <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	if d.pixels == nil || d.pixels.Rect.Dx() != w || d.pixels.Rect.Dy() != h {
		d.pixels = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(d.pixels.Pix)
	}
	b := &brush{img: d.pixels, scale: float32(w) / g.w, clip: d.pixels.Rect}
	px := func(v float32) int { return int(math.Round(float64(v * b.scale))) }
	lanes := image.Rect(0, px(g.lanesT-2), w, px(g.lanesB+1)).Intersect(d.pixels.Rect)
	plot := image.Rect(px(g.plotL-shapeR-2), lanes.Min.Y, px(g.plotR+shapeR+2), lanes.Max.Y).Intersect(d.pixels.Rect)
	b.clip = lanes
	for i := range t.lanes {
		y := g.lanesT + (float32(i)+0.5)*g.row
		if !d.laneIn(y) {
			continue
		}
		y -= t.scroll
		r := float32(shapeR)
		if t.lanes[i].Letter != "" {
			r = letterR
		}
		b.disc(margin+5, y, r, t.lanes[i].Colour)
		line := g.track(i, KindEvent) - t.scroll
		b.flat(g.plotL, line-0.5, g.plotR, line+0.5, faded(k.line, 0.3))
	}
	if g.undatedL > 0 {
		b.flat(g.undatedL-1, g.lanesT, g.undatedL, g.lanesB, faded(k.line, 0.6))
	}
	d.scrollBar(b)
	for i := range t.marks {
		m := &t.marks[i]
		if !d.laneIn(m.y) {
			continue
		}
		if m.apart {
			b.clip = lanes
		} else {
			b.clip = plot
		}
		d.mark(b, m)
	}
	b.clip = d.pixels.Rect
	d.axis(b)
	return d.pixels
}

// scrollBar shows which lanes are in view when not all are.
func (d *drawing) scrollBar(b *brush) {
	t, g := d.t, d.t.geo
	if window := g.lanesB - g.lanesT; g.full > window+1 {
		high := max(window/g.full*window, min(16, window)) // of many lanes it stays to be seen
		top := g.lanesT + t.scroll/(g.full-window)*(window-high)
		b.flat(g.plotL-10, top, g.plotL-7, top+high, faded(t.look.line, 0.8))
	}
}

func (d *drawing) mark(b *brush, m *mark) {
	t, g, k := d.t, d.t.geo, d.t.look
	y := m.y - t.scroll
	it := &t.items[m.items[0]]
	c := t.lanes[m.lane].Colour
	c.A = 255
	sure := 1.0
	if it.P > 0 {
		sure = 0.45 + 0.55*min(it.P, 1)
	}
	weight := t.weight(m)
	sure *= weight
	if m.bar {
		sure *= weight // bars lie over each other and add up
	}
	if m.bar {
		h := barHeight(g)
		soft := faded(c, 0.36*sure)
		if m.kind == KindPublication {
			h, soft = publishedHeight(g), faded(c, 0.6*sure)
		}
		b.bar(bar{m.x0, m.x1, y, h, m.openL, m.openR, it.Hatched}, soft)
		if it.Open && m.x1-m.x0 > h && h > 4 {
			b.bar(bar{m.x0 + 1.5, m.x1 - 1.5, y, h - 3, m.openL, m.openR, false}, k.background)
		}
		switch {
		case m.openL:
			b.chevron(m.x0+(m.x1-m.x0)*0.45, y, -1, faded(c, 0.8*sure))
		case m.openR:
			b.chevron(m.x1-(m.x1-m.x0)*0.45, y, 1, faded(c, 0.8*sure))
		case m.kind == KindPublication && !m.hasB:
			b.diamond((m.x0+m.x1)/2, y, diamondR(g), mixed(c, k.background, weight), k.background)
		}
		return
	}
	r := min(float32(shapeR), g.row*0.42)
	switch {
	case m.column > 0:
		b.flat(m.x0-columnWidth/2+0.3, y-m.column/2, m.x0+columnWidth/2-0.3, y+m.column/2, mixed(c, k.background, weight))
	case m.pile:
		b.disc(m.x0, y, r+3, k.background)
		b.disc(m.x0, y, r+2.2, mixed(c, k.background, weight))
	case m.kind == KindPublication:
		b.diamond(m.x0, y, diamondR(g), mixed(c, k.background, weight), k.background)
	case m.kind == KindQuote:
		b.upright(m.x0, y, r+1, 5.4, k.background)
		b.upright(m.x0, y, r, 3.6, mixed(c, k.background, sure))
	default:
		b.disc(m.x0, y, r+1, k.background)
		b.disc(m.x0, y, r, mixed(c, k.background, sure))
		if it.Open {
			b.disc(m.x0, y, r-1.8, k.background)
		}
	}
}

// diamondR leaves a publication mark room in its track.
func diamondR(g geometry) float32 { return min(shapeR, g.row*0.24) }

func mixed(c, ground color.NRGBA, sure float64) color.NRGBA {
	if sure >= 1 {
		return c
	}
	return kit.Between(ground, c, sure)
}

// axis draws the line with its ticks. Where time is folded the line is dotted, and no ticks stand between the labels.
func (d *drawing) axis(b *brush) {
	t, g, k := d.t, d.t.geo, d.t.look
	y := g.lanesB
	if t.scale.empty() {
		b.flat(g.plotL, y-0.6, g.plotR, y+0.6, faded(k.line, 0.5))
		return
	}
	for _, p := range t.scale.pieces(t.dayAtX(g.plotL), t.dayAtX(g.plotR)) {
		l, r := t.x(p.from), t.x(p.to)
		if p.fold {
			b.dots(l, r, y, k.line)
			continue
		}
		b.flat(l, y-0.7, r, y+0.7, k.line)
		if days := p.to - p.from; float64(r-l)/days >= 7 && days < 2000 {
			for day := dayOf(p.from); float64(day)+0.5 < p.to; day++ {
				if float64(day)+0.5 > p.from {
					d.stroke(b, day, 0.5, 2.5)
				}
			}
		}
	}
	for _, tk := range t.ticks {
		b.flat(tk.x-0.6, y-4.5, tk.x+0.6, y+4.5, k.line)
	}
}

func (d *drawing) stroke(b *brush, day story.Day, part float64, half float32) {
	x, y := d.t.x(float64(day)+part), d.t.geo.lanesB
	b.flat(x-0.5, y-half, x+0.5, y+half, faded(d.t.look.line, 0.7))
}

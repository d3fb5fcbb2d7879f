package timeline

import (
	"image"
	"image/color"
	"math"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/kit/brush"
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
	b := brush.On(d.pixels, w, h, g.w)
	d.pixels = b.Image
	px := func(v float32) int { return int(math.Round(float64(v * b.Scale))) }
	lanes := image.Rect(0, px(g.lanesT-2), w, px(g.lanesB+1)).Intersect(d.pixels.Rect)
	plot := image.Rect(px(g.plotL-shapeR-2), lanes.Min.Y, px(g.plotR+shapeR+2), lanes.Max.Y).Intersect(d.pixels.Rect)
	b.Clip = lanes
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
		b.Disc(margin+5, y, r, kit.LaneOn(t.lanes[i].Colour, k.background))
		line := g.track(i, KindEvent) - t.scroll
		b.Flat(g.plotL, line-0.5, g.plotR, line+0.5, brush.Faded(k.line, 0.3))
	}
	if g.undatedL > 0 {
		b.Flat(g.undatedL-1, g.lanesT, g.undatedL, g.lanesB, brush.Faded(k.line, 0.6))
	}
	d.scrollBar(b)
	b.Clip = d.pixels.Rect
	d.paintStrip(b)
	for i := range t.marks {
		m := &t.marks[i]
		if !d.laneIn(m.y) {
			continue
		}
		if m.apart {
			b.Clip = lanes
		} else {
			b.Clip = plot
		}
		d.mark(b, m)
	}
	b.Clip = d.pixels.Rect
	d.axis(b)
	return d.pixels
}

func (d *drawing) mark(b *brush.Brush, m *mark) {
	t, g, k := d.t, d.t.geo, d.t.look
	y := m.y - t.scroll
	it := &t.items[m.items[0]]
	c := t.lanes[m.lane].Colour
	c.A = 255
	c = kit.LaneOn(c, k.background)
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
		soft := brush.Faded(c, 0.36*sure)
		if m.kind == KindPublication {
			h, soft = publishedHeight(g), brush.Faded(c, 0.6*sure)
		}
		b.Bar(brush.Stroke{X0: m.x0, X1: m.x1, Y: y, High: h, OpenL: m.openL, OpenR: m.openR, Hatched: it.Hatched}, soft)
		if it.Open && m.x1-m.x0 > h && h > 4 {
			b.Bar(brush.Stroke{X0: m.x0 + 1.5, X1: m.x1 - 1.5, Y: y, High: h - 3, OpenL: m.openL, OpenR: m.openR}, k.background)
		}
		switch {
		case m.openL:
			b.Chevron(m.x0+(m.x1-m.x0)*0.45, y, -1, brush.Faded(c, 0.8*sure))
		case m.openR:
			b.Chevron(m.x1-(m.x1-m.x0)*0.45, y, 1, brush.Faded(c, 0.8*sure))
		case m.kind == KindPublication && !m.hasB:
			b.Diamond((m.x0+m.x1)/2, y, diamondR(g), mixed(c, k.background, weight), k.background)
		}
		return
	}
	r := min(float32(shapeR), g.row*0.42)
	switch {
	case m.column > 0:
		b.Flat(m.x0-columnWidth/2+0.3, y-m.column/2, m.x0+columnWidth/2-0.3, y+m.column/2, mixed(c, k.background, weight))
	case m.pile:
		b.Disc(m.x0, y, g.pile+0.8, k.background)
		b.Disc(m.x0, y, g.pile, mixed(c, k.background, weight))
	case m.kind == KindPublication:
		b.Diamond(m.x0, y, diamondR(g), mixed(c, k.background, weight), k.background)
	case m.kind == KindQuote:
		b.Upright(m.x0, y, r+1, 5.4, k.background)
		b.Upright(m.x0, y, r, 3.6, mixed(c, k.background, sure))
	default:
		b.Disc(m.x0, y, r+1, k.background)
		b.Disc(m.x0, y, r, mixed(c, k.background, sure))
		if it.Open {
			b.Disc(m.x0, y, r-1.8, k.background)
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
func (d *drawing) axis(b *brush.Brush) {
	t, g, k := d.t, d.t.geo, d.t.look
	y := g.lanesB
	if t.scale.Empty() {
		b.Flat(g.plotL, y-0.6, g.plotR, y+0.6, brush.Faded(k.line, 0.5))
		return
	}
	for _, p := range t.scale.Pieces(t.dayAtX(g.plotL), t.dayAtX(g.plotR)) {
		l, r := t.x(p.From), t.x(p.To)
		if p.Fold {
			b.Dots(l, r, y, k.line)
			continue
		}
		b.Flat(l, y-0.7, r, y+0.7, k.line)
		if days := p.To - p.From; float64(r-l)/days >= 7 && days < 2000 {
			for day := dayOf(p.From); float64(day)+0.5 < p.To; day++ {
				if float64(day)+0.5 > p.From {
					d.stroke(b, day, 0.5, 2.5)
				}
			}
		}
	}
	for _, tk := range t.ticks {
		b.Flat(tk.X-0.6, y-4.5, tk.X+0.6, y+4.5, k.line)
	}
}

func (d *drawing) stroke(b *brush.Brush, day story.Day, part float64, half float32) {
	x, y := d.t.x(float64(day)+part), d.t.geo.lanesB
	b.Flat(x-0.5, y-half, x+0.5, y+half, brush.Faded(d.t.look.line, 0.7))
}

package tile

import (
	"image/color"
	"math"

	"dateline/geo/basemap"
)

// urbanFrom is the zoom from which built-up areas are drawn.
const urbanFrom = 7

func (p *painter) urban() error {
	if p.zoom < urbanFrom-0.5 {
		return nil
	}
	return p.areas(basemap.Urban, basemap.BuiltUp, p.style.Urban)
}

func (p *painter) lakes() error {
	if err := p.areas(basemap.Water, basemap.Lake, p.style.Lake); err != nil {
		return err
	}
	return p.lines(basemap.Water, 0, p.style.Coast, basemap.Lake, basemap.Lake)
}

// areas fills the closed arcs of a class.
func (p *painter) areas(layer basemap.Layer, class basemap.Class, c color.NRGBA) error {
	box := p.box(0)
	blocks, err := p.archive.Arcs(layer, 0, box)
	if err != nil {
		return err
	}
	used := false
	for _, arcs := range blocks {
		for i := range arcs {
			a := &arcs[i]
			if a.Class != class || !a.Box.Touches(box) || float64(a.Box.MaxX-a.Box.MinX)*p.scale < 1 {
				continue
			}
			if !used {
				p.fill.Reset(p.size, p.size)
				used = true
			}
			x0, y0 := p.px(a.XY[0], a.XY[1])
			for i := 2; i+1 < len(a.XY); i += 2 {
				x1, y1 := p.px(a.XY[i], a.XY[i+1])
				p.fill.Edge(x0, y0, x1, y1)
				x0, y0 = x1, y1
			}
		}
	}
	if used {
		p.fill.Paint(p.img, c)
	}
	return nil
}

func (p *painter) rivers() error {
	return p.lines(basemap.Water, 0, p.style.River, basemap.River, basemap.River)
}

func (p *painter) borders() error {
	for _, l := range []struct {
		stroke      Stroke
		first, last basemap.Class
	}{
		{p.style.Admin1, basemap.Admin1, basemap.Admin1 + basemap.Class(max(0, min(4, math.Round(p.zoom)-basemap.Admin1From)))},
		{p.style.Coast, basemap.Coast, basemap.Coast},
		{p.style.Disputed, basemap.Disputed, basemap.DisputedAdm},
		{p.style.Country, basemap.Country, basemap.Country},
	} {
		if err := p.lines(basemap.Land, p.level, l.stroke, l.first, l.last); err != nil {
			return err
		}
	}
	return nil
}

// lines strokes the arcs of a range of classes.
func (p *painter) lines(layer basemap.Layer, level int, s Stroke, first, last basemap.Class) error {
	if math.Round(p.zoom) < float64(s.From) || s.Color.A == 0 {
		return nil
	}
	width := s.At(p.zoom) * p.density
	box := p.box(width/2 + 2)
	blocks, err := p.archive.Arcs(layer, level, box)
	if err != nil {
		return err
	}
	p.stroke.Reset(p.size, p.size)
	for _, arcs := range blocks {
		for i := range arcs {
			if a := &arcs[i]; a.Class >= first && a.Class <= last && len(a.XY) >= 4 && a.Box.Touches(box) && !p.speck(a) {
				p.line(a.XY, dashes{float32(width / 2), s.Dash * p.density, s.Gap * p.density})
			}
		}
	}
	p.stroke.Paint(p.img, s.Color)
	return nil
}

// speck reports whether an arc is an island or lake too small to have a line around it.
func (p *painter) speck(a *basemap.Arc) bool {
	n := len(a.XY)
	return a.XY[0] == a.XY[n-2] && a.XY[1] == a.XY[n-1] &&
		float64(max(a.Box.MaxX-a.Box.MinX, a.Box.MaxY-a.Box.MinY))*p.scale < p.density
}

// dashes is how a line is stroked, in px of the picture.
type dashes struct {
	half      float32 // of the line's width
	dash, gap float64 // a dash of 0 gives an unbroken line
}

// line strokes one arc. Points closer than about half a pixel to the last are left out, and dashes are counted from the
// arc's beginning, so that every tile the arc runs through draws it alike.
func (p *painter) line(xy []int32, s dashes) {
	const step = 0.7
	size := float32(p.size)
	reach := s.half + 1
	ax, ay := p.px(xy[0], xy[1])
	phase := 0.0 // px along the arc, within dash+gap
	for i := 2; i+1 < len(xy); i += 2 {
		bx, by := p.px(xy[i], xy[i+1])
		dx, dy := bx-ax, by-ay
		if i+3 < len(xy) && dx < step && dx > -step && dy < step && dy > -step {
			continue
		}
		seen := max(ax, bx) > -reach && min(ax, bx) < size+reach && max(ay, by) > -reach && min(ay, by) < size+reach
		switch {
		case s.dash <= 0:
			if seen {
				p.stroke.Line(ax, ay, bx, by, s.half)
			}
		default:
			if seen {
				p.dashes([2]float32{ax, ay}, [2]float32{dx, dy}, phase, s)
			}
			phase = math.Mod(phase+math.Hypot(float64(dx), float64(dy)), s.dash+s.gap)
		}
		ax, ay = bx, by
	}
}

// dashes strokes the dashes of one segment from a on by d, which begins phase px into a dash and its gap.
func (p *painter) dashes(a, d [2]float32, phase float64, s dashes) {
	full := math.Hypot(float64(d[0]), float64(d[1]))
	length, period := full, s.dash+s.gap
	at := -phase
	if length > 4*float64(p.size) { // a long straight border: begin near the tile
		near := -(float64(a[0])*float64(d[0])+float64(a[1])*float64(d[1]))/length - 2*float64(p.size)
		if near > 0 {
			at += math.Floor(near/period) * period
			length = min(length, near+6*float64(p.size))
		}
	}
	for ; at < length; at += period {
		from, to := max(0, at), min(length, at+s.dash)
		if from < to {
			f, t := float32(from/full), float32(to/full)
			p.stroke.Line(a[0]+f*d[0], a[1]+f*d[1], a[0]+t*d[0], a[1]+t*d[1], s.half)
		}
	}
}

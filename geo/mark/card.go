package mark

import (
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"dateline/geo/internal/raster"
	"dateline/geo/viewport"
)

// card is one or more lines of text on a rounded ground; sizes are px at scale 1.
type card struct {
	lines      []cardLine
	padX, padY float64
	radius     float64
}

type cardLine struct {
	text string
	size float64
	bold bool
	ink  color.NRGBA
}

func (p Pen) cardSize(c card) (w, h float64) {
	k := p.style().TextScale
	for _, l := range c.lines {
		width, _ := p.fonts().measure(l.text, faceKey{l.bold, l.size * k}, 0)
		w = max(w, width)
		h += l.size * k * 1.35
	}
	return w + 2*c.padX*k, h + 2*c.padY*k
}

// drawCard draws a card with its upper left corner at x, y px of the viewport.
func (p Pen) drawCard(dst *image.RGBA, c card, x, y float64) Box {
	style, scale := p.style(), p.scale()
	k := style.TextScale
	w, h := p.cardSize(c)
	b := Box{x, y, x + w, y + h}
	rounded(dst, b, c.radius*k, scale, style.CardEdge, 1)
	rounded(dst, b, c.radius*k, scale, style.CardFill, 0)
	top := y + c.padY*k
	for _, l := range c.lines {
		face := faceKey{l.bold, l.size * k * scale}
		_, rise := p.fonts().measure(l.text, face, 0)
		word := p.fonts().word(wordKey{text: l.text, face: face, ink: l.ink})
		high := l.size * k * 1.35
		base := (top+high/2)*scale + rise/2
		blit(dst, word.img, int(math.Round((x+c.padX*k)*scale))-word.x, int(math.Round(base))-word.y)
		top += high
	}
	return b
}

// rounded fills a box with round corners, grown by some px.
func rounded(dst *image.RGBA, b Box, radius, scale float64, ink color.NRGBA, grow float64) {
	b = b.grown(grow)
	b = Box{b.Left * scale, b.Top * scale, b.Right * scale, b.Bottom * scale}
	r := min((radius+grow)*scale, (b.Right-b.Left)/2, (b.Bottom-b.Top)/2)
	left, top := int(math.Floor(b.Left)), int(math.Floor(b.Top))
	w, h := int(math.Ceil(b.Right))-left, int(math.Ceil(b.Bottom))-top
	if w <= 0 || h <= 0 || w > 1<<14 || h > 1<<14 {
		return
	}
	// Drawn on a picture of its own size, so that a small card on a large picture stays cheap.
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	var f raster.Fill
	f.Reset(w, h)
	const steps = 12
	corner := func(cx, cy, from float64) (pts [][2]float64) {
		for i := 0; i <= steps; i++ {
			a := from + math.Pi/2*float64(i)/steps
			pts = append(pts, [2]float64{cx + r*math.Cos(a) - float64(left), cy + r*math.Sin(a) - float64(top)})
		}
		return pts
	}
	var path [][2]float64
	path = append(path, corner(b.Right-r, b.Bottom-r, 0)...)
	path = append(path, corner(b.Left+r, b.Bottom-r, math.Pi/2)...)
	path = append(path, corner(b.Left+r, b.Top+r, math.Pi)...)
	path = append(path, corner(b.Right-r, b.Top+r, 3*math.Pi/2)...)
	for i, q := range path {
		n := path[(i+1)%len(path)]
		f.Edge(float32(q[0]), float32(q[1]), float32(n[0]), float32(n[1]))
	}
	f.Paint(img, ink)
	blit(dst, img, left, top)
}

// Attribution draws the box in the lower right corner that names the sources, and gives the room it takes.
func (p Pen) Attribution(dst *image.RGBA, text string) Box {
	if text == "" {
		return Box{}
	}
	c := p.attribution(text)
	b := p.AttributionBox(text, float64(dst.Rect.Dx())/p.scale(), float64(dst.Rect.Dy())/p.scale())
	return p.drawCard(dst, c, b.Left, b.Top)
}

// AttributionBox is the room Attribution takes on a w x h viewport; an obstacle for Place.
func (p Pen) AttributionBox(text string, w, h float64) Box {
	if text == "" {
		return Box{}
	}
	cw, ch := p.cardSize(p.attribution(text))
	return Box{w - cw - 6, h - ch - 6, w - 6, h - 6}
}

func (p Pen) attribution(text string) card {
	return card{lines: []cardLine{{text: text, size: 10.5, ink: p.style().CardText}}, padX: 6, padY: 2, radius: 4}
}

// Title draws a card with a large line and smaller ones below (a subtitle may have several), its upper left corner at x, y px of the viewport.
// An empty line is left out.
func (p Pen) Title(dst *image.RGBA, title, subtitle string, x, y float64) Box {
	c := p.title(title, subtitle)
	if len(c.lines) == 0 {
		return Box{}
	}
	return p.drawCard(dst, c, x, y)
}

// TitleBox is the room Title takes.
func (p Pen) TitleBox(title, subtitle string, x, y float64) Box {
	c := p.title(title, subtitle)
	if len(c.lines) == 0 {
		return Box{}
	}
	w, h := p.cardSize(c)
	return Box{x, y, x + w, y + h}
}

func (p Pen) title(title, subtitle string) card {
	c := card{padX: 14, padY: 8, radius: 8}
	if title != "" {
		c.lines = append(c.lines, cardLine{title, 22, true, p.style().PlaceText})
	}
	for line := range strings.SplitSeq(subtitle, "\n") {
		if line != "" {
			c.lines = append(c.lines, cardLine{line, 12.5, false, p.style().CardText})
		}
	}
	return c
}

// ScaleBar draws a bar of a round length with its words, its lower left corner at x, y px of the viewport, true at the
// middle of the view.
func (p Pen) ScaleBar(dst *image.RGBA, v viewport.Viewport, x, y float64) Box {
	length, text := Scale(v)
	if length == 0 {
		return Box{}
	}
	style, scale := p.style(), p.scale()
	k := style.TextScale
	face := faceKey{size: 10.5 * k * scale}
	width, _ := p.fonts().measure(text, faceKey{size: 10.5 * k}, 0)
	word := p.fonts().word(wordKey{text: text, face: face, ink: style.CardText, halo: style.Halo, haloRadius: 1.6 * k * scale})
	blit(dst, word.img, int(math.Round(x*scale))-word.x, int(math.Round((y-8*k)*scale))-word.y)
	// The bar with its two ends, on a picture of its own.
	w, h := int(math.Ceil((length+6)*scale)), int(math.Ceil(10*k*scale))
	if w <= 0 || w > 1<<13 {
		return Box{}
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	var s raster.Stroke
	for _, layer := range []struct {
		half float64
		ink  color.NRGBA
	}{{1.7, style.Halo}, {0.7, style.CardText}} {
		s.Reset(w, h)
		left, right, base, top := float32(3*scale), float32((length+3)*scale), float32(h)-float32(3*scale), float32(h)-float32((3+4*k)*scale)
		half := float32(layer.half * scale)
		s.Line(left, base, right, base, half)
		s.Line(left, base, left, top, half)
		s.Line(right, base, right, top, half)
		s.Paint(img, layer.ink)
	}
	blit(dst, img, int(math.Round((x-3)*scale)), int(math.Round(y*scale))-h)
	return Box{x - 3, y - 20*k, x + max(length, width) + 3, y}
}

// Scale is the length of a scale bar, in px of the viewport, and what it says; 0 where the view shows no ground.
func Scale(v viewport.Viewport) (length float64, text string) {
	meters, text := roundLength(v.MetersPerPixel() * 110)
	if meters == 0 {
		return 0, ""
	}
	return meters / v.MetersPerPixel(), text
}

// roundLength is the largest round number of meters up to a length.
func roundLength(most float64) (float64, string) {
	if !(most >= 1) || most > 1e9 {
		return 0, ""
	}
	unit := math.Pow(10, math.Floor(math.Log10(most)))
	length := unit
	for _, f := range []float64{2, 5} {
		if f*unit <= most {
			length = f * unit
		}
	}
	if length >= 1000 {
		return length, strconv.Itoa(int(length/1000)) + " km"
	}
	return length, strconv.Itoa(int(length)) + " m"
}

package html

import (
	"dateline/app/export"
	"dateline/app/export/internal/draw"
	"dateline/app/export/scene"
	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"dateline/geo/vector"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// The map of the page is larger than what it shows at first, so that it can be moved and suits narrow screens.
const (
	mapWidth, mapHeight = 1280, 800
	around              = 2 // times so wide and high
)

// ground is the map below the marks.
type ground struct {
	scene.Scene
	whole  viewport.Viewport   // the scene's frame with what lies around it
	places map[geo.PlaceID]int // that have a shape -> its number
	shapes []orb.MultiPolygon
	signs  []mark.Mark // as they stand on the still map
	names  []mark.Placed
	late   []mark.Text // names that find a place only once the map is enlarged
}

func (g *ground) lay(c *export.Content) {
	still := *c
	still.Frame.W, still.Frame.H = mapWidth, mapHeight
	g.Scene = scene.Of(still)
	g.whole = g.Frame
	g.whole.W, g.whole.H = around*g.Frame.W, around*g.Frame.H
	g.places = map[geo.PlaceID]int{}
	for i := range c.View.Marks {
		for _, p := range c.View.Marks[i].Places {
			g.outline(p, c.Map.Outlines)
		}
	}
	pen := mark.Pen{Fonts: c.Map.Fonts}
	g.signs = mark.At(g.whole, mark.Group(g.whole, g.Marks, 1))
	labels := g.Labels
	if source, ok := c.Map.Tiles.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok {
		labels = append(source.Labels(g.whole.Bound(), g.whole.Zoom), labels...)
		labels = append(labels, source.Labels(g.Frame.Bound(), g.Frame.Zoom+1)...) // of regions, for who looks closer
	}
	texts := mark.Texts(g.whole, labels, g.signs)
	g.names = pen.Place(texts, pen.Boxes(g.signs), g.whole.W, g.whole.H)
	placed := map[string]bool{}
	for _, n := range g.names {
		placed[n.Text.Text] = true
	}
	for _, t := range texts {
		if t.Kind != tile.LabelPlace && !placed[t.Text] && t.Text != "" {
			placed[t.Text] = true
			g.late = append(g.late, t)
		}
	}
}

// outline keeps the shape of a region. Countries have none, as in the window.
func (g *ground) outline(p geo.Place, o *outline.Outlines) {
	if _, met := g.places[p.ID]; met || o == nil || !p.Kind.Area() || p.Kind == geo.KindCountry {
		return
	}
	if shape, ok := o.Of(p, g.Frame.Zoom+1); ok {
		g.places[p.ID] = len(g.shapes)
		g.shapes = append(g.shapes, shape)
	}
}

func (g *ground) sizes() [4]float64 { return [4]float64{g.whole.W, g.whole.H, g.Frame.W, g.Frame.H} }

// mostGround is how many points the ground may have in its finer detail.
const mostGround = 90_000

// paths are the ground in a fine detail, or where that is too much for a page, such as among fjords, in a coarser one.
func (g *ground) paths(o *outline.Outlines) (vector.Ground, error) {
	fine, err := vector.Of(o, g.whole, 2)
	if err != nil || fine.Points() <= mostGround {
		return fine, err
	}
	return vector.Of(o, g.whole, 1)
}

// map_ is the section with the map: still, with its marks, for who has no script.
func (p *page) map_() error {
	g := &p.ground
	p.Printf("<section class=\"map\" aria-labelledby=\"h-map\" id=\"map\">\n<h2 class=\"sr\" id=\"h-map\">%s</h2>\n<div class=\"view\" id=\"view\" dir=\"ltr\">\n", p.t("Map"))
	p.Printf(`<svg class="ground" id="ground" viewBox="%s %s %s %s" preserveAspectRatio="xMidYMid slice" role="img" aria-label="%s">`+"\n",
		draw.Number((g.whole.W-g.Frame.W)/2), draw.Number((g.whole.H-g.Frame.H)/2), draw.Number(g.Frame.W), draw.Number(g.Frame.H), p.t("Map of the places in the table of all events"))
	if o := p.Map.Outlines; o != nil {
		paths, err := g.paths(o)
		if err != nil {
			return err
		}
		p.Ground(paths, func(l draw.Layer) string { return `class="` + string(l) + `"` })
	}
	for i, shape := range g.shapes {
		p.Shape(`class="area" data-p="`+itoa(i)+`"`, vector.Shape(g.whole, shape))
	}
	p.names()
	p.WriteString("<g class=\"still\">")
	for _, m := range g.signs {
		p.Printf(`<g transform="translate(%s %s)"><title>%s</title>`, draw.Number(m.X), draw.Number(m.Y), draw.Text(m.Label))
		p.Sign(mark.Pen{}, m)
		p.WriteString("</g>")
	}
	p.WriteString("</g>\n</svg>\n")
	p.Printf(`<div class="canvas needs-js" id="canvas" tabindex="0" role="group" aria-label="%s"></div>
<div class="marks needs-js" id="marks" role="group" aria-label="%s"></div>
<div class="datecard needs-js" dir="auto"><strong id="date"></strong><span id="count"></span></div>
<div class="zoom needs-js"><button id="in" aria-label="%s">+</button><button id="out" aria-label="%s">−</button><button id="fit" aria-label="%s">⤢</button></div>
`, p.t("Map. The arrow keys move it, plus and minus enlarge and reduce it, 0 shows all."), p.t("Places on the map"), p.t("Enlarge the map"), p.t("Reduce the map"), p.t("Show all places"))
	p.Printf(`<div class="card"%s id="card" role="region" aria-labelledby="h-card" tabindex="-1" hidden><h3 id="h-card" dir="auto"></h3><button class="btn close" id="close" aria-label="%s">×</button><ul id="told"></ul></div>
</div>
`, p.direction(), p.t("Close"))
	p.Printf("<div class=\"under\"><ul class=\"legend needs-js\" id=\"legend\" aria-label=\"%s\"></ul>\n<p class=\"credit\">%s</p></div>\n</section>\n", p.t("Legend"), draw.Text(p.Attribution))
	return nil
}

// names of the ground. Those that are late wait until the script finds room.
func (p *page) names() {
	class := map[tile.LabelKind]string{tile.LabelCountry: "nm country", tile.LabelSea: "nm sea", tile.LabelRegion: "nm region", tile.LabelCity: "nm city", tile.LabelTown: "nm town"}
	for _, n := range p.ground.names {
		if n.Kind == tile.LabelPlace {
			p.Printf(`<text class="nm city still" x="%s" y="%s">%s</text>`, draw.Number((n.Left+n.Right)/2), draw.Number((n.Top+n.Bottom)/2+4), draw.Text(n.Text.Text))
			continue
		}
		x := (n.Left + n.Right) / 2
		p.Printf(`<text class="%s" x="%s" y="%s">`, class[n.Kind], draw.Number(x), draw.Number((n.Top+n.Bottom)/2+4))
		for i, line := range n.Lines {
			if i == 0 {
				p.WriteString(draw.Text(line))
				continue
			}
			p.Printf(`<tspan x="%s" dy="1.2em">%s</tspan>`, draw.Number(x), draw.Text(line))
		}
		p.WriteString("</text>")
	}
	for _, n := range p.ground.late {
		if n.X > 0 && n.Y > 0 && n.X < p.ground.whole.W && n.Y < p.ground.whole.H {
			p.Printf(`<text class="%s off" x="%s" y="%s">%s</text>`, class[n.Kind], draw.Number(n.X), draw.Number(n.Y), draw.Text(n.Text))
		}
	}
	p.WriteString("\n")
}

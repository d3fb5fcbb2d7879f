// Package svg writes the map of a view as SVG: land, borders and marks as shapes that stay sharp at any size, names as text,
// with a legend, the scale and the credits. Each mark says what happened there, when, how that is known and by which source.
// There is no script in it, and nothing that is fetched.
package svg

import (
	"context"
	"encoding/base64"
	"fmt"
	"image/png"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/draw"
	"dateline/app/export/rows"
	"dateline/app/export/scene"
	"dateline/geo/heat"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/vector"
	"github.com/paulmach/orb"
)

// Format is the map. Options.Frame is its size and where it looks.
var Format = export.Format{Name: "svg", Label: "Map as vectors (SVG)", Exts: []string{".svg"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksSize, Write: write}

// Where the cards stand, in px.
const (
	cardLeft = 16.0
	cardTop  = 16.0
)

// Faces are asked for in this order.
const faces = `'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif`

// picture is one map in the making.
type picture struct {
	draw.Pencil
	export.Content
	scene.Scene
	pen   mark.Pen
	style *tile.Style
	signs []mark.Mark // Scene.Marks, grouped
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	s := scene.Still(c)
	p := &picture{Pencil: draw.New(w), Content: c, Scene: s, style: c.Style}
	if p.style == nil {
		p.style = tile.Light
	}
	p.pen = mark.Pen{Style: p.style, Fonts: c.Map.Fonts, Say: c.Say}
	p.signs = mark.At(s.Frame, mark.Group(s.Frame, s.Marks, p.style.TextScale))
	for _, step := range []func() error{p.head, p.ground, p.names, p.marks, p.legend} {
		if err := step(); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	p.title()
	p.credits()
	p.WriteString("</svg>\n")
	return p.Flush()
}

func (p *picture) head() error {
	w, h := draw.Number(p.Frame.W), draw.Number(p.Frame.H)
	p.Printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="title desc" font-family="%s">`+"\n", w, h, w, h, faces)
	title := p.Content.Title
	if title == "" {
		title = "Dateline"
	}
	p.Printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", draw.Text(title), draw.Text(strings.Join(export.About(&p.Content), " · ")))
	p.Printf(`<rect width="%s" height="%s" %s/>`+"\n", w, h, draw.Ink("fill", p.style.Water))
	return nil
}

func (p *picture) ground() error {
	if p.Map.Outlines == nil {
		return nil
	}
	g, err := vector.Of(p.Map.Outlines, p.Frame, 1)
	if err != nil {
		return err
	}
	p.WriteString("<g>\n")
	p.Ground(g, draw.Colours(p.style, p.Frame.Zoom))
	if err := p.heat(); err != nil {
		return err
	}
	for _, a := range p.Areas {
		p.Area(p.Frame, a, p.style)
	}
	p.WriteString("</g>\n")
	return nil
}

// heat is a picture in the picture: it is soft, so that shapes would make it no sharper.
func (p *picture) heat() error {
	if len(p.Scene.Heat.Spots) == 0 {
		return nil
	}
	img := p.Scene.Heat.Picture(p.Frame, p.style)
	p.Printf(`<image width="%s" height="%s" preserveAspectRatio="none" href="data:image/png;base64,`, draw.Number(float64(img.Rect.Dx()*heat.Cell)), draw.Number(float64(img.Rect.Dy()*heat.Cell)))
	into := base64.NewEncoder(base64.StdEncoding, p)
	if err := png.Encode(into, img); err != nil {
		return err
	}
	into.Close()
	p.WriteString("\"/>\n")
	return nil
}

// kinds are the lines of the legend.
func (p *picture) kinds() []mark.Kind {
	return append(p.pen.Kinds(p.signs), p.pen.HeatKind(&p.Scene.Heat)...)
}

// names stand below the signs, and clear of them.
func (p *picture) names() error {
	labels := p.Labels
	if source, ok := p.Map.Tiles.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok {
		labels = append(source.Labels(p.Frame.Bound(), p.Frame.Zoom), labels...)
	}
	blocked := append(p.pen.Boxes(p.signs), p.pen.AttributionBox(p.Scene.Attribution, p.Frame.W, p.Frame.H),
		p.pen.TitleBox(p.Scene.Title, p.Scene.Subtitle, cardLeft, cardTop), p.legendBox())
	p.WriteString("<g>\n")
	p.Names(p.pen, p.pen.Place(mark.Texts(p.Frame, labels, p.signs), blocked, p.Frame.W, p.Frame.H))
	p.WriteString("</g>\n")
	return nil
}

// marks are the signs, each with what it stands for in words.
func (p *picture) marks() error {
	said := p.said()
	p.WriteString("<g>\n")
	for pass := range 2 {
		for _, m := range p.signs {
			if m.Filled != (pass == 1) || m.X < -40 || m.Y < -40 || m.X > p.Frame.W+40 || m.Y > p.Frame.H+40 {
				continue
			}
			p.Printf(`<g transform="translate(%s %s)"><title>%s</title>`, draw.Number(m.X), draw.Number(m.Y), draw.Text(p.signHead(&m)))
			if words := said[m.Point]; m.Group < 2 && words != "" {
				p.Printf("<desc>%s</desc>", draw.Text(words))
			}
			p.Sign(p.pen, m)
			p.WriteString("</g>\n")
		}
	}
	p.WriteString("</g>\n")
	return nil
}

// signHead says what a sign stands for.
func (p *picture) signHead(m *mark.Mark) string {
	out := m.Label
	if m.Number > 0 {
		out += ": " + p.Count(m.Number, "event", "events")
	}
	return out
}

// said words the events and quotes of each mark, with how day and place are known and whether a person has looked.
func (p *picture) said() map[orb.Point]string {
	byEvent, byQuote := map[int]rows.Row{}, map[int]rows.Row{}
	n := 0
	for r := range rows.All(p.Content.Story, p.View) {
		if n < len(p.View.Events) {
			byEvent[p.View.Events[n]] = r
		} else {
			byQuote[p.View.Quotes[n-len(p.View.Events)]] = r
		}
		n++
	}
	checked := rows.NewChecked(p.Log)
	out := map[orb.Point]string{}
	for i := range p.View.Marks {
		m := &p.View.Marks[i]
		var lines []string
		for _, e := range m.Events {
			r := byEvent[e]
			lines = append(lines, p.words(&r, &checked))
		}
		for _, q := range m.Quotes {
			r := byQuote[q]
			lines = append(lines, p.words(&r, &checked))
		}
		out[m.At] = strings.Join(lines, " · ")
	}
	return out
}

// words are one row as a sentence.
func (p *picture) words(r *rows.Row, checked *rows.Checked) string {
	out := r.Sentence
	if r.Kind == rows.Quote {
		out = r.Quote
		if r.Speaker != "" {
			out += " " + r.Speaker
		}
	}
	out += fmt.Sprintf(" (%s: %s; %s", p.When(r.When), p.HowKnown(r.When), r.Article)
	if status, _ := checked.Of(r); status != "" {
		out += "; " + p.CheckedWords(status)
	}
	return out + ")"
}

// scaleRoom is what the scale bar takes below the legend, in px at scale 1.
const scaleRoom = 34.0

// legendBox is the room that legend and scale take at the lower left.
func (p *picture) legendBox() mark.Box {
	k := p.style.TextScale
	b := mark.Box{Left: cardLeft, Top: p.Frame.H - scaleRoom*k, Right: cardLeft + 130*k, Bottom: p.Frame.H - 6}
	if l := p.pen.LegendBox(p.kinds(), cardLeft, b.Top); l != (mark.Box{}) {
		b.Top, b.Right = l.Top, l.Right
	}
	return b
}

func (p *picture) legend() error {
	k, kinds, box := p.style.TextScale, p.kinds(), p.legendBox()
	if len(kinds) > 0 {
		p.card(mark.Box{Left: box.Left, Top: box.Top, Right: box.Right, Bottom: box.Bottom - scaleRoom*k + 2}, 8)
	}
	y := box.Top + (mark.LegendPad+mark.LegendLine/2)*k
	for _, x := range kinds {
		for n, ink := range x.Inks {
			s := mark.Swatch(box.Left, y, n, len(x.Inks), k)
			at := fmt.Sprintf(`<rect x="%s" y="%s" width="%s" height="%s"`, draw.Number(s.Left), draw.Number(s.Top), draw.Number(s.Right-s.Left), draw.Number(s.Bottom-s.Top))
			p.Printf("%s %s/>%s %s/>", at, draw.Ink("fill", p.style.Land), at, draw.Ink("fill", ink))
		}
		p.Printf(`<g transform="translate(%s %s) scale(%s)">`, draw.Number(box.Left+mark.LegendText/2*k), draw.Number(y), draw.Number(mark.LegendSign))
		if len(x.Inks) == 0 {
			p.Sign(p.pen, x.Mark)
		}
		p.WriteString("</g>")
		p.text(box.Left+mark.LegendText*k, y+mark.LegendSize*0.36*k, mark.LegendSize*k, x.Words)
		y += mark.LegendLine * k
	}
	length, said := mark.Scale(p.Frame)
	if length == 0 {
		return nil
	}
	x, base := cardLeft, p.Frame.H-12
	p.Printf(`<path d="M%s %sv%sh%sv%s" fill="none" %s stroke-width="1.4"/>`, draw.Number(x), draw.Number(base-4*k), draw.Number(4*k), draw.Number(length), draw.Number(-4*k), draw.Ink("stroke", p.style.CardText))
	p.text(x, base-7*k, 10.5*k, said)
	return nil
}

// title is the card at the upper left.
func (p *picture) title() {
	k := p.style.TextScale
	box := p.pen.TitleBox(p.Scene.Title, p.Scene.Subtitle, cardLeft, cardTop)
	if box == (mark.Box{}) {
		return
	}
	p.card(box, 8)
	y := box.Top + 8*k
	if p.Scene.Title != "" {
		p.Printf(`<text x="%s" y="%s" font-size="%s" font-weight="700" %s>%s</text>`+"\n", draw.Number(box.Left+14*k), draw.Number(y+21.5*k), draw.Number(22*k), draw.Ink("fill", p.style.PlaceText), draw.Text(p.Scene.Title))
		y += 22 * 1.35 * k
	}
	for line := range strings.SplitSeq(p.Scene.Subtitle, "\n") {
		p.text(box.Left+14*k, y+12.5*k, 12.5*k, line)
		y += 12.5 * 1.35 * k
	}
}

// credits stand at the lower right.
func (p *picture) credits() {
	k := p.style.TextScale
	box := p.pen.AttributionBox(p.Scene.Attribution, p.Frame.W, p.Frame.H)
	if box == (mark.Box{}) {
		return
	}
	p.card(box, 4)
	// The length keeps it in its card in whatever face it is shown.
	p.Printf(`<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" font-size="%s" %s>%s</text>`+"\n", draw.Number(box.Left+6*k), draw.Number(box.Bottom-5*k), draw.Number(box.Right-box.Left-12*k), draw.Number(10.5*k), draw.Ink("fill", p.style.CardText), draw.Text(p.Scene.Attribution))
}

func (p *picture) card(b mark.Box, radius float64) {
	p.Printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" %s %s/>`+"\n", draw.Number(b.Left), draw.Number(b.Top), draw.Number(b.Right-b.Left), draw.Number(b.Bottom-b.Top), draw.Number(radius),
		draw.Ink("fill", p.style.CardFill), draw.Ink("stroke", p.style.CardEdge))
}

func (p *picture) text(x, y, size float64, words string) {
	if words == "" {
		return
	}
	p.Printf(`<text x="%s" y="%s" font-size="%s" %s>%s</text>`+"\n", draw.Number(x), draw.Number(y), draw.Number(size), draw.Ink("fill", p.style.CardText), draw.Text(words))
}

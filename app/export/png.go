package export

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"strings"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/staticmap"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Picture says what a still of the map shows. Tiles is needed; the rest may be zero.
type Picture struct {
	Options
	Tiles    tile.Source
	Outlines *outline.Outlines // shapes of regions and countries; nil draws none
	Fonts    *mark.Fonts
	Style    *tile.Style
	View     viewport.Viewport // W and H are the size; with Zoom and Center zero it fits the marks
	Scale    float64
	Subtitle string
	Cities   func(b orb.Bound, n int) []geo.Place // the n largest towns in a bound, for names; nil names none
}

// PNG draws the map of v: areas, marks, labels and the credits.
func PNG(ctx context.Context, w io.Writer, s *story.Story, v story.View, p Picture) error {
	p.applyDefaults(s)
	if p.View.W <= 0 || p.View.H <= 0 {
		p.View.W, p.View.H = 1280, 800
	}
	if p.View.Zoom == 0 && p.View.Center == (orb.Point{}) {
		p.View = Fit(v, p.View.W, p.View.H, viewport.Pad{Left: 90, Top: 100, Right: 90, Bottom: 70})
	}
	if p.Subtitle == "" {
		p.Subtitle = periodWords(v.Period)
	}
	p.Title = fit(p.Title, p.View.W)
	img, err := staticmap.Render(ctx, p.Tiles, staticmap.Picture{View: p.View, Marks: Marks(v), Areas: Areas(v, p.Outlines, p.View.Zoom), Labels: cityLabels(p.View, p.Cities, v)},
		staticmap.Options{Style: p.Style, Fonts: p.Fonts, Scale: p.Scale, Title: p.Title, Subtitle: p.Subtitle, Attribution: p.Attribution})
	if err != nil {
		return fmt.Errorf("export: map picture: %w", err)
	}
	return png.Encode(w, img)
}

// Fit is the view that shows the filled marks that are not country-level; where there are none, all marks.
func Fit(v story.View, w, h float64, pad viewport.Pad) viewport.Viewport {
	var near, all []orb.Point
	for _, m := range v.Marks {
		all = append(all, m.At)
		if m.Filled && !m.Country {
			near = append(near, m.At)
		}
	}
	if len(near) == 0 {
		near = all
	}
	return viewport.Fit(near, w, h, pad, viewport.MaxFitZoom)
}

// Marks turns the marks of a view into what the map draws, the most important last, on top.
func Marks(v story.View) []mark.Mark {
	out := make([]mark.Mark, 0, len(v.Marks))
	for i := len(v.Marks) - 1; i >= 0; i-- {
		m := &v.Marks[i]
		out = append(out, mark.Mark{Point: m.At, Number: len(m.Events), Filled: m.Filled, Ring: m.Ring, Country: m.Filled && m.Country, Area: m.Area,
			Label: m.Name(), Places: m.Places})
	}
	return out
}

// cityLabels names towns between the marks, more of them the closer the view is; those that are marked have their name.
func cityLabels(view viewport.Viewport, cities func(b orb.Bound, n int) []geo.Place, v story.View) []tile.Label {
	if cities == nil || view.Zoom < 4 {
		return nil
	}
	marked := map[string]bool{}
	for _, m := range v.Marks {
		marked[m.Name()] = true
	}
	var out []tile.Label
	for i, p := range cities(view.Bound(), 40) {
		if p.Kind != geo.KindCity || marked[p.Name] {
			continue
		}
		l := tile.Label{Point: p.Point, Text: p.Name, Rank: i, Kind: tile.LabelTown}
		if p.Capital || p.Population >= 1_000_000 {
			l.Kind = tile.LabelCity
		}
		out = append(out, l)
	}
	return out
}

// Areas are the shapes of the regions in which something visible happened. Countries have none, as in the window: one
// sentence about a large country would paint the map over.
func Areas(v story.View, o *outline.Outlines, zoom float64) []mark.Area {
	if o == nil {
		return nil
	}
	var out []mark.Area
	seen := map[geo.PlaceID]bool{}
	for _, m := range v.Marks {
		if !m.Filled {
			continue
		}
		for _, p := range m.Places {
			if !p.Kind.Area() || p.Kind == geo.KindCountry || seen[p.ID] {
				continue
			}
			seen[p.ID] = true
			if shape, ok := o.Of(p, zoom); ok {
				out = append(out, mark.Area{Shape: shape})
			}
		}
	}
	return out
}

// fit cuts a title at a word so that it stands on one line of a picture that is w px wide.
func fit(s string, w float64) string {
	room := max(10, int((w-80)/11.5))
	r := []rune(s)
	if len(r) <= room {
		return s
	}
	cut := string(r[:room])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-–—") + "…"
}

func periodWords(p story.Period) string {
	switch {
	case !p.On:
		return ""
	case p.From == p.To:
		return p.From.String()
	}
	return p.From.String() + " to " + p.To.String()
}

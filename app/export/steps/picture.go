package steps

import (
	"context"
	"fmt"
	"image"

	"dateline/app/export"
	"dateline/app/export/scene"
	"dateline/app/slides"
	"dateline/geo/mark"
	"dateline/geo/staticmap"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Map is a picture of the map of a view in which the signs are numbered, for a list beside it.
type Map struct {
	Image image.Image
	Keys  []int // for each mark of the view the number of its sign; 0 where it has none
}

// Look is how a map is drawn.
type Look struct {
	W, H, Scale float64
	Style       *tile.Style
	NoNames     bool // leaves the names of marked places out
}

// room is what stays free around the marks, in px of the view: a title stands beside such a map, not on it.
var room = viewport.Pad{Left: 70, Top: 40, Right: 90, Bottom: 45}

// Draw draws the map of c. Signs have the numbers of the order in which the steps first name what stands there.
func (t *Told) Draw(ctx context.Context, c export.Content, look Look) (Map, error) {
	c.Frame = viewport.Viewport{W: look.W, H: look.H}
	if len(c.View.Marks) > 0 {
		c.Frame = scene.Fit(c.View, look.W, look.H, room)
	}
	sc := scene.Of(c)
	n := len(c.View.Marks)
	turn := t.turns(n)
	out := Map{Keys: make([]int, n)}
	for i := range sc.Marks {
		if look.NoNames {
			sc.Marks[i].Label = ""
		}
	}
	p := staticmap.Picture{View: sc.Frame, Marks: sc.Marks, Areas: sc.Areas, Labels: sc.Labels, Keys: func(members [][]int) []int {
		return number(members, turn, out.Keys)
	}}
	img, err := staticmap.Render(ctx, c.Map.Tiles, p, staticmap.Options{Style: look.Style, Fonts: c.Map.Fonts, Scale: look.Scale, Attribution: c.Attribution})
	if err != nil {
		return out, fmt.Errorf("map picture: %w", err)
	}
	out.Image = img
	return out, nil
}

// closest is the zoom beyond which no step goes: the country around stays in view.
const closest = 6.2

// Still draws the map beside one step: its places, chosen, and what lies near them. A step without a place shows all.
func (x *Step) Still(ctx context.Context, c export.Content, look Look) (image.Image, error) {
	var points []orb.Point
	chosen := map[int]bool{}
	for _, p := range x.Places {
		if p.Mark >= 0 {
			chosen[p.Mark] = true
			points = append(points, slides.Near(c.View, c.View.Marks[p.Mark].At)...)
		}
	}
	if c.Frame = scene.Fit(c.View, look.W, look.H, room); x.Area != nil {
		c.Frame = x.Framed(look.W, look.H)
	} else if len(points) > 0 {
		c.Frame = viewport.Fit(points, look.W, look.H, room, closest)
	}
	sc := scene.Of(c)
	choose(sc.Marks, chosen)
	img, err := staticmap.Render(ctx, c.Map.Tiles, staticmap.Picture{View: sc.Frame, Marks: sc.Marks, Areas: sc.Areas, Labels: sc.Labels},
		staticmap.Options{Style: look.Style, Fonts: c.Map.Fonts, Scale: look.Scale, Attribution: c.Attribution})
	if err != nil {
		return nil, fmt.Errorf("map picture: %w", err)
	}
	return img, nil
}

// Framed is the map view that a person chose for the step, in a picture of a size.
func (x *Step) Framed(w, h float64) viewport.Viewport {
	b := orb.Bound{Min: orb.Point{x.Area[0], x.Area[1]}, Max: orb.Point{x.Area[2], x.Area[3]}}
	return viewport.Viewport{W: w, H: h}.Fit(b, viewport.Pad{}, deepest)
}

// deepest is the zoom beyond which no chosen view goes.
const deepest = 16

// choose marks those of a scene that stand for some marks of the view.
func choose(marks []mark.Mark, chosen map[int]bool) {
	for i := range marks {
		marks[i].Selected = chosen[len(marks)-1-i]
	}
}

// turns is for each mark of the view when it is first told of; n for those that are not.
func (t *Told) turns(n int) []int {
	turn := make([]int, n)
	for i := range turn {
		turn[i] = -1
	}
	at := 0
	for _, steps := range [...][]Step{t.Dated, t.Undated} {
		for i := range steps {
			for _, p := range steps[i].Places {
				if p.Mark >= 0 && turn[p.Mark] < 0 {
					turn[p.Mark] = at
					at++
				}
			}
		}
	}
	return turn
}

// number gives signs their numbers, in the order of turn, and notes them for each mark. Marks are drawn in the order
// opposite to that of the view (see scene.Marks).
func number(members [][]int, turn, keys []int) []int {
	n := len(turn)
	out := make([]int, len(members))
	first := map[int]int{} // when a sign is first told of -> the sign
	for i, of := range members {
		best := -1
		for _, k := range of {
			if at := turn[n-1-k]; at >= 0 && (best < 0 || at < best) {
				best = at
			}
		}
		if best >= 0 {
			first[best] = i
		}
	}
	next := 0
	for at := range n {
		i, ok := first[at]
		if !ok {
			continue
		}
		next++
		out[i] = next
		for _, k := range members[i] {
			keys[n-1-k] = next
		}
	}
	return out
}

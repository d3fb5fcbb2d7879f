// Package film draws the frames of a film of a story: one for each step, in order of time. The map stands still; what has
// happened by then is on it, the step's own places are chosen, and its day and words stand above. Each frame is a still as any
// other picture is.
package film

import (
	"context"
	"fmt"
	"image"
	"strings"

	"dateline/app/export"
	"dateline/app/export/scene"
	"dateline/app/export/steps"
	"dateline/app/story"
	"dateline/geo/mark"
	"dateline/geo/staticmap"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Most is how many frames a film has at most: with more steps than that the main events are shown.
const Most = 60

// The largest film, in pixels of a frame, and its size where nobody asks for one.
const (
	mostPixels    = 1920 * 1200
	width, height = 1280, 800
)

// Seconds are how long a frame stands; Last is how long the last one does.
const (
	Seconds = 3
	Last    = 5
)

// Film is a film that can be drawn.
type Film struct {
	c     export.Content
	told  steps.Told
	frame viewport.Viewport
}

// Of is the film of c. It has one frame at least.
func Of(c export.Content) *Film {
	f := &Film{c: c, told: steps.Of(c, Most), frame: c.Frame}
	if f.frame.W <= 0 || f.frame.H <= 0 {
		f.frame.W, f.frame.H = width, height
	}
	if f.frame.Zoom == 0 && f.frame.Center == (orb.Point{}) {
		f.c.Frame = f.frame
		f.frame = scene.Of(f.c).Frame
	}
	return f
}

// Len is how many frames there are.
func (f *Film) Len() int { return max(1, len(f.told.Dated)) }

// Frame draws frame k.
func (f *Film) Frame(ctx context.Context, k int) (*image.RGBA, error) {
	if f.frame.W*f.frame.H > mostPixels {
		return nil, fmt.Errorf("a film of %v by %v pixels is too large: choose at most 1920 by 1200", f.frame.W, f.frame.H)
	}
	c := f.c
	c.Frame = f.frame
	title, under := c.Title, export.Span(c.View)
	chosen := map[orb.Point]bool{}
	if k < len(f.told.Dated) {
		x := &f.told.Dated[k]
		c.View = f.until(x.When)
		title, under = export.ShortDays(x.When.Earliest, x.When.Latest), words(x, f.frame.W)
		for _, p := range x.Places {
			if p.Mark >= 0 {
				chosen[f.c.View.Marks[p.Mark].At] = true
			}
		}
	} else {
		under = "Nothing with a day is visible in these days."
	}
	sc := scene.Of(c)
	choose(sc.Marks, chosen)
	img, err := staticmap.Render(ctx, c.Map.Tiles, staticmap.Picture{View: sc.Frame, Marks: sc.Marks, Areas: sc.Areas, Labels: sc.Labels},
		staticmap.Options{Style: c.Style, Fonts: c.Map.Fonts, Title: title, Subtitle: under, Attribution: c.Attribution})
	if err != nil {
		return nil, fmt.Errorf("map picture: %w", err)
	}
	rgba, ok := img.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("map picture: a picture of type %T", img)
	}
	return rgba, nil
}

// until is what is visible by the end of a step.
func (f *Film) until(m story.Moment) story.View {
	from, to := story.DayMin, m.Latest
	if !to.Bounded() {
		to = m.Earliest
	}
	if p := f.c.View.Period; p.On {
		from, to = p.From, min(to, p.To)
	}
	return story.Visible(f.c.Story, story.Between(from, max(from, to)), f.c.View.Filter)
}

func choose(marks []mark.Mark, chosen map[orb.Point]bool) {
	for i := range marks {
		marks[i].Selected = chosen[marks[i].Point]
	}
}

// The room that letters under the title have, in pixels: what stays free beside them, and what one takes on average.
const (
	margin = 90
	letter = 7.2
)

// words is what a step tells, on one line of a picture that is w px wide.
func words(x *steps.Step, w float64) string {
	text := x.Sentence
	if x.Alone && len(x.Said) == 1 {
		text = x.Said[0].Words
		if x.Said[0].Speaker != "" {
			text += " — " + x.Said[0].Speaker
		}
	}
	text = export.Clean(text)
	room := max(12, int((w-margin)/letter))
	r := []rune(text)
	if len(r) <= room {
		return text
	}
	cut := string(r[:room])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-–—") + "…"
}

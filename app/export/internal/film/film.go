// Package film draws the frames of a film of a story: one for each step, in order of time. The map stands still; what has
// happened by then is on it, the step's own places are chosen, and its day and words stand above. Each frame is a still as any
// other picture is.
package film

import (
	"context"
	"fmt"
	"image"
	"math"
	"strings"

	"dateline/app/export"
	"dateline/app/export/scene"
	"dateline/app/export/steps"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo/mark"
	"dateline/geo/staticmap"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Most is how many frames a film has at most: with more steps than that the main events are shown.
const Most = 60

// mostChosen is how many frames a film of slides has at most that a person chose.
const mostChosen = 200

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
	c       export.Content
	told    steps.Told
	frame   viewport.Viewport
	sources []string // what stands on each of the last frames
}

// mostSources is how many frames name sources at most.
const mostSources = 6

// Of is the film of c. It has one frame at least.
func Of(c export.Content) *Film {
	most := Most
	if c.Run != nil {
		most = mostChosen
	}
	f := &Film{c: c, told: steps.Of(c, most), frame: c.Frame}
	if f.frame.W <= 0 || f.frame.H <= 0 {
		f.frame.W, f.frame.H = width, height
	}
	if many := f.frame.W * f.frame.H / mostPixels; many > 1 && f.frame.Zoom != 0 { // a large window: the same map, smaller
		k := math.Sqrt(many)
		f.frame.W, f.frame.H, f.frame.Zoom = math.Floor(f.frame.W/k), math.Floor(f.frame.H/k), f.frame.Zoom-math.Log2(k)
	}
	if f.frame.Zoom == 0 && f.frame.Center == (orb.Point{}) {
		f.c.Frame = f.frame
		f.frame = scene.Of(f.c).Frame
	}
	f.cite()
	return f
}

// cite makes the lines of the last frames: as many sources on each as one line holds.
func (f *Film) cite() {
	all := f.c.Sources(f.c.Story)
	room := f.room()
	line := ""
	for i, s := range all {
		text := shortened(strings.Join(export.Filled(s.Title, s.Publisher, s.Day()), ", "), room)
		switch {
		case line == "":
			line = text
		case len([]rune(line))+len([]rune(text))+3 <= room:
			line += " · " + text
		case len(f.sources) == mostSources-1:
			f.sources = append(f.sources, shortened(f.c.Say("{{.Names}} and {{.N}} more", "Names", line, "N", len(all)-i), room))
			return
		default:
			f.sources, line = append(f.sources, line), text
		}
	}
	if line != "" {
		f.sources = append(f.sources, line)
	}
}

// Len is how many frames there are: the steps, and those that name the sources.
func (f *Film) Len() int { return max(1, len(f.told.Dated)) + len(f.sources) }

// Frame draws frame k.
func (f *Film) Frame(ctx context.Context, k int) (*image.RGBA, error) {
	if f.frame.W*f.frame.H > mostPixels {
		return nil, fmt.Errorf("a film of %v by %v pixels is too large: choose at most 1920 by 1200", f.frame.W, f.frame.H)
	}
	c := f.c
	c.Frame = f.frame
	title, under := c.Title, c.Say("Nothing with a day is visible in these days.")
	chosen := map[orb.Point]bool{}
	switch n := max(1, len(f.told.Dated)); {
	case k >= n:
		title, under = f.headline(c.Say("Sources")), f.sources[k-n]
	case len(f.told.Dated) > 0:
		x := &f.told.Dated[k]
		c.View = f.seen(k)
		title, under = f.headline(c.ShortDays(x.When.Earliest, x.When.Latest)), f.words(x)
		switch {
		case x.Own:
			title = f.headline(x.Head)
		case !x.When.Dated():
			title = f.headline(c.Say("No day is told"))
		}
		if x.Area != nil {
			c.Frame = x.Framed(f.frame.W, f.frame.H)
		}
		for _, p := range x.Places {
			if p.Mark >= 0 {
				chosen[f.c.View.Marks[p.Mark].At] = true
			}
		}
	}
	sc := scene.Of(c)
	choose(sc.Marks, chosen)
	img, err := staticmap.Render(ctx, c.Map.Tiles, staticmap.Picture{View: sc.Frame, Marks: sc.Marks, Areas: sc.Areas, Labels: sc.Labels, Heat: sc.Heat},
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

// seen is what is on the map of frame k: what has happened by then; of slides that a person chose, what was told by then.
func (f *Film) seen(k int) story.View {
	if x, list := &f.told.Dated[k], f.c.Slides(); f.c.Run != nil && x.Slide <= len(list) {
		if x.Asked != nil && !x.Answers {
			return slides.Narrow(f.c.Story, f.c.View, list[:x.Slide-1])
		}
		return slides.Narrow(f.c.Story, f.c.View, list[:x.Slide])
	}
	return f.until(f.told.Dated[k].When)
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

// The room that letters have, in pixels: what stays free beside them, and what one takes on average, in the title and under it.
const (
	margin      = 90
	letter      = 7.2
	titleLetter = 11.5
)

func (f *Film) room() int { return max(12, int((f.frame.W-margin)/letter)) }

// headline is a day with the title of the story.
func (f *Film) headline(day string) string {
	if f.c.Title == "" {
		return day
	}
	return shortened(day+" · "+export.Clean(f.c.Title), max(12, int((f.frame.W-margin)/titleLetter)))
}

// words is what a step tells, on one line.
func (f *Film) words(x *steps.Step) string {
	text := x.Sentence
	if x.Own {
		text = x.Body
	}
	for _, t := range x.More {
		text += " / " + t.Sentence
	}
	if x.Alone && len(x.Said) == 1 {
		text = x.Said[0].Words
		if x.Said[0].Speaker != "" {
			text += " — " + x.Said[0].Speaker
		}
	}
	if doubts := x.Doubts(f.c.Words); doubts != "" {
		text = "(" + doubts + ") " + text
	}
	return shortened(text, f.room())
}

// shortened is a text of at most so many letters, cut at a word.
func shortened(text string, room int) string {
	text = export.Clean(text)
	r := []rune(text)
	if len(r) <= room {
		return text
	}
	cut := string(r[:room-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:-–—") + "…"
}

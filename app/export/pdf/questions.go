package pdf

import (
	"fmt"

	"dateline/app/export/steps"
	"dateline/app/story"
)

// Lines to write on: how far they stand apart, and how many a handout asks at most, in mm and number.
const (
	lineStep      = 8.0
	mostQuestions = 4
)

// questions asks what this story answers, with lines to write on.
func (h *handout) questions() {
	asked := h.asked()
	if len(asked) == 0 {
		return
	}
	h.need(14 + float64(len(asked))*2*lineStep)
	h.rule()
	h.y += 2
	h.paragraph([]run{{text: h.c.Say("Your turn"), ink: ink{size: 11, bold: true, grey: 20}}}, 1)
	for i, q := range asked {
		text := fmt.Sprintf("%d\u00a0 %s", i+1, q)
		lines := h.lines([]run{{text: text, ink: bodyInk}}, h.w-2*side)
		for _, l := range lines {
			h.y += l.high
			h.draw(l, side, h.y-l.high*0.28)
		}
		last := lines[len(lines)-1]
		end := side
		for _, p := range last.parts {
			end = max(end, side+p.x+p.w)
		}
		if rest := h.w - side - end - 3; rest > 50 {
			h.blank(end+3, h.y, rest)
		}
		h.y += lineStep
		h.blank(side+5, h.y, h.w-2*side-5)
		h.y += 2
	}
	h.y += 2
}

// asked are the questions that this story has an answer to.
func (h *handout) asked() []string {
	var out []string
	add := func(ok bool, q string) {
		if ok && len(out) < mostQuestions {
			out = append(out, q)
		}
	}
	places, counted, unreal := 0, false, false
	for _, list := range [...][]steps.Step{h.told.Dated, h.told.Undated} {
		for i := range list {
			unreal = unreal || !list[i].Modality.Real()
			counted = counted || list[i].When.Basis == story.BasisPublication
		}
	}
	for _, k := range h.m.Keys {
		places = max(places, k)
	}
	add(h.silent(), h.c.Say("Which article gives no place at all? Why?"))
	add(places > 1, h.c.Say("Draw the way of the story on the map, from the first place to the last. Which two places matter most?"))
	add(h.voices() > 1, h.c.Say("Who is quoted most often? Who is not asked?"))
	add(counted, h.c.Say("Which days are not told, only counted from the day of publication (*)? What else could they be?"))
	add(unreal, h.c.Say("Which lines tell of what is only planned, claimed or denied? Which words show it?"))
	return out
}

// silent reports whether one of several articles has no event at a place.
func (h *handout) silent() bool {
	placed := map[int]bool{}
	for _, i := range h.c.View.Events {
		if e := &h.c.Story.Events[i]; e.Where != nil && !e.Where.Actor {
			placed[e.Doc] = true
		}
	}
	n := len(h.c.Story.Articles)
	return n > 1 && len(placed) < n && len(placed) > 0
}

// voices is how many speakers are quoted.
func (h *handout) voices() int {
	all := map[int]bool{}
	for _, i := range h.c.View.Quotes {
		if q := &h.c.Story.Quotes[i]; q.Speaker >= 0 {
			all[q.Speaker] = true
		}
	}
	return len(all)
}

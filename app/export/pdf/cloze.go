package pdf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"dateline/app/export"
	"dateline/app/export/steps"
	"dateline/app/story"
)

// gaps are what a cloze leaves out, with what belongs there.
type gaps struct {
	kind    export.Cloze
	n       int // of numbered gaps
	answers [][2]string
}

// add notes what belongs where.
func (g *gaps) add(where, answer string) { g.answers = append(g.answers, [2]string{where, answer}) }

// The length of a gap in mm: so much for each letter, within bounds that do not give the word away.
const (
	gapLetter = 2.3
	gapLeast  = 20
	gapMost   = 38
)

// gap is a numbered line for a word.
func (g *gaps) gap(answer string, k ink) []run {
	g.n++
	g.add(fmt.Sprint(g.n), answer)
	small := smallInk
	small.size = 7
	long := min(gapMost, max(gapLeast, gapLetter*float64(len([]rune(answer)))))
	return []run{{text: fmt.Sprint(g.n), ink: small}, {ink: k, gap: long}}
}

// hole is a stretch of an article that is left out.
type hole struct {
	story.Span
	answer string
}

// sentence is the sentence of a step, with gaps where a cloze has them.
func (h *handout) sentence(x *steps.Step) []run {
	if len(x.Articles) == 0 {
		return []run{{text: x.Sentence, ink: bodyInk}}
	}
	return h.stretches(x.Articles[0], x.Span, x.Keep, x.Sentence)
}

// stretches is what is shown of a stretch of an article, with gaps where a cloze has them; whole is the same without gaps.
func (h *handout) stretches(doc int, span story.Span, keep []story.Span, whole string) []run {
	if h.gaps == nil {
		return []run{{text: whole, ink: bodyInk}}
	}
	if keep == nil {
		keep = []story.Span{span}
	}
	a := h.c.Story.Articles[doc]
	var out []run
	end := span.Start
	for _, k := range keep {
		if strings.TrimSpace(a.Text[end:k.Start]) != "" {
			out = append(out, run{text: " … ", ink: bodyInk})
		}
		out = append(out, h.holed(a, k)...)
		end = k.End
	}
	if strings.TrimSpace(a.Text[end:span.End]) != "" {
		out = append(out, run{text: " …", ink: bodyInk})
	}
	return out
}

// holed is a stretch of an article with gaps for what is left out.
func (h *handout) holed(a *story.Article, in story.Span) []run {
	var out []run
	at := in.Start
	for _, o := range h.holes(a, in) {
		if o.Start < at {
			continue // inside the one before
		}
		out = append(out, run{text: oneLine(a.Text[at:o.Start]), ink: bodyInk})
		out = append(out, h.gaps.gap(o.answer, bodyInk)...)
		at = o.End
	}
	return append(out, run{text: oneLine(a.Text[at:in.End]), ink: bodyInk})
}

// oneLine keeps the spaces at both ends, which hold words apart.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}

// holes are the stretches of a sentence that are left out: days that are told by number, or the names of places and people.
func (h *handout) holes(a *story.Article, in story.Span) []hole {
	var out []hole
	add := func(s story.Span) {
		if s.Start >= in.Start && s.End <= in.End && !s.Empty() {
			out = append(out, hole{s, export.OneLine(a.Text, s)})
		}
	}
	if h.gaps.kind == export.ClozeDays {
		for i := range a.Timexes {
			if t := &a.Timexes[i]; strings.ContainsAny(t.Span.In(a.Text), "0123456789") && t.Moment.Dated() {
				add(t.Span)
			}
		}
	} else {
		for i := range a.Toponyms {
			if t := &a.Toponyms[i]; t.Use != story.UseAdjective && t.Use != story.UseInName {
				add(t.Span)
			}
		}
		for i := range a.People {
			for _, s := range a.People[i].Spans {
				add(s)
			}
		}
	}
	slices.SortFunc(out, func(a, b hole) int {
		if c := cmp.Compare(a.Start, b.Start); c != 0 {
			return c
		}
		return cmp.Compare(b.End, a.End)
	})
	return out
}

// answers writes the answer sheet of a cloze, on a page of its own.
func (h *handout) answers() {
	if h.gaps == nil {
		return
	}
	if h.gaps.kind == export.ClozeDays {
		days := make([][2]string, 0, len(h.told.Dated)+len(h.gaps.answers))
		for i := range h.told.Dated {
			x := &h.told.Dated[i]
			if x.When.Basis == story.BasisPublication || !x.When.Dated() {
				continue
			}
			days = append(days, [2]string{h.c.Say("Line {{.N}}", "N", i+1), h.c.ShortDays(x.When.Earliest, x.When.Latest) + " (" + h.c.HowKnown(x.When) + ")"})
		}
		for i := range h.gaps.answers {
			h.gaps.answers[i][0] = h.c.Say("Gap {{.N}}", "N", h.gaps.answers[i][0])
		}
		h.gaps.answers = append(days, h.gaps.answers...)
	}
	h.page()
	h.paragraph([]run{{text: h.c.Say("Answers"), ink: titleInk}}, 0.6)
	h.paragraph([]run{{text: h.c.Title + " · " + h.c.Say("for the teacher"), ink: greyInk}}, 3)
	wide := (h.w - 2*side - gutter) / 2
	var blocks []block
	for _, x := range h.gaps.answers {
		blocks = append(blocks, h.block([]run{{text: x[0], ink: boldInk}, {text: "  " + x[1], ink: bodyInk}}, wide))
	}
	if len(blocks) == 0 {
		h.paragraph([]run{{text: h.c.Say("Nothing is left out."), ink: bodyInk}}, 0)
		return
	}
	h.columns(blocks)
}

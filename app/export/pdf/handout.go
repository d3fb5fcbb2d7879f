package pdf

import (
	"context"
	"fmt"
	"io"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"dateline/app/export"
	"dateline/app/export/steps"
	"dateline/app/story"
)

// handout is one handout in the making.
type handout struct {
	*sheet
	c    export.Content
	told steps.Told
	m    steps.Map
	gaps *gaps // of a cloze; nil otherwise
	// What was used and has to be explained: days that are counted from the day of publication, days told of before.
	counted, before bool
}

// The letters of a handout.
var (
	titleInk = ink{size: 22, bold: true, grey: 25}
	bodyInk  = ink{size: 10, grey: 20}
	boldInk  = ink{size: 10, grey: 20, bold: true}
	quoteInk = ink{size: 10, grey: 20, slant: true}
	greyInk  = ink{size: 10, grey: 95}
	smallInk = ink{size: 8.5, grey: 80}
)

func (h *handout) hidesNames() bool { return h.gaps != nil && h.gaps.kind == export.ClozeNames }

// head writes the title, what it is of, and where pupils write their names.
func (h *handout) head() {
	title := h.c.Title
	if strings.TrimSpace(title) == "" {
		title = h.c.Say("Handout")
	}
	h.paragraph([]run{{text: title, ink: titleInk}}, 0.6)
	meta := h.c.Count(len(h.c.Story.Articles), "article", "articles") + " · " + h.told.Span(h.c.View)
	if f := h.c.FilterInWords(h.c.Story, h.c.View.Filter); f != "" {
		meta += " · " + f
	}
	grey := greyInk
	h.paragraph([]run{{text: meta + " ·", ink: grey}, {text: " " + h.c.Say("Name"), ink: grey, ltr: true}, {text: " ", ink: grey}, {ink: grey, gap: 42}, {text: " " + h.c.Say("Class"), ink: grey, ltr: true}, {text: " ", ink: grey}, {ink: grey, gap: 16}}, 2)
}

// picture places the map and explains its signs.
func (h *handout) picture(png io.Reader) {
	w := h.w - 2*side
	high := w * mapH / mapW
	h.pdf.RegisterImageOptionsReader("map", fpdf.ImageOptions{ImageType: "PNG"}, png)
	h.pdf.ImageOptions("map", side, h.y, w, high, false, fpdf.ImageOptions{}, 0, "")
	h.pdf.SetDrawColor(140, 140, 140)
	h.pdf.SetLineWidth(0.2)
	h.pdf.Rect(side, h.y, w, high, "D")
	h.y += high + 1.2
	h.legend()
	h.keys()
	h.y += 1.5
}

// legend explains the signs that are on the map.
func (h *handout) legend() {
	var filled, ring, area, country, named bool
	for _, m := range h.c.View.Marks {
		filled, ring, named = filled || m.Filled, ring || m.Ring, named || m.OnlyNamed()
		area, country = area || m.Filled && m.Area && !m.Country, country || m.Filled && m.Country
	}
	x := side
	h.y += 3.6
	say := func(on bool, sign func(cx, cy float64), words string) {
		if !on {
			return
		}
		sign(x+1.2, h.y-1.05)
		x += 3.2 + h.label(x+3.2, h.y, words, smallInk) + 4
	}
	disc := func(r float64, style string) func(cx, cy float64) {
		return func(cx, cy float64) {
			h.pdf.SetFillColor(0x3A, 0x2C, 0x2A)
			h.pdf.SetDrawColor(0x42, 0x56, 0x6A)
			h.pdf.SetLineWidth(0.45)
			h.pdf.Circle(cx, cy, r, style)
		}
	}
	say(filled, disc(1.1, "F"), h.c.Say("something happened"))
	say(ring, disc(0.95, "D"), h.c.Say("somebody speaks or acts from there"))
	say(named, func(cx, cy float64) {
		h.pdf.SetDrawColor(0x5F, 0x59, 0x4E)
		h.pdf.SetLineWidth(0.25)
		h.pdf.Circle(cx, cy, 0.8, "D")
	}, h.c.Say("only named: nothing is told to happen here"))
	say(area, func(cx, cy float64) {
		h.pdf.SetFillColor(225, 224, 223)
		h.pdf.SetDrawColor(90, 80, 78)
		h.pdf.SetLineWidth(0.25)
		h.pdf.Rect(cx-1.1, cy-1.1, 2.2, 2.2, "FD")
	}, h.c.Say("region, no town named"))
	say(country, func(cx, cy float64) {
		disc(0.6, "F")(cx, cy)
		h.pdf.SetLineWidth(0.25)
		h.pdf.SetDrawColor(0x3A, 0x2C, 0x2A)
		h.pdf.Circle(cx, cy, 1.2, "D")
	}, h.c.Say("only the country is named"))
}

// keys lists the places of the numbers on the map.
func (h *handout) keys() {
	byKey := map[int][]string{}
	last := 0
	for i := range h.c.View.Marks {
		k := h.m.Keys[i]
		if k == 0 {
			continue
		}
		last = max(last, k)
		byKey[k] = append(byKey[k], h.c.MarkNames(&h.c.View.Marks[i])...)
	}
	var runs []run
	small := smallInk
	if h.hidesNames() {
		small.size = 12 // room to write
	}
	for k := 1; k <= last; k++ {
		names := strings.Join(byKey[k], ", ")
		runs = append(runs, run{text: "  ", ink: small}, run{key: k, ink: small})
		if h.hidesNames() {
			runs = append(runs, run{ink: small, gap: 30})
			h.gaps.add(h.c.Say("On the map, {{.N}}", "N", k), names)
			continue
		}
		words := strings.Fields(names)
		for i, w := range words {
			if i == 0 {
				w = "\u00a0" + w // a name stays at its number
			}
			if i == len(words)-1 {
				w += "\u00a0\u00a0"
			}
			runs = append(runs, run{text: w, ink: small}, run{text: " ", ink: small})
		}
	}
	if len(runs) > 0 {
		h.y += 1
		h.paragraph(runs, 0)
	}
}

// list writes what happened, in two columns.
func (h *handout) list(ctx context.Context) error {
	var blocks []block
	wide := (h.w - 2*side - gutter) / 2
	for i := range h.told.Dated {
		if err := ctx.Err(); err != nil {
			return err
		}
		blocks = append(blocks, h.block(h.entry(&h.told.Dated[i], i+1), wide))
	}
	for i := range h.told.Undated {
		if err := ctx.Err(); err != nil {
			return err
		}
		runs := h.entry(&h.told.Undated[i], len(h.told.Dated)+i+1)
		b := h.block(runs, wide)
		if i == 0 {
			b.lines = append(h.lines([]run{{text: h.c.Say("No day is told"), ink: boldInk}}, wide), b.lines...)
		}
		blocks = append(blocks, b)
	}
	switch {
	case len(blocks) == 0:
		h.paragraph([]run{{text: h.c.Say("Nothing is visible in these days."), ink: bodyInk}}, 3)
	default:
		h.columns(blocks)
	}
	if h.told.Left > 0 {
		h.paragraph([]run{{text: h.c.N("{{.N}} more are left out: these are the main ones.", h.told.Left) + " " + h.c.Say("Choose days or main events for less."), ink: smallInk}}, 1)
	}
	return ctx.Err()
}

// entry words one step: its day, the numbers of its places, what is told, what is quoted, and who tells of it.
func (h *handout) entry(x *steps.Step, n int) []run {
	var out []run
	if x.Own {
		out = append(out, run{text: x.Head + " ", ink: boldInk}, run{text: oneLine(x.Body), ink: bodyInk})
		return out
	}
	if x.When.Dated() {
		out = h.day(x, n)
	}
	seen := map[int]bool{}
	for _, p := range x.Places {
		if p.Mark < 0 || h.m.Keys[p.Mark] == 0 || seen[h.m.Keys[p.Mark]] {
			continue
		}
		seen[h.m.Keys[p.Mark]] = true
		out = append(out, run{text: " ", ink: bodyInk}, run{key: h.m.Keys[p.Mark], ink: bodyInk})
	}
	if words := h.c.Unreal(x.Modality); words != "" {
		out = append(out, run{text: " (" + words + ")", ink: greyInk})
	}
	out = append(out, run{text: " ", ink: bodyInk})
	out = append(out, h.told1(x)...)
	for _, t := range x.More {
		out = append(out, run{text: " / ", ink: greyInk})
		out = append(out, h.stretches(t.Doc, t.Span, t.Keep, t.Sentence)...)
	}
	out = append(out, run{text: "\u00a0[" + h.numbers(x.Articles) + "]", ink: greyInk, ltr: true})
	if x.Checked != "" {
		out = append(out, run{text: " " + h.c.Say(checkedWords[x.Checked]), ink: smallInk})
	}
	return out
}

// day is the day of a step, or a gap for it.
func (h *handout) day(x *steps.Step, n int) []run {
	days := h.c.ShortDays(x.When.Earliest, x.When.Latest)
	if x.When.Clock != "" {
		days += ", " + x.When.Clock
	}
	sign := ""
	switch x.When.Basis {
	case story.BasisPublication:
		sign, h.counted = "*", true
	case story.BasisInherited:
		sign, h.before = "°", true
	}
	if h.gaps != nil && h.gaps.kind == export.ClozeDays && x.When.Basis != story.BasisPublication { // which no pupil can find
		return []run{{text: fmt.Sprintf("%d ", n), ink: smallInk}, {ink: boldInk, gap: 27}, {text: sign, ink: greyInk}}
	}
	return []run{{text: days, ink: boldInk}, {text: sign, ink: greyInk}}
}

// told1 is what a step tells: its quote with who says it, or the sentence.
func (h *handout) told1(x *steps.Step) []run {
	if x.Alone && len(x.Said) == 1 {
		q := x.Said[0]
		out := []run{{text: q.Words, ink: quoteInk}, {text: " — ", ink: bodyInk, ltr: true}}
		switch {
		case q.Speaker == "":
			out = append(out, run{text: h.c.Say("nobody is named"), ink: greyInk})
		case h.hidesNames():
			out = append(out, h.gaps.gap(q.Speaker, bodyInk)...)
		default:
			out = append(out, run{text: q.Speaker, ink: bodyInk})
		}
		return out
	}
	return h.sentence(x)
}

// checkedWords say in short what a person did about a step.
var checkedWords = map[string]string{"verified": "checked", "corrected": "corrected", "cannot": "cannot be told"}

// numbers are those of the sources.
func (h *handout) numbers(articles []int) string {
	var out []string
	for _, i := range articles {
		out = append(out, fmt.Sprint(i+1))
	}
	return strings.Join(out, ", ")
}

// sources lists the articles, what the signs mean, and who checked.
func (h *handout) sources() {
	h.need(22)
	h.rule()
	h.y += 1.5
	var runs []run
	for i, s := range h.c.Sources(h.c.Story) {
		title := strings.TrimRight(s.Title, " .")
		if title == "" {
			title = h.c.Say("Untitled")
		}
		text := fmt.Sprintf("[%d]\u00a0%s. ", i+1, title)
		if s.Publisher != "" && s.Publisher != s.Title {
			text += s.Publisher + ", "
		}
		runs = append(runs, run{text: text + s.Day() + ".  ", ink: smallInk})
	}
	if len(runs) > 0 {
		h.paragraph(runs, 0.8)
	}
	var notes []string
	if h.counted {
		notes = append(notes, "* "+h.c.Say("No day is told: counted from the day of publication."))
	}
	if h.before {
		notes = append(notes, "° "+h.c.Say("The day told of before."))
	}
	checked, all := h.checked()
	notes = append(notes, h.c.Say("Days and places were read by a program, {{.Program}}; a person checked {{.N}} of {{.All}}. Checked by:", "Program", h.c.Generator, "N", checked, "All", all))
	end := []run{{text: strings.Join(notes, " "), ink: smallInk}, {text: " ", ink: smallInk}, {ink: smallInk, gap: 32}}
	h.paragraph(end, 0.8)
	last := h.c.Attribution
	if h.lost > 0 {
		last += " " + h.c.Say("{{.Signs}} of scripts that this file has no letters for stand as “?”.", "Signs", h.c.Count(h.lost, "sign", "signs"))
	}
	h.paragraph([]run{{text: last, ink: smallInk}}, 0)
}

// checked counts the steps that a person looked at.
func (h *handout) checked() (n, all int) {
	for _, list := range [...][]steps.Step{h.told.Dated, h.told.Undated} {
		for i := range list {
			all++
			if list[i].Checked != "" {
				n++
			}
		}
	}
	return n, all
}

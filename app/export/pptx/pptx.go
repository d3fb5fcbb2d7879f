// Package pptx writes slides (Office Open XML, for PowerPoint, Impress, Keynote): one for each step of a presentation, with
// its map, its day, its quote or sentence and its source as real text, all that is known of it in the speaker's notes, and
// pictures described for those who do not see them.
package pptx

import (
	"context"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/ooxml"
	"dateline/app/export/internal/palette"
	"dateline/app/export/steps"
)

// Format is the slides.
var Format = export.Format{Name: "pptx", Label: "Slides (PPTX)", Exts: []string{".pptx"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksSlides, Write: write}

// mostSteps is how many steps become slides at most: more than any lesson shows.
const mostSteps = 120

// mostChosen is the same for slides that a person chose.
const mostChosen = 400

// deck is slides in the making.
type deck struct {
	p      *ooxml.Package
	c      export.Content
	n      int      // of slides so far
	slides []string // their parts
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	d := &deck{p: ooxml.New(), c: c}
	most := mostSteps
	if c.Run != nil {
		most = mostChosen
	}
	told := steps.Of(c, most)
	d.p.Rel("", ooxml.OfficeDocument, presentationPart)
	if len(told.Dated) == 0 || !told.Dated[0].Title { // a person's own title stands for it
		if err := d.title(ctx, &told); err != nil {
			return err
		}
	}
	for i := range told.Dated {
		do := d.step
		if told.Dated[i].Own {
			do = d.own
		}
		if err := do(ctx, &told.Dated[i]); err != nil {
			return err
		}
	}
	if len(told.Dated) == 0 {
		d.plain(c.Say("Nothing to show"), []paragraph{{text: c.Say("Nothing with a day is visible in these days."), size: 24}}, "")
	}
	d.sources()
	d.frame()
	d.p.About(&c)
	return d.p.Write(ctx, w)
}

// title is the first slide: what the story is called, with the map of all of it.
func (d *deck) title(ctx context.Context, told *steps.Told) error {
	picture, err := d.still(ctx, &steps.Step{})
	if err != nil {
		return err
	}
	about := []paragraph{{text: told.Span(d.c.View), size: 24, grey: true}}
	if f := d.c.FilterInWords(d.c.Story, d.c.View.Filter); f != "" {
		about = append(about, paragraph{text: f, size: 18, grey: true})
	}
	about = append(about, paragraph{text: d.c.Count(len(d.c.Story.Articles), "article", "articles") + ", " + d.c.Count(len(told.Dated), "step", "steps"), size: 18, grey: true})
	note := d.c.Say("Days and places were read by a program ({{.Program}}). What a person checked is said in the notes of each slide.", "Program", d.c.Generator)
	if told.Left > 0 {
		note += " " + d.c.N("{{.N}} more steps are left out: these are the main ones.", told.Left)
	}
	d.slide(slide{title: export.First(d.c.Title, d.c.Say("Story")), picture: picture, alt: d.c.Say("Map of all places of the story"), text: about, notes: note})
	return nil
}

// The map on a slide, in pixels.
const (
	mapW, mapH = 560, 530
	mapScale   = 1.9
)

// own is a slide of a person's own words.
func (d *deck) own(ctx context.Context, x *steps.Step) error {
	picture, err := d.still(ctx, x)
	if err != nil {
		return err
	}
	var text []paragraph
	for line := range strings.Lines(x.Body) {
		if line = strings.TrimSpace(line); line != "" {
			text = append(text, paragraph{text: line, size: sizeFor(x.Body)})
		}
	}
	d.slide(slide{title: export.First(x.Head, " "), picture: picture, alt: d.c.Say("Map of all places of the story"), text: text, notes: x.Note})
	return nil
}

// step is the slide of one step.
func (d *deck) step(ctx context.Context, x *steps.Step) error {
	picture, err := d.still(ctx, x)
	if err != nil {
		return err
	}
	var text []paragraph
	if x.Alone && len(x.Said) == 1 {
		q := x.Said[0]
		text = append(text, paragraph{text: q.Words, size: sizeFor(q.Words), italic: true})
		who := export.First(q.Speaker, d.c.Say("nobody is named"))
		if q.Role != "" {
			who += ", " + q.Role
		}
		text = append(text, paragraph{text: "— " + who, size: 18, bold: true})
	} else {
		text = append(text, d.sentences(x)...)
	}
	if names := d.placeNames(x); names != "" {
		text = append(text, paragraph{text: names, size: 16, grey: true})
	}
	if doubts := x.Doubts(d.c.Words); doubts != "" {
		text = append(text, paragraph{text: doubts, size: 14, grey: true})
	}
	if len(x.Articles) == 1 {
		source := d.c.Sources(d.c.Story)[x.Articles[0]]
		text = append(text, paragraph{text: d.c.Say("Source: {{.Source}}", "Source", export.First(source.Title, d.c.Say("Untitled"))+", "+source.Day()), size: 12, grey: true})
	}
	day := d.c.Say("No day is told")
	if x.When.Dated() {
		day = d.c.ShortDays(x.When.Earliest, x.When.Latest)
	}
	if x.When.Dated() && x.When.Earliest == x.When.Latest {
		day = d.c.DayInWords(x.When.Earliest)
	}
	if x.When.Clock != "" {
		day += ", " + x.When.Clock
	}
	d.slide(slide{title: day, picture: picture, alt: d.describe(x), text: text, notes: d.notesOf(x)})
	return nil
}

// sentences are what a step tells; of several articles each under its name.
func (d *deck) sentences(x *steps.Step) []paragraph {
	all := append([]steps.Telling{{Doc: x.Articles[0], Sentence: x.Sentence}}, x.More...)
	long := 0
	for _, t := range all {
		long += len(t.Sentence)
	}
	var out []paragraph
	for _, t := range all {
		if len(x.Articles) > 1 {
			source := d.c.Sources(d.c.Story)[t.Doc]
			out = append(out, paragraph{text: export.First(source.Title, d.c.Say("Untitled")) + ", " + source.Day(), size: 12, bold: true})
		}
		out = append(out, paragraph{text: t.Sentence, size: sizeFor(strings.Repeat("n", long))})
	}
	return out
}

// still is the map beside a step.
func (d *deck) still(ctx context.Context, x *steps.Step) ([]byte, error) {
	img, err := x.Still(ctx, d.c, steps.Look{W: mapW, H: mapH, Scale: mapScale, Style: d.c.Style})
	if err != nil {
		return nil, err
	}
	return palette.PNG(img)
}

// longest is how many letters of a text go onto a slide; all of it stands in the notes.
const longest = 700

// sizeFor is the size of letters that a text fits its half of a slide in.
func sizeFor(s string) int {
	switch n := len([]rune(s)); {
	case n < 120:
		return 28
	case n < 240:
		return 24
	case n < 400:
		return 18
	}
	return 14
}

func (d *deck) placeNames(x *steps.Step) string {
	var out []string
	for _, p := range x.Places {
		out = append(out, d.c.PlaceName(&p.Place))
	}
	return strings.Join(out, " · ")
}

// describe says what the picture shows.
func (d *deck) describe(x *steps.Step) string {
	if names := d.placeNames(x); names != "" {
		return d.c.Say("Map with {{.Names}} marked", "Names", names)
	}
	return d.c.Say("Map of all places of the story; this step has none")
}

// notesOf is all that is known of a step, a line each.
func (d *deck) notesOf(x *steps.Step) string {
	var lines []string
	if x.Note != "" {
		lines = append(lines, x.Note, "")
	}
	lines = append(lines, x.Sentence)
	for _, t := range x.More {
		lines = append(lines, t.Sentence)
	}
	if len(x.Keep) > 0 {
		lines = append(lines, d.c.Say("In full: {{.Sentence}}", "Sentence", export.OneLine(d.c.Story.Articles[x.Articles[0]].Text, x.Span)))
	}
	for _, q := range x.Said {
		who := export.First(q.Speaker, d.c.Say("nobody is named"))
		if q.Role != "" {
			who += ", " + q.Role
		}
		lines = append(lines, q.Words+" — "+who)
	}
	lines = append(lines, d.c.Say("Day: {{.Day}}", "Day", d.c.When(x.When)+" ("+d.c.HowKnown(x.When)+")"))
	for _, p := range x.Places {
		lines = append(lines, d.c.Say("Place: {{.Place}}", "Place", d.c.PlaceName(&p.Place)+" ("+d.c.HowPlaced(&p.Spot)+")"))
	}
	if !x.Modality.Real() {
		lines = append(lines, d.c.Say("Told as: {{.How}}", "How", d.c.Unreal(x.Modality)))
	}
	for _, i := range x.Articles {
		s := d.c.Sources(d.c.Story)[i]
		lines = append(lines, d.c.Say("Source: {{.Source}}", "Source", strings.Join(export.Filled(s.Title, s.Publisher, s.Day(), s.URL), ", ")))
	}
	return strings.Join(append(lines, d.c.Say("Status: {{.Status}}", "Status", d.c.CheckedWords(x.Checked))), "\n")
}

// sources is the last slide, or several.
func (d *deck) sources() {
	const onOne = 9
	all := d.c.Sources(d.c.Story)
	for from := 0; from == 0 || from < len(all); from += onOne {
		var text []paragraph
		for _, s := range all[from:min(from+onOne, len(all))] {
			text = append(text, paragraph{text: strings.Join(export.Filled(s.Title, s.Publisher, s.Day(), s.URL), ", "), size: 14})
		}
		text = append(text, paragraph{text: d.c.Attribution, size: 12, grey: true}, paragraph{text: d.c.MadeWith(d.c.Generator), size: 12, grey: true})
		d.plain(d.c.Say("Sources"), text, "")
		if from >= 60*onOne { // no file is made of sources alone
			break
		}
	}
}

// Package pdf writes a handout for a class, to be printed: a numbered map, a list of what happened keyed to it, with quotes
// and sources, and lines to write on. A cloze leaves days or names out, with an answer sheet at the end.
//
// Its text is real text that can be searched and read aloud, in letters that are in the file. It is made for black and white.
// What runs from right to left is put in the order in which it is seen; the lines themselves run from left to right.
package pdf

import (
	"bytes"
	"context"
	"io"

	"dateline/app/export"
	"dateline/app/export/internal/palette"
	"dateline/app/export/steps"
	"dateline/geo/tile"
)

// Format is the handout, Cloze the handout with gaps.
var (
	Format = export.Format{Name: "pdf", Label: "Handout (PDF)", Exts: []string{".pdf"}, Needs: export.NeedsMap | export.NeedsFaces,
		For: export.ForPeople, Asks: export.AsksPaper | export.AsksSlides,
		Write: func(ctx context.Context, w io.Writer, c export.Content) error { return write(ctx, w, c, false) }}
	Cloze = export.Format{Name: "cloze", Label: "Handout with gaps (PDF)", Exts: []string{".pdf"}, Needs: export.NeedsMap | export.NeedsFaces,
		For: export.ForPeople, Asks: export.AsksPaper | export.AsksCloze | export.AsksSlides,
		Write: func(ctx context.Context, w io.Writer, c export.Content) error { return write(ctx, w, c, true) }}
)

// The map's size in units of which four are a millimetre, and its pixels for each of them: 200 to the inch.
const (
	mapW, mapH = 720, 356
	mapScale   = 2
)

func write(ctx context.Context, w io.Writer, c export.Content, cloze bool) error {
	sheet, err := newSheet(&c)
	if err != nil {
		return err
	}
	h := &handout{sheet: sheet, c: c, told: steps.Of(c, steps.Most)}
	set := h.told.Questions()
	if cloze {
		set = nil // what they tell fills the gaps
		h.gaps = &gaps{kind: c.Cloze}
	}
	h.m, err = h.told.Draw(ctx, c, steps.Look{W: mapW, H: mapH, Scale: mapScale, Style: tile.Print, NoNames: h.hidesNames()})
	if err != nil {
		return err
	}
	picture, err := palette.PNG(h.m.Image)
	if err != nil {
		return err
	}
	h.head()
	h.picture(bytes.NewReader(picture))
	if err := h.list(ctx); err != nil {
		return err
	}
	h.questions()
	h.chosen(set)
	h.sources()
	h.answers()
	h.right(set)
	h.feet(export.Clean(c.Title) + " · " + c.Attribution)
	return h.end(w)
}

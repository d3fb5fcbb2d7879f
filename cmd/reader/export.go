package main

import (
	"strconv"
	"strings"

	"dateline/app/engine"
	"dateline/app/export"
	"dateline/app/export/jsonl"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/tile"
)

// exportFlags are the arguments of "reader export".
type exportFlags struct {
	path, format, at, size, date string
	paper, cloze                 string
	bom, heat                    bool
	files                        []string
}

// export is "reader export".
func (t *tool) export(args []string) error {
	fs := t.flags("export")
	t.added.flags(fs)
	var a exportFlags
	fs.StringVar(&a.path, "o", "", "file to write; its ending names the format")
	fs.StringVar(&a.format, "format", "", "the format, where the ending does not name it: "+strings.Join(t.writes.Names(), ", "))
	fs.StringVar(&a.at, "at", "", "only what can have been on this day, YYYY-MM-DD")
	fs.StringVar(&a.size, "size", "1280x800", "of a picture, in pixels")
	fs.StringVar(&a.paper, "paper", "a4", "of a handout: a4 or letter")
	fs.StringVar(&a.cloze, "cloze", "days", "what a handout with gaps leaves out: days or names")
	fs.BoolVar(&a.heat, "heat", false, "a picture of the map shows how close together events lie")
	fs.BoolVar(&a.bom, "bom", false, "a table begins with a mark that spreadsheets know UTF-8 by")
	fs.StringVar(&a.date, "date", "", "day of publication of the articles, YYYY-MM-DD")
	if err := parse(fs, args); err != nil {
		return err
	}
	a.files = fs.Args()
	return t.exportFiles(a)
}

func (t *tool) exportFiles(a exportFlags) error {
	o, err := dateOption(a.date)
	if err != nil {
		return err
	}
	f, err := t.exportFormat(a)
	if err != nil {
		return err
	}
	w, h, err := parseSize(a.size)
	if err != nil {
		return err
	}
	period, err := parseAt(a.at)
	if err != nil {
		return err
	}
	paper, cloze, err := parsePaper(a.paper, a.cloze)
	if err != nil {
		return err
	}
	if len(a.files) == 0 {
		return misuse("no file named")
	}
	in := t.open(a.files, o)
	s, err := t.tell(in)
	if err != nil || s == nil {
		return err
	}
	c, err := content(s, in.log, period, f)
	if err != nil {
		return err
	}
	if in.run.Made != slides.MadeMain && !period.On {
		c.Run = &in.run
	}
	c.Frame.W, c.Frame.H, c.BOM, c.Heat = float64(w), float64(h), a.bom, a.heat
	c.Paper, c.Cloze = paper, cloze
	return export.WriteFile(t.ctx, a.path, f, c)
}

// exportFormat is the format that is asked for by name, else by the ending of the file.
func (t *tool) exportFormat(a exportFlags) (export.Format, error) {
	if a.path == "" {
		return export.Format{}, misuse("-o names no file")
	}
	f, ok := t.writes.ForFile(a.path)
	if a.format != "" {
		f, ok = t.writes.Named(a.format)
	}
	if !ok {
		return f, misuse("no format is known for %q; there are %s", first(a.format, a.path), strings.Join(t.writes.Names(), ", "))
	}
	return f, nil
}

// content is what of s is written in format f, with what f asks for.
func content(s *story.Story, log story.Log, p story.Period, f export.Format) (export.Content, error) {
	c := export.Content{Story: s, Log: log,
		Faces:   export.Faces{Regular: assets.Serif(), Bold: assets.SerifBold(), More: assets.MoreFaces()},
		Options: export.Options{Generator: "Dateline " + engine.Build()}}
	if f.Name != jsonl.Format.Name { // which has all of the story, whatever is to be seen
		c.View = story.Visible(s, p, story.Filter{})
	}
	if f.Needs&export.NeedsMap == 0 {
		return c, nil
	}
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		return c, err
	}
	fonts, err := mark.NewFonts(nil, nil)
	if err != nil {
		return c, err
	}
	for _, more := range assets.MoreFaces() {
		if err := fonts.Add(more, nil); err != nil {
			return c, err
		}
	}
	e, err := openEngine()
	if err != nil {
		return c, err
	}
	c.Map = export.Map{Tiles: base, Outlines: outline.New(base.Archive()), Fonts: fonts, Cities: e.Gazetteer().In}
	return c, nil
}

// parsePaper reads -paper and -cloze.
func parsePaper(paper, cloze string) (p export.Paper, k export.Cloze, err error) {
	papers := map[string]export.Paper{"a4": export.A4, "letter": export.Letter}
	p, ok := papers[strings.ToLower(paper)]
	if !ok {
		return p, k, misuse("-paper %q: write a4 or letter", paper)
	}
	clozes := map[string]export.Cloze{"days": export.ClozeDays, "names": export.ClozeNames}
	if k, ok = clozes[strings.ToLower(cloze)]; !ok {
		return p, k, misuse("-cloze %q: write days or names", cloze)
	}
	return p, k, nil
}

func parseAt(s string) (story.Period, error) {
	if s == "" {
		return story.Period{}, nil
	}
	d, ok := story.ParseDay(s)
	if !ok {
		return story.Period{}, misuse("-at %q is not a date: write YYYY-MM-DD", s)
	}
	return story.Between(d, d), nil
}

func parseSize(s string) (w, h int, err error) {
	a, b, ok := strings.Cut(strings.ToLower(s), "x")
	w, err1 := strconv.Atoi(a)
	h, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || w < minSide || h < minSide || w > maxSide || h > maxSide {
		return 0, 0, misuse("-size %q: write WIDTHxHEIGHT, each from %d to %d", s, minSide, maxSide)
	}
	return w, h, nil
}

// The sides of a picture, in pixels.
const (
	minSide = 64
	maxSide = 8192
)

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

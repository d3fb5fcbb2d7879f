package main

import (
	"path/filepath"
	"strings"

	"dateline/app/document"
	"dateline/app/export"
	"dateline/app/export/jsonl"
	"dateline/app/story"
)

// read is "reader read".
func (t *tool) read(args []string) error {
	fs := t.flags("read")
	t.added.flags(fs)
	date := fs.String("date", "", "day of publication of the articles, YYYY-MM-DD")
	format := fs.String("format", "jsonl", strings.Join(t.writes.Names(), ", "))
	corpus := fs.String("corpus", "", "file with an article a line")
	asStory := fs.Bool("story", false, "all lines are one story")
	bySource := fs.Bool("by-source", false, "articles of one host lend each other countries and regions")
	resume := fs.String("resume", "", "file that an earlier run wrote: ids that stand in it are not read again")
	progress := fs.Bool("progress", false, "tell on standard error how far it is, also where that is no terminal")
	toponyms := fs.String("toponyms", "", `"given": resolve the spans of the line's own places`)
	if err := parse(fs, args); err != nil {
		return err
	}
	o, err := dateOption(*date)
	if err != nil {
		return err
	}
	if *toponyms != "" && *toponyms != "given" {
		return misuse("-toponyms takes only the word given")
	}
	f, ok := t.writes.Named(*format)
	if !ok {
		return misuse("unknown format %q; there are %s", *format, strings.Join(t.writes.Names(), ", "))
	}
	if *corpus != "" {
		switch {
		case fs.NArg() > 0:
			return misuse("-corpus takes no further files")
		case *resume != "" && (*asStory || *bySource):
			return misuse("-resume is for articles that are each read alone")
		case *asStory && *bySource:
			return misuse("-story and -by-source exclude each other")
		case *date != "":
			return misuse("-date is for files; a line of a corpus has its own dct")
		case f.Name != jsonl.Format.Name:
			return misuse("-corpus writes jsonl only")
		}
		return t.readCorpus(*corpus, corpusMode{story: *asStory, bySource: *bySource, given: *toponyms == "given", resume: *resume, progress: *progress})
	}
	switch {
	case *asStory || *bySource || *toponyms != "" || *resume != "":
		return misuse("-story, -by-source, -toponyms and -resume need -corpus")
	case fs.NArg() == 0:
		return misuse("no file named")
	}
	s, log, err := t.readFiles(fs.Args(), o)
	if err != nil || s == nil {
		return err
	}
	c, err := content(s, log, story.Period{}, f)
	if err != nil {
		return err
	}
	return export.Write(t.ctx, t.out, f, c)
}

func dateOption(s string) (document.Options, error) {
	if s == "" {
		return document.Options{}, nil
	}
	d, ok := story.ParseDay(s)
	if !ok {
		return document.Options{}, misuse("-date %q is not a date: write YYYY-MM-DD", s)
	}
	return document.Options{Given: d, HasGiven: true}, nil
}

// readFiles reads files and projects as one story, with what a person said of it. What cannot be read is named on the way;
// nil if nothing could.
func (t *tool) readFiles(files []string, o document.Options) (*story.Story, story.Log, error) {
	in := t.open(files, o)
	s, err := t.tell(in)
	return s, in.log, err
}

// readFile gives the articles of one file, and what of it could not be read.
func (t *tool) readFile(name string, o document.Options) ([]story.Document, error) {
	if name == "-" {
		return t.reads.Read(t.ctx, t.in, "-", o)
	}
	if file, pages := document.CutPages(name); pages != "" {
		name, o.Pages = file, pages
	}
	f, err := openFile(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if abs, err := filepath.Abs(name); err == nil {
		o.Path = abs
	}
	return t.reads.Read(t.ctx, f, name, o)
}

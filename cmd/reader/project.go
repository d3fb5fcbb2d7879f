package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/project"
	"dateline/app/reading"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
)

// opened is what was named on the command line: articles, and what a person said of them where a project was named.
type opened struct {
	docs []story.Document
	log  story.Log
	run  slides.Run // which slides the project presents, where a person chose them
	own  []geo.Own  // the places that came with a project
}

// open reads files and projects. What cannot be read is named on the way.
func (t *tool) open(files []string, o document.Options) opened {
	var out opened
	seen := map[string]bool{}
	add := func(docs []story.Document) {
		for _, d := range docs {
			if !seen[d.ID] {
				seen[d.ID] = true
				out.docs = append(out.docs, d)
			}
		}
	}
	for i, read := range document.Ahead(len(files), func(i int) *contents { return t.ahead(files[i], o) }) {
		name := files[i]
		if isProject(name) {
			f, _, err := project.Open(name)
			if err != nil {
				t.fail(fmt.Errorf("%s: %w", document.Printable(name), err))
				continue
			}
			for _, left := range f.Left {
				t.fail(fmt.Errorf("%s: %s", document.Printable(name), left))
			}
			add(f.Documents)
			out.own = geo.MergeOwn(out.own, f.Places)
			if f.Run.Made != slides.MadeMain {
				out.run = f.Run
			}
			for i := range f.Log.Len() {
				out.log = out.log.With(f.Log.Entry(i))
			}
			continue
		}
		if read == nil {
			docs, err := t.readFile(name, o)
			read = &contents{docs, err}
		}
		for _, fault := range document.Faults(read.err) {
			t.fail(fault)
		}
		for _, d := range read.docs {
			for _, n := range d.Notes {
				fmt.Fprintf(t.err, "reader: %s: %s\n", document.Printable(name), n)
			}
		}
		out.docs = append(out.docs, read.docs...)
	}
	return out
}

// contents are what was read of a file.
type contents struct {
	docs []story.Document
	err  error
}

// ahead reads a file before its turn; nil for what is only read in its turn: a project, standard input, a large file, of which one
// is enough for memory.
func (t *tool) ahead(name string, o document.Options) *contents {
	path, _ := document.CutPages(name)
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > aheadBytes || isProject(name) {
		return nil
	}
	docs, err := t.readFile(name, o)
	return &contents{docs, err}
}

// aheadBytes is the size up to which files are read before their turn, several at once.
const aheadBytes = 2 << 20

func isProject(name string) bool { return strings.EqualFold(filepath.Ext(name), project.Ext) }

// tell is the story of what was opened; nil where nothing could be read.
func (t *tool) tell(in opened) (*story.Story, error) {
	if len(in.docs) == 0 {
		return nil, nil
	}
	e, err := t.engine(in.own)
	if err != nil {
		return nil, err
	}
	s, err := t.told(e, in)
	if err == nil {
		t.leftOut(s, in.docs)
	}
	return s, err
}

func (t *tool) told(e *engine.Engine, in opened) (*story.Story, error) {
	if in.log.Len() == 0 {
		return e.Read(t.ctx, in.docs, nil)
	}
	rs, err := e.Gather(t.ctx, in.docs, nil)
	if err != nil {
		return nil, err
	}
	return e.Tell(t.ctx, rs, in.log, nil)
}

// leftOut says what the reading left out of an article; what was left out of its file was said when that was opened.
func (t *tool) leftOut(s *story.Story, docs []story.Document) {
	said := map[string]int{}
	for i := range docs {
		said[docs[i].ID] = len(docs[i].Notes)
	}
	for _, a := range s.Articles {
		for _, n := range a.Notes[min(said[a.ID], len(a.Notes)):] {
			fmt.Fprintf(t.err, "reader: %s: %s\n", document.Printable(a.File), n)
		}
	}
}

// project is "reader project": it makes a project of articles.
func (t *tool) project(args []string) error {
	fs := t.flags("project")
	t.added.flags(fs)
	out := fs.String("o", "", "project file to write")
	date := fs.String("date", "", "day of publication of the articles, YYYY-MM-DD")
	if err := parse(fs, args); err != nil {
		return err
	}
	o, err := dateOption(*date)
	switch {
	case err != nil:
		return err
	case *out == "":
		return misuse("-o names no project file")
	case !isProject(*out):
		return misuse("-o %s: a project file ends in %s", *out, project.Ext)
	case fs.NArg() == 0:
		return misuse("no file named")
	}
	in := t.open(fs.Args(), o)
	if len(in.docs) == 0 {
		return nil
	}
	if !t.added.none() { // the places that the story has go with it
		s, err := t.tell(in)
		if err != nil {
			return err
		}
		in.own = geo.MergeOwn(in.own, s.Own)
	}
	_, err = project.Save(*out, project.File{Documents: in.docs, Log: in.log, Places: in.own, View: project.View{Width: 1}})
	return err
}

// correct is "reader correct": it applies corrections to a project and prints a line for each.
func (t *tool) correct(args []string) error {
	fs := t.flags("correct")
	t.added.flags(fs)
	out := fs.String("o", "", "project file to write; the one that is read where it is left out")
	if err := parse(fs, args); err != nil {
		return err
	}
	if fs.NArg() != 2 || !isProject(fs.Arg(0)) {
		return misuse("correct takes a project and a file of corrections")
	}
	if *out == "" {
		*out = fs.Arg(0)
	}
	f, _, err := project.Open(fs.Arg(0))
	if err != nil {
		return fmt.Errorf("%s: %w", fs.Arg(0), err)
	}
	lines := t.in
	if fs.Arg(1) != "-" {
		in, err := os.Open(fs.Arg(1))
		if err != nil {
			return err
		}
		defer in.Close()
		lines = in
	}
	e, err := t.engine(f.Places)
	if err != nil {
		return err
	}
	rs, err := e.Gather(t.ctx, f.Documents, nil)
	if err != nil {
		return err
	}
	if err := t.apply(e, rs, &f, lines); err != nil {
		return err
	}
	if !t.added.none() {
		s, err := e.Tell(t.ctx, rs, f.Log, nil)
		if err != nil {
			return err
		}
		f.Places = geo.MergeOwn(f.Places, s.Own)
	}
	_, err = project.Save(*out, f)
	return err
}

// apply adds the corrections of lines to the log of f and prints what came of each.
func (t *tool) apply(e *engine.Engine, rs []*reading.Reading, f *project.File, lines io.Reader) error {
	s, err := e.Tell(t.ctx, rs, f.Log, nil)
	if err != nil {
		return err
	}
	r := project.Reader{
		Article: func(name string) (*story.Document, bool) {
			for i := range f.Documents {
				if d := &f.Documents[i]; d.ID == name || d.File == name || d.Path != "" && filepath.Base(d.Path) == name {
					return d, true
				}
			}
			return nil, false
		},
		Days: func(words string, of *story.Document) (from, to story.Day, ok bool) {
			anchor := story.DayMin
			if of != nil {
				if k := s.ArticleAt(of.ID); k >= 0 && s.Articles[k].Published.Kind != story.DateUnknown {
					anchor = s.Articles[k].Published.Best
				}
			}
			return e.Days(words, anchor)
		},
	}
	in := bufio.NewScanner(lines)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		line := bytes.TrimSpace(in.Bytes())
		if len(line) == 0 {
			continue
		}
		cs, err := r.Decode(line)
		if err != nil {
			t.failed.Store(true)
			fmt.Fprintf(t.out, "%d: not applied: %v\n", n, err)
			continue
		}
		for _, c := range cs {
			f.Log = f.Log.With(c)
			fmt.Fprintf(t.out, "%d: applied: %s reaches %s\n", n, c.Kind, reach(e, rs, c))
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("the corrections cannot be read: %w", err)
	}
	return t.ctx.Err()
}

// reach says how many stretches of the articles a correction is about.
func reach(e *engine.Engine, rs []*reading.Reading, c story.Correction) string {
	switch c.Kind {
	case story.CorrectPublished, story.CorrectOut, story.CorrectOrder:
		return "1 article"
	case story.CorrectTitle:
		return "the story"
	}
	n := e.Reach(rs, c)
	if n == 1 {
		return "1 mention"
	}
	return fmt.Sprintf("%d mentions", n)
}

package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/bundle"
	informats "dateline/app/document/formats"
	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
)

// maxFolder bounds how many files of a folder are opened at once: a newsroom's archive belongs on the command line.
const maxFolder = 20000

// fileSource is a file on disk.
func fileSource(path string) session.Source {
	return session.Source{Name: filepath.Base(path), Path: path, Read: func() ([]byte, error) { return readFile(path) }}
}

// readFile reads what document takes at most, and one byte more so that it can say that the file is too large.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // a pipe may never end, and opening one may never return
		return nil, errNoFileThere
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, document.MaxBytes+1))
}

// fileSources are the files of paths, with those in named folders, which are not descended further.
func fileSources(paths []string) []session.Source {
	var out []session.Source
	for _, p := range paths {
		out = append(out, expand(fileSource(p))...)
	}
	return out
}

// expand gives the articles in a folder in place of the folder; any other source is itself.
func expand(s session.Source) []session.Source {
	if s.Path == "" {
		return []session.Source{s}
	}
	info, err := os.Stat(s.Path)
	if err != nil || !info.IsDir() {
		return []session.Source{s}
	}
	entries, err := os.ReadDir(s.Path)
	if err != nil {
		return []session.Source{{Name: s.Name, Read: func() ([]byte, error) { return nil, err }}}
	}
	var out []session.Source
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && article(e.Name()) {
			out = append(out, fileSource(filepath.Join(s.Path, e.Name())))
		}
	}
	if n := len(out) - maxFolder; n > 0 {
		out = append(out[:maxFolder], session.Source{Name: s.Name, Read: func() ([]byte, error) {
			return nil, fmt.Errorf("app: the folder has %d files more than the %d that are opened at once", n, maxFolder)
		}})
	}
	if len(out) == 0 {
		return []session.Source{{Name: s.Name, Read: func() ([]byte, error) { return nil, errNoArticles }}}
	}
	return out
}

// errNoFileThere is a pipe, a device or a socket in place of a file.
var errNoFileThere = errors.New("app: it is no file but a pipe or a device")

var errNoArticles = fmt.Errorf("app: %w", document.ErrEmpty)

// folderSources are the files of an embedded folder, in order of name.
func folderSources(files fs.FS, dir string) []session.Source {
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		return nil
	}
	var out []session.Source
	for _, e := range entries {
		path := dir + "/" + e.Name()
		if e.IsDir() || !sampleArticle(e.Name()) {
			continue
		}
		out = append(out, session.Source{Name: e.Name(), Read: func() ([]byte, error) { return fs.ReadFile(files, path) }})
	}
	return out
}

// article reports that files of that name are articles as a rule.
func article(name string) bool {
	_, ok := informats.All.ForFile(name)
	return ok
}

// sampleArticle tells the articles of a sample folder from its provenance and gold.
func sampleArticle(name string) bool {
	return article(name) && name != "quotes.txt"
}

// read turns sources into a story: the work of every Open, off the UI goroutine.
func (a *program) read(ctx context.Context, w session.Wish, report progress.Report) (session.Result, error) {
	var res session.Result
	var all []session.Source
	for _, s := range w.Add {
		all = append(all, expand(s)...)
	}
	docs, again := slices.Clone(w.Open), false
	for i, s := range all {
		if err := ctx.Err(); err != nil {
			return res, err
		}
		report.At("open", i, len(all))
		if isProject(s) {
			had, kept, notes, err := a.readProject(ctx, s)
			res.Notes = append(res.Notes, notes...)
			if err != nil {
				res.Notes = append(res.Notes, session.Note{File: s.Name, Text: "The project could not be opened.", Err: err})
				continue
			}
			docs, res.Kept, w.Log, w.Open = had, kept, kept.Log, nil
			continue
		}
		read, err := a.readOne(ctx, s)
		read = joined(docs, read)
		for _, fault := range document.Faults(err) {
			res.Notes = append(res.Notes, session.Note{File: s.Name, Text: "The file could not be read.", Err: fault})
		}
		for _, doc := range read {
			k := slices.IndexFunc(docs, func(d story.Document) bool { return sameArticle(&d, &doc) })
			switch {
			case k >= 0:
				res.Notes = append(res.Notes, refit(&w.Log, &docs[k], &doc)...)
				docs[k], res.Log, again = doc, &w.Log, true
			case !slices.ContainsFunc(docs, func(d story.Document) bool { return d.ID == doc.ID }):
				docs = append(docs, doc)
			case len(w.Open) > 0 || len(all) > 1:
				res.Notes = append(res.Notes, session.Note{File: s.Name, Text: "This article is open already."})
			}
		}
	}
	if len(docs) == len(w.Open) && !again {
		return res, nil
	}
	var of []geo.Own
	switch {
	case res.Kept != nil:
		of = res.Kept.Places
	case len(w.Open) > 0:
		of = a.stack.projectPlaces()
	}
	st, err := a.tellWith(ctx, docs, w.Log, of, report)
	if err != nil {
		return res, err
	}
	res.Story, res.Documents = st, docs
	res.Notes = append(res.Notes, foreign(st, w.Open)...)
	res.Notes = append(res.Notes, leftOut(st, w.Open)...)
	return res, nil
}

// leftOut tells what of articles was not read, besides those that were open before.
func leftOut(st *story.Story, before []story.Document) (notes []session.Note) {
	known := map[string]bool{}
	for i := range before {
		known[before[i].ID] = true
	}
	for _, a := range st.Articles {
		for _, n := range a.Notes {
			if !known[a.ID] {
				notes = append(notes, session.Note{File: a.File, Text: n})
			}
		}
	}
	return notes
}

// foreign tells once of the articles that are not in English, besides those that were open before.
func foreign(st *story.Story, before []story.Document) []session.Note {
	known := map[string]bool{}
	for i := range before {
		known[before[i].ID] = true
	}
	var all []session.Tongue
	file, n := "", 0
	for _, a := range st.Articles {
		if known[a.ID] || !story.Foreign(a.Language) {
			continue
		}
		i := slices.IndexFunc(all, func(t session.Tongue) bool { return t.Language == a.Language })
		if i < 0 {
			i, all = len(all), append(all, session.Tongue{Language: a.Language})
		}
		all[i].Articles++
		file, n = a.File, n+1
	}
	if n == 0 {
		return nil
	}
	if n > 1 {
		file = "" // they are counted, not named
	}
	slices.SortStableFunc(all, func(a, b session.Tongue) int { return b.Articles - a.Articles })
	return []session.Note{{File: file, Foreign: all}}
}

// joined makes one article of what was read of a file that a person has made one of, which is open.
func joined(open, read []story.Document) []story.Document {
	one := len(read) > 1 && slices.ContainsFunc(open, func(d story.Document) bool {
		return d.Joined > 0 && d.Path != "" && d.Path == read[0].Path && d.File == read[0].Container
	})
	if one {
		return []story.Document{bundle.Join(read)}
	}
	return read
}

// sameArticle reports whether b is a again with another text: the same file, or part of it, or the same address.
func sameArticle(a, b *story.Document) bool {
	return a.ID != b.ID && (a.Path != "" && a.Path == b.Path && a.File == b.File || a.URL != "" && a.URL == b.URL)
}

// refit carries what the person said of an article over to its new text, and tells of what no longer fits.
func refit(log *story.Log, from, to *story.Document) []session.Note {
	moved, lost := log.Refit(from, to)
	*log = moved
	notes := []session.Note{{File: to.File, Text: "The article has changed and is read again."}}
	for _, c := range lost {
		notes = append(notes, session.Note{File: to.File, Text: fmt.Sprintf("What you said of “%.60s” has no place in the new text.", c.About.Words)})
	}
	return notes
}

// readOne gives the articles of a source, and what of it could not be read.
func (a *program) readOne(ctx context.Context, s session.Source) ([]story.Document, error) {
	data, err := s.Read()
	if err != nil {
		return nil, err
	}
	docs, err := informats.All.Bytes(ctx, data, s.Name, document.Options{Path: s.Path, URL: s.URL})
	for i := range docs {
		if s.Retrieved != "" {
			docs[i].Retrieved = s.Retrieved
		}
	}
	return docs, err
}

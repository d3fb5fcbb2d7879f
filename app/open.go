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
	"dateline/app/session"
	"dateline/app/story"
)

// maxFolder bounds how many files of a folder are opened at once: a newsroom's archive belongs on the command line.
const maxFolder = 20000

// fileSource is a file on disk.
func fileSource(path string) session.Source {
	path, pages := document.CutPages(path)
	return session.Source{Name: filepath.Base(path), Path: path, Pages: pages,
		File: func() (fs.File, error) { return openFile(path) },
		Read: func() ([]byte, error) { return readFile(path) }}
}

// openFile opens a regular file: a pipe may never end, and opening one may never return.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFileThere
	}
	return os.Open(path)
}

// readFile reads what document takes at most, and one byte more so that it can say that the file is too large.
func readFile(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, document.MaxBytes+1))
}

// fileSources are the files of paths, with those in named folders.
func fileSources(paths []string) []session.Source {
	var out []session.Source
	for _, p := range paths {
		out = append(out, fileSource(p))
	}
	return out
}

// expand gives the articles in a folder and in those below it in place of the folder; any other source is itself. What is
// left out is told.
func expand(ctx context.Context, s session.Source) ([]session.Source, []session.Note) {
	if s.Path == "" {
		return []session.Source{s}, nil
	}
	info, err := os.Stat(s.Path)
	if err != nil || !info.IsDir() {
		return []session.Source{s}, nil
	}
	f := folder{ctx: ctx, root: s.Path}
	err = filepath.WalkDir(s.Path, f.add)
	var notes []session.Note
	switch {
	case f.more > 0:
		notes = append(notes, session.Note{File: s.Name, Count: f.more, Text: session.NoteMore})
	case err != nil && ctx.Err() == nil:
		notes = append(notes, session.Note{File: s.Name, Text: session.NoteFolder, Err: err, Again: &s})
	case len(f.found) == 0 && ctx.Err() == nil:
		notes = append(notes, session.Note{File: s.Name, Text: session.NoteNothing})
	}
	if f.others > 0 && len(f.found) > 0 {
		notes = append(notes, session.Note{File: s.Name, Count: f.others, Text: session.NoteLeftOut})
	}
	return f.found, notes
}

// folder is a folder that is looked through.
type folder struct {
	ctx    context.Context
	root   string
	found  []session.Source
	others int // files that are no articles
	more   int // articles beyond maxFolder
}

// add notes a file, or decides about a folder: those that programs keep beside the files of a person are passed over, and so
// are the pictures of saved pages.
func (f *folder) add(path string, d fs.DirEntry, err error) error {
	if f.ctx.Err() != nil {
		return f.ctx.Err()
	}
	name := d.Name()
	switch {
	case err != nil && path == f.root:
		return err
	case err != nil:
		f.others++ // a folder that may not be read
		return fs.SkipDir
	case path == f.root:
	case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "Thumbs.db" || name == "desktop.ini":
		if d.IsDir() {
			return fs.SkipDir
		}
	case d.IsDir():
		if strings.HasSuffix(name, "_files") || strings.HasSuffix(name, ".fld") || name == "__MACOSX" {
			return fs.SkipDir
		}
	case !d.Type().IsRegular() || !article(name):
		f.others++
	case len(f.found) >= maxFolder:
		f.more++
	default:
		f.found = append(f.found, fileSource(path))
	}
	return nil
}

// errNoFileThere is a pipe, a device or a socket in place of a file.
var errNoFileThere = errors.New("app: it is no file but a pipe or a device")

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

// leftOut tells what of articles was not read, besides those that were open before. What several articles of one file say
// is said of the file, once.
func leftOut(st *story.Story, before []story.Document) (notes []session.Note) {
	known := map[string]bool{}
	for i := range before {
		known[before[i].ID] = true
	}
	at := map[[2]string]int{} // where the note of a file stands
	for _, a := range st.Articles {
		for _, n := range a.Notes {
			if known[a.ID] {
				continue
			}
			key := [2]string{a.Container, n}
			if k, ok := at[key]; ok && a.Container != "" {
				notes[k].File = a.Container
				continue
			}
			at[key] = len(notes)
			notes = append(notes, session.Note{File: a.File, Text: n})
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

var errNoArticles = fmt.Errorf("app: %w", document.ErrEmpty)

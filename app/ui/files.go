package ui

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/export"
	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/ui/dialog"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// files is what can be opened and saved.
type files struct {
	*desk
	source      func(fyne.URI) session.Source
	sample      func(folder string) []session.Source // nil: there is none
	articles    document.Formats                     // what is opened
	formats     export.Formats
	write       func(context.Context, Export, io.Writer) error // nil: nothing can be saved
	home        string
	address     *addresses
	sheet       *dialog.Export    // while it is open
	stopPreview func()            // ends the drawing of its preview
	guard       func(then func()) // does what closes the story that is open only when the person agrees to lose what is in no file
}

func newFiles(d *desk, c *Config) *files {
	f := &files{desk: d, source: c.Source, sample: c.Sample, articles: c.Articles, formats: c.Exports, write: c.Export, home: c.Home,
		guard: func(then func()) { then() }, address: &addresses{desk: d, get: c.Fetch, open: d.session.Open}}
	return f
}

// Address opens the article at an address.
func (f *files) Address() { f.address.Ask() }

// kindFolder is the listing of a folder: a network folder may take its time.
const kindFolder session.Kind = "folder"

// Open asks which articles to open.
func (f *files) Open() {
	dialog.Open(f.dialogs(), dialog.OpenAsk{Folder: f.folder(), Home: f.homeURI(), Title: text("Open articles"),
		Kinds: text("Dateline project") + " (" + projectExt + "), " + f.words.FormatNames(f.articles),
		Named: func(name string) bool { _, ok := f.articles.ForFile(name); return ok || isProject(name) }, Alone: isProject,
		Count: func(n int) string { return f.words.Count(n, "article", "articles") },
		Work: func(list func() func()) {
			f.session.Start(session.Work{Kind: kindFolder, Fault: text("This folder may not be read."),
				Do: func(context.Context, progress.Report) (func(), error) { return list(), nil }})
		},
		Opened: func(folder fyne.ListableURI, chosen []fyne.URI) {
			if folder != nil {
				f.kept.p.SetString("folder", folder.String())
			}
			f.open(chosen)
		}})
}

// open opens files and what lies in folders, as dropped, chosen or named on the command line.
func (f *files) open(uris []fyne.URI) {
	var add []session.Source
	for _, u := range uris {
		add = append(add, f.source(u))
	}
	f.openSources(add)
}

// openSources opens what is named; a project takes the place of what is open.
func (f *files) openSources(add []session.Source) {
	switch {
	case len(add) == 0:
	case slices.ContainsFunc(add, func(s session.Source) bool { return isProject(s.Name) }):
		f.guard(func() { f.session.Open(add) })
	default:
		f.session.Open(add)
	}
}

// Sample opens a sample story.
func (f *files) Sample(folder string) {
	if f.sample != nil {
		f.guard(func() { f.session.OpenSample(f.sample(folder)) })
	}
}

// Paste opens what the clipboard holds as an article.
func (f *files) Paste() {
	words := f.app.Clipboard().Content()
	if strings.TrimSpace(words) == "" {
		f.session.Notify(session.Note{Text: text("The clipboard holds no text. Copy an article first, then paste it here.")})
		return
	}
	if at := strings.TrimSpace(words); isAddress(at) {
		f.address.Open(at)
		return
	}
	f.session.Open([]session.Source{{Name: text("pasted text"), Read: func() ([]byte, error) { return []byte(words), nil }}})
}

// isAddress reports whether words are the address of a page and nothing else.
func isAddress(words string) bool {
	if strings.ContainsAny(words, " \t\r\n") {
		return false
	}
	low := strings.ToLower(words)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "www.")
}

// homeURI is the folder to begin in: the home folder, else the root; nil where neither can be listed.
func (f *files) homeURI() fyne.ListableURI {
	for _, dir := range []string{f.home, string(filepath.Separator)} {
		if dir == "" {
			continue
		}
		if u, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
			return u
		}
	}
	return nil
}

// folder is where articles were last opened, else the home folder.
func (f *files) folder() fyne.ListableURI {
	if l := f.kept.folder(); l != nil {
		return l
	}
	return f.homeURI()
}

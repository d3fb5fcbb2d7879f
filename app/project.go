package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"dateline/app/document"
	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/story"
)

// errChanged is a project file that somebody else has written since it was opened here.
var errChanged = errors.New("app: the file was changed by somebody else; save under another name")

// isProject reports whether a source is a project and no article.
func isProject(s session.Source) bool {
	return s.Project != nil || strings.EqualFold(filepath.Ext(s.Name), project.Ext)
}

// fileOf is what is open as a project file.
func fileOf(st *session.State) project.File {
	k := st.Kept()
	f := project.File{Documents: st.Documents, Log: st.Log, Places: k.Places, View: project.View{Period: k.Period, Width: k.Width, Filter: k.Filter,
		Article: st.Selected.Article, Event: k.Event, Quote: k.Quote, Center: k.Center, Zoom: k.Zoom, Mode: k.Mode.String(), Rows: k.Lanes.String(), Heat: k.Heat, Counts: k.Counts.String(), Seen: k.Seen}}
	f.Run, f.Lesson = st.Run, st.Lesson
	return f
}

// keptOf is what a project holds beside its articles.
func keptOf(f *project.File, path string) *session.Kept {
	v := &f.View
	k := &session.Kept{File: path, Log: f.Log, Run: f.Run, Lesson: f.Lesson, Places: f.Places, Saved: true, Period: v.Period, Width: v.Width, Filter: v.Filter, Event: v.Event, Quote: v.Quote,
		Center: v.Center, Zoom: v.Zoom}
	for _, m := range session.Modes {
		if m.String() == v.Mode {
			k.Mode = m
		}
	}
	k.Lanes, k.Heat, k.Counts, k.Seen = session.LanesNamed(v.Rows), v.Heat, session.CountsNamed(v.Counts), v.Seen
	return k
}

// projects are the project files that this window has to do with. Its methods may be called from several goroutines.
type projects struct {
	locks    string // folder of the locks
	versions project.Versions
	now      func() time.Time

	mu    sync.Mutex
	path  string // that is open here
	lock  *project.Lock
	stamp project.Stamp // what it held when it was last read or written here
}

func newProjects(folder string, now func() time.Time) *projects {
	return &projects{locks: filepath.Join(folder, "locks"), versions: project.Versions{Folder: filepath.Join(folder, "versions")}, now: now}
}

// open reads a project file. A second window that has it open is told of in a note.
func (p *projects) open(path string) (project.File, []session.Note, error) {
	f, stamp, err := project.Open(path)
	if err != nil {
		return f, nil, err
	}
	name := filepath.Base(path)
	var notes []session.Note
	for _, left := range f.Left {
		notes = append(notes, session.Note{File: name, Text: left})
	}
	if who, err := p.take(path, stamp); errors.Is(err, project.ErrInUse) {
		words := "Another window has this project open. What is saved last is what stays."
		if who.Host != "" {
			words = fmt.Sprintf("Another window has this project open, on %s since %s. What is saved last is what stays.", who.Host, who.Since.Local().Format("15:04"))
		}
		notes = append(notes, session.Note{File: name, Text: words})
	}
	return f, notes, nil
}

// take makes path the project of this window, and takes its lock if nobody else has it.
func (p *projects) take(path string, stamp project.Stamp) (project.Holder, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.path == path && p.lock != nil {
		p.stamp = stamp
		return project.Holder{}, nil
	}
	p.lock.Release()
	p.path, p.stamp, p.lock = path, stamp, nil
	lock, who, err := project.Take(p.locks, path, p.now())
	p.lock = lock
	return who, err
}

// release gives the project of this window up.
func (p *projects) release() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lock.Release()
	p.lock, p.path = nil, ""
}

// save writes what is open to path. What stood there before is kept among its versions. A file that somebody else has
// written meanwhile is not written over.
func (p *projects) save(_ context.Context, st session.State, path string) error {
	p.mu.Lock()
	known, stamp := p.path == path, p.stamp
	p.mu.Unlock()
	if known {
		if have, err := project.StampOf(path); err == nil && have != stamp && have != (project.Stamp{}) {
			return errChanged
		}
	}
	if err := p.versions.Add(path, p.now()); err != nil {
		logf("%v", err) // the version is lost, the save is not
	}
	stamp, err := project.Save(path, fileOf(&st))
	if err != nil {
		return err
	}
	_, err = p.take(path, stamp)
	if errors.Is(err, project.ErrInUse) {
		err = nil
	}
	return err
}

// lesson writes what is open as a lesson: a project that is presented from its first slide as soon as it is opened. The project of
// this window stays what it is.
func (p *projects) lesson(_ context.Context, st session.State, path string) error {
	f := fileOf(&st)
	f.Lesson = true
	f.View.Period, f.View.Event, f.View.Quote = story.Period{}, "", ""
	if err := p.versions.Add(path, p.now()); err != nil {
		logf("%v", err)
	}
	_, err := project.Save(path, f)
	return err
}

// readProject reads a source that is a project: its articles and what came with it.
func (a *program) readProject(ctx context.Context, s session.Source) ([]story.Document, *session.Kept, []session.Note, error) {
	if s.Project != nil {
		docs, kept, err := s.Project()
		docs, notes := a.complete(ctx, docs)
		return docs, kept, notes, err
	}
	if s.Path == "" { // its bytes alone: a recovered or shipped one
		data, err := s.Read()
		if err != nil {
			return nil, nil, nil, err
		}
		f, err := project.Decode(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return nil, nil, nil, err
		}
		return f.Documents, keptOf(&f, ""), nil, nil
	}
	f, notes, err := a.projects.open(s.Path)
	if err != nil {
		return nil, nil, nil, err
	}
	return f.Documents, keptOf(&f, s.Path), notes, nil
}

// complete reads the articles that an old file only names, or only has the words of.
func (a *program) complete(ctx context.Context, docs []story.Document) ([]story.Document, []session.Note) {
	var out []story.Document
	var notes []session.Note
	for _, d := range docs {
		if d.ID != "" {
			out = append(out, d)
			continue
		}
		s := session.Source{Name: d.File, Path: d.Path, Read: func() ([]byte, error) { return []byte(d.Text), nil }}
		if d.Path != "" {
			s = fileSource(d.Path)
		}
		read, err := a.readOne(ctx, s, nil)
		for _, fault := range document.Faults(err) {
			notes = append(notes, session.Note{File: d.File, Text: session.NoteUnread, Err: fault})
		}
		out = append(out, read...)
	}
	return out, notes
}

package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// Shelf is the folder in which each running window keeps what is open, so that nothing is lost when it ends badly. Each
// has a file of its own and a lock on it; a file without a lock is what a window left behind.
//
//	session-<name>.dateline   the articles, written when they change
//	session-<name>.log        what was said of them and how the window stands, written with every change
//	session-<name>.json       the project file it belongs to, if any
//	session-<name>.lock       held as long as the window lives
type Shelf struct {
	folder, name string
	lock         *flock.Flock
	articles     []string // ids of the articles that were written last
}

// maxLeft bounds how many files left behind are offered and kept.
const maxLeft = 20

// NewShelf takes a place of its own in the folder. name has to be new for each window.
func NewShelf(folder, name string) (*Shelf, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("project: %w", err)
	}
	s := &Shelf{folder: folder, name: name}
	s.lock = flock.New(s.path(".lock"))
	ok, err := s.lock.TryLock()
	if err == nil && !ok {
		err = errors.New("another window has that place")
	}
	if err != nil {
		return nil, fmt.Errorf("project: %w", err)
	}
	return s, nil
}

func (s *Shelf) path(ext string) string { return filepath.Join(s.folder, "session-"+s.name+ext) }

// Keep writes what is open. of is the project file it belongs to; "" none. A kill in the middle leaves what was kept
// before. Called from one goroutine at a time.
func (s *Shelf) Keep(f File, of string) error {
	ids := make([]string, len(f.Documents))
	for i := range f.Documents {
		ids[i] = f.Documents[i].ID
	}
	for _, p := range f.Places { // they are written with the articles
		ids = append(ids, fmt.Sprint(p))
	}
	log, err := logOf(&f)
	if err != nil {
		return fmt.Errorf("project: %w", err)
	}
	view, err := marshal(viewOf(&f.View))
	if err != nil {
		return fmt.Errorf("project: %w", err)
	}
	log = append(append(view, '\n'), log...)
	if s.articles == nil || !slices.Equal(ids, s.articles) {
		if _, err := Save(s.path(Ext), f); err != nil {
			return err
		}
		note, err := marshal(leftJSON{of})
		if err == nil {
			err = WriteFile(s.path(".json"), note)
		}
		if err != nil {
			return fmt.Errorf("project: %w", err)
		}
		s.articles = ids
	}
	if err := WriteFile(s.path(".log"), log); err != nil {
		return fmt.Errorf("project: %w", err)
	}
	return nil
}

type leftJSON struct {
	Project string `json:"project,omitempty"`
}

// Drop takes what was kept away: there is nothing to lose.
func (s *Shelf) Drop() {
	for _, ext := range []string{Ext, ".log", ".json"} {
		os.Remove(s.path(ext))
	}
	s.articles = nil
}

// Close gives the place up. What was kept stays, unless it was dropped.
func (s *Shelf) Close() {
	s.lock.Unlock()
	os.Remove(s.path(".lock"))
}

// Abandon gives the lock up and nothing else, as the end of a process does: what was kept is there to be found.
func (s *Shelf) Abandon() { s.lock.Unlock() }

// Left is what a window left behind when it ended badly.
type Left struct {
	File    string    // path of what was kept
	Project string    // the project file it belongs to; "" none
	At      time.Time // when it was last written
}

// Left lists what windows that no longer live left behind, the newest first. What a living window keeps is not in it.
func (s *Shelf) Left() []Left {
	found, _ := filepath.Glob(filepath.Join(s.folder, "session-*"+Ext))
	var out []Left
	for _, path := range found {
		base := strings.TrimSuffix(path, Ext)
		if path == s.path(Ext) || alive(base+".lock") {
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			continue
		}
		l := Left{File: path, At: info.ModTime()}
		if data, err := os.ReadFile(base + ".json"); err == nil {
			var note leftJSON
			if json.Unmarshal(data, &note) == nil {
				l.Project = note.Project
			}
		}
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b Left) int { return b.At.Compare(a.At) })
	for len(out) > maxLeft {
		Forget(out[len(out)-1])
		out = out[:len(out)-1]
	}
	s.sweep()
	return out
}

// alive reports whether a window holds the lock.
func alive(path string) bool {
	if _, err := os.Stat(path); err != nil {
		return false
	}
	l := flock.New(path)
	ok, err := l.TryLock()
	if ok {
		l.Unlock()
		os.Remove(path)
	}
	return err == nil && !ok
}

// sweep removes what a kill in the middle of a write has left: temporary files that nobody writes any more.
func (s *Shelf) sweep() {
	found, _ := filepath.Glob(filepath.Join(s.folder, ".session-*"))
	for _, path := range found {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.Remove(path)
		}
	}
}

// Recover reads what a window left behind.
func Recover(l Left) (File, error) {
	f, _, err := Open(l.File)
	if err != nil {
		return f, err
	}
	data, err := os.ReadFile(strings.TrimSuffix(l.File, Ext) + ".log")
	if err != nil {
		return f, nil // it ended before the first correction
	}
	head, log, _ := bytes.Cut(data, []byte("\n"))
	var v viewJSON
	u := unpacker{left: f.Left}
	if json.Unmarshal(head, &v) == nil {
		u.view(&f, &v)
	}
	u.corrections(&f, log)
	f.Left = u.left
	return f, nil
}

// Forget removes what a window left behind.
func Forget(l Left) {
	base := strings.TrimSuffix(l.File, Ext)
	for _, ext := range []string{Ext, ".log", ".json", ".lock"} {
		os.Remove(base + ext)
	}
}

// SetAside renames a file that cannot be used, so that it is neither lost nor written over, and gives its new name.
func SetAside(path string) (string, error) {
	for i := 1; i < 1000; i++ {
		to := fmt.Sprintf("%s.damaged-%d", path, i)
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		return to, os.Rename(path, to)
	}
	return "", fmt.Errorf("project: %s: too many damaged files", filepath.Base(path))
}

package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"sync"
	"time"

	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/story"
)

// keeper writes what is open into a place of this window's own while the program runs, and takes it away when it ends
// well. What other windows left there when they ended badly is offered at the start.
type keeper struct {
	shelf *project.Shelf // nil where there is no folder to write to
	found []project.Left
	guard *guard
	after func(time.Duration, func()) (stop func()) // runs on the UI goroutine
	work  chan snapshot                             // holds at most the newest one
	done  chan struct{}
	stop  func() // of the pause before the window's state is written

	mu    sync.Mutex
	taken *project.Left // what was left and is being opened
}

// snapshot is what is to be written; a nil file drops what was written before.
type snapshot struct {
	file *project.File
	of   string
}

// restPause is how long the view rests before it is written. Corrections and articles are written at once.
const restPause = 3 * time.Second

func newKeeper(folder string, g *guard, after func(time.Duration, func()) func()) *keeper {
	k := &keeper{guard: g, after: after, work: make(chan snapshot, 1), done: make(chan struct{})}
	place := filepath.Join(folder, "sessions")
	adoptOld(folder, place)
	shelf, err := project.NewShelf(place, strconv.Itoa(os.Getpid())+"-"+strconv.FormatInt(time.Now().UnixNano(), 36))
	if err != nil {
		logf("%v", err)
		close(k.done)
		return k
	}
	k.shelf, k.found = shelf, shelf.Left()
	go func() {
		defer close(k.done)
		for s := range k.work {
			k.guard.run(func() { k.write(s) })
		}
	}()
	return k
}

// adoptOld moves what an older version of the program kept to where this one looks, and sweeps what its kills have left.
func adoptOld(folder, place string) {
	old := filepath.Join(folder, "open.json")
	if _, err := os.Stat(old); err == nil && os.MkdirAll(place, 0o700) == nil {
		os.Rename(old, filepath.Join(place, "session-before"+project.Ext))
	}
	halves, _ := filepath.Glob(old + ".*")
	for _, h := range halves {
		os.Remove(h)
	}
}

func (k *keeper) write(s snapshot) {
	if s.file == nil {
		k.shelf.Drop()
		return
	}
	if err := k.shelf.Keep(*s.file, s.of); err != nil {
		logf("%v", err)
		return
	}
	k.mu.Lock()
	l := k.taken
	k.mu.Unlock()
	if l == nil {
		return
	}
	left, err := project.Recover(*l)
	if err == nil && len(left.Documents) > 0 && !slices.ContainsFunc(s.file.Documents, func(d story.Document) bool { return d.Text == left.Documents[0].Text }) {
		return // this is still the story before
	}
	project.Forget(*l)
	k.mu.Lock()
	k.taken = nil
	k.mu.Unlock()
}

// follow notes what changed. Called on the UI goroutine.
func (k *keeper) follow(st session.State, c session.Change) {
	if k.shelf == nil {
		return
	}
	switch {
	case c&(session.Opened|session.Corrected|session.Saved) != 0:
		k.put(st)
	case c&(session.Perioded|session.Filtered|session.Selected|session.Moved|session.Moded) != 0:
		if k.stop != nil {
			k.stop()
		}
		k.stop = k.after(restPause, func() { k.put(st) })
	}
}

// put hands a state to the goroutine that writes; one that was not written yet gives way to it.
func (k *keeper) put(st session.State) {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	s := snapshot{of: st.File}
	if len(st.Documents) > 0 && (!st.Sample || st.Log.Len() > 0) {
		f := fileOf(&st)
		s.file = &f
	}
	select {
	case <-k.work:
	default:
	}
	k.work <- s
}

// left is the newest of what was left behind, as a source to open; false where nothing was. A file that cannot be read is
// set aside, so that it is neither lost nor offered again.
func (k *keeper) left() (session.Source, bool) {
	for len(k.found) > 0 {
		l := k.found[0]
		f, err := project.Recover(l)
		if err == nil && len(f.Documents) > 0 {
			return session.Source{Name: leftName(l), Project: func() ([]story.Document, *session.Kept, error) {
				f, err := project.Recover(l)
				if err != nil {
					return nil, nil, err
				}
				kept := keptOf(&f, l.Project)
				kept.Saved = false
				return f.Documents, kept, nil
			}}, true
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			if to, serr := project.SetAside(l.File); serr == nil {
				logf("app: what was left cannot be read (%v); it is kept as %s", err, filepath.Base(to))
			}
		}
		project.Forget(l)
		k.found = k.found[1:]
	}
	return session.Source{}, false
}

func leftName(l project.Left) string {
	if l.Project != "" {
		return filepath.Base(l.Project)
	}
	return "recovered" + project.Ext
}

// answered is told whether the person opens what was left. What is not wanted is taken away at once, what is wanted only
// when this window has written it itself: a kill before that leaves it to be offered again. Called on the UI goroutine.
func (k *keeper) answered(open bool) {
	if len(k.found) == 0 {
		return
	}
	l := k.found[0]
	k.found = k.found[1:]
	if !open {
		project.Forget(l)
		return
	}
	k.mu.Lock()
	k.taken = &l
	k.mu.Unlock()
}

// end waits for the last write and takes this window's place away: the program ends well.
func (k *keeper) end() {
	if k.shelf == nil {
		return
	}
	close(k.work)
	<-k.done
	k.shelf.Drop()
	k.shelf.Close()
}

// report writes a crash report without any article text and gives its path.
func report(folder, version string, fault any, now time.Time) string {
	words := fmt.Sprintf("Dateline %s, %s %s/%s, %s\n\n%v\n\n%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH,
		now.Format(time.RFC3339), fault, debug.Stack())
	path, err := writeNew(folder, "crash-"+now.Format("20060102-150405"), ".txt", []byte(words))
	if err != nil {
		logf("%s", words)
		return ""
	}
	return path
}

// writeNew writes a file under a name that no file has yet: "name.txt", else "name-2.txt" and so on.
func writeNew(folder, name, ext string, data []byte) (path string, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	for n := 1; n < 100; n++ {
		path = filepath.Join(folder, name+ext)
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, n, ext))
		}
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(data)
		return path, errors.Join(err, f.Close())
	}
	return "", fmt.Errorf("app: %s: %w", path, fs.ErrExist)
}

package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/story"
)

// keeper writes what is open into a file while the program runs and takes the file away when it ends well. A file that
// is there at the start tells of a bad end and what was open then.
type keeper struct {
	path string
	work chan project.File // holds at most the newest one
	done chan struct{}
}

func keep(folder string, g *guard) *keeper {
	k := &keeper{path: filepath.Join(folder, "open.json"), work: make(chan project.File, 1), done: make(chan struct{})}
	go func() {
		defer close(k.done)
		for f := range k.work {
			g.run(func() {
				if err := project.Write(k.path, f); err != nil {
					logf("%v", err)
				}
			})
		}
	}()
	return k
}

// left gives what was open when the program last ended badly; nil if it ended well or nothing was open.
func (k *keeper) left() []session.Source {
	f, err := project.Read(k.path)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			logf("%v", err)
		}
		return nil
	}
	var out []session.Source
	for _, d := range f.Documents {
		if d.Path != "" {
			out = append(out, fileSource(d.Path))
			continue
		}
		out = append(out, session.Source{Name: d.Name, Read: func() ([]byte, error) { return []byte(d.Text), nil }})
	}
	return out
}

// opened keeps the documents of a session; the sample story is not worth keeping.
func (k *keeper) opened(docs []story.Document, sample bool) {
	f := project.File{}
	for _, d := range docs {
		if sample {
			break
		}
		one := project.Document{Name: d.File, Path: d.Path}
		if d.Path == "" {
			one.Text = d.Text
		}
		f.Documents = append(f.Documents, one)
	}
	select { // drop an older list that was not written yet
	case <-k.work:
	default:
	}
	k.work <- f
}

// end waits for the last write and takes the file away: the program ends well.
func (k *keeper) end() {
	close(k.work)
	<-k.done
	if err := os.Remove(k.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		logf("app: %v", err)
	}
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

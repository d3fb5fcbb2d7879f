// Package instance lets the program that runs take over what a second start of it was asked to open.
//
//	door, err := instance.Join(instance.Config{Folder: instance.Folder(settings), Name: instance.Name(settings, display)}, files)
//	switch {
//	case err != nil: // this start stands alone, and opens its files itself
//	case door == nil: // the running program has taken the files: there is nothing left to do
//	default: // this is the running program: door.Serve says what later starts hand over
//	}
//
// Who holds the lock is the running program; the system gives the lock back when it dies, however it dies. Beside the lock
// lies a socket of the file system (on Windows a named pipe) that only the same person may open: nothing listens on a network.
//
// It knows neither windows nor articles: what becomes of the files is said by who serves. Starts for another person, another
// folder of settings or another display do not meet.
package instance

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// protocol is the version of what is said; programs that say it otherwise do not hand over to one another.
const protocol = 1

// What both sides bound: how long a request may be, and how many are answered at once.
const (
	maxRequest = 1 << 20
	maxAtOnce  = 16
)

// ErrAlone is a program that runs and does not take anything over: it hangs, or it is of another version.
var ErrAlone = errors.New("instance: the running program takes nothing over")

// Config says where starts meet and how patient they are. Folder and Name are needed.
type Config struct {
	Folder string // private to the person; see Folder
	Name   string // of all starts that belong together; see Name
	New    bool   // hand nothing over; be the running program only where nobody is

	// How long a start waits for the running program's first word, which it gives at once, and for its taking of the files,
	// which may have to wait until its window stands. Zero: 2 and 20 seconds.
	Greeting, Taking time.Duration
	// Patience is how long the running program tries to take the files once it serves; later the start has given up. Zero: 3
	// seconds.
	Patience time.Duration
}

func (c *Config) applyDefaults() {
	for _, d := range []struct {
		at  *time.Duration
		def time.Duration
	}{{&c.Greeting, 2 * time.Second}, {&c.Taking, 20 * time.Second}, {&c.Patience, 3 * time.Second}} {
		if *d.at == 0 {
			*d.at = d.def
		}
	}
}

// Name makes a name of what tells programs apart that must not meet: the folder of settings, the display.
func Name(what ...string) string {
	h := fnv.New64a()
	io.WriteString(h, strings.Join(what, "\x00"))
	return fmt.Sprintf("dateline-%016x", h.Sum64())
}

// request is what a start hands over.
type request struct {
	Version int      `json:"version"`
	Files   []string `json:"files"` // absolute
}

// answer is what the running program says: first "hello", then "taken" or "busy".
type answer struct {
	Version int    `json:"version"`
	Said    string `json:"said"`
}

// Join makes this start the running program, or hands files to the one that runs: then it gives neither a Door nor an error.
// An error means that this start stands alone. Paths are made absolute. It may wait for some seconds.
func Join(c Config, files []string) (*Door, error) {
	c.applyDefaults()
	ask := request{Version: protocol, Files: make([]string, len(files))}
	for i, f := range files {
		abs, err := filepath.Abs(f)
		if err != nil {
			return nil, fmt.Errorf("instance: %w", err)
		}
		ask.Files[i] = abs
	}
	end := time.Now().Add(c.Taking)
	for {
		d, err := claim(&c)
		if d != nil || err != nil {
			return d, err
		}
		if c.New {
			return nil, ErrAlone
		}
		taken, err := hand(&c, ask)
		if taken || err != nil {
			return nil, err
		}
		// It has the lock and is not there: it is just beginning or just ending.
		if time.Now().After(end) {
			return nil, ErrAlone
		}
		<-time.After(50 * time.Millisecond)
	}
}

// claim makes this process the running program; nil where another is.
func claim(c *Config) (*Door, error) {
	if err := Private(c.Folder); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(c.Folder, c.Name+".lock"), flock.SetPermissions(0o600))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("instance: %w", err)
	}
	if !got {
		return nil, nil
	}
	l, err := listen(c.Folder, c.Name)
	if err != nil {
		lock.Unlock()
		return nil, err
	}
	d := &Door{lock: lock, in: l, patience: c.Patience, ready: make(chan struct{}), closed: make(chan struct{})}
	d.wait.Add(1)
	go d.accept()
	return d, nil
}

// hand says to the running program what to open. Neither taken nor an error means that nobody is there.
func hand(c *Config, ask request) (taken bool, err error) {
	line, err := json.Marshal(ask)
	if err != nil || len(line) >= maxRequest {
		return false, fmt.Errorf("instance: %d files are too many to hand over", len(ask.Files))
	}
	conn, err := dial(c.Folder, c.Name)
	if err != nil {
		return false, nil
	}
	said := make(chan answer, 2)
	go func() { // a program that hangs is left, and this goroutine with it
		defer close(said)
		defer conn.Close()
		exchange(conn, append(line, '\n'), said)
	}()
	switch a, ok, late := next(said, c.Greeting); {
	case late || ok && a.Version != protocol:
		return false, ErrAlone
	case !ok:
		return false, nil
	}
	switch a, ok, late := next(said, c.Taking); {
	case late || ok && a.Said != "taken":
		return false, ErrAlone
	default:
		return ok, nil
	}
}

// exchange is the start's side of the talk: it hears the greeting, asks, and hears the answer. It never reads and writes at
// once, which a pipe of Windows does not allow.
func exchange(conn io.ReadWriter, ask []byte, said chan<- answer) {
	in := bufio.NewReader(io.LimitReader(conn, maxRequest))
	hear := func() (a answer, ok bool) {
		line, err := in.ReadBytes('\n')
		return a, err == nil && json.Unmarshal(line, &a) == nil
	}
	a, ok := hear()
	if !ok {
		return
	}
	said <- a
	if a.Version != protocol {
		return
	}
	allowForeground() // the running program may come to the front, since the person has just asked for it
	if _, err := conn.Write(ask); err != nil {
		return
	}
	if a, ok = hear(); ok {
		said <- a
	}
}

// next waits for what is said next; ok is false where nothing more is said.
func next(said <-chan answer, most time.Duration) (a answer, ok, late bool) {
	t := time.NewTimer(most)
	defer t.Stop()
	select {
	case a, ok = <-said:
		return a, ok, false
	case <-t.C:
		return a, false, true
	}
}

// Door is where later starts come to. Its methods may be called from several goroutines.
type Door struct {
	lock     *flock.Flock
	in       listener
	patience time.Duration

	once   sync.Once // of Serve
	ending sync.Once
	open   func(files []string, taking func() bool)
	ready  chan struct{} // closed when open is set
	closed chan struct{}
	wait   sync.WaitGroup
}

// listener is where the system brings starts in.
type listener interface {
	Accept() (io.ReadWriteCloser, error)
	Close() error
}

// Serve says who opens what later starts hand over; starts that came before are told now. open is called on a goroutine of its
// own and must call taking right before it opens the files, which may be later: where that says no the start has given up
// waiting and opens them itself. No files: the window is to come to the front. Only the first call counts.
func (d *Door) Serve(open func(files []string, taking func() bool)) {
	d.once.Do(func() {
		d.open = open
		close(d.ready)
	})
}

// Close lets the next start be the running program. A nil Door is closed.
func (d *Door) Close() {
	if d == nil {
		return
	}
	d.ending.Do(func() {
		close(d.closed)
		d.in.Close()
		d.wait.Wait()
		d.lock.Unlock()
	})
}

// accept lets starts in until the door is closed.
func (d *Door) accept() {
	defer d.wait.Done()
	room := make(chan struct{}, maxAtOnce)
	for {
		conn, err := d.in.Accept()
		if err != nil {
			select {
			case <-d.closed:
				return
			case <-time.After(200 * time.Millisecond): // out of file handles, for instance
				continue
			}
		}
		select {
		case room <- struct{}{}:
			go func() {
				defer func() { <-room }()
				defer conn.Close()
				d.answer(conn)
			}()
		default:
			conn.Close()
		}
	}
}

// answer takes over what one start was asked to open.
func (d *Door) answer(conn io.ReadWriter) {
	say := func(word string) error { return json.NewEncoder(conn).Encode(answer{protocol, word}) }
	if say("hello") != nil {
		return
	}
	line, err := bufio.NewReader(io.LimitReader(conn, maxRequest)).ReadBytes('\n')
	var ask request
	if err != nil || json.Unmarshal(line, &ask) != nil || ask.Version != protocol {
		return
	}
	for _, f := range ask.Files {
		if !filepath.IsAbs(f) {
			say("busy")
			return
		}
	}
	select {
	case <-d.ready:
	case <-d.closed:
		return
	}
	if d.take(ask.Files) {
		say("taken")
	} else {
		say("busy")
	}
}

// take has the files opened, and reports whether that was begun in time.
func (d *Door) take(files []string) bool {
	var mu sync.Mutex
	begun, late := make(chan struct{}), false
	taking := sync.OnceValue(func() bool {
		mu.Lock()
		defer mu.Unlock()
		if !late {
			close(begun)
		}
		return !late
	})
	go d.open(files, taking)
	t := time.NewTimer(d.patience)
	defer t.Stop()
	select {
	case <-begun:
		return true
	case <-d.closed:
	case <-t.C:
	}
	mu.Lock()
	defer mu.Unlock()
	select {
	case <-begun: // at the last moment
		return true
	default:
	}
	late = true
	return false
}

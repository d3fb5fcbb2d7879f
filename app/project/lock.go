package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// ErrInUse is a project that another window has open, for errors.Is.
var ErrInUse = errors.New("project: the file is open in another window")

// Lock says that a window has a project open. It is a file of its own and not the project: a lock on that would keep
// others from reading it on Windows, and would break replacing it.
type Lock struct {
	f    *flock.Flock
	note string
}

// Holder is who has a project open.
type Holder struct {
	Process int       `json:"process"`
	Host    string    `json:"host"`
	Since   time.Time `json:"since"`
}

// Take takes the lock of the project at path, kept in folder. Where another window has it the error is ErrInUse and
// Holder says who, as far as that is known.
func Take(folder, path string, now time.Time) (*Lock, Holder, error) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	h := fnv.New64a()
	h.Write([]byte(path))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, Holder{}, fmt.Errorf("project: %w", err)
	}
	base := filepath.Join(folder, fmt.Sprintf("open-%016x", h.Sum64()))
	l := &Lock{flock.New(base + ".lock"), base + ".json"}
	ok, err := l.f.TryLock()
	if err != nil {
		return nil, Holder{}, fmt.Errorf("project: %w", err)
	}
	var who Holder
	if !ok {
		if data, err := os.ReadFile(l.note); err == nil {
			json.Unmarshal(data, &who)
		}
		return nil, who, ErrInUse
	}
	who = Holder{Process: os.Getpid(), Since: now}
	who.Host, _ = os.Hostname()
	if data, err := json.Marshal(who); err == nil {
		os.WriteFile(l.note, data, 0o600)
	}
	return l, who, nil
}

// Release gives the lock up. A nil Lock has none.
func (l *Lock) Release() {
	if l != nil {
		os.Remove(l.note)
		l.f.Unlock()
	}
}

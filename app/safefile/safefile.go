// Package safefile writes a file whole or not at all: after a failure, a crash or a full disk the old file stands as it was.
//
//	err := safefile.Write("story.html", safefile.Shared, func(w io.Writer) error { … })
//	fmt.Println(err) // story.html may not be written: choose another name or folder
//
// It makes folders for nobody, and it locks nothing: of two programs that write the same file, the last one wins.
package safefile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// The modes of a new file, before the person's umask. One that is replaced keeps its own.
const (
	Shared  fs.FileMode = 0o666 // as any program's new file
	Private fs.FileMode = 0o600
)

// ErrReadOnly says that the file is there and may not be written.
var ErrReadOnly = errors.New("the file is marked as read-only")

// ErrNoFile says that something else than a file has the name.
var ErrNoFile = errors.New("this is no file")

// Write makes the file at path of what write writes, in one step at the end: a temporary file in the same folder is
// filled, brought to the disk and given the name. A link is followed. A device or a pipe is written to as it is. The error
// is that of write, or an *Error where the file is at fault.
func Write(path string, mode fs.FileMode, write func(io.Writer) error) error {
	name := filepath.Base(path)
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	t := target{path: path, write: write}
	if err := t.put(mode); err != nil && (t.own == nil || !errors.Is(err, t.own)) {
		return &Error{name, err}
	}
	return t.own
}

// target is a file to be written.
type target struct {
	path  string
	write func(io.Writer) error
	own   error // of write, where the file was not at fault
}

func (t *target) put(mode fs.FileMode) error {
	info, err := os.Stat(t.path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err == nil && info.IsDir():
		return ErrNoFile
	case err == nil && !info.Mode().IsRegular():
		return t.straight()
	case err == nil && info.Mode().Perm()&0o200 == 0:
		return ErrReadOnly
	}
	tmp, err := create(filepath.Dir(t.path), mode)
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // in vain once it has its name
	defer tmp.Close()           // so that it can be removed after a panic; else fill has closed it
	if err = t.fill(tmp, info); err == nil {
		err = rename(tmp.Name(), t.path)
	}
	if err == nil {
		syncFolder(filepath.Dir(t.path))
	}
	return err
}

// into lets write fill a file, and tells its faults from those of the file.
func (t *target) into(f *os.File) error {
	b := bufio.NewWriterSize(f, 1<<16)
	err := t.write(b)
	if ferr := b.Flush(); ferr != nil { // it keeps the first fault of the file
		return ferr
	}
	t.own = err
	return err
}

// create makes the temporary file. os.CreateTemp makes private ones only, which the person's umask does not open.
func create(dir string, mode fs.FileMode) (*os.File, error) {
	for try := 0; ; try++ {
		name := filepath.Join(dir, ".dateline-"+strconv.FormatUint(rand.Uint64(), 36))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if err == nil || !errors.Is(err, fs.ErrExist) || try == 100 {
			return f, err
		}
	}
}

// fill writes the temporary file and closes it. old is the file that it will replace; nil if there is none.
func (t *target) fill(tmp *os.File, old fs.FileInfo) error {
	err := t.into(tmp)
	if err == nil && old != nil {
		err = tmp.Chmod(old.Mode().Perm())
	}
	if err == nil {
		err = tmp.Sync()
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	return err
}

func (t *target) straight() error {
	f, err := os.OpenFile(t.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = t.into(f)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// rename moves a file over another. On Windows a virus scanner or a preview may hold the target for a moment.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for wait := 20 * time.Millisecond; err != nil && runtime.GOOS == "windows" && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
}

// syncFolder makes a rename last over a power cut, where the system has that.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// Fault is why a file could not be written, as far as the person can do something about it.
type Fault uint8

// The faults.
const (
	Other    Fault = iota
	ReadOnly       // the file, its folder or its disk may not be written
	Full           // there is no room
	InUse          // another program holds the file
	NoFolder       // the folder is not there
	NotAFile       // a folder has that name
)

// What Windows answers; on other systems these numbers mean something else.
const (
	winSharing  = syscall.Errno(32)
	winLocked   = syscall.Errno(33)
	winHandle   = syscall.Errno(39)
	winDiskFull = syscall.Errno(112)
)

// Error is a file that could not be written. Its words are one sentence that names the file and says what to do.
type Error struct {
	Name string // of the file, without its folder
	Err  error
}

// sentences say what happened and what to do.
var sentences = [...]string{
	ReadOnly: "may not be written: choose another name or folder",
	Full:     "has no room on its disk: make room, or choose another folder",
	InUse:    "is open in another program: close it there, or choose another name",
	NoFolder: "has no folder to stand in: choose one that is there",
	NotAFile: "is a folder: choose another name",
}

// Error is the sentence.
func (e *Error) Error() string {
	if f := e.Why(); f != Other {
		return e.Name + " " + sentences[f]
	}
	return fmt.Sprintf("%s could not be written: %v", e.Name, e.Err)
}

// Unwrap is for package errors.
func (e *Error) Unwrap() error { return e.Err }

// Why says why the file could not be written.
func (e *Error) Why() Fault {
	is := func(targets ...error) bool {
		for _, t := range targets {
			if errors.Is(e.Err, t) {
				return true
			}
		}
		return false
	}
	switch windows := runtime.GOOS == "windows"; {
	case windows && is(winSharing, winLocked), is(syscall.ETXTBSY, syscall.EBUSY):
		return InUse
	case windows && is(winHandle, winDiskFull), is(syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG):
		return Full
	case is(ErrReadOnly, fs.ErrPermission, syscall.EROFS):
		return ReadOnly
	case is(ErrNoFile, syscall.EISDIR):
		return NotAFile
	case is(fs.ErrNotExist, syscall.ENOTDIR):
		return NoFolder
	}
	return Other
}

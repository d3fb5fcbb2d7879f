package safefile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func words(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// folder holds one file, "old", and is looked at afterwards.
func folder(t *testing.T) (dir, path string) {
	t.Helper()
	dir = t.TempDir()
	path = filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	return dir, path
}

// holds reports a folder that holds anything but one file with these words.
func holds(t *testing.T, dir, path, want string) {
	t.Helper()
	if b, err := os.ReadFile(path); err != nil || string(b) != want {
		t.Errorf("the file holds %q, want %q (%v)", b, want, err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
		t.Errorf("something is left behind: %v, %v", list, err)
	}
}

func TestAFileIsReplacedAndKeepsItsMode(t *testing.T) {
	dir, path := folder(t)
	if err := Write(path, Shared, words("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, path, "new")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
}

func TestANewFileIsAsPrivateAsAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new")
	if err := Write(path, Private, words("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
}

func TestALinkIsFollowed(t *testing.T) {
	dir, path := folder(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := Write(link, Shared, words("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, path, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is a file now")
	}
}

// TestAfterAFaultTheOldFileIsWhole: whatever goes wrong, and how far it got.
func TestAfterAFaultTheOldFileIsWhole(t *testing.T) {
	broke := errors.New("it broke")
	for name, write := range map[string]func(io.Writer) error{
		"nothing was written":  func(io.Writer) error { return broke },
		"a little was written": func(w io.Writer) error { io.WriteString(w, "ne"); return broke },
		"much was written":     func(w io.Writer) error { io.WriteString(w, strings.Repeat("new", 1<<18)); return broke },
	} {
		t.Run(name, func(t *testing.T) {
			dir, path := folder(t)
			if err := Write(path, Shared, write); !errors.Is(err, broke) {
				t.Errorf("got %v", err)
			}
			holds(t, dir, path, "old")
		})
	}
	t.Run("a read-only file", func(t *testing.T) {
		dir, path := folder(t)
		if err := os.Chmod(path, 0o440); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, Shared, words("new")); !errors.Is(err, ErrReadOnly) {
			t.Errorf("got %v", err)
		}
		holds(t, dir, path, "old")
	})
	t.Run("a folder of that name", func(t *testing.T) {
		dir := t.TempDir()
		if err := Write(dir, Shared, words("x")); !errors.Is(err, ErrNoFile) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a panic", func(t *testing.T) {
		dir, path := folder(t)
		func() {
			defer func() { _ = recover() }()
			Write(path, Shared, func(w io.Writer) error { io.WriteString(w, "new"); panic("fault") })
		}()
		holds(t, dir, path, "old")
	})
}

// A program that reads the old file while it is replaced goes on reading the old one.
func TestAFileThatIsOpenElsewhereStaysWholeThere(t *testing.T) {
	dir, path := folder(t)
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := Write(path, Shared, words("new")); err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(reader); err != nil || string(b) != "old" {
		t.Errorf("who reads it gets %q, %v", b, err)
	}
	holds(t, dir, path, "new")
}

func TestADeviceIsWrittenToAndStays(t *testing.T) {
	if err := Write(os.DevNull, Shared, words("gone")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("it is a file now")
	}
}

func TestWhy(t *testing.T) {
	dir := t.TempDir()
	at := func(err error) error { return &Error{"story.html", err} }
	for _, c := range []struct {
		what string
		err  error
		want Fault
	}{
		{"no folder", Write(filepath.Join(dir, "no", "story.html"), Shared, words("x")), NoFolder},
		{"a full disk", at(fmt.Errorf("export: %w", &fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC})), Full},
		{"a quota", at(syscall.EDQUOT), Full},
		{"no right to the folder", at(&fs.PathError{Op: "open", Path: "a", Err: syscall.EACCES}), ReadOnly},
		{"a disk that cannot be written", at(syscall.EROFS), ReadOnly},
		{"a program that runs", at(syscall.ETXTBSY), InUse},
		{"anything else", at(errors.New("x")), Other},
		{"a folder of that name", at(ErrNoFile), NotAFile},
	} {
		var e *Error
		if !errors.As(c.err, &e) || e.Why() != c.want {
			t.Errorf("%s: %v, want %d", c.what, c.err, c.want)
		} else if s := e.Error(); !strings.HasPrefix(s, "story.html ") || strings.Contains(s, "\n") {
			t.Errorf("%s: in words %q", c.what, s)
		}
	}
}

// A disk that is full in the middle: the fault is the file's, whatever the writer makes of it.
func TestAFullDiskIsTheFilesFault(t *testing.T) {
	err := Write("/dev/full", Shared, func(w io.Writer) error {
		for range 100 {
			if _, err := io.WriteString(w, strings.Repeat("x", 4096)); err != nil {
				return errors.New("the writer's own words")
			}
		}
		return nil
	})
	var e *Error
	if !errors.As(err, &e) || e.Why() != Full {
		t.Errorf("got %v", err)
	}
}

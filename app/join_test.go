package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/app/session"
	"github.com/google/go-cmp/cmp"
)

// TestJoin: which starts open their files in the window of the program that runs, and which a window of their own.
func TestJoin(t *testing.T) {
	run, err := os.MkdirTemp("", "r") // the path of a socket is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(run) })
	t.Setenv("XDG_RUNTIME_DIR", run)
	t.Setenv("TMPDIR", run)
	t.Setenv("DISPLAY", ":7")
	settings, file := t.TempDir(), filepath.Join(t.TempDir(), "talks.dateline")
	door, handed := join(settings, &Config{Trace: "trace"})
	if door == nil || handed {
		t.Fatalf("the first start: %v, %v", door, handed)
	}
	defer door.Close()
	opened := make(chan []session.Source, 10)
	(&program{door: door}).serve(func(f func()) { f() }, func(add []session.Source) { opened <- add })
	for _, row := range []struct {
		name    string
		c       Config
		folder  string
		display string
		handed  bool
		files   []string
	}{
		{"a project opens in the window that is there", Config{Files: []string{file}}, settings, ":7", true, []string{file}},
		{"no file brings it to the front", Config{}, settings, ":7", true, nil},
		{"a window of its own on purpose", Config{Files: []string{file}, New: true}, settings, ":7", false, nil},
		{"one with another look", Config{Theme: "dark"}, settings, ":7", false, nil},
		{"one in another language", Config{Language: "de"}, settings, ":7", false, nil},
		{"one that presents", Config{Present: true}, settings, ":7", false, nil},
		{"one that is traced", Config{Trace: "trace"}, settings, ":7", false, nil},
		{"one on another display", Config{}, settings, ":8", false, nil},
		{"one from a stick with its own settings", Config{}, t.TempDir(), ":7", false, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Setenv("DISPLAY", row.display)
			other, handed := join(row.folder, &row.c)
			other.Close()
			if handed != row.handed {
				t.Fatalf("handed over: %v", handed)
			}
			if !handed {
				return
			}
			select {
			case add := <-opened:
				var got []string
				for _, s := range add {
					got = append(got, s.Path)
				}
				if diff := cmp.Diff(row.files, got); diff != "" {
					t.Error(diff)
				}
			case <-time.After(10 * time.Second):
				t.Error("nothing is opened")
			}
		})
	}
	if len(opened) != 0 {
		t.Error("more is opened than was handed over")
	}
}

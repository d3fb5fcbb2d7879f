//go:build window

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// again starts the program once more, as a double-click on files does, and waits until that start ends.
func (v *viewer) again(folder string, args ...string) {
	v.t.Helper()
	second := v.other(folder, args...)
	ended := make(chan error, 1)
	go func() { ended <- second.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			v.t.Fatalf("the second start: %v", err)
		}
	case <-time.After(limit):
		second.Process.Kill()
		v.t.Fatalf("the second start has not ended")
	}
}

// other is a start in a folder, with the settings of this one and without a trace.
func (v *viewer) other(folder string, args ...string) *exec.Cmd {
	v.t.Helper()
	second := exec.Command(v.cmd.Path, args...)
	second.Dir = folder
	second.Env = slices.DeleteFunc(slices.Clone(v.cmd.Env), func(s string) bool { return strings.HasPrefix(s, "DATELINE_TRACE=") })
	if err := second.Start(); err != nil {
		v.t.Fatal(err)
	}
	return second
}

// windows counts the windows of a process that are on the screen.
func windows(pid int) int {
	out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(pid)).Output()
	return len(strings.Fields(string(out)))
}

// TestAgain starts the program where it runs already: articles and projects open in the window that is there.
func TestAgain(t *testing.T) {
	v := start(t, "again", nil)
	v.open()
	folder := t.TempDir()
	article := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	ferry := article("Fähre.txt", "Ferry sinks\n\nA ferry sank off Bari on 12 March 2024.\n")
	article("flood.txt", "Flood in Graz\n\nA flood hit Graz on 14 March 2024.\n")

	v.again(folder, ferry)
	v.await("the article in the window that is there", func(l line) bool { return l.changed("opened") && !l.Sample && l.Articles == 1 })
	v.again(folder, "flood.txt", ferry)
	v.await("a second one beside it, named as its folder calls it", func(l line) bool { return l.changed("opened") && l.Articles == 2 })

	t.Run("a start without a file brings the window back", func(t *testing.T) {
		v.xdotool("windowminimize", "--sync", v.window)
		if n := windows(v.cmd.Process.Pid); n != 0 {
			t.Fatalf("%d windows after it was minimised", n)
		}
		v.again(folder)
		for end := time.Now().Add(limit); windows(v.cmd.Process.Pid) == 0; {
			if time.Now().After(end) {
				t.Fatal("it does not come back")
			}
		}
	})

	t.Run("-new opens a window of its own", func(t *testing.T) {
		second := v.other(folder, "-new", ferry)
		defer func() {
			second.Process.Kill()
			second.Wait()
		}()
		for end := time.Now().Add(limit); windows(second.Process.Pid) == 0; {
			if time.Now().After(end) {
				t.Fatal("there is none")
			}
		}
		v.shot("two-windows")
	})

	t.Run("after a crash the next start has a window of its own", func(t *testing.T) {
		v.cmd.Process.Kill()
		v.cmd.Wait()
		second := v.other(folder, ferry)
		defer func() {
			second.Process.Kill()
			second.Wait()
		}()
		for end := time.Now().Add(limit); windows(second.Process.Pid) == 0; {
			if time.Now().After(end) {
				t.Fatal("there is none")
			}
		}
		v.shot("after-a-crash")
	})
}

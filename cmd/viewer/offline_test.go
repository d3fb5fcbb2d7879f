//go:build window

package main

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestNothingLeaves runs a lesson, saves and exports where there is no network, with all calls to the system that have to do
// with files and connections written down by strace (.ci/offline.sh). DATELINE_CALLS says where.
func TestNothingLeaves(t *testing.T) {
	calls := os.Getenv("DATELINE_CALLS")
	if calls == "" {
		return // .ci/offline.sh runs it
	}
	const words = "Seventeen made-up lighthouse keepers"
	article := filepath.Join(t.TempDir(), "keepers.html")
	page := `<html><head><title>Keepers</title><link rel="stylesheet" href="http://a.example/style.css"><base href="http://b.example/"></head><body>
<article><h1>Keepers meet in Bari</h1><p>` + words + ` met in Bari on 12 March 2024.</p><img src="http://c.example/p.png">
<p>“Nobody told us,” the mayor of Graz said on 14 March 2024. A ferry sank off Split on 15 March 2024.</p></article></body></html>`
	if err := os.WriteFile(article, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	v := start(t, "offline", nil, article)
	v.open()
	home := v.cmd.Dir
	if v.last.Articles != 1 || v.last.Events == 0 {
		t.Fatalf("the article: %+v", v.last)
	}
	v.key("F5")
	v.await("a slide", func(l line) bool { return l.changed("selected") })
	for range 3 {
		v.key("Next")
	}
	v.key("Escape")
	v.key("0")
	v.await("the window again", func(l line) bool { return l.changed("moved") })
	v.shot("lesson")

	wait := func(what string, done func() bool) {
		t.Helper()
		for end := time.Now().Add(limit); !done(); time.Sleep(50 * time.Millisecond) {
			if time.Now().After(end) {
				v.shot("late")
				t.Fatalf("%s: not within %v", what, limit)
			}
		}
	}
	files := func(pattern string) []string {
		all, _ := filepath.Glob(filepath.Join(home, pattern))
		return all
	}
	v.key("ctrl+s")
	v.shot("save")
	v.key("Return")
	wait("the project", func() bool { return len(files("*.dateline")) == 1 })
	v.key("ctrl+e")
	v.shot("export")
	v.key("Return")
	wait("the exported file", func() bool { return len(files("*.png"))+len(files("*.html"))+len(files("*.pdf")) > 0 })
	v.shot("exported")
	v.key("ctrl+q")
	v.cmd.Wait()

	network, opened := 0, 0
	in, err := os.Open(calls)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	seen := 0
	outside := regexp.MustCompile(`AF_INET|AF_INET6|AF_PACKET|/etc/resolv\.conf|/etc/hosts|systemd/resolve`)
	for lines.Scan() {
		l := lines.Text()
		seen++
		if outside.MatchString(l) {
			network++
			t.Errorf("it goes outside: %s", l)
		}
		if strings.Contains(l, "openat(") && strings.Contains(l, article) {
			opened++
			if !strings.Contains(l, "O_RDONLY") {
				t.Errorf("the article is not opened for reading only: %s", l)
			}
		}
	}
	if seen < 100 || opened == 0 {
		t.Errorf("%d calls, the article opened %d times: nothing was written down", seen, opened)
	}
	t.Logf("%d calls, %d of them to a network; the article was opened %d times, for reading only", seen, network, opened)

	private(t, home)
	if log := v.stderr.String(); strings.Contains(log, words) || strings.Contains(log, "Nobody told us") {
		t.Errorf("the log has words of the article:\n%s", log)
	}
}

// private holds what the program keeps for itself to be read by nobody else, and nothing of it to be left over. What the person
// saved is theirs, and has the rights that they give to new files.
func private(t *testing.T, home string) {
	t.Helper()
	kept := 0
	err := filepath.WalkDir(filepath.Join(home, "fyne"), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		kept++
		if info.Mode().Perm()&0o077 != 0 && d.Name() != "fyne" && d.Name() != "preferences.json" { // which lie outside and inside of a folder that is closed
			t.Errorf("%s: %v", path, info.Mode())
		}
		if strings.HasPrefix(d.Name(), "session-") || strings.Contains(d.Name(), ".tmp") {
			t.Errorf("%s is left", path)
		}
		return nil
	})
	if err != nil || kept == 0 {
		t.Errorf("what it keeps: %d files, %v", kept, err)
	}
}

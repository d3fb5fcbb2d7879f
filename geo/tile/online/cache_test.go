package online

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/geo/tile"
)

var quiet = log.New(io.Discard, "", 0)

func TestLife(t *testing.T) {
	const day = 24 * time.Hour
	for _, c := range []struct {
		claim, headers string
		good, stale    time.Duration // stale: beyond good
		store          bool
	}{
		{"a silent server's picture lives seven days", "", 7 * day, staleLife, true},
		{"max-age counts", "Cache-Control: max-age=3600", time.Hour, staleLife, true},
		{"max-age goes before Expires", "Cache-Control: public, max-age=3600|Expires: Thu, 01 Jan 1970 00:00:00 GMT", time.Hour, staleLife, true},
		{"less its age", "Cache-Control: max-age=3600|Age: 600", 50 * time.Minute, staleLife, true},
		{"what is older than it may be has expired", "Cache-Control: max-age=3600|Age: 7200", 0, staleLife, true},
		{"Expires counts from Date", "Date: Mon, 04 May 2026 10:00:00 GMT|Expires: Mon, 04 May 2026 11:00:00 GMT", time.Hour, staleLife, true},
		{"Expires without Date counts from now", "Expires: Tue, 05 May 2026 12:00:00 GMT", day, staleLife, true},
		{"an Expires that is no day has expired", "Expires: 0", 0, staleLife, true},
		{"no-cache is asked about each time", "Cache-Control: no-cache, max-age=99999", 0, 0, true},
		{"in any order", "Cache-Control: max-age=99999|Cache-Control: no-cache", 0, 0, true},
		{"Pragma says the same of old", "Pragma: no-cache", 0, 0, true},
		{"must-revalidate is not shown when it has expired", "Cache-Control: max-age=60, must-revalidate", time.Minute, 0, true},
		{"no-store is not kept", "Cache-Control: no-store", 7 * day, staleLife, false},
		{"a shared cache's rule is not ours", "Cache-Control: s-maxage=5, max-age=60", time.Minute, staleLife, true},
		{"more than a year is a year", "Cache-Control: max-age=99999999999", longestAge, staleLife, true},
		{"nonsense has expired", "Cache-Control: max-age=soon", 0, staleLife, true},
		{"rules are read in any case", "Cache-Control: MAX-AGE=\"60\"", time.Minute, staleLife, true},
	} {
		h := http.Header{}
		for line := range strings.SplitSeq(c.headers, "|") {
			if name, value, ok := strings.Cut(line, ": "); ok {
				h.Add(name, value)
			}
		}
		f := life(h, start)
		if f.until.Sub(start) != c.good || f.stale.Sub(f.until) != c.stale || f.store != c.store {
			t.Errorf("%s: good for %v, then %v, stored %v", c.claim, f.until.Sub(start), f.stale.Sub(f.until), f.store)
		}
	}
}

func TestConditional(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Sun, 03 May 2026 10:00:00 GMT")
		w.Header().Set("Cache-Control", "max-age=3600")
		if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "Sun, 03 May 2026 10:00:00 GMT" {
			w.WriteHeader(304)
			return
		}
		good(w, r)
	})
	dir := t.TempDir()
	src, at := open(t, s, func(c *Config) { c.Folder = dir })
	k := key(4, 3, 2)
	get := func(src *Source) {
		t.Helper()
		if img, err := src.Tile(context.Background(), k); err != nil || img == nil {
			t.Fatal(err)
		}
	}
	get(src)
	at.pass(59 * time.Minute)
	get(src)
	if s.count() != 1 || s.last().Header.Get("If-None-Match") != "" {
		t.Errorf("good for an hour: %d requests", s.count())
	}
	at.pass(2 * time.Minute)
	if img, fresh := src.Kept(context.Background(), k); img == nil || fresh {
		t.Error("an expired picture is at hand while it is asked about")
	}
	get(src)
	if s.count() != 2 || s.last().Header.Get("If-None-Match") == "" {
		t.Error("then it is asked whether it changed")
	}
	get(src)
	if s.count() != 2 {
		t.Error("that it did not, is good for another hour")
	}

	later, clock := open(t, s, func(c *Config) { c.Folder = dir })
	clock.t = at.now()
	get(later)
	if s.count() != 2 {
		t.Error("the next start of the program knows it")
	}
	clock.pass(2 * time.Hour)
	s.set(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) })
	if _, err := later.Tile(context.Background(), k); code(err) != tile.StatusServer {
		t.Error(err)
	}
	if img, fresh := later.Kept(context.Background(), k); img == nil || fresh {
		t.Error("while the server is ill, the expired picture is at hand")
	}
	clock.pass(40 * 24 * time.Hour)
	if img, _ := later.Kept(context.Background(), k); img != nil {
		t.Error("but not for ever: this is no map for use offline")
	}
	other, _ := open(t, s, func(c *Config) { c.Folder = dir; c.Provider.URL += "?key=1" })
	if img, _ := other.Kept(context.Background(), k); img != nil {
		t.Error("another address has its own cache")
	}
}

func TestNoStore(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store, max-age=0")
		good(w, r)
	})
	dir := t.TempDir()
	src, at := open(t, s, func(c *Config) { c.Folder = dir })
	for range 3 {
		src.Tile(context.Background(), key(4, 3, 2))
	}
	if s.count() != 1 || len(files(t, dir)) != 0 {
		t.Errorf("not stored, yet not asked for thrice within a minute: %d requests, files %v", s.count(), files(t, dir))
	}
	at.pass(2 * time.Minute)
	if img, _ := src.Kept(context.Background(), key(4, 3, 2)); img != nil {
		t.Error("after a minute it is gone")
	}
}

func files(t testing.TB, dir string) (paths []string) {
	t.Helper()
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, path)
		}
		return nil
	})
	return paths
}

func TestCacheFolders(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		claim string
		spoil func(*Source)
		dir   string
	}{
		{"a full disk", func(s *Source) { s.disk.write = func(string, []byte) error { return syscall.ENOSPC } }, t.TempDir()},
		{"a folder for reading only", func(s *Source) { s.disk.write = func(string, []byte) error { return fs.ErrPermission } }, t.TempDir()},
		{"a file in the folder's place", func(*Source) {}, filepath.Join(file, "tiles")},
	} {
		t.Run(c.claim, func(t *testing.T) {
			noLeak(t)
			s := serve(t, good)
			src, at := open(t, s, func(config *Config) { config.Folder = c.dir })
			c.spoil(src)
			for range 2 {
				if _, err := src.Tile(context.Background(), key(5, 1, 1)); err != nil {
					t.Fatal("the map goes on", err)
				}
			}
			if s.count() != 1 {
				t.Error("from memory")
			}
			if st := src.Status(); st.Code != tile.StatusFolder || !strings.Contains(st.Sentence(), "Testmap") {
				t.Errorf("and says so once: %+v", st)
			}
			src.disk.write = func(string, []byte) error { return nil }
			src.Tile(context.Background(), key(5, 1, 2))
			if src.Status().Good() {
				t.Error("the disk is left alone for a while")
			}
			at.pass(11 * time.Minute)
			src.Tile(context.Background(), key(5, 1, 3))
			if !src.Status().Good() {
				t.Error("and tried again later")
			}
		})
	}
}

// fullFile is a file on a disk that is full after some bytes, or says so late.
type fullFile struct {
	halfFile
	room        int
	sync, close error
}

func (f *fullFile) Write(b []byte) (int, error) {
	if len(b) > f.room {
		n, _ := f.halfFile.Write(b[:f.room])
		return n, syscall.ENOSPC
	}
	return f.halfFile.Write(b)
}

func (f *fullFile) Sync() error { return cmp.Or(f.sync, f.halfFile.Sync()) }

func (f *fullFile) Close() error { return cmp.Or(f.close, f.halfFile.Close()) }

func TestAFullDiskKeepsTheOldPictureWhole(t *testing.T) {
	const plenty = 1 << 20
	for _, c := range []struct {
		claim string
		file  fullFile
	}{
		{"no room at all", fullFile{}},
		{"room for a part", fullFile{room: 100}},
		{"told when it is to be safe on the disk", fullFile{room: plenty, sync: syscall.ENOSPC}},
		{"told when it is closed", fullFile{room: plenty, close: syscall.ENOSPC}},
	} {
		dir := t.TempDir()
		d := newDisk(dir, "https://tiles.example/{z}/{x}/{y}", 1<<30)
		at := coord{5, 3, 2}
		old := &record{fresh: fresh{store: true}, got: start, body: []byte("the old picture")}
		d.put(at, old, start)
		d.write = func(path string, data []byte) error {
			return replace(path, data, func(dir string) (halfFile, error) {
				f, err := createBeside(dir)
				full := c.file
				full.halfFile = f
				return &full, err
			})
		}
		d.put(at, &record{fresh: fresh{store: true}, got: start, body: bytes.Repeat([]byte("new"), 1000)}, start)
		if d.fault() == nil {
			t.Errorf("%s: nobody is told", c.claim)
		}
		if r := d.get(at, start); r == nil || string(r.body) != "the old picture" {
			t.Errorf("%s: the old picture is lost", c.claim)
		}
		if got := files(t, dir); len(got) != 1 {
			t.Errorf("%s: something half written is left: %v", c.claim, got)
		}
		d.put(coord{5, 4, 2}, old, start.Add(time.Minute))
		if r := d.get(coord{5, 4, 2}, start); r != nil {
			t.Errorf("%s: a full disk is tried again at once", c.claim)
		}
	}
}

func TestCacheDeletedWhileInUse(t *testing.T) {
	s := serve(t, good)
	dir := t.TempDir()
	src, _ := open(t, s, func(c *Config) { c.Folder = dir })
	for i := range 6 {
		if _, err := src.Tile(context.Background(), key(5, i, 1)); err != nil {
			t.Fatal(err)
		}
		if len(files(t, dir)) == 0 {
			t.Fatal("kept on disk")
		}
		if i%2 == 1 {
			os.RemoveAll(dir)
		}
	}
	src.memory = newMemory(keepBytes)
	if _, err := src.Tile(context.Background(), key(5, 0, 1)); err != nil || !src.Status().Good() {
		t.Error("what is gone is asked for again", err)
	}
}

func TestCacheIsBounded(t *testing.T) {
	s := serve(t, good)
	dir := t.TempDir()
	one := int64(len(painted(0))) + 100
	src, at := open(t, s, func(c *Config) { c.Folder = dir; c.MaxBytes = 10 * one })
	old := filepath.Join(src.disk.folder, "5", ".new-1")
	os.MkdirAll(filepath.Dir(old), 0o700)
	os.WriteFile(old, []byte("half"), 0o600)
	os.Chtimes(old, start.Add(-2*time.Hour), start.Add(-2*time.Hour))
	for i := range 25 {
		src.Tile(context.Background(), key(5, i, 1))
		at.pass(time.Second)
		var sum int64
		for _, f := range files(t, dir) {
			st, _ := os.Stat(f)
			sum += st.Size()
		}
		if sum > 10*one {
			t.Fatalf("%d bytes after %d pictures", sum, i+1)
		}
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("what a crash left is removed")
	}
	if src.disk.get(coord{5, 24, 1}, at.now()) == nil || src.disk.get(coord{5, 0, 1}, at.now()) != nil {
		t.Error("the newest stay, the oldest go")
	}
	if src.memory.bytes > keepBytes {
		t.Error("memory, too")
	}
}

func TestDamagedRecords(t *testing.T) {
	s := serve(t, good)
	dir := t.TempDir()
	src, _ := open(t, s, func(c *Config) { c.Folder = dir })
	src.Tile(context.Background(), key(5, 1, 1))
	path := files(t, dir)[0]
	whole, _ := os.ReadFile(path)
	for claim, data := range map[string][]byte{
		"empty after a crash": {}, "cut short": whole[:len(whole)/2], "one bit turned": append(bytes.Clone(whole[:len(whole)-9]), append([]byte{whole[len(whole)-9] ^ 1}, whole[len(whole)-8:]...)...), "something else": []byte("hello"),
	} {
		os.WriteFile(path, data, 0o600)
		src.memory = newMemory(keepBytes)
		n := s.count()
		if _, err := src.Tile(context.Background(), key(5, 1, 1)); err != nil || s.count() != n+1 {
			t.Errorf("%s: %v, %d requests", claim, err, s.count()-n)
		}
	}
}

func FuzzRecord(f *testing.F) {
	r := &record{fresh: fresh{until: start, stale: start, store: true, etag: `"x"`}, got: start, body: []byte("picture")}
	f.Add(r.encode())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := parseRecord(data)
		if err == nil && !bytes.Equal(r.encode(), data) {
			t.Fatal("what is read is not what was written")
		}
	})
}

func FuzzLife(f *testing.F) {
	f.Add("max-age=3600, must-revalidate", "Thu, 01 Jan 1970 00:00:00 GMT", "17", "")
	f.Fuzz(func(t *testing.T, control, expires, age, retry string) {
		h := http.Header{"Cache-Control": {control}, "Expires": {expires}, "Age": {age}, "Retry-After": {retry}}
		l := life(h, start)
		if l.until.Before(start) || l.until.Sub(start) > longestAge || l.stale.Before(l.until) {
			t.Fatalf("%+v", l)
		}
		if w := retryAfter(h, start); w < 0 || w > 24*time.Hour {
			t.Fatal(w)
		}
	})
}

func TestProviders(t *testing.T) {
	for _, p := range Providers() {
		if err := p.Check(); err != nil || p.Consent {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	for claim, change := range map[string]func(*Provider){
		"no name":                   func(p *Provider) { p.Name = " " },
		"no makers":                 func(p *Provider) { p.Attribution = "" },
		"not encrypted":             func(p *Provider) { p.URL = "http://tiles.example/{z}/{x}/{y}.png" },
		"a file":                    func(p *Provider) { p.URL = "file:///{z}/{x}/{y}.png" },
		"no column":                 func(p *Provider) { p.URL = "https://tiles.example/{z}/{y}.png" },
		"two columns":               func(p *Provider) { p.URL = "https://tiles.example/{z}/{x}/{x}/{y}.png" },
		"a part nobody knows":       func(p *Provider) { p.URL = "https://{s}.tiles.example/{z}/{x}/{y}.png" },
		"a zoom in the host":        func(p *Provider) { p.URL = "https://{z}.tiles.example/{x}/{y}.png" },
		"a password":                func(p *Provider) { p.URL = "https://me:secret@tiles.example/{z}/{x}/{y}.png" },
		"a space":                   func(p *Provider) { p.URL = "https://tiles.example/ {z}/{x}/{y}.png" },
		"a part of OpenStreetMap":   func(p *Provider) { p.URL = "https://a.tile.openstreetmap.org/{z}/{x}/{y}.png" },
		"OpenStreetMap unencrypted": func(p *Provider) { p.URL = "http://tile.openstreetmap.org/{z}/{x}/{y}.png" },
		"zooms upside down":         func(p *Provider) { p.MinZoom, p.MaxZoom = 9, 3 },
	} {
		p := Provider{Name: "Other", URL: "https://tiles.example/{z}/{x}/{y}.jpg?key=1", Attribution: "© Other"}
		if err := p.Check(); err != nil {
			t.Fatal(err)
		}
		change(&p)
		if err := p.Check(); !errors.Is(err, ErrProvider) {
			t.Errorf("%s is refused: %v", claim, err)
		}
	}
	for _, name := range []string{"", "Go-http-client/1.1", "Mozilla/5.0 (X11) Dateline/1.0 (+https://x.example)", "Dateline/1.0", "Dateline (+https://x.example)", "Dateline/1.0 (+https://x.example)\r\nX: y"} {
		if _, err := New(Config{Provider: Providers()[0], UserAgent: name}); err == nil {
			t.Errorf("the name %q is refused", name)
		}
	}
}

func ExampleUserAgent() {
	fmt.Println(UserAgent("1.4", "https://site.example", "maps@site.example"))
	// Output: Dateline/1.4 (+https://site.example; contact: maps@site.example)
}

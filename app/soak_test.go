//go:build soak

package app

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"dateline/app/export"
	outformats "dateline/app/export/formats"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui"
	"dateline/assets"
	"dateline/geo/outline"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// soaked is the whole window on the test driver, with reading, saving and keeping as in the program.
type soaked struct {
	*window
	win *ui.Window
}

func newSoaked(t *testing.T) *soaked {
	if err := translate(assets.Translations(), "translations"); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, t.TempDir())
	p := w.program
	var err error
	if p.base, err = tile.Open(assets.Basemap()); err != nil {
		t.Fatal(err)
	}
	p.shapes = outline.New(p.base.Archive())
	p.app, p.folder = test.NewTempApp(t), t.TempDir()
	p.watch = newGuard(p.folder, time.Now)
	c := p.window(Config{})
	p.lend(&c)
	c.Session, c.Dispatch = w.Session, func(f func()) { w.mu.Lock(); w.q = append(w.q, f); w.mu.Unlock(); w.in <- struct{}{} }
	s := &soaked{window: w, win: ui.New(c)}
	t.Cleanup(s.win.Fyne().Close)
	s.win.Fyne().Resize(fyne.NewSize(1280, 800))
	return s
}

// calm runs what waits until nothing came for a moment.
func (s *soaked) calm(t *testing.T) {
	for {
		s.rest(t)
		select {
		case <-s.in:
			s.mu.Lock()
			f := s.q[0]
			s.q = s.q[1:]
			s.mu.Unlock()
			f()
		case <-time.After(20 * time.Millisecond):
			return
		}
	}
}

// key types a key into the window.
func (s *soaked) key(t *testing.T, names ...fyne.KeyName) {
	for _, n := range names {
		if f := s.win.Fyne().Canvas().OnTypedKey(); f != nil {
			f(&fyne.KeyEvent{Name: n})
		}
		s.calm(t)
	}
}

// use is what somebody does with one story: opens it, looks, corrects, presents, saves, exports, closes.
func (s *soaked) use(t *testing.T, k int, folder string) {
	if k%5 == 0 {
		s.OpenSample(sample(firstSample))
	} else {
		n := 3 + k%9
		var add []session.Source
		for _, d := range newsroom(40 + n)[40:] {
			text := fmt.Sprintf("%s\n\nEdition %d.", d.Text, k)
			add = append(add, session.Source{Name: d.File, Read: func() ([]byte, error) { return []byte(text), nil }})
		}
		s.Open(add)
	}
	s.calm(t)
	st := s.State()
	if len(st.Story.Events) == 0 {
		t.Fatalf("story %d has no events", k)
	}
	from, to, _ := st.Story.Extent()
	for i := range story.Day(40) {
		at := from + i*(to-from)/40
		s.Drag(story.Between(at-1, at+1))
	}
	s.Reset()
	for range 8 {
		s.Next()
		s.calm(t)
	}
	for _, c := range askedOf(st.Story, 3) {
		s.Correct(c.say)
		s.calm(t)
	}
	s.Undo()
	s.calm(t)
	s.Redo()
	s.calm(t)
	s.key(t, fyne.KeyF5, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEscape)
	s.save(t, k, folder)
	st = s.State()
	for _, name := range []string{"csv", "geojson", "html"} {
		f, ok := outformats.All.Named(name)
		if !ok {
			t.Fatal("no format " + name)
		}
		var out bytes.Buffer
		x := ui.Export{Format: f, Story: st.Story, View: st.View, Log: st.Log, Options: export.Options{}}
		if err := s.program.export(context.Background(), s.program.base, x, &out); err != nil || out.Len() == 0 {
			t.Fatalf("story %d: %s: %v", k, name, err)
		}
	}
	s.Clear()
	s.calm(t)
	s.win.Fyne().Canvas().Capture() // Fyne lets go of what is no longer drawn only when it paints, as it does all the time on a screen
}

// save saves the story, closes it and opens it again: nothing may be lost on the way.
func (s *soaked) save(t *testing.T, k int, folder string) {
	path := filepath.Join(folder, fmt.Sprintf("story%d.dateline", k%3))
	s.Save(path, nil)
	s.calm(t)
	before := s.State()
	if before.Dirty || before.File != path {
		t.Fatalf("story %d was not saved: %+v", k, before.Notes)
	}
	s.Clear()
	s.calm(t)
	s.Open(fileSources([]string{path}))
	s.calm(t)
	after := s.State()
	if len(after.Documents) != len(before.Documents) || after.Log.Len() != before.Log.Len() || len(after.Story.Events) != len(before.Story.Events) {
		t.Fatalf("story %d lost something: %d articles, %d corrections, %d events; before %d, %d, %d", k, len(after.Documents), after.Log.Len(), len(after.Story.Events),
			len(before.Documents), before.Log.Len(), len(before.Story.Events))
	}
}

// TestSoak uses the window for DATELINE_SOAK stories, 500 if that is not set: memory and goroutines stay where they were
// after the first tenth, and no save is lost.
func TestSoak(t *testing.T) {
	n := 500
	if v, err := strconv.Atoi(os.Getenv("DATELINE_SOAK")); err == nil && v >= 20 {
		n = v
	}
	s, folder := newSoaked(t), t.TempDir()
	heap, routines := uint64(0), 0
	begin := time.Now()
	for k := range n {
		s.use(t, k, folder)
		if (k+1)%(n/10) != 0 {
			continue
		}
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		g := runtime.NumGoroutine()
		t.Logf("%4d stories  %6.1f s  heap %5.1f MB  from the system %5.1f MB  goroutines %d", k+1, time.Since(begin).Seconds(),
			float64(m.HeapAlloc)/1e6, float64(m.Sys)/1e6, g)
		switch {
		case heap == 0:
			heap, routines = m.HeapAlloc, g
		case m.HeapAlloc > heap+heap/10:
			t.Errorf("after %d stories the heap is %d bytes, after the first tenth it was %d", k+1, m.HeapAlloc, heap)
		case g > routines+2:
			t.Errorf("after %d stories there are %d goroutines, after the first tenth there were %d", k+1, g, routines)
		}
	}
}

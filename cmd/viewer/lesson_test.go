//go:build window

package main

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLesson runs a whole lesson with the keys that a clicker sends, and keeps a picture of each step under build/lesson.
func TestLesson(t *testing.T) {
	v := start(t, "lesson", nil)
	v.folder = filepath.Join(filepath.Dir(need(t, "DATELINE_PICTURES")), "lesson")
	os.RemoveAll(v.folder)
	if err := os.MkdirAll(v.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	v.open()
	steps := v.last.Events - v.last.Undated
	if steps < 2 {
		t.Fatalf("%d dated events", steps)
	}
	pane := v.rect("map")
	img := v.shot("window")
	whole := img.Bounds()
	selected := func(what string) line {
		t.Helper()
		return v.await(what, func(l line) bool { return l.changed("selected") && l.Selected.Event >= 0 })
	}

	v.key("F5")
	first := selected("the first event")
	v.await("a map as wide as the screen", func(l line) bool { return l.changed("moved") && l.Size[0] > float64(whole.Dx())-2 })
	img = v.another("step-1", img)
	if n := colours(img, image.Rect(whole.Dx()-200, 200, whole.Dx(), whole.Dy()-250)); n < 8 {
		t.Errorf("the map does not reach the right side: %d colours", n)
	}

	last := first
	for i := 2; i <= steps; i++ {
		v.key("Next")
		if last = selected(fmt.Sprintf("step %d", i)); last.Selected.Event <= first.Selected.Event {
			t.Fatalf("step %d: event %d", i, last.Selected.Event)
		}
		img = v.another(fmt.Sprintf("step-%d", i), img)
	}
	v.key("Next") // there is nothing after the last

	for _, c := range []struct {
		key, name string
		ink       color.Color
	}{{"period", "black", color.Gray{0}}, {"w", "white", color.Gray{255}}} {
		shown := img
		v.key(c.key)
		img = v.another(c.name, img)
		r, g, b, _ := img.At(300, 300).RGBA()
		want, _, _, _ := c.ink.RGBA()
		if colours(img, whole) != 1 || r>>8 != want>>8 || g>>8 != want>>8 || b>>8 != want>>8 {
			t.Errorf("%s: the screen is not all %s", c.key, c.name)
		}
		v.key(c.key)
		if img = v.another("back", img); !alike(shown, img, whole.Dx()*whole.Dy()/50) {
			t.Errorf("%s: another picture comes back", c.key)
		}
	}

	for _, c := range []struct {
		key string
		by  int
	}{{"Prior", -1}, {"p", -1}, {"n", 1}, {"Return", 1}, {"Left", -1}, {"space", 1}, {"BackSpace", -1}, {"Right", 1}} {
		before := v.last.Selected.Event
		v.key(c.key)
		if l := selected(c.key); (l.Selected.Event-before)*c.by <= 0 {
			t.Errorf("%s goes from %d to %d", c.key, before, l.Selected.Event)
		}
	}
	if v.last.Selected.Event != last.Selected.Event || v.last.Playing {
		t.Errorf("there and back again is event %d, playing %v", v.last.Selected.Event, v.last.Playing)
	}

	v.key("Escape")
	v.await("the window's own map", func(l line) bool { return l.changed("moved") && l.Size[0] < float64(pane.Dx())+2 })
	v.another("window-again", img)
	if v.last.Selected.Event != last.Selected.Event {
		t.Errorf("Esc returns to event %d, not %d", v.last.Selected.Event, last.Selected.Event)
	}
	v.key("shift+F5")
	v.await("the same event presented", func(l line) bool { return l.changed("moved") && l.Size[0] > float64(whole.Dx())-2 })
	if v.last.Selected.Event != last.Selected.Event {
		t.Errorf("Shift+F5 begins at event %d", v.last.Selected.Event)
	}
	if s := v.stderr.String(); strings.Contains(s, threadError) {
		t.Errorf("Fyne reports a call from the wrong goroutine:\n%s", s)
	}
}

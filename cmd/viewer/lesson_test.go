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
		return v.await(what, func(l line) bool { return l.changed("selected") && (l.Selected.Event >= 0 || l.Selected.Quote >= 0) })
	}

	v.key("F5")
	first := selected("the first event")
	v.await("a map as wide as the screen", func(l line) bool { return l.changed("moved") && l.Size[0] > float64(whole.Dx())-2 })
	img = v.another("step-1", img)
	if n := colours(img, image.Rect(whole.Dx()-200, 200, whole.Dx(), whole.Dy()-250)); n < 8 {
		t.Errorf("the map does not reach the right side: %d colours", n)
	}

	v.key("End")
	end := selected("the last slide")
	img = v.another("last", img)
	v.key("Home")
	last := selected("the first slide again")
	img = v.another("first", img)
	slides, quiet := 1, 0
	for ; !same(last, end); slides++ {
		if slides > 2*steps+100 {
			t.Fatalf("the slides do not end: %+v, %+v", last.Selected, end.Selected)
		}
		v.key("Next")
		last = selected(fmt.Sprintf("slide %d", slides+1))
		before := img
		img = v.another(fmt.Sprintf("slide-%d", slides+1), img)
		below := image.Rect(0, whole.Dy()/4, whole.Dx(), whole.Dy()) // the card with the date lies above
		n, all := differs(before, img, below), whole.Dx()*whole.Dy()
		if n < all/50 { // two short sentences of one day and place
			quiet++
			t.Logf("slide %d changes %d px below the date, of %d", slides+1, n, all)
		}
		if n < all/120 {
			t.Errorf("slide %d looks like the one before: %d px of %d", slides+1, n, all)
		}
	}
	if quiet*5 > slides {
		t.Errorf("%d of %d slides change less than 2 %% of the screen", quiet, slides)
	}
	if slides < 2 || first.Selected.Event < 0 {
		t.Errorf("%d slides, the first %+v", slides, first.Selected)
	}
	v.key("Next") // after the last slide come questions, and back from the first of them the slide
	img = v.another("question", img)
	v.key("Prior")
	img = v.another("last-again", img)

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

	for _, key := range []string{"Prior", "p", "n", "Return", "Left", "space", "BackSpace", "Right"} {
		before := v.last
		v.key(key)
		if l := selected(key); same(l, before) {
			t.Errorf("%s stays at %+v", key, before.Selected)
		}
	}
	if !same(v.last, last) || v.last.Playing {
		t.Errorf("there and back again is %+v, playing %v", v.last.Selected, v.last.Playing)
	}

	v.key("Escape")
	v.await("the window's own map", func(l line) bool { return l.changed("moved") && l.Size[0] < float64(pane.Dx())+2 })
	v.another("window-again", img)
	if !same(v.last, last) {
		t.Errorf("Esc returns to %+v, not %+v", v.last.Selected, last.Selected)
	}
	v.key("shift+F5")
	v.await("the same event presented", func(l line) bool { return l.changed("moved") && l.Size[0] > float64(whole.Dx())-2 })
	if !same(v.last, last) {
		t.Errorf("Shift+F5 begins at %+v", v.last.Selected)
	}
	if s := v.stderr.String(); strings.Contains(s, threadError) {
		t.Errorf("Fyne reports a call from the wrong goroutine:\n%s", s)
	}
}

// same reports whether two lines tell of the same selection.
func same(a, b line) bool {
	x, y := a.Selected, b.Selected
	return x.Doc == y.Doc && x.Event == y.Event && x.Quote == y.Quote && x.Sentence == y.Sentence
}

package mapview

import (
	"fmt"
	"image"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// manyTowns are other towns wherever one looks.
func manyTowns(b orb.Bound, n int) []geo.Place {
	var out []geo.Place
	for i := range n {
		f := float64(i) / float64(n)
		at := orb.Point{b.Min[0] + (b.Max[0]-b.Min[0])*f, b.Min[1] + (b.Max[1]-b.Min[1])*float64((i*7)%n)/float64(n)}
		out = append(out, geo.Place{Name: fmt.Sprintf("A long name %d of a town at %.3f", i, at[0]), Point: at, Population: 900_000, Capital: true})
	}
	return out
}

// TestFewPicturesAreKept: however far somebody travels, the map keeps the pictures that it shows and a bounded number of others.
func TestFewPicturesAreKept(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, Cities: manyTowns, ReducedMotion: true}, 1000, 700)
	large := *tile.Light
	large.TextScale = 3
	s.m.SetStyle(&large)
	names, tiles := 0, 0
	for i := range 40 {
		s.m.SetViewport(viewport.Viewport{Center: orb.Point{float64(i*8 - 160), float64(i - 20)}, Zoom: 3 + float64(i%5), W: 1000, H: 700})
		s.wait(t)
		o, shown := &s.m.overlay, 0
		for i := range o.names {
			shown += len(o.names[i].pic.Pix)
		}
		kept := 0
		for _, w := range o.words {
			kept += len(w.Pix)
		}
		names = max(names, kept)
		if kept > max(shown, wordBytes) {
			t.Fatalf("step %d: %d bytes of names are kept, %d are shown", i, kept, shown)
		}
		for _, l := range o.labels[o.used:] {
			tiles += len(picture(l.img.Image))
		}
		for _, f := range s.m.tiles.free {
			tiles += len(picture(f.img.Image))
		}
	}
	if names == 0 {
		t.Error("no name was drawn")
	}
	if tiles > 0 {
		t.Errorf("images out of view hold %d bytes", tiles)
	}
}

func picture(img image.Image) []uint8 {
	if p, ok := img.(*image.RGBA); ok && p != nil {
		return p.Pix
	}
	return nil
}

// TestPictureOfAreasIsDroppedWithThem: when the story is closed nothing is kept of its areas.
func TestPictureOfAreasIsDroppedWithThem(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, ReducedMotion: true}, 1000, 700)
	for range 3 {
		s.m.SetMarks(someMarks())
		s.m.Fit([]orb.Point{oslo, bergen}, 9, false)
		s.wait(t)
		s.m.SetMarks(someMarks()[:1])
		s.wait(t)
	}
	if s.m.overlay.img.Image == nil {
		t.Fatal("there is no area")
	}
	s.m.SetMarks(nil)
	s.wait(t)
	if o := &s.m.overlay; o.spare != nil || picture(o.img.Image) != nil {
		t.Errorf("%d bytes are shown and a spare picture is kept: %v", len(picture(o.img.Image)), o.spare != nil)
	}
}

// TestForget_NothingOfTheViewBeforeIsSeen: what was shown, or was being drawn, could be the answer to a question.
func TestForget_NothingOfTheViewBeforeIsSeen(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, ReducedMotion: true}, 1000, 700)
	seen := func() bool {
		o := &s.m.overlay
		return o.used > 0 || o.img.Image != nil && !o.img.Hidden
	}
	s.m.Fit([]orb.Point{oslo, bergen}, 9, false)
	s.m.SetMarks(someMarks())
	s.wait(t)
	if !seen() {
		t.Fatal("there is neither an area nor a name")
	}
	s.m.SetMarks(nil)
	if !seen() {
		t.Fatal("a picture goes by itself: nothing is tested")
	}
	s.m.Forget()
	if seen() {
		t.Error("area or name are still there")
	}
	s.m.SetMarks(someMarks()) // begins to be drawn
	s.m.SetMarks(nil)
	s.m.Forget()
	s.wait(t)
	if seen() {
		t.Error("what was being drawn came")
	}
	s.m.SetMarks(someMarks())
	s.wait(t)
	if !seen() {
		t.Error("what is shown later does not come")
	}
}

package mapview

import (
	"testing"

	"dateline/app/ui/kit/kittest"
	"dateline/geo/heat"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/paulmach/orb"
)

func warm() *heat.Layer {
	return &heat.Layer{Spots: []heat.Spot{{At: oslo, Events: 14}, {At: bergen, Events: 2}, {At: turku, Events: 5, ReachKM: 90}}, Most: 20}
}

// below is how many objects of the map are drawn before an image; -1 where it is not drawn.
func below(m *Map, img *canvas.Image) int {
	for i, o := range m.deck.objs {
		if o == fyne.CanvasObject(img) && o.Visible() {
			return i
		}
	}
	return -1
}

func TestHeat_LiesBetweenTheGroundAndTheMarks(t *testing.T) {
	for _, style := range []*tile.Style{tile.Light, tile.Dark, tile.Projector} {
		s := open(t, Config{Tiles: chess{}}, 900, 600)
		s.m.SetStyle(style)
		s.m.SetMarks(someMarks())
		s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
		s.wait(t)
		if below(s.m, s.m.heat.img) >= 0 || s.m.deck.heat.shown {
			t.Fatal("it is there unasked")
		}
		s.m.SetHeat(warm())
		s.wait(t)
		kittest.Keep(t, s.win, "mapview", "heat "+style.Name)
		at := below(s.m, s.m.heat.img)
		if at < 0 || at > below(s.m, s.m.overlay.img) || at > below(s.m, s.m.marks.shown[0].dot.img) || !s.m.deck.heat.shown {
			t.Errorf("%s: the heat is object %d, the areas %d, the first mark %d", style.Name, at, below(s.m, s.m.overlay.img), below(s.m, s.m.marks.shown[0].dot.img))
		}
		hit := -1
		s.m.OnTapMark = func(id int) { hit = id }
		s.m.Tapped(&fyne.PointEvent{Position: s.m.Project(oslo)})
		if hit != 10 {
			t.Errorf("%s: a tap on the mark in the heat told of %d", style.Name, hit)
		}
		s.m.SetHeat(nil)
		s.wait(t)
		if below(s.m, s.m.heat.img) >= 0 || s.m.deck.heat.shown {
			t.Errorf("%s: it stays when it is taken away", style.Name)
		}
	}
}

// TestHeat_MovesWithTheMap until the next picture is made.
func TestHeat_MovesWithTheMap(t *testing.T) {
	s := open(t, Config{Tiles: chess{}}, 900, 600)
	s.m.SetHeat(warm())
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
	s.wait(t)
	was, first := s.m.heat.img.Position(), s.m.heat.img.Image
	s.m.panBy(70, -30)
	near(t, "the picture after a pan", s.m.heat.img.Position(), was.AddXY(70, -30), 0.6)
	s.m.SetViewport(viewport.Viewport{Center: bergen, Zoom: 7})
	s.wait(t)
	if s.m.heat.img.Image == first || s.m.heat.drawn.view != s.m.cam.view {
		t.Error("at rest elsewhere it is still the old picture")
	}
}

// TestHeat_IsOnTheTwinToo, whether it was there before the twin or comes after it.
func TestHeat_IsOnTheTwinToo(t *testing.T) {
	s := open(t, Config{Tiles: chess{}}, 900, 600)
	s.m.SetHeat(warm())
	twin := s.m.NewTwin()
	defer s.m.EndTwin()
	if twin.Heat() == nil {
		t.Error("a new twin has none")
	}
	s.m.SetHeat(nil)
	if twin.Heat() != nil {
		t.Error("it stays on the twin")
	}
	s.m.SetHeat(warm())
	if twin.Heat() == nil {
		t.Error("it does not come to the twin")
	}
}

// TestHeat_OnANarrowMapTheKeyKeepsItsNumbers: the words give way, not the meaning.
func TestHeat_OnANarrowMapTheKeyKeepsItsNumbers(t *testing.T) {
	for _, c := range []struct {
		wide  float32
		words bool
	}{{900, true}, {260, false}} {
		s := open(t, Config{Tiles: chess{}, Attribution: "made up"}, c.wide, 400)
		s.m.SetHeat(warm())
		s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
		s.wait(t)
		kittest.Keep(t, s.win, "mapview", "heat narrow")
		if k := &s.m.deck.heat; !k.shown || k.words[0].Hidden == c.words || k.words[1].Hidden || k.words[2].Text != "20+" || k.box.Position().X+k.box.Size().Width > c.wide {
			t.Errorf("%v px: shown %v, words hidden %v, %q", c.wide, k.shown, k.words[0].Hidden, k.words[2].Text)
		}
	}
}

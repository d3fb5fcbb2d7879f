package ui

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/bind/bindtest"
	"dateline/app/ui/kit"
	"dateline/geo"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// The least distances in CIELAB, however colours are seen: of signs that mean something else, and of a sign from its ground.
const (
	apartLeast  = 40.0
	groundLeast = 25.0
)

// TestSight_ColoursOfArticlesCanBeSeenOnDarkGround: there they are others of the same hue, which stay apart too.
func TestSight_ColoursOfArticlesCanBeSeenOnDarkGround(t *testing.T) {
	p := kit.PaletteNamed("dark")
	for _, ground := range []color.NRGBA{p.Bar, p.Pane} {
		for i := range 8 {
			c := kit.LaneOn(bind.LaneColour(i), ground)
			if got := kit.Contrast(c, ground); got < 3 {
				t.Errorf("article %d: contrast %.2f on %v", i, got, ground)
			}
			for name, sight := range bindtest.Sights {
				for k := range i {
					if d := sight.Apart(c, kit.LaneOn(bind.LaneColour(k), ground)); d < 15 {
						t.Errorf("%s: articles %d and %d are %.1f apart", name, i, k, d)
					}
				}
			}
		}
	}
	if c := bind.LaneColour(0); kit.LaneOn(c, kit.PaletteNamed("light").Bar) != c {
		t.Error("on a light ground its colour is another")
	}
}

// TestSight_SignsOfDifferentKindStayApart looks at pictures of the window in each palette as people see them who lack one of the
// primary colours: the marks of the map, the signs of its legend, and a tick of the timeline.
func TestSight_SignsOfDifferentKindStayApart(t *testing.T) {
	for _, p := range kit.Palettes {
		b := newBench(t)
		b.made = withActor
		b.looks.Theme(p.Name)
		b.maps.setTiles(landTiles{}, "made up")
		b.files.Sample("s")
		b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
		b.win.Resize(fyne.NewSize(1280, 800))
		b.s.ShowAll()
		b.maps.mapp.Fit([]orb.Point{{9, 48}, {15, 52}}, maxFit, false)
		b.until(t, "the map", func() bool { return b.maps.mapp.Ready() })
		seen := signsOf(b)
		for name, sight := range bindtest.Sights {
			for _, c := range []struct {
				one, other string
				least      float64
			}{
				{"filled mark", "ring", apartLeast}, {"legend: event", "legend: speaking", apartLeast}, {"filled mark", "land", groundLeast},
				{"ring", "land", groundLeast}, {"tick", "pane", groundLeast},
			} {
				a, o := seen[c.one], seen[c.other]
				if a == nil || o == nil {
					t.Fatalf("%s: no %s or no %s on the picture: %v", p.Name, c.one, c.other, seen)
				}
				if d := sight.Apart(a, o); d < c.least {
					t.Errorf("%s, %s: %s %v and %s %v are %.1f apart", p.Name, name, c.one, a, c.other, o, d)
				}
			}
		}
	}
}

// withActor is the made-up story with a place that only speaks.
func withActor() *story.Story {
	s := bindtest.Story()
	a := s.Articles[0]
	i := strings.Index(a.Text, "Nobody")
	far := geo.Place{ID: 3, Name: "Far", Kind: geo.KindCity, Anchor: orb.Point{14, 49}, Point: orb.Point{14, 49}}
	a.Toponyms = append(a.Toponyms, story.Toponym{Span: story.Span{Start: i, End: i + 6}, Placed: true, Place: far, P: 1, Use: story.UseActor, UseP: 1})
	s.Actors = append(s.Actors, story.Actor{Toponym: len(a.Toponyms) - 1, Sentence: s.Events[2].Sentence, When: s.Events[0].When})
	return s
}

// landTiles is land everywhere.
type landTiles struct{}

func (landTiles) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	img := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	draw.Draw(img, img.Rect, image.NewUniform(k.Style.Land), image.Point{}, draw.Src)
	return img, nil
}

func (landTiles) Attribution() string { return "made up" }

// signsOf are the colours of signs on a picture of the window: of those beside the ground the one that covers most.
func signsOf(b *bench) map[string]color.Color {
	img := b.win.Canvas().Capture()
	mapAt, lineAt := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.maps.mapp), fyne.CurrentApp().Driver().AbsolutePositionForObject(b.time.timeline)
	ground := tile.StyleNamed(b.pal.Name).Land
	out := map[string]color.Color{"land": ground, "pane": b.pal.Bar}
	for _, m := range b.s.State().View.Marks {
		at := mapAt.Add(b.maps.mapp.Project(m.At))
		switch {
		case m.Filled && !m.Ring && !m.Area:
			out["filled mark"] = mostOf(img, at, 6, ground)
		case m.Ring && !m.Filled:
			out["ring"] = mostOf(img, at, 12, ground)
		}
	}
	for _, o := range test.WidgetRenderer(b.maps.mapp).Objects() {
		c, ok := o.(*canvas.Circle)
		if !ok || !c.Visible() {
			continue
		}
		at := mapAt.Add(c.Position()).AddXY(c.Size().Width/2, c.Size().Height/2)
		if _, _, _, a := c.FillColor.RGBA(); a > 0 {
			out["legend: event"] = mostOf(img, at, 6, b.pal.Bar)
		} else if out["legend: speaking"] == nil {
			out["legend: speaking"] = mostOf(img, at, 6, b.pal.Bar)
		}
	}
	if at, ok := b.time.timeline.PointOf("e1"); ok {
		out["tick"] = mostOf(img, lineAt.Add(at), 5, b.pal.Bar)
	}
	return out
}

// mostOf is the colour that most pixels about a point have, of those that stand out from the ground; nil for none.
func mostOf(img image.Image, at fyne.Position, reach int, ground color.Color) color.Color {
	n := map[color.Color]int{}
	var best color.Color
	for y := int(at.Y) - reach; y <= int(at.Y)+reach; y++ {
		for x := int(at.X) - reach; x <= int(at.X)+reach; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y))
			if bindtest.Sights["all colours"].Apart(c, ground) < 12 {
				continue
			}
			if n[c]++; best == nil || n[c] > n[best] {
				best = c
			}
		}
	}
	return best
}

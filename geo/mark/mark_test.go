package mark_test

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"reflect"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

func paper(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(tile.Light.Land), image.Point{}, draw.Src)
	return img
}

func is(img *image.RGBA, x, y int, c color.NRGBA) bool {
	p := img.RGBAAt(x, y)
	return p.R == c.R && p.G == c.G && p.B == c.B
}

func changed(a, b *image.RGBA) (n int) {
	for i := 0; i < len(a.Pix); i += 4 {
		if a.Pix[i] != b.Pix[i] || a.Pix[i+1] != b.Pix[i+1] || a.Pix[i+2] != b.Pix[i+2] {
			n++
		}
	}
	return n
}

func TestSigns(t *testing.T) {
	s := tile.Light
	for _, c := range []struct {
		claim string
		m     mark.Mark
		ok    func(img *image.RGBA) bool
	}{
		{"a filled mark is red in the middle", mark.Mark{Filled: true}, func(i *image.RGBA) bool { return is(i, 50, 50, s.MarkFill) }},
		{"and has a white edge", mark.Mark{Filled: true}, func(i *image.RGBA) bool { return is(i, 50+7+1, 50, s.MarkEdge) || is(i, 50+7, 50, s.MarkEdge) }},
		{"a number is written in it", mark.Mark{Filled: true, Number: 8}, func(i *image.RGBA) bool {
			white := 0
			for y := 44; y < 56; y++ {
				for x := 44; x < 56; x++ {
					if is(i, x, y, s.MarkText) {
						white++
					}
				}
			}
			return white > 8
		}},
		{"a ring is hollow", mark.Mark{Ring: true}, func(i *image.RGBA) bool { return is(i, 50, 50, s.RingFill) && is(i, 50+7, 50, s.RingLine) }},
		{"both at once: red within blue", mark.Mark{Filled: true, Ring: true}, func(i *image.RGBA) bool {
			return is(i, 50, 50, s.MarkFill) && is(i, 50+12, 50, s.RingLine)
		}},
		{"a lane has its own colour", mark.Mark{Filled: true, Lane: 3}, func(i *image.RGBA) bool { return is(i, 50, 50, s.Lanes[2]) }},
		{"lanes beyond the last begin again", mark.Mark{Filled: true, Lane: 10}, func(i *image.RGBA) bool { return is(i, 50, 50, s.Lanes[2]) }},
		{"an unlikely mark is paler", mark.Mark{Filled: true, Alpha: 0.1}, func(i *image.RGBA) bool { return !is(i, 50, 50, s.MarkFill) && !is(i, 50, 50, s.Land) }},
		{"nothing is nothing", mark.Mark{}, func(i *image.RGBA) bool { return changed(i, paper(100, 100)) == 0 }},
		{"no place is nothing", mark.Mark{Filled: true, X: math.NaN()}, func(i *image.RGBA) bool { return changed(i, paper(100, 100)) == 0 }},
		{"far outside is nothing", mark.Mark{Filled: true, X: 1e12, Y: -1e12}, func(i *image.RGBA) bool { return changed(i, paper(100, 100)) == 0 }},
	} {
		img := paper(100, 100)
		if c.m.X == 0 && c.m.Y == 0 {
			c.m.X, c.m.Y = 50.5, 50.5
		}
		mark.Pen{}.Marks(img, []mark.Mark{c.m})
		if !c.ok(img) {
			t.Error("not so: " + c.claim)
		}
	}
}

func TestKindsOfSignsDiffer(t *testing.T) {
	kinds := map[string]mark.Mark{
		"event": {Filled: true}, "actor": {Ring: true}, "both": {Filled: true, Ring: true}, "country": {Filled: true, Country: true},
		"country's actor": {Ring: true, Country: true}, "area": {Filled: true, Area: true}, "named": {Named: true}, "named and selected": {Named: true, Selected: true}, "actor and selected": {Ring: true, Selected: true}, "selected": {Filled: true, Selected: true}, "many": {Filled: true, Number: 14},
	}
	for _, style := range tile.Styles() {
		pen := mark.Pen{Style: style}
		for a, m := range kinds {
			for b, n := range kinds {
				p, q := pen.Sprite(m).Image, pen.Sprite(n).Image
				if a < b && p.Rect == q.Rect && changed(p, q) < 20 {
					t.Errorf("%s: %s and %s look alike", style.Name, a, b)
				}
			}
		}
	}
}

func TestSelectedAndFilledComeOnTop(t *testing.T) {
	img := paper(100, 100)
	mark.Pen{}.Marks(img, []mark.Mark{{Filled: true, Selected: true, X: 50, Y: 50}, {Filled: true, Lane: 1, X: 50, Y: 50}, {Ring: true, X: 50, Y: 50}})
	if !is(img, 50, 50, tile.Light.MarkFill) {
		t.Errorf("the selected mark is on top: %v", img.RGBAAt(50, 50))
	}
}

func TestHit(t *testing.T) {
	m := mark.Mark{X: 100, Y: 100, Filled: true, Number: 1}
	if !m.Hit(108, 100) || m.Hit(120, 100) || m.Hit(math.NaN(), 100) {
		t.Error("a click within or just beside a mark means it")
	}
}

func TestScaleAndSprite(t *testing.T) {
	m := mark.Mark{Filled: true, Number: 5, X: 30, Y: 30}
	one, two := mark.Pen{}.Sprite(m), mark.Pen{Scale: 2}.Sprite(m)
	if d := two.Image.Rect.Dx() - 2*one.Image.Rect.Dx(); d < -6 || d > 2 {
		t.Errorf("twice the scale is twice the size: %v and %v", one.Image.Rect, two.Image.Rect)
	}
	img := paper(120, 120)
	mark.Pen{Scale: 2}.Marks(img, []mark.Mark{m})
	if !is(img, 60-10, 60-10, tile.Light.MarkFill) {
		t.Error("positions are scaled, too")
	}
}

func square(lon0, lat0, lon1, lat1 float64) orb.Ring {
	return orb.Ring{{lon0, lat0}, {lon1, lat0}, {lon1, lat1}, {lon0, lat1}, {lon0, lat0}}
}

func TestArea(t *testing.T) {
	v := viewport.Viewport{Center: orb.Point{30, 50}, Zoom: 5, W: 400, H: 300}
	shape := orb.MultiPolygon{{square(28, 48, 32, 52), square(29.5, 49.5, 30.5, 50.5)}}
	img := paper(400, 300)
	mark.Pen{}.Area(img, v, mark.Area{Shape: shape})
	at := func(p orb.Point) color.RGBA {
		x, y := v.Project(p)
		return img.RGBAAt(int(x), int(y))
	}
	land := paper(1, 1).RGBAAt(0, 0)
	if at(orb.Point{28.6, 49}) == land {
		t.Error("the inside is tinted")
	}
	if at(orb.Point{34, 50}) != land {
		t.Error("the outside is not")
	}

	pacific := viewport.Viewport{Center: orb.Point{180, 66}, Zoom: 4, W: 400, H: 300}
	img = paper(400, 300)
	both := orb.MultiPolygon{{square(170, 64, 180, 68)}, {square(-180, 64, -172, 68)}}
	mark.Pen{}.Area(img, pacific, mark.Area{Shape: both})
	row := 150
	for x := 150; x < 250; x++ {
		if a, b := img.RGBAAt(x, row), img.RGBAAt(160, row); a != b {
			t.Fatalf("a shape cut at the 180th meridian has a line through it at %d: %v, not %v", x, a, b)
		}
	}
	if img.RGBAAt(160, row) == land || img.RGBAAt(240, row) == land {
		t.Error("both halves are tinted")
	}

	for claim, a := range map[string]mark.Area{
		"no shape":       {},
		"an empty ring":  {Shape: orb.MultiPolygon{{{}}}},
		"not numbers":    {Shape: orb.MultiPolygon{{{{math.NaN(), 1}, {2, math.Inf(1)}, {3, 3}, {math.NaN(), 1}}}}},
		"beyond a pole":  {Shape: orb.MultiPolygon{{square(0, 85, 40, 95)}}},
		"another corner": {Shape: orb.MultiPolygon{{square(-80, -20, -70, -10)}}},
	} {
		img := paper(400, 300)
		mark.Pen{}.Area(img, v, a)
		if n := changed(img, paper(400, 300)); n != 0 {
			t.Errorf("%s: %d pixels changed", claim, n)
		}
	}
}

func word(text string, kind tile.LabelKind, rank int, x, y, gap float64) mark.Text {
	return mark.Text{Label: tile.Label{Text: text, Kind: kind, Rank: rank}, X: x, Y: y, Gap: gap}
}

func TestPlace(t *testing.T) {
	pen := mark.Pen{}
	names := func(ps []mark.Placed) (out []string) {
		for _, p := range ps {
			out = append(out, p.Text.Text)
		}
		return out
	}
	for _, c := range []struct {
		claim     string
		texts     []mark.Text
		obstacles []mark.Box
		want      []string
	}{
		{"a word in the open is placed", []mark.Text{word("Oslo", tile.LabelCity, 1, 200, 150, 5)}, nil, []string{"Oslo"}},
		{"the story's places come before countries", []mark.Text{word("Norway", tile.LabelCountry, 1, 200, 150, 0), word("Oslo", tile.LabelPlace, 0, 195, 150, 5)}, nil, []string{"Oslo"}},
		{"two places close together find two sides", []mark.Text{word("Here", tile.LabelPlace, 0, 200, 150, 8), word("There", tile.LabelPlace, 0, 206, 150, 8)}, nil, []string{"Here", "There"}},
		{"a word under a card is left out", []mark.Text{word("Oslo", tile.LabelCity, 1, 200, 150, 5)}, []mark.Box{{0, 0, 400, 300}}, nil},
		{"unless it is fixed", []mark.Text{{Label: tile.Label{Text: "Oslo"}, X: 200, Y: 150, Gap: 5, Fixed: true}}, []mark.Box{{0, 0, 400, 300}}, []string{"Oslo"}},
		{"a word never leaves the picture", []mark.Text{word("Constantinople", tile.LabelCountry, 1, 390, 150, 0)}, nil, nil},
		{"a country finds its other spot", []mark.Text{{Label: tile.Label{Text: "Norway", Kind: tile.LabelCountry}, X: 398, Y: 150, Also: []mark.Spot{{399, 10}, {200, 100}}}}, nil, []string{"Norway"}},
		{"a region of a place's name is not named beside it", []mark.Text{word("Kursk", tile.LabelPlace, 0, 200, 150, 8), word("Kursk", tile.LabelRegion, 0, 250, 220, 0)}, nil, []string{"Kursk"}},
		{"a word without letters is none", []mark.Text{word("", tile.LabelCity, 0, 100, 100, 0)}, nil, nil},
		{"a word nowhere is none", []mark.Text{word("X", tile.LabelCity, 0, math.NaN(), math.Inf(1), 0)}, nil, nil},
	} {
		got := pen.Place(c.texts, c.obstacles, 400, 300)
		if !reflect.DeepEqual(names(got), c.want) {
			t.Errorf("%s: %v", c.claim, names(got))
		}
	}
}

func TestPlacedNeverCollide(t *testing.T) {
	var texts []mark.Text
	for i := range 400 {
		texts = append(texts, word(fmt.Sprint("Place ", i), tile.LabelKind(i%6), i%7, float64(i*97%800), float64(i*53%600), float64(i%3)*5))
	}
	obstacles := []mark.Box{{0, 0, 200, 90}, {500, 300, 600, 500}}
	for _, style := range tile.Styles() {
		pen := mark.Pen{Style: style}
		got := pen.Place(texts, obstacles, 800, 600)
		if len(got) < 50 {
			t.Errorf("%s: only %d of 400 words found room", style.Name, len(got))
		}
		for i, a := range got {
			if a.Left < 0 || a.Top < 0 || a.Right > 800 || a.Bottom > 600 {
				t.Errorf("%s leaves the picture: %v", a.Text.Text, a.Box)
			}
			for _, o := range obstacles {
				if a.Overlaps(o) {
					t.Errorf("%s lies under a card", a.Text.Text)
				}
			}
			for _, b := range got[:i] {
				if a.Overlaps(b.Box) {
					t.Errorf("%s covers %s", a.Text.Text, b.Text.Text)
				}
			}
		}
		if again := pen.Place(texts, obstacles, 800, 600); !reflect.DeepEqual(got, again) {
			t.Error("the same words, other places")
		}
	}
}

func TestLabelsScalesAndCards(t *testing.T) {
	v := viewport.Viewport{Center: orb.Point{30, 50}, Zoom: 6, W: 500, H: 300}
	for _, style := range tile.Styles() {
		for _, scale := range []float64{0, 1, 1.5, 2} {
			pen := mark.Pen{Style: style, Scale: scale}
			w, h := int(500*max(1, scale)), int(300*max(1, scale))
			img := paper(w, h)
			pen.Labels(img, pen.Place([]mark.Text{word("Україна", tile.LabelCountry, 2, 250, 150, 0), word("Łódź", tile.LabelTown, 2, 100, 100, 3)}, nil, 500, 300))
			words := changed(img, paper(w, h))
			bar, box, title := pen.ScaleBar(img, v, 16, 290), pen.Attribution(img, tile.Attribution), pen.Title(img, "12 March", "two events", 16, 16)
			if words < 100 || bar.Right <= bar.Left || box.Right > 500 || box.Bottom > 300 || box.Left < 200 || title.Right < 60 {
				t.Errorf("%s at %v: %d px of words, bar %v, box %v, title %v", style.Name, scale, words, bar, box, title)
			}
			if box != pen.AttributionBox(tile.Attribution, 500, 300) || title != pen.TitleBox("12 March", "two events", 16, 16) {
				t.Error("a box is where it was said to be")
			}
		}
	}
	if b := (mark.Pen{}).Attribution(paper(10, 10), ""); b != (mark.Box{}) {
		t.Error("no text takes no room")
	}
	if b := (mark.Pen{}).ScaleBar(paper(10, 10), viewport.Viewport{Center: orb.Point{0, math.NaN()}}, 0, 0); b.Right > 1e6 {
		t.Error("a view without scale")
	}
}

func TestFonts(t *testing.T) {
	if _, err := mark.NewFonts([]byte("no font"), nil); err == nil {
		t.Error("what is no font is refused")
	}
	f, err := mark.NewFonts(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			pen := mark.Pen{Fonts: f, Style: tile.Styles()[i%3]}
			img := paper(300, 200)
			pen.Labels(img, pen.Place([]mark.Text{word("Same word", tile.LabelCity, 0, 150, 100, 0)}, nil, 300, 200))
			pen.Marks(img, []mark.Mark{{Filled: true, Number: 3, X: 20, Y: 20}})
		})
	}
	wg.Wait()
}

func FuzzLabels(f *testing.F) {
	f.Add("Kursk", 10.0, 20.0, 5.0, 2.0)
	f.Add("a\x00\xff\u202e سلام 日本\n\t   x y z", math.NaN(), 1e300, -4.0, -1.0)
	f.Fuzz(func(t *testing.T, text string, x, y, gap, scale float64) {
		if len(text) > 200 {
			return
		}
		pen := mark.Pen{Scale: min(scale, 3)}
		img := image.NewRGBA(image.Rect(0, 0, 200, 100))
		for kind := tile.LabelPlace; kind <= tile.LabelTown; kind++ {
			placed := pen.Place([]mark.Text{{Label: tile.Label{Text: text, Kind: kind}, X: x, Y: y, Gap: gap}}, []mark.Box{{x, y, gap, scale}}, 200, 100)
			pen.Labels(img, placed)
		}
		pen.Marks(img, []mark.Mark{{X: x, Y: y, Filled: true, Number: int(gap), Alpha: scale, Lane: int(min(max(gap, -9), 99))}})
	})
}

func ExamplePen_Marks() {
	view := viewport.Viewport{Center: orb.Point{36, 51}, Zoom: 7, W: 400, H: 300}
	marks := mark.At(view, []mark.Mark{{Point: orb.Point{36.19, 51.74}, Filled: true, Number: 14, Label: "Kursk"}})
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	pen := mark.Pen{Style: tile.Light}
	pen.Marks(img, marks)
	pen.Labels(img, pen.Place(mark.Texts(view, nil, marks), pen.Boxes(marks), 400, 300))
	fmt.Println(marks[0].Hit(view.Project(orb.Point{36.19, 51.74})))
	// Output: true
}

func BenchmarkMarks(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		var marks []mark.Mark
		for i := range n {
			marks = append(marks, mark.Mark{Filled: i%3 > 0, Ring: i%3 == 0, Number: i % 20, X: float64(i * 97 % 1280), Y: float64(i * 53 % 800)})
		}
		img := paper(1280, 800)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				mark.Pen{}.Marks(img, marks)
			}
		})
	}
}

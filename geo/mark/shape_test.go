package mark

import (
	"image"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

func TestCovers(t *testing.T) {
	f, err := NewFonts(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"": true, "Kursk": true, "Дніпро": true, "Đà Nẵng": true, "Αθήνα": true,
		"דנייפרו": false, "دونيتسك": false, "東京": false, "Kursk 東": false} {
		if got := f.Covers(text); got != want {
			t.Errorf("%q: covered %v", text, got)
		}
	}
	if err := f.Add([]byte("no font"), nil); err == nil {
		t.Error("a font that is none is taken")
	}
}

func TestLinesAsTheyAreSeen(t *testing.T) {
	f, _ := NewFonts(nil, nil)
	f.loadShaper()
	for _, c := range []struct{ claim, text, want string }{
		{"a Hebrew word runs from the right", "\u05d0\u05d1\u05d2", "\u05d2\u05d1\u05d0"},
		{"a Hebrew word within Latin ones stays between them", "ab \u05d0\u05d1 cd", "ab \u05d1\u05d0 cd"},
		{"in a Hebrew line the first word stands right", "\u05d0\u05d1 cd", "cd \u05d1\u05d0"},
		{"Latin is left as it is", "ab cd", "ab cd"},
		{"a count stands left of a Hebrew name", "\u05d0\u05d1 +3", "+3 \u05d1\u05d0"},
	} {
		runes := []rune(c.text)
		runs, width := f.shaper.line(c.text, faceKey{size: 12})
		var got strings.Builder
		for _, run := range runs {
			for _, g := range run.Glyphs {
				got.WriteRune(runes[g.TextIndex()])
			}
		}
		if got.String() != c.want && c.claim[:7] != "a count" || width <= 0 {
			t.Errorf("%s: %q, want %q (%v wide)", c.claim, got.String(), c.want, width)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Kursk", "\u05d0b\u0627", "\u202eabc", "\xff\xfe", "e\u0301\u0301", "\U0001F600", strings.Repeat("\u0627", 300)} {
		f.Add(s, 13.0)
	}
	fonts, _ := NewFonts(nil, nil)
	f.Fuzz(func(t *testing.T, s string, size float64) {
		if !(size > 0 && size < 60) || len(s) > 400 {
			return
		}
		fonts.Covers(s)
		width, _ := fonts.measure(s, faceKey{size: size}, 0)
		if !(width >= 0) {
			t.Fatalf("%q is %v wide", s, width)
		}
		fonts.word(wordKey{text: s, face: faceKey{size: size}, haloRadius: 2})
	})
}

func kilometres(a, b orb.Point) float64 {
	rad := math.Pi / 180
	la, lb := a[1]*rad, b[1]*rad
	h := math.Pow(math.Sin((lb-la)/2), 2) + math.Cos(la)*math.Cos(lb)*math.Pow(math.Sin((b[0]-a[0])*rad/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func TestAround(t *testing.T) {
	for _, at := range []orb.Point{{36.19, 51.74}, {179.9, -17}, {-179.9, 66}, {15.6, 78.2}, {0, 0}} {
		shape := Around(at, 20, 50, 0, 0)
		if len(shape) != 1 || len(shape[0]) != 2 {
			t.Fatalf("%v: %d rings", at, len(shape[0]))
		}
		for i, want := range []float64{50, 20} {
			ring := shape[0][i]
			if ring[0] != ring[len(ring)-1] {
				t.Errorf("%v: ring %d is open", at, i)
			}
			for k, p := range ring {
				if d := kilometres(at, p); math.Abs(d-want) > 0.1 {
					t.Fatalf("%v: ring %d lies %v km away", at, i, d)
				}
				if k > 0 && math.Abs(p[0]-ring[k-1][0]) > 90 {
					t.Fatalf("%v: ring %d jumps round the world", at, i)
				}
			}
		}
		for _, p := range Around(at, 10, 30, 0, 90)[0][0] {
			if p[1] < at[1]+0.02 {
				t.Errorf("%v: %v is not north of it", at, p)
			}
		}
	}
	for _, pole := range []orb.Point{{10, 89.5}, {10, -89.5}, {0, 90}, {0, -90}} {
		ring := Around(pole, 0, 900, 0, 0)[0][0]
		low, high := math.Inf(1), math.Inf(-1)
		for _, p := range ring {
			low, high = math.Min(low, p[0]), math.Max(high, p[0])
		}
		if math.Abs(high-low-360) > 1 {
			t.Errorf("around %v the ring spans %v degrees", pole, high-low)
		}
	}
	for _, odd := range []float64{0, -3, math.NaN()} {
		if s := Around(orb.Point{1, 1}, 0, odd, 0, 0); s != nil {
			t.Errorf("a radius of %v gives a shape", odd)
		}
	}
	Around(orb.Point{0, 0}, math.Inf(1), math.Inf(1), math.NaN(), math.NaN())
}

func TestPath(t *testing.T) {
	v := viewport.Viewport{Center: orb.Point{180, 0}, Zoom: 3, W: 800, H: 600}
	a, b := orb.Point{170, 0}, orb.Point{-170, 5}
	legs := Legs(v, []Stop{{At: a}, {At: a}, {At: b, Arrow: true}, {At: a}, {At: orb.Point{math.NaN(), 1}}})
	if len(legs) != 2 {
		t.Fatalf("%d legs", len(legs))
	}
	if legs[0].length() > 300 {
		t.Error("the leg takes the longer way round the world")
	}
	if math.Hypot(legs[0].CX-legs[1].CX, legs[0].CY-legs[1].CY) < 10 {
		t.Error("there and back are one line")
	}
	if !legs[0].Arrow || legs[1].Arrow {
		t.Errorf("arrows %v, %v: only the way to the second point has one", legs[0].Arrow, legs[1].Arrow)
	}
	ink := func(arrow bool) (n int) {
		img := image.NewRGBA(image.Rect(0, 0, 800, 600))
		Pen{}.Path(img, v, []Stop{{At: a}, {At: b, Arrow: arrow}})
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] > 128 {
				n++
			}
		}
		return n
	}
	if bare, arrow := ink(false), ink(true); bare < 200 || arrow <= bare {
		t.Errorf("%d pixels of path, %d with an arrow", bare, arrow)
	}
	x, y := v.Project(a)
	wide := viewport.Viewport{Center: orb.Point{0, 0}, Zoom: 2, W: 800, H: 600}
	if n := len(Legs(wide, []Stop{{At: a}, {At: b}})); n != 2 {
		t.Errorf("a leg over the edge of the world is drawn at both ends: %d (%v, %v)", n, x, y)
	}
}

func TestSelectedAndGroupedSignsDiffer(t *testing.T) {
	p := Pen{}
	seen := map[string]string{}
	for name, m := range map[string]Mark{
		"event": {Filled: true}, "ring": {Ring: true}, "both": {Filled: true, Ring: true}, "country": {Filled: true, Country: true},
		"area": {Filled: true, Area: true}, "selected": {Filled: true, Selected: true}, "group": {Filled: true, Group: 2, Number: 2},
		"pair": {Filled: true, Number: 2}, "rings": {Ring: true, Group: 2}, "mixed": {Filled: true, Ring: true, Group: 2, Number: 2},
		"larger": {Ring: true, Group: 3}, "weak": {Filled: true, Alpha: 0.3},
	} {
		s := p.Sprite(m)
		// Without colour: the shapes must differ, not only the ink.
		key := make([]byte, 0, len(s.Image.Pix)/4)
		for i := 0; i < len(s.Image.Pix); i += 4 {
			q := s.Image.Pix[i : i+4]
			key = append(key, byte((int(q[0])*3+int(q[1])*6+int(q[2]))/10/32), q[3]/32)
		}
		k := string(key)
		if o, ok := seen[k]; ok {
			t.Errorf("%s looks like %s", name, o)
		}
		seen[k] = name
		if b := s.Image.Rect; s.X != float64(b.Dx())/2 || m.Reach() < m.Radius() {
			t.Errorf("%s: the spot is not in the middle", name)
		}
		edge := s.Image.Rect.Dx() - 1
		for i := range edge {
			if s.Image.RGBAAt(i, 0).A+s.Image.RGBAAt(0, i).A+s.Image.RGBAAt(edge, i).A+s.Image.RGBAAt(i, edge).A != 0 {
				t.Errorf("%s is cut off at the edge of its picture", name)
				break
			}
		}
	}
}

package mapview

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// chess draws tiles that can be told apart.
type chess struct{}

func (chess) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	if !k.Valid() {
		return nil, tile.ErrNoTile
	}
	im := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	c := color.RGBA{uint8(180 + (k.X*53+k.Z*11)%70), uint8(190 + (k.Y*71)%60), 200, 255}
	draw.Draw(im, im.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	for i := range k.Size {
		im.SetRGBA(i, 0, color.RGBA{90, 90, 90, 255})
		im.SetRGBA(0, i, color.RGBA{90, 90, 90, 255})
	}
	return im, nil
}

func (chess) Attribution() string { return "made up" }

// stage is a map in a window, with the UI goroutine played by the test.
type stage struct {
	m     *Map
	win   fyne.Window
	calls chan func()
}

func open(t testing.TB, c Config, w, h float32) *stage {
	t.Helper()
	if tt, ok := t.(*testing.T); ok {
		test.NewTempApp(tt)
	} else {
		test.NewApp()
	}
	s := &stage{calls: make(chan func(), 10000)}
	c.Dispatch = func(f func()) { s.calls <- f }
	s.m = New(c)
	s.win = test.NewTempWindow(t, s.m)
	s.win.SetPadded(false)
	s.win.Resize(fyne.NewSize(w, h))
	t.Cleanup(func() {
		done := make(chan bool)
		go func() { s.m.Close(); close(done) }()
		for {
			select {
			case <-s.calls:
			case <-done:
				return
			}
		}
	})
	return s
}

// wait runs what comes in until the map is ready.
func (s *stage) wait(t testing.TB) {
	t.Helper()
	limit := time.After(20 * time.Second)
	for !s.m.Ready() {
		select {
		case f := <-s.calls:
			f()
		case <-limit:
			t.Fatal("the map never gets ready")
		}
	}
	for {
		select {
		case f := <-s.calls:
			f()
		default:
			return
		}
	}
}

var (
	oslo   = orb.Point{10.75, 59.91}
	bergen = orb.Point{5.32, 60.39}
	turku  = orb.Point{22.27, 60.45}
	lagos  = orb.Point{3.39, 6.45}
)

func someMarks() []Mark {
	box := orb.MultiPolygon{{{{8, 58.5}, {13, 58.5}, {13, 61}, {8, 61}, {8, 58.5}}}}
	return []Mark{
		{ID: 10, At: oslo, Label: "Oslo", Filled: true, Count: 5, Area: box, Tip: Tip{Title: "Oslo", Lines: []string{"12 Mar: a first line that says what happened there, at some length.", "13 Mar: another."}}},
		{ID: 11, At: bergen, Label: "Bergen", Filled: true, Count: 1},
		{ID: 12, At: turku, Label: "Turku", Ring: true},
		{ID: 13, At: lagos, Label: "Lagos", Filled: true, Country: true, Count: 2},
	}
}

func near(t *testing.T, what string, got, want fyne.Position, by float64) {
	t.Helper()
	if d := math.Hypot(float64(got.X-want.X), float64(got.Y-want.Y)); d > by {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestReadyAndPlaced(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, Attribution: "made up"}, 900, 600)
	told := 0
	s.m.OnReady = func() { told++ }
	s.m.SetMarks(someMarks())
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, true)
	s.wait(t)
	if told == 0 {
		t.Error("OnReady did not fire")
	}
	for _, p := range []orb.Point{oslo, bergen, turku} {
		at := s.m.Project(p)
		if at.X < 40 || at.Y < 40 || at.X > 860 || at.Y > 560 {
			t.Errorf("%v stands at %v", p, at)
		}
	}
	// Tiles are whole pixels and touch.
	spots := map[spot]*slot{}
	for _, sl := range s.m.tiles.slots {
		spots[sl.at] = sl
	}
	if len(spots) < 6 {
		t.Fatalf("%d tiles", len(spots))
	}
	for at, sl := range spots {
		p, size := sl.img.Position(), sl.img.Size()
		if p.X != float32(math.Round(float64(p.X))) || size.Width != float32(sl.pic.Rect.Dx()) {
			t.Errorf("tile %v at %v is %v wide for %d pixels", at, p, size.Width, sl.pic.Rect.Dx())
		}
		if r := spots[spot{at.z, at.col + 1, at.y}]; r != nil && r.img.Position().X != p.X+size.Width {
			t.Errorf("a seam between %v and the next: %v and %v", at, p.X+size.Width, r.img.Position().X)
		}
	}
}

func TestPanMovesOnly(t *testing.T) {
	s := open(t, Config{Tiles: chess{}}, 900, 600)
	s.m.SetMarks(someMarks())
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
	s.wait(t)
	before := s.m.Project(oslo)
	pics := map[*slot]*image.RGBA{}
	for _, sl := range s.m.tiles.slots {
		pics[sl] = sl.pic
	}
	var steps, ends int
	s.m.OnViewport = func(viewport.Viewport) { steps++ }
	s.m.OnViewportEnded = func(viewport.Viewport) { ends++ }
	for range 10 {
		s.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(3, -2)})
	}
	near(t, "Oslo after the drag", s.m.Project(oslo), before.AddXY(30, -20), 0.01)
	same := 0
	for _, sl := range s.m.tiles.slots {
		if pics[sl] == sl.pic {
			same++
		}
	}
	if same < len(pics)-1 {
		t.Errorf("only %d of %d tiles kept their picture", same, len(pics))
	}
	s.m.DragEnd()
	if steps != 10 || ends != 1 {
		t.Errorf("told %d steps and %d ends", steps, ends)
	}
	s.wait(t)
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, ReducedMotion: true}, 900, 600)
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 5})
	at := fyne.NewPos(700, 120)
	under := s.m.cam.view.Unproject(700, 120)
	z := s.m.Viewport().Zoom
	s.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 25)})
	if got := s.m.Viewport().Zoom - z; got < 0.2 || got > 0.6 {
		t.Errorf("a notch zooms by %v", got)
	}
	near(t, "what was under the pointer", s.m.Project(under), at, 1.5)
	z = s.m.Viewport().Zoom
	for range 3 {
		s.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 1.5)})
	}
	if s.m.Viewport().Zoom <= z {
		t.Error("small steps of a touch pad are lost")
	}
	for range 300 {
		s.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, -25)})
	}
	v := s.m.Viewport()
	if v.Zoom < viewport.MinZoom(v.W, v.H)-1e-9 {
		t.Errorf("zoomed out to %v", v.Zoom)
	}
	s.wait(t)
}

func TestTapsAndHits(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, ReducedMotion: true}, 900, 600)
	s.m.SetMarks(someMarks())
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
	s.wait(t)
	tapped, missed := -1, 0
	s.m.OnTapMark = func(id int) { tapped = id }
	s.m.OnTapMap = func(orb.Point) { missed++ }
	now := time.Unix(50, 0)
	s.m.pointer.now = func() time.Time { now = now.Add(time.Second); return now }
	for id, p := range map[int]orb.Point{10: oslo, 11: bergen, 12: turku} {
		tapped = -1
		test.TapCanvas(s.win.Canvas(), s.m.Project(p).AddXY(2, -2))
		if tapped != id {
			t.Errorf("a tap on %d gave %d", id, tapped)
		}
	}
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(450, 500))
	if missed != 1 {
		t.Errorf("a tap beside all marks told %d times", missed)
	}
	if s.win.Canvas().Focused() != nil {
		t.Error("a tap gave the map the keyboard")
	}
	// A second tap at once zooms in.
	s.m.pointer.now = func() time.Time { return now }
	z := s.m.Viewport().Zoom
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(300, 500))
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(300, 500))
	if d := s.m.Viewport().Zoom - z; d < 0.9 || d > 1.1 {
		t.Errorf("a double tap zooms by %v", d)
	}
	s.wait(t)
}

func TestATapFreesTheKeyboardOfAField(t *testing.T) {
	test.NewTempApp(t)
	m := New(Config{})
	field := widget.NewEntry()
	w := test.NewTempWindow(t, fyne.CurrentApp().Driver().CreateWindow("x").Content())
	w.SetContent(newSplit(field, m))
	w.Resize(fyne.NewSize(500, 400))
	w.Canvas().Focus(field)
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 100)})
	if w.Canvas().Focused() != nil {
		t.Error("the field still has the keyboard")
	}
	w.Canvas().Focus(m)
	if m.deck.focus.Hidden {
		t.Error("no focus ring")
	}
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
	if w.Canvas().Focused() != fyne.Focusable(m) {
		t.Error("a tap takes the keyboard from the map that was tabbed to")
	}
	var keys []fyne.KeyName
	m.OnKey = func(e *fyne.KeyEvent) { keys = append(keys, e.Name) }
	before := m.Viewport().Center
	m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
	before = m.Viewport().Center
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyF5, fyne.KeySpace, fyne.KeyPageDown} {
		m.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if m.Viewport().Center[0] <= before[0] {
		t.Error("Right does not pan")
	}
	if fmt.Sprint(keys) != "[F5 Space Next]" && len(keys) != 3 {
		t.Errorf("passed on %v", keys)
	}
}

func TestSettersAreSilent(t *testing.T) {
	s := open(t, Config{Tiles: chess{}}, 700, 500)
	n := 0
	s.m.OnViewport = func(viewport.Viewport) { n++ }
	s.m.OnViewportEnded = func(viewport.Viewport) { n++ }
	s.m.OnTapMark = func(int) { n++ }
	s.m.SetMarks(someMarks())
	s.m.SetSelected(10, 99)
	s.m.SetStyle(tile.Dark)
	s.m.SetInset(viewport.Pad{Left: 50})
	s.m.Fit([]orb.Point{oslo, lagos}, 8, true)
	s.m.Center(turku, true)
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 4})
	s.m.ZoomIn()
	s.win.Resize(fyne.NewSize(500, 400))
	s.wait(t)
	if n != 0 {
		t.Errorf("setters fired %d callbacks", n)
	}
}

func TestNamesAtTheEdge(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	s.m.SetMarks(someMarks())
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
	if s.m.deck.edgesUsed != 1 || s.m.deck.edges[0].words.Text != "Lagos, 2" {
		t.Fatalf("%d names at the edge", s.m.deck.edgesUsed)
	}
	e := s.m.deck.edges[0]
	if e.Position().Y < 400 || e.Position().Y+e.Size().Height > 600 {
		t.Errorf("Lagos is named at %v", e.Position())
	}
	tapped := 0
	s.m.OnTapEdge = func(id int) { tapped = id }
	test.TapCanvas(s.win.Canvas(), e.Position().AddXY(10, 8))
	if tapped != 13 {
		t.Errorf("told %d", tapped)
	}
	near(t, "Lagos after the tap", s.m.Project(lagos), fyne.NewPos(450, 300), 120)
}

func TestFitKeepsClearOfCardsAndIsRepeated(t *testing.T) {
	s := open(t, Config{}, 900, 600)
	s.m.SetInset(viewport.Pad{Left: 300, Top: 150})
	pts := []orb.Point{oslo, bergen, turku}
	s.m.Fit(pts, 9, false)
	check := func(w, h float32) {
		t.Helper()
		for _, p := range pts {
			at := s.m.Project(p)
			if at.X < 300 || at.Y < 150 || at.X > w || at.Y > h {
				t.Errorf("%v is under a card or outside: %v", p, at)
			}
		}
	}
	check(900, 600)
	s.win.Resize(fyne.NewSize(700, 500))
	check(700, 500)
	z := s.m.Viewport().Zoom
	s.m.Center(oslo, false)
	if s.m.Viewport().Zoom != z {
		t.Error("Center changes the zoom")
	}
}

func TestFitKeepsTheLowestSignAboveTheCredits(t *testing.T) {
	for _, text := range []float32{14, 26} {
		s := open(t, Config{Attribution: "Natural Earth · GeoNames CC BY 4.0"}, 1000, 500)
		s.m.SetLook(Look{TextSize: text})
		south := orb.Point{19, 45} // the lowest is at the right, where the credits stand
		s.m.Fit([]orb.Point{oslo, bergen, turku, south}, 9, false)
		if at, top := s.m.Project(south), s.m.deck.attribution.box.Position().Y; at.Y+text > top {
			t.Errorf("text of %v: the sign at %v lies on the credits, which begin at %v", text, at.Y, top)
		}
	}
}

func TestHoverCard(t *testing.T) {
	s := open(t, Config{}, 900, 600)
	s.m.SetMarks(someMarks())
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
	id, ended := -1, 0
	s.m.OnHoverMark = func(i int, _ fyne.Position) { id = i }
	s.m.OnHoverEnd = func() { ended++ }
	at := s.m.Project(oslo)
	test.MoveMouse(s.win.Canvas(), at)
	c := &s.m.deck.hover
	if id != 10 || len(c.Lines()) < 3 {
		t.Fatalf("hovered %d, %d lines", id, len(c.Lines()))
	}
	p, size := c.Area()
	if at.X >= p.X && at.X <= p.X+size.Width && at.Y >= p.Y && at.Y <= p.Y+size.Height {
		t.Error("the card covers the pointer")
	}
	if s.m.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a mark")
	}
	test.MoveMouse(s.win.Canvas(), fyne.NewPos(20, 300))
	if c.Visible() || ended != 1 {
		t.Error("the card stays")
	}
}

func TestOddInput(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, ReducedMotion: true}, 300, 200)
	nan := math.NaN()
	s.m.SetMarks([]Mark{{At: orb.Point{nan, nan}, Filled: true, Label: "?"}, {At: orb.Point{181, 89.9}, Ring: true}, {At: orb.Point{-180, -90}, Filled: true, Count: 1 << 30, Label: "far", P: 7, Area: orb.MultiPolygon{{}, {{}}}}})
	s.m.Fit(nil, 8, true)
	s.m.Fit([]orb.Point{{179, 0}, {-179, 1}}, 8, true)
	at := s.m.Project(orb.Point{180, 0})
	near(t, "the 180th meridian", at, fyne.NewPos(150, at.Y), 40)
	s.m.Fit([]orb.Point{{nan, 1}}, nan, true)
	s.m.SetViewport(viewport.Viewport{Center: orb.Point{nan, 1e9}, Zoom: math.Inf(1)})
	s.m.SetViewport(viewport.Viewport{Center: orb.Point{700, 85}, Zoom: -4})
	s.m.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1e9)})
	s.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1e7, -1e7)})
	s.m.DragEnd()
	s.win.Resize(fyne.NewSize(2000, 30))
	s.wait(t)
	s.win.Canvas().Capture()
}

func TestWorldAtMinZoomHasNoGap(t *testing.T) {
	for _, px := range []float64{1, 1.25, 1.5, 2, 3} {
		for _, size := range [][2]float64{{700, 500}, {1463.5, 801}, {300, 900}} {
			c := aim(viewport.Viewport{W: size[0], H: size[1], Zoom: 0}, px)
			if c.worldPix < size[0]*px-0.51 || c.worldPix < size[1]*px-0.51 {
				t.Errorf("at density %v the world is %v px, the view %v", px, c.worldPix, size)
			}
			again := aim(c.view, px)
			if again.size != c.size || again.ox != c.ox || again.oy != c.oy {
				t.Errorf("aim is not stable: %+v, then %+v", c, again)
			}
			for z := 0.0; z <= 18; z += 0.37 {
				c := aim(viewport.Viewport{W: size[0], H: size[1], Zoom: z, Center: oslo}, px)
				if d := math.Abs(c.view.Zoom - math.Max(z, viewport.MinZoom(size[0], size[1]))); d > 0.006 {
					t.Errorf("zoom %v became %v at density %v", z, c.view.Zoom, px)
				}
				if c.size < tile.MinSize || c.size > tile.MaxSize {
					t.Errorf("tiles of %d px", c.size)
				}
			}
		}
	}
}

func TestPicture(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "build", "mapview")
	if os.MkdirAll(dir, 0o755) != nil {
		t.Fatal("no build folder")
	}
	s := open(t, Config{Tiles: chess{}, Attribution: "Natural Earth · GeoNames CC BY 4.0"}, 760, 520)
	s.m.SetMarks(someMarks())
	s.m.SetSelected(10)
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
	s.wait(t)
	test.MoveMouse(s.win.Canvas(), s.m.Project(oslo))
	f, err := os.Create(filepath.Join(dir, "made-up.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func manyMarks(n int) []Mark {
	out := make([]Mark, n)
	for i := range out {
		out[i] = Mark{ID: i, At: orb.Point{5 + math.Mod(float64(i)*0.7548776662, 1)*20, 50 + math.Mod(float64(i)*0.5698402910, 1)*10}, Filled: i%3 != 0, Ring: i%3 == 0, Count: i % 7, Label: fmt.Sprint("place ", i)}
	}
	return out
}

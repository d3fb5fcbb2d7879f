package mapview

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

func atOneSpot(n int) []Mark {
	var out []Mark
	for i := range n {
		out = append(out, Mark{ID: i, At: oslo, Filled: true, Count: 1 + i%3, Label: fmt.Sprint("place ", i)})
	}
	return out
}

func TestATapOnAGroupZoomsToWhereItSplits(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	s.m.SetMarks([]Mark{{ID: 1, At: oslo, Filled: true, Count: 3}, {ID: 2, At: orb.Point{10.2, 59.74}, Filled: true}, {ID: 3, At: lagos, Ring: true}})
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 4})
	var ended, tapped int
	s.m.OnViewportEnded = func(viewport.Viewport) { ended++ }
	s.m.OnTapMark = func(int) { tapped++ }
	test.TapCanvas(s.win.Canvas(), s.m.Project(oslo))
	if z := s.m.Viewport().Zoom; z < 7 || ended != 1 || tapped != 0 {
		t.Fatalf("zoom %v, told %d moves and %d taps", z, ended, tapped)
	}
	if n := len(s.m.marks.shown); n != 2 {
		t.Errorf("%d signs", n)
	}
}

func TestMarksOfOneSpotFanOut(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	var tapped []int
	s.m.OnTapMark = func(id int) { tapped = append(tapped, id) }
	for _, n := range []int{2, 8, 12, 20} {
		s.m.SetMarks(atOneSpot(n))
		s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 8})
		z := s.m.Viewport().Zoom
		s.m.Tapped(&fyne.PointEvent{Position: s.m.Project(oslo)})
		if s.m.Viewport().Zoom != z || len(s.m.marks.shown) != n {
			t.Fatalf("%d marks: %d signs", n, len(s.m.marks.shown))
		}
		for i, a := range s.m.marks.shown {
			for _, b := range s.m.marks.shown[:i] {
				if d := math.Hypot(a.sx-b.sx, a.sy-b.sy); d < 24 {
					t.Errorf("%d marks: two are %v apart", n, d)
				}
			}
		}
		tapped = nil
		for _, k := range s.m.marks.shown {
			s.m.pointer.lastTap = time.Time{}
			s.m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(k.sx), float32(k.sy))})
		}
		if len(tapped) != n {
			t.Errorf("%d marks: taps reach %v", n, tapped)
		}
		if !s.m.CloseOpen() || s.m.CloseOpen() || len(s.m.marks.shown) != 1 {
			t.Errorf("%d marks: the fan stays open", n)
		}
	}
	s.m.Tapped(&fyne.PointEvent{Position: s.m.Project(oslo)})
	s.m.ZoomIn()
	if s.m.marks.fan.open() {
		t.Error("a fan stays when the map is zoomed")
	}
}

func TestMoreThanTwentyAreAList(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	s.m.SetMarks(atOneSpot(21))
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 8})
	tapped := -1
	s.m.OnTapMark = func(id int) { tapped = id }
	s.m.Tapped(&fyne.PointEvent{Position: s.m.Project(oslo)})
	d := &s.m.deck.detail
	if !d.open || len(d.said.Items) != 21 || s.m.marks.fan.open() {
		t.Fatalf("no list: %+v", d.said)
	}
	d.rows.Objects[3].(*row).Tapped(nil)
	if tapped != d.ids[3] {
		t.Errorf("told %d", tapped)
	}
	if !s.m.CloseOpen() || d.open {
		t.Error("the list stays")
	}
}

func TestDetailCard(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	s.m.SetMarks(someMarks())
	s.m.Fit([]orb.Point{oslo, bergen, turku}, 8, false)
	var closed int
	var told [2]int
	s.m.OnCloseDetail = func() { closed++ }
	s.m.OnTapDetail = func(id, item int) { told = [2]int{id, item} }
	say := Detail{Title: "Oslo", Note: "two events", Items: []Item{{Head: "12 March", Text: "A sentence."}, {Head: "Jane Doe", Text: "“Words.”", Quote: true}}}
	s.m.ShowDetail(77, say)
	if s.m.deck.detail.open {
		t.Fatal("a card at no mark")
	}
	s.m.ShowDetail(10, say)
	d := &s.m.deck.detail
	at := s.m.Project(oslo)
	p, size := d.Position(), d.Size()
	if !d.open || p.X < 0 || p.Y < 0 || p.X+size.Width > 900 || p.Y+size.Height > 600 {
		t.Fatalf("the card stands at %v, %v", p, size)
	}
	if at.X > p.X && at.X < p.X+size.Width && at.Y > p.Y && at.Y < p.Y+size.Height {
		t.Error("the card covers its mark")
	}
	r := d.rows.Objects[1].(*row)
	test.TapCanvas(s.win.Canvas(), p.AddXY(30, d.headH+r.Position().Y+12))
	if told != [2]int{10, 1} {
		t.Errorf("told %v", told)
	}
	z := s.m.Viewport()
	test.Scroll(s.win.Canvas(), p.AddXY(30, 30), 0, 40)
	test.Drag(s.win.Canvas(), p.AddXY(30, 12), 40, 0)
	if s.m.Viewport() != z {
		t.Error("what is done on the card moves the map")
	}
	test.TapCanvas(s.win.Canvas(), p.AddXY(size.Width-18, 18))
	if d.open || closed != 1 {
		t.Error("the cross does not close the card")
	}
	s.m.ShowDetail(10, say)
	s.m.SetMarks(someMarks()[1:])
	if d.open || closed != 1 {
		t.Error("the card outlives its mark, or tells of what the person did not do")
	}
	s.m.ShowDetail(11, Detail{})
	s.m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(450, 560)})
	if d.open {
		t.Error("a tap on the map leaves the card open")
	}
}

func TestDetailCard_LeavesItsMarkInSight(t *testing.T) {
	say := Detail{Title: "Oslo", Items: []Item{{Head: "12 March", Text: strings.Repeat("A sentence of some length. ", 30)}}}
	for _, c := range []struct {
		claim string
		w, h  float32
		x, y  float32 // of the mark, as a part of the map
		wide  float32 // of the card; 0 for any
	}{
		{"with room on the right", 900, 600, 0.3, 0.5, detailWidth},
		{"with room on the left", 900, 600, 0.9, 0.5, detailWidth},
		{"in the middle of a map of the usual width the card is narrower", 696, 470, 0.5, 0.5, 0},
		{"in the middle of a narrow map it stands below", 420, 600, 0.5, 0.25, 0},
		{"or above", 420, 600, 0.5, 0.8, 0},
	} {
		s := open(t, Config{ReducedMotion: true}, c.w, c.h)
		s.m.SetMarks(someMarks())
		v := viewport.Viewport{Center: oslo, Zoom: 6, W: float64(c.w), H: float64(c.h)}
		s.m.SetViewport(v.Pan(float64(c.w)*(0.5-float64(c.x)), float64(c.h)*(0.5-float64(c.y))))
		s.m.ShowDetail(10, say)
		d, at := &s.m.deck.detail, s.m.Project(oslo)
		p, size := d.Position(), d.Size()
		if at.X > p.X && at.X < p.X+size.Width && at.Y > p.Y && at.Y < p.Y+size.Height {
			t.Errorf("%s: the card at %v, %v covers its mark at %v", c.claim, p, size, at)
		}
		if p.X < 0 || p.Y < 0 || p.X+size.Width > c.w || p.Y+size.Height > c.h || size.Width < enoughWide || c.wide > 0 && size.Width != c.wide {
			t.Errorf("%s: the card stands at %v, %v", c.claim, p, size)
		}
	}
}

func TestAThrownMapGlidesOn(t *testing.T) {
	for _, c := range []struct {
		claim   string
		reduced bool
		each    time.Duration
		rest    time.Duration
		glides  bool
	}{
		{"a fast drag glides", false, 10 * time.Millisecond, 5 * time.Millisecond, true},
		{"with reduced motion nothing does", true, 10 * time.Millisecond, 5 * time.Millisecond, false},
		{"a hand that rests before it lets go does not throw", false, 10 * time.Millisecond, 80 * time.Millisecond, false},
		{"a slow drag does not glide", false, 80 * time.Millisecond, 5 * time.Millisecond, false},
	} {
		s := open(t, Config{ReducedMotion: c.reduced}, 900, 600)
		s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
		now := time.Unix(100, 0)
		s.m.pointer.now = func() time.Time { return now }
		ended := 0
		s.m.OnViewportEnded = func(viewport.Viewport) { ended++ }
		for range 8 {
			now = now.Add(c.each)
			s.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(8, 0)})
		}
		before := s.m.Project(oslo)
		now = now.Add(c.rest)
		s.m.DragEnd() // the test driver runs animations to their end at once
		if moved := s.m.Project(oslo).X - before.X; (moved > 40) != c.glides || ended != 1 {
			t.Errorf("%s: moved by %v, %d ends", c.claim, moved, ended)
		}
	}
}

func TestShiftDoubleTapZoomsOut(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
	z := s.m.Viewport().Zoom
	s.m.pointer.shift = func() bool { return true }
	for range 2 {
		s.m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(300, 300)})
	}
	if d := s.m.Viewport().Zoom - z; math.Abs(d+1) > 0.1 {
		t.Errorf("zoomed by %v", d)
	}
}

func TestEnterAndEscape(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	tapped, keys := -1, 0
	s.m.OnTapMark = func(id int) { tapped = id }
	s.m.OnKey = func(*fyne.KeyEvent) { keys++ }
	s.m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if keys != 1 {
		t.Error("Enter is lost where there is no mark")
	}
	s.m.SetMarks(someMarks())
	s.m.SetViewport(viewport.Viewport{Center: turku, Zoom: 6})
	s.m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if tapped != 12 || keys != 1 {
		t.Errorf("Enter chose %d", tapped)
	}
	tapped, s.m.OnEnter = -1, func() bool { return true }
	if s.m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}); tapped != -1 || keys != 1 {
		t.Errorf("Enter is used elsewhere, and chose %d all the same", tapped)
	}
	s.m.ShowDetail(12, Detail{Title: "Turku"})
	s.m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.m.deck.detail.open || keys != 2 {
		t.Error("Escape closes what is open, then is passed on")
	}
}

func TestPathAndNearAreDrawn(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	asked := map[int]bool{}
	s.m.config.Outlines = func(p geo.Place, zoom float64) orb.MultiPolygon {
		asked[int(zoom)] = true
		return mark.Around(oslo, 0, 50, 0, 0)
	}
	picture := func() bool { s.wait(t); return s.m.overlay.img.Image != nil }
	s.m.SetMarks([]Mark{{ID: 1, At: oslo, Filled: true}, {ID: 2, At: bergen, Filled: true}})
	s.m.Fit([]orb.Point{oslo, bergen}, 8, false)
	if picture() {
		t.Fatal("a picture of nothing")
	}
	s.m.SetPath([]mark.Stop{{At: oslo}, {At: bergen}, {At: oslo}}, true)
	if !picture() {
		t.Error("no path")
	}
	s.m.SetPath([]mark.Stop{{At: oslo}, {At: bergen}, {At: oslo}}, false)
	if picture() {
		t.Error("the path stays")
	}
	s.m.SetMarks([]Mark{{ID: 1, At: oslo, Filled: true, Near: Near{RadiusKM: 30}}})
	if !picture() {
		t.Error("no circle")
	}
	s.m.SetMarks([]Mark{{ID: 1, At: oslo, Filled: true, Shape: &geo.Place{Kind: geo.KindAdmin1, Name: "x"}}})
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 5})
	if !picture() {
		t.Error("no shape")
	}
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 8})
	s.wait(t)
	if !asked[8] || len(asked) < 2 {
		t.Errorf("shapes were asked for zooms %v", asked)
	}
}

// towns is a country full of towns.
func towns(b orb.Bound, n int) (out []geo.Place) {
	for i := range 400 {
		p := orb.Point{math.Mod(float64(i)*0.7548776662, 1)*30 - 5, 45 + math.Mod(float64(i)*0.5698402910, 1)*20}
		if b.Contains(p) && len(out) < n {
			out = append(out, geo.Place{Name: fmt.Sprint("Town ", i), Point: p, Kind: geo.KindCity, Population: 2_000_000 - int64(i)*1000})
		}
	}
	return out
}

func TestNamesStayWhileTheMapIsPanned(t *testing.T) {
	s := open(t, Config{Tiles: chess{}, Cities: towns, ReducedMotion: true}, 1000, 700)
	s.m.SetMarks(someMarks())
	s.m.SetViewport(viewport.Viewport{Center: orb.Point{10, 55}, Zoom: 5.5})
	s.wait(t)
	type named struct {
		text string
		kind tile.LabelKind
	}
	stand := func() map[named]mark.Box {
		out := map[named]mark.Box{}
		for _, n := range s.m.overlay.names {
			x, y := s.m.cam.project(n.x, n.y)
			out[named{n.label.Text, n.label.Kind}] = mark.Box{Left: n.box.Left - n.tx + x, Top: n.box.Top - n.ty + y, Right: n.box.Right - n.tx + x, Bottom: n.box.Bottom - n.ty + y}
		}
		return out
	}
	if len(s.m.overlay.names) < 30 {
		t.Fatalf("only %d names", len(s.m.overlay.names))
	}
	for range 8 {
		before := stand()
		const dx, dy = -70, 45
		s.m.panBy(dx, dy)
		s.m.settle()
		s.wait(t)
		after := stand()
		for k, b := range before {
			if b.Left+dx < 130 || b.Top+dy < 60 || b.Right+dx > 870 || b.Bottom+dy > 640 {
				continue // near the edge a name may have to yield, as to the name of a mark that is out of view
			}
			a, ok := after[k]
			if !ok {
				t.Errorf("%v went from %v", k, b)
			} else if math.Abs(a.Left-b.Left-dx) > 1.5 || math.Abs(a.Top-b.Top-dy) > 1.5 {
				t.Errorf("%v jumped from %v to %v", k, b, a)
			}
		}
	}
}

// TestZoom_EndsWhereTheDataEnd: and somebody who wants nearer is told so.
func TestZoom_EndsWhereTheDataEnd(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	told := 0
	s.m.Deepest, s.m.OnDeepest = 9, func() { told++ }
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 8.5})
	for range 3 {
		s.m.tapZoomIn()
	}
	if z := s.m.Viewport().Zoom; z != 9 || told != 2 {
		t.Errorf("zoom %v, told %d times", z, told)
	}
	if s.m.tapZoomOut(); s.m.Viewport().Zoom != 8 || told != 2 {
		t.Errorf("zoom %v, told %d times", s.m.Viewport().Zoom, told)
	}
}

// TestLegend_GivesWayToACard: the legend never shows from under a card of the app.
func TestLegend_GivesWayToACard(t *testing.T) {
	s := open(t, Config{ReducedMotion: true}, 900, 600)
	s.m.SetCards(Card{At: fyne.NewPos(0, 0), Size: fyne.NewSize(100, 100)})
	if s.m.deck.legend.box.Hidden {
		t.Fatal("no legend though nothing covers it")
	}
	s.m.SetCards(Card{At: fyne.NewPos(0, 500), Size: fyne.NewSize(300, 100)})
	if !s.m.deck.legend.box.Hidden || !s.m.deck.event.Hidden {
		t.Error("a card lies on the legend")
	}
}

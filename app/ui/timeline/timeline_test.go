package timeline

import (
	"fmt"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"dateline/app/story"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

var (
	blue   = color.NRGBA{0x00, 0x72, 0xb2, 255}
	orange = color.NRGBA{0xd5, 0x5e, 0x00, 255}
	green  = color.NRGBA{0x00, 0x9e, 0x73, 255}
	pink   = color.NRGBA{0xcc, 0x79, 0xa7, 255}
	yellow = color.NRGBA{0xe6, 0x9f, 0x00, 255}
)

func day(s string) story.Day {
	d, ok := story.ParseDay(s)
	if !ok {
		panic(s)
	}
	return d
}

// march is a story whose days are dense in one month, with an outlier the summer before.
func march() ([]Lane, []Item) {
	lanes := []Lane{{"The harbour closes", blue}, {"Ferry company answers the mayor", orange}, {"Strike", green}, {"Talks about talks", pink}, {"An undated commentary", yellow}}
	items := []Item{
		{ID: 1, Lane: 0, From: day("2024-08-01"), To: day("2024-08-31"), Tip: "August 2024: the first strike"},
		{ID: 2, Lane: 0, From: day("2025-03-10"), To: day("2025-03-10"), Tip: "10 March: the harbour closes"},
		{ID: 3, Lane: 0, From: day("2025-03-12"), To: day("2025-03-13"), Tip: "a"},
		{ID: 4, Lane: 1, From: day("2025-03-11"), To: day("2025-03-11"), Tip: "b"},
		{ID: 5, Lane: 1, From: day("2025-03-12"), To: day("2025-03-12"), Tip: "c"},
		{ID: 6, Lane: 1, From: day("2025-03-12"), To: day("2025-03-12"), Kind: KindQuote, Tip: "d"},
		{ID: 7, Lane: 1, From: day("2025-03-13"), To: day("2025-03-13"), Tip: "e"},
		{ID: 8, Lane: 1, From: day("2025-03-12"), To: day("2025-03-13"), Kind: KindPublication, Best: day("2025-03-13"), HasBest: true, Hatched: true},
		{ID: 9, Lane: 2, From: day("2025-02-01"), To: day("2025-03-08")},
		{ID: 10, Lane: 2, From: day("2025-03-02"), To: day("2025-03-06")},
		{ID: 11, Lane: 3, From: day("2025-02-20"), To: day("2025-03-11"), Kind: KindPublication, Best: day("2025-03-09"), HasBest: true, Hatched: true},
		{ID: 12, Lane: 3, From: story.DayMin, To: day("2025-03-05"), P: 0.6},
		{ID: 13, Lane: 4, From: day("2025-03-15"), To: day("2025-03-15"), Kind: KindPublication},
		{ID: 14, Lane: 4, From: day("2025-03-14"), To: story.DayMax},
		{ID: 15, Lane: 4, Undated: true}, {ID: 16, Lane: 4, Undated: true, Kind: KindQuote},
	}
	for i := 0; i < 6; i++ {
		items = append(items, Item{ID: 20 + i, Lane: 4, From: day("2025-03-15"), To: day("2025-03-15")})
		items = append(items, Item{ID: 30 + i, Lane: 2, Undated: true, Kind: Kind(i % 3)})
	}
	return lanes, items
}

func shown(t testing.TB, w, h float32) (*Timeline, fyne.Window) {
	test.NewTempApp(t)
	tl := New()
	win := test.NewTempWindow(t, container.NewStack(tl))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return tl, win
}

// keep writes a picture of the window into build/, to be looked at.
func keep(t testing.TB, win fyne.Window, name string) {
	dir := filepath.Join("..", "..", "..", "build", "timeline")
	if os.Getenv("DATELINE_PICTURES") == "" {
		return
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func TestPictures(t *testing.T) {
	tl, win := shown(t, 1440, 150)
	tl.SetData(march())
	tl.SetPeriod(story.Between(day("2025-03-11"), day("2025-03-13")))
	tl.SetSelected(5, 10)
	keep(t, win, "march")
	tl.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tl.PositionOf(day("2025-03-10")), tl.geo.lanesT+tl.geo.row/2)}})
	keep(t, win, "tip")
	for i := 0; i < 8; i++ {
		tl.ZoomBy(1.2, tl.PositionOf(day("2025-03-12")))
	}
	keep(t, win, "zoomed")
	tl.Fit()
	win.Resize(fyne.NewSize(400, 110))
	keep(t, win, "narrow")
	win.Resize(fyne.NewSize(1440, 150))
	lanes, items := many(2000, 12)
	tl.SetData(lanes, items)
	keep(t, win, "many")
	tl.SetData(lanes[:3], []Item{{ID: 1, From: story.NewDay(-2999, 5, 1), To: story.NewDay(-2999, 5, 1)}, {ID: 2, Lane: 1, From: story.NewDay(476, 9, 4), To: story.NewDay(476, 9, 4)},
		{ID: 3, From: story.NewDay(1066, 10, 14), To: story.NewDay(1066, 10, 14)}, {ID: 4, Lane: 2, From: story.NewDay(1943, 7, 5), To: story.NewDay(1943, 8, 23)}, {ID: 5, From: story.NewDay(2099, 1, 1), To: story.NewDay(2099, 12, 31)}})
	keep(t, win, "ages")
	tl.SetData(lanes[:3], []Item{{ID: 1, Undated: true}, {ID: 2, Lane: 1, Undated: true}})
	keep(t, win, "undated")
	_ = fmt.Sprint()
}

func many(n, lanes int) ([]Lane, []Item) {
	colours := []color.NRGBA{blue, orange, green, pink, yellow}
	var ls []Lane
	for i := 0; i < lanes; i++ {
		ls = append(ls, Lane{fmt.Sprintf("Article %d about the harbour and the ferry", i+1), colours[i%5]})
	}
	var items []Item
	x := uint32(7)
	next := func(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }
	for i := 0; i < n; i++ {
		d := day("2025-01-01") + story.Day(next(365))
		to := d
		if next(4) == 0 {
			to = d + story.Day(next(20))
		}
		items = append(items, Item{ID: i + 1, Lane: next(lanes), From: d, To: to, Kind: Kind(next(3)), P: 0.5 + float64(next(50))/100, Tip: "x"})
	}
	return ls, items
}

func BenchmarkMovePeriod(b *testing.B) {
	tl, _ := shown(b, 1440, 150)
	tl.SetData(many(2000, 12))
	for i := 0; b.Loop(); i++ {
		d := day("2025-03-01") + story.Day(i%100)
		tl.SetPeriod(story.Between(d-1, d+1))
	}
}

func BenchmarkSetData(b *testing.B) {
	tl, _ := shown(b, 1440, 150)
	lanes, items := many(2000, 12)
	for b.Loop() {
		tl.SetData(lanes, items)
	}
}

func BenchmarkPaint(b *testing.B) {
	tl, _ := shown(b, 1440, 150)
	tl.SetData(many(2000, 12))
	for b.Loop() {
		tl.draw.paint(1440, 150)
	}
}

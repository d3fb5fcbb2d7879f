package timeline

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestBins_CountEachThingInItsDays(t *testing.T) {
	on := func(from, to string, k Kind) Item { return Item{From: day(from), To: day(to), Kind: k} }
	bin := func(from, to string, b Bin) Bin { b.From, b.To = day(from), day(to); return b }
	open := on("2025-03-12", "2025-03-12", KindEvent)
	open.Open = true
	for _, c := range []struct {
		name  string
		unit  binUnit
		items []Item
		want  []Bin
	}{
		{"two on a day and one on the next", byDay, []Item{on("2025-03-12", "2025-03-12", KindEvent), on("2025-03-13", "2025-03-13", KindEvent), on("2025-03-12", "2025-03-12", KindEvent)},
			[]Bin{bin("2025-03-12", "2025-03-12", Bin{Events: 2, solid: 2}), bin("2025-03-13", "2025-03-13", Bin{Events: 1, solid: 1})}},
		{"a range of two days is a half perhaps on each", byDay, []Item{on("2025-03-12", "2025-03-13", KindEvent)},
			[]Bin{bin("2025-03-12", "2025-03-12", Bin{Ranged: 1, pale: 0.5}), bin("2025-03-13", "2025-03-13", Bin{Ranged: 1, pale: 0.5})}},
		{"but one in the week that both lie in, from Monday on", byWeek, []Item{on("2025-03-12", "2025-03-13", KindEvent)}, []Bin{bin("2025-03-10", "2025-03-16", Bin{Events: 1, solid: 1})}},
		{"a range over two months is shared by their days", byMonth, []Item{on("2025-02-28", "2025-03-03", KindEvent)},
			[]Bin{bin("2025-02-01", "2025-02-28", Bin{Ranged: 1, pale: 0.25}), bin("2025-03-01", "2025-03-31", Bin{Ranged: 1, pale: 0.75})}},
		{"what is only planned is pale", byYear, []Item{open}, []Bin{bin("2025-01-01", "2025-12-31", Bin{Open: 1, pale: 1})}},
		{"publications apart from events", byDay, []Item{on("2025-03-12", "2025-03-12", KindPublication), on("2025-03-12", "2025-03-12", KindEvent)},
			[]Bin{bin("2025-03-12", "2025-03-12", Bin{Events: 1, solid: 1, Published: 1, out: 1})}},
		{"a day of publication that is not known is shared too", byDay, []Item{on("2025-03-12", "2025-03-13", KindPublication)},
			[]Bin{bin("2025-03-12", "2025-03-12", Bin{Unsure: 1, maybe: 0.5}), bin("2025-03-13", "2025-03-13", Bin{Unsure: 1, maybe: 0.5})}},
		{"quotes, open ends and what has no day are not counted", byDay, []Item{on("2025-03-12", "2025-03-12", KindQuote), {From: story.DayMin, To: day("2025-03-12")}, {Undated: true}}, nil},
		{"a year adds nothing to the days in it", byDay, []Item{on("2025-01-01", "2025-12-31", KindEvent)}, nil},
		{"years before the common era have their decade and century", byCentury, []Item{{From: story.NewDay(-43, 3, 15), To: story.NewDay(-43, 3, 15)}},
			[]Bin{{From: story.NewDay(-100, 1, 1), To: story.NewDay(0, 1, 1) - 1, Events: 1, solid: 1}}},
	} {
		if d := cmp.Diff(c.want, binsOf(c.items, c.unit), cmp.AllowUnexported(Bin{}), cmpopts.EquateApprox(0, 1e-5)); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
	}
}

// TestBins_LoseNothing: whatever the unit, all that can be counted is, once.
func TestBins_LoseNothing(t *testing.T) {
	_, items := many(3000, 5)
	want := 0
	for i := range items {
		if items[i].Kind == KindEvent {
			want++
		}
	}
	for u := byDay; u <= byCentury; u++ {
		sum, last := 0.0, story.DayMin
		for _, b := range binsOf(items, u) {
			sum += float64(b.solid + b.pale)
			if b.From <= last || b.To < b.From {
				t.Errorf("unit %d: %v to %v after %v", u, b.From, b.To, last)
			}
			last = b.To
		}
		if math.Abs(sum-float64(want)) > 0.1 {
			t.Errorf("unit %d: %.2f of %d", u, sum, want)
		}
	}
}

func TestUnitFor_BarsAreWideEnough(t *testing.T) {
	for _, c := range []struct {
		px   float64
		want binUnit
	}{{30, byDay}, {5, byDay}, {4, byWeek}, {0.5, byMonth}, {0.05, byYear}, {0.004, byDecade}, {0.00001, byCentury}} {
		if got := unitFor(c.px); got != c.want {
			t.Errorf("%v px a day: %v, want %v", c.px, got, c.want)
		}
	}
}

// counted is a timeline of a year with bars.
func counted(t testing.TB) (*Timeline, *asked, fyne.Window) {
	tl, win := shown(t, 1440, 260)
	tl.SetData(many(1200, 6))
	tl.SetCounts(true)
	return tl, listening(tl), win
}

// middleOf is the middle of a bar, in the strip.
func middleOf(tl *Timeline, b *Bin) fyne.Position {
	l, r := tl.barEnds(b)
	return fyne.NewPos((l+r)/2, tl.geo.base-4)
}

func TestStrip_ABarChoosesItsDays(t *testing.T) {
	tl, a, _ := counted(t)
	var picked []story.Period
	tl.OnBin = func(p story.Period) { picked = append(picked, p) }
	bins, on := tl.Counts()
	if !on || len(bins) < 40 || tl.strip.unit != byWeek {
		t.Fatalf("%d bars of unit %d", len(bins), tl.strip.unit)
	}
	press(tl, middleOf(tl, &bins[20]))
	if want := story.Between(bins[20].From, bins[20].To); len(picked) != 1 || picked[0] != want || len(a.moved) != 0 || bins[20].To-bins[20].From != 6 {
		t.Errorf("%v, moved %v, want %v", picked, a.moved, want)
	}
	tl.TipBin = func(b Bin) string { return fmt.Sprint(b.Events, " events") }
	tl.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middleOf(tl, &bins[9])}})
	if want := fmt.Sprint(bins[9].Events, " events"); !tl.draw.tip.Visible() || tl.draw.tip.Lines()[0] != want || tl.Cursor() != desktop.PointerCursor {
		t.Errorf("the tip of a bar: %v, want %q", tl.draw.tip.Lines(), want)
	}
	drag(tl, middleOf(tl, &bins[20]), middleOf(tl, &bins[25]))
	if len(picked) != 1 || len(a.moved) == 0 {
		t.Error("a drag over the bars does not move the period")
	}
}

func TestStrip_UpAndDownGoFromBarToBar(t *testing.T) {
	tl, a, _ := counted(t)
	tl.OnBin = func(p story.Period) { tl.SetPeriod(p) }
	bins, _ := tl.Counts()
	at := func(i int) story.Period { return story.Between(bins[i].From, bins[i].To) }
	for i, c := range []struct {
		key  fyne.KeyName
		want story.Period
	}{{fyne.KeyDown, at(0)}, {fyne.KeyUp, at(0)}, {fyne.KeyDown, at(1)}, {fyne.KeyDown, at(2)}, {fyne.KeyUp, at(1)}} {
		tl.TypedKey(&fyne.KeyEvent{Name: c.key})
		if tl.Period() != c.want {
			t.Errorf("key %d: %v, want %v", i, tl.Period(), c.want)
		}
	}
	if len(a.keys) != 0 {
		t.Errorf("the caller got %v too", a.keys)
	}
	tl.SetCounts(false)
	tl.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if len(a.keys) != 1 {
		t.Error("without bars the keys are the caller's")
	}
}

// TestStrip_NearerTimeHasFinerBars, and they are those of the days again.
func TestStrip_NearerTimeHasFinerBars(t *testing.T) {
	tl, _, _ := counted(t)
	tl.ZoomBy(4, 700)
	bins, _ := tl.Counts()
	for i := range bins {
		if bins[i].From != bins[i].To {
			t.Fatalf("%v to %v", bins[i].From, bins[i].To)
		}
	}
	tl.Fit()
	if bins, _ = tl.Counts(); bins[0].From == bins[0].To {
		t.Error("from afar they stay days")
	}
	tl.SetData(march())
	if bins, _ = tl.Counts(); len(bins) == 0 || bins[len(bins)-1].To < day("2025-03-15") || bins[len(bins)-1].From > day("2025-03-15") {
		t.Errorf("the bars are those of the data before: %+v", bins)
	}
}

// TestStrip_MovingThePeriodDrawsNothingAnew: the bars are in the picture, the period is not.
func TestStrip_MovingThePeriodDrawsNothingAnew(t *testing.T) {
	tl, _, _ := counted(t)
	d, painted := tl.draw, 0
	d.picture.Generator = func(w, h int) image.Image { painted++; return d.paint(w, h) }
	tl.SetPeriod(story.Between(day("2025-03-08"), day("2025-03-09")))
	if painted > 0 {
		t.Errorf("painted %d times", painted)
	}
}

func TestStrip_StandsAboveTheLanesAndGivesWayInALowTimeline(t *testing.T) {
	tl, _, win := counted(t)
	for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		fyne.CurrentApp().Settings().SetTheme(kittest.Theme(v))
		kittest.Keep(t, win, "timeline", fmt.Sprint("bars ", v))
	}
	if g := tl.geo; !g.strip() || g.stripB >= g.lanesT || g.base <= g.stripT || g.base >= g.stripB {
		t.Errorf("%+v", g)
	}
	if i := tl.titleAt(fyne.NewPos(30, tl.geo.base)); i >= 0 {
		t.Errorf("beside the bars stands the title of lane %d", i)
	}
	high := tl.PreferredHeight()
	tl.SetCounts(false)
	if tl.PreferredHeight() >= high || tl.geo.strip() {
		t.Error("without bars it asks for their room")
	}
	tl.SetCounts(true)
	win.Resize(fyne.NewSize(1440, 90))
	kittest.Keep(t, win, "timeline", "bars low")
	if tl.geo.strip() || tl.binAt(fyne.NewPos(700, 20)) >= 0 {
		t.Error("in a low timeline the bars leave no room for the lanes")
	}
}

func BenchmarkCount(b *testing.B) {
	_, items := many(10000, 12)
	for b.Loop() {
		binsOf(items, byDay)
	}
}

// TestStrip_BarsThatAreKeptAreThoseThatWouldBeDrawn, also in another size, after a zoom and in other colours.
func TestStrip_BarsThatAreKeptAreThoseThatWouldBeDrawn(t *testing.T) {
	tl, _, _ := counted(t)
	d := tl.draw
	for _, change := range []func(){func() {}, func() { tl.ZoomBy(3, 600) }, func() { tl.SetData(march()) }, func() { tl.SetLook(Look{TextSize: 19}) }} {
		change()
		for _, scale := range []int{1, 2} {
			d.paint(1440*scale, 260*scale)
			kept := bytes.Clone(d.pixels.Pix)
			d.paint(1440*scale, 260*scale)
			again := bytes.Clone(d.pixels.Pix)
			d.bars = d.bars[:0]
			d.paint(1440*scale, 260*scale)
			if !bytes.Equal(kept, again) || !bytes.Equal(again, d.pixels.Pix) {
				t.Error("kept bars are others than those drawn anew")
			}
		}
	}
}

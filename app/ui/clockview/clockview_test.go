package clockview

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	blue = color.NRGBA{0x00, 0x72, 0xb2, 255}
	rust = color.NRGBA{0xd5, 0x5e, 0x00, 255}
)

func day(s string) story.Day {
	d, ok := story.ParseDay(s)
	if !ok {
		panic(s)
	}
	return d
}

// dot is an event of "2025-03-12" or "2025-03-10/2025-03-14", a part of the way through its text.
func dot(id, when string, at float32, low, high int, step Step) Dot {
	from, to, ok := strings.Cut(when, "/")
	if !ok {
		to = from
	}
	return Dot{ID: id, From: day(from), To: day(to), At: at, Low: low, High: high, Step: step, Tip: func() string { return "what " + id + " says" }}
}

func made(order bool) Data {
	pub := func(r Row, from, to string) Row {
		r.Told, r.PubFrom, r.PubTo, r.PubBest, r.Hatched = true, day(from), day(to), day(from), from != to
		return r
	}
	planned := dot("a3", "2025-03-20", 0.8, 3, 3, StepOn)
	planned.Open = true
	rows := []Row{
		pub(Row{ID: "a", Title: "The harbour closes after a night of storms", Detail: "13 Mar 2025 · 4 events", Colour: blue, First: "1 Feb 2025", Last: "20 Mar 2025", Ranks: 4,
			Tip: "The Harbour News", Dots: []Dot{dot("a0", "2025-03-12", 0.02, 2, 2, StepFirst), dot("a1", "2025-02-01", 0.3, 0, 0, StepBack), dot("a2", "2025-03-01/2025-03-12", 0.5, 1, 2, StepOn), planned}},
			"2025-03-13", "2025-03-13"),
		pub(Row{ID: "b", Title: "Ferries stay in port", Detail: "14–16 Mar 2025 · 5 events", Colour: rust, Letter: "b", First: "10 Mar 2025", Last: "13 Mar 2025", Ranks: 3,
			Dots: []Dot{dot("b0", "2025-03-10", 0.1, 0, 0, StepFirst), dot("b1", "2025-03-13", 0.2, 2, 2, StepOn), dot("b2", "2025-03-13", 0.4, 2, 2, StepUnclear),
				dot("b3", "2025-03-13", 0.6, 2, 2, StepUnclear), dot("b4", "2025-03-11", 0.9, 1, 1, StepBack)}}, "2025-03-14", "2025-03-16"),
		{ID: "c", Title: "A commentary without a date", Detail: "1 event, 2 undated", Colour: blue, First: "2024-08", Last: "2024-08", Ranks: 1,
			Dots: []Dot{{ID: "c0", From: story.DayMin, To: day("2024-08-31"), At: 0.5}}},
	}
	return Data{Rows: rows, Order: order, Summary: "7 before the day of publication · 1 after it · 2 not known"}
}

// many is a plot of so many articles, told over a spring.
func many(n int, order bool) Data {
	d := Data{Order: order, Summary: "many"}
	for i := range n {
		p := day("2025-01-10") + story.Day(i/3)
		r := Row{ID: fmt.Sprint("r", i), Title: fmt.Sprintf("Article %d of the made-up spring", i), Detail: "4 events", Colour: blue, Told: true, PubFrom: p, PubTo: p, PubBest: p, Ranks: 4, First: "Jan", Last: "May"}
		for k := range 4 {
			at := p - story.Day((k*7+i)%23)
			r.Dots = append(r.Dots, Dot{ID: fmt.Sprintf("e%d.%d", i, k), From: at, To: at, At: float32(k) / 4, Low: (k * 3) % 4, High: (k * 3) % 4, Step: [...]Step{StepFirst, StepOn, StepBack, StepBack}[k]})
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

// shown is a view in a window.
func shown(t testing.TB, w, h float32, d Data) (*View, fyne.Window) {
	v, win := kittest.Show(t, w, h, func() *View {
		kinds := kit.NewSegments(func(int) {})
		kinds.Set("Happened and told", "Order of telling")
		return New(kinds, widget.NewButton("Close", nil))
	})
	v.SetData(d)
	return v, win
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h float32
		d    Data
		pal  *kit.Palette
	}{
		{"told light", 1440, 500, made(false), kit.PaletteNamed("light")},
		{"told dark", 1440, 500, made(false), kit.PaletteNamed("dark")},
		{"told projector", 1024, 440, made(false), kit.PaletteNamed("projector")},
		{"order light", 1440, 500, made(true), kit.PaletteNamed("light")},
		{"order dark", 1024, 440, made(true), kit.PaletteNamed("dark")},
		{"order projector", 1024, 440, made(true), kit.PaletteNamed("projector")},
		{"told many", 1440, 560, many(300, false), kit.PaletteNamed("light")},
		{"order many", 1440, 560, many(300, true), kit.PaletteNamed("light")},
		{"empty", 900, 400, Data{Empty: "Nothing in these articles has a day. Give an article its day of publication."}, kit.PaletteNamed("light")},
	} {
		v, win := shown(t, c.w, c.h, c.d)
		v.SetPalette(c.pal)
		v.Plot.FocusGained()
		v.Plot.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		v.Plot.SetSelected("a2")
		kittest.Keep(t, win, "clockview", c.name)
		apart(t, c.name, v.Plot)
		v.Plot.FocusLost()
		v.Plot.SetPeriod(story.Between(day("2025-03-01"), day("2025-03-05")))
		kittest.Keep(t, win, "clockview", c.name+" period")
	}
}

// apart fails where two words of the plot lie over each other or one is cut by the edge.
func apart(t *testing.T, name string, p *Plot) {
	t.Helper()
	texts := p.draw.texts[:p.draw.used]
	in := func(o *canvas.Text) (x0, y0, x1, y1 float32) {
		at, s := o.Position(), o.MinSize()
		return at.X, at.Y, at.X + s.Width, at.Y + s.Height
	}
	for i, a := range texts {
		x0, y0, x1, y1 := in(a)
		if x0 < 0 || x1 > p.geo.w+1 || y1 > p.geo.h+4 {
			t.Errorf("%s: %q is cut", name, a.Text)
		}
		for _, b := range texts[:i] {
			if u0, v0, u1, v1 := in(b); x0 < u1 && u0 < x1 && y0 < v1-1 && v0 < y1-1 {
				t.Errorf("%s: %q lies over %q", name, a.Text, b.Text)
			}
		}
	}
}

// told notes what a plot tells.
func told(p *Plot) *[]string {
	var out []string
	p.OnDot = func(id string) { out = append(out, id) }
	p.OnRow = func(id string) { out = append(out, "row "+id) }
	p.OnKey = func(e *fyne.KeyEvent) { out = append(out, string(e.Name)) }
	return &out
}

// pointOf is where an event stands in the plot.
func pointOf(p *Plot, id string) fyne.Position {
	at := p.find(id)
	m := p.markOf(at)
	return fyne.NewPos((m.x0+m.x1)/2, p.top(at.row)+m.y)
}

func TestNumbersStandInTheirDiscs(t *testing.T) {
	for _, text := range []float32{12, 20, 34} {
		v, _ := shown(t, 1440, 700, made(false))
		pal := *kit.PaletteNamed("light")
		pal.TextSize = text
		v.SetPalette(&pal)
		discs := 0
		for i := range v.Plot.marks {
			for k := range v.Plot.marks[i] {
				if m := &v.Plot.marks[i][k]; len(m.dots) > 1 {
					discs++
					if w := v.Plot.number().Measure(fmt.Sprint(len(m.dots))).Width; w > 2*m.radius() {
						t.Errorf("text of %v: a number of %v stands in a disc of %v", text, w, 2*m.radius())
					}
				}
			}
		}
		if discs == 0 {
			t.Errorf("text of %v: no disc stands for several", text)
		}
	}
}

func TestTap_LeadsToTheEventOrTheArticle(t *testing.T) {
	for _, order := range []bool{false, true} {
		v, _ := shown(t, 1440, 500, made(order))
		p := v.Plot
		got := told(p)
		for _, id := range []string{"a0", "a1", "a3", "b0", "b4", "c0"} {
			*got = nil
			p.Tapped(&fyne.PointEvent{Position: pointOf(p, id)})
			if len(*got) != 1 || (*got)[0] != id {
				t.Errorf("order %v: a tap on %s tells %v", order, id, *got)
			}
		}
		*got = nil
		p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, p.top(1)+8)})
		if len(*got) != 1 || (*got)[0] != "row b" {
			t.Errorf("order %v: a tap on a title tells %v", order, *got)
		}
		*got = nil
		p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(p.geo.plotR-2, p.top(2)+3)})
		if len(*got) != 0 {
			t.Errorf("order %v: a tap on an empty spot tells %v", order, *got)
		}
	}
}

func TestTap_GoesThroughWhatStandsOnOneSpot(t *testing.T) {
	v, _ := shown(t, 1440, 500, made(false))
	p := v.Plot
	got := told(p)
	at := pointOf(p, "b1")
	for range 4 {
		p.Tapped(&fyne.PointEvent{Position: at})
	}
	if strings.Join(*got, " ") != "b1 b2 b3 b1" {
		t.Errorf("four clicks tell %v", *got)
	}
}

// TestKeys_ReachEveryEvent from the first to the last and back, with a ring that shows where they are.
func TestKeys_ReachEveryEvent(t *testing.T) {
	for _, order := range []bool{false, true} {
		v, _ := shown(t, 1000, 300, many(40, order))
		p := v.Plot
		got := told(p)
		key := func(k fyne.KeyName) { p.TypedKey(&fyne.KeyEvent{Name: k}) }
		p.FocusGained()
		var want []string
		for _, r := range v.Plot.data.Rows {
			for _, d := range r.Dots {
				want = append(want, d.ID)
				key(fyne.KeyReturn)
				if o := p.draw.focus; !o.Visible() || o.Position().Y < p.geo.top-10 || o.Position().Y > p.geo.foot {
					t.Fatalf("order %v: at %s the ring is out of view: %v", order, d.ID, o.Position())
				}
				key(fyne.KeyRight)
			}
		}
		if strings.Join(*got, " ") != strings.Join(want, " ") {
			t.Errorf("order %v: the keys reach %v", order, *got)
		}
		key(fyne.KeyHome)
		key(fyne.KeyDown)
		if p.at.row != 1 || p.scroll != 0 {
			t.Errorf("order %v: Home and Down lead to %+v, scrolled by %v", order, p.at, p.scroll)
		}
		key(fyne.KeyEnd)
		if p.current() != want[len(want)-1] {
			t.Errorf("order %v: End leads to %s", order, p.current())
		}
		key(fyne.KeyUp)
		if p.at.row != 38 {
			t.Errorf("order %v: Up leads to row %d", order, p.at.row)
		}
		*got = nil
		key(fyne.KeySpace)
		if len(*got) != 1 {
			t.Error("other keys are not the caller's")
		}
		p.FocusLost()
		if p.draw.focus.Visible() {
			t.Error("the ring stays")
		}
	}
}

func TestHover_SaysWhatItIs(t *testing.T) {
	v, _ := shown(t, 1440, 500, made(false))
	p := v.Plot
	hover := func(at fyne.Position) string {
		p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		if !p.draw.tip.Visible() {
			return ""
		}
		return strings.Join(p.draw.tip.Lines(), "|")
	}
	for _, c := range []struct {
		name string
		at   fyne.Position
		want string
	}{
		{"an event", pointOf(p, "a1"), "what a1 says"},
		{"three on one spot", pointOf(p, "b1"), "what b1 says|what b2 says|what b3 says"},
		{"a title", fyne.NewPos(60, p.top(0)+9), "The harbour closes after a night of storms|The Harbour News"},
		{"nothing", fyne.NewPos(p.geo.plotR-1, p.top(2)+2), ""},
	} {
		if got := hover(c.at); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	hover(pointOf(p, "a1"))
	p.MouseOut()
	if p.draw.tip.Visible() {
		t.Error("the tip stays")
	}
}

func TestScroll_ShowsAllRowsAndNoFurther(t *testing.T) {
	v, _ := shown(t, 1440, 500, many(300, false))
	p := v.Plot
	for range 2000 {
		p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	}
	if _, last := p.inView(); last != 300 || p.scroll > p.geo.full {
		t.Errorf("the last row in view is %d", last)
	}
	p.set(many(300, true))
	if p.scroll != 0 {
		t.Error("another plot does not begin at its top")
	}
	p.scrollTo(900)
	p.set(many(280, true))
	if p.scroll != 900 {
		t.Error("the same plot does not stay where it is")
	}
}

// TestFlashback_GoesDown: of two events the later one stands higher, whatever time lies between.
func TestFlashback_GoesDown(t *testing.T) {
	v, _ := shown(t, 1440, 500, made(true))
	p := v.Plot
	y := func(id string) float32 { return p.markOf(p.find(id)).y }
	if !(y("a1") > y("a0") && y("a0") > y("a3")) || pointOf(p, "a0").X >= pointOf(p, "a1").X {
		t.Errorf("a0 at %v, the look back a1 at %v, a3 at %v", y("a0"), y("a1"), y("a3"))
	}
	if m := p.markOf(p.find("a2")); !m.bar || m.y1 <= m.y0 {
		t.Errorf("a range is drawn as a day: %+v", m)
	}
}

func TestPeriod_IsShadedWhereDaysAre(t *testing.T) {
	v, _ := shown(t, 1440, 500, made(false))
	p := v.Plot
	p.SetPeriod(story.Between(day("2025-03-10"), day("2025-03-12")))
	if b := p.draw.band; !b.Visible() || abs(b.Position().X-p.x(float64(day("2025-03-10")))) > 0.5 {
		t.Errorf("the shade is at %v", p.draw.band.Position())
	}
	p.set(made(true))
	if p.draw.band.Visible() {
		t.Error("where no days are, some are shaded")
	}
}

func BenchmarkPaint(b *testing.B) {
	v, _ := shown(b, 1440, 560, many(1000, true))
	for b.Loop() {
		v.Plot.draw.paint(1440, 500)
	}
}

func BenchmarkPeriod(b *testing.B) {
	v, _ := shown(b, 1440, 560, many(1000, false))
	for i := 0; b.Loop(); i++ {
		v.Plot.SetPeriod(story.Between(story.Day(20000+i%50), story.Day(20003+i%50)))
	}
}

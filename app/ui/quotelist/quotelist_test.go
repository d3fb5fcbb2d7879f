package quotelist

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"
	"testing"

	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var (
	blue   = color.NRGBA{0x00, 0x72, 0xb2, 255}
	orange = color.NRGBA{0xd5, 0x5e, 0x00, 255}
)

func quote(id int) Item {
	it := Item{ID: fmt.Sprint(id), Colour: blue, Faded: id%5 == 4}
	if id%3 == 0 {
		it.Colour = orange
	}
	return it
}

// said is what stands on the card of a quote.
func said(id string) Text {
	n, _ := strconv.Atoi(id)
	t := Text{Words: fmt.Sprintf("“The ferry number %d will not sail before the harbour master has counted every rope,”", n),
		Speaker: "Johanna Lindqvist", Role: "mayor of the harbour town", When: "12 Mar 2025", Where: "Lyngholm", WhereRing: n%2 == 0,
		Source: "Ferry company answers the mayor and other stories"}
	if n%3 == 0 {
		t.Words, t.Role = "“not today”", ""
	}
	return t
}

func quotes(from, to int) []Item {
	var out []Item
	for i := from; i < to; i++ {
		out = append(out, quote(i))
	}
	return out
}

func shown(t testing.TB, w, h float32) (*List, fyne.Window) {
	l, win := kittest.Show(t, w, h, New)
	l.Say(said)
	return l, win
}

// at is where a card stands in the window.
func at(l *List, id int) float32 {
	y, _, _ := l.Place(fmt.Sprint(id))
	return y
}

func TestPictures(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(quotes(0, 40))
	l.SetSelected("1")
	test.MoveMouse(win.Canvas(), fyne.NewPos(100, at(l, 2)+5))
	kittest.Keep(t, win, "quotelist", "top")
	l.SetSelected("33")
	kittest.Keep(t, win, "quotelist", "selected")
	win.Resize(fyne.NewSize(200, 620))
	kittest.Keep(t, win, "quotelist", "narrow")
	l.SetItems(nil)
	kittest.Keep(t, win, "quotelist", "empty")
}

func BenchmarkSetItemsStep(b *testing.B) {
	l, _ := shown(b, 320, 620)
	all := quotes(0, 520)
	l.SetItems(all[:500])
	l.SetSelected("40")
	for i := 0; b.Loop(); i++ {
		l.SetItems(all[i%20 : i%20+500])
	}
}

func BenchmarkSetItemsAllNew(b *testing.B) {
	l, _ := shown(b, 320, 620)
	all := quotes(0, 500)
	l.SetItems(all)
	for b.Loop() {
		l.Say(said)
		l.SetItems(nil)
		l.SetItems(all)
	}
}

func TestTapTellsTheCard(t *testing.T) {
	l, win := shown(t, 320, 620)
	var taps []string
	l.OnTap = func(id string) { taps = append(taps, id) }
	l.SetItems(quotes(100, 140))
	test.TapCanvas(win.Canvas(), fyne.NewPos(160, at(l, 102)+6))
	l.SetSelected("120")
	test.TapCanvas(win.Canvas(), fyne.NewPos(160, at(l, 120)+6))
	test.TapCanvas(win.Canvas(), fyne.NewPos(2, 300)) // beside the cards
	if fmt.Sprint(taps) != "[102 120]" {
		t.Errorf("taps told %v", taps)
	}
}

func TestOnlyCardsInViewAreLaidOut(t *testing.T) {
	l, _ := shown(t, 320, 620)
	asked := map[string]int{}
	l.Say(func(id string) Text { asked[id]++; return said(id) })
	l.SetItems(quotes(0, 500))
	live := len(l.Live())
	l.SetItems(quotes(1, 500))
	total := 0
	for _, n := range asked {
		total += n
	}
	if len(asked) != 500 || total > 500+2*live || len(l.layouts) > live+1 {
		t.Errorf("%d cards are in view: %d quotes were asked for %d times, %d laid out", live, len(asked), total, len(l.layouts))
	}
	was := l.Total()
	l.Say(func(id string) Text { return Text{Words: "“No.”"} })
	if l.SetItems(quotes(1, 500)); l.Total() >= was {
		t.Error("cards that say less stand as tall as before")
	}
}

func TestWithoutASelectionTheTopCardStays(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(quotes(0, 60))
	l.SetSelected("30")
	l.SetSelected("")
	test.Scroll(win.Canvas(), fyne.NewPos(100, 100), 0, 2000)
	test.Scroll(win.Canvas(), fyne.NewPos(100, 100), 0, -700)
	top := -1
	for id := range 60 {
		if y := at(l, id); y+100 > 0 && top < 0 {
			top = id
		}
	}
	was := at(l, top)
	l.SetItems(quotes(3, 60))
	if now := at(l, top); now != was {
		t.Errorf("card %d was at %v, is at %v", top, was, now)
	}
}

func TestSetFiresNothing(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.OnTap = func(id string) { t.Errorf("told %s", id) }
	l.SetItems(quotes(0, 40))
	l.SetSelected("30")
	l.SetItems(quotes(20, 60))
	l.SetSelected("")
	l.SetLook(Look{TextSize: 20})
}

func TestHeightsFollowTheWidth(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(quotes(0, 60))
	l.SetSelected("40")
	wide := l.Total()
	win.Resize(fyne.NewSize(180, 620))
	if l.Total() <= wide {
		t.Errorf("total height %v at 180, %v at 320", l.Total(), wide)
	}
	if !l.InView("40") {
		t.Error("the selected card went out of view")
	}
	for _, r := range l.Live() {
		c := r.(*card)
		for i, o := range c.Objects() {
			p := o.Position()
			if p.Y+o.Size().Height > c.Top()+c.state.lay.height+0.5 || p.X+o.Size().Width > l.width-gap+1 {
				t.Errorf("object %d of a card stands out of it", i)
			}
		}
	}
}

func TestOnlyUpAndDownAreKeysOfTheList(t *testing.T) {
	l, _ := shown(t, 320, 620)
	var taps []string
	var keys []fyne.KeyName
	l.OnTap = func(id string) { taps = append(taps, id) }
	l.OnKey = func(k *fyne.KeyEvent) { keys = append(keys, k.Name) }
	l.SetItems(quotes(0, 60))
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyHome, fyne.KeyEnd} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if fmt.Sprint(taps) != "[0 1 0]" || !l.InView("0") {
		t.Errorf("keys told %v", taps)
	}
	if fmt.Sprint(keys) != "[Space Home End]" {
		t.Errorf("keys for the caller: %v", keys)
	}
}

func TestOddItemsAreBorne(t *testing.T) {
	l, win := shown(t, 320, 200)
	long := ""
	for range 30 {
		long += "Donaudampfschifffahrt"
	}
	for name, text := range map[string]Text{
		"all empty":             {},
		"a word without end":    {Words: long, Speaker: long, Role: long, When: long, Where: long, Source: long},
		"Arabic, Thai, Chinese": {Words: "«لن نغادر»", Speaker: "ประเทศไทย", Role: "他说他们会离开", Where: "北京"},
		"broken UTF-8":          {Words: "a\xff\xfeb \xc3"},
		"spaces only":           {Words: " \n\t ", Speaker: " "},
	} {
		l.Say(func(string) Text { return text })
		l.SetItems([]Item{{ID: "1"}, {ID: "2"}, {ID: "1"}, {}})
		for _, w := range []float32{320, 30, 1} {
			win.Resize(fyne.NewSize(w, 200))
			win.Canvas().Capture()
		}
		l.SetSelected("1")
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// FuzzLayout: no text is lost, pieces stand inside the card and below each other.
func FuzzLayout(f *testing.F) {
	f.Add("“We will leave,” she said", "Jane Roe", "harbour master", uint16(300))
	test.NewTempApp(f)
	l := New()
	l.look, l.faces = l.own.themed(l), faces{}
	f.Fuzz(func(t *testing.T, words, speaker, role string, width uint16) {
		l.width = float32(width%800) + 1
		text := Text{Words: words, Speaker: speaker, Role: role}
		lay := l.layOut(text, true)
		if high := l.layOut(text, false).height; high != lay.height {
			t.Fatalf("measured %v, laid out %v", high, lay.height)
		}
		got, want := "", strings.Join(strings.Fields(words+" "+speaker+" "+role), "")
		y := float32(0)
		for _, p := range lay.pieces {
			got += strings.Join(strings.Fields(p.text), "")
			if p.y < y || p.y+p.h > lay.height+0.01 {
				t.Fatalf("piece %q at %v, the one before at %v, height %v", p.text, p.y, y, lay.height)
			}
			y = p.y
		}
		if got != want {
			t.Fatalf("laid out %q, want %q", got, want)
		}
	})
}

package reviewlist

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

var blue = color.NRGBA{0x00, 0x67, 0xa8, 255}

func questions(n int) []Item {
	all := []Item{
		{Ask: "When was it published?", Words: "A list that nobody has seen", Chip: "10–17 Mar 2025", Shape: Date, Rest: "inferred, 54 %"},
		{Ask: "Where?", Words: "“the harbour in question”", Chip: "Lyngholm County", Shape: Place, Rest: "Lyngholm, city · 61 %", Status: Right},
		{Ask: "Who says this?", Words: "“positive messages”", Chip: "Astrid Vik", Shape: Ring, Rest: "or Olav Moe · 66 %", Status: Cannot},
		{Ask: "Not placed", Words: "“Malaya Aas”", Rest: "no such name in the gazetteer · put it on the map", Status: Changed},
	}
	var out []Item
	for i := range n {
		it := all[i%len(all)]
		it.ID, it.Count, it.Colour = fmt.Sprint(i+1), fmt.Sprintf("%d of %d", i+1, n), blue
		out = append(out, it)
	}
	return out
}

func shown(t testing.TB, w, h float32) (*List, fyne.Window) { return kittest.Show(t, w, h, New) }

func told(l *List) *[]string {
	var out []string
	add := func(what string) func(string) {
		return func(id string) { out = append(out, fmt.Sprint(what, " ", id)) }
	}
	l.OnTap, l.OnRight, l.OnChange, l.OnCannot = add("tap"), add("right"), add("change"), add("cannot")
	l.OnNext = func() { out = append(out, "next") }
	l.OnRune = func(r rune) { out = append(out, "rune "+string(r)) }
	return &out
}

func TestPictures(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(questions(9))
	l.SetSelected("1")
	kittest.Keep(t, win, "reviewlist", "light")
	l.SetPalette(kit.Palettes[1], nil)
	l.SetSelected("3")
	kittest.Keep(t, win, "reviewlist", "dark")
	l.SetPalette(kit.Palettes[0].Scaled(200), nil)
	kittest.Keep(t, win, "reviewlist", "large")
	l.SetItems(nil)
	kittest.Keep(t, win, "reviewlist", "empty")
}

func TestKeys(t *testing.T) {
	for _, x := range []struct {
		name  string
		keys  []fyne.KeyName
		runes string
		want  string
	}{
		{"Enter says that the chosen one is right", []fyne.KeyName{fyne.KeyReturn}, "", "right 2"},
		{"C changes it", nil, "c", "change 2"},
		{"X says that it cannot be told", nil, "X", "cannot 2"},
		{"N goes on", nil, "n", "next"},
		{"an arrow goes to the next", []fyne.KeyName{fyne.KeyDown}, "", "tap 3"},
		{"another letter is the caller's", nil, "r", "rune r"},
	} {
		l, win := shown(t, 320, 620)
		l.SetItems(questions(9))
		l.SetSelected("2")
		got := told(l)
		win.Canvas().Focus(l)
		for _, k := range x.keys {
			l.TypedKey(&fyne.KeyEvent{Name: k})
		}
		for _, r := range x.runes {
			l.TypedRune(r)
		}
		if s := strings.Join(*got, ", "); s != x.want {
			t.Errorf("%s: told %q, want %q", x.name, s, x.want)
		}
	}
}

func TestTheButtonsOfTheChosenOneTell(t *testing.T) {
	l, win := shown(t, 420, 620)
	got := told(l)
	l.SetItems(questions(9))
	l.SetSelected("2")
	for _, o := range l.Live()[1].(*row).tools.Objects {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		test.TapCanvas(win.Canvas(), at.AddXY(10, 10))
	}
	if s := strings.Join(*got, ", "); s != "right 2, change 2, cannot 2" {
		t.Errorf("told %q", s)
	}
	if l.Live()[0].(*row).tools != nil {
		t.Error("an item that is not chosen has buttons")
	}
}

func TestTheChosenOneIsTallerAndTheRestGivesWay(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.SetItems(questions(9))
	_, before, _ := l.Place("2")
	below, _, _ := l.Place("3")
	l.SetSelected("2")
	_, after, _ := l.Place("2")
	if now, _, _ := l.Place("3"); after <= before+10 || now != below+after-before {
		t.Errorf("from %v to %v tall; the next stands at %v, was at %v", before, after, now, below)
	}
	l.SetSelected()
	if _, h, _ := l.Place("2"); h != before {
		t.Errorf("no longer chosen it is %v tall, not %v", h, before)
	}
}

func TestSetFiresNothing(t *testing.T) {
	l, _ := shown(t, 320, 620)
	got := told(l)
	l.SetItems(questions(40))
	l.SetSelected("30")
	l.SetItems(questions(20))
	l.SetPalette(kit.Palettes[2], nil)
	l.SetSelected()
	l.SetItems(nil)
	if len(*got) > 0 {
		t.Errorf("told %q", *got)
	}
}

func TestTextStaysInItsItem(t *testing.T) {
	for _, percent := range []int{80, 100, 250} {
		for _, width := range []float32{200, 320, 700} {
			if width < 1.6*float32(percent) {
				continue
			}
			l, _ := shown(t, width, 1400)
			l.SetPalette(kit.Palettes[0].Scaled(percent), nil)
			l.SetItems(append(questions(5), Item{ID: "99", Ask: "Where?", Words: strings.Repeat("Donaudampfschifffahrt", 8), Chip: strings.Repeat("long ", 40), Shape: Place}))
			l.SetSelected("1")
			for _, r := range l.Live() {
				for _, o := range r.Objects() {
					if x, ok := o.(*canvas.Text); ok && x.Position().X+x.MinSize().Width > width-gap {
						t.Errorf("%d %%, %v wide: %q ends at %v", percent, width, x.Text, x.Position().X+x.MinSize().Width)
					}
				}
			}
		}
	}
}

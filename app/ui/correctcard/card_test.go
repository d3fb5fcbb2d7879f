package correctcard

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func question() Data {
	return Data{Kind: "PLACE · 3 OF 4 MENTIONS ALIKE", Title: "Lyngholm", Before: "… an ultimatum to the islands to leave the ", Words: "Lyngholm",
		After: " region, the harbour master said.", Source: "Ferries and fish · sentence 2", Ask: "What is meant",
		Choices: []Choice{
			{ID: "1", Name: "Lyngholm County", Rest: "region, Norway", Why: "“region” follows · near Aas, 190 km · named 3 more times", Share: 0.9},
			{ID: "2", Name: "Lyngholm", Rest: "city, Norway · 1.4 million", Share: 0.08},
			{ID: "3", Name: "Lyngholmen", Rest: "village, North County", Share: 0.01},
		}, Shown: "1", Field: "Search the gazetteer",
		Actions: []Action{{ID: "map", Name: "Put it on the map"}, {Name: "Only speaks", Menu: []Choice{{ID: "actor", Name: "It only speaks"}, {ID: "none", Name: "It is no place"}}}},
		Scopes:  []string{"all 4 mentions in the story", "only this one"}}
}

func shown(t testing.TB, w, h float32, d Data) (*Card, fyne.Window) {
	c, win := kittest.Show(t, w, h, func() *Card { return New() })
	c.SetData(d)
	return c, win
}

// told writes down what the card tells.
func told(c *Card) *[]string {
	var out []string
	add := func(s string) { out = append(out, s) }
	c.OnStage = func(id string) { add("stage " + id) }
	c.OnType = func(s string) { add("type " + s) }
	c.OnAction = func(id string) { add("action " + id) }
	c.OnScope = func(i int) { add(fmt.Sprint("scope ", i)) }
	c.OnRight = func() { add("right") }
	c.OnTake = func() { add("take") }
	c.OnClose = func() { add("close") }
	return &out
}

func TestPictures(t *testing.T) {
	c, win := kittest.Show(t, 400, 620, func() *Card { return New() })
	box := container.NewWithoutLayout(c)
	win.SetContent(box)
	c.SetData(question())
	c.SetEffect("Moves 2 events and one area; no quote.")
	for _, x := range []struct {
		name    string
		palette string
		percent int
		w, h    float32
	}{{"light", "light", 100, 400, 620}, {"dark", "dark", 100, 400, 620}, {"large", "light", 250, 1000, 700}, {"narrow", "light", 150, 260, 600}} {
		win.Resize(fyne.NewSize(x.w, x.h))
		c.SetPalette(kit.PaletteNamed(x.palette).Scaled(x.percent), nil)
		c.SetRoom(x.h - 20)
		c.Move(fyne.NewPos(10, 10))
		c.Resize(fyne.NewSize(min(c.Wanted(), x.w-20), 10))
		c.Resize(fyne.NewSize(min(c.Wanted(), x.w-20), c.MinSize().Height))
		kittest.Keep(t, win, "correctcard", x.name)
	}
}

func TestKeys(t *testing.T) {
	enter, esc, down := fyne.KeyReturn, fyne.KeyEscape, fyne.KeyDown
	for _, x := range []struct {
		name  string
		keys  []fyne.KeyName
		runes string
		want  string
	}{
		{"Enter says that what is shown is right", []fyne.KeyName{enter}, "", "right"},
		{"an arrow chooses, Enter takes", []fyne.KeyName{down, enter}, "", "stage 2, take"},
		{"a digit chooses", nil, "3", "stage 3"},
		{"C chooses the best rival, C again takes it", nil, "cC", "stage 2, take"},
		{"a digit without an answer does nothing", nil, "97", ""},
		{"Esc closes", []fyne.KeyName{esc}, "", "close"},
		{"the arrows end at the last answer", []fyne.KeyName{down, down, down, down}, "", "stage 2, stage 3"},
	} {
		c, win := shown(t, 400, 640, question())
		got := told(c)
		c.TakeFocus(win.Canvas())
		for _, k := range x.keys {
			win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
		for _, r := range x.runes {
			win.Canvas().Focused().TypedRune(r)
		}
		if s := strings.Join(*got, ", "); s != x.want {
			t.Errorf("%s: told %q, want %q", x.name, s, x.want)
		}
	}
}

func TestTheLineTellsWhatIsTyped(t *testing.T) {
	d := question()
	d.TypeFirst = true
	c, win := shown(t, 400, 640, d)
	got := told(c)
	c.TakeFocus(win.Canvas())
	test.Type(win.Canvas().Focused(), "Aa")
	c.SetFound([]Choice{{ID: "9", Name: "Aas", Rest: "village", Share: -1}})
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := []string{"type A", "type Aa", "stage 2", "stage 3", "stage 9", "take"}
	if !slices.Equal(*got, want) {
		t.Errorf("told %q, want %q", *got, want)
	}
	if c.Typed() != "Aa" {
		t.Errorf("the line holds %q", c.Typed())
	}
}

func TestWhatWasUnderstoodIsTheAnswer(t *testing.T) {
	c, _ := shown(t, 400, 640, question())
	if c.Changed() || !c.parts.take.Control.Disabled() {
		t.Error("a fresh card has something to take")
	}
	c.SetRead("1–10 Mar 2025", true)
	if !c.Changed() || c.parts.take.Control.Disabled() || c.Staged() != "" {
		t.Error("what was understood cannot be taken")
	}
	c.SetRead("no day", false)
	if c.Changed() {
		t.Error("what was not understood can be taken")
	}
}

func TestSetFiresNothing(t *testing.T) {
	c, _ := shown(t, 400, 640, question())
	got := told(c)
	d := question()
	d.Typed = "early March 2025"
	c.SetData(d)
	c.SetFound([]Choice{{ID: "9"}})
	c.Stage("9")
	c.SetEffect("x")
	c.SetRead("y", true)
	c.SetPalette(kit.Palettes[1], nil)
	if len(*got) > 0 {
		t.Errorf("told %q", *got)
	}
}

func TestAScopeIsTold(t *testing.T) {
	c, win := shown(t, 400, 700, question())
	got := told(c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.parts.scopes)
	test.TapCanvas(win.Canvas(), at.AddXY(30, c.parts.scopes.ends[0]+8))
	if len(*got) != 1 || (*got)[0] != "scope 1" || c.Data().Scope != 1 {
		t.Errorf("told %q", *got)
	}
}

func TestNothingIsCut(t *testing.T) {
	for _, percent := range []int{80, 100, 250} {
		for _, width := range []float32{240, 372, 700, 900} {
			if width < 2.4*float32(percent) { // narrower than any window in such a size
				continue
			}
			c, win := shown(t, width, 3000, question())
			c.SetPalette(kit.Palettes[0].Scaled(percent), nil)
			c.SetEffect("Moves 2 events and one area; no quote.")
			win.Resize(fyne.NewSize(width, 3000))
			for _, r := range []interface {
				fyne.CanvasObject
				Size() fyne.Size
			}{c.parts.passage, c.parts.choices, c.parts.scopes, c.parts.effect} {
				for _, o := range test.WidgetRenderer(r.(fyne.Widget)).Objects() {
					if x, ok := o.(*canvas.Text); ok && (x.Position().X+x.MinSize().Width > r.Size().Width+1 || x.Position().Y+x.MinSize().Height > r.Size().Height+1) {
						t.Errorf("%d %%, %v wide: %q ends at %v of %v", percent, width, x.Text, x.Position().X+x.MinSize().Width, r.Size())
					}
				}
			}
		}
	}
}

func TestTextCanBeRead(t *testing.T) {
	for _, p := range kit.Palettes {
		if got := kit.Contrast(p.Text, kit.Between(p.Filled, p.Bar, 1-0x24/255.0)); got < 4.5 {
			t.Errorf("%s: the marked words have a contrast of %.1f", p.Name, got)
		}
	}
}

func TestALongCardScrolls(t *testing.T) {
	d := question()
	for i := range 20 {
		d.Choices = append(d.Choices, Choice{ID: fmt.Sprint("more ", i), Name: "Lyngholm", Rest: "village", Share: 0})
	}
	c, win := kittest.Show(t, 400, 400, func() *Card { return New() })
	win.SetContent(container.NewWithoutLayout(c))
	c.SetData(d)
	c.SetRoom(380)
	c.Resize(fyne.NewSize(380, 380))
	seen := func(id string) bool {
		for i, x := range c.parts.choices.all {
			if end := c.parts.choices.Position().Y + c.parts.choices.ends[i] - c.parts.scroll.Offset.Y; x.ID == id {
				return end > 5 && end <= c.parts.scroll.Size().Height+1
			}
		}
		return false
	}
	if seen("more 19") {
		t.Fatal("the last answer is to be seen at once")
	}
	c.Stage("more 19")
	if !seen("more 19") {
		t.Error("the answer that was chosen is not to be seen")
	}
	c.SetEffect("Moves 2 events.")
	at, e := c.parts.effect.Position().Y, c.parts.effect.Size().Height
	if at < c.parts.scroll.Position().Y+c.parts.scroll.Size().Height-1 || at+e > c.parts.take.Position().Y {
		t.Errorf("what it would change stands at %v, not above the buttons", at)
	}
	c.parts.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 2000}})
	if c.parts.scroll.Offset.Y != 0 {
		t.Error("the wheel does not scroll")
	}
}

package present

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var (
	where = Question{Pane: OnMap, Title: "Where was this?", Under: "Question 3 of 8 · click on the map", Score: "5 right · 2 near", Left: "1 left",
		Text: "The ferry left the harbour of " + Gap + " with all of its passengers, (" + Gap + ").", Foot: "Enter shows the answer", Colour: red}
	who = Question{Pane: OnCards, Title: "Who said this?", Under: "Question 2 of 8", Score: "1 right", Left: "6 left", Text: "“There is one rope too few,”", Foot: "Johanna Lindqvist",
		Source: "Ferry company answers the mayor", Told: true, Choices: []Choice{{Sign: "1", Words: "Johanna Lindqvist", State: IsRight}, {Sign: "2", Words: "the ferry company", State: IsWrong},
			{Sign: "3", Words: "the committee for harbours, ferries and lighthouses of the county of Lyngholm"}, {Sign: "4", Words: "Jane Roe", State: Picked}}}
	first = Question{Pane: OnCards, Title: "What came first?", Under: "Question 8 of 8", Score: "1 right", Foot: "Enter shows the answer", Choices: []Choice{
		{Sign: "1", Words: "The ferry left the harbour of Lyngholm with all of its passengers.", Under: "first", State: Picked},
		{Sign: "2", Words: strings.Repeat("The harbour master counted the ropes, and counted them again. ", 5)}, {Sign: "3", Words: "Nobody came " + Gap + "."}}}
)

func TestQuestion_NothingOverlapsAndNothingIsCut(t *testing.T) {
	s := shown(t, 320, 240)
	for _, size := range [][2]float32{{1280, 720}, {1366, 768}, {1440, 900}, {1920, 1080}, {3840, 2160}, {1024, 768}} {
		for i, q := range []Question{where, who, first} {
			s.win.Resize(fyne.NewSize(size[0], size[1]))
			s.SetQuestion(&q)
			name := fmt.Sprintf("question-%d-%.0fx%.0f", i, size[0], size[1])
			if size[1] == 768 {
				keep(t, s, name)
			}
			o := &s.plan
			areas := append([]area{o.date, o.counter, o.quote}, o.choices...)
			for k, a := range areas {
				if a.empty() {
					t.Errorf("%s: card %d is empty", name, k)
				}
				if a.x < 0 || a.y < 0 || a.right() > size[0]+0.5 || a.bottom() > size[1]+0.5 {
					t.Errorf("%s: card %d at %v %v stands out", name, k, a.pos(), a.dim())
				}
				for j, b := range areas[:k] {
					if a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom() {
						t.Errorf("%s: cards %d and %d overlap: %v %v, %v %v", name, j, k, b.pos(), b.dim(), a.pos(), a.dim())
					}
				}
				for _, p := range a.pieces {
					if w := p.face.At(p.size).Measure(p.text).Width; p.x+w > a.w+0.5 || p.y+p.h > a.h+0.5 {
						t.Errorf("%s: %.30q at %v,%v, %v wide, stands out of card %d of %v", name, p.text, p.x, p.y, w, k, a.dim())
					}
					if p.size < min(o.size.least, 32*o.size.unit)-0.01 || size[1] == 1080 && p.size < 32 {
						t.Errorf("%s: %.30q is %v small", name, p.text, p.size)
					}
				}
			}
		}
	}
}

func TestQuestion_OneCardHasNoNumber(t *testing.T) {
	s := shown(t, 1440, 900)
	most := 0
	for n := 20; n < 160; n++ {
		q := where
		q.Text = strings.Repeat("ferry ", n) + Gap
		s.SetQuestion(&q)
		if most = max(most, s.plan.pages); s.plan.pages == 1 && strings.Contains(s.text(), "1/1") {
			t.Errorf("the only card of %d words is numbered: %s", n, s.text())
		}
	}
	if most < 2 {
		t.Error("no text is too long for one card")
	}
}

func TestQuestion_GapsAreDarkBoxes(t *testing.T) {
	s := shown(t, 1920, 1080)
	s.SetSlide(slide())
	s.SetQuestion(&where)
	c := s.draw.quote
	if c.gapped != 2 {
		t.Fatalf("%d boxes", c.gapped)
	}
	g := c.gaps[0]
	at := c.Position().Add(g.Position()).AddXY(g.Size().Width/2, g.Size().Height/2)
	if got, want := fmt.Sprint(s.win.Canvas().Capture().At(int(at.X), int(at.Y))), fmt.Sprint(s.look.text); got != want {
		t.Errorf("the box is %s, not %s", got, want)
	}
	s.SetQuestion(nil)
	if c.gapped != 0 {
		t.Error("the slide has boxes")
	}
}

func TestQuestion_KeysAndClicks(t *testing.T) {
	s := shown(t, 1280, 720)
	s.OnPick = func(k int) { s.calls = append(s.calls, fmt.Sprint("pick ", k)) }
	s.OnTeam = func() { s.calls = append(s.calls, "team") }
	s.OnAnswer = func() { s.calls = append(s.calls, "answer") }
	taken := true
	s.OnArrow = func(x, y int) bool { s.calls = append(s.calls, fmt.Sprint("arrow ", x, y)); return taken }
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"a digit picks", func() { s.TypedRune('2') }, "pick 1"},
		{"a digit past the choices is nothing", func() { s.TypedRune('5') }, ""},
		{"T is the other team", func() { s.TypedRune('T') }, "team"},
		{"an arrow moves the answer", func() { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) }, "arrow -1 0"},
		{"an arrow that moves nothing is a clicker's", func() { taken = false; s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) }, "arrow 1 0, next"},
		{"Page Down goes on", func() { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }, "next"},
		{"Home is for slides", func() { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) }, ""},
		{"S is for slides", func() { s.TypedRune('s') }, ""},
		{"on a black screen a digit only brings the picture back", func() { s.TypedRune('b'); s.TypedRune('n') }, "blank 1, blank 0"},
		{"a click on a choice picks it", func() { test.TapCanvas(s.win.Canvas(), s.plan.choices[2].pos().AddXY(40, 20)) }, "pick 2"},
		{"a click on the text shows the answer", func() { test.TapCanvas(s.win.Canvas(), s.plan.quote.pos().AddXY(40, 20)) }, "answer"},
		{"Esc ends it", func() { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, "close"},
	} {
		s.SetQuestion(&who)
		if c.do(); s.took() != c.want {
			c.do()
			t.Errorf("%s: told %q, want %q", c.name, s.took(), c.want)
		}
	}
	if s.mapp.Visible() || s.line.Visible() {
		t.Error("map and timeline are behind the cards")
	}
	s.SetQuestion(nil)
	if !s.mapp.Visible() || !s.line.Visible() {
		t.Error("map and timeline do not come back")
	}
	if s.TypedRune('2'); s.took() != "" {
		t.Error("a digit on a slide is something")
	}
}

func TestQuestion_TheTextStandsStillWhenTheAnswerComes(t *testing.T) {
	s := shown(t, 1920, 1080)
	s.SetQuestion(&where)
	before := s.plan.quote
	told := where
	told.Foot, told.Source, told.Told = "Near: Lyngholm · 214 km off", "Ferry company answers the mayor", true
	s.SetQuestion(&told)
	if after := s.plan.quote; after.pos() != before.pos() || after.pieces[0].y != before.pieces[0].y || after.pieces[0].size != before.pieces[0].size {
		t.Errorf("it was at %v, %v high, and is at %v, %v high", before.pos(), before.pieces[0].size, after.pos(), after.pieces[0].size)
	}
}

// TestQuestion_LargeTextRunsOverNoMoreCards: at the largest text size a question is set in smaller type before it goes on over
// further cards, and no choice is cut that a normal size has room for.
func TestQuestion_LargeTextRunsOverNoMoreCards(t *testing.T) {
	s := shown(t, 320, 240)
	long := where
	long.Text = strings.Repeat("The ferry left the harbour of "+Gap+" before anybody had counted. ", 2)
	said := who
	said.Text = "“" + strings.Repeat("There is one rope too few on the north side, and nobody counted. ", 4) + "”"
	order := first
	order.Choices = append([]Choice(nil), first.Choices...)
	order.Choices[1].Words = strings.Repeat("The harbour master counted the ropes, and counted them again. ", 3)
	for _, size := range [][2]float32{{1280, 720}, {1440, 900}, {1920, 1080}} {
		s.win.Resize(fyne.NewSize(size[0], size[1]))
		for _, q := range []Question{where, long, who, said, order} {
			s.SetLook(Look{Scale: 1.5})
			s.SetQuestion(&q)
			o := &s.plan
			if o.pages != 1 || o.quote.empty() {
				t.Errorf("%v: %q goes over %d cards", size, q.Text, o.pages)
			}
			for _, a := range append([]area{o.quote}, o.choices...) {
				for _, p := range a.pieces {
					if p.size < 32*o.size.unit-0.01 {
						t.Errorf("%v: %.30q is %v small", size, p.text, p.size)
					}
					if strings.HasSuffix(p.text, "…") {
						t.Errorf("%v: %q is cut", size, p.text)
					}
				}
			}
		}
	}
}

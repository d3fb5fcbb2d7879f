package present

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
	"unsafe"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var red = color.NRGBA{0xb0, 0x24, 0x1c, 255}

func slide() Slide {
	return Slide{Date: "12 March 2025", Under: "Wednesday · The ferry story, March 2025",
		Words:   "“The ferry will not sail before the harbour master has counted every rope,”",
		Speaker: "Johanna Lindqvist", Role: "mayor of the harbour town", Colour: red, At: 3, Of: 14}
}

// pane stands in for the map: it counts the taps that come through to it.
type pane struct {
	widget.BaseWidget
	rect *canvas.Rectangle
	taps int

	wheel []fyne.Position // where the wheel was turned
}

func newPane(c color.Color) *pane {
	p := &pane{rect: canvas.NewRectangle(c)}
	p.ExtendBaseWidget(p)
	return p
}

func (p *pane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.rect) }
func (p *pane) Tapped(*fyne.PointEvent)             { p.taps++ }
func (p *pane) Scrolled(e *fyne.ScrollEvent)        { p.wheel = append(p.wheel, e.Position) }

type shownScreen struct {
	*Screen
	win   fyne.Window
	mapp  *pane
	line  *pane
	calls []string
}

func shown(t testing.TB, w, h float32) *shownScreen {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(kittest.Theme(theme.VariantLight))
	s := &shownScreen{mapp: newPane(color.NRGBA{0xe9, 0xe3, 0xd6, 255}), line: newPane(color.NRGBA{0xd6, 0xe0, 0xe9, 255})}
	s.Screen = New(s.mapp, s.line)
	tell := func(name string) func() { return func() { s.calls = append(s.calls, name) } }
	s.OnNext, s.OnPrevious, s.OnFirst, s.OnLast, s.OnClose = tell("next"), tell("previous"), tell("first"), tell("last"), tell("close")
	s.OnBlank = func(b Blank) { s.calls = append(s.calls, fmt.Sprint("blank ", b)) }
	s.OnReveal = func(on bool) { s.calls = append(s.calls, fmt.Sprint("reveal ", on)) }
	s.OnLabels = func(on bool) { s.calls = append(s.calls, fmt.Sprint("labels ", on)) }
	s.win = test.NewTempWindow(t, container.NewStack(s.Screen))
	s.win.SetPadded(false)
	s.win.Resize(fyne.NewSize(w, h))
	return s
}

func (s *shownScreen) took() string {
	out := strings.Join(s.calls, ", ")
	s.calls = nil
	return out
}

func (s *shownScreen) text() string {
	var out []string
	for _, a := range []area{s.plan.date, s.plan.counter, s.plan.quote} {
		for _, p := range a.pieces {
			out = append(out, p.text)
		}
	}
	return strings.Join(out, " ")
}

func keep(t testing.TB, s *shownScreen, name string) { kittest.Keep(t, s.win, "present", name) }

var (
	short = Slide{Date: "11 March 2025", Under: "Tuesday", Words: "“not today”", Speaker: "the ferry company", Colour: red, At: 2, Of: 14}
	long  = Slide{Date: "28 September 2025", Under: "Sunday · A rather long title of a story about ferries, harbours and ropes that goes on",
		Words:   "“" + strings.Repeat("We have counted the ropes, and we have counted them again, and there is one too few. ", 12) + "”",
		Speaker: "Johanna Maria Lindqvist-Andersson", Role: "deputy chairwoman of the committee for harbours, ferries and lighthouses", Colour: red, At: 13, Of: 1400}
	event = Slide{Date: "10 March 2025", Under: "Monday · The ferry story", Event: "The ferry left the harbour of Lyngholm with all of its passengers.",
		Title: "Ferry company answers the mayor", Colour: red, At: 1, Of: 14}
	huge = Slide{Date: strings.Repeat("28 September 2025 – ", 5), Under: strings.Repeat("Donaudampfschifffahrt", 9),
		Words: strings.Repeat("Donaudampfschifffahrtsgesellschaft", 60), Speaker: strings.Repeat("Wolfeschlegelstein", 9), Role: strings.Repeat("kapitän", 90), At: 1, Of: 1}
)

func TestPictures(t *testing.T) {
	for _, size := range [][2]float32{{1280, 720}, {1366, 768}, {1920, 1080}, {3840, 2160}, {1024, 768}, {400, 700}} {
		s := shown(t, size[0], size[1])
		name := fmt.Sprintf("%.0fx%.0f", size[0], size[1])
		s.SetSlide(slide())
		keep(t, s, name)
		if size[0] == 3840 {
			continue
		}
		s.SetSlide(long)
		keep(t, s, name+"-long")
		s.SetSlide(event)
		keep(t, s, name+"-event")
		s.SetHide(true, false)
		s.SetSlide(slide())
		keep(t, s, name+"-hidden")
		s.SetLook(Look{Scale: 2.5})
		s.SetHide(false, false)
		keep(t, s, name+"-250")
	}
}

func TestNothingOverlapsAndNothingIsCut(t *testing.T) {
	s := shown(t, 320, 240)
	for _, size := range [][2]float32{{1280, 720}, {1366, 768}, {1920, 1080}, {3840, 2160}, {1024, 768}, {1080, 1920}, {400, 700}, {320, 240}} {
		for _, scale := range []float32{0.8, 1, 2.5} {
			for i, sl := range []Slide{slide(), short, long, event, huge, {}, {Words: "a"}, {Date: "1 May"}} {
				s.look.scale, s.slide = scale, sl
				o := s.layOut(fyne.NewSize(size[0], size[1]))
				name := fmt.Sprintf("%vx%v, scale %v, slide %d", size[0], size[1], scale, i)
				checkPlan(t, name, &o)
			}
		}
	}
}

func checkPlan(t *testing.T, name string, o *plan) {
	t.Helper()
	areas := []area{o.date, o.counter, o.quote}
	for i, a := range areas {
		if a.empty() {
			continue
		}
		if a.x < 0 || a.y < 0 || a.right() > o.mapp.Width+0.5 || a.bottom() > o.mapp.Height+0.5 {
			t.Errorf("%s: card %d at %v %v stands out of the map of %v", name, i, a.pos(), a.dim(), o.mapp)
		}
		for j, b := range areas[:i] {
			if !b.empty() && a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom() {
				t.Errorf("%s: cards %d and %d overlap: %v %v, %v %v", name, j, i, b.pos(), b.dim(), a.pos(), a.dim())
			}
		}
		for _, p := range a.pieces {
			w := p.face.At(p.size).Measure(p.text).Width
			if p.x < 0 || p.y < 0 || p.x+w > a.w+0.5 || p.y+p.h > a.h+0.5 {
				t.Errorf("%s: %.30q at %v,%v, %v wide, stands out of card %d of %v", name, p.text, p.x, p.y, w, i, a.dim())
			}
			if p.size < min(o.size.least, 32*o.size.unit)-0.01 {
				t.Errorf("%s: %.30q is %v small", name, p.text, p.size)
			}
		}
	}
	pad := o.free()
	if w, h := float64(o.mapp.Width)-pad.Left-pad.Right, float64(o.mapp.Height)-pad.Top-pad.Bottom; w < 0 || h < 0 {
		t.Errorf("%s: covered by %v", name, pad)
	}
	for _, b := range o.boxes() {
		free := area{x: float32(pad.Left), y: float32(pad.Top), w: o.mapp.Width - float32(pad.Left+pad.Right), h: o.mapp.Height - float32(pad.Top+pad.Bottom)}
		if b.At.X < free.right()-0.5 && free.x < b.At.X+b.Size.Width-0.5 && b.At.Y < free.bottom()-0.5 && free.y < b.At.Y+b.Size.Height-0.5 {
			t.Errorf("%s: the free part %v %v is covered by %v", name, free.pos(), free.dim(), b)
		}
	}
}

func TestTypeIsLargeAndGrowsWithTheScreen(t *testing.T) {
	for _, c := range []struct {
		w, h float32
		date float32
	}{{1280, 720, 50}, {1366, 768, 53}, {1920, 1080, 75}, {3840, 2160, 150}} {
		s := shown(t, c.w, c.h)
		s.SetSlide(slide())
		if got := s.plan.date.pieces[0].size; got < c.date {
			t.Errorf("%vx%v: the date is %v high, want %v", c.w, c.h, got, c.date)
		}
		for _, a := range []area{s.plan.date, s.plan.counter, s.plan.quote} {
			for _, p := range a.pieces {
				if p.size < c.h*32/1080-0.01 {
					t.Errorf("%vx%v: %q is %v high", c.w, c.h, p.text, p.size)
				}
			}
		}
		if s.TextSize() < c.h*32/1080-0.01 {
			t.Errorf("%vx%v: TextSize is %v", c.w, c.h, s.TextSize())
		}
	}
}

func TestTheMapIsLeftFree(t *testing.T) {
	s := shown(t, 1920, 1080)
	s.SetSlide(slide())
	pad := s.CoveredBy()
	if pad.Left < 600 || pad.Left > 800 || pad.Top > 200 || pad.Bottom > 0 || pad.Right > 0 {
		t.Errorf("covered by %+v", pad)
	}
	if at, size := s.mapp.Position(), s.mapp.Size(); at != (fyne.Position{}) || size.Width != 1920 || size.Height < 850 {
		t.Errorf("the map is at %v, %v", at, size)
	}
	if s.line.Position().Y < s.mapp.Size().Height {
		t.Error("the timeline covers the map, where its attribution is")
	}
	corner := area{x: 1400, y: s.mapp.Size().Height - 60, w: 520, h: 60} // where the attribution is
	for _, b := range s.Boxes() {
		if b.At.X+b.Size.Width > corner.x && b.At.Y+b.Size.Height > corner.y {
			t.Errorf("a card at %v covers the attribution", b)
		}
	}
}

func TestKeysAreTold(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	var rest []string
	s.OnKey = func(k *fyne.KeyEvent) { rest = append(rest, string(k.Name)) }
	s.OnRune = func(r rune) { rest = append(rest, string(r)) }
	for _, k := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyF5, fyne.KeyTab} {
		s.TypedKey(&fyne.KeyEvent{Name: k})
	}
	s.TypedRune('n')
	s.TypedRune('p')
	s.TypedRune('?')
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := s.took(); got != "next, previous, first, last, next, previous, close" {
		t.Errorf("told %s", got)
	}
	if fmt.Sprint(rest) != "[Tab ?]" {
		t.Errorf("handed on %v", rest)
	}
}

func TestABlankScreenComesBackWhereItWas(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	for _, c := range []struct{ name, keys, want string }{
		{"B and B", "bb", "blank 1, blank 0"},
		{"a full stop twice", "..", "blank 1, blank 0"},
		{"white and white", "ww", "blank 2, blank 0"},
		{"black, then white, then back", "bww", "blank 1, blank 2, blank 0"},
		{"the next key only brings the picture back", "bn", "blank 1, blank 0"},
		{"and the one after it goes on", "bnn", "blank 1, blank 0, next"},
	} {
		for _, r := range c.keys {
			s.TypedRune(r)
		}
		if got := s.took(); got != c.want || s.Blank() != NotBlank {
			t.Errorf("%s: told %s", c.name, got)
		}
	}
	s.TypedRune('b')
	if c := s.win.Canvas().Capture().At(900, 300); c != (color.NRGBA{A: 255}) && fmt.Sprint(c) != "{0 0 0 255}" {
		t.Errorf("a black screen is %v", c)
	}
	keep(t, s, "black")
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(900, 300))
	if got := s.took(); got != "blank 1, blank 0" || s.mapp.taps != 0 {
		t.Errorf("a tap on the black screen: %s, %d taps on the map", got, s.mapp.taps)
	}
	s.TypedRune('w')
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := s.took(); got != "blank 2, close" || s.Blank() != NotBlank {
		t.Errorf("Esc on a white screen: %s", got)
	}
}

func TestHideAndReveal(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	hidden := func() bool { return !strings.Contains(s.text(), "Lindqvist") && !strings.Contains(s.text(), "mayor") }
	if hidden() {
		t.Fatal("hidden from the start")
	}
	s.TypedRune('s')
	if !hidden() || s.took() != "reveal false" {
		t.Error("S does not hide who speaks")
	}
	s.SetSlide(slide())
	s.Do(Next)
	if hidden() || s.took() != "reveal true" {
		t.Error("the clicker does not reveal first")
	}
	s.Do(Next)
	if s.took() != "next" {
		t.Error("… and go on then")
	}
	s.SetSlide(short)
	s.SetSlide(slide())
	if !hidden() || s.took() != "" {
		t.Error("the next slide tells who speaks")
	}
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(s.plan.quote.x+30, s.plan.quote.y+30))
	if hidden() || s.took() != "reveal true" {
		t.Error("a tap on the card does not reveal")
	}
	s.TypedRune('s')
	s.SetSlide(short)
	s.SetSlide(slide())
	if hidden() || s.took() != "" {
		t.Error("a third S does not end the hiding")
	}
	s.SetReveal(false)
	if !hidden() || s.SpeakerShown() {
		t.Error("SetReveal(false) does not hide")
	}
	s.SetReveal(true)
	if hidden() || s.took() != "" {
		t.Error("SetReveal(true) does not show, or tells")
	}
	s.SetHide(false, true)
	s.SetSlide(event)
	if s.LabelsShown() {
		t.Error("labels are shown")
	}
	s.Do(Next)
	if !s.LabelsShown() || s.took() != "labels true" {
		t.Error("the clicker does not show the labels first")
	}
	s.SetHide(true, false)
	s.Do(Next)
	if got := s.took(); !strings.HasSuffix(got, "next") {
		t.Errorf("a slide without a speaker has nothing to reveal: %s", got)
	}
}

func TestTapsOnCardsDoNotReachTheMap(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	mid := func(b Box) fyne.Position { return b.At.AddXY(b.Size.Width/2, b.Size.Height/2) }
	for _, b := range s.Boxes() {
		test.TapCanvas(s.win.Canvas(), mid(b))
	}
	if s.mapp.taps != 0 || s.took() != "" {
		t.Errorf("%d taps on the map", s.mapp.taps)
	}
	c := s.plan.counter
	for _, x := range []float32{s.plan.parts.back, s.plan.parts.next, s.plan.parts.close} {
		test.TapCanvas(s.win.Canvas(), fyne.NewPos(c.x+x+10, c.y+c.h/2))
	}
	if got := s.took(); got != "previous, next, close" {
		t.Errorf("the counter's buttons: %s", got)
	}
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(900, 300))
	if s.mapp.taps != 1 {
		t.Error("a tap beside the cards is the map's")
	}
}

func TestSetFiresNothing(t *testing.T) {
	s := shown(t, 1280, 720)
	resized := 0
	s.OnResize = func() { resized++ }
	s.SetSlide(slide())
	s.SetHide(true, true)
	s.SetReveal(true)
	s.SetBlank(AllWhite)
	s.SetBlank(NotBlank)
	s.SetLook(Look{Scale: 1.2})
	if got := s.took(); got != "" || resized != 0 {
		t.Errorf("told %s, %d times resized", got, resized)
	}
	s.win.Resize(fyne.NewSize(1366, 768))
	if resized != 1 {
		t.Errorf("%d times resized", resized)
	}
}

func TestSettingBeforeShowingIsKept(t *testing.T) {
	test.NewTempApp(t)
	p := New(newPane(color.White), newPane(color.White))
	p.SetSlide(slide())
	p.SetBlank(AllBlack)
	p.SetHide(true, false)
	win := test.NewTempWindow(t, p)
	win.Resize(fyne.NewSize(1280, 720))
	if p.plan.quote.empty() || p.draw.blank.Hidden {
		t.Error("what was set before is lost")
	}
}

// TestWidths_HoldWordsOnly: a word that is a part of an article would keep the whole of it from being forgotten.
func TestWidths_HoldWordsOnly(t *testing.T) {
	test.NewTempApp(t)
	article := strings.Repeat("The ferry left the harbour. ", 100)
	w := widths{}
	w.wrap([]span{{text: article}}, 40, 900, 12)
	begin := uintptr(unsafe.Pointer(unsafe.StringData(article)))
	words := 0
	for _, face := range w {
		for s := range face {
			words++
			if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); at >= begin && at < begin+uintptr(len(article)) {
				t.Errorf("%q is a part of the article", s)
			}
		}
	}
	if words == 0 {
		t.Error("no word is remembered")
	}
}

// FuzzWrap: no letter is lost unless the text says so, and no line is wider than it may be.
func FuzzWrap(f *testing.F) {
	f.Add("“We will leave,” she said", "harbour master", uint16(300), uint8(3))
	f.Add("0 \xc3", "0\xbb0\xe4 «\xd9 ن ر", uint16(67), uint8(9)) // a phrase wider than its words
	f.Add("a\xff\xfeb \xc3", "他说他们会离开 «لن نغادر»", uint16(40), uint8(9))
	test.NewTempApp(f)
	f.Fuzz(func(t *testing.T, a, b string, width uint16, most uint8) {
		w := widths{}
		wide := float32(width%900) + 1
		pieces, height, whole := w.wrap([]span{{text: a}, {text: b, face: kit.Face{Style: fyne.TextStyle{Bold: true}}, muted: true}}, 40, wide, int(most%12))
		got, y := "", float32(0)
		for _, p := range pieces {
			got += strings.Join(strings.Fields(p.text), "")
			if p.y+p.h < y || p.y+p.h > height+0.01 {
				t.Fatalf("%q at %v, the one before at %v, height %v", p.text, p.y, y, height)
			}
			y = p.y + p.h
			if p.x+p.w > wide+0.01 && len([]rune(p.text)) > 1 {
				t.Fatalf("%q ends at %v, the line at %v", p.text, p.x+p.w, wide)
			}
		}
		want := strings.Join(append(words(a), words(b)...), "")
		if whole && got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

func BenchmarkSetSlide(b *testing.B) {
	s := shown(b, 1920, 1080)
	all := []Slide{slide(), short, long, event}
	for i := 0; b.Loop(); i++ {
		sl := all[i%len(all)]
		sl.At = i
		s.SetSlide(sl)
	}
}

func TestTextCanBeRead(t *testing.T) {
	for name, th := range map[string]fyne.Theme{"light": kittest.Theme(theme.VariantLight), "dark": kittest.Theme(theme.VariantDark)} {
		s := shown(t, 1280, 720)
		fyne.CurrentApp().Settings().SetTheme(th)
		s.Refresh()
		k := s.look
		for what, c := range map[string]color.NRGBA{"text": k.text, "muted": k.muted} {
			if got := kit.Contrast(c, opaque(k.card)); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.1f", name, what, got)
			}
		}
	}
}

func TestLongTextGoesOnOverMoreCards(t *testing.T) {
	s := shown(t, 1024, 768)
	s.look.scale = 2.5
	s.SetSlide(long)
	s.SetLook(Look{Scale: 2.5})
	want := strings.Fields(long.Words)
	var got []string
	for n := 0; ; n++ {
		for _, p := range s.plan.quote.pieces {
			if p.face == s.look.words {
				got = append(got, strings.Fields(p.text)...)
			}
		}
		if strings.Contains(s.text(), "…") && !strings.Contains(s.plan.date.pieces[0].text+s.plan.date.pieces[1].text, "…") {
			t.Errorf("card %d is cut: %s", n, s.text())
		}
		checkPlan(t, fmt.Sprintf("card %d", n), &s.plan)
		if !s.turnPage(1) {
			break
		}
		if n > 40 {
			t.Fatal("the cards do not end")
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the cards say %q", got)
	}
	if s.plan.pages < 2 || s.took() != "" {
		t.Errorf("%d cards", s.plan.pages)
	}
	s.Do(Next)
	if got := s.took(); got != "next" {
		t.Errorf("after the last card: %q", got)
	}
	s.Do(Previous)
	if got := s.took(); got != "" || s.page != s.plan.pages-2 {
		t.Errorf("back is card %d, %q", s.page, got)
	}
	s.SetSlide(short)
	s.Do(Previous)
	if got := s.took(); got != "previous" || s.page != 0 {
		t.Errorf("the next slide is card %d, %q", s.page, got)
	}
}

// TestWheel_GoesOnInALongTextAndElseZooms: over a card that has more to show it turns to that, over all others it is the map's.
func TestWheel_GoesOnInALongTextAndElseZooms(t *testing.T) {
	long := Slide{Date: "12 March 2025", Event: strings.Repeat("The ferry will not sail before the harbour master has counted every rope. ", 40)}
	for _, c := range []struct {
		name  string
		slide Slide
		card  func(*drawing) *plate
		by    []float32
		page  int
		zooms int
	}{
		{"a step down over a long text", long, func(r *drawing) *plate { return r.quote }, []float32{-25}, 1, 0},
		{"and up again", long, func(r *drawing) *plate { return r.quote }, []float32{-25, 25}, 0, 0},
		{"in the small parts of a touch pad", long, func(r *drawing) *plate { return r.quote }, []float32{-4, -4, -4}, 1, 0},
		{"before the first card it stays", long, func(r *drawing) *plate { return r.quote }, []float32{25}, 0, 0},
		{"over a text that is shown whole", slide(), func(r *drawing) *plate { return r.quote }, []float32{-25, -25}, 0, 2},
		{"over the date", long, func(r *drawing) *plate { return r.date }, []float32{25}, 0, 1},
		{"over the counter", slide(), func(r *drawing) *plate { return r.counter }, []float32{25}, 0, 1},
	} {
		s := shown(t, 1280, 720)
		s.SetSlide(c.slide)
		card := c.card(s.draw)
		for _, by := range c.by {
			card.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 12)}, Scrolled: fyne.NewDelta(0, by)})
		}
		if s.page != c.page || len(s.mapp.wheel) != c.zooms {
			t.Errorf("%s: card %d of %d, zoomed %d times", c.name, s.page+1, s.plan.pages, len(s.mapp.wheel))
		}
		if n := len(s.mapp.wheel); n > 0 && s.mapp.wheel[n-1] != card.Position().Add(fyne.NewPos(20, 12)) {
			t.Errorf("%s: zoomed at %v", c.name, s.mapp.wheel[n-1])
		}
	}
}

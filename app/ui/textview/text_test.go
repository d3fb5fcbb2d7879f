package textview

import (
	"fmt"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"dateline/app/story"
)

// open shows a pane of w x h.
func open(t testing.TB, w, h float32) (*Text, fyne.Window) {
	t.Helper()
	if tt, ok := t.(*testing.T); ok {
		test.NewTempApp(tt)
	} else {
		test.NewApp()
	}
	v := New()
	win := test.NewTempWindow(t, v)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return v, win
}

func find(text, words string) story.Span {
	i := strings.Index(text, words)
	if i < 0 {
		panic("no " + words)
	}
	return story.Span{Start: i, End: i + len(words)}
}

const sample = "Home | World | Weather\n\nFerry service returns to Gdańsk\n\nThe first crossing in a year left Karlskrona on Tuesday.\n\n" +
	"“We waited eleven months for this,” harbour master Ewa Zielińska said. Stockholm had asked for an inspection last autumn, and Warsaw agreed.\n\n" +
	"The ship reached Gdańsk before noon, with 212 passengers aboard; a second one follows on 4 May.\n\nSubscribe to our newsletter"

func sampleArticle() Article {
	m := func(words string, k Kind, id int, tip string) Mark {
		return Mark{Span: find(sample, words), Kind: k, ID: id, Tip: tip}
	}
	return Article{ID: "ferry", Text: sample, Marks: []Mark{
		m("Home | World | Weather", Dimmed, 0, ""), m("Subscribe to our newsletter", Dimmed, 0, ""),
		m("Ferry service returns to Gdańsk", Headline, 0, ""),
		m("Gdańsk", PlaceLiteral, 1, "Gdańsk, Poland: things happen here (“returns to”)."),
		m("Karlskrona", PlaceLiteral, 2, "Karlskrona, Sweden"),
		m("Tuesday", Time, 3, "Tuesday = 29 April 2025, from the day of publication"),
		m("“We waited eleven months for this,”", Quote, 4, "said by Ewa Zielińska"),
		m("eleven months", Time, 5, "a span of eleven months"),
		m("Stockholm", PlaceActor, 6, "Stockholm stands for the government of Sweden: an actor, not a place of events."),
		m("last autumn", Time, 7, "autumn 2024"), m("Warsaw", PlaceActor, 8, "the government of Poland"),
		m("4 May", Time, 9, "4 May 2025"),
	}}
}

func TestTapAndOffsets(t *testing.T) {
	v, win := open(t, 380, 600)
	v.SetArticle(sampleArticle())
	var id = -1
	var span story.Span
	text := -1
	v.OnTap = func(i int, s story.Span) { id, span = i, s }
	v.OnTapText = func(at int) { text = at }
	clock := time.Unix(1, 0)
	v.now = func() time.Time { clock = clock.Add(time.Second); return clock }

	for _, row := range []struct {
		words string
		id    int
	}{{"Karlskrona", 2}, {"Tuesday", 3}, {"We waited", 4}, {"eleven", 5}, {"Warsaw", 8}, {"4 May", 9}} {
		id = -1
		p, ok := v.PositionOf(find(sample, row.words).Start)
		if !ok {
			t.Fatalf("%q is not in view", row.words)
		}
		test.TapCanvas(win.Canvas(), p.AddXY(2, 8))
		if id != row.id {
			t.Errorf("tap on %q gave mark %d, want %d", row.words, id, row.id)
		}
		if !strings.Contains(span.In(sample), row.words) {
			t.Errorf("tap on %q gave the span %q", row.words, span.In(sample))
		}
	}
	p, _ := v.PositionOf(find(sample, "passengers").Start)
	test.TapCanvas(win.Canvas(), p.AddXY(2, 8))
	if text != find(sample, "passengers").Start {
		t.Errorf("tap on plain text gave byte %d, want %d", text, find(sample, "passengers").Start)
	}
}

func TestEveryVisibleByteIsFoundAgain(t *testing.T) {
	texts := map[string]string{
		"Latin with accents":  sample,
		"Cyrillic":            "Паром вернулся в порт во вторник. «Мы ждали одиннадцать месяцев», — сказала начальник порта. Второй рейс будет 4 мая.",
		"no-break space, tab": "On 4\u00a0May\tthe ship\u202fleft. A\tB\r\nnext line\r\n\r\nlast",
		"combining marks":     "Zieli\u0301n\u0301ska e\u0301te\u0301 arrived",
		"one very long word":  strings.Repeat("sesquipedalian", 30),
		"Hebrew":              "הספינה הגיעה לנמל (ביום שלישי) בשעה 12.",
		"mixed":               "The port (נמל חיפה) said on Tuesday that 3 ships left.",
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			v, _ := open(t, 300, 700)
			v.SetArticle(Article{ID: name, Text: text})
			seen := 0
			for i, r := range text {
				if r == '\r' || r == '\n' || r < 0x20 || r == 0x301 {
					continue
				}
				p, ok := v.PositionOf(i)
				if !ok {
					continue
				}
				line := v.LineAt(i)
				if !line.Holds(i) {
					t.Fatalf("byte %d is not on its own line %v", i, line)
				}
				if strings.TrimSpace(text[i:line.End]) == "" {
					continue // spaces that hang over the edge
				}
				got, ok := v.OffsetAt(p.AddXY(0.6, 10))
				if !ok || got != i {
					t.Errorf("byte %d (%q) at %v is found again as %d, %v", i, r, p, got, ok)
				}
				seen++
			}
			if seen < 10 {
				t.Errorf("only %d characters in view", seen)
			}
		})
	}
}

func TestSelectedIsInView(t *testing.T) {
	v, _ := open(t, 320, 240)
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "Paragraph %d speaks of nothing in particular, and it does so at some length.\n\n", i)
	}
	text := b.String()
	v.SetSelected(story.Span{Start: 1, End: 5})
	v.SetArticle(Article{ID: "long", Text: text})
	if !v.Selected().Empty() {
		t.Error("a selection survives another article")
	}
	fired := 0
	v.OnScrolled = func(story.Span) { fired++ }
	v.OnTap = func(int, story.Span) { fired++ }
	v.OnTapText = func(int) { fired++ }
	for _, n := range []int{0, 399, 200, 201, 3, 398, 77} {
		s := find(text, fmt.Sprintf("Paragraph %d speaks", n))
		v.SetSelected(s)
		if !v.VisibleSpan().Contains(s) {
			t.Errorf("paragraph %d at %v is not in view %v", n, s, v.VisibleSpan())
		}
	}
	before := v.offset
	v.SetSelected(story.Span{})
	if v.offset != before {
		t.Error("an empty selection scrolls")
	}
	v.SetHighlights([]story.Span{{Start: 40, End: 20}, {Start: 0, End: 1 << 30}, {Start: -5, End: 3}})
	if fired != 0 {
		t.Error("a setter fired a callback")
	}
}

func TestSelectedBeforeLayoutWaits(t *testing.T) {
	test.NewTempApp(t)
	v := New()
	text := strings.Repeat("Nothing here.\n\n", 300) + "The end is here."
	v.SetArticle(Article{ID: "a", Text: text})
	v.SetSelected(find(text, "The end is here."))
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(300, 200))
	if !v.VisibleSpan().Contains(v.Selected()) {
		t.Errorf("view %v does not hold %v", v.VisibleSpan(), v.Selected())
	}
}

func TestDragSelectsAndCopies(t *testing.T) {
	v, win := open(t, 380, 600)
	v.SetArticle(sampleArticle())
	from, _ := v.PositionOf(find(sample, "harbour").Start)
	to, _ := v.PositionOf(find(sample, " had asked").Start)
	from, to = from.AddXY(0.5, 9), to.AddXY(0.5, 9)
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	v.DragEnd()
	want := sample[find(sample, "harbour").Start:find(sample, " had asked").Start]
	if got := v.Selection().In(sample); got != want {
		t.Fatalf("selected %q, want %q", got, want)
	}
	if win.Canvas().Focused() != fyne.Focusable(v) {
		t.Error("dragging does not take the keyboard, so Ctrl+C would not reach the pane")
	}
	v.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied %q", got)
	}
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	if v.Selection() != (story.Span{Start: 0, End: len(sample)}) {
		t.Errorf("select all gave %v", v.Selection())
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !v.Selection().Empty() {
		t.Error("Escape keeps the selection")
	}
}

func TestShiftAndArrowsSelect(t *testing.T) {
	right, left, down := fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown
	for _, x := range []struct {
		name  string
		words int // with Ctrl too
		keys  []fyne.KeyName
		want  string
	}{
		{"by letters", 0, []fyne.KeyName{right, right, right}, "The"},
		{"back again", 0, []fyne.KeyName{right, right, left}, "T"},
		{"by words with Ctrl", 2, nil, "The harbour"},
		{"down is a line", 0, []fyne.KeyName{down}, "The harbour opened.\n"},
	} {
		v, win := open(t, 380, 600)
		v.SetArticle(Article{ID: "a", Text: "The harbour opened.\nShips came.", Marks: nil})
		win.Canvas().Focus(v)
		v.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		for range x.words {
			v.TypedShortcut(&desktop.CustomShortcut{KeyName: right, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
		}
		for _, k := range x.keys {
			v.TypedKey(&fyne.KeyEvent{Name: k})
		}
		v.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		if got := v.Selection().In(v.article.Text); got != x.want {
			t.Errorf("%s: selected %q, want %q", x.name, got, x.want)
		}
		v.TypedKey(&fyne.KeyEvent{Name: down})
		if got := v.Selection().In(v.article.Text); got != x.want {
			t.Errorf("%s: without Shift an arrow changes the selection to %q", x.name, got)
		}
	}
}

func TestTheMenuOffersWhatTheCallerHas(t *testing.T) {
	v, win := open(t, 380, 600)
	v.SetArticle(sampleArticle())
	at := -1
	v.Menu = func(offset int, s story.Span) []*fyne.MenuItem {
		at = offset
		return []*fyne.MenuItem{fyne.NewMenuItem("Mine", func() {})}
	}
	word := find(sample, "Zielińska")
	p, _ := v.PositionOf(word.Start)
	v.TappedSecondary(&fyne.PointEvent{Position: p.AddXY(9, 9), AbsolutePosition: p.AddXY(9, 9)})
	if !word.Holds(at) || win.Canvas().Overlays().Top() == nil {
		t.Errorf("a right click is at %d, not in %v", at, word)
	}
	v.SetSelected(word)
	v.OpenMenu()
	if at != word.Start {
		t.Errorf("the menu key is at %d, not at what is selected, %d", at, word.Start)
	}
}

func TestDoubleTapSelectsTheWord(t *testing.T) {
	v, win := open(t, 380, 600)
	v.SetArticle(sampleArticle())
	now := time.Unix(100, 0)
	v.now = func() time.Time { return now }
	p, _ := v.PositionOf(find(sample, "Zielińska").Start)
	test.TapCanvas(win.Canvas(), p.AddXY(9, 9))
	now = now.Add(100 * time.Millisecond)
	test.TapCanvas(win.Canvas(), p.AddXY(9, 9))
	if got := v.Selection().In(sample); got != "Zielińska" {
		t.Errorf("selected %q", got)
	}
}

func TestKeysAndWheel(t *testing.T) {
	v, win := open(t, 320, 200)
	v.SetArticle(Article{ID: "l", Text: strings.Repeat("A line of words that says little.\n\n", 200)})
	var passed []fyne.KeyName
	v.OnKey = func(e *fyne.KeyEvent) { passed = append(passed, e.Name) }
	scrolls := 0
	v.OnScrolled = func(story.Span) { scrolls++ }
	key := func(k fyne.KeyName) float64 { v.TypedKey(&fyne.KeyEvent{Name: k}); return v.offset }
	if a, b := key(fyne.KeyPageDown), key(fyne.KeyPageDown); a < 100 || b <= a {
		t.Errorf("page down went to %v and %v", a, b)
	}
	if end := key(fyne.KeyEnd); end != v.maxOffset() || v.VisibleSpan().End < len(v.article.Text)-2 {
		t.Errorf("End went to %v of %v", end, v.maxOffset())
	}
	if v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}); v.offset != 0 {
		t.Error("Home does not go to the top")
	}
	key(fyne.KeyRight)
	key(fyne.KeySpace)
	if fmt.Sprint(passed) != "[Right Space]" {
		t.Errorf("passed on %v", passed)
	}
	test.Scroll(win.Canvas(), fyne.NewPos(50, 50), 0, -30)
	if v.offset <= 0 {
		t.Error("the wheel does not scroll")
	}
	if scrolls != 5 {
		t.Errorf("OnScrolled fired %d times, want 5 and more", scrolls)
	}
}

func TestHoverTellsAndTipKeepsOffThePointer(t *testing.T) {
	v, win := open(t, 380, 420)
	v.SetArticle(sampleArticle())
	got, ended := -1, 0
	v.OnHover = func(id int, _ fyne.Position) { got = id }
	v.OnHoverEnd = func() { ended++ }
	for _, words := range []string{"Karlskrona", "Stockholm", "4 May"} {
		p, _ := v.PositionOf(find(sample, words).Start)
		p = p.AddXY(6, 9)
		test.MoveMouse(win.Canvas(), p)
		if !v.parts.tip.Visible() {
			t.Errorf("no tip at %q", words)
			continue
		}
		a, size := v.parts.tip.Area()
		b := a.AddXY(size.Width, size.Height)
		if p.Y >= a.Y && p.Y <= b.Y {
			t.Errorf("the tip %v..%v covers the pointer %v", a, b, p)
		}
		if a.X < 0 || a.Y < 0 || b.X > 380 || b.Y > 420 {
			t.Errorf("the tip %v..%v leaves the pane", a, b)
		}
	}
	test.WidgetRenderer(v).Layout(v.Size()) // as Fyne does when an object in view has another size than before
	if !v.parts.tip.Visible() {
		t.Error("laying out the same size takes the tip away")
	}
	if got != 9 {
		t.Errorf("hovered %d", got)
	}
	test.MoveMouse(win.Canvas(), fyne.NewPos(4, 415))
	if v.parts.tip.Visible() || ended != 3 {
		t.Errorf("tip still there, or left %d times", ended)
	}
}

func TestFiveMegabytes(t *testing.T) {
	v, win := open(t, 420, 700)
	text := strings.Repeat("Some words in a paragraph that goes on for a while, as they do in long reports from the harbour.\n", 50000)
	v.SetArticle(Article{ID: "big", Text: text})
	count := func() int { return len(test.WidgetRenderer(v).Objects()) }
	if n := count(); n > 200 {
		t.Errorf("%d canvas objects", n)
	}
	for range 50 {
		test.Scroll(win.Canvas(), fyne.NewPos(50, 50), 0, -300)
	}
	at := v.VisibleSpan()
	v.SetSelected(story.Span{Start: len(text) - 20, End: len(text) - 2})
	if !v.VisibleSpan().Contains(v.Selected()) {
		t.Error("the end is not in view")
	}
	v.SetSelected(story.Span{Start: len(text) / 2, End: len(text)/2 + 10})
	if !v.VisibleSpan().Contains(v.Selected()) {
		t.Error("the middle is not in view")
	}
	before := v.VisibleSpan().Start
	test.Scroll(win.Canvas(), fyne.NewPos(50, 50), 0, 20)
	test.Scroll(win.Canvas(), fyne.NewPos(50, 50), 0, 20)
	if after := v.VisibleSpan().Start; after >= before || before-after > 1000 {
		t.Errorf("scrolling up by two notches went from %d to %d", before, after)
	}
	if n := count() + len(v.spare); n > 400 {
		t.Errorf("%d canvas objects and spare lines after scrolling; first view ended at %v", n, at)
	}
}

func TestOddInputDoesNotPanic(t *testing.T) {
	v, win := open(t, 200, 150)
	for _, text := range []string{"", "\n\n\n", "\r", "\xff\xfe broken \xc3", strings.Repeat("x", 100000), strings.Repeat("\u0301", 500), "\u202eabc\u202c", strings.Repeat(" ", 40000), "a\u00a0" + strings.Repeat("b\u00a0", 3000)} {
		v.SetArticle(Article{ID: text[:min(9, len(text))], Text: text, Marks: []Mark{{Span: story.Span{Start: -3, End: 1 << 40}, Kind: Quote}, {Span: story.Span{Start: 5, End: 2}, Kind: Time}, {Kind: 99}}})
		v.SetSelected(story.Span{Start: 0, End: len(text)})
		v.SetHighlights([]story.Span{{Start: 0, End: len(text)}})
		v.SelectAll()
		test.MoveMouse(win.Canvas(), fyne.NewPos(20, 20))
		test.TapCanvas(win.Canvas(), fyne.NewPos(20, 20))
		test.Scroll(win.Canvas(), fyne.NewPos(20, 20), 0, -500)
		v.LineAt(3)
		win.Canvas().Capture()
	}
	win.Resize(fyne.NewSize(121, 61))
	v.SetArticle(Article{Head: []string{"Only a head", "and a line\nwith a break"}})
	win.Canvas().Capture()
}

func TestResizeKeepsThePlace(t *testing.T) {
	v, win := open(t, 420, 300)
	text := strings.Repeat("Words that fill a paragraph which is broken again whenever the pane is made narrower or wider than before.\n\n", 300)
	v.SetArticle(Article{ID: "p", Text: text})
	v.scrollBy(6000)
	at := v.VisibleSpan().Start
	for _, w := range []float32{300, 500, 260, 420} {
		win.Resize(fyne.NewSize(w, 300))
		if now := v.VisibleSpan().Start; now < at-400 || now > at+400 {
			t.Errorf("at width %v the view begins at %d, was %d", w, now, at)
		}
	}
}

// FuzzLines: lines cover each paragraph without gaps, on rune borders.
func FuzzLines(f *testing.F) {
	for _, s := range []string{sample, "a\r\nb\n\nc", "שלום (world) 12", strings.Repeat("漢字かな", 40), "x\t\ty\u00a0z—q"} {
		f.Add(s, 180)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		test.NewTempApp(t)
		v := New()
		v.resolveLook()
		v.lay.split(Article{Text: text}, v.zones.styleOf)
		v.lay.reflow(float32(width % 2000))
		end := 0
		for i := range v.lay.blocks {
			b := &v.lay.blocks[i]
			if b.start < end || b.end < b.start || b.end > len(text) {
				t.Fatalf("block %d is %d..%d after %d", i, b.start, b.end, end)
			}
			if strings.TrimSpace(strings.Map(func(r rune) rune { return r }, text[end:b.start])) != "" {
				t.Fatalf("%q is in no block", text[end:b.start])
			}
			end = b.end
			v.lay.ensure(i)
			at := 0
			for k := range b.lines {
				from, to := b.lineSpan(k, b.end-b.start)
				if from != at || to <= from && b.end > b.start {
					t.Fatalf("line %d is %d..%d after %d", k, from, to, at)
				}
				if utf8.ValidString(text) && from < b.end-b.start && !utf8.RuneStart(text[b.start+from]) {
					t.Fatalf("line %d begins inside a rune", k)
				}
				for _, p := range (&shaper{v.lay.faces[b.style], b.text(text), v.lay.width, nil}).line(from, to, b.rtl) {
					if p.start < from || p.end > to {
						t.Fatalf("a piece leaves its line")
					}
				}
				at = to
			}
			if at != b.end-b.start {
				t.Fatalf("lines end at %d of %d", at, b.end-b.start)
			}
		}
	})
}

// TestPicture keeps a picture to look at.
func TestPicture(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "build", "textview")
	if os.MkdirAll(dir, 0o755) != nil {
		t.Fatal("no build folder")
	}
	for _, variant := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		v, win := open(t, 360, 560)
		fyne.CurrentApp().Settings().SetTheme(&fixed{theme.DefaultTheme(), variant})
		v.SetArticle(sampleArticle())
		v.SetHighlights([]story.Span{find(sample, "The first crossing in a year left Karlskrona on Tuesday.")})
		v.SetSelected(find(sample, "Stockholm had asked for an inspection last autumn, and Warsaw agreed."))
		p, _ := v.PositionOf(find(sample, "Warsaw").Start)
		test.MoveMouse(win.Canvas(), p.AddXY(6, 9))
		img := win.Canvas().Capture()
		if len(v.lines) == 0 || canvas.NewImageFromImage(img) == nil {
			t.Fatal("nothing drawn")
		}
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("sample-%d.png", variant)))
		if err != nil {
			t.Fatal(err)
		}
		err = png.Encode(f, img)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
	}
}

type fixed struct {
	fyne.Theme
	variant fyne.ThemeVariant
}

func (f *fixed) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return f.Theme.Color(n, f.variant)
}

func BenchmarkOpen20000Words(b *testing.B) {
	v, _ := open(b, 360, 600)
	text := strings.Repeat("Some ordinary words of different lengths that are read by nobody in particular today.\n\n", 1430)
	b.ResetTimer()
	for i := range b.N {
		v.SetArticle(Article{ID: fmt.Sprint(i), Text: text})
	}
}

func BenchmarkOpen5MB(b *testing.B) {
	v, _ := open(b, 360, 600)
	text := strings.Repeat("Some ordinary words of different lengths that are read by nobody in particular today.\n", 60000)
	b.ResetTimer()
	for i := range b.N {
		v.SetArticle(Article{ID: fmt.Sprint(i), Text: text})
	}
}

func BenchmarkScroll(b *testing.B) {
	v, _ := open(b, 360, 600)
	text := strings.Repeat("Some ordinary words of different lengths that are read by nobody in particular today.\n\n", 1430)
	v.SetArticle(Article{ID: "s", Text: text})
	b.ResetTimer()
	for i := range b.N {
		if i%2000 == 0 {
			v.scrollBy(-1e9)
		}
		v.scrollBy(18)
	}
}

func BenchmarkHighlights(b *testing.B) {
	v, _ := open(b, 360, 600)
	a := sampleArticle()
	v.SetArticle(a)
	s := []story.Span{find(sample, "The ship reached Gdańsk"), find(sample, "Warsaw agreed")}
	b.ResetTimer()
	for i := range b.N {
		v.SetHighlights(s[i%2 : i%2+1])
	}
}

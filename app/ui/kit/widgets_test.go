package kit

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestSegments_OneIsChosen(t *testing.T) {
	var told []int
	s, win := kittest.Show(t, 300, 40, func() *Segments {
		s := NewSegments(func(i int) { told = append(told, i) })
		s.Set("Quotes", "Places", "Events")
		return s
	})
	s.Choose(2) // tells nobody
	test.TapCanvas(win.Canvas(), fyne.NewPos(20, 20))
	test.TapCanvas(win.Canvas(), fyne.NewPos(20, 20)) // it is chosen already
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeySpace, fyne.KeySpace} {
		s.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if !slices.Equal(told, []int{0, 1, 2, 1, 2, 0}) {
		t.Errorf("told %v", told)
	}
	other := ""
	s.OnKey, s.OnRune = func(e *fyne.KeyEvent) { other += string(e.Name) }, func(r rune) { other += string(r) }
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF5})
	s.TypedRune('?')
	if other != "F5?" {
		t.Errorf("handed on: %q", other)
	}
}

func TestControl_HandsOnWhatItHasNoUseFor(t *testing.T) {
	tapped, other, hint := 0, "", ""
	c, _ := kittest.Show(t, 200, 60, func() *Control { return NewControl("Open…", theme.FolderOpenIcon(), func() { tapped++ }) })
	c.OnKey, c.OnRune, c.OnHint = func(e *fyne.KeyEvent) { other += string(e.Name) }, func(r rune) { other += string(r) }, func(s string) { hint = s }
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyRight} {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
	c.TypedRune(' ')
	c.TypedRune('+')
	if tapped != 2 || other != "Right+" {
		t.Errorf("tapped %d times, handed on %q", tapped, other)
	}
	if c.MouseIn(&desktop.MouseEvent{}); hint != "" {
		t.Errorf("words that are seen are said again: %q", hint)
	}
	c.Compact(true)
	if c.MouseIn(&desktop.MouseEvent{}); c.Text != "" || hint != "Open…" || c.Words() != "Open…" {
		t.Errorf("as an icon it shows %q and says %q", c.Text, hint)
	}
	if c.Tapped(&fyne.PointEvent{}); hint != "" {
		t.Errorf("it still says %q once it is tapped", hint)
	}
	c.MouseIn(&desktop.MouseEvent{})
	if c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}); hint != "" {
		t.Errorf("it still says %q once its key is pressed", hint)
	}
	if c.SetText("Open"); c.Text != "" {
		t.Error("new words make an icon wide")
	}
	if c.Compact(false); c.Text != "Open" {
		t.Errorf("with room it shows %q", c.Text)
	}
}

func TestToolbar_MakesRoom(t *testing.T) {
	test.NewTempApp(t)
	open, paste, save := NewControl("Open articles", theme.FolderOpenIcon(), nil), NewControl("Paste text", theme.ContentPasteIcon(), nil), NewControl("Save the picture", theme.DocumentSaveIcon(), nil)
	title := container.New(Beside{}, NewCaption())
	bar := &Toolbar{Gap: 8, Scale: func() float32 { return 1 }, Left: []fyne.CanvasObject{open, paste}, Right: []fyne.CanvasObject{save},
		Spare: []fyne.CanvasObject{paste}, Middle: title}
	for _, c := range []struct {
		name         string
		width        float32
		words, paste bool
	}{{"wide: words", 900, true, true}, {"narrow: icons", 300, false, true}, {"very narrow: without what is spare", 90, false, false}, {"wide again", 900, true, true}} {
		bar.Layout(nil, fyne.NewSize(c.width, 50))
		if (open.Text != "") != c.words || paste.Visible() != c.paste {
			t.Errorf("%s: %q, paste %v", c.name, open.Text, paste.Visible())
		}
		if end := save.Position().X + save.Size().Width; end > c.width+1 {
			t.Errorf("%s: the last button ends at %v of %v", c.name, end, c.width)
		}
	}
}

func TestFlow_BeginsANewRow(t *testing.T) {
	test.NewTempApp(t)
	f := &Flow{Gap: 6}
	o := []fyne.CanvasObject{NewControl("Previous", nil, nil), NewControl("Next", nil, nil), NewControl("Reset", nil, nil)}
	one, two := f.Place(o, 900, true), f.Place(o, 180, true)
	if two < 1.9*one || o[2].Position().Y == 0 {
		t.Errorf("in a narrow bar they take %v, in a wide one %v", two, one)
	}
}

func TestCaption_IsCutAtItsWidth(t *testing.T) {
	c, _ := kittest.Show(t, 120, 30, NewCaption)
	c.Look(color.Black, 14, false)
	c.Set("WHO SAID WHAT  17 and a good deal more")
	if !strings.HasSuffix(c.text.Text, "…") || c.Words() != "WHO SAID WHAT  17 and a good deal more" || c.Natural() < 120 {
		t.Errorf("shows %q, natural width %v", c.text.Text, c.Natural())
	}
	if c.Set("AT  17"); c.text.Text != "AT  17" {
		t.Errorf("two blanks in a row are %q", c.text.Text)
	}
}

func TestCaption_GoesOnOverLinesBeforeItIsCut(t *testing.T) {
	const words = "In German: shown, not read · The Sample Gazette · published 12 June 2024"
	c, _ := kittest.Show(t, 160, 90, NewCaption)
	c.Look(color.Black, 14, false)
	c.Set(words)
	one := c.MinSize().Height
	c.Lines = 4
	c.Resize(fyne.NewSize(160, 90))
	shown := c.text.Text
	for _, l := range c.more {
		shown += " " + l.Text
	}
	if shown != words || len(c.more) < 2 {
		t.Errorf("shows %q in %d lines", shown, 1+len(c.more))
	}
	if got := c.MinSize().Height; got < one*3-1 {
		t.Errorf("%v px high, one line is %v", got, one)
	}
	c.Lines = 2
	c.Resize(fyne.NewSize(159, 90))
	if len(c.more) != 1 || !strings.HasSuffix(c.more[0].Text, "…") {
		t.Errorf("two lines are %q and %d more", c.text.Text, len(c.more))
	}
	c.Resize(fyne.NewSize(900, 90))
	if c.text.Text != words || len(c.more) != 0 {
		t.Errorf("a wide one shows %q and %d more", c.text.Text, len(c.more))
	}
}

func TestHints_StayInTheWindow(t *testing.T) {
	test.NewTempApp(t)
	h := NewHints(Palettes[0])
	button := NewControl("Present", nil, nil)
	win := test.NewTempWindow(t, container.NewStack(container.NewWithoutLayout(button), h.Root))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(300, 200))
	button.Resize(fyne.NewSize(80, 30))
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 220, Y: 170}, {X: 100, Y: 90}} {
		button.Move(at)
		h.Show(button, strings.Repeat("drag the window to the projector first ", 3))
		p, s := h.tip.Area()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > 301 || p.Y+s.Height > 201 {
			t.Errorf("at %v the hint stands at %v of %v", at, p, s)
		}
	}
	h.Show(NewCaption(), "") // not its hint
	if h.Words() == "" {
		t.Error("another control ends it")
	}
	if h.Show(nil, ""); h.Words() != "" || len(h.Root.Objects) != 0 {
		t.Error("it stays")
	}
}

func TestQuieter_CanBeRead(t *testing.T) {
	for _, p := range Palettes {
		if got := Contrast(Quieter(p.Text, p.Pane, p.Bar), p.Pane); got < 4.5 {
			t.Errorf("%s: %.2f", p.Name, got)
		}
	}
	same := color.NRGBA{100, 100, 100, 255}
	if Quieter(same, same) != same {
		t.Error("what cannot be read on its ground stays")
	}
}

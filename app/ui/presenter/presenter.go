// Package presenter is the teacher's window while a story is presented in another one: what the class sees, what comes
// next, the notes typed before, the clock, and buttons for all that a clicker does.
//
//	b := presenter.New(presenter.Config{Serif: face, Next: func() { … }})
//	b.Set(presenter.Content{Words: "The ferry left.", NextHead: "2 May 2024 · Port", At: 3, Of: 14})
//	b.SetClock("10:42", "12:05")
//
// It is dark in every theme, since it stands in a darkened room. It knows neither stories nor sessions nor windows. All of
// it runs on the UI goroutine.
package presenter

import (
	"fmt"
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Content is what the window says. Empty fields take no room.
type Content struct {
	Date, Place string
	Words, Foot string
	NextHead    string
	NextWords   string
	NextEdge    color.NRGBA
	Notes       string
	At, Of      int
}

// Config is what the buttons do, and the faces. Quiz may be nil: then there is no button for it.
type Config struct {
	Serif                                fyne.Resource
	Next, Back, Black, Names, Quiz, Swap func()
	Key                                  func(*fyne.KeyEvent) // keys that a button has no use for
	Rune                                 func(rune)
	NoteSize                             float32       // of the notes, in per cent
	Sized                                func(float32) // the person chose another
}

// The sizes of notes in per cent, and by how much a tap changes them.
const (
	LeastNotes, MostNotes = 70, 300
	noteStep              = 15
)

// Board is the content of the window.
type Board struct {
	Root fyne.CanvasObject

	config                         Config
	pal                            *kit.Palette
	date, words, foot              *prose
	nextHead, nextWords, notes     *prose
	clock, since, count            *canvas.Text
	edge, bar, done                *canvas.Rectangle
	next, black, names             *kit.Control
	content                        Content
	timeCap, sinceCap, slideCap    *canvas.Text
	nowCap, nextCap, noteCap, ends *canvas.Text
}

// notesSize is the size of notes at 100 per cent: read from a desk, standing.
const notesSize = 21

// New makes the content of a window.
func New(c Config) *Board {
	p := kit.PaletteNamed("dark")
	b := &Board{config: c, pal: p}
	serif := kit.Face{Source: c.Serif}
	bold := kit.Face{Style: fyne.TextStyle{Bold: true}}
	b.date, b.words, b.foot = newProse(bold.At(40), p.Text), newProse(serif.At(28), p.Text), newProse(kit.Face{Size: 16}, p.Muted)
	b.nextHead, b.nextWords = newProse(bold.At(20), p.Text), newProse(serif.At(19), p.Text)
	b.notes = newProse(kit.Face{Size: notesSize * min(max(c.NoteSize, LeastNotes), MostNotes) / 100}, p.Text)
	caption := func(words string) *canvas.Text { return line(words, 13, p.Muted, false) }
	b.timeCap, b.sinceCap, b.slideCap = caption(lang.L("TIME")), caption(lang.L("SINCE THE START")), caption(lang.L("SLIDE"))
	b.nowCap, b.nextCap, b.noteCap = caption(lang.L("ON SCREEN NOW")), caption(lang.L("NEXT")), caption(lang.L("YOUR NOTES"))
	b.ends = line(lang.L("Esc ends"), 15, p.Muted, false)
	b.clock, b.since, b.count = line("", 38, p.Text, true), line("", 38, p.Text, true), line("", 38, p.Text, true)
	b.edge, b.bar, b.done = canvas.NewRectangle(p.Line), canvas.NewRectangle(p.Button), canvas.NewRectangle(p.Primary)
	b.bar.CornerRadius, b.done.CornerRadius = 3, 3
	b.Root = container.NewThemeOverride(b.build(), kit.Theme{Palette: p})
	return b
}

func line(words string, size float32, ink color.Color, bold bool) *canvas.Text {
	t := canvas.NewText(words, ink)
	t.TextSize, t.TextStyle.Bold = size, bold
	return t
}

// build joins the parts.
func (b *Board) build() fyne.CanvasObject {
	p, c := b.pal, &b.config
	b.next = b.control(lang.L("Next")+" →", c.Next)
	b.next.Importance = widget.HighImportance
	b.black, b.names = b.control(lang.L("Black"), c.Black), b.control(lang.L("Hide names"), c.Names)
	buttons := []fyne.CanvasObject{b.control("← "+lang.L("Back"), c.Back), b.next, keyed(p, b.black, "B"), keyed(p, b.names, "L")}
	if c.Quiz != nil {
		buttons = append(buttons, keyed(p, b.control(lang.L("Quiz"), c.Quiz), "Q"))
	}
	buttons = append(buttons, keyed(p, b.control(lang.L("Swap screens"), c.Swap), "X"))
	sizes := container.NewHBox(b.control("A−", func() { b.resize(-noteStep) }), b.control("A+", func() { b.resize(noteStep) }))
	card := func(inner fyne.CanvasObject) fyne.CanvasObject {
		r := canvas.NewRectangle(p.Pane)
		r.CornerRadius = 8
		return container.NewStack(r, container.New(kit.Indent{Left: 22, Top: 18, Right: 18, Bottom: 16}, inner))
	}
	now := card(container.NewBorder(b.nowCap, nil, nil, nil, container.NewVScroll(container.New(column{}, b.date, b.words, b.foot))))
	next := container.NewStack(card(container.NewVScroll(container.New(column{}, b.nextHead, b.nextWords))), container.New(left{}, b.edge))
	notes := card(container.NewVScroll(b.notes))
	l := &layout{times: [3][2]*canvas.Text{{b.timeCap, b.clock}, {b.sinceCap, b.since}, {b.slideCap, b.count}}, b: b,
		now: now, next: next, notes: notes, sizes: sizes, buttons: container.NewHBox(buttons...)}
	return container.NewStack(canvas.NewRectangle(p.Bar), container.New(l, now, l.buttons, next, notes, sizes, b.bar, b.done,
		b.timeCap, b.clock, b.sinceCap, b.since, b.slideCap, b.count, b.nextCap, b.noteCap, b.ends))
}

// control is a button that leaves the keyboard to the window once it was clicked.
func (b *Board) control(words string, do func()) *kit.Control {
	var c *kit.Control
	c = kit.NewControl(words, nil, func() {
		do()
		if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
			on.Unfocus()
		}
	})
	c.OnKey, c.OnRune = b.config.Key, b.config.Rune
	return c
}

func keyed(p *kit.Palette, c *kit.Control, key string) *kit.Keyed {
	k := kit.NewKeyed(c, key)
	k.SetPalette(p)
	return k
}

// Set shows another slide.
func (b *Board) Set(c Content) {
	if c == b.content {
		return
	}
	b.content = c
	head := c.Date
	if c.Place != "" {
		head += " · " + c.Place
	}
	b.date.set(head)
	b.words.set(c.Words)
	b.foot.set(c.Foot)
	b.nextHead.set(c.NextHead)
	b.nextWords.set(c.NextWords)
	if c.NextHead == "" {
		b.nextWords.set(lang.L("This is the last slide."))
	}
	b.edge.FillColor = c.NextEdge
	notes := c.Notes
	b.notes.ink = b.pal.Text
	if notes == "" {
		notes, b.notes.ink = lang.L("Nothing is noted for this slide. Correct (C) an event and choose Note to write something here."), b.pal.Muted
	}
	b.notes.set(notes)
	b.count.Text = ""
	if c.Of > 0 {
		b.count.Text = fmt.Sprintf("%d / %d", c.At, c.Of)
	}
	b.Root.Refresh()
}

// Content is what is shown.
func (b *Board) Content() Content { return b.content }

// SetClock shows the time of day and how long the lesson has run.
func (b *Board) SetClock(now, since string) {
	for t, words := range map[*canvas.Text]string{b.clock: now, b.since: since} {
		if t.Text != words {
			t.Text = words
			t.Refresh()
		}
	}
}

// Clock is the time of day and how long the lesson has run, as shown.
func (b *Board) Clock() (now, since string) { return b.clock.Text, b.since.Text }

// SetHeld says that the class sees a blank screen, or no names of places: the buttons stand out.
func (b *Board) SetHeld(blank, names bool) {
	for c, on := range map[*kit.Control]bool{b.black: blank, b.names: names} {
		want := widget.MediumImportance
		if on {
			want = widget.WarningImportance
		}
		if c.Importance != want {
			c.Importance = want
			c.Refresh()
		}
	}
}

// NoteSize is the size of the notes in points.
func (b *Board) NoteSize() float32 { return b.notes.face.Size }

// resize makes the notes larger or smaller by so many per cent.
func (b *Board) resize(by float32) {
	percent := min(max(b.notes.face.Size/notesSize*100+by, LeastNotes), MostNotes)
	b.notes.face.Size = notesSize * percent / 100
	b.notes.again()
	b.config.Sized(percent)
}

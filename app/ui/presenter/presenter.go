// Package presenter is the teacher's window while a story is presented in another one: a picture of what the class sees, its
// words, what comes next, the notes typed before, the clock, and buttons for all that a clicker does.
//
//	b := presenter.New(presenter.Config{Serif: face, Next: func() { … }})
//	b.Set(presenter.Content{Words: "The ferry left.", NextHead: "2 May 2024 · Port", At: 3, Of: 14})
//	b.SetClock("10:42", "12 min")
//
// It is dark in every theme, since it stands in a darkened room. It knows neither stories nor sessions nor windows. All of
// it runs on the UI goroutine.
package presenter

import (
	"fmt"
	"image"
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
)

// Content is what the window says. Empty fields take no room.
type Content struct {
	Date, Place string
	Words, Foot string
	NextHead    string
	NextWords   string
	NextEdge    color.NRGBA
	Notes       string
	Asks        bool // a question is on: Notes are its keys, At and Of count questions
	Slide       bool // … which is a slide: they count slides
	At, Of      int
}

// Config is what the buttons do, the faces, and the picture of what the class sees. Quiz may be nil: then there is no button
// for it.
type Config struct {
	Serif                                     fyne.Resource
	Next, Back, Black, Names, Quiz, Pen, Swap func()
	Picture                                   fyne.CanvasObject    // of what the class sees; nil none
	Shape                                     func() float32       // how wide that is for its height
	Key                                       func(*fyne.KeyEvent) // keys that a button has no use for
	Rune                                      func(rune)
	NoteSize                                  float32       // of the notes, in per cent
	Sized                                     func(float32) // the person chose another
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
	black, names, pen              *button
	still                          *canvas.Image // of the slide that comes next
	frame, tag                     *canvas.Rectangle
	tagged                         *canvas.Text
	body                           *fyne.Container
	comes                          *container.Scroll // the words of the next slide
	content                        Content
	timeCap, sinceCap, slideCap    *canvas.Text
	nowCap, nextCap, noteCap, ends *canvas.Text
}

// live is the palette of what stands for the class's screen.
var live = kit.PaletteNamed("light")

// notesSize is the size of notes at 100 per cent: read from a desk, standing.
const notesSize = 21

// New makes the content of a window.
func New(c Config) *Board {
	p := kit.PaletteNamed("dark")
	b := &Board{config: c, pal: p}
	serif := kit.Face{Source: c.Serif}
	bold := kit.Face{Style: fyne.TextStyle{Bold: true}}
	b.date, b.words, b.foot = newProse(bold.At(20), p.Text), newProse(serif.At(23), p.Text), newProse(kit.Face{Size: 15}, p.Muted)
	b.nextHead, b.nextWords = newProse(bold.At(17), p.Text), newProse(serif.At(17), p.Text)
	b.notes = newProse(kit.Face{Size: notesSize * min(max(c.NoteSize, LeastNotes), MostNotes) / 100}, p.Text)
	caption := func(words string) *canvas.Text { return line(words, 13, p.Muted, false) }
	b.timeCap, b.sinceCap, b.slideCap = caption(lang.L("TIME")), caption(lang.L("SINCE THE START")), caption(lang.L("SLIDE"))
	b.nowCap, b.nextCap, b.noteCap = caption(lang.L("ON SCREEN NOW")), caption(lang.L("NEXT")), caption(lang.L("YOUR NOTES"))
	b.ends = line(lang.L("Esc ends"), 15, p.Muted, false)
	b.clock, b.since, b.count = line("", 38, p.Text, true), line("", 38, p.Text, true), line("", 38, p.Text, true)
	b.edge, b.bar, b.done = canvas.NewRectangle(p.Line), canvas.NewRectangle(p.Button), canvas.NewRectangle(p.Primary)
	b.bar.CornerRadius, b.done.CornerRadius = 3, 3
	b.frame, b.tag, b.tagged = canvas.NewRectangle(nil), canvas.NewRectangle(live.Primary), line(lang.L("ON THE PROJECTOR"), 12, live.OnPrimary, true)
	b.frame.StrokeColor, b.frame.StrokeWidth, b.frame.CornerRadius, b.tag.CornerRadius = p.Border, 2, 4, 5
	b.still = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth, CornerRadius: 4}
	b.Root = b.build()
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
	next := b.button(lang.L("Next")+" →", "", c.Next)
	next.main = true
	next.paint()
	b.black, b.names, b.pen = b.button(lang.L("Black"), "B", c.Black), b.button(lang.L("Hide names"), "L", c.Names), b.button(lang.L("Pen"), "I", c.Pen)
	buttons := []fyne.CanvasObject{b.button("← "+lang.L("Back"), "", c.Back), next, b.black, b.names}
	if c.Quiz != nil {
		buttons = append(buttons, b.button(lang.L("Quiz"), "Q", c.Quiz))
	}
	buttons = append(buttons, b.pen, b.button(lang.L("Swap screens"), "X", c.Swap))
	sizes := container.NewHBox(b.button("A−", "", func() { b.resize(-noteStep) }), b.button("A+", "", func() { b.resize(noteStep) }))
	card := func(inner fyne.CanvasObject) fyne.CanvasObject {
		r := canvas.NewRectangle(p.Pane)
		r.CornerRadius = 8
		return container.NewStack(r, container.New(kit.Indent{Left: 22, Top: 18, Right: nextBeside - 22, Bottom: nextAbove - 18}, inner))
	}
	now := card(container.NewBorder(b.nowCap, nil, nil, nil, container.NewVScroll(container.New(column{}, b.date, b.words, b.foot))))
	b.comes = container.NewVScroll(container.New(column{}, b.nextHead, b.nextWords))
	comes := container.NewStack(card(container.New(beside{b}, b.still, b.comes)), container.New(left{}, b.edge))
	notes := card(container.NewVScroll(container.New(column{}, b.notes)))
	l := &layout{times: [3][2]*canvas.Text{{b.timeCap, b.clock}, {b.sinceCap, b.since}, {b.slideCap, b.count}}, b: b,
		now: now, next: comes, notes: notes, sizes: sizes, buttons: container.NewHBox(buttons...)}
	picture := c.Picture
	if picture == nil {
		picture = canvas.NewRectangle(nil)
	}
	l.picture = picture
	b.body = container.New(l, picture, b.frame, b.tag, b.tagged, now, l.buttons, comes, notes, sizes, b.bar, b.done,
		b.timeCap, b.clock, b.sinceCap, b.since, b.slideCap, b.count, b.nextCap, b.noteCap, b.ends)
	return container.NewStack(canvas.NewRectangle(p.Bar), b.body)
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
	if c.NextHead == "" && !c.Asks {
		b.nextWords.set(lang.L("This is the last slide."))
	}
	b.noteCap.Text, b.slideCap.Text = lang.L("YOUR NOTES"), lang.L("SLIDE")
	if c.Asks {
		b.noteCap.Text = lang.L("KEYS")
	}
	if c.Asks && !c.Slide {
		b.slideCap.Text = lang.L("QUESTION")
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

// SetNext shows a picture of what comes next; nil none.
func (b *Board) SetNext(img image.Image) {
	if b.still.Image == nil && img == nil {
		return
	}
	b.still.Image = img
	b.still.Hidden = img == nil
	b.still.Refresh()
	b.Root.Refresh()
}

// Reshape lays the window out anew: the class's window has another shape.
func (b *Board) Reshape() { b.body.Refresh() }

// SetHeld says that the class sees a blank screen, or no names of places, or that the pen is taken: the buttons stand out.
func (b *Board) SetHeld(blank, names, pen bool) {
	b.black.light(blank)
	b.names.light(names)
	b.pen.light(pen)
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

package ui

import (
	"dateline/app/session"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/dialog"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

// text words something for the person in the language of the program.
func text(s string) string { return lang.L(s) }

// Language is the tag of the language that the window speaks.
func Language() string { return lang.X("[language]", "en") }

// desk is what the window lends its parts: the session, the words, the colours of the moment, and where keys go that a
// part has no use for. A part is told what differs in the session by show, and of new colours by setPalette.
type desk struct {
	app      fyne.App
	outside  func(func())
	win      fyne.Window
	session  *session.Session
	dispatch func(func())
	words    bind.Words
	kept     kept
	pal      *kit.Palette
	letters  kit.Letters
	hints    *kit.Hints
	onKey    func(*fyne.KeyEvent)
	onRune   func(rune)
	run      func(command.ID) // does what a button of a command is for
	paint    []func(*kit.Palette)
}

// part is a part of the window that follows the session.
type part interface {
	show(st session.State, c session.Change)
	setPalette(p *kit.Palette)
}

// scale is how much larger than at first the text is.
func (d *desk) scale() float32 { return d.pal.Scale() }

// dialogs is the desk as dialogs know it.
func (d *desk) dialogs() dialog.Desk {
	d.hints.Show(nil, "") // what is said of a row or a button does not stay behind it
	return dialog.Desk{Window: d.win, Scale: d.scale(), Outside: d.outside}
}

// ground is the ground of a pane.
func (d *desk) ground() *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	d.paint = append(d.paint, func(p *kit.Palette) { r.FillColor = p.Pane; r.Refresh() })
	return r
}

// line is a line between panes.
func (d *desk) line() *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(1, 1))
	d.paint = append(d.paint, func(p *kit.Palette) { r.FillColor = p.Line; r.Refresh() })
	return r
}

// button is a button that hands on the keys it has no use for and says its hint.
func (d *desk) button(words string, icon fyne.Resource, tapped func()) *kit.Control {
	c := kit.NewControl(words, icon, tapped)
	c.OnKey, c.OnRune = d.onKey, d.onRune
	c.OnHint = func(words string) { d.hints.Show(c, words) }
	return c
}

// title is one line of text that says all of itself while the pointer is at it, where it is cut.
func (d *desk) title() *kit.Title {
	t := kit.NewTitle()
	t.OnHint = func(words string) { d.hints.Show(t, words) }
	return t
}

// wholeRow says all words of a row of a list of which some are cut.
func (d *desk) wholeRow(list fyne.CanvasObject) func(kit.Box, string) {
	return func(row kit.Box, words string) { d.hints.ShowAt(list, row, words) }
}

// control is a button that stays, and follows the colours.
func (d *desk) control(words string, icon fyne.Resource, tapped func()) *kit.Control {
	c := d.button(words, icon, tapped)
	d.paint = append(d.paint, func(*kit.Palette) { c.Refresh() })
	return c
}

// repaint gives grounds, lines and buttons the colours of the moment.
func (d *desk) repaint() {
	for _, f := range d.paint {
		f(d.pal)
	}
}

// goTo selects what an item of a pane stands for.
func (d *desk) goTo(id string) {
	d.session.Pause()
	switch m := bind.Means(d.session.State(), id); {
	case m.Event != "":
		d.session.SelectEvent(m.Event)
	case m.Quote != "":
		d.session.SelectQuote(m.Quote)
	case m.Article != "":
		d.session.SelectArticle(m.Article)
	case m.Mark != nil:
		d.session.SelectMark(m.Mark.At)
	}
}

func enable(c *kit.Control, on bool) {
	if on {
		c.Enable()
	} else {
		c.Disable()
	}
}

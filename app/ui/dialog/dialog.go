// Package dialog is the sheets that open over the window: choosing articles, saving, the day of publication, the map's
// background, the keys, and what the program is. Each is a function of what it shows and what it then calls; none knows
// the session or a pane.
//
//	dialog.Day(desk, dialog.DayAsk{Name: "Talks", Use: func(d story.Day) { ... }})
//
// All of it runs on the UI goroutine.
package dialog

import (
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Desk is the window that a dialog opens over.
type Desk struct {
	Window  fyne.Window
	Scale   float32      // of text
	Outside func(func()) // does what looks for the person's own folders. May be nil
}

// open shows a dialog of Fyne's that offers the person's folders.
func (d Desk) open(x dialog.Dialog) {
	if d.Outside == nil {
		x.Show()
		return
	}
	d.Outside(x.Show)
}

// fit makes a dialog as large as wished for, or as the window allows with a margin around it.
func (d Desk) fit(x dialog.Dialog, width, height, margin float32) {
	size := d.Window.Canvas().Size()
	x.Resize(fyne.NewSize(min(width, size.Width-margin), min(height, size.Height-margin)))
}

// field is a line to type in that Escape leaves, as it leaves every dialog.
type field struct {
	widget.Entry
	leave func()
}

func newField(words, hint string) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.SetText(words)
	f.SetPlaceHolder(kit.Visual(hint))
	return f
}

// TypedKey is called by Fyne.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && f.leave != nil {
		f.leave()
		return
	}
	f.Entry.TypedKey(e)
}

// newButton makes a button that Enter presses too, not only the space bar, and from which Escape leaves the dialog.
func newButton(words string, tapped func()) *kit.Control { return newIconButton(words, nil, tapped) }

// newIconButton is newButton with an icon.
func newIconButton(words string, icon fyne.Resource, tapped func()) *kit.Control {
	b := kit.NewControl(words, icon, tapped)
	b.OnKey = func(e *fyne.KeyEvent) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); e.Name == fyne.KeyEscape && c != nil && c.Overlays().Top() != nil {
			c.Overlays().Remove(c.Overlays().Top())
		}
	}
	return b
}

// closing is a dialog with a button that closes it.
func (d Desk) closing(title string, body fyne.CanvasObject) *dialog.CustomDialog {
	x := dialog.NewCustomWithoutButtons(title, body, d.Window)
	x.SetButtons([]fyne.CanvasObject{newButton(lang.L("Close"), x.Hide)})
	return x
}

// question is a dialog that is answered with yes or no. The answer by which nothing can be lost has the focus once it is shown,
// so that Enter gives that one; Escape leaves it, and nothing is done.
type question struct {
	*dialog.CustomDialog
	window fyne.Window
	safe   *kit.Control
}

// Show shows the question.
func (q *question) Show() {
	q.CustomDialog.Show()
	q.window.Canvas().Focus(q.safe)
}

// asking is a question that hands on whether the button yes or the button no was pressed; safe is which of them loses nothing.
func (d Desk) asking(title string, body fyne.CanvasObject, yes, no string, safe bool, answer func(yes bool)) *question {
	x := dialog.NewCustomWithoutButtons(title, body, d.Window)
	does := func(is bool) func() { return func() { x.Hide(); answer(is) } }
	ok, cancel := newIconButton(yes, theme.ConfirmIcon(), does(true)), newIconButton(no, theme.CancelIcon(), does(false))
	q := &question{x, d.Window, cancel}
	if safe {
		q.safe = ok
	}
	q.safe.Importance = widget.HighImportance
	x.SetButtons([]fyne.CanvasObject{cancel, ok})
	return q
}

// About says what the program is and what it stands on.
func About(d Desk, version, about string) {
	body := widget.NewLabel("Dateline " + version + "\n\n" +
		lang.L("Shows the places, times and quotes of news articles on a map and a timeline. Nothing leaves this computer.") + "\n\n" + about)
	body.Wrapping = fyne.TextWrapWord
	x := d.closing(lang.L("About Dateline"), container.NewVScroll(body))
	d.fit(x, 560*d.Scale, 460*d.Scale, 20)
	x.Show()
}

// Recover asks whether what was open when the program ended badly is to be opened again, and hands on the answer.
func Recover(d Desk, answer func(yes bool)) {
	words := kit.NewParagraph(lang.L("The program ended unexpectedly last time. The articles that were open can be opened again."))
	x := d.asking(lang.L("Open the articles again?"), words, lang.L("Yes"), lang.L("No"), true, answer)
	d.wide(x, 460)
	x.Show()
}

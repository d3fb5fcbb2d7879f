package dialog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Shorten asks which pieces of a sentence are shown. whole words what is left of them, in the order of the pieces.
func Shorten(d Desk, pieces []string, shown []bool, whole func(shown []bool) string, use func(shown []bool)) {
	var x dialog.Dialog
	shown = append([]bool(nil), shown...)
	result := widget.NewLabel(whole(shown))
	result.Wrapping = fyne.TextWrapWord
	ok := newButton(lang.L("OK"), func() { x.Hide(); use(shown) })
	ok.Importance = widget.HighImportance
	any := func() bool {
		for _, on := range shown {
			if on {
				return true
			}
		}
		return false
	}
	box := container.NewVBox()
	var first *piece
	for i, words := range pieces {
		c := &piece{leave: func() { x.Hide() }}
		c.Text, c.Checked = strings.Join(strings.Fields(words), " "), shown[i]
		c.OnChanged = func(on bool) {
			shown[i] = on
			result.SetText(whole(shown))
			if any() {
				ok.Enable()
			} else {
				ok.Disable()
			}
		}
		c.ExtendBaseWidget(c)
		box.Add(c)
		if first == nil {
			first = c
		}
	}
	about := widget.NewLabel(lang.L("Untick what the class need not read. Nothing is written anew: what is left out shows as …, and V shows all of it."))
	about.Wrapping, about.Importance = fyne.TextWrapWord, widget.LowImportance
	body := container.NewBorder(about, container.NewVBox(widget.NewSeparator(), result, container.NewHBox(newButton(lang.L("Cancel"), func() { x.Hide() }), ok)), nil, nil,
		container.NewVScroll(box))
	x = dialog.NewCustomWithoutButtons(lang.L("Shorten the sentence"), body, d.Window)
	d.fit(x, 620*d.Scale, 520*d.Scale, 20)
	x.Show()
	if first != nil {
		d.Window.Canvas().Focus(first)
	}
}

// piece is a box to tick that Escape leaves, and that Enter ticks as the space bar does.
type piece struct {
	widget.Check
	leave func()
}

// TypedKey is called by Fyne.
func (p *piece) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		p.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.TypedRune(' ')
	default:
		p.Check.TypedKey(e)
	}
}

// Words asks for a heading and some lines of a slide of a person's own.
func Words(d Desk, title, head, body string, use func(head, body string)) {
	var x dialog.Dialog
	leave := func() { x.Hide() }
	top := newField(head, lang.L("Heading"))
	top.leave = leave
	text := &field{leave: leave}
	text.MultiLine, text.Wrapping = true, fyne.TextWrapWord
	text.ExtendBaseWidget(text)
	text.SetText(body)
	text.SetPlaceHolder(lang.L("Text"))
	text.SetMinRowsVisible(5)
	take := func() { leave(); use(strings.TrimSpace(top.Text), strings.TrimSpace(text.Text)) }
	top.OnSubmitted = func(string) { take() }
	ok := newButton(lang.L("OK"), take)
	ok.Importance = widget.HighImportance
	x = dialog.NewCustomWithoutButtons(title, container.NewVBox(top, text, container.NewHBox(newButton(lang.L("Cancel"), leave), ok)), d.Window)
	d.wide(x, 520)
	x.Show()
	d.Window.Canvas().Focus(top)
}

package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Password asks for the password of a file.
func Password(d Desk, use func(password string)) {
	entry := widget.NewPasswordEntry()
	ask := dialog.NewForm(lang.L("The file is protected by a password"), lang.L("Open"), lang.L("Cancel"),
		[]*widget.FormItem{{Text: lang.L("Password"), Widget: entry, HintText: lang.L("It is used once and not kept.")}}, func(ok bool) {
			if ok && entry.Text != "" {
				use(entry.Text)
			}
		}, d.Window)
	entry.OnSubmitted = func(string) { ask.Submit() }
	ask.Resize(fyne.NewSize(min(420*d.Scale, d.Window.Canvas().Size().Width-40), 0))
	ask.Show()
	d.Window.Canvas().Focus(entry)
}

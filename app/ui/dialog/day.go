package dialog

import (
	"errors"
	"strings"

	"dateline/app/story"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// DayAsk is what the dialog of the day of publication shows and calls.
type DayAsk struct {
	Name   string // of the article
	Known  string // what is known of its day, and why
	Day    string // the day to begin with, as it is typed; "" none
	Use    func(story.Day)
	Forget func() // takes a day back that was given before; nil where none was
}

// errDay is what the entry says of words that are no date.
var errDay = errors.New("write the day as year-month-day, such as 2025-03-12")

// Day asks when an article was published.
func Day(d Desk, ask DayAsk) {
	var x dialog.Dialog
	leave := func() { x.Hide() }
	entry := newField(ask.Day, "2025-03-12")
	entry.leave = leave
	read := func(s string) (story.Day, bool) { return story.ParseDay(strings.TrimSpace(s)) }
	entry.Validator = func(s string) error {
		if _, ok := read(s); !ok {
			return errDay
		}
		return nil
	}
	wrong := widget.NewLabel(lang.L("Write the day as year-month-day, such as 2025-03-12."))
	wrong.Importance = widget.DangerImportance
	wrong.Wrapping = fyne.TextWrapWord
	wrong.Hide()
	use := func(s string) {
		if day, ok := read(s); ok {
			leave()
			ask.Use(day)
			return
		}
		wrong.Show()
		x.Refresh()
		d.Window.Canvas().Focus(entry)
	}
	entry.OnSubmitted = use
	why, name := widget.NewLabel(ask.Known), widget.NewLabel(ask.Name)
	why.Wrapping = fyne.TextWrapWord
	name.TextStyle.Bold = true
	name.Truncation = fyne.TextTruncateEllipsis
	buttons := []fyne.CanvasObject{newButton(lang.L("Cancel"), leave)}
	if ask.Forget != nil {
		buttons = append(buttons, newButton(lang.L("Forget the given day"), func() { leave(); ask.Forget() }))
	}
	ok := newButton(lang.L("Use this day"), func() { use(entry.Text) })
	ok.Importance = widget.HighImportance
	buttons = append(buttons, ok)
	x = dialog.NewCustomWithoutButtons(lang.L("When was this article published?"),
		container.NewVBox(name, why, entry, wrong, container.NewHBox(buttons...)), d.Window)
	x.Resize(fyne.NewSize(min(520*d.Scale, d.Window.Canvas().Size().Width-40), 0))
	x.Show()
	d.Window.Canvas().Focus(entry)
}

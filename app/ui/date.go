package ui

import (
	"strings"

	"dateline/app/story"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// documentIDs names what is open.
func documentIDs(docs []story.Document) string {
	ids := make([]string, len(docs))
	for i, d := range docs {
		ids[i] = d.ID
	}
	return strings.Join(ids, " ")
}

// dateDialog asks when the article in view was published. Everything relative to that day moves with it.
func (w *Window) dateDialog() {
	st := w.session.State()
	if w.article < 0 || w.article >= len(st.Story.Articles) {
		return
	}
	a := st.Story.Articles[w.article]
	entry := widget.NewEntry()
	entry.SetPlaceHolder("2025-03-12")
	if a.Published.Kind != story.DateUnknown {
		entry.SetText(a.Published.Best.String())
	}
	entry.Validator = func(s string) error {
		if _, ok := story.ParseDay(strings.TrimSpace(s)); !ok {
			return errDay
		}
		return nil
	}
	why := widget.NewLabel(publishedWords(a.Published))
	why.Wrapping = fyne.TextWrapWord
	name := widget.NewLabel(title(a))
	name.TextStyle.Bold = true
	name.Truncation = fyne.TextTruncateEllipsis
	var d dialog.Dialog
	use := func(s string) {
		if day, ok := story.ParseDay(strings.TrimSpace(s)); ok {
			d.Hide()
			w.session.GiveDate(a.ID, day)
		}
	}
	entry.OnSubmitted = use
	buttons := []fyne.CanvasObject{widget.NewButton(text("Cancel"), func() { d.Hide() })}
	if _, ok := st.Log.Published(a.ID); ok {
		buttons = append(buttons, widget.NewButton(text("Forget the given day"), func() {
			d.Hide()
			w.session.TakeDate(a.ID)
		}))
	}
	ok := widget.NewButton(text("Use this day"), func() { use(entry.Text) })
	ok.Importance = widget.HighImportance
	buttons = append(buttons, ok)
	d = dialog.NewCustomWithoutButtons(text("When was this article published?"),
		container.NewVBox(name, why, entry, container.NewHBox(buttons...)), w.win)
	d.Resize(fyne.NewSize(min(520*w.pal.TextSize/14, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(entry)
}

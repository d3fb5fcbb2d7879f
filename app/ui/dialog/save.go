package dialog

import (
	"dateline/app/export"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Export offers the formats that a story can be saved as, and hands on the one that is chosen.
func Export(d Desk, formats export.Formats, chosen func(export.Format)) {
	var names []string
	for _, f := range formats {
		names = append(names, f.Label+" ("+f.Exts[0]+")")
	}
	choice := widget.NewRadioGroup(names, nil)
	choice.Required = true
	choice.SetSelected(names[0])
	var x dialog.Dialog
	save := newButton(lang.L("Save as…"), func() {
		x.Hide()
		for i, name := range names {
			if name == choice.Selected {
				chosen(formats[i])
			}
		}
	})
	save.Importance = widget.HighImportance
	buttons := container.NewHBox(newButton(lang.L("Cancel"), func() { x.Hide() }), save)
	x = dialog.NewCustomWithoutButtons(lang.L("Save as…"), container.NewVBox(choice, buttons), d.Window)
	x.Show()
}

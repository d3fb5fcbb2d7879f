package dialog

import (
	"dateline/app/export"
	"fyne.io/fyne/v2"
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

// Save asks where to write a file, beginning in a folder (nil leaves that to the system); then is not called when the
// person thinks better of it.
func Save(d Desk, name string, folder fyne.ListableURI, then func(fyne.URIWriteCloser)) {
	x := dialog.NewFileSave(func(out fyne.URIWriteCloser, err error) {
		if err != nil {
			dialog.ShowError(err, d.Window)
		} else if out != nil {
			then(out)
		}
	}, d.Window)
	x.SetFileName(name)
	if folder != nil {
		x.SetLocation(folder)
	}
	d.fit(x, 820, 600, 40)
	x.Show()
}

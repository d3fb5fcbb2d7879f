package dialog

import (
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Keep is where a file is to be saved: a folder and a name in it.
type Keep struct {
	Title  string // what is saved, in words
	Folder string // a path
	Name   string // proposed
	Ext    string // that the file ends with
	Over   string // what becomes of a file that is there already
	Save   func(path string)
}

// SaveFile asks where to save a file. Nothing is opened or emptied: Save alone writes.
func SaveFile(d Desk, k Keep) {
	var x dialog.Dialog
	leave := func() { x.Hide() }
	name := newField(strings.TrimSuffix(k.Name, k.Ext), lang.L("Name"))
	name.leave = leave
	folder := widget.NewLabel(k.Folder)
	folder.Truncation = fyne.TextTruncateEllipsis
	choose := newIconButton(lang.L("Another folder…"), theme.FolderOpenIcon(), func() {
		d.askFolder(k.Folder, func(path string) {
			k.Folder = path
			folder.SetText(path)
		})
	})
	write := k.Save
	k.Save = func(path string) { leave(); write(path) }
	save := func() {
		k.Name = name.Text
		d.write(k)
	}
	name.OnSubmitted = func(string) { save() }
	ok := newButton(lang.L("Save"), save)
	ok.Importance = widget.HighImportance
	buttons := container.NewHBox(newButton(lang.L("Cancel"), leave), ok)
	x = dialog.NewCustomWithoutButtons(k.Title, container.NewVBox(name, container.NewBorder(nil, nil, nil, choose, folder), buttons), d.Window)
	d.wide(x, 560)
	x.Show()
	d.Window.Canvas().Focus(name)
}

// askFolder asks for a folder, beginning at one.
func (d Desk) askFolder(from string, use func(path string)) {
	f := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			use(u.Path())
		}
	}, d.Window)
	f.SetTitleText(lang.L("Folder for the file"))
	if at, err := storage.ListerForURI(storage.NewFileURI(from)); err == nil {
		f.SetLocation(at)
	}
	d.fit(f, 820, 600, 40)
	d.open(f)
}

// wide makes a dialog as wide as wished for, as far as the window allows, and as tall as it needs.
func (d Desk) wide(x dialog.Dialog, width float32) {
	x.Resize(fyne.NewSize(min(width*d.Scale, d.Window.Canvas().Size().Width-30), 0))
}

// Unsaved asks what becomes of changes that are in no file: save keeps them and goes on, leave goes on without.
func Unsaved(d Desk, save, leave func()) {
	var x dialog.Dialog
	words := widget.NewLabel(lang.L("What was changed or pasted is in no file yet."))
	words.Wrapping = fyne.TextWrapWord
	button := func(words string, then func()) *kit.Control {
		c := kit.NewControl(words, nil, func() { x.Hide(); then() })
		c.OnKey = func(e *fyne.KeyEvent) { // a button keeps its keys from the window
			if e.Name == fyne.KeyEscape {
				x.Hide()
			}
		}
		return c
	}
	ok := button(lang.L("Save"), save)
	ok.Importance = widget.HighImportance
	buttons := container.NewHBox(button(lang.L("Cancel"), func() {}), button(lang.L("Do not save"), leave), ok)
	x = dialog.NewCustomWithoutButtons(lang.L("Save the changes?"), container.NewVBox(words, buttons), d.Window)
	d.wide(x, 460)
	x.Show()
	d.Window.Canvas().Focus(ok)
}

// Picked is a row to choose from.
type Picked struct{ Name, Detail string }

// Pick lists rows and hands on the index of the one that is chosen.
func Pick(d Desk, title, none string, rows []Picked, chosen func(i int)) {
	var x dialog.Dialog
	box := container.NewVBox()
	for i, r := range rows {
		b := newButton(r.Name, func() { x.Hide(); chosen(i) })
		b.Alignment = widget.ButtonAlignLeading
		box.Add(b)
		if r.Detail != "" {
			l := widget.NewLabel(r.Detail)
			l.Importance, l.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
			box.Add(l)
		}
	}
	if len(rows) == 0 {
		box.Add(widget.NewLabel(none))
	}
	x = d.closing(title, container.NewVScroll(box))
	d.fit(x, 560*d.Scale, 460*d.Scale, 20)
	x.Show()
}

// Logged is a correction of the log in words.
type Logged struct{ When, Said, Was, Why string }

// Log lists what was changed, the last first.
func Log(d Desk, rows []Logged) {
	box := container.NewVBox()
	line := func(words string, bold, low bool) {
		if words == "" {
			return
		}
		l := widget.NewLabel(words)
		l.Wrapping, l.TextStyle.Bold = fyne.TextWrapWord, bold
		if low {
			l.Importance = widget.LowImportance
		}
		box.Add(l)
	}
	for _, r := range rows {
		line(r.Said, true, false)
		if r.Was != "" {
			line(lang.L("read as")+": "+r.Was, false, false)
		}
		line(r.Why, false, false)
		line(r.When, false, true)
		box.Add(widget.NewSeparator())
	}
	x := d.closing(lang.L("What was changed"), container.NewVScroll(box))
	d.fit(x, 640*d.Scale, 560*d.Scale, 20)
	x.Show()
}

// Line asks for some words.
func Line(d Desk, title, words, hint string, use func(string)) {
	var x dialog.Dialog
	leave := func() { x.Hide() }
	entry := newField(words, hint)
	entry.leave = leave
	take := func() { leave(); use(strings.TrimSpace(entry.Text)) }
	entry.OnSubmitted = func(string) { take() }
	ok := newButton(lang.L("OK"), take)
	ok.Importance = widget.HighImportance
	x = dialog.NewCustomWithoutButtons(title, container.NewVBox(entry, container.NewHBox(newButton(lang.L("Cancel"), leave), ok)), d.Window)
	d.wide(x, 520)
	x.Show()
	d.Window.Canvas().Focus(entry)
}

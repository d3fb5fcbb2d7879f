package ui

import (
	"bytes"
	"context"

	"dateline/app/export"
	"dateline/app/session"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
)

// Export is what the person wants saved: the story as it stands, in one format.
type Export struct {
	Format export.Format
	State  session.State
	Style  *tile.Style // of the map in the window
}

// exportDialog offers every format that the story can be saved as.
func (w *Window) exportDialog() {
	if len(w.session.State().Story.Articles) == 0 || w.cfg.Export == nil || len(w.cfg.Exports) == 0 {
		return
	}
	var names []string
	for _, f := range w.cfg.Exports {
		names = append(names, f.Label+" ("+f.Exts[0]+")")
	}
	choice := widget.NewRadioGroup(names, nil)
	choice.Required = true
	choice.SetSelected(names[0])
	var d dialog.Dialog
	save := widget.NewButton(text("Save as…"), func() {
		d.Hide()
		for i, name := range names {
			if name == choice.Selected {
				w.saveAs(w.cfg.Exports[i])
			}
		}
	})
	save.Importance = widget.HighImportance
	buttons := container.NewHBox(widget.NewButton(text("Cancel"), func() { d.Hide() }), save)
	d = dialog.NewCustomWithoutButtons(text("Save as…"), container.NewVBox(choice, buttons), w.win)
	d.Show()
}

// savePicture saves the still picture of the map.
func (w *Window) savePicture() {
	if f, ok := w.cfg.Exports.Named("png"); ok {
		w.saveAs(f)
	}
}

// saveAs asks for a name and writes the story there.
func (w *Window) saveAs(f export.Format) {
	x := Export{Format: f, State: w.session.State(), Style: tile.StyleNamed(w.pal.Name)}
	if len(x.State.Story.Articles) == 0 || w.cfg.Export == nil {
		return
	}
	w.askSave(exportName(x.State, f), func(out fyne.URIWriteCloser) {
		w.session.Run(func(ctx context.Context) (session.Note, error) {
			if err := w.write(ctx, x, out); err != nil {
				return session.Note{File: out.URI().Name(), Text: text("The file could not be written. Choose another folder and try again.")}, err
			}
			return session.Note{File: out.URI().Name(), Text: text("The file is saved.")}, nil
		})
	})
}

// write makes the whole file first, so that a failure leaves no half of it.
func (w *Window) write(ctx context.Context, x Export, out fyne.URIWriteCloser) error {
	var b bytes.Buffer
	err := w.cfg.Export(ctx, x, &b)
	if err == nil {
		_, err = b.WriteTo(out)
	}
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		_ = storage.Delete(out.URI())
	}
	return err
}

// exportName proposes a name for the file: the program's, with the day in the middle of the period.
func exportName(st session.State, f export.Format) string {
	name := "dateline"
	if st.Period.On {
		name += "-" + (st.Period.From + (st.Period.To-st.Period.From)/2).String()
	}
	return name + f.Exts[0]
}

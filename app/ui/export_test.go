package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/app/export"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// exporting is a window that can save its story in two made-up formats.
func exporting(t *testing.T, fault error) *bench {
	b := opened(t)
	b.files.formats = export.Formats{{Name: "one", Label: "One", Exts: []string{".one"}}, {Name: "xyz", Label: "XYZ", Exts: []string{".xyz"}}}
	b.files.write = func(_ context.Context, x Export, w io.Writer) error {
		if _, err := io.WriteString(w, x.Format.Name+": "+x.State.Story.Title); err != nil {
			return err
		}
		return fault
	}
	return b
}

// radios are the choices that stand in the window's topmost dialog.
func radios(o fyne.CanvasObject) (out []string) {
	switch o := o.(type) {
	case *widget.RadioGroup:
		return o.Options
	case *fyne.Container:
		for _, x := range o.Objects {
			out = append(out, radios(x)...)
		}
	case fyne.Widget:
		for _, x := range test.WidgetRenderer(o).Objects() {
			out = append(out, radios(x)...)
		}
	}
	return out
}

func TestWindow_OffersEveryFormat(t *testing.T) {
	b := exporting(t, nil)
	b.files.Export()
	if got := radios(b.win.Canvas().Overlays().Top()); !slices.Equal(got, []string{"One (.one)", "XYZ (.xyz)"}) {
		t.Errorf("offered: %q", got)
	}
	typed(b, fyne.KeyEscape)
	if b.keys.busy() {
		t.Error("the dialog stays")
	}
	if got := exportName(b.s.State(), b.files.formats[1]); got != "dateline.xyz" {
		t.Errorf("proposed: %s", got)
	}
}

func TestWindow_SavesWholeFilesOrNone(t *testing.T) {
	bad := errors.New("it broke")
	for _, fault := range []error{nil, bad} {
		b := exporting(t, fault)
		path := filepath.Join(t.TempDir(), "a.xyz")
		out, err := storage.Writer(storage.NewFileURI(path))
		if err != nil {
			t.Fatal(err)
		}
		err = b.files.save(context.Background(), Export{Format: b.files.formats[1], State: b.s.State()}, out)
		if !errors.Is(err, fault) {
			t.Errorf("got %v, want %v", err, fault)
		}
		got, err := os.ReadFile(path)
		if fault == nil && (err != nil || string(got) != "xyz: Port, May 2024") {
			t.Errorf("saved: %q, %v", got, err)
		}
		if fault != nil && !errors.Is(err, os.ErrNotExist) {
			t.Errorf("after a failure there is %q, %v", got, err)
		}
	}
}

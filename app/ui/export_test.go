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

// TestWindow_SavesWholeFilesOrNone: over a file that is there already, as over none.
func TestWindow_SavesWholeFilesOrNone(t *testing.T) {
	bad := errors.New("it broke")
	for _, fault := range []error{nil, bad} {
		for _, old := range []string{"", "old"} {
			b := exporting(t, fault)
			dir := t.TempDir()
			path := filepath.Join(dir, "a.xyz")
			want := "xyz: Port, May 2024"
			if fault != nil {
				want = old
			}
			if old != "" {
				if err := os.WriteFile(path, []byte(old), 0o640); err != nil {
					t.Fatal(err)
				}
			}
			if err := b.files.save(context.Background(), Export{Format: b.files.formats[1], State: b.s.State()}, path); !errors.Is(err, fault) {
				t.Errorf("got %v, want %v", err, fault)
			}
			got, err := os.ReadFile(path)
			if string(got) != want || want != "" && err != nil {
				t.Errorf("fault %v over %q: there is %q, %v", fault, old, got, err)
			}
			if list, _ := os.ReadDir(dir); len(list) > 1 {
				t.Errorf("something is left behind: %v", list)
			}
		}
	}
}

// TestWindow_SavesOverAFileOnlyWhenAsked: choosing a name that is taken empties nothing; the old file stands until the new
// one is whole.
func TestWindow_SavesOverAFileOnlyWhenAsked(t *testing.T) {
	b := exporting(t, nil)
	dir := t.TempDir()
	path := filepath.Join(dir, "dateline.xyz")
	if err := os.WriteFile(path, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	b.files.home = dir
	b.kept.p.SetString("folder", storage.NewFileURI(dir).String())
	b.files.saveAs(b.files.formats[1])
	press(t, b, "Save")
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Fatalf("before the answer there is %q", got)
	}
	press(t, b, "Yes")
	b.until(t, "the answer", func() bool { return len(b.s.State().Notes) > 0 })
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("a read-only file is written over: %q", got)
	}
	notes := b.words.Notes(b.s.State().Notes, nil)
	if len(notes) != 1 || notes[0] != "dateline.xyz: The file may not be written. Choose another name or another folder; the old file is as it was." {
		t.Errorf("told: %q", notes)
	}
}

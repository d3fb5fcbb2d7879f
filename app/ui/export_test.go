package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/export"
	outformats "dateline/app/export/formats"
	"dateline/app/story"
	"dateline/app/ui/dialog"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// exporting is a window that can save its story in two made-up formats, the second in many lines.
func exporting(t *testing.T, fault error) *bench {
	b := opened(t)
	b.files.formats = export.Formats{{Name: "one", Label: "One", Exts: []string{".one"}, For: export.ForPeople, Asks: export.AsksSize}, {Name: "xyz", Label: "XYZ", Exts: []string{".xyz"}}}
	b.files.home = t.TempDir()
	b.kept.p.SetString("export.folder", b.files.home)
	b.files.write = func(_ context.Context, x Export, w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s: %s, %d events, %v", x.Format.Name, x.Story.Title, len(x.View.Events), x.Options.Frame.W)
		for i := 0; err == nil && i < 2000 && x.Format.Name == "xyz"; i++ {
			_, err = io.WriteString(w, "\nline \x07"+strings.Repeat("x", 300))
		}
		if err != nil {
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
	case *container.Scroll:
		return radios(o.Content)
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
	b.files.formats = append(b.files.formats, export.Format{Name: "new", Label: "New", Exts: []string{".new"}})
	b.files.Export()
	if got := radios(b.win.Canvas().Overlays().Top()); !slices.Equal(got, []string{"What is shown now", "Everything", "One", "XYZ", "New"}) {
		t.Errorf("offered: %q", got)
	}
	typed(b, fyne.KeyEscape)
	if b.keys.busy() {
		t.Error("the dialog stays")
	}
	if got := b.files.exportName(dialog.ExportChoice{Format: "one"}); got != "Port, May 2024" {
		t.Errorf("proposed: %s", got)
	}
}

// TestWindow_ExportNamesFilesApart: a handout and the questions beside it are two files, and no two formats propose one name.
func TestWindow_ExportNamesFilesApart(t *testing.T) {
	b := opened(t)
	b.files.formats = outformats.All
	by := map[string]string{}
	for _, f := range outformats.All {
		name := b.files.exportName(dialog.ExportChoice{Format: f.Name}) + f.Exts[0]
		if other := by[name]; other != "" {
			t.Errorf("%s and %s are both %q", other, f.Name, name)
		}
		by[name] = f.Name
	}
	if by["Port, May 2024.pdf"] == "" {
		t.Errorf("the first of a kind is not called like the story alone: %v", by)
	}
}

// TestWindow_ExportShowsNoTableForAPaper: what a person will look at is not shown as a table of events.
func TestWindow_ExportShowsNoTableForAPaper(t *testing.T) {
	b := exporting(t, nil)
	b.files.formats = append(b.files.formats, export.Format{Name: "csv", Label: "CSV", Exts: []string{".csv"}})
	b.files.write = func(_ context.Context, x Export, w io.Writer) error {
		_, err := io.WriteString(w, map[bool]string{true: "from,to", false: "%PDF\x00\xff\xfe"}[x.Format.Name == "csv"])
		return err
	}
	for format, want := range map[string]string{"one": "There is no preview of this file.", "xyz": "from,to"} {
		if _, lines, err := b.files.peek(context.Background(), b.files.chosen(dialog.ExportChoice{Format: format, Values: map[string]int{}})); err != nil || strings.TrimSpace(lines) != want {
			t.Errorf("%s: %q, %v", format, lines, err)
		}
	}
}

func TestWindow_ExportOfTheListIsOfferedUnderItsHeading(t *testing.T) {
	b := opened(t)
	b.files.formats, b.files.write = outformats.All, func(context.Context, Export, io.Writer) error { return nil }
	n := 0
	for _, g := range b.files.exportGroups() {
		n += len(g.Formats)
	}
	if n != len(outformats.All) {
		t.Errorf("%d of %d formats are offered", n, len(outformats.All))
	}
}

// TestWindow_ExportShowsWhatTheFileWillHold, as it stands and as everything, and keeps what was chosen.
func TestWindow_ExportShowsWhatTheFileWillHold(t *testing.T) {
	b := exporting(t, nil)
	b.s.SetPeriod(story.Between(1, 2))
	b.files.Export()
	b.files.sheet.Hide()
	c := dialog.ExportChoice{Format: "xyz", Folder: b.files.home, Values: map[string]int{"export.size": 1}}
	now := b.files.chosen(c)
	_, lines, err := b.files.peek(context.Background(), now)
	if err != nil || !strings.HasPrefix(lines, "xyz: Port, May 2024, 0 events, 1280\nline xxx") || len(strings.Split(lines, "\n")) > previewLines || strings.ContainsRune(lines, 7) {
		t.Errorf("%v: %.120q", err, lines)
	}
	if got := b.words.Contains(now.Story, now.View); got != "Nothing is shown: the file will say so." {
		t.Errorf("contains %q", got)
	}
	c.Everything = true
	all := b.files.chosen(c)
	if got := b.words.Contains(all.Story, all.View); !strings.HasPrefix(got, fmt.Sprintf("%d events · ", len(all.View.Events))) || len(all.View.Events) < 2 {
		t.Errorf("contains %q", got)
	}
	path := filepath.Join(b.files.home, "a.xyz")
	b.files.saveExport(c, path)
	b.until(t, "the file", func() bool { return len(b.s.State().Notes) > 0 })
	if got, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(got), "xyz: Port, May 2024, ") {
		t.Errorf("saved %.60q, %v", got, err)
	}
	if b.kept.p.String("export.format") != "xyz" || !b.kept.p.Bool("export.everything") || b.kept.number("export.size", 0, 0, 3) != 1 {
		t.Error("the choice is not kept")
	}
}

// TestWindow_ExportCanBeCancelled: nothing half-written stays.
func TestWindow_ExportCanBeCancelled(t *testing.T) {
	b := exporting(t, nil)
	begun := make(chan bool)
	b.files.write = func(ctx context.Context, _ Export, w io.Writer) error {
		io.WriteString(w, "half")
		close(begun)
		<-ctx.Done()
		return ctx.Err()
	}
	b.files.saveExport(dialog.ExportChoice{Format: "xyz", Folder: b.files.home}, filepath.Join(b.files.home, "a.xyz"))
	<-begun
	if got := b.words.Job(b.s.State().Job); got != "Writing the file…" {
		t.Errorf("the bar says %q", got)
	}
	b.s.Cancel()
	if b.s.State().Job.Running() {
		t.Error("it goes on")
	}
	b.until(t, "the end of the work", func() bool { list, _ := os.ReadDir(b.files.home); return len(list) == 0 })
}

// TestWindow_SavesWholeFilesOrNone: over a file that is there already, as over none.
func TestWindow_SavesWholeFilesOrNone(t *testing.T) {
	bad := errors.New("it broke")
	for _, fault := range []error{nil, bad} {
		for _, old := range []string{"", "old"} {
			b := exporting(t, fault)
			dir := t.TempDir()
			path := filepath.Join(dir, "a.one")
			want := "one: Port, May 2024, 3 events, 0"
			if fault != nil {
				want = old
			}
			if old != "" {
				if err := os.WriteFile(path, []byte(old), 0o640); err != nil {
					t.Fatal(err)
				}
			}
			if err := b.files.save(context.Background(), Export{Format: b.files.formats[0], Story: b.s.State().Story, View: b.s.State().View}, path); !errors.Is(err, fault) {
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
	path := filepath.Join(b.files.home, "Port, May 2024.one")
	if err := os.WriteFile(path, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	b.files.Export()
	press(t, b, "Save")
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Fatalf("before the answer there is %q", got)
	}
	press(t, b, "Yes")
	b.until(t, "the answer", func() bool { return len(b.s.State().Notes) > 0 })
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("a read-only file is written over: %q", got)
	}
	notes := b.words.Notes(b.s.State().Notes)
	if len(notes) != 1 || notes[0] != "Port, May 2024.one: The file may not be written. Choose another name or another folder; the old file is as it was." {
		t.Errorf("told: %q", notes)
	}
}

func TestPeriodName_SaysNoDayThatIsNotMeant(t *testing.T) {
	d := story.NewDay
	for _, c := range []struct {
		claim string
		p     story.Period
		want  string
	}{
		{"the slider with a day on each side", story.Between(d(2024, 5, 11), d(2024, 5, 13)), "2024-05-12"},
		{"a single day", story.Between(d(2024, 5, 12), d(2024, 5, 12)), "2024-05-12"},
		{"years have no middle that is meant", story.Between(d(2016, 1, 1), d(2019, 12, 31)), "2016-01-01 2019-12-31"},
		{"an open beginning", story.Period{On: true, From: story.DayMin, To: d(2024, 5, 12)}, "2024-05-12"},
	} {
		if got := periodName(c.p, 1); got != c.want {
			t.Errorf("%s: %q", c.claim, got)
		}
	}
}

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/document"
	informats "dateline/app/document/formats"
	inxyz "dateline/app/document/formats/testdata/xyz"
	"dateline/app/export"
	outformats "dateline/app/export/formats"
	outxyz "dateline/app/export/formats/testdata/xyz"
)

// extended is the program with one more format to read and one more to write.
func extended(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	t := &tool{ctx: context.Background(), in: strings.NewReader(""), out: &o, err: &e,
		reads:  slices.Concat(informats.All, document.Formats{inxyz.Format}),
		writes: slices.Concat(outformats.All, export.Formats{outxyz.Format})}
	code = t.run(args)
	return code, o.String(), e.String()
}

func TestANewFormatIsWrittenAndNamed(t *testing.T) {
	path := write(t, "flood.txt", article)
	if code, out, errs := extended("read", "-format", "xyz", "-date", "2024-05-15", path); code != 0 || !strings.Contains(out, "event: Police evacuated") {
		t.Errorf("status %d, %q, %s", code, out, errs)
	}
	to := filepath.Join(t.TempDir(), "out.xyz")
	if code, _, errs := extended("export", "-o", to, path); code != 0 {
		t.Errorf("status %d, %s", code, errs)
	}
	if b, err := os.ReadFile(to); err != nil || !bytes.Contains(b, []byte("event: Police")) {
		t.Errorf("%q, %v", b, err)
	}
	if _, out, _ := extended("help"); strings.Count(out, "|xyz]") != 2 {
		t.Errorf("the usage does not name it:\n%s", out)
	}
}

func TestANewFormatIsReadAndNamed(t *testing.T) {
	path := write(t, "bundle.bin", "XYZ\n# Rain\n\nIt rained in Lima.\n----\n!\n----\nIt snowed in Oslo.")
	code, out, errs := extended("read", path)
	fs := parseLines(t, out)
	if code != 1 || len(fs) != 2 || fs[0].Text != "Rain\n\nIt rained in Lima." || fs[1].File != "part 3.md" || !strings.Contains(errs, "bundle.bin: part 2: the letters are in an unknown encoding") {
		t.Errorf("status %d, %+v, %s", code, fs, errs)
	}
	if _, out, _ := extended("help"); !strings.Contains(out, "FILE is Plain text, Markdown, ") || !strings.Contains(out, ", XYZ bundle. ") {
		t.Errorf("the usage does not name it:\n%s", out)
	}
	if code, out, _ := extended("formats"); code != 0 || !strings.Contains(out, "xyz\t.xyz\tin\tXYZ bundle\n") || !strings.Contains(out, "xyz\t.xyz\tout\tXYZ\n") {
		t.Errorf("status %d, listed:\n%s", code, out)
	}
}

func TestFormats(t *testing.T) {
	code, out, errs := reader(t, "", "formats")
	var names []string
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 || fields[1] == "" || fields[2] != "in" && fields[2] != "out" {
			t.Fatalf("no line of a format: %q", line)
		}
		names = append(names, fields[0]+" "+fields[2])
	}
	var want []string
	for _, f := range informats.All {
		want = append(want, f.Name+" in")
	}
	for _, f := range outformats.All {
		want = append(want, f.Name+" out")
	}
	if code != 0 || errs != "" || !slices.Equal(names, want) {
		t.Errorf("status %d, %s\n%q, want %q", code, errs, names, want)
	}
	for _, line := range []string{"markdown\t.md .markdown .mdown .mkd\tin\tMarkdown\n", "docx\t.docx .docm .dotx\tin\tWord document\n", "csv\t.csv\tout\tCSV\n", "kml\t.kml\tout\tKML\n"} {
		if !strings.Contains(out, line) {
			t.Errorf("no %q in\n%s", line, out)
		}
	}
	if code, _, _ := reader(t, "", "formats", "x"); code != 2 {
		t.Errorf("status %d", code)
	}
}

func TestTheFormatIsNamedWhereTheEndingDoesNot(t *testing.T) {
	path := write(t, "flood.txt", article)
	to := filepath.Join(t.TempDir(), "out.txt")
	if code, _, errs := reader(t, "", "export", "-o", to, "-format", "csv", path); code != 0 {
		t.Fatalf("status %d, %s", code, errs)
	}
	if b, err := os.ReadFile(to); err != nil || !bytes.HasPrefix(b, []byte("type,from,to,")) {
		t.Errorf("%q, %v", b, err)
	}
	code, _, errs := reader(t, "", "export", "-o", "x.csv", "-format", "doc", path)
	if code != 2 || !strings.Contains(errs, `no format is known for "doc"; there are `+strings.Join(outformats.All.Names(), ", ")) {
		t.Errorf("status %d, %s", code, errs)
	}
}

// A file that may not be written is told in one sentence, and stays as it is.
func TestExport_LeavesAReadOnlyFileWhole(t *testing.T) {
	to := write(t, "old.csv", "old")
	if err := os.Chmod(to, 0o440); err != nil {
		t.Fatal(err)
	}
	code, _, errs := reader(t, "", "export", "-o", to, write(t, "flood.txt", article))
	if code != 1 || !strings.HasSuffix(errs, "old.csv may not be written: choose another name or folder\n") || strings.Count(errs, "\n") != 1 {
		t.Errorf("status %d, told %q", code, errs)
	}
	if b, err := os.ReadFile(to); err != nil || string(b) != "old" {
		t.Errorf("there is %q, %v", b, err)
	}
}

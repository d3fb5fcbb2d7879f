package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/export"
	outformats "dateline/app/export/formats"
	outxyz "dateline/app/export/formats/testdata/xyz"
)

// extended is the program with one more format.
func extended(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	t := &tool{ctx: context.Background(), in: strings.NewReader(""), out: &o, err: &e,
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
	if code != 2 || !strings.Contains(errs, `no format is known for "doc"; there are png, csv, geojson, jsonl`) {
		t.Errorf("status %d, %s", code, errs)
	}
}

package project

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrite_ReadsBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "open.json")
	for _, f := range []File{
		{Version: Version, Documents: []Document{{Name: "a.txt", Path: "a.txt"}, {Name: "pasted", Text: "Ships “left”.\n"}}},
		{Version: Version},
	} {
		if err := Write(path, f); err != nil {
			t.Fatal(err)
		}
		got, err := Read(path)
		if d := cmp.Diff(f, got); err != nil || d != "" {
			t.Errorf("%v %s", err, d)
		}
	}
	left, _ := os.ReadDir(filepath.Dir(path))
	if len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
}

func TestRead_Version1(t *testing.T) {
	got, err := Read("testdata/version1.json")
	want := File{Version: 1, Documents: []Document{{Name: "harbour.txt", Path: "harbour.txt"}, {Name: "pasted text", Text: "Ships left."}}}
	if d := cmp.Diff(want, got); err != nil || d != "" {
		t.Errorf("%v %s", err, d)
	}
}

func TestDecode_Refuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"a newer version", `{"version":99}`, ErrNewerVersion},
		{"no version", `{}`, ErrDamaged},
		{"half a file", `{"version":1,"docu`, ErrDamaged},
		{"nothing", ``, ErrDamaged},
		{"another kind of file", `[1,2]`, ErrDamaged},
	} {
		if _, err := Decode(strings.NewReader(c.in)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(`{"version":1,"documents":[{"name":"a"}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Decode(strings.NewReader(s))
		if err == nil && (got.Version < 1 || got.Version > Version) {
			t.Fatalf("version %d", got.Version)
		}
	})
}

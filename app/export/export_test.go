package export

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// half writes something and then fails if it is told to.
func half(fault error) Format {
	return Format{Name: "half", Label: "Half", Exts: []string{".half", ".hlf"}, Write: func(_ context.Context, w io.Writer, c Content) error {
		if _, err := io.WriteString(w, c.Title+c.Generator); err != nil {
			return err
		}
		return fault
	}}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.half")
	if err := WriteFile(context.Background(), path, half(nil), Content{Options: Options{Title: "T "}}); err != nil {
		t.Fatal(err)
	}
	bad := errors.New("it broke")
	if err := WriteFile(context.Background(), path, half(bad), Content{}); !errors.Is(err, bad) {
		t.Errorf("got %v", err)
	}
	b, err := os.ReadFile(path)
	if err != nil || string(b) != "T Dateline" {
		t.Errorf("after a failure the old file is whole: %q, %v", b, err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("something is left behind: %v, %v", left, err)
	}
	if err := WriteFile(context.Background(), filepath.Join(dir, "no", "a.half"), half(nil), Content{}); err == nil {
		t.Error("a folder that is not there")
	}
}

func TestLookUp(t *testing.T) {
	second := half(nil)
	second.Name = "other"
	fs := Formats{half(nil), second}
	if f, ok := fs.ForFile("dir.half/x.HLF"); !ok || f.Name != "half" {
		t.Errorf("the first with an ending is meant by it: %+v", f)
	}
	if f, ok := fs.Named("Other"); !ok || f.Name != "other" {
		t.Errorf("by name: %+v", f)
	}
	for _, path := range []string{"", "half", "x.txt", "x."} {
		if _, ok := fs.ForFile(path); ok {
			t.Errorf("%q has no format", path)
		}
	}
	if _, ok := fs.Named(""); ok {
		t.Error("no name")
	}
}

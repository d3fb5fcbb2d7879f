//go:build unix && !darwin

package openwith

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestRegister(t *testing.T) {
	home := t.TempDir()
	t.Setenv("PATH", "") // lists of the desktop are not made in a test
	programs := t.TempDir()
	p := Program{Path: filepath.Join(programs, "Мій Dateline"), Icon: []byte("icon"), Data: home}
	if p.Registered() {
		t.Error("registered before it was asked for")
	}
	if err := p.Register(); err != nil {
		t.Fatal(err)
	}
	if got := files(t, home); len(got) != 3 || !p.Registered() {
		t.Errorf("%v is written; registered: %v", got, p.Registered())
	}
	other := Program{Path: filepath.Join(programs, "dateline"), Data: home}
	if other.Registered() {
		t.Error("another copy is registered")
	}
	if err := os.WriteFile(p.Path, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	var theirs *ErrOther
	if err := other.Unregister(); !errors.As(err, &theirs) || !p.Registered() {
		t.Errorf("another copy takes it back: %v", err)
	}
	for range 2 {
		if err := p.Unregister(); err != nil {
			t.Fatal(err)
		}
	}
	if got := files(t, home); len(got) != 0 || p.Registered() {
		t.Errorf("left: %v", got)
	}
}

func TestRegister_SaysWhatStandsInItsWay(t *testing.T) {
	t.Setenv("PATH", "")
	data := filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(data, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var path *fs.PathError
	if err := (Program{Path: "/opt/dateline", Data: data}).Register(); !errors.As(err, &path) {
		t.Errorf("a file in place of the folder: %v", err)
	}
	for _, odd := range []string{"/opt/a=b/dateline", "/mnt/100%/dateline", "/opt/a\nb/dateline"} {
		if err := (Program{Path: odd}).Register(); !errors.Is(err, ErrPath) {
			t.Errorf("%q: %v", odd, err)
		}
	}
}

// files are all files below a folder.
func files(t *testing.T, root string) (out []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

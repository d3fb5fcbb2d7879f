package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPortable(t *testing.T) {
	for _, v := range folderNames {
		t.Setenv(v, "before")
	}
	var own environment
	dir := t.TempDir()
	program := filepath.Join(dir, "dateline")
	if got := portable(program, &own); got != "" || os.Getenv("XDG_CONFIG_HOME") != "before" {
		t.Errorf("without the file: %q", got)
	}
	if err := os.Mkdir(filepath.Join(dir, "portable"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := portable(program, &own); got != "" {
		t.Errorf("a folder of that name: %q", got)
	}
	if err := os.Remove(filepath.Join(dir, "portable")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "portable"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	want := filepath.Join(dir, "settings")
	if got := portable(program, &own); got != want {
		t.Errorf("with it: %q", got)
	}
	for _, v := range folderNames { // Fyne goes by the home folder on Windows, which is the last
		if os.Getenv(v) != want {
			t.Errorf("%s is %q", v, os.Getenv(v))
		}
	}
	if info, err := os.Stat(want); err != nil || !info.IsDir() {
		t.Errorf("no folder: %v", err)
	}
}

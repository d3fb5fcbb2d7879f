package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSettings_WhatIsWrongIsSaid(t *testing.T) {
	for _, c := range []struct {
		name               string
		make               func(t *testing.T, folder string) string // gives the folder to look at
		unreadable, unkept bool
	}{
		{"no settings yet", func(_ *testing.T, f string) string { return f }, false, false},
		{"settings", func(t *testing.T, f string) string { put(t, f, `{"theme":"dark"}`); return f }, false, false},
		{"an empty file, as Fyne leaves one", func(t *testing.T, f string) string { put(t, f, ""); return f }, false, false},
		{"a file that is no JSON", func(t *testing.T, f string) string { put(t, f, "garbage{{"); return f }, true, false},
		{"a list in place of settings", func(t *testing.T, f string) string { put(t, f, "[1]"); return f }, true, false},
		{"half of a file", func(t *testing.T, f string) string { put(t, f, `{"theme":"da`); return f }, true, false},
		{"a folder of that name", func(t *testing.T, f string) string {
			if err := os.Mkdir(filepath.Join(f, settingsFile), 0o700); err != nil {
				t.Fatal(err)
			}
			return f
		}, true, false},
		{"a folder that cannot be made", func(t *testing.T, f string) string { put(t, f, `{}`); return filepath.Join(f, settingsFile, "x") }, false, true},
	} {
		f := t.TempDir()
		at := c.make(t, f)
		if unreadable, unkept := settings(at); unreadable != c.unreadable || unkept != c.unkept {
			t.Errorf("%s: unreadable %v, unkept %v", c.name, unreadable, unkept)
		}
		if again, _ := settings(at); again {
			t.Errorf("%s: said again at the next start", c.name)
		}
		if _, err := os.Stat(filepath.Join(f, settingsFile+".unreadable")); (err == nil) != c.unreadable {
			t.Errorf("%s: the old file: %v", c.name, err)
		}
	}
}

func put(t *testing.T, folder, words string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, settingsFile), []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
}

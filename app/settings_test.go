package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSettings_WhatIsWrongIsSaid(t *testing.T) {
	for _, c := range []struct {
		name               string
		make               func(t *testing.T, folder string) string // gives the folder to look at
		unreadable, unkept bool
	}{
		{"no settings yet", func(_ *testing.T, f string) string { return f }, false, false},
		{"settings", func(t *testing.T, f string) string { put(t, f, `{"theme":"dark"}`); return f }, false, false},
		{"an empty file, as a crash of an older version left it", func(t *testing.T, f string) string { put(t, f, ""); return f }, false, false},
		{"a file that is no JSON", func(t *testing.T, f string) string { put(t, f, "garbage{{"); return f }, true, false},
		{"a list in place of settings", func(t *testing.T, f string) string { put(t, f, "[1]"); return f }, true, false},
		{"a list of words and numbers, at which Fyne would end the program", func(t *testing.T, f string) string { put(t, f, `{"recent":["a",1]}`); return f }, true, false},
		{"a list of words and one of nothing", func(t *testing.T, f string) string { put(t, f, `{"recent":["a","b"],"sites":[null],"x":[]}`); return f }, false, false},
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
		if raw, err := os.ReadFile(filepath.Join(f, settingsFile)); err == nil && len(raw) == 0 {
			t.Errorf("%s: Fyne would stumble over an empty file", c.name)
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

// keep gives settings in memory that are kept in a file.
func keep(t *testing.T, path string) fyne.Preferences {
	t.Helper()
	c := &chosen{path: path}
	return c.CloudPreferences(test.NewTempApp(t))
}

func TestChosen_IsWrittenWholeWhenItChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), settingsFile)
	p := keep(t, path)
	p.(*chosen).write()
	if _, err := os.Stat(path); err == nil {
		t.Error("written though nothing was chosen")
	}
	p.SetString("theme", "dark")
	p.SetStringList("recent", []string{"a", "b"})
	p.SetInt("list", 2)
	raw, err := os.ReadFile(path)
	if want := `{"list":2,"recent":["a","b"],"theme":"dark"}` + "\n"; err != nil || string(raw) != want {
		t.Errorf("%q, %v", raw, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("something is left beside it: %v", left)
	}
}

func TestChosen_WhatDoesNotDifferIsNotWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), settingsFile)
	p := keep(t, path)
	p.SetString("theme", "dark")
	before, _ := os.Stat(path)
	put(t, filepath.Dir(path), `{"theme":"light"}`+"\n") // another window chose
	p.SetString("theme", "light")                        // which is what Fyne makes of it
	after, _ := os.Stat(path)
	p.(*chosen).write()
	again, _ := os.Stat(path)
	if !os.SameFile(before, after) || !os.SameFile(after, again) {
		t.Error("two windows would write the same settings for ever")
	}
}

func TestChosen_AFaultLeavesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), settingsFile)
	p := keep(t, path)
	p.SetString("theme", "dark")
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	p.SetString("theme", "light")
	if raw, _ := os.ReadFile(path); string(raw) != `{"theme":"dark"}`+"\n" {
		t.Errorf("%q", raw)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	p.SetBool("heat", true)
	if raw, _ := os.ReadFile(path); string(raw) != `{"heat":true,"theme":"light"}`+"\n" {
		t.Errorf("afterwards: %q", raw)
	}
}

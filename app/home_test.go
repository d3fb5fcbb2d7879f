package app

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestFindHome_NamesAFolderForSettings(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // there the folder is not named by these
	}
	kept := t.TempDir()
	for _, c := range []struct{ name, home, config, want string }{
		{"both named", "/h", kept, kept},
		{"a home alone", kept, "", filepath.Join(kept, ".config")},
		{"none", "", "", ""},
		{"a folder that depends on where the program was started", "", "settings", ""},
	} {
		t.Setenv("HOME", c.home)
		t.Setenv("XDG_CONFIG_HOME", c.config)
		findHome()
		got, err := os.UserConfigDir()
		if err != nil || !filepath.IsAbs(got) || c.want != "" && got != c.want && runtime.GOOS == "linux" {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

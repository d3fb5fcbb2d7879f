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

// home has the process's folders below a home, as Linux has them.
func home(t *testing.T, at string) {
	t.Helper()
	for _, v := range folderNames {
		t.Setenv(v, "")
	}
	t.Setenv("HOME", at)
	t.Setenv("TMPDIR", t.TempDir())
}

func TestSettle_WhereTheHomeCannotBeWrittenAPrivateFolderIsTaken(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // the folders have other names there
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	good := t.TempDir()
	for _, c := range []struct {
		name, home, cache string
		passing           bool
		config, kept      func() string
	}{
		{"a home that can be written", good, "", false, func() string { return filepath.Join(good, ".config") }, func() string { return filepath.Join(good, ".cache") }},
		{"a home that is a file", file, "", true, amongTemporary, amongTemporary},
		{"a cache that is a file", good, file, false, func() string { return filepath.Join(good, ".config") }, amongTemporary},
	} {
		home(t, c.home)
		t.Setenv("XDG_CACHE_HOME", c.cache)
		var own environment
		if got := settle("", &own); got.passing != c.passing || got.stick {
			t.Errorf("%s: %+v", c.name, got)
		}
		config, _ := os.UserConfigDir()
		cache, _ := os.UserCacheDir()
		if config != c.config() || cache != c.kept() {
			t.Errorf("%s: settings in %s, what can be made again in %s", c.name, config, cache)
		}
		for _, dir := range []string{config, cache} {
			if !writable(dir) {
				t.Errorf("%s: %s cannot be written", c.name, dir)
			}
		}
	}
	if info, err := os.Stat(amongTemporary()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("others may look into the folder: %v, %v", info.Mode(), err)
	}
}

func TestSettle_AFolderThatOthersMayEnterIsNotTaken(t *testing.T) {
	if runtime.GOOS != "linux" {
		return
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	home(t, file)
	if err := os.Mkdir(amongTemporary(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(amongTemporary(), 0o777); err != nil {
		t.Fatal(err)
	}
	var own environment
	if got := settle("", &own); got.passing || os.Getenv("XDG_CONFIG_HOME") != "" || os.Getenv("XDG_CACHE_HOME") != "" {
		t.Errorf("taken: %+v, %s", got, os.Getenv("XDG_CONFIG_HOME"))
	}
}

func TestEnvironment_AsBefore(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", "mine")
	t.Setenv("LocalAppData", "")
	os.Unsetenv("LocalAppData")
	var own environment
	own.keepIn("/one")
	own.keepIn("/two")
	own.asBefore(func() {
		_, there := os.LookupEnv("LocalAppData")
		if os.Getenv("XDG_CONFIG_HOME") != "mine" || there {
			t.Errorf("while it lasts: %q, %v", os.Getenv("XDG_CONFIG_HOME"), there)
		}
	})
	if os.Getenv("XDG_CONFIG_HOME") != "/two" || os.Getenv("LocalAppData") != "/two" {
		t.Errorf("afterwards: %q, %q", os.Getenv("XDG_CONFIG_HOME"), os.Getenv("LocalAppData"))
	}
}

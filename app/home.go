package app

import (
	"os"
	"os/user"
	"path/filepath"
)

// findHome makes sure that there is a folder for settings: where the system names none, Fyne would take the one that the
// program was started in. The folder of the user's account is taken, else one that ends with the temporary files.
func findHome() {
	if dir, err := os.UserConfigDir(); err == nil && filepath.IsAbs(dir) {
		return
	}
	home := ""
	if u, err := user.Current(); err == nil {
		home = u.HomeDir
	}
	if !filepath.IsAbs(home) {
		home = filepath.Join(os.TempDir(), "dateline-home")
	}
	os.Setenv("HOME", home)
	os.Unsetenv("XDG_CONFIG_HOME") // it is empty, or no whole path
}

package app

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"

	"dateline/app/instance"
)

// findHome makes sure that there is a folder for settings: where the system names none, Fyne would take the one that the
// program was started in. The folder of the user's account is taken, else one among the temporary files.
func findHome() {
	if dir, err := os.UserConfigDir(); err == nil && filepath.IsAbs(dir) {
		return
	}
	home := ""
	if u, err := user.Current(); err == nil {
		home = u.HomeDir
	}
	if !filepath.IsAbs(home) {
		home = amongTemporary()
	}
	os.Setenv("HOME", home)
	os.Unsetenv("XDG_CONFIG_HOME") // it is empty, or no whole path
}

// keeping is where this run of the program keeps its settings.
type keeping struct {
	stick   bool // beside the program
	passing bool // among the temporary files, which the system clears away
}

// settle chooses the folders for settings and for what can be made again, before Fyne asks for them. Where the person's own cannot
// be written, a private one among the temporary files is taken: without it each start would look through all fonts of the system
// and have all that OpenGL needs compiled, as the first one does, and Fyne would draw with no font of the system at all.
func settle(program string, own *environment) keeping {
	findHome()
	if os.Getenv("XDG_CACHE_HOME") == "" {
		os.Unsetenv("XDG_CACHE_HOME") // Mesa would take the empty one for a folder
	}
	if dir := portable(program, own); dir != "" {
		return keeping{stick: true}
	}
	if !writable(settingsFolder()) {
		if dir := amongTemporary(); instance.Private(dir) == nil && writable(dir) {
			own.keepIn(dir)
			return keeping{passing: true}
		}
	}
	if dir, err := os.UserCacheDir(); runtime.GOOS != "windows" && (err != nil || !writable(dir)) {
		if dir := amongTemporary(); instance.Private(dir) == nil {
			own.set("XDG_CACHE_HOME", dir)
		}
	}
	return keeping{}
}

// amongTemporary is this person's folder among the temporary files.
func amongTemporary() string {
	return filepath.Join(os.TempDir(), "dateline-home-"+strconv.Itoa(os.Getuid()))
}

// settingsFolder is where Fyne will keep this program's settings.
func settingsFolder() string {
	var root string
	switch runtime.GOOS {
	case "windows":
		home, _ := os.UserHomeDir()
		root = filepath.Join(home, "AppData", "Roaming")
	case "darwin":
		home, _ := os.UserHomeDir()
		root = filepath.Join(home, "Library", "Preferences")
	default:
		root, _ = os.UserConfigDir()
	}
	return filepath.Join(root, "fyne", ID)
}

// writable makes a folder where it is missing, and reports whether files can be made in it.
func writable(folder string) bool {
	if os.MkdirAll(folder, 0o700) != nil {
		return false
	}
	probe, err := os.CreateTemp(folder, ".probe-*")
	if err != nil {
		return false
	}
	probe.Close()
	os.Remove(probe.Name())
	return true
}

package app

import (
	"os"
	"path/filepath"
)

// portable keeps what the program remembers beside it where a file called "portable" lies there: a stick that goes from
// computer to computer. It is called before Fyne starts, which asks the system for the folder of settings once: on Linux
// by these variables, on Windows by AppData; macOS has no such way. It gives the folder, "" where nothing is portable or
// the folder may not be written.
func portable(program string) string {
	at := filepath.Dir(program)
	if info, err := os.Stat(filepath.Join(at, "portable")); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	folder := filepath.Join(at, "settings")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		logf("app: portable: %v", err)
		return ""
	}
	for _, v := range []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "AppData", "LocalAppData"} {
		os.Setenv(v, folder)
	}
	return folder
}

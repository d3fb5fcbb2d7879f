package app

import (
	"os"
	"path/filepath"
)

// portable keeps what the program remembers beside it where a file called "portable" lies there: a stick that goes from
// computer to computer. macOS has no such way. It gives the folder, "" where nothing is portable or the folder may not be written.
func portable(program string, own *environment) string {
	if program == "" {
		return ""
	}
	at := filepath.Dir(program)
	if info, err := os.Stat(filepath.Join(at, "portable")); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	folder := filepath.Join(at, "settings")
	if !writable(folder) {
		logf("app: portable: %s may not be written", folder)
		return ""
	}
	own.keepIn(folder)
	return folder
}

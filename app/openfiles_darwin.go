//go:build !ci

package app

// #cgo LDFLAGS: -lobjc
import "C"

import (
	"slices"
	"sync"
)

// A Mac does not name the files of a double-click on the command line: it tells the program that runs, whether that was
// running before or is started for them. openfiles_objc_darwin.go listens to it.
var bySystem struct {
	mu    sync.Mutex
	files []string             // told and not opened yet
	open  func(files []string) // nil until the window stands
}

//export datelineFile
func datelineFile(path *C.char) {
	bySystem.mu.Lock()
	defer bySystem.mu.Unlock()
	bySystem.files = append(bySystem.files, C.GoString(path))
}

//export datelineFiles
func datelineFiles() { openTold() }

// openedBySystem says who opens the files that the system tells of, with those that it has told of already.
func openedBySystem(open func(files []string)) {
	bySystem.mu.Lock()
	bySystem.open = open
	bySystem.mu.Unlock()
	openTold()
}

func openTold() {
	bySystem.mu.Lock()
	files, open := slices.Clone(bySystem.files), bySystem.open
	if open != nil {
		bySystem.files = nil
	}
	bySystem.mu.Unlock()
	if open != nil && len(files) > 0 {
		open(files)
	}
}

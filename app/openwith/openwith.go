// Package openwith tells the system that project files are opened by the program: a double-click on story.dateline. It writes for
// the person alone, and only when it is asked to.
//
//	p := openwith.Program{Path: exe, Project: "Dateline story", Article: "Article", Icon: icon}
//	err := p.Register()   // and p.Unregister() takes all of it back
//
// On Windows the program also stands under "Open with" for the files in which it reads articles; what opens those stays as it is. On
// Linux and the BSDs it does so for project files alone: where a desktop names no program for a kind of file, one that a person
// has for themselves would become it. On macOS the system knows the program by itself.
//
// It opens nothing and knows nothing of what is in files.
package openwith

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// Program is what the system is told of. Its methods take from some milliseconds to seconds, and may be called from any goroutine.
type Program struct {
	Path    string // of its file, absolute
	Project string // what a project file is called to people
	Article string // what an article is called to them
	Icon    []byte // a PNG of 512 by 512 pixels
	Data    string // the folder of the person's data, as freedesktop.org says; Windows needs none
}

// ErrBySystem says that this system needs not be told.
var ErrBySystem = errors.New("openwith: the system knows the program by itself")

// ErrPath says that no system can be told of a program in a folder of such a name.
var ErrPath = errors.New("openwith: the name of the program's folder holds signs that cannot be handed on")

// ErrOther is that project files are opened by another copy of the program, which is there.
type ErrOther struct{ Path string }

func (e *ErrOther) Error() string { return fmt.Sprintf("openwith: they are opened by %s", e.Path) }

// mine gives an error where what stands is of another copy that is there: it can take its own back.
func (p *Program) mine(standing string) error {
	if standing == "" || samePath(standing, p.Path) {
		return nil
	}
	if info, err := os.Stat(standing); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return &ErrOther{standing}
}

// samePath reports whether two names of files are one; Windows knows no difference between large and small letters.
func samePath(a, b string) bool {
	return a == b || runtime.GOOS == "windows" && strings.EqualFold(a, b)
}

package app

import (
	"net/url"
	"os"

	"fyne.io/fyne/v2"
)

// environment is the variables of the process by which Fyne, the drawing library below it and its index of the fonts are told where
// to keep what they keep, and what stood in them before. What is started by the program, and a dialog that shows the person's own
// folders, must find the variables as they stood: another program would keep its things in ours, and miss what was chosen for it.
type environment struct {
	before map[string]string // a variable that was not there is missing
	now    map[string]string
}

// folderNames are the variables that name folders for settings and what can be made again: on Linux and the BSDs the first two; on
// Windows the others, Fyne going by the last one. macOS has none.
var folderNames = []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "AppData", "LocalAppData", "USERPROFILE"}

// keepIn has everything kept in one folder.
func (e *environment) keepIn(folder string) {
	for _, name := range folderNames {
		e.set(name, folder)
	}
}

// set sets a variable.
func (e *environment) set(name, value string) {
	if e.now == nil {
		e.before, e.now = map[string]string{}, map[string]string{}
	}
	if _, again := e.now[name]; !again {
		if old, ok := os.LookupEnv(name); ok {
			e.before[name] = old
		}
	}
	e.now[name] = value
	os.Setenv(name, value)
}

// asBefore does something short while all variables stand as they did before the program set them. Called on the UI goroutine.
func (e *environment) asBefore(f func()) {
	defer func() {
		for name, value := range e.now {
			os.Setenv(name, value)
		}
	}()
	for name := range e.now {
		if old, ok := e.before[name]; ok {
			os.Setenv(name, old)
		} else {
			os.Unsetenv(name)
		}
	}
	f()
}

// lent is Fyne's app as the window is given it: the browser that it starts finds the variables as they stood.
type lent struct {
	fyne.App
	own *environment
}

// OpenURL opens a page in the person's browser.
func (l lent) OpenURL(at *url.URL) (err error) {
	l.own.asBefore(func() { err = l.App.OpenURL(at) })
	return err
}

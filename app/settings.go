package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sync"

	"dateline/app/safefile"
	"fyne.io/fyne/v2"
)

// settingsFile is where what the person chose is kept, in the program's folder.
const settingsFile = "preferences.json"

// settings looks at the folder of the settings before Fyne reads them: whether the file there could not be read, and whether
// nothing can be written there. A file that cannot be read is set aside, since the next choice would write over it; an empty
// one holds nothing and goes.
func settings(folder string) (unreadable, unkept bool) {
	path := filepath.Join(folder, settingsFile)
	raw, err := os.ReadFile(path)
	var values map[string]any
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err == nil && len(raw) == 0:
		os.Remove(path)
	case err != nil || json.Unmarshal(raw, &values) != nil || mixed(values):
		unreadable = os.Rename(path, path+".unreadable") == nil
	}
	return unreadable, !writable(folder)
}

// mixed reports whether there is a list of values of several kinds: Fyne takes all of a list for what its first value is, and
// panics.
func mixed(values map[string]any) bool {
	for _, v := range values {
		list, _ := v.([]any)
		for _, item := range list {
			if list[0] != nil && reflect.TypeOf(item) != reflect.TypeOf(list[0]) {
				return true
			}
		}
	}
	return false
}

// chosen writes what the person chose, which Fyne keeps in memory, into a file: whole or not at all. By itself Fyne empties the
// file before each writing, and once more at the end, so that a full disk or a crash loses everything; and it reads the file
// again as soon as anything changes in its folder, mostly while it is empty. Fyne knows it as where settings go to ("cloud").
type chosen struct {
	fyne.Preferences
	path string

	mu   sync.Mutex
	told bool // that nothing can be written
}

// keepChosen has what the person chooses written into the file at path from now on.
func keepChosen(a fyne.App, path string) {
	if _, ok := a.Preferences().(valued); !ok {
		logf("app: Fyne keeps the settings by itself: %T", a.Preferences())
		return
	}
	a.SetCloudProvider(&chosen{path: path})
}

// valued is what Fyne's settings in memory give of themselves.
type valued interface {
	ReadValues(use func(map[string]any))
}

// CloudPreferences are Fyne's settings, written by c when they change.
func (c *chosen) CloudPreferences(a fyne.App) fyne.Preferences {
	c.Preferences = a.Preferences()
	c.AddChangeListener(c.write)
	return c
}

func (c *chosen) ProviderName() string        { return "Dateline" }
func (c *chosen) ProviderDescription() string { return c.path }
func (c *chosen) ProviderIcon() fyne.Resource { return nil }
func (c *chosen) Setup(fyne.App) error        { return nil }
func (c *chosen) Cleanup(fyne.App)            {}

// write writes what differs from what the file holds. It is also called when Fyne has read the file, after another window of the
// program wrote it: then nothing differs.
func (c *chosen) write() {
	c.mu.Lock()
	defer c.mu.Unlock()
	var text bytes.Buffer
	var err error
	c.Preferences.(valued).ReadValues(func(values map[string]any) { err = json.NewEncoder(&text).Encode(values) })
	old, missing := os.ReadFile(c.path)
	if err == nil && (bytes.Equal(old, text.Bytes()) || missing != nil && text.String() == "{}\n") {
		return
	}
	if err == nil {
		err = safefile.Write(c.path, safefile.Private, func(w io.Writer) error { _, err := w.Write(text.Bytes()); return err })
	}
	if err != nil && !c.told {
		logf("app: what is chosen is not kept: %v", err)
	}
	c.told = err != nil
}

package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// settingsFile is where Fyne keeps what the person chose, in the program's folder.
const settingsFile = "preferences.json"

// settings looks at the folder of the settings: whether the file there could not be read, and whether nothing can be written
// there. A file that cannot be read is set aside, since the next choice would write over it.
func settings(folder string) (unreadable, unkept bool) {
	path := filepath.Join(folder, settingsFile)
	raw, err := os.ReadFile(path)
	var any map[string]any
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(raw) == 0:
	case err != nil || json.Unmarshal(raw, &any) != nil:
		unreadable = os.Rename(path, path+".unreadable") == nil
	}
	probe, err := os.CreateTemp(folder, ".probe-*")
	if err != nil {
		return unreadable, true
	}
	probe.Close()
	os.Remove(probe.Name())
	return unreadable, false
}

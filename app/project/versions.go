package project

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// keptVersions is how many earlier states of a project can be gone back to.
const keptVersions = 20

// Versions keeps the last states of each project in a folder, under a name made of the project's path.
type Versions struct{ Folder string }

// State is an earlier state of a project.
type State struct {
	File string // a project file
	At   time.Time
}

func (v Versions) folder(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	h := fnv.New64a()
	h.Write([]byte(path))
	return filepath.Join(v.Folder, fmt.Sprintf("%016x", h.Sum64()))
}

// Add copies the file at path among its states, before it is replaced. A file that does not exist, or is the same as the
// newest state, adds nothing.
func (v Versions) Add(path string, at time.Time) error {
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("project: %w", err)
	}
	all := v.Of(path)
	if len(all) > 0 {
		if newest, err := StampOf(all[0].File); err == nil && newest == stampOf(data) {
			return nil
		}
	}
	name := filepath.Join(v.folder(path), at.UTC().Format("20060102T150405.000")+Ext)
	if err := WriteFile(name, data); err != nil {
		return fmt.Errorf("project: %w", err)
	}
	for all = v.Of(path); len(all) > keptVersions; all = all[:len(all)-1] {
		os.Remove(all[len(all)-1].File)
	}
	return nil
}

// Of lists the states of the project at path, the newest first.
func (v Versions) Of(path string) []State {
	found, _ := filepath.Glob(filepath.Join(v.folder(path), "*"+Ext))
	slices.Sort(found)
	slices.Reverse(found)
	var out []State
	for _, f := range found {
		at, err := time.Parse("20060102T150405.000", strings.TrimSuffix(filepath.Base(f), Ext))
		if err == nil {
			out = append(out, State{f, at})
		}
	}
	return out
}

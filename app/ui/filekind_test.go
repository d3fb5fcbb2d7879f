package ui

import (
	"errors"
	"io/fs"
	"testing"

	"dateline/app/openwith"
)

// toldSystem is a system that is told what opens project files.
type toldSystem struct {
	on  bool
	err error
}

func (a *toldSystem) Registered() bool  { return a.on }
func (a *toldSystem) Register() error   { return a.say(true) }
func (a *toldSystem) Unregister() error { return a.say(false) }

func (a *toldSystem) say(on bool) error {
	if a.err == nil {
		a.on = on
	}
	return a.err
}

func TestOpensFiles_IsChosenInTheMenu(t *testing.T) {
	system := &toldSystem{}
	b := opened(t)
	f := b.system(system)
	for _, c := range []struct {
		claim string
		err   error
		on    bool
		said  string
	}{
		{"chosen", nil, true, "Files that end in .dateline are now opened by Dateline."},
		{"a system that refuses", errors.New("no"), true, "The system could not be told how files that end in .dateline are opened."},
		{"a folder that cannot be told", openwith.ErrPath, true, "The name of the folder that Dateline lies in holds a sign that the system cannot be told. Rename the folder and try again."},
		{"a home that cannot be written", &fs.PathError{Err: fs.ErrPermission}, true, "The system could not be told how files that end in .dateline are opened: nothing can be written into your own folder."},
		{"taken back", nil, false, "Files that end in .dateline are no longer opened by Dateline."},
	} {
		system.err = c.err
		f.ToggleOpens()
		b.until(t, c.claim, func() bool {
			n := b.s.State().Notes
			return len(n) == 1 && n[0].Text == c.said // what was said before is no longer so
		})
		if f.Opens() != c.on {
			t.Errorf("%s: opens %v, want %v", c.claim, f.Opens(), c.on)
		}
	}
	if b.system(nil) != nil {
		t.Error("there is something to choose where there is no system")
	}
}

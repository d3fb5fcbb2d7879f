package app

import (
	"errors"
	"strings"
	"testing"

	"dateline/app/openwith"
)

func TestFileKind_IsOfferedWhereNobodyElseTellsTheSystem(t *testing.T) {
	for _, c := range []struct {
		claim    string
		system   string
		portable bool
		want     bool
	}{
		{"on Windows", "windows", false, true},
		{"on Windows, from a stick", "windows", true, true},
		{"on Linux, where a package has told it", "linux", false, false},
		{"on Linux, from a stick", "linux", true, true},
		{"on a Mac", "darwin", false, false},
		{"on a Mac, from a stick", "darwin", true, false},
	} {
		if got := fileKind(c.system, c.portable); (got != nil) != c.want {
			t.Errorf("%s: offered %v, want %v", c.claim, got != nil, c.want)
		}
	}
}

func TestRegistered_SaysInASentence(t *testing.T) {
	for _, c := range []struct {
		claim string
		err   error
		want  string
	}{
		{"it is done", nil, "done"},
		{"the system needs not be told", openwith.ErrBySystem, "move it to the applications"},
		{"a folder that cannot be told", openwith.ErrPath, "rename the folder"},
		{"another copy", &openwith.ErrOther{Path: "/opt/other"}, "another copy of Dateline, /opt/other: use -unregister there"},
		{"a fault of the system", errors.New("access denied"), "could not be told: access denied"},
	} {
		said, err := registered(c.err, "done")
		if err != nil {
			said = err.Error()
		}
		if (err != nil) != (c.err != nil) || !strings.Contains(said, c.want) || strings.Contains(said, "\n") {
			t.Errorf("%s: %q, %v", c.claim, said, err)
		}
	}
}

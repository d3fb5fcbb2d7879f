package app

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestNothingIsSaidOfTheLocale starts this test's own program, in which Fyne starts as it does in the window's.
func TestNothingIsSaidOfTheLocale(t *testing.T) {
	var clean []string
	for _, e := range os.Environ() {
		if name, _, _ := strings.Cut(e, "="); name != "LANG" && name != "LANGUAGE" && !strings.HasPrefix(name, "LC_") {
			clean = append(clean, e)
		}
	}
	for _, env := range [][]string{nil, {"LANG=C"}, {"LANG=C.UTF-8"}, {"LC_ALL=C.utf8"}, {"LC_ALL=POSIX"}, {"LANG=en_US.UTF-8"}, {"LANG=de_DE.UTF-8"}} {
		c := exec.Command(os.Args[0], "-test.run=^$")
		c.Env = append(clean, env...)
		if out, err := c.CombinedOutput(); err != nil || strings.Contains(string(out), "locale") {
			t.Errorf("%v: %v\n%s", env, err, out)
		}
	}
}

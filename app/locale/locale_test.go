package locale

import (
	"testing"
	"time"
)

// TestCached: kept for ten seconds or less, Fyne walks through all of the window at each of its sixty ticks a second (in its
// internal/driver/glfw/loop.go), two hundredths of a core for nothing; a minute is what was too much.
func TestCached(t *testing.T) {
	d, err := time.ParseDuration(cached)
	if err != nil || d < 11*time.Second || d > 20*time.Second {
		t.Errorf("pictures are kept for %v: %v", d, err)
	}
}

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		claim, want string
		env         map[string]string
	}{
		{"a container's language is English", "en", map[string]string{"LANG": "C.UTF-8"}},
		{"so it is in the other spelling", "en", map[string]string{"LC_ALL": "POSIX.utf8", "LANG": "de_DE.UTF-8"}},
		{"what comes first decides", "", map[string]string{"LC_MESSAGES": "fr_FR.UTF-8", "LANG": "C.UTF-8"}},
		{"a language that is named stays", "", map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "es"}},
		{"a system with a language needs nothing", "", map[string]string{"LANG": "de_DE.UTF-8"}},
		{"Fyne knows a plain C", "", map[string]string{"LANG": "C"}},
		{"and understands silence", "", nil},
	} {
		if got := Missing(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s: %q, want %q", c.claim, got, c.want)
		}
	}
}

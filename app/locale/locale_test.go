package locale

import "testing"

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

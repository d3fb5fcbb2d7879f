package openwith

import (
	"strings"
	"testing"
)

func TestEntry(t *testing.T) {
	for _, c := range []struct{ claim, path, want string }{
		{"a plain path", "/opt/dateline", `Exec="/opt/dateline" %F`},
		{"spaces and Cyrillic", "/home/Олена Ш/Dateline 1/dateline", `Exec="/home/Олена Ш/Dateline 1/dateline" %F`},
		{"a dollar sign is no variable", "/mnt/$a/dateline", `Exec="/mnt/\\$a/dateline" %F`},
		{"a quote does not end it", `/mnt/"a/dateline`, `Exec="/mnt/\\"a/dateline" %F`},
		{"a backslash", `/mnt/a\b/dateline`, `Exec="/mnt/a\\\\b/dateline" %F`},
	} {
		got := entryOf(c.path)
		if !strings.Contains(got, c.want+"\n") {
			t.Errorf("%s: %s is not in\n%s", c.claim, c.want, got)
		}
		if back := programIn(got); back != c.path {
			t.Errorf("%s: %q is read back as %q", c.claim, c.path, back)
		}
		if !strings.Contains(got, "\nMimeType=application/x-dateline;\n") {
			t.Errorf("%s: it opens other files than projects", c.claim)
		}
		if n := strings.Count(got, "\nExec="); n != 2 || strings.Count(got, "\" -new\n") != 1 {
			t.Errorf("%s: %d programs, or none opens a window of its own", c.claim, n)
		}
	}
	for _, c := range []struct{ claim, entry, want string }{
		{"what make user-install wrote", "[Desktop Entry]\nExec=/home/a/.local/bin/dateline %F\n", "/home/a/.local/bin/dateline"},
		{"no program", "[Desktop Entry]\nName=X\n", ""}, {"an end in the middle", "Exec=\"/opt/da", ""}, {"an escape at the end", `Exec="/opt/\`, ""}, {"nothing", "", ""},
	} {
		if got := programIn(c.entry); got != c.want {
			t.Errorf("%s: %q, want %q", c.claim, got, c.want)
		}
	}
}

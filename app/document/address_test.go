package document

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/app/story"
)

func TestAddress_IsNamedAsOne(t *testing.T) {
	all := Formats{{Name: "any", Label: "Any", Exts: []string{".txt"}, Sniff: func(*Input) Match { return Fallback },
		Read: func(_ context.Context, in *Input) ([]story.Document, error) {
			text, err := in.Text()
			return []story.Document{{Text: text}}, err
		}}}
	const page = "https://example.org/a?b=c"
	for _, c := range []struct {
		name, file, content string
		is                  bool
	}{
		{"a shortcut of Windows", "Talks.url", "[InternetShortcut]\r\nURL=" + page + "\r\nIconIndex=0\r\n", true},
		{"one with more before it", "Talks.url", "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=" + page + "\r\n", true},
		{"a link of a Linux desktop", "talks.desktop", "[Desktop Entry]\nType=Link\nName=Talks\nURL[$e]=" + page + "\n", true},
		{"a program of a Linux desktop", "edit.desktop", "[Desktop Entry]\nType=Application\nName=Edit\nExec=edit\n", false},
		{"a location of macOS", "Talks.webloc", `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>URL</key><string>` + page + `</string></dict></plist>`, true},
		{"a packed one", "Talks.webloc", "bplist00\xd1\x01\x02SURL_\x10\x19" + page + "\x08\x0b\x0f", true},
		{"a text of one address", "a.txt", "\n" + page + " \n", true},
		{"one without https", "a.txt", "www.example.org/talks", true},
		{"an address with words", "a.txt", page + " says that talks go on.", false},
		{"a short text", "a.txt", "Talks.", false},
		{"two addresses", "a.txt", page + "\n" + page, false},
		{"what only begins like a list", "Talks.webloc", "bplist00SURL", false},
	} {
		_, err := all.Bytes(context.Background(), []byte(c.content), c.file, Options{})
		if got := errors.Is(err, ErrAddress); got != c.is {
			t.Errorf("%s: %v", c.name, err)
		} else if c.is && (!strings.Contains(err.Error(), "example.org") || !strings.Contains(err.Error(), c.file)) {
			t.Errorf("%s: %v names neither file nor address", c.name, err)
		}
	}
}

func FuzzAddress(f *testing.F) {
	f.Add([]byte("bplist00\xd1\x01\x02SURL_\x11\x00\x19http"))
	f.Add([]byte("[InternetShortcut]\nURL=www.a"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if a := addressIn(b); strings.ContainsAny(a, " \n") {
			t.Errorf("%q", a)
		}
	})
}

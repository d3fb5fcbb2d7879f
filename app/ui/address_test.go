package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/app/fetch"
	"dateline/app/session"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// online is a window whose sites are made up: what is asked for is noted.
func online(t *testing.T, answer func(typed string, agreed func(string) bool) (session.Source, error)) (*bench, *[]string) {
	b := newBench(t)
	var asked []string
	b.files.address.get = func(_ context.Context, typed string, agreed func(string) bool) (session.Source, error) {
		asked = append(asked, typed)
		return answer(typed, agreed)
	}
	return b, &asked
}

func page(string, func(string) bool) (session.Source, error) {
	return session.Source{Name: "ferry.html", URL: "https://example.com/ferry", Read: func() ([]byte, error) { return nil, nil }}, nil
}

func TestAddress_IsAskedForOnceASite(t *testing.T) {
	b, asked := online(t, page)
	b.app.Clipboard().SetContent("https://www.example.com/ferry")
	b.files.Paste()
	if len(*asked) != 0 || !b.keys.busy() {
		t.Fatalf("a site is asked before the person agreed: %v", *asked)
	}
	pressed(t, b, "Get the page")
	b.until(t, "the article", func() bool { return len(b.s.State().Documents) == 1 })
	b.app.Clipboard().SetContent("example.com/other")
	b.files.address.Open("example.com/other")
	b.until(t, "the second", func() bool { return len(*asked) == 2 && len(b.q) == 0 })
	if b.keys.busy() {
		t.Error("the person is asked again for the same site")
	}
	b.files.Address()
	pressed(t, b, "Forget the sites that may be asked")
	if b.files.address.agreed("example.com") {
		t.Error("the site is still agreed to")
	}
}

func TestAddress_NothingIsAskedForWithoutConsent(t *testing.T) {
	for name, leave := range map[string]func(b *bench){
		"Cancel": func(b *bench) { pressed(t, b, "Cancel") },
		"Escape": func(b *bench) { b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		b, asked := online(t, page)
		b.files.address.Open("https://example.com/ferry")
		leave(b)
		if len(*asked) != 0 || b.keys.busy() || b.files.address.agreed("example.com") {
			t.Errorf("after %s: asked %v", name, *asked)
		}
	}
}

func TestAddress_AnotherSiteAndFaults(t *testing.T) {
	b, asked := online(t, func(_ string, agreed func(string) bool) (session.Source, error) {
		if !agreed("other.example") {
			return session.Source{}, &fetch.Elsewhere{Site: "other.example"}
		}
		return session.Source{}, errors.Join(fetch.ErrNoPage)
	})
	b.files.address.agree("example.com")
	b.files.address.Open("https://example.com/ferry")
	b.until(t, "the question", func() bool { return b.keys.busy() })
	pressed(t, b, "Yes")
	b.until(t, "the fault", func() bool { return len(b.s.State().Notes) == 1 })
	if len(*asked) != 2 || !strings.Contains(strings.Join(b.words.Notes(b.s.State().Notes), " "), "There is no such page.") {
		t.Errorf("asked %v, told %v", *asked, b.words.Notes(b.s.State().Notes))
	}
}

// pressed taps the button with these words in the topmost dialog, of whichever kind it is.
func pressed(t *testing.T, b *bench, words string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		switch x := o.(type) {
		case *kit.Control:
			if x.Words() == words {
				test.Tap(x)
				return
			}
		case *widget.Button:
			if x.Text == words {
				test.Tap(x)
				return
			}
		}
	}
	t.Fatalf("no button %q", words)
}

package ui

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"fyne.io/fyne/v2"
)

func TestKept_OddValues(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		claim string
		set   func(fyne.Preferences)
		holds func(kept) bool
	}{
		{"nothing is kept", func(fyne.Preferences) {}, func(k kept) bool {
			return k.textPercent() == 100 && k.theme() == "light" && k.panes() == command.AllPanes && k.share("panes.left") == 0 && k.list() == bind.ListQuotes &&
				k.folder() == nil && k.background() == Background{}
		}},
		{"text of -100 per cent is the least there is", func(p fyne.Preferences) { p.SetInt("textsize", -100) }, func(k kept) bool { return k.textPercent() == 80 }},
		{"text of 1e300 per cent is the most", func(p fyne.Preferences) { p.SetFloat("textsize", 1e300) }, func(k kept) bool { return k.textPercent() == 250 }},
		{"text without a number is normal", func(p fyne.Preferences) { p.SetFloat("textsize", math.NaN()) }, func(k kept) bool { return k.textPercent() == 100 }},
		{"text of a word is normal", func(p fyne.Preferences) { p.SetString("textsize", "large") }, func(k kept) bool { return k.textPercent() == 100 }},
		{"text of 125 per cent stays", func(p fyne.Preferences) { p.SetFloat("textsize", 125) }, func(k kept) bool { return k.textPercent() == 125 }},
		{"a theme of another version is the light one", func(p fyne.Preferences) { p.SetString("theme", "sepia") }, func(k kept) bool { return k.theme() == "light" }},
		{"a theme that is a number", func(p fyne.Preferences) { p.SetInt("theme", 3) }, func(k kept) bool { return k.theme() == "light" }},
		{"the theme of the projector stays", func(p fyne.Preferences) { p.SetString("theme", "projector") }, func(k kept) bool { return k.theme() == "projector" }},
		{"an unknown arrangement shows all panes", func(p fyne.Preferences) { p.SetString("panes", "map") }, func(k kept) bool { return k.panes() == command.AllPanes }},
		{"a known arrangement stays", func(p fyne.Preferences) { p.SetString("panes", command.MapArticle) }, func(k kept) bool { return k.panes() == command.MapArticle }},
		{"a pane of less than nothing", func(p fyne.Preferences) { p.SetFloat("panes.left", -0.5) }, func(k kept) bool { return k.share("panes.left") == 0 }},
		{"a pane wider than the window", func(p fyne.Preferences) { p.SetFloat("panes.left", inf) }, func(k kept) bool { return k.share("panes.left") == 1 }},
		{"a pane of no number", func(p fyne.Preferences) { p.SetFloat("panes.left", math.NaN()) }, func(k kept) bool { return k.share("panes.left") == 0 }},
		{"a list before the first", func(p fyne.Preferences) { p.SetInt("list", -7) }, func(k kept) bool { return k.list() == bind.ListQuotes }},
		{"a list after the last", func(p fyne.Preferences) { p.SetFloat("list", 1e300) }, func(k kept) bool { return k.list() == bind.ListArticles }},
		{"a folder of the network", func(p fyne.Preferences) { p.SetString("folder", "http://example.org/articles") }, func(k kept) bool { return k.folder() == nil }},
		{"a folder that is gone", func(p fyne.Preferences) { p.SetString("folder", "file:///no/such/folder") }, func(k kept) bool { return k.folder() == nil }},
		{"a folder that is no address", func(p fyne.Preferences) { p.SetString("folder", "://\x00") }, func(k kept) bool { return k.folder() == nil }},
		{"projects without names, with too long ones and too many", func(p fyne.Preferences) {
			list := []string{"", "/a.dateline", "/" + strings.Repeat("x", 9999), "/b\x00.dateline", "/\xff"}
			for i := range 100 {
				list = append(list, fmt.Sprint("/", i))
			}
			p.SetStringList("recent", list)
		}, func(k kept) bool {
			return len(k.recent()) == mostRecent && k.recent()[0] == "/a.dateline" && k.recent()[1] == "/0"
		}},
		{"projects that are no list", func(p fyne.Preferences) { p.SetString("recent", "/a") }, func(k kept) bool { return len(k.recent()) == 0 }},
		{"a background that cannot be read", func(p fyne.Preferences) { p.SetString("background", `{"kind":`) }, func(k kept) bool { return k.background() == Background{} }},
		{"a background of an unknown kind", func(p fyne.Preferences) { p.SetString("background", `{"kind":"globe","path":"x"}`) }, func(k kept) bool { return k.background() == Background{} }},
		{"a background with an endless name", func(p fyne.Preferences) {
			p.SetString("background", `{"kind":"server","consent":true,"name":"`+strings.Repeat("a", 5000)+`"}`)
		}, func(k kept) bool { return k.background() == Background{} }},
		{"a file as background stays", func(p fyne.Preferences) { p.SetString("background", `{"kind":"file","path":"/a.mbtiles"}`) }, func(k kept) bool {
			return k.background() == Background{Kind: BackgroundFile, Path: "/a.mbtiles"}
		}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			b := newBench(t)
			c.set(b.kept.p)
			if !c.holds(b.kept) {
				t.Errorf("read as %d %% %q %q %v %d %v %+v", b.kept.textPercent(), b.kept.theme(), b.kept.panes(), b.kept.share("panes.left"),
					b.kept.list(), b.kept.folder(), b.kept.background())
			}
		})
	}
}

// TestOddPreferencesDoNotKeepTheWindowFromOpening opens a second window after the preferences were spoilt.
func TestOddPreferencesDoNotKeepTheWindowFromOpening(t *testing.T) {
	for _, odd := range []float64{-100, 0, 1e300, math.NaN(), math.Inf(-1)} {
		b := opened(t)
		p := b.kept.p
		for _, key := range []string{"textsize", "list", "panes.left", "panes.right", "panes.height"} {
			p.SetFloat(key, odd)
		}
		for _, key := range []string{"theme", "panes", "folder", "background"} {
			p.SetString(key, "\xff{")
		}
		w := New(b.cfg)
		t.Cleanup(w.win.Close)
		for _, size := range []fyne.Size{{Width: 1440, Height: 880}, {Width: 420, Height: 300}} {
			w.win.Resize(size)
			w.looks.Text(+1)
			w.looks.Text(-1)
			if least := w.content.MinSize(); !(least.Width >= 0 && least.Width < 1e4 && least.Height >= 0 && least.Height < 1e4) {
				t.Errorf("with %v everywhere the window needs %v", odd, least)
			}
		}
	}
}

package ui

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// kept reads what the person chose in earlier runs. The file may come from another version or another hand: a value out
// of range is brought into it, and one that makes no sense counts as not chosen. So no file keeps the program from
// starting.
type kept struct{ p fyne.Preferences }

// mostWords bounds an address, a name or a path, in bytes: a longer one is none that a person gave. Paths of Linux end at
// 4096.
const mostWords = 4096

// number is a number from least to most; fallback where there is none.
func (k kept) number(key string, fallback, least, most float64) float64 {
	v := k.p.FloatWithFallback(key, fallback) // takes whole numbers too
	if math.IsNaN(v) {
		return fallback
	}
	return min(max(v, least), most)
}

// word is one of some words; the first of them where there is none or another.
func (k kept) word(key string, words ...string) string {
	v := k.p.String(key)
	if !slices.Contains(words, v) {
		return words[0]
	}
	return v
}

// textPercent is the text size.
func (k kept) textPercent() int {
	return int(k.number("textsize", 100, float64(kit.TextSizes[0]), float64(kit.TextSizes[len(kit.TextSizes)-1])))
}

// theme is the name of a palette.
func (k kept) theme() string {
	return kit.PaletteNamed(k.p.String("theme")).Name
}

// panes is which panes are shown.
func (k kept) panes() string {
	return k.word("panes", command.AllPanes, command.MapTimeline, command.MapArticle)
}

// share is the part of the window that a pane takes, from 0 to 1; 0 leaves it to the window.
func (k kept) share(key string) float32 { return float32(k.number(key, 0, 0, 1)) }

// list is which of the lists is shown.
func (k kept) list() bind.List {
	return bind.List(k.number("list", float64(bind.ListQuotes), float64(bind.ListQuotes), float64(bind.ListArticles)))
}

// folder is where articles were last opened; nil if that is no folder of this computer, or not there now.
func (k kept) folder() fyne.ListableURI {
	u, err := storage.ParseURI(k.p.String("folder"))
	if err != nil || u.Scheme() != "file" {
		return nil
	}
	l, err := storage.ListerForURI(u)
	if err != nil {
		return nil
	}
	return l
}

// recent lists the paths of the projects that were saved or opened last, the newest first.
func (k kept) recent() []string {
	var out []string
	for _, path := range k.p.StringList("recent") {
		if len(out) < mostRecent && path != "" && len(path) <= mostWords && utf8.ValidString(path) && !strings.ContainsRune(path, 0) {
			out = append(out, path)
		}
	}
	return out
}

// background is what the map is drawn on; the map that ships where that cannot be read.
func (k kept) background() Background {
	var b Background
	if json.Unmarshal([]byte(k.p.String("background")), &b) != nil || !slices.Contains([]BackgroundKind{BackgroundFile, BackgroundServer}, b.Kind) {
		return Background{}
	}
	for _, s := range []string{b.Path, b.Name, b.URL, b.Attribution, b.Contact} {
		if len(s) > mostWords || !utf8.ValidString(s) {
			return Background{}
		}
	}
	return b
}

package export

import (
	"fmt"
	"strings"

	"dateline/app/story"
	"dateline/geo"
)

// Words says things in the language of a file that people read. The zero Words says them in English.
//
//	c.Say("until {{.Day}}", "Day", c.DayInWords(d))
//
// Whatever a format for people writes that no article says goes through it. Formats for other programs use English, whose
// names and values do not depend on who looks.
type Words struct{ In Tongue }

// English are the words of files that other programs read.
var English Words

// Tongue is a language: the English words are the keys of its own.
type Tongue interface {
	Language() string // its tag: "de"
	RightToLeft() bool
	L(english string, data ...any) string // data is a map with what stands in the places of the words: {{.Day}}
	N(english string, n int, data map[string]any) string
	Count(n int, one, many string) string
	Day(d story.Day) string             // "12 March 2025"
	Interval(from, to story.Day) string // "10–12 Mar 2025", of two ends that are known
	Country(iso string) string          // "" for one that it has no name for
	Reason(r story.Reason) string
}

// Say says English words, whose places are filled by pairs of their name and what stands there.
func (w Words) Say(english string, pairs ...any) string {
	switch {
	case w.In == nil:
		return filled(english, pairs)
	case len(pairs) == 0:
		return w.In.L(english)
	}
	data := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		data[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return w.In.L(english, data)
}

// N says English words in the form that a number asks for, which stands at {{.N}}.
func (w Words) N(english string, n int) string {
	if w.In == nil {
		return filled(english, []any{"N", n})
	}
	return w.In.N(english, n, nil)
}

// Count words a number with its noun: "1 event", "7 events".
func (w Words) Count(n int, one, many string) string {
	switch {
	case w.In != nil:
		return w.In.Count(n, one, many)
	case n == 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func filled(english string, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		english = strings.ReplaceAll(english, fmt.Sprintf("{{.%v}}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return english
}

// Language is the tag of the language: "en".
func (w Words) Language() string {
	if w.In == nil {
		return "en"
	}
	return w.In.Language()
}

// RightToLeft reports whether the language is written so.
func (w Words) RightToLeft() bool { return w.In != nil && w.In.RightToLeft() }

// PlaceName is what a place is called: a country in the language, any other place as the gazetteer has it.
func (w Words) PlaceName(p *geo.Place) string {
	if w.In != nil && p.Kind == geo.KindCountry {
		if name := w.In.Country(p.Country); name != "" {
			return name
		}
	}
	return p.Name
}

// Because words reasons. It is never nil.
func (w Words) Because(rs []story.Reason) []string {
	if w.In == nil {
		return Why(rs)
	}
	out := make([]string, 0, len(rs))
	for _, r := range rs {
		out = append(out, w.In.Reason(r))
	}
	return out
}

// MadeWith names what made a file.
func (w Words) MadeWith(generator string) string {
	return w.Say("Made with {{.Program}}", "Program", generator)
}

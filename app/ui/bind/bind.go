// Package bind makes of a session's State what the panes show: cards, rows, ticks, marks, the marked article, the slide,
// and every sentence that the window says about them, in the person's language. It is pure: it knows no widget and no
// window, calls no command and keeps nothing.
//
//	w := bind.Speak(lang.L, lang.X, lang.XN)
//	cards, quotes := w.Cards(st.Story, st.Log), bind.Quotes(st.Story, st.View)
//
// What an item stands for is named by its ID (see Means), never by its position in a list.
package bind

import (
	"strings"
	"sync"
	"text/template"
)

// Words says things in the person's language. The zero Words says them in English.
type Words struct {
	local   func(words string, data ...any) string
	keyed   func(key, fallback string, data ...any) string
	count   func(key, fallback string, n int, data ...any) string
	country func(iso string) string
	said    *sync.Map // translations without data that were asked for before: a list words the same months thousands of times
}

// Speak gives the words of a translation: local takes the English words as the key, keyed a key and the English words,
// count a key, the English words and the number that decides between the forms of the key.
func Speak(local func(string, ...any) string, keyed func(string, string, ...any) string, count func(string, string, int, ...any) string) Words {
	return Words{local: local, keyed: keyed, count: count, said: &sync.Map{}}
}

// Naming gives w the names of countries in the person's language; country gives "" for one that it has no name for.
func (w Words) Naming(country func(iso string) string) Words {
	w.country = country
	return w
}

// L is the translation of English words. Data fills their places: "{{.N}} events".
func (w Words) L(words string, data ...any) string {
	switch {
	case w.local == nil:
		return filled(words, data)
	case len(data) > 0:
		return w.local(words, data...)
	}
	if have, ok := w.said.Load(words); ok {
		return have.(string)
	}
	out := w.local(words)
	w.said.Store(words, out)
	return out
}

// X is the translation under a key; without one, the English words.
func (w Words) X(key, fallback string, data ...any) string {
	switch {
	case w.keyed == nil:
		return filled(fallback, data)
	case len(data) > 0:
		return w.keyed(key, fallback, data...)
	}
	at := [2]string{key, fallback}
	if have, ok := w.said.Load(at); ok {
		return have.(string)
	}
	out := w.keyed(key, fallback)
	w.said.Store(at, out)
	return out
}

// N is the translation of English words that count something, in the form that the number asks for: "{{.N}} events". N in
// them is the number; data may hold more. Words of no language say them as for many.
func (w Words) N(words string, n int, data map[string]any) string {
	return w.counted(words, words, n, data)
}

func (w Words) counted(key, english string, n int, data map[string]any) string {
	if w.count == nil || len(data) > 0 || n > mostCounted {
		return w.countedAnew(key, english, n, data)
	}
	at := counted{key, english, n}
	if have, ok := w.said.Load(at); ok {
		return have.(string)
	}
	out := w.countedAnew(key, english, n, nil)
	w.said.Store(at, out)
	return out
}

// counted is what was counted before. Numbers up to mostCounted are kept: a list says the small ones thousands of times.
type counted struct {
	key, english string
	n            int
}

const mostCounted = 1000

func (w Words) countedAnew(key, english string, n int, data map[string]any) string {
	all := map[string]any{"N": w.Number(n)}
	for k, v := range data {
		all[k] = v
	}
	if w.count != nil {
		return w.count(key, english, n, all)
	}
	return filled(english, []any{all})
}

// filled puts data into the places of English words; words that are no template stay as they are.
func filled(words string, data []any) string {
	if len(data) == 0 {
		return words
	}
	t, err := template.New("").Parse(words)
	var b strings.Builder
	if err != nil || t.Execute(&b, data[0]) != nil {
		return words
	}
	return b.String()
}

// join puts two parts of a line beside each other; an empty one leaves no sign.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

package bind

import (
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// sorting gives what names and titles are sorted by in a list: compared as they are, the keys come in the order of the person's
// language, in which Ł follows L and Ä stands with A, or at the end. Case and signs before the first word do not count.
// One is for one list at a time.
func (w Words) sorting() func(s string) string {
	var order *collate.Collator
	var buf collate.Buffer
	return func(s string) string {
		if w.said != nil {
			if key, ok := w.said.Load(sortOf(s)); ok {
				return key.(string)
			}
		}
		if order == nil {
			order = collate.New(language.Make(Tongue{w}.Language()), collate.IgnoreCase, collate.Numeric)
		}
		key := string(order.KeyFromString(&buf, strings.TrimLeft(s, "“”‘’\"'«»„ ")))
		buf.Reset()
		if w.said != nil {
			w.said.Store(sortOf(s), key)
		}
		return key
	}
}

// sortOf is a text whose key is kept: a list of places is sorted anew at each step of the slider.
type sortOf string

package document

import "testing"

func TestLanguageTag(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a tag stays", "en-GB", "en-GB"},
		{"the underscore of a locale", "de_at", "de-AT"},
		{"a script", "zh-hans", "zh-Hans"},
		{"the first of several", "fr, en", "fr"},
		{"the name of a language is no tag", "English", ""},
		{"nothing", " ", ""},
		{"a sentence is no tag", "en is the language", ""},
	} {
		if got := LanguageTag(c.in); got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

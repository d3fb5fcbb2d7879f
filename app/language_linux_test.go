package app

import (
	"testing"

	"dateline/app/ui"
	"dateline/assets"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// TestTranslate: the window speaks the language that the system asks for first, English where there are no words in that, and the
// words of the others are not in memory.
func TestTranslate(t *testing.T) {
	for _, c := range []struct{ name, system, language, quotes string }{
		{"German", "de_DE.UTF-8", "de", "Zitate"},
		{"Chinese, which Fyne has words in", "zh_CN.UTF-8", "en", "Quotes"},
		{"the first that there is", "la:de", "de", "Zitate"},
		{"English", "en_GB.UTF-8", "en", "Quotes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"} {
				t.Setenv(v, c.system)
			}
			if err := translate(assets.Translations(), "translations"); err != nil {
				t.Fatal(err)
			}
			if l, q := ui.Language(), lang.L("Quotes"); l != c.language || q != c.quotes {
				t.Errorf("%s: language %q, %q for Quotes", c.system, l, q)
			}
			for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"} {
				t.Setenv(v, "pl_PL.UTF-8")
			}
			if err := lang.AddTranslations(fyne.NewStaticResource("pl.json", []byte("{}"))); err != nil {
				t.Fatal(err)
			}
			if q := lang.L("Quotes"); q != "Quotes" {
				t.Errorf("nobody asked for Polish, but Quotes are %q", q)
			}
		})
	}
	if err := lang.AddTranslations(fyne.NewStaticResource("en.json", []byte("{}"))); err != nil { // in the language of the test's system again
		t.Fatal(err)
	}
}

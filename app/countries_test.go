package app

import (
	"testing"

	"dateline/assets"
)

func TestCountriesHaveTheirNamesInEachLanguage(t *testing.T) {
	for tag, want := range map[string]string{"uk": "Україна", "ru": "Украина", "pl": "Ukraina", "tr": "Ukrayna", "ar": "أوكرانيا", "de": "Ukraine", "fr": "Ukraine", "es": "Ucrania", "en": "", "xx": ""} {
		if got := countryNames(assets.Countries(), tag)["UA"]; got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	for tag := range translationFiles(t) {
		if n := len(countryNames(assets.Countries(), tag)); tag != "en" && n < 240 {
			t.Errorf("%s names %d countries: run assets/gen/countries anew", tag, n)
		}
	}
}

package reading

import (
	"slices"

	"dateline/app/reading/language"
	"dateline/app/reading/timex"
	"dateline/app/reading/toponym"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// The finders read English. Of a text in another language they would understand half: "am" and "war" are words of German
// too. So no more is kept of it than can be told without the language: days that are written whole, and well-known places.
const (
	surelyForeign = 0.8     // how likely the language must be another one
	wellKnown     = 100_000 // people of a city that is meant by its name in any language
)

// languageOf is the language of a text as far as it can be told; English, or nothing, for what may well be English.
func languageOf(text string) string {
	tag, p := language.Of(text)
	if tag != language.English && p < surelyForeign {
		return ""
	}
	return tag
}

// wholeDays keeps the days that stand with month and year.
func wholeDays(all []timex.Found) []timex.Found {
	return slices.DeleteFunc(all, func(x timex.Found) bool { return !x.HasYear || x.Month == 0 || x.Day == 0 })
}

// wellKnownPlaces keeps the names of countries, regions, capitals and large cities: most nouns of a language are the name
// of some village of another.
func wellKnownPlaces(all []toponym.Found, gaz *gazetteer.Index) []toponym.Found {
	var hits []gazetteer.Hit
	return slices.DeleteFunc(all, func(x toponym.Found) bool {
		hits = gaz.Lookup(x.Mention.Name, hits[:0])
		return !slices.ContainsFunc(hits, func(h gazetteer.Hit) bool {
			k := gaz.Kind(h.Row)
			known := k == geo.KindCountry || k == geo.KindAdmin1 || gaz.Capital(h.Row) || k == geo.KindCity && gaz.Population(h.Row) >= wellKnown
			return known && !h.Word && h.Match <= gazetteer.Alternate
		})
	})
}

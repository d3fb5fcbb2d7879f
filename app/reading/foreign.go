package reading

import (
	"slices"
	"unicode/utf8"

	"dateline/app/daywords"
	"dateline/app/reading/language"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/reading/toponym"
	"dateline/app/story"
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

// namedDays adds the days that stand with the name of their month in another language: "12. März 2025", "12 de marzo de 2025".
func (r *Reading) namedDays() []timex.Found {
	const longest = 48 // bytes of such a day
	known, next, past := r.Times, 0, 0
	out := slices.Clone(known)
	toks := r.Text.Tokens
	for i := range toks {
		t := &toks[i]
		if t.Kind != token.Number || t.End-t.Start > 2 || int(t.Start) < past || len(out) >= r.most() {
			continue
		}
		at := int(t.Start)
		end := min(at+longest, len(r.Document.Text))
		for end < len(r.Document.Text) && !utf8.RuneStart(r.Document.Text[end]) {
			end++
		}
		d, ok := daywords.Find(r.Document.Text[at:end])
		span := story.Span{Start: at + d.Start, End: at + d.End}
		for next < len(known) && known[next].Span.End <= at {
			next++
		}
		if !ok || d.Start != 0 || next < len(known) && known[next].Span.Overlaps(span) {
			continue
		}
		past = span.End
		last := i + 1
		for last < len(toks) && int(toks[last].Start) < span.End {
			last++
		}
		y, m, n := d.Day.Date()
		f := timex.Found{Span: span, First: int32(i), Last: int32(last), Type: story.TimexDate}
		f.Form, f.HasYear, f.Year, f.Month, f.Day, f.Unit = timex.FormDate, true, int16(y), uint8(m), uint8(n), timex.UnitDay
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b timex.Found) int { return a.Span.Compare(b.Span) })
	return out
}

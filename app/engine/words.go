package engine

import (
	"strings"

	"dateline/app/daywords"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
)

// Days reads days as a person writes them: "12 March", "10-14 March 2025", "early March", "from 3 May to 5 June". What
// needs a day to count from is counted from anchor; DayMin is none. False where no days are named, or none that are bounded
// on a side. German, French and Spanish will do: "Anfang März 2025", "10–14 mars".
func (e *Engine) Days(words string, anchor story.Day) (from, to story.Day, ok bool) {
	if said, foreign := daywords.English(words); foreign {
		if from, to, ok = e.daysIn(said, anchor); ok {
			return from, to, ok
		}
	}
	return e.daysIn(words, anchor)
}

func (e *Engine) daysIn(words string, anchor story.Day) (from, to story.Day, ok bool) {
	t := token.Split(dashed(words))
	found := timex.Find(t)
	from, to = story.DayMax, story.DayMin
	for _, x := range timex.Resolve(found, t, anchor, e.timex()) {
		if m := x.Moment; m.Dated() {
			from, to, ok = min(from, m.Earliest), max(to, m.Latest), true
		}
	}
	return from, to, ok && from <= to
}

func (e *Engine) timex() *timex.Weights {
	if e.finders.Weights == nil {
		return nil
	}
	return &e.finders.Weights.Timex
}

// dashed writes a range of days as articles do: "10 - 14 March" is "10-14 March".
func dashed(words string) string {
	words = strings.NewReplacer("–", "-", "—", "-").Replace(strings.TrimSpace(words))
	return strings.ReplaceAll(strings.ReplaceAll(words, " -", "-"), "- ", "-")
}

// Place is an entry of the gazetteer by its id; false where there is none.
func (e *Engine) Place(id geo.PlaceID) (geo.Place, bool) { return e.gaz.ByID(id) }

// Places are the places of the gazetteer whose name is, or begins with, what was typed: those of exactly that name first,
// then by population; at most n. It takes up to a tenth of a second.
func (e *Engine) Places(typed string, n int) []geo.Place {
	var out []geo.Place
	for _, r := range e.gaz.Search(typed, n) {
		out = append(out, e.gaz.Place(r))
	}
	return out
}

package event

import (
	"fmt"
	"strings"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/geo/gazetteer"
)

// Leaders are people who have long spoken for a state, for articles that name them without saying which. It gives, by how
// a last name begins, those whose name begins so. A nil Leaders knows nobody.
type Leaders struct{ byFamily map[string][]leader }

// leader is a person of the table.
type leader struct{ word, plain, country string }

// LoadLeaders reads the table of people who speak for a state: the state's ISO code and a name a line, with a tab between.
// Lines that begin with "#" are comments.
func LoadLeaders(tsv []byte) (*Leaders, error) {
	l := &Leaders{byFamily: map[string][]leader{}}
	n := 0
	for line := range strings.Lines(string(tsv)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		country, person, ok := strings.Cut(line, "\t")
		if !ok || len(country) != 2 || person == "" {
			return nil, fmt.Errorf("event: line %d of the leaders: want an ISO code of two letters, a tab and a name, not %q", n, line)
		}
		k := FamilyKey(person)
		l.byFamily[k] = append(l.byFamily[k], leader{person, PlainName(person), country})
	}
	return l, nil
}

// bodies are words of the offices that speak for many states.
var bodies = token.SetOf("NATO", "UN", "U.N.", "EU", "E.U.", "European", "Commission", "Nations", "Union", "IMF", "OSCE", "OPEC", "WHO", "alliance", "bank", "secretary-general")

// country is the state that a person of that full name is known to speak for; "" if there is none, for bare last
// names, which many people bear, and for who speaks for a body of many states.
func (l *Leaders) country(full, role string) string {
	if l == nil || !strings.Contains(full, " ") {
		return ""
	}
	if r := strings.ToLower(role); strings.Contains(r, "secretary general") || strings.Contains(r, "secretary-general") {
		return ""
	}
	for _, w := range strings.Fields(role) {
		if bodies.Has(token.HashOf(strings.Trim(w, ",.;"))) {
			return ""
		}
	}
	key, plain := FamilyKey(full), ""
	for _, p := range l.byFamily[key] {
		if plain == "" {
			plain = PlainName(full)
		}
		if p.plain == plain || sameInitial(p.plain, plain) && name.Same(p.word, full) {
			return p.country
		}
	}
	return ""
}

// sameInitial compares plain names.
func sameInitial(a, b string) bool { return a != "" && b != "" && a[0] == b[0] }

// PlainName is a name without case, accents and article.
func PlainName(s string) string { return strings.TrimPrefix(gazetteer.Fold(s), "the ") }

// FamilyKey is how the last name begins; transliterations agree on it.
func FamilyKey(s string) string { return FamilyOf(PlainName(s)) }

// FamilyOf is FamilyKey of a plain name.
func FamilyOf(s string) string {
	s = s[strings.LastIndexByte(s, ' ')+1:]
	return s[:min(3, len(s))]
}

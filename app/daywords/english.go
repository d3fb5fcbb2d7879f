package daywords

import (
	"strings"
	"unicode"
)

// english are the words of days, in German, French and Spanish, that are said in one or two English ones; "" says nothing in
// English.
var english = map[string]string{
	"anfang": "early", "mitte": "mid", "ende": "late", "von": "from", "vom": "from", "ab": "from", "bis": "to", "zum": "to", "gestern": "yesterday", "heute": "today",
	"vorgestern": "two days ago", "der": "", "den": "", "dem": "", "im": "", "am": "", "und": "to",
	"début": "early", "debut": "early", "mi": "mid", "fin": "late", "du": "from", "au": "to", "à": "to", "hier": "yesterday", "avant-hier": "two days ago",
	"aujourd'hui": "today", "aujourd’hui": "today", "le": "", "la": "", "l": "", "en": "", "et": "to", "1er": "1", "avril": "April",
	"principios": "early", "comienzos": "early", "inicios": "early", "mediados": "mid", "finales": "late", "fines": "late", "desde": "from", "hasta": "to", "ayer": "yesterday",
	"hoy": "today", "anteayer": "two days ago", "del": "from", "al": "to", "a": "", "el": "", "y": "to", "de": "", "entre": "from",
}

var englishMonths = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// English writes days that are typed in German, French or Spanish, or with the name of a month in any language that Find
// knows, as they are written in English: "Anfang März 2025" is "early March 2025". False where no word of them is from elsewhere.
func English(words string) (string, bool) {
	var out []string
	foreign := false
	for _, w := range strings.Fields(strings.NewReplacer("–", " - ", "—", " - ", "-", " - ").Replace(words)) {
		core := strings.TrimRightFunc(w, func(r rune) bool { return r == '.' || r == ',' })
		low := strings.ToLower(core)
		m := months[low]
		said, known := english[low]
		switch {
		case m > 0:
			foreign = foreign || !strings.HasPrefix(strings.ToLower(englishMonths[m-1]), low)
			out = append(out, englishMonths[m-1])
		case known:
			foreign = true
			if said != "" {
				out = append(out, said)
			}
		case core != "" && ordinal(low):
			out = append(out, strings.TrimRight(low, "ºªer"))
		case core != "":
			out = append(out, core)
		}
	}
	return joinDays(out), foreign
}

// ordinal reports a number with what makes it the first: "1er", "1º".
func ordinal(s string) bool {
	digits := strings.TrimRight(s, "ºªer")
	return digits != "" && digits != s && strings.IndexFunc(digits, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// joinDays puts the words together again: "10 - 14 March", "mid March", and "from … to …" where only the end is said.
func joinDays(all []string) string {
	s := strings.Join(all, " ")
	s = strings.ReplaceAll(s, "mid - ", "mid ")
	s = strings.ReplaceAll(s, " - ", "-")
	if i := strings.Index(s, " to "); i > 0 && !strings.HasPrefix(s, "from ") {
		s = "from " + s
	}
	return s
}

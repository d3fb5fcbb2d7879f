package rows

import (
	"strings"
	"unicode"

	"dateline/app/story"
)

// leastSaid is how many words of meaning what is reported without quotation marks must have to stand by itself.
const leastSaid = 3

// joining are words that say nothing by themselves, in the languages that are read best. Words of other languages all count:
// then more is listed, never less.
var joining = setOf(`a an the that this these those which who whom whose what of in on at to for from by with and or but nor as is are was were be been
	being has have had will would can could may might should do does did not it its he she they them his her their him we us our you your i my there
	dass das der die den dem des ein eine einen einem einer und oder aber nicht in im am an auf von zu zum zur mit für aus bei ist sind war waren wird werden
	wurde wurden hat haben hatte er sie es man sich wir ihr sein ihre
	que el la los las un una unos unas de del en a al y o pero no con por para es son era eran fue fueron ha han había se su sus lo le les ella ellos
	qu l d n s c j est le la les un une des du de en à au aux et ou mais ne pas avec par pour est sont était étaient a ont avait se sa son ses il ils elle elles on ce cette`)

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// Says reports whether a quote tells something where it stands alone in a list for people: words in quotation marks do; what is
// reported without them does only with three words of meaning, so that "that autumn" is left to its sentence. Scripts
// without spaces between words are taken to say something.
func (r *Row) Says() bool {
	if r.Kind != Quote || r.Status == story.QuoteDirect.String() {
		return true
	}
	n := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(r.Quote), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) }) {
		if strings.IndexFunc(w, unspaced) >= 0 {
			return true
		}
		if !joining[w] {
			n++
		}
	}
	return n >= leastSaid
}

func unspaced(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

package pdf

import (
	"strings"
	"unicode"
)

// form is where the shapes of an Arabic letter begin among the presentation forms: alone, at the end of a word, at its
// beginning, within it. Letters with two shapes do not reach to the letter after them.
type form struct {
	first rune
	n     int
}

// forms are those of the letters of Arabic and Persian.
var forms = map[rune]form{
	'ء': {0xFE80, 1}, 'آ': {0xFE81, 2}, 'أ': {0xFE83, 2}, 'ؤ': {0xFE85, 2}, 'إ': {0xFE87, 2}, 'ئ': {0xFE89, 4}, 'ا': {0xFE8D, 2}, 'ب': {0xFE8F, 4}, 'ة': {0xFE93, 2},
	'ت': {0xFE95, 4}, 'ث': {0xFE99, 4}, 'ج': {0xFE9D, 4}, 'ح': {0xFEA1, 4}, 'خ': {0xFEA5, 4}, 'د': {0xFEA9, 2}, 'ذ': {0xFEAB, 2}, 'ر': {0xFEAD, 2}, 'ز': {0xFEAF, 2},
	'س': {0xFEB1, 4}, 'ش': {0xFEB5, 4}, 'ص': {0xFEB9, 4}, 'ض': {0xFEBD, 4}, 'ط': {0xFEC1, 4}, 'ظ': {0xFEC5, 4}, 'ع': {0xFEC9, 4}, 'غ': {0xFECD, 4}, 'ف': {0xFED1, 4},
	'ق': {0xFED5, 4}, 'ك': {0xFED9, 4}, 'ل': {0xFEDD, 4}, 'م': {0xFEE1, 4}, 'ن': {0xFEE5, 4}, 'ه': {0xFEE9, 4}, 'و': {0xFEED, 2}, 'ى': {0xFEEF, 2}, 'ي': {0xFEF1, 4},
	'پ': {0xFB56, 4}, 'چ': {0xFB7A, 4}, 'ژ': {0xFB8A, 2}, 'ک': {0xFB8E, 4}, 'گ': {0xFB92, 4}, 'ی': {0xFBFC, 4},
}

// withLam are the letters that are one with a lam before them: the shape alone; that at the end of a word follows it.
var withLam = map[rune]rune{'آ': 0xFEF5, 'أ': 0xFEF7, 'إ': 0xFEF9, 'ا': 0xFEFB}

const (
	lam    = 'ل'
	tatwil = 'ـ' // a line that joins on both sides
)

// joined is a text with the shapes that Arabic letters have beside each other. Signs of vowels are left out: they stand over
// letters, where the file cannot put them. Other text stays as it is.
func joined(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return forms[r].n > 0 }) {
		return text
	}
	runes := make([]rune, 0, len(text))
	for _, r := range text {
		if !(unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Arabic, r) || r >= 0x64B && r <= 0x652) {
			runes = append(runes, r)
		}
	}
	var out strings.Builder
	before := false // the letter before reaches to this one
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		f := forms[r]
		next := i + 1
		if r == lam && next < len(runes) && withLam[runes[next]] != 0 {
			shape := withLam[runes[next]]
			if before {
				shape++
			}
			out.WriteRune(shape)
			before = false
			i = next
			continue
		}
		after := f.n == 4 && next < len(runes) && (forms[runes[next]].n > 1 || runes[next] == tatwil)
		switch {
		case f.n == 0:
			out.WriteRune(r)
		case before && after:
			out.WriteRune(f.first + 3)
		case after:
			out.WriteRune(f.first + 2)
		case before && f.n > 1:
			out.WriteRune(f.first + 1)
		default:
			out.WriteRune(f.first)
		}
		before = after || r == tatwil
	}
	return out.String()
}

// Package spelling knows that one name is written in several ways where another script is put into Latin letters:
//
//	spelling.Same("Hristo", "Christo")  // true: one name by its sounds
//	spelling.Close("Kyiv", "Kiev")      // true: spellings of one name, if it is known to be one place or person
//
// It compares names and knows none: "Vienna" and "Beč" are two names to it.
package spelling

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Same reports whether two words are one name by their sounds, written by the rules of several languages: "Schevchenko" and
// "Shevchenko", "Smirnow" and "Smirnoff". Only such differences are allowed as no other name lives by, so that Same may
// decide that two people are one.
func Same(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	for _, x := range sounds(a) {
		for _, y := range sounds(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// Close reports whether two words may be spellings of one name that is known to be one place or person: the consonants
// are the same to the ear, whatever the vowels: "Kharkiv" and "Kharkov", "Luhansk" and "Lugansk", "Tehran" and "Teheran".
func Close(a, b string) bool {
	if Same(a, b) {
		return true
	}
	x, y := skeleton(a), skeleton(b)
	return x != "" && x == y
}

// letters are those that no mark can be taken from; with their marks kept they sound otherwise than without.
var letters = map[rune]string{'ł': "l", 'ø': "o", 'đ': "dj", 'ı': "i", 'ß': "ss", 'æ': "a", 'œ': "o", 'þ': "th", 'ð': "d"}

// hushed are letters whose mark makes another sound of them, as languages without marks write it.
var hushed = strings.NewReplacer("š", "sh", "ş", "sh", "ś", "sh", "č", "ch", "ć", "ch", "ç", "ch", "ž", "zh", "ź", "zh", "ż", "zh", "ñ", "ny", "ř", "rzh")

// written are letters in a row that stand for one sound in one of the ways to write it; longer ones go before.
var written = strings.NewReplacer("schtsch", "sh", "shch", "sh", "tsch", "ch", "tch", "ch", "dsch", "dzh", "sch", "sh", "chr", "hr", "kh", "h", "ph", "f", "ck", "k", "tz", "ts",
	"ae", "a", "oe", "o", "ue", "u", "ou", "u", "ij", "i", "dj", "dzh", "q", "k", "w", "v", "x", "ks", "y", "i", "j", "i", "ch", "ch", "c", "k")

// ends are how the same ending is written.
var ends = [...][2]string{{"off", "ov"}, {"eff", "ev"}}

// sounds are the forms that a word has by its sounds: with marks on letters taken for sounds, and with marks left out.
func sounds(s string) []string {
	s = norm.NFC.String(strings.ToLower(s))
	out := []string{sound(s)}
	if h := hushed.Replace(s); h != s {
		out = append(out, sound(h))
	}
	return out
}

func sound(s string) string {
	s = plain(s)
	for _, e := range ends {
		if cut, ok := strings.CutSuffix(s, e[0]); ok && cut != "" {
			s = cut + e[1]
		}
	}
	if stem, ok := strings.CutSuffix(s, "tcher"); ok {
		s = stem + "t'cher" // an English name, whose t is written in one way: Thatcher is not Thacher
	}
	s = single(written.Replace(s))
	if len(s) > 2 && strings.HasPrefix(s, "ie") {
		s = s[1:] // Yelena, Elena
	}
	return s
}

// plain is a word in small letters without marks and signs.
func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch to, ok := letters[r]; {
		case ok:
			b.WriteString(to)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ':
			b.WriteRune(r)
		case r == '-':
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// single leaves one of letters that stand twice.
func single(s string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// skeleton is the consonants of a word, with those alike that one script has one letter for; "" for less than two of them.
// An h behind a vowel is not heard.
func skeleton(s string) string {
	s = strings.ReplaceAll(sound(norm.NFC.String(strings.ToLower(s))), "g", "h")
	var b strings.Builder
	last := rune(' ')
	for i, r := range s {
		vowel := strings.ContainsRune("aeiou", r)
		switch {
		case r == 'h' && i+1 == len(s):
		case !vowel || last == ' ' && r != 'i':
			if vowel {
				r = 'a'
			}
			b.WriteRune(r)
		}
		last = r
	}
	if out := single(b.String()); len(out) > 1 {
		return out
	}
	return ""
}

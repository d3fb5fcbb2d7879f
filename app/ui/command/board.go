package command

import (
	"strings"
	"unicode"
)

// The letters that stand on the same keys, in rows: Latin, then those of the Ukrainian, the Russian and the Arabic keyboard.
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"

var otherKeys = []string{
	"йцукенгшщзхїфівапролджєячсмитьбю.",
	"йцукенгшщзхъфывапролджэячсмитьбю.",
	"ضصثقفغعهخحجدشسيبلاتنمكطئءؤر\x00ىةوزظ",
}

// onKey finds the key of a letter of another script.
var onKey = func() map[rune]rune {
	out := map[rune]rune{}
	latin := []rune(latinKeys)
	for _, board := range otherKeys {
		for i, r := range []rune(board) {
			if r > unicode.MaxASCII {
				out[r] = latin[i]
			}
		}
	}
	return out
}()

// OnKey is the sign that a Latin keyboard has on the key of a typed letter: the keys of commands are named by Latin letters, and
// somebody who writes Ukrainian, Russian or Arabic presses the same keys. Any other sign is itself.
func OnKey(r rune) rune {
	if k, ok := onKey[unicode.ToLower(r)]; ok && strings.ContainsRune(latinKeys, k) {
		return k
	}
	return r
}

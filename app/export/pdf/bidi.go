package pdf

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// letter is one letter of a line and the atom it belongs to.
type letter struct {
	r    rune
	atom int
	ltr  bool
	rtl  bool // it begins what runs from right to left
}

// seen orders the atoms of a line as they are seen from left to right. Lines without letters that run from right to left
// stay as they are. In others the stretches that do are turned round, numbers in them are kept, and brackets are mirrored.
// The line itself runs from left to right.
func seen(atoms []atom) []atom {
	if !slices.ContainsFunc(atoms, func(a atom) bool { return turns(a.text) }) {
		return atoms
	}
	var all []letter
	for i, a := range atoms {
		if a.text == "" {
			all = append(all, letter{r: '\ufffc', atom: i, ltr: true})
		}
		for k, r := range a.text {
			all = append(all, letter{r, i, a.ltr && k == 0, a.rtl && k == 0})
		}
	}
	levels := levelsOf(all)
	for level := 2; level >= 1; level-- {
		for i := 0; i < len(all); {
			j := i
			for j < len(all) && levels[j] >= level {
				j++
			}
			slices.Reverse(all[i:j])
			slices.Reverse(levels[i:j])
			i = max(j, i+1)
		}
	}
	var out []atom
	for i, l := range all {
		if levels[i] == 1 {
			l.r = mirrored(l.r)
		}
		a := atoms[l.atom]
		if a.text != "" {
			a.text = string(l.r)
		}
		if n := len(out) - 1; n >= 0 && a.text != "" && i > 0 && all[i-1].atom == l.atom {
			out[n].text += a.text
			continue
		}
		out = append(out, a)
	}
	return out
}

// turns reports whether a text has letters that run from right to left.
func turns(text string) bool {
	for _, r := range text {
		if r >= 0x590 && class(r) == right {
			return true
		}
	}
	return false
}

// The classes of letters that matter here.
const (
	neutral = iota
	left
	right
	digit
)

func class(r rune) int {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return left
	case bidi.R, bidi.AL:
		return right
	case bidi.EN, bidi.AN:
		return digit
	}
	return neutral
}

// levelsOf says for each letter how deep it is turned: 0 from left to right, 1 from right to left, 2 a number in that.
func levelsOf(all []letter) []int {
	levels := make([]int, len(all))
	last, from := 0, -1 // of the last letter with a direction; where the stretch after the last right one begins
	for i, l := range all {
		if l.ltr {
			last, from = left, -1
		}
		if l.rtl && last != right {
			last, from = right, i
		}
		switch class(l.r) {
		case right:
			levels[i] = 1
			if last == right && from >= 0 { // what stood between two such letters runs with them
				for k := from; k < i; k++ {
					levels[k] = max(levels[k], 1)
				}
			}
			last, from = right, i+1
		case left:
			last, from = left, -1
		case digit:
			if last == right {
				levels[i] = 2
				for k := from; k < i; k++ {
					levels[k] = max(levels[k], 1)
				}
				from = i + 1
			}
		}
	}
	closeBrackets(all, levels)
	for i := 1; i+1 < len(levels); i++ {
		if levels[i] == 1 && levels[i-1] == 2 && levels[i+1] == 2 && strings.ContainsRune(".,:/-–", all[i].r) {
			levels[i] = 2 // "12.5" is one number
		}
	}
	return levels
}

// closeBrackets turns a closing bracket with what it closes: "(2025)" after words from right to left.
func closeBrackets(all []letter, levels []int) {
	for i, l := range all {
		if levels[i] != 1 || l.r != '(' && l.r != '[' {
			continue
		}
		for j := i + 1; j < len(all); j++ {
			if all[j].r == mirrors[l.r] {
				levels[j] = 1
			}
			if levels[j] == 0 || all[j].r == mirrors[l.r] {
				break
			}
		}
	}
}

// mirrors are the signs that face the other way where text runs from right to left.
var mirrors = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹'}

func mirrored(r rune) rune {
	if m, ok := mirrors[r]; ok {
		return m
	}
	return r
}

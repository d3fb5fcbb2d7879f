package bundle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/daywords"
	"dateline/app/document"
	"dateline/app/story"
)

// line is a line of the file with something on it, without the space around.
type line struct {
	at    story.Span
	text  string
	block int // lines without an empty one between them have the same
}

// linesOf are the lines of a text that are not empty.
func linesOf(text string) []line {
	var out []line
	block, blank := 0, true
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		s := strings.TrimSpace(text[start:end])
		if s == "" {
			blank = true
		} else {
			if blank {
				block++
			}
			blank = false
			from := start + strings.Index(text[start:end], s)
			out = append(out, line{story.Span{Start: from, End: from + len(s)}, s, block})
		}
		start = end + 1
	}
	return out
}

// stamp is a day as it stands in a line.
type stamp struct {
	day        story.Day
	clock      string
	start, end int
}

// dateIn finds the first day in a line that names its year: with the name of a month, or in figures where they leave no
// doubt.
func dateIn(s string) (stamp, bool) {
	const longest = 300 // bytes in which a day is looked for
	s = s[:min(len(s), longest)]
	if d, ok := daywords.Find(s); ok {
		return stamp{d.Day, d.Clock, d.Start, d.End}, true
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i > 0 && (s[i-1] >= '0' && s[i-1] <= '9' || s[i-1] == '-' || s[i-1] == '/') {
			continue
		}
		if day, clock, ok := document.ISODay(s[i:]); ok && len(s) >= i+10 && (s[i+4] == '-' || s[i+4] == '/') {
			return stamp{day, clock, i, i + 10}, true
		}
		if d, ok := dotted(s, i); ok {
			return d, true
		}
	}
	return stamp{}, false
}

// dotted reads "12.03.2025", and "13/03/2025" where only one order of day and month can be meant.
func dotted(s string, at int) (stamp, bool) {
	var n [3]int
	i := at
	sep := byte(0)
	for k := range n {
		from := i
		for i < len(s) && i-from < 4 && s[i] >= '0' && s[i] <= '9' {
			n[k] = n[k]*10 + int(s[i]-'0')
			i++
		}
		if i == from || k < 2 && i-from > 2 || k == 2 && i-from != 4 {
			return stamp{}, false
		}
		if k == 2 {
			break
		}
		if i >= len(s) || s[i] != '.' && s[i] != '/' || sep != 0 && s[i] != sep {
			return stamp{}, false
		}
		sep = s[i]
		i++
	}
	d, m, y := n[0], n[1], n[2]
	if sep == '/' {
		if d <= 12 && m > 12 {
			d, m = m, d
		} else if d <= 12 && d != m {
			return stamp{}, false // either may be the month
		}
	}
	if m < 1 || m > 12 || d < 1 || d > story.DaysIn(y, m) || y < 1000 {
		return stamp{}, false
	}
	return stamp{story.NewDay(y, m, d), "", at, i}, true
}

// besides is how many words may stand beside a day in a line that gives a day: weekday, clock, zone, edition.
const besides = 6

// isDate reports a line that holds a day and little else.
func isDate(s string) (stamp, bool) {
	if len(s) > 90 {
		return stamp{}, false
	}
	d, ok := dateIn(s)
	return d, ok && d.start <= 30 && len(strings.Fields(s[:d.start]))+len(strings.Fields(s[d.end:])) <= besides && !strings.HasSuffix(s, "?")
}

// isMonth reports a line that names a month or a season and a year alone: "March 2025".
func isMonth(s string) bool {
	f := strings.Fields(s)
	if len(f) != 2 || len(f[1]) != 4 || strings.Trim(f[1], "0123456789") != "" {
		return false
	}
	_, ok := daywords.Find("1 " + s)
	return ok
}

// isNumber reports figures alone, with signs between them.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789., \u00a0") == "" && s[0] >= '0' && s[0] <= '9'
}

var wordsFor = map[string]bool{"words": true, "word": true, "wörter": true, "mots": true, "palabras": true, "parole": true, "palavras": true, "слов": true, "woorden": true}

// isCount reports a line that counts the words of an article: "512 words".
func isCount(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return i > 0 && isNumber(s[:i]) && wordsFor[strings.ToLower(s[i+1:])]
}

// isCopyright reports a line that says whose an article is.
func isCopyright(s string) bool {
	l := strings.ToLower(s)
	return strings.HasPrefix(l, "copyright") || strings.HasPrefix(s, "©") || strings.HasPrefix(l, "(c) ") || l == "all rights reserved" || l == "alle rechte vorbehalten"
}

// ofMany reports a line that numbers an article among others: "2 of 10 DOCUMENTS", "Dokument 2 von 10".
func ofMany(s string) bool {
	if len(s) > 60 {
		return false
	}
	f := strings.Fields(strings.ToLower(s))
	if len(f) > 0 && documentWords[f[0]] {
		f = f[1:]
	} else if len(f) != 4 || !documentWords[f[3]] {
		return false
	}
	return (len(f) == 3 || len(f) == 4 && documentWords[f[3]]) && isNumber(f[0]) && isNumber(f[2]) && (f[1] == "of" || f[1] == "von" || f[1] == "de")
}

var documentWords = map[string]bool{"document": true, "documents": true, "dokument": true, "dokumente": true, "dokumenten": true, "documento": true, "documentos": true}

// isBar reports a line of one sign, repeated, that is no letter: a line across the page.
func isBar(s string) bool {
	if len(s) < 5 {
		return false
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return false
	}
	plain := strings.ReplaceAll(s, " ", "")
	return len(plain) >= 3*n && strings.Trim(plain, string(r)) == ""
}

// isName reports a few words that all begin with a capital: the name of a person.
func isName(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 5 || strings.ContainsAny(s, ".?!:0123456789") {
		return false
	}
	for _, w := range f {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && len(w) > 3 {
			return false
		}
	}
	return true
}

// prose reports a line that reads like one of an article.
func prose(s string) bool {
	return len(s) > 60 || len(s) > 30 && strings.ContainsAny(s[len(s)-1:], ".!?\"”")
}

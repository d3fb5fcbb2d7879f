// Package daywords reads a day that is written with the name of its month, in a dozen languages and more, or in Chinese
// or Korean figures:
//
//	d, _ := daywords.Find("Publié le 12 mars 2019 à 10h14") // 2019-03-12, 10:14
//
// It finds days that name their year, and nothing that has to be counted from another day: see app/reading/timex.
package daywords

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/story"
)

// Day is a day as it stands in a line: Start and End are bytes of the line.
type Day struct {
	Day        story.Day
	Clock      string // "10:14"; "" if none stands beside it
	Start, End int
}

// piece is a run of letters or of digits.
type piece struct {
	word       string
	start, end int
	digits     bool
}

// longest is how many pieces of a line are looked at.
const longest = 60

// Find gives the first day in a line; ok is false if there is none.
func Find(line string) (d Day, ok bool) {
	p := cut(line)
	for i := range p {
		for _, read := range [...]func([]piece, int) (Day, int){dayFirst, monthFirst, eastern} {
			if d, n := read(p, i); n > 0 {
				d.Start, d.End = p[i].start, p[i+n-1].end
				d.Clock = clock(line, p, i, i+n)
				return d, true
			}
		}
	}
	return Day{}, false
}

// cut takes a line apart.
func cut(line string) (out []piece) {
	for i := 0; i < len(line) && len(out) < longest; {
		r, n := utf8.DecodeRuneInString(line[i:])
		digit := r >= '0' && r <= '9'
		if !digit && !unicode.IsLetter(r) {
			i += n
			continue
		}
		from := i
		for i < len(line) {
			r, n := utf8.DecodeRuneInString(line[i:])
			if d := r >= '0' && r <= '9'; d != digit || !d && !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			i += n
		}
		out = append(out, piece{word: strings.ToLower(line[from:i]), start: from, end: i, digits: digit})
	}
	return out
}

// between are words that stand between the parts of a date: "12 de marzo de 2019", "4. dubna roku 2020".
var between = map[string]bool{"de": true, "del": true, "do": true, "di": true, "of": true, "the": true, "den": true, "th": true, "st": true, "nd": true, "rd": true,
	"er": true, "º": true, "roku": true, "г": true, "la": true, "le": true, "року": true, "e": true, "ta": true}

// after is the piece after i that is no such word.
func after(p []piece, i int) int {
	for i++; i < len(p) && between[p[i].word]; i++ {
	}
	return i
}

// number is the value of a piece of at most so many digits, -1 if it is none.
func number(p []piece, i, digits int) int {
	if i >= len(p) || !p[i].digits || len(p[i].word) > digits {
		return -1
	}
	n := 0
	for _, c := range p[i].word {
		n = n*10 + int(c-'0')
	}
	return n
}

// dayFirst reads "12 mars 2019", "12. März 2019", "12 de marzo de 2019"; how many pieces it is long.
func dayFirst(p []piece, i int) (Day, int) {
	day := number(p, i, 2)
	if day < 1 {
		return Day{}, 0
	}
	m := after(p, i)
	y := after(p, m)
	return whole(number(p, y, 4), month(p, m), day, y+1-i)
}

// monthFirst reads "March 12, 2019" and "març 12, 2019".
func monthFirst(p []piece, i int) (Day, int) {
	m := month(p, i)
	if m == 0 {
		return Day{}, 0
	}
	d := after(p, i)
	y := after(p, d)
	return whole(number(p, y, 4), m, number(p, d, 2), y+1-i)
}

// eastern reads "2019年3月12日" and "2019년 3월 12일".
func eastern(p []piece, i int) (Day, int) {
	sign := func(k int, a, b string) bool {
		return k < len(p) && (strings.HasPrefix(p[k].word, a) || strings.HasPrefix(p[k].word, b))
	}
	if number(p, i, 4) < 1000 || !sign(i+1, "年", "년") || !sign(i+3, "月", "월") || !sign(i+5, "日", "일") {
		return Day{}, 0
	}
	return whole(number(p, i, 4), number(p, i+2, 2), number(p, i+4, 2), 6)
}

func whole(y, m, d, n int) (Day, int) {
	if y < 1700 || y > 2200 || !story.ValidDate(y, m, d) {
		return Day{}, 0
	}
	return Day{Day: story.NewDay(y, m, d)}, n
}

// clock is the first time of day after the pieces [from, to), else before them: "10:14", "10h14", "10.14".
func clock(line string, p []piece, from, to int) string {
	at := func(i int) string {
		h := number(p, i, 2)
		if h < 0 || h > 23 {
			return ""
		}
		j := i + 1
		if j < len(p) && p[j].word == "h" {
			j++
		}
		m := number(p, j, 2)
		if m < 0 || m > 59 || len(p[j].word) != 2 || len(strings.TrimSpace(line[p[i].end:p[j].start])) != 1 {
			return ""
		}
		if sep := strings.TrimSpace(line[p[i].end:p[j].start]); sep != ":" && sep != "h" && sep != "." {
			return ""
		}
		h0 := p[i].word
		if len(h0) == 1 {
			h0 = "0" + h0
		}
		return h0 + ":" + p[j].word
	}
	for i := to; i < len(p) && i < to+4; i++ {
		if c := at(i); c != "" {
			return c
		}
	}
	for i := from - 1; i >= 0 && i > from-5; i-- {
		if c := at(i); c != "" {
			return c
		}
	}
	return ""
}

// month is the number of a month's name; 0 if it is none.
func month(p []piece, i int) int {
	if i >= len(p) || p[i].digits {
		return 0
	}
	return months[p[i].word]
}

// Says tells what a line says of its day: that the article was published on it, or changed.
func Says(line string) (published, updated bool) {
	l := " " + strings.ToLower(line) + " "
	return contains(l, publishedWords), contains(l, updatedWords)
}

func contains(line string, words []string) bool {
	for _, w := range words {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}

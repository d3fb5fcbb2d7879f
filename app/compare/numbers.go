package compare

import (
	"slices"
	"strconv"
	"strings"

	"dateline/app/story"
)

// Figure is a number that a sentence gives, with what it counts.
type Figure struct {
	Doc      int
	Span     story.Span // "1,200 square kilometres"
	Sentence story.Span
	Value    float64
	Of       string // what it counts, in one word for all articles: "dead", "km2", "soldier"
}

// counted are words that say what has been counted, and the one word that stands for all of them.
var counted = map[string]string{}

// isUnit are the words that stand for what is counted.
var isUnit = map[string]bool{}

func init() {
	for of, list := range map[string]string{
		"dead":     "dead killed kill kills killing died die dies dying deaths death fatalities fatality perished drowned lives bodies",
		"injured":  "injured injuries injury wounded hurt casualties",
		"missing":  "missing unaccounted",
		"held":     "arrested detained arrests detentions prisoners prisoner captives hostages",
		"fled":     "displaced evacuated fled flee homeless refugees",
		"rescued":  "rescued saved freed released",
		"km2":      "square-kilometres square-kilometers km2 km² sq-km",
		"mi2":      "square-miles square-mile",
		"ha":       "hectares hectare",
		"km":       "kilometres kilometers kilometre kilometer km",
		"%":        "percent per-cent",
		"usd":      "dollars dollar",
		"soldier":  "soldiers soldier troops servicemen fighters",
		"person":   "people persons person residents civilians inhabitants",
		"building": "houses homes buildings house home building",
	} {
		isUnit[of] = true
		for _, w := range strings.Fields(list) {
			counted[w] = of
		}
	}
}

// fates are what happened to people: they say what is counted even where "people" stands nearer.
var fates = []string{"dead", "injured", "missing", "held", "fled", "rescued"}

var small = map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var times = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "m": 1e6, "bn": 1e9, "k": 1e3}

// figures are the numbers of a sentence that count something. Days, years and clock times are none; neither are numbers
// of which nothing says what they count.
func (b *bench) figures(doc int, sentence story.Span) (out []Figure) {
	a := b.s.Articles[doc]
	words := tokens(a.Text, sentence)
	for i := 0; i < len(words); i++ {
		value, n := number(a.Text, words[i:])
		if n == 0 {
			continue
		}
		at := story.Span{Start: words[i].span.Start, End: words[i+n-1].span.End}
		if inTimex(a, at) {
			i += n - 1
			continue
		}
		of, end := unit(a.Text, words, i, i+n)
		if of == "" {
			i += n - 1
			continue
		}
		at.Start = withSign(a.Text, at.Start)
		at.End = max(at.End, end)
		out = append(out, Figure{Doc: doc, Span: at, Sentence: sentence, Value: value, Of: of})
		i += n - 1
	}
	return out
}

// number reads a number at the head of words, and how many of them it takes: 0 if there is none.
func number(text string, words []token) (value float64, n int) {
	w := strings.ToLower(words[0].span.In(text))
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	if err != nil {
		tens, ones, hyphen := strings.Cut(w, "-")
		v = small[tens]
		if hyphen {
			if small[ones] == 0 || small[ones] > 9 || v < 20 {
				return 0, 0
			}
			v += small[ones]
		}
		if v == 0 {
			return 0, 0
		}
	}
	n = 1
	for n < len(words) && times[strings.ToLower(words[n].span.In(text))] > 0 {
		v *= times[strings.ToLower(words[n].span.In(text))]
		n++
	}
	return v, n
}

// withSign takes a currency's sign before a number in.
func withSign(text string, at int) int {
	for _, sign := range [...]string{"$", "€", "£"} {
		if strings.HasSuffix(text[:at], sign) {
			return at - len(sign)
		}
	}
	return at
}

func inTimex(a *story.Article, at story.Span) bool {
	i, _ := slices.BinarySearchFunc(a.Timexes, at.Start, func(t story.Timex, start int) int {
		if t.Span.End <= start {
			return -1
		}
		return 1
	})
	return i < len(a.Timexes) && a.Timexes[i].Span.Overlaps(at)
}

// reach is how many words after a number may say what it counts: "42 people, among them three children, were killed".
const reach = 8

// unit says what the number words[from:to] counts, and where the words that say so end.
func unit(text string, words []token, from, to int) (of string, end int) {
	low := func(i int) string { return strings.ToLower(words[i].span.In(text)) }
	switch at := words[from].span.Start; {
	case strings.HasSuffix(text[:at], "$"):
		return "usd", 0
	case strings.HasPrefix(text[words[to-1].span.End:], "%"):
		return "%", words[to-1].span.End + 1
	}
	if to >= len(words) {
		return fateBefore(text, words, from), 0
	}
	if to+1 < len(words) {
		if of = counted[low(to)+"-"+low(to+1)]; of != "" {
			return of, words[to+1].span.End
		}
	}
	first := counted[low(to)]
	if first != "" && first != "person" && first != "soldier" {
		return first, words[to].span.End
	}
	for i := to; i < min(to+reach, len(words)); i++ {
		if _, n := number(text, words[i:]); n > 0 && i > to {
			break // what follows is another number's
		}
		if f := counted[low(i)]; slices.Contains(fates, f) {
			return f, words[to].span.End
		}
	}
	if f := fateBefore(text, words, from); f != "" {
		if counted[low(to)] == "" || text[words[to-1].span.End:words[to].span.Start] != " " {
			return f, 0
		}
		return f, words[to].span.End
	}
	if first != "" {
		return first, words[to].span.End
	}
	if w := low(to); len(w) > 3 && strings.HasSuffix(w, "s") && !plain[w] {
		return stem(w), words[to].span.End
	}
	return "", 0
}

// fateBefore is what the words before a number say it counts: "killing at least 42", "death toll of 42", and from farther away
// "the number of dead in the town has risen by seven to 42".
func fateBefore(text string, words []token, from int) string {
	low := func(i int) string { return strings.ToLower(words[max(i, 0)].span.In(text)) }
	for i := from - 1; i >= max(from-farBack, 0); i-- {
		if _, n := number(text, words[i:]); n > 0 {
			if before := low(i - 1); i > 0 && (before == "by" || before == "from") {
				continue
			}
			return ""
		}
		f := counted[low(i)]
		switch {
		case low(i) == "toll":
			return "dead"
		case !slices.Contains(fates, f):
		case from-i <= nearBack || i > 1 && low(i-1) == "of" && low(i-2) == "number":
			return f
		}
	}
	return ""
}

// How many words before a number may say what it counts; the second where they are "the number of".
const (
	nearBack = 5
	farBack  = 16
)

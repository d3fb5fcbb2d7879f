package slides

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/story"
)

// The lengths of clauses, in bytes.
const (
	leastClause = 14 // what is shorter stays with its neighbour
	mostClause  = 70 // what is longer is cut again, at a small word
)

// The reach of a clause that is shown by itself, in words.
const (
	headWords  = 4 // before it, so that one reads what it says something of
	leastOther = 3 // what is left out has at least so many
)

// Clause is what of a sentence is shown for an event that a relative clause tells, whose day is not that of the sentence: the clause,
// with the words before it that it says something of. It is nil where the sentence is shown whole.
func Clause(text string, sentence story.Span, e *story.Event) []story.Span {
	if !e.Aside || !sentence.Contains(e.Span) {
		return nil
	}
	from := e.Span.Start
	for range headWords {
		before := strings.TrimRightFunc(text[sentence.Start:from], unicode.IsSpace)
		at := strings.LastIndexFunc(before, unicode.IsSpace)
		from = sentence.Start + at + 1
	}
	before, after := strings.Fields(text[sentence.Start:from]), strings.Fields(text[e.Span.End:sentence.End])
	if len(before)+len(after) < leastOther {
		return nil
	}
	to := e.Span.End
	if len(after) == 0 || len(after) == 1 && len(after[0]) < 4 { // the full stop
		to = sentence.End
	}
	return []story.Span{{Start: from, End: to}}
}

// Clauses cuts a stretch of a text into pieces that can be left out of it one by one: at commas and the like, and, where that
// leaves long ones, before words that begin a clause or a phrase. The pieces follow each other and leave nothing out.
func Clauses(text string, at story.Span) []story.Span {
	var out []story.Span
	from := at.Start
	for _, end := range breaks(text, at) {
		if end-from >= leastClause && at.End-end >= leastClause {
			out = append(out, story.Span{Start: from, End: end})
			from = end
		}
	}
	if from < at.End {
		out = append(out, story.Span{Start: from, End: at.End})
	}
	var fine []story.Span
	for _, c := range out {
		fine = append(fine, phrases(text, c)...)
	}
	return fine
}

// breaks are the places after a comma, a semicolon, a colon, a dash or a full stop that is followed by a space.
func breaks(text string, at story.Span) (out []int) {
	for i := at.Start; i < at.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := i + n
		for end < at.End { // a closing mark goes with what it closes
			q, m := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune("”’\"')»", q) {
				break
			}
			end += m
		}
		if strings.ContainsRune(",;:.!?–—،؛", r) && end < at.End {
			if next, _ := utf8.DecodeRuneInString(text[end:]); unicode.IsSpace(next) {
				out = append(out, end)
			}
		}
		i = end
	}
	return out
}

// small are words that begin a clause or a phrase.
var small = map[string]bool{"and": true, "but": true, "or": true, "that": true, "which": true, "who": true, "when": true, "while": true, "where": true, "after": true,
	"before": true, "because": true, "since": true, "until": true, "although": true, "though": true, "if": true, "as": true, "with": true, "without": true, "for": true,
	"from": true, "in": true, "on": true, "at": true, "by": true, "during": true, "under": true, "over": true, "into": true, "to": true, "about": true, "despite": true}

// phrases cuts a long clause before small words.
func phrases(text string, c story.Span) []story.Span {
	var out []story.Span
	from := c.Start
	for i := c.Start; i < c.End && c.End-from > mostClause; {
		gap := strings.IndexFunc(text[i:c.End], unicode.IsSpace)
		if gap < 0 {
			break
		}
		i += gap + 1
		word := text[i:c.End]
		if end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
			word = word[:end]
		}
		if small[strings.ToLower(word)] && i-from >= 2*leastClause && c.End-i >= leastClause {
			out = append(out, story.Span{Start: from, End: i})
			from = i
		}
	}
	return append(out, story.Span{Start: from, End: c.End})
}

// Kept is what Keep of a part becomes when only some of the clauses of a stretch are shown; nil where that is all of them.
func Kept(clauses []story.Span, shown []bool) []story.Span {
	var out []story.Span
	all := true
	for i, c := range clauses {
		if !shown[i] {
			all = false
			continue
		}
		if n := len(out); n > 0 && out[n-1].End == c.Start {
			out[n-1].End = c.End
			continue
		}
		out = append(out, c)
	}
	if all || len(out) == 0 {
		return nil
	}
	return out
}

// shown are the stretches of a part that are shown.
func (p *Part) shown() []story.Span {
	if p.Keep == nil {
		return []story.Span{p.Span}
	}
	return p.Keep
}

// kept is what of a part is shown in a stretch of it.
func (p *Part) kept(in story.Span) (out []story.Span) {
	for _, k := range p.shown() {
		if k = (story.Span{Start: max(k.Start, in.Start), End: min(k.End, in.End)}); !k.Empty() {
			out = append(out, k)
		}
	}
	return out
}

// leastHalf is how long each half of a sentence is at least, in bytes.
const leastHalf = 20

// middle is where a part can be cut in two: of the ends of its clauses the one that leaves both halves most alike. It is false
// for a short one.
func (p *Part) middle(text string) (int, bool) {
	if p.Span.End > len(text) {
		return 0, false
	}
	size := func(in story.Span) (n int) {
		for _, k := range p.kept(in) {
			n += k.Len()
		}
		return n
	}
	best, least := 0, 1<<30
	for _, c := range Clauses(text, p.Span) {
		a, b := size(story.Span{Start: p.Span.Start, End: c.End}), size(story.Span{Start: c.End, End: p.Span.End})
		if d := max(a-b, b-a); a >= leastHalf && b >= leastHalf && d < least {
			best, least = c.End, d
		}
	}
	return best, best > 0
}

// Shortener cuts the sentences of a slide into pieces, for a person to choose which are shown.
type Shortener struct {
	texts   []string // of each part
	found   []Found
	clauses [][]story.Span
}

// NewShortener is for the parts of a slide as they stand in a story.
func NewShortener(s *story.Story, found []Found) *Shortener {
	x := &Shortener{found: found}
	for i := range found {
		text := s.Articles[found[i].Doc].Text
		x.texts = append(x.texts, text)
		x.clauses = append(x.clauses, Clauses(text, found[i].Span))
	}
	return x
}

// Pieces are the pieces of all parts, in order.
func (x *Shortener) Pieces() (out []string) {
	for i, list := range x.clauses {
		for _, c := range list {
			out = append(out, c.In(x.texts[i]))
		}
	}
	return out
}

// Shown says of each piece whether it is shown now.
func (x *Shortener) Shown() (out []bool) {
	for i, list := range x.clauses {
		keep := (&Part{Span: x.found[i].Span, Keep: x.found[i].Keep}).shown()
		for _, c := range list {
			shown := 0
			for _, k := range keep {
				if k.Overlaps(c) {
					shown += min(k.End, c.End) - max(k.Start, c.Start)
				}
			}
			out = append(out, 2*shown >= c.Len())
		}
	}
	return out
}

// Kept is what Keep of each part becomes.
func (x *Shortener) Kept(shown []bool) (out [][]story.Span) {
	for _, list := range x.clauses {
		out = append(out, Kept(list, shown[:len(list)]))
		shown = shown[len(list):]
	}
	return out
}

// Words are what is shown then.
func (x *Shortener) Words(shown []bool) string {
	var out []string
	for i, keep := range x.Kept(shown) {
		f := Found{Span: x.found[i].Span, Keep: keep}
		out = append(out, strings.Join(strings.Fields(f.Words(x.texts[i])), " "))
	}
	return strings.Join(out, "\n")
}

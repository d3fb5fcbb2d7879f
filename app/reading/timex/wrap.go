package timex

import (
	"strings"
	"unicode/utf8"

	"dateline/app/reading/token"
)

// narrowest is the length in bytes below which a line is no line of prose that was broken at a column.
const narrowest = 18

// wrapped reports whether the line end before token i only keeps the lines short, so that an expression goes on over
// it: "closed in June" / "1967". It is none where the next word would still have fitted on the line, nor before a
// heading, a list or a date line: prose ends with a full stop.
func (p *parser) wrapped(i int) bool {
	k := p.t.Tokens[i]
	if !k.Has(token.ParaStart) {
		return i > 0
	}
	if i == 0 || p.t.Tokens[i-1].Kind == token.Punct && !p.punct(i-1, ",") {
		return false
	}
	src, from, to := p.t.Source, int(p.t.Tokens[i-1].End), int(k.Start)
	gap := src[from:to]
	if strings.Count(gap, "\n") > 1 || strings.Count(gap, "\r") > 1 || strings.Contains(gap, "\u2029") {
		return false
	}
	if p.blockFrom >= p.blockTo || from < p.blockFrom || to > p.blockTo {
		p.block(from, to)
	}
	if !p.blockEnds {
		return false
	}
	line := from - lineStart(src, from)
	return line >= narrowest && line+1+utf8.RuneCountInString(src[to:int(k.End)]) > p.blockWidth
}

// block measures the run of lines without a blank one around the line end [from, to): where it lies, how long its
// longest line is, and whether it ends as a sentence does.
func (p *parser) block(from, to int) {
	src := p.t.Source
	const far = 20_000 // bytes; a longer run of lines is a list or a log
	lo := lineStart(src, from)
	for lo > 0 && from-lo < far {
		s := lineStart(src, lo-1)
		if strings.TrimSpace(src[s:lo]) == "" {
			break
		}
		lo = s
	}
	hi, width := lo, 0
	for hi < len(src) && hi-to < far {
		e := strings.IndexByte(src[hi:], '\n')
		if e < 0 {
			e = len(src) - hi
		}
		line := strings.TrimSpace(src[hi : hi+e])
		if line == "" && hi > to {
			break
		}
		width = max(width, len(line))
		hi = min(hi+e+1, len(src))
		if hi == len(src) {
			break
		}
	}
	end := strings.TrimRight(src[lo:hi], " \t\r\n\"'”’)»")
	p.blockFrom, p.blockTo, p.blockWidth = lo, hi, width
	p.blockEnds = strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "…")
}

func lineStart(s string, i int) int { return strings.LastIndexByte(s[:i], '\n') + 1 }

// unseen are characters that no reader sees inside a word or number: the soft hyphen, joiners, marks of direction.
var unseen = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "", "\u200e", "", "\u200f", "")

// visible is s as a reader sees it.
func visible(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == 0xc2 || s[i] == 0xe2 || s[i] == 0xef {
			return unseen.Replace(s)
		}
	}
	return s
}

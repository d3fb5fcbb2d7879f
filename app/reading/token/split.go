package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class of a character, the cutter's whole knowledge of Unicode.
type class uint8

const (
	other class = iota
	space
	newline
	letter
	digit
	apostrophe
	mark   // quotation mark
	dash   // - – — −
	point  // . … and the marks that end or part a sentence
	unseen // shows nothing and parts nothing
)

var ascii = func() (t [128]class) {
	for i := range t {
		switch c := rune(i); {
		case c == '\n' || c == '\r':
			t[i] = newline
		case c <= ' ' || c == 0x7f:
			t[i] = space
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[i] = letter
		case '0' <= c && c <= '9':
			t[i] = digit
		case c == '\'':
			t[i] = apostrophe
		case c == '"' || c == '`':
			t[i] = mark
		case c == '-':
			t[i] = dash
		case strings.ContainsRune(".,;:!?()[]{}/|", c):
			t[i] = point
		}
	}
	return t
}()

func classOf(r rune) class {
	if r < 0x80 {
		return ascii[r]
	}
	switch r {
	case '\u2028', '\u2029', '\u0085':
		return newline
	case '\u2019', '\u02bc':
		return apostrophe
	case '“', '”', '„', '‟', '«', '»', '‹', '›', '‘', '‚', '‛', '「', '」', '『', '』', '″':
		return mark
	case '–', '—', '―', '−', '‐', '‑', '‒':
		return dash
	case '…', '。', '、', '！', '？', '،', '؟', '·':
		return point
	}
	if Invisible(r) {
		return unseen
	}
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r):
		return space
	}
	return other
}

// Invisible reports a character that shows nothing and parts nothing: soft hyphens, joiners, marks of direction.
func Invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u034f', '\u061c', '\u180e', '\ufeff':
		return true
	}
	return r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2064' || r >= '\u2066' && r <= '\u2069'
}

// visible is w without what is invisible in it.
func visible(w string) string {
	return strings.Map(func(r rune) rune {
		if Invisible(r) {
			return -1
		}
		return r
	}, w)
}

// HashOf is the hash that Token.Hash holds for the word w, ignoring case: FNV-1a over the lower-case runes, with the
// curly apostrophe read as the straight one.
func HashOf(w string) uint32 {
	h := uint32(2166136261)
	for _, r := range w {
		h = hashRune(h, r)
	}
	return h
}

func hashRune(h uint32, r rune) uint32 {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return (h ^ uint32(r)) * 16777619
	case r == '’' || r == 'ʼ':
		return (h ^ '\'') * 16777619
	}
	for r = unicode.ToLower(r); r > 0; r >>= 8 {
		h = (h ^ uint32(r&0xff)) * 16777619
	}
	return h
}

func equalFold(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	return strings.ContainsAny(a, "’ʼ") && strings.EqualFold(strings.NewReplacer("’", "'", "ʼ", "'").Replace(a), b)
}

// Split cuts a text of any length and language into tokens, paragraphs and sentences, in linear time. Invalid UTF-8
// is taken byte by byte as Symbol; no byte is changed.
func Split(text string) *Text {
	c := cutter{src: text, tokens: make([]Token, 0, len(text)/4+16)}
	c.run()
	t := &Text{Source: text, Tokens: c.tokens}
	breakParagraphs(t, c.lines)
	breakSentences(t)
	return t
}

type cutter struct {
	src    string
	i      int
	tokens []Token
	lines  []line // one per line break met, in order
	gap    Flags  // what stands before the next token
	breaks int    // line breaks in the present gap
}

// line notes a gap between two tokens that holds line breaks.
type line struct {
	token  int // index of the first token after it
	breaks int // how many line breaks: 2 or more is a blank line
}

func (c *cutter) run() {
	c.gap = Spaced
	c.breaks = 2
	for c.i < len(c.src) {
		if b := c.src[c.i]; b == ' ' {
			c.gap |= Spaced
			c.i++
			continue
		} else if b < 0x80 && ascii[b] == letter {
			c.word()
			continue
		}
		r, n := c.rune(c.i)
		switch classOf(r) {
		case space:
			c.gap |= Spaced
			c.i += n
		case newline:
			c.gap |= Spaced
			c.i += n
			if r != '\r' || c.i >= len(c.src) || c.src[c.i] != '\n' {
				c.breaks++
			}
		case unseen:
			c.i += n
		case letter:
			c.word()
		case digit:
			c.number(c.i)
		case apostrophe:
			c.apostrophe(n)
		case mark:
			if r == '`' && strings.HasPrefix(c.src[c.i:], "``") {
				n = 2
			}
			c.emit(c.i, c.i+n, Quote, 0)
		case dash, point:
			end := c.i + n
			if r == '.' || classOf(r) == dash {
				for strings.HasPrefix(c.src[end:], c.src[c.i:c.i+n]) {
					end += n
				}
			}
			c.emit(c.i, end, Punct, 0)
		default:
			c.emit(c.i, c.i+n, Symbol, 0)
		}
	}
}

// rune decodes at i; ASCII without a call.
func (c *cutter) rune(i int) (rune, int) {
	if b := c.src[i]; b < 0x80 {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.src[i:])
}

func (c *cutter) emit(start, end int, k Kind, f Flags) {
	h := uint32(offset32)
	for i := start; i < end; {
		if b := c.src[i]; b < 0x80 {
			if 'A' <= b && b <= 'Z' {
				b += 'a' - 'A'
			}
			h = (h ^ uint32(b)) * prime32
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(c.src[i:])
		i += n
		if Invisible(r) {
			f |= Hidden
			continue
		}
		h = hashRune(h, r)
	}
	c.emitHashed(start, end, h, k, f)
}

// FNV-1a, 32 bits.
const offset32, prime32 = 2166136261, 16777619

// emitHashed is emit where the hash is known.
func (c *cutter) emitHashed(start, end int, h uint32, k Kind, f Flags) {
	f |= c.gap
	if c.breaks > 0 {
		f |= LineStart
		c.lines = append(c.lines, line{len(c.tokens), c.breaks})
	}
	c.tokens = append(c.tokens, Token{Start: int32(start), End: int32(end), Hash: h, Kind: k, Flags: f})
	c.gap, c.breaks, c.i = 0, 0, end
}

// word takes letters and digits, inner apostrophes ("O'Neill"), the full stops of initials ("U.S.") and of known
// abbreviations ("Gov."), and splits off the possessive ("Kyiv" + "’s").
func (c *cutter) word() {
	start, i := c.i, c.i
	var f Flags
	upper, lower, letters := 0, 0, 0
	h, plain := uint32(offset32), true // the hash, while all are plain letters
	for i < len(c.src) {
		b := c.src[i]
		if 'a' <= b && b <= 'z' {
			h = (h ^ uint32(b)) * prime32
			letters++
			lower++
			i++
			continue
		}
		if 'A' <= b && b <= 'Z' {
			h = (h ^ uint32(b+'a'-'A')) * prime32
			if letters++; letters == 1 {
				f |= Capital
			}
			upper++
			i++
			continue
		}
		r, n := c.rune(i)
		switch classOf(r) {
		case letter:
			letters++
			switch {
			case unicode.IsUpper(r):
				if letters == 1 {
					f |= Capital
				}
				upper++
			case unicode.IsLower(r):
				lower++
			}
			if r >= 0x250 && !unicode.IsMark(r) && !unicode.Is(unicode.Latin, r) {
				f |= Foreign
			}
		case digit:
			f |= Digit
		case unseen:
			if !c.wordAt(c.seen(i)) {
				goto done
			}
		case apostrophe:
			if c.possessive(i+n) || !c.letterAt(i+n) {
				goto done
			}
		case point:
			if r == '.' && c.initial(start, i) {
				plain = false
				i += n
				continue
			}
			goto done
		default:
			goto done
		}
		plain = false
		i += n
	}
done:
	if upper >= 2 && lower == 0 {
		f |= Upper
	}
	if plain {
		c.emitHashed(start, i, h, Word, f)
	} else {
		c.emit(start, i, Word, f)
	}
	c.clitic(i, c.src[start:i])
}

// possessive reports whether "s" and the end of a word stand at i, right after an apostrophe.
func (c *cutter) possessive(i int) bool {
	return i < len(c.src) && (c.src[i] == 's' || c.src[i] == 'S') && !c.wordAt(i+1)
}

// seen passes over what is invisible from i on.
func (c *cutter) seen(i int) int {
	for i < len(c.src) {
		r, n := c.rune(i)
		if classOf(r) != unseen {
			break
		}
		i += n
	}
	return i
}

func (c *cutter) letterAt(i int) bool {
	if i >= len(c.src) {
		return false
	}
	r, _ := c.rune(i)
	return classOf(r) == letter
}

func (c *cutter) wordAt(i int) bool {
	if i >= len(c.src) {
		return false
	}
	r, _ := c.rune(i)
	k := classOf(r)
	return k == letter || k == digit
}

// initial decides whether the full stop at i belongs to the word that began at start.
func (c *cutter) initial(start, i int) bool {
	w := c.src[start:i]
	last := strings.LastIndexByte(w, '.')
	tail := w[last+1:]
	if utf8.RuneCountInString(tail) == 1 {
		if c.letterAt(i+1) && c.singleAt(i+1) { // U.S, e.g
			return true
		}
		if last >= 0 { // the last stop of U.S.
			return true
		}
		// "J. Smith": an initial, when a capital follows after a space
		r, _ := utf8.DecodeRuneInString(tail)
		return unicode.IsUpper(r) && tail != "I" && i+2 < len(c.src) && c.src[i+1] == ' ' && c.capitalAt(i+2)
	}
	return abbreviation(w) != notAbbreviation
}

// singleAt reports whether one single letter followed by a full stop or the word's end stands at i.
func (c *cutter) singleAt(i int) bool {
	_, n := c.rune(i)
	return !c.wordAt(i + n)
}

func (c *cutter) capitalAt(i int) bool {
	r, _ := c.rune(i)
	return unicode.IsUpper(r)
}

// clitic takes a possessive right after a word or number: "'s", or the apostrophe alone after a plural ("soldiers' lives").
func (c *cutter) clitic(i int, w string) {
	if i >= len(c.src) {
		return
	}
	r, n := c.rune(i)
	if classOf(r) != apostrophe {
		return
	}
	if c.possessive(i + n) {
		c.emit(i, i+n+1, Clitic, 0)
		return
	}
	if (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "S") || strings.HasSuffix(w, "z") || strings.HasSuffix(w, "x")) &&
		i+n+1 < len(c.src) && c.src[i+n] == ' ' && c.wordAt(i+n+1) {
		c.emit(i, i+n, Clitic, 0)
	}
}

// apostrophe is one that no word claimed: the year of "’24", else a single quotation mark.
func (c *cutter) apostrophe(n int) {
	j := c.i + n
	if c.gap&Spaced != 0 && j+1 < len(c.src) && isDigit(c.src[j]) && isDigit(c.src[j+1]) {
		k := j + 2
		if k < len(c.src) && c.src[k] == 's' {
			k++
		}
		if !c.wordAt(k) {
			c.emit(c.i, k, Number, Digit)
			return
		}
	}
	if strings.HasPrefix(c.src[c.i:], "''") {
		c.emit(c.i, c.i+2, Quote, 0)
		return
	}
	c.emit(c.i, c.i+n, Quote, 0)
}

// number takes digits with inner . , : / between digits ("1,200", "15/03/2025", "08:00") and letters that follow at
// once ("12th", "1990s", "5pm").
func (c *cutter) number(start int) {
	i := start
	for i < len(c.src) {
		b := c.src[i]
		if isDigit(b) {
			i++
			continue
		}
		if (b == '.' || b == ',' || b == ':' || b == '/') && i+1 < len(c.src) && isDigit(c.src[i+1]) {
			i += 2
			continue
		}
		if b < 0x80 {
			break
		}
		r, n := c.rune(i)
		if !unicode.IsDigit(r) {
			break
		}
		i += n
	}
	if i == start { // a digit of another script
		_, n := c.rune(i)
		i += n
	}
	for i < len(c.src) {
		r, n := c.rune(i)
		if classOf(r) != letter {
			break
		}
		i += n
	}
	if i+2 < len(c.src) && c.src[i] == '.' && c.src[i+2] == '.' && (c.src[i-1]|0x20 == 'a' || c.src[i-1]|0x20 == 'p') && c.src[i+1]|0x20 == 'm' {
		i += 3 // 5p.m.
	}
	c.emit(start, i, Number, Digit)
	c.clitic(i, c.src[start:i])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

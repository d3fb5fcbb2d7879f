// Package token cuts a text into words and sentences, with byte offsets into the original. It knows no meaning: no
// names, no dates. Every other reader works on its output.
package token

// Kind is what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner full stops and apostrophes: "Kyiv", "U.S.", "a.m.", "O'Neill"
	Number             // digits with inner . , : / and ordinal or unit letters: "30", "1,200", "15/03/2025", "08:00", "12th"
	Clitic             // "'s", "’s", "s'" 's apostrophe, "n't" is not split
	Punct              // one mark: , . ; : ! ? ( ) - – — … or a run of the same dash or dot
	Quote              // one quotation mark of any kind, straight or curly, single only where it is no apostrophe
	Symbol             // anything else: $ % € # @ bullet
)

// Flags describe a token's letters and where it stands.
type Flags uint16

// The flags.
const (
	Capital   Flags = 1 << iota // first letter is upper case
	Upper                       // two or more letters, all upper case: "NATO", "U.S."
	Spaced                      // white space before it (also at the start of the text)
	LineStart                   // first on its line
	ParaStart                   // first of its paragraph: after a blank line, or after a line that ends a block
	SentStart                   // first of its sentence
	Digit                       // holds a digit
	Foreign                     // holds a letter outside Latin
	Hidden                      // holds a character that is not seen, which Word leaves out
)

// Token is one token. Hash is HashOf of its words, so that tables of words are asked without making a string.
type Token struct {
	Start, End int32
	Hash       uint32
	Kind       Kind
	Flags      Flags
}

// Has reports whether all of f are set.
func (t Token) Has(f Flags) bool { return t.Flags&f == f }

// Range is a half-open run of tokens.
type Range struct{ First, Last int }

// Text is a text cut up. All slices are in order; ranges do not overlap and leave no token out.
type Text struct {
	Source     string
	Tokens     []Token
	Sentences  []Range
	Paragraphs []Range
	sentence   []int32 // per token: index into Sentences
}

// Word gives the words of token i as a reader sees them: as the text has them, but for what is invisible; "" outside the
// range.
func (t *Text) Word(i int) string {
	if uint(i) >= uint(len(t.Tokens)) {
		return ""
	}
	k := &t.Tokens[i]
	if k.Flags&Hidden != 0 {
		return t.seen(k)
	}
	return t.Source[k.Start:k.End]
}

func (t *Text) seen(k *Token) string { return visible(t.Source[k.Start:k.End]) }

// Sentence gives the index of the sentence that token i stands in.
func (t *Text) Sentence(i int) int { return int(t.sentence[i]) }

// At gives the index of the first token that ends after byte offset o; len(t.Tokens) if there is none.
func (t *Text) At(o int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(t.Tokens[mid].End) <= o {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Is reports whether token i is the word w (given in lower case), ignoring case.
func (t *Text) Is(i int, w string) bool {
	if i < 0 || i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	if k.Flags&Hidden == 0 {
		s, n := t.Source[k.Start:k.End], 0
		for n < len(s) && n < len(w) && s[n]|w[n] < 0x80 {
			if a, b := s[n], w[n]; a != b && (a|0x20 != b|0x20 || a|0x20 < 'a' || a|0x20 > 'z') {
				return false
			}
			n++
		}
		if n == len(s) || n == len(w) {
			return len(s) == len(w)
		}
	}
	return k.Hash == HashOf(w) && equalFold(t.Word(i), w)
}

// Bytes gives the byte span [start, end) of a run of tokens; 0, 0 for an empty run.
func (t *Text) Bytes(r Range) (start, end int) {
	if r.First >= r.Last || r.First < 0 || r.Last > len(t.Tokens) {
		return 0, 0
	}
	return int(t.Tokens[r.First].Start), int(t.Tokens[r.Last-1].End)
}

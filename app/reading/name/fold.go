package name

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/app/reading/token"
	"dateline/app/spelling"
)

// fold reads a word of a name so that its spellings in Latin letters become one: "Hrynskyi", "Hrynsky", "Hrynskiy"
// give "hrinski"; "Erdoğan" gives "erdogan".
func fold(w string) string {
	var buf [48]byte
	if out, ok := foldPlain(w, buf[:0]); ok {
		if len(out) == len(w) && string(out) == w {
			return w
		}
		return string(out)
	}
	return foldAny(w)
}

// foldPlain is fold for the letters of English, as almost all are; false for others.
func foldPlain(w string, b []byte) ([]byte, bool) {
	if len(w) > 48 {
		return b, false
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 0x80:
			return b, false
		case c == '\'' || c == '.':
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		switch c {
		case 'k', 'y', 'p', 'x': // spelt in several ways, as are doubled letters
			return b, false
		}
		if n := len(b); n > 0 && b[n-1] == c {
			return b, false
		}
		b = append(b, c)
	}
	return b, true
}

func foldAny(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			plain = false
			break
		}
	}
	if !plain {
		w = norm.NFD.String(w)
	}
	b := make([]byte, 0, len(w))
	for _, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
			b = append(b, byte(r))
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ʼ' || r == '.':
			continue
		case r < 0x80:
			b = append(b, byte(unicode.ToLower(r)))
		default:
			if s, ok := letters[unicode.ToLower(r)]; ok {
				b = append(b, s...)
			} else {
				b = append(b, string(unicode.ToLower(r))...)
			}
		}
	}
	s := string(b)
	if plain && !strings.ContainsAny(s, "kypx") && !doubled(s) {
		return s
	}
	s = spelt(b)
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if n := len(out); n == 0 || out[n-1] != s[i] {
			out = append(out, s[i])
		}
	}
	if len(out) > 2 && out[0] == 'i' && out[1] == 'e' {
		out = out[1:] // Yevgeny, Evgeny
	}
	return string(out)
}

func doubled(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] == s[i-1] {
			return true
		}
	}
	return false
}

var letters = map[rune]string{'ł': "l", 'ø': "o", 'đ': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d"}

func spelt(w []byte) string {
	out := w[:0] // never longer than what was read of w
	for i := 0; i < len(w); i++ {
		next := byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch c := w[i]; {
		case c == 'k' && next == 'h':
			out, i = append(out, 'h'), i+1
		case c == 'k' && next == 's':
			out, i = append(out, 'x'), i+1
		case c == 'c' && next == 'k':
			out, i = append(out, 'k'), i+1
		case c == 'p' && next == 'h':
			out, i = append(out, 'f'), i+1
		case c == 'y':
			out = append(out, 'i')
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// sameGiven are given names that stand for one another: nicknames, and Ukrainian beside Russian forms.
var sameGiven = func() map[string]int {
	m := map[string]int{}
	for i, l := range strings.Split(`oleksandr aleksandr alexander alexandr alexandre alex sasha alyaksandr aliaksandr|volodymyr vladimir wladimir
|mykola nikolai nikolay mykolai|serhiy serhii sergei sergey sergii sergiy|dmytro dmitry dmitri dmitriy dmitrii|andriy andrii andrei andrey
|yuriy yurii yuri yury|oleksii oleksiy alexei aleksei alexey aleksey|mykhailo mikhail mykhaylo michael mike mick|yevhen yevgeny evgeny evgenii eugene
|petro pyotr petr peter|pavlo pavel paul|valeriy valerii valery valeri|kyrylo kirill|oleh oleg|ihor igor|iryna irina|yulia yuliya julia
|olha olga|olena elena yelena helen|natalia natalya nataliya|muhammad mohammed mohamed mohammad muhammed|bill will william willie
|joe joseph josef|bob robert rob bobby|jim james jimmy jamie|tom thomas tommy|dan daniel danny|steve steven stephen|dave david
|tony anthony antony|ted edward ed eddie theodore|dick richard rick rich|chuck charles charlie|liz elizabeth beth betsy|kate katherine catherine kathryn
|mike michael|bernie bernard|tim timothy|ben benjamin|sam samuel|matt matthew|greg gregory|jeff jeffrey geoff geoffrey|ken kenneth
|larry lawrence laurence|jerry gerald jerome|hank henry harry|jack john johnny jon jonathan|ron ronald ronnie|don donald donny|nick nicholas nicolas
|chris christopher|andy andrew drew|pat patrick patricia|sue susan|debbie deborah|barb barbara|jen jennifer|meg margaret maggie peggy|abe abraham
|bibi binyamin benjamin|josh joshua|zach zachary|phil philip phillip|fred frederick|gabe gabriel|al albert alan allen|vic victor|vince vincent`, "|") {
		for _, w := range strings.Fields(l) {
			if _, have := m[fold(w)]; !have {
				m[fold(w)] = i + 1
			}
		}
	}
	return m
}()

// givenCompatible reports whether two folded given names may be one: equal, an initial, a nickname, or one missing.
func givenCompatible(a, b string) bool {
	if a == "" || b == "" || a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	if x := sameGiven[a]; x != 0 && x == sameGiven[b] {
		return true
	}
	return len(a) > 3 && len(b) > 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || spelling.Same(a, b))
}

// parts gives the words of a name that tell who it is: folded, without titles, honorifics and "the".
func parts(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')' }) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		k := lexicon.Of(token.HashOf(w))
		if k&(isHonorific|isSuffix) != 0 {
			continue
		}
		if l := strings.ToLower(w); l == "the" || l == "a" || l == "an" || l == "" {
			continue
		}
		out = append(out, fold(w))
	}
	return out
}

// Same reports whether two forms may name one person or body: "Oleksandr Hrynskyi" and "Hrynsky", "President
// Oleksandr Hrynskiy" and "Alexander Hrynsky", "the Kremlin" and "Kremlin". A given name alone is not enough, and two
// different given names tell apart: "Ann Smith" is not "John Smith".
func Same(a, b string) bool {
	if a == b {
		return a != ""
	}
	x, y := parts(untitled(a)), parts(untitled(b))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if last, other := x[len(x)-1], y[len(y)-1]; last != other && !(len(x) > 1 && len(y) > 1 && oneSpelling(last, other)) {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return true
	}
	return givenCompatible(x[0], y[0])
}

// oneSpelling reports whether two folded words are one name by their sounds: "smirnow", "smirnov". Short ones are not.
func oneSpelling(a, b string) bool {
	return len(a) > 3 && len(b) > 3 && a[:2] == b[:2] && spelling.Same(a, b)
}

// untitled drops the titles before a name, as far as something is left.
func untitled(s string) string {
	words := strings.Fields(s)
	cut := 0
	for i, w := range words[:max(0, len(words)-1)] {
		if lexicon.Of(token.HashOf(w))&(isTitle|isRole|isHonorific) != 0 {
			if _, given := givenSex(token.HashOf(w)); given && i == cut && len(words)-i == 2 && i > 0 {
				continue
			}
			cut = i + 1
		}
	}
	return strings.Join(words[cut:], " ")
}

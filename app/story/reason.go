package story

import "strings"

// Reason says why a value was chosen: a code and its arguments. It is worded only when shown: String in English for
// the reader and exports, app/ui through lang.L with the code as key.
type Reason struct {
	Code string
	Args []string
}

// Why builds a Reason.
func Why(code string, args ...string) Reason { return Reason{Code: code, Args: args} }

// String words the reason in plain English; an unknown code is shown as it is, with its arguments.
func (r Reason) String() string {
	s, ok := reasonSentence(r.Code)
	if !ok {
		return strings.TrimSpace(r.Code + " " + strings.Join(r.Args, ", "))
	}
	return r.In(s)
}

// In words the reason with a sentence of another language: "{0}", "{1}" in it become the arguments.
func (r Reason) In(sentence string) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	pairs := make([]string, 0, 2*len(r.Args))
	for i, a := range r.Args {
		pairs = append(pairs, "{"+string(rune('0'+i))+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// Sentence is the English sentence of a code with its "{0}" places open; app/ui uses it as the fallback of lang.X.
func (r Reason) Sentence() string {
	s, ok := reasonSentence(r.Code)
	if !ok {
		return r.Code
	}
	return s
}

func reasonSentence(code string) (string, bool) {
	for _, m := range []map[string]string{placeReasons, timeReasons, quoteReasons, eventReasons} {
		if s, ok := m[code]; ok {
			return s, true
		}
	}
	return "", false
}

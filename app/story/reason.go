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
	if s, ok := reasonSentence(r.Code); ok {
		return r.In(s)
	}
	return r.unworded()
}

func (r Reason) unworded() string {
	return strings.TrimSpace(r.Code + " " + strings.Join(r.Args, ", "))
}

// Pieces hands out what String gives, one stretch after the other, so that a writer need not put it together.
func (r Reason) Pieces(put func(string)) {
	if s, ok := reasonSentence(r.Code); ok {
		r.pieces(s, put)
		return
	}
	put(r.unworded())
}

// In words the reason with a sentence of another language: "{0}", "{1}" in it become the arguments.
func (r Reason) In(sentence string) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	r.pieces(sentence, func(s string) { b.WriteString(s) })
	return b.String()
}

// pieces hands out the stretches of a sentence and the arguments between them.
func (r Reason) pieces(sentence string, put func(string)) {
	from := 0
	for i := 0; i < len(sentence); {
		next := strings.IndexByte(sentence[i:], '{')
		if i += next; next < 0 || i+2 >= len(sentence) {
			break
		}
		n := int(sentence[i+1]) - '0'
		if sentence[i+2] != '}' || n < 0 || n >= len(r.Args) {
			i++
			continue
		}
		if i > from {
			put(sentence[from:i])
		}
		put(r.Args[n])
		i += len("{0}")
		from = i
	}
	if from < len(sentence) {
		put(sentence[from:])
	}
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
	table := placeReasons
	switch {
	case strings.HasPrefix(code, "time."):
		table = timeReasons
	case strings.HasPrefix(code, "quote."):
		table = quoteReasons
	case strings.HasPrefix(code, "event."):
		table = eventReasons
	}
	s, ok := table[code]
	return s, ok
}

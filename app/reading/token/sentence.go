package token

import "strings"

// maxSentence bounds a sentence in tokens, so that text without full stops stays cheap for every later stage.
const maxSentence = 800

// breakParagraphs sets ParaStart and Paragraphs. A blank line always parts paragraphs. A single line break parts them
// too, unless the text is wrapped at a column (then only after a short line), or the next line goes on in lower case.
func breakParagraphs(t *Text, lines []line) {
	if len(t.Tokens) == 0 {
		return
	}
	width := wrapWidth(t, lines)
	first := 0
	t.Paragraphs = make([]Range, 0, len(lines)+1)
	for k, l := range lines {
		if l.token == 0 {
			t.Tokens[0].Flags |= ParaStart | LineStart
			continue
		}
		from := 0
		if k > 0 {
			from = lines[k-1].token
		}
		if l.breaks < 2 && !blockEnds(t, from, l.token, width) {
			continue
		}
		t.Tokens[l.token].Flags |= ParaStart
		t.Paragraphs = append(t.Paragraphs, Range{first, l.token})
		first = l.token
	}
	t.Paragraphs = append(t.Paragraphs, Range{first, len(t.Tokens)})
}

// wrapWidth gives the column at which the text is wrapped, 0 if its lines are paragraphs. It is wrapped when of the
// lines followed by a single break most are of like length, at most 100 bytes, and end without a full stop.
func wrapWidth(t *Text, lines []line) int {
	full, open, longest := 0, 0, 0
	for k, l := range lines {
		if l.breaks > 1 || l.token == 0 {
			continue
		}
		from := 0
		if k > 0 {
			from = lines[k-1].token
		}
		n := int(t.Tokens[l.token-1].End - t.Tokens[from].Start)
		full++
		if n >= 40 && n <= 100 && !terminal(t, l.token-1) {
			open++
			longest = max(longest, n)
		}
	}
	if open >= 3 && open*2 > full {
		return longest
	}
	return 0
}

// blockEnds decides for a single line break between the line of tokens [from, next) and the token next.
func blockEnds(t *Text, from, next, width int) bool {
	tok := t.Tokens[next]
	lower := tok.Kind == Word && !tok.Has(Capital) && !tok.Has(Digit)
	if width == 0 {
		return !lower || terminal(t, next-1)
	}
	n := int(t.Tokens[next-1].End - t.Tokens[from].Start)
	return n*10 < width*6 && (terminal(t, next-1) || !lower)
}

// maxMarks is how many closing marks in a row are looked past. It bounds the work on a text of nothing else.
const maxMarks = 32

// terminal reports whether token i, or the one before it if i closes a quotation or bracket, ends a sentence.
func terminal(t *Text, i int) bool {
	for n := 0; n < maxMarks && i > 0 && (t.Tokens[i].Kind == Quote || closes(t.Word(i))); n++ {
		i--
	}
	return ends(t.Word(i)) || strings.HasSuffix(t.Word(i), ".")
}

func ends(w string) bool {
	switch w {
	case ".", "?", "!", "…", "。", "！", "？", "؟":
		return true
	}
	return len(w) > 1 && w[0] == '.' && strings.Trim(w, ".") == ""
}

func closes(w string) bool { return w == ")" || w == "]" || w == "}" }

// breakSentences sets SentStart, Sentences and the sentence of each token. Sentences never cross paragraphs.
func breakSentences(t *Text) {
	t.sentence = make([]int32, len(t.Tokens))
	t.Sentences = make([]Range, 0, len(t.Tokens)/16+len(t.Paragraphs)/2+4)
	for _, p := range t.Paragraphs {
		first := p.First
		for i := p.First; i < p.Last; i++ {
			if i+1 < p.Last && i+1-first < maxSentence && !t.endsAt(i, p) {
				continue
			}
			t.Tokens[first].Flags |= SentStart
			n := int32(len(t.Sentences))
			for j := first; j <= i; j++ {
				t.sentence[j] = n
			}
			t.Sentences = append(t.Sentences, Range{first, i + 1})
			first = i + 1
		}
	}
}

// endsAt reports whether a sentence ends with token i, the next one being in the same paragraph.
func (t *Text) endsAt(i int, p Range) bool {
	if k := &t.Tokens[i]; k.Kind != Punct && k.Kind != Quote && (k.Kind != Word || t.Source[k.End-1] != '.') {
		return false
	}
	next := t.Tokens[i+1]
	last := i
	quoted := false
	for last > p.First && i-last < maxMarks && (t.Tokens[last].Kind == Quote || closes(t.Word(last))) {
		if t.Tokens[last].Kind == Quote {
			if t.Tokens[last].Has(Spaced) {
				return false // an opening mark
			}
			quoted = true
		}
		last--
	}
	w := t.Word(last)
	stop := t.Tokens[last].Kind == Punct && ends(w)
	abbreviated := !stop && t.Tokens[last].Kind == Word && strings.HasSuffix(w, ".")
	if !stop && !abbreviated {
		return false
	}
	if !next.Has(Spaced) {
		if next.Kind == Quote || closes(t.Word(i+1)) {
			return false // the closing mark belongs to the sentence
		}
		// "end.Next" without a space: only when the next word is capitalised and this one is a real word
		return stop && w == "." && next.Kind == Word && next.Has(Capital) && last > p.First && len(t.Word(last-1)) > 3 &&
			!t.Tokens[last-1].Has(Capital)
	}
	follow := i + 1
	for follow < p.Last && follow-i <= maxMarks && (t.Tokens[follow].Kind == Quote || t.Word(follow) == "(") {
		follow++
	}
	if follow >= p.Last {
		return stop
	}
	f := t.Tokens[follow]
	if abbreviated {
		if abbreviation(strings.TrimSuffix(w, ".")) == neverEnds || quoted && !f.Has(Capital) {
			return false
		}
		return f.Kind == Word && f.Has(Capital) && starters[f.Hash]
	}
	if f.Kind == Word && !f.Has(Capital) && !f.Has(Digit) && !f.Has(Foreign) {
		// "“Really?” he asked", "wait... and see", "Yahoo! said"
		return w == "." && !quoted && follow == i+1
	}
	return true
}

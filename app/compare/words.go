package compare

import (
	"slices"
	"strings"
	"unicode"

	"dateline/app/story"
)

// token is a word of a text.
type token struct {
	span story.Span
	stem string // its plain form; "" for words without a meaning of their own
}

// tokens are the words of a stretch of text, hyphens and figures with their points included.
func tokens(text string, at story.Span) (out []token) {
	at.End = min(at.End, len(text))
	start := -1
	end := func(i int) {
		if start >= 0 {
			w := strings.TrimRight(text[start:i], ".,'’-")
			out = append(out, token{story.Span{Start: start, End: start + len(w)}, stem(w)})
			start = -1
		}
	}
	for i, r := range text[max(at.Start, 0):at.End] {
		i += at.Start
		inner := start >= 0 && strings.ContainsRune(".,'’-", r)
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start < 0 {
				start = i
			}
		case !inner:
			end(i)
		}
	}
	end(at.End)
	return out
}

// plain are words that carry no meaning of their own; what two texts share in them says nothing.
var plain = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an the and or but nor so yet if then than as at by for from in into of off on onto out over to under up upon with within without
		about above after again against all almost also although am among amid any anyone anything are around be became because been before being below between both
		can could did do does doing done down during each either else ever every few had has have having he her here hers him his how however i is it its itself just last
		least less like many may me meanwhile might more most much must my near neither next no none not now nothing of often once one only other others our own per put rather said same
		say saying says she should since some somebody someone something soon still such tell tells that their them themselves there these they this those though through thus till too toward towards
		told until us very was we were what when where whether which while who whom whose why will would you your mr mrs ms dr`) {
		m[w] = true
	}
	return m
}()

// stem is a word in the form in which it is compared: "encircled" and "encirclement" are one. English only; words of other
// languages stay as they are. "" for a word without a meaning of its own.
func stem(w string) string {
	w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	w = strings.TrimSuffix(w, "'s")
	if plain[w] || len(w) == 1 && !unicode.IsDigit(rune(w[0])) {
		return ""
	}
	if strings.ContainsFunc(w, unicode.IsDigit) {
		return strings.ReplaceAll(w, ",", "")
	}
	for _, tail := range [...]string{"ments", "ment", "ations", "ation", "ings", "ing", "ers", "er", "ies", "ied", "ed", "es", "s", "ly", "e", "y"} {
		if cut := strings.TrimSuffix(w, tail); cut != w && len(cut) >= 4 {
			return strings.TrimSuffix(cut, "e")
		}
	}
	return w
}

// words are the words of meaning of an article, made once.
func (b *bench) words(doc int) map[string]bool {
	if b.vocab[doc] == nil {
		m := map[string]bool{}
		text := b.s.Articles[doc].Text
		for _, t := range tokens(text, story.Span{End: len(text)}) {
			if t.stem != "" {
				m[t.stem] = true
			}
		}
		b.vocab[doc] = m
	}
	return b.vocab[doc]
}

// mark says of each telling of an event which words others use of it too, and which no other article has at all. What is
// told of a place, a day or somebody is too many things for that.
func (b *bench) mark(t *Table) {
	if t.Subject.Kind != SubjectEvent {
		return
	}
	in := map[string][]int{} // stem -> the articles that use it of the subject
	telling := 0
	for i := range t.Cells {
		if t.Cells[i].Stance != Silent {
			telling++
		}
		for _, x := range t.Cells[i].Tellings {
			for _, w := range tokens(b.s.Articles[t.Cells[i].Doc].Text, x.Span) {
				if w.stem != "" && !slices.Contains(in[w.stem], i) {
					in[w.stem] = append(in[w.stem], i)
				}
			}
		}
	}
	if telling < 2 || telling > markMost {
		return
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		text := b.s.Articles[c.Doc].Text
		for k := range c.Tellings {
			x := &c.Tellings[k]
			for _, w := range tokens(text, x.Span) {
				switch {
				case w.stem == "":
				case len(in[w.stem]) > 1:
					x.Shared = joined(text, x.Shared, w.span)
				case b.nowhereElse(t, c.Doc, w.stem):
					x.Only = joined(text, x.Only, w.span)
				}
			}
		}
	}
}

// markMost is the number of articles up to which words are marked: among more, hardly a word is only one's.
const markMost = 60

func (b *bench) nowhereElse(t *Table, doc int, stem string) bool {
	for i := range t.Cells {
		if d := t.Cells[i].Doc; d != doc && b.words(d)[stem] {
			return false
		}
	}
	return true
}

// joined adds a stretch to a list of them; two with nothing but spaces between them become one.
func joined(text string, list []story.Span, at story.Span) []story.Span {
	if n := len(list); n > 0 && strings.TrimSpace(text[list[n-1].End:at.Start]) == "" {
		list[n-1].End = at.End
		return list
	}
	return append(list, at)
}

// instead finds for each silent article the sentence that comes nearest to what the others tell: it has the place, and
// at least one more word of theirs.
func (b *bench) instead(t *Table) {
	if t.Subject.Kind != SubjectEvent || t.Where == nil {
		return
	}
	said := map[string]bool{}
	for i := range t.Cells {
		for _, x := range t.Cells[i].Tellings {
			for _, w := range tokens(b.s.Articles[t.Cells[i].Doc].Text, x.Span) {
				said[w.stem] = w.stem != ""
			}
		}
	}
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Stance == Silent {
			c.Instead = b.nearest(c.Doc, t.Where, said)
		}
	}
}

func (b *bench) nearest(doc int, where *story.Spot, said map[string]bool) *Telling {
	a := b.s.Articles[doc]
	var best *Telling
	most := 1
	for i := range a.Toponyms {
		top := &a.Toponyms[i]
		if !top.Placed || top.Place.ID != where.Place.ID || !a.ZoneAt(top.Span.Start).Counts() {
			continue
		}
		at := a.SentenceAt(top.Span.Start)
		shared := map[string]bool{}
		for _, w := range tokens(a.Text, at) {
			if said[w.stem] && !top.Span.Overlaps(w.span) {
				shared[w.stem] = true
			}
		}
		if n := len(shared); n > most && !at.Empty() {
			most = n
			best = &Telling{Stance: Silent, Span: at, Sentence: at, Nth: b.nth(doc, at), Speaker: -1, Event: -1, Quote: -1}
		}
	}
	return best
}

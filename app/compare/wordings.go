package compare

import (
	"maps"
	"slices"
	"strings"

	"dateline/app/story"
)

// Wording is the same words of somebody as several articles give them.
type Wording struct {
	Speaker int   // index into Story.Speakers; -1 nobody is named
	Quotes  []int // indices into Story.Quotes, in order
	Differ  bool  // they do not have the same words
}

// Wordings lists what was said once and is given by several articles, those in which the words differ first.
func Wordings(s *story.Story, docs []int) (out []Wording) {
	b := newBench(s, docs)
	seen := make([]bool, len(s.Quotes))
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if seen[i] || !b.in[q.Doc] {
			continue
		}
		w := Wording{Speaker: q.Speaker, Quotes: []int{i}}
		for k := 0; k < len(w.Quotes); k++ {
			at := &s.Quotes[w.Quotes[k]]
			seen[w.Quotes[k]] = true
			for _, v := range at.Variants {
				if o := &s.Quotes[v.Quote]; b.in[o.Doc] && !slices.Contains(w.Quotes, v.Quote) {
					w.Quotes = append(w.Quotes, v.Quote)
				}
				w.Differ = w.Differ || v.Share < 1 || len(v.Only) > 0
			}
			if w.Speaker < 0 {
				w.Speaker = at.Speaker
			}
		}
		if len(w.Quotes) > 1 {
			slices.Sort(w.Quotes)
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(x, y Wording) int {
		if d := one(y.Differ) - one(x.Differ); d != 0 {
			return d
		}
		return len(y.Quotes) - len(x.Quotes)
	})
	return out
}

// OfWording gives the words of a wording as each article has them: Only are those that no other wording has, Shared those that
// some other has too.
func OfWording(s *story.Story, w *Wording, docs []int) Table {
	b := newBench(s, docs)
	in := map[string]int{} // a word -> how many of the wordings have it
	for _, k := range w.Quotes {
		q := &s.Quotes[k]
		mine := map[string]bool{}
		for _, word := range lowWords(s.Articles[q.Doc].Text, q.Span) {
			in[word] += one(!mine[word])
			mine[word] = true
		}
	}
	by := map[int][]Telling{}
	for _, k := range w.Quotes {
		q := &s.Quotes[k]
		t := b.ofQuote(k)
		text := s.Articles[q.Doc].Text
		for _, x := range tokens(text, q.Span) {
			if in[strings.ToLower(x.span.In(text))] > 1 {
				t.Shared = joined(text, t.Shared, x.span)
			} else {
				t.Only = joined(text, t.Only, x.span)
			}
		}
		by[q.Doc] = append(by[q.Doc], t)
	}
	return b.given(by)
}

// OfFigures gives the sentences in which the numbers of a difference stand, the number marked: Shared where another article
// gives the same, else Only.
func OfFigures(s *story.Story, d *Difference, docs []int) Table {
	b := newBench(s, docs)
	by := map[int][]Telling{}
	for i := range d.Figures {
		f := &d.Figures[i]
		t := b.ofFigure(f)
		if slices.ContainsFunc(d.Figures, func(o Figure) bool { return o.Doc != f.Doc && o.Value == f.Value }) {
			t.Shared = []story.Span{f.Span}
		} else {
			t.Only = []story.Span{f.Span}
		}
		by[f.Doc] = append(by[f.Doc], t)
	}
	t := b.given(by)
	t.What, t.Where, t.When = d.What, d.Where, d.When
	return t
}

// ofFigure is the sentence of a figure, told by the event that stands nearest to it.
func (b *bench) ofFigure(f *Figure) Telling {
	var events []int
	for i := range b.s.Events {
		if e := &b.s.Events[i]; e.Doc == f.Doc && e.Sentence == f.Sentence {
			events = append(events, i)
		}
	}
	if len(events) == 0 {
		return Telling{Stance: Says, Span: f.Sentence, Sentence: f.Sentence, Speaker: -1, Event: -1, Quote: -1}
	}
	t := b.asTold(b.closest(events, f.Span))
	if !t.Span.Contains(f.Span) {
		t.Span = f.Sentence
	}
	return t
}

// given is a table of tellings that are known.
func (b *bench) given(by map[int][]Telling) Table {
	var t Table
	for _, d := range b.besides(slices.Sorted(maps.Keys(by))) {
		c := Cell{Doc: d, Tellings: by[d]}
		for i := range c.Tellings {
			c.Stance = stronger(c.Stance, c.Tellings[i].Stance)
			c.Tellings[i].Nth = b.nth(d, c.Tellings[i].Sentence)
		}
		t.Cells = append(t.Cells, c)
	}
	return t
}

package compare

import (
	"cmp"
	"slices"

	"dateline/app/story"
)

// Kind says in what articles differ.
type Kind uint8

// The kinds, the most telling first.
const (
	Contradiction Kind = iota // one says that it is so, another that it is not
	Figures                   // they give different numbers of the same
	DoneOrPlanned             // one tells as done what another tells as planned or possible
	OnlyFigure                // a number of what several tell of stands in one only
	Agreement                 // several tell it alike, others are silent
)

var kindNames = [...]string{"contradiction", "figures", "otherwise", "only", "agreement"}

// String is the word that the command line prints.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[len(kindNames)-1]
}

// Difference is something in which articles differ, or that several of them tell.
type Difference struct {
	Kind    Kind
	Subject Subject // what to make a Table of to see it whole
	What    string  // an event's word; what is counted for figures
	Where   *story.Spot
	When    story.Moment
	Docs    []int    // the articles that tell of it, in order
	Says    int      // how many say or report it
	Denies  int      // how many deny it
	Other   int      // how many tell it as planned, possible or an opinion
	Asks    int      // how many only ask
	Silent  int      // how many tell nothing of it
	Figures []Figure // the numbers that differ, or the only one, in the order of the articles
	Events  []string // story.Event.Same of all that is told of here
	Score   float64  // what it is ordered by: more is more telling
}

// MostDifferences bounds the list.
const MostDifferences = 200

// Differences lists where articles differ, the most telling first. Docs are indices into Story.Articles; nil is all. The
// time it takes grows with the length of the story alone.
func Differences(s *story.Story, docs []int) []Difference {
	b := newBench(s, docs)
	if len(b.docs) == 0 {
		return nil
	}
	out := b.stances()
	figures := b.allFigures()
	differing := b.disagreeing(figures)
	out = slices.DeleteFunc(out, func(d Difference) bool { return d.Kind == Agreement && toldInFigures(&d, differing) })
	out = append(out, differing...)
	out = append(out, b.single(figures, differing)...)
	slices.SortStableFunc(out, func(x, y Difference) int {
		if x.Kind != y.Kind {
			return int(x.Kind) - int(y.Kind)
		}
		if d := cmp.Compare(y.Score, x.Score); d != 0 {
			return d
		}
		return cmp.Compare(x.Subject.Event, y.Subject.Event)
	})
	return out[:min(len(out), MostDifferences)]
}

// toldInFigures reports whether articles that tell an event alike give different numbers of it.
func toldInFigures(d *Difference, differing []Difference) bool {
	return slices.ContainsFunc(differing, func(f Difference) bool {
		return slices.ContainsFunc(f.Events, func(same string) bool { return slices.Contains(d.Events, same) })
	})
}

// stances are the events that several articles tell of, or on which even one gives two sides.
func (b *bench) stances() (out []Difference) {
	for _, same := range b.events() {
		tellings := b.ofEvent(same)
		if len(tellings) < 2 {
			continue
		}
		d := Difference{Kind: Agreement, Subject: Subject{Kind: SubjectEvent, Event: same}}
		both := false
		for _, c := range voices(tellings) {
			d.Docs = append(d.Docs, c.doc)
			d.Says += one(c.says)
			d.Denies += one(c.denies)
			d.Other += one(c.other && !c.says)
			d.Asks += one(c.asks && !c.says && !c.denies && !c.other)
			both = both || c.says && c.denies
		}
		d.Silent = len(b.besides(d.Docs)) - len(d.Docs)
		if !b.likely(same) && !(both && kinds[b.s.Events[b.same[same][0]].What] != "" && b.surest(same) >= leastBoth) || len(d.Docs)-d.Asks < 2 && !both {
			continue
		}
		kin := b.kinship(same, false)
		switch {
		case d.Denies > 0 && d.Says > 0:
			d.Kind, kin = Contradiction, b.opposed(tellings)
		case d.Other > 0 && d.Says > 0:
			d.Kind = DoneOrPlanned
		default:
			kin = min(kin, b.kinship(same, true))
		}
		d.What, d.Where, d.When = b.heading(d.Subject)
		if d.Where == nil && !narrow(d.When) || kin < kinLeast {
			continue
		}
		d.Events = b.sames(same)
		d.Score = float64(len(d.Docs)) * (kin + b.surest(same))
		out = append(out, d)
	}
	return out
}

// leastBoth is the probability from which an event is listed that one article has somebody say and somebody deny: that two sides
// speak of it says that it is something, though its place and its day may be open.
const leastBoth = 0.2

// likely reports whether one of the tellings of a matter is.
func (b *bench) likely(same string) bool {
	return slices.ContainsFunc(b.same[same], func(k int) bool { return b.s.Events[k].IsLikely() })
}

// sames are the events that are one matter.
func (b *bench) sames(same string) (out []string) {
	for _, k := range b.same[same] {
		if s := b.s.Events[k].Same; !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// opposed is the largest part of their words of meaning that a sentence which says so and one which denies it share, names of
// places and days aside: that no gate was opened in a town does not deny that a shop was.
func (b *bench) opposed(tellings []placed) (best float64) {
	if len(tellings) > 2*kinMost {
		tellings = tellings[:2*kinMost]
	}
	for _, x := range tellings {
		for _, y := range tellings {
			if x.Stance == Denies && (y.Stance == Says || y.Stance == Reports) {
				best = max(best, alike(b.stems(x.doc, x.whole(), true), b.stems(y.doc, y.whole(), true)))
				if x.Event < 0 || y.Event < 0 || kinds[b.s.Events[x.Event].What] == "" {
					continue
				}
				best = max(best, within(b.stems(x.doc, x.Span, true), b.stems(y.doc, y.Span, true)))
				if x.doc == y.doc && b.s.Events[x.Event].What != b.s.Events[y.Event].What { // "surrounded", "trapped": two words for one thing
					best = max(best, kinLeast)
				}
			}
		}
	}
	return best
}

// whole is the sentence of a telling; its clause where it stands in none.
func (t *Telling) whole() story.Span {
	if t.Sentence.Empty() {
		return t.Span
	}
	return t.Sentence
}

// alike is the part of the words of the shorter of two clauses that the other has too; one word in common is none.
func alike(x, y map[string]bool) float64 {
	n := 0
	for w := range x {
		n += one(y[w])
	}
	if least := min(len(x), len(y)); n > 1 && least > 0 {
		return float64(n) / float64(least)
	}
	return 0
}

// within is 1 where all words of one clause are in the other: "that Porto is encircled".
func within(x, y map[string]bool) float64 {
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return 0
		}
	}
	return float64(one(len(x) > 0))
}

// stems are the words of meaning of a stretch; bare leaves the names of places and days out.
func (b *bench) stems(doc int, at story.Span, bare bool) map[string]bool {
	a := b.s.Articles[doc]
	out := map[string]bool{}
	for _, t := range tokens(a.Text, at) {
		if t.stem != "" && !(bare && (inToponym(a, t.span) || inTimex(a, t.span))) {
			out[t.stem] = true
		}
	}
	return out
}

// kinLeast is how much of their words of meaning the clauses of two articles must share to be told as differing: set on
// our own stories, so that a verb and a place alone ("hold", in Kursk) are no common event.
const kinLeast = 0.2

// narrowDays is how many days a Moment may have that says which happening is meant where no place does.
const narrowDays = 3

func narrow(m story.Moment) bool {
	return m.Dated() && m.Earliest.Bounded() && m.Latest.Bounded() && m.Latest-m.Earliest < narrowDays
}

// surest is the probability of the likeliest telling of an event.
func (b *bench) surest(same string) (p float64) {
	for _, k := range b.same[same] {
		p = max(p, b.s.Events[k].P)
	}
	return p
}

// kinMost bounds how many articles are held against each other word by word to see whether they tell of one thing.
const kinMost = 8

// kinship is the largest part of their words of meaning that the clauses of two articles about an event share, 0 to 1; bare
// leaves the names of places and days out.
func (b *bench) kinship(same string, bare bool) (best float64) {
	var docs []int
	words := map[int]map[string]bool{}
	for _, k := range b.same[same] {
		e := &b.s.Events[k]
		if words[e.Doc] == nil {
			if len(docs) == kinMost {
				break
			}
			words[e.Doc] = map[string]bool{}
			docs = append(docs, e.Doc)
		}
		for w := range b.stems(e.Doc, e.Span, bare) {
			words[e.Doc][w] = true
		}
	}
	for i, x := range docs {
		for _, y := range docs[:i] {
			best = max(best, alike(words[x], words[y]))
		}
	}
	return best
}

// events are the events in the order of their first telling.
func (b *bench) events() (out []string) {
	seen := map[string]bool{}
	for i := range b.s.Events {
		if same := b.matter(b.s.Events[i].Same); !seen[same] && len(b.same[same]) > 0 {
			seen[same] = true
			out = append(out, same)
		}
	}
	return out
}

// voice is what one article does with an event: several of these where it gives several sides.
type voice struct {
	doc                       int
	says, denies, other, asks bool
}

func (v *voice) take(s Stance) {
	v.says = v.says || s == Says || s == Reports
	v.denies = v.denies || s == Denies
	v.other = v.other || s == Otherwise
	v.asks = v.asks || s == Asks
}

func voiceOf(c *Cell) (v voice) {
	for i := range c.Tellings {
		v.take(c.Tellings[i].Stance)
	}
	return v
}

// voices are the articles that tell of an event, in order.
func voices(tellings []placed) (out []voice) {
	for _, t := range tellings {
		i, ok := slices.BinarySearchFunc(out, t.doc, func(v voice, d int) int { return v.doc - d })
		if !ok {
			out = slices.Insert(out, i, voice{doc: t.doc})
		}
		out[i].take(t.Stance)
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

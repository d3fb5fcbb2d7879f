package compare

import (
	"slices"
	"strings"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// matters joins tellings of what one article denies or asks and another tells: "was the dam opened", "no gate was opened on
// Sunday", "the dam had been opened, the mayor said on Tuesday". The story keeps them apart where the day of speech is all
// that dates one of them; to see who says what of it they are one.
func (b *bench) matters() {
	type key struct {
		what  string
		group int
	}
	group := b.groups()
	by := map[key][]string{}
	var order []key
	for _, same := range b.events() {
		e := &b.s.Events[b.same[same][0]]
		k := key{kindOf(e.What), group[e.Doc]}
		if len(by[k]) == 0 {
			order = append(order, k)
		}
		if len(by[k]) < mostKin {
			by[k] = append(by[k], same)
		}
	}
	for _, k := range order {
		if len(by[k]) > 1 {
			b.joinMatters(by[k])
		}
	}
	if len(b.one) > 0 {
		b.list()
	}
}

// mostKin bounds how many events of one word are held against each other.
const mostKin = 24

// joinMatters joins those of some events of one word that are one matter.
func (b *bench) joinMatters(list []string) {
	open := make([]bool, len(list)) // it is denied or asked
	for i, same := range list {
		open[i] = slices.ContainsFunc(b.same[same], func(k int) bool { s := b.asTold(k).Stance; return s == Denies || s == Asks })
	}
	for i := range list {
		for k := range list {
			if open[i] && b.matter(list[i]) != b.matter(list[k]) && (!open[k] && b.oneMatter(list[i], list[k]) || b.inPassing(list[i], list[k])) {
				b.joinTwo(b.matter(list[k]), b.matter(list[i]))
			}
		}
	}
}

func (b *bench) joinTwo(from, to string) {
	for s, m := range b.one {
		if m == from {
			b.one[s] = to
		}
	}
	b.one[from] = to
}

// matter is the event that stands for an event and all that are one matter with it.
func (b *bench) matter(same string) string {
	if m, ok := b.one[same]; ok {
		return m
	}
	return same
}

// Of the events of a matter, both must be at one place, on days that can be the same, and share a word beside their own.
func (b *bench) oneMatter(open, told string) bool {
	for _, x := range b.same[open] {
		for _, y := range b.same[told] {
			e, o := &b.s.Events[x], &b.s.Events[y]
			if b.s.Events[y].IsLikely() && onePlace(e.Where, o.Where) && toldLater(e.When, o.When) && b.shareWords(b.same[open], y) {
				return true
			}
		}
	}
	return false
}

// inPassing reports whether an article that tells of an event tells of the other too, by a word of the same kind and without a
// place of its own, or one that is hardly known: "Ana denied that Porto was encircled. Bo says that it is surrounded."
func (b *bench) inPassing(open, other string) bool {
	for _, x := range b.same[open] {
		for _, y := range b.same[other] {
			e, o := &b.s.Events[x], &b.s.Events[y]
			if e.Doc != o.Doc || o.Named != "" || !toldLater(e.When, o.When) {
				continue
			}
			if o.Where == nil && e.Where != nil || kinds[o.What] != "" && !o.IsLikely() {
				return true
			}
		}
	}
	return false
}

// kindOf is the word that stands for all that tell of one kind of happening.
func kindOf(what string) string {
	if k, ok := kinds[what]; ok {
		return k
	}
	return what
}

var kinds = func() map[string]string {
	m := map[string]string{}
	for _, list := range [...]string{"encircle encirclement surround besiege siege entrap entrapment trap", "open opening", "close closure", "destroy destruction", "withdraw withdrawal",
		"attack assault raid", "strike strikes", "kill killing", "arrest detain detention", "resign resignation step-down", "collapse fall-in cave-in", "explode explosion blast"} {
		words := strings.Fields(list)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

// onePlace reports whether two places are one, or one is the country that the other lies in: "no gate was opened", by somebody of
// Portugal, is said of the gate at Faro.
func onePlace(a, b *story.Spot) bool {
	return a != nil && b != nil && !a.Actor && !b.Actor && (a.Place.ID == b.Place.ID || inCountry(&a.Place, &b.Place))
}

// inCountry reports whether two places are a country and what lies in it.
func inCountry(a, b *geo.Place) bool {
	return a.Country != "" && a.Country == b.Country && (a.Kind == geo.KindCountry || b.Kind == geo.KindCountry)
}

// laterDays is how many days a telling that has no day of its own may be later than what it tells of: as long as a quarrel lasts
// in the papers.
const laterDays = 14

// toldLater reports whether two tellings can be of one day: both may be, or one that is dated by the day of speech or of
// publication alone is a little later than the other.
func toldLater(a, b story.Moment) bool {
	if !a.Dated() || !b.Dated() || a.Earliest <= b.Latest && b.Earliest <= a.Latest {
		return true
	}
	if a.Earliest > b.Earliest {
		a, b = b, a
	}
	return b.Earliest-a.Latest <= laterDays && loose(b)
}

// loose reports whether a day may be that on which something is told, and not that on which it happened.
func loose(m story.Moment) bool { return m.Basis != story.BasisClause && m.Basis != story.BasisGiven }

// shareWords reports whether the sentence of a telling shares a word of meaning with one of the sentences of others, beside the
// word of the event and the names of places.
func (b *bench) shareWords(others []int, k int) bool {
	mine := b.ownWords(k)
	for _, o := range others {
		for w := range b.ownWords(o) {
			if mine[w] {
				return true
			}
		}
	}
	return false
}

// ownWords are the words of meaning of a telling's sentence but its own word, names of places and days.
func (b *bench) ownWords(k int) map[string]bool {
	e := &b.s.Events[k]
	a := b.s.Articles[e.Doc]
	out := map[string]bool{}
	for _, t := range tokens(a.Text, whole(e)) {
		if t.stem != "" && !e.Trigger.Overlaps(t.span) && !inToponym(a, t.span) && !inTimex(a, t.span) {
			out[t.stem] = true
		}
	}
	return out
}

// whole is the sentence of a telling; its clause where it stands in none.
func whole(e *story.Event) story.Span {
	if e.Sentence.Empty() {
		return e.Span
	}
	return e.Sentence
}

// groups gives for each article of the story the group of those that tell of the same.
func (b *bench) groups() []int {
	out := make([]int, len(b.s.Articles))
	for g := range b.s.Groups {
		for _, d := range b.s.Groups[g].Articles {
			out[d] = g
		}
	}
	return out
}

func inToponym(a *story.Article, at story.Span) bool {
	i, _ := slices.BinarySearchFunc(a.Toponyms, at.Start, func(t story.Toponym, start int) int {
		if t.Span.End <= start {
			return -1
		}
		return 1
	})
	return i < len(a.Toponyms) && a.Toponyms[i].Span.Overlaps(at)
}

// asks reports whether what stands at some words of a sentence is asked and not told: the sentence is a question, or what is
// quoted there ends with a question mark, or the clause begins with "whether".
func asks(text string, sentence, clause, at story.Span) bool {
	if sentence.Empty() {
		sentence = clause
	}
	if at.Empty() {
		at = story.Span{Start: clause.Start, End: clause.Start}
	}
	if first, _, _ := strings.Cut(strings.ToLower(clause.In(text)), " "); first == "whether" || first == "ob" {
		return true
	}
	said := strings.TrimRight(sentence.In(text), " \n\t\r\"'”’»“)]*_")
	for _, mark := range questionMarks {
		if strings.HasSuffix(said, mark) {
			return true
		}
		if at.End > sentence.End {
			continue
		}
		rest := text[at.End:sentence.End]
		if i := strings.Index(rest, mark); i >= 0 && strings.HasPrefix(strings.TrimLeft(rest[i+len(mark):], " "), "”") && !strings.Contains(rest[:i], "“") && !strings.Contains(rest[:i], "”") {
			return true
		}
	}
	return false
}

var questionMarks = [...]string{"?", "？", "؟"}

// Stand is what the article of an event does with it.
type Stand struct {
	Matter  string   // story.Event.Same that stands for it and for all that are one matter with it
	Stances []Stance // none of a place that is only named
}

// Stands tells for each event of the story what its article does with it, so that a table can be counted.
func Stands(s *story.Story) []Stand {
	b := newBench(s, nil)
	out := make([]Stand, len(s.Events))
	for i := range out {
		out[i].Matter = b.matter(s.Events[i].Same)
	}
	for _, same := range b.events() {
		for _, t := range b.ofEvent(same) {
			if !slices.Contains(out[t.Event].Stances, t.Stance) {
				out[t.Event].Stances = append(out[t.Event].Stances, t.Stance)
			}
		}
	}
	return out
}

// near reports whether two places can be meant by one report: one of them is not known, they are the same, one lies in the
// other, or they are not far apart.
func near(a, b *story.Spot, km float64) bool {
	switch {
	case a == nil || b == nil || a.Place.ID == b.Place.ID:
		return true
	case inCountry(&a.Place, &b.Place):
		return true
	}
	return gazetteer.Kilometres(a.Place.Point, b.Place.Point) <= km+a.Place.SpanKM/2+b.Place.SpanKM/2
}

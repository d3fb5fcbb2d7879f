package compare

import (
	"math"
	"slices"

	"dateline/app/story"
	"dateline/geo"
)

// told is a figure and the event whose sentence it stands in.
type told struct {
	Figure
	event int // index into Story.Events
}

// allFigures are the numbers of the sentences that tell of likely events, each with the event it stands nearest to; and what
// became of people, of all sentences that tell of anything.
func (b *bench) allFigures() (out []told) {
	type at struct {
		doc, start int
	}
	sentence := map[at][]int{}
	var order []at
	for i := range b.s.Events {
		e := &b.s.Events[i]
		if !b.in[e.Doc] || e.Sentence.Empty() || !b.s.Articles[e.Doc].ZoneAt(e.Sentence.Start).Counts() {
			continue
		}
		k := at{e.Doc, e.Sentence.Start}
		if sentence[k] == nil {
			order = append(order, k)
		}
		sentence[k] = append(sentence[k], i)
	}
	for _, k := range order {
		events := sentence[k]
		likely := slices.DeleteFunc(slices.Clone(events), func(i int) bool { return !b.s.Events[i].IsLikely() })
		if len(likely) > 0 {
			events = likely
		}
		for _, f := range b.figures(k.doc, b.s.Events[events[0]].Sentence) {
			if len(likely) > 0 || slices.Contains(fates, f.Of) {
				out = append(out, told{f, b.closest(events, f.Span)})
			}
		}
	}
	return out
}

// closest is the event whose word stands nearest to a figure; one in whose clause the figure stands goes before.
func (b *bench) closest(events []int, at story.Span) int {
	best, least := events[0], math.MaxInt
	for _, i := range events {
		e := &b.s.Events[i]
		d := max(at.Start-e.Trigger.End, e.Trigger.Start-at.End, 0)
		if e.Trigger.Empty() {
			d = e.Span.Len()
		}
		if !e.Span.Contains(at) {
			d += 1000
		}
		if d < least {
			best, least = i, d
		}
	}
	return best
}

// disagreeing are the numbers of one disaster, of one event, or of one thing at one place on one day, that differ between
// articles.
func (b *bench) disagreeing(figures []told) (out []Difference) {
	type key struct {
		of    string
		same  string
		place geo.PlaceID
		day   story.Day
	}
	by := map[key][]told{}
	var order []key
	add := func(k key, f told) {
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], f)
	}
	for _, f := range figures {
		e := &b.s.Events[f.event]
		add(key{of: f.Of, same: b.matter(e.Same)}, f)
		if slices.Contains(fates, f.Of) && e.Where != nil && e.When.Dated() && e.When.Latest-e.When.Earliest <= 1 {
			add(key{of: f.Of, place: e.Where.Place.ID, day: e.When.Latest}, f)
		}
	}
	lists := b.tolls(figures)
	for _, k := range order {
		if list := perArticle(by[k]); len(list) > 1 && differ(list) {
			lists = append(lists, list)
		}
	}
	type at struct{ doc, start int }
	used := map[at]bool{}
	for _, list := range lists {
		if slices.ContainsFunc(list, func(f told) bool { return used[at{f.Doc, f.Span.Start}] }) {
			continue
		}
		for _, f := range list {
			used[at{f.Doc, f.Span.Start}] = true
		}
		d := b.ofFigures(Figures, list)
		d.Score += spread(list) + weight(list[0].Of)
		out = append(out, d)
	}
	return out
}

// perArticle keeps of each article the last number that it gives: a count that an article corrects is the one that holds.
func perArticle(list []told) (out []told) {
	at := map[int]int{}
	for _, f := range list {
		i, ok := at[f.Doc]
		if !ok {
			i = len(out)
			at[f.Doc] = i
			out = append(out, f)
		}
		out[i] = f
	}
	slices.SortStableFunc(out, func(x, y told) int { return x.Doc - y.Doc })
	return out
}

func differ(list []told) bool {
	return slices.ContainsFunc(list[1:], func(f told) bool { return f.Value != list[0].Value })
}

// spread is how far numbers lie apart, 0 to 1.
func spread(list []told) float64 {
	lo, hi := list[0].Value, list[0].Value
	for _, f := range list {
		lo, hi = min(lo, f.Value), max(hi, f.Value)
	}
	if hi <= 0 {
		return 0
	}
	return (hi - lo) / hi
}

func (b *bench) ofFigures(k Kind, list []told) Difference {
	e := &b.s.Events[list[0].event]
	d := Difference{Kind: k, Subject: Subject{Kind: SubjectEvent, Event: b.matter(e.Same)}, What: list[0].Of, Says: len(list)}
	places := map[geo.PlaceID]int{}
	for _, f := range list {
		d.Docs = append(d.Docs, f.Doc)
		d.Figures = append(d.Figures, f.Figure)
		e := &b.s.Events[f.event]
		if !slices.Contains(d.Events, e.Same) {
			d.Events = append(d.Events, e.Same)
		}
		if e.Where != nil {
			places[e.Where.Place.ID]++
			more := 1
			if d.Where != nil {
				more = places[e.Where.Place.ID] - places[d.Where.Place.ID]
			}
			if more > 0 || more == 0 && d.Where.Place.Population == 0 { // a town says more than a river
				d.Where = e.Where
			}
		}
		if e.When.Dated() && (!d.When.Dated() || e.When.Latest-e.When.Earliest < d.When.Latest-d.When.Earliest) {
			d.When = e.When
		}
	}
	d.Silent = len(b.besides(d.Docs)) - len(list)
	d.Score = float64(len(list))
	return d
}

// weight says how telling it is what is counted: what became of people first, then people, land, money, buildings.
func weight(of string) float64 {
	switch {
	case of == "dead":
		return 3
	case slices.Contains(fates, of):
		return 2
	case isUnit[of]:
		return 1
	}
	return 0
}

// leastOnly is the number from which on something that nobody has a word for in the table of units is told as standing in one
// article only: two neighbours are no matter to compare.
const leastOnly = 20

// single are numbers that one article alone gives, at a place or of an event that others tell of too, but those that
// differing has.
func (b *bench) single(figures []told, differing []Difference) (out []Difference) {
	if len(b.docs) < 2 {
		return nil
	}
	type key struct {
		of    string
		value float64
	}
	docs := map[key]map[int]bool{}
	for _, f := range figures {
		k := key{f.Of, f.Value}
		if docs[k] == nil {
			docs[k] = map[int]bool{}
		}
		docs[k][f.Doc] = true
	}
	at := b.articlesAt()
	seen := map[key]bool{}
	for i := range differing {
		for _, f := range differing[i].Figures {
			seen[key{f.Of, f.Value}] = true
		}
	}
	for _, f := range figures {
		k := key{f.Of, f.Value}
		e := &b.s.Events[f.event]
		if len(docs[k]) > 1 || seen[k] || e.Where == nil || len(at[e.Where.Place.ID]) < 2 || !isUnit[f.Of] && f.Value < leastOnly || slices.Contains(fates, f.Of) && b.partial(&f.Figure) {
			continue
		}
		seen[k] = true
		d := b.ofFigures(OnlyFigure, []told{f})
		d.Score = math.Log10(1+f.Value) + math.Log1p(float64(len(at[e.Where.Place.ID]))) + 2*weight(f.Of)
		out = append(out, d)
	}
	return out
}

// articlesAt is for each place the articles in which something happens there.
func (b *bench) articlesAt() map[geo.PlaceID]map[int]bool {
	out := map[geo.PlaceID]map[int]bool{}
	for i := range b.s.Events {
		e := &b.s.Events[i]
		if e.Where == nil || !b.in[e.Doc] || e.Mention {
			continue
		}
		if out[e.Where.Place.ID] == nil {
			out[e.Where.Place.ID] = map[int]bool{}
		}
		out[e.Where.Place.ID][e.Doc] = true
	}
	return out
}

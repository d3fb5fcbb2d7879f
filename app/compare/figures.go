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

// allFigures are the numbers of the sentences that tell of likely events: each with the event it stands nearest to.
func (b *bench) allFigures() (out []told) {
	type at struct {
		doc, start int
	}
	nearest := map[at][]int{}
	var order []at
	for i := range b.s.Events {
		e := &b.s.Events[i]
		if !b.in[e.Doc] || !e.IsLikely() || e.Sentence.Empty() || !b.s.Articles[e.Doc].ZoneAt(e.Sentence.Start).Counts() {
			continue
		}
		k := at{e.Doc, e.Sentence.Start}
		if nearest[k] == nil {
			order = append(order, k)
		}
		nearest[k] = append(nearest[k], i)
	}
	for _, k := range order {
		events := nearest[k]
		for _, f := range b.figures(k.doc, b.s.Events[events[0]].Sentence) {
			out = append(out, told{f, b.closest(events, f.Span)})
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

// disagreeing are the numbers of one event, or of one thing at one place on one day, that differ between articles.
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
		add(key{of: f.Of, same: e.Same}, f)
		if slices.Contains(fates, f.Of) && e.Where != nil && e.When.Dated() && e.When.Latest-e.When.Earliest <= 1 {
			add(key{of: f.Of, place: e.Where.Place.ID, day: e.When.Latest}, f)
		}
	}
	used := map[story.Span]map[int]bool{}
	for _, k := range order {
		list := perArticle(by[k])
		if len(list) < 2 || !differ(list) || used[list[0].Span][list[0].Doc] {
			continue
		}
		d := b.ofFigures(Figures, list)
		d.Score += spread(list)
		for _, f := range list {
			if used[f.Span] == nil {
				used[f.Span] = map[int]bool{}
			}
			used[f.Span][f.Doc] = true
		}
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
	d := Difference{Kind: k, Subject: Subject{Kind: SubjectEvent, Event: e.Same}, What: list[0].Of, Where: e.Where, When: e.When, Says: len(list), Silent: len(b.docs) - len(list)}
	for _, f := range list {
		d.Docs = append(d.Docs, f.Doc)
		d.Figures = append(d.Figures, f.Figure)
	}
	d.Score = float64(len(list))
	return d
}

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
		if len(docs[k]) > 1 || seen[k] || e.Where == nil || len(at[e.Where.Place.ID]) < 2 {
			continue
		}
		seen[k] = true
		d := b.ofFigures(OnlyFigure, []told{f})
		d.Score = math.Log1p(f.Value) + float64(len(at[e.Where.Place.ID]))
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

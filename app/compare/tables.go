package compare

import (
	"cmp"
	"slices"

	"dateline/app/story"
	"dateline/geo"
)

// Entry is a row of the table of people or of places: somebody or some place under all names, with counts.
type Entry struct {
	Speaker     int       // index into Story.Speakers; -1 of a place
	Place       geo.Place // of a place
	Names       []string  // the spellings in the texts, sorted
	Docs        int       // articles that it is counted in
	Events      int       // likely events that are somebody's or are there
	Quotes      int       // quotes in quotation marks: of somebody, or said there
	First, Last story.Day // the days of these events and quotes
	Dated       bool      // any of them has a day

	last int // the article counted last, plus one
	docs map[int]bool
}

// count takes a mention in an article into account.
func (e *Entry) count(doc int, when *story.Moment) {
	if e.last != doc+1 && !e.docs[doc] {
		if e.docs == nil {
			e.docs = map[int]bool{}
		}
		e.docs[doc] = true
		e.Docs++
	}
	e.last = doc + 1
	for _, d := range [...]story.Day{when.Earliest, when.Latest} {
		switch {
		case !when.Dated() || !d.Bounded():
		case !e.Dated:
			e.First, e.Last, e.Dated = d, d, true
		default:
			e.First, e.Last = min(e.First, d), max(e.Last, d)
		}
	}
}

// People are all who are quoted or act in some articles, those of most articles first. Docs are indices into Story.Articles; nil is
// all.
func People(s *story.Story, docs []int) []Entry {
	in := chosen(s, docs)
	all := make([]Entry, len(s.Speakers))
	for i := range all {
		all[i] = Entry{Speaker: i, Names: s.Speakers[i].Aliases}
	}
	for i := range s.Events {
		e := &s.Events[i]
		if !in[e.Doc] || e.Mention || !e.IsLikely() {
			continue
		}
		for k, who := range e.Who {
			if !slices.Contains(e.Who[:k], who) {
				all[who].Events++
				all[who].count(e.Doc, &e.When)
			}
		}
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if in[q.Doc] && q.Kind == story.QuoteDirect && !q.Scare && q.Speaker >= 0 {
			all[q.Speaker].Quotes++
			all[q.Speaker].count(q.Doc, &q.When)
		}
	}
	return ranked(all, func(e *Entry) string { return s.Speakers[e.Speaker].Name })
}

// Places are all places where something happens or is said in some articles, those of most articles first.
func Places(s *story.Story, docs []int) []Entry {
	in := chosen(s, docs)
	at, all := map[geo.PlaceID]int{}, []Entry(nil)
	of := func(p *geo.Place) *Entry {
		k, ok := at[p.ID]
		if !ok {
			k = len(all)
			at[p.ID], all = k, append(all, Entry{Speaker: -1, Place: *p})
		}
		return &all[k]
	}
	for i := range s.Events {
		e := &s.Events[i]
		if in[e.Doc] && !e.Mention && e.IsLikely() && e.Where != nil && !e.Where.Actor {
			x := of(&e.Where.Place)
			x.Events++
			x.count(e.Doc, &e.When)
		}
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if in[q.Doc] && q.Kind == story.QuoteDirect && !q.Scare && q.Where != nil && !q.Where.Actor {
			x := of(&q.Where.Place)
			x.Quotes++
			x.count(q.Doc, &q.When)
		}
	}
	for d, a := range s.Articles {
		for i := range a.Toponyms {
			t := &a.Toponyms[i]
			if k, ok := at[t.Place.ID]; in[d] && t.Placed && ok && !slices.Contains(all[k].Names, t.Name) {
				all[k].Names = append(all[k].Names, t.Name)
			}
		}
	}
	for i := range all {
		slices.Sort(all[i].Names)
	}
	return ranked(all, func(e *Entry) string { return e.Place.Name })
}

// chosen marks the articles that are counted; nil is all.
func chosen(s *story.Story, docs []int) []bool {
	in := make([]bool, len(s.Articles))
	for i := range in {
		in[i] = docs == nil
	}
	for _, d := range docs {
		in[d] = true
	}
	return in
}

// ranked leaves out who is counted nowhere, and puts those of most articles first.
func ranked(all []Entry, name func(*Entry) string) []Entry {
	all = slices.DeleteFunc(all, func(e Entry) bool { return e.Docs == 0 })
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(b.Docs-a.Docs, b.Events+b.Quotes-a.Events-a.Quotes, cmp.Compare(name(&a), name(&b)))
	})
	return all
}

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
	By          []Part    // how much is counted in each of them, in order of the articles
	Events      int       // likely events that are somebody's or are there
	Quotes      int       // quotes in quotation marks: of somebody, or said there
	First, Last story.Day // the days of these events and quotes
	Dated       bool      // any of them has a day
}

// Part is how many events and quotes of an Entry stand in one article.
type Part struct{ Doc, N int }

// In is how many events and quotes stand in an article.
func (e *Entry) In(doc int) int {
	if i, ok := e.at(doc); ok {
		return e.By[i].N
	}
	return 0
}

func (e *Entry) at(doc int) (int, bool) {
	return slices.BinarySearchFunc(e.By, doc, func(p Part, doc int) int { return p.Doc - doc })
}

// count takes a mention in an article into account.
func (e *Entry) count(doc int, when *story.Moment) {
	i, ok := e.at(doc)
	if !ok {
		e.Docs++
		e.By = slices.Insert(e.By, i, Part{Doc: doc})
	}
	e.By[i].N++
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
func People(s *story.Story, docs []int) []Entry { return PeopleIn(s, all(s, docs)) }

// Places are all places where something happens or is said in some articles, those of most articles first.
func Places(s *story.Story, docs []int) []Entry { return PlacesIn(s, all(s, docs)) }

// all is what is to be seen of some articles where nothing else narrows it.
func all(s *story.Story, docs []int) story.View {
	var f story.Filter
	for _, d := range docs {
		f.Articles = append(f.Articles, s.Articles[d].ID)
	}
	return story.Visible(s, story.Period{}, f)
}

// PeopleIn is People of what is visible.
func PeopleIn(s *story.Story, v story.View) []Entry {
	out := make([]Entry, len(s.Speakers))
	for i := range out {
		out[i] = Entry{Speaker: i, Names: s.Speakers[i].Aliases}
	}
	for _, i := range v.Events {
		e := &s.Events[i]
		for k, who := range e.Who {
			if !slices.Contains(e.Who[:k], who) {
				out[who].Events++
				out[who].count(e.Doc, &e.When)
			}
		}
	}
	for _, i := range v.Quotes {
		if q := &s.Quotes[i]; q.Kind == story.QuoteDirect && !q.Scare && q.Speaker >= 0 {
			out[q.Speaker].Quotes++
			out[q.Speaker].count(q.Doc, &q.When)
		}
	}
	return ranked(out, func(e *Entry) string { return s.Speakers[e.Speaker].Name })
}

// PlacesIn is Places of what is visible.
func PlacesIn(s *story.Story, v story.View) []Entry {
	at, out := map[geo.PlaceID]int{}, []Entry(nil)
	of := func(p *geo.Place) *Entry {
		k, ok := at[p.ID]
		if !ok {
			k = len(out)
			at[p.ID], out = k, append(out, Entry{Speaker: -1, Place: *p})
		}
		return &out[k]
	}
	for _, i := range v.Events {
		if e := &s.Events[i]; e.Where != nil && !e.Where.Actor {
			x := of(&e.Where.Place)
			x.Events++
			x.count(e.Doc, &e.When)
		}
	}
	for _, i := range v.Quotes {
		if q := &s.Quotes[i]; q.Kind == story.QuoteDirect && !q.Scare && q.Where != nil && !q.Where.Actor {
			x := of(&q.Where.Place)
			x.Quotes++
			x.count(q.Doc, &q.When)
		}
	}
	for d, a := range s.Articles {
		for i := range a.Toponyms {
			t := &a.Toponyms[i]
			if k, ok := at[t.Place.ID]; ok && t.Placed && out[k].In(d) > 0 && !slices.Contains(out[k].Names, t.Name) {
				out[k].Names = append(out[k].Names, t.Name)
			}
		}
	}
	for i := range out {
		slices.Sort(out[i].Names)
	}
	return ranked(out, func(e *Entry) string { return e.Place.Name })
}

// ranked leaves out who is counted nowhere, and puts those of most articles first.
func ranked(all []Entry, name func(*Entry) string) []Entry {
	all = slices.DeleteFunc(all, func(e Entry) bool { return e.Docs == 0 })
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(b.Docs-a.Docs, b.Events+b.Quotes-a.Events-a.Quotes, cmp.Compare(name(&a), name(&b)))
	})
	return all
}

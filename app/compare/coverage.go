package compare

import (
	"cmp"
	"slices"

	"dateline/app/story"
	"dateline/geo"
)

// Covered is a place or a day, and how many events of each article are there.
type Covered struct {
	Subject Subject
	Place   geo.Place // of a place
	Counts  []int     // for each of the articles compared, in their order
	All     int       // their sum
	Docs    int       // how many articles tell of it
}

// Coverage says what articles cover and leave out: places, those most articles tell of first, and days in order. Counted
// are likely events that are told as having happened; a day is counted where an event is known to be of that day alone.
func Coverage(s *story.Story, docs []int) (places, days []Covered) {
	b := newBench(s, docs)
	column := map[int]int{}
	for i, d := range b.docs {
		column[d] = i
	}
	atPlace, atDay := map[geo.PlaceID]int{}, map[story.Day]int{}
	for i := range s.Events {
		e := &s.Events[i]
		if !b.in[e.Doc] || e.Mention || !e.IsLikely() || !e.Modality.Real() {
			continue
		}
		if e.Where != nil {
			k, ok := atPlace[e.Where.Place.ID]
			if !ok {
				k = len(places)
				atPlace[e.Where.Place.ID] = k
				places = append(places, Covered{Subject: Subject{Kind: SubjectPlace, Place: e.Where.Place.ID}, Place: e.Where.Place, Counts: make([]int, len(b.docs))})
			}
			places[k].add(column[e.Doc])
		}
		if e.When.Dated() && e.When.Earliest == e.When.Latest {
			k, ok := atDay[e.When.Earliest]
			if !ok {
				k = len(days)
				atDay[e.When.Earliest] = k
				days = append(days, Covered{Subject: Subject{Kind: SubjectDay, Day: e.When.Earliest}, Counts: make([]int, len(b.docs))})
			}
			days[k].add(column[e.Doc])
		}
	}
	slices.SortStableFunc(places, func(x, y Covered) int {
		return cmp.Or(y.Docs-x.Docs, y.All-x.All, cmp.Compare(x.Place.Name, y.Place.Name))
	})
	slices.SortStableFunc(days, func(x, y Covered) int { return cmp.Compare(x.Subject.Day, y.Subject.Day) })
	return places, days
}

func (c *Covered) add(column int) {
	if c.Counts[column] == 0 {
		c.Docs++
	}
	c.Counts[column]++
	c.All++
}

package assemble

import (
	"slices"
	"strconv"
	"strings"

	"dateline/app/event"
	"dateline/app/reading/name"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// cast is who speaks and acts in the story: one identity for each, whatever the articles call it.
type cast struct {
	gaz    *gazetteer.Index
	w      *Weights
	all    []story.Speaker
	docs   []int            // article that last added to the identity
	exact  map[string]int   // kind and plain name
	family map[string][]int // people, by how their last name begins
	seats  map[string]*story.Spot
}

func newCast(gaz *gazetteer.Index, w *Weights) *cast {
	return &cast{gaz: gaz, w: w, exact: map[string]int{}, family: map[string][]int{}, seats: map[string]*story.Spot{}}
}

// add joins a speaker of article doc to the story and gives its index. Two speakers of one article stay two.
func (c *cast) add(doc int, s story.Speaker) int {
	plain := event.PlainName(s.Name)
	key := strconv.Itoa(int(s.Kind)) + plain
	if s.Kind == story.SpeakerRole && s.Country == "" {
		key += "/" + strconv.Itoa(doc) // "officials" of one article are not those of another
	}
	if i, ok := c.exact[key]; ok {
		c.merge(i, doc, s)
		return i
	}
	family := ""
	if s.Kind == story.SpeakerPerson {
		family = event.FamilyOf(plain)
		for _, i := range c.family[family] {
			if c.docs[i] != doc && name.Same(c.all[i].Name, s.Name) && (c.all[i].Gender == 0 || s.Gender == 0 || c.all[i].Gender == s.Gender) {
				c.merge(i, doc, s)
				c.exact[key] = i
				return i
			}
		}
	}
	i := len(c.all)
	s.Aliases = withName(s.Aliases, s.Name)
	c.all, c.docs = append(c.all, s), append(c.docs, doc)
	c.exact[key] = i
	if family != "" {
		c.family[family] = append(c.family[family], i)
	}
	return i
}

// merge adds what one more article says of identity i. The longer name stands; of two as long, the first.
func (c *cast) merge(i, doc int, s story.Speaker) {
	have := &c.all[i]
	c.docs[i] = doc
	aliases := append(slices.Clone(have.Aliases), s.Aliases...)
	if strings.Count(s.Name, " ") > strings.Count(have.Name, " ") {
		have.Name = s.Name
	}
	have.Aliases = withName(aliases, s.Name)
	if have.Role == "" {
		have.Role = s.Role
	}
	if have.Gender == 0 {
		have.Gender = s.Gender
	}
	if have.Country == "" {
		have.Country = s.Country
	}
}

func withName(aliases []string, s string) []string {
	out := append(slices.Clone(aliases), s)
	slices.Sort(out)
	return slices.Compact(out)
}

// join gives the story's index for each of an article's people from first on; -1 for a state without a name.
func (c *cast) join(doc int, people []story.Speaker, first int, to []int) {
	for i := first; i < len(people); i++ {
		s := people[i]
		to[i] = -1
		if s.Name != "" {
			to[i] = c.add(doc, s)
		} else if p := c.seat(s.Country); p != nil {
			s.Name = p.Place.Name
			to[i] = c.add(-1, s)
		}
	}
}

// seat is the ring at the country with that code; nil if the gazetteer has none. Shared: it is never changed.
func (c *cast) seat(iso string) *story.Spot {
	if iso == "" || c.gaz == nil {
		return nil
	}
	p, ok := c.seats[iso]
	if !ok {
		if q, found := c.gaz.Country(iso); found {
			p = &story.Spot{Place: q, Toponym: -1, Actor: true, P: c.w.Seat}
		}
		c.seats[iso] = p
	}
	return p
}

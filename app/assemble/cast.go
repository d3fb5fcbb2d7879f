package assemble

import (
	"slices"
	"strconv"
	"strings"

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

// plainName is a name without case, accents and article.
func plainName(s string) string { return strings.TrimPrefix(gazetteer.Fold(s), "the ") }

// familyKey is how the last name begins; transliterations agree on it.
func familyKey(s string) string {
	s = plainName(s)
	s = s[strings.LastIndexByte(s, ' ')+1:]
	return s[:min(3, len(s))]
}

// add joins a speaker of article doc to the story and gives its index. Two speakers of one article stay two.
func (c *cast) add(doc int, s story.Speaker) int {
	key := strconv.Itoa(int(s.Kind)) + plainName(s.Name)
	if s.Kind == story.SpeakerRole && s.Country == "" {
		key += "/" + strconv.Itoa(doc) // "officials" of one article are not those of another
	}
	if i, ok := c.exact[key]; ok {
		c.merge(i, doc, s)
		return i
	}
	family := ""
	if s.Kind == story.SpeakerPerson {
		family = familyKey(s.Name)
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

// enter brings the speakers of the article in and finds which state each speaks for.
func (a *article) enter() {
	a.people = slices.Clone(a.Speakers)
	byName := make(map[string]int, len(a.people))
	for i := range a.people {
		s := &a.people[i]
		if s.Country == "" {
			s.Country = a.countryOf(s.Name, s.Role)
			if s.Country == "" && s.Kind == story.SpeakerPlace {
				s.Country = a.countryOfPlace(s)
			}
			if s.Country == "" && s.Kind == story.SpeakerPerson {
				s.Country = a.leaders.country(s.Name, s.Role)
			}
		}
		byName[s.Name] = i
	}
	a.entities = make([]int, len(a.Names.Entities))
	for i := range a.entities {
		a.entities[i] = -1
		if k, ok := byName[a.Names.Entities[i].Name]; ok {
			a.entities[i] = k
		}
	}
}

// entity is the index into people of somebody named in the article, whether quoted or not.
func (a *article) entity(i int) int {
	if a.entities[i] < 0 {
		e := &a.Names.Entities[i]
		s := story.Speaker{Name: e.Name, Aliases: e.Aliases, Role: e.Role, Gender: e.Gender, Kind: story.SpeakerPerson, Country: a.countryOf(e.Name, e.Role)}
		if e.Kind == name.Organisation {
			s.Kind = story.SpeakerOrganisation
		} else if s.Country == "" {
			s.Country = a.leaders.country(s.Name, s.Role)
		}
		a.entities[i] = len(a.people)
		a.people = append(a.people, s)
	}
	return a.entities[i]
}

// state is the index into people of a country that acts; its name comes from the gazetteer, when all is joined.
func (a *article) state(iso string) int {
	i, ok := a.acting[iso]
	if !ok {
		if a.acting == nil {
			a.acting = map[string]int{}
		}
		i = len(a.people)
		a.acting[iso] = i
		a.people = append(a.people, story.Speaker{Kind: story.SpeakerPlace, Country: iso})
	}
	return i
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

// countryOfPlace is the country of a place that speaks: "Kyiv", "Washington".
func (a *article) countryOfPlace(s *story.Speaker) string {
	for i := range a.Article.Toponyms {
		t := &a.Article.Toponyms[i]
		if t.Placed && (t.Name == s.Name || t.Place.Name == s.Name || slices.Contains(s.Aliases, t.Name)) {
			return t.Place.Country
		}
	}
	return ""
}

// countryOf finds the state that somebody speaks for: the place named in the title beside the name ("Ukraine's army
// chief, Oleksandr Syrskyi"), or in the name itself ("the Russian foreign ministry").
func (a *article) countryOf(who, role string) string {
	for i := range a.Names.Entities {
		e := &a.Names.Entities[i]
		if e.Name != who {
			continue
		}
		for _, b := range e.Blocks {
			k := &a.Names.Blocks[b]
			r := k.Tokens
			if k.Title.First < k.Title.Last {
				r.First, r.Last = min(r.First, k.Title.First), max(r.Last, k.Title.Last)
			}
			if ss := a.statesIn(r); len(ss) > 0 {
				return ss[0].country
			}
			// "Kremlin spokesperson X": the place right before the title.
			if r.First > 0 {
				r.First--
				if ss := a.statesIn(r); len(ss) > 0 {
					return ss[0].country
				}
			}
		}
	}
	for _, s := range a.named {
		if strings.Contains(who, s.word) || role != "" && strings.Contains(role, s.word) {
			return s.country
		}
	}
	return ""
}

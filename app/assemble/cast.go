package assemble

import (
	"slices"
	"strconv"
	"strings"

	"dateline/app/reading/name"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// cast is who speaks and acts in the story: one identity for each, whatever the articles call it.
type cast struct {
	gaz    *gazetteer.Index
	all    []story.Speaker
	docs   []int            // article that last added to the identity
	exact  map[string]int   // kind and plain name
	family map[string][]int // people, by how their last name begins
	seats  map[string]*geo.Place
}

func newCast(gaz *gazetteer.Index) *cast {
	return &cast{gaz: gaz, exact: map[string]int{}, family: map[string][]int{}, seats: map[string]*geo.Place{}}
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

// enter brings the speakers and, when asked for, the people of an article into the story.
func (c *cast) enter(a *article) {
	a.speakers = make([]int, len(a.Speakers))
	byName := map[string]int{}
	for i := range a.Speakers {
		s := a.Speakers[i]
		if s.Country == "" {
			s.Country = a.countryOf(s.Name, s.Role)
			if s.Country == "" && s.Kind == story.SpeakerPlace {
				s.Country = a.countryOfPlace(s)
			}
			if s.Country == "" && s.Kind == story.SpeakerPerson {
				s.Country = leaderCountry(s.Name)
			}
		}
		a.speakers[i] = c.add(a.doc, s)
		byName[s.Name] = a.speakers[i]
	}
	a.entities = make([]int, len(a.Names.Entities))
	for i := range a.entities {
		a.entities[i] = -1
		if k, ok := byName[a.Names.Entities[i].Name]; ok {
			a.entities[i] = k
		}
	}
}

// entity is the identity of somebody named in an article, whether quoted or not.
func (c *cast) entity(a *article, i int) int {
	if a.entities[i] < 0 {
		e := &a.Names.Entities[i]
		s := story.Speaker{Name: e.Name, Aliases: e.Aliases, Role: e.Role, Gender: e.Gender, Kind: story.SpeakerPerson, Country: a.countryOf(e.Name, e.Role)}
		if e.Kind == name.Organisation {
			s.Kind = story.SpeakerOrganisation
		}
		a.entities[i] = c.add(a.doc, s)
	}
	return a.entities[i]
}

// state is the identity of a country that acts.
func (c *cast) state(iso string) int {
	p := c.seat(iso)
	if p == nil {
		return -1
	}
	return c.add(-1, story.Speaker{Name: p.Name, Kind: story.SpeakerPlace, Country: iso})
}

// seat is the country with that code; nil if the gazetteer has none.
func (c *cast) seat(iso string) *geo.Place {
	if iso == "" || c.gaz == nil {
		return nil
	}
	p, ok := c.seats[iso]
	if !ok {
		if q, found := c.gaz.Country(iso); found {
			p = &q
		}
		c.seats[iso] = p
	}
	return p
}

func (c *cast) countryOf(i int) string {
	if i < 0 {
		return ""
	}
	return c.all[i].Country
}

// countryOfPlace is the country of a place that speaks: "Kyiv", "Washington".
func (a *article) countryOfPlace(s story.Speaker) string {
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

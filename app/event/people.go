package event

import (
	"slices"
	"strings"

	"dateline/app/reading/name"
	"dateline/app/story"
)

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

// entitiesNamed are the entities of the article with that name, in order.
func (a *article) entitiesNamed(who string) []int {
	if a.byName == nil {
		a.byName = make(map[string][]int, len(a.Names.Entities))
		for i := range a.Names.Entities {
			n := a.Names.Entities[i].Name
			a.byName[n] = append(a.byName[n], i)
		}
	}
	return a.byName[who]
}

// countryOf finds the state that somebody speaks for: the place named in the title beside the name ("Ukraine's army
// chief, Oleksandr Syrskyi"), or in the name itself ("the Russian foreign ministry").
func (a *article) countryOf(who, role string) string {
	for _, i := range a.entitiesNamed(who) {
		for _, b := range a.Names.Entities[i].Blocks {
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

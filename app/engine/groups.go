package engine

import (
	"hash/fnv"
	"strconv"
	"strings"

	"dateline/app/group"
	"dateline/app/reading"
	"dateline/app/reading/name"
	"dateline/app/reading/pubdate"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

// features are what an article shares with others that tell of the same: its names, its places and its longer words.
func features(r *reading.Reading, choices []geocode.Choice) []group.Feature {
	count := map[uint64]*group.Feature{}
	var order []uint64
	add := func(key uint64, k group.Kind, n int) {
		f := count[key]
		if f == nil {
			f = &group.Feature{Key: key, Kind: k}
			count[key] = f
			order = append(order, key)
		}
		f.Count += n
	}
	for i := range r.Names.Entities {
		e := &r.Names.Entities[i]
		if e.Kind == name.Role || e.Name == "" {
			continue
		}
		kind := group.Name
		if strings.Contains(e.Name, " ") {
			kind = group.Full
			if e.Kind == name.Person { // "Roe" of one article is "Ann Roe" of another
				add(hashName(e.Name[strings.LastIndexByte(e.Name, ' ')+1:]), group.Name, max(1, len(e.Blocks)))
			}
		}
		add(hashName(e.Name), kind, max(1, len(e.Blocks)))
	}
	for i := range r.Places {
		f := &r.Places[i]
		if f.P < 0.5 || f.Use == story.UseInName {
			continue
		}
		kind := group.Place
		if i < len(choices) && choices[i].Placed {
			if k := choices[i].Place.Kind; k == geo.KindCountry || k == geo.KindContinent {
				kind = group.Wide
			}
		}
		add(hashName(f.Mention.Name), kind, 1)
	}
	z := 0
	for _, t := range r.Text.Tokens {
		for z < len(r.Zones) && r.Zones[z].Span.End <= int(t.Start) {
			z++
		}
		if t.Kind != token.Word || t.End-t.Start < 5 || z < len(r.Zones) && r.Zones[z].Kind == story.ZoneBoilerplate {
			continue
		}
		add(1<<63|uint64(t.Hash), group.Word, 1)
	}
	out := make([]group.Feature, len(order))
	for i, k := range order {
		out[i] = *count[k]
	}
	return out
}

// groupsOf finds which articles tell of the same. Only those lend each other evidence of places, days and people.
func groupsOf(rs []*reading.Reading, choices [][]geocode.Choice) []int {
	if len(rs) < 2 {
		return make([]int, len(rs))
	}
	fs := make([][]group.Feature, len(rs))
	for i, r := range rs {
		fs[i] = features(r, choices[i])
	}
	return group.Find(fs, nil)
}

// grouped is the groups by their articles.
func grouped(of []int) []story.Group {
	var out []story.Group
	for i, g := range of {
		for len(out) <= g {
			out = append(out, story.Group{})
		}
		out[g].Articles = append(out[g].Articles, i)
	}
	return out
}

func groupNames(of []int) []string {
	out := make([]string, len(of))
	for i, g := range of {
		out[i] = strconv.Itoa(g)
	}
	return out
}

// titlesOf names the articles, for reasons.
func titlesOf(rs []*reading.Reading) []string {
	out := make([]string, len(rs))
	for i, r := range rs {
		out[i] = r.Title()
	}
	return out
}

// datesTogether gives the days of publication: articles of one group lend each other evidence.
func (e *Engine) datesTogether(all []pubdate.Evidence, of []int) []story.Publication {
	out := make([]story.Publication, len(all))
	for _, g := range grouped(of) {
		part := make([]pubdate.Evidence, len(g.Articles))
		for k, i := range g.Articles {
			part[k] = all[i]
		}
		for k, p := range e.finders.Dater.Together(part) {
			out[g.Articles[k]] = p
		}
	}
	return out
}

func hashName(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(gazetteer.Fold(s)))
	return h.Sum64() &^ (1 << 63)
}

// unrelated reports that most of several articles tell of different things.
func unrelated(groups []story.Group, articles int) bool {
	most := 0
	for _, g := range groups {
		most = max(most, len(g.Articles))
	}
	return articles > 1 && (most < 2 || most*2 < articles)
}

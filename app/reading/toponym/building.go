package toponym

import (
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// buildings are what bears a name that need not be that of its town: "Ashgrove hospital in Derby".
var buildings = token.SetOf("hospital", "infirmary", "clinic", "station", "school", "college", "academy", "hall", "park", "square", "chapel", "church", "cathedral", "mosque", "synagogue",
	"temple", "plant", "factory", "mill", "works", "market", "mall", "centre", "center", "prison", "jail", "barracks", "stadium", "arena", "theatre", "theater", "museum", "library",
	"hotel", "inn", "pub", "farm", "bridge", "tower", "house", "hostel", "estate", "court", "road", "street", "avenue", "lane", "cemetery", "dock", "docks", "garage", "depot")

// elsewhere reports that a name before the word for a building would be a town far from the one that the sentence says the
// building is in, while the article does not name the town by itself: then it is the name of the building alone. The name is
// order[k] of those found, which order sorts by their place in the text.
func (d *decider) elsewhere(order []int, k int) bool {
	f, c := &d.found[order[k]], d.choice(order[k])
	if !c.Placed || c.Place.Kind != geo.KindCity && c.Place.Kind != geo.KindDistrict || f.Use == story.UseAdjective || !d.building(f) || d.namedAlone(f.Mention.Name) {
		return false
	}
	s := d.t.Sentences[d.t.Sentence(f.Tokens.First)]
	far, near := false, false
	look := func(i int) bool { // false where the sentence is left
		at := d.found[i].Tokens.First
		if at < s.First || at >= s.Last {
			return false
		}
		if town := d.choice(i); at > s.First && d.t.Tokens[at-1].Hash == hashIn && town.Placed && town.Place.Kind == geo.KindCity {
			far = true
			near = near || gazetteer.Kilometres(town.Place.Point, c.Place.Point) <= d.w.BuildingKM
		}
		return true
	}
	for i := k - 1; i >= 0 && look(order[i]); i-- {
	}
	for i := k + 1; i < len(order) && look(order[i]); i++ {
	}
	return far && !near
}

// namedAlone reports that a name stands somewhere without the word for a building behind it.
func (d *decider) namedAlone(name string) bool {
	if d.loose == nil {
		d.loose = make(map[string]bool, len(d.found))
		for i := range d.found {
			if o := &d.found[i]; !d.building(o) {
				d.loose[o.Mention.Name] = true
			}
		}
	}
	return d.loose[name]
}

// building reports that a name stands right before the word for a building.
func (d *decider) building(f *Found) bool {
	n := f.Tokens.Last
	return n > f.Tokens.First && n < len(d.t.Tokens) && d.t.Tokens[n].Kind == token.Word && buildings.Has(d.t.Tokens[n].Hash)
}

package toponym

import (
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

// buildings are what bears a name that need not be that of its town: "Ashgrove hospital in Derby".
var buildings = token.SetOf("hospital", "infirmary", "clinic", "station", "school", "college", "academy", "hall", "park", "square", "chapel", "church", "cathedral", "mosque", "synagogue",
	"temple", "plant", "factory", "mill", "works", "market", "mall", "centre", "center", "prison", "jail", "barracks", "stadium", "arena", "theatre", "theater", "museum", "library",
	"hotel", "inn", "pub", "farm", "bridge", "tower", "house", "hostel", "estate", "court", "road", "street", "avenue", "lane", "cemetery", "dock", "docks", "garage", "depot")

// elsewhere reports that a name before the word for a building would be a town far from the one that the sentence says the
// building is in, while the article does not name the town by itself: then it is the name of the building alone.
func (d *decider) elsewhere(f *Found, c *geocode.Choice) bool {
	if !c.Placed || c.Place.Kind != geo.KindCity && c.Place.Kind != geo.KindDistrict || f.Use == story.UseAdjective || !d.building(f) {
		return false
	}
	s := d.t.Sentences[d.t.Sentence(f.Tokens.First)]
	far := false
	for i := range d.found {
		o := &d.found[i]
		if o.Mention.Name == f.Mention.Name && !d.building(o) {
			return false
		}
		if at := o.Tokens.First; at <= s.First || at >= s.Last || d.t.Tokens[at-1].Hash != hashIn {
			continue
		}
		if town := d.choice(i); town.Placed && town.Place.Kind == geo.KindCity {
			if gazetteer.Kilometres(town.Place.Point, c.Place.Point) <= d.w.BuildingKM {
				return false
			}
			far = true
		}
	}
	return far
}

// building reports that a name stands right before the word for a building.
func (d *decider) building(f *Found) bool {
	n := f.Tokens.Last
	return n > f.Tokens.First && n < len(d.t.Tokens) && d.t.Tokens[n].Kind == token.Word && buildings.Has(d.t.Tokens[n].Hash)
}

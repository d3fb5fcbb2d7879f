package engine

import (
	"cmp"
	"slices"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// Over is the same engine with places that a person added laid over those that ship: own ones come first of all, then those of
// layers, the first layer before the second. With neither it is the engine without any.
func (e *Engine) Over(own []geo.Own, layers ...*gazetteer.Layer) *Engine {
	with := *e
	base := e.gaz.Under()
	with.own = nil
	if len(own) > 0 {
		layers = slices.Insert(slices.Clone(layers), 0, gazetteer.OwnLayer(base, own))
		with.own = make(map[geo.PlaceID]*geo.Own, len(own))
		for i := range own {
			with.own[own[i].ID] = &own[i]
		}
	}
	x := base.Over(layers...)
	with.gaz, with.finders.Gazetteer, with.geocoder.Gazetteer = x, x, x
	with.assembler.Gazetteer, with.assembler.Events.Gazetteer = x, x
	return &with
}

// added are the places that a story has of a person's own ones and of layers.
func (e *Engine) added(s *story.Story) []geo.Own {
	if !e.gaz.Layered() {
		return nil
	}
	found := map[geo.PlaceID]geo.Own{}
	take := func(p *geo.Place) {
		if _, have := found[p.ID]; have || p.ID == 0 {
			return
		}
		row := e.gaz.RowByID(p.ID)
		if e.gaz.LayerOf(row) == "" && !e.gaz.OwnRow(row) {
			return
		}
		if own := e.own[p.ID]; own != nil {
			found[p.ID] = *own
			return
		}
		found[p.ID] = geo.Own{ID: p.ID, Name: p.Name, Kind: p.Kind, Point: p.Point, Km: p.SpanKM / 2, Country: p.Country, Admin1: p.Admin1}
	}
	for _, a := range s.Articles {
		for i := range a.Toponyms {
			if t := &a.Toponyms[i]; t.Placed {
				take(&t.Place)
			}
		}
	}
	for i := range s.Events {
		if w := s.Events[i].Where; w != nil {
			take(&w.Place)
		}
	}
	var out []geo.Own
	for _, p := range found {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b geo.Own) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

package geocode

import (
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// weights are set by hand and tuned on the development corpora; they are not learned.
type weights struct {
	pop, popFloor, fame  float64
	capital, seat, table float64
	kind                 [16]float64
	match                [16]float64
	cueHit, cueNear      float64
	cueMiss              float64
	container, country   float64
	massC, mass1, srcC   float64
	src1, massOfCountry  float64
	close, closeKM       float64
	place, sibling       float64
	null, heat, heatMass float64
	sameName             float64
	closeGain            float64
}

var w = weights{
	pop: 0.45, popFloor: 300, fame: 0.35,
	capital: 1.5, seat: 0.3, table: 1,
	kind: kinds(map[geo.Kind]float64{
		geo.KindCountry: 2, geo.KindAdmin1: 1, geo.KindAdmin2: -1, geo.KindDistrict: -1, geo.KindContinent: 3,
		geo.KindRegion: 3, geo.KindSea: 3, geo.KindRiver: 1.5, geo.KindLake: 1.5, geo.KindStrait: 3, geo.KindMountain: 2, geo.KindIsland: 2,
		geo.KindLandmark: 1, geo.KindSeat: 4,
	}),
	match: matches(map[gazetteer.Match]float64{
		gazetteer.Official: -0.2, gazetteer.Alternate: -2, gazetteer.Abbreviation: 0, gazetteer.Demonym: 0,
		gazetteer.Historic: -1, gazetteer.Foreign: -3, gazetteer.Short: -1.5,
	}),
	cueHit: 4, cueNear: 2, cueMiss: -2,
	container: 6, country: 4,
	massC: 1, mass1: 1.2, srcC: 0.7, src1: 1, massOfCountry: 0.6,
	close: 1.2, closeKM: 120,
	place: 1, sibling: 5,
	null: -1, heat: 1, heatMass: 0.6, closeGain: 2, sameName: 1,
}

func kinds(m map[geo.Kind]float64) (t [16]float64) {
	for k, v := range m {
		t[k] = v
	}
	return t
}

func matches(m map[gazetteer.Match]float64) (t [16]float64) {
	for k, v := range m {
		t[k] = v
	}
	return t
}

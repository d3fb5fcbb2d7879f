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
	seatName             float64
	sameName             float64
	closeGain            float64
}

var w = weights{
	pop: 0.41, popFloor: 125, fame: 0.06,
	capital: 2.1, seat: -0.3, table: 0.7,
	kind: kinds(map[geo.Kind]float64{
		geo.KindCountry: 0.75, geo.KindAdmin1: 1, geo.KindAdmin2: -3.5, geo.KindDistrict: -0.4, geo.KindContinent: 3,
		geo.KindRegion: 3, geo.KindSea: 3, geo.KindRiver: 1.5, geo.KindLake: 1.5, geo.KindStrait: 3, geo.KindMountain: 2, geo.KindIsland: 2,
		geo.KindLandmark: 0.5, geo.KindSeat: 4,
	}),
	match: matches(map[gazetteer.Match]float64{
		gazetteer.Primary: 0.7, gazetteer.Official: 0.7, gazetteer.Generated: 0.7, gazetteer.Abbreviation: -0.3, gazetteer.Demonym: 0.2,
		gazetteer.Historic: -2, gazetteer.Alternate: -1, gazetteer.Foreign: -2, gazetteer.Short: -3,
	}),
	cueHit: 3.5, cueNear: 0.7, cueMiss: -2.1,
	container: 5.5, country: 4,
	massC: 1.2, mass1: 2, srcC: 1, src1: 2.2, massOfCountry: 0.9,
	close: 2.6, closeKM: 120,
	place: 1, sibling: 6.5,
	null: -1.7, heat: 1, heatMass: 1.2, closeGain: 1.6, sameName: 1.5, seatName: 0.8,
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

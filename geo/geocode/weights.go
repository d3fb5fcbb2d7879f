package geocode

import (
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// weights are set by hand and tuned on the development corpora; they are not learned.
type weights struct {
	pop, popFloor, fame, fameCap float64
	capital, seat, table         float64
	kind                         [16]float64
	match                        [16]float64
	cueHit, cueNear              float64
	cueMiss                      float64
	container, country           float64
	massC, mass1, srcC           float64
	src1, massOfCountry          float64
	close, closeKM               float64
	place, sibling               float64
	null, heat, heatMass         float64
	seatName                     float64
	sameName                     float64
	closeGain                    float64
	worldSeat                    float64
}

var w = weights{
	pop: 0.45, popFloor: 50, fame: 1.1, fameCap: 100,
	capital: 3.1, seat: -0.5, table: 1.2,
	kind: kinds(map[geo.Kind]float64{
		geo.KindCountry: 1.75, geo.KindAdmin1: 0.35, geo.KindAdmin2: -2.6, geo.KindCity: -0.3, geo.KindDistrict: 0, geo.KindContinent: 3,
		geo.KindRegion: 3, geo.KindSea: 3, geo.KindRiver: 1.5, geo.KindLake: 1.5, geo.KindStrait: 3, geo.KindMountain: 2, geo.KindIsland: 2,
		geo.KindLandmark: 0.5, geo.KindSeat: 4,
	}),
	match: matches(map[gazetteer.Match]float64{
		gazetteer.Primary: 0.3, gazetteer.Official: 1.1, gazetteer.Abbreviation: 0.7, gazetteer.Demonym: 1.5, gazetteer.Historic: -1.2,
		gazetteer.Generated: -1.5, gazetteer.Short: -2.8, gazetteer.Alternate: -2.4, gazetteer.Foreign: -2.5,
	}),
	cueHit: 5, cueNear: 2, cueMiss: -1.5,
	container: 10, country: 6,
	massC: 1.3, mass1: 2.1, srcC: 1.3, src1: 3.2, massOfCountry: 1.75,
	close: 3.5, closeKM: 85,
	place: 1, sibling: 9,
	null: -1.7, heat: 1, heatMass: 1, closeGain: 2.2, sameName: 1.5, seatName: 0.8, worldSeat: 1.5,
}

// worldSeats are cities where bodies of the whole world or of Europe sit: named in the news far beyond their size.
var worldSeats = map[geo.PlaceID]bool{2660646: true /* Geneva */, 2747373: true /* The Hague */, 2973783: true /* Strasbourg */}

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

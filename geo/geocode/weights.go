package geocode

import (
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// Weights are the numbers by which places are chosen. They were set by hand and tried on lgl-dev and trnews-dev (news that
// names its places) and wiktor-dev (short texts about one place); where another set decided, the field says so. Scores
// are natural logarithms of odds: one more makes a candidate 2.7 times as likely against its rivals.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	// What a place has for it before the text is read.
	Pop       float64                        // score for each factor 2.7 of inhabitants
	PopFloor  float64                        // inhabitants added to every place, so that a hamlet and an empty count weigh alike
	Fame      float64                        // score for each factor 2.7 of names that sources know for the place
	FameCap   float64                        // names: more than these make no place better known
	Capital   float64                        // score of a country's capital
	Seat      float64                        // score of a region's seat, whose inhabitants say it already
	WorldSeat float64                        // score of a city where bodies of the whole world sit, beyond its size
	Table     float64                        // score of a place from our own tables, which hold what the news names
	Own       float64                        // score of a place of the person's own, and below
	OwnRival  float64                        // score of its rivals, unless the text says their country or region: "Paris, Texas"
	Layer     float64                        // score of a place of a layer that the person added: they chose it, but a country's file holds every hamlet
	Kind      [geo.KindSeat + 1]float64      // score by what it is; 0 for kinds that only cues ask for
	Match     [gazetteer.Foreign + 1]float64 // score by how the name fits: its own name, another spelling, an adjective …
	Fixed     float64                        // score of a place that a person has set: above all that a text can say

	// A city and the region of its own name.
	SeatName      float64 // score that the region stays below a seat that makes up much of it: "Kharkiv"
	SeatNameShare float64 // part of the region's people, above which a seat makes up much of it; Porto (16 %) and Braga (14 %) do, Oaxaca (6 %) does not
	Namesake      float64 // score that a region stays below a city of another country that alone has more people: Bari in Italy, the Bari Region of Somalia
	SameName      float64 // score taken from the region around a great city that is not its seat: "New York"
	GreatCity     float64 // inhabitants from which a city is great
	WideSpan      float64 // how many times as wide the outer of two regions must be for "the Kyiv region" to mean it
	WideMiss      float64 // score of the inner one then, as a multiple of CueHit

	// What the words beside the name say.
	CueHit         float64 // score where the kind is what the words say: "Kursk region"
	CueNear        float64 // score where it is nearly that: a county for a region
	CueMiss        float64 // score where it is something else
	Container      float64 // score of lying in the wider place named with it: "Paris, Texas"
	ContainerHolds float64 // score of a reading of that wider place in which some candidate lies
	CityKM         float64 // km: a district this near to a city lies in it
	AreaKM         float64 // km: a place this near to the middle of an island or a landscape lies in it
	Country        float64 // score of lying in the country that the text says: "the Russian city of"

	// What the other names of the article say. The mass of a country is the sum of the shares of all candidates in it.
	CountryMass float64 // score for each factor 2.7 of the mass of the candidate's country
	Admin1Mass  float64 // the same for its region
	CountryOwn  float64 // the same for a country and the mass of its places, in place of a region's
	Often       float64 // how often at most a name counts that is named again and again; it grows with the logarithm
	LeastShare  float64 // share of the probability from which a candidate lends mass
	Rounds      int     // how often masses are summed and candidates scored again; a third round changes nearly nothing

	// Nearness to the places of other names.
	Close       float64 // score for each factor 2.7 of nearness
	CloseGain   float64 // how strongly one near place counts before the logarithm
	CloseKM     float64 // km at which nearness has fallen to half
	FarKM       float64 // km from which it is none
	CloseSenses int     // how many names before and after are looked at
	CloseShare  float64 // share of the probability from which a candidate is a place to be near to

	// The same name with other words beside it.
	Sibling       float64 // score where a mention with a cue was resolved to this very place: "Paris, Texas", then "Paris"
	SiblingRegion float64 // score where it was resolved to another place of the same region

	// What other articles lend: see Prior. Set on lgl-dev, by source, and on the sample story.
	PriorCountry float64 // score for each factor 2.7 of the mass lent to the country
	PriorAdmin1  float64 // the same for the region
	PriorPlace   float64 // the same for the place itself

	// The answer.
	None          float64 // score of "none of these"
	NoneAt        float64 // share from which "none of these" is the answer where it is also ahead of the best place
	MaxCandidates int     // candidates of a name, best known first; what is cut off has no hope
	Rivals        int     // how many rivals are kept
	RivalShare    float64 // share below which a second or third rival is not kept

	// Reasons name only what spoke clearly. These change no choice.
	SayClose   float64 // score of nearness from which it is a reason
	SayAdmin1  float64 // score of the region's mass from which it is
	SayCountry float64 // score of the country's mass from which it is
	SayNearKM  float64 // km within which a place is named as the near one
	SaySure    float64 // probability from which the near name is surely a place
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		Pop: 0.45, PopFloor: 50, Fame: 1.1, FameCap: 100, Capital: 3.1, Seat: -0.5, WorldSeat: 1.5, Table: 1.2, Own: 16, OwnRival: -10, Layer: 1.2,
		Kind: [...]float64{
			geo.KindCountry: 1.75, geo.KindAdmin1: 0.35, geo.KindAdmin2: -2.6, geo.KindCity: -0.3, geo.KindDistrict: 0, geo.KindContinent: 3,
			geo.KindRegion: 3, geo.KindSea: 3, geo.KindRiver: 1.5, geo.KindLake: 1.5, geo.KindStrait: 3, geo.KindMountain: 2, geo.KindIsland: 2,
			geo.KindLandmark: 0.5, geo.KindSeat: 4,
		},
		Match: [...]float64{
			gazetteer.Primary: 0.3, gazetteer.Official: 1.1, gazetteer.Abbreviation: 0.7, gazetteer.Demonym: 1.5, gazetteer.Historic: -1.2,
			gazetteer.Generated: -1.5, gazetteer.Short: -2.8, gazetteer.Alternate: -2.4, gazetteer.Foreign: -2.5,
		},
		Fixed:    15,
		SeatName: 0.8, SeatNameShare: 0.14, Namesake: 0.3, SameName: 1.5, GreatCity: 1_000_000, WideSpan: 2, WideMiss: -2,
		CueHit: 5, CueNear: 2, CueMiss: -1.5, Container: 10, ContainerHolds: 3, CityKM: 60, AreaKM: 600, Country: 6,
		CountryMass: 1.3, Admin1Mass: 2.1, CountryOwn: 1.75, Often: 3, LeastShare: 0.01, Rounds: 3,
		Close: 3.5, CloseGain: 2.2, CloseKM: 85, FarKM: 697.908, CloseSenses: 12, CloseShare: 0.02,
		Sibling: 9, SiblingRegion: 3,
		PriorCountry: 1.3, PriorAdmin1: 3.2, PriorPlace: 1,
		None: -1.7, NoneAt: 0.5, MaxCandidates: 80, Rivals: 3, RivalShare: 0.001,
		SayClose: 0.5, SayAdmin1: 0.8, SayCountry: 0.8, SayNearKM: 700, SaySure: 0.5,
	}
}

// defaults are what a Geocoder without Weights uses.
var defaults = DefaultWeights()

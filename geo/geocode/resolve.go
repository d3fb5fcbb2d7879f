package geocode

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"dateline/geo"
	"dateline/geo/gazetteer"
)

// Geocoder is what every resolution shares. It may be used by several goroutines.
type Geocoder struct {
	Gazetteer  *gazetteer.Index     // nil finds no place
	WorldSeats map[geo.PlaceID]bool // cities where bodies of the whole world sit; nil for none: see LoadWorldSeats
	Weights    *Weights             // nil for DefaultWeights
}

// Resolve chooses a place for every mention, at the same index, by name, fame, cues, containers and what the other
// mentions and prior make likely. The order of ms must be that of the text. Same input, same output.
//
// Mentions of one name and the same cues are resolved together: one sense per name and document, unless a container or
// a word such as "region" or "city" beside one of them says otherwise.
func (g *Geocoder) Resolve(ms []Mention, prior Prior) []Choice {
	out := make([]Choice, len(ms))
	if g.Gazetteer == nil || len(ms) == 0 {
		return out
	}
	s := g.newSolver(ms, prior)
	for range s.w.Rounds {
		s.weigh()
		s.score()
	}
	s.write(out)
	s.release()
	return out
}

// solver is the state of one Resolve.
type solver struct {
	gaz         *gazetteer.Index
	w           *Weights
	ms          []Mention
	senses      []sense
	cands       []cand
	sibling     map[string][]int32 // name -> senses, if any name has more than one
	country     []float64          // mass per gazetteer.Country
	admin1      []float64          // mass per gazetteer.Admin1
	lentCountry []float64          // the same, lent by prior; nil if none
	lentAdmin1  []float64
	lender      func(string) string // names who lends; nil if nobody is named
	worldSeats  map[geo.PlaceID]bool
	places      map[gazetteer.Row]float64
	spots       []spot // of all senses, one after the other
	hits        []gazetteer.Hit
	index       map[senseKey]int32
}

// solvers keeps the working space of finished resolutions for the next one.
var solvers = sync.Pool{New: func() any { return &solver{index: map[senseKey]int32{}} }}

// release gives the working space back. Nothing in the choices points into it.
func (s *solver) release() {
	if len(s.senses) > 4096 {
		return
	}
	clear(s.index)
	s.gaz, s.w, s.ms, s.sibling = nil, nil, nil, nil
	s.lentCountry, s.lentAdmin1, s.lender, s.worldSeats, s.places = nil, nil, nil, nil, nil
	solvers.Put(s)
}

// spot is a likely point of a sense, for nearness.
type spot struct {
	at    vec
	q     float32
	sense int32
}

// sense is one name with one set of cues, and all its mentions.
type sense struct {
	name        string
	index       int // in solver.senses
	lead        int // its first mention
	mentions    []int32
	first, last int // its candidates: solver.cands[first:last]
	weight      float64
	sure        float64 // that it is a place name at all
	best        int     // index into cands; -1 if none
	container   gazetteer.Row
	contAdmin1  gazetteer.Admin1
	contCountry gazetteer.Country
	country     gazetteer.Country // fixed by the text
	null        float64           // share of "none of these"
	spotA       int               // solver.spots from here on are of this name and those after it
}

// cand is one candidate of one sense.
type cand struct {
	row       gazetteer.Row
	match     gazetteer.Match
	kind      geo.Kind
	country   gazetteer.Country
	admin1    gazetteer.Admin1
	at        vec
	base      float64 // what name and fame alone say
	cue       float64 // what the words around it say
	score     float64
	p         float64 // share of the probability
	close     float64 // what nearness gave in the last round
	byCountry float64 // what its country gave
	byAdmin1  float64 // what its admin1 gave
	lent      lent    // how much of these two came from other documents
}

// lent is what the country and the region of a candidate gave because other documents name places there.
type lent struct{ country, admin1 float64 }

// write turns the scores into choices.
func (s *solver) write(out []Choice) {
	for i := range s.senses {
		n := &s.senses[i]
		if n.best < 0 {
			continue
		}
		c := s.choice(n)
		for _, m := range n.mentions {
			out[m] = c
			out[m].Doubt = s.ms[m].Doubt
		}
	}
}

// LoadWorldSeats reads the table of cities where bodies of the whole world sit: a GeoNames number and a name a line, with a tab
// between; what stands after is for people. Lines that begin with "#" are comments.
func LoadWorldSeats(tsv []byte) (map[geo.PlaceID]bool, error) {
	seats := map[geo.PlaceID]bool{}
	n := 0
	for line := range strings.Lines(string(tsv)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		number, _, ok := strings.Cut(line, "\t")
		id, err := strconv.ParseInt(number, 10, 32)
		if !ok || err != nil || id <= 0 {
			return nil, fmt.Errorf("geocode: line %d of the world seats: want a GeoNames number, a tab and a name, not %q", n, line)
		}
		seats[geo.PlaceID(id)] = true
	}
	return seats, nil
}

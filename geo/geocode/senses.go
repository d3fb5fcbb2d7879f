package geocode

import (
	"math"
	"strings"

	"dateline/geo"
	"dateline/geo/gazetteer"
)

// senseKey is what makes two mentions one sense.
type senseKey struct {
	name, container, country string
	kind                     geo.Kind
	fixed                    geo.PlaceID
	natural                  bool
}

func (g *Geocoder) newSolver(ms []Mention, prior Prior) *solver {
	gaz := g.Gazetteer
	s := solvers.Get().(*solver)
	s.gaz, s.ms, s.worldSeats, s.w = gaz, ms, g.WorldSeats, g.Weights
	if s.w == nil {
		s.w = &defaults
	}
	s.country = sized(s.country, gaz.CountryCount()+1)
	s.admin1 = sized(s.admin1, gaz.Admin1Count()+1)
	s.senses, s.cands, s.spots = s.senses[:0], s.cands[:0], s.spots[:0]
	several := false
	for i := range ms {
		m := &ms[i]
		k := senseKey{fold(m.Name), m.Container, m.Country, m.KindCue, m.Fixed, m.Natural}
		at, ok := s.index[k]
		if !ok {
			at = int32(len(s.senses))
			s.index[k] = at
			several = several || cued(m)
			s.addSense(k.name, i)
		}
		n := &s.senses[at]
		n.mentions = append(n.mentions, int32(i))
	}
	if several {
		s.sibling = make(map[string][]int32, len(s.senses))
		for i := range s.senses {
			n := &s.senses[i]
			s.sibling[n.name] = append(s.sibling[n.name], int32(i))
		}
	}
	for i := range s.senses {
		n := &s.senses[i]
		sure := 0.0
		for _, m := range n.mentions {
			sure = math.Max(sure, 1-ms[m].Doubt)
		}
		n.sure = math.Max(0, math.Min(1, sure))
		n.weight = math.Min(1+math.Log(float64(len(n.mentions))), s.w.Often) * n.sure
	}
	s.lend(prior)
	s.containers()
	if s.gaz.Layered() {
		s.preferOwn()
	}
	return s
}

// sized gives a slice of n zeros, reusing the space of a.
func sized(a []float64, n int) []float64 {
	if cap(a) < n {
		return make([]float64, n)
	}
	a = a[:n]
	clear(a)
	return a
}

// fold is a cheap key for one name: case does not matter, "KYIV" is "Kyiv".
func fold(name string) string { return strings.ToLower(name) }

func (s *solver) addSense(name string, lead int) {
	m := &s.ms[lead]
	hits := s.hits[:0]
	n := sense{name: name, index: len(s.senses), lead: lead, first: len(s.cands), best: -1, container: gazetteer.NoRow}
	n.country = s.gaz.CountryNumber(m.Country)
	if m.Fixed != 0 {
		if r := s.gaz.RowByID(m.Fixed); r != gazetteer.NoRow {
			hits = append(hits, gazetteer.Hit{Row: r})
		}
	} else {
		hits = s.gaz.Lookup(m.Name, hits)
	}
	for _, h := range hits {
		if len(s.cands)-n.first >= s.w.MaxCandidates {
			break
		}
		if s.has(n.first, h.Row) || m.Natural && s.gaz.Kind(h.Row) == geo.KindCity && m.Fixed == 0 {
			continue
		}
		c := cand{row: h.Row, match: h.Match, kind: s.gaz.Kind(h.Row), country: s.gaz.CountryOf(h.Row), admin1: s.gaz.Admin1Of(h.Row)}
		c.at = vector(s.gaz.Point(h.Row))
		c.base = s.fame(&c)
		if m.Fixed != 0 {
			c.base = s.w.Fixed // a correction is the strongest evidence for the others too
		}
		c.cue = s.kindCue(m.KindCue, &c)
		s.cands = append(s.cands, c)
	}
	n.last = len(s.cands)
	s.cityOfItsName(&n)
	if m.KindCue == geo.KindAdmin1 {
		s.wideRegion(&n)
	}
	s.hits = hits
	if len(s.senses) < cap(s.senses) {
		n.mentions = s.senses[:len(s.senses)+1][len(s.senses)].mentions[:0]
	}
	s.senses = append(s.senses, n)
}

// cityOfItsName weighs a city against the region of its own name. A great city that is not the seat, "New York", is meant as
// often as the region; a seat that makes up much of its region, "Kharkiv", is meant unless the text says "region". A city that
// alone has more people than a region of its name in another country, "Bari", is better known than that.
func (s *solver) cityOfItsName(n *sense) {
	for i := n.first; i < n.last; i++ {
		c := &s.cands[i]
		if c.kind != geo.KindCity || c.admin1 == 0 {
			continue
		}
		pop := s.gaz.Population(c.row)
		for j := n.first; j < n.last; j++ {
			a := &s.cands[j]
			if a.kind == geo.KindAdmin1 && a.country != c.country && c.match == a.match && pop > s.gaz.Population(a.row) {
				a.base = min(a.base, c.base-s.w.Namesake)
			}
			if a.kind != geo.KindAdmin1 || a.admin1 != c.admin1 {
				continue
			}
			if s.gaz.AnchorRow(a.row) == c.row || s.gaz.Seat(c.row) || s.gaz.Capital(c.row) {
				if float64(pop) >= s.w.SeatNameShare*float64(s.gaz.Population(a.row)) {
					a.base = c.base - s.w.SeatName
				}
			} else if float64(pop) >= s.w.GreatCity && c.match == gazetteer.Alternate && a.match == gazetteer.Primary {
				c.base += s.w.Match[gazetteer.Primary] - s.w.Match[gazetteer.Alternate]
				a.base -= s.w.SameName
			}
		}
	}
}

// wideRegion takes the word "region" away from a city that is a division of its own where a wider one bears the same name: the
// Kyiv region is the oblast around Kyiv.
func (s *solver) wideRegion(n *sense) {
	for i := n.first; i < n.last; i++ {
		c := &s.cands[i]
		if c.kind != geo.KindAdmin1 {
			continue
		}
		for j := n.first; j < n.last; j++ {
			o := &s.cands[j]
			if o.kind == geo.KindAdmin1 && o.country == c.country && s.gaz.Span(c.row)*s.w.WideSpan < s.gaz.Span(o.row) {
				c.cue = s.w.WideMiss * s.w.CueHit // however often siblings name the city
				for k := n.first; k < n.last; k++ {
					if a := &s.cands[k]; a.kind == geo.KindCity && a.admin1 == c.admin1 {
						a.cue = s.w.WideMiss * s.w.CueHit
					}
				}
				if o.match > gazetteer.Official && o.match != gazetteer.Demonym {
					o.base += s.w.Match[gazetteer.Primary] - s.w.Match[o.match]
					o.match = gazetteer.Primary
				}
				break
			}
		}
	}
}

func (s *solver) has(first int, r gazetteer.Row) bool {
	for i := first; i < len(s.cands); i++ {
		if s.cands[i].row == r {
			return true
		}
	}
	return false
}

// fame is what a place has for it before the text is read: how many live there, how many names it has, what kind it is and how
// the name matches.
func (s *solver) fame(c *cand) float64 {
	w := s.w
	pop := float64(s.gaz.Population(c.row))
	fame := float64(s.gaz.Fame(c.row))
	v := w.Pop*math.Log(pop+w.PopFloor) + w.Fame*math.Log1p(math.Min(fame, w.FameCap)) + w.Kind[c.kind] + w.Match[c.match]
	if s.gaz.Capital(c.row) {
		v += w.Capital
	} else if s.gaz.Seat(c.row) {
		v += w.Seat
	}
	if s.gaz.Seat(c.row) && s.worldSeats[s.gaz.ID(c.row)] {
		v += w.WorldSeat
	}
	if s.gaz.Table(c.row) {
		v += w.Table
	}
	if s.gaz.Layered() {
		v += s.added(c)
	}
	return v
}

// added is what a place has for it because a person added it.
func (s *solver) added(c *cand) float64 {
	switch {
	case s.gaz.OwnRow(c.row):
		return s.w.Own
	case s.gaz.LayerOf(c.row) != "":
		return s.w.Layer
	}
	return 0
}

// kindCue scores how a kind fits the word beside the name: "Kursk region", "city of Kursk", "Travis County".
func (s *solver) kindCue(cue geo.Kind, c *cand) float64 {
	if cue == geo.KindUnknown {
		return 0
	}
	if c.kind == cue {
		return s.w.CueHit
	}
	area := func(k geo.Kind) bool { return k == geo.KindAdmin1 || k == geo.KindAdmin2 || k == geo.KindRegion }
	switch {
	case area(cue) && area(c.kind):
		return s.w.CueNear
	case cue == geo.KindCity && (c.kind == geo.KindDistrict || c.kind == geo.KindLandmark), cue == geo.KindDistrict && c.kind == geo.KindCity:
		return s.w.CueNear
	case area(cue) && c.kind == geo.KindCountry:
		return 0
	}
	return s.w.CueMiss
}

// preferOwn lowers the rivals of a person's own places that the text does not name with their country or region.
func (s *solver) preferOwn() {
	for i := range s.senses {
		n := &s.senses[i]
		own := false
		for j := n.first; j < n.last; j++ {
			own = own || s.gaz.OwnRow(s.cands[j].row)
		}
		for j := n.first; own && j < n.last; j++ {
			c := &s.cands[j]
			if !s.gaz.OwnRow(c.row) && c.cue < s.w.Container/2 && (n.country == 0 || n.country != c.country) {
				c.base += s.w.OwnRival
			}
		}
	}
}

// containers looks up the wider places that the text names beside a name: "Paris, Texas".
func (s *solver) containers() {
	hits := s.hits
	for i := range s.senses {
		n := &s.senses[i]
		name := s.ms[n.lead].Container
		if name == "" || n.first == n.last {
			continue
		}
		hits = s.gaz.Lookup(name, hits[:0])
		best := math.Inf(-1)
		for _, h := range hits {
			c := cand{row: h.Row, match: h.Match, kind: s.gaz.Kind(h.Row), country: s.gaz.CountryOf(h.Row), admin1: s.gaz.Admin1Of(h.Row)}
			v := s.fame(&c)
			holds := 0
			for j := n.first; j < n.last; j++ {
				if s.inside(&s.cands[j], h.Row, c.kind, c.country, c.admin1) {
					holds++
					v += s.w.ContainerHolds
					break
				}
			}
			if holds > 0 && v > best {
				best = v
				n.container, n.contCountry, n.contAdmin1 = h.Row, c.country, c.admin1
			}
		}
		if n.container == gazetteer.NoRow {
			continue
		}
		kind := s.gaz.Kind(n.container)
		for j := n.first; j < n.last; j++ {
			if s.inside(&s.cands[j], n.container, kind, n.contCountry, n.contAdmin1) {
				s.cands[j].cue += s.w.Container
			}
		}
	}
}

// inside reports whether a candidate lies in a container row.
func (s *solver) inside(c *cand, row gazetteer.Row, kind geo.Kind, country gazetteer.Country, admin1 gazetteer.Admin1) bool {
	if c.row == row {
		return false
	}
	switch kind {
	case geo.KindCountry:
		return country != 0 && c.country == country
	case geo.KindAdmin1:
		return admin1 != 0 && c.admin1 == admin1
	case geo.KindAdmin2:
		return s.gaz.Admin2Row(c.row) == row || s.gaz.Admin2Row(row) != gazetteer.NoRow && s.gaz.Admin2Row(c.row) == s.gaz.Admin2Row(row)
	case geo.KindCity, geo.KindDistrict:
		return c.admin1 == admin1 && admin1 != 0 && near(c.at, vector(s.gaz.Point(row))) < s.w.CityKM
	case geo.KindIsland, geo.KindRegion, geo.KindLandmark:
		return country != 0 && c.country == country && near(c.at, vector(s.gaz.Point(row))) < s.w.AreaKM
	}
	return false
}

// lend turns the masses of the prior into arrays.
func (s *solver) lend(p Prior) {
	s.lender = p.Lender
	if len(p.Country) > 0 {
		s.lentCountry = make([]float64, len(s.country))
		for iso, v := range p.Country {
			if c := s.gaz.CountryNumber(iso); c != 0 {
				s.lentCountry[c] = v
			}
		}
	}
	if len(p.Admin1) > 0 {
		s.lentAdmin1 = make([]float64, len(s.admin1))
		for code, v := range p.Admin1 {
			iso, num, ok := strings.Cut(code, ".")
			if a := s.gaz.Admin1Number(iso, num); ok && a != 0 {
				s.lentAdmin1[a] = v
			}
		}
	}
	if len(p.Place) > 0 {
		s.places = make(map[gazetteer.Row]float64, len(p.Place))
		for id, v := range p.Place {
			if r := s.gaz.RowByID(id); r != gazetteer.NoRow {
				s.places[r] = v
			}
		}
	}
}

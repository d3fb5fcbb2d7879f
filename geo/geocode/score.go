package geocode

import (
	"math"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// vec is a point on the unit sphere: nearness without trigonometry.
type vec [3]float32

func vector(p orb.Point) vec {
	const rad = math.Pi / 180
	sla, cla := math.Sincos(p[1] * rad)
	slo, clo := math.Sincos(p[0] * rad)
	return vec{float32(cla * clo), float32(cla * slo), float32(sla)}
}

// earthKM is the radius of the earth.
const earthKM = 6371

// near is the distance in km, exact enough below 2,000 km; 20,000 beyond.
func near(a, b vec) float64 {
	dot := a[0]*b[0] + a[1]*b[1] + a[2]*b[2]
	if dot < 0.95 {
		return 20000
	}
	return earthKM * math.Sqrt(2*math.Max(0, float64(1-dot)))
}

// weigh adds up the masses of countries and first-level divisions that the present shares of the candidates give.
func (s *solver) weigh() {
	clear(s.country)
	clear(s.admin1)
	s.spots = s.spots[:0]
	for i := range s.senses {
		n := &s.senses[i]
		if n.spotA = len(s.spots); n.first == n.last {
			continue
		}
		if n.best < 0 {
			s.prime(n)
		}
		s.put(n, 1)
		s.addSpots(n)
	}
}

// addSpots keeps the likely points of a sense; countries and continents are nowhere near anything.
func (s *solver) addSpots(n *sense) {
	for j := n.first; j < n.last; j++ {
		if c := &s.cands[j]; c.p > s.w.CloseShare && c.kind != geo.KindCountry && c.kind != geo.KindContinent {
			s.spots = append(s.spots, spot{c.at, float32(c.p * n.sure), int32(n.index)})
		}
	}
}

// prime gives a sense its first shares, from fame and cues alone.
func (s *solver) prime(n *sense) {
	for j := n.first; j < n.last; j++ {
		c := &s.cands[j]
		c.score = c.base + c.cue
		if n.country != 0 && c.country == n.country {
			c.score += s.w.Country
		}
	}
	s.share(n)
}

// share turns scores into shares that sum to one with "none of these", and picks the best.
func (s *solver) share(n *sense) {
	top := s.w.None
	n.best = n.first
	for j := n.first; j < n.last; j++ {
		top = math.Max(top, s.cands[j].score)
		if s.cands[j].score > s.cands[n.best].score {
			n.best = j
		}
	}
	n.null = math.Exp(s.w.None - top)
	sum := n.null
	for j := n.first; j < n.last; j++ {
		c := &s.cands[j]
		c.p = math.Exp(c.score - top)
		sum += c.p
	}
	n.null /= sum
	for j := n.first; j < n.last; j++ {
		s.cands[j].p /= sum
	}
}

// score scores every candidate again with the masses of all other names.
func (s *solver) score() {
	w := s.w
	for i := range s.senses {
		n := &s.senses[i]
		if n.first == n.last {
			continue
		}
		spots := s.spotsAbout(i)
		s.putAll(n, -1) // a name is no evidence for itself
		for j := n.first; j < n.last; j++ {
			c := &s.cands[j]
			s.massScore(c)
			c.close = w.Close * math.Log1p(w.CloseGain*s.closeness(n, spots, c))
			v := c.base + c.cue + c.byCountry + c.byAdmin1 + c.close
			if n.country != 0 && c.country == n.country {
				v += w.Country
			}
			if s.places != nil {
				v += w.PriorPlace * math.Log1p(s.places[c.row])
			}
			if s.sibling != nil {
				v += s.siblingScore(i, c)
			}
			c.score = v
		}
		s.putAll(n, 1)
	}
	for i := range s.senses {
		if n := &s.senses[i]; n.first < n.last {
			s.share(n)
		}
	}
}

// massScore sets what the masses of a candidate's country and region give it, those of this article and those lent.
func (s *solver) massScore(c *cand) {
	w := s.w
	mass := math.Max(0, s.country[c.country])
	c.byCountry, c.byAdmin1, c.lent = 0, 0, lent{}
	if c.country != 0 {
		c.byCountry = w.CountryMass * math.Log1p(mass)
		if s.lentCountry != nil {
			c.lent.country = w.PriorCountry * math.Log1p(s.lentCountry[c.country])
			c.byCountry += c.lent.country
		}
	}
	if c.admin1 != 0 {
		c.byAdmin1 = w.Admin1Mass * math.Log1p(math.Max(0, s.admin1[c.admin1]))
		if s.lentAdmin1 != nil {
			c.lent.admin1 = w.PriorAdmin1 * math.Log1p(s.lentAdmin1[c.admin1])
			c.byAdmin1 += c.lent.admin1
		}
	} else if c.kind == geo.KindCountry {
		c.byAdmin1 = w.CountryOwn * math.Log1p(mass)
	}
}

// putAll adds k times what all senses of one name put into the masses.
func (s *solver) putAll(n *sense, k float64) {
	if s.sibling == nil {
		s.put(n, k)
		return
	}
	for _, o := range s.sibling[n.name] {
		s.put(&s.senses[o], k)
	}
}

// put adds k times what a sense puts into the masses of its candidates' countries and divisions.
func (s *solver) put(n *sense, k float64) {
	k *= n.weight
	for j := n.first; j < n.last; j++ {
		if c := &s.cands[j]; c.p > s.w.LeastShare {
			s.country[c.country] += k * c.p
			s.admin1[c.admin1] += k * c.p
		}
	}
}

// spotsAbout are the likely points of the names around name i.
func (s *solver) spotsAbout(i int) []spot {
	end := len(s.spots)
	if hi := i + s.w.CloseSenses + 1; hi < len(s.senses) {
		end = s.senses[hi].spotA
	}
	return s.spots[s.senses[max(0, i-s.w.CloseSenses)].spotA:end]
}

// closeness sums how near the likely places of other names lie to one of me.
func (s *solver) closeness(me *sense, spots []spot, c *cand) float64 {
	if c.kind == geo.KindCountry || c.kind == geo.KindContinent {
		return 0
	}
	// On the unit sphere 1 minus the product of two vectors is half the square of their distance.
	far := float32(1 - s.w.FarKM*s.w.FarKM/(2*earthKM*earthKM))
	half := float32(s.w.CloseKM * s.w.CloseKM / (2 * earthKM * earthKM))
	sum, best, of := float32(0), float32(0), int32(-1) // best of the points of one name
	x, y, z := c.at[0], c.at[1], c.at[2]
	for i := range spots {
		p := &spots[i]
		dot := x*p.at[0] + y*p.at[1] + z*p.at[2]
		if dot < far || int(p.sense) == me.index || s.senses[p.sense].name == me.name {
			continue
		}
		if p.sense != of {
			sum, best, of = sum+best, 0, p.sense
		}
		best = max(best, p.q*half/(half+max(0, 1-dot)))
	}
	return float64(sum + best)
}

// siblingScore adds what the other mentions of this name were resolved to, where the words beside them told which place is
// meant: after "Paris, Texas" a bare "Paris" is the same town.
func (s *solver) siblingScore(i int, c *cand) float64 {
	me := &s.senses[i]
	list := s.sibling[me.name]
	if len(list) < 2 {
		return 0
	}
	mine := &s.ms[me.lead]
	sum := 0.0
	for _, k := range list {
		if int(k) == i {
			continue
		}
		o := &s.senses[k]
		if o.best < 0 || !cued(&s.ms[o.lead]) || cued(mine) {
			continue
		}
		b := &s.cands[o.best]
		if s.ms[o.lead].KindCue != geo.KindUnknown && s.capitalOf(me) {
			continue // "the Kyiv region" does not make Kyiv a region
		}
		if b.row == c.row {
			sum += s.w.Sibling * b.p
		} else if b.admin1 == c.admin1 && b.admin1 != 0 {
			sum += s.w.SiblingRegion * b.p
		}
	}
	return sum
}

// capitalOf reports whether the best known candidate of a sense is a capital.
func (s *solver) capitalOf(n *sense) bool {
	for j := n.first; j < n.last; j++ {
		if s.cands[j].match <= gazetteer.Alternate && s.gaz.Capital(s.cands[j].row) && s.cands[j].base > 0 {
			return true
		}
	}
	return false
}

func cued(m *Mention) bool {
	return m.Container != "" || m.KindCue != geo.KindUnknown || m.Country != "" || m.Fixed != 0
}

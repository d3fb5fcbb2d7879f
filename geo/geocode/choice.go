package geocode

import (
	"sort"
	"strconv"

	"dateline/geo"
	"dateline/geo/gazetteer"
)

// choice words the result of one sense.
func (s *solver) choice(n *sense) Choice {
	best := &s.cands[n.best]
	if s.ms[n.lead].Fixed == 0 && n.null > best.p && n.null > s.w.NoneAt {
		return Choice{P: n.null, Reasons: []Reason{{Code: "place.none-fits", Args: []string{s.ms[n.lead].Name}}}}
	}
	c := Choice{Place: s.gaz.Place(best.row), Placed: true, P: best.p, Score: best.score, Context: best.byCountry + best.byAdmin1 + best.close}
	if s.ms[n.lead].Fixed != 0 {
		c.P = 1
		c.Reasons = []Reason{{Code: "place.fixed"}}
		return c
	}
	c.Reasons = s.reasons(n, best)
	order := make([]int, 0, n.last-n.first)
	for j := n.first; j < n.last; j++ {
		if j != n.best {
			order = append(order, j)
		}
	}
	if len(order) > 1 {
		sort.SliceStable(order, func(a, b int) bool { return s.cands[order[a]].score > s.cands[order[b]].score })
	}
	for k, j := range order[:min(s.w.Rivals, len(order))] {
		r := &s.cands[j]
		if k > 0 && r.p < s.w.RivalShare {
			break
		}
		c.Rivals = append(c.Rivals, Candidate{Place: s.gaz.Place(r.row), P: r.p, Score: r.score, Reasons: s.reasons(n, r)})
	}
	return c
}

// reasons names what spoke most for a candidate.
func (s *solver) reasons(n *sense, c *cand) []Reason {
	out := make([]Reason, 0, 3)
	why := func(code string, args ...string) { out = append(out, Reason{Code: code, Args: args}) }
	m := &s.ms[n.lead]
	if n.container != gazetteer.NoRow && s.inside(c, n.container, s.gaz.Kind(n.container), n.contCountry, n.contAdmin1) {
		why("place.container", m.Container)
	}
	if m.KindCue != geo.KindUnknown && c.kind == m.KindCue {
		why("place.kind", kindWord(c.kind))
	}
	if n.country != 0 && n.country == c.country {
		why("place.country-said", s.gaz.Name(s.gaz.CountryRow(c.country)))
	}
	if s.gaz.OwnRow(c.row) {
		why("place.own")
	} else if from := s.gaz.LayerOf(c.row); from != "" {
		why("place.layer", from)
	}
	switch c.match {
	case gazetteer.Alternate, gazetteer.Foreign:
		why("place.spelling", s.gaz.Name(c.row))
	case gazetteer.Historic:
		why("place.historic", s.gaz.Name(c.row))
	case gazetteer.Demonym:
		why("place.demonym", s.gaz.Name(c.row))
	case gazetteer.Abbreviation:
		why("place.abbreviation", s.gaz.Name(c.row))
	}
	if c.close > s.w.SayClose {
		if name, km, ok := s.nearest(n, c); ok {
			why("place.near", name, strconv.Itoa(int(km+0.5)))
		}
	}
	if c.byAdmin1 > s.w.SayAdmin1 && c.admin1 != 0 {
		if r := s.gaz.Admin1Row(c.admin1); r != c.row && s.gaz.Name(r) != "" {
			s.sayMentioned(&out, c, "place.region-mentioned", s.gaz.Name(r))
		}
	}
	if c.byCountry > s.w.SayCountry && c.kind != geo.KindCountry {
		if name := s.gaz.Name(s.gaz.CountryRow(c.country)); name != "" {
			s.sayMentioned(&out, c, "place.country-mentioned", name)
		}
	}
	k := n.last - n.first
	if k == 1 {
		why("place.only")
	} else if c == &s.cands[n.best] && s.largest(n, c) {
		why("place.largest", strconv.Itoa(k))
	}
	return out
}

// sayMentioned says that other places of a country or region are named: in this document, or in another one that is then
// named.
func (s *solver) sayMentioned(out *[]Reason, c *cand, code, name string) {
	own, given := c.byCountry-c.lent.country, c.lent.country
	if code == "place.region-mentioned" {
		own, given = c.byAdmin1-c.lent.admin1, c.lent.admin1
	}
	if given <= own {
		*out = append(*out, Reason{Code: code, Args: []string{name}})
		return
	}
	who := ""
	if s.lender != nil {
		p := s.gaz.Place(c.row)
		key := p.Country
		if code == "place.region-mentioned" {
			key += "." + p.Admin1
		}
		who = s.lender(key)
	}
	if who == "" {
		*out = append(*out, Reason{Code: "place.mentioned-elsewhere", Args: []string{name}})
		return
	}
	*out = append(*out, Reason{Code: "place.mentioned-by", Args: []string{name, who}})
}

func (s *solver) largest(n *sense, c *cand) bool {
	pop := s.gaz.Population(c.row)
	for j := n.first; j < n.last; j++ {
		if s.gaz.Population(s.cands[j].row) > pop {
			return false
		}
	}
	return pop > 0
}

// nearest is the chosen place of another name that lies nearest.
func (s *solver) nearest(n *sense, c *cand) (string, float64, bool) {
	name, best := "", s.w.SayNearKM
	i := n.index
	for k := max(0, i-s.w.CloseSenses); k < min(len(s.senses), i+s.w.CloseSenses+1); k++ {
		o := &s.senses[k]
		if o.best < 0 || o.name == n.name {
			continue
		}
		b := &s.cands[o.best]
		if b.kind == geo.KindCountry || b.kind == geo.KindContinent || b.row == c.row || o.sure < s.w.SaySure {
			continue
		}
		if d := near(c.at, b.at); d < best {
			name, best = s.gaz.Name(b.row), d
		}
	}
	return name, best, name != ""
}

// kindWord is the plain word for a kind.
func kindWord(k geo.Kind) string {
	switch k {
	case geo.KindAdmin1:
		return "region"
	case geo.KindAdmin2:
		return "county"
	case geo.KindSeat, geo.KindLandmark:
		return "landmark"
	}
	return k.String()
}

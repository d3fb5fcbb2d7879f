package story

import (
	"math"
	"sort"

	"dateline/geo"
	"github.com/paulmach/orb"
)

// Mark is what the map shows at one anchor: every visible event, actor and utterance there.
type Mark struct {
	At      orb.Point   // {lon, lat} of the anchor
	Places  []geo.Place // the places marked here, most events first: "Kursk Oblast", then "Kursk"
	Filled  bool        // something happened here: a filled mark
	Ring    bool        // somebody speaks or acts from here: a hollow ring
	Area    bool        // a region or country: its outline is drawn with the anchor
	Country bool        // all that is filled here is known to country level only
	Events  []int       // indices into Story.Events, in order
	Actors  []int       // indices into Story.Actors, in order
	Quotes  []int       // indices into Story.Quotes said here, in order
	P       float64     // the best probability of what is marked

	seat bool // only a seat of power so far
}

// Name is the name to show at the mark: that of the first place, of its anchor where that is better known for it
// ("Riyadh" for talks in Saudi Arabia).
func (m Mark) Name() string {
	if len(m.Places) == 0 {
		return ""
	}
	p := m.Places[0]
	for _, q := range m.Places {
		if p.Kind == geo.KindSeat && q.Kind != geo.KindSeat {
			p = q
		}
	}
	if p.Kind == geo.KindCountry && p.AnchorName != "" {
		return p.AnchorName
	}
	if p.Kind == geo.KindAdmin1 && p.AnchorName != "" {
		return p.AnchorName
	}
	return p.Name
}

// View is what of a Story is visible for a Period and a Filter. Map, timeline, lists, counts and exports all show it.
// Indices point into the Story's own slices.
type View struct {
	Period   Period
	Filter   Filter
	Events   []int // visible events, dated or not, in story order
	Quotes   []int // visible quotes, in story order
	Actors   []int
	Marks    []Mark // filled ones first, by number of events, then by name
	Places   int    // filled marks
	Undated  int    // visible events without a Moment
	Unplaced int    // visible events without a place
	Unlikely int    // events of the period that are not shown because they are not Likely
}

// Visible computes what of s is to be seen in p under f. It is the one rule of what is visible; an empty or nil Story
// gives an empty View.
func Visible(s *Story, p Period, f Filter) View {
	v := View{Period: p, Filter: f}
	if s == nil {
		return v
	}
	marks := &markSet{at: map[[2]int32]int{}}
	t := newSieve(s, f)
	v.takeEvents(s, t, marks)
	v.takeQuotes(s, t, marks)
	v.takeActors(s, t, marks)
	v.Marks = marks.sorted()
	for _, m := range v.Marks {
		if m.Filled {
			v.Places++
		}
	}
	return v
}

// takeEvents chooses the visible events and marks where they happened.
func (v *View) takeEvents(s *Story, t *sieve, marks *markSet) {
	p, f := v.Period, &v.Filter
	if t.all && !p.On && !f.HideEvents && len(s.Events) > 0 {
		v.Events = make([]int, 0, len(s.Events))
	}
	for i := range s.Events {
		e := &s.Events[i]
		if !p.Holds(e.When) || !t.event(i) {
			if f.MinP == 0 && !e.IsLikely() && p.Holds(e.When) {
				v.Unlikely++
			}
			continue
		}
		v.Events = append(v.Events, i)
		if !e.When.Dated() {
			v.Undated++
		}
		if e.Where == nil {
			v.Unplaced++
			continue
		}
		if e.Where.Actor && f.HideActors {
			continue
		}
		m := marks.get(e.Where.Place)
		m.Events = append(m.Events, i)
		m.add(e.Where.Place, e.Where.Actor, math.Min(e.P, e.Where.P))
	}
}

// takeQuotes chooses the visible quotes and marks where they were said.
func (v *View) takeQuotes(s *Story, t *sieve, marks *markSet) {
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if q.Scare || !v.Period.Holds(q.When) || !t.quote(i) {
			continue
		}
		v.Quotes = append(v.Quotes, i)
		if q.Where == nil || (q.Where.Actor && v.Filter.HideActors) {
			continue
		}
		m := marks.get(q.Where.Place)
		m.Quotes = append(m.Quotes, i)
		m.add(q.Where.Place, q.Where.Actor, q.Where.P)
	}
}

// takeActors chooses the visible places that act and marks them.
func (v *View) takeActors(s *Story, t *sieve, marks *markSet) {
	for i := range s.Actors {
		a := &s.Actors[i]
		if !v.Period.Holds(a.When) || a.Doc < 0 || a.Doc >= len(s.Articles) || a.Toponym < 0 || a.Toponym >= len(s.Articles[a.Doc].Toponyms) {
			continue
		}
		top := &s.Articles[a.Doc].Toponyms[a.Toponym]
		if !t.actor(a, top) {
			continue
		}
		v.Actors = append(v.Actors, i)
		if !top.Placed {
			continue
		}
		m := marks.get(top.Place)
		m.Actors = append(m.Actors, i)
		m.add(top.Place, true, top.P)
	}
}

type markSet struct {
	at    map[[2]int32]int
	all   []Mark
	seats []int // indices of marks that were begun by a seat of power
}

// get finds or makes the mark at the place's anchor; anchors within about 100 m are one. A seat of power stands at the
// mark of its city, so that the Kremlin and Moscow are not two marks on top of each other.
func (s *markSet) get(p geo.Place) *Mark {
	x, y := int32(math.Round(p.Anchor[0]*1000)), int32(math.Round(p.Anchor[1]*1000))
	if i, ok := s.at[[2]int32{x, y}]; ok {
		return &s.all[i]
	}
	seat := p.Kind == geo.KindSeat
	if i := s.beside(p.Anchor, seat); i >= 0 {
		m := &s.all[i]
		if m.seat { // the city gives the mark its place
			m.At, m.seat = p.Anchor, false
		}
		s.at[[2]int32{x, y}] = i
		return m
	}
	i := len(s.all)
	s.at[[2]int32{x, y}] = i
	s.all = append(s.all, Mark{At: p.Anchor, seat: seat})
	if seat {
		s.seats = append(s.seats, i)
	}
	return &s.all[i]
}

// beside finds the city's mark for a seat of power, or the seat's for a city; -1 if there is none. Seats are few, so
// that the long list is only gone through for one of them.
func (s *markSet) beside(at orb.Point, seat bool) int {
	if !seat {
		for _, i := range s.seats {
			if s.all[i].seat && near(s.all[i].At, at) {
				return i
			}
		}
		return -1
	}
	for i := range s.all {
		if !s.all[i].seat && near(s.all[i].At, at) {
			return i
		}
	}
	return -1
}

// near reports whether two points are within about 5 km.
func near(a, b orb.Point) bool {
	const deg = 0.045
	return math.Abs(a[1]-b[1]) < deg && math.Abs(a[0]-b[0])*math.Cos(a[1]*math.Pi/180) < deg
}

// add notes one more thing at the mark. Filled things decide the order of Places and whether it is country-level.
func (m *Mark) add(p geo.Place, ring bool, prob float64) {
	if prob > m.P {
		m.P = prob
	}
	if ring {
		m.Ring = true
	} else {
		if !m.Filled {
			m.Places, m.Country = nil, true
		}
		m.Filled = true
		m.Area = m.Area || p.Kind.Area()
		m.Country = m.Country && (p.Kind == geo.KindCountry || p.Kind == geo.KindContinent)
	}
	if ring && m.Filled {
		return
	}
	for _, have := range m.Places {
		if have.ID == p.ID {
			return
		}
	}
	m.Places = append(m.Places, p)
}

func (s *markSet) sorted() []Mark {
	sort.SliceStable(s.all, func(i, j int) bool {
		a, b := &s.all[i], &s.all[j]
		if a.Filled != b.Filled {
			return a.Filled
		}
		if len(a.Events) != len(b.Events) {
			return len(a.Events) > len(b.Events)
		}
		if a.Name() != b.Name() {
			return a.Name() < b.Name()
		}
		return a.At[0] < b.At[0]
	})
	return s.all
}

// Extent is the first and the last known day of all dated events; false if nothing is dated.
func (s *Story) Extent() (from, to Day, ok bool) {
	from, to = DayMax, DayMin
	for i := range s.Events {
		m := &s.Events[i].When
		if !m.Dated() {
			continue
		}
		for _, d := range [...]Day{m.Earliest, m.Latest} {
			if d.Bounded() {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	return from, to, from <= to
}

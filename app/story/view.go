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
	Open    bool        // it is filled, but nothing of it is told as something that happened: planned, denied, one side's claim
	Coarse  int         // how many of Events are known to country level only: they stand apart from the capital's own
	Events  []int       // indices into Story.Events, in order
	Actors  []int       // indices into Story.Actors, in order
	Quotes  []int       // indices into Story.Quotes said here, in order
	Named   []int       // indices into Story.Events that only name the place, in order; none where the story tells of any event
	P       float64     // the best probability of what is marked
	Share   float64     // the largest part that anything marked here has in the Period: see Period.Share

	seat bool // only a seat of power so far
}

// Name is the name to show at the mark: that of the first place, of its anchor where that is better known for it
// ("Riyadh" for talks in Saudi Arabia). What is only named keeps the name that it has in the text.
func (m Mark) Name() string {
	if len(m.Places) == 0 {
		return ""
	}
	p := m.Places[0]
	if m.OnlyNamed() {
		for _, q := range m.Places {
			if p.Kind.Area() && !q.Kind.Area() {
				p = q // of a country and its capital the town: that is where the mark stands
			}
		}
		return p.Name
	}
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

// OnlyNamed reports a mark at which nothing is told to happen and from which nobody speaks or acts.
func (m Mark) OnlyNamed() bool { return !m.Filled && !m.Ring && len(m.Named) > 0 }

// View is what of a Story is visible for a Period and a Filter. Map, timeline, lists, counts and exports all show it.
// Indices point into the Story's own slices.
type View struct {
	Period   Period
	Filter   Filter
	Events   []int // visible events, dated or not, in story order
	Named    []int // what is an event by form only: the text names the place, and nothing is told to happen there
	Quotes   []int // visible quotes, in story order
	Actors   []int
	Marks    []Mark // filled ones first, by number of events, then by name
	Wide     []Mark // what is known to a continent or a vague region only ("the West"): no point stands for it
	Places   int    // filled marks
	Undated  int    // visible events without a Moment
	Unplaced int    // visible events without a place
	Whole    int    // events that would be shown if nothing narrowed the story: those that are Likely, or all where the Filter asks for them
	Unlikely int    // events of the period that are not shown because they are not Likely
	Inside   int    // visible events of which at least half of the days that they may have happened on lie in the Period

	EventShare []float64 // for each of Events, its part in the Period: see Period.Share
	QuoteShare []float64 // the same for each of Quotes
}

// VagueKM is the width from which a region that has no seat is shown without a point: "Eastern Europe" is no dot in
// Ukraine. Of the regions that ship, those below it are places that one could point at: the Balkans (900 km), the Levant.
const VagueKM = 1000

// Vague reports whether no point can stand for a place: a continent, an ocean, a wide region without a seat.
func Vague(p *geo.Place) bool {
	switch p.Kind {
	case geo.KindContinent:
		return true
	case geo.KindRegion:
		return p.AnchorName == "" && p.SpanKM >= VagueKM
	case geo.KindSea:
		return p.SpanKM >= 3*VagueKM
	}
	return false
}

// Visible computes what of s is to be seen in p under f. It is the one rule of what is visible; an empty or nil Story
// gives an empty View.
func Visible(s *Story, p Period, f Filter) View { return Through(s, f).In(p) }

// In computes what of what passes the filter is to be seen in a Period.
func (x *Passed) In(p Period) View {
	v := View{Period: p, Filter: x.filter, Whole: x.whole}
	if x.story == nil {
		return v
	}
	l := looker{s: x.story, v: &v, marks: markSet{at: map[[2]int32]int{}}, wide: markSet{at: map[[2]int32]int{}}}
	if !p.On && len(x.Events) > 0 {
		v.Events, v.EventShare = make([]int, 0, len(x.Events)), make([]float64, 0, len(x.Events))
	}
	x.told.in(p, l.event) // a place that is named is no event: it is neither counted nor marked
	var named []int       // to be marked
	x.named.in(p, func(i int) {
		v.Named = append(v.Named, i)
		if x.whole == 0 && !Vague(&x.story.Events[i].Where.Place) {
			named = append(named, i)
		}
	})
	x.maybe.in(p, func(int) { v.Unlikely++ })
	x.said.in(p, l.quote)
	x.actors.in(p, l.actor)
	for _, i := range named { // last, so that they add nothing to what stands for more
		l.named(i)
	}
	v.Marks, v.Wide = l.marks.sorted(), l.wide.sorted()
	for i := range v.Marks {
		if v.Marks[i].Filled {
			v.Places++
		}
	}
	return v
}

// looker fills a View with what is to be seen.
type looker struct {
	s           *Story
	v           *View
	marks, wide markSet
}

// mark is the mark at a place, of which something with that part in the Period is to be seen.
func (l *looker) mark(p *geo.Place, share float64) *Mark {
	set := &l.marks
	if Vague(p) {
		set = &l.wide
	}
	m := set.get(p)
	m.Share = math.Max(m.Share, share)
	return m
}

func (l *looker) event(i int) {
	e, v := &l.s.Events[i], l.v
	share := v.Period.Share(e.When)
	v.Events, v.EventShare = append(v.Events, i), append(v.EventShare, share)
	if share >= 0.5 {
		v.Inside++
	}
	if !e.When.Dated() {
		v.Undated++
	}
	if e.Where == nil {
		v.Unplaced++
		return
	}
	if e.Where.Actor && v.Filter.HideActors {
		return
	}
	m := l.mark(&e.Where.Place, share)
	m.Events = append(m.Events, i)
	if e.Where.Place.Kind == geo.KindCountry && !e.Where.Actor {
		m.Coarse++
	}
	was := m.Filled
	m.add(&e.Where.Place, e.Where.Actor, math.Min(e.P, e.Where.P))
	if !e.Where.Actor {
		m.Open = (m.Open || !was) && !e.Modality.Real()
	}
}

func (l *looker) quote(i int) {
	q, v := &l.s.Quotes[i], l.v
	share := v.Period.Share(q.When)
	v.Quotes, v.QuoteShare = append(v.Quotes, i), append(v.QuoteShare, share)
	if q.Where == nil || q.Where.Actor && v.Filter.HideActors {
		return
	}
	m := l.mark(&q.Where.Place, share)
	m.Quotes = append(m.Quotes, i)
	m.add(&q.Where.Place, q.Where.Actor, q.Where.P)
	m.Open = m.Open && q.Where.Actor // words that were spoken there were spoken
}

func (l *looker) actor(i int) {
	a, v := &l.s.Actors[i], l.v
	top := &l.s.Articles[a.Doc].Toponyms[a.Toponym]
	v.Actors = append(v.Actors, i)
	if !top.Placed {
		return
	}
	m := l.mark(&top.Place, v.Period.Share(a.When))
	m.Actors = append(m.Actors, i)
	m.add(&top.Place, true, top.P)
}

// named marks a place that is only named.
func (l *looker) named(i int) {
	w := l.s.Events[i].Where
	m := l.mark(&w.Place, l.v.Period.Share(l.s.Events[i].When))
	m.Named = append(m.Named, i)
	if m.Filled || m.Ring {
		return
	}
	m.P = math.Max(m.P, w.P)
	m.put(&w.Place)
}

type markSet struct {
	at    map[[2]int32]int
	all   []Mark
	seats []int // indices of marks that were begun by a seat of power
}

// get finds or makes the mark at the place's anchor; anchors within about 100 m are one. A seat of power stands at the
// mark of its city, so that the Kremlin and Moscow are not two marks on top of each other.
func (s *markSet) get(p *geo.Place) *Mark {
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
func (m *Mark) add(p *geo.Place, ring bool, prob float64) {
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
	m.put(p)
}

// put adds a place to those that are marked here.
func (m *Mark) put(p *geo.Place) {
	for i := range m.Places {
		if m.Places[i].ID == p.ID {
			return
		}
	}
	m.Places = append(m.Places, *p)
}

func (s *markSet) sorted() []Mark {
	sort.SliceStable(s.all, func(i, j int) bool {
		a, b := &s.all[i], &s.all[j]
		if a.Filled != b.Filled {
			return a.Filled
		}
		if a.OnlyNamed() != b.OnlyNamed() {
			return b.OnlyNamed()
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

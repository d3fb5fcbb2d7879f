package bind

import (
	"image/color"
	"slices"
	"sort"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
)

// Lane is a row of the timeline.
type Lane struct {
	Title  string
	Colour color.NRGBA
	Letter string // tells rows of one colour apart: "" for the first eight, then "b", "c", …
	Tip    string // what stands below the title while the pointer is at it

	Article string              // Document.ID where the row is an article
	Only    func(*story.Filter) // narrows a filter to what the row stands for; nil where it is an article or has no name
	All     func(*story.Filter) // takes that narrowing away
}

// Toggled is the filter that lets through what the row stands for; of one that does just that, the filter that lets all through.
func (l *Lane) Toggled(f story.Filter) story.Filter {
	was := f
	if l.Only(&f); f.Equal(was) {
		l.All(&f)
	}
	return f
}

// Tick is something in a row of the timeline.
type Tick struct {
	ID       string
	Lane     int
	From, To story.Day
	Kind     TickKind
	P        float64
	Open     bool // planned, conditional, denied, claimed or an opinion, not told as done
	Hatched  bool // the interval is inferred, not said
	Undated  bool
	Best     story.Day
	HasBest  bool
	Tip      func() string // what is said of it, worded when it is needed: there can be many thousands

	At int // where it stands in Story.Events or Story.Quotes, by Kind
}

// TickKind is what a tick stands for.
type TickKind uint8

// The kinds.
const (
	TickEvent TickKind = iota
	TickPublication
	TickQuote
)

// mostLanes is how many rows there are at most, besides those of what has no name: the rest shares one. It only bounds the
// work of drawing; all rows can be scrolled to.
const mostLanes = 2000

// The rows of what has no name of its own.
const (
	laneOthers = -1 - iota
	laneNone
	lanePublished
)

// laneMaker sorts ticks into rows by a key: the position of an article, a speaker or a place, or one of the rows of what
// has no name.
type laneMaker struct {
	w       Words
	st      session.State
	ticks   []Tick
	keys    []int
	rowsOf  []keyedRow // by key, from lanePublished on
	ordered bool       // rows stand in the order of their keys, else the fullest first

	name   func(key int) string
	colour func(key, row int) color.NRGBA
	about  func(key int, l *Lane) // says what a row is more than its name
	none   string                 // what the row of what belongs nowhere is called
}

// keyedRow is the row of a key: whether it has one, how many ticks are in it, and where it stands.
type keyedRow struct {
	there     bool
	ticks, at int
}

// rowOf is that of a key.
func (m *laneMaker) rowOf(key int) *keyedRow {
	k := key - lanePublished
	if k >= len(m.rowsOf) {
		m.rowsOf = append(m.rowsOf, make([]keyedRow, k+1-len(m.rowsOf))...)
	}
	return &m.rowsOf[k]
}

// Lanes are the rows and ticks of the timeline: what the filter lets through, whatever its time. Rows without a name are
// grey.
func (w Words) Lanes(st session.State, grey color.NRGBA) ([]Lane, []Tick) {
	most := len(st.Passed().Events) + len(st.Story.Articles)
	m := &laneMaker{w: w, st: st, ticks: make([]Tick, 0, most), keys: make([]int, 0, most), colour: func(_, row int) color.NRGBA { return LaneColour(row) }}
	switch st.Lanes {
	case session.LanesSpeaker:
		m.bySpeaker()
	case session.LanesPlace:
		m.byPlace()
	case session.LanesPublisher:
		m.byPublisher()
	case session.LanesGroup:
		m.byGroup()
	default:
		m.byArticle()
	}
	return m.rows(grey), m.ticks
}

func (m *laneMaker) bySpeaker() {
	s := m.st.Story
	m.name, m.none = func(k int) string { return s.Speakers[k].Name }, m.w.L("no speaker")
	m.about = func(k int, l *Lane) {
		id := s.Speakers[k].ID
		l.Tip, l.Only = s.Speakers[k].Beside(), func(f *story.Filter) { f.Speakers = []story.SpeakerID{id} }
		l.All = func(f *story.Filter) { f.Speakers = nil }
	}
	for _, i := range m.st.Passed().Events {
		m.event(orNone(eventSpeaker(s, i), len(s.Speakers)), i)
	}
	for _, i := range m.st.Passed().Quotes {
		q := &s.Quotes[i]
		if q.Kind != story.QuoteDirect {
			continue
		}
		m.add(orNone(q.Speaker, len(s.Speakers)), Tick{ID: string(q.ID), At: i, Kind: TickQuote, From: q.When.Earliest, To: q.When.Latest, P: q.P,
			Undated: !q.When.Dated(), Tip: func() string {
				return m.w.quoteTip(s, q) + "\n" + clip(curly(q.Span.In(s.Articles[q.Doc].Text)), 160)
			}})
	}
	m.published(func(int) int { return lanePublished })
}

func (m *laneMaker) byPlace() {
	s := m.st.Story
	var places []geo.Place
	m.name, m.none = func(k int) string { return m.w.shortName(places[k]) }, m.w.L("not placed")
	m.about = func(k int, l *Lane) {
		id := places[k].ID
		l.Tip, l.Only = m.w.PlaceName(places[k]), func(f *story.Filter) { f.Places = []geo.PlaceID{id} }
		l.All = func(f *story.Filter) { f.Places = nil }
	}
	at := map[geo.PlaceID]int{}
	for _, i := range m.st.Passed().Events {
		key := laneNone
		if e := &s.Events[i]; e.Where != nil {
			k, met := at[e.Where.Place.ID]
			if !met {
				k = len(places)
				at[e.Where.Place.ID] = k
				places = append(places, e.Where.Place)
			}
			key = k
		}
		m.event(key, i)
	}
	m.published(func(int) int { return lanePublished })
}

func (m *laneMaker) byPublisher() {
	s := m.st.Story
	var names []string
	var sets [][]string
	at, of := map[string]int{}, make([]int, len(s.Articles))
	for d, a := range s.Articles {
		by := Publisher(&a.Document)
		k, met := at[by]
		if !met {
			k = len(names)
			at[by], names, sets = k, append(names, by), append(sets, nil)
		}
		of[d], sets[k] = k, append(sets[k], a.ID)
	}
	m.name = func(k int) string { return names[k] }
	m.byArticles(of, func(k int) []string { return sets[k] })
}

func (m *laneMaker) byGroup() {
	s := m.st.Story
	groups := Grouped(s)
	if groups == nil { // all are of one group
		all := story.Group{Name: s.Title}
		for d := range s.Articles {
			all.Articles = append(all.Articles, d)
		}
		groups = []story.Group{all}
	}
	of := GroupOf(s, groups)
	for d, g := range of {
		if g < 0 {
			of[d] = laneNone
		}
	}
	m.none = m.w.L("in no group")
	m.name = func(k int) string { return m.w.GroupName(groups[k]) }
	m.byArticles(of, func(k int) []string { return GroupIDs(s, groups[k]) })
}

// byArticles makes rows of several articles each: of gives the row of an article, ids those of a row.
func (m *laneMaker) byArticles(of []int, ids func(key int) []string) {
	s := m.st.Story
	m.about = func(k int, l *Lane) {
		set := ids(k)
		l.Tip = m.w.Count(len(set), "article", "articles")
		l.Only, l.All = func(f *story.Filter) { f.Articles = set }, func(f *story.Filter) { f.Articles = nil }
	}
	pass := m.passing()
	for d := range s.Articles {
		if pass[d] {
			m.rowOf(of[d]).there = true
		}
	}
	m.published(func(d int) int { return of[d] })
	for _, i := range m.st.Passed().Events {
		m.event(of[s.Events[i].Doc], i)
	}
}

func (m *laneMaker) byArticle() {
	s := m.st.Story
	m.ordered = true
	m.name, m.colour = func(k int) string { return Title(s.Articles[k]) }, func(k, _ int) color.NRGBA { return LaneColour(k) }
	m.about = func(k int, l *Lane) {
		a := s.Articles[k]
		l.Tip, l.Article = m.w.UnderHead(a), a.ID
	}
	pass := m.passing()
	for d := range s.Articles { // an article has its row even where nothing in it is dated
		if pass[d] {
			m.rowOf(d).there = true
		}
	}
	m.published(func(d int) int { return d })
	for _, i := range m.st.Passed().Events {
		m.event(s.Events[i].Doc, i)
	}
}

// passing marks the articles that the filter lets through.
func (m *laneMaker) passing() []bool {
	f, out := m.st.Filter.Articles, make([]bool, len(m.st.Story.Articles))
	for d := range out {
		out[d] = len(f) == 0
	}
	for _, id := range f {
		if d := m.st.Story.ArticleAt(id); d >= 0 {
			out[d] = true
		}
	}
	return out
}

func (m *laneMaker) add(key int, t Tick) {
	m.ticks, m.keys = append(m.ticks, t), append(m.keys, key)
	r := m.rowOf(key)
	r.there, r.ticks = true, r.ticks+1
}

func (m *laneMaker) event(key, i int) {
	s := m.st.Story
	e := &s.Events[i]
	if e.Mention {
		return // a place that is only named is no moment
	}
	m.add(key, Tick{ID: string(e.ID), At: i, From: e.When.Earliest, To: e.When.Latest, P: e.P, Open: !e.Modality.Real(), Undated: !e.When.Dated(),
		Tip: func() string { return m.w.eventTip(s, e) }})
}

// published adds the days of publication, each to the row that key gives for its article.
func (m *laneMaker) published(key func(doc int) int) {
	pass := m.passing()
	for d, a := range m.st.Story.Articles {
		p := a.Published
		if p.Kind == story.DateUnknown || !pass[d] {
			continue
		}
		m.add(key(d), Tick{ID: a.ID, From: p.From, To: p.To, Kind: TickPublication, P: p.P, Hatched: p.Kind == story.DateInferred, Best: p.Best,
			HasBest: true, Tip: func() string { return m.w.Published(p) }})
	}
}

// rows gives the rows, at most mostLanes with a name and then others, those without, and the days of publication; each
// tick is told its row.
func (m *laneMaker) rows(grey color.NRGBA) []Lane {
	named := m.named()
	rest := named[min(len(named), mostLanes):]
	if len(rest) > 0 {
		named, rest = named[:mostLanes-1], named[mostLanes-1:]
	}
	if m.ordered {
		slices.Sort(named)
	}
	var lanes []Lane
	for i, k := range named {
		m.rowOf(k).at = i
		l := Lane{Title: m.name(k), Colour: m.colour(k, i), Letter: LaneLetter(i)}
		if m.ordered {
			l.Letter = LaneLetter(k)
		}
		m.about(k, &l)
		lanes = append(lanes, l)
	}
	titles := map[int]string{laneOthers: m.w.L("others"), laneNone: m.none, lanePublished: m.w.L("published")}
	for _, k := range [...]int{laneOthers, laneNone, lanePublished} {
		if k == laneOthers && len(rest) == 0 || k != laneOthers && m.rowOf(k).ticks == 0 {
			continue
		}
		if k == laneOthers {
			for _, key := range rest {
				m.rowOf(key).at = len(lanes)
			}
		}
		m.rowOf(k).at = len(lanes)
		lanes = append(lanes, Lane{Title: titles[k], Colour: grey})
	}
	for i, key := range m.keys {
		m.ticks[i].Lane = m.rowOf(key).at
	}
	return lanes
}

// named are the keys that have a name, the fullest row first.
func (m *laneMaker) named() []int {
	var out []int
	for k := 0; k-lanePublished < len(m.rowsOf); k++ {
		if m.rowOf(k).there {
			out = append(out, k)
		}
	}
	key := m.w.sorting()
	sort.Slice(out, func(i, k int) bool {
		a, b := out[i], out[k]
		if x, y := m.rowOf(a).ticks, m.rowOf(b).ticks; x != y {
			return x > y
		}
		if x, y := key(m.name(a)), key(m.name(b)); x != y {
			return x < y
		}
		return a < b
	})
	return out
}

func orNone(i, n int) int {
	if i < 0 || i >= n {
		return laneNone
	}
	return i
}

// Weights are how strong ticks are drawn: as they are where no period is on; else what lies outside of it, or only may lie
// in it, is quieter, and so is what is of the same time as the event of the step.
func Weights(st session.State, ticks []Tick) []float32 {
	if !st.Period.On {
		return nil
	}
	at := stepped(st)
	of := func(n int, visible []int, shares []float64) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = faint
		}
		for k, i := range visible {
			out[i] = float32(strength(shares[k]))
			if at >= 0 {
				out[i] *= quiet
			}
		}
		return out
	}
	events, quotes := of(len(st.Story.Events), st.View.Events, st.View.EventShare), of(len(st.Story.Quotes), st.View.Quotes, st.View.QuoteShare)
	if at >= 0 {
		events[at] = 1
	}
	out := make([]float32, len(ticks))
	for i := range ticks {
		switch t := &ticks[i]; t.Kind {
		case TickEvent:
			out[i] = events[t.At]
		case TickQuote:
			out[i] = quotes[t.At]
		default:
			out[i] = 1 // when an article was published does not hang on the period
		}
	}
	return out
}

// Legend says what the shapes of ticks mean.
func (w Words) Legend(ticks []Tick) string {
	if len(ticks) == 0 {
		return ""
	}
	out := w.L("bars: the text gives only a range")
	if slices.ContainsFunc(ticks, func(t Tick) bool { return t.Open }) {
		out += " · " + w.L("hollow: planned, denied or only said")
	}
	if slices.ContainsFunc(ticks, func(t Tick) bool { return t.Hatched }) {
		out += " · " + w.L("hatched: publication day inferred")
	}
	return out
}

// eventSpeaker is who an event is told by or done by: the speaker of its first quote, else the first who acts; -1 nobody.
func eventSpeaker(s *story.Story, i int) int {
	e := &s.Events[i]
	for _, q := range e.Quotes {
		if q >= 0 && q < len(s.Quotes) && s.Quotes[q].Speaker >= 0 {
			return s.Quotes[q].Speaker
		}
	}
	if len(e.Who) > 0 {
		return e.Who[0]
	}
	return -1
}

// laneColours are the colours of articles. The first are Okabe and Ito's, which people who see colours differently tell apart
// (jfly.uni-koeln.de/color, 2008), without those that are too pale for thin marks; the other three are as far from them and
// from each other as can be, in the eyes of these people too (TestLaneColours).
var laneColours = []color.NRGBA{rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xCC79A7), rgb(0x5B4FD0), rgb(0x56B4E9), rgb(0x7A3018), rgb(0xA0006E)}

// LaneColour is the colour of article i, or of row i.
func LaneColour(i int) color.NRGBA { return laneColours[i%len(laneColours)] }

// LaneLetter tells article i, or row i, from those before it that have its colour; "" for the first of each colour.
func LaneLetter(i int) string {
	const letters = "bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if i < len(laneColours) {
		return ""
	}
	k := (i/len(laneColours) - 1) % len(letters)
	return letters[k : k+1]
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

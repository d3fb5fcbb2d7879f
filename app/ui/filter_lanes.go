package ui

import (
	"image/color"
	"slices"
	"sort"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/timeline"
	"dateline/geo"
)

var laneChoices = [...]session.Lanes{session.LanesArticle, session.LanesSpeaker, session.LanesPlace}

var laneWords = map[session.Lanes]string{session.LanesArticle: "A row for each article", session.LanesSpeaker: "A row for each speaker",
	session.LanesPlace: "A row for each place"}

// nextLanes chooses the next kind of rows.
func (w *Window) nextLanes() {
	w.session.SetLanes((w.session.State().Lanes + 1) % session.Lanes(len(laneChoices)))
}

// quoteID keeps the ids of quotes on the timeline apart from those of events and publication marks.
const quoteID = 1 << 29

// mostLanes is how many rows there are at most, besides those of what has no name: the rest shares one.
const mostLanes = 12

// The rows of what has no name of its own.
const (
	laneOthers = -1 - iota
	laneNone
	lanePublished
)

// laneMaker sorts items into rows by a key.
type laneMaker struct {
	items   []timeline.Item
	keys    []int
	count   map[int]int
	ordered bool // rows stand in the order of their keys, else the fullest first
}

func (m *laneMaker) add(key int, it timeline.Item) {
	m.items, m.keys = append(m.items, it), append(m.keys, key)
	m.count[key]++
}

// make gives the rows, at most mostLanes with a name and then others, those without, and the days of publication.
func (m *laneMaker) make(name func(key int) string, colour func(key, row int) color.NRGBA, rest map[int]string, grey color.NRGBA) ([]timeline.Lane, []timeline.Item) {
	var named []int
	for k := range m.count {
		if k >= 0 {
			named = append(named, k)
		}
	}
	sort.Slice(named, func(i, k int) bool {
		a, b := named[i], named[k]
		if m.count[a] != m.count[b] {
			return m.count[a] > m.count[b]
		}
		if x, y := name(a), name(b); x != y {
			return x < y
		}
		return a < b
	})
	rows := map[int]int{}
	if len(named) > mostLanes {
		for _, k := range named[mostLanes-1:] {
			rows[k] = laneOthers
		}
		named = named[:mostLanes-1]
	}
	if m.ordered {
		slices.Sort(named)
	}
	var lanes []timeline.Lane
	for i, k := range named {
		rows[k] = i
		lanes = append(lanes, timeline.Lane{Title: name(k), Colour: colour(k, i)})
	}
	others := -1
	for _, k := range [...]int{laneOthers, laneNone, lanePublished} {
		if k == laneOthers && len(rows) == len(named) || k != laneOthers && m.count[k] == 0 {
			continue
		}
		if k == laneOthers {
			others = len(lanes)
		}
		rows[k] = len(lanes)
		lanes = append(lanes, timeline.Lane{Title: rest[k], Colour: grey})
	}
	for i := range m.items {
		if m.items[i].Lane = rows[m.keys[i]]; m.items[i].Lane == laneOthers {
			m.items[i].Lane = others
		}
	}
	return lanes, m.items
}

// lanesOf are the rows and ticks of the timeline: what the filter lets through, whatever its time.
func lanesOf(st session.State, grey color.NRGBA) ([]timeline.Lane, []timeline.Item) {
	s, m := st.Story, &laneMaker{count: map[int]int{}}
	rest := map[int]string{laneOthers: text("others"), lanePublished: text("published")}
	event := func(key, i int) {
		e := &s.Events[i]
		if e.Mention && !e.When.Dated() {
			return // a place that is only named is a mark on the map, no moment
		}
		m.add(key, timeline.Item{ID: i, From: e.When.Earliest, To: e.When.Latest, P: e.P, Undated: !e.When.Dated(), Tip: eventTip(s, e)})
	}
	published := func(key func(d int) int) {
		for d, a := range s.Articles {
			p := a.Published
			if p.Kind == story.DateUnknown || len(st.Filter.Articles) > 0 && !slices.Contains(st.Filter.Articles, a.ID) {
				continue
			}
			m.add(key(d), timeline.Item{ID: publicationID + d, From: p.From, To: p.To, Kind: timeline.KindPublication, P: p.P,
				Hatched: p.Kind == story.DateInferred, Best: p.Best, HasBest: true, Tip: publishedWords(p)})
		}
	}
	byRow := func(_, row int) color.NRGBA { return laneColour(row) }
	switch st.Lanes {
	case session.LanesSpeaker:
		rest[laneNone] = text("no speaker")
		for _, i := range story.Passing(s, st.Filter) {
			event(orNone(eventSpeaker(s, i), len(s.Speakers)), i)
		}
		for _, i := range story.PassingQuotes(s, st.Filter) {
			q := &s.Quotes[i]
			if q.Kind != story.QuoteDirect {
				continue
			}
			m.add(orNone(q.Speaker, len(s.Speakers)), timeline.Item{ID: quoteID + i, Kind: timeline.KindQuote, From: q.When.Earliest,
				To: q.When.Latest, P: q.P, Undated: !q.When.Dated(), Tip: quoteTip(s, q) + "\n" + clip(curly(q.Span.In(s.Articles[q.Doc].Text)), 160)})
		}
		published(func(int) int { return lanePublished })
		return m.make(func(k int) string { return s.Speakers[k].Name }, byRow, rest, grey)
	case session.LanesPlace:
		rest[laneNone] = text("not placed")
		var places []geo.Place
		at := map[geo.PlaceID]int{}
		for _, i := range story.Passing(s, st.Filter) {
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
			event(key, i)
		}
		published(func(int) int { return lanePublished })
		return m.make(func(k int) string { return places[k].Name }, byRow, rest, grey)
	}
	m.ordered = true
	for d := range s.Articles { // an article has its row even where nothing in it is dated
		if len(st.Filter.Articles) == 0 || slices.Contains(st.Filter.Articles, s.Articles[d].ID) {
			m.count[d] = 0
		}
	}
	published(func(d int) int { return d })
	for _, i := range story.Passing(s, st.Filter) {
		event(s.Events[i].Doc, i)
	}
	return m.make(func(k int) string { return title(s.Articles[k]) }, func(k, _ int) color.NRGBA { return laneColour(k) }, rest, grey)
}

func orNone(i, n int) int {
	if i < 0 || i >= n {
		return laneNone
	}
	return i
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

// showLanes brings rows and ticks onto the timeline, and what their shapes mean.
func (w *Window) showLanes(st session.State) {
	lanes, items := lanesOf(st, w.pal.Muted)
	w.lanes = st.Lanes
	w.timeline.SetData(lanes, items)
	w.legend = ""
	if len(items) > 0 {
		w.legend = text("bars: the text gives only a range")
	}
	if slices.ContainsFunc(items, func(it timeline.Item) bool { return it.Hatched }) {
		w.legend = text("bars: the text gives only a range · hatched: publication day inferred")
	}
	w.showHint(st)
	if w.present == nil {
		w.frame.relayout()
	}
}

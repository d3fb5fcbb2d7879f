package quiz

import (
	"math"
	"slices"
	"strings"

	"dateline/app/story"
)

// options is how many answers are offered at most.
const options = 4

// whos ask who said something: one of the voices of the story.
func (m *maker) whos() (out []Question) {
	voices := m.voices()
	if len(voices) < 3 {
		return nil
	}
	for i := range m.s.Quotes {
		if q, ok := m.who(i, voices); ok {
			out = append(out, q)
		}
	}
	return out
}

// who asks who said quote i, one of some voices.
func (m *maker) who(i int, voices []int) (Question, bool) {
	q := &m.s.Quotes[i]
	if len(voices) < 3 || q.Kind != story.QuoteDirect || q.Scare || q.Speaker < 0 || len(q.Also) > 0 || q.P < m.w.Sure || !slices.Contains(voices, q.Speaker) {
		return Question{}, false
	}
	a := m.s.Articles[q.Doc]
	t := Text{Doc: q.Doc, Span: q.Span}
	if n := q.Span.Len(); n < m.w.Shortest || n > m.w.Longest || a.ZoneAt(q.Span.Start) != story.ZoneBody || m.tells(a, &t, m.names(q.Speaker)...) || m.alsoSaid(i) {
		return Question{}, false
	}
	shown, answer := m.offered(voices, q.Speaker)
	return Question{Kind: Who, Texts: []Text{t}, Quote: q.ID, Speakers: shown, Answer: answer, P: q.P, Hard: 0.4}, true
}

// voices are those who can be offered as an answer: persons and institutions by name, each once.
func (m *maker) voices() (out []int) {
	quoted := make([]bool, len(m.s.Speakers))
	for i := range m.s.Quotes {
		if q := &m.s.Quotes[i]; q.Speaker >= 0 && !q.Scare && q.P >= m.w.Sure {
			quoted[q.Speaker] = true
		}
	}
	for i := range m.s.Speakers {
		p := &m.s.Speakers[i]
		if quoted[i] && p.Kind != story.SpeakerRole && (p.Kind != story.SpeakerPerson || strings.Contains(p.Name, " ")) {
			out = append(out, i)
		}
	}
	return out
}

// names are the words by which a voice is known, single names of a person included.
func (m *maker) names(i int) (out []string) {
	for _, alias := range append([]string{m.s.Speakers[i].Name}, m.s.Speakers[i].Aliases...) {
		out = append(out, alias)
		for _, w := range strings.Fields(alias) {
			if len(w) > 3 {
				out = append(out, w)
			}
		}
	}
	return out
}

// alsoSaid reports whether the same words are given as somebody else's somewhere in the story.
func (m *maker) alsoSaid(i int) bool {
	q := &m.s.Quotes[i]
	for _, v := range q.Variants {
		if o := m.s.Quotes[v.Quote].Speaker; o >= 0 && o != q.Speaker {
			return true
		}
	}
	return false
}

// offered are a few of all with the right one among them, in an order that tells nothing. Of a person persons are offered
// first.
func (m *maker) offered(all []int, right int) (shown []int, answer int) {
	var alike, rest []int
	for _, i := range all {
		switch {
		case i == right || m.oneVoice(i, right):
		case m.s.Speakers[i].Kind == m.s.Speakers[right].Kind:
			alike = append(alike, i)
		default:
			rest = append(rest, i)
		}
	}
	for _, list := range [][]int{alike, rest} {
		m.rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	shown = append(alike, rest...)
	shown = append([]int{right}, shown[:min(len(shown), options-1)]...)
	m.rand.Shuffle(len(shown), func(i, j int) { shown[i], shown[j] = shown[j], shown[i] })
	return shown, slices.Index(shown, right)
}

// oneVoice reports whether two voices may be one: a surname is shared, or they speak for one state.
func (m *maker) oneVoice(i, k int) bool {
	a, b := &m.s.Speakers[i], &m.s.Speakers[k]
	if a.Kind != story.SpeakerPerson && b.Kind != story.SpeakerPerson && a.Country != "" && a.Country == b.Country {
		return true
	}
	last := func(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }
	return last(a.Name) == last(b.Name)
}

// firsts ask for the order of three events whose days lie apart.
func (m *maker) firsts() (out []Question) {
	var dated []*story.Event
	seen := map[string]bool{}
	for _, e := range m.tellable() {
		if !seen[e.Same] && m.canOrder(e) {
			seen[e.Same] = true
			dated = append(dated, e)
		}
	}
	m.rand.Shuffle(len(dated), func(i, j int) { dated[i], dated[j] = dated[j], dated[i] })
	for len(dated) >= 3 {
		three, rest := apart(dated)
		if len(three) < 3 {
			break
		}
		dated = rest
		out = append(out, m.first(three))
	}
	return out
}

// canOrder reports whether an event can be put in order with others: its sentence does not tell its day once that is hidden.
func (m *maker) canOrder(e *story.Event) bool {
	a := m.s.Articles[e.Doc]
	t := Text{Doc: e.Doc, Span: e.Sentence, Hidden: m.hideTimes(a, e.Sentence)}
	return !e.Aside && m.roughDays(&e.When) && !m.tellsDay(a, &t, e.When)
}

// roughDays reports whether a day is known well enough to come before or after others.
func (m *maker) roughDays(d *story.Moment) bool {
	return d.Dated() && d.Earliest.Bounded() && d.Latest.Bounded() && int(d.Latest-d.Earliest) <= m.w.RoughDays && d.P >= m.w.Rough
}

// apart takes three events out of a list of which no two may have been on one day, and no two stand in one sentence.
func apart(list []*story.Event) (three, rest []*story.Event) {
	for _, e := range list {
		free := len(three) < 3
		for _, o := range three {
			free = free && (e.When.Latest < o.When.Earliest || o.When.Latest < e.When.Earliest) && (e.Doc != o.Doc || e.Sentence != o.Sentence)
		}
		if free {
			three = append(three, e)
		} else {
			rest = append(rest, e)
		}
	}
	return three, rest
}

func (m *maker) first(three []*story.Event) Question {
	q := Question{Kind: First, Event: three[0].ID, P: 1}
	least := math.MaxInt
	for i, e := range three {
		a := m.s.Articles[e.Doc]
		q.Texts = append(q.Texts, Text{Doc: e.Doc, Span: e.Sentence, Hidden: m.hideTimes(a, e.Sentence)})
		q.Order, q.Events = append(q.Order, i), append(q.Events, e.ID)
		q.P *= e.When.P
		for _, o := range three[:i] {
			least = min(least, int(max(e.When.Earliest-o.When.Latest, o.When.Earliest-e.When.Latest)))
		}
	}
	slices.SortFunc(q.Order, func(i, j int) int { return int(three[i].When.Earliest - three[j].When.Earliest) })
	q.Hard = 0.5 + 0.4/(1+float64(least)/7)
	return q
}

// whiches ask which article says something that no other says.
func (m *maker) whiches() (out []Question) {
	if len(m.s.Articles) < 3 {
		return nil
	}
	for _, e := range m.tellable() {
		if q, ok := m.which(e); ok {
			out = append(out, q)
		}
	}
	return out
}

func (m *maker) which(e *story.Event) (Question, bool) {
	if e.Weight > 1 || e.P < m.w.SureDay/2 {
		return Question{}, false
	}
	group := m.group(e.Doc)
	t := Text{Doc: e.Doc, Span: e.Sentence}
	if len(group) < 3 || m.elsewhere(e, group) || m.tells(m.s.Articles[e.Doc], &t, m.s.Articles[e.Doc].Title) {
		return Question{}, false
	}
	shown, answer := m.articles(group, e.Doc)
	return Question{Kind: Which, Texts: []Text{t}, Event: e.ID, Articles: shown, Answer: answer, P: 1, Hard: 0.7}, true
}

// group are the articles that tell of the same as one does.
func (m *maker) group(doc int) []int {
	for _, g := range m.s.Groups {
		if slices.Contains(g.Articles, doc) {
			return g.Articles
		}
	}
	return nil
}

// elsewhere reports whether another article tells of anything at the same place on days that an event may be of: then it
// may say the same in other words.
func (m *maker) elsewhere(e *story.Event, group []int) bool {
	for i := range m.s.Events {
		o := &m.s.Events[i]
		if o.Doc == e.Doc || !slices.Contains(group, o.Doc) {
			continue
		}
		if o.Same == e.Same || o.What == e.What && o.What != "" {
			return true
		}
		if e.Where != nil && o.Where != nil && e.Where.Place.ID == o.Where.Place.ID && e.When.Dated() && o.When.Dated() &&
			e.When.Earliest <= o.When.Latest && o.When.Earliest <= e.When.Latest {
			return true
		}
	}
	return false
}

// articles are a few of a group with the right one among them, of different titles.
func (m *maker) articles(group []int, right int) (shown []int, answer int) {
	titles := map[string]bool{m.s.Articles[right].Title: true}
	shown = []int{right}
	for _, k := range m.rand.Perm(len(group)) {
		if d := group[k]; len(shown) < options && !titles[m.s.Articles[d].Title] {
			titles[m.s.Articles[d].Title] = true
			shown = append(shown, d)
		}
	}
	m.rand.Shuffle(len(shown), func(i, j int) { shown[i], shown[j] = shown[j], shown[i] })
	return shown, slices.Index(shown, right)
}

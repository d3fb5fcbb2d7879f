// Package quiz makes questions of a story, without anybody typing one: where was this, when was it, who said it, what came
// first, which article says so.
//
//	set := quiz.Make(s, 8, 1) // eight questions, the easy ones first; another seed gives others
//
// A question is made only of what is sure: read with a high probability, or said by a person. It has exactly one right
// answer among those that it offers, and the answer does not stand in its own words. The package reads a Story and changes
// nothing.
package quiz

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/story"
	"dateline/geo"
)

// Kind is what is asked.
type Kind uint8

// The kinds.
const (
	Where Kind = iota // a click on the map; the distance is told
	When              // a day on the timeline; the days off are told
	Who               // one of up to four voices
	First             // three events in their order
	Which             // one of up to four articles
)

var kindNames = [...]string{"where", "when", "who", "first", "which"}

// String is a word for programs.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[0]
}

// Text is a stretch of an article with what is hidden in it.
type Text struct {
	Doc    int        // index into Story.Articles
	Span   story.Span // the sentence, or the quoted words
	Hidden []story.Span
}

// Question is one question with its answer.
type Question struct {
	Kind  Kind
	Texts []Text // one; three for First, in the order in which they are shown
	Event story.EventID
	Quote story.QuoteID

	Events []story.EventID // First: those of Texts

	Place    geo.Place // Where: the answer
	From, To story.Day // When: the answer is any day of these
	Speakers []int     // Who: indices into Story.Speakers, as shown
	Articles []int     // Which: indices into Story.Articles, as shown
	Answer   int       // Who, Which: the right one of these
	Order    []int     // First: the positions of Texts in the order of their days
	P        float64   // that the answer is right
	Hard     float64   // how hard it is, 0 to 1
}

// Weights are the numbers of this package that were set by hand.
type Weights struct {
	Sure      float64 // probability from which a reading is good enough to be asked about
	SureDay   float64 // the same for a day
	Rough     float64 // probability of a day from which it can be put in order with others that lie apart
	RoughDays int     // days that it may be spread over then
	Longest   int     // letters of a sentence that can be read from the last row
	Shortest  int     // letters that a sentence or quote needs to be worth asking about
	Telling   int     // words of LongWord letters that stand open beside the gaps: fewer ("Few in … believed it") tell a class nothing
	LongWord  int     // letters of a word that says what a sentence is about; most words of grammar are shorter
	WideDays  int     // days that an answer may take
	WideKM    float64 // km: the widest place that is asked for
	RightKM   float64 // km: a click on the map that is so near is right: about the width of a finger on the map of a country
	NearKM    float64 // km: … and is near
	NearDays  int     // days that an answer may be off to be near
}

// DefaultWeights are those that are used.
func DefaultWeights() Weights {
	return Weights{Sure: 0.85, SureDay: 0.8, Rough: 0.6, RoughDays: 62, Longest: 320, Shortest: 25, Telling: 3, LongWord: 4, WideDays: 3, WideKM: 900, RightKM: 60, NearKM: 250, NearDays: 7}
}

// Make gives up to n questions of a story, the easier ones first. The same seed gives the same questions.
func Make(s *story.Story, n int, seed uint64) []Question {
	return MakeOf(s, n, seed, func(Text) bool { return true })
}

// MakeOf is Make of those texts only that may be asked about.
func MakeOf(s *story.Story, n int, seed uint64, may func(Text) bool) []Question {
	m := maker{s: s, w: DefaultWeights(), rand: rand.New(rand.NewPCG(seed, 0)), used: map[place]bool{}, may: may}
	pools := [...][]Question{Where: m.wheres(), When: m.whens(), Who: m.whos(), First: m.firsts(), Which: m.whiches()}
	for k := range pools {
		m.rand.Shuffle(len(pools[k]), func(i, j int) { pools[k][i], pools[k][j] = pools[k][j], pools[k][i] })
	}
	var out []Question
	for left := true; left && len(out) < n; { // a question of each kind in turn, while there are any
		left = false
		for k := range pools {
			for len(pools[k]) > 0 && len(out) < n {
				q := pools[k][0]
				pools[k] = pools[k][1:]
				if m.fresh(&q) {
					out = append(out, q)
					left = true
					break
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int { return cmp.Compare(a.Hard, b.Hard) })
	return out
}

// place is a stretch of an article.
type place struct {
	doc  int
	span story.Span
}

// maker makes the questions of one story.
type maker struct {
	s    *story.Story
	w    Weights
	rand *rand.Rand
	used map[place]bool // sentences that a question was made of
	may  func(Text) bool
}

// fresh reports whether a question may be asked, tells enough to be answered, and no other of the set is made of the same
// sentences, and notes them.
func (m *maker) fresh(q *Question) bool {
	for _, t := range q.Texts {
		if m.used[place{t.Doc, t.Span}] || !m.may(t) || q.Kind != Who && !m.telling(&t) {
			return false
		}
	}
	for _, t := range q.Texts {
		m.used[place{t.Doc, t.Span}] = true
	}
	return true
}

// telling reports whether what stands open beside the gaps says what a sentence is about.
func (m *maker) telling(t *Text) bool {
	n := 0
	for _, word := range strings.FieldsFunc(Shown(m.s.Articles[t.Doc].Text, t, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if utf8.RuneCountInString(word) >= m.w.LongWord {
			n++
		}
	}
	return n >= m.w.Telling
}

// tellable are the events whose sentence can be shown: likely, told as having happened, of a length that can be read.
func (m *maker) tellable() (out []*story.Event) {
	for i := range m.s.Events {
		if e := &m.s.Events[i]; m.canTell(e) {
			out = append(out, e)
		}
	}
	return out
}

func (m *maker) canTell(e *story.Event) bool {
	return !e.Mention && e.IsLikely() && e.Modality.Real() && m.readable(e.Doc, e.Sentence)
}

func (m *maker) readable(doc int, at story.Span) bool {
	a := m.s.Articles[doc]
	if at.Empty() || a.ZoneAt(at.Start) != story.ZoneBody {
		return false
	}
	n := at.Len()
	return n >= m.w.Shortest && n <= m.w.Longest
}

// wheres ask for the place of an event.
func (m *maker) wheres() (out []Question) {
	for _, e := range m.tellable() {
		if q, ok := m.where(e); ok {
			out = append(out, q)
		}
	}
	return out
}

func (m *maker) where(e *story.Event) (Question, bool) {
	w := e.Where
	if w == nil || w.Toponym < 0 || e.Named != "" || w.P < m.w.Sure || story.Vague(&w.Place) || w.Place.SpanKM > m.w.WideKM && w.Place.Kind != geo.KindCountry {
		return Question{}, false
	}
	a := m.s.Articles[e.Doc]
	top := &a.Toponyms[w.Toponym]
	if !e.Sentence.Contains(top.Span) || top.Use != story.UseLiteral || top.UseP < m.w.Sure || top.P < m.w.Sure || m.twoPlaces(a, e.Sentence, top) {
		return Question{}, false
	}
	t := Text{Doc: e.Doc, Span: e.Sentence, Hidden: m.hidePlaces(a, e.Sentence, &w.Place)}
	if m.tells(a, &t, w.Place.Name, w.Place.Admin1Name, w.Place.AnchorName, top.Name) {
		return Question{}, false
	}
	return Question{Kind: Where, Texts: []Text{t}, Event: e.ID, Place: w.Place, P: min(w.P, top.P), Hard: hardPlace(&w.Place)}, true
}

// twoPlaces reports whether a sentence has another literal place that the event could be at.
func (m *maker) twoPlaces(a *story.Article, at story.Span, of *story.Toponym) bool {
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		if !at.Contains(t.Span) || t.Use != story.UseLiteral {
			continue
		}
		if !t.Placed || t.Place.ID != of.Place.ID && !story.Within(&of.Place, &t.Place) && !story.Within(&t.Place, &of.Place) {
			return true
		}
	}
	return false
}

// hidePlaces hides the names that tell the place: its own, those of what it lies in and of what lies in it.
func (m *maker) hidePlaces(a *story.Article, at story.Span, p *geo.Place) (out []story.Span) {
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		if !at.Contains(t.Span) {
			continue
		}
		if !t.Placed || t.Place.ID == p.ID || t.Place.Country == p.Country || story.Within(p, &t.Place) || story.Within(&t.Place, p) {
			out = append(out, t.Span)
		}
	}
	return merged(out)
}

// merged sorts spans and joins those that overlap.
func merged(list []story.Span) (out []story.Span) {
	slices.SortFunc(list, story.Span.Compare)
	for _, s := range list {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// tells reports whether one of the words stands in what is shown of a text.
func (m *maker) tells(a *story.Article, t *Text, words ...string) bool {
	shown := strings.ToLower(Shown(a.Text, t, " "))
	for _, w := range words {
		if w = strings.ToLower(w); len(w) > 2 && strings.Contains(shown, w) {
			return true
		}
	}
	return false
}

// Shown is a text with a gap in place of what is hidden.
func Shown(text string, t *Text, gap string) string {
	var b strings.Builder
	at := t.Span.Start
	for _, h := range t.Hidden {
		b.WriteString(text[at:h.Start])
		b.WriteString(gap)
		at = h.End
	}
	b.WriteString(text[at:t.Span.End])
	return b.String()
}

// hardPlace: what is well known is easy, what is small is hard.
func hardPlace(p *geo.Place) float64 {
	if p.Kind == geo.KindCountry || p.Capital {
		return 0.15
	}
	return min(max(0.9-0.09*math.Log1p(float64(p.Population)/1000), 0.2), 0.95)
}

// whens ask for the day of an event that its own sentence names.
func (m *maker) whens() (out []Question) {
	for _, e := range m.tellable() {
		if q, ok := m.when(e); ok {
			out = append(out, q)
		}
	}
	return out
}

func (m *maker) when(e *story.Event) (Question, bool) {
	d := e.When
	if e.Aside || !m.sureDays(&d) || d.Words.Empty() || !e.Sentence.Contains(d.Words) {
		return Question{}, false
	}
	a := m.s.Articles[e.Doc]
	t := Text{Doc: e.Doc, Span: e.Sentence, Hidden: m.hideTimes(a, e.Sentence)}
	return Question{Kind: When, Texts: []Text{t}, Event: e.ID, From: d.Earliest, To: d.Latest, P: d.P, Hard: 0.55}, !m.tellsDay(a, &t, d)
}

func (m *maker) sureDays(d *story.Moment) bool {
	return d.Dated() && d.Earliest.Bounded() && d.Latest.Bounded() && int(d.Latest-d.Earliest) < m.w.WideDays && d.P >= m.w.SureDay &&
		(d.Basis == story.BasisClause || d.Basis == story.BasisSentence || d.Basis == story.BasisGiven)
}

func (m *maker) hideTimes(a *story.Article, at story.Span) (out []story.Span) {
	for i := range a.Timexes {
		if t := &a.Timexes[i]; at.Overlaps(t.Span) && at.Contains(t.Span) && t.Type != story.TimexDuration {
			out = append(out, t.Span)
		}
	}
	return merged(out)
}

var monthNames = [...]string{"january", "february", "march", "april", "may ", "june", "july", "august", "september", "october", "november", "december"}

// tellsDay reports whether what is shown still names the month or the year of a day.
func (m *maker) tellsDay(a *story.Article, t *Text, d story.Moment) bool {
	y, mo, _ := d.Earliest.Date()
	return m.tells(a, t, monthNames[mo-1], strconv.Itoa(y))
}

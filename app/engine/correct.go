package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/geocode"
)

// corrections are those of a log that are in force, made ready to be looked up while a story is told. It is not changed
// afterwards and may be shared between goroutines.
type corrections struct {
	published map[string]story.Day          // by Document.ID
	about     map[string][]story.Correction // of one article, by Document.ID
	anywhere  []story.Correction            // of the same words in every article
	people    map[string]string             // a name -> the name in full of who it is; "" nobody else
	out       map[string]bool               // articles taken out
	order     []story.Correction            // where articles stand in the list
	title     string
}

func gatherCorrections(log story.Log) *corrections {
	c := &corrections{}
	if log.Len() == 0 {
		return c
	}
	c.published, c.about, c.people, c.out = map[string]story.Day{}, map[string][]story.Correction{}, map[string]string{}, map[string]bool{}
	for _, x := range log.InForce() {
		switch x.Kind {
		case story.CorrectPublished:
			c.published[x.About.Article] = x.From
		case story.CorrectPerson:
			c.people[x.About.Words] = x.Speaker
		case story.CorrectOut:
			c.out[x.About.Article] = true
		case story.CorrectOrder:
			c.order = append(c.order, x)
		case story.CorrectTitle:
			c.title = x.Text
		case story.CorrectNote, story.CorrectChecked:
		default:
			if x.Scope == story.ScopeStory && x.About.Words != "" {
				c.anywhere = append(c.anywhere, x)
			} else {
				c.about[x.About.Article] = append(c.about[x.About.Article], x)
			}
		}
	}
	return c
}

// readings are those of the articles that are in the story, in the order the person gave them. rs is not changed.
func (c *corrections) readings(rs []*reading.Reading) []*reading.Reading {
	if len(c.out) == 0 && len(c.order) == 0 {
		return rs
	}
	var out []*reading.Reading
	for _, r := range rs {
		if !c.out[r.Document.ID] {
			out = append(out, r)
		}
	}
	for _, x := range c.order {
		from := slices.IndexFunc(out, func(r *reading.Reading) bool { return r.Document.ID == x.About.Article })
		if from < 0 {
			continue
		}
		r := out[from]
		out = slices.Delete(out, from, from+1)
		out = slices.Insert(out, min(max(x.Position, 0), len(out)), r)
	}
	return out
}

// fixes are the corrections of one article. A nil *fixes has none.
type fixes struct {
	doc    *story.Document
	all    []story.Correction // the later one holds, and one of a single mention before one of all alike
	people map[string]string
}

func (c *corrections) of(r *reading.Reading) *fixes {
	own := c.about[r.Document.ID]
	if len(own) == 0 && len(c.anywhere) == 0 && len(c.people) == 0 && len(r.Document.Given) == 0 {
		return nil
	}
	f := &fixes{doc: &r.Document, all: slices.Concat(c.anywhere, own), people: c.people}
	slices.SortStableFunc(f.all, func(a, b story.Correction) int { return int(b.Scope) - int(a.Scope) })
	return f
}

// last is the correction of a kind that holds for a stretch of the article; nil if there is none.
func (f *fixes) last(k story.CorrectionKind, at story.Span) *story.Correction {
	for i := len(f.all) - 1; i >= 0; i-- {
		if c := &f.all[i]; c.Kind == k && f.reaches(c, at) {
			return c
		}
	}
	return nil
}

// reaches reports whether a correction speaks of a stretch: of this one, or of the same words where it is about all alike.
func (f *fixes) reaches(c *story.Correction, at story.Span) bool {
	if c.About.Words != at.In(f.doc.Text) {
		return false
	}
	return c.Scope != story.ScopeOne || c.About.Article == f.doc.ID && c.About.Span == at
}

// removed reports whether the person said that a stretch is no mention of that kind.
func (f *fixes) removed(k story.MentionKind, at story.Span) bool {
	for i := len(f.all) - 1; i >= 0; i-- {
		c := &f.all[i]
		if (c.Kind == story.CorrectRemove || c.Kind == story.CorrectAdd) && c.Mention == k && f.reaches(c, at) {
			return c.Kind == story.CorrectRemove
		}
	}
	return false
}

// added are the stretches that the person said are mentions of a kind, in order, none within another.
func (f *fixes) added(k story.MentionKind) []story.Span {
	var out []story.Span
	for i := range f.all {
		c := &f.all[i]
		if c.Kind != story.CorrectAdd || c.Mention != k {
			continue
		}
		for _, s := range f.stretches(c) {
			if !f.removed(k, s) && !slices.ContainsFunc(out, s.Overlaps) {
				out = append(out, s)
			}
		}
	}
	slices.SortFunc(out, story.Span.Compare)
	return out
}

// stretches are where a correction reaches in the text of the article.
func (f *fixes) stretches(c *story.Correction) []story.Span {
	text := f.doc.Text
	if c.Scope == story.ScopeOne {
		if c.About.Article == f.doc.ID && c.About.Span.End <= len(text) && c.About.Span.In(text) == c.About.Words {
			return []story.Span{c.About.Span}
		}
		return nil
	}
	var out []story.Span
	for from := 0; c.About.Words != ""; {
		i := strings.Index(text[from:], c.About.Words)
		if i < 0 {
			break
		}
		s := story.Span{Start: from + i, End: from + i + len(c.About.Words)}
		if from = s.End; wholeWords(text, s) {
			out = append(out, s)
		}
	}
	return out
}

// wholeWords reports whether a stretch neither begins nor ends inside a word.
func wholeWords(text string, s story.Span) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	return !(letter(before) && letter(first)) && !(letter(last) && letter(after))
}

// Reach is how many stretches of the articles a correction is about: 0 where its words stand nowhere.
func (e *Engine) Reach(rs []*reading.Reading, c story.Correction) int {
	n := 0
	for _, r := range rs {
		f := fixes{doc: &r.Document}
		if c.Kind == story.CorrectPerson {
			c.Scope = story.ScopeStory
		}
		if c.Scope == story.ScopeArticle && c.About.Article != r.Document.ID {
			continue
		}
		n += len(f.stretches(&c))
	}
	return n
}

// reading is r with what the person marked and without what is none.
func (f *fixes) reading(e *Engine, r *reading.Reading) *reading.Reading {
	drop := func(k story.MentionKind) func(story.Span) bool {
		if !slices.ContainsFunc(f.all, func(c story.Correction) bool { return c.Kind == story.CorrectRemove && c.Mention == k }) {
			return nil
		}
		return func(s story.Span) bool { return f.removed(k, s) }
	}
	places, times := f.added(story.MentionPlace), f.added(story.MentionTime)
	dropPlace, dropTime := drop(story.MentionPlace), drop(story.MentionTime)
	if len(places)+len(times) == 0 && dropPlace == nil && dropTime == nil {
		return r
	}
	return e.finders.With(r, places, times, dropPlace, dropTime)
}

// mentions are the toponyms of a reading to resolve, with those that a person chose the place of marked as certain.
func (f *fixes) mentions(r *reading.Reading) []geocode.Mention {
	ms := r.Mentions()
	if f != nil {
		for i := range ms {
			if c := f.last(story.CorrectPlace, r.Places[i].Span); c != nil {
				ms[i].Fixed = c.Place
			}
		}
	}
	return ms
}

var fixedReason = []story.Reason{story.Why("place.fixed")}

// Toponyms puts names where the person put them, and gives them the use that the person said. It implements
// reading.Fixer.
func (f *fixes) Toponyms(a *story.Article, all []story.Toponym) []story.Toponym {
	for i := range all {
		t := &all[i]
		if c := f.last(story.CorrectPlace, t.Span); c != nil {
			place(t, c)
		}
		if c := f.last(story.CorrectUse, t.Span); c != nil {
			t.Use, t.UseP, t.NameP, t.Reasons = c.Use, 1, 1, fixedReason
		}
	}
	return all
}

// place puts a name where a correction says: at a place of the gazetteer (which geocode has chosen), at a pin, or nowhere.
func place(t *story.Toponym, c *story.Correction) {
	t.NameP, t.Reasons = 1, fixedReason
	switch {
	case c.Pinned:
		kind := geo.KindCity
		if c.Radius > 0 {
			kind = geo.KindRegion
		}
		t.Placed, t.P, t.Kind, t.Rivals = true, 1, kind, nil
		t.Place = geo.Place{ID: pinID(c), Name: t.Name, Kind: kind, Point: c.Pin, Anchor: c.Pin, SpanKM: 2 * c.Radius}
	case c.Place == 0:
		t.Placed, t.P, t.Place, t.Rivals = false, 1, geo.Place{}, nil
	}
}

// pinID is the id of a place that a person put on the map: the same for the same point.
func pinID(c *story.Correction) geo.PlaceID {
	const first = -1 << 29 // above a person's own gazetteer, far below the tables that ship
	x := uint32(int64((c.Pin[0]+180)*10000)*4000037 + int64((c.Pin[1]+90)*10000))
	return geo.PlaceID(first - int32(x%(1<<28)))
}

// Timexes gives expressions of time the days that the person said. It implements reading.Fixer.
func (f *fixes) Timexes(a *story.Article, all []story.Timex) {
	for i := range all {
		if c := f.last(story.CorrectWhen, all[i].Span); c != nil {
			all[i].Moment, all[i].P, all[i].Vague = moment(c), 1, false
			all[i].Moment.Words = all[i].Span
			all[i].Rivals, all[i].Reasons = nil, all[i].Moment.Reasons
			if d := all[i].Moment; d.Dated() && d.Earliest == d.Latest {
				all[i].Value = d.Earliest.String()
			}
		}
	}
}

// moment is the days that a correction says.
func moment(c *story.Correction) story.Moment {
	why := []story.Reason{story.Why("event.when.given")}
	if !c.From.Bounded() && !c.To.Bounded() {
		return story.Moment{Basis: story.BasisGiven, P: 1, Reasons: why}
	}
	m := story.Moment{Earliest: c.From, Latest: c.To, Precision: story.PrecisionDay, P: 1, Basis: story.BasisGiven, Reasons: why}
	if c.From.Bounded() && c.To.Bounded() {
		m.Precision = story.PrecisionOf(int(c.To-c.From) + 1)
	}
	return m
}

// Quotes takes away what is no quote, adds what was missed, and gives each the speaker that the person said. It
// implements reading.Fixer.
func (f *fixes) Quotes(a *story.Article, all []story.Quote, who []story.Speaker) ([]story.Quote, []story.Speaker) {
	all = slices.DeleteFunc(all, func(q story.Quote) bool { return f.removed(story.MentionQuote, q.Span) })
	for _, s := range f.added(story.MentionQuote) {
		if !slices.ContainsFunc(all, func(q story.Quote) bool { return q.Span == s }) {
			q := story.Quote{Span: s, Kind: story.QuoteIndirect, Speaker: -1, P: 1, Reasons: quoteReason}
			if r, _ := utf8.DecodeRuneInString(s.In(a.Text)); strings.ContainsRune("\"“”„«»'‘’‹", r) {
				q.Kind = story.QuoteDirect
			}
			all = append(all, q)
		}
	}
	for i := range all {
		q := &all[i]
		if c := f.last(story.CorrectSpeaker, q.Span); c != nil {
			q.Speaker, who = speaker(who, c.Speaker)
			q.P, q.Scare, q.Also, q.Reasons = 1, false, nil, quoteReason
			continue
		}
		if by := q.By.In(a.Text); by != "" && q.Speaker >= 0 {
			if name, said := f.people[by]; said && (name == "" || who[q.Speaker].Name != name) {
				if name == "" {
					name = by
				}
				q.Speaker, who = speaker(who, name)
				q.P, q.Reasons = 1, quoteReason
			}
		}
	}
	for i := range who {
		if name, said := f.people[who[i].Name]; said && name != "" {
			who[i].Aliases = appendMissing(who[i].Aliases, who[i].Name)
			who[i].Name, who[i].Kind = name, story.SpeakerPerson
		}
	}
	return all, who
}

var quoteReason = []story.Reason{story.Why("quote.given")}

// speaker is who has a name, by its name in full or another one; a new speaker where nobody has. "" is nobody, -1.
func speaker(who []story.Speaker, name string) (int, []story.Speaker) {
	if name == "" {
		return -1, who
	}
	for i := range who {
		if who[i].Name == name {
			return i, who
		}
	}
	for i := range who {
		if slices.Contains(who[i].Aliases, name) && strings.Count(who[i].Name, " ") >= strings.Count(name, " ") && who[i].Name != name {
			return i, who
		}
	}
	return len(who), append(who, story.Speaker{Name: name, Kind: story.SpeakerPerson, Aliases: []string{name}})
}

func appendMissing(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	out := append(slices.Clone(list), s)
	slices.Sort(out)
	return out
}

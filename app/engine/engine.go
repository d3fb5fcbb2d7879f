// Package engine reads articles into a story: it joins the gazetteer, the finders of app/reading, geo/geocode and
// app/assemble, and spreads the work over the cores.
//
//	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
//	s, err := e.Read(ctx, docs, nil)
//
// It knows no window and no files; where the bytes come from is the caller's business.
package engine

import (
	"context"
	"fmt"
	"slices"

	"dateline/app/assemble"
	"dateline/app/progress"
	"dateline/app/reading"
	"dateline/app/reading/pubdate"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

// Version is the program's version, for the window and the command line alike. FyneApp.toml says the same.
const Version = "0.1.0"

// Stages of a run, as Progress names them.
const (
	StageRead     = "reading"
	StageLocate   = "locating"
	StageAssemble = "joining"
)

// Engine holds what every run shares. Its methods may be called from several goroutines.
type Engine struct {
	gaz       *gazetteer.Index
	finders   reading.Finders
	geocoder  geocode.Geocoder
	assembler assemble.Assembler
	today     story.Day                // 0 if not known
	own       map[geo.PlaceID]*geo.Own // the places laid over those that ship, by id; nil for none
}

// At is the same engine on a known day: documents that do not say when they were opened are opened then, and were not
// published later. Without it the engine knows no day. A day before the program was made is a clock that is wrong, and
// is not used.
func (e *Engine) At(today story.Day) *Engine {
	at := *e
	at.today = 0
	if today >= story.NewDay(2025, 1, 1) && today.Bounded() {
		at.today = today
	}
	return &at
}

// Gazetteer is the index of places, for look-ups.
func (e *Engine) Gazetteer() *gazetteer.Index { return e.gaz }

// Read reads the documents as one story: articles lend each other evidence of places and days. The same documents in
// the same order give the same story. A cancelled context gives its error. Progress may be nil.
func (e *Engine) Read(ctx context.Context, docs []story.Document, p progress.Report) (*story.Story, error) {
	rs, err := e.Gather(ctx, docs, p)
	if err != nil {
		return nil, err
	}
	return e.join(ctx, rs, story.Log{}, p, true)
}

// Gather is the first half of Read: what depends on each document alone. The readings can be kept and told again.
func (e *Engine) Gather(ctx context.Context, docs []story.Document, p progress.Report) ([]*reading.Reading, error) {
	rs := make([]*reading.Reading, len(docs))
	err := spread(ctx, len(docs), p.Stage(StageRead, len(docs)), func(i int) {
		rs[i] = e.read(&Input{Document: docs[i]})
	})
	return rs, err
}

// read reads one document. A fault in a finder costs the document its findings and nothing else: the others are read.
func (e *Engine) read(in *Input) (r *reading.Reading) {
	defer func() {
		if fault := recover(); fault != nil {
			r = blank(in.Document, fault)
		}
	}()
	if in.Document.Opened == 0 && e.today != 0 {
		dated := *in
		dated.Document.Opened = e.today
		in = &dated
	}
	if in.Given {
		return e.finders.ReadGiven(&in.Document, in.Spans)
	}
	return e.finders.Read(&in.Document)
}

// placed is an article whose places are chosen and whose day of publication is known.
type placed struct {
	reading *reading.Reading
	choices []geocode.Choice
	pub     story.Publication
	fix     *fixes // what a person said of it; may be nil
}

// part is what one article gives to the story, with the same guard.
func (e *Engine) part(doc int, alone bool, x placed) (out *assemble.Part) {
	defer func() {
		if fault := recover(); fault != nil {
			out = e.assembler.Part(doc, blank(x.reading.Document, fault).Resolve(nil, x.pub, nil), alone)
		}
	}()
	var fix reading.Fixer
	if x.fix != nil {
		fix = x.fix
	}
	r := x.reading.Resolve(x.choices, x.pub, fix)
	x.choices = nil // the article has them now; those of a long text are much, and its events come yet
	out = e.assembler.Part(doc, r, alone)
	if x.fix == nil {
		return out
	}
	out.Correct(func(a *story.Article, ev *story.Event) bool { return x.fix.event(a, e.gaz, ev) },
		func(a *story.Article, have []story.Event) []story.Event {
			return append(x.fix.given(a, doc, e.gaz), x.fix.missed(a, doc, have)...)
		})
	return out
}

// blank is the reading of a document in which nothing was found, and why.
func blank(d story.Document, fault any) *reading.Reading {
	d.Notes = append(d.Notes[:len(d.Notes):len(d.Notes)], fmt.Sprintf("nothing was read in it, by a fault of the program: %v", fault))
	return reading.Blank(&d)
}

// Tell is the second half of Read: places are chosen, days are counted, and all is joined. What the log says is taken as
// true: all that is counted from a given day moves with it, and undated siblings hear of it. Nothing is read again, and
// the same readings and log give the same story. What the log says of articles that are not there changes nothing.
func (e *Engine) Tell(ctx context.Context, rs []*reading.Reading, log story.Log, p progress.Report) (*story.Story, error) {
	return e.join(ctx, rs, log, p, false)
}

// join is Tell. Where the readings are used up, each is let go as soon as its article is done.
func (e *Engine) join(ctx context.Context, rs []*reading.Reading, log story.Log, p progress.Report, useUp bool) (*story.Story, error) {
	if !useUp {
		rs = slices.Clone(rs) // the caller's stay as they are
	}
	said := gatherCorrections(log)
	rs = said.readings(rs)
	fix := make([]*fixes, len(rs))
	evidence := make([]pubdate.Evidence, len(rs))
	for i, r := range rs {
		evidence[i] = r.Evidence
		if d, ok := said.published[r.Document.ID]; ok {
			evidence[i] = evidence[i].Given(d)
		}
	}
	choices := make([][]geocode.Choice, len(rs))
	if err := spread(ctx, len(rs), nil, func(i int) {
		if fix[i] = said.of(rs[i]); fix[i] != nil {
			rs[i] = fix[i].reading(e, rs[i])
		}
		choices[i] = e.geocoder.Resolve(fix[i].mentions(rs[i]), geocode.Prior{})
	}); err != nil {
		return nil, err
	}
	groups := groupsOf(rs, choices)
	published := e.datesTogether(evidence, groups)
	priors := lend(choices, groupNames(groups), titlesOf(rs), true)
	if len(rs) > 1 {
		clear(choices) // they are chosen anew, with what the other articles lend
	}
	parts := make([]*assemble.Part, len(rs))
	if err := spread(ctx, len(rs), p.Stage(StageLocate, len(rs)), func(i int) {
		c := choices[i]
		choices[i] = nil
		if len(rs) > 1 {
			c = e.geocoder.Resolve(fix[i].mentions(rs[i]), priors[i])
		}
		parts[i] = e.part(i, len(rs) == 1, placed{rs[i], c, published[i], fix[i]})
		if useUp {
			rs[i] = nil
		}
	}); err != nil {
		return nil, err
	}
	report := p.Stage(StageAssemble, 1)
	report(0)
	s := e.assembler.Join(parts)
	s.Groups = grouped(groups)
	e.assembler.NameGroups(s)
	s.Own = e.added(s)
	switch {
	case said.title != "":
		s.Title = said.title
	case unrelated(s.Groups, len(rs)):
		s.Title = story.Unnamed(len(rs)) // the place where most happens would be that of one article, and not of the others
	}
	report(1)
	return s, ctx.Err()
}

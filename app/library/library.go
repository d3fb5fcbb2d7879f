// Package library keeps what was read of each article, so that a story is told again without reading twice. It holds
// readings by Document.ID and nothing else: what a person said of them is a story.Log, handed in at each call.
//
//	lib := library.New(eng)
//	s, err := lib.Tell(ctx, docs, log, nil)   // reads what is new, then tells
//	lib.Keep(docs)                            // all others are forgotten
package library

import (
	"context"
	"sync"

	"dateline/app/progress"
	"dateline/app/reading"
	"dateline/app/story"
)

// Engine reads documents and tells what was read as a story: *engine.Engine.
type Engine interface {
	Gather(ctx context.Context, docs []story.Document, p progress.Report) ([]*reading.Reading, error)
	Tell(ctx context.Context, rs []*reading.Reading, log story.Log, p progress.Report) (*story.Story, error)
}

// Library is a set of readings. Its methods may be called from several goroutines.
type Library struct {
	mu       sync.Mutex
	engine   Engine
	turn     int                         // counts up with every other engine
	readings map[string]*reading.Reading // by Document.ID
}

// New is an empty Library on an engine.
func New(e Engine) *Library {
	return &Library{engine: e, readings: map[string]*reading.Reading{}}
}

// Tell is the story of docs, in their order, with what the log says. Only documents that are new are read.
func (l *Library) Tell(ctx context.Context, docs []story.Document, log story.Log, p progress.Report) (*story.Story, error) {
	l.mu.Lock()
	e := l.engine
	l.mu.Unlock()
	rs, err := l.gather(ctx, docs, p)
	if err != nil {
		return nil, err
	}
	return e.Tell(ctx, rs, log, p)
}

// Use makes Tell read and tell with another engine, and forgets the readings of documents that it reads otherwise.
func (l *Library) Use(e Engine, stale func(*story.Document) bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.engine = e
	l.turn++
	for id, r := range l.readings {
		if stale(&r.Document) {
			delete(l.readings, id)
		}
	}
}

// gather gives the readings of docs in order.
func (l *Library) gather(ctx context.Context, docs []story.Document, p progress.Report) ([]*reading.Reading, error) {
	out := make([]*reading.Reading, len(docs))
	var fresh []story.Document
	var at []int
	l.mu.Lock()
	e, turn := l.engine, l.turn
	for i := range docs {
		if out[i] = l.readings[docs[i].ID]; out[i] == nil {
			fresh, at = append(fresh, docs[i]), append(at, i)
		}
	}
	l.mu.Unlock()
	if len(fresh) == 0 {
		return out, ctx.Err()
	}
	read, err := e.Gather(ctx, fresh, p)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for k, i := range at {
		out[i] = read[k]
		if turn == l.turn { // else it may be read otherwise now
			l.readings[docs[i].ID] = read[k]
		}
	}
	return out, nil
}

// Keep forgets the readings of all documents but these.
func (l *Library) Keep(docs []story.Document) {
	l.mu.Lock()
	defer l.mu.Unlock()
	kept := make(map[string]*reading.Reading, len(docs))
	for i := range docs {
		if r := l.readings[docs[i].ID]; r != nil {
			kept[docs[i].ID] = r
		}
	}
	l.readings = kept
}

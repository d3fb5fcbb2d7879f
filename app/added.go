package app

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"unicode"

	"dateline/app/engine"
	"dateline/app/library"
	"dateline/app/places"
	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// stack is the engine with the places that the person added and those that came with the project. Its methods may be called from
// several goroutines.
type stack struct {
	shelf func() *places.Shelf // what the person added; nil nothing

	mu     sync.Mutex
	story  []geo.Own      // that came with the project which is open
	engine *engine.Engine // over what follows; nil before it is first asked for
	turn   int
	own    []geo.Own
	layers []*gazetteer.Layer
}

// openShelf reads what the person added, once. What of it is damaged is told by say.
func openShelf(folder string, base func() (*engine.Engine, error), say func([]places.Fault)) func() *places.Shelf {
	return sync.OnceValue(func() *places.Shelf {
		s, faults := places.Open(filepath.Join(folder, "places"), func() *gazetteer.Index {
			if e, err := base(); err == nil {
				return e.Gazetteer()
			}
			return nil
		})
		if len(faults) > 0 {
			say(faults)
		}
		return s
	})
}

// over gives the engine with what was added, and where that has changed makes lib read with it what it would read otherwise.
func (s *stack) over(base *engine.Engine, lib *library.Library, of []geo.Own) *engine.Engine {
	own, turn := of, 0
	var layers []*gazetteer.Layer
	if s.shelf != nil {
		own, layers, turn = s.shelf().Stack(of)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.engine != nil && turn == s.turn && slices.EqualFunc(own, s.own, geo.Own.Equal) {
		return s.engine
	}
	stale := otherwise(s.own, own)
	if !slices.Equal(layers, s.layers) {
		stale = func(*story.Document) bool { return true }
	}
	s.engine, s.turn, s.own, s.layers = base.Over(own, layers...), turn, own, layers
	lib.Use(s.engine, stale)
	return s.engine
}

// otherwise reports which documents are read otherwise with other own places: those that have a word which begins a name of one
// that is new, gone or changed.
func otherwise(before, after []geo.Own) func(*story.Document) bool {
	had := map[geo.PlaceID]*geo.Own{}
	for i := range before {
		had[before[i].ID] = &before[i]
	}
	var other []geo.Own
	for i := range after {
		p := &after[i]
		if old := had[p.ID]; old == nil || !old.Equal(*p) {
			other = append(other, *p)
			if old != nil {
				other = append(other, *old)
			}
		}
		delete(had, p.ID)
	}
	for _, p := range had {
		other = append(other, *p)
	}
	if len(other) == 0 {
		return func(*story.Document) bool { return false }
	}
	none := &gazetteer.Index{}
	x := none.Over(gazetteer.OwnLayer(none, other))
	return func(d *story.Document) bool { return namesOne(x, d.Text) }
}

// namesOne reports whether some word of a text begins a name.
func namesOne(x *gazetteer.Index, text string) bool {
	inside := false
	for i, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
		if letter && !inside && x.MayStart(text[i:min(i+100, len(text))]) {
			return true
		}
		inside = letter
	}
	return false
}

// current is the engine that the story was told with last, for look-ups.
func (a *program) current() (*engine.Engine, error) {
	a.stack.mu.Lock()
	e := a.stack.engine
	a.stack.mu.Unlock()
	if e != nil {
		return e, nil
	}
	return a.engine()
}

// ofProject remembers the places that came with the project which is open.
func (s *stack) ofProject(st *session.State) {
	s.mu.Lock()
	s.story = st.Places
	s.mu.Unlock()
}

// projectPlaces are what ofProject remembered.
func (s *stack) projectPlaces() []geo.Own {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.story
}

// tell makes the story of documents with what a person said of them. What was read before is not read again.
func (a *program) tell(ctx context.Context, docs []story.Document, log story.Log, report progress.Report) (*story.Story, error) {
	return a.tellWith(ctx, docs, log, a.stack.projectPlaces(), report)
}

// tellWith is tell with the places that came with a project.
func (a *program) tellWith(ctx context.Context, docs []story.Document, log story.Log, of []geo.Own, report progress.Report) (*story.Story, error) {
	lib, err := a.library()
	if err != nil {
		return nil, err
	}
	base, err := a.engine()
	if err != nil {
		return nil, err
	}
	a.stack.over(base, lib, of)
	return lib.Tell(ctx, docs, log, report)
}

package session

import (
	"context"
	"maps"
	"slices"

	"dateline/app/progress"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Kept is what a project holds beside its articles: what was said of them and how the window stood.
type Kept struct {
	File   string // path of the project file; "" for what was never saved
	Log    story.Log
	Run    slides.Run
	Lesson bool      // it is presented as soon as it is opened
	Places []geo.Own // that do not ship: those that came with it, and those the story has
	Saved  bool      // the file holds just this; false for what was recovered after a bad end

	Period story.Period
	Width  int
	Filter story.Filter
	Event  story.EventID
	Quote  story.QuoteID
	Center orb.Point // of the map; zero with Zoom zero where it is not known
	Zoom   float64
	Mode   Mode
	Lanes  Lanes
	Heat   bool
	Counts Counts
	Seen   []string // articles that were in view
}

// Kept is what is to be kept of the state.
func (n *State) Kept() Kept {
	k := Kept{File: n.File, Log: n.Log, Places: geo.MergeOwn(n.Story.Own, n.Places), Saved: !n.Dirty, Period: n.Period, Width: n.Width, Filter: n.Filter, Event: n.Selected.Event,
		Quote: n.Selected.Quote, Center: n.Viewport.Center, Zoom: n.Viewport.Zoom, Mode: n.Mode, Lanes: n.Lanes, Heat: n.Heat, Counts: n.Counts,
		Seen: slices.Sorted(maps.Keys(n.Seen))}
	k.Run, k.Lesson = n.Run, n.Lesson
	return k
}

// restore brings back how the window stood.
func (n *State) restore(k *Kept) Change {
	n.File, n.Period, n.Width, n.Places = k.File, k.Period, k.Width, k.Places
	n.Run, n.Lesson = k.Run, k.Lesson
	n.Filter = k.Filter.In(n.Story)
	if int(k.Mode) < len(modeNames) {
		n.Mode = k.Mode
	}
	if int(k.Lanes) < len(laneNames) {
		n.Lanes = k.Lanes
	}
	n.Heat, n.Seen = k.Heat, seenOf(k.Seen, n.Story)
	if int(k.Counts) < len(countNames) {
		n.Counts = k.Counts
	}
	n.Selected = nothing
	if i := n.Story.EventAt(k.Event); i >= 0 {
		n.Selected = eventSelection(n.Story, i)
	} else if i := n.Story.QuoteAt(k.Quote); i >= 0 {
		n.Selected = quoteSelection(n.Story, i)
	}
	c := Perioded | Selected | Filtered | Moded | Ran
	if k.Zoom > 0 {
		n.Viewport.Center, n.Viewport.Zoom = k.Center, k.Zoom
		c |= Moved
	}
	return c
}

// saved is what the project file, or what else a person has, holds: losing it loses nothing.
type saved struct {
	log  story.Log
	run  slides.Run
	docs []story.Document
}

// dirty reports whether closing what is open would lose something: corrections, words that were pasted, or any change of a
// project.
func (s *Session) dirty(n *State) bool {
	switch {
	case n.Log.Equal(s.saved.log) && n.Run.Equal(s.saved.run) && sameDocuments(n.Documents, s.saved.docs):
		return false
	case n.File != "" || n.Log.Len() > 0 || n.Run.Made == slides.MadeOwn:
		return true
	case n.Sample:
		return false
	}
	for i := range n.Documents {
		if n.Documents[i].Path == "" {
			return true
		}
	}
	return false
}

func sameDocuments(a, b []story.Document) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID {
			return false
		}
	}
	return true
}

// Save writes what is open to a project file, as a job, and tells the person how it ended. then, which may be nil, runs
// when it has worked.
func (s *Session) Save(path string, then func()) {
	if s.cfg.Save == nil || len(s.state.Documents) == 0 {
		return
	}
	st := s.state
	s.Start(Work{Kind: KindSave, Stage: "save", Fault: "The project could not be saved. Choose another place with Save as.",
		Do: func(ctx context.Context, report progress.Report) (func(), error) {
			err := s.cfg.Save(ctx, st, path)
			return func() {
				s.change(func(n *State) Change {
					s.saved = saved{st.Log, st.Run, st.Documents}
					n.File, n.Sample = path, false
					return Saved
				})
				if then != nil {
					then()
				}
			}, err
		}})
}

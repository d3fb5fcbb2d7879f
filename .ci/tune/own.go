package main

import (
	"math"

	"dateline/app/engine"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// pubdates reads the set as one story with every second day taken out: of these, how many are told, how many of those told
// have the day in the 80 % interval, and how many within 3 days of the best, in percent.
func (t *tuner) pubdates(e *engine.Engine, all []article) (outcome, error) {
	in := make([]engine.Input, len(all))
	for i := range all {
		in[i] = all[i].input(i%2 == 1)
	}
	s, err := e.Together(t.ctx, in, nil)
	if err != nil {
		return outcome{}, err
	}
	var hidden, told, held, near float64
	for i := 0; i < len(all); i += 2 {
		d, ok := all[i].day()
		if !ok {
			continue
		}
		hidden++
		p := &s.Articles[i].Published
		if p.Kind == story.DateUnknown {
			continue
		}
		told++
		if p.From <= d && d <= p.To {
			held++
		}
		if gap := p.Best - d; gap >= -3 && gap <= 3 {
			near++
		}
	}
	percent := func(n, of float64) float64 { return 100 * n / math.Max(1, of) }
	return outcome{figures: []float64{percent(told, hidden), percent(held, told), percent(near, told)}}, nil
}

// gold is an event as a set lists it: where is a name, some names, or nothing; when two days, or nothing.
type gold struct {
	Where any
	When  []string
}

// events counts the events of the set that are found: one at the place, whose days overlap, in percent; and how many
// events there are in all.
func (t *tuner) events(e *engine.Engine, all []article) (outcome, error) {
	in := make([]engine.Input, len(all))
	for i := range all {
		in[i] = all[i].input(true)
	}
	var want, found, total float64
	err := e.Alone(t.ctx, in, false, func(i int, s *story.Story) error {
		total += float64(len(s.Events))
		for _, g := range all[i].Events {
			want++
			for k := range s.Events {
				if g.at(e.Gazetteer(), s.Events[k].Where) && g.on(s.Events[k].When) {
					found++
					break
				}
			}
		}
		return nil
	})
	return outcome{figures: []float64{100 * found / math.Max(1, want), total}}, err
}

// at reports whether one of the event's names can be within 161 km of w.
func (g *gold) at(x *gazetteer.Index, w *story.Spot) bool {
	names, _ := g.Where.([]any)
	if names == nil {
		names = []any{g.Where}
	}
	for _, n := range names {
		name, _ := n.(string)
		if name == "" {
			if w == nil {
				return true
			}
			continue
		}
		if w == nil {
			continue
		}
		for _, h := range x.Lookup(name, nil) {
			if p := x.Place(h.Row); p.ID == w.Place.ID || gazetteer.Kilometres(p.Point, w.Place.Point) <= 161 {
				return true
			}
		}
	}
	return false
}

// on reports whether the event's days overlap those of m; an event without days may be any day.
func (g *gold) on(m story.Moment) bool {
	if len(g.When) != 2 {
		return true
	}
	from, ok1 := story.ParseDay(g.When[0])
	to, ok2 := story.ParseDay(g.When[1])
	return ok1 && ok2 && m.Dated() && m.Earliest <= to && from <= m.Latest
}

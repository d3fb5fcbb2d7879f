package main

import (
	"math"

	"dateline/app/engine"
	"dateline/app/story"
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

// joined reads the set as one story, all days given, and counts what joining leaves: events, events that are one in several
// articles, speakers, and quotes that are found again in other words. Which count is better is for a person to see.
func (t *tuner) joined(e *engine.Engine, all []article) (outcome, error) {
	in := make([]engine.Input, len(all))
	for i := range all {
		in[i] = all[i].input(true)
	}
	s, err := e.Together(t.ctx, in, nil)
	if err != nil {
		return outcome{}, err
	}
	ids, variants := map[string]bool{}, 0
	for i := range s.Events {
		ids[s.Events[i].Same] = true
	}
	for i := range s.Quotes {
		if len(s.Quotes[i].Variants) > 0 {
			variants++
		}
	}
	return outcome{figures: []float64{float64(len(s.Events)), float64(len(ids)), float64(len(s.Speakers)), float64(variants)}}, nil
}

package engine

import (
	"fmt"

	"dateline/app/assemble"
	"dateline/app/event"
	"dateline/app/reading"
	"dateline/app/reading/pubdate"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

// Data is what ships with the program and every reading needs. The bytes are kept and never changed.
type Data struct {
	Gazetteer  []byte // the index of places
	WorldSeats []byte // the table of cities where bodies of the whole world sit; nil for none
	Leaders    []byte // the table of people who speak for a state; nil for none
}

// Weights are all numbers that were set by hand, by the package that reads with them.
type Weights struct {
	Reading  reading.Weights
	Pubdate  pubdate.Weights
	Geocode  geocode.Weights
	Event    event.Weights
	Assemble assemble.Weights
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{Reading: reading.DefaultWeights(), Pubdate: pubdate.DefaultWeights(), Geocode: geocode.DefaultWeights(), Event: event.DefaultWeights(), Assemble: assemble.DefaultWeights()}
}

var defaults = DefaultWeights()

// New makes an Engine of the data that ships.
func New(d Data) (*Engine, error) {
	x, err := gazetteer.Load(d.Gazetteer)
	if err != nil {
		return nil, fmt.Errorf("engine: %w", err)
	}
	seats, err := geocode.LoadWorldSeats(d.WorldSeats)
	if err != nil {
		return nil, fmt.Errorf("engine: %w", err)
	}
	leaders, err := event.LoadLeaders(d.Leaders)
	if err != nil {
		return nil, fmt.Errorf("engine: %w", err)
	}
	e := &Engine{gaz: x, finders: reading.Finders{Gazetteer: x}, geocoder: geocode.Geocoder{Gazetteer: x, WorldSeats: seats}, assembler: assemble.Assembler{Gazetteer: x, Events: event.Finder{Gazetteer: x, Leaders: leaders}}}
	return e.With(&defaults), nil
}

// With is the same engine with other weights, which must not be changed while it reads. It is there for tuning and tests.
func (e *Engine) With(w *Weights) *Engine {
	with := *e
	with.finders.Weights, with.geocoder.Weights = &w.Reading, &w.Geocode
	with.assembler.Weights, with.assembler.Events.Weights = &w.Assemble, &w.Event
	with.finders.Dater = pubdate.New(&w.Pubdate)
	return &with
}

package ui

import (
	"context"
	"image"
	"sync/atomic"

	"dateline/geo"
	"dateline/geo/tile"
	"github.com/paulmach/orb"
)

// names is the source of the map's tiles and names, which can be told to keep the names to itself.
type names struct {
	tile.Source
	cities func(orb.Bound, int) []geo.Place
	hidden atomic.Bool
}

// hide hides the names or shows them, and reports whether that is a change.
func (n *names) hide(on bool) bool { return n.hidden.Swap(on) != on }

// Tile gives a tile of the map, which has no names on it.
func (n *names) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	return n.Source.Tile(ctx, k)
}

// Labels gives the names of countries and the like.
func (n *names) Labels(b orb.Bound, zoom float64) []tile.Label {
	if l, ok := n.Source.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok && !n.hidden.Load() {
		return l.Labels(b, zoom)
	}
	return nil
}

// Cities gives the largest towns.
func (n *names) Cities(b orb.Bound, most int) []geo.Place {
	if n.cities == nil || n.hidden.Load() {
		return nil
	}
	return n.cities(b, most)
}

// over is another source whose names are hidden with those of n.
func (n *names) over(s tile.Source) tile.Source {
	if s == n.Source {
		return n
	}
	o := overNames{Source: s, hidden: &n.hidden}
	if live, ok := s.(tile.Live); ok {
		return liveNames{o, live}
	}
	return o
}

type overNames struct {
	tile.Source
	hidden *atomic.Bool
}

// Labels gives the names of the source, unless they are hidden.
func (o overNames) Labels(b orb.Bound, zoom float64) []tile.Label {
	if l, ok := o.Source.(interface {
		Labels(orb.Bound, float64) []tile.Label
	}); ok && !o.hidden.Load() {
		return l.Labels(b, zoom)
	}
	return nil
}

// liveNames is overNames of a source that betters its pictures.
type liveNames struct {
	overNames
	live tile.Live
}

func (l liveNames) Follow(better func(tile.Key)) (want func([]tile.Key), stop func()) {
	return l.live.Follow(better)
}
func (l liveNames) Provisional(k tile.Key) bool { return l.live.Provisional(k) }

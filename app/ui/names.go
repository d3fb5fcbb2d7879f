package ui

import (
	"context"
	"image"
	"slices"
	"strings"
	"sync/atomic"

	"dateline/geo"
	"dateline/geo/tile"
	"github.com/paulmach/orb"
)

// names is the source of the map's tiles and names, which can be told to keep the names to itself.
type names struct {
	tile.Source
	cities func(orb.Bound, int) []geo.Place
	veil
}

// veil is which names are kept back.
type veil struct {
	hidden atomic.Bool              // all of them
	secret atomic.Pointer[[]string] // those with one of these words, in lower case; nil none
}

// keepBack keeps back the names with one of these words, in lower case, and no others.
func (v *veil) keepBack(words []string) { v.secret.Store(&words) }

// keeps reports whether a name is kept back.
func (v *veil) keeps(name string) bool {
	words := v.secret.Load()
	if words == nil || len(*words) == 0 {
		return false
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc(*words, func(w string) bool { return strings.Contains(name, w) })
}

// labels are those that are not kept back.
func (v *veil) labels(s tile.Source, b orb.Bound, zoom float64) []tile.Label {
	l, ok := s.(interface {
		Labels(orb.Bound, float64) []tile.Label
	})
	if !ok || v.hidden.Load() {
		return nil
	}
	all := l.Labels(b, zoom)
	if !slices.ContainsFunc(all, func(x tile.Label) bool { return v.keeps(x.Text) }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(x tile.Label) bool { return v.keeps(x.Text) })
}

// hide hides the names or shows them, and reports whether that is a change.
func (n *names) hide(on bool) bool { return n.hidden.Swap(on) != on }

// Tile gives a tile of the map, which has no names on it.
func (n *names) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	return n.Source.Tile(ctx, k)
}

// Labels gives the names of countries and the like.
func (n *names) Labels(b orb.Bound, zoom float64) []tile.Label {
	return n.veil.labels(n.Source, b, zoom)
}

// Cities gives the largest towns.
func (n *names) Cities(b orb.Bound, most int) []geo.Place {
	if n.cities == nil || n.hidden.Load() {
		return nil
	}
	all := n.cities(b, most)
	if !slices.ContainsFunc(all, func(p geo.Place) bool { return n.keeps(p.Name) }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(p geo.Place) bool { return n.keeps(p.Name) })
}

// over is another source whose names are hidden with those of n.
func (n *names) over(s tile.Source) tile.Source {
	if s == n.Source {
		return n
	}
	o := overNames{s, &n.veil}
	if live, ok := s.(tile.Live); ok {
		return liveNames{o, live}
	}
	return o
}

type overNames struct {
	tile.Source
	veil *veil
}

// Labels gives the names of the source, unless they are kept back.
func (o overNames) Labels(b orb.Bound, zoom float64) []tile.Label {
	return o.veil.labels(o.Source, b, zoom)
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

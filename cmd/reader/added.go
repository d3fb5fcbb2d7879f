package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/places"
	"dateline/app/project"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// added are the places that the command line adds to those that ship.
type added struct {
	layers, own []string // files
}

func (a *added) flags(fs *flag.FlagSet) {
	fs.Func("places", "file with a layer of places; may be repeated", func(s string) error { a.layers = append(a.layers, s); return nil })
	fs.Func("own", "file with places that come before all others; may be repeated", func(s string) error { a.own = append(a.own, s); return nil })
}

func (a *added) none() bool { return len(a.layers)+len(a.own) == 0 }

// engine is the engine with what the command line and projects add. What of a file cannot be used is named on the way.
func (t *tool) engine(own []geo.Own) (*engine.Engine, error) {
	e, err := openEngine()
	if err != nil || t.added.none() && len(own) == 0 {
		return e, err
	}
	var mine []geo.Own
	for _, path := range t.added.own {
		more, faults, err := places.ReadOwn(t.ctx, path)
		t.tellFaults(path, faults, err)
		mine = geo.MergeOwn(mine, more)
	}
	var layers []*gazetteer.Layer
	for _, path := range t.added.layers {
		l, faults, err := places.LoadLayer(t.ctx, path, e.Gazetteer())
		t.tellFaults(path, faults, err)
		if err == nil {
			layers = append(layers, l)
		}
	}
	return e.Over(geo.MergeOwn(mine, own), layers...), nil
}

func (t *tool) tellFaults(path string, faults *places.Faults, err error) {
	for _, s := range faults.Sentences() {
		t.fail(fmt.Errorf("%s", document.Printable(s)))
	}
	if err != nil {
		t.fail(errors.New(strings.Replace(advised(path, err).Error(), "places: ", "", 1)))
	}
}

// ownOf parts names to look up from projects, and gives the places of these.
func (t *tool) ownOf(args []string) (names []string, own []geo.Own) {
	for _, a := range args {
		if !isProject(a) {
			names = append(names, a)
			continue
		}
		f, _, err := project.Open(a)
		if err != nil {
			t.fail(fmt.Errorf("%s: %w", a, err))
			continue
		}
		own = geo.MergeOwn(own, f.Places)
	}
	return names, own
}

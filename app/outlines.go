package app

import (
	"sync"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/outline"
	"github.com/paulmach/orb"
)

// outlineZoom is the detail that areas are drawn in on the map: that of a region filling the window.
const outlineZoom = 7

// outlines keeps the shapes of the areas of a story in memory, so that the window asks for them without waiting.
type outlines struct {
	source *outline.Outlines
	mu     sync.Mutex
	shapes map[geo.PlaceID]orb.MultiPolygon
}

// prepare finds the shapes of all areas that a story marks. Called off the UI goroutine.
func (o *outlines) prepare(s *story.Story) {
	for i := range s.Events {
		if w := s.Events[i].Where; w != nil && w.Place.Kind.Area() {
			o.add(w.Place)
		}
	}
	for i := range s.Quotes {
		if w := s.Quotes[i].Where; w != nil && !w.Actor && w.Place.Kind.Area() {
			o.add(w.Place)
		}
	}
}

func (o *outlines) add(p geo.Place) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if _, ok := o.shapes[p.ID]; ok {
		return
	}
	if o.shapes == nil {
		o.shapes = map[geo.PlaceID]orb.MultiPolygon{}
	}
	shape, _ := o.source.Of(p, outlineZoom)
	o.shapes[p.ID] = shape
}

// of gives the shape of a place that prepare has seen; nil for others and for places without one.
func (o *outlines) of(p geo.Place) orb.MultiPolygon {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.shapes[p.ID]
}

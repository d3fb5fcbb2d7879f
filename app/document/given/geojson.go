package given

import (
	"encoding/json"
	"fmt"
	"strings"

	"dateline/app/story"
)

// feature is a thing on a map (RFC 7946), with the times that several programs write.
type feature struct {
	Geometry *geometry  `json:"geometry"`
	Props    properties `json:"properties"`
	When     *when      `json:"when"`
}

type geometry struct {
	Type   string          `json:"type"`
	Coords json.RawMessage `json:"coordinates"`
}

// when is the time of Linked Places.
type when struct {
	Timespans []struct {
		Start bounds `json:"start"`
		End   bounds `json:"end"`
	} `json:"timespans"`
}

type bounds struct {
	In       string `json:"in"`
	Earliest string `json:"earliest"`
	Latest   string `json:"latest"`
}

// properties are of any kind; only words and numbers are read.
type properties map[string]any

// get is the first of the properties that is there, as words; a number of milliseconds is the day it has in UTC.
func (p properties) get(keys ...string) string {
	for _, k := range keys {
		switch v := p[k].(type) {
		case string:
			if strings.TrimSpace(v) != "" {
				return v
			}
		case float64:
			const perDay = 86_400_000
			if v >= 1e10 || v <= -1e10 { // milliseconds since 1970
				days := int(v / perDay)
				if v < 0 && float64(days)*perDay != v {
					days--
				}
				return (story.NewDay(1970, 1, 1) + story.Day(days)).String()
			}
			return fmt.Sprint(v)
		case []any:
			if len(v) > 0 {
				if s, ok := v[0].(string); ok {
					return s
				}
			}
		}
	}
	return ""
}

func (s *set) feature(f *feature) {
	p := f.Props
	r := row{text: line(p.get("sentence", "description", "text", "desc", "popup", "summary")), what: line(p.get("what", "title", "name", "headline", "label")),
		place: p.get("place", "location", "place_name", "city"), status: p.get("status"), article: p.get("article"), author: p.get("author"), publisher: p.get("publisher", "source"),
		url: p.get("url", "link"), published: p.get("published"), section: p.get("section"), language: p.get("language")}
	if p.get("place_use") != "" || s.own {
		s.own = true
		r.quote = p.get("type") == "quote"
		r.what = strings.TrimSuffix(r.what, ", "+r.place)
	} else {
		r.text, r.what = plain(r.text), plain(r.what)
		r.headed()
	}
	from, to := p.get("start", "start_time", "begin", "from", "time", "times", "coordTimes", "date", "datetime", "timestamp"), p.get("end", "end_time", "to", "until")
	if from == "" && to == "" && f.When != nil && len(f.When.Timespans) > 0 {
		t := f.When.Timespans[0]
		from, to = first(t.Start.In, t.Start.Earliest, t.End.Earliest), first(t.End.In, t.End.Latest, t.Start.Latest)
	}
	r.span(from, to)
	if s.own && f.When != nil && len(f.When.Timespans) > 0 {
		if t := f.When.Timespans[0].Start; t.In == "" {
			r.when = story.Moment{}
			r.span(t.Earliest, t.Latest)
			r.open(t.Earliest, t.Latest)
		}
		r.precise(p.get("precision"))
	}
	if f.Geometry != nil {
		r.geometry(f.Geometry.Coords)
	}
	s.rows = append(s.rows, r)
}

// geometry keeps the point, or the middle of what is more than a point.
func (r *row) geometry(b json.RawMessage) {
	const deepest = 6
	var v any
	if json.Unmarshal(b, &v) != nil {
		return
	}
	box := extent{}
	box.add(v, deepest)
	if box.n > 0 {
		r.point((box.west+box.east)/2, (box.south+box.north)/2)
	}
}

// extent is the box of points.
type extent struct {
	west, south, east, north float64
	n                        int
}

func (e *extent) add(v any, deep int) {
	list, ok := v.([]any)
	if !ok || deep == 0 || len(list) == 0 {
		return
	}
	x, okX := list[0].(float64)
	if !okX {
		for _, k := range list {
			e.add(k, deep-1)
		}
		return
	}
	if len(list) < 2 {
		return
	}
	y, okY := list[1].(float64)
	if !okY {
		return
	}
	if e.n == 0 {
		e.west, e.east, e.south, e.north = x, x, y, y
	}
	e.n++
	e.west, e.east, e.south, e.north = min(e.west, x), max(e.east, x), min(e.south, y), max(e.north, y)
}

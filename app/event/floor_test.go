package event_test

import (
	"testing"

	"dateline/app/event"
	"dateline/app/story"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// counted is what was found of the events of some stories. Shown are the events that the window shows unasked.
type counted struct{ gold, found, shown, right int }

// floors stand one point under what is reached: per cent of the gold events with place and days that are shown with both
// right, and of the events shown that are right in all that the gold says of them.
var floors = map[string]struct{ found, right float64 }{
	"dev.jsonl":   {62.8, 63.3},
	"blind.jsonl": {62.5, 60},
}

func TestFloors_OwnStories(t *testing.T) {
	for file, least := range floors {
		t.Run(file, func(t *testing.T) {
			var sum counted
			for _, s := range readGold(t, "testdata/fresh/"+file) {
				sum.add(&s)
			}
			found, right := 100*float64(sum.found)/float64(sum.gold), 100*float64(sum.right)/float64(sum.shown)
			t.Logf("both right %.1f (%d of %d gold), right %.1f (%d of %d shown)", found, sum.found, sum.gold, right, sum.right, sum.shown)
			if found < least.found || right < least.right {
				t.Errorf("both right %.1f, want %.1f; right of shown %.1f, want %.1f", found, least.found, right, least.right)
			}
		})
	}
}

// add counts one story. A predicted event answers for one gold event, one whose clause holds its word of happening; those
// that have everything right are given away first.
func (sum *counted) add(s *goldStory) {
	r, a := find(s.DCT, s.Text)
	bytes := make([]int, 0, len(s.Text)+1) // code point -> byte
	for i := range s.Text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(s.Text))
	taken := make([]bool, len(a.Events))
	shown := make([]bool, len(a.Events))
	for i := range a.Events {
		e := &a.Events[i]
		shown[i] = e.IsLikely() && !e.Mention && r.Article.ZoneAt(e.Span.Start).Counts()
		if shown[i] {
			sum.shown++
		}
	}
	for k := range s.Events {
		g := &s.Events[k]
		both := len(g.When) == 2 && (g.Lat != nil)
		if both {
			sum.gold++
		}
		at := story.Span{Start: bytes[g.Start], End: bytes[g.End]}
		for i := range a.Events {
			e := &a.Events[i]
			if !shown[i] || taken[i] || !at.Overlaps(word(e)) || !rightPlace(g, e) || !rightDays(g, e) {
				continue
			}
			taken[i] = true
			sum.right++
			if both {
				sum.found++
			}
			break
		}
	}
}

// word is where an event's word of happening stands.
func word(e *event.Found) story.Span {
	if e.Trigger.Empty() {
		return e.Span
	}
	return e.Trigger
}

// rightPlace reports that an event has the place of the gold, within 161 km, or none where the gold says so.
func rightPlace(g *goldEvent, e *event.Found) bool {
	near := func(lat, lon float64) bool {
		p := orb.Point{lon, lat}
		return e.Where != nil && (gazetteer.Kilometres(p, e.Where.Place.Point) <= 161 || gazetteer.Kilometres(p, e.Where.Place.Anchor) <= 161)
	}
	switch {
	case g.NoPlace, g.Unplaced:
		return e.Where == nil
	case g.Lat == nil:
		return true
	case near(*g.Lat, *g.Lon):
		return true
	}
	for _, alt := range g.Alts {
		if near(alt.Lat, alt.Lon) {
			return true
		}
	}
	return false
}

// rightDays reports that an event's days and those of the gold meet.
func rightDays(g *goldEvent, e *event.Found) bool {
	if len(g.When) != 2 {
		return true
	}
	from, ok1 := story.ParseDay(g.When[0])
	to, ok2 := story.ParseDay(g.When[1])
	return e.When.Dated() && (!ok2 || e.When.Earliest <= to) && (!ok1 || from <= e.When.Latest)
}

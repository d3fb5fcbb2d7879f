package bind

import (
	"dateline/app/session"
	"dateline/app/story"
)

// ManyEvents is from how many dated events on the timeline counts them by day, week or month, where the person did not
// choose: below that the marks can still be counted by eye.
const ManyEvents = 100

// Counted reports whether the timeline shows how many of its ticks lie on which days.
func Counted(c session.Counts, ticks []Tick) bool {
	n := 0
	for i := range ticks {
		if t := &ticks[i]; t.Kind == TickEvent && !t.Undated {
			n++
		}
	}
	return c == session.CountsMany && n >= ManyEvents || c == session.CountsOn && n > 0
}

// Bin is how much lies in some days of the timeline.
type Bin struct {
	From, To  story.Day
	Events    int // told as done, and known to be of these days
	Ranged    int // the text gives only a range, of which some days are among these
	Open      int // planned, denied or only said
	Published int // articles of these days
	Unsure    int // articles that may be of these days
}

// Bin says how much lies in some days, a line for each kind.
func (w Words) Bin(b Bin) string {
	out := w.Interval(b.From, b.To)
	line := func(n int, words string) {
		if n > 0 {
			out += "\n" + words
		}
	}
	line(b.Events, w.Count(b.Events, "event", "events"))
	line(b.Ranged, w.L("{{.N}} more perhaps: the text gives only a range", map[string]any{"N": b.Ranged}))
	line(b.Open, w.L("{{.N}} planned, denied or only said", map[string]any{"N": b.Open}))
	line(b.Published, w.L("published: {{.N}}", map[string]any{"N": w.Count(b.Published, "article", "articles")}))
	line(b.Unsure, w.L("perhaps published: {{.N}}", map[string]any{"N": w.Count(b.Unsure, "article", "articles")}))
	return out
}

package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

const whyUnsure = "time.unsure"

// ResolveFor is Resolve against a day of publication that may be wrong: what is counted from it is at most as likely
// as that it comes out the same on the other days that are possible.
func ResolveFor(found []Found, t *token.Text, pub story.Publication, w *Weights) []story.Timex {
	if w == nil {
		w = &defaults
	}
	if pub.Kind == story.DateUnknown {
		return Resolve(found, t, story.DayMin, w)
	}
	out := Resolve(found, t, pub.Best, w)
	if len(out) == 0 || pub.Kind == story.DateGiven && pub.P >= 1 {
		return out
	}
	free := Resolve(found, t, story.DayMin, w) // what needs no date comes out the same without one
	var wide, half [2][]story.Timex
	if open := pub.From != pub.To && pub.From.Bounded() && pub.To.Bounded(); open {
		wide[0], wide[1] = Resolve(found, t, pub.From, w), Resolve(found, t, pub.To, w)
		if pub.From50.Bounded() && pub.To50.Bounded() {
			half[0], half[1] = Resolve(found, t, pub.From50, w), Resolve(found, t, pub.To50, w)
		}
	}
	for i := range out {
		x := &out[i]
		if !x.Moment.Dated() || sameDays(x, &free[i]) {
			continue
		}
		share := max(min(pub.P, 1), w.LeastShare)
		switch {
		case wide[0] == nil:
		case sameDays(x, &wide[0][i]) && sameDays(x, &wide[1][i]):
			share = max(share, w.WideShare)
		case half[0] != nil && sameDays(x, &half[0][i]) && sameDays(x, &half[1][i]):
			share = max(share, w.HalfShare)
		}
		x.P *= share
		x.Moment.P *= share
		for k := range x.Rivals {
			x.Rivals[k].P *= share
			x.Rivals[k].Moment.P *= share
		}
		if wide[0] != nil && share < w.WideShare {
			x.Reasons = append(x.Reasons, story.Why(whyUnsure, DaysInWords(pub.From, pub.To, story.PrecisionDay)))
			x.Moment.Reasons = x.Reasons
			sure := x.Moment.P / share
			x.Moment = widened(x.Moment, &wide[0][i].Moment, &wide[1][i].Moment)
			x.Moment.P = max(x.Moment.P, w.WideDays*sure)
		}
	}
	return out
}

// widened is a Moment as wide as the days that it would be counted from leave open: "Monday" of an article of 10 to 18
// March is 10 to 17 March, and no day of it is shown as if it were known.
func widened(m story.Moment, others ...*story.Moment) story.Moment {
	for _, o := range others {
		if o.Dated() {
			m.Earliest, m.Latest = min(m.Earliest, o.Earliest), max(m.Latest, o.Latest)
		}
	}
	if days := int(m.Latest) - int(m.Earliest); m.Earliest.Bounded() && m.Latest.Bounded() && days > 3 && m.Precision > story.PrecisionWeek {
		m.Precision, m.Clock = story.PrecisionWeek, ""
	}
	return m
}

func sameDays(a, b *story.Timex) bool {
	return a.Value == b.Value && a.Moment.Earliest == b.Moment.Earliest && a.Moment.Latest == b.Moment.Latest
}

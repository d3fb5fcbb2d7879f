package pubdate

import (
	"math"

	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// clueKind is what sort of constraint a clue puts on the day of publication.
type clueKind uint8

const (
	clueAfter    clueKind = iota // tells of [from, to] as past
	clueBefore                   // speaks of [from, to] as still to come
	clueWeekday                  // "on Monday": past or future
	clueMonth                    // "in May", "on March 4": without a year
	clueLast                     // "last August": not of this year, if "August last year" stands too
	clueUpdated                  // updated on from: not later
	clueDateline                 // a dateline without a year: this day of some year
	clueOpened                   // opened on from: not later
	clueDeed                     // tells with words like "on Tuesday" of what a sibling dates to from
)

// clue is one constraint, small enough to be kept for thousands of articles.
type clue struct {
	kind    clueKind
	tense   timex.Tense
	weekday uint8 // 1 Monday … 7 Sunday
	month   uint8
	day     uint8
	current bool // the article names the years of what is new, too, so that its latest date is likely to be near
	fine    story.Precision
	from    story.Day
	to      story.Day
	words   string
}

// gatherClues takes the constraints out of the expressions of an article.
func (r *Dater) gatherClues(t *token.Text, found []timex.Found) []clue {
	var out []clue
	var last, lastYear [13]bool
	relative := 0
	old := history{newest: newestYear(found), near: r.w.NearHistory}
	for i := range found {
		f := &found[i]
		if len(out) >= r.w.Clues {
			break
		}
		if f.Form == timex.FormDate && f.Month != 0 && f.Day == 0 && f.Rel == timex.RelLast {
			last[f.Month] = true
		}
		if f.Form == timex.FormDate && f.Month != 0 && f.YearRel == timex.RelLast {
			lastYear[f.Month] = true
		}
		if !f.HasYear && !f.InQuote && (f.Form == timex.FormRelative && f.Rel <= timex.RelNext || f.Form == timex.FormDate) {
			relative++
		}
		if f.Implied || old.tells(f, t.Sentence(int(f.First))) {
			continue
		}
		if c, ok := clueOf(f); ok && !r.rights(t, f) {
			c.words = oneLine(f.Span.In(t.Source))
			out = append(out, c)
		}
	}
	// Who says "on Monday" leaves years to what is old, unless several full dates stand close together.
	if k, _ := latest(out); k >= 0 {
		close := 0
		for i := range out {
			if gap := out[k].from - out[i].from; out[i].fine >= story.PrecisionDay && gap != 0 && gap >= -r.w.CurrentDays && gap <= r.w.CurrentDays && (out[i].kind == clueAfter || out[i].kind == clueBefore) {
				close++
			}
		}
		narrow := out[k].fine == story.PrecisionMonth && out[k].to-out[k].from < r.w.CurrentThird
		out[k].current = relative < r.w.CurrentRelative && (narrow || out[k].fine == story.PrecisionMonth) || close >= 1
	}
	for m := 1; m <= 12; m++ {
		if last[m] && lastYear[m] {
			out = append(out, clue{kind: clueLast, month: uint8(m)})
		}
	}
	return out
}

// history follows days of a year long before the newest that an article names: what it goes on to tell of days without a year is as old
// ("On 26 July 1956 the canal was seized. Troops came on 29 October") and says nothing of publication.
type history struct {
	newest, near int
	at           int // the last sentence that told of such a day, and one more; 0 for none
}

// tells reports that f is a day or month without a year that belongs to what is old.
func (h *history) tells(f *timex.Found, sentence int) bool {
	if f.Form != timex.FormDate || f.Month == 0 {
		return false
	}
	if f.HasYear {
		h.at = 0
		if f.Day != 0 && int(f.Year) < h.newest-1 {
			h.at = sentence + 1
		}
		return false
	}
	if h.at == 0 || sentence+1-h.at > h.near || f.Tense != timex.TensePast || f.Rel != timex.RelNone || f.YearRel != timex.RelNone {
		return false
	}
	h.at = sentence + 1
	return true
}

// newestYear is the last year that is named of what is not to come; 0 for none.
func newestYear(found []timex.Found) int {
	y := 0
	for i := range found {
		if f := &found[i]; f.Form == timex.FormDate && f.HasYear && f.Tense != timex.TenseFuture && f.Year <= 2100 {
			y = max(y, int(f.Year))
		}
	}
	return y
}

// rights reports whether a year stands behind a sign of copyright.
func (r *Dater) rights(t *token.Text, f *timex.Found) bool {
	return says(t, max(0, int(f.First)-r.w.BeforeTokens), int(f.First), &rightsWords)
}

func clueOf(f *timex.Found) (clue, bool) {
	if f.InQuote && f.Weekday != 0 || f.Rel >= timex.RelToldBefore {
		return clue{}, false
	}
	switch f.Form {
	case timex.FormDate:
		switch {
		case f.Holiday != 0 && !f.HasYear:
			return clue{}, false
		case f.HasYear && f.Holiday == 0:
			return absolute(f)
		case f.Weekday != 0 && f.Month == 0 && f.Day == 0 && f.Rel == timex.RelNone:
			return clue{kind: clueWeekday, weekday: f.Weekday, tense: f.Tense}, true
		case f.Rule() == "weekday of a month":
			return clue{}, false
		case f.Month != 0 && f.Rel == timex.RelNone && f.YearRel == timex.RelNone:
			return clue{kind: clueMonth, month: f.Month, day: f.Day, tense: f.Tense}, true
		}
	case timex.FormSeason, timex.FormQuarter, timex.FormHalf, timex.FormRange:
		if f.HasYear && f.Quarter != 255 {
			return absolute(f)
		}
	}
	return clue{}, false
}

// absolute makes a clue of an expression that names its own year.
func absolute(f *timex.Found) (clue, bool) {
	if f.Rule() == "holiday" {
		return clue{}, false
	}
	from, to, fine, ok := f.Absolute()
	if !ok || f.Year < 1900 || f.Year > 2100 {
		return clue{}, false
	}
	c := clue{kind: clueAfter, from: from, to: to, fine: fine, tense: f.Tense}
	if f.Tense == timex.TenseFuture || f.Signal == timex.SignalUntil && f.Tense != timex.TensePast {
		c.kind = clueBefore
	}
	return c, true
}

// grid is a distribution over the days from lo on, as natural logarithms.
type grid struct {
	lo story.Day
	lp []float32
}

// score adds the weight that one clue gives to day d.
func (r *Dater) score(c *clue, d story.Day) float64 {
	switch c.kind {
	case clueAfter:
		if d < c.from { // what reads like the past is to come after all
			return r.notYet.of(c.from - d)
		}
		return r.pastOf(c).of(d - c.from)
	case clueBefore:
		if d > c.to { // a third of what reads like a plan lies in the past
			return r.overdue.of(d - c.to)
		}
		return r.planned.of(c.to - d)
	case clueWeekday:
		wd := (d.Weekday()+6)%7 + 1
		back := (wd - int(c.weekday) + 7) % 7
		switch c.tense {
		case timex.TenseFuture:
			return r.w.WeekdayFuture * math.Log(r.w.WeekdayAhead[(7-back)%7])
		case timex.TensePast:
			return math.Log(r.w.WeekdayAge[back])
		}
		return r.w.WeekdayUntold * math.Log(r.w.WeekdayAge[back])
	case clueMonth:
		return r.monthScore(c, d)
	case clueLast:
		if _, m, _ := d.Date(); m > int(c.month) {
			return r.w.LastMonth
		}
	case clueUpdated:
		if d > c.from {
			return r.w.Impossible
		}
		return r.sinceUpdate.of(c.from - d)
	case clueOpened:
		if d > c.from+1 {
			return r.w.Impossible
		}
	case clueDeed:
		return r.deed(c, d)
	case clueDateline:
		_, m, n := d.Date()
		switch {
		case m == int(c.month) && n == int(c.day):
			return 0
		case m == int(c.month) && (n == int(c.day)+1 || n == int(c.day)-1):
			return r.w.DatelineNear
		}
		return r.w.Impossible
	}
	return 0
}

// monthScore weighs a month or day without a year by how long ago, or how far ahead, the nearest such lies.
func (r *Dater) monthScore(c *clue, d story.Day) float64 {
	y, _, _ := d.Date()
	day, fall := int(c.day), r.dayOfMonth
	if day == 0 {
		day, fall = 1, r.monthOnly
	}
	best := math.Inf(-1)
	for k := -1; k <= 1; k++ {
		if day <= 28 || story.ValidDate(y+k, int(c.month), day) {
			best = max(best, r.passed(c, d-story.NewDay(y+k, int(c.month), day), fall))
		}
	}
	if math.IsInf(best, -1) {
		return 0
	}
	return best
}

// passed is the weight of a day that lies n days back, or ahead where n is below 0.
func (r *Dater) passed(c *clue, n story.Day, fall *curve) float64 {
	s := fall.of(max(n, -n))
	if n >= 0 && c.tense == timex.TenseFuture || n < 0 && c.tense != timex.TenseFuture {
		s += r.w.AgainstTense
	}
	return s
}

// addMonth adds the weight of a month or day without a year to every day of a grid. The days that it can be are few:
// they are walked along with the grid.
func (r *Dater) addMonth(c *clue, g grid, weight float64) {
	day, fall := int(c.day), r.dayOfMonth
	if day == 0 {
		day, fall = 1, r.monthOnly
	}
	y, _, _ := g.lo.Date()
	y--
	next := func() story.Day { // the next year that has the day: not every one has February 29
		for n := 0; n < 9; n++ {
			y++
			if day <= 28 || story.ValidDate(y-1, int(c.month), day) {
				return story.NewDay(y-1, int(c.month), day)
			}
		}
		return story.DayMax
	}
	before, after := next(), next()
	if before == story.DayMax {
		return // April 31
	}
	for before > g.lo {
		y -= 20
		before, after = next(), next()
	}
	t, ahead, back := fall.table(), float32(r.w.AgainstTense), float32(0)
	if c.tense == timex.TenseFuture {
		ahead, back = back, ahead
	}
	w := float32(weight)
	for k := range g.lp {
		d := g.lo + story.Day(k)
		for after <= d {
			before, after = after, next()
		}
		g.lp[k] += w * max(look(t, int(d-before))+back, look(t, int(after-d))+ahead)
	}
}

// latest keeps of the clues that tell of the past only the latest as a clue with a gap; what lies further back only
// says "not before".
func latest(clues []clue) (last int, lower story.Day) {
	last, lower = -1, story.DayMin
	for i := range clues {
		c := &clues[i]
		if c.kind != clueAfter {
			continue
		}
		if last < 0 || c.from > clues[last].from || c.from == clues[last].from && c.fine > clues[last].fine {
			last = i
		}
		if c.from > lower {
			lower = c.from
		}
	}
	return last, lower
}

// build lays the clues over the days from lo to hi. The clue that is not the latest past one only bounds.
func (r *Dater) build(clues []clue, lo, hi story.Day) grid {
	return r.lay(clues, grid{lo: lo}, int(hi-lo)+1)
}

// lay is build over the n days from g.lo on, in the room that g has.
func (r *Dater) lay(clues []clue, g grid, n int) grid {
	lo := g.lo
	if cap(g.lp) < n {
		g.lp = make([]float32, n)
	}
	g.lp = g.lp[:n]
	clear(g.lp)
	bounds := make([]float32, n+1)
	last, _ := latest(clues)
	weekdays := 0
	for i := range clues {
		if clues[i].kind == clueWeekday {
			weekdays++
		}
	}
	for i := range clues {
		c := &clues[i]
		weight := 1.0
		if c.kind == clueWeekday && weekdays > r.w.Weekdays { // the same day named again and again is one piece of evidence
			weight = float64(r.w.Weekdays) / float64(weekdays)
		}
		if c.kind == clueAfter && i != last {
			if k := int(c.from - lo); k > 0 { // all days before it: added up below
				bounds[min(k, n)] += float32(r.w.NotBefore)
			}
			continue
		}
		r.layOne(c, g, float32(weight))
	}
	sum := float32(0)
	for k := n - 1; k >= 0; k-- {
		sum += bounds[k+1]
		g.lp[k] += sum
	}
	return g
}

// layOne adds the weight of one clue to every day of a grid.
func (r *Dater) layOne(c *clue, g grid, weight float32) {
	lo, n := g.lo, len(g.lp)
	switch c.kind {
	case clueAfter:
		k := min(max(0, int(c.from-lo)), n)
		r.notYet.add(g.lp[:k], int(c.from-lo), -1, weight)
		r.pastOf(c).add(g.lp[k:], int(lo-c.from)+k, 1, weight)
	case clueBefore:
		k := min(max(0, int(c.to-lo)+1), n)
		r.planned.add(g.lp[:k], int(c.to-lo), -1, weight)
		r.overdue.add(g.lp[k:], int(lo-c.to)+k, 1, weight)
	case clueOpened:
		for k := max(0, int(c.from-lo)+2); k < n; k++ {
			g.lp[k] += weight * float32(r.w.Impossible)
		}
	case clueMonth:
		r.addMonth(c, g, float64(weight))
	case clueWeekday: // the week comes again and again
		var week [7]float32
		for k := range week {
			week[k] = float32(r.score(c, lo+story.Day(k)))
		}
		for k := range g.lp {
			g.lp[k] += weight * week[k%7]
		}
	default:
		for k := range g.lp {
			g.lp[k] += weight * float32(r.score(c, lo+story.Day(k)))
		}
	}
}

// infer dates an article by its own clues; unknown where nothing bounds it to a few years.
func (r *Dater) infer(clues []clue) story.Publication {
	none := unknown()
	none.Reasons = []story.Reason{story.Why(whyNothing)}
	lo, hi, ok := r.span(clues)
	if !ok {
		return none
	}
	g := r.build(clues, lo, hi)
	p := g.publication(r.w.LookAhead)
	p.Reasons = append(r.reasons(clues, p.Best), inWords(&p)...)
	if p.To-p.From > r.w.Widest {
		none.Reasons = p.Reasons
		return none
	}
	return p
}

// span is the stretch of days that the dated clues leave open.
func (r *Dater) span(clues []clue) (lo, hi story.Day, ok bool) {
	last, lower := latest(clues)
	lo, hi = story.DayMax, story.DayMin
	if last >= 0 {
		lo, hi = lower-r.w.Before, clues[last].to+r.w.Days-r.w.AfterSpan
		ok = true
	}
	for i := range clues {
		c := &clues[i]
		switch c.kind {
		case clueBefore:
			lo, hi = min(lo, c.from-r.w.Before), max(hi, c.to+r.w.Before)
			ok = true
		case clueUpdated:
			lo, hi = min(lo, c.from-r.w.Before), max(hi, c.from)
			ok = true
		}
	}
	if ok && hi-lo > r.w.Days {
		lo = hi - r.w.Days
	}
	return lo, hi, ok
}

// The shares of the probability that the two intervals of a Publication hold, by definition.
const (
	wideShare = 0.8
	halfShare = 0.5
)

// publication gives the best day and both intervals of the distribution. ahead is how many days are looked at to widen an
// interval.
func (g grid) publication(ahead int) story.Publication {
	top, best := math.Inf(-1), 0
	for i, v := range g.lp {
		if v := float64(v); v > top+1e-12 {
			top, best = v, i
		}
	}
	sum := 0.0
	pr := make([]float64, len(g.lp))
	for i, v := range g.lp {
		pr[i] = math.Exp(float64(v) - top)
		sum += pr[i]
	}
	from, to := best, best
	from50, to50 := best, best
	mass := pr[best]
	half := mass >= halfShare*sum
	for mass < wideShare*sum {
		left, right := 0.0, 0.0
		// look a few days ahead, so that a weekday that does not fit is no wall
		for k := 1; k <= ahead; k++ {
			if from-k >= 0 {
				left = max(left, pr[from-k])
			}
			if to+k < len(pr) {
				right = max(right, pr[to+k])
			}
		}
		switch {
		case from == 0 && to == len(pr)-1:
			mass = sum
		case to == len(pr)-1 || from > 0 && left > right:
			from--
			mass += pr[from]
		default:
			to++
			mass += pr[to]
		}
		if !half {
			from50, to50, half = from, to, mass >= halfShare*sum
		}
	}
	return story.Publication{Kind: story.DateInferred, Best: g.lo + story.Day(best), From: g.lo + story.Day(from), To: g.lo + story.Day(to),
		From50: g.lo + story.Day(from50), To50: g.lo + story.Day(to50), P: pr[best] / sum}
}

// inWords says both intervals.
func inWords(p *story.Publication) []story.Reason {
	return []story.Reason{story.Why(whyHalf, timex.DayInWords(p.From50), timex.DayInWords(p.To50)),
		story.Why(whyLikely, timex.DayInWords(p.From), timex.DayInWords(p.To))}
}

// reasons words what speaks for the best day.
func (r *Dater) reasons(clues []clue, best story.Day) []story.Reason {
	var out []story.Reason
	last, _ := latest(clues)
	if last >= 0 {
		c := &clues[last]
		out = append(out, story.Why(whyAfter, c.words, timex.DaysInWords(c.from, c.to, c.fine)))
	}
	seen := map[uint8]bool{}
	for i := range clues {
		c := &clues[i]
		switch c.kind {
		case clueBefore:
			out = append(out, story.Why(whyBefore, c.words, timex.DaysInWords(c.from, c.to, c.fine)))
		case clueUpdated:
			out = append(out, story.Why(whyUpdated, timex.DayInWords(c.from)))
		case clueDeed:
			out = append(out, story.Why(whyDeed, c.words, timex.DayInWords(c.from)))
		case clueOpened:
			if best >= c.from-r.w.SayOpened {
				out = append(out, story.Why(whyOpened, timex.DayInWords(c.from)))
			}
		case clueWeekday:
			if !seen[c.weekday] && len(out) < 6 {
				seen[c.weekday] = true
				out = append(out, story.Why(whyWeekday, c.words, timex.DayInWords(best)))
			}
		case clueDateline:
			out = append(out, story.Why(whyDateline, c.words, timex.DayInWords(best)))
		case clueMonth:
			if len(out) < 6 {
				out = append(out, story.Why(whyMonth, c.words, timex.DayInWords(best)))
			}
		}
	}
	return out
}

package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// resolver carries what was told of so far through one text.
type resolver struct {
	t      *token.Text
	w      *Weights
	anchor story.Day // of publication, or the day of speech inside quotation marks
	known  bool
	toldAt int // sentence of the last day told of
	told   Value
	said   Value // last date that named its year
	bound  bool  // it is where something began or ended: "since June 2014"
	day    Value // last told of with its day
	dayAt  int
	quart  Value // last quarter told of
	quarAt int
	month  Value

	head  Value     // the year, or month of a year, that the sentence begins with: "In 1915 a treaty, signed on 30 September"
	headS int       // its sentence
	first story.Day // the first day told of that lies shortly before publication; DayMin for none

	spelt       map[spelt]string // see daysInWords
	anchorDay   story.Day
	anchorWords string

	prevDated bool      // the expression before begins a time that this one may end
	prevFrom  story.Day // its first day
	weekEnd   int       // token after the week named last, or a day of it
	weekFrom  story.Day
}

// answer is the outcome of one resolution, before it is worded.
type answer struct {
	v      Value
	typ    story.TimexType
	from   story.Day
	to     story.Day
	fine   story.Precision
	days   bool      // from and to are set
	anchor story.Day // what it was counted from; DayMin if nothing
	why    string    // code of the reason
	p      float64
	rival  Value // another reading; valueNone if there is none
	rivalP float64
	rivWhy string
	vague  bool
}

// Resolve gives every expression its value and its days, counted from the day of publication. With anchor story.DayMin
// (unknown) what needs it stays underspecified ("XXXX-WXX-3") and its Moment undated. The answer has one entry for each
// of found, in the same order. No w is DefaultWeights.
func Resolve(found []Found, t *token.Text, anchor story.Day, w *Weights) []story.Timex {
	if w == nil {
		w = &defaults
	}
	out := make([]story.Timex, len(found))
	r := &resolver{t: t, w: w, toldAt: -1, dayAt: -1, quarAt: -1, headS: -1, first: story.DayMin}
	for i := range found {
		f := &found[i]
		r.anchor, r.known = anchor, anchor.Bounded()
		said := false
		if f.InQuote && r.known && f.needsAnchor() {
			if d, ok := r.speech(found, i); ok {
				r.anchor, said = d, d != anchor
			}
		}
		if f.Form == FormTimeOfDay && r.known && (r.day.kind != valueDay || r.dayAt != t.Sentence(int(f.First))) {
			if d, ok := r.speech(found, i); ok { // "the 9:30 session on Tuesday"
				r.anchor = d
				if f.Rel == RelToldBefore {
					r.anchor--
				}
			}
		}
		a := r.resolve(f)
		if said && a.why == whyPublished {
			a.why = whySpoken
		}
		r.remember(f, &a)
		r.keep(f, &a)
		r.word(&out[i], f, &a)
	}
	return out
}

// needsAnchor reports whether an object is counted from the day of publication or speech.
func (f *Found) needsAnchor() bool {
	return f.Form == FormRelative && f.Rel <= RelNext || f.Form == FormDate && !f.HasYear
}

// speech finds the day on which the words of a quotation were said: a weekday or date outside of it in its sentence.
func (r *resolver) speech(found []Found, i int) (story.Day, bool) {
	s := r.t.Sentence(int(found[i].First))
	for _, step := range [2]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(found) && k-i <= r.w.NearSpeech && i-k <= r.w.NearSpeech; k += step {
			g := &found[k]
			if r.t.Sentence(int(g.First)) != s {
				break
			}
			if g.InQuote || !(g.Form == FormDate && (g.Weekday != 0 || g.Day != 0) || g.Form == FormRelative && g.Unit == UnitDay && g.Rel <= RelNext) {
				continue
			}
			a := r.resolve(g)
			if a.days && a.from == a.to {
				return a.from, true
			}
		}
	}
	return 0, false
}

// remember keeps what later expressions may be counted from.
func (r *resolver) remember(f *Found, a *answer) {
	s := r.t.Sentence(int(f.First))
	switch a.v.kind {
	case valueQuarter:
		if a.v.n != unknown && a.v.year != unknown && f.Form == FormQuarter && f.YearRel == RelNone && !(f.HasYear && f.Quarter == 255) {
			r.quart, r.quarAt = a.v, s
		}
	}
	if !a.days || f.Implied || f.Form == FormDuration || f.InQuote || a.v.kind == valueQuarter && (f.Form != FormQuarter || f.YearRel != RelNone) {
		return
	}
	if f.HasYear && f.Year > 0 {
		r.said, r.bound = a.v, f.Signal == SignalSince || f.Signal == SignalUntil
		r.heads(f, a, s)
	}
	if a.v.kind == valueDay && r.first == story.DayMin && r.known && a.from <= r.anchor && a.from >= r.anchor-story.Day(r.w.NearStory) {
		r.first = a.from
	}
	switch a.v.kind {
	case valueDay:
		r.day, r.dayAt = a.v, s
		r.told, r.toldAt = a.v, s
	case valueYear, valueMonth, valueWeek, valueQuarter, valueSeason, valueHalf:
		if a.v.kind == valueMonth {
			r.month = a.v
		}
		r.told, r.toldAt = a.v, s
	case valueRange:
		if a.v.end != nil {
			r.told, r.toldAt = *a.v.end, s
			if a.v.end.kind == valueDay {
				r.day, r.dayAt = *a.v.end, s
			}
		}
	}
}

// heads keeps a past year that sentence s begins with.
func (r *resolver) heads(f *Found, a *answer, s int) {
	if f.Form != FormDate || a.v.kind != valueYear && a.v.kind != valueMonth || !a.days || !r.known || a.to >= r.anchor {
		return
	}
	if f.Signal == SignalOn && int(f.First)-r.t.Sentences[s].First <= 1 {
		r.head, r.headS = a.v, s
	}
}

// headed gives the day or month f the year that its sentence began with, or the one before in the same paragraph, where f stands
// at the head itself: "In 1911 the dam cracked. On 30 September it burst."
func (r *resolver) headed(f *Found, a *answer) bool {
	if r.headS < 0 || f.Rel != RelNone || f.Tense == TenseFuture {
		return false
	}
	s := r.t.Sentence(int(f.First))
	switch {
	case s == r.headS:
	case s == r.headS+1 && r.toldAt <= r.headS && int(f.First)-r.t.Sentences[s].First <= 1 && !r.t.Tokens[r.t.Sentences[s].First].Has(token.ParaStart):
	default:
		return false
	}
	y := r.head.year
	if r.head.kind == valueMonth && int(f.Month) < r.head.month {
		y++
	}
	if f.Day != 0 && !story.ValidDate(y, int(f.Month), int(f.Day)) {
		return false
	}
	if f.Weekday != 0 && isoWeekday(story.NewDay(y, int(f.Month), int(f.Day))) != int(f.Weekday) {
		return false
	}
	a.v, a.why, a.p = r.monthValue(y, f), whyTold, r.w.Headed
	a.anchor, _, _, _ = r.head.Days()
	return true
}

// resolve computes what f stands for.
func (r *resolver) resolve(f *Found) answer {
	a := answer{anchor: story.DayMin, p: r.w.Plain, why: whyAbsolute, typ: f.Type}
	r.byForm(f, &a)
	if !a.days {
		a.from, a.to, a.fine, a.days = a.v.Days()
		if a.days {
			r.narrow(f, &a)
		}
	}
	if f.Part != PartNone || f.HasTime {
		r.clock(f, &a)
	}
	if a.days && (a.from > a.to) {
		a.from, a.to = a.to, a.from
	}
	return a
}

// byForm puts the value of f, and what its form says of days, into a.
func (r *resolver) byForm(f *Found, a *answer) {
	switch f.Form {
	case FormDate:
		r.date(f, a)
		if f.rule == ruleNamed {
			r.named(f, a)
		}
	case FormRange:
		r.rng(f, a)
		if f.rule == ruleNamed {
			r.named(f, a)
		}
	case FormWeek:
		switch f.rule {
		case ruleNthUnit:
			r.nthUnit(f, a)
		case ruleWeekendOf:
			r.weekendOf(f, a)
		default:
			r.week(f, a)
		}
	case FormSeason:
		r.season(f, a)
	case FormQuarter, FormHalf:
		r.quarter(f, a)
	case FormDecade:
		a.v = Value{kind: valueDecade, n: int(f.Decade)}
	case FormCentury:
		a.v = Value{kind: valueCentury, n: int(f.Century)}
	case FormTimeOfDay:
		r.timeOfDay(f, a)
	case FormDuration:
		r.duration(f, a)
	case FormSet:
		r.set(f, a)
	case FormRelative:
		switch {
		case f.rule == ruleOffset:
			r.offset(f, a)
		case f.Plus != nil:
			r.composite(f, a)
		default:
			r.relative(f, a)
		}
	case FormRef:
		a.v, a.vague, a.why = Value{kind: valueRef, ref: f.Ref}, true, whyVague
		if f.Ref == RefPresent && (f.Opens || f.Closes) && r.known { // "between May and now"
			a.vague, a.days, a.from, a.to, a.fine = false, true, r.anchor, r.anchor, story.PrecisionDay
			r.published(a)
		}
	}
}

// clock puts the time of day onto a day value. The day itself never moves.
func (r *resolver) clock(f *Found, a *answer) {
	if a.v.kind != valueDay && a.v.kind != valueWeekday {
		return
	}
	a.typ = story.TimexTime
	if f.Form == FormSet {
		a.typ = story.TimexSet
	}
	if f.HasTime {
		a.v.clock = "T" + digits(int(f.Hour), 2) + ":" + digits(int(f.Minute), 2)
		if f.Second != 0 {
			a.v.clock += ":" + digits(int(f.Second), 2)
		}
		if f.UTC {
			a.v.clock += "Z"
		}
	} else {
		a.v.part = f.Part
	}
	if a.days {
		a.fine = story.PrecisionClock
	}
}

// narrow cuts the days down to what a modifier leaves of them.
func (r *resolver) narrow(f *Found, a *answer) {
	if f.Until != 0 && r.known && a.from <= r.anchor && r.anchor <= a.to {
		if f.Until < 0 {
			a.to = r.anchor
		} else {
			a.from = r.anchor
		}
		return
	}
	if f.Mod != ModStart && f.Mod != ModMid && f.Mod != ModEnd || a.from == a.to {
		return
	}
	y, m, _ := a.from.Date()
	var cut1, cut2 story.Day // the first days of the middle and the last part
	switch a.fine {
	case story.PrecisionMonth:
		cut1, cut2 = a.from+10, a.from+20
	case story.PrecisionYear:
		cut1, cut2 = story.NewDay(y, 5, 1), story.NewDay(y, 9, 1)
	case story.PrecisionSeason:
		third := (int(a.to-a.from) + 2) / 3
		if third < 35 {
			cut1, cut2 = story.NewDay(y, m+1, 1), story.NewDay(y, m+2, 1)
		} else {
			cut1, cut2 = story.NewDay(y, m+2, 1), story.NewDay(y, m+4, 1)
		}
	case story.PrecisionDecade:
		cut1, cut2 = story.NewDay(y+4, 1, 1), story.NewDay(y+7, 1, 1)
	case story.PrecisionCentury:
		cut1, cut2 = story.NewDay(y+33, 1, 1), story.NewDay(y+67, 1, 1)
	case story.PrecisionWeek: // "early next week" is Monday to Wednesday, "late this week" Thursday and on
		cut1, cut2 = a.from+3, a.from+3
		if f.Mod == ModMid {
			cut1, cut2 = a.from+1, a.from+4
		}
	default:
		third := (a.to - a.from + 1) / 3
		if third == 0 {
			return
		}
		cut1, cut2 = a.from+third, a.to-third+1
	}
	switch f.Mod {
	case ModStart:
		a.to = cut1 - 1
	case ModMid:
		a.from, a.to = cut1, cut2-1
	case ModEnd:
		a.from = cut2
	}
}

func (r *resolver) ymd() (y, m, d int) { return r.anchor.Date() }

func dayValue(d story.Day) Value {
	y, m, n := d.Date()
	return Value{kind: valueDay, year: y, month: m, day: n}
}

func weekValue(d story.Day) Value {
	y, w := d.ISOWeek()
	return Value{kind: valueWeek, year: y, n: w}
}

// published notes that an answer was counted from the day of publication.
func (r *resolver) published(a *answer) {
	a.anchor, a.why = r.anchor, whyPublished
}

package timex

import (
	"strings"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// Codes of the reasons; app/story/reason_time.go words them.
const (
	whyAbsolute   = "time.absolute"
	whyPublished  = "time.published"
	whySpoken     = "time.spoken"
	whyTold       = "time.told"
	whyNoAnchor   = "time.noanchor"
	whyVague      = "time.vague"
	whyLength     = "time.length"
	whySpan       = "time.span"
	whySet        = "time.set"
	whyNorth      = "time.north"
	whySouth      = "time.south"
	whyOrderText  = "time.order.text"
	whyOrderStyle = "time.order.style"
	whyOrderThere = "time.order.there"
	whyOrderOpen  = "time.order.open"
	whyOrderNear  = "time.order.near"
	whyOtherYear  = "time.other.year"
	whyOtherWeek  = "time.other.week"
	whyCentury    = "time.other.century"
	whyFuture     = "time.tense.future"
	whyPast       = "time.tense.past"
)

// word writes an answer as the story keeps it.
func (r *resolver) word(x *story.Timex, f *Found, a *answer) {
	x.Span, x.Type, x.Value = f.Span, a.typ, a.v.String()
	x.Mod = f.Mod.String()
	if f.Mod == ModApprox && f.Form == FormDate && f.Month == 0 && a.v.kind == valueYear {
		x.Mod = "APPROX"
	}
	x.Vague = a.vague
	x.Implied = f.Implied
	x.Anchor = a.anchor
	x.Rule = ruleNames[f.rule]
	x.Signal = f.Signal.String()
	x.P = a.p
	words := r.phrase(f)
	result := x.Value
	if a.days {
		result = r.daysInWords(a.from, a.to, a.fine)
	}
	x.Reasons = []story.Reason{story.Why(a.why, words, r.anchorInWords(a.anchor), result)}
	if a.rival.kind != valueNone && (f.Tense == TenseFuture || f.Tense == TensePast) && (a.rivWhy == whyOtherWeek || a.rivWhy == whyOtherYear) && f.Rel == RelNone {
		code := whyFuture
		if f.Tense == TensePast {
			code = whyPast
		}
		x.Reasons = append(x.Reasons, story.Why(code))
	}
	x.Moment = story.Moment{Earliest: story.DayMin, Latest: story.DayMax}
	if a.days && !a.vague {
		x.Moment = story.Moment{Earliest: a.from, Latest: a.to, Precision: a.fine, P: a.p, Reasons: x.Reasons}
		if f.HasTime {
			x.Moment.Clock = r.clockWords(f)
		}
	} else {
		x.Moment = story.Moment{}
	}
	if a.rival.kind == valueNone {
		return
	}
	y := story.Timex{Span: f.Span, Type: a.typ, Value: a.rival.String(), Mod: x.Mod, Anchor: a.anchor, Rule: x.Rule, Signal: x.Signal, P: a.rivalP}
	from, to, fine, ok := a.rival.Days()
	res := y.Value
	if ok {
		res = r.daysInWords(from, to, fine)
	}
	y.Reasons = []story.Reason{story.Why(a.rivWhy, words, r.anchorInWords(a.anchor), res)}
	if ok {
		y.Moment = story.Moment{Earliest: from, Latest: to, Precision: fine, P: a.rivalP, Reasons: y.Reasons}
	}
	x.Rivals = []story.Timex{y}
}

// spelt is days and how finely they are known.
type spelt struct {
	from, to story.Day
	fine     story.Precision
}

// daysInWords is DaysInWords, once for the same days of a text.
func (r *resolver) daysInWords(from, to story.Day, fine story.Precision) string {
	k := spelt{from, to, fine}
	s, ok := r.spelt[k]
	if !ok {
		s = DaysInWords(from, to, fine)
		if r.spelt == nil {
			r.spelt = map[spelt]string{}
		}
		r.spelt[k] = s
	}
	return s
}

// anchorInWords is DayInWords; most expressions of a text are counted from the same day.
func (r *resolver) anchorInWords(d story.Day) string {
	if d != r.anchorDay || r.anchorWords == "" {
		r.anchorDay, r.anchorWords = d, DayInWords(d)
	}
	return r.anchorWords
}

// phrase is the expression with the preposition before it: "on Tuesday".
func (r *resolver) phrase(f *Found) string {
	from := f.Span.Start
	if i := int(f.First) - 1; i >= 0 && f.Signal != SignalNone && r.t.Sentence(i) == r.t.Sentence(int(f.First)) {
		if k := lexicon.find(r.t.Tokens[i].Hash); lexicon.entries[k].class&(cSignal|cTo) != 0 {
			from = int(r.t.Tokens[i].Start)
		}
	}
	s := r.t.Source[from:f.Span.End]
	if strings.ContainsAny(s, "\n\r\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// clockWords is the time of day with the zone that the text names: "22:00 Moscow time", "23:30 -08:00".
func (r *resolver) clockWords(f *Found) string {
	s := digits(int(f.Hour), 2) + ":" + digits(int(f.Minute), 2)
	named := false
	for i := int(f.First); i < int(f.Last); i++ {
		k := &r.t.Tokens[i]
		switch {
		case lexicon.entries[lexicon.find(k.Hash)].class&cZone != 0 && k.Has(token.Upper):
			s += " " + r.t.Word(i)
			named = true
		case f.Zone && i > int(f.First) && r.t.Is(i, "time"):
			s += " " + r.t.Word(i-1) + " time"
			named = true
		case f.Zone && i+1 == int(f.Last) && i > int(f.First) && k.Kind == token.Number && (r.t.Word(i-1) == "+" || r.t.Word(i-1) == "-"):
			s += " " + r.t.Word(i-1) + r.t.Word(i)
			named = true
		}
	}
	if f.UTC && !named {
		s += " UTC"
	}
	return s
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

var dayNames = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}

// DayInWords is "Wed 12 March 2025"; "" for an unbounded day.
func DayInWords(d story.Day) string {
	if !d.Bounded() {
		return ""
	}
	return dayNames[d.Weekday()] + " " + plainDay(d)
}

func plainDay(d story.Day) string {
	y, m, n := d.Date()
	return digits(n, 1) + " " + monthNames[m] + " " + plainYear(y)
}

func plainYear(y int) string {
	if y <= 0 {
		return digits(1-y, 1) + " BCE"
	}
	return digits(y, 1)
}

// DaysInWords is an interval as people write it: "11 March 2025", "March 2025", "2024", "1 to 10 March 2025".
func DaysInWords(from, to story.Day, fine story.Precision) string {
	if from == to {
		return plainDay(from)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	whole := d1 == 1 && d2 == story.DaysIn(y2, m2)
	switch {
	case whole && y1 == y2 && m1 == m2:
		return monthNames[m1] + " " + plainYear(y1)
	case whole && y1 == y2 && m1 == 1 && m2 == 12:
		return plainYear(y1)
	case whole && m1 == 1 && m2 == 12:
		return plainYear(y1) + " to " + plainYear(y2)
	case whole && y1 == y2:
		return monthNames[m1] + " to " + monthNames[m2] + " " + plainYear(y1)
	case y1 == y2 && m1 == m2:
		return digits(d1, 1) + " to " + plainDay(to)
	}
	return plainDay(from) + " to " + plainDay(to)
}

// Rule is the plain name of the rule that read the expression.
func (f *Found) Rule() string { return ruleNames[f.rule] }

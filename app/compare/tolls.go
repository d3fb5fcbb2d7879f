package compare

import (
	"slices"
	"strings"

	"dateline/app/story"
)

// tolls are what articles of one group give as the number of dead, hurt, missing, … by one and the same disaster: numbers that
// rise from article to article, and stand at other places and on other days in each. A part of such a number ("seven more", "six of
// them") is none, and neither is the toll of another day that is told of by its own day.
func (b *bench) tolls(figures []told) (out [][]told) {
	group := b.groups()
	type key struct {
		of    string
		group int
	}
	by := map[key][]toll{}
	var order []key
	for _, f := range figures {
		if !slices.Contains(fates, f.Of) || !b.s.Events[f.event].Modality.Real() || b.partial(&f.Figure) {
			continue
		}
		k := key{f.Of, group[f.Doc]}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], toll{f, b.whereOf(&f), b.s.Events[f.event].When, b.counting(&f.Figure)})
	}
	for _, k := range order {
		for _, list := range sameToll(by[k]) {
			if list := holding(list); len(list) > 1 && differ(list) {
				out = append(out, list)
			}
		}
	}
	return out
}

// toll is a figure with what decides of which disaster it is.
type toll struct {
	told
	where  *story.Spot
	when   story.Moment
	goesOn bool // the sentence says that counting goes on
}

const (
	// tollKM is how far apart the places may be at which articles count the dead of one disaster: a valley, a province.
	tollKM = 120
	// tollDays is how long after the last count a count may come that says that it goes on.
	tollDays = 21
	// mostTolls bounds how many disasters of one group are told apart.
	mostTolls = 64
	// mostHeld bounds how many counts of a disaster one more is held against: those that are not alike.
	mostHeld = 16
)

// disaster is the figures that can be of one, and of those the ones that differ in where or when.
type disaster struct {
	all, held []toll
}

// sameToll sorts figures into those that can be of one disaster, the firmly dated ones first.
func sameToll(list []toll) (out [][]told) {
	slices.SortStableFunc(list, func(x, y toll) int { return one(x.goesOn) - one(y.goesOn) })
	var found []disaster
	for _, f := range list {
		at := slices.IndexFunc(found, func(d disaster) bool { return joinsToll(d.held, f) })
		if at < 0 {
			if len(found) == mostTolls {
				continue
			}
			at = len(found)
			found = append(found, disaster{})
		}
		d := &found[at]
		d.all = append(d.all, f)
		if len(d.held) < mostHeld && !slices.ContainsFunc(d.held, func(h toll) bool { return h.alike(&f) }) {
			d.held = append(d.held, f)
		}
	}
	for _, d := range found {
		var figures []told
		for _, f := range d.all {
			figures = append(figures, f.told)
		}
		out = append(out, figures)
	}
	return out
}

// alike reports whether two counts stand at one place and on the same days.
func (t *toll) alike(o *toll) bool {
	if t.where == nil || o.where == nil {
		if t.where != o.where {
			return false
		}
	} else if t.where.Place.ID != o.where.Place.ID {
		return false
	}
	return t.when.Earliest == o.when.Earliest && t.when.Latest == o.when.Latest && t.when.Dated() == o.when.Dated() && t.goesOn == o.goesOn
}

// joinsToll reports whether a figure can be of the disaster that others are of: near all of them, and on days of one of them
// or, if it says that counting goes on, not long after.
func joinsToll(have []toll, f toll) bool {
	for _, h := range have {
		if !near(f.where, h.where, tollKM) {
			return false
		}
	}
	return slices.ContainsFunc(have, func(h toll) bool {
		if !f.when.Dated() || !h.when.Dated() || f.when.Earliest <= h.when.Latest && h.when.Earliest <= f.when.Latest {
			return true
		}
		first, later := h, f
		if f.when.Latest < h.when.Earliest {
			first, later = f, h
		}
		return later.goesOn && later.when.Earliest-first.when.Latest <= tollDays
	})
}

// whereOf is the place of a figure: that of its event, else the one that its sentence names; nil if there is none.
func (b *bench) whereOf(f *told) *story.Spot {
	if e := &b.s.Events[f.event]; e.Where != nil {
		return e.Where
	}
	a := b.s.Articles[f.Doc]
	for i := range a.Toponyms {
		if t := &a.Toponyms[i]; t.Placed && t.Use == story.UseLiteral && f.Sentence.Contains(t.Span) {
			return &story.Spot{Place: t.Place, Toponym: i, P: t.P}
		}
	}
	return nil
}

// holding keeps of each article the number that holds: the largest of those that only grow, else the last.
func holding(list []told) (out []told) {
	slices.SortStableFunc(list, func(x, y told) int {
		if d := x.Doc - y.Doc; d != 0 {
			return d
		}
		return x.Span.Start - y.Span.Start
	})
	for _, f := range list {
		n := len(out)
		if n == 0 || out[n-1].Doc != f.Doc {
			out = append(out, f)
			continue
		}
		last := &out[n-1]
		if f.Of == "missing" || f.Of == "held" || f.Value > last.Value || f.Value == last.Value && f.Span.Len() > last.Span.Len() {
			*last = f
		}
	}
	return out
}

// partial reports whether a number is only a part of a count: "seven more", "another seven", "six of them", "rose by seven".
func (b *bench) partial(f *Figure) bool {
	text := b.s.Articles[f.Doc].Text
	before := lowWords(text, story.Span{Start: f.Sentence.Start, End: f.Span.Start})
	after := lowWords(text, story.Span{Start: f.Span.Start, End: f.Sentence.End})
	if n := len(before); n > 0 && partBefore[before[n-1]] || n > 1 && partBefore[before[n-2]] && before[n-1] == "least" {
		return true
	}
	for i, w := range after[:min(len(after), 4)] {
		if partAfter[w] && !(w == "more" && i+1 < len(after) && after[i+1] == "than") || w == "of" && i+1 < len(after) && partOf[after[i+1]] {
			return true
		}
	}
	return false
}

var (
	partBefore = set("another further additional other extra by from")
	partAfter  = set("more others further additional")
	partOf     = set("them these those whom the")
)

// counting reports whether a sentence says that a count goes on: "has risen to", "so far", "the number of".
func (b *bench) counting(f *Figure) bool {
	words := lowWords(b.s.Articles[f.Doc].Text, f.Sentence)
	for i, w := range words {
		switch {
		case goesOn[w]:
			return true
		case (w == "has" || w == "have") && i+1 < len(words) && hasDone[words[i+1]]:
			return true
		}
	}
	return false
}

var (
	goesOn  = set("toll tolls risen rose rises rising climbed climbs count counts counted now far known number still total confirmed")
	hasDone = set("died killed claimed now so also")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func lowWords(text string, at story.Span) (out []string) {
	for _, t := range tokens(text, at) {
		out = append(out, strings.ToLower(t.span.In(text)))
	}
	return out
}

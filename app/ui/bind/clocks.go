package bind

import (
	"image/color"
	"slices"
	"sort"

	"dateline/app/session"
	"dateline/app/story"
)

// Clocks are the two clocks of a story: when things happened, and when and in which order they were told.
type Clocks struct {
	Rows    []ClockRow // in the order in which the articles were published; those without a day last
	Summary string     // what the plot shows, counted
	Empty   string     // says what is missing where there are no rows; else ""
}

// ClockPlot is one of the two plots.
type ClockPlot int

// The plots.
const (
	ClockTold  ClockPlot = iota // when it happened against when it was told
	ClockOrder                  // the order of the text against the order of time
)

// ClockPlots are the names of the plots, in their order.
func (w Words) ClockPlots() []string {
	return []string{w.L("Happened and told"), w.L("Order of telling")}
}

// ClockRow is an article.
type ClockRow struct {
	ID      string // Document.ID
	Title   string
	Detail  string
	Tip     string
	Colour  color.NRGBA
	Letter  string
	Dots    []ClockDot // its dated events in the order of the text
	First   string     // the first and the last day that Dots know, in words
	Last    string
	Ranks   int // of the days of the Dots in order of time: 0 to Ranks-1
	PubFrom story.Day
	PubTo   story.Day
	PubBest story.Day
	Told    bool // the day of publication is known, at least as an interval
	Hatched bool // it is inferred
}

// ClockDot is an event of an article.
type ClockDot struct {
	ID       string
	From, To story.Day // DayMin and DayMax leave that end open
	At       float32   // when in the text it is told: 0 first, 1 last
	start    int       // of its words in the text
	Low      int       // the ranks of From and To among the days of the article
	High     int
	Open     bool // planned, denied or only said
	Step     ClockStep
	Tip      func() string // worded when it is needed
}

// ClockStep is how time goes from one event of the text to the next that it tells of.
type ClockStep uint8

// The steps. Where two intervals overlap nobody knows which was first.
const (
	ClockFirst   ClockStep = iota // there is none before it
	ClockOn                       // later
	ClockBack                     // earlier: the text looks back
	ClockUnclear                  // the same time, or the text does not say
)

// Clocks makes a plot of what the filter lets through, whatever its time.
func (w Words) Clocks(st session.State, plot ClockPlot) Clocks {
	s := st.Story
	rows := make([]ClockRow, len(s.Articles))
	undated := make([]int, len(s.Articles))
	for _, i := range story.Passing(s, st.Filter) {
		e := &s.Events[i]
		switch {
		case e.Mention:
		case !e.When.Dated():
			undated[e.Doc]++
		default:
			rows[e.Doc].Dots = append(rows[e.Doc].Dots, ClockDot{ID: string(e.ID), From: e.When.Earliest, To: e.When.Latest, start: e.Span.Start, Open: !e.Modality.Real(),
				Tip: func() string { return w.eventTip(s, e) }})
		}
	}
	out := Clocks{}
	few := 0
	lanes := laneMaker{st: st}
	for d, pass := range lanes.passing() {
		r := &rows[d]
		switch {
		case !pass:
		case len(r.Dots) == 0, plot == ClockOrder && len(r.Dots) < 2:
			few++
		default:
			w.clockRow(r, s.Articles[d], d, undated[d], plot)
			out.Rows = append(out.Rows, *r)
		}
	}
	sort.SliceStable(out.Rows, func(i, k int) bool {
		a, b := &out.Rows[i], &out.Rows[k]
		if a.Told != b.Told {
			return a.Told
		}
		return a.Told && a.PubBest < b.PubBest
	})
	if len(out.Rows) == 0 {
		out.Empty = w.noClocks(st, plot)
	} else if plot == ClockOrder {
		out.Summary = w.orderSummary(out.Rows, few)
	} else {
		out.Summary = w.toldSummary(out.Rows, few)
	}
	return out
}

// noClocks says what is missing.
func (w Words) noClocks(st session.State, plot ClockPlot) string {
	switch {
	case st.Filter.On():
		return w.L("Nothing with a day passes the filter. Reset shows everything again.")
	case plot == ClockOrder:
		return w.L("No article tells of two things with a day: there is no order to compare.")
	}
	return w.L("Nothing in these articles has a day. Give an article its day of publication: then “yesterday” has one.")
}

// clockRow fills a row in whose dots are gathered.
func (w Words) clockRow(r *ClockRow, a *story.Article, d, undated int, plot ClockPlot) {
	r.ID, r.Title, r.Colour, r.Letter = a.ID, Title(a), LaneColour(d), LaneLetter(d)
	p := a.Published
	if p.Kind != story.DateUnknown {
		r.Told, r.PubFrom, r.PubTo, r.PubBest, r.Hatched = true, p.From, p.To, p.Best, p.Kind == story.DateInferred
	}
	slices.SortStableFunc(r.Dots, func(a, b ClockDot) int { return a.start - b.start })
	for i := range r.Dots {
		r.Dots[i].At = float32(i) / float32(max(len(r.Dots)-1, 1))
	}
	rankDots(r)
	r.First, r.Last = w.edges(r.Dots)
	back := stepDots(r.Dots)
	count := w.Count(len(r.Dots), "event", "events")
	if undated > 0 {
		count += ", " + w.L("undated: {{.N}}", map[string]any{"N": undated})
	}
	r.Detail = join(w.publishedWord(p), count)
	if !r.Told {
		r.Detail = join(w.PublishedHead(p), count)
	}
	if plot == ClockOrder {
		r.Detail = count
		if back > 0 {
			r.Detail = join(w.L("back in time: {{.N}}", map[string]any{"N": back}), count)
		}
	}
	r.Tip = join(Publisher(&a.Document), w.Published(p))
}

// ends are the known days of a dot; an open end is where the other one is.
func (d *ClockDot) ends() (from, to story.Day) {
	from, to = d.From, d.To
	if !from.Bounded() {
		from = to
	}
	if !to.Bounded() {
		to = from
	}
	return from, to
}

// edges words when the earliest and the latest of some dots were, as far as that is known.
func (w Words) edges(dots []ClockDot) (first, last string) {
	if len(dots) == 0 {
		return "", ""
	}
	a, b := &dots[0], &dots[0]
	for i := range dots {
		d := &dots[i]
		from, to := d.ends()
		if earliest, _ := a.ends(); from < earliest {
			a = d
		}
		if _, latest := b.ends(); to > latest {
			b = d
		}
	}
	first, last = w.Interval(a.From, a.To), w.Interval(b.From, b.To)
	if first == last {
		return "", last
	}
	return first, last
}

// rankDots gives the days of a row their order, whatever time lies between them.
func rankDots(r *ClockRow) {
	var days []story.Day
	for i := range r.Dots {
		from, to := r.Dots[i].ends()
		days = append(days, from, to)
	}
	slices.Sort(days)
	days = slices.Compact(days)
	r.Ranks = len(days)
	for i := range r.Dots {
		from, to := r.Dots[i].ends()
		r.Dots[i].Low, _ = slices.BinarySearch(days, from)
		r.Dots[i].High, _ = slices.BinarySearch(days, to)
	}
}

// stepDots says how time goes from each dot to the next, and how often back.
func stepDots(dots []ClockDot) (back int) {
	for i := 1; i < len(dots); i++ {
		switch a, b := &dots[i-1], &dots[i]; {
		case b.To < a.From:
			b.Step = ClockBack
			back++
		case a.To < b.From:
			b.Step = ClockOn
		default:
			b.Step = ClockUnclear
		}
	}
	return back
}

// toldSummary counts what happened before its article was published, on that day, and what was to come.
func (w Words) toldSummary(rows []ClockRow, few int) string {
	var before, same, after, unclear int
	for i := range rows {
		r := &rows[i]
		for k := range r.Dots {
			switch d := &r.Dots[k]; {
			case !r.Told:
				unclear++
			case d.To < r.PubFrom:
				before++
			case d.From > r.PubTo:
				after++
			case d.From == d.To && r.PubFrom == r.PubTo:
				same++
			default:
				unclear++
			}
		}
	}
	return w.listed([]int{before, same, after, unclear, few}, []string{w.L("events before the day of publication: {{.N}}", map[string]any{"N": before}),
		w.L("on that day: {{.N}}", map[string]any{"N": same}), w.L("after it: {{.N}}", map[string]any{"N": after}), w.L("not known: {{.N}}", map[string]any{"N": unclear}),
		w.L("articles left out, since none of their events has a day: {{.N}}", map[string]any{"N": few})})
}

// orderSummary counts how often the texts go on in time and back.
func (w Words) orderSummary(rows []ClockRow, few int) string {
	var n [ClockUnclear + 1]int
	for i := range rows {
		for k := range rows[i].Dots {
			n[rows[i].Dots[k].Step]++
		}
	}
	return w.listed([]int{n[ClockOn], n[ClockBack], n[ClockUnclear], few}, []string{w.L("steps on in time: {{.N}}", map[string]any{"N": n[ClockOn]}),
		w.L("back: {{.N}}", map[string]any{"N": n[ClockBack]}), w.L("not known: {{.N}}", map[string]any{"N": n[ClockUnclear]}),
		w.L("articles left out, since fewer than two of their events have a day: {{.N}}", map[string]any{"N": few})})
}

// listed joins the words whose number is not 0.
func (w Words) listed(n []int, words []string) string {
	out := ""
	for i := range n {
		if n[i] > 0 {
			out = join(out, words[i])
		}
	}
	return out
}

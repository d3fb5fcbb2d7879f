package compare

import (
	"cmp"
	"math"
	"slices"

	"dateline/app/story"
	"dateline/geo"
)

// Kind says in what articles differ.
type Kind uint8

// The kinds, the most telling first.
const (
	Contradiction Kind = iota // one says that it is so, another that it is not
	Figures                   // they give different numbers of the same
	DoneOrPlanned             // one tells as done what another tells as planned or possible
	OnlyFigure                // a number of what several tell of stands in one only
	Agreement                 // several tell it alike, others are silent
)

var kindNames = [...]string{"contradiction", "figures", "otherwise", "only", "agreement"}

// String is the word that the command line prints.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[len(kindNames)-1]
}

// Difference is something in which articles differ, or that several of them tell.
type Difference struct {
	Kind    Kind
	Subject Subject // what to make a Table of to see it whole
	What    string  // an event's word; what is counted for figures
	Where   *story.Spot
	When    story.Moment
	Docs    []int    // the articles that tell of it, in order
	Says    int      // how many say or report it
	Denies  int      // how many deny it
	Other   int      // how many tell it as planned, possible or an opinion
	Silent  int      // how many tell nothing of it
	Figures []Figure // the numbers that differ, or the only one, in the order of the articles
	Score   float64  // what it is ordered by: more is more telling
}

// MostDifferences bounds the list.
const MostDifferences = 200

// Differences lists where articles differ, the most telling first. Docs are indices into Story.Articles; nil is all. The
// time it takes grows with the length of the story alone.
func Differences(s *story.Story, docs []int) []Difference {
	b := newBench(s, docs)
	if len(b.docs) == 0 {
		return nil
	}
	out := b.stances()
	figures := b.allFigures()
	differing := b.disagreeing(figures)
	out = append(out, differing...)
	out = append(out, b.single(figures, differing)...)
	slices.SortStableFunc(out, func(x, y Difference) int {
		if x.Kind != y.Kind {
			return int(x.Kind) - int(y.Kind)
		}
		if d := cmp.Compare(y.Score, x.Score); d != 0 {
			return d
		}
		return cmp.Compare(x.Subject.Event, y.Subject.Event)
	})
	return out[:min(len(out), MostDifferences)]
}

// stances are the events that several articles tell of, or on which even one gives two sides.
func (b *bench) stances() (out []Difference) {
	claims := map[string][]int{}
	for i := range b.s.Claims {
		if c := &b.s.Claims[i]; b.in[c.Doc] {
			claims[c.Event] = append(claims[c.Event], i)
		}
	}
	for _, same := range b.events() {
		cells, likely := b.cells(same, claims[same])
		d := Difference{Kind: Agreement, Subject: Subject{Kind: SubjectEvent, Event: same}, Docs: docsOf(cells)}
		both := false
		for _, c := range cells {
			d.Says += one(c.says)
			d.Denies += one(c.denies)
			d.Other += one(c.other && !c.says)
			both = both || c.says && c.denies
		}
		d.Silent = len(b.docs) - len(cells)
		if !likely || len(cells) < 2 && !both {
			continue
		}
		switch {
		case d.Denies > 0 && d.Says > 0:
			d.Kind = Contradiction
		case d.Other > 0 && d.Says > 0:
			d.Kind = DoneOrPlanned
		}
		d.What, d.Where, d.When = b.heading(d.Subject)
		kin := b.kinship(same)
		if d.Where == nil && !narrow(d.When) || kin < kinLeast && !both {
			continue
		}
		d.Score = float64(len(cells)) * (kin + b.surest(same))
		out = append(out, d)
	}
	return out
}

// kinLeast is how much of their words of meaning the clauses of two articles must share to be told as differing: set on
// our own stories, so that a verb and a place alone ("hold", in Kursk) are no common event.
const kinLeast = 0.2

// narrowDays is how many days a Moment may have that says which happening is meant where no place does.
const narrowDays = 3

func narrow(m story.Moment) bool {
	return m.Dated() && m.Earliest.Bounded() && m.Latest.Bounded() && m.Latest-m.Earliest < narrowDays
}

// surest is the probability of the likeliest telling of an event.
func (b *bench) surest(same string) (p float64) {
	for _, k := range b.same[same] {
		p = max(p, b.s.Events[k].P)
	}
	return p
}

// kinMost bounds how many articles are held against each other word by word to see whether they tell of one thing.
const kinMost = 8

// kinship is the largest part of their words of meaning that the clauses of two articles about an event share, 0 to 1.
func (b *bench) kinship(same string) (best float64) {
	var docs []int
	words := map[int]map[string]bool{}
	for _, k := range b.same[same] {
		e := &b.s.Events[k]
		if words[e.Doc] == nil {
			if len(docs) == kinMost {
				break
			}
			words[e.Doc] = map[string]bool{}
			docs = append(docs, e.Doc)
		}
		for _, t := range tokens(b.s.Articles[e.Doc].Text, e.Span) {
			if t.stem != "" {
				words[e.Doc][t.stem] = true
			}
		}
	}
	for i, x := range docs {
		for _, y := range docs[:i] {
			n := 0
			for w := range words[x] {
				n += one(words[y][w])
			}
			if least := min(len(words[x]), len(words[y])); n > 1 && least > 0 {
				best = max(best, float64(n)/float64(least))
			}
		}
	}
	return best
}

// events are the events in the order of their first telling.
func (b *bench) events() (out []string) {
	seen := map[string]bool{}
	for i := range b.s.Events {
		if same := b.s.Events[i].Same; !seen[same] && len(b.same[same]) > 0 {
			seen[same] = true
			out = append(out, same)
		}
	}
	return out
}

// voice is what one article does with an event: several of these where it gives several sides.
type voice struct {
	doc                 int
	says, denies, other bool
}

// cells are the articles that tell of an event, in order, and whether one of the tellings is likely.
func (b *bench) cells(same string, claims []int) (out []voice, likely bool) {
	add := func(doc int, s Stance) {
		i, ok := slices.BinarySearchFunc(out, doc, func(v voice, d int) int { return v.doc - d })
		if !ok {
			out = slices.Insert(out, i, voice{doc: doc})
		}
		out[i].says = out[i].says || s == Says || s == Reports
		out[i].denies = out[i].denies || s == Denies
		out[i].other = out[i].other || s == Otherwise
	}
	claimed := map[int]bool{}
	for _, i := range claims {
		c := &b.s.Claims[i]
		if k := b.eventAt(same, c.Doc, c.Span); k >= 0 {
			claimed[k] = true
			add(c.Doc, stanceOf(c, b.s.Events[k].Modality))
		}
	}
	for _, k := range b.same[same] {
		e := &b.s.Events[k]
		likely = likely || e.IsLikely()
		if !claimed[k] {
			add(e.Doc, stanceOf(&story.Claim{}, e.Modality))
		}
	}
	return out, likely
}

func docsOf(cells []voice) (out []int) {
	for _, c := range cells {
		out = append(out, c.doc)
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// told is a figure and the event whose sentence it stands in.
type told struct {
	Figure
	event int // index into Story.Events
}

// allFigures are the numbers of the sentences that tell of likely events: each with the event it stands nearest to.
func (b *bench) allFigures() (out []told) {
	type at struct {
		doc, start int
	}
	nearest := map[at][]int{}
	var order []at
	for i := range b.s.Events {
		e := &b.s.Events[i]
		if !b.in[e.Doc] || !e.IsLikely() || e.Sentence.Empty() || !b.s.Articles[e.Doc].ZoneAt(e.Sentence.Start).Counts() {
			continue
		}
		k := at{e.Doc, e.Sentence.Start}
		if nearest[k] == nil {
			order = append(order, k)
		}
		nearest[k] = append(nearest[k], i)
	}
	for _, k := range order {
		events := nearest[k]
		for _, f := range b.figures(k.doc, b.s.Events[events[0]].Sentence) {
			out = append(out, told{f, b.closest(events, f.Span)})
		}
	}
	return out
}

// closest is the event whose word stands nearest to a figure; one in whose clause the figure stands goes before.
func (b *bench) closest(events []int, at story.Span) int {
	best, least := events[0], math.MaxInt
	for _, i := range events {
		e := &b.s.Events[i]
		d := max(at.Start-e.Trigger.End, e.Trigger.Start-at.End, 0)
		if e.Trigger.Empty() {
			d = e.Span.Len()
		}
		if !e.Span.Contains(at) {
			d += 1000
		}
		if d < least {
			best, least = i, d
		}
	}
	return best
}

// disagreeing are the numbers of one event, or of one thing at one place on one day, that differ between articles.
func (b *bench) disagreeing(figures []told) (out []Difference) {
	type key struct {
		of    string
		same  string
		place geo.PlaceID
		day   story.Day
	}
	by := map[key][]told{}
	var order []key
	add := func(k key, f told) {
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], f)
	}
	for _, f := range figures {
		e := &b.s.Events[f.event]
		add(key{of: f.Of, same: e.Same}, f)
		if slices.Contains(fates, f.Of) && e.Where != nil && e.When.Dated() && e.When.Latest-e.When.Earliest <= 1 {
			add(key{of: f.Of, place: e.Where.Place.ID, day: e.When.Latest}, f)
		}
	}
	used := map[story.Span]map[int]bool{}
	for _, k := range order {
		list := perArticle(by[k])
		if len(list) < 2 || !differ(list) || used[list[0].Span][list[0].Doc] {
			continue
		}
		d := b.ofFigures(Figures, list)
		d.Score += spread(list)
		for _, f := range list {
			if used[f.Span] == nil {
				used[f.Span] = map[int]bool{}
			}
			used[f.Span][f.Doc] = true
		}
		out = append(out, d)
	}
	return out
}

// perArticle keeps of each article the last number that it gives: a count that an article corrects is the one that holds.
func perArticle(list []told) (out []told) {
	at := map[int]int{}
	for _, f := range list {
		i, ok := at[f.Doc]
		if !ok {
			i = len(out)
			at[f.Doc] = i
			out = append(out, f)
		}
		out[i] = f
	}
	slices.SortStableFunc(out, func(x, y told) int { return x.Doc - y.Doc })
	return out
}

func differ(list []told) bool {
	return slices.ContainsFunc(list[1:], func(f told) bool { return f.Value != list[0].Value })
}

// spread is how far numbers lie apart, 0 to 1.
func spread(list []told) float64 {
	lo, hi := list[0].Value, list[0].Value
	for _, f := range list {
		lo, hi = min(lo, f.Value), max(hi, f.Value)
	}
	if hi <= 0 {
		return 0
	}
	return (hi - lo) / hi
}

func (b *bench) ofFigures(k Kind, list []told) Difference {
	e := &b.s.Events[list[0].event]
	d := Difference{Kind: k, Subject: Subject{Kind: SubjectEvent, Event: e.Same}, What: list[0].Of, Where: e.Where, When: e.When, Says: len(list), Silent: len(b.docs) - len(list)}
	for _, f := range list {
		d.Docs = append(d.Docs, f.Doc)
		d.Figures = append(d.Figures, f.Figure)
	}
	d.Score = float64(len(list))
	return d
}

// single are numbers that one article alone gives, at a place or of an event that others tell of too, but those that
// differing has.
func (b *bench) single(figures []told, differing []Difference) (out []Difference) {
	if len(b.docs) < 2 {
		return nil
	}
	type key struct {
		of    string
		value float64
	}
	docs := map[key]map[int]bool{}
	for _, f := range figures {
		k := key{f.Of, f.Value}
		if docs[k] == nil {
			docs[k] = map[int]bool{}
		}
		docs[k][f.Doc] = true
	}
	at := b.articlesAt()
	seen := map[key]bool{}
	for i := range differing {
		for _, f := range differing[i].Figures {
			seen[key{f.Of, f.Value}] = true
		}
	}
	for _, f := range figures {
		k := key{f.Of, f.Value}
		e := &b.s.Events[f.event]
		if len(docs[k]) > 1 || seen[k] || e.Where == nil || len(at[e.Where.Place.ID]) < 2 {
			continue
		}
		seen[k] = true
		d := b.ofFigures(OnlyFigure, []told{f})
		d.Score = math.Log1p(f.Value) + float64(len(at[e.Where.Place.ID]))
		out = append(out, d)
	}
	return out
}

// articlesAt is for each place the articles in which something happens there.
func (b *bench) articlesAt() map[geo.PlaceID]map[int]bool {
	out := map[geo.PlaceID]map[int]bool{}
	for i := range b.s.Events {
		e := &b.s.Events[i]
		if e.Where == nil || !b.in[e.Doc] || e.Mention {
			continue
		}
		if out[e.Where.Place.ID] == nil {
			out[e.Where.Place.ID] = map[int]bool{}
		}
		out[e.Where.Place.ID][e.Doc] = true
	}
	return out
}

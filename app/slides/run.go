package slides

import (
	"slices"
	"strconv"

	"dateline/app/quiz"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// Run is which slides are shown, in which order: what a person made of a story for a lesson. It is a value: what changes it
// gives another one. The zero Run is the main events, found anew for each story.
type Run struct {
	Made   Made
	Slides []Slide // of MadeOwn; shared, and never changed
}

// Made says how a Run came about.
type Made uint8

// The ways.
const (
	MadeMain Made = iota // by the program: what tells the story best, in order of time
	MadeAll              // by the program: all that has a day, in order of time
	MadeOwn              // by a person, who began with one of these
)

// Slide is one slide of a Run. It holds words and ids, never positions, so that it holds for the story told anew.
type Slide struct {
	ID    string // unique in the run
	Kind  Kind
	Parts []Part // of Told: what is shown, one below the other; of Asked: what is asked about. Shared

	Ask quiz.Kind // of Asked: what is asked

	Head, Body string // of Title and Text: a person's own words
	Note       string // of all but Told: for the person alone. What is noted of an article stands in the story's log

	Area orb.Bound // what the map shows, where HasArea; else what the slide is about
	Held bool      // Area was chosen by a person
	Hide bool      // names of places, the day and who speaks are hidden at first and come one after the other

	Raw string // of Later: what the file says; of other kinds what it says besides, that only a newer program knows
}

// Kind is what sort of slide it is.
type Kind uint8

// The kinds.
const (
	Told  Kind = iota // stretches of articles
	Title             // what the lesson is called
	Text              // a person's own words
	Asked             // a question about stretches of articles
	Later             // what a newer program made: it is kept, and passed over
)

// Part is a stretch of an article with what it is shown for.
type Part struct {
	Article string     // Document.ID
	Span    story.Span // in its text
	Words   string     // that stood there: by these it is found again where the text has changed
	Event   story.EventID
	Quote   story.QuoteID
	Keep    []story.Span // what of Span is shown, in order; nil is all of it. Shared
}

// Equal reports whether two runs are the same.
func (r Run) Equal(o Run) bool {
	if r.Made != o.Made || len(r.Slides) != len(o.Slides) {
		return false
	}
	if len(r.Slides) == 0 || &r.Slides[0] == &o.Slides[0] {
		return true
	}
	return slices.EqualFunc(r.Slides, o.Slides, Slide.equal)
}

func (s Slide) equal(o Slide) bool {
	return s.ID == o.ID && s.Kind == o.Kind && s.Head == o.Head && s.Body == o.Body && s.Note == o.Note && s.Area == o.Area && s.Held == o.Held &&
		s.Ask == o.Ask && s.Hide == o.Hide && s.Raw == o.Raw && slices.EqualFunc(s.Parts, o.Parts, Part.equal)
}

func (p Part) equal(o Part) bool {
	return p.Article == o.Article && p.Span == o.Span && p.Words == o.Words && p.Event == o.Event && p.Quote == o.Quote && slices.Equal(p.Keep, o.Keep)
}

// In gives the slides of a run of a story: those that a person chose, or those that the program chooses of all its steps.
func (r Run) In(s *story.Story, all *Slides) []Slide {
	switch r.Made {
	case MadeOwn:
		return r.Slides
	case MadeAll:
		if all.Len() > 0 {
			return slidesOf(s, all.all)
		}
		return slidesOf(s, all.rest)
	}
	return slidesOf(s, all.main(s))
}

// slidesOf makes a slide of each step.
func slidesOf(s *story.Story, steps []Step) []Slide {
	out := make([]Slide, len(steps))
	for i := range steps {
		out[i] = SlideOf(s, &steps[i])
	}
	return out
}

// SlideOf makes a slide of a step. The same step has the same ID each time.
func SlideOf(s *story.Story, x *Step) Slide {
	p := partOf(s, x)
	id := string(p.Event)
	if id == "" {
		id = string(p.Quote)
	}
	return Slide{ID: id, Parts: []Part{p}}
}

func partOf(s *story.Story, x *Step) Part {
	a := s.Articles[x.Doc]
	p := Part{Article: a.ID, Span: x.Span, Words: x.Span.In(a.Text)}
	if x.Event >= 0 {
		e := &s.Events[x.Event]
		p.Event = e.ID
		if alone(s, x.Span, x.Quotes) < 0 {
			p.Keep = Clause(a.Text, x.Span, e)
		}
	}
	if len(x.Quotes) > 0 {
		p.Quote = s.Quotes[x.Quotes[0]].ID
	}
	return p
}

// Own is the run as a person's own, to be changed: what the program chose for the story becomes what was chosen.
func (r Run) Own(s *story.Story, all *Slides) Run { return Run{Made: MadeOwn, Slides: r.In(s, all)} }

// At is the position of a slide by its ID; -1 where it is not there.
func (r Run) At(id string) int {
	return slices.IndexFunc(r.Slides, func(s Slide) bool { return s.ID == id })
}

// With is the run with slide i in place of the one that is there.
func (r Run) With(i int, s Slide) Run {
	list := slices.Clone(r.Slides)
	list[i] = s
	return Run{MadeOwn, list}
}

// Without is the run without slide i.
func (r Run) Without(i int) Run {
	return Run{MadeOwn, slices.Delete(slices.Clone(r.Slides), i, i+1)}
}

// Put is the run with a slide that comes to stand at i. Its ID is made its own where another slide has the same.
func (r Run) Put(i int, s Slide) Run {
	s.ID = r.free(s.ID)
	return Run{MadeOwn, slices.Insert(slices.Clone(r.Slides), min(max(i, 0), len(r.Slides)), s)}
}

// free is an ID that no slide has: the one that is asked for, if it can be.
func (r Run) free(id string) string {
	for n := 2; ; n++ {
		if try := id; try != "" && r.At(try) < 0 {
			return try
		}
		id = cutNumber(id) + "#" + strconv.Itoa(n)
	}
}

func cutNumber(id string) string {
	for i := len(id) - 1; i >= 0 && (id[i] >= '0' && id[i] <= '9' || id[i] == '#'); i-- {
		if id[i] == '#' {
			return id[:i]
		}
	}
	return id
}

// Move is the run with slide i at another place, by so many places back or on; as far as there are any.
func (r Run) Move(i, by int) Run {
	to := min(max(i+by, 0), len(r.Slides)-1)
	list := slices.Clone(r.Slides)
	s := list[i]
	list = slices.Insert(slices.Delete(list, i, i+1), to, s)
	return Run{MadeOwn, list}
}

// CanMerge reports whether slide i and the one after it can be one: both show stretches of articles.
func (r Run) CanMerge(i int) bool {
	return i >= 0 && i+1 < len(r.Slides) && r.Slides[i].Kind == Told && r.Slides[i+1].Kind == Told &&
		len(r.Slides[i].Parts)+len(r.Slides[i+1].Parts) <= mostParts
}

// mostParts is how many stretches one slide shows at most: more is no slide but a page.
const mostParts = 6

// Merge is the run with slide i and the one after it as one.
func (r Run) Merge(i int) Run {
	a, b := r.Slides[i], r.Slides[i+1]
	a.Parts = append(slices.Clip(a.Parts), b.Parts...)
	a.Hide = a.Hide || b.Hide
	if !a.Held {
		a.Area, a.Held = b.Area, b.Held
	}
	return r.Without(i+1).With(i, a)
}

// halves are a slide cut in two; false where it cannot be. Several stretches come apart, and one sentence is cut where it can
// best be.
func halves(text string, s Slide) (a, b Slide, ok bool) {
	if s.Kind != Told || len(s.Parts) == 0 {
		return s, s, false
	}
	a, b = s, s
	if len(s.Parts) > 1 {
		a.Parts, b.Parts = slices.Clone(s.Parts[:1]), slices.Clone(s.Parts[1:])
		return a, b, true
	}
	p := s.Parts[0]
	at, ok := p.middle(text)
	if !ok {
		return s, s, false
	}
	first, second := p, p
	first.Keep, second.Keep = p.kept(story.Span{Start: p.Span.Start, End: at}), p.kept(story.Span{Start: at, End: p.Span.End})
	a.Parts, b.Parts = []Part{first}, []Part{second}
	return a, b, true
}

// CanSplit reports whether slide i can be two. text is that of the article of its first part.
func (r Run) CanSplit(text string, i int) bool {
	_, _, ok := halves(text, r.Slides[i])
	return ok
}

// Split is the run with slide i as two. What cannot be split stays as it is.
func (r Run) Split(text string, i int) Run {
	a, b, ok := halves(text, r.Slides[i])
	if !ok {
		return r
	}
	return r.With(i, a).Put(i+1, b)
}

// Refit is the run for another text of an article: each part goes to where its words stand now. Parts whose words are not
// there any more stay as they were, and are gone.
func (r Run) Refit(from, to *story.Document) Run {
	if !slices.ContainsFunc(r.Slides, func(s Slide) bool {
		return slices.ContainsFunc(s.Parts, func(p Part) bool { return p.Article == from.ID })
	}) {
		return r
	}
	out := Run{r.Made, slices.Clone(r.Slides)}
	for i := range out.Slides {
		parts := slices.Clone(out.Slides[i].Parts)
		for k := range parts {
			if parts[k].Article == from.ID {
				parts[k].refit(from, to)
			}
		}
		out.Slides[i].Parts = parts
	}
	return out
}

func (p *Part) refit(from, to *story.Document) {
	at, ok := story.Refind(from.Text, to.Text, story.Target{Article: from.ID, Span: p.Span, Words: p.Words})
	if !ok {
		return
	}
	p.moveTo(at.Start)
	p.Article, p.Event, p.Quote = to.ID, "", ""
}

// moveTo puts the part where its words stand.
func (p *Part) moveTo(at int) {
	by := at - p.Span.Start
	p.Span = story.Span{Start: at, End: at + len(p.Words)}
	p.Keep = slices.Clone(p.Keep)
	for i := range p.Keep {
		p.Keep[i].Start += by
		p.Keep[i].End += by
	}
}

package bind

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"dateline/app/quiz"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Question is what the presenter's screen says of a question, before and after its answer is shown.
type Question struct {
	Pane    AskPane
	Title   string // "Where was this?"
	Under   string // "Question 3 of 8 · click on the map"
	Score   string // "5 right · 2 near"
	Left    string // "1 left"
	Text    string // the sentence, with Gap in place of what is hidden; "" where the choices say all
	Foot    string // how to go on, or the answer
	Source  string // of the sentence, once the answer is shown
	Told    bool   // the answer is shown
	Slide   bool   // it stands among slides
	Choices []Choice
	Colour  color.NRGBA // of the article's lane; zero where that would tell the answer
}

// AskPane is where a question is answered.
type AskPane uint8

// The panes.
const (
	AskMap  AskPane = iota // the timeline stands below it
	AskLine                // the map stands above it
	AskWords
)

// Choice is an answer that is offered, or a sentence to be put in order.
type Choice struct {
	Sign  string // its key
	Words string
	Under string
	State ChoiceState
}

// ChoiceState is how a choice stands.
type ChoiceState uint8

// The states.
const (
	ChoiceOpen ChoiceState = iota
	ChoicePicked
	ChoiceRight
	ChoiceWrong
)

// Gap stands for hidden words, however long they are. It is drawn as a dark box.
const Gap = "\u2588\u2588\u2588\u2588\u2588"

var (
	askTitles = [...]string{quiz.Where: "Where was this?", quiz.When: "When was this?", quiz.Who: "Who said this?", quiz.First: "What came first?",
		quiz.Which: "Which article says this?"}
	askHows = [...]string{quiz.Where: "click on the map", quiz.When: "click on the timeline", quiz.Who: "click, or a key", quiz.First: "click in order, or keys",
		quiz.Which: "click, or a key"}
	askOrders = [...]string{"first", "second", "third"}
	askPanes  = [...]AskPane{quiz.Where: AskMap, quiz.When: AskLine, quiz.Who: AskWords, quiz.First: AskWords, quiz.Which: AskWords}
)

// Question words the question that is on; at the end the score, and what can be done then.
func (w Words) Question(r *quiz.Round) Question {
	q, g := r.Question()
	if q == nil {
		return w.askedAll(r)
	}
	t := &q.Texts[0]
	a := r.Story.Articles[t.Doc]
	out := Question{Pane: askPanes[q.Kind], Title: w.L(askTitles[q.Kind]), Score: w.askScore(r), Left: w.N("{{.N}} left", r.Left(), nil),
		Told: g.Shown, Foot: w.L("Enter shows the answer")}
	out.Under = w.L("Question {{.At}} of {{.Of}}", map[string]any{"At": r.At + 1, "Of": len(r.Set)})
	if len(r.Set) == 1 {
		out.Under = w.L("Question")
	}
	if !g.Shown {
		out.Under = join(out.Under, w.L(askHows[q.Kind]))
	} else {
		out.Foot = w.askAnswer(r, q, g)
		if q.Kind != quiz.First && q.Kind != quiz.Which {
			out.Source = Title(a)
		}
	}
	switch q.Kind {
	case quiz.Who:
		out.Text = curly(shownText(a, t, true))
		for i, k := range q.Speakers {
			out.Choices = append(out.Choices, choiceOf(i, r.Story.Speakers[k].Name, q, g))
		}
	case quiz.Which:
		out.Text = shownText(a, t, true)
		for i, k := range q.Articles {
			out.Choices = append(out.Choices, choiceOf(i, clip(Title(r.Story.Articles[k]), 140), q, g))
		}
	case quiz.First:
		out.Choices = w.inOrder(r, q, g)
	default:
		out.Text = shownText(a, t, g.Shown)
		if q.Kind == quiz.Where {
			out.Colour = LaneColour(t.Doc)
		}
	}
	return out
}

// RunQuestion words the question of slide k of the run, which is on: it is counted among the slides.
func (w Words) RunQuestion(r *quiz.Round, k, of int) Question {
	out := w.Question(r)
	out.Slide, out.Left = true, fmt.Sprintf("%d %s %d", k+1, w.L("of"), of)
	return out
}

// shownText is a text with its gaps, or whole.
func shownText(a *story.Article, t *quiz.Text, whole bool) string {
	if whole {
		return clip(t.Span.In(a.Text), longSlide)
	}
	return clip(quiz.Shown(a.Text, t, Gap), longSlide)
}

var askSigns = [...]string{"1", "2", "3", "4"}

func choiceOf(i int, words string, q *quiz.Question, g *quiz.Given) Choice {
	c := Choice{Sign: askSigns[i%len(askSigns)], Words: words}
	switch mine := g.Any && g.Choice == i; {
	case g.Shown && i == q.Answer:
		c.State = ChoiceRight
	case g.Shown && mine:
		c.State = ChoiceWrong
	case mine:
		c.State = ChoicePicked
	}
	return c
}

// inOrder are the sentences to be put in order: below each its place in it, and at last its days.
func (w Words) inOrder(r *quiz.Round, q *quiz.Question, g *quiz.Given) (out []Choice) {
	for i := range q.Texts {
		t := &q.Texts[i]
		a := r.Story.Articles[t.Doc]
		c := Choice{Sign: askSigns[i%len(askSigns)], Words: shownText(a, t, g.Shown)}
		at := slices.Index(g.Order, i)
		if at >= 0 {
			c.State, c.Under = ChoicePicked, w.L(askOrders[at])
		}
		if g.Shown {
			right := slices.Index(q.Order, i)
			c.Under = join(w.L(askOrders[right]), w.daysOf(r.Story, t))
			switch {
			case !g.Any:
			case at == right:
				c.State = ChoiceRight
			default:
				c.State = ChoiceWrong
			}
		}
		out = append(out, c)
	}
	return out
}

// daysOf are the days of the event that a text of an order tells of.
func (w Words) daysOf(s *story.Story, t *quiz.Text) string {
	for i := range s.Events {
		if e := &s.Events[i]; e.Doc == t.Doc && e.Sentence == t.Span && e.When.Dated() && !e.Mention {
			return w.Interval(e.When.Earliest, e.When.Latest)
		}
	}
	return ""
}

// askAnswer says what is right and how good the answer was.
func (w Words) askAnswer(r *quiz.Round, q *quiz.Question, g *quiz.Given) string {
	v := r.Verdict(r.At)
	answer := ""
	switch q.Kind {
	case quiz.Where:
		answer = w.PlaceName(q.Place)
		if g.Any && v.KM >= 1 {
			answer = join(answer, w.N("{{.N}} km off", kilometres(v.KM), nil))
		}
	case quiz.When:
		answer = w.slideDate(story.Moment{Earliest: q.From, Latest: q.To})
		switch {
		case !g.Any || v.Days == 0:
		case v.Days < 0:
			answer = join(answer, w.Count(-v.Days, "day too early", "days too early"))
		default:
			answer = join(answer, w.Count(v.Days, "day too late", "days too late"))
		}
	case quiz.Who:
		answer = r.Story.Speakers[q.Speakers[q.Answer]].Name
	case quiz.Which:
		answer = clip(Title(r.Story.Articles[q.Articles[q.Answer]]), 90)
	}
	switch {
	case v.Mark == quiz.Right:
		return joinColon(w.L("Right"), answer)
	case v.Mark == quiz.Near:
		return joinColon(w.L("Near"), answer)
	case q.Kind == quiz.First && g.Any:
		return w.L("Another order")
	case q.Kind == quiz.First:
		return w.L("This is the order")
	}
	return answer
}

func joinColon(a, b string) string {
	if b == "" {
		return a
	}
	return a + ": " + b
}

// kilometres are as exact as anybody can say.
func kilometres(km float64) int {
	if km >= 100 {
		return int(math.Round(km/10)) * 10
	}
	return int(math.Round(km))
}

// askScore is the score of the class, or of the team whose turn it is.
func (w Words) askScore(r *quiz.Round) string {
	if !r.Teams {
		return w.scoreOf(r, 0)
	}
	return joinColon(w.teamName(r.Turn), w.scoreOf(r, r.Turn))
}

func (w Words) teamName(team int) string {
	return w.L("Team {{.N}}", map[string]any{"N": team + 1})
}

func (w Words) scoreOf(r *quiz.Round, team int) string {
	right, near := r.Score(team)
	return join(w.N("{{.N}} right", right, nil), w.N("{{.N}} near", near, nil))
}

// askedAll is the page at the end.
func (w Words) askedAll(r *quiz.Round) Question {
	right, _ := r.Score(0)
	other, _ := r.Score(1)
	out := Question{Pane: AskWords, Title: w.L("{{.N}} of {{.Of}} right", map[string]any{"N": right + other, "Of": len(r.Set)}),
		Under: w.L("All questions are asked"), Score: w.scoreOf(r, 0), Foot: w.L("Enter asks other questions, Esc goes back")}
	if r.Teams {
		out.Score = ""
		out.Text = joinColon(w.teamName(0), w.scoreOf(r, 0)) + ", " + joinColon(w.teamName(1), w.scoreOf(r, 1))
	}
	out.Choices = []Choice{{Sign: askSigns[0], Words: w.L("Again, other questions")}, {Sign: askSigns[1], Words: w.L("Back")}}
	return out
}

// AskMarks are the marks of a question on the map: a ring at what was answered, and the answer once it is shown.
func (w Words) AskMarks(r *quiz.Round) (out []Mark) {
	q, g := r.Question()
	if q == nil || q.Kind != quiz.Where {
		return nil
	}
	if g.Shown {
		m := Mark{At: q.Place.Point, Label: w.shortName(q.Place), Filled: true, Count: 1, P: 1}
		if q.Place.Kind == geo.KindCountry || q.Place.Kind == geo.KindAdmin1 {
			m.Shape = &q.Place
		}
		out = append(out, m)
	}
	if g.Any {
		m := Mark{At: g.Point, Ring: true, P: 1}
		if v := r.Verdict(r.At); g.Shown && v.KM >= 1 {
			m.Label = w.L("{{.N}} km", map[string]any{"N": w.Number(kilometres(v.KM))})
		}
		out = append(out, m)
	}
	return out
}

// AskPath is the line from what was answered to what is right.
func AskPath(r *quiz.Round) []Stop {
	q, g := r.Question()
	if q == nil || q.Kind != quiz.Where || !g.Shown || !g.Any {
		return nil
	}
	v := r.Verdict(r.At)
	if v.KM < 1 {
		return nil
	}
	return []Stop{{At: g.Point}, {At: v.To, Dash: true}}
}

// AskSecrets are the words, in lower case, that no name on the map may have while the answer is hidden.
func (w Words) AskSecrets(r *quiz.Round) (out []string) {
	q, g := r.Question()
	if q == nil || q.Kind != quiz.Where || g.Shown {
		return nil
	}
	a := r.Story.Articles[q.Texts[0].Doc]
	names := []string{q.Place.Name, w.shortName(q.Place)}
	if q.Place.Kind == geo.KindAdmin1 {
		names = append(names, strings.Fields(q.Place.Name)[0], q.Place.AnchorName)
	}
	for _, h := range q.Texts[0].Hidden {
		names = append(names, h.In(a.Text))
	}
	for _, n := range names {
		if n = strings.ToLower(n); len(n) > 2 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// AskPoints are what the map is fitted to while places are asked for: the same for all questions, so that the view tells
// nothing.
func AskPoints(r *quiz.Round) (out []orb.Point) {
	for i := range r.Set {
		if r.Set[i].Kind == quiz.Where {
			out = append(out, r.Set[i].Place.Point)
		}
	}
	for i := range r.Story.Events {
		if e := &r.Story.Events[i]; !e.Mention && e.IsLikely() && e.Where != nil && e.Where.Place.Kind != geo.KindCountry {
			out = append(out, e.Where.Place.Point)
		}
	}
	return out
}

// AskAnswer is the tick of the day that was asked for.
const AskAnswer = "answer"

// AskTicks are the rows and ticks below a question, made of those of the story: nothing on them can be read that tells the
// answer. Where a day is asked for the ticks stand in no row, so that the axis is the story's; the answer comes at last.
func (w Words) AskTicks(r *quiz.Round, rows []Lane, ticks []Tick) ([]Lane, []Tick) {
	q, g := r.Question()
	rows, ticks = slices.Clone(rows), slices.Clone(ticks)
	hide := q != nil && q.Kind != quiz.Where
	secrets := w.AskSecrets(r)
	for i := range rows {
		rows[i].Tip = ""
		if t := strings.ToLower(rows[i].Title); slices.ContainsFunc(secrets, func(s string) bool { return strings.Contains(t, s) }) {
			rows[i].Title = "…"
		}
	}
	for i := range ticks {
		ticks[i].Tip = nil
		if hide {
			ticks[i].Lane = -1
		}
	}
	if !hide {
		return rows, ticks
	}
	rows = []Lane{{Title: w.L("The day"), Colour: LaneColour(0)}}
	if q.Kind == quiz.When && g.Shown {
		ticks = append(ticks, Tick{ID: AskAnswer, From: q.From, To: q.To, P: 1})
	}
	return rows, ticks
}

// AskPeriod is what the slider shows: the day that was answered, or the days of the event whose place is asked for.
func AskPeriod(r *quiz.Round) story.Period {
	q, g := r.Question()
	switch {
	case q == nil:
	case q.Kind == quiz.When && g.Any:
		return story.Between(g.Day, g.Day)
	case q.Kind == quiz.Where:
		if i := r.Story.EventAt(q.Event); i >= 0 {
			if d := r.Story.Events[i].When; d.Dated() && d.Earliest.Bounded() && d.Latest.Bounded() {
				return story.Between(d.Earliest, d.Latest)
			}
		}
	}
	return story.Period{}
}

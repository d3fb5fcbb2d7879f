package ui

import (
	"context"

	"dateline/app/progress"
	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/present"
	"dateline/geo"
	"github.com/paulmach/orb"
)

const kindQuestions session.Kind = "questions"

// askedAtOnce is how many questions a set has, of a story that has so many.
const askedAtOnce = 8

// areaZoom is how exact the shape of a country is that an answer is held against.
const areaZoom = 6

// asker asks a class about the story, on the presenter's screen.
type asker struct {
	*presenter
	outlines func(geo.Place, float64) orb.MultiPolygon // nil where there are none
	round    *quiz.Round                               // nil while nothing is asked
	seed     uint64                                    // of the questions that are asked; others come from the next one
	alone    bool                                      // nothing was presented before
	fitted   bool                                      // the map shows what places are asked in
	bared    [2]any                                    // round and place in it of the question whose map was cleared last
	told     func()                                    // told that a question, an answer or the slide came
	run      runRound
}

// on reports whether questions are asked.
func (a *asker) on() bool { return a.round != nil }

// inRun reports whether the question that is on is a slide of the run.
func (a *asker) inRun() bool { return a.on() && a.round.Run }

// Ask makes questions of the story and asks them.
func (a *asker) Ask() {
	if a.on() && !a.inRun() {
		return
	}
	if len(a.session.State().Story.Articles) == 0 {
		a.session.Notify(session.Note{Text: text("There is nothing to ask about yet. Open an article first.")})
		return
	}
	a.make(false)
}

// make makes a set of questions off the UI goroutine, others each time, and begins with the first. Where none can be made that is said,
// unless it is quiet.
func (a *asker) make(quiet bool) {
	s, seed, fresh := a.session.State().Story, a.seed, a.fresh()
	a.seed++
	a.session.Start(session.Work{Kind: kindQuestions, Fault: text("No questions could be made."),
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			set := quiz.MakeOf(s, askedAtOnce, seed, fresh)
			if len(set) == 0 {
				set = quiz.Make(s, askedAtOnce, seed)
			}
			areas := a.areasOf(ctx, set)
			return func() {
				if a.session.State().Story == s && (!quiet || len(set) > 0 && a.presenter.on()) {
					a.start(quiz.NewRound(s, set, areas))
				}
			}, nil
		}})
}

// areasOf are the shapes of the countries and regions that some questions ask for. It is called off the UI goroutine.
func (a *asker) areasOf(ctx context.Context, set []quiz.Question) []orb.MultiPolygon {
	areas := make([]orb.MultiPolygon, len(set))
	for i := range set {
		if p := set[i].Place; set[i].Kind == quiz.Where && a.outlines != nil && (p.Kind == geo.KindCountry || p.Kind == geo.KindAdmin1) && ctx.Err() == nil {
			areas[i] = a.outlines(p, areaZoom)
		}
	}
	return areas
}

// start asks the questions of a round.
func (a *asker) start(r *quiz.Round) {
	if len(r.Set) == 0 {
		a.session.Notify(session.Note{Text: text("No question can be made of this story: nothing in it is sure enough, or it is too short.")})
		return
	}
	if !a.on() || a.inRun() {
		a.alone = !a.presenter.on()
		if a.alone && !a.begin() {
			return
		}
		a.away()
		a.session.Pause()
	}
	if r.Teams = a.run.teams(); r.Teams {
		r.Turn = a.run.round.Turn
	}
	a.take(r)
	a.tell()
}

// take gives map and timeline to the questions of a round.
func (a *asker) take(r *quiz.Round) {
	a.round, a.fitted = r, false
	a.maps.asked, a.time.asked = a.point, a.day
	a.maps.mapp.CloseOpen()
	a.maps.names.hide(false)
	a.time.veil(false)
	a.maps.mapp.SetSelected()
	a.maps.mapp.SetLegend(false)
	a.maps.mapp.SetHeat(nil)
	a.time.timeline.SetSelected()
	a.time.timeline.SetCounts(false)
}

// away takes the question off; map and timeline show the story again.
func (a *asker) away() {
	if !a.on() {
		return
	}
	a.round = nil
	a.maps.asked, a.time.asked = nil, nil
	a.maps.names.keepBack(nil)
	a.maps.mapp.SetLegend(true)
	a.maps.mapp.SetPath(nil, false)
	a.screen.SetQuestion(nil)
	st := a.session.State()
	all := session.Everything &^ session.Moved
	a.maps.show(st, all)
	a.time.show(st, all)
	a.maps.mapp.SetPath(stops(bind.Path(st)), a.maps.path)
	a.maps.mapp.Relabel()
}

// leave ends the questions: the slide comes back, or the window as it was. A question that is a slide is left with all slides.
func (a *asker) leave() {
	switch {
	case !a.on():
		return
	case a.inRun():
		a.end()
		return
	}
	a.away()
	if a.alone {
		a.end()
		a.maps.mapp.SetViewport(a.view)
		return
	}
	a.again()
}

// again shows the slide of what is selected once more.
func (a *asker) again() {
	st := a.session.State()
	if a.follow(st) {
		return
	}
	a.screen.SetSlide(present.Slide(a.words.Slide(st, a.slides())))
	a.looks()
	a.showLabels()
	a.told()
}

// point answers with a place on the map.
func (a *asker) point(at orb.Point) {
	a.round.Point(at)
	a.tell()
}

// day answers with the middle of what was chosen on the timeline.
func (a *asker) day(p story.Period) {
	if p.On {
		a.round.Day(p.From + (p.To-p.From)/2)
	}
	a.tell()
}

// pick answers with a choice. On map and timeline the key 1 puts an answer into the middle, from where arrows move it.
func (a *asker) pick(k int) {
	q, g := a.round.Question()
	switch {
	case q == nil && k == 0:
		a.make(false)
		return
	case q == nil:
		a.leave()
		return
	case q.Kind == quiz.Where && k == 0 && !g.Any:
		v, c := a.maps.mapp.Viewport(), a.screen.CoveredBy()
		a.round.Point(v.Unproject((v.W+c.Left-c.Right)/2, (v.H+c.Top-c.Bottom)/2))
	case q.Kind == quiz.When && k == 0 && !g.Any:
		a.round.Day(a.time.timeline.DayAt(a.time.timeline.Size().Width / 2))
	default:
		a.round.Pick(k)
	}
	a.tell()
}

// arrowStep is how far an arrow moves an answer on the map, in px.
const arrowStep = 12

// arrow moves what was answered on map and timeline.
func (a *asker) arrow(dx, dy int) bool {
	q, g := a.round.Question()
	if q == nil || !g.Any || g.Shown {
		return false
	}
	switch {
	case q.Kind == quiz.Where:
		v := a.maps.mapp.Viewport()
		x, y := v.Project(g.Point)
		a.round.Point(v.Unproject(x+float64(dx*arrowStep), y+float64(dy*arrowStep)))
	case q.Kind == quiz.When && dx != 0:
		a.round.Day(g.Day + story.Day(dx))
	default:
		return false
	}
	a.tell()
	return true
}

// answer shows the answer; once it is shown it does nothing.
func (a *asker) answer() {
	if a.round.Show() {
		a.tell()
		a.fitAnswer()
	}
}

// next shows the answer, and then goes to the next question, or slide; at the end it asks others.
func (a *asker) next() {
	switch q, g := a.round.Question(); {
	case q == nil:
		a.make(false)
	case !g.Shown:
		a.answer()
	case a.inRun():
		a.step(1)
	default:
		a.round.Step(1)
		a.tell()
	}
}

// previous goes back to look at a question again, and from the first to the slides.
func (a *asker) previous() {
	switch {
	case a.inRun():
		a.step(-1)
	case a.round.Step(-1):
		a.tell()
	case !a.alone:
		a.leave()
	}
}

// team gives the turn to the other team.
func (a *asker) team() {
	a.round.Switch()
	a.tell()
}

// tell brings the question onto the screen, with what it has on map and timeline.
func (a *asker) tell() {
	r := a.round
	rows, items := a.words.AskTicks(r, a.time.rows, a.time.ticks)
	t := a.time.timeline
	t.SetData(lanes(rows), ticks(items)) // first: how high the screen makes it follows from its rows
	q := question(a.worded(r))
	a.screen.SetQuestion(&q)
	a.maps.names.keepBack(a.words.AskSecrets(r))
	a.maps.mapp.SetMarks(marks(a.words.AskMarks(r)))
	a.maps.mapp.SetPath(stops(bind.AskPath(r)), true)
	if open := [2]any{r, r.At}; open != a.bared && r.At < len(r.Set) && !r.Given[r.At].Shown {
		a.bared = open
		a.maps.mapp.Forget() // names and areas of the view before may be the answer
	} else {
		a.maps.mapp.Relabel()
	}
	t.SetSelected(bind.AskAnswer)
	t.Reach, t.Step = 0, 1
	t.SetPeriod(bind.AskPeriod(r))
	a.told()
	if q.Pane == present.OnCards {
		return
	}
	a.place()
	if !a.fitted {
		a.fitted = true
		a.fit(false)
	}
}

// fitQuestions shows all that places can be asked in, the same for every question.
func (a *asker) fitQuestions(animated bool) {
	if a.inRun() {
		if points, closest := bind.SlidePoints(a.session.State(), a.slides()); closest > 0 { // a person chose what the map shows
			a.maps.mapp.FitClear(points, closest, animated)
			return
		}
	}
	a.maps.mapp.FitClear(bind.AskPoints(a.round), slideZoom, animated)
}

// fitAnswer brings answer and what was answered beside the cards, no closer than before.
func (a *asker) fitAnswer() {
	var points []orb.Point
	for _, m := range a.words.AskMarks(a.round) {
		points = append(points, m.At)
	}
	if len(points) > 0 {
		a.fitted = false
		a.maps.mapp.FitClear(points, min(a.maps.mapp.Viewport().Zoom, slideZoom), true)
	}
}

// gone ends the questions when another story is open than the one that they are of.
func (a *asker) gone(st session.State) {
	if a.on() && st.Story != a.round.Story {
		a.dispatch(func() {
			if a.inRun() && a.presenter.on() {
				a.away()
				a.again()
			} else {
				a.leave()
			}
		})
	}
}

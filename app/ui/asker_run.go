package ui

import (
	"context"
	"slices"

	"dateline/app/progress"
	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"

	run "dateline/app/slides"
)

const kindAreas session.Kind = "areas of questions"

// runRound are the questions that are slides of the run, while it is presented: what was answered to each, and the score of all.
type runRound struct {
	round *quiz.Round
	of    *bind.Slides // that its questions are from
	ids   []string     // of their slides
}

// teams reports whether two teams answer the questions of the run.
func (x *runRound) teams() bool { return x.round != nil && x.round.Teams }

// follow asks the question of the slide that is selected, and takes the question off where that asks none. It reports whether it asks.
func (a *asker) follow(st session.State) bool {
	all := a.slides()
	k := all.At(st)
	if k < 0 || all.Slide(k).Kind != run.Asked {
		if a.inRun() {
			a.away()
		}
		return false
	}
	r := a.roundOf(all)
	at := slices.Index(a.run.ids, all.Slide(k).ID)
	if a.round == r && r.At == at {
		return true
	}
	r.At = at
	if a.inRun() {
		a.round, a.fitted = r, false
	} else {
		a.take(r)
	}
	a.tell()
	return true
}

// roundOf is the round of the questions of some slides. What was answered to a question of the story stays when slides are changed.
func (a *asker) roundOf(all *bind.Slides) *quiz.Round {
	x := &a.run
	if x.of == all {
		return x.round
	}
	before := *x
	*x = runRound{of: all}
	var set []quiz.Question
	for k := range all.Len() {
		if s := all.Slide(k); s.Kind == run.Asked {
			set, x.ids = append(set, s.Question), append(x.ids, s.ID)
		}
	}
	r := quiz.NewRound(a.session.State().Story, set, nil)
	r.Run, x.round = true, r
	if before.round != nil {
		r.Teams, r.Turn = before.round.Teams, before.round.Turn
		for i, id := range x.ids {
			if k := slices.Index(before.ids, id); k >= 0 && before.round.Story == r.Story {
				r.Given[i] = before.round.Given[k]
			}
		}
	}
	a.dispatch(func() { // an observer starts nothing
		a.session.Start(session.Work{Kind: kindAreas, Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			areas := a.areasOf(ctx, set)
			return func() {
				r.Areas = areas
				if a.round == r {
					a.tell()
				}
			}, nil
		}})
	})
	return r
}

// worded is what is said of the question that is on.
func (a *asker) worded(r *quiz.Round) bind.Question {
	if !r.Run {
		return a.words.Question(r)
	}
	all := a.slides()
	return a.words.RunQuestion(r, all.At(a.session.State()), all.Len())
}

// fresh tells of what no slide of the run asks, so that other questions are about other sentences.
func (a *asker) fresh() func(quiz.Text) bool {
	all, used := a.slides(), map[story.Span][]int{}
	for k := range all.Len() {
		for _, t := range all.Slide(k).Question.Texts {
			used[t.Span] = append(used[t.Span], t.Doc)
		}
	}
	return func(t quiz.Text) bool { return !slices.Contains(used[t.Span], t.Doc) }
}

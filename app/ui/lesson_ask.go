package ui

import (
	"context"

	"dateline/app/progress"
	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/app/ui/bind"
)

const kindAskable session.Kind = "questions to choose from"

// askable are all questions that can be asked about a story. They are looked for off the UI goroutine, once they are asked for.
type askable struct {
	*desk
	found func() // told when they are there
	story *story.Story
	list  []slides.Shown
}

// known reports whether the questions of a story are found.
func (a *askable) known(s *story.Story) bool { return a.story == s }

// of are the questions of a story; none while they are not found.
func (a *askable) of(s *story.Story) []slides.Shown {
	if a.story != s {
		return nil
	}
	return a.list
}

// find looks for the questions of the story that is open.
func (a *askable) find() {
	s := a.session.State().Story
	if a.known(s) {
		return
	}
	a.session.Start(session.Work{Kind: kindAskable, Fault: text("No questions could be made."), Do: func(context.Context, progress.Report) (func(), error) {
		list := slides.Questions(s)
		return func() {
			if a.session.State().Story == s {
				a.story, a.list = s, list
				a.found()
			}
		}, nil
	}})
}

// questions lists the questions that can be put in.
func (l *lesson) questions() {
	l.tabs.Choose(int(bind.TabQuestions))
	l.choose(bind.TabQuestions)
}

// addSet puts a set of questions of each kind at the end, the easier ones first, about what no other slide asks.
func (l *lesson) addSet() {
	s, fresh := l.session.State().Story, l.presents.ask.fresh()
	l.session.Start(session.Work{Kind: kindQuestions, Fault: text("No questions could be made."), Do: func(context.Context, progress.Report) (func(), error) {
		set := quiz.MakeOf(s, askedAtOnce, 1, fresh)
		return func() {
			switch {
			case l.session.State().Story != s:
			case len(set) == 0:
				l.session.Notify(session.Note{Text: text("No question can be made of this story: nothing in it is sure enough, or it is too short.")})
			default:
				l.putSet(s, set)
			}
		}, nil
	}})
}

func (l *lesson) putSet(s *story.Story, set []quiz.Question) {
	l.note.commit()
	r := l.ownRun()
	n := len(r.Slides)
	for i := range set {
		r = r.Put(len(r.Slides), slides.SlideOfQuestion(s, &set[i]))
	}
	l.tab, l.at = bind.TabRun, r.Slides[n].ID
	l.tabs.Choose(int(l.tab))
	l.session.SetRun(r)
}

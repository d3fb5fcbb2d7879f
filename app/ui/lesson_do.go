package ui

import (
	"slices"
	"strconv"

	"dateline/app/slides"
	"dateline/app/ui/bind"
	"dateline/app/ui/dialog"
	"github.com/paulmach/orb"
)

func itoa(n int) string { return strconv.Itoa(n) }

// ownRun is the run as the person's own, to be changed.
func (l *lesson) ownRun() slides.Run {
	st := l.session.State()
	return st.Run.Own(st.Story, l.presents.slides().All)
}

// change changes the run at the chosen slide; at is chosen afterwards.
func (l *lesson) change(at string, edit func(r slides.Run, i int) slides.Run) {
	l.note.commit()
	r := l.ownRun()
	i := r.At(l.at)
	if i < 0 {
		return
	}
	l.at = at
	l.session.SetRun(edit(r, i))
}

// with changes the chosen slide itself.
func (l *lesson) with(edit func(*slides.Slide)) {
	l.change(l.at, func(r slides.Run, i int) slides.Run {
		s := r.Slides[i]
		edit(&s)
		return r.With(i, s)
	})
}

// out takes the chosen slide out.
func (l *lesson) out() {
	l.change(l.at, func(r slides.Run, i int) slides.Run { return r.Without(i) })
	if l.row() != nil {
		l.goTo(l.at)
	}
}

// move puts a slide so many places on or back.
func (l *lesson) move(id string, by int) {
	if l.tab == bind.TabRun && by != 0 {
		l.at = id
		l.change(id, func(r slides.Run, i int) slides.Run { return r.Move(i, by) })
	}
}

func (l *lesson) merge() {
	l.change(l.at, func(r slides.Run, i int) slides.Run { return r.Merge(i) })
}

func (l *lesson) split() {
	if r := l.row(); r != nil {
		words := l.textOf(r)
		l.change(l.at, func(r slides.Run, i int) slides.Run { return r.Split(words, i) })
	}
}

// textOf is the text of the article of a slide.
func (l *lesson) textOf(r *bind.RunRow) string {
	s := l.session.State().Story
	if len(r.Slide.Parts) > 0 {
		if doc := s.ArticleAt(r.Slide.Parts[0].Article); doc >= 0 {
			return s.Articles[doc].Text
		}
	}
	return ""
}

// hide makes names, day and speaker of the chosen slide come one after the other, or all at once.
func (l *lesson) hide() { l.with(func(s *slides.Slide) { s.Hide = !s.Hide }) }

// hold keeps what the map shows with the chosen slide, or lets the map be fitted again where it shows that already.
func (l *lesson) hold() {
	r := l.row()
	if r == nil {
		return
	}
	if r.Slide.Held && l.holds(r) {
		l.with(func(s *slides.Slide) { s.Area, s.Held = orb.Bound{}, false })
		return
	}
	area := l.maps.mapp.Viewport().Bound()
	l.with(func(s *slides.Slide) { s.Area, s.Held = area, true })
}

// holds reports whether the map shows what is kept with a slide: its middle lies near that of the map.
func (l *lesson) holds(r *bind.RunRow) bool {
	now, kept := l.maps.mapp.Viewport().Bound(), r.Slide.Area
	wide := max(now.Max[0]-now.Min[0], 1e-9)
	near := func(a, b float64) bool { return max(a-b, b-a) < wide/12 }
	a, b := now.Center(), kept.Center()
	return near(a[0], b[0]) && near(a[1], b[1]) && wide < 2*(kept.Max[0]-kept.Min[0])
}

// shorten asks what of the sentences of the chosen slide is shown.
func (l *lesson) shorten() {
	st := l.session.State()
	row := l.row()
	if row == nil {
		return
	}
	found := slides.Resolve(st.Story, []slides.Slide{row.Slide})[0].Found
	parts := row.Slide.Parts
	if len(found) != len(parts) {
		return
	}
	s := slides.NewShortener(st.Story, found)
	dialog.Shorten(l.dialogs(), s.Pieces(), s.Shown(), s.Words, func(shown []bool) {
		keep := s.Kept(shown)
		l.with(func(x *slides.Slide) {
			x.Parts = slices.Clone(x.Parts)
			for i := range x.Parts {
				x.Parts[i].Keep = keep[i]
			}
		})
		l.win.Canvas().Focus(l.list)
	})
}

// own puts a slide of the person's own words in: a title at the beginning, a text after the chosen slide.
func (l *lesson) own(kind slides.Kind) {
	st := l.session.State()
	head, body, title := "", "", text("Own text")
	if kind == slides.Title {
		title = text("Title slide")
		head, body = l.words.StoryTitle(st), l.words.StoryDays(st)
	}
	dialog.Words(l.dialogs(), title, head, body, func(head, body string) {
		r := l.ownRun()
		at := 0
		if kind == slides.Text {
			at = r.At(l.at) + 1
		}
		before := r
		r = r.Put(at, slides.Slide{ID: "own", Kind: kind, Head: head, Body: body})
		for _, s := range r.Slides {
			if before.At(s.ID) < 0 {
				l.at = s.ID
			}
		}
		l.tab = bind.TabRun
		l.tabs.Choose(int(l.tab))
		l.session.SetRun(r)
		l.win.Canvas().Focus(l.list)
	})
}

// write changes the words of an own slide.
func (l *lesson) write() {
	r := l.row()
	if r == nil {
		return
	}
	title := text("Own text")
	if r.Slide.Kind == slides.Title {
		title = text("Title slide")
	}
	dialog.Words(l.dialogs(), title, r.Slide.Head, r.Slide.Body, func(head, body string) {
		l.with(func(s *slides.Slide) { s.Head, s.Body = head, body })
		l.win.Canvas().Focus(l.list)
	})
}

// putOrTake puts the chosen row into the lesson, in order of time, or takes it out where it is in it.
func (l *lesson) putOrTake() {
	row := l.row()
	if row == nil || l.tab == bind.TabRun {
		return
	}
	r := l.ownRun()
	if ids := l.listed.Shows(row.Slide); len(ids) > 0 {
		for _, id := range ids {
			if i := r.At(id); i >= 0 {
				r = r.Without(i)
			}
		}
	} else {
		r = r.Put(l.listed.Place(row.Slide), row.Slide)
	}
	l.session.SetRun(r)
}

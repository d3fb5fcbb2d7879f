package ui

import (
	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

// mostRivals is how many other places, days or speakers a context menu offers: the card has them all.
const mostRivals = 5

// menu is what can be said of some subjects: the first one's answers in the menu itself, the others' in menus of their own.
func (k *corrector) menu(subjects ...review.Subject) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for n, x := range subjects {
		ask, ok := k.words.Ask(k.session.State().Story, x, k.atlas)
		if !ok {
			continue
		}
		items := k.answers(ask)
		if n == 0 {
			head := fyne.NewMenuItem(menuHead(ask), nil)
			head.Disabled = true
			out = append(append(out, head), items...)
			continue
		}
		if n == 1 {
			out = append(out, fyne.NewMenuItemSeparator())
		}
		sub := fyne.NewMenuItem(menuHead(ask), nil)
		sub.ChildMenu = fyne.NewMenu("", items...)
		out = append(out, sub)
	}
	return out
}

// menuHead is what a subject is, and what is shown of it.
func menuHead(a bind.Ask) string {
	head := a.Title
	if shown, ok := a.Answer(a.Shown); ok && a.Shown != "" {
		head += ": " + shown.Name
		if shown.Rest != "" {
			head += ", " + shown.Rest
		}
	}
	return head
}

// answers are the answers to a question as items: what is shown is right, rivals, the rest, and the card.
func (k *corrector) answers(ask bind.Ask) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	add := func(name string, do func()) { out = append(out, fyne.NewMenuItem(name, do)) }
	if ask.Shown != "" {
		add(text("It is right"), func() { k.session.Correct(ask.Right(story.VerdictRight)); k.after() })
	}
	n := 0
	for _, a := range ask.Answers {
		if a.ID == ask.Shown || n == mostRivals {
			continue
		}
		n++
		name := a.Name
		if a.Rest != "" {
			name += ", " + a.Rest
		}
		add(name, func() { k.choose(ask, a) })
	}
	for _, a := range ask.Others {
		add(a.Name, func() { k.choose(ask, a) })
	}
	if ask.Subject.Kind != review.SubjectStretch {
		add(text("Cannot tell"), func() { k.session.Correct(ask.Right(story.VerdictCannot)); k.after() })
		add(text("Correct…")+"   (C)", func() { k.show1(ask.Subject) })
	}
	return out
}

// choose makes an answer hold at once, as far as it is meant to reach.
func (k *corrector) choose(ask bind.Ask, a bind.Answer) {
	c := a.Says
	if !a.One {
		c = ask.Scoped(c, ask.Scope)
	}
	k.hold(c, ask.Reach(c))
}

// subjects are what can be corrected of the selection, the likeliest first.
func (k *corrector) subjects(st session.State) []review.Subject {
	first := k.subject(st)
	if first.Kind == review.SubjectNone {
		return nil
	}
	out := []review.Subject{first}
	add := func(x review.Subject, ok bool) {
		if ok && x.Kind != review.SubjectNone && x.About != first.About {
			out = append(out, x)
		}
	}
	if e := st.SelectedEvent(); e >= 0 && first.Kind != review.SubjectStretch {
		x, ok := review.PlaceOfEvent(st.Story, e)
		add(x, ok)
		x, ok = review.TimeOfEvent(st.Story, e)
		add(x, ok)
		add(review.EventSubject(st.Story, e), true)
	}
	if q := st.SelectedQuote(); q >= 0 && first.Kind != review.SubjectStretch {
		add(review.QuoteSubject(st.Story, q), true)
	}
	return out
}

// openMenu opens the context menu of the selection.
func (k *corrector) openMenu(at fyne.Position) {
	items := k.menu(k.subjects(k.session.State())...)
	if copies := k.copy.items(); len(copies) > 0 {
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(append(items, copies...), k.copy.list())
	}
	if len(items) == 0 {
		return
	}
	k.pop(items, at)
}

// Menu opens the context menu of the selection beside what has the keyboard.
func (k *corrector) Menu() {
	if k.win.Canvas().Focused() == fyne.Focusable(k.text.text) {
		k.text.text.OpenMenu()
		return
	}
	at := fyne.NewPos(k.win.Canvas().Size().Width/3, k.win.Canvas().Size().Height/3)
	if o, ok := k.win.Canvas().Focused().(fyne.CanvasObject); ok {
		at = k.app.Driver().AbsolutePositionForObject(o).AddXY(30, 40)
	}
	k.openMenu(at)
}

// textMenu is the context menu of a byte of the article: of what the person marked, else of what stands there.
func (k *corrector) textMenu(offset int, selected story.Span) []*fyne.MenuItem {
	st := k.session.State()
	doc := st.Story.ArticleAt(k.text.id)
	if doc < 0 {
		return nil
	}
	if !selected.Empty() {
		all := []review.Subject{review.StretchSubject(st.Story, doc, selected)}
		if all[0].Kind != review.SubjectStretch { // what stands there can be something else besides
			all = append(all, review.WordsSubject(st.Story, doc, selected))
		}
		return k.menu(all...)
	}
	x := review.SubjectAt(st.Story, doc, offset)
	if x.Kind == review.SubjectNone { // a word that is nothing yet
		return k.menu(review.StretchSubject(st.Story, doc, bind.WordAt(st.Story.Articles[doc].Text, offset)))
	}
	all := []review.Subject{x}
	for i := range st.Story.Events {
		if e := &st.Story.Events[i]; e.Doc == doc && e.Span.Holds(offset) && x.Kind != review.SubjectEvent {
			all = append(all, review.EventSubject(st.Story, i))
		}
	}
	return k.menu(all...)
}

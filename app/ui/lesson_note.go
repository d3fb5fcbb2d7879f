package ui

import (
	"strings"

	"dateline/app/review"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// noteField is where the notes on a slide are typed: Enter keeps them and goes to the next slide, Shift with Enter begins another
// line. What is noted of an article stands in the log, as every note does; of an own slide in the slide.
type noteField struct {
	widget.Entry
	l       *lesson
	caption *kit.Caption
	was     string // what is noted already
}

func newNoteField(l *lesson) *noteField {
	n := &noteField{l: l, caption: kit.NewCaption()}
	n.MultiLine, n.Wrapping = true, fyne.TextWrapWord
	n.ExtendBaseWidget(n)
	n.SetMinRowsVisible(2)
	n.SetPlaceHolder(text("What you want to say here; the class does not see it"))
	n.caption.Set(text("Your notes · Enter goes to the next slide"))
	return n
}

// TypedKey is called by Fyne.
func (n *noteField) TypedKey(e *fyne.KeyEvent) {
	l := n.l
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.shifted != nil && l.shifted() {
			n.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			return
		}
		n.step(1)
	case fyne.KeyPageDown:
		n.step(1)
	case fyne.KeyPageUp:
		n.step(-1)
	case fyne.KeyEscape:
		n.commit()
		l.win.Canvas().Focus(l.list)
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF6, fyne.KeyF11:
		n.commit()
		l.onKey(e)
	default:
		n.Entry.TypedKey(e)
	}
}

// step goes to the note of another slide.
func (n *noteField) step(by int) {
	l := n.l
	n.commit()
	if i := l.index(l.at) + by; i >= 0 && i < len(l.rows) {
		l.goTo(l.rows[i].Slide.ID)
	}
	l.win.Canvas().Focus(n)
}

// FocusLost is called by Fyne.
func (n *noteField) FocusLost() {
	n.Entry.FocusLost()
	n.commit()
}

// follow shows the note of the chosen slide. What is being typed stays.
func (n *noteField) follow() {
	l := n.l
	r := l.row()
	if r == nil || l.tab != bind.TabRun || r.Gone != "" {
		l.noted, n.was = "", ""
		n.SetText("")
		n.Disable()
		return
	}
	n.Enable()
	now := n.of(r)
	if l.noted == r.Slide.ID && (n.Text == now || n.Text != n.was) {
		return
	}
	l.noted, n.was = r.Slide.ID, now
	n.SetText(now)
}

// of is what is noted of a slide.
func (n *noteField) of(r *bind.RunRow) string {
	st := n.l.session.State()
	x := slides.Resolve(st.Story, []slides.Slide{r.Slide})[0]
	if about, ok := bind.NoteTarget(st.Story, st.Log, &x); ok {
		return review.Note(st.Log, about)
	}
	return r.Slide.Note
}

// commit keeps what was typed.
func (n *noteField) commit() {
	l := n.l
	said := strings.TrimSpace(n.Text)
	i := l.index(l.noted)
	if i < 0 || l.tab != bind.TabRun || said == strings.TrimSpace(n.was) {
		return
	}
	n.was = n.Text
	st := l.session.State()
	x := slides.Resolve(st.Story, []slides.Slide{l.rows[i].Slide})[0]
	if about, ok := bind.NoteTarget(st.Story, st.Log, &x); ok {
		l.session.Correct(story.Correction{Kind: story.CorrectNote, About: about, Text: said})
		return
	}
	r := l.ownRun()
	if k := r.At(l.noted); k >= 0 && r.Slides[k].Kind != slides.Told {
		s := r.Slides[k]
		s.Note = said
		l.session.SetRun(r.With(k, s))
	}
}

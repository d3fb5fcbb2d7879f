package ui

import (
	"context"
	"fmt"
	"strings"

	"dateline/app/progress"
	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/correctcard"
	"dateline/app/ui/kit"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

// seen is where the person last pointed: the same event is a place on the map and a day on the timeline.
type seen uint8

const (
	seenNowhere seen = iota // what is selected was stepped to
	seenText                // in the article
	seenMap
	seenTime
	seenList
	seenQuote // in the list of quotes
)

// corrector is the card on which a person says what is so, and the toast that says what was taken.
type corrector struct {
	*desk
	card  *correctcard.Card
	toast *toast
	told  int // how many corrections there were when the toast was said
	maps  *mapPane
	text  *articlePane
	atlas bind.Atlas
	find  func(typed string, n int) []geo.Place                              // nil: nothing is found
	days  func(words string, anchor story.Day) (from, to story.Day, ok bool) // nil: nothing is understood
	serif fyne.Resource
	root  *fyne.Container                                // lies over the window
	pop   func(items []*fyne.MenuItem, at fyne.Position) // opens a menu
	copy  *copier                                        // what the menu of the selection offers to copy
	own   *ownPlaces                                     // where a place that is put on the map can be kept; nil nowhere
	taken func()                                         // told after a correction was taken, or what is shown was said to be right; nil nobody

	at     seen
	fresh  bool // the person has pointed, and what is selected next is meant by it
	open   bool
	ask    bind.Ask
	found  []bind.Answer // answers to what was typed, or a pin's
	staged bind.Answer   // the answer that is chosen; none where id is ""
	pin    orb.Point
	pinned bool // a pin stands on the map
}

func newCorrector(d *desk, c *Config, maps *mapPane, text *articlePane) *corrector {
	k := &corrector{desk: d, card: correctcard.New(), toast: newToast(d), maps: maps, text: text, serif: c.Serif, find: c.FindPlaces, days: c.ReadDays,
		atlas: bind.Atlas{Place: c.PlaceByID, Country: c.CountryName, Article: func(id string) string { return bind.Called(d.session.State(), id) }}}
	k.pop = func(items []*fyne.MenuItem, at fyne.Position) {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), d.win.Canvas(), at)
	}
	k.card.OnStage = k.stage
	k.card.OnType = k.typed
	k.card.OnAction = k.act
	k.card.OnScope = func(int) { k.preview() }
	k.card.OnRight = func() { k.right(story.VerdictRight) }
	k.card.OnTake = k.take
	k.card.OnClose = func() { k.close() }
	k.card.Hide()
	k.root = container.New(overMap{k}, k.card, k.toast)
	return k
}

// overMap lays the card over the upper left of the map, as far as it has room there, and the toast at the foot of it.
type overMap struct{ k *corrector }

func (overMap) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (o overMap) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	k := o.k
	d := k.app.Driver()
	at := d.AbsolutePositionForObject(k.maps.root).Subtract(d.AbsolutePositionForObject(k.root))
	room := k.maps.root.Size()
	if !k.maps.root.Visible() || room.Width < 60 {
		at, room = fyne.NewPos(0, 0), s
	}
	w := min(k.card.Wanted(), s.Width-16)
	x := at.X + 14
	if x+w > s.Width-8 || room.Width < w*0.6 {
		x = max(s.Width-8-w, 8)
	}
	x = max(min(x, at.X+max(room.Width-w-14, 14)), 8)
	top := at.Y + 14
	if s.Height-top < 420*k.scale() {
		top = 8
	}
	k.card.SetRoom(s.Height - top - 8)
	k.card.Move(fyne.NewPos(x, top))
	k.card.Resize(fyne.NewSize(w, k.card.Size().Height))
	k.card.Resize(fyne.NewSize(w, k.card.MinSize().Height))
	m := k.toast.MinSize()
	k.toast.Resize(fyne.NewSize(min(m.Width, s.Width-16), m.Height))
	k.toast.Move(fyne.NewPos(max(at.X+room.Width-m.Width-14, min(8, s.Width-m.Width)), max(min(at.Y+room.Height-m.Height-14, s.Height-m.Height-14), 0)))
}

// pointed notes where the person points; what is selected next is meant as it stands there.
func (k *corrector) pointed(at seen) { k.at, k.fresh = at, true }

// subject is what the selection is about, as the person sees it.
func (k *corrector) subject(st session.State) review.Subject {
	s, x := st.Story, st.Selected
	if sel := k.text.text.Selection(); !sel.Empty() {
		if doc := s.ArticleAt(k.text.id); doc >= 0 {
			return review.StretchSubject(s, doc, sel)
		}
	}
	doc := st.SelectedArticle()
	if doc < 0 {
		return review.Subject{}
	}
	event, quote := st.SelectedEvent(), st.SelectedQuote()
	switch {
	case x.Sentence.Empty() && event < 0 && quote < 0:
		return review.PublishedSubject(s, doc)
	case k.at == seenMap && event >= 0:
		if sub, ok := review.PlaceOfEvent(s, event); ok {
			return sub
		}
	case k.at == seenTime && event >= 0:
		if sub, ok := review.TimeOfEvent(s, event); ok {
			return sub
		}
		return review.EventSubject(s, event)
	}
	switch {
	case event >= 0 && s.Events[event].Span == x.Focus && (k.at == seenNowhere || k.at == seenList): // where it is somebody's words too, it was chosen as an event
		return review.EventSubject(s, event)
	case quote >= 0 && s.Quotes[quote].Span == x.Focus:
		return review.QuoteSubject(s, quote)
	case event >= 0 && s.Events[event].Span == x.Focus:
		return review.EventSubject(s, event)
	case !x.Focus.Empty():
		if sub := review.SubjectAt(s, doc, x.Focus.Start); sub.Kind != review.SubjectNone {
			return sub
		}
		return review.StretchSubject(s, doc, x.Focus)
	}
	return review.Subject{}
}

// Correct opens the card for what is selected.
func (k *corrector) Correct() {
	st := k.session.State()
	x := k.subject(st)
	if x.Kind == review.SubjectNone {
		k.session.Notify(session.Note{Text: text("Select what is to be corrected first: a mark, a tick, a quote, a row or some words.")})
		return
	}
	k.show1(x)
}

// Can reports whether anything is selected that can be corrected.
func (k *corrector) Can() bool {
	st := k.session.State()
	return len(st.Story.Articles) > 0 && (!st.Selected.None() || !k.text.text.Selection().Empty())
}

// show1 opens the card of a subject.
func (k *corrector) show1(x review.Subject) {
	st := k.session.State()
	ask, ok := k.words.Ask(st.Story, x, k.atlas)
	if !ok {
		return
	}
	k.session.Pause()
	k.maps.mapp.CloseOpen()
	k.hidePin()
	k.ask, k.found, k.staged, k.open = ask, nil, bind.Answer{}, true
	k.card.SetData(k.data())
	k.toast.hide()
	k.card.Show()
	k.place()
	k.card.TakeFocus(k.win.Canvas())
}

// data is the question as the card takes it.
func (k *corrector) data() correctcard.Data {
	a := &k.ask
	d := correctcard.Data{Kind: a.Kind, Title: a.Title, Before: a.Before, Words: a.Words, After: a.After, Source: a.Source, Ask: a.Question,
		Choices: choices(a.Answers), Shown: a.Shown, Field: a.Field, Scope: a.Scope,
		Why:       text("Why, in a word, for the log"),
		TypeFirst: a.Typed == bind.TypedDay || a.Typed == bind.TypedDays && a.Subject.Kind == review.SubjectTime}
	d.Note = review.Note(k.session.State().Log, a.Subject.About)
	if status := k.words.Status(review.StatusOf(k.session.State().Log, &a.Subject)); status != "" {
		d.Kind += " · " + status
	}
	for _, s := range a.Scopes {
		d.Scopes = append(d.Scopes, s.Name)
	}
	if a.Map {
		d.Actions = append(d.Actions, correctcard.Action{ID: actPin, Name: text("Put it on the map")})
	}
	switch len(a.Others) {
	case 0:
	case 1:
		d.Actions = append(d.Actions, correctcard.Action{ID: a.Others[0].ID, Name: a.Others[0].Name})
	default:
		d.Actions = append(d.Actions, correctcard.Action{Name: a.OthersName, Menu: choices(a.Others)})
	}
	if a.Subject.Kind != review.SubjectStretch {
		d.Actions = append(d.Actions, correctcard.Action{ID: actNote, Name: text("Note…")})
	}
	return d
}

func choices(in []bind.Answer) []correctcard.Choice {
	return each(in, func(a *bind.Answer) correctcard.Choice {
		return correctcard.Choice{ID: a.ID, Name: a.Name, Rest: a.Rest, Why: a.Why, Share: a.Share}
	})
}

// The buttons that are no answers.
const (
	actPin  = "pin"
	actNote = "note"
)

// answer finds an answer that is offered.
func (k *corrector) answer(id string) (bind.Answer, bool) {
	for _, a := range k.found {
		if a.ID == id {
			return a, true
		}
	}
	return k.ask.Answer(id)
}

func (k *corrector) stage(id string) {
	a, ok := k.answer(id)
	if !ok {
		return
	}
	k.staged = a
	k.offerKeep()
	k.preview()
}

// offer shows answers after those of the question, and chooses the first.
func (k *corrector) offer(found []bind.Answer) {
	k.found = found
	k.card.SetFound(choices(found))
	if len(found) > 0 {
		k.card.Stage(found[0].ID)
		k.stage(found[0].ID)
	}
	k.place()
}

// act is a button of the card.
func (k *corrector) act(id string) {
	switch id {
	case actPin:
		k.pinAt(k.inSight())
		k.win.Canvas().Focus(k.maps.mapp)
		k.tell(text("Click on the map where it was."))
	case actNote:
		k.note()
	default:
		if a, ok := k.ask.Answer(id); ok {
			k.offer([]bind.Answer{a})
		}
	}
}

// inSight is the middle of the widest part of the map beside the card, or of the map where the card leaves none.
func (k *corrector) inSight() orb.Point {
	d, m := k.app.Driver(), k.maps.mapp
	v := m.Viewport()
	left := float64(d.AbsolutePositionForObject(k.card).X - d.AbsolutePositionForObject(m).X)
	right := left + float64(k.card.Size().Width)
	x := v.W / 2
	switch before, after := left, v.W-right; {
	case max(before, after) < leastBeside:
	case after >= before:
		x = right + after/2
	default:
		x = before / 2
	}
	return v.Unproject(x, v.H/2)
}

// leastBeside is how much of the map has to be seen beside the card for a pin to stand there.
const leastBeside = 60

// pinAt puts the pin on the map and offers it as a point, or as an area about it.
func (k *corrector) pinAt(at orb.Point) {
	k.pin, k.pinned = at, true
	k.maps.setPin(&at, k.ask.Title)
	var out []bind.Answer
	for _, km := range []float64{0, 10, 50, 200} {
		a := bind.Answer{ID: fmt.Sprintf("pin %g", km), Name: k.words.Pin(at, km), Share: -1,
			Says: story.Correction{Kind: story.CorrectPlace, About: k.ask.Subject.About, Pin: at, Pinned: true, Radius: km}}
		out = append(out, a)
	}
	k.offer(out)
}

// tapMap is a tap on the map; it reports whether it was the pin's.
func (k *corrector) tapMap(at orb.Point) bool {
	if !k.open || !k.pinned {
		return false
	}
	k.pinAt(at)
	return true
}

// takePin takes the pin where it stands; it reports whether there is one.
func (k *corrector) takePin() bool {
	if !k.open || !k.pinned {
		return false
	}
	k.take()
	return true
}

func (k *corrector) hidePin() {
	if k.pinned {
		k.pinned = false
		k.maps.setPin(nil, "")
	}
}

const kindPlaces session.Kind = "places" // looking places up while a name is typed

// typed looks up what is typed: places, a day, or a speaker.
func (k *corrector) typed(words string) {
	words = strings.TrimSpace(words)
	switch k.ask.Typed {
	case bind.TypedPlace:
		k.lookUp(words)
	case bind.TypedDays, bind.TypedDay:
		k.readDays(words)
	case bind.TypedSpeaker:
		st := k.session.State().Story
		k.found = k.words.Speakers(st, k.ask.Subject, words, 6)
		k.showFound()
	}
}

func (k *corrector) lookUp(words string) {
	if k.find == nil || words == "" {
		k.found = nil
		k.showFound()
		return
	}
	x, atlas := k.ask.Subject, k.atlas
	k.session.Start(session.Work{Kind: kindPlaces, Fault: text("The gazetteer could not be searched."),
		Do: func(context.Context, progress.Report) (func(), error) {
			places := k.find(words, 7)
			return func() {
				if !k.open || k.ask.Subject != x {
					return
				}
				k.found = nil
				for _, p := range places {
					k.found = append(k.found, k.words.PlaceAnswer(x, p, atlas))
				}
				k.showFound()
			}, nil
		}})
}

// showFound shows answers to what was typed and chooses the first of them.
func (k *corrector) showFound() {
	k.card.SetFound(choices(k.found))
	if len(k.found) > 0 {
		k.card.Stage(k.found[0].ID)
		k.stage(k.found[0].ID)
	} else {
		k.unstage()
	}
	k.place()
}

func (k *corrector) unstage() {
	k.staged = bind.Answer{}
	k.offerKeep()
	k.card.Stage(k.ask.Shown)
	k.card.SetEffect("")
}

// readDays says which days were understood. Of a publication it must be one.
func (k *corrector) readDays(words string) {
	if words == "" || k.days == nil {
		k.card.SetRead("", false)
		k.unstage()
		k.place()
		return
	}
	from, to, ok := k.days(words, k.ask.Anchor)
	if ok && k.ask.Typed == bind.TypedDay && from != to {
		k.card.SetRead(k.words.OneDay(from, to), false)
		k.unstage()
	} else if ok {
		k.staged = k.words.DaysAnswer(k.ask.Subject, from, to)
		k.card.SetRead("= "+k.staged.Name, true)
		k.preview()
	} else {
		k.card.SetRead(text("No day was understood."), false)
		k.unstage()
	}
	k.place()
}

// correction is the answer that is chosen with the scope that is.
func (k *corrector) correction() (story.Correction, bool) {
	if k.staged.ID == "" {
		return story.Correction{}, false
	}
	return k.ask.Scoped(k.staged.Says, k.card.Data().Scope), true
}

// preview says what the chosen answer would change.
func (k *corrector) preview() {
	c, ok := k.correction()
	if !ok || k.staged.ID == k.ask.Shown {
		k.card.SetEffect("")
		k.place()
		return
	}
	k.session.Preview(c, func(before, after *story.Story) {
		if k.open {
			k.card.SetEffect(k.words.Effect(review.EffectOf(before, after)))
			k.place()
		}
	})
}

// take makes the chosen answer hold.
func (k *corrector) take() {
	c, ok := k.correction()
	if !ok || !k.card.Changed() {
		return
	}
	reach := k.ask.Reach(c)
	c.Why = k.card.Why()
	if k.card.Keep() {
		k.keep(c, reach)
		return
	}
	k.close()
	k.hold(c, reach)
}

// hold adds a correction to the log, with what the program had read, and says so.
func (k *corrector) hold(c story.Correction, reach int) {
	st := k.session.State()
	c.Was = k.words.Was(st.Story, &c)
	said := k.words.Said(st.Story, &c, k.atlas)
	k.session.Correct(c)
	if reach > 1 {
		said = k.words.Everywhere(said, reach)
	}
	k.say(said+".", "Ctrl+Z", func() { k.session.Undo() })
	k.after()
}

// say tells what was done beside a button that takes it back, and the key that does too; "" none does.
func (k *corrector) say(words, key string, undo func()) {
	k.toast.say(words, text("Undo"), key, undo)
	k.told = k.session.State().Log.Len()
	k.place()
}

// tell says in passing what was done, where there is nothing to take back.
func (k *corrector) tell(words string) {
	k.toast.say(words, "", "", nil)
	k.place()
}

func (k *corrector) after() {
	if k.taken != nil {
		k.taken()
	}
}

// right notes that what is shown was looked at.
func (k *corrector) right(v story.Verdict) {
	c := k.ask.Right(v)
	k.close()
	k.session.Correct(c)
	k.after()
}

// close takes the card away and reports whether it was there.
func (k *corrector) close() bool {
	if !k.open {
		return false
	}
	k.open = false
	k.hidePin()
	k.card.Hide()
	k.win.Canvas().Unfocus()
	return true
}

// leave takes the card away, else the toast; it reports whether one was there that the person would leave. A toast without
// a button only said something, and goes beside whatever else is left.
func (k *corrector) leave() bool { return k.close() || k.toast.hide() && k.toast.undo != nil }

// place lays card and toast out anew.
func (k *corrector) place() {
	k.root.Layout.Layout(nil, k.root.Size())
	k.root.Refresh()
}

// Remove says that what is selected is none of what it was found to be.
func (k *corrector) Remove() {
	k.remove(k.subject(k.session.State()))
}

func (k *corrector) remove(x review.Subject) {
	switch x.Kind {
	case review.SubjectNone, review.SubjectPublished, review.SubjectStretch:
		return
	}
	k.hold(story.Correction{Kind: story.CorrectRemove, About: x.About, Mention: x.Mention()}, 1)
}

// show closes the card where the story is told anew: its question is another one now.
func (k *corrector) show(st session.State, c session.Change) {
	if c&session.Selected != 0 {
		if !k.fresh {
			k.at = seenNowhere
		}
		k.fresh = false
	}
	if c&session.Opened != 0 && k.open && st.Story.ArticleAt(k.ask.Subject.About.Article) < 0 {
		k.close()
	}
	if k.toast.undo != nil && st.Log.Len() != k.told { // its button would take back something else
		k.toast.hide()
	}
}

func (k *corrector) setPalette(p *kit.Palette) {
	k.card.SetPalette(p, k.serif)
	k.toast.setPalette(p)
	k.place()
}

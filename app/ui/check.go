package ui

import (
	"context"
	"slices"

	"dateline/app/progress"
	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/reviewlist"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// checks is the list of what to check, and the way through it.
type checks struct {
	*desk
	list    *reviewlist.List
	legend  *widget.Label
	root    fyne.CanvasObject
	correct *corrector
	serif   fyne.Resource
	changed func() // told when the items are others: the tab counts them

	items []review.Item
	story *story.Story // that the items are of
	log   story.Log
	at    string // id of the item that is gone through; "" none
	shown bool   // the list is in view: while it is not, its rows are not made
	stale bool   // the rows are of other items
}

// kindReview is finding out what to check: of a long story it takes its time.
const kindReview session.Kind = "review"

func newChecks(d *desk, correct *corrector, serif fyne.Resource) *checks {
	c := &checks{desk: d, list: reviewlist.New(), legend: widget.NewLabel(""), correct: correct, serif: serif, changed: func() {}}
	c.legend.Wrapping, c.legend.Importance, c.legend.SizeName = fyne.TextWrapWord, widget.LowImportance, theme.SizeNameCaptionText
	c.legend.SetText("✓ " + text("checked") + "   ? " + text("not yet") + "   ∅ " + text("cannot be told"))
	c.list.OnTap = c.goTo
	c.list.OnRight = func(id string) { c.say(id, story.VerdictRight) }
	c.list.OnCannot = func(id string) { c.say(id, story.VerdictCannot) }
	c.list.OnChange = c.change
	c.list.OnNext = c.Next
	c.list.OnMenu = func(id string, at fyne.Position) {
		c.goTo(id)
		correct.pointed(seenText)
		correct.openMenu(at)
	}
	c.list.OnKey, c.list.OnRune = d.onKey, d.onRune
	c.root = container.NewBorder(nil, container.New(kit.Indent{Left: 8, Right: 4}, c.legend), nil, nil, c.list)
	return c
}

// left is how many nobody has looked at.
func (c *checks) left() int { return review.Open(c.items) }

func (c *checks) show(st session.State, ch session.Change) {
	if ch&(session.Opened|session.Corrected) == 0 || st.Story == c.story && st.Log.Equal(c.log) {
		return
	}
	c.story, c.log = st.Story, st.Log
	if len(st.Story.Articles) == 0 {
		c.items = nil
		c.fill()
		c.changed()
		return
	}
	c.dispatch(func() { c.find(st) }) // work is started by a command, and none may be called from here
}

// find lists what to check of a story off the UI goroutine.
func (c *checks) find(st session.State) {
	c.session.Start(session.Work{Kind: kindReview, Fault: text("What to check could not be listed."),
		Do: func(context.Context, progress.Report) (func(), error) {
			items := review.Items(st.Story, st.Log)
			return func() {
				if st.Story == c.story {
					c.items = items
					c.fill()
					c.changed()
				}
			}, nil
		}})
}

var checkShapes = [...]reviewlist.Shape{bind.CheckPlain: reviewlist.Plain, bind.CheckDate: reviewlist.Date, bind.CheckPlace: reviewlist.Place, bind.CheckRing: reviewlist.Ring}

var checkStatus = [...]reviewlist.Status{review.StatusOpen: reviewlist.Open, review.StatusVerified: reviewlist.Right,
	review.StatusChanged: reviewlist.Changed, review.StatusCannot: reviewlist.Cannot}

// setShown says whether the list is in view, and makes its rows if they are to be seen.
func (c *checks) setShown(on bool) {
	c.shown = on
	if on && c.stale {
		c.fill()
	}
}

// fill brings the items into the list, once it is in view: of a long story measuring all words takes its time.
func (c *checks) fill() {
	if c.item(c.at) == nil {
		c.at = ""
	}
	if c.stale = !c.shown; c.stale {
		return
	}
	worded := c.words.CheckItems(c.story, c.items, c.correct.atlas)
	c.list.SetItems(each(worded, func(i *bind.CheckItem) reviewlist.Item {
		return reviewlist.Item{ID: i.ID, Ask: i.Ask, Words: i.Words, Chip: i.Chip, Shape: checkShapes[i.Shape], Rest: i.Rest, Count: i.Count,
			Status: checkStatus[i.Status], Colour: i.Colour}
	}))
	c.mark()
}

func (c *checks) mark() {
	if c.at == "" {
		c.list.SetSelected()
	} else {
		c.list.SetSelected(c.at)
	}
}

func (c *checks) item(id string) *review.Item {
	if i := slices.IndexFunc(c.items, func(i review.Item) bool { return bind.CheckID(&i) == id }); i >= 0 {
		return &c.items[i]
	}
	return nil
}

// goTo shows an item on map and in the article. The list gets the keyboard: the buttons of the item name their keys.
func (c *checks) goTo(id string) {
	i := c.item(id)
	if i == nil {
		return
	}
	c.at = id
	c.mark()
	c.win.Canvas().Focus(c.list)
	c.session.Pause()
	switch {
	case i.Kind == review.KindEvent && c.story.EventAt(i.Event) >= 0:
		c.session.SelectEvent(i.Event)
	case i.Kind == review.KindSpeaker && c.story.QuoteAt(i.Quote) >= 0:
		c.session.SelectQuote(i.Quote)
	case i.About.Span.Empty():
		c.session.SelectArticle(i.About.Article)
	default:
		c.session.SelectText(i.About.Article, i.About.Span.Start)
	}
}

// selected reports whether what is selected is still the item that is gone through.
func (c *checks) selected() bool {
	i, x := c.item(c.at), c.session.State().Selected
	return i != nil && x.Article == i.About.Article && (i.About.Span.Empty() || x.Sentence.Overlaps(i.About.Span) || x.Focus.Overlaps(i.About.Span))
}

// ask is the question of an item as the card has it.
func (c *checks) ask(id string) (bind.Ask, bool) {
	i := c.item(id)
	if i == nil {
		return bind.Ask{}, false
	}
	return c.words.Ask(c.story, review.SubjectOf(c.story, i), c.correct.atlas)
}

// say notes what the person found of an item, and goes on.
func (c *checks) say(id string, v story.Verdict) {
	if ask, ok := c.ask(id); ok {
		c.at = id
		said := ask.Right(v)
		c.Next()
		c.session.Correct(said)
	}
}

// change opens the card of an item.
func (c *checks) change(id string) {
	if ask, ok := c.ask(id); ok {
		c.goTo(id)
		c.correct.show1(ask.Subject)
	}
}

// Next goes to the next item that nobody has looked at, after the one that is gone through; from the last to the first.
func (c *checks) Next() {
	from := 0
	for i := range c.items {
		if bind.CheckID(&c.items[i]) == c.at {
			from = i + 1
		}
	}
	for n := range c.items {
		i := &c.items[(from+n)%len(c.items)]
		if id := bind.CheckID(i); i.Status == review.StatusOpen && id != c.at {
			c.goTo(id)
			return
		}
	}
}

func (c *checks) setPalette(p *kit.Palette) {
	c.list.SetPalette(p, c.serif)
	c.legend.Refresh()
	if c.story != nil {
		c.fill()
	}
}

// Package present is the presenter's screen: a map as large as the screen, the date in huge type, one quote at a time,
// and a slim timeline, all readable from the last row and run by a clicker.
//
//	p := present.New(theMap, theTimeline)
//	p.OnNext = func() { ... }
//	p.SetSlide(present.Slide{Date: "12 March 2025", Words: "“We will leave,”", Speaker: "Jane Roe", At: 3, Of: 14})
//	pad := p.CoveredBy() // fit the map to the rest
//
// It knows neither map nor timeline, stories nor sessions; both panes are handed in as canvas objects. All of it runs on
// the UI goroutine.
package present

import (
	"image/color"

	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Slide is what one step of a presentation shows. Text is shown as given; empty fields take no room.
type Slide struct {
	Date  string // in huge type: "12 March 2025"
	Under string // below it: "Wednesday · The ferry story"

	Words   string // the quoted words, with their quotation marks
	Speaker string
	Role    string
	Event   string      // the event's sentence, shown where there are no Words. Lines stand below each other; what stands before a tab is bold
	Title   string      // of its article, small, below Event
	Whole   string      // shown in place of Event by a key: the sentence that Event is a part of
	Hide    bool        // the names of places, the date and the speaker come one after the other
	Colour  color.NRGBA // the card's left edge: the colour of the article's lane

	At, Of int // "3 of 14"; Of 0 says nothing
}

// Blank is a screen that shows nothing.
type Blank uint8

// The kinds of Blank.
const (
	NotBlank Blank = iota
	AllBlack
	AllWhite
)

// Screen is the widget. Set the callbacks before it is shown. It never takes the keyboard itself: the window hands on
// what it is told, and what the two panes have no use for, to TypedKey and TypedRune.
type Screen struct {
	widget.BaseWidget

	OnNext     func()
	OnPrevious func()
	OnFirst    func()
	OnLast     func()
	OnClose    func()
	OnBlank    func(Blank)        // the person blanked the screen or brought it back
	OnReveal   func(speaker bool) // the person hid or revealed who speaks
	OnLabels   func(shown bool)   // … the names of places: the window hides them on the map
	OnDay      func(shown bool)   // … the day: the window hides it on the timeline
	OnResize   func()             // the screen has another size: CoveredBy, Boxes and TextSize have changed
	OnPen      func()             // the person took the pen or put it down
	OnPage     func()             // the text goes on over another card: Boxes may have changed
	OnKey      func(*fyne.KeyEvent)
	OnRune     func(rune)
	OnPick     func(k int)           // while a question is on: a choice, by its key or a click; a digit without choices
	OnArrow    func(dx, dy int) bool // … an arrow; false where it is for nothing, and then a key like others
	OnTeam     func()                // … the other team answers
	OnAnswer   func()                // … its text was clicked

	mapp, line fyne.CanvasObject
	slide      Slide
	ask        *Question // in place of the slide; nil none
	wheeled    float32   // by the wheel over a long text, towards its next card
	page       int       // which card of the text is shown, from 0: a long text goes on over several
	blank      Blank
	whole      bool // the sentence is shown whole
	speakers   veil
	labels     veil
	days       veil // only of slides that begin hidden
	spot       bool
	spotAt     fyne.Position     // of the pointer, as parts of the screen
	pen        bool              // the person draws
	strokes    [][]fyne.Position // what was drawn on this slide, as parts of the screen
	drawing    bool              // the last of them goes on
	lead, twin *Screen           // the screen that this one is the twin of, and the twin of this one; nil none
	own        Look
	look       look
	words      widths
	plan       plan
	draw       *drawing // nil before it is first shown
}

// veil hides something from the class. It is drawn aside for one slide at a time.
type veil struct{ on, aside bool }

// shown reports whether what the veil is for can be seen on a slide that begins hidden, or on another.
func (v veil) shown(hide bool) bool { return !v.on && !hide || v.aside }

// turn hides, reveals, and ends the hiding.
func (v *veil) turn(hide bool) {
	switch {
	case !v.on && (!hide || v.aside):
		*v = veil{on: true}
	case !v.aside:
		v.aside = true
	default:
		*v = veil{aside: hide}
	}
}

// New makes a screen around a map and a timeline, which are laid out by it from now on.
func New(mapp, timeline fyne.CanvasObject) *Screen {
	p := &Screen{mapp: mapp, line: timeline, spotAt: fyne.NewPos(0.5, 0.5)}
	p.ExtendBaseWidget(p)
	return p
}

// SetSlide shows another step. What SetHide hides is hidden again, unless the slide is the one that is shown; ask
// LabelsShown for the map. It fires no callback; CoveredBy may change.
func (p *Screen) SetSlide(s Slide) {
	if s == p.slide {
		return
	}
	p.slide, p.page, p.whole = s, 0, false
	p.wipe()
	p.speakers.aside, p.labels.aside, p.days.aside = false, false, false
	p.relayout()
}

// Slide is what is shown.
func (p *Screen) Slide() Slide { return p.slide }

// SetHide hides who speaks, or the names of places, on this slide and the ones that follow, until they are revealed.
// It fires no callback.
func (p *Screen) SetHide(speakers, labels bool) {
	p.speakers, p.labels = veil{on: speakers}, veil{on: labels}
	p.relayout()
}

// SetReveal shows who speaks on this slide, or hides it here and on the slides that follow. It fires no callback.
func (p *Screen) SetReveal(speaker bool) {
	if speaker {
		p.speakers.aside = true
	} else {
		p.speakers = veil{on: true}
	}
	p.relayout()
}

// SpeakerShown reports whether the slide tells who speaks.
func (p *Screen) SpeakerShown() bool { return p.speakers.shown(p.slide.Hide) }

// LabelsShown reports whether the map shall show the names of places on this slide.
func (p *Screen) LabelsShown() bool { return p.labels.shown(p.slide.Hide) }

// DayShown reports whether the slide tells its day.
func (p *Screen) DayShown() bool { return p.days.shown(p.slide.Hide) }

// SetBlank blanks the screen or brings it back. It fires no callback.
func (p *Screen) SetBlank(b Blank) {
	p.blank = b
	p.showBlank()
	if p.twin != nil {
		p.twin.follow()
	}
}

// Blank is what the screen is covered with.
func (p *Screen) Blank() Blank { return p.blank }

// SetLook replaces fonts, palette and scale; the zero Look follows the theme.
func (p *Screen) SetLook(l Look) {
	p.own = l
	p.Refresh()
	if p.twin != nil {
		p.twin.SetLook(l)
	}
}

// CoveredBy tells how much of each side of the map its cards cover, so that the map can be fitted to the largest part
// that is left free. The timeline stands below the map and covers nothing of it.
func (p *Screen) CoveredBy() viewport.Pad { return p.plan.free() }

// Box is a rectangle on the map, counted from its upper left corner.
type Box struct {
	At   fyne.Position
	Size fyne.Size
}

// Boxes are the cards that stand on the map: names keep off them.
func (p *Screen) Boxes() []Box { return p.plan.boxes() }

// TextSize is the size of the least text on the screen, for the names on the map and on the timeline.
func (p *Screen) TextSize() float32 { return p.plan.size.least }

// TypedKey takes a key. What is no command goes to OnKey.
func (p *Screen) TypedKey(ev *fyne.KeyEvent) {
	if p.askKey(ev.Name) {
		return
	}
	if c, ok := Command(ev.Name, 0); ok {
		p.Do(c)
	} else if p.OnKey != nil {
		p.OnKey(ev)
	}
}

// TypedRune takes a typed character. What is no command goes to OnRune.
func (p *Screen) TypedRune(r rune) {
	if p.askRune(r) {
		return
	}
	if c, ok := Command("", r); ok {
		p.Do(c)
	} else if p.OnRune != nil {
		p.OnRune(r)
	}
}

// Do carries a command out, as its key does. On a blank screen every command but Close only brings the picture back, so
// that nobody loses their place. Next first goes on with a text that has no room on one card, then reveals what is hidden, one
// thing after the other,
// so that a clicker runs a quiz.
func (p *Screen) Do(c Cmd) {
	if p.blank != NotBlank && c != Close {
		other := c == Black && p.blank == AllWhite || c == White && p.blank == AllBlack
		if !other {
			p.turnBlank(NotBlank)
			return
		}
	}
	if p.asks(c) {
		return
	}
	switch c {
	case Next:
		if !p.turnPage(1) && (p.ask != nil || !p.revealed()) {
			call(p.OnNext)
		}
	case Previous:
		if !p.turnPage(-1) {
			call(p.OnPrevious)
		}
	case First:
		call(p.OnFirst)
	case Last:
		call(p.OnLast)
	case Close:
		p.SetBlank(NotBlank)
		if p.pen {
			p.SetPen(false)
			call(p.OnPen)
			return
		}
		call(p.OnClose)
	case Black:
		p.turnBlank(AllBlack)
	case White:
		p.turnBlank(AllWhite)
	case Speakers:
		p.turn(&p.speakers, p.OnReveal)
	case Labels:
		p.turn(&p.labels, p.OnLabels)
	case Pen:
		p.SetPen(!p.pen)
		call(p.OnPen)
	case Unpen:
		p.UndoStroke()
	case Whole:
		p.turnWhole()
	}
}

// turnPage shows the next card of a long text, or the one before, and reports whether there is one.
func (p *Screen) turnPage(by int) bool {
	if k := p.page + by; k < 0 || k >= p.plan.pages {
		return false
	}
	p.page += by
	p.relayout()
	call(p.OnPage)
	return true
}

// wheel is the mouse's over the screen: it goes on in a text that has several cards, and back, and zooms the map elsewhere, also
// under a card that has nothing more to show.
func (p *Screen) wheel(at fyne.Position, by fyne.Delta) {
	if q := &p.plan.quote; p.plan.pages > 1 && at.X >= q.x && at.X < q.right() && at.Y >= q.y && at.Y < q.bottom() {
		p.wheeled += by.DY
		if turns := int(p.wheeled / wheelStep); turns != 0 {
			p.wheeled = 0
			p.turnPage(-turns / max(turns, -turns))
		}
		return
	}
	if m, ok := p.mapp.(fyne.Scrollable); ok && p.mapp.Visible() && at.Y < p.plan.mapp.Height {
		m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: by})
	}
}

// wheelStep is what the toolkit gives for a step of the wheel; a touch pad gives it in many parts.
const wheelStep = 10

func call(f func()) {
	if f != nil {
		f()
	}
}

// revealed draws the next thing that is hidden on the slide aside, and reports whether there was anything.
func (p *Screen) revealed() bool {
	switch {
	case !p.LabelsShown():
		p.turn(&p.labels, p.OnLabels)
	case !p.DayShown() && p.slide.Date != "":
		p.turn(&p.days, p.OnDay)
	case p.hidesSpeaker():
		p.turn(&p.speakers, p.OnReveal)
	default:
		return false
	}
	return true
}

// turnWhole shows a shortened sentence whole, or shortened again.
func (p *Screen) turnWhole() {
	if p.slide.Whole == "" || p.ask != nil {
		return
	}
	p.whole, p.page = !p.whole, 0
	p.relayout()
	call(p.OnPage)
}

// hidesSpeaker reports whether the slide has a speaker who is hidden.
func (p *Screen) hidesSpeaker() bool {
	return p.ask == nil && !p.SpeakerShown() && p.slide.Words != "" && (p.slide.Speaker != "" || p.slide.Role != "")
}

func (p *Screen) turn(v *veil, tell func(bool)) {
	was := v.shown(p.slide.Hide)
	v.turn(p.slide.Hide)
	p.relayout()
	if now := v.shown(p.slide.Hide); now != was && tell != nil {
		tell(now)
	}
}

func (p *Screen) turnBlank(b Blank) {
	p.SetBlank(b)
	if p.OnBlank != nil {
		p.OnBlank(b)
	}
}

package ui

import (
	"slices"
	"strings"

	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/runlist"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// lesson is the list of slides: which are presented, in which order and how. It stands in place of lists and article, beside
// the map, on which the view of a slide is chosen.
type lesson struct {
	*desk
	serif    fyne.Resource
	maps     *mapPane
	presents *presenter
	beside   func(pane fyne.CanvasObject, at fyne.Focusable) // puts it beside the map; nil takes it away
	shifted  func() bool

	list  *runlist.List
	tabs  *kit.Segments
	made  *kit.Title
	tools lessonTools
	note  *noteField
	pics  *slidePictures
	asked *askable
	root  *fyne.Container

	on     bool
	tab    bind.RunTab
	rows   []bind.RunRow
	listed *bind.RunList
	at     string // id of the chosen row
	noted  string // id of the slide that the note is of
}

func newLesson(d *desk, c *Config, m *mapPane, p *presenter) *lesson {
	l := &lesson{desk: d, serif: c.Serif, maps: m, presents: p, list: runlist.New(), made: d.title()}
	l.list.OnHint = d.wholeRow(l.list)
	l.pics = newSlidePictures(d, c.Tiles, l.list.ShowAgain)
	l.asked = &askable{desk: d, found: func() { l.fill(l.session.State()) }}
	l.tabs = kit.NewSegments(func(i int) { l.choose(bind.RunTab(i)) })
	l.tabs.OnKey, l.tabs.OnRune = d.onKey, d.onRune
	l.tabs.Set(d.words.RunTabs()...)
	l.list.Picture = l.picture
	l.list.OnTap, l.list.OnEnter = l.goTo, l.enter
	l.list.OnKey, l.list.OnRune = l.key, d.onRune
	l.list.SetKeys(runlist.Keys{Shifted: func() bool { return l.shifted != nil && l.shifted() }, Move: l.move, Rune: l.rune})
	l.list.Reorder(func(id string, to int) {
		if i := l.index(id); i >= 0 && l.tab == bind.TabRun {
			l.move(id, to-i)
		}
	})
	l.tools.make(l)
	l.note = newNoteField(l)
	l.root = container.New(l, d.ground(), d.line(), l.tools.top, l.made, l.tabs, l.list, l.tools.below, l.note.caption, l.note)
	return l
}

// MinSize is small: the frame gives it what it needs.
func (l *lesson) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 60) }

// Layout is called by Fyne: the buttons, how the slides were chosen, the tabs, the list, what can be done with the chosen one, its
// note.
func (l *lesson) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const side = 12
	w := s.Width - 2*side
	kit.Put(o[0], true, 0, 0, s.Width, s.Height)
	kit.Put(o[1], true, s.Width-1, 0, 1, s.Height)
	flow := func(c *fyne.Container) float32 {
		c.Resize(fyne.NewSize(w, 10))
		return c.MinSize().Height
	}
	y := float32(8)
	h := flow(l.tools.top)
	kit.Put(l.tools.top, true, side, y, w, h)
	y += h + 6
	h = l.made.MinSize().Height
	kit.Put(l.made, true, side+4, y, w-4, h)
	y += h + 6
	l.tabs.Break(w)
	h = l.tabs.MinSize().Height
	kit.Put(l.tabs, true, side, y, w, h)
	y += h + 4
	low := s.Height - 8
	if l.tab == bind.TabRun {
		h = min(l.note.MinSize().Height, s.Height*0.2)
		low -= h
		kit.Put(l.note, true, side, low, w, h)
		h = l.note.caption.MinSize().Height
		low -= h + 3
		kit.Put(l.note.caption, true, side+4, low, w-4, h)
	} else {
		l.note.Hide()
		l.note.caption.Hide()
	}
	h = flow(l.tools.below)
	low -= h + 6
	kit.Put(l.tools.below, true, side, low, w, h)
	kit.Put(l.list, true, 0, y, s.Width, max(low-6-y, 0))
}

// relayout lays it out anew: its words have changed.
func (l *lesson) relayout() { l.Layout(l.root.Objects, l.root.Size()); l.root.Refresh() }

// Toggle opens the list of slides, or closes it.
func (l *lesson) Toggle() {
	if l.on {
		l.close()
		return
	}
	st := l.session.State()
	if len(st.Story.Articles) == 0 {
		l.session.Notify(session.Note{Text: text("There is nothing to present yet. Open an article first.")})
		return
	}
	l.session.Pause()
	l.on, l.tab = true, bind.TabRun
	l.tabs.Choose(int(l.tab))
	l.beside(l.root, l.list)
	l.fill(st)
	if l.row() == nil && len(l.rows) > 0 {
		l.goTo(l.rows[0].Slide.ID)
	}
	l.win.Canvas().Focus(l.list)
}

// On reports whether the list is open.
func (l *lesson) On() bool { return l.on }

func (l *lesson) close() {
	l.note.commit()
	l.on = false
	l.hints.Show(nil, "") // of the button that is gone
	l.beside(nil, nil)
	l.win.Canvas().Unfocus()
}

// leave closes the list and reports whether it was open.
func (l *lesson) leave() bool {
	if l.on {
		l.close()
		return true
	}
	return false
}

func (l *lesson) show(st session.State, c session.Change) {
	if l.on && c&(session.Opened|session.Corrected|session.Filtered|session.Ran) != 0 {
		l.fill(st)
	}
}

func (l *lesson) setPalette(p *kit.Palette) {
	l.tabs.SetPalette(p)
	l.made.Look(p.Muted, p.TextSize*0.9, false)
	l.note.caption.Look(p.Muted, p.TextSize*0.86, false)
	l.tools.setPalette(p)
	l.list.SetPalette(p, l.serif)
	l.pics.forget()
	l.list.ShowAgain()
}

// fill brings the slides of a state into the list.
func (l *lesson) fill(st session.State) {
	l.listed = l.words.NewRunList(st, l.presents.slides(), l.asked.of(st.Story))
	was := l.index(l.at)
	l.rows = l.listed.Rows(l.tab)
	if l.row() == nil && was >= 0 && len(l.rows) > 0 { // what stood there is out: the next one is chosen
		l.at = l.rows[min(was, len(l.rows)-1)].Slide.ID
	}
	l.list.SetEmpty(text("Nothing of this kind is in the story."))
	if l.tab == bind.TabQuestions && !l.asked.known(st.Story) {
		l.list.SetEmpty(text("Looking for questions…"))
	}
	l.list.SetItems(runItems(l.rows))
	l.mark()
	l.made.Set(l.listed.Made())
	l.note.follow()
	l.tools.follow()
	l.relayout()
}

// mark shows which row is chosen.
func (l *lesson) mark() {
	if l.row() == nil {
		l.list.SetSelected()
	} else {
		l.list.SetSelected(l.at)
	}
}

// index is where a row stands; -1 nowhere.
func (l *lesson) index(id string) int {
	return slices.IndexFunc(l.rows, func(r bind.RunRow) bool { return r.Slide.ID == id })
}

// row is the chosen row; nil none.
func (l *lesson) row() *bind.RunRow {
	if i := l.index(l.at); i >= 0 {
		return &l.rows[i]
	}
	return nil
}

// choose shows one of the tabs.
func (l *lesson) choose(tab bind.RunTab) {
	l.note.commit()
	l.tab, l.at = tab, ""
	if tab == bind.TabQuestions {
		l.asked.find()
	}
	l.fill(l.session.State())
	l.win.Canvas().Focus(l.list)
}

// goTo chooses a row, and shows on map and timeline what the class would see.
func (l *lesson) goTo(id string) {
	l.note.commit()
	l.at = id
	r := l.row()
	if r == nil {
		return
	}
	l.mark()
	l.note.follow()
	l.tools.follow()
	st := l.session.State()
	switch {
	case l.tab == bind.TabRun && r.Gone == "":
		l.presents.goSlide(l.presents.slides().Named(id))
		if r.Frame != nil {
			l.maps.mapp.FitBound(*r.Frame, bind.MaxHeld, true)
		}
	case len(r.Slide.Parts) == 0:
	case st.Story.EventAt(r.Slide.Parts[0].Event) >= 0:
		l.session.GoTo(r.Slide.Parts[0].Event)
	case st.Story.QuoteAt(r.Slide.Parts[0].Quote) >= 0:
		l.session.GoToQuote(r.Slide.Parts[0].Quote)
	}
}

// enter does what a row is for: a note on a slide, the words of an own one, in or out with what can be put in.
func (l *lesson) enter(id string) {
	l.at = id
	switch r := l.row(); {
	case r == nil:
	case l.tab != bind.TabRun:
		l.putOrTake()
	case r.Slide.Kind == slides.Title || r.Slide.Kind == slides.Text:
		l.write()
	default:
		l.win.Canvas().Focus(l.note)
	}
}

// key takes the keys that the list has no use for.
func (l *lesson) key(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyDelete && l.row() != nil:
		if l.tab == bind.TabRun {
			l.out()
		} else if l.row().In {
			l.putOrTake()
		}
	case e.Name == fyne.KeySpace && l.tab != bind.TabRun:
		l.putOrTake()
	default:
		l.onKey(e)
	}
}

// rune does what the letter of a button is for.
func (l *lesson) rune(r rune) bool {
	if r == ' ' {
		return l.tab != bind.TabRun
	}
	return l.tools.typed(r)
}

var askSigns = [...]runlist.Ask{quiz.Where: runlist.AskWhere, quiz.When: runlist.AskWhen, quiz.Who: runlist.AskWho, quiz.First: runlist.AskFirst, quiz.Which: runlist.AskWhich}

// runItems are the rows as the list takes them.
func runItems(in []bind.RunRow) []runlist.Item {
	return each(in, func(r *bind.RunRow) runlist.Item {
		it := runlist.Item{ID: r.Slide.ID, In: r.In, Head: r.Head, Words: strings.ReplaceAll(r.Words, "\n", " · "), Signs: r.Signs, Gone: r.Gone, Sign: r.Sign, Colour: r.Colour}
		if r.Asks {
			it.Ask = askSigns[r.Slide.Ask]
		}
		if r.Number > 0 {
			it.Number = itoa(r.Number)
		}
		return it
	})
}

// lessonTools are the buttons of the list.
type lessonTools struct {
	l          *lesson
	top, below *fyne.Container
	all        []*tool
}

// tool is a button with its letter: what it does with the chosen slide, and when that is possible.
type tool struct {
	*kit.Keyed
	key   rune
	does  func()
	can   func(r *bind.RunRow) bool
	words func(r *bind.RunRow) string // nil: they stay
	run   bool                        // for the slides of the lesson; else for what can be put in
}

func (t *lessonTools) make(l *lesson) {
	t.l = l
	leave := l.control("", theme.CancelIcon(), l.close)
	leave.Hint = text("Close")
	t.top = container.New(&kit.Flow{Gap: 6},
		l.control(text("Main events"), nil, func() { l.session.SetRun(slides.Run{}) }),
		l.control(text("All events"), nil, func() { l.session.SetRun(slides.Run{Made: slides.MadeAll}) }),
		t.adding(), leave)
	t.below = container.New(&kit.Flow{Gap: 6})
	told := func(r *bind.RunRow) bool { return r.Slide.Kind == slides.Told && r.Gone == "" }
	t.add(true, text("Take out"), 0, l.out, func(*bind.RunRow) bool { return true })
	t.add(true, text("Shorten…"), 'H', l.shorten, told)
	t.add(true, text("Merge"), 'J', l.merge, func(r *bind.RunRow) bool { return l.ownRun().CanMerge(l.index(r.Slide.ID)) })
	t.add(true, text("Split"), 'I', l.split, func(r *bind.RunRow) bool {
		return told(r) && l.ownRun().CanSplit(l.textOf(r), l.index(r.Slide.ID))
	})
	t.all[len(t.all)-2].Control.Hint = text("Merge with the next")
	t.add(true, text("Keep map view"), 'K', l.hold, func(r *bind.RunRow) bool { return r.Gone == "" })
	t.all[len(t.all)-1].words = func(r *bind.RunRow) string {
		if r.Slide.Held && l.holds(r) {
			return text("Fit the map")
		}
		return text("Keep map view")
	}
	t.all[len(t.all)-1].Control.Hint = text("The slide keeps what the map shows now, or fits the map again")
	t.add(true, text("Reveal"), 'R', l.hide, told)
	t.all[len(t.all)-1].words = func(r *bind.RunRow) string {
		if r.Slide.Hide {
			return text("Show at once")
		}
		return text("Reveal")
	}
	t.all[len(t.all)-1].Control.Hint = text("Names of places, the day and who speaks come one after the other, or all at once")
	t.add(true, text("Change the words…"), 'W', l.write, func(r *bind.RunRow) bool { return r.Slide.Kind == slides.Title || r.Slide.Kind == slides.Text })
	t.add(false, text("Put in"), 0, l.putOrTake, func(*bind.RunRow) bool { return true })
	t.all[len(t.all)-1].words = func(r *bind.RunRow) string {
		if r.In {
			return text("Take out")
		}
		return text("Put in")
	}
}

// adding is the button whose menu puts slides of a person's own words in.
func (t *lessonTools) adding() *kit.Control {
	l := t.l
	var c *kit.Control
	c = l.control(text("Add"), theme.MenuDropDownIcon(), func() {
		m := widget.NewPopUpMenu(fyne.NewMenu("", fyne.NewMenuItem(text("Title slide")+"…", func() { l.own(slides.Title) }),
			fyne.NewMenuItem(text("Own text")+"…", func() { l.own(slides.Text) }), fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(text("Question")+"…", l.questions), fyne.NewMenuItem(text("A set of questions, at the end"), l.addSet)), l.win.Canvas())
		m.ShowAtRelativePosition(fyne.NewPos(0, c.Size().Height), c)
	})
	c.IconPlacement = widget.ButtonIconTrailingText
	return c
}

func (t *lessonTools) add(run bool, words string, key rune, does func(), can func(*bind.RunRow) bool) {
	c := t.l.control(words, nil, does)
	c.Importance = widget.MediumImportance
	cap := ""
	if key != 0 {
		cap = string(key)
	} else if run {
		cap = text("Delete")
	} else {
		cap = text("Enter")
	}
	x := &tool{Keyed: kit.NewKeyed(c, cap), key: key, does: does, can: can, run: run}
	t.all = append(t.all, x)
	t.below.Add(x.Keyed)
}

// follow shows what can be done with the chosen row.
func (t *lessonTools) follow() {
	r := t.l.row()
	t.below.RemoveAll()
	for _, x := range t.all {
		if x.run != (t.l.tab == bind.TabRun) {
			continue
		}
		can := r != nil && x.can(r)
		if x.key == 'W' && !can {
			continue
		}
		if can && x.words != nil {
			x.Control.SetText(x.words(r))
		}
		enable(x.Control, can)
		x.Refresh()
		t.below.Add(x.Keyed)
	}
}

// typed does what a letter is for.
func (t *lessonTools) typed(r rune) bool {
	row := t.l.row()
	for _, x := range t.all {
		if x.key != 0 && x.run == (t.l.tab == bind.TabRun) && strings.EqualFold(string(r), string(x.key)) {
			if row != nil && x.can(row) {
				x.does()
			}
			return true
		}
	}
	return false
}

func (t *lessonTools) setPalette(p *kit.Palette) {
	for _, x := range t.all {
		x.SetPalette(p)
	}
}

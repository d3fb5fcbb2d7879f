package ui

import (
	"slices"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/timeline"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// timePane is the timeline with its buttons.
type timePane struct {
	*desk
	timeline *timeline.Timeline
	play     *kit.Control
	mode     *kit.Control
	width    *kit.Control
	speed    *kit.Control
	all      *kit.Control
	hint     *kit.Title
	flow     *kit.Flow
	bar      *fyne.Container
	line     fyne.CanvasObject
	root     *fyne.Container
	shown    bool   // the timeline is, not only its buttons
	resized  func() // told when its rows ask for another height

	rows   []bind.Lane        // of the timeline
	ticks  []bind.Tick        // in them
	legend string             // what the shapes of the timeline mean
	lanes  session.Lanes      // that are shown
	lent   bool               // the presenter's screen has the timeline
	veiled bool               // the day is not to be seen yet
	asked  func(story.Period) // a question is on: told of what is chosen, and the story is not shown; nil none
}

func newTimePane(d *desk) *timePane {
	t := &timePane{desk: d, timeline: timeline.New(), hint: d.title(), flow: &kit.Flow{Gap: 6}, line: d.line(), shown: true, resized: func() {}}
	t.timeline.OnPeriod, t.timeline.OnPeriodEnded = t.drag, t.drag
	t.timeline.OnTapItem, t.timeline.OnTapLane = t.tapItem, t.tapLane
	t.timeline.OnBin, t.timeline.TipBin = t.pick, t.tipBin
	if len(d.session.State().Documents) == 0 { // else a window that follows a session with a story takes it as it is
		d.session.SetCounts(session.CountsNamed(d.kept.p.String("counts")))
	}
	t.timeline.OnKey, t.timeline.OnRune = d.onKey, d.onRune
	t.play = d.control("", theme.MediaPlayIcon(), d.session.Play)
	t.play.Importance = widget.HighImportance
	t.play.Hint = text("Play or pause") + " (" + text("Space") + ")"
	t.mode, t.width, t.speed = t.chooser(t.modeMenu), t.chooser(t.widthMenu), t.chooser(t.speedMenu)
	t.speed.Hint = text("How fast it plays, and what comes after the last event")
	t.all = d.control(text("Reset"), nil, d.session.Reset)
	t.all.Hint = text("Show everything again: all dates, no filter")
	t.bar = container.New(t.flow, t.play,
		d.control(text("Previous"), theme.MediaSkipPreviousIcon(), func() { d.session.Previous() }),
		d.control(text("Next"), theme.MediaSkipNextIcon(), func() { d.session.Next() }),
		t.mode, t.width, t.speed, t.all, t.hint)
	t.root = container.New(t, t.bar, t.line, t.timeline)
	return t
}

// chooser is a button that opens a menu; its words are what is chosen there.
func (t *timePane) chooser(open func()) *kit.Control {
	c := t.control("", theme.MenuDropDownIcon(), open)
	c.IconPlacement = widget.ButtonIconTrailingText
	return c
}

func (t *timePane) show(st session.State, c session.Change) {
	if t.asked != nil {
		return
	}
	if c&(session.Opened|session.Filtered) != 0 || t.lanes != st.Lanes {
		t.showLanes(st)
	}
	if c&(session.Opened|session.Filtered|session.Moded) != 0 {
		t.showCounts(st)
	}
	if c&(session.Viewed|session.Selected|session.Moded) != 0 {
		t.showWeights(st)
	}
	if c&session.Viewed != 0 {
		enable(t.all, st.Narrowed())
		t.showHint(st)
	}
	if c&session.Moded != 0 {
		name, hint := t.words.Mode(st.Mode)
		t.mode.SetText(name)
		t.mode.Hint = hint
		t.speed.SetText(bind.SpeedNames[st.Speed])
		t.layBar()
	}
	if c&(session.Perioded|session.Moded) != 0 {
		t.showSlider(st)
	}
	if c&(session.Selected|session.Viewed) != 0 {
		t.showSelected(st)
	}
	if c&session.Playing != 0 {
		t.play.SetIcon(theme.MediaPlayIcon())
		if st.Playing {
			t.play.SetIcon(theme.MediaPauseIcon())
		}
	}
}

// CountsOn reports whether the timeline shows how many things lie on which days.
func (t *timePane) CountsOn() bool { return bind.Counted(t.session.State().Counts, t.ticks) }

// ToggleCounts shows that or takes it away, and keeps the choice.
func (t *timePane) ToggleCounts() {
	c := session.CountsOn
	if t.CountsOn() {
		c = session.CountsOff
	}
	t.kept.p.SetString("counts", c.String())
	t.session.SetCounts(c)
}

// showCounts shows the bars of the timeline, or takes them away. The presenter's screen has none: its timeline is low, and
// seen from afar.
func (t *timePane) showCounts(st session.State) {
	on := t.asked == nil && !t.lent && bind.Counted(st.Counts, t.ticks)
	if _, was := t.timeline.Counts(); was != on {
		t.timeline.SetCounts(on)
		if !t.lent {
			t.resized()
		}
	}
}

// pick selects the days of a bar; while a question is on they are an answer like others.
func (t *timePane) pick(p story.Period) {
	if t.asked != nil {
		t.asked(p)
		return
	}
	t.session.Pick(p)
}

// tipBin says how much lies in the days of a bar.
func (t *timePane) tipBin(b timeline.Bin) string {
	return t.words.Bin(bind.Bin{From: b.From, To: b.To, Events: b.Events, Ranged: b.Ranged, Open: b.Open, Published: b.Published, Unsure: b.Unsure})
}

// showLanes brings rows and ticks onto the timeline, and what their shapes mean.
func (t *timePane) showLanes(st session.State) {
	t.lanes = st.Lanes
	t.rows, t.ticks = t.words.Lanes(st, t.pal.Muted)
	t.timeline.SetData(lanes(t.rows), ticks(t.ticks))
	t.timeline.SetWeights(bind.Weights(st, t.ticks))
	t.legend = t.words.Legend(t.ticks)
	t.showHint(st)
	if !t.lent {
		t.resized()
	}
}

// tapItem goes to what was clicked; while a question is on it is a day like others.
func (t *timePane) tapItem(id string) {
	if t.asked == nil {
		t.goTo(id)
		return
	}
	if i := slices.IndexFunc(t.ticks, func(k bind.Tick) bool { return k.ID == id }); i >= 0 {
		t.asked(story.Between(t.ticks[i].From, t.ticks[i].To))
	}
}

// tapLane goes to the article of a row, or narrows the story to what the row stands for, and back.
func (t *timePane) tapLane(i int) {
	if t.asked != nil || i >= len(t.rows) {
		return
	}
	l := &t.rows[i]
	switch {
	case l.Article != "":
		t.session.SelectArticle(l.Article)
	case l.Only != nil:
		t.session.SetFilter(l.Toggled(t.session.State().Filter))
	}
}

// showSlider brings the Period and what a notch of the wheel is worth to the timeline.
func (t *timePane) showSlider(st session.State) {
	t.timeline.Reach, t.timeline.Step = st.Width, 1
	if st.Mode == session.ModeFixed {
		t.timeline.Step = 2*st.Width + 1
	}
	if t.veiled {
		t.timeline.SetPeriod(story.Period{})
	} else {
		t.timeline.SetPeriod(bind.Slider(st))
	}
	t.width.SetText(t.words.Width(st.Width))
	enable(t.width, st.Mode != session.ModeAll && st.Mode != session.ModeSoFar)
}

// showSelected marks what is selected, unless that would tell the day.
func (t *timePane) showSelected(st session.State) {
	if t.veiled {
		t.timeline.SetSelected()
	} else {
		t.timeline.SetSelected(bind.SelectedTicks(st)...)
	}
}

// showWeights lights what is in view, unless that would tell the day.
func (t *timePane) showWeights(st session.State) {
	if t.veiled {
		st.Period, st.Selected = story.Period{}, session.Selection{}
	}
	t.timeline.SetWeights(bind.Weights(st, t.ticks))
}

// veil keeps the day back, or shows it.
func (t *timePane) veil(on bool) {
	if t.veiled != on {
		t.veiled = on
		st := t.session.State()
		t.showSlider(st)
		t.showSelected(st)
		t.showWeights(st)
	}
}

// showHint says beside the buttons how much is in view, or what the shapes of the timeline mean.
func (t *timePane) showHint(st session.State) {
	if words := t.words.Hint(st, t.legend); t.hint.Words() != words {
		t.hint.Set(words)
		t.layBar()
	}
}

// layBar lays the buttons out anew: they are as wide as their words.
func (t *timePane) layBar() { t.flow.Layout(t.bar.Objects, t.bar.Size()) }

// drag moves the Period as the mode lets it, and the slider back to what came of that.
func (t *timePane) drag(p story.Period) {
	if t.asked != nil {
		t.asked(p)
		return
	}
	t.session.Drag(p)
	if got := bind.Slider(t.session.State()); got != t.timeline.Period() {
		t.timeline.SetPeriod(got)
	}
}

// popUp opens a menu over a button of the control row.
func (t *timePane) popUp(over fyne.CanvasObject, items []*fyne.MenuItem) {
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), t.win.Canvas())
	m.ShowAtRelativePosition(fyne.NewPos(0, -m.MinSize().Height), over)
}

func choice(name string, on bool, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(name, do)
	i.Checked = on
	return i
}

// modeMenu chooses how the Period goes along with the events.
func (t *timePane) modeMenu() {
	var items []*fyne.MenuItem
	for _, m := range session.Modes {
		items = append(items, choice(text(bind.ModeNames[m]), m == t.session.State().Mode, func() { t.session.SetMode(m) }))
	}
	t.popUp(t.mode, items)
}

// widthMenu chooses how many days on each side the slider selects.
func (t *timePane) widthMenu() { t.popUp(t.width, t.widths()) }

func (t *timePane) widths() (items []*fyne.MenuItem) {
	for _, days := range []int{0, 1, 3, 7, 30} {
		items = append(items, choice(t.words.Width(days), days == t.session.State().Width, func() { t.session.SetWidth(days) }))
	}
	return items
}

// speedMenu chooses how long an event is shown, and what playing does at the end.
func (t *timePane) speedMenu() {
	st := t.session.State()
	var items []*fyne.MenuItem
	for _, v := range session.Speeds {
		items = append(items, choice(bind.SpeedNames[v], v == st.Speed, func() { t.session.SetSpeed(v) }))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, l := range session.Loops {
		items = append(items, choice(text(bind.LoopNames[l]), l == st.Loop, func() { t.session.SetLoop(l) }))
	}
	t.popUp(t.speed, items)
}

func (t *timePane) setPalette(p *kit.Palette) {
	t.hint.Look(p.Muted, p.TextSize*0.93, false)
	if !t.lent {
		t.timeline.SetLook(timeline.Look{})
	}
}

// rowsShown shows the timeline, or only its buttons.
func (t *timePane) rowsShown(on bool) {
	if t.shown != on {
		t.shown = on
		t.Layout(nil, t.root.Size())
	}
}

// relayout lays the buttons out anew, since their words have changed.
func (t *timePane) relayout() {
	t.Layout(nil, t.root.Size())
	t.bar.Refresh()
}

const barIndent = 12

// heights gives the height of the buttons at a width, and the one at which all rows have their room.
func (t *timePane) heights(width float32) (bar, rows float32) {
	t.flow.Fit(t.bar.Objects, max(width-2*barIndent, 40))
	bar = 1 + 8 + t.flow.Place(t.bar.Objects, max(width-2*barIndent, 40), false) + 6
	n := len(t.session.State().Story.Articles)
	return bar, max(t.timeline.PreferredHeight()+10, (44+21*float32(min(max(n, 3), 9)))*t.scale())
}

// MinSize is small: the frame gives it what it needs.
func (t *timePane) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 40) }

// Layout is called by Fyne.
func (t *timePane) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	bar, _ := t.heights(s.Width)
	kit.Put(t.line, true, 0, 0, s.Width, 1)
	kit.Put(t.bar, true, barIndent, 9, s.Width-2*barIndent, bar-15)
	if !t.lent {
		kit.Put(t.timeline, t.shown, 6, bar, s.Width-12, s.Height-bar-4)
	}
}

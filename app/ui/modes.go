package ui

import (
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var modeWords = map[session.Mode]string{session.ModeAll: "All", session.ModeFixed: "Fixed window", session.ModeMoving: "Moving window",
	session.ModeSoFar: "So far", session.ModeStep: "Step by event"}

var modeHints = map[session.Mode]string{
	session.ModeAll:    "Everything stays in view; steps select event after event",
	session.ModeFixed:  "Windows of equal width, laid end to end from the first day",
	session.ModeMoving: "A window about each day that has events",
	session.ModeSoFar:  "From the first day to each event",
	session.ModeStep:   "The moment of each event by itself",
}

var speedWords = map[session.Speed]string{session.SpeedSlow: "0.5×", session.SpeedNormal: "1×", session.SpeedFast: "2×"}

var loopWords = map[session.Loop]string{session.LoopOnce: "Play once", session.LoopAgain: "Play again and again", session.LoopBounce: "Play back and forth"}

// playControls are the buttons that say how playing and stepping go.
func (w *Window) playControls() (mode, speed *kit.Control) {
	w.mode = w.control("", theme.MenuDropDownIcon(), w.modeMenu)
	w.speed = w.control("", theme.MenuDropDownIcon(), w.speedMenu)
	w.mode.IconPlacement, w.speed.IconPlacement = widget.ButtonIconTrailingText, widget.ButtonIconTrailingText
	w.speed.Hint = text("How fast it plays, and what comes after the last event")
	return w.mode, w.speed
}

// showModes brings mode, speed, loop and the rows of the timeline onto the screen.
func (w *Window) showModes(st session.State) {
	w.mode.SetText(text(modeWords[st.Mode]))
	w.mode.Hint = text(modeHints[st.Mode])
	w.speed.SetText(speedWords[st.Speed])
	bar := w.frame.bottom.bar
	bar.Layout.Layout(bar.Objects, bar.Size()) // the buttons are as wide as their words
	w.checkMenu()
}

// showSlider brings the Period and what a notch of the wheel is worth to the timeline. In So far only the end moves, so
// that the beginning is shown as open.
func (w *Window) showSlider(st session.State) {
	w.timeline.Reach, w.timeline.Step = st.Width, 1
	if st.Mode == session.ModeFixed {
		w.timeline.Step = 2*st.Width + 1
	}
	w.timeline.SetPeriod(sliderPeriod(st))
	w.width.SetText(widthWords(st.Width))
	enable(w.width, st.Mode != session.ModeAll && st.Mode != session.ModeSoFar)
}

func sliderPeriod(st session.State) story.Period {
	p := st.Period
	if first, _, ok := st.Story.Extent(); ok && p.On && st.Mode == session.ModeSoFar && p.From <= first {
		p.From = story.DayMin
	}
	return p
}

// drag moves the Period as the mode lets it, and the slider back to what came of that.
func (w *Window) drag(p story.Period) {
	w.session.Drag(p)
	st := w.session.State()
	if got := sliderPeriod(st); got != w.timeline.Period() {
		w.timeline.SetPeriod(got)
	}
}

// dateWords are the two lines of the date card. So far is named by its last day, a fixed window by both its ends.
func dateWords(st session.State) (title, sub string) {
	if !st.Period.On || st.Mode == session.ModeStep || st.Mode == session.ModeMoving || st.Mode == session.ModeFixed && st.Width == 0 {
		return periodWords(st.Story, st.View, st.Width)
	}
	title, sub = periodWords(st.Story, st.View, -1)
	if st.Mode == session.ModeSoFar && st.Period.To.Bounded() {
		return longDay(st.Period.To), text("so far") + " · " + sub
	}
	return title, sub
}

// showingWords say how much of the story is in view: by number where it is one stretch of it.
func showingWords(st session.State) string {
	n, all := len(st.View.Events), len(st.Story.Events)
	data := map[string]any{"Count": n, "All": all}
	if n > 0 && n < all && st.View.Events[n-1]-st.View.Events[0] == n-1 {
		data["From"], data["To"] = st.View.Events[0]+1, st.View.Events[n-1]+1
		if n == 1 {
			return lang.L("Showing {{.From}} of {{.All}} events", data)
		}
		return lang.L("Showing {{.From}} to {{.To}} of {{.All}} events", data)
	}
	return lang.L("Showing {{.Count}} of {{.All}} events", data)
}

// showHint says beside the buttons how much is in view, or what the shapes of the timeline mean.
func (w *Window) showHint(st session.State) {
	words := w.legend
	if st.Narrowed() {
		words = showingWords(st)
	}
	if w.hint.Words() != words {
		w.hint.Set(words)
		bar := w.frame.bottom.bar
		bar.Layout.Layout(bar.Objects, bar.Size()) // the line is as wide as its words
	}
}

// popUp opens a menu over a button of the control row.
func (w *Window) popUp(over fyne.CanvasObject, items ...*fyne.MenuItem) {
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), w.win.Canvas())
	m.ShowAtRelativePosition(fyne.NewPos(0, -m.MinSize().Height), over)
}

func chosen(name string, on bool, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(name, do)
	i.Checked = on
	return i
}

// modeMenu chooses how the Period goes along with the events.
func (w *Window) modeMenu() {
	var items []*fyne.MenuItem
	for _, m := range session.Modes {
		items = append(items, chosen(text(modeWords[m]), m == w.session.State().Mode, func() { w.session.SetMode(m) }))
	}
	w.popUp(w.mode, items...)
}

// speedMenu chooses how long an event is shown, and what playing does at the end.
func (w *Window) speedMenu() {
	st := w.session.State()
	var items []*fyne.MenuItem
	for _, v := range session.Speeds {
		items = append(items, chosen(speedWords[v], v == st.Speed, func() { w.session.SetSpeed(v) }))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, l := range session.Loops {
		items = append(items, chosen(text(loopWords[l]), l == st.Loop, func() { w.session.SetLoop(l) }))
	}
	w.popUp(w.speed, items...)
}

// modeActions are the menu items of modes, speeds and loops.
func (w *Window) modeActions() []action {
	s := w.session
	out := []action{{"Time", "", "", "", nil}}
	for i, m := range session.Modes {
		out = append(out, action{"Time>Steps", modeWords[m], "", string(rune('1' + i)), func() { s.SetMode(m) }})
	}
	for _, v := range session.Speeds {
		out = append(out, action{"Time>Speed", speedWords[v], "", "", func() { s.SetSpeed(v) }})
	}
	for _, l := range session.Loops {
		out = append(out, action{"Time>After the last event", loopWords[l], "", "", func() { s.SetLoop(l) }})
	}
	return out
}

// modeRune runs the command of a bare key of modes and rows; false if it is none of them.
func (w *Window) modeRune(r rune) bool {
	switch {
	case r >= '1' && int(r-'1') < len(session.Modes):
		w.session.SetMode(session.Modes[r-'1'])
	case r == 'l' || r == 'L':
		w.nextLanes()
	default:
		return false
	}
	return true
}

// modeChecked reports whether a menu item of that name stands for what is chosen in the session.
func (w *Window) modeChecked(name string) bool {
	st := w.session.State()
	switch name {
	case modeWords[st.Mode], speedWords[st.Speed], loopWords[st.Loop], laneWords[st.Lanes], sureWords(st.Filter.MinP):
		return true
	case "Leave events out":
		return st.Filter.HideEvents
	case "Leave quotes out":
		return st.Filter.HideQuotes
	}
	return false
}

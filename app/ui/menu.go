package ui

import (
	"strings"
	"time"

	"dateline/app/session"
	"dateline/app/ui/kit"
	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// action is something a person can do: a menu item, and a key. A key with Ctrl is a shortcut of the menu; a bare key
// stands in the menu as words, since Fyne takes no bare key as a shortcut.
type action struct {
	menu string // the menu it stands in; "Time>Speed" is one inside another
	name string
	key  fyne.KeyName // with Ctrl (Cmd on macOS) unless bare
	bare string       // how a bare key is written: "Space"
	do   func()
}

// actions are all there is, in the order of the menus. An empty name is a line between items.
func (w *Window) actions() []action {
	s := w.session
	out := []action{
		{"File", "Open articles…", fyne.KeyO, "", w.openDialog},
		{"File", "Paste text", fyne.KeyV, "", w.paste},
		{"File", "Sample story", "", "", w.openSample},
		{"File", "", "", "", nil},
		{"File", "Save map picture…", fyne.KeyE, "", w.savePicture},
		{"File", "Save as…", "", "", w.exportDialog},
		{"File", "", "", "", nil},
		{"File", "New story", fyne.KeyN, "", s.Clear},
		{"File", "Quit", fyne.KeyQ, "", w.win.Close},
		{"Time", "Play or pause", "", "Space", s.Play},
		{"Time", "Next event", "", "→", func() { s.Next() }},
		{"Time", "Previous event", "", "←", func() { s.Previous() }},
		{"Time", "First event", "", "Home", s.First},
		{"Time", "Last event", "", "End", s.Last},
		{"Time", "", "", "", nil},
		{"Time", "All dates", "", "A", s.ShowAll},
		{"Time", "", "", "", nil},
		{"Time", "Publication day of this article…", fyne.KeyD, "", w.dateDialog},
	}
	out = append(append(out, w.modeActions()...), w.filterActions()...)
	return append(out, []action{
		{"Present", "Present from the beginning", "", "F5", w.presentFromStart},
		{"Present", "Present from the selected event", "", "Shift+F5", w.presentFromSelected},
		{"View", "Zoom in", "", "+", w.mapp.ZoomIn},
		{"View", "Zoom out", "", "−", w.mapp.ZoomOut},
		{"View", "Fit everything", "", "0", w.fitAll},
		{"View", "Show or hide who speaks", "", "R", w.toggleActors},
		{"View", "", "", "", nil},
		{"View", "Quotes", fyne.Key1, "", func() { w.lists.choose(listQuotes) }},
		{"View", "Places", fyne.Key2, "", func() { w.lists.choose(listPlaces) }},
		{"View", "Events", fyne.Key3, "", func() { w.lists.choose(listEvents) }},
		{"View", "", "", "", nil},
		{"View", "All panes", "", "", func() { w.arrange(allPanes) }},
		{"View", "Map and timeline", "", "", func() { w.arrange(mapTimeline) }},
		{"View", "Map and article", "", "", func() { w.arrange(mapArticle) }},
		{"View", "Article on the left", "", "", w.swapPanes},
		{"View", "Next pane", "", "F6", func() { w.nextPane(1) }},
		{"View", "", "", "", nil},
		{"View", "Larger text", fyne.KeyPlus, "", func() { w.stepText(1) }},
		{"View", "Smaller text", fyne.KeyMinus, "", func() { w.stepText(-1) }},
		{"View", "Normal text", fyne.Key0, "", func() { w.stepText(0) }},
		{"View", "Reduced motion", "", "", w.toggleMotion},
		{"View", "", "", "", nil},
		{"View", "Line through the events", "", "", w.togglePath},
		{"View", "Map background…", "", "", w.backgroundDialog},
		{"View", "Full screen", "", "F11", w.toggleFullScreen},
		{"View", "Light theme", "", "", func() { w.setTheme("light") }},
		{"View", "Dark theme", "", "", func() { w.setTheme("dark") }},
		{"View", "Projector theme", "", "", func() { w.setTheme("projector") }},
		{"Help", "Keys", "", "?", w.showKeys},
		{"Help", "About Dateline", "", "", w.showAbout},
	}...)
}

func (w *Window) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, a := range w.actions() {
		name, inner, _ := strings.Cut(a.menu, ">")
		if len(menus) == 0 || menus[len(menus)-1].Label != text(name) {
			menus = append(menus, fyne.NewMenu(text(name)))
		}
		m := menus[len(menus)-1]
		if inner != "" {
			if n := len(m.Items); n == 0 || m.Items[n-1].Label != text(inner) {
				sub := fyne.NewMenuItem(text(inner), nil)
				sub.ChildMenu = fyne.NewMenu(text(inner))
				m.Items = append(m.Items, sub)
			}
			m = m.Items[len(m.Items)-1].ChildMenu
		}
		if a.name == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		name = text(a.name)
		if a.bare != "" {
			name += "   (" + a.bare + ")"
		}
		item := fyne.NewMenuItem(name, a.do)
		item.IsQuit = a.name == "Quit"
		item.Checked = w.checked(a.name)
		if a.key == fyne.KeyV {
			item.Shortcut = &fyne.ShortcutPaste{Clipboard: w.cfg.App.Clipboard()}
		} else if a.key != "" {
			item.Shortcut = &desktop.CustomShortcut{KeyName: a.key, Modifier: fyne.KeyModifierShortcutDefault}
		}
		m.Items = append(m.Items, item)
	}
	return fyne.NewMainMenu(menus...)
}

// keys takes the bare keys while nothing has the focus; panes with the focus hand theirs on to key and rune.
func (w *Window) keys() {
	w.win.Canvas().SetOnTypedKey(w.key)
	w.win.Canvas().SetOnTypedRune(w.rune)
	larger := func(fyne.Shortcut) { w.stepText(1) }
	for _, s := range []*desktop.CustomShortcut{ // a plus is typed in other ways too
		{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault},
		{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		{KeyName: fyne.KeyPlus, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
	} {
		w.win.Canvas().AddShortcut(s, larger)
	}
}

// busy reports whether a dialog or menu is open: then bare keys are not the window's.
func (w *Window) busy() bool { return w.win.Canvas().Overlays().Top() != nil }

func (w *Window) key(e *fyne.KeyEvent) {
	if w.busy() {
		w.sheetKey(e)
		if o := w.win.Canvas().Overlays(); e.Name == fyne.KeyEscape && o.Top() != nil && !w.search.open() {
			o.Remove(o.Top()) // Fyne's dialogs have no key to leave them
		}
		return
	}
	if w.present != nil {
		w.present.screen.TypedKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyF5:
		w.startKey()
	case fyne.KeyF6:
		if w.shifted() {
			w.nextPane(-1)
		} else {
			w.nextPane(1)
		}
	case fyne.KeySpace:
		w.session.Play()
	case fyne.KeyRight:
		w.session.Next()
	case fyne.KeyLeft:
		w.session.Previous()
	case fyne.KeyHome:
		w.session.First()
	case fyne.KeyEnd:
		w.session.Last()
	case fyne.KeyF11:
		w.toggleFullScreen()
	case fyne.KeyEscape:
		if w.search.open() {
			w.search.leave()
		} else if w.mapp.CloseOpen() {
			return
		} else if w.win.FullScreen() {
			w.toggleFullScreen()
		} else if w.win.Canvas().Focused() != nil {
			w.win.Canvas().Unfocus()
		} else {
			w.session.Pause()
			w.session.Unselect()
		}
	}
}

func (w *Window) rune(r rune) {
	if w.busy() {
		return
	}
	if w.present != nil {
		w.present.screen.TypedRune(r)
		return
	}
	if w.modeRune(r) {
		return
	}
	switch r {
	case '+', '=':
		w.mapp.ZoomIn()
	case '-', '−':
		w.mapp.ZoomOut()
	case '0':
		w.fitAll()
	case 'a', 'A':
		w.session.ShowAll()
	case 'r', 'R':
		w.toggleActors()
	case '?':
		w.showKeys()
	}
}

// toggleFullScreen heeds one press and not its repeats.
func (w *Window) toggleFullScreen() {
	now := w.cfg.Now()
	if now.Sub(w.fullTime) < 400*time.Millisecond {
		return
	}
	w.fullTime = now
	w.win.SetFullScreen(!w.win.FullScreen())
}

func (w *Window) toggleActors() {
	f := w.session.State().Filter
	f.HideActors = !f.HideActors
	w.session.SetFilter(f)
}

func (w *Window) openSample() {
	if w.cfg.Sample != nil {
		w.session.OpenSample(w.cfg.Sample())
	}
}

// paste opens what the clipboard holds as an article; while the search field has the keyboard it goes there.
func (w *Window) paste() {
	if w.win.Canvas().Focused() == fyne.Focusable(w.search.entry) {
		w.search.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: w.cfg.App.Clipboard()})
		return
	}
	words := w.cfg.App.Clipboard().Content()
	if strings.TrimSpace(words) == "" {
		w.session.Notify(session.Note{Text: text("The clipboard holds no text. Copy an article first, then paste it here.")})
		return
	}
	w.session.Open([]session.Source{{Name: text("pasted text"), Read: func() ([]byte, error) { return []byte(words), nil }}})
}

// open opens files and what lies in folders, as dropped, chosen or named on the command line.
func (w *Window) open(uris []fyne.URI) {
	var add []session.Source
	for _, u := range uris {
		add = append(add, w.cfg.Source(u))
	}
	if len(add) > 0 {
		w.session.Open(add)
	}
}

// widthMenu chooses how many days on each side the slider selects.
func (w *Window) widthMenu() {
	var items []*fyne.MenuItem
	for _, days := range []int{0, 1, 3, 7, 30} {
		items = append(items, fyne.NewMenuItem(widthWords(days), func() { w.session.SetWidth(days) }))
	}
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), w.win.Canvas())
	m.ShowAtRelativePosition(fyne.NewPos(0, -m.MinSize().Height), w.width)
}

func (w *Window) showKeys() {
	list := container.NewVBox()
	width := 250 * w.scale()
	head := func(words string) {
		l := widget.NewLabel(words)
		l.TextStyle.Bold = true
		l.Wrapping = fyne.TextWrapWord
		list.Add(l)
	}
	add := func(key, what string) {
		k, l := widget.NewLabel(key), widget.NewLabel(what)
		k.TextStyle.Bold = true
		k.Wrapping, l.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
		list.Add(container.New(pair{width}, k, l))
	}
	for _, a := range w.actions() {
		switch {
		case a.bare != "":
			add(a.bare, text(a.name))
		case a.key != "":
			add("Ctrl+"+string(a.key), text(a.name))
		}
	}
	add(text("Arrows"), text("Move the map, once Tab has brought the focus to it"))
	add("Tab", text("Go to the next pane or button"))
	add("Esc", text("Leave full screen; select nothing"))
	head(text("While presenting") + " – " + text("a clicker has the same keys"))
	for _, b := range present.Bindings() {
		add(b.Keys, b.Words)
	}
	head(text("Present (F5) opens on the screen that this window is on: drag it to the projector first"))
	scroll := container.NewVScroll(list)
	w.turnSheet = func(by float32) {
		scroll.ScrollToOffset(fyne.NewPos(0, scroll.Offset.Y+by*scroll.Size().Height))
	}
	d := dialog.NewCustom(text("Keys"), text("Close"), scroll, w.win)
	d.SetOnClosed(func() { w.sheet = nil })
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(620*w.scale(), size.Width-20), min(640, size.Height-20)))
	w.sheet = d
	d.Show()
}

// sheetKey scrolls or closes the sheet of keys, if that is what is open.
func (w *Window) sheetKey(e *fyne.KeyEvent) {
	if w.sheet == nil {
		return
	}
	turn := map[fyne.KeyName]float32{fyne.KeyDown: 0.15, fyne.KeyUp: -0.15, fyne.KeyPageDown: 0.9, fyne.KeyPageUp: -0.9, fyne.KeySpace: 0.9,
		fyne.KeyHome: -1e4, fyne.KeyEnd: 1e4}
	if by, ok := turn[e.Name]; ok {
		w.turnSheet(by)
	} else if e.Name == fyne.KeyEscape {
		w.sheet.Hide()
	}
}

// pair lays a key and what it does beside each other, or in a narrow dialog below each other; each may take more lines.
type pair struct{ first float32 }

func (p pair) split(width float32) (first, rest float32) {
	first = min(p.first, width*0.45)
	return first, width - first
}

func (p pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (p pair) Layout(o []fyne.CanvasObject, s fyne.Size) {
	first, rest := p.split(s.Width)
	kit.Put(o[0], true, 0, 0, first, s.Height)
	kit.Put(o[1], true, first, 0, rest, s.Height)
}

func (w *Window) showAbout() {
	body := widget.NewLabel("Dateline " + w.cfg.Version + "\n\n" +
		text("Shows the places, times and quotes of news articles on a map and a timeline. Nothing leaves this computer.") +
		"\n\n" + w.cfg.About)
	body.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(text("About Dateline"), text("Close"), container.NewVScroll(body), w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(560*w.scale(), size.Width-20), min(460*w.scale(), size.Height-20)))
	d.Show()
}

// OfferRecovery asks whether what was open when the program ended badly is to be opened again.
func (w *Window) OfferRecovery() {
	if w.cfg.Recover == nil {
		return
	}
	left, ok := w.cfg.Recover()
	if !ok {
		return
	}
	dialog.ShowConfirm(text("Open the articles again?"),
		text("The program ended unexpectedly last time. The articles that were open can be opened again."),
		func(yes bool) {
			if w.cfg.Recovered != nil {
				w.cfg.Recovered(yes)
			}
			if yes {
				w.session.Open([]session.Source{left})
			}
		}, w.win)
}

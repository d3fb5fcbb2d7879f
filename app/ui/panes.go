package ui

import (
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The arrangements of panes, as the preferences name them.
const (
	allPanes    = "all"
	mapTimeline = "map+timeline"
	mapArticle  = "map+article"
)

// The tabs of a narrow window.
const (
	tabLists = iota
	tabMap
	tabArticle
)

// frame lays the panes out: lists, map and article beside each other with lines to drag between them, the timeline
// below. In a narrow window, or where text is too large for that, they become tabs.
type frame struct {
	w                        *Window
	root                     *fyne.Container
	lists, mapp, article     fyne.CanvasObject
	bottom                   *bottomPane
	tabs                     *kit.Segments
	tabBar                   fyne.CanvasObject
	leftLine, rightLine, low *divider

	arrangement string
	swapped     bool    // the article stands on the left
	left, right float32 // shares of the width; 0 is the default
	height      float32 // of the timeline, a share of the height; 0 is what its lanes need
	tab         int
	narrow      bool
	five        bool // each list has a tab of its own
	at          placing
}

// placing is what the last layout came to, for dragging.
type placing struct {
	size                     fyne.Size
	left, right, top, bottom float32 // widths of the sides, height of the tabs and of the timeline
}

const narrowWidth = 900

func newFrame(w *Window, lists, mapp, article fyne.CanvasObject, bottom *bottomPane) *frame {
	f := &frame{w: w, lists: lists, mapp: mapp, article: article, bottom: bottom, tab: tabMap}
	f.tabs = kit.NewSegments(f.pickTab)
	f.tabs.OnKey, f.tabs.OnRune = w.key, w.rune
	f.tabs.Set(text("Quotes"), text("Map"), text("Article"))
	f.tabBar = container.NewStack(w.ground(), container.New(kit.Indent{Left: 12, Top: 6, Right: 12, Bottom: 6}, f.tabs))
	f.leftLine = newDivider(w, false, func(d float32) { f.dragSide(true, d) }, func() { f.reset(&f.left) })
	f.rightLine = newDivider(w, false, func(d float32) { f.dragSide(false, d) }, func() { f.reset(&f.right) })
	f.low = newDivider(w, true, f.dragLow, func() { f.reset(&f.height) })
	k := w.kept()
	f.arrangement, f.swapped = k.panes(), k.p.Bool("panes.swapped")
	f.left, f.right, f.height = k.share("panes.left"), k.share("panes.right"), k.share("panes.height")
	f.root = container.New(f, f.tabBar, lists, mapp, article, bottom.root, f.leftLine, f.rightLine, f.low)
	return f
}

// save keeps the arrangement for the next start.
func (f *frame) save() {
	p := f.w.cfg.App.Preferences()
	p.SetString("panes", f.arrangement)
	p.SetBool("panes.swapped", f.swapped)
	p.SetFloat("panes.left", float64(f.left))
	p.SetFloat("panes.right", float64(f.right))
	p.SetFloat("panes.height", float64(f.height))
}

// relayout places everything anew at the size there is.
func (f *frame) relayout() {
	f.Layout(nil, f.root.Size())
	f.bottom.relayout()
}

func (f *frame) arrange(name string) {
	f.arrangement = name
	f.save()
	f.relayout()
}

func (f *frame) swap() {
	f.swapped = !f.swapped
	f.left, f.right = f.right, f.left
	f.save()
	f.relayout()
}

func (f *frame) setTab(i int) {
	f.tab = i
	f.relayout()
}

// pickTab is a tap on segment i: of five tabs the first three are the lists.
func (f *frame) pickTab(i int) {
	switch {
	case f.five && i <= listEvents:
		f.tab = tabLists
		f.w.lists.choose(i)
	case f.five:
		f.setTab(i - listEvents)
	default:
		f.setTab(i)
	}
}

// nameTabs gives each list a tab of its own where there is room for five, else the lists have one and their own switch.
func (f *frame) nameTabs(width float32) {
	names := append(listNames(), text("Map"), text("Article"))
	size := f.w.pal.TextSize * 0.93
	f.five = f.narrow
	for _, s := range names {
		f.five = f.five && fyne.MeasureText(s, size, fyne.TextStyle{Bold: true}).Width+12 < (width-28)/5
	}
	l := f.w.lists
	if f.five {
		f.tabs.Set(names...)
		f.tabs.Choose(map[int]int{tabLists: l.shown, tabMap: 3, tabArticle: 4}[f.tab])
	} else {
		f.tabs.Set(names[l.shown], names[3], names[4])
		f.tabs.Choose(f.tab)
	}
	l.switchShown(!f.five)
}

func (f *frame) reset(v *float32) {
	*v = 0
	f.save()
	f.relayout()
}

// dragSide moves a line between panes by d.
func (f *frame) dragSide(left bool, d float32) {
	if f.at.size.Width <= 0 {
		return
	}
	if left {
		f.left = (f.at.left + d) / f.at.size.Width
	} else {
		f.right = (f.at.right - d) / f.at.size.Width
	}
	f.relayout()
	f.save()
}

// dragLow moves the line above the timeline by d.
func (f *frame) dragLow(d float32) {
	if f.at.size.Height <= 0 {
		return
	}
	f.height = (f.at.bottom - d) / f.at.size.Height
	f.relayout()
	f.save()
}

// least widths, at a text size of 14: what a list, a map and an article need to be one.
const (
	leastList    = 230
	leastMap     = 230
	leastArticle = 270
)

// sides gives the widths of the side panes for a width: what stands on the left, what on the right.
func (f *frame) sides(width float32) (left, right float32, narrow bool) {
	scale := f.w.pal.TextSize / 14
	list, art := float32(leastList)*scale, float32(leastArticle)*scale
	wantList, wantArt := min(max(width*0.23, 250*scale), 420*scale), min(max(width*0.265, 290*scale), 620*scale)
	if f.arrangement == mapTimeline {
		return 0, 0, false
	}
	if f.arrangement == mapArticle {
		list, wantList = 0, 0
	}
	if width < narrowWidth || list+art+leastMap*scale > width {
		return 0, 0, true
	}
	l, r, leastL, leastR := wantList, wantArt, list, art
	if f.swapped {
		l, r, leastL, leastR = r, l, leastR, leastL
	}
	if f.left > 0 && leastL > 0 {
		l = max(f.left*width, leastL)
	}
	if f.right > 0 && leastR > 0 {
		r = max(f.right*width, leastR)
	}
	if over := l + r + leastMap*scale - width; over > 0 { // the sides give what they have above their least
		spare := (l - leastL) + (r - leastR)
		if spare > 0 {
			l, r = l-over*(l-leastL)/spare, r-over*(r-leastR)/spare
		}
	}
	return l, r, false
}

// MinSize is small: the frame takes what it is given.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }

// Layout is called by Fyne.
func (f *frame) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	if s.Width <= 0 || s.Height <= 0 {
		return
	}
	left, right, narrow := f.sides(s.Width)
	f.narrow = narrow
	f.at = placing{size: s, left: left, right: right}
	f.nameTabs(s.Width)
	if narrow {
		f.at.top = f.tabBar.MinSize().Height
	}
	f.at.bottom = f.bottomHeight(s)
	body := max(s.Height-f.at.top-f.at.bottom, 0)
	f.bottom.lanes(f.arrangement != mapArticle || narrow)
	kit.Put(f.tabBar, narrow, 0, 0, s.Width, f.at.top)
	kit.Put(f.bottom.root, true, 0, s.Height-f.at.bottom, s.Width, f.at.bottom)
	if narrow {
		kit.Put(f.lists, f.tab == tabLists, 0, f.at.top, s.Width, body)
		kit.Put(f.article, f.tab == tabArticle, 0, f.at.top, s.Width, body)
		kit.Put(f.mapp, f.tab == tabMap, 0, f.at.top, s.Width, body)
	} else {
		first, second := f.lists, f.article
		if f.swapped {
			first, second = second, first
		}
		kit.Put(first, left > 0, 0, 0, left, body)
		kit.Put(second, right > 0, s.Width-right, 0, right, body)
		kit.Put(f.mapp, true, left, 0, s.Width-left-right, body)
	}
	const grip = 9
	kit.Put(f.leftLine, left > 0, left-grip/2-0.5, 0, grip, body)
	kit.Put(f.rightLine, right > 0, s.Width-right-grip/2-0.5, 0, grip, body)
	kit.Put(f.low, f.bottom.shown, 0, s.Height-f.at.bottom-grip/2-0.5, s.Width, grip)
}

// bottomHeight is what the timeline is given: what the person dragged it to, else what its lanes need, and never so much
// that nothing is left of the panes above, nor so little that it shows nothing.
func (f *frame) bottomHeight(s fyne.Size) float32 {
	bar, lanes := f.bottom.heights(s.Width)
	if f.arrangement == mapArticle && !f.narrow {
		return bar
	}
	scale := f.w.pal.TextSize / 14
	want := bar + lanes
	if f.height > 0 {
		want = f.height * s.Height
	}
	most := float32(0.5)
	if f.narrow && scale > 1.4 {
		most = 0.4
	}
	want = min(want, bar+lanes*1.6, max(s.Height*most, s.Height-f.at.top-220*scale))
	return min(max(want, bar+64*scale), max(s.Height-f.at.top-80, bar))
}

func (f *frame) setPalette(p *kit.Palette) {
	f.tabs.SetPalette(p)
	for _, d := range []*divider{f.leftLine, f.rightLine, f.low} {
		d.Refresh()
	}
}

// arrange chooses which panes are shown.
func (w *Window) arrange(name string) {
	w.frame.arrange(name)
	w.checkMenu()
}

// swapPanes puts the article on the other side.
func (w *Window) swapPanes() {
	w.frame.swap()
	w.checkMenu()
}

// checked reports whether the menu item of that name stands for what is chosen.
func (w *Window) checked(name string) bool {
	switch name {
	case "All panes":
		return w.frame.arrangement == allPanes
	case "Map and timeline":
		return w.frame.arrangement == mapTimeline
	case "Map and article":
		return w.frame.arrangement == mapArticle
	case "Article on the left":
		return w.frame.swapped
	case "Reduced motion":
		return w.cfg.App.Preferences().Bool("reducedmotion")
	}
	return w.modeChecked(name)
}

// checkMenu shows in the menu what is chosen.
func (w *Window) checkMenu() {
	if w.present == nil && w.win.MainMenu() != nil {
		w.win.SetMainMenu(w.menu())
	}
}

// nextPane gives the keyboard to the next pane, or to the one before.
func (w *Window) nextPane(by int) {
	var panes []fyne.Focusable
	for _, p := range []struct {
		at fyne.Focusable
		in fyne.CanvasObject
	}{{w.lists.current(), w.frame.lists}, {w.mapp, w.frame.mapp}, {w.text, w.frame.article}, {w.timeline, w.timeline}} {
		if p.in.Visible() {
			panes = append(panes, p.at)
		}
	}
	at := -1
	for i, p := range panes {
		if p == w.win.Canvas().Focused() {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = 0
	}
	if n := len(panes); n > 0 {
		w.win.Canvas().Focus(panes[(at+by+n)%n])
	}
}

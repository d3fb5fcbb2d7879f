package ui

import (
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	*desk
	root                     *fyne.Container
	lists                    *lists
	mapp                     *mapPane
	article                  *articlePane
	bottom                   *timePane
	tabs                     *kit.Segments
	tabBar                   fyne.CanvasObject
	leftLine, rightLine, low *divider

	arrangement string
	swapped     bool    // the article stands on the left
	left, right float32 // shares of the width; 0 is the default
	height      float32 // of the timeline, a share of the height; 0 is what its lanes need
	tab         int
	narrow      bool
	over        fyne.CanvasObject // stands in place of lists, map and article; nil nothing
	side        fyne.CanvasObject // stands in place of lists and article, beside the map; nil nothing
	sideAt      fyne.Focusable    // in it: takes the keyboard
	each        bool              // each list has a tab of its own
	at          placing
}

// placing is what the last layout came to, for dragging.
type placing struct {
	size                     fyne.Size
	left, right, top, bottom float32 // widths of the sides, height of the tabs and of the timeline
}

const narrowWidth = 900

func newFrame(d *desk, lists *lists, mapp *mapPane, article *articlePane, bottom *timePane) *frame {
	f := &frame{desk: d, lists: lists, mapp: mapp, article: article, bottom: bottom, tab: tabMap}
	f.tabs = kit.NewSegments(f.pickTab)
	f.tabs.OnKey, f.tabs.OnRune = d.onKey, d.onRune
	f.tabs.Set(text("Quotes"), text("Map"), text("Article"))
	f.tabBar = container.NewStack(d.ground(), container.New(kit.Indent{Left: 12, Top: 6, Right: 12, Bottom: 6}, f.tabs))
	f.leftLine = newDivider(d, false, func(by float32) { f.dragSide(true, by) }, func() { f.reset(&f.left) })
	f.rightLine = newDivider(d, false, func(by float32) { f.dragSide(false, by) }, func() { f.reset(&f.right) })
	f.low = newDivider(d, true, f.dragLow, func() { f.reset(&f.height) })
	f.arrangement = d.kept.panes()
	f.swapped = d.kept.p.Bool("panes.swapped")
	f.left, f.right, f.height = d.kept.share("panes.left"), d.kept.share("panes.right"), d.kept.share("panes.height")
	f.root = container.New(f, f.tabBar, lists.root, mapp.root, article.root, bottom.root, f.leftLine, f.rightLine, f.low)
	lists.asked, bottom.resized = f.showLists, f.relayout
	lists.named = f.relayout
	return f
}

// cover puts something in the place of lists, map and article; nil brings them back.
func (f *frame) cover(over fyne.CanvasObject) {
	if f.over != nil {
		f.over.Hide()
		f.root.Remove(f.over)
	}
	if f.over = over; over != nil {
		f.root.Add(over)
	}
	f.relayout()
}

// beside puts something in the place of lists and article, and gives the keyboard a place in it; nil brings them back.
func (f *frame) beside(side fyne.CanvasObject, at fyne.Focusable) {
	if f.side != nil {
		f.side.Hide()
		f.root.Remove(f.side)
	}
	if f.side, f.sideAt = side, at; side != nil {
		f.root.Add(side)
	}
	f.relayout()
}

// putSide lays the side out beside the map; in a narrow window in place of it.
func (f *frame) putSide(s fyne.Size, body float32) {
	for _, o := range []fyne.CanvasObject{f.tabBar, f.lists.root, f.article.root} {
		o.Hide()
	}
	body += f.at.top
	w := min(max(s.Width*0.4, 430*f.scale()), s.Width)
	if f.narrow || w > s.Width-leastMap*f.scale() {
		w = s.Width
	}
	kit.Put(f.side, true, 0, 0, w, body)
	kit.Put(f.mapp.root, w < s.Width, w, 0, s.Width-w, body)
}

// save keeps the arrangement for the next start.
func (f *frame) save() {
	p := f.kept.p
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

// Arrange chooses which panes are shown, and keeps the choice.
func (f *frame) Arrange(name string) {
	f.arrangement = name
	f.save()
	f.relayout()
}

// Arrangement is which panes are shown.
func (f *frame) Arrangement() string { return f.arrangement }

// Swap puts the article on the other side.
func (f *frame) Swap() {
	f.swapped = !f.swapped
	f.left, f.right = f.right, f.left
	f.save()
	f.relayout()
}

// Swapped reports whether the article stands on the left.
func (f *frame) Swapped() bool { return f.swapped }

// showLists brings the lists onto the screen.
func (f *frame) showLists() {
	if f.narrow {
		f.setTab(tabLists)
	} else if f.arrangement != command.AllPanes {
		f.Arrange(command.AllPanes)
	}
}

func (f *frame) setTab(i int) {
	f.tab = i
	f.relayout()
}

// pickTab is a tap on segment i: where each list has a tab, those of the lists are the first.
func (f *frame) pickTab(i int) {
	const lists = int(bind.ListArticles)
	switch {
	case f.each && i <= lists:
		f.tab = tabLists
		f.lists.Choose(bind.List(i))
	case f.each:
		f.setTab(i - lists)
	default:
		f.setTab(i)
	}
}

// nameTabs gives each list a tab of its own where there is room for that, else the lists have one and their own switch.
func (f *frame) nameTabs(width float32) {
	names := append(f.lists.names(), text("Map"), text("Article"))
	const lists = int(bind.ListArticles) + 1
	size := f.pal.TextSize * 0.93
	f.each = f.narrow
	for _, s := range names {
		f.each = f.each && fyne.MeasureText(s, size, fyne.TextStyle{Bold: true}).Width+12 < (width-28)/float32(len(names))
	}
	l := f.lists
	if f.each {
		f.tabs.Set(names...)
		f.tabs.Choose(map[int]int{tabLists: int(l.shown), tabMap: lists, tabArticle: lists + 1}[f.tab])
	} else {
		f.tabs.Set(names[l.shown], names[lists], names[lists+1])
		f.tabs.Choose(f.tab)
	}
	l.switchShown(!f.each)
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
	scale := f.scale()
	list, art := float32(leastList)*scale, float32(leastArticle)*scale
	wantList, wantArt := min(max(width*0.23, 250*scale), 420*scale), min(max(width*0.265, 290*scale), 620*scale)
	if f.arrangement == command.MapTimeline {
		return 0, 0, false
	}
	if f.arrangement == command.MapArticle {
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
	if bar, _ := f.bottom.heights(s.Width); f.side != nil { // the list of slides needs the height more than the timeline does
		f.at.bottom = min(f.at.bottom, max(bar+64*f.scale(), s.Height*0.2))
	}
	body := max(s.Height-f.at.top-f.at.bottom, 0)
	f.bottom.rowsShown(f.arrangement != command.MapArticle || narrow)
	kit.Put(f.tabBar, narrow, 0, 0, s.Width, f.at.top)
	kit.Put(f.bottom.root, true, 0, s.Height-f.at.bottom, s.Width, f.at.bottom)
	if narrow {
		kit.Put(f.lists.root, f.tab == tabLists, 0, f.at.top, s.Width, body)
		kit.Put(f.article.root, f.tab == tabArticle, 0, f.at.top, s.Width, body)
		kit.Put(f.mapp.root, f.tab == tabMap, 0, f.at.top, s.Width, body)
	} else {
		first, second := f.lists.root, f.article.root
		if f.swapped {
			first, second = second, first
		}
		kit.Put(first, left > 0, 0, 0, left, body)
		kit.Put(second, right > 0, s.Width-right, 0, right, body)
		kit.Put(f.mapp.root, true, left, 0, s.Width-left-right, body)
	}
	if f.side != nil {
		f.putSide(s, body)
		left, right = 0, 0
	}
	if f.over != nil {
		for _, o := range []fyne.CanvasObject{f.tabBar, f.lists.root, f.article.root, f.mapp.root} {
			o.Hide()
		}
		if f.side != nil {
			f.side.Hide()
		}
		left, right = 0, 0
		kit.Put(f.over, true, 0, 0, s.Width, f.at.top+body)
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
	if f.arrangement == command.MapArticle && !f.narrow {
		return bar
	}
	scale := f.scale()
	want := bar + lanes
	if f.height > 0 {
		want = f.height * s.Height
	}
	most := float32(0.5)
	if f.narrow && scale > 1.4 {
		most = 0.4
	}
	highest := max(s.Height*most, s.Height-f.at.top-220*scale)
	if f.over != nil { // what stands there shows many rows
		highest = s.Height * 0.36
	}
	want = min(want, bar+lanes*1.6, highest)
	return min(max(want, bar+64*scale), max(s.Height-f.at.top-80, bar))
}

func (f *frame) setPalette(p *kit.Palette) {
	f.tabs.SetPalette(p)
	for _, d := range []*divider{f.leftLine, f.rightLine, f.low} {
		d.Refresh()
	}
}

// NextPane gives the keyboard to the next pane, or to the one before; what stands in place of panes is one.
func (f *frame) NextPane(by int) {
	var panes []fyne.Focusable
	for _, p := range []struct {
		at fyne.Focusable
		in fyne.CanvasObject
	}{{f.lists.current(), f.lists.root}, {f.mapp.mapp, f.mapp.root}, {f.article.text, f.article.root}, {f.bottom.timeline, f.bottom.timeline}} {
		if p.in.Visible() {
			panes = append(panes, p.at)
		}
	}
	if o, ok := f.over.(interface{ Front() fyne.Focusable }); ok {
		panes = append([]fyne.Focusable{o.Front()}, panes...)
	}
	if f.side != nil && f.over == nil {
		panes = append([]fyne.Focusable{f.sideAt}, panes...)
	}
	at := -1
	for i, p := range panes {
		if p == f.win.Canvas().Focused() {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = 0
	}
	if n := len(panes); n > 0 {
		f.win.Canvas().Focus(panes[(at+by+n)%n])
	}
}

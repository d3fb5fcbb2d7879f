package ui

import (
	"fmt"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/placelist"
	"dateline/app/ui/quotelist"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// lists are the quotes, places and events of the View, one list at a time: the twins of map and timeline that the
// keyboard can walk.
type lists struct {
	*desk
	serif   fyne.Resource
	shown   bind.List
	quotes  *quotelist.List
	places  *placelist.List
	events  *placelist.List
	checks  *checks
	table   *articleList
	choice  *kit.Segments
	stack   *fyne.Container
	head    *kit.Title
	bar     *fyne.Container // with the switch
	root    fyne.CanvasObject
	asked   func()                 // the person asked for a list: it is to be on the screen
	named   func()                 // the names of the lists are others
	pointed func(at seen)          // the person points at a row
	menu    func(at fyne.Position) // opens what can be said of what is selected

	cards *bind.Cards  // of the quotes of the story that is shown
	rows  *bind.Events // of the story that is shown
	stale [3]bool      // quotes, places, events: the list does not show the View
}

func newLists(d *desk, serif fyne.Resource, checks *checks, table *articleList) *lists {
	l := &lists{desk: d, serif: serif, quotes: quotelist.New(), places: placelist.New(), events: placelist.New(), head: d.title(),
		checks: checks, table: table, asked: func() {}, named: func() {}, pointed: func(seen) {}, menu: func(fyne.Position) {}}
	l.quotes.OnTap = func(id string) { l.pointed(seenQuote); d.session.SelectQuote(story.QuoteID(id)) }
	l.quotes.OnMenu = func(id string, at fyne.Position) { l.quotes.OnTap(id); l.menu(at) }
	l.quotes.OnKey, l.quotes.OnRune = d.onKey, d.onRune
	l.places.SetEmpty(text("No places are visible."))
	l.events.SetEmpty(text("No events are visible."))
	for p, at := range map[*placelist.List]seen{l.places: seenMap, l.events: seenList} {
		p.OnTap = func(id string) { l.pointed(at); l.goTo(id) }
		p.OnMenu = func(id string, at fyne.Position) { p.OnTap(id); l.menu(at) }
		p.OnKey, p.OnRune = d.onKey, d.onRune
		p.OnHint = d.wholeRow(p)
	}
	l.choice = kit.NewSegments(func(i int) { l.Choose(bind.List(i)) })
	l.choice.OnKey, l.choice.OnRune = d.onKey, d.onRune
	l.choice.Set(d.words.ListNames()...)
	l.shown = d.kept.list()
	l.stack = container.NewStack(l.quotes, l.places, l.events, l.checks.root, l.table.list)
	l.checks.changed = l.counted
	l.table.changed = func() { l.head.Set(l.table.head) }
	l.showOne()
	l.bar = container.New(kit.Indent{Left: 12, Top: 8, Right: 12}, l.choice)
	l.root = container.NewStack(d.ground(), container.New(l, l.bar, l.head, l.table.sort, l.stack))
	return l
}

// Choose shows one of the lists and keeps the choice.
func (l *lists) Choose(list bind.List) {
	l.shown = list
	l.hints.Show(nil, "") // of a row of the list before
	l.kept.p.SetInt("list", int(list))
	l.showOne()
	l.asked()
	st := l.session.State()
	l.showView(st)
	l.showSelected(st)
	if list == bind.ListArticles { // so that typing finds a title
		l.win.Canvas().Focus(l.table.list)
	}
}

// MinSize is small: the frame gives it what it needs.
func (l *lists) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 60) }

// Layout is called by Fyne: the switch, in two lines where its words need them; the heading, beside it how the articles are
// sorted; the list.
func (l *lists) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	if l.bar.Visible() {
		l.choice.Break(s.Width - 24)
		y = l.bar.MinSize().Height
		kit.Put(l.bar, true, 0, 0, s.Width, y)
	}
	high, end := l.head.MinSize().Height+10, s.Width-16
	if o := l.table.sort; l.shown == bind.ListArticles {
		m := o.MinSize()
		high, end = max(high, m.Height+6), s.Width-12-m.Width
		kit.Put(o, true, end, y+3, m.Width, m.Height)
	} else {
		o.Hide()
	}
	kit.Put(l.head, true, 16, y+(high-l.head.MinSize().Height)/2, max(end-16, 0), l.head.MinSize().Height)
	kit.Put(l.stack, true, 0, y+high, s.Width, max(s.Height-y-high, 0))
}

// headChecks says how many of the items were looked at, in as many words as there is room for.
func (l *lists) headChecks() {
	order, looked := l.words.CheckHead(l.checks.items)
	l.head.Set(order + looked)
	if w := l.head.Size().Width; w > 0 && l.head.Natural() > w {
		l.head.Set(looked)
	}
}

// counted brings the number of what is left to check into the name of its list.
func (l *lists) counted() {
	l.choice.Set(l.names()...)
	l.Layout(nil, l.root.Size()) // longer words may need a second line
	if l.shown == bind.ListChecks {
		l.headChecks()
	}
	l.named()
}

// names are what the lists are called now.
func (l *lists) names() []string {
	out := l.words.ListNames()
	if n := l.checks.left(); n > 0 {
		out[bind.ListChecks] = fmt.Sprintf("%s %d", out[bind.ListChecks], n)
	}
	return out
}

// switchShown shows the lists' own switch, or leaves it to the tabs.
func (l *lists) switchShown(on bool) {
	if l.bar.Visible() != on {
		if on {
			l.bar.Show()
		} else {
			l.bar.Hide()
		}
	}
}

func (l *lists) showOne() {
	l.choice.Choose(int(l.shown))
	for i, o := range l.stack.Objects {
		if bind.List(i) == l.shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
	l.table.setShown(l.shown == bind.ListArticles)
	l.checks.setShown(l.shown == bind.ListChecks)
	if l.root != nil {
		l.root.Refresh()
	}
}

// current is the list that is shown.
func (l *lists) current() fyne.Focusable {
	return [...]fyne.Focusable{l.quotes, l.places, l.events, l.checks.list, l.table.list}[l.shown]
}

func (l *lists) setPalette(p *kit.Palette) {
	l.head.Look(p.Muted, p.TextSize*0.86, false)
	l.choice.SetPalette(p)
	look := placelist.Look{Background: p.Pane, Text: p.Text, Muted: p.Muted, Line: p.Line, Mark: p.Primary, Focus: p.Ring,
		TextSize: p.TextSize, SmallSize: p.TextSize * 0.87}
	l.places.SetLook(look)
	l.events.SetLook(look)
	l.table.list.SetLook(look)
	l.quotes.SetLook(quotelist.Look{WordsFont: l.serif, Background: p.Pane, Card: p.Bar, Border: p.Line, Text: p.Text,
		Muted: p.Muted, Date: p.Date, Ring: p.Ring, Place: p.Filled, WordsSize: p.ArticlePts, TextSize: p.TextSize,
		SmallSize: p.TextSize * 0.84})
	l.stale = [3]bool{true, true, true} // the signs of rows have colours too
	l.showView(l.session.State())
}

func (l *lists) show(st session.State, c session.Change) {
	if c&session.Viewed != 0 {
		l.stale = [3]bool{true, true, true}
		l.showView(st)
	}
	if c&(session.Selected|session.Viewed) != 0 {
		l.showSelected(st)
	}
}

// showView brings the View into the list that is shown, if it is not there yet.
func (l *lists) showView(st session.State) {
	switch l.shown {
	case bind.ListChecks:
		l.headChecks()
		return
	case bind.ListArticles:
		l.head.Set(l.table.head)
		return
	}
	l.head.Set(l.words.ListHead(l.shown, st))
	if !l.stale[l.shown] {
		return
	}
	l.stale[l.shown] = false
	switch l.shown {
	case bind.ListPlaces:
		l.places.SetItems(rows(l.words.PlaceRows(st, bind.Inks{Filled: l.pal.Filled, Ring: l.pal.Ring, Muted: l.pal.Muted})))
	case bind.ListEvents:
		if !l.rows.Of(st.Story) {
			l.rows = l.words.Events(st.Story)
		}
		l.events.SetItems(rows(l.rows.In(st)))
	default:
		if !l.cards.Of(st.Story, st.Log) {
			l.cards = l.words.Cards(st.Story, st.Log)
			l.quotes.Say(func(id string) quotelist.Text { return quotelist.Text(l.cards.Named(id)) })
		}
		l.quotes.SetOpen(len(st.Story.Articles) > 0)
		l.quotes.SetItems(cards(bind.Quotes(st.Story, st.View)))
	}
}

// showSelected marks the selection in the list that is shown.
func (l *lists) showSelected(st session.State) {
	switch l.shown {
	case bind.ListPlaces:
		l.places.SetSelected(bind.SelectedPlaces(st)...)
	case bind.ListChecks, bind.ListArticles:
	case bind.ListEvents:
		l.events.SetSelected(bind.SelectedRows(st)...)
	default:
		l.quotes.SetSelected(bind.SelectedQuote(st))
	}
}

package ui

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/placelist"
	"dateline/geo"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/paulmach/orb"
)

// The lists of the left pane.
const (
	listQuotes = iota
	listPlaces
	listEvents
)

// lists are the quotes, places and events of the View, one list at a time: the twins of map and timeline that the
// keyboard can walk.
type lists struct {
	w      *Window
	shown  int
	places *placelist.List
	events *placelist.List
	choice *kit.Segments
	stack  *fyne.Container
	head   *kit.Caption
	bar    *fyne.Container // with the switch

	story  *story.Story     // that rows were made of
	rows   []placelist.Item // of all events
	papers []placelist.Item // of all articles
	stale  [3]bool          // the list does not show the View
	points map[int]orb.Point
}

func newLists(w *Window) *lists {
	l := &lists{w: w, places: placelist.New(), events: placelist.New()}
	l.places.OnTap, l.events.OnTap = l.tapPlace, l.tapEvent
	l.places.SetEmpty(text("No places are visible."))
	l.events.SetEmpty(text("No events are visible."))
	for _, p := range []*placelist.List{l.places, l.events} {
		p.OnKey, p.OnRune = w.key, w.rune
	}
	l.choice = kit.NewSegments(l.choose)
	l.choice.OnKey, l.choice.OnRune = w.key, w.rune
	l.choice.Set(listNames()...)
	l.shown = w.kept().list()
	l.stack = container.NewStack(w.quotes, l.places, l.events)
	return l
}

// pane puts the switch and a heading above the list that is shown.
func (l *lists) pane(head *kit.Caption) fyne.CanvasObject {
	l.showOne()
	l.head, l.bar = head, container.New(kit.Indent{Left: 12, Top: 8, Right: 12, Bottom: 0}, l.choice)
	top := container.NewVBox(l.bar, container.New(kit.Indent{Left: 16, Top: 5, Right: 16, Bottom: 5}, head))
	return container.NewStack(l.w.ground(), container.NewBorder(top, nil, nil, nil, l.stack))
}

// choose shows one of the lists and keeps the choice.
func (l *lists) choose(i int) {
	l.shown = i
	l.w.cfg.App.Preferences().SetInt("list", i)
	l.showOne()
	switch f := l.w.frame; {
	case f.narrow:
		f.setTab(tabLists)
	case f.arrangement != allPanes:
		l.w.arrange(allPanes)
	}
	st := l.w.session.State()
	l.showView(st)
	l.showSelected(st)
}

func listNames() []string { return []string{text("Quotes"), text("Places"), text("Events")} }

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
	l.choice.Choose(l.shown)
	for i, o := range l.stack.Objects {
		if i == l.shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// current is the list that is shown.
func (l *lists) current() fyne.Focusable {
	return [...]fyne.Focusable{l.w.quotes, l.places, l.events}[l.shown]
}

func (l *lists) setPalette(p *kit.Palette) {
	l.choice.SetPalette(p)
	look := placelist.Look{Background: p.Pane, Text: p.Text, Muted: p.Muted, Line: p.Line, Mark: p.Primary, Focus: p.Ring,
		TextSize: p.TextSize, SmallSize: p.TextSize * 0.87}
	l.places.SetLook(look)
	l.events.SetLook(look)
	l.stale = [3]bool{true, true, true}
}

// changed notes that the View is another one, and brings it into the list that is shown.
func (l *lists) changed(st session.State) {
	l.stale = [3]bool{true, true, true}
	l.showView(st)
}

func (l *lists) showView(st session.State) {
	l.head.Set(listHead(l.shown, st))
	if !l.stale[l.shown] {
		return
	}
	l.stale[l.shown] = false
	switch l.shown {
	case listPlaces:
		items, points := placeItems(st, l.w.pal)
		l.points = points
		l.places.SetItems(items)
	case listEvents:
		if l.story != st.Story {
			l.story, l.rows, l.papers = st.Story, eventRows(st.Story), paperRows(st.Story)
		}
		l.events.SetItems(eventItems(st, l.rows, l.papers))
	}
}

// listHead is the heading of a list: what is in it, and how much of it.
func listHead(list int, st session.State) string {
	words, n := text("Who said what"), 0
	switch list {
	case listPlaces:
		words, n = text("Where it happens"), st.View.Places
	case listEvents:
		words, n = text("What happens when"), len(st.View.Events)
	default:
		if st.Period.On {
			words = text("Said at this moment")
		}
		for _, i := range st.View.Quotes {
			if st.Story.Quotes[i].Kind == story.QuoteDirect {
				n++
			}
		}
	}
	words = strings.ToUpper(words)
	if n > 0 {
		words += fmt.Sprintf("  %d", n)
	}
	return words
}

// showSelected marks the selection in the list that is shown.
func (l *lists) showSelected(st session.State) {
	x, event := st.Selected, st.SelectedEvent()
	switch l.shown {
	case listPlaces:
		switch {
		case x.Placed && l.points[anchorID(x.At)] == x.At:
			l.places.SetSelected(anchorID(x.At))
		case event >= 0:
			l.places.SetSelected(unplacedID - event)
		default:
			l.places.SetSelected()
		}
	case listEvents:
		switch {
		case event >= 0:
			l.events.SetSelected(event)
		case !x.None() && x.Sentence.Empty():
			l.events.SetSelected(publicationID + st.SelectedArticle())
		default:
			l.events.SetSelected()
		}
	}
}

func (l *lists) tapPlace(id int) {
	l.w.session.Pause()
	if id <= unplacedID {
		l.w.selectEvent(unplacedID - id)
		return
	}
	if at, ok := l.points[id]; ok {
		l.w.session.SelectMark(at)
	}
}

func (l *lists) tapEvent(id int) { l.w.tapItem(id) }

// unplacedID is the id of the first event in the list of places: those that have none.
const unplacedID = -2

// anchorID is the id of a mark in the list of places; it stays the same in every View.
func anchorID(p orb.Point) int {
	return int(math.Round((p[0]+180)*1000))*200001 + int(math.Round((p[1]+90)*1000))
}

// placeItems are the marks of the View, then the events that have no place.
func placeItems(st session.State, p *kit.Palette) ([]placelist.Item, map[int]orb.Point) {
	var filled, rings, none []placelist.Item
	points := map[int]orb.Point{}
	for i := range st.View.Marks {
		m := &st.View.Marks[i]
		id := anchorID(m.At)
		points[id] = m.At
		it := placelist.Item{ID: id, Title: m.Name(), Detail: placeDetail(m), Section: text("On the map"), Shape: placelist.Filled, Colour: p.Filled}
		n := len(m.Events)
		if m.Area {
			it.Shape = placelist.Area
		}
		if !m.Filled {
			it.Section, it.Shape, it.Colour = text("Speaking from"), placelist.Ring, p.Ring
			n = len(m.Events) + len(m.Quotes) + len(m.Actors)
		}
		if n > 0 {
			it.Right = count(n, "mention", "mentions")
		}
		if m.Filled {
			it.Right = ""
			if n > 0 {
				it.Right = count(n, "event", "events")
			}
			filled = append(filled, it)
		} else {
			rings = append(rings, it)
		}
	}
	for _, i := range st.View.Events {
		e := &st.Story.Events[i]
		if e.Where != nil {
			continue
		}
		none = append(none, placelist.Item{ID: unplacedID - i, Section: text("Not placed"), Title: clip(e.Span.In(st.Story.Articles[e.Doc].Text), 90),
			Right: moment(e.When), Shape: placelist.Diamond, Colour: p.Muted})
	}
	return append(append(filled, rings...), none...), points
}

// placeDetail says what else stands at a mark, or what it lies in.
func placeDetail(m *story.Mark) string {
	out := ""
	if m.Country {
		return text("known to country level only")
	}
	for _, q := range m.Places {
		if q.Name != m.Name() && q.Kind != geo.KindSeat {
			out = join(out, q.Name)
		}
	}
	if out == "" && len(m.Places) > 0 {
		q := m.Places[0]
		if q.Admin1Name != "" && q.Admin1Name != q.Name {
			out = q.Admin1Name
		}
	}
	return out
}

// eventRows makes the rows of all events of a story once: a step of the slider only picks from them.
func eventRows(s *story.Story) []placelist.Item {
	out := make([]placelist.Item, len(s.Events))
	for i := range s.Events {
		e := &s.Events[i]
		a := s.Articles[e.Doc]
		it := placelist.Item{ID: i, Title: clip(e.Span.In(a.Text), 110), Detail: title(a), Shape: placelist.Filled, Colour: laneColour(e.Doc)}
		if e.Where != nil {
			it.Detail = join(placeWords(e.Where.Place), it.Detail)
			if e.Where.Actor {
				it.Shape = placelist.Ring
			}
		}
		if e.When.Dated() {
			it.Right = interval(e.When.Earliest, e.When.Latest)
		} else {
			it.Section, it.Shape = text("Undated"), placelist.Diamond
		}
		out[i] = it
	}
	return out
}

// paperRows are the days of publication.
func paperRows(s *story.Story) []placelist.Item {
	var out []placelist.Item
	for d, a := range s.Articles {
		it := placelist.Item{ID: publicationID + d, Section: text("Published"), Title: title(a), Shape: placelist.Area, Colour: laneColour(d)}
		if p := a.Published; p.Kind == story.DateInferred {
			it.Right, it.Detail = interval(p.From, p.To), text("inferred")
		} else if p.Kind != story.DateUnknown {
			it.Right = shortDay(p.Best)
		} else {
			it.Detail = text("publication day unknown")
		}
		out = append(out, it)
	}
	return out
}

// eventItems are the rows of the visible events, dated ones first, then the days of publication.
func eventItems(st session.State, rows, papers []placelist.Item) []placelist.Item {
	out := make([]placelist.Item, 0, len(st.View.Events)+len(papers))
	for _, i := range st.View.Events {
		out = append(out, rows[i])
	}
	for d := range papers {
		if f := st.Filter.Articles; len(f) == 0 || slices.Contains(f, st.Story.Articles[d].ID) {
			out = append(out, papers[d])
		}
	}
	return out
}

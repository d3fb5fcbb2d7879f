package ui

import (
	"strings"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"dateline/app/ui/mapview"
	"dateline/geo/heat"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/paulmach/orb"
)

// mapPane is the map with the date over it.
type mapPane struct {
	*desk
	mapp  *mapview.Map
	names *names
	date  *dateCard
	root  fyne.CanvasObject
	first func() // told once, when tiles and marks of the first story are placed; nil nobody

	styles  map[styleKey]*tile.Style
	path    bool                    // the line through the events is drawn
	most    float64                 // events for the strongest colour of the heat layer
	items   []string                // ids of what the items of the open card stand for
	openIDs string                  // of the documents that the map was fitted to
	fitted  bool                    // the map was fitted to the story that is open
	ready   bool                    // first was told
	pin     *mapview.Mark           // that a person puts on the map; nil none
	tapped  func(at orb.Point) bool // told of a tap on the map first; it may be all that the tap is for. nil nobody
	asked   func(at orb.Point)      // a question is on: told of every tap, and the story is not shown. nil none
	lent    bool                    // the presenter's screen has the map: it says what covers it, and how large its names are
}

func newMapPane(d *desk, c *Config) *mapPane {
	m := &mapPane{desk: d, first: c.FirstFrame, path: d.kept.p.Bool("path")}
	m.names = &names{Source: c.Tiles, cities: c.Cities}
	m.mapp = mapview.New(mapview.Config{Dispatch: c.Dispatch, Guard: c.Guard, Tiles: m.names, Cities: m.names.Cities, Attribution: c.Attribution,
		Fonts: c.Fonts, Outlines: c.Outlines, ReducedMotion: d.kept.p.Bool("reducedmotion")})
	if len(d.session.State().Documents) == 0 { // else a window that follows a session with a story takes it as it is
		d.session.SetHeat(d.kept.p.Bool("heat"))
	}
	m.mapp.OnTapMark, m.mapp.OnTapEdge = m.tapMark, m.tapMark
	m.mapp.OnTapDetail = m.tapDetail
	m.mapp.OnTapMap = func(at orb.Point) {
		switch {
		case m.asked != nil:
			m.asked(at)
		case m.tapped == nil || !m.tapped(at):
			d.session.Unselect()
		}
	}
	m.mapp.OnViewport, m.mapp.OnViewportEnded = d.session.SetViewport, d.session.SetViewport
	m.mapp.OnFit = m.FitAll
	m.mapp.Deepest = ownDeepest
	m.mapp.OnKey, m.mapp.OnRune = d.onKey, d.onRune
	m.mapp.OnReady = m.placed
	m.date = newDateCard(d.pal)
	m.root = container.NewStack(container.New(m, m.mapp), container.New(corner{m, 16}, m.date))
	return m
}

// MinSize is that of the map.
func (m *mapPane) MinSize([]fyne.CanvasObject) fyne.Size { return m.mapp.MinSize() }

// Layout gives the map the whole pane, except while it is on a slide.
func (m *mapPane) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	if !m.lent {
		kit.Put(m.mapp, true, 0, 0, s.Width, s.Height)
	}
}

// ZoomIn shows the map larger.
func (m *mapPane) ZoomIn() {
	if m.mapp.AtDeepest() && m.mapp.OnDeepest != nil {
		m.mapp.OnDeepest()
	}
	m.mapp.ZoomIn()
}

// ZoomOut shows the map smaller.
func (m *mapPane) ZoomOut() { m.mapp.ZoomOut() }

// FitAll fits everything that is visible.
func (m *mapPane) FitAll() { m.mapp.Fit(bind.Shown(m.session.State(), false), maxFit, true) }

// maxFit is the closest that fitting goes: a district, not a street (peers.md 5.3).
const maxFit = 8.5

// ownDeepest is where the map that ships has nothing more: its lines are drawn for 1:10 million, its towns stand some
// hundred metres right. A kilometre is then 35 px wide.
const ownDeepest = 12.0

// PathOn reports whether the line through the events in order of time is drawn.
func (m *mapPane) PathOn() bool { return m.path }

// TogglePath draws or removes that line, and keeps the choice.
func (m *mapPane) TogglePath() {
	m.path = !m.path
	m.kept.p.SetBool("path", m.path)
	m.mapp.SetPath(stops(bind.Path(m.session.State())), m.path)
}

// HeatOn reports whether the map shows how close together events lie.
func (m *mapPane) HeatOn() bool { return m.session.State().Heat }

// ToggleHeat shows that or takes it away, and keeps the choice.
func (m *mapPane) ToggleHeat() {
	on := !m.HeatOn()
	m.kept.p.SetBool("heat", on)
	m.session.SetHeat(on)
}

// showHeat brings where the visible events lie onto the map.
func (m *mapPane) showHeat(st session.State, c session.Change) {
	if !st.Heat {
		m.mapp.SetHeat(nil)
		return
	}
	if c&(session.Opened|session.Filtered) != 0 || m.mapp.Heat() == nil {
		m.most = story.DensityMost(st.Story, st.Filter)
	}
	m.mapp.SetHeat(&heat.Layer{Spots: story.Density(st.Story, st.View), Most: m.most})
}

func (m *mapPane) show(st session.State, c session.Change) {
	if m.asked != nil {
		return
	}
	if c&(session.Viewed|session.Moded) != 0 {
		m.showHeat(st, c)
	}
	opened := c&session.Opened != 0
	if ids := documentIDs(st.Documents); opened && ids != m.openIDs { // a correction moves the story, not the map
		m.fitted, m.openIDs = false, ids
	}
	if c&session.Viewed != 0 {
		m.date.set(m.words.Date(st))
		m.showMarks(st)
		if m.path {
			m.mapp.SetPath(stops(bind.Path(st)), true)
		}
	}
	if c&(session.Selected|session.Viewed) != 0 {
		m.showSelected(st, c&session.Selected != 0 && !opened)
	}
	if opened && !m.fitted && len(st.Story.Articles) > 0 {
		m.fitted = true
		m.mapp.Fit(bind.Shown(st, true), maxFit, false)
	}
}

// setTiles draws on other tiles, whose names are hidden with those of the map.
func (m *mapPane) setTiles(s tile.Source, attribution string) {
	m.mapp.Deepest = 0
	if s == m.names.Source {
		m.mapp.Deepest = ownDeepest
	}
	m.mapp.SetTiles(m.names.over(s), attribution)
}

func (m *mapPane) showMarks(st session.State) {
	all := marks(m.words.Marks(st, m.names.hidden.Load()))
	if m.pin != nil {
		all = append(all, *m.pin)
	}
	m.mapp.SetMarks(all)
}

// setPin shows where a person puts something; nil takes it away.
func (m *mapPane) setPin(at *orb.Point, name string) {
	m.pin = nil
	if at != nil {
		m.pin = &mapview.Mark{ID: -1, At: *at, Label: name, Filled: true, Ring: true, P: 1}
	}
	m.showMarks(m.session.State())
}

// hideNames hides the names of places on the map, or shows them again.
func (m *mapPane) hideNames(on bool) {
	if m.names.hide(on) {
		m.showMarks(m.session.State())
	}
}

// showSelected rings the selected mark; where the selection is new, the map goes to it.
func (m *mapPane) showSelected(st session.State, fresh bool) {
	m.mapp.SetSelected()
	if i := bind.SelectedMark(st); i >= 0 {
		m.mapp.SetSelected(i)
	}
	if !fresh {
		return
	}
	m.showMarks(st) // a country's shape comes and goes with the selection
	if st.Selected.Placed && !m.lent {
		m.mapp.Center(st.Selected.At, true)
	}
}

func (m *mapPane) tapMark(id int) {
	st := m.session.State()
	if m.asked != nil || id < 0 || id >= len(st.View.Marks) {
		return
	}
	m.session.Pause()
	mark := &st.View.Marks[id]
	m.session.SelectMark(mark.At)
	d := m.words.Detail(st.Story, mark)
	if len(d.Items) == 0 || m.lent {
		return
	}
	m.items = m.items[:0]
	for _, it := range d.Items {
		m.items = append(m.items, it.ID)
	}
	m.mapp.ShowDetail(id, detail(d))
}

// tapDetail selects what an item of the card stands for.
func (m *mapPane) tapDetail(_, item int) {
	if item < 0 || item >= len(m.items) {
		return
	}
	id, s := m.items[item], m.session.State().Story
	if s.EventAt(story.EventID(id)) >= 0 {
		m.session.SelectEvent(story.EventID(id))
	} else {
		m.session.SelectQuote(story.QuoteID(id))
	}
}

func (m *mapPane) setPalette(p *kit.Palette) {
	m.date.setPalette(p)
	if m.lent {
		return
	}
	m.look(p.TextSize, float64(m.kept.textPercent())/100)
	m.placeCard()
}

// look gives the map its colours, with text of a size, in the style of the theme with text larger by a factor.
func (m *mapPane) look(size float32, factor float64) { m.lookOf(m.mapp, size, factor) }

// lookOf is look for another map.
func (m *mapPane) lookOf(mapp *mapview.Map, size float32, factor float64) {
	p := m.pal
	mapp.SetStyle(m.style(factor))
	mapp.SetLook(mapview.Look{Filled: p.Filled, Ring: p.Ring, Card: kit.WithAlpha(p.Bar, 0xF2), CardText: p.Text,
		CardMuted: p.Muted, Focus: p.Ring, TextSize: size})
}

// style is the map's style of the theme with text larger by a factor. The same values give the same style, so that tiles
// already drawn are still good.
func (m *mapPane) style(factor float64) *tile.Style {
	base := tile.StyleNamed(m.pal.Name)
	if factor > 0.99 && factor < 1.01 {
		return base
	}
	key := styleKey{base, int(factor*100 + 0.5)}
	if m.styles[key] == nil {
		if m.styles == nil {
			m.styles = map[styleKey]*tile.Style{}
		}
		c := *base
		c.TextScale *= factor
		m.styles[key] = &c
	}
	return m.styles[key]
}

type styleKey struct {
	base    *tile.Style
	percent int
}

// placeCard tells the map where the date stands on it.
func (m *mapPane) placeCard() {
	if m.lent {
		return
	}
	size := m.date.Size()
	side := 72 * float64(m.scale())
	m.mapp.SetInset(viewport.Pad{Left: 24, Top: float64(size.Height) + 32, Right: side, Bottom: 52})
	m.mapp.SetCards(mapview.Card{At: fyne.NewPos(16, 16), Size: size})
}

// placed is told by the map when all it shows is placed. The session learns what is in view, and the first time with a
// story in it is the first frame.
func (m *mapPane) placed() {
	m.dispatch(func() {
		m.session.SetViewport(m.mapp.Viewport())
		if m.ready || len(m.session.State().Story.Articles) == 0 {
			return
		}
		m.ready = true
		if m.first != nil {
			m.first()
		}
	})
}

// corner lays the date card out in from the upper left corner of the map, beside the map's own buttons, smaller on a
// small map, and tells the map where it stands.
type corner struct {
	m     *mapPane
	inset float32
}

func (c corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (c corner) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	d := c.m.date
	d.factor = 1
	want := d.MinSize()
	wide := s.Width - 2*c.inset - c.m.pal.TextSize*3.6
	d.factor = max(min(1, s.Height/max(want.Height*3.4, 1)), 0.42)
	m := d.MinSize()
	m.Width = max(min(want.Width, wide), 0)
	d.Move(fyne.NewPos(c.inset, c.inset))
	d.Resize(m)
	d.Refresh()
	c.m.placeCard()
}

// documentIDs names what is open.
func documentIDs(docs []story.Document) string {
	ids := make([]string, len(docs))
	for i := range docs {
		ids[i] = docs[i].ID
	}
	return strings.Join(ids, " ")
}

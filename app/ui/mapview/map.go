// Package mapview is the map: a picture made of tiles, marks for places, areas for regions, and what belongs on a map
// (names, scale, zoom buttons, legend, attribution). It is dragged, zoomed at the pointer and walked with the keyboard.
//
//	m := mapview.New(mapview.Config{Dispatch: dispatch, Tiles: base})
//	m.OnTapMark = func(id int) { … }
//	m.SetMarks(marks)
//	m.Fit(points, 8, true)
//
// It knows neither Story nor Session, opens no file, and paints nothing that is not ready: tiles, areas and names are
// drawn off the UI goroutine and come back through Config.Dispatch.
package mapview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Mark is one place on the map. Those given first are drawn over later ones.
type Mark struct {
	ID      int              // the caller's own; comes back in OnTapMark and OnHoverMark
	At      orb.Point        // {lon, lat}
	Label   string           // its name, as shown beside it and at the map's edge
	Filled  bool             // something happened here: a filled mark
	Ring    bool             // somebody speaks or acts from here: a hollow ring
	Named   bool             // with neither: the place is only named; a thin grey ring
	Country bool             // known to country level only
	Open    bool             // with Filled: planned, denied or only said, not done
	Count   int              // number of events, written into the mark when above 1
	Area    orb.MultiPolygon // drawn below the mark; nil for a point. Not to be changed afterwards
	Shape   *geo.Place       // like Area, asked of Config.Outlines in the detail of each zoom; not to be changed afterwards
	P       float64          // probability, shown as strength; 0 counts as 1
	Near    Near             // the place is not known to the point: "near X", "10 km north of X"
	Tip     Tip
}

// Near says that something happened around a point and not at it. The zero value says that it happened there.
type Near struct {
	RadiusKM float64 // within so many km of Mark.At
	InnerKM  float64 // … and not within so many: a band, "some 10 km from X"
	Bearing  float64 // … and in that direction only, in degrees clockwise of north: "north of X"
	Spread   float64 // degrees, the whole width of that direction; 0 is all around
}

// Tip is what the card at a hovered mark says; an empty one takes the mark's Label and Count.
type Tip struct {
	Title string
	Lines []string
}

// Config is what the map needs from the app. The zero value works: it shows marks over plain land.
type Config struct {
	Dispatch      func(func())                              // brings results back to the UI goroutine; nil: no tiles, areas or names
	Tiles         tile.Source                               // if it also has Labels (as tile.Basemap has), they are shown
	Cities        func(b orb.Bound, n int) []geo.Place      // the n largest towns in a bound, for names; called off the UI goroutine
	Outlines      func(geo.Place, float64) orb.MultiPolygon // the shape of a Mark.Shape for a zoom, nil where there is none; called off the UI goroutine
	Fonts         *mark.Fonts                               // of the names; nil takes the Go fonts
	Attribution   string                                    // always visible, bottom right
	ReducedMotion bool                                      // flights become cuts
	HideLegend    bool                                      // leaves the legend row out
	CacheBytes    int64                                     // of tile pictures; 0 takes 20 MB
	Guard         func(f func())                            // runs what is done off the UI goroutine and keeps a panic in it from ending the program; nil: it ends it
}

// Map is the map pane. All methods are called on the UI goroutine. SetX, Fit, Center and the zoom methods never fire an
// OnX; read Viewport after them.
type Map struct {
	widget.BaseWidget

	OnTapMark       func(id int)
	OnMenuMark      func(id int, absolute fyne.Position) // a mark was clicked with the other button
	OnTapMap        func(at orb.Point)                   // a tap beside every mark
	OnTapEdge       func(id int)                         // a name at the map's edge was tapped; the map flies there itself
	OnEnter         func() bool                          // Enter is pressed; it reports whether it was used. Else the mark in the middle is tapped
	OnHoverMark     func(id int, absolute fyne.Position) // the pointer came over a mark
	OnHoverEnd      func()                               // … and left it
	OnViewport      func(viewport.Viewport)              // the person moves the map; at each step
	OnViewportEnded func(viewport.Viewport)              // … and it came to rest
	Deepest         float64                              // the zoom where the map's data end, for a person's hand; 0: as far as there are tiles
	OnDeepest       func()                               // somebody wants nearer than that
	OnFit           func()                               // the fit button; nil fits all marks
	OnKey           func(*fyne.KeyEvent)                 // a key that the map has no use for, while it has the focus
	OnRune          func(rune)                           // the same for typed characters
	OnTapDetail     func(id, item int)                   // an item of the card of ShowDetail was tapped
	OnCloseDetail   func()                               // the person closed that card
	OnReady         func()                               // tiles, marks and names of the view are placed; at each rest

	config Config
	set    Look // as set
	look   Look // with the theme's values filled in
	style  *tile.Style
	inset  viewport.Pad
	margin viewport.Pad

	cam     camera
	laid    bool
	sticky  func() // the fit to repeat at another size, until the person moves
	motion  motion
	tiles   tileLayer
	heat    heatLayer
	overlay overlayLayer
	marks   markLayer
	deck    deck
	pointer pointer
	ready   bool
	queue   inbox

	lead, twin *Map // the map that this one is the twin of, and the twin of this one; nil none
}

// New makes a map that shows the world.
func New(c Config) *Map {
	m := &Map{config: c, style: tile.Light}
	m.cam = aim(viewport.Viewport{W: 256, H: 256}, 1)
	m.marks.init()
	m.tiles.init(m)
	m.ExtendBaseWidget(m)
	return m
}

// Close ends the goroutines that draw tiles. The map stays usable as a picture.
func (m *Map) Close() { m.tiles.close() }

// SetLook changes colours and sizes of what is drawn over the map; zero fields keep the theme's.
func (m *Map) SetLook(l Look) {
	m.set = l
	m.Refresh()
}

// SetStyle changes the style of basemap, marks and names; all in view is drawn anew. nil is tile.Light.
func (m *Map) SetStyle(s *tile.Style) {
	if s == nil {
		s = tile.Light
	}
	if s == m.style {
		return
	}
	m.style = s
	m.closeFan()
	m.marks.forget()
	m.overlay.wanted, m.heat.wanted = true, true
	m.Refresh()
	m.settle()
}

// SetInset says how much of each side cards of the app cover; Fit, Center and the names at the edge use the rest.
func (m *Map) SetInset(p viewport.Pad) {
	if p == m.inset {
		return
	}
	m.inset = p
	if m.sticky != nil && m.laid {
		m.sticky()
		return
	}
	m.place()
}

// Card is a rectangle of the map, relative to its upper left corner, that something of the app covers.
type Card struct {
	At   fyne.Position
	Size fyne.Size
}

// SetCards says where cards of the app stand. Names on the map and at its edge keep off them; without any, names at
// the edge keep inside the inset.
func (m *Map) SetCards(cards ...Card) {
	if slices.Equal(cards, m.deck.cards) {
		return
	}
	m.deck.cards = slices.Clone(cards)
	m.ready, m.overlay.wanted = false, true
	m.place()
	m.overlay.start(m)
}

// Relabel asks for the names on the map anew: the source of the tiles gives others now.
func (m *Map) Relabel() {
	m.leads((*Map).Relabel)
	m.marks.version++
	m.remarked()
}

// Forget is Relabel for what must not be seen any more: names and areas go at once, and come back when they are made anew.
func (m *Map) Forget() {
	m.leads((*Map).Forget)
	m.marks.version++
	m.overlay.clear(m.marks.version)
	m.remarked()
}

// SetLegend shows what the marks mean, or leaves that out.
func (m *Map) SetLegend(on bool) {
	m.leads(func(t *Map) { t.SetLegend(on) })
	if m.config.HideLegend == on {
		m.config.HideLegend = !on
		m.Refresh()
	}
}

// SetMargin says how much of each side is covered wholly, as by the timeline of a presentation: legend, scale and
// attribution move inside, and SetInset counts from there.
func (m *Map) SetMargin(p viewport.Pad) {
	if p == m.margin {
		return
	}
	m.margin = p
	m.place()
}

// SetMarks replaces the marks. The view and the selection stay.
func (m *Map) SetMarks(marks []Mark) {
	m.leads(func(t *Map) { t.SetMarks(marks) })
	changed := m.marks.setMarks(marks)
	m.endHover()
	if m.deck.detail.open && (m.markAt(m.deck.detail.id) < 0 || changed && m.deck.detail.ids != nil) {
		m.HideDetail()
	}
	if !changed {
		return
	}
	if m.laid && m.deck.made {
		m.marks.thin(m)
	}
	m.remarked()
}

// SetSelected draws the marks with these ids as selected; none clears it.
func (m *Map) SetSelected(ids ...int) {
	m.leads(func(t *Map) { t.SetSelected(ids...) })
	if !m.marks.setSelected(ids) {
		return
	}
	m.remarked()
}

// SetViewport moves the map at once; W and H are the map's own and are left out.
func (m *Map) SetViewport(v viewport.Viewport) {
	m.sticky = nil
	v.W, v.H = m.cam.view.W, m.cam.view.H
	m.goTo(v, false)
}

// Viewport is what the map shows; while it flies, where it flies to.
func (m *Map) Viewport() viewport.Viewport {
	if m.motion.running() {
		return m.motion.to
	}
	return m.cam.view
}

// Fit shows all points in the part that no card covers, never closer than maxZoom; animated flies there. No points
// show the world. It is repeated when the size changes until the person moves the map.
func (m *Map) Fit(points []orb.Point, maxZoom float64, animated bool) {
	b, ok := viewport.Around(points)
	if !ok {
		b = orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{-1, -1}}
	}
	m.FitBound(b, maxZoom, animated)
}

// FitBound is Fit for a bound.
func (m *Map) FitBound(b orb.Bound, maxZoom float64, animated bool) {
	m.sticky = func() { m.goTo(m.cam.view.Fit(b, m.around(), maxZoom), false) }
	if m.laid {
		m.goTo(m.cam.view.Fit(b, m.around(), maxZoom), animated)
	}
}

// around is what a view that is fitted to points leaves free: a sign at the lowest point stands above the credits.
func (m *Map) around() viewport.Pad {
	p := m.free(44)
	if d := &m.deck; d.made && !d.attribution.box.Hidden {
		sign := 1.2 * float64(m.look.TextSize)
		p.Bottom = math.Max(p.Bottom, m.margin.Bottom+float64(d.attribution.box.Size().Height)+6+sign)
	}
	return p
}

// Center brings a point to the middle of the part that no card covers, at the present zoom; where it is well in view
// already the map stays.
func (m *Map) Center(at orb.Point, animated bool) {
	if !m.laid {
		m.sticky = func() { m.sticky = nil; m.Center(at, false) }
		return
	}
	v := m.Viewport()
	free := m.free(36)
	if x, y := v.Project(at); x >= free.Left && y >= free.Top && x <= v.W-free.Right && y <= v.H-free.Bottom {
		return
	}
	m.sticky = nil
	x, y := v.Project(at)
	m.goTo(v.Pan(free.Left+(v.W-free.Left-free.Right)/2-x, free.Top+(v.H-free.Top-free.Bottom)/2-y), animated)
}

// ZoomIn zooms by one step about the middle, as the button and + do.
func (m *Map) ZoomIn() { m.zoomStep(1) }

// ZoomOut is the opposite of ZoomIn.
func (m *Map) ZoomOut() { m.zoomStep(-1) }

func (m *Map) zoomStep(dz float64) {
	free := m.free(0)
	v := m.cam.view
	m.zoomAt(free.Left+(v.W-free.Left-free.Right)/2, free.Top+(v.H-free.Top-free.Bottom)/2, dz, false)
}

// SetReducedMotion turns flights into cuts, or back.
func (m *Map) SetReducedMotion(on bool) { m.config.ReducedMotion = on }

// Ready reports whether all tiles, areas and names of the view are placed and nothing moves.
func (m *Map) Ready() bool {
	return m.laid && !m.motion.running() && !m.pointer.dragging && m.tiles.complete(m) && m.overlay.current(m) && m.heat.current(m)
}

// Project gives where a point stands, relative to the map's upper left corner; for tests and cards.
func (m *Map) Project(p orb.Point) fyne.Position {
	x, y := m.cam.project(viewport.World(p))
	return fyne.NewPos(float32(x), float32(y))
}

// MinSize is small: the map takes what it is given.
func (m *Map) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(160, 120)
}

// free is the room that cards cover, and pad more.
func (m *Map) free(pad float64) viewport.Pad {
	add := func(a, b float64) float64 { return math.Max(0, a) + math.Max(0, b) + pad }
	return viewport.Pad{Left: add(m.inset.Left, m.margin.Left), Top: add(m.inset.Top, m.margin.Top),
		Right: add(m.inset.Right, m.margin.Right), Bottom: add(m.inset.Bottom, m.margin.Bottom)}
}

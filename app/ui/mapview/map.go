// Package mapview is the map: a picture made of tiles, marks for places, areas for regions, and what belongs on a map
// (names, scale, zoom buttons, attribution). It is dragged, zoomed at the pointer and walked with the keyboard.
//
//	m := mapview.New(mapview.Config{Dispatch: dispatch})
//	m.OnTapMark = func(id int) { … }
//	m.SetMarks(marks)
//	m.FitPoints(points, true)
//
// It knows neither Story nor Session, opens no file, and paints nothing that is not ready: tiles and areas are drawn
// off the UI goroutine and come back through Config.Dispatch.
package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

// Mark is one place on the map.
type Mark struct {
	ID      int              // the caller's own; comes back in OnTapMark and OnHoverMark
	At      orb.Point        // {lon, lat}
	Label   string           // its name, as shown beside it and at the map's edge
	Filled  bool             // something happened here: a filled mark
	Ring    bool             // somebody speaks or acts from here: a hollow ring
	Country bool             // known to country level only: a filled square with a hollow middle
	Count   int              // number of events, written into the mark when above 1
	Area    orb.MultiPolygon // drawn below the mark; nil for a point
	Tip     Tip
}

// Tip is what the card at a hovered mark says; an empty one takes the mark's Label and Count.
type Tip struct {
	Title string
	Lines []string
}

// Config is what the map needs from the app. The zero value works: it shows marks over plain land.
type Config struct {
	Dispatch      func(func()) // brings results back to the UI goroutine; nil runs them where they are made
	Attribution   string       // always visible, bottom right
	ReducedMotion bool         // flights become cuts
}

// Map is the map pane. All methods are called on the UI goroutine. SetX never fires an OnX.
type Map struct {
	widget.BaseWidget

	OnTapMark       func(id int)
	OnTapMap        func(at orb.Point)                   // a tap beside every mark
	OnTapEdge       func(id int)                         // a name at the map's edge was tapped; the map flies there itself
	OnHoverMark     func(id int, absolute fyne.Position) // the pointer came over a mark
	OnHoverEnd      func()                               // … and left it
	OnViewport      func(viewport.Viewport)              // the person moves the map; at each step
	OnViewportEnded func(viewport.Viewport)              // … and it came to rest
	OnFit           func()                               // the fit button; nil fits all marks
	OnKey           func(*fyne.KeyEvent)                 // a key that the map has no use for, while it has the focus
	OnRune          func(rune)                           // the same for typed characters
	OnReady         func()                               // tiles and marks of the view are placed

	config Config
	view   viewport.Viewport
}

// New makes a map that shows the world.
func New(c Config) *Map {
	m := &Map{config: c}
	m.ExtendBaseWidget(m)
	return m
}

// SetLook changes colours and sizes; zero fields keep the theme's.
func (m *Map) SetLook(l Look) {}

// SetStyle changes the style of the basemap; the tiles in view are drawn anew.

// SetInset says how much of each side cards of the app cover; Fit and Center use the rest.
func (m *Map) SetInset(p viewport.Pad) {}

// SetMarks replaces the marks. The view stays where it is.
func (m *Map) SetMarks(marks []Mark) {}

// SetSelected draws the marks with these ids as selected; none clears it.
func (m *Map) SetSelected(ids ...int) {}

// SetViewport moves the map at once; W and H are the map's own and are left out.
func (m *Map) SetViewport(v viewport.Viewport) {}

// Viewport is what the map shows; while it flies, where it flies to.
func (m *Map) Viewport() viewport.Viewport { return m.view }

// Fit shows all points in the part that no card covers, closer than maxZoom never; animated flies there. No points
// show the world. Before the first layout it waits for it.
func (m *Map) Fit(points []orb.Point, maxZoom float64, animated bool) {}

// FitBound is Fit for a bound.
func (m *Map) FitBound(b orb.Bound, maxZoom float64, animated bool) {}

// Center brings a point to the middle of the part that no card covers, at the present zoom; where it is well in view
// already the map stays.
func (m *Map) Center(at orb.Point, animated bool) {}

// ZoomIn and ZoomOut zoom by one step about the middle, as the buttons and + and - do.
func (m *Map) ZoomIn() {}

// ZoomOut is the opposite of ZoomIn.
func (m *Map) ZoomOut() {}

// SetReducedMotion turns flights into cuts, or back.
func (m *Map) SetReducedMotion(on bool) {}

// Ready reports whether all tiles and areas of the view are placed and nothing moves.
func (m *Map) Ready() bool { return false }

// Project gives where a point stands, relative to the map's upper left corner; for tests and cards.
func (m *Map) Project(p orb.Point) fyne.Position { return fyne.Position{} }

// CreateRenderer is called by Fyne.
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

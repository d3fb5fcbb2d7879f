package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"

	"dateline/geo/mark"
	"dateline/geo/viewport"
)

const (
	zoomTime   = 160 * time.Millisecond
	flightTime = 230 * time.Millisecond
	farAway    = 4.0 // screens; a longer flight is a cut
)

// motion is the flight that runs, if any.
type motion struct {
	anim     *fyne.Animation
	from, to viewport.Viewport
	person   bool // the person started it, so OnViewport is told
	zoomTo   float64
	glides   bool // it was thrown
	run      int  // number of the flight; an old tick does nothing
}

func (o *motion) running() bool { return o.anim != nil }

// stop ends the flight where it is.
func (m *Map) stop() {
	if m.motion.anim != nil {
		m.motion.anim.Stop()
		m.motion.anim = nil
		m.motion.run++
	}
	m.motion.zoomTo = 0
}

// goTo shows v, by flight if asked for and near enough.
func (m *Map) goTo(v viewport.Viewport, animated bool) {
	m.stop()
	v.W, v.H = m.cam.view.W, m.cam.view.H
	if !animated || m.config.ReducedMotion || !m.laid || m.distance(v) > farAway {
		m.show(v)
		m.settle()
		return
	}
	m.fly(v, flightTime, false, flight(m.cam.view, v))
}

// distance is how far the middle moves, in screens of the wider of the two views.
func (m *Map) distance(v viewport.Viewport) float64 {
	wide := m.cam.view
	if v.Zoom < wide.Zoom {
		wide = v
	}
	ax, ay := wide.Project(m.cam.view.Center)
	bx, by := wide.Project(v.Center)
	return math.Hypot(ax-bx, ay-by) / math.Max(1, math.Min(wide.W, wide.H))
}

// flight moves in a straight line on the screen while the zoom changes.
func flight(from, to viewport.Viewport) func(f float64) viewport.Viewport {
	ax, ay := viewport.World(from.Center)
	bx, by := viewport.World(to.Center)
	bx -= math.Round(bx - ax)
	dz := to.Zoom - from.Zoom
	return func(f float64) viewport.Viewport {
		v, u := to, f
		if math.Abs(dz) > 1e-6 {
			u = (1 - math.Exp2(-dz*f)) / (1 - math.Exp2(-dz))
		}
		v.Zoom = from.Zoom + dz*f
		v.Center = viewport.FromWorld(ax+(bx-ax)*u, ay+(by-ay)*u)
		return v
	}
}

// fly runs a flight; at(1) must be its end.
func (m *Map) fly(to viewport.Viewport, d time.Duration, person bool, at func(f float64) viewport.Viewport) {
	m.flyAs(fyne.AnimationEaseOut, to, d, person, at)
}

func (m *Map) flyAs(curve fyne.AnimationCurve, to viewport.Viewport, d time.Duration, person bool, at func(f float64) viewport.Viewport) {
	m.motion.run++
	run := m.motion.run
	m.motion.from, m.motion.to, m.motion.person, m.motion.glides = m.cam.view, to, person, false
	m.motion.anim = &fyne.Animation{Duration: d, Curve: curve, Tick: func(f float32) {
		if m.motion.run != run || m.motion.anim == nil {
			return
		}
		if f >= 1 {
			m.motion.anim = nil
			m.show(m.motion.to)
			m.moved(person)
			m.settle()
			m.rested(person)
			return
		}
		m.show(at(float64(f)))
		m.moved(person)
	}}
	m.ready = false
	m.motion.anim.Start()
}

// zoomAt zooms by dz and keeps what is under x, y there. Further steps during the flight add up.
func (m *Map) zoomAt(x, y, dz float64, person bool) {
	from := m.cam.view
	goal := from.Zoom
	if m.motion.running() && m.motion.zoomTo != 0 {
		goal = m.motion.zoomTo
	}
	m.stop()
	m.sticky = nil
	deepest := m.deepest()
	if person && dz > 0 && goal >= deepest-1e-6 && m.OnDeepest != nil {
		m.OnDeepest()
	}
	goal = math.Max(viewport.MinZoom(from.W, from.H), math.Min(math.Max(deepest, goal), goal+dz))
	at := func(f float64) viewport.Viewport { return from.ZoomAt(x, y, (goal-from.Zoom)*f) }
	if m.config.ReducedMotion || !m.laid {
		m.show(at(1))
		m.moved(person)
		m.settle()
		m.rested(person)
		return
	}
	m.motion.zoomTo = goal
	m.fly(at(1), zoomTime, person, at)
	if m.motion.anim == nil {
		m.motion.zoomTo = 0
	}
}

// deepest is the zoom beyond which the map has no more to show.
func (m *Map) deepest() float64 {
	if m.Deepest > 0 {
		return math.Min(m.Deepest, viewport.MaxZoom)
	}
	return viewport.MaxZoom
}

// AtDeepest reports whether the map shows all the detail that it has.
func (m *Map) AtDeepest() bool { return m.cam.view.Zoom >= m.deepest()-1e-6 }

// panBy moves the picture as a hand does.
func (m *Map) panBy(dx, dy float64) {
	m.stop()
	m.sticky = nil
	m.show(m.cam.view.Pan(dx, dy))
	m.moved(true)
}

const (
	glideTime = 700 * time.Millisecond
	glideSlow = 5.0 // the speed falls by e in glideTime/glideSlow
)

// glide lets a thrown map run out, slower and slower.
func (m *Map) glide(vx, vy float64) {
	tau := glideTime.Seconds() / glideSlow
	from := m.cam.view
	at := func(f float64) viewport.Viewport {
		d := tau * (1 - math.Exp(-f*glideSlow)) / (1 - math.Exp(-glideSlow))
		return from.Pan(vx*d, vy*d)
	}
	m.flyAs(fyne.AnimationLinear, at(1), glideTime, true, at)
	m.motion.glides = m.motion.running()
}

// show places everything for v.
func (m *Map) show(v viewport.Viewport) {
	m.cam = aim(v, m.cam.px)
	m.ready = false
	if f := &m.marks.fan; f.open() && f.step != mark.Step(m.cam.view.Zoom, m.marks.coarse) {
		m.marks.fan = fan{} // the marks may be apart at another zoom
		m.marks.setApart()
	}
	m.place()
	m.leads(func(t *Map) { t.show(t.alike()) })
}

func (m *Map) moved(person bool) {
	if person && m.OnViewport != nil {
		m.OnViewport(m.cam.view)
	}
}

func (m *Map) rested(person bool) {
	m.motion.zoomTo = 0
	if person && m.OnViewportEnded != nil {
		m.OnViewportEnded(m.cam.view)
	}
}

// settle asks for what the view needs now that it rests.
func (m *Map) settle() {
	m.leads((*Map).settle)
	if !m.laid {
		return
	}
	if was := m.marks.coarse; m.deck.made {
		m.marks.thin(m)
		if m.marks.coarse != was {
			m.overlay.wanted = true
		}
		if !m.marks.fresh || len(m.marks.shown) == 0 || m.marks.coarse != was {
			m.place()
		}
	}
	m.tiles.want(m)
	m.overlay.wanted = m.overlay.wanted || !m.overlay.fits(m)
	m.heat.wanted = m.heat.wanted || !m.heat.current(m)
	m.startDrawing()
	m.checkReady()
}

// checkReady tells once per rest that all is placed, from outside the call that made it so.
func (m *Map) checkReady() {
	if m.ready || !m.Ready() {
		return
	}
	m.ready = true
	if m.OnReady != nil && m.config.Dispatch != nil {
		m.config.Dispatch(func() {
			if m.OnReady != nil && m.Ready() {
				m.OnReady()
			}
		})
	}
}

package mapview

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"dateline/app/ui/kit"
	"dateline/geo/heat"
	"dateline/geo/mark"
	"dateline/geo/tile"
)

// SetHeat shows below the marks how close together events lie; nil takes that away. The layer is not to be changed
// afterwards.
func (m *Map) SetHeat(l *heat.Layer) {
	m.leads(func(t *Map) { t.SetHeat(l) })
	h := &m.heat
	if l == nil && h.layer == nil || l != nil && h.layer != nil && l.Most == h.layer.Most && slices.Equal(l.Spots, h.layer.Spots) {
		return
	}
	key := l != nil != (h.layer != nil) // the legend comes or goes
	h.layer, h.wanted = l, true
	h.version++
	if l == nil {
		h.have, h.wanted, h.changed = false, false, true
	}
	if key {
		m.overlay.wanted, m.deck.changed = true, true // names keep off the legend
	}
	m.ready = false
	m.place()
	m.startDrawing()
}

// Heat is what SetHeat shows; nil for nothing.
func (m *Map) Heat() *heat.Layer { return m.heat.layer }

// startDrawing draws in the background what is wanted there.
func (m *Map) startDrawing() {
	m.overlay.start(m)
	m.heat.start(m)
}

// heatLayer is the picture of how close together events lie. It is made off the UI goroutine when the view rests or the
// events change; between, it is moved and stretched with the map. The screen's processor of pictures makes it as large as
// the map, for it is drawn small.
type heatLayer struct {
	img     *canvas.Image
	layer   *heat.Layer // nil: nothing is shown
	version int         // of layer
	back    camera      // that the picture was made for
	area    mark.Box    // that it covers, in units of that view
	drawn   stamp
	have    bool
	some    bool // it colours something
	wanted  bool
	busy    bool
	changed bool
}

func (h *heatLayer) stamp(m *Map) stamp { return stamp{h.version, m.style, m.cam.view, m.cam.px} }

// current reports whether the picture is the one for this view.
func (h *heatLayer) current(m *Map) bool {
	return m.config.Dispatch == nil || h.layer == nil || !h.busy && !h.wanted && h.have && h.drawn == h.stamp(m)
}

// start makes the picture in the background if it is wanted and none is being made.
func (h *heatLayer) start(m *Map) {
	if !h.wanted || h.busy || h.layer == nil || !m.laid || m.config.Dispatch == nil || m.motion.running() && h.have {
		return
	}
	h.wanted, h.busy = false, true
	at, layer, cam, edge := h.stamp(m), h.layer, m.cam, edgeOf(&m.cam)
	wide := cam.view
	wide.W, wide.H = cam.view.W+2*edge, cam.view.H+2*edge
	m.goGuarded(func() {
		var pic *image.RGBA // none where nothing is coloured, and if making it panics
		var area mark.Box
		defer func() { m.send(func() { h.take(m, at, cam, area, pic) }) }()
		if part, left, top, ok := layer.Part(wide, at.style); ok {
			area = mark.Box{Left: left - edge, Top: top - edge, Right: left - edge + part.W, Bottom: top - edge + part.H}
			pic = layer.Picture(part, at.style)
			soften(pic, area, mark.Box{Left: -edge, Top: -edge, Right: cam.view.W + edge, Bottom: cam.view.H + edge}, edge)
		}
	})
}

// take shows a picture that is done; one for other events still beats an older one.
func (h *heatLayer) take(m *Map, at stamp, cam camera, area mark.Box, pic *image.RGBA) {
	h.busy = false
	if h.layer == nil {
		return
	}
	h.have, h.drawn, h.back, h.area, h.some = true, at, cam, area, pic != nil
	if h.some {
		h.img.Image = pic
	}
	h.place(m)
	if h.some {
		h.img.Refresh()
	}
	h.changed = true
	if at != h.stamp(m) && !m.motion.running() && !m.pointer.dragging {
		h.wanted = true
	}
}

// place moves the picture with the map.
func (h *heatLayer) place(m *Map) {
	hide := !h.have || !h.some || math.Abs(h.back.view.Zoom-m.cam.view.Zoom) > 2.5
	h.changed = h.changed || hide != h.img.Hidden
	if h.img.Hidden = hide; hide {
		return
	}
	p, size := standsNow(m, &h.back, h.area)
	h.img.Move(p)
	if h.img.Size() != size {
		h.img.Resize(size)
	}
}

func (h *heatLayer) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	if !h.img.Hidden && h.img.Image != nil {
		objs = append(objs, h.img)
	}
	return objs
}

// heatKey says what the colours of the heat layer mean.
type heatKey struct {
	card
	steps [heat.Steps]*canvas.Rectangle
	cover [heat.Steps]*canvas.Rectangle
	shown bool
}

func (k *heatKey) make() {
	k.card = newCard(3)
	for i := range k.steps {
		k.steps[i], k.cover[i] = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	}
}

// restyle takes colours, sizes and words anew.
func (k *heatKey) restyle(l *Look, style *tile.Style, small float32) {
	k.box.FillColor, k.box.StrokeColor = l.Card, l.CardLine
	for _, w := range k.words {
		w.Color, w.TextSize, w.FontSource = l.CardMuted, small, l.Font
	}
	k.words[0].Text, k.words[1].Text = kit.Visual(lang.L("events close together")), "1"
	for i, s := range k.steps {
		s.FillColor = style.Land
		k.cover[i].FillColor = style.Heat[i]
	}
}

// place shows the key where there is room, its lower left corner at x, y; on a narrow map without its words, or above the
// scale.
func (k *heatKey) place(m *Map, x, y float32) {
	l, first := m.heat.layer, 0
	k.shown = false
	if l != nil && !m.config.HideLegend {
		k.words[2].Text = strconv.FormatFloat(l.Most, 'f', -1, 64) + "+"
		right := float32(m.cam.view.W - m.margin.Right)
		above := min(y, m.deck.scale.box.Position().Y-6)
		for _, try := range [...]struct {
			foot  float32
			first int
		}{{y, 0}, {y, 1}, {above, 0}, {above, 1}} {
			first = try.first
			k.lay(x, try.foot, first)
			at, size := k.box.Position(), k.box.Size()
			if k.shown = at.X+size.Width <= right && !m.deck.covered(at, size) && !boxOf(k.box).Overlaps(boxOf(m.deck.scale.box)); k.shown {
				break
			}
		}
	}
	k.hide(!k.shown)
	k.words[0].Hidden = !k.shown || first > 0
	for i := range k.steps {
		k.steps[i].Hidden, k.cover[i].Hidden = !k.shown, !k.shown
	}
}

// lay lays the key out from one of its words on.
func (k *heatKey) lay(x, y float32, first int) {
	h := k.words[0].MinSize().Height
	swatch := fyne.NewSize(float32(math.Round(float64(h)*1.15)), float32(math.Round(float64(h)*0.62)))
	top, at := y-h-10, x+8
	word := func(i int) {
		size := k.words[i].MinSize()
		k.words[i].Move(fyne.NewPos(at, top+5))
		k.words[i].Resize(size)
		at += size.Width + 6
	}
	for i := first; i < 2; i++ {
		word(i)
	}
	for i, s := range k.steps {
		for _, o := range [...]*canvas.Rectangle{s, k.cover[i]} {
			o.Move(fyne.NewPos(at, top+(h+10-swatch.Height)/2))
			o.Resize(swatch)
		}
		at += swatch.Width
	}
	at += 6
	word(2)
	k.box.Move(fyne.NewPos(x, top))
	k.box.Resize(fyne.NewSize(at+2-x, h+10))
}

func (k *heatKey) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	if !k.shown {
		return objs
	}
	objs = k.card.append(objs)
	for i := range k.steps {
		objs = append(objs, k.steps[i], k.cover[i])
	}
	return objs
}

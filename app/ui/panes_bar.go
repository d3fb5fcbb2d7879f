package ui

import (
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// bottomPane is the buttons of the timeline, and the timeline.
type bottomPane struct {
	w     *Window
	flow  *kit.Flow
	bar   *fyne.Container
	line  fyne.CanvasObject
	root  *fyne.Container
	shown bool // the timeline is
}

func newBottomPane(w *Window, line fyne.CanvasObject, controls ...fyne.CanvasObject) *bottomPane {
	b := &bottomPane{w: w, flow: &kit.Flow{Gap: 6}, line: line, shown: true}
	b.bar = container.New(b.flow, controls...)
	b.root = container.New(b, b.bar, line, w.timeline)
	return b
}

// lanes shows the timeline, or only its buttons.
func (b *bottomPane) lanes(on bool) {
	if b.shown != on {
		b.shown = on
		b.Layout(nil, b.root.Size())
	}
}

// relayout lays the buttons out anew, since their words have changed.
func (b *bottomPane) relayout() {
	b.Layout(nil, b.root.Size())
	b.bar.Refresh()
}

const barIndent = 12

// heights gives the height of the buttons at a width, and the one at which all lanes have their row.
func (b *bottomPane) heights(width float32) (bar, lanes float32) {
	b.flow.Fit(b.bar.Objects, max(width-2*barIndent, 40))
	bar = 1 + 8 + b.flow.Place(b.bar.Objects, max(width-2*barIndent, 40), false) + 6
	scale := b.w.pal.TextSize / 14
	n := len(b.w.session.State().Story.Articles)
	return bar, max(b.w.timeline.PreferredHeight()+10, (44+21*float32(min(max(n, 3), 9)))*scale)
}

// MinSize is small: the frame gives it what it needs.
func (b *bottomPane) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 40) }

// Layout is called by Fyne.
func (b *bottomPane) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	bar, _ := b.heights(s.Width)
	kit.Put(b.line, true, 0, 0, s.Width, 1)
	kit.Put(b.bar, true, barIndent, 9, s.Width-2*barIndent, bar-15)
	kit.Put(b.w.timeline, b.shown, 6, bar, s.Width-12, s.Height-bar-4)
}

package ui

import (
	"time"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// toastTime is how long a toast stands: long enough to read a line and to reach the button (peers.md 1.8 has 5 to 10 s).
const toastTime = 9 * time.Second

// toast says in one dark line what was just done, with a button that takes it back. It goes by itself.
type toast struct {
	widget.BaseWidget
	d     *desk
	back  *canvas.Rectangle
	words *kit.Caption
	does  *kit.Control
	key   *canvas.Text
	box   *fyne.Container
	undo  func()
	stop  func() bool
}

func newToast(d *desk) *toast {
	t := &toast{d: d, back: canvas.NewRectangle(nil), words: kit.NewCaption(), key: canvas.NewText("", nil)}
	t.back.CornerRadius = 8
	t.does = d.button("", nil, func() {
		t.hide()
		if t.undo != nil {
			t.undo()
		}
	})
	t.does.Importance = widget.WarningImportance
	t.box = container.NewHBox(t.does, container.NewCenter(t.key))
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// say shows words and the button that takes back what they say; no does is no button.
func (t *toast) say(words, does, key string, undo func()) {
	t.undo = undo
	t.words.Set(words)
	t.does.SetText(does)
	if t.does.Show(); does == "" {
		t.does.Hide()
	}
	t.key.Text = key
	t.Show()
	t.Refresh()
	if t.stop != nil {
		t.stop()
	}
	t.stop = time.AfterFunc(toastTime, func() { t.d.dispatch(func() { t.hide() }) }).Stop
}

// hide takes the toast away and reports whether it was there.
func (t *toast) hide() bool {
	if !t.Visible() {
		return false
	}
	if t.stop != nil {
		t.stop()
	}
	t.Hide()
	return true
}

func (t *toast) setPalette(p *kit.Palette) {
	t.back.FillColor = p.Text
	t.words.Look(p.Bar, p.TextSize*0.97, false)
	t.key.Color, t.key.TextSize = p.Bar, p.TextSize*0.86
	t.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *toast) CreateRenderer() fyne.WidgetRenderer { return toastRenderer{t} }

type toastRenderer struct{ t *toast }

func (r toastRenderer) MinSize() fyne.Size {
	m := r.t.box.MinSize()
	return fyne.NewSize(r.t.words.Natural()+m.Width+44, m.Height+8)
}

func (r toastRenderer) Layout(s fyne.Size) {
	r.t.back.Resize(s)
	m := r.t.box.MinSize()
	r.t.box.Move(fyne.NewPos(s.Width-m.Width-14, (s.Height-m.Height)/2))
	r.t.box.Resize(m)
	r.t.words.Move(fyne.NewPos(16, 0))
	r.t.words.Resize(fyne.NewSize(max(s.Width-m.Width-44, 0), s.Height))
}

func (r toastRenderer) Refresh() {
	r.Layout(r.t.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r toastRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.back, r.t.words, r.t.box}
}
func (r toastRenderer) Destroy() {}

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// flow lays controls out in rows, each as wide as it asks for, and begins a new row where one is full. A caption in it
// takes what is left of its row.
type flow struct {
	gap   float32
	width float32 // of the last layout: MinSize knows no width
	tight bool    // controls that have an icon show it alone
}

// fit shows whole words where all controls then have room in one row.
func (f *flow) fit(o []fyne.CanvasObject, width float32) {
	sum := float32(0)
	for _, c := range o {
		if _, ok := c.(*caption); ok || !c.Visible() {
			continue
		}
		if k, ok := c.(compactable); ok {
			sum += k.natural() + f.gap
		} else {
			sum += c.MinSize().Width + f.gap
		}
	}
	if tight := sum-f.gap > width; tight != f.tight {
		f.tight = tight
		for _, c := range o {
			if k, ok := c.(compactable); ok {
				k.compact(tight)
			}
		}
	}
}

// leastCaption is the width below which a caption is left out.
const leastCaption = 90

func (f *flow) place(o []fyne.CanvasObject, width float32, set bool) (height float32) {
	x, y, row := float32(0), float32(0), float32(0)
	for _, c := range o {
		line, isCaption := c.(*caption)
		if !c.Visible() && !isCaption {
			continue
		}
		m := c.MinSize()
		if isCaption {
			m.Width = min(line.natural()+1, width-x)
			if m.Width < min(leastCaption, line.natural()) {
				if set {
					c.Hide()
				}
				continue
			}
			if set {
				c.Show()
			}
		} else if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row+f.gap, 0
		}
		if set {
			h := m.Height
			if isCaption && row > h {
				h = row
			}
			c.Move(fyne.NewPos(x, y))
			c.Resize(fyne.NewSize(min(m.Width, width), h))
		}
		x += m.Width + f.gap
		row = max(row, m.Height)
	}
	return y + row
}

func (f *flow) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width <= 0 {
		width = 4000
	}
	return fyne.NewSize(40, f.place(o, width, false))
}

func (f *flow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.place(o, s.Width, true)
}

// bottomPane is the buttons of the timeline, and the timeline.
type bottomPane struct {
	w     *Window
	flow  *flow
	bar   *fyne.Container
	line  fyne.CanvasObject
	root  *fyne.Container
	shown bool // the timeline is
}

func newBottomPane(w *Window, line fyne.CanvasObject, controls ...fyne.CanvasObject) *bottomPane {
	b := &bottomPane{w: w, flow: &flow{gap: 6}, line: line, shown: true}
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
	b.flow.fit(b.bar.Objects, max(width-2*barIndent, 40))
	bar = 1 + 8 + b.flow.place(b.bar.Objects, max(width-2*barIndent, 40), false) + 6
	scale := b.w.pal.textSize / 14
	n := len(b.w.session.State().Story.Articles)
	return bar, max(b.w.timeline.PreferredHeight()+10, (44+21*float32(min(max(n, 3), 9)))*scale)
}

// MinSize is small: the frame gives it what it needs.
func (b *bottomPane) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 40) }

// Layout is called by Fyne.
func (b *bottomPane) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	bar, _ := b.heights(s.Width)
	put(b.line, true, 0, 0, s.Width, 1)
	put(b.bar, true, barIndent, 9, s.Width-2*barIndent, bar-15)
	put(b.w.timeline, b.shown, 6, bar, s.Width-12, s.Height-bar-4)
}

// compactable is a control that can be shown as its icon alone.
type compactable interface {
	fyne.CanvasObject
	natural() float32
	compact(bool)
}

// toolbar lays controls out at the left and at the right with captions between. Where there is no room controls become
// icons, then those that are spare are left out: the menu has them all.
type toolbar struct {
	left, right []fyne.CanvasObject
	middle      *fyne.Container
	spare       []fyne.CanvasObject // left out in this order
	gap         float32
	scale       func() float32
}

const leastTitle = 150 // what the title is given before controls become icons, at a text size of 14

func (t *toolbar) all() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, t.left...), t.right...)
}

func (t *toolbar) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, c := range o {
		h = max(h, c.MinSize().Height)
	}
	return fyne.NewSize(60, h)
}

func (t *toolbar) width(whole bool, out map[fyne.CanvasObject]bool) float32 {
	sum := float32(0)
	for _, c := range t.all() {
		if out[c] || isHidden(c) {
			continue
		}
		if k, ok := c.(compactable); ok && whole {
			sum += k.natural() + t.gap
		} else {
			sum += c.MinSize().Width + t.gap
		}
	}
	return sum
}

// isHidden reports whether a control is hidden for its own reasons, not for want of room.
func isHidden(o fyne.CanvasObject) bool {
	c, ok := o.(*control)
	return ok && c.away || !ok && !o.Visible()
}

func (t *toolbar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	out := map[fyne.CanvasObject]bool{}
	tight := t.width(true, out)+leastTitle*t.scale() > s.Width
	for _, c := range t.all() {
		if k, ok := c.(compactable); ok {
			k.compact(tight)
		}
	}
	for _, c := range t.spare {
		if !tight || t.width(false, out) <= s.Width {
			break
		}
		out[c] = true
	}
	show := func(c fyne.CanvasObject, x float32) float32 {
		if k, ok := c.(*control); ok {
			k.room(!out[c])
		}
		if out[c] || isHidden(c) {
			return 0
		}
		m := c.MinSize()
		c.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		c.Resize(m)
		return m.Width + t.gap
	}
	x := float32(0)
	for _, c := range t.left {
		x += show(c, x)
	}
	wide := float32(0)
	for _, c := range t.right {
		if !out[c] && !isHidden(c) {
			wide += c.MinSize().Width + t.gap
		}
	}
	end := max(s.Width-wide+t.gap, x)
	put(t.middle, end-x-2*t.gap > 30, x+t.gap, 0, end-x-2*t.gap, s.Height)
	for _, c := range t.right {
		end += show(c, end)
	}
}

// natural is the width of the control with its words.
func (c *control) natural() float32 {
	th := fyne.CurrentApp().Settings().Theme()
	size, pad := th.Size(theme.SizeNameText), th.Size(theme.SizeNameInnerPadding)
	w := fyne.MeasureText(c.words, size, fyne.TextStyle{Bold: true}).Width + 2*pad
	if c.Icon != nil {
		w += th.Size(theme.SizeNameInlineIcon) + th.Size(theme.SizeNamePadding)
	}
	return w
}

// compact shows the icon alone, or the words too. A control without an icon keeps its words, and so does one that opens a
// menu: its words are what is chosen there.
func (c *control) compact(on bool) {
	want := c.words
	if on && c.Icon != nil && !c.opens {
		want = ""
	}
	if c.Text != want {
		c.Button.SetText(want)
	}
}

// SetText replaces the words; those of a compact control are shown once there is room.
func (c *control) SetText(words string) {
	short := c.Text == "" && c.words != "" && c.Icon != nil && !c.opens
	c.words = words
	if !short {
		c.Button.SetText(words)
	}
}

// room hides the control while the window has no room for it.
func (c *control) room(on bool) {
	if c.tight != !on {
		c.tight = !on
		c.showOrHide()
	}
}

// Show shows the control where there is room for it.
func (c *control) Show() { c.away = false; c.showOrHide() }

// Hide hides the control.
func (c *control) Hide() { c.away = true; c.showOrHide() }

func (c *control) showOrHide() {
	if c.away || c.tight {
		c.Button.Hide()
	} else {
		c.Button.Show()
	}
}

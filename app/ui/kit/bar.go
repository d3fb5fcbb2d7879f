package kit

import "fyne.io/fyne/v2"

// Flow lays controls out in rows, each as wide as it asks for, and begins a new row where one is full. A caption in it
// takes what is left of its row.
type Flow struct {
	Gap   float32
	width float32 // of the last layout: MinSize knows no width
	tight bool    // controls that have an icon show it alone
}

// Fit shows whole words where all controls then have room in one row.
func (f *Flow) Fit(o []fyne.CanvasObject, width float32) {
	sum := float32(0)
	for _, c := range o {
		if _, ok := c.(captioned); ok || !c.Visible() {
			continue
		}
		if k, ok := c.(Compactable); ok {
			sum += k.Natural() + f.Gap
		} else {
			sum += c.MinSize().Width + f.Gap
		}
	}
	if tight := sum-f.Gap > width; tight != f.tight {
		f.tight = tight
		for _, c := range o {
			if k, ok := c.(Compactable); ok {
				k.Compact(tight)
			}
		}
	}
}

// leastCaption is the width below which a caption is left out.
const leastCaption = 90

// Place gives the height that the objects take at a width, and puts them there where set.
func (f *Flow) Place(o []fyne.CanvasObject, width float32, set bool) (height float32) {
	x, y, row := float32(0), float32(0), float32(0)
	for _, c := range o {
		line, isCaption := c.(captioned)
		if !c.Visible() && !isCaption {
			continue
		}
		m := c.MinSize()
		if isCaption {
			m.Width = min(line.caption().Natural()+1, width-x)
			if m.Width < min(leastCaption, line.caption().Natural()) {
				if set {
					c.Hide()
				}
				continue
			}
			if set {
				c.Show()
			}
		} else if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row+f.Gap, 0
		}
		if set {
			h := m.Height
			if isCaption && row > h {
				h = row
			}
			c.Move(fyne.NewPos(x, y))
			c.Resize(fyne.NewSize(min(m.Width, width), h))
		}
		x += m.Width + f.Gap
		row = max(row, m.Height)
	}
	return y + row
}

// MinSize is called by Fyne.
func (f *Flow) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width <= 0 {
		width = 4000
	}
	return fyne.NewSize(40, f.Place(o, width, false))
}

// Layout is called by Fyne.
func (f *Flow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.Place(o, s.Width, true)
}

// Compactable is a control that can be shown as its icon alone.
type Compactable interface {
	fyne.CanvasObject
	Natural() float32
	Compact(bool)
}

// Toolbar lays controls out at the left and at the right with captions between. Where there is no room controls become
// icons, then those that are spare are left out: the menu has them all.
type Toolbar struct {
	Left, Right []fyne.CanvasObject
	Middle      *fyne.Container
	Spare       []fyne.CanvasObject // left out in this order
	Gap         float32
	Scale       func() float32
}

const leastTitle = 150 // what the title is given before controls become icons, at a text size of 14

// All are the controls, left to right.
func (t *Toolbar) All() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, t.Left...), t.Right...)
}

// MinSize is called by Fyne.
func (t *Toolbar) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, c := range o {
		h = max(h, c.MinSize().Height)
	}
	return fyne.NewSize(60, h)
}

func (t *Toolbar) width(whole bool, out map[fyne.CanvasObject]bool) float32 {
	sum := float32(0)
	for _, c := range t.All() {
		if out[c] || isHidden(c) {
			continue
		}
		if k, ok := c.(Compactable); ok && whole {
			sum += k.Natural() + t.Gap
		} else {
			sum += c.MinSize().Width + t.Gap
		}
	}
	return sum
}

// isHidden reports whether a control is hidden for its own reasons, not for want of room.
func isHidden(o fyne.CanvasObject) bool {
	c, ok := o.(*Control)
	return ok && c.away || !ok && !o.Visible()
}

// Layout is called by Fyne.
func (t *Toolbar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	out := map[fyne.CanvasObject]bool{}
	tight := t.width(true, out)+leastTitle*t.Scale() > s.Width
	for _, c := range t.All() {
		if k, ok := c.(Compactable); ok {
			k.Compact(tight)
		}
	}
	for _, c := range t.Spare {
		if !tight || t.width(false, out) <= s.Width {
			break
		}
		out[c] = true
	}
	show := func(c fyne.CanvasObject, x float32) float32 {
		if k, ok := c.(*Control); ok {
			k.Room(!out[c])
		}
		if out[c] || isHidden(c) {
			return 0
		}
		m := c.MinSize()
		c.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		c.Resize(m)
		return m.Width + t.Gap
	}
	x := float32(0)
	for _, c := range t.Left {
		x += show(c, x)
	}
	wide := float32(0)
	for _, c := range t.Right {
		if !out[c] && !isHidden(c) {
			wide += c.MinSize().Width + t.Gap
		}
	}
	end := max(s.Width-wide+t.Gap, x)
	Put(t.Middle, end-x-2*t.Gap > 30, x+t.Gap, 0, end-x-2*t.Gap, s.Height)
	for _, c := range t.Right {
		end += show(c, end)
	}
}

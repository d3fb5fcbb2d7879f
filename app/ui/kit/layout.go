package kit

import "fyne.io/fyne/v2"

// Put shows an object in a place, or hides it.
func Put(o fyne.CanvasObject, shown bool, x, y, w, h float32) {
	if !shown || w <= 0 || h <= 0 {
		o.Hide()
		return
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	o.Show()
}

// Beside lays captions side by side, each at its natural width while there is room; the last takes what is left. The first may
// be cut short; a further one that would be cut to a few letters is left out.
type Beside struct{ Gap float32 }

// MinSize is called by Fyne.
func (b Beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(0, h)
}

// Layout is called by Fyne.
func (b Beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, c := range o {
		natural, least := c.(captioned).caption().Natural(), float32(24)
		if i > 0 {
			least = leastCaption
		}
		w := min(natural+1, max(0, s.Width-x))
		if w < min(least, natural) {
			c.Hide()
			continue
		}
		c.Show()
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, s.Height))
		x += w + b.Gap
	}
}

// Below lays its second object out below the first, in the order in which Tab goes through them.
type Below struct{}

// MinSize is called by Fyne.
func (Below) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

// Layout is called by Fyne.
func (Below) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := min(o[0].MinSize().Height, s.Height)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[1].Move(fyne.NewPos(0, h))
	o[1].Resize(fyne.NewSize(s.Width, s.Height-h))
}

// Indent keeps its one object away from the sides.
type Indent struct{ Left, Top, Right, Bottom float32 }

// MinSize is called by Fyne.
func (i Indent) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width+i.Left+i.Right, m.Height+i.Top+i.Bottom)
}

// Layout is called by Fyne.
func (i Indent) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(i.Left, i.Top))
	o[0].Resize(fyne.NewSize(s.Width-i.Left-i.Right, s.Height-i.Top-i.Bottom))
}

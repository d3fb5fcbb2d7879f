package timeline

import "fyne.io/fyne/v2"

// titleAt is the lane whose title is under a point, -1 for none.
func (t *Timeline) titleAt(p fyne.Position) int {
	g := t.geo
	if g.row <= 0 || p.Y < g.lanesT || p.Y > g.lanesB || p.X < 0 || p.X > margin+g.titleW {
		return -1
	}
	if i := int((p.Y - g.lanesT + t.scroll) / g.row); i < len(t.lanes) {
		return i
	}
	return -1
}

// laneTip is what hovering the title of a lane says: the title whole, and the lane's tip.
func (t *Timeline) laneTip(i int) string {
	l := &t.lanes[i]
	if l.Tip == "" {
		return l.Title
	}
	return l.Title + "\n" + l.Tip
}

package clockview

import (
	"image/color"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Tappable      = (*Plot)(nil)
	_ fyne.Scrollable    = (*Plot)(nil)
	_ fyne.Draggable     = (*Plot)(nil)
	_ fyne.Focusable     = (*Plot)(nil)
	_ desktop.Hoverable  = (*Plot)(nil)
	_ desktop.Cursorable = (*Plot)(nil)
)

// Tapped is called by Fyne: an event leads to its sentence, a title and a day of publication to the article.
func (p *Plot) Tapped(ev *fyne.PointEvent) {
	row := p.rowAt(ev.Position)
	if row < 0 {
		return
	}
	if ev.Position.X < p.geo.plotL-dotR && ev.Position.X < p.geo.titleL+p.geo.titleW {
		p.enterRow(row)
		return
	}
	i := p.markAt(row, ev.Position)
	if i < 0 {
		return
	}
	if len(p.marks[row][i].dots) == 0 {
		p.enterRow(row)
		return
	}
	if t := p.turn; t.row != row || t.mark != i {
		p.turn = turn{row: row, mark: i}
	}
	dots := p.marks[row][i].dots
	p.at = place{row, dots[p.turn.next%len(dots)]}
	p.turn.next++
	p.enter()
}

// enterRow tells of an article.
func (p *Plot) enterRow(row int) {
	if p.OnRow != nil {
		p.OnRow(p.data.Rows[row].ID)
	}
}

// enter tells of the event that the keyboard is at.
func (p *Plot) enter() {
	if id := p.current(); id != "" && p.OnDot != nil {
		p.OnDot(id)
	}
}

// Scrolled is called by Fyne.
func (p *Plot) Scrolled(ev *fyne.ScrollEvent) { p.scrollTo(p.scroll - ev.Scrolled.DY) }

// Dragged is called by Fyne: the rows follow the hand.
func (p *Plot) Dragged(ev *fyne.DragEvent) { p.scrollTo(p.scroll - ev.Dragged.DY) }

// DragEnd is called by Fyne.
func (p *Plot) DragEnd() {}

// MouseIn is called by Fyne.
func (p *Plot) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved is called by Fyne: it says what is under the pointer.
func (p *Plot) MouseMoved(ev *desktop.MouseEvent) {
	row := p.rowAt(ev.Position)
	at, hot, words := place{row, -1}, false, ""
	if i := p.markAt(row, ev.Position); i >= 0 && ev.Position.X >= p.geo.plotL-dotR {
		at.dot, hot = i, true
		words = p.wordsOf(row, &p.marks[row][i])
	} else if row >= 0 && ev.Position.X <= p.geo.titleL+p.geo.titleW {
		hot, words = true, p.rowTip(row)
	}
	if hot == p.hot && at == p.over {
		return
	}
	p.over, p.hot = at, hot
	p.showTip(words, ev.Position)
}

// MouseOut is called by Fyne.
func (p *Plot) MouseOut() {
	p.hot = false
	p.showTip("", fyne.Position{})
}

// Cursor is called by Fyne.
func (p *Plot) Cursor() desktop.Cursor {
	if p.hot {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// mostTold is how many of the events on one spot a tip tells of.
const mostTold = 3

// wordsOf is what a mark says: its events, the first few of several, or the day of publication.
func (p *Plot) wordsOf(row int, m *mark) string {
	if len(m.dots) == 0 {
		return p.rowTip(row)
	}
	var out []string
	for n, k := range m.dots {
		if n == mostTold {
			out = append(out, "…")
			break
		}
		if tip := p.data.Rows[row].Dots[k].Tip; tip != nil {
			out = append(out, strings.TrimSpace(tip()))
		}
	}
	return strings.Join(out, "\n")
}

// rowTip is the title of a row whole, and what else is known of the article.
func (p *Plot) rowTip(row int) string {
	r := &p.data.Rows[row]
	if r.Tip == "" {
		return r.Title
	}
	return r.Title + "\n" + r.Tip
}

// showTip says something beside a point; "" says nothing.
func (p *Plot) showTip(words string, at fyne.Position) {
	d, g := p.draw, p.geo
	if d == nil {
		return
	}
	if words == "" {
		if d.tip.Hide() {
			d.gather()
		}
		return
	}
	face, width := p.small(), min(g.w-24, 460*p.pal.Scale())
	var lines []kit.TipLine
	for _, l := range strings.Split(words, "\n") {
		for _, part := range face.Wrap(l, width) {
			lines = append(lines, kit.TipLine{Words: part, Face: face, Ink: p.pal.Bar})
		}
	}
	size := d.tip.Set(lines, kit.TipLook{Fill: p.pal.Text, Line: color.Transparent, Radius: 4, PadX: 7, PadY: 3, High: face.Line()})
	x := max(min(at.X+14, g.w-size.Width-2), 2)
	y := at.Y + 16
	if y+size.Height > g.h-2 {
		y = at.Y - size.Height - 14
	}
	d.tip.Move(x, max(y, 0))
	d.gather()
}

// FocusGained is called by Fyne.
func (p *Plot) FocusGained() { p.setFocus(true) }

// FocusLost is called by Fyne.
func (p *Plot) FocusLost() { p.setFocus(false) }

func (p *Plot) setFocus(on bool) {
	if p.focused = on; on && p.dot(p.at) == nil {
		p.at = p.beside(place{0, -1}, 1)
	}
	p.placeRings()
	if !on {
		p.showTip("", fyne.Position{})
	}
}

// TypedKey is called by Fyne: left and right go along a row, up and down to the rows above and below, Enter to the
// sentence; the rest is the caller's.
func (p *Plot) TypedKey(ev *fyne.KeyEvent) {
	page := max(p.geo.foot-p.geo.top-p.geo.row, p.geo.row)
	var to place
	switch ev.Name {
	case fyne.KeyRight:
		to = p.beside(p.at, 1)
	case fyne.KeyLeft:
		to = p.beside(p.at, -1)
	case fyne.KeyDown:
		to = p.below(1)
	case fyne.KeyUp:
		to = p.below(-1)
	case fyne.KeyHome:
		to = p.beside(place{0, -1}, 1)
	case fyne.KeyEnd:
		to = p.beside(place{len(p.data.Rows), 0}, -1)
	case fyne.KeyPageDown:
		p.scrollTo(p.scroll + page)
		return
	case fyne.KeyPageUp:
		p.scrollTo(p.scroll - page)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		p.enter()
		return
	default:
		if p.OnKey != nil {
			p.OnKey(ev)
		}
		return
	}
	p.goTo(to)
}

// TypedRune is called by Fyne.
func (p *Plot) TypedRune(r rune) {
	if p.OnRune != nil {
		p.OnRune(r)
	}
}

// goTo brings the keyboard to an event and says what it is.
func (p *Plot) goTo(at place) {
	if p.dot(at) == nil {
		return
	}
	p.at = at
	p.reveal(at.row)
	p.placeRings()
	if m := p.markOf(at); m != nil {
		words := ""
		if tip := p.dot(at).Tip; tip != nil {
			words = tip()
		}
		p.showTip(words, fyne.NewPos((m.x0+m.x1)/2, p.top(at.row)+m.y+4))
	}
}

// beside is the event after one, in the order of the text and then of the rows, or by -1 the one before; dot -1 at the end.
func (p *Plot) beside(at place, by int) place {
	for at.row >= 0 && at.row <= len(p.data.Rows) {
		at.dot += by
		if p.dot(at) != nil {
			return at
		}
		at.row += by
		if by > 0 {
			at.dot = -1
		} else if at.row >= 0 && at.row < len(p.data.Rows) {
			at.dot = len(p.data.Rows[at.row].Dots)
		}
	}
	return place{-1, -1}
}

// below is the nearest event of the next row that has one, or by -1 of the row above.
func (p *Plot) below(by int) place {
	from := p.markOf(p.at)
	for row := p.at.row + by; row >= 0 && row < len(p.data.Rows); row += by {
		best, near := -1, float32(0)
		for k := range p.data.Rows[row].Dots {
			d := float32(k)
			if m := p.markOf(place{row, k}); m != nil && from != nil {
				d = abs((m.x0 + m.x1 - from.x0 - from.x1) / 2)
			}
			if best < 0 || d < near {
				best, near = k, d
			}
		}
		if best >= 0 {
			return place{row, best}
		}
	}
	return place{-1, -1}
}

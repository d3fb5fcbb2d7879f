package mapview

import (
	"image/color"
	"math"
	"strconv"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

const (
	cardWidth = 340
	cardPad   = 10
	cardLines = 10
)

// hoverCard says what a mark under the pointer is: its name, the number of events, and the first lines.
type hoverCard struct {
	*kit.Tip
	look Look
}

func (c *hoverCard) restyle(l *Look) {
	c.look = *l
	c.Colours(opaque(l.Card), l.CardMuted, l.CardText)
}

func opaque(c color.Color) color.Color { return kit.WithAlpha(kit.NRGBA(c), 0xff) }

// show places the card beside the sign, so that it covers neither sign nor pointer.
func (c *hoverCard) show(m *Map, s *sign) {
	c.Hide()
	tip := m.tip(s)
	if tip.Title == "" {
		return
	}
	v := m.cam.view
	room := float32(math.Min(cardWidth, v.W-24)) - 2*cardPad
	if room < 80 {
		return
	}
	lines := c.lines(tip, room)
	high := float32(math.Round(float64(c.look.TextSize) * 1.45))
	size := c.Set(lines, kit.TipLook{Fill: opaque(c.look.Card), Line: c.look.CardMuted, Radius: 8, Stroke: 1, PadX: cardPad, PadY: cardPad - 2, High: high})
	w, h := size.Width, size.Height
	x, y := float32(s.sx), float32(s.sy)
	const off = 24
	left := x + off
	if left+w > float32(v.W)-6 {
		left = x - off - w
	}
	top := y - h/2
	if left < 6 { // no room at either side: above or below
		left = max(6, min(x-w/2, float32(v.W)-w-6))
		top = y + off
		if top+h > float32(v.H)-6 {
			top = y - off - h
		}
	}
	c.Move(left, max(6, min(top, float32(v.H)-h-6)))
}

// lines are the words of a tip in lines of at most room.
func (c *hoverCard) lines(tip Tip, room float32) []kit.TipLine {
	l := &c.look
	var out []kit.TipLine
	add := func(words string, face kit.Face, ink color.Color) {
		for _, s := range face.Wrap(words, room) {
			out = append(out, kit.TipLine{Words: s, Face: face, Ink: ink})
		}
	}
	add(tip.Title, l.face(l.TextSize, true), l.CardText)
	small := float32(math.Round(float64(l.TextSize)*0.9*2) / 2)
	for _, s := range tip.Lines {
		add(s, l.face(small, false), l.CardMuted)
	}
	if len(out) > cardLines {
		out = out[:cardLines]
		out[cardLines-1].Words += " …"
	}
	return out
}

// face is the font of words over the map.
func (l *Look) face(size float32, bold bool) kit.Face {
	if bold {
		return kit.Face{Source: l.BoldFont, Style: fyne.TextStyle{Bold: true}, Size: size}
	}
	return kit.Face{Source: l.Font, Size: size}
}

// tip is what the card at a sign says: of a group, the marks that have most events.
func (m *Map) tip(s *sign) Tip {
	k := &m.marks.all[s.Top]
	tip := k.Tip
	if s.Size > 1 {
		tip = Tip{Title: lang.N("{{.N}} places", s.Size, map[string]any{"N": s.Size})}
		if s.Number > 0 {
			tip.Title += "  ·  " + eventCount(s.Number)
		}
		const most = 7
		for n, i := range m.marks.groups.Members(&s.Sign) {
			if n == most && s.Size > most+1 {
				tip.Lines = append(tip.Lines, "+ "+strconv.Itoa(s.Size-n))
				break
			}
			line := m.marks.all[i].Label
			if c := m.marks.all[i].Count; c > 1 {
				line += ", " + strconv.Itoa(c)
			}
			if line != "" {
				tip.Lines = append(tip.Lines, line)
			}
		}
		return tip
	}
	if tip.Title == "" {
		tip.Title = k.Label
	}
	if tip.Title != "" && k.Count > 0 {
		tip.Title += "  ·  " + eventCount(k.Count)
	}
	return tip
}

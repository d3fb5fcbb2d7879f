package mapview

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

const (
	cardWidth = 340
	cardPad   = 10
	cardLines = 10
)

// hoverCard says what a mark under the pointer is: its name, the number of events, and the first lines.
type hoverCard struct {
	box   *canvas.Rectangle
	words []*canvas.Text
	used  int
	look  Look
}

func (c *hoverCard) make() {
	c.box = canvas.NewRectangle(color.Transparent)
	c.box.CornerRadius, c.box.StrokeWidth = 8, 1
	c.box.Hidden = true
}

func (c *hoverCard) restyle(l *Look) {
	c.look = *l
	c.box.FillColor, c.box.StrokeColor = opaque(l.Card), l.CardMuted
}

func opaque(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0xff
	return n
}

func (c *hoverCard) hide() bool {
	was := c.used > 0
	c.used = 0
	c.box.Hidden = true
	return was
}

type cardLine struct {
	words string
	bold  bool
}

// show places the card beside the sign, so that it covers neither sign nor pointer.
func (c *hoverCard) show(m *Map, s *sign) {
	c.hide()
	tip := m.tip(s)
	if tip.Title == "" {
		return
	}
	v := m.cam.view
	room := float32(math.Min(cardWidth, v.W-24)) - 2*cardPad
	if room < 80 {
		return
	}
	var lines []cardLine
	for _, s := range c.wrap(tip.Title, true, room) {
		lines = append(lines, cardLine{s, true})
	}
	for _, l := range tip.Lines {
		for _, s := range c.wrap(l, false, room) {
			lines = append(lines, cardLine{s, false})
		}
	}
	if len(lines) > cardLines {
		lines = lines[:cardLines]
		lines[cardLines-1].words += " …"
	}
	high := float32(math.Round(float64(c.look.TextSize) * 1.45))
	w, h := float32(0), float32(len(lines))*high+2*cardPad-4
	for i, l := range lines {
		if i == len(c.words) {
			c.words = append(c.words, canvas.NewText("", color.Black))
		}
		t := c.words[i]
		t.Text, t.TextSize, t.TextStyle, t.FontSource, t.Color = l.words, c.size(l.bold), fyne.TextStyle{Bold: l.bold}, c.look.Font, c.look.CardMuted
		if l.bold {
			t.FontSource, t.Color = c.look.BoldFont, c.look.CardText
		}
		w = max(w, t.MinSize().Width)
	}
	w += 2 * cardPad
	x, y := s.sx, s.sy
	const off = 24
	left := float32(x) + off
	if left+w > float32(v.W)-6 {
		left = float32(x) - off - w
	}
	top := float32(y) - h/2
	if left < 6 { // no room at either side: above or below
		left = max(6, min(float32(x)-w/2, float32(v.W)-w-6))
		top = float32(y) + off
		if top+h > float32(v.H)-6 {
			top = float32(y) - off - h
		}
	}
	top = max(6, min(top, float32(v.H)-h-6))
	c.box.Move(fyne.NewPos(left, top))
	c.box.Resize(fyne.NewSize(w, h))
	c.box.Hidden = false
	for i := range lines {
		t := c.words[i]
		size := t.MinSize()
		t.Move(fyne.NewPos(left+cardPad, top+cardPad-2+float32(i)*high+(high-size.Height)/2))
		t.Resize(size)
	}
	c.used = len(lines)
}

// tip is what the card at a sign says: of a group, the marks that have most events.
func (m *Map) tip(s *sign) Tip {
	k := &m.marks.all[s.Top]
	tip := k.Tip
	if s.Size > 1 {
		tip = Tip{Title: lang.L("{{.N}} places", map[string]any{"N": s.Size})}
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

func (c *hoverCard) size(bold bool) float32 {
	if bold {
		return c.look.TextSize
	}
	return float32(math.Round(float64(c.look.TextSize)*0.9*2) / 2)
}

// wrap breaks words into lines of at most room.
func (c *hoverCard) wrap(s string, bold bool, room float32) []string {
	return wrapWords(&c.look, s, c.size(bold), bold, room)
}

// wrapWords breaks words into lines of at most room; a single word that is longer is cut.
func wrapWords(l *Look, s string, size float32, bold bool, room float32) []string {
	font := l.Font
	if bold {
		font = l.BoldFont
	}
	width := func(s string) float32 {
		size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, fyne.TextStyle{Bold: bold}, font)
		return size.Width
	}
	var out []string
	line := ""
	for _, w := range strings.Fields(s) {
		try := w
		if line != "" {
			try = line + " " + w
		}
		if line != "" && width(try) > room {
			out = append(out, line)
			try = w
		}
		for r := []rune(try); try == w && len(r) > 8 && width(try) > room; r = []rune(try) {
			n := max(4, int(float32(len(r))*room/width(try))-1)
			out = append(out, string(r[:n]))
			try, w = string(r[n:]), string(r[n:])
		}
		line = try
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

func (c *hoverCard) append(objs []fyne.CanvasObject) []fyne.CanvasObject {
	if c.used == 0 {
		return objs
	}
	objs = append(objs, c.box)
	for _, w := range c.words[:c.used] {
		objs = append(objs, w)
	}
	return objs
}

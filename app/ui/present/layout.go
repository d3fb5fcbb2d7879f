package present

import (
	"fmt"
	"math"
	"strings"

	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// sizes are those of a screen 1080 high, as the design has them, for the screen there is. 32 px is 24 pt of 1/72 inch at
// the 96 px to the inch that screens count with.
type sizes struct {
	unit                     float32 // of distances
	date, words, event, text float32
	least                    float32 // no text is smaller
	marginX, marginY, pad    float32
	gap, foot                float32 // between cards; below the lowest, for legend and attribution of the map
	radius, edge             float32
}

// floor is a least text that can be read at arm's length, in a window far smaller than a screen.
const floor = 12

func sizesFor(s fyne.Size, scale float32) sizes {
	u := max(min(s.Height/1080, s.Width/1400), floor/32.0)
	t := min(u*scale, max(s.Height*0.055/32, u)) // what is large already need not grow as much as a window's text
	z := sizes{
		unit: u, date: min(76*t, s.Height*0.12), words: 46 * t, event: 42 * t, text: 34 * t, least: max(32*t, floor),
		marginX: 48 * u, marginY: 40 * u, pad: 28 * u, gap: 18 * u, foot: 40*u + 32*t, radius: 14 * u, edge: 11 * u,
	}
	z.date = max(z.date, z.least)
	return z
}

// plan is where everything of a slide stands. Coordinates are those of the screen, which are those of the map.
type plan struct {
	size    sizes
	screen  fyne.Size
	mapp    fyne.Size // the timeline stands below it
	date    area
	quote   area
	counter area
	choices []area
	parts   parts // of the counter
	hidden  bool  // the speaker is
	pages   int   // cards that the text goes over
}

// area is the rectangle of a card, and the text on it.
type area struct {
	x, y, w, h float32
	pieces     []piece
}

func (a area) empty() bool        { return a.w <= 0 || a.h <= 0 }
func (a area) right() float32     { return a.x + a.w }
func (a area) bottom() float32    { return a.y + a.h }
func (a area) pos() fyne.Position { return fyne.NewPos(a.x, a.y) }
func (a area) dim() fyne.Size     { return fyne.NewSize(a.w, a.h) }

// snap brings the card to whole px, so that what it is drawn of stays together.
func (a *area) snap() {
	floor := func(v float32) float32 { return float32(math.Floor(float64(v))) }
	a.x, a.y, a.w, a.h = floor(a.x), floor(a.y), floor(a.w), floor(a.h)
}

// parts are the places of the counter's buttons, from its left.
type parts struct{ back, words, next, close float32 }

// layOut plans a slide for a screen.
func (p *Screen) layOut(s fyne.Size) plan {
	if p.lead != nil && p.lead.plan.screen.Width > 0 {
		return p.lead.plan.scaled(s.Width / p.lead.plan.screen.Width)
	}
	k := &p.look
	z := sizesFor(s, k.scale)
	out := plan{size: z, screen: s, pages: 1}
	if p.ask != nil && p.ask.Pane == OnCards {
		p.layAsk(&out, s)
		return out
	}
	strip := float32(math.Round(float64(min(max(s.Height*0.165, p.line.MinSize().Height+12*z.unit), s.Height*0.34))))
	out.mapp = fyne.NewSize(s.Width, max(s.Height-strip, 0))
	least := min(700*z.unit*max(min(k.scale, 1.4), 1), s.Width*0.44) // widths of cards
	most := s.Width * 0.47
	if s.Width < 900*max(z.unit, 0.6) { // a narrow window: cards above each other
		least = s.Width - 2*z.marginX
		most = least
	}
	out.date = p.layDate(z, least, most)
	out.layCounter(p, z)
	top := max(out.date.bottom(), z.marginY)
	if out.counter.x < most+z.marginX { // it stands below the date, or there is no date
		top = max(top, out.counter.bottom())
	}
	p.layQuote(&out, least, most, out.mapp.Height-z.foot-top-z.gap)
	for _, a := range [...]*area{&out.date, &out.counter, &out.quote} {
		a.snap()
	}
	return out
}

// layDate plans the card with the date. It is as wide as the quote's, or wider for a long date.
func (p *Screen) layDate(z sizes, least, most float32) area {
	k, s := &p.look, p.shown()
	if s.Date == "" && s.Under == "" {
		return area{}
	}
	a := area{x: z.marginX, y: z.marginY, w: least}
	y := z.pad * 0.6
	inner := func() float32 { return a.w - 2*z.pad }
	if s.Date != "" {
		size := z.date
		date := s.Date
		w := k.bold.At(size).Measure(date).Width
		a.w = max(least, min(most, w+2*z.pad))
		if p.ask != nil { // what is to be done stands there
			a.w = max(a.w, min(most, k.plain.At(z.least).Measure(s.Under).Width+2*z.pad+1))
		}
		if w > inner()+0.5 {
			size = max(size*inner()/w*0.985, min(z.least*1.15, size))
			date, _ = k.bold.At(size).Shorten(date, inner())
		}
		h := lineHeight(k.bold, size)
		a.pieces = append(a.pieces, piece{text: date, face: k.bold, size: size, x: z.pad, y: y, w: inner(), h: h})
		y += h
	}
	if s.Under != "" {
		under, h, _ := p.words.wrap([]span{{text: s.Under, face: k.plain, muted: true}}, z.least, inner(), underLines)
		for _, q := range under {
			q.x, q.y = q.x+z.pad, q.y+y
			a.pieces = append(a.pieces, q)
		}
		y += h
	}
	a.h = y + z.pad*0.6
	return a
}

// layCounter plans the counter beside the date, or below it where there is no room; near the upper right corner the map
// has its buttons.
func (out *plan) layCounter(p *Screen, z sizes) {
	k := &p.look
	words := ""
	if p.slide.Of > 0 {
		words = fmt.Sprintf("%d %s %d", p.slide.At, lang.L("of"), p.slide.Of)
	}
	a := &out.counter
	h := lineHeight(k.plain, z.least)
	button := max(h, 44*min(z.unit*1.4, 1))
	a.h = button + z.pad*0.3
	w := float32(0)
	if words != "" {
		w = k.plain.At(z.least).Measure(words).Width
	}
	var score []piece
	if p.ask != nil {
		score, w = p.scorePieces(z)
	}
	out.parts = parts{back: z.pad * 0.2, words: z.pad*0.2 + button, next: z.pad*0.2 + button + w, close: z.pad*0.4 + 2*button + w}
	a.w = out.parts.close + button + z.pad*0.2
	a.x, a.y = z.marginX, z.marginY
	if d := out.date; !d.empty() {
		if a.x = d.right() + z.gap; a.right() > out.screen.Width-z.marginX-3*z.least {
			a.x, a.y = d.x, d.bottom()+z.gap
		}
	}
	if p.ask != nil {
		for i := range score {
			score[i].x, score[i].y = score[i].x+out.parts.words, (a.h-h)/2
		}
		a.pieces = score
	} else if words != "" {
		a.pieces = []piece{{text: words, face: k.plain, size: z.least, muted: true, x: out.parts.words, y: (a.h - h) / 2, w: w, h: h}}
	}
}

// attempt is a way of setting a card's text, from the best to the last.
type attempt struct {
	size float32 // of the words, as a part of what they should have
	wide float32 // 0 is the least width, 1 the most
	part float32 // of the room that is free
}

// What is short is set in larger type: nothing is easier to read from the last row.
var attempts = []attempt{{1.9, 0, 0.7}, {1.75, 0, 0.7}, {1.6, 0, 0.7}, {1.45, 0, 0.66}, {1.3, 0, 0.62}, {1, 0, 0.62}, {0.9, 0, 0.7}, {0.9, 1, 0.75}, {0.8, 1, 0.9}, {0.72, 1, 1}}

// layQuote plans the quote's card, or the event's, into a height.
func (p *Screen) layQuote(out *plan, least, most, room float32) {
	z, s := out.size, p.shown()
	if s.Words == "" && s.Event == "" && s.Title == "" {
		return
	}
	var a area
	p.inScales(out, func() {
		for i, try := range attempts {
			last := i == len(attempts)-1
			a = area{x: z.marginX, w: least + (most-least)*try.wide}
			whole := p.setText(&a, out, try, room*try.part, last)
			if whole && a.h <= room*try.part || last {
				break
			}
		}
	})
	a.h = min(a.h, max(room, 0))
	a.y = out.mapp.Height - z.foot - a.h
	out.quote = a
	out.hidden = p.hidesSpeaker()
}

// inScales sets a card with out.size at the text size that was asked for, and a question whose text goes over further cards in
// smaller type, down to that of a normal text size, until it is on one: a class reads a question at a glance or not at all.
func (p *Screen) inScales(out *plan, set func()) {
	z := out.size
	set()
	if p.ask != nil {
		for scale := p.look.scale; scale > 1 && out.pages > 1; {
			scale = max(1, scale-scaleStep)
			out.size, out.pages = sizesFor(out.screen, scale), 1
			set()
		}
	}
	out.size = z
}

// scaleStep is by how much the type of a question is made smaller at a time.
const scaleStep = 0.15

// Before they are cut, the title of an article or the name of a speaker takes so many lines, and what stands below the date.
const (
	footLines  = 4
	underLines = 2
)

// setText fills a card with words and speaker, or with event and title; words that have no room
// go on over further cards. It reports whether all of them are on this one.
func (p *Screen) setText(a *area, out *plan, try attempt, room float32, last bool) bool {
	z, k, s := out.size, &p.look, p.shown()
	x := z.edge + z.pad
	inner := a.w - x - z.pad
	body := []span{{text: s.Words, face: k.words}}
	size := max(z.words*try.size, z.least)
	foot := p.speakerSpans()
	text := max(z.text*max(try.size, 0.9), z.least)
	if s.Words == "" {
		body, size = k.lines(s.Event), max(z.event*try.size, z.least)
		foot = p.footSpans()
		text = z.least
		if s.Event == "" {
			body, foot = foot[:1], nil
		}
	}
	y := z.pad * 0.75
	bottom := z.pad * 0.75
	below, belowHeight, _ := p.words.wrap(foot, text, inner, footLines)
	belowHeight = max(belowHeight, p.footRoom(z))
	between := z.pad * 0.45
	if len(below) == 0 {
		between = 0
	}
	line := lineHeight(body[0].face, size)
	free := room - y - bottom
	if free < line+between+belowHeight && len(below) > 0 { // a low window: one line of it, then none
		below, belowHeight, _ = p.words.wrap(foot, text, inner, 1)
		if free < line+between+belowHeight {
			below, belowHeight, between = nil, 0, 0
		}
	}
	lines := int((free - between - belowHeight) / line)
	if free < line { // not even one line has room: the card is left out
		a.h = 0
		a.w = 0
		return false
	}
	pieces, height, whole := p.words.wrap(body, size, inner, max(lines, 1))
	if !whole && last {
		out.pages, pieces, height, below, belowHeight = p.onePage(body, foot, size, text, inner, free-between)
		if len(below) == 0 {
			between = 0
		}
	}
	for _, q := range pieces {
		q.x, q.y = q.x+x, q.y+y
		a.pieces = append(a.pieces, q)
	}
	y += height + between
	for _, q := range below {
		q.x, q.y = q.x+x, q.y+y
		a.pieces = append(a.pieces, q)
	}
	a.h = y + belowHeight + bottom
	return whole
}

// lines are the lines of a text, what stands before a tab in bold.
func (k *look) lines(s string) []span {
	var out []span
	for line := range strings.SplitSeq(s, "\n") {
		head, rest, ok := strings.Cut(line, "\t")
		if !ok {
			head, rest = "", line
		}
		if head != "" {
			out = append(out, span{text: head, face: k.bold, first: true})
		}
		if rest != "" || head == "" {
			out = append(out, span{text: rest, face: k.plain, first: head == ""})
		}
	}
	return out
}

// onePage sets the card of a long text that is shown: as many lines as have room above the foot, which is one line with
// the number of the card. Where no foot has room, there is none.
func (p *Screen) onePage(body, foot []span, size, small, inner, free float32) (pages int, pieces []piece, height float32, below []piece, belowHeight float32) {
	line := lineHeight(body[0].face, size)
	all, _, _ := p.words.wrap(body, size, inner, longest)
	number := func(pages int) []span {
		return append([]span{{text: fmt.Sprintf("%d/%d", min(p.page, pages-1)+1, pages), face: p.look.bold}}, foot...)
	}
	below, belowHeight, _ = p.words.wrap(number(99), small, inner, footLines)
	most := footLines
	if belowHeight > free/4 { // a low window
		most = 1
		below, belowHeight, _ = p.words.wrap(number(99), small, inner, most)
	}
	lines := int((free - belowHeight) / line)
	if lines < 1 {
		lines, below = max(int(free/line), 1), nil
		belowHeight = 0
	}
	pages = (len(all) + lines - 1) / lines
	if pages == 1 && len(below) > 0 { // with a lower foot it has room on one: that has no number
		below, belowHeight, _ = p.words.wrap(foot, small, inner, most)
	} else if len(below) > 0 {
		below, belowHeight, _ = p.words.wrap(number(pages), small, inner, most)
	}
	from := min(p.page, pages-1) * lines
	pieces = all[from:min(from+lines, len(all))]
	top := pieces[0].y
	for i := range pieces {
		pieces[i].y -= top
	}
	return pages, pieces, float32(len(pieces)) * line, below, belowHeight
}

// speakerSpans is the line below a quote.
func (p *Screen) speakerSpans() []span {
	k, s := &p.look, &p.slide
	if p.hidesSpeaker() {
		return []span{{text: lang.L("Who says this?"), face: k.bold, muted: true}}
	}
	return []span{{text: s.Speaker, face: k.bold}, {text: s.Role, face: k.plain, muted: true}}
}

// boxes are the cards that stand on the map.
func (o *plan) boxes() []Box {
	var out []Box
	for _, a := range [...]area{o.date, o.counter, o.quote} {
		if !a.empty() && o.mapp.Height > 0 {
			out = append(out, Box{a.pos(), a.dim()})
		}
	}
	return out
}

// free gives the sides of the largest rectangle that touches no card. Each card is left out as a column at the left or as
// a row, at the top or at the bottom.
func (o *plan) free() viewport.Pad {
	var best viewport.Pad
	most := -1.0
	for way := range 8 {
		var p viewport.Pad
		for i, a := range [...]area{o.date, o.counter, o.quote} {
			switch {
			case a.empty():
			case way>>i&1 == 0:
				p.Left = max(p.Left, float64(a.right()))
			case i == 2:
				p.Bottom = max(p.Bottom, float64(o.mapp.Height-a.y))
			default:
				p.Top = max(p.Top, float64(a.bottom()))
			}
		}
		w, h := float64(o.mapp.Width)-p.Left-p.Right, float64(o.mapp.Height)-p.Top-p.Bottom
		if free := max(w, 0) * max(h, 0); free > most {
			most, best = free, p
		}
	}
	return best
}

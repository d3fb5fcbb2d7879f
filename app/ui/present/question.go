package present

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
)

// Question is a question to the class, or its answer, in place of a Slide. Text is shown as given; empty fields take no room.
type Question struct {
	Pane    Pane
	Title   string // in huge type: "Where was this?"
	Under   string // below it: "Question 3 of 8 · click on the map"
	Score   string // in the counter: "5 right · 2 near"
	Left    string // … and quieter: "1 left"
	Text    string // the sentence, with Gap in place of what is hidden
	Foot    string // how to go on, or the answer
	Source  string // below it, small
	Told    bool   // the answer is shown: Foot is it
	Slide   bool   // it stands among slides: Home and End go to the first and the last of them
	Choices []Choice
	Colour  color.NRGBA // the card's left edge
}

// Pane is where a question is answered: the screen is laid out for that.
type Pane uint8

// The panes.
const (
	OnMap   Pane = iota // map and timeline, as for a Slide
	OnLine              // the same
	OnCards             // the choices on the whole screen
)

// Choice is a card that can be picked by its key or a click.
type Choice struct {
	Sign  string // the key
	Words string
	Under string // small, below; what is empty here and not in others takes the same room
	State State
}

// State is how a choice stands.
type State uint8

// The states.
const (
	Open State = iota
	Picked
	IsRight
	IsWrong
)

// Gap in a text is drawn as a dark box.
const Gap = "\u2588\u2588\u2588\u2588\u2588"

// SetQuestion shows a question, and nil again the slide. It fires no callback; CoveredBy and Boxes may change.
func (p *Screen) SetQuestion(q *Question) {
	fresh := p.ask == nil || q == nil || p.ask.Title != q.Title || p.ask.Text != q.Text
	p.ask = q
	if fresh {
		p.page = 0
		p.wipe()
	}
	p.relayout()
}

// shown is what the cards say: the slide, or the question in the same places.
func (p *Screen) shown() Slide {
	if q := p.ask; q != nil {
		return Slide{Date: q.Title, Under: q.Under, Event: q.Text, Title: q.Foot, Colour: q.Colour}
	}
	s := p.slide
	if p.whole {
		s.Event = s.Whole
	}
	if !p.DayShown() && s.Date != "" {
		s.Date, s.Under = lang.L("When was this?"), ""
	}
	return s
}

// askKey takes a key that answers: an arrow moves what was answered on map and timeline.
func (p *Screen) askKey(k fyne.KeyName) bool {
	if p.ask == nil || p.blank != NotBlank || p.OnArrow == nil {
		return false
	}
	switch k {
	case fyne.KeyLeft:
		return p.OnArrow(-1, 0)
	case fyne.KeyRight:
		return p.OnArrow(1, 0)
	case fyne.KeyUp:
		return p.OnArrow(0, -1)
	case fyne.KeyDown:
		return p.OnArrow(0, 1)
	}
	return false
}

// teamRunes are the key T, on a Latin keyboard and on others.
const teamRunes = "tеτ"

// askRune takes a typed character that answers.
func (p *Screen) askRune(r rune) bool {
	if p.ask == nil || p.blank != NotBlank {
		return false
	}
	if r >= '1' && r <= '9' {
		p.pick(int(r - '1'))
		return true
	}
	if strings.ContainsRune(teamRunes, unicode.ToLower(r)) {
		call(p.OnTeam)
		return true
	}
	return false
}

func (p *Screen) pick(k int) {
	if p.OnPick != nil && (p.ask.Pane != OnCards || k < len(p.ask.Choices)) {
		p.OnPick(k)
	}
}

// asks reports whether a command is for slides only and a question is on.
func (p *Screen) asks(c Cmd) bool {
	if p.ask != nil && p.ask.Slide && (c == First || c == Last) {
		return false
	}
	return p.ask != nil && (c == First || c == Last || c == Speakers || c == Labels || c == Whole)
}

// footSpans is the line below an event, or below a question: how to go on, or the answer with where it stands.
func (p *Screen) footSpans() []span {
	k, q := &p.look, p.ask
	if q == nil {
		return []span{{text: p.slide.Title, face: k.plain, muted: true}}
	}
	if !q.Told {
		return []span{{text: q.Foot, face: k.plain, muted: true}}
	}
	source := q.Source
	if source != "" {
		source = "· " + source
	}
	return []span{{text: q.Foot, face: k.bold}, {text: source, face: k.plain, muted: true}}
}

// footRoom is the least height of the foot of a card on map or timeline: that of an answer, so that the text keeps its size and
// place when the answer comes.
func (p *Screen) footRoom(z sizes) float32 {
	if p.ask == nil || p.ask.Pane == OnCards || p.ask.Text == "" {
		return 0
	}
	return 2 * lineHeight(p.look.bold, z.least)
}

// scorePieces are the words of the counter while a question is on.
func (p *Screen) scorePieces(z sizes) (out []piece, width float32) {
	k := &p.look
	h := lineHeight(k.plain, z.least)
	for i, words := range [...]string{p.ask.Score, p.ask.Left} {
		if words == "" {
			continue
		}
		if len(out) > 0 {
			words = " · " + words
		}
		w := k.plain.At(z.least).Measure(words).Width
		out = append(out, piece{text: words, face: k.plain, size: z.least, muted: i > 0, x: width, w: w, h: h})
		width += w
	}
	return out, width
}

// layAsk plans a question that is answered on cards: its text over the whole width, the choices below.
func (p *Screen) layAsk(out *plan, s fyne.Size) {
	z := out.size
	out.mapp = fyne.Size{Width: s.Width}
	wide := s.Width - 2*z.marginX
	least := min(700*z.unit*max(min(p.look.scale, 1.4), 1), wide)
	out.date = p.layDate(z, least, max(s.Width*0.62, least))
	out.layCounter(p, z)
	top := max(out.date.bottom(), out.counter.bottom()) + z.gap
	bottom := s.Height - z.marginY
	part := float32(0.5)
	if p.ask.Text == "" {
		part = 0.3
	}
	if p.ask.Text != "" || p.ask.Foot != "" {
		room := (bottom - top) * part
		p.inScales(out, func() {
			for i, try := range attempts {
				a := area{x: z.marginX, w: wide}
				last := i == len(attempts)-1
				if try.size > 1.3 && p.ask.Text == "" {
					continue
				}
				if whole := p.setText(&a, out, try, room, last); whole && a.h <= room || last {
					out.quote = a
					break
				}
			}
		})
	}
	if p.ask.Text == "" { // what is to be put in order comes first
		out.quote.y = bottom - out.quote.h
		bottom = out.quote.y - z.gap
	} else {
		out.quote.y = top
		top = out.quote.bottom() + z.gap
	}
	p.layChoices(out, top, bottom)
	for _, a := range [...]*area{&out.date, &out.counter, &out.quote} {
		a.snap()
	}
	for i := range out.choices {
		out.choices[i].snap()
	}
}

// choiceSizes are the sizes of the words of choices, as parts of those of quoted words, from the best to the last.
var choiceSizes = []float32{1.3, 1.15, 1, 0.9, 0.8, 0.7}

// layChoices plans the choices between two heights, all as high as the highest: two beside each other, or, where they are
// sentences, below each other.
func (p *Screen) layChoices(out *plan, top, bottom float32) {
	n := len(p.ask.Choices)
	if n == 0 {
		return
	}
	z := out.size
	columns := 2
	if n == 3 && p.ask.Text == "" || out.screen.Width < 900*max(z.unit, 0.6) {
		columns = 1
	}
	rows := (n + columns - 1) / columns
	w := (out.screen.Width - 2*z.marginX - float32(columns-1)*z.gap) / float32(columns)
	most := max((bottom-top-float32(rows-1)*z.gap)/float32(rows), 0)
	h := p.setChoices(out, w, most)
	h = min(max(h, min(most, 190*z.unit)), most)
	for i := range out.choices {
		a := &out.choices[i]
		down := (h - a.h) / 2
		for k := range a.pieces {
			a.pieces[k].y += max(down, 0)
		}
		a.h = h
		a.x, a.y = z.marginX+float32(i%columns)*(w+z.gap), top+float32(i/columns)*(h+z.gap)
	}
}

// setChoices sets the choices in the largest type in which all of them have room, and gives the height of the highest. Where none
// of a large text size is small enough, they are set as at a normal one.
func (p *Screen) setChoices(out *plan, w, most float32) (h float32) {
	z := out.size
	for _, z := range [...]sizes{z, sizesFor(out.screen, min(p.look.scale, 1))} {
		for _, size := range choiceSizes {
			out.choices, h = out.choices[:0], 0
			whole := true
			for k := range p.ask.Choices {
				a, all := p.layChoice(&p.ask.Choices[k], z, max(z.words*size, z.least), w, most)
				out.choices, h, whole = append(out.choices, a), max(h, a.h), whole && all
			}
			if whole && h <= most {
				return h
			}
		}
	}
	return h
}

// layChoice sets one choice into a width and at most a height. It reports whether all of its words have room.
func (p *Screen) layChoice(c *Choice, z sizes, size, w, most float32) (area, bool) {
	k := &p.look
	a := area{w: w}
	x := z.edge + z.pad*0.6
	sign := lineHeight(k.bold, size)
	a.pieces = append(a.pieces, piece{text: c.Sign, face: k.bold, size: size, muted: true, x: x, y: z.pad * 0.5, w: sign, h: sign})
	x += max(sign*0.9, k.bold.At(size).Measure(c.Sign).Width+z.pad*0.4)
	inner := w - x - z.pad*0.6
	under := float32(0)
	for i := range p.ask.Choices {
		if p.ask.Choices[i].Under != "" || p.ask.Pane == OnCards && p.ask.Text == "" && len(p.ask.Choices) == 3 {
			under = lineHeight(k.plain, z.least) // they all have the room, so that nothing moves when it is used
		}
	}
	line := lineHeight(k.plain, size)
	lines := max(int((most-z.pad-under)/line), 1)
	pieces, height, whole := p.words.wrap([]span{{text: c.Words, face: k.plain}}, size, inner, lines)
	for _, q := range pieces {
		q.x, q.y = q.x+x, q.y+z.pad*0.5
		a.pieces = append(a.pieces, q)
	}
	if c.Under != "" {
		words, _ := k.bold.At(z.least).Shorten(c.Under, inner)
		a.pieces = append(a.pieces, piece{text: words, face: k.bold, size: z.least, x: x, y: z.pad*0.5 + height, w: inner, h: under})
	}
	a.h = height + under + z.pad
	return a, whole
}

// tint is the edge of a choice, and a sign in place of its key, so that colour is not all that tells.
func (k *look) tint(s State, primary color.NRGBA) (edge color.NRGBA, sign string) {
	switch s {
	case Picked:
		return primary, ""
	case IsRight:
		return color.NRGBA{0x0B, 0x8F, 0x6B, 255}, "✓"
	case IsWrong:
		return color.NRGBA{0xC2, 0x4A, 0x1B, 255}, "✗"
	}
	return k.line, ""
}

// showChoices puts the choices where the plan says.
func (r *drawing) showChoices() {
	p := r.p
	for i, c := range r.choices {
		if i >= len(p.plan.choices) {
			c.Hide()
			continue
		}
		a := p.plan.choices[i]
		edge, sign := p.look.tint(p.ask.Choices[i].State, p.look.accent)
		if sign != "" {
			a.pieces = append([]piece(nil), a.pieces...)
			a.pieces[0].text, a.pieces[0].muted = sign, false
		}
		c.show(a, p.plan.size, &p.look, &edge)
		c.body.StrokeColor, c.body.StrokeWidth = p.look.line, max(p.plan.size.unit, 1)
		if p.ask.Choices[i].State != Open {
			c.body.StrokeColor, c.body.StrokeWidth = edge, max(4*p.plan.size.unit, 2)
		}
		c.body.Refresh()
	}
}

// showGaps puts dark boxes over the gaps of the card's texts.
func (c *plate) showGaps(pieces []piece, ink color.NRGBA) {
	n := 0
	for _, p := range pieces {
		face := p.face.At(p.size)
		for from := 0; ; {
			at := strings.Index(p.text[from:], Gap)
			if at < 0 {
				break
			}
			at += from
			from = at + len(Gap)
			x := face.Measure(p.text[:at]).Width
			w := face.Measure(p.text[:from]).Width - x
			if n == len(c.gaps) {
				c.gaps = append(c.gaps, canvas.NewRectangle(ink))
			}
			g := c.gaps[n]
			n++
			g.FillColor, g.CornerRadius = ink, p.size*0.1
			g.Move(fyne.NewPos(p.x+x, p.y+p.h*0.06))
			g.Resize(fyne.NewSize(w, p.h*0.88))
			g.Refresh()
		}
	}
	c.gapped = n
}

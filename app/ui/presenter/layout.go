package presenter

import (
	"image/color"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// layout places the parts: what is on screen on the left, clock, next slide and notes on the right, buttons below.
type layout struct {
	b                                *Board
	times                            [3][2]*canvas.Text // each below its caption
	now, next, notes, sizes, buttons fyne.CanvasObject
	picture                          fyne.CanvasObject
}

// MinSize is small: the window may be made as small as a person likes.
func (l *layout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 360) }

// Layout is called by Fyne.
func (l *layout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	const edge, gap = 20, 22
	b := l.b
	foot := l.buttons.MinSize().Height
	bottom := s.Height - edge - foot - gap
	wide := (s.Width-2*edge-gap)*0.6 - gap/2
	under := l.seen(edge, edge, wide, bottom-edge)
	kit.Put(l.now, bottom-under > 60, edge, under, wide, bottom-under)
	kit.Put(l.buttons, true, edge, s.Height-edge-foot, l.buttons.MinSize().Width, foot)
	ends := b.ends.MinSize()
	kit.Put(b.ends, edge+l.buttons.MinSize().Width+ends.Width+gap < s.Width, s.Width-edge-ends.Width, s.Height-edge-(foot+ends.Height)/2, ends.Width, ends.Height)

	x := edge + wide + gap
	w := s.Width - edge - x
	y := l.clocks(x, edge, w)
	kit.Put(b.bar, true, x, y, w, 6)
	share := float32(0)
	if b.content.Of > 0 {
		share = float32(b.content.At) / float32(b.content.Of)
	}
	kit.Put(b.done, share > 0, x, y, w*share, 6)
	y += 6 + gap
	y = caption(b.nextCap, x, y)
	sizes := l.sizes.MinSize()
	tall := l.comes(w, bottom-y-sizes.Height-8-gap*0.6)
	kit.Put(l.next, true, x, y, w, tall)
	y += tall + gap*0.6
	kit.Put(l.sizes, true, x+w-sizes.Width, y, sizes.Width, sizes.Height)
	caption(b.noteCap, x, y+(sizes.Height-b.noteCap.MinSize().Height)/2)
	y += sizes.Height + 8
	kit.Put(l.notes, true, x, y, w, bottom-y)
}

// The card of the next slide: its least share of the height that it has with the notes, its largest, and its rim beside and above.
const (
	leastNext, mostNext   = 0.36, 0.6
	nextBeside, nextAbove = 22 + 18, 18 + 16
)

// comes is how high the card of the next slide is at a width: all its words stand in it where the notes leave room.
func (l *layout) comes(w, room float32) float32 {
	b := l.b
	least := min(room*leastNext, 190)
	notes := b.notes.high(w-nextBeside-barRoom) + nextAbove
	if b.content.Notes == "" {
		notes = 0 // what says that there are none needs no room of its own
	}
	most := max(min(room*mostNext, room-notes), least)
	for tall := least; ; tall += 16 {
		wide := w - nextBeside - barRoom - b.stillWide(w-nextBeside, tall-nextAbove)
		need := b.nextHead.high(wide) + b.nextWords.high(wide) + 2*between + nextAbove
		if need <= tall || tall >= most {
			return min(tall, most)
		}
	}
}

// stillWide is how much of a width the picture of the next slide takes with the gap beside it, at a height; in a low window the
// words have the room alone.
func (b *Board) stillWide(w, h float32) float32 {
	if b.still.Image == nil || b.body.Size().Height < leastStill {
		return 0
	}
	size := b.still.Image.Bounds().Size()
	return min(h*float32(size.X)/float32(max(size.Y, 1)), w*0.46) + stillGap
}

const (
	stillGap   = 16
	leastStill = 640 // the height of the window from which there is a picture of the next slide
	lowPicture = 260 // the height of the class's picture below which nothing lies over it
)

// seen places the picture of what the class sees in its shape, as high as leaves room for its words, and gives where it ends.
func (l *layout) seen(x, y, w, h float32) float32 {
	b := l.b
	shown := b.config.Picture != nil
	shape := float32(1.6)
	if shown && b.config.Shape != nil {
		shape = min(max(b.config.Shape(), 0.5), 4)
	}
	tall := min(w/shape, h*0.7, max(h-170, h*0.5)) // the words under it keep some room
	size := b.tagged.MinSize()
	if tall < lowPicture {
		tall -= size.Height * 0.5
		y += size.Height * 0.5
	}
	wide := tall * shape
	kit.Put(l.picture, shown, x, y, wide, tall)
	kit.Put(b.frame, shown, x-2, y-2, wide+4, tall+4)
	kit.Put(b.tag, shown, x+8, y-size.Height*0.55, size.Width+16, size.Height+6)
	kit.Put(b.tagged, shown, x+16, y-size.Height*0.55+3, size.Width, size.Height)
	if !shown {
		return y
	}
	return y + tall + 18
}

// clocks places the three figures in a width, smaller where they have no room, and gives where they end.
func (l *layout) clocks(x, y, w float32) float32 {
	size := float32(38)
	need := func() (sum float32) {
		for _, t := range l.times {
			sum += max(t[1].MinSize().Width, t[0].MinSize().Width) + 12
		}
		return sum
	}
	for _, t := range l.times {
		t[1].TextSize = size
	}
	for ; size > 18 && need() > w; size -= 2 {
		for _, t := range l.times {
			t[1].TextSize = size - 2
		}
	}
	low := y
	for i, t := range l.times {
		wide := max(t[0].MinSize().Width, t[1].MinSize().Width)
		at := x + (w-wide)*float32(i)/2
		for _, line := range t {
			line.Alignment = fyne.TextAlignLeading
			if i == 2 {
				line.Alignment = fyne.TextAlignTrailing
			}
		}
		under := caption2(t[0], at, y, wide)
		low = max(low, caption2(t[1], at, under-2, wide))
	}
	return low + 10
}

// caption places a line and gives where it ends, with some air.
func caption(t *canvas.Text, x, y float32) float32 { return caption2(t, x, y, t.MinSize().Width) + 8 }

func caption2(t *canvas.Text, x, y, w float32) float32 {
	h := t.MinSize().Height
	kit.Put(t, true, x, y, w, h)
	return y + h
}

// beside puts a picture at the left of text, where there is one and room for both.
type beside struct{ b *Board }

// MinSize is called by Fyne.
func (b beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is called by Fyne.
func (b beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := b.b.stillWide(s.Width, s.Height)
	kit.Put(o[0], x > 0, 0, 0, max(x-stillGap, 0), s.Height)
	kit.Put(o[1], true, x, 0, s.Width-x, s.Height)
}

// left keeps its one object a narrow strip at the left.
type left struct{}

// MinSize is called by Fyne.
func (left) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(5, 0) }

// Layout is called by Fyne.
func (left) Layout(o []fyne.CanvasObject, s fyne.Size) { kit.Put(o[0], true, 0, 0, 5, s.Height) }

// column stacks prose, each as high as it is at the width there is beside the scroll bar.
type column struct{}

const (
	between = 10
	barRoom = 12 // for the scroll bar, which lies over the text otherwise
)

// MinSize is called by Fyne.
func (column) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		if p := x.(*prose); p.words != "" {
			h += p.MinSize().Height + between
		}
	}
	return fyne.NewSize(0, h)
}

// Layout is called by Fyne.
func (column) Layout(o []fyne.CanvasObject, s fyne.Size) {
	y, w := float32(0), max(s.Width-barRoom, 0)
	for _, x := range o {
		p := x.(*prose)
		p.Move(fyne.NewPos(0, y))
		p.Resize(fyne.NewSize(w, p.high(w)))
		if p.words != "" {
			y += p.MinSize().Height + between
		}
	}
}

// prose is text that is broken into lines at its width.
type prose struct {
	widget.BaseWidget
	face  kit.Face
	ink   color.Color
	words string
	at    float32 // the width that the lines are broken for
	lines []*canvas.Text
}

func newProse(f kit.Face, ink color.Color) *prose {
	p := &prose{face: f, ink: ink}
	p.ExtendBaseWidget(p)
	return p
}

// set shows other words.
func (p *prose) set(words string) {
	if p.words != words {
		p.words = words
		p.again()
	}
}

// again breaks the lines anew.
func (p *prose) again() {
	p.lines = nil
	for _, para := range strings.Split(p.words, "\n") {
		if p.words == "" || p.at <= 0 {
			break
		}
		broken := p.face.Wrap(para, p.at)
		if len(broken) == 0 {
			broken = []string{""}
		}
		for _, s := range broken {
			t := canvas.NewText("", nil)
			p.face.Write(t, s, p.ink)
			p.lines = append(p.lines, t)
		}
	}
	p.Refresh()
}

// high is the height of the lines at a width.
func (p *prose) high(width float32) float32 {
	if width != p.at {
		p.at = width
		p.again()
	}
	return p.face.Line() * float32(len(p.lines))
}

// Resize is called by Fyne.
func (p *prose) Resize(s fyne.Size) {
	p.high(s.Width)
	p.BaseWidget.Resize(s)
}

// CreateRenderer is called by Fyne.
func (p *prose) CreateRenderer() fyne.WidgetRenderer { return proseRenderer{p} }

type proseRenderer struct{ p *prose }

func (r proseRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.p.face.Line()*float32(len(r.p.lines)))
}

func (r proseRenderer) Layout(fyne.Size) {
	h := r.p.face.Line()
	for i, t := range r.p.lines {
		t.Move(fyne.NewPos(0, float32(i)*h))
		t.Resize(fyne.NewSize(r.p.at, h))
	}
}

func (r proseRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r proseRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(r.p.lines))
	for i, t := range r.p.lines {
		out[i] = t
	}
	return out
}
func (r proseRenderer) Destroy() {}

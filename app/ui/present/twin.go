package present

import (
	"fyne.io/fyne/v2"
)

// NewTwin makes a screen around another map and timeline that shows what p shows, in its own size, until EndTwin: the
// picture in the teacher's window. What is pointed at, drawn, scrolled or, while a question is on, tapped on it is so on p.
func (p *Screen) NewTwin(mapp, timeline fyne.CanvasObject) *Screen {
	t := New(mapp, timeline)
	t.lead, p.twin = p, t
	t.own = p.own
	t.follow()
	return t
}

// Lead is the screen that this one is the twin of; nil none.
func (p *Screen) Lead() *Screen { return p.lead }

// EndTwin lets the twin go.
func (p *Screen) EndTwin() {
	if p.twin != nil {
		p.twin.lead, p.twin = nil, nil
	}
}

// follow takes over what the lead shows.
func (t *Screen) follow() {
	p := t.lead
	t.slide, t.ask, t.page, t.blank, t.speakers, t.labels = p.slide, p.ask, p.page, p.blank, p.speakers, p.labels
	t.spot, t.spotAt, t.pen, t.strokes = p.spot, p.spotAt, p.pen, p.strokes
	t.days, t.whole = p.days, p.whole
	t.relayout()
	t.showBlank()
}

// first is the screen that what is done on this one is meant for.
func (p *Screen) first() *Screen {
	if p.lead != nil {
		return p.lead
	}
	return p
}

// part is a position as parts of the screen's width and height, at of one that many parts down and to the right.
func (p *Screen) part(at fyne.Position) fyne.Position {
	s := p.Size()
	return fyne.NewPos(at.X/max(s.Width, 1), at.Y/max(s.Height, 1))
}

func (p *Screen) at(part fyne.Position) fyne.Position {
	s := p.Size()
	return fyne.NewPos(part.X*s.Width, part.Y*s.Height)
}

// tapped is a tap on the twin at a position of the lead: while a question is on it answers.
func (p *Screen) tapped(at fyne.Position) {
	if p.ask == nil || p.blank != NotBlank {
		return
	}
	for i := range p.plan.choices {
		if p.plan.choices[i].holds(at) {
			p.pick(i)
			return
		}
	}
	for _, a := range [...]area{p.plan.date, p.plan.counter} {
		if a.holds(at) {
			return
		}
	}
	if p.plan.quote.holds(at) {
		call(p.OnAnswer)
		return
	}
	for _, o := range [...]fyne.CanvasObject{p.mapp, p.line} {
		from, size := o.Position(), o.Size()
		in := at.Subtract(from)
		if t, ok := o.(fyne.Tappable); ok && o.Visible() && in.X >= 0 && in.Y >= 0 && in.X < size.Width && in.Y < size.Height {
			t.Tapped(&fyne.PointEvent{Position: in})
			return
		}
	}
}

// scaled is the plan on a screen that is so many times as large: a picture of the same.
func (o *plan) scaled(by float32) plan {
	out := *o
	z := &out.size
	for _, v := range [...]*float32{&z.unit, &z.date, &z.words, &z.event, &z.text, &z.least, &z.marginX, &z.marginY, &z.pad, &z.gap, &z.foot, &z.radius, &z.edge,
		&out.parts.back, &out.parts.words, &out.parts.next, &out.parts.close} {
		*v *= by
	}
	size := func(s fyne.Size) fyne.Size { return fyne.NewSize(s.Width*by, s.Height*by) }
	out.screen, out.mapp = size(o.screen), size(o.mapp)
	out.date, out.quote, out.counter, out.choices = o.date.scaled(by), o.quote.scaled(by), o.counter.scaled(by), nil
	for i := range o.choices {
		out.choices = append(out.choices, o.choices[i].scaled(by))
	}
	return out
}

func (a *area) scaled(by float32) area {
	out := area{x: a.x * by, y: a.y * by, w: a.w * by, h: a.h * by, pieces: append([]piece(nil), a.pieces...)}
	for i := range out.pieces {
		p := &out.pieces[i]
		p.size, p.x, p.y, p.w, p.h = p.size*by, p.x*by, p.y*by, p.w*by, p.h*by
	}
	return out
}

func (a *area) holds(at fyne.Position) bool {
	return !a.empty() && at.X >= a.x && at.Y >= a.y && at.X < a.right() && at.Y < a.bottom()
}

package textview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/app/story"
)

// lineView is a visible line and its canvas objects, which are used again for other lines.
type lineView struct {
	block, line int
	span        story.Span // in Text; Start is -1 for a head line
	blockStart  int
	text        string // of the block
	face        *face
	pieces      []piece
	y           float32 // of the view; what the objects were placed for
	version     int     // what they were decorated for

	under, over []*canvas.Rectangle
	dots        []*canvas.Image
	words       []*canvas.Text
	underN      int
	overN       int
	dotsN       int
	wordsN      int
}

// reflow breaks the article for the present width. keep holds the first visible line in place.
func (t *Text) reflow(keep bool) {
	size := t.Size()
	if size.Width < 8 || size.Height < 8 {
		t.laid = false
		return
	}
	if t.lay.faces[0] == nil {
		t.resolveLook()
	}
	var at, rest = -1, float64(0)
	if keep && t.laid && len(t.lines) > 0 {
		for _, v := range t.lines {
			if v.span.Start >= 0 && v.y+v.face.line > 0 {
				at, rest = v.span.Start, -float64(v.y)
				break
			}
		}
		if t.offset <= 0 {
			at = -1
		}
	}
	t.indent = t.look.Padding
	room := size.Width - 2*t.look.Padding
	if most := t.look.TextSize * maxMeasure; room > most {
		t.indent += (room - most) / 2
		room = most
	}
	t.recycleAll()
	t.lay.top = t.look.TextSize * 0.8
	t.lay.reflow(room)
	t.laid = true
	if i := t.lay.blockAt(at); at >= 0 && i >= 0 {
		t.lay.ensure(i)
		t.offset = t.lineY(i, t.lay.lineIn(i, at)) + rest
	}
	t.version++
	if t.wanted != nil {
		t.reveal(*t.wanted)
		return
	}
	t.update()
}

func (t *Text) lineY(block, line int) float64 {
	b := &t.lay.blocks[block]
	return t.lay.y(block) + float64(line)*float64(t.lay.faces[b.style].line)
}

// bottom is room under the last line, so that it can be scrolled off the edge.
func (t *Text) bottom() float64 { return float64(t.look.TextSize) * 2 }

func (t *Text) maxOffset() float64 {
	return math.Max(0, t.lay.height()+t.bottom()-float64(t.Size().Height))
}

// scrollBy moves the view. Blocks that come in from above are broken first, so that nothing jumps.
func (t *Text) scrollBy(dy float64) {
	if !t.laid || len(t.lay.blocks) == 0 {
		return
	}
	if dy < 0 {
		i := t.lay.blockAtY(t.offset)
		inner := t.offset - t.lay.y(i)
		for k, room := i-1, -dy+200; k >= 0 && room > 0; k-- {
			t.lay.ensure(k)
			room -= float64(t.lay.blocks[k].height)
		}
		t.offset = t.lay.y(i) + inner
	}
	t.offset += dy
	t.update()
}

// reveal scrolls so that s is in view, with some lines before it; a view that shows it already stays.
func (t *Text) reveal(s story.Span) {
	first, last := t.lay.blockAt(s.Start), t.lay.blockAt(max(s.Start, s.End-1))
	if first < 0 {
		return
	}
	height := float64(t.Size().Height)
	for k, room := first, height; k >= 0 && room > 0; k-- {
		t.lay.ensure(k)
		room -= float64(t.lay.blocks[k].height)
	}
	for k, room := first, height; k < len(t.lay.blocks) && room > 0; k++ {
		t.lay.ensure(k)
		room -= float64(t.lay.blocks[k].height)
	}
	t.lay.ensure(last)
	top := t.lineY(first, t.lay.lineIn(first, s.Start))
	end := t.lineY(last, t.lay.lineIn(last, max(s.Start, s.End-1))) + float64(t.lay.faces[t.lay.blocks[last].style].line)
	air := math.Min(float64(t.lay.faces[styleBody].line), height/8)
	if top-air < t.offset || end+air > t.offset+height {
		if end-top > height*0.6 {
			t.offset = top - air
		} else {
			t.offset = top - math.Max(air, (height-(end-top))/3)
		}
	}
	t.update()
}

// update makes canvas objects for the lines in view and only for them.
func (t *Text) update() {
	if !t.laid {
		return
	}
	height := t.Size().Height
	t.offset = math.Max(0, math.Min(t.offset, t.maxOffset()))
	old := t.lines
	t.lines = nil
	if len(t.lay.blocks) > 0 {
		i := t.lay.blockAtY(t.offset)
		if b := &t.lay.blocks[i]; b.lines == nil { // came from far: keep the part of the block that was aimed at
			y, was := t.lay.y(i), float64(b.height)
			if t.lay.ensure(i) {
				t.offset = y + (t.offset-y)*float64(b.height)/math.Max(1, was)
			}
		}
		t.offset = math.Max(0, math.Min(t.offset, t.maxOffset()))
		i = t.lay.blockAtY(t.offset)
		for y := float32(t.lay.y(i) - t.offset); i < len(t.lay.blocks) && y < height; i++ {
			t.lay.ensure(i)
			b := &t.lay.blocks[i]
			f := t.lay.faces[b.style]
			for k := range b.lines {
				ly := y + float32(k)*f.line
				if ly+f.line <= 0 {
					continue
				}
				if ly >= height {
					break
				}
				t.lines = append(t.lines, t.lineView(&old, i, k, ly))
			}
			y += b.height
		}
	}
	t.spare = append(t.spare, old...)
	t.arrange()
}

// lineView finds the line among those shown before or makes it from a spare one.
func (t *Text) lineView(old *[]*lineView, block, line int, y float32) *lineView {
	b := &t.lay.blocks[block]
	var v *lineView
	for i, o := range *old {
		if o.block == block && o.line == line {
			v = o
			*old = append((*old)[:i], (*old)[i+1:]...)
			break
		}
	}
	fresh := v == nil
	if fresh {
		if n := len(t.spare); n > 0 {
			v, t.spare = t.spare[n-1], t.spare[:n-1]
		} else {
			v = &lineView{}
		}
		v.block, v.line, v.face, v.blockStart = block, line, t.lay.faces[b.style], max(0, b.start)
		v.text = b.text(t.lay.text)
		from, to := b.lineSpan(line, len(v.text))
		v.span = story.Span{Start: -1, End: -1}
		var dims []story.Span
		if b.start >= 0 {
			v.span = story.Span{Start: b.start + from, End: b.start + to}
			dims = t.zones.dims(story.Span{Start: b.start, End: b.end})
		}
		v.pieces = (&shaper{v.face, v.text, t.lay.width, dims}).line(from, to, b.rtl)
	}
	if fresh || v.version != t.version {
		t.decorate(v)
	}
	if v.y != y {
		t.placeLine(v, y)
	}
	return v
}

// redecorate draws highlights, selection and marks of the visible lines anew.
func (t *Text) redecorate() {
	t.version++
	t.update()
}

// recycleAll gives all lines back.
func (t *Text) recycleAll() {
	t.spare = append(t.spare, t.lines...)
	t.lines = nil
}

// decorate builds the line's objects at height 0.
func (t *Text) decorate(v *lineView) {
	v.version, v.underN, v.overN, v.dotsN, v.wordsN = t.version, 0, 0, 0, 0
	f := v.face
	if v.span.Start >= 0 {
		for _, s := range touching(t.highlights, v.span) {
			t.band(v, s, t.look.HighlightFill, 0, f.line)
		}
		if t.selected.Overlaps(v.span) {
			t.band(v, t.selected, t.look.SelectedFill, 0, f.line)
			bar := v.rect(&v.under, &v.underN)
			bar.FillColor, bar.CornerRadius = t.look.SelectedLine, 0
			bar.Move(fyne.NewPos(t.indent-t.look.Padding*0.62, 0))
			bar.Resize(fyne.NewSize(3, f.line))
		}
		marks := t.marks.overlapping(v.span, nil)
		rise := (f.line-f.height)/2 - 0.5
		for _, m := range marks { // quotes lie under places and times
			if m.Kind == Quote {
				t.band(v, m.Span, t.look.QuoteFill, rise, f.line-rise)
			}
		}
		base := (f.line+f.height)/2 - f.height*0.07
		for _, m := range marks {
			switch m.Kind {
			case PlaceLiteral:
				t.band(v, m.Span, t.look.PlaceFill, rise, base)
				t.underline(v, m.Span, t.look.PlaceLine, base)
			case Time:
				t.band(v, m.Span, t.look.TimeFill, rise, base)
				t.underline(v, m.Span, t.look.TimeLine, base)
			case PlaceActor:
				t.dotted(v, m.Span, t.look.ActorLine, base)
			}
		}
		if s := t.Selection(); s.Overlaps(v.span) {
			t.band(v, s, t.look.SelectionFill, 0, f.line)
		}
	}
	for i := range v.pieces {
		p := &v.pieces[i]
		if p.width <= 0 {
			continue
		}
		w := v.word()
		w.Color = t.look.Text
		if p.dim || t.lay.blocks[v.block].style == styleSmall {
			w.Color = t.look.Dimmed
		}
		f.paint(w, p.shown(v.text))
		w.Move(t.snap(t.indent+p.x, (f.line-f.height)/2))
		w.Resize(fyne.NewSize(p.width, f.height))
	}
	v.hideRest()
	v.y = 0
}

func (t *Text) spans(v *lineView, s story.Span) [][2]float32 {
	return extent(v.face, v.text, v.pieces, s.Start-v.blockStart, s.End-v.blockStart)
}

func (t *Text) band(v *lineView, s story.Span, c color.Color, top, bottom float32) {
	for _, e := range t.spans(v, s) {
		r := v.rect(&v.under, &v.underN)
		r.FillColor, r.CornerRadius = c, 2
		r.Move(fyne.NewPos(t.indent+e[0]-1, top))
		r.Resize(fyne.NewSize(e[1]-e[0]+2, bottom-top))
	}
}

func (t *Text) underline(v *lineView, s story.Span, c color.Color, y float32) {
	for _, e := range t.spans(v, s) {
		r := v.rect(&v.over, &v.overN)
		r.FillColor, r.CornerRadius = c, 0
		r.Move(t.snap(t.indent+e[0]-1, y))
		r.Resize(fyne.NewSize(e[1]-e[0]+2, 2))
	}
}

func (t *Text) dotted(v *lineView, s story.Span, c color.Color, y float32) {
	for _, e := range t.spans(v, s) {
		if v.dotsN == len(v.dots) {
			v.dots = append(v.dots, &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest})
		}
		im := v.dots[v.dotsN]
		v.dotsN++
		dots := t.parts.dots(int(e[1]-e[0]+0.5), t.parts.scale(t), c)
		im.Move(t.snap(t.indent+e[0], y))
		if im.Image != dots {
			im.Image = dots
			im.Resize(fyne.NewSize(float32(int(e[1]-e[0]+0.5)), 2))
			im.Refresh()
		}
		im.Show()
	}
}

func (v *lineView) rect(pool *[]*canvas.Rectangle, n *int) *canvas.Rectangle {
	if *n == len(*pool) {
		*pool = append(*pool, canvas.NewRectangle(color.Transparent))
	}
	r := (*pool)[*n]
	*n++
	r.Hidden = false
	return r
}

func (v *lineView) word() *canvas.Text {
	if v.wordsN == len(v.words) {
		v.words = append(v.words, &canvas.Text{})
	}
	w := v.words[v.wordsN]
	v.wordsN++
	w.Hidden = false
	return w
}

// hideRest takes what this line does not need out of the picture.
func (v *lineView) hideRest() {
	for _, r := range v.under[v.underN:] {
		r.Hidden = true
	}
	for _, r := range v.over[v.overN:] {
		r.Hidden = true
	}
	for _, r := range v.dots[v.dotsN:] {
		r.Hidden = true
	}
	for _, r := range v.words[v.wordsN:] {
		r.Hidden = true
	}
}

// placeLine moves the objects of a line from v.y to y.
func (t *Text) placeLine(v *lineView, y float32) {
	from := t.snap(0, v.y).Y
	to := t.snap(0, y).Y
	v.y = y
	if from == to {
		return
	}
	move := func(o fyne.CanvasObject) {
		p := o.Position()
		p.Y += to - from
		o.Move(p)
	}
	for _, r := range v.under[:v.underN] {
		move(r)
	}
	for _, r := range v.over[:v.overN] {
		move(r)
	}
	for _, r := range v.dots[:v.dotsN] {
		move(r)
	}
	for _, r := range v.words[:v.wordsN] {
		move(r)
	}
}

// snap puts a position on whole pixels of the screen.
func (t *Text) snap(x, y float32) fyne.Position {
	s := float64(t.parts.scale(t))
	return fyne.NewPos(float32(math.Round(float64(x)*s)/s), float32(math.Round(float64(y)*s)/s))
}

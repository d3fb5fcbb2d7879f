package compareview

import (
	"image/color"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Page is what the sheet shows. Text is shown as given.
type Page struct {
	Summary []string // beside the columns
	Columns []Column
	Note    string // below the columns
	Heads   []string
	HeadIDs []string  // heads with an id can be tapped; nil: none
	Shares  []float32 // of the table's width, of each column; nil is that of who is heard
	Rows    []Row
	Caption string // above the table; "" where the table is all there is
	Facts   []Fact // above the table, a line each
}

// Fact is a line with its name before it.
type Fact struct{ Name, Words string }

// Column is an article.
type Column struct {
	ID     string
	Title  string
	Colour color.NRGBA
	Cells  []Cell
}

// Cell is a sentence.
type Cell struct {
	ID     string
	Stance string
	Strong bool // the stance stands out
	Quiet  bool
	Rest   string // behind the stance
	Words  string
	Marks  []Mark // sorted, apart from each other
	Foot   string
}

// Mark is a stretch of Words, in bytes.
type Mark struct {
	From, To int
	Only     bool // in the other of the two colours
}

// Row is a row of the table.
type Row struct {
	ID     string  // "" where nothing can be tapped
	Head   bool    // its first cell heads the rows below
	Share  float32 // of the width of the last cell, as a bar; 0 is none
	Colour color.NRGBA
	Cells  []string
}

// Sheet shows a Page. It is as wide as it is given, or as its columns need.
type Sheet struct {
	widget.BaseWidget
	OnCell func(id string) // a cell, a column's title or a row was tapped
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)
	scroll func(top, bottom float32) // brings a stretch into view

	page    Page
	pal     *kit.Palette
	serif   fyne.Resource
	width   float32 // that the layout is for
	size    fyne.Size
	objects []fyne.CanvasObject
	boxes   []box // what can be tapped, in the order of the keyboard
	current int
	focused bool
	ring    *canvas.Rectangle
}

type box struct {
	id         string
	x, y, w, h float32
}

var (
	_ fyne.Tappable      = (*Sheet)(nil)
	_ fyne.Focusable     = (*Sheet)(nil)
	_ desktop.Cursorable = (*Sheet)(nil)
)

func newSheet() *Sheet {
	s := &Sheet{pal: kit.Palettes[0], ring: canvas.NewRectangle(color.Transparent), scroll: func(float32, float32) {}}
	s.ring.StrokeWidth, s.ring.CornerRadius = 2, 6
	s.ExtendBaseWidget(s)
	return s
}

func (s *Sheet) set(p Page) {
	s.page, s.current, s.width = p, 0, 0
	s.Refresh()
}

// least is the width that a column needs.
func (s *Sheet) least() float32 { return 168 * s.pal.Scale() }

// summaryWidth is the room of the summary; 0 where it stands above the columns.
func (s *Sheet) summaryWidth(width float32) float32 {
	if width < 3*s.least()+140*s.pal.Scale() {
		return 0
	}
	return 140 * s.pal.Scale()
}

// need is the width that all columns need.
func (s *Sheet) need(width float32) float32 {
	return max(width, s.summaryWidth(width)+float32(len(s.page.Columns))*s.least()+2*padX)
}

// fit lays the page out for the width there is and gives the size that it takes.
func (s *Sheet) fit(width float32) fyne.Size {
	if width <= 0 {
		return fyne.NewSize(1, 1)
	}
	if s.width != width {
		s.width = width
		s.layOut(s.need(width))
	}
	return s.size
}

func (s *Sheet) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	s.objects = append(s.objects, o)
}

func (s *Sheet) write(f kit.Face, words string, ink color.Color, x, y float32) float32 {
	t := canvas.NewText("", ink)
	f.Write(t, words, ink)
	s.put(t, x, y, t.MinSize().Width, f.Line())
	return t.MinSize().Width
}

// lines writes wrapped words and gives where they end.
func (s *Sheet) lines(f kit.Face, words string, ink color.Color, x, y, w float32) float32 {
	for _, line := range f.Wrap(words, w) {
		s.write(f, line, ink, x, y)
		y += f.Line()
	}
	return y
}

func (s *Sheet) layOut(width float32) {
	s.objects, s.boxes = nil, nil
	p := s.pal
	plain, bold := kit.Face{Size: p.TextSize * 0.93}, kit.Face{Size: p.TextSize, Style: fyne.TextStyle{Bold: true}}
	y := float32(padY)
	x := float32(padX)
	left := s.summaryWidth(s.width)
	if s.page.Caption == "" {
		left = 0
	}
	if left > 0 {
		at := y
		for i, line := range s.page.Summary {
			f := plain
			if i > 0 {
				at += 2
			}
			at = s.lines(f, line, p.Muted, x, at, left-padX)
		}
		x += left
	} else {
		y = s.lines(plain, strings.Join(s.page.Summary, " · "), p.Muted, x, y, width-2*padX) + gap
	}
	y = s.facts(y, width)
	y = s.columns(x, y, width-x-padX)
	if s.page.Caption != "" {
		y = s.legend(y, width)
	}
	if len(s.page.Rows) > 0 {
		if s.page.Caption != "" {
			y += 2 * gap
			s.write(bold.At(p.TextSize*1.07), s.page.Caption, p.Text, padX, y)
			y += bold.Line() * 1.3
		}
		y = s.table(y, width)
	}
	s.size = fyne.NewSize(width, y+2*gap)
}

// facts writes the facts below each other, and gives where they end.
func (s *Sheet) facts(y, width float32) float32 {
	if len(s.page.Facts) == 0 {
		return y
	}
	name, words := kit.Face{Size: s.pal.TextSize * 0.93}, kit.Face{Size: s.pal.TextSize}
	room := min(width, s.width) - 2*padX
	left := float32(0)
	for _, f := range s.page.Facts {
		left = max(left, min(name.Measure(f.Name).Width, room*0.4))
	}
	for _, f := range s.page.Facts {
		low := s.lines(name, f.Name, s.pal.Muted, padX, y+(words.Line()-name.Line())/2, left)
		y = max(low, s.lines(words, f.Words, s.pal.Text, padX+left+2*gap, y, room-left-2*gap)) + 3
	}
	return y + gap
}

// columns writes the columns side by side and gives where the longest ends.
func (s *Sheet) columns(x, y, width float32) float32 {
	n := len(s.page.Columns)
	if n == 0 {
		return y
	}
	w := width / float32(n)
	low := y
	var lines []*canvas.Rectangle
	for i := range s.page.Columns {
		at := x + float32(i)*w
		line := canvas.NewRectangle(s.pal.Line)
		lines = append(lines, line)
		s.put(line, at, y, 1, 1)
		low = max(low, s.column(&s.page.Columns[i], at+padX-2, y, w-padX-4))
	}
	for _, l := range lines {
		l.Resize(fyne.NewSize(1, low-y))
	}
	return low + gap
}

func (s *Sheet) column(c *Column, x, y, w float32) float32 {
	p := s.pal
	bold := kit.Face{Size: p.TextSize * 0.97, Style: fyne.TextStyle{Bold: true}}
	top, dot := y, p.TextSize*0.55
	mark := canvas.NewCircle(kit.LaneOn(c.Colour, p.Bar))
	s.put(mark, x, y+(bold.Line()-dot)/2, dot, dot)
	indent := dot + 6
	title := bold.Wrap(c.Title, w-indent)
	if len(title) > 3 {
		title = title[:3]
		title[2] = bold.GoesOn(title[2], w-indent)
	}
	for _, line := range title {
		s.write(bold, line, p.Text, x+indent, y)
		y += bold.Line()
	}
	s.boxes = append(s.boxes, box{c.ID, x - 4, top - 2, w + 8, y - top + 4})
	y += gap * 1.5
	for i := range c.Cells {
		top = y
		y = s.cell(&c.Cells[i], x, y, w)
		s.boxes = append(s.boxes, box{c.Cells[i].ID, x - 4, top - 3, w + 8, y - top + 6})
		y += gap * 1.5
	}
	return y
}

func (s *Sheet) cell(c *Cell, x, y, w float32) float32 {
	p := s.pal
	bold, plain := kit.Face{Size: p.TextSize * 0.93, Style: fyne.TextStyle{Bold: true}}, kit.Face{Size: p.TextSize * 0.88}
	ink := p.Text
	if c.Strong {
		ink = p.Filled
	}
	if c.Quiet {
		ink = p.Muted
	}
	if c.Stance != "" {
		at := s.write(bold, c.Stance, ink, x, y)
		rest := plain.Measure(c.Rest).Width
		if at+6+rest <= w {
			s.write(plain, c.Rest, p.Muted, x+at+6, y+(bold.Line()-plain.Line())/2)
			y += bold.Line()
		} else {
			y = s.lines(plain, c.Rest, p.Muted, x, y+bold.Line(), w)
		}
		y += 2
	}
	face := kit.Face{Size: p.ArticlePts * 0.95, Source: s.serif}
	words := p.Text
	if c.Quiet {
		words = p.Muted
	}
	y = s.marked(face, c, words, x, y, w)
	if c.Foot != "" {
		y = s.lines(plain, c.Foot, p.Muted, x, y+2, w)
	}
	return y
}

// marked writes the words of a cell, and a ground behind those that are marked.
func (s *Sheet) marked(f kit.Face, c *Cell, ink color.Color, x, y, w float32) float32 {
	for _, l := range wrapAt(f, c.Words, w) {
		for _, m := range c.Marks {
			from, to := max(m.From, l.from), min(m.To, l.to)
			if from >= to {
				continue
			}
			r := canvas.NewRectangle(s.ground(m.Only))
			r.CornerRadius = 2
			at := f.Measure(c.Words[l.from:from]).Width
			s.put(r, x+at-1, y, f.Measure(c.Words[from:to]).Width+2, f.Line())
		}
		s.write(f, c.Words[l.from:l.to], ink, x, y)
		y += f.Line()
	}
	return y
}

// ground is the colour behind marked words.
func (s *Sheet) ground(only bool) color.NRGBA {
	if only {
		return kit.Between(s.pal.Warn, s.pal.Bar, 0.1)
	}
	return kit.Between(s.pal.Ring, s.pal.Bar, 0.86)
}

// stretch is a line of words, in bytes.
type stretch struct{ from, to int }

// wrapAt breaks words into lines at spaces and says where in them each line stands. A word that is wider than a line is
// broken.
func wrapAt(f kit.Face, words string, width float32) (out []stretch) {
	start, end := -1, 0 // of the line, up to the last word that fits
	push := func() {
		if start >= 0 && end > start {
			out = append(out, stretch{start, end})
		}
		start = -1
	}
	for i := 0; i < len(words); {
		for i < len(words) && words[i] == ' ' {
			i++
		}
		j := i
		for j < len(words) && words[j] != ' ' {
			j++
		}
		if j == i {
			break
		}
		if start >= 0 && f.Measure(words[start:j]).Width > width {
			push()
		}
		if start < 0 {
			start = i
		}
		for f.Measure(words[start:j]).Width > width {
			n := fitting(f, words[start:j], width)
			if n <= 0 || start+n >= j {
				break
			}
			out = append(out, stretch{start, start + n})
			start += n
		}
		end = j
		i = j
	}
	push()
	return out
}

// fitting is how many bytes of a word have room in a line; at least one letter.
func fitting(f kit.Face, word string, width float32) int {
	last := 0
	for i := range word {
		if i > 0 && f.Measure(word[:i]).Width > width {
			if last == 0 {
				return i
			}
			return last
		}
		last = i
	}
	return last
}

// legend says what the marks mean, and which names are spelled in two ways.
func (s *Sheet) legend(y, width float32) float32 {
	p := s.pal
	f := kit.Face{Size: p.TextSize * 0.88}
	line := func() {
		s.put(canvas.NewRectangle(p.Line), padX, y, width-2*padX, 1)
		y += gap
	}
	line()
	x := float32(padX)
	for i, words := range []string{lang.L("same thing, others say it too"), lang.L("only here")} {
		r := canvas.NewRectangle(s.ground(i == 1))
		w := f.Measure(words).Width
		s.put(r, x, y, w+10, f.Line()+4)
		s.write(f, words, p.Text, x+5, y+2)
		x += w + 28
	}
	if s.page.Note != "" {
		if x+f.Measure(s.page.Note).Width > s.width-padX {
			x, y = padX, y+f.Line()+8
		}
		y = s.lines(f, s.page.Note, p.Muted, x, y+2, s.width-x-padX) - f.Line()
	}
	y += f.Line() + gap
	line()
	return y
}

// table writes the rows below their heads. In a narrow sheet each row is a paragraph.
func (s *Sheet) table(y, width float32) float32 {
	p := s.pal
	f := kit.Face{Size: p.TextSize * 0.93}
	room := min(width, max(s.width, 5*s.least())) - 2*padX
	shares := s.page.Shares
	if shares == nil {
		shares = []float32{0.24, 0.15, 0.18, 0.17, 0.14, 0.12}
	}
	widths := columnWidths(f, s.page.Heads, shares, room)
	write := func(cells []string, ink color.Color, indent float32) float32 {
		x, low := float32(padX), y
		for i, c := range cells {
			w := room / float32(len(cells))
			if len(cells) == len(widths) {
				w = widths[i]
			}
			in := float32(0)
			if i == 0 {
				in = indent
			}
			low = max(low, s.lines(f, c, ink, x+in, y, w-in-10))
			x += w
		}
		return low
	}
	top := y
	y = write(s.page.Heads, p.Muted, 0) + 3
	for i, x := 0, float32(padX); i < len(s.page.HeadIDs) && i < len(widths); i++ {
		s.boxes = append(s.boxes, box{s.page.HeadIDs[i], x - 4, top - 2, widths[i] - 4, y - top})
		x += widths[i]
	}
	for i := range s.page.Rows {
		row := &s.page.Rows[i]
		if row.Head {
			y += 1.5 * gap
			bold := kit.Face{Size: p.TextSize * 0.97, Style: fyne.TextStyle{Bold: true}}
			y = s.lines(bold, row.Cells[0], p.Text, padX, y, room) + 3
			continue
		}
		s.put(canvas.NewRectangle(p.Line), padX, y, room, 1)
		y += 4
		indent := float32(0)
		if dot := p.TextSize * 0.5; row.Colour.A > 0 {
			s.put(canvas.NewCircle(kit.LaneOn(row.Colour, p.Bar)), padX, y+(f.Line()-dot)/2, dot, dot)
			indent = dot + 6
		}
		if row.Share > 0 {
			last := widths[len(widths)-1]
			s.bar(row.Share, padX+room-last, y, last-10, f)
		}
		low := write(row.Cells, p.Text, indent)
		if row.ID != "" {
			s.boxes = append(s.boxes, box{row.ID, padX - 4, y - 3, room + 8, low - y + 6})
		}
		y = low + 4
	}
	return y
}

// bar draws a share behind the words of a cell, as wide as its part of the cell.
func (s *Sheet) bar(share, x, y, w float32, f kit.Face) {
	r := canvas.NewRectangle(s.ground(false))
	r.CornerRadius = 3
	s.put(r, x-4, y-1, max(w*min(share, 1), 2), f.Line()+2)
}

// Tapped is called by Fyne.
func (s *Sheet) Tapped(e *fyne.PointEvent) {
	for i, b := range s.boxes {
		if b.holds(e.Position) {
			s.current = i
			s.enter()
			return
		}
	}
}

func (b box) holds(at fyne.Position) bool {
	return at.X >= b.x && at.X <= b.x+b.w && at.Y >= b.y && at.Y <= b.y+b.h
}

func (s *Sheet) enter() {
	if s.current < len(s.boxes) && s.OnCell != nil {
		s.OnCell(s.boxes[s.current].id)
	}
}

// Cursor is called by Fyne.
func (s *Sheet) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is called by Fyne.
func (s *Sheet) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost is called by Fyne.
func (s *Sheet) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune is called by Fyne.
func (s *Sheet) TypedRune(r rune) {
	if s.OnRune != nil {
		s.OnRune(r)
	}
}

// TypedKey is called by Fyne: the arrows go from cell to cell, Enter goes to the sentence.
func (s *Sheet) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyRight:
		s.goTo(s.current + 1)
	case fyne.KeyUp, fyne.KeyLeft:
		s.goTo(s.current - 1)
	case fyne.KeyHome:
		s.goTo(0)
	case fyne.KeyEnd:
		s.goTo(len(s.boxes) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.enter()
	default:
		if s.OnKey != nil {
			s.OnKey(e)
		}
	}
}

func (s *Sheet) goTo(i int) {
	if i < 0 || i >= len(s.boxes) {
		return
	}
	s.current = i
	s.scroll(s.boxes[i].y, s.boxes[i].y+s.boxes[i].h)
	s.Refresh()
}

// MinSize is what the page takes at the width it has.
func (s *Sheet) MinSize() fyne.Size { return s.size }

// CreateRenderer is called by Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s: s} }

type sheetRenderer struct {
	s    *Sheet
	list []fyne.CanvasObject
}

func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) Layout(fyne.Size)             { r.place() }
func (r *sheetRenderer) MinSize() fyne.Size           { return r.s.size }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.list }

func (r *sheetRenderer) place() {
	s := r.s
	s.ring.StrokeColor = s.pal.Ring
	s.ring.Hidden = !s.focused || s.current >= len(s.boxes)
	if !s.ring.Hidden {
		b := s.boxes[s.current]
		s.ring.Move(fyne.NewPos(b.x-2, b.y-2))
		s.ring.Resize(fyne.NewSize(b.w+4, b.h+4))
	}
	r.list = append(append(r.list[:0], s.objects...), s.ring)
}

func (r *sheetRenderer) Refresh() {
	r.place()
	r.s.ring.Refresh()
	canvas.Refresh(r.s)
}

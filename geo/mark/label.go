package mark

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strings"

	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Box is a rectangle in px of the viewport.
type Box struct{ Left, Top, Right, Bottom float64 }

// Overlaps reports whether two boxes share more than an edge.
func (b Box) Overlaps(o Box) bool {
	return b.Left < o.Right && o.Left < b.Right && b.Top < o.Bottom && o.Top < b.Bottom
}

func (b Box) grown(by float64) Box {
	return Box{b.Left - by, b.Top - by, b.Right + by, b.Bottom + by}
}

// Text is a word that wants a place on the map.
type Text struct {
	tile.Label
	X, Y  float64 // px of the viewport
	Gap   float64 // distance to keep from X, Y: the reach of the mark it names; 0 centres the word on its point
	Fixed bool    // shown even where it covers others: the selected place
	Also  []Spot  // other spots, tried in turn
	Was   *Spot   // upper left corner of its box in the picture before, from X, Y: tried first
	Kept  bool    // it was on that picture, and goes before others of its kind
}

// Spot is a pixel of the viewport.
type Spot struct{ X, Y float64 }

// Placed is a word with its place: the box it covers, and the lines it is broken into.
type Placed struct {
	Text
	Box
	Lines []string
}

// lettering is how a kind of label is set.
type lettering struct {
	size, spacing, halo float64 // px at scale 1; spacing between letters
	bold, capitals      bool
	width               int // runes after which a line is broken, at a space
	apart               float64
	ink                 func(*tile.Style) color.NRGBA
}

var letterings = map[tile.LabelKind]lettering{
	tile.LabelPlace:   {size: 13.5, halo: 2.2, bold: true, ink: func(s *tile.Style) color.NRGBA { return s.PlaceText }},
	tile.LabelCountry: {size: 13, spacing: 2.6, halo: 1.6, capitals: true, width: 12, apart: 320, ink: func(s *tile.Style) color.NRGBA { return s.CountryText }},
	tile.LabelSea:     {size: 11.5, spacing: 1.4, width: 12, apart: 320, ink: func(s *tile.Style) color.NRGBA { return s.SeaText }},
	tile.LabelRegion:  {size: 10.5, spacing: 0.4, halo: 1.4, width: 18, apart: 250, ink: func(s *tile.Style) color.NRGBA { return s.RegionText }},
	tile.LabelCity:    {size: 12, halo: 1.8, ink: func(s *tile.Style) color.NRGBA { return s.TownText }},
	tile.LabelTown:    {size: 11, halo: 1.8, ink: func(s *tile.Style) color.NRGBA { return s.TownText }},
}

// set gives the lettering of one text: large countries are set larger.
func set(t tile.Label) lettering {
	l := letterings[t.Kind]
	if t.Kind == tile.LabelCountry {
		switch {
		case t.Rank <= 2:
			l.size = 14.5
			l.width = 16
		case t.Rank >= 5:
			l.size = 11.5
			l.spacing = 2
		}
	}
	return l
}

// Texts turns labels of the ground and the labels of marks into words for Place. Marks must have X and Y (see At).
func Texts(v viewport.Viewport, labels []tile.Label, marks []Mark) []Text {
	out := make([]Text, 0, len(labels)+len(marks))
	for _, m := range marks {
		if m.Label != "" {
			out = append(out, Text{Label: tile.Label{Point: m.Point, Text: m.Label, Rank: -m.Number, Kind: tile.LabelPlace},
				X: m.X, Y: m.Y, Gap: m.Reach() + 2, Fixed: m.Selected})
		}
	}
	for _, l := range labels {
		x, y := v.Project(l.Point)
		gap := 0.0
		if l.Kind == tile.LabelPlace {
			gap = 4
		}
		t := Text{Label: l, X: x, Y: y, Gap: gap}
		for _, p := range l.Also {
			x, y := v.Project(p)
			t.Also = append(t.Also, Spot{x, y})
		}
		out = append(out, t)
	}
	return out
}

// Place finds a place for each word, in order of kind and rank, such that no two cover each other, none covers an
// obstacle and none leaves the w x h picture; words without room are left out, and so are countries and seas named
// again close by; a place has one name (see sameNames). The same input gives the same places.
func (p Pen) Place(texts []Text, obstacles []Box, w, h float64) []Placed {
	order := slices.Clone(texts)
	slices.SortStableFunc(order, func(a, b Text) int {
		if a.Fixed != b.Fixed {
			if a.Fixed {
				return -1
			}
			return 1
		}
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		if a.Kept != b.Kept {
			if a.Kept {
				return -1
			}
			return 1
		}
		return a.Rank - b.Rank
	})
	order = sameNames(order, p.style().TextScale)
	paper := sheet{w, h, p.style().TextScale, newGrid()}
	for _, o := range obstacles {
		paper.taken.add(o)
	}
	named := map[string][]Text{}
	var out []Placed
	for _, t := range order {
		if t.Text == "" || !p.fonts().Covers(t.Text) {
			continue
		}
		l := set(t.Label)
		lines, width, height := p.layout(t.Label)
		for n := -1; n < len(t.Also); n++ {
			if n >= 0 {
				t.X, t.Y = t.Also[n].X, t.Also[n].Y
			}
			if math.IsNaN(t.X+t.Y) || t.X < -200 || t.Y < -200 || t.X > w+200 || t.Y > h+200 {
				continue
			}
			if l.apart > 0 && slices.ContainsFunc(named[t.Text], func(o Text) bool { return math.Hypot(o.X-t.X, o.Y-t.Y) < l.apart }) {
				continue
			}
			if placed, ok := paper.room(t, width, height); ok {
				out = append(out, Placed{Text: t, Box: placed, Lines: lines})
				if t.Gap == 0 {
					placed = placed.grown(3.5) // words of the ground do not run into each other
				}
				paper.taken.add(placed.grown(1.5))
				named[t.Text] = append(named[t.Text], t)
				break
			}
		}
	}
	return out
}

// sheet is what names are put on: a picture of w x h px of the viewport, with what stands on it already.
type sheet struct {
	w, h      float64
	textScale float64
	taken     *grid
}

// free reports whether a word can stand there.
func (s *sheet) free(b Box) bool { return b.within(s.w, s.h) && !s.taken.hits(b) }

// room tries the places a word of a size may stand at.
func (s *sheet) room(t Text, width, height float64) (Box, bool) {
	at := func(left, top float64) Box { return Box{left, top, left + width, top + height} }
	if t.Was != nil {
		if b := at(t.X+t.Was.X, t.Y+t.Was.Y); s.free(b) {
			return b, true
		}
	}
	if t.Gap == 0 {
		b := at(t.X-width/2, t.Y-height/2)
		return b, s.free(b)
	}
	g, d := t.Gap*s.textScale, t.Gap*s.textScale*0.7
	tries := [...]Box{
		at(t.X+g, t.Y-height/2), at(t.X-g-width, t.Y-height/2),
		at(t.X+d, t.Y-d-height), at(t.X+d, t.Y+d), at(t.X-d-width, t.Y-d-height), at(t.X-d-width, t.Y+d),
		at(t.X-width/2, t.Y-g-height), at(t.X-width/2, t.Y+g),
	}
	for _, b := range tries {
		if s.free(b) {
			return b, true
		}
	}
	return tries[0], t.Fixed && t.X >= 0 && t.Y >= 0 && t.X <= s.w && t.Y <= s.h
}

func (b Box) within(w, h float64) bool {
	return b.Left >= 2 && b.Top >= 2 && b.Right <= w-2 && b.Bottom <= h-2
}

// layout breaks a label into lines and measures them, in px of the viewport.
func (p Pen) layout(t tile.Label) (lines []string, width, height float64) {
	l := set(t)
	text := t.Text
	if l.capitals {
		text = strings.ToUpper(text)
	}
	lines = breakLines(text, l.width)
	k := faceKey{l.bold, l.size * p.style().TextScale}
	for _, line := range lines {
		w, _ := p.fonts().measure(line, k, l.spacing*p.style().TextScale)
		width = max(width, w)
	}
	return lines, width, float64(len(lines)) * lineHeight * k.size
}

const lineHeight = 1.22

// breakLines cuts text at spaces into at most three lines of about the same length, none much longer than width runes.
func breakLines(text string, width int) []string {
	words := strings.Fields(text)
	if width == 0 || len([]rune(text)) <= width || len(words) < 2 {
		return []string{strings.Join(words, " ")}
	}
	n := min(3, len(words), 1+len([]rune(text))/width)
	target := len([]rune(text)) / n
	var lines []string
	line := ""
	for _, w := range words {
		if line != "" && len(lines) < n-1 && len([]rune(line))+len([]rune(w))/2 >= target {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}

// Labels draws placed words with their halo.
func (p Pen) Labels(dst *image.RGBA, placed []Placed) {
	style, scale := p.style(), p.scale()
	for i := len(placed) - 1; i >= 0; i-- { // the most important on top
		t := placed[i]
		l := set(t.Label)
		k := faceKey{l.bold, l.size * style.TextScale * scale}
		spacing := l.spacing * style.TextScale * scale
		step := lineHeight * k.size
		for n, line := range t.Lines {
			width, rise := p.fonts().measure(line, k, spacing)
			word := p.fonts().word(wordKey{line, k, spacing, l.ink(style), style.Halo, l.halo * style.TextScale * scale})
			x := (t.Box.Left+t.Box.Right)/2*scale - width/2
			y := t.Box.Top*scale + step*float64(n) + (step+rise)/2
			blit(dst, word.img, int(math.Round(x))-word.x, int(math.Round(y))-word.y)
		}
	}
}

// grid finds overlaps among many boxes without looking at all of them.
type grid struct {
	cells map[[2]int][]int
	boxes []Box
}

const gridCell = 96.0

func newGrid() *grid { return &grid{cells: map[[2]int][]int{}} }

func (g *grid) each(b Box, f func([2]int) bool) {
	// A box that is not finite or as large as a city is no obstacle that anybody meant.
	if !(b.Right-b.Left < 1e4 && b.Bottom-b.Top < 1e4 && math.Abs(b.Left) < 1e6 && math.Abs(b.Top) < 1e6) {
		return
	}
	for x := int(math.Floor(b.Left / gridCell)); x <= int(math.Floor(b.Right/gridCell)); x++ {
		for y := int(math.Floor(b.Top / gridCell)); y <= int(math.Floor(b.Bottom/gridCell)); y++ {
			if !f([2]int{x, y}) {
				return
			}
		}
	}
}

func (g *grid) add(b Box) {
	n := len(g.boxes)
	g.boxes = append(g.boxes, b)
	g.each(b, func(c [2]int) bool { g.cells[c] = append(g.cells[c], n); return true })
}

func (g *grid) hits(b Box) (hit bool) {
	g.each(b, func(c [2]int) bool {
		for _, n := range g.cells[c] {
			if g.boxes[n].Overlaps(b) {
				hit = true
			}
		}
		return !hit
	})
	return hit
}

// Lettering is how a word is set, in px of the viewport.
type Lettering struct {
	Size, Line, Spacing float64 // Line is from one line to the next
	Bold                bool
	Ink                 color.NRGBA
	Halo                float64 // around the letters, in Style.Halo; 0 for none
}

// Lettering says how a placed word is set.
func (p Pen) Lettering(t Placed) Lettering {
	s, l := p.style(), set(t.Label)
	size := l.size * s.TextScale
	return Lettering{Size: size, Line: lineHeight * size, Spacing: l.spacing * s.TextScale, Bold: l.bold, Ink: l.ink(s), Halo: l.halo * s.TextScale}
}

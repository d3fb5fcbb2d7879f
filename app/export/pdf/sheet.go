package pdf

import (
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"

	"dateline/app/export"
)

// ink is how letters look.
type ink struct {
	size   float64 // pt
	bold   bool
	slant  bool
	grey   int // 0 black
	family int // which of the faces; face.split fills it in
}

// face is one of the faces that text is set in.
type face struct {
	name string
	has  func(rune) bool
}

// sheet is the paper that is written on. Lengths are mm, from the upper left corner.
type sheet struct {
	pdf   *fpdf.Fpdf
	w, h  float64
	faces []face
	more  [][]byte // the files of all faces but the first
	used  []bool   // which faces are in the file
	font  ink      // that is set
	set   bool     // font is
	lost  int      // letters that no face has
	y     float64
	rtl   bool // its words are of a language that runs from right to left
}

// margins of a page, and what its foot takes, in mm.
const (
	side   = 15.0
	top    = 14.0
	bottom = 16.0
)

// ptMM is a point in mm.
const ptMM = 25.4 / 72

func newSheet(c *export.Content) (*sheet, error) {
	size := "A4"
	if c.Paper == export.Letter {
		size = "Letter"
	}
	p := fpdf.New("P", "mm", size, "")
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(side, top, side)
	p.SetCatalogSort(true)
	// The day that the file names as its own is the last one that the story knows, so that the same story gives the same
	// bytes.
	y, m, d := export.LastDay(c.Story).Date()
	made := time.Date(max(y, 1900), time.Month(m), d, 12, 0, 0, 0, time.UTC)
	p.SetCreationDate(made)
	p.SetModificationDate(made)
	p.SetTitle(export.Clean(c.Title), true)
	p.SetCreator(c.Generator, true)
	p.SetProducer(c.Generator, true)
	s := &sheet{pdf: p, rtl: c.RightToLeft()}
	s.w, s.h = p.GetPageSize()
	if err := s.addFaces(c.Faces); err != nil {
		return nil, err
	}
	s.page()
	return s, p.Error()
}

func (s *sheet) addFaces(f export.Faces) error {
	for i, data := range append([][]byte{f.Regular}, f.More...) {
		font, err := sfnt.Parse(data)
		if err != nil {
			return fmt.Errorf("letters: %w", err)
		}
		var buf sfnt.Buffer
		known := map[rune]bool{}
		s.faces = append(s.faces, face{name: fmt.Sprint("face", i), has: func(r rune) bool {
			ok, seen := known[r]
			if !seen {
				g, err := font.GlyphIndex(&buf, r)
				ok = err == nil && g != 0
				known[r] = ok
			}
			return ok
		}})
	}
	s.pdf.AddUTF8FontFromBytes("face0", "", f.Regular)
	s.pdf.AddUTF8FontFromBytes("face0", "B", f.Bold)
	s.more, s.used = f.More, make([]bool, len(s.faces))
	return s.pdf.Error()
}

// family is the first face that has a sign for a letter; -1 where none has.
func (s *sheet) family(r rune) int {
	if r > 0xffff { // beyond what the format's tables of widths hold
		return -1
	}
	for i := range s.faces {
		if s.faces[i].has(r) {
			return i
		}
	}
	return -1
}

// use sets the letters to write or to measure with.
func (s *sheet) use(k ink) {
	if s.set && s.font == k {
		return
	}
	style := ""
	if k.bold && k.family == 0 {
		style = "B"
	}
	if k.family > 0 && !s.used[k.family] {
		s.pdf.AddUTF8FontFromBytes(s.faces[k.family].name, "", s.more[k.family-1])
		s.used[k.family] = true
	}
	s.pdf.SetFont(s.faces[k.family].name, style, k.size)
	s.pdf.SetTextColor(k.grey, k.grey, k.grey)
	s.font, s.set = k, true
}

// width is how wide a text is, in mm.
func (s *sheet) width(text string, k ink) float64 {
	s.use(k)
	return s.pdf.GetStringWidth(text)
}

// slantDegrees is how far letters lean that stand for italics.
const slantDegrees = 11

// write writes a text with its baseline at x, y.
func (s *sheet) write(x, y float64, text string, k ink) {
	s.use(k)
	if !k.slant {
		s.pdf.Text(x, y, text)
		return
	}
	s.pdf.TransformBegin()
	s.pdf.TransformSkewX(slantDegrees, x, y)
	s.pdf.Text(x, y, text)
	s.pdf.TransformEnd()
}

// page begins a page.
func (s *sheet) page() {
	s.pdf.AddPage()
	s.set = false
	s.y = top
}

// room is what is left of the page, in mm.
func (s *sheet) room() float64 { return s.h - bottom - s.y }

// need begins a page where less than h mm are left.
func (s *sheet) need(h float64) {
	if s.room() < h && s.y > top {
		s.page()
	}
}

// rule draws a line over the width of the page.
func (s *sheet) rule() {
	s.pdf.SetDrawColor(150, 150, 150)
	s.pdf.SetLineWidth(0.2)
	s.pdf.Line(side, s.y, s.w-side, s.y)
}

// blank draws a line to write on, its left end at x, y.
func (s *sheet) blank(x, y, w float64) {
	s.pdf.SetDrawColor(90, 90, 90)
	s.pdf.SetLineWidth(0.25)
	s.pdf.Line(x, y, x+w, y)
}

// feet writes the foot of every page.
func (s *sheet) feet(words string) {
	n := s.pdf.PageCount()
	k := ink{size: 8, grey: 90}
	for i := 1; i <= n; i++ {
		s.pdf.SetPage(i)
		s.set = false
		page := fmt.Sprintf("%d / %d", i, n)
		s.write(s.w-side-s.width(page, k), s.h-8, page, k)
		for _, p := range s.lines([]run{{text: words, ink: k}}, s.w-2*side-25)[:1] {
			s.draw(p, side, s.h-8)
		}
	}
}

// end writes the file.
func (s *sheet) end(w io.Writer) error {
	if err := s.pdf.Error(); err != nil {
		return err
	}
	return s.pdf.Output(w)
}

package mark

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"slices"

	"github.com/go-text/typesetting/di"
	shapefont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// shaper sets words whose letters change with their neighbours or run from right to left (Arabic, Hebrew, Indic), and
// those for which the first font has no sign. Its methods are called with the lock of Fonts held.
type shaper struct {
	faces   [2][]*shapefont.Face // regular and bold, in order of preference
	harf    shaping.HarfbuzzShaper
	segment shaping.Segmenter
}

// Add takes two more font files for letters that the fonts so far do not have; nil for bold takes the regular one.
// Called before the fonts are used. Fonts that do not parse change nothing.
func (f *Fonts) Add(regular, bold []byte) error {
	if bold == nil {
		bold = regular
	}
	var faces [2]*shapefont.Face
	for i, data := range [2][]byte{regular, bold} {
		face, err := shapefont.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("mark: a further font: %w", err)
		}
		faces[i] = face
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.loadShaper()
	for i := range faces {
		f.shaper.faces[i] = append(f.shaper.faces[i], faces[i])
	}
	clear(f.words)
	f.wordBytes = 0
	return nil
}

// Covers reports whether there are signs for all letters of text; a name that is not covered is left out.
func (f *Fonts) Covers(text string) bool {
	if plain(text) {
		return true
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.loadShaper()
	for _, r := range text {
		if r > ' ' && f.shaper.resolve(0, r, nil) == nil && !ignorable(r) {
			return false
		}
	}
	return true
}

func ignorable(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F
}

// loadShaper reads the first fonts a second time, when the first word needs it.
func (f *Fonts) loadShaper() {
	if f.shaper != nil {
		return
	}
	f.shaper = &shaper{}
	for i, data := range f.data {
		if face, err := shapefont.ParseTTF(bytes.NewReader(data)); err == nil {
			f.shaper.faces[i] = append(f.shaper.faces[i], face)
		}
	}
}

// plain reports whether text is of letters that stand side by side as they are: Latin, Greek, Cyrillic, as far as the
// fonts we ship go.
func plain(text string) bool {
	for _, r := range text {
		if r >= 0x300 && !(r >= 0x370 && r < 0x483 || r >= 0x48A && r < 0x530 || r >= 0x1E00 && r < 0x2000 || r >= 0x2010 && r < 0x202A) {
			return false
		}
	}
	return true
}

// resolve is the first face with a sign for r, else def.
func (s *shaper) resolve(bold int, r rune, def *shapefont.Face) *shapefont.Face {
	for _, face := range s.faces[bold] {
		if _, ok := face.NominalGlyph(r); ok {
			return face
		}
	}
	return def
}

type faceMap struct {
	s    *shaper
	bold int
}

// ResolveFace is called by go-text.
func (m faceMap) ResolveFace(r rune) *shapefont.Face {
	return m.s.resolve(m.bold, r, m.s.faces[m.bold][0])
}

// line sets one line: runs from left to right as they are seen, and their width in px.
func (s *shaper) line(text string, k faceKey) (runs []shaping.Output, width float64) {
	bold := 0
	if k.bold {
		bold = 1
	}
	runes := []rune(text)
	if len(s.faces[bold]) == 0 || len(runes) == 0 {
		return nil, 0
	}
	base := direction(runes)
	in := shaping.Input{Text: runes, RunEnd: len(runes), Direction: base, Size: fixed.Int26_6(k.size * 64), Language: language.NewLanguage("und")}
	for _, part := range s.segment.Split(in, faceMap{s, bold}) {
		out := s.harf.Shape(part)
		runs = append(runs, out)
		width += float64(out.Advance) / 64
	}
	// As they are seen: in a line from right to left all runs are turned round, then each stretch of runs against the
	// direction of the line.
	if base == di.DirectionRTL {
		slices.Reverse(runs)
	}
	for i := 0; i < len(runs); {
		j := i
		for j < len(runs) && runs[j].Direction != base {
			j++
		}
		slices.Reverse(runs[i:j])
		i = max(j, i+1)
	}
	return runs, width
}

// direction is that of the first letter that has one.
func direction(runes []rune) di.Direction {
	for _, r := range runes {
		switch {
		case r >= 0x590 && r < 0x900, r >= 0xFB1D && r < 0xFE00, r >= 0xFE70 && r < 0xFF00, r >= 0x10800 && r < 0x11000, r >= 0x1E800 && r < 0x1F000:
			return di.DirectionRTL
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= 0xC0:
			return di.DirectionLTR
		}
	}
	return di.DirectionLTR
}

// mask draws runs with the baseline beginning at x, y.
func (s *shaper) mask(dst *image.Alpha, runs []shaping.Output, x, y float64) {
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	pen := vector.NewRasterizer(w, h)
	for _, run := range runs {
		scale := float64(run.Size) / 64 / float64(run.Face.Upem())
		for _, g := range run.Glyphs {
			outline, ok := run.Face.GlyphData(g.GlyphID).(shapefont.GlyphOutline)
			if ok {
				ox, oy := x+float64(g.XOffset)/64, y-float64(g.YOffset)/64
				at := func(p opentype.SegmentPoint) (float32, float32) {
					return float32(ox + float64(p.X)*scale), float32(oy - float64(p.Y)*scale)
				}
				trace(pen, outline.Segments, at)
			}
			x += float64(g.Advance) / 64
		}
	}
	pen.Draw(dst, dst.Rect, image.Opaque, image.Point{})
}

func trace(pen *vector.Rasterizer, segments []opentype.Segment, at func(opentype.SegmentPoint) (float32, float32)) {
	open := false
	for _, seg := range segments {
		ax, ay := at(seg.Args[0])
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				pen.ClosePath()
			}
			pen.MoveTo(ax, ay)
			open = true
		case opentype.SegmentOpLineTo:
			pen.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			bx, by := at(seg.Args[1])
			pen.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			bx, by := at(seg.Args[1])
			cx, cy := at(seg.Args[2])
			pen.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	if open {
		pen.ClosePath()
	}
}

// shaped draws a line that needs shaping. The caller holds the lock.
func (f *Fonts) shaped(k wordKey) *word {
	f.loadShaper()
	runs, width := f.shaper.line(k.text, k.face)
	up, down := k.face.size, k.face.size*0.35
	for _, run := range runs {
		up = math.Max(up, float64(run.LineBounds.Ascent)/64)
		down = math.Max(down, -float64(run.LineBounds.Descent)/64)
	}
	edge := int(math.Ceil(k.haloRadius)) + 2
	ascent := int(math.Ceil(up))
	mask := image.NewAlpha(image.Rect(0, 0, int(math.Ceil(width))+2*edge, ascent+int(math.Ceil(down))+2*edge))
	f.shaper.mask(mask, runs, float64(edge), float64(edge+ascent))
	return inked(mask, k, edge, edge+ascent)
}

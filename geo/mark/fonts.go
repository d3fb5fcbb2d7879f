package mark

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// Fonts are the faces words are set in, with the words and signs drawn last. It may be used from several goroutines.
type Fonts struct {
	regular, bold *opentype.Font
	data          [2][]byte // the files of both

	mu        sync.Mutex
	faces     map[faceKey]font.Face
	words     map[wordKey]*word
	signs     map[signKey]Sprite
	wordBytes int // of the pictures in words
	signBytes int

	shaper *shaper // nil until a word needs it
}

type faceKey struct {
	bold bool
	size float64
}

// wordKey is all that a drawn word depends on.
type wordKey struct {
	text       string
	face       faceKey
	spacing    float64
	ink, halo  color.NRGBA
	haloRadius float64
}

// word is a drawn word; x and y are where its baseline begins on img.
type word struct {
	img  *image.RGBA
	x, y int
}

// What Fonts keeps at most, in pictures and in their bytes: on a screen of high density a picture is many times as large.
// Beyond it all is forgotten and drawn anew.
const (
	keepWords     = 2048
	keepSigns     = 1024
	keepWordBytes = 6 << 20
	keepSignBytes = 3 << 20
)

// NewFonts takes two TrueType or OpenType files; nil stands for the Go fonts (Latin, Greek, Cyrillic).
func NewFonts(regular, bold []byte) (*Fonts, error) {
	if regular == nil {
		regular = goregular.TTF
	}
	if bold == nil {
		bold = gobold.TTF
	}
	r, err := opentype.Parse(regular)
	if err != nil {
		return nil, fmt.Errorf("mark: the regular font: %w", err)
	}
	b, err := opentype.Parse(bold)
	if err != nil {
		return nil, fmt.Errorf("mark: the bold font: %w", err)
	}
	return &Fonts{regular: r, bold: b, data: [2][]byte{regular, bold}, faces: map[faceKey]font.Face{}, words: map[wordKey]*word{}, signs: map[signKey]Sprite{}}, nil
}

// goFonts are the fonts of a Pen that has none. The two files are compiled in, so they always parse.
var goFonts = sync.OnceValue(func() *Fonts {
	f, err := NewFonts(nil, nil)
	if err != nil {
		panic("mark: the Go fonts do not parse: " + err.Error())
	}
	return f
})

// face gives the face of a size, rounded to quarter pixels. The caller holds the lock.
func (f *Fonts) face(k faceKey) font.Face {
	k.size = max(4, math.Round(k.size*4)/4)
	if face := f.faces[k]; face != nil {
		return face
	}
	src := f.regular
	if k.bold {
		src = f.bold
	}
	face, err := opentype.NewFace(src, &opentype.FaceOptions{Size: k.size, DPI: 72, Hinting: font.HintingNone})
	if err != nil { // only for a size that is not positive
		return nil
	}
	f.faces[k] = face
	return face
}

// measure gives the width of one line and how far its capitals rise, in px.
func (f *Fonts) measure(text string, k faceKey, spacing float64) (width, rise float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	face := f.face(k)
	if face == nil {
		return 0, 0
	}
	m := face.Metrics()
	if !plain(text) {
		f.loadShaper()
		_, width := f.shaper.line(text, k)
		return width, float64(m.CapHeight) / 64
	}
	return float64(font.MeasureString(face, text))/64 + spacing*float64(max(0, utf8.RuneCountInString(text)-1)), float64(m.CapHeight) / 64
}

// word draws one line, or finds it drawn.
func (f *Fonts) word(k wordKey) *word {
	f.mu.Lock()
	defer f.mu.Unlock()
	if w := f.words[k]; w != nil {
		return w
	}
	w := f.draw(k)
	n := len(w.img.Pix)
	if len(f.words) >= keepWords || f.wordBytes+n > keepWordBytes {
		clear(f.words)
		f.wordBytes = 0
	}
	f.words[k] = w
	f.wordBytes += n
	return w
}

func (f *Fonts) draw(k wordKey) *word {
	face := f.face(k.face)
	if face == nil || strings.TrimSpace(k.text) == "" {
		return &word{img: image.NewRGBA(image.Rectangle{})}
	}
	if !plain(k.text) {
		return f.shaped(k)
	}
	m := face.Metrics()
	width := float64(font.MeasureString(face, k.text))/64 + k.spacing*float64(utf8.RuneCountInString(k.text))
	edge := int(math.Ceil(k.haloRadius)) + 2
	w := int(math.Ceil(width)) + 2*edge
	ascent, descent := m.Ascent.Ceil(), m.Descent.Ceil()
	mask := image.NewAlpha(image.Rect(0, 0, w, ascent+descent+2*edge))
	dot := fixed.Point26_6{X: fixed.I(edge), Y: fixed.I(edge + ascent)}
	last := rune(-1)
	for _, r := range k.text {
		if last >= 0 {
			dot.X += face.Kern(last, r) + fixed.Int26_6(k.spacing*64)
		}
		dr, glyph, at, advance, ok := face.Glyph(dot, r)
		if ok {
			stamp(mask, dr, glyph, at)
		}
		dot.X += advance
		last = r
	}
	return inked(mask, k, edge, edge+ascent)
}

// inked is a word in its colour, with its halo; its baseline begins at x, y.
func inked(mask *image.Alpha, k wordKey, x, y int) *word {
	img := image.NewRGBA(mask.Rect)
	if k.haloRadius > 0 && k.halo.A > 0 {
		lay(img, spread(mask, k.haloRadius), k.halo)
	}
	lay(img, mask, k.ink)
	return &word{img: img, x: x, y: y}
}

// stamp puts a glyph on the mask, the darker of both where they overlap.
func stamp(mask *image.Alpha, r image.Rectangle, glyph image.Image, at image.Point) {
	g, ok := glyph.(*image.Alpha)
	if !ok {
		return
	}
	clip := r.Intersect(mask.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		for x := clip.Min.X; x < clip.Max.X; x++ {
			v := g.AlphaAt(at.X+x-r.Min.X, at.Y+y-r.Min.Y).A
			if p := &mask.Pix[mask.PixOffset(x, y)]; v > *p {
				*p = v
			}
		}
	}
}

// spread widens a mask by radius px in every direction, with a soft edge.
func spread(mask *image.Alpha, radius float64) *image.Alpha {
	out := image.NewAlpha(mask.Rect)
	n := int(math.Ceil(radius))
	type step struct {
		dx, dy int
		weight uint32
	}
	var steps []step
	for dy := -n; dy <= n; dy++ {
		for dx := -n; dx <= n; dx++ {
			if w := radius + 0.5 - math.Hypot(float64(dx), float64(dy)); w > 0 {
				steps = append(steps, step{dx, dy, uint32(min(1, w) * 256)})
			}
		}
	}
	w, h := mask.Rect.Dx(), mask.Rect.Dy()
	for y := range h {
		for x := range w {
			v := uint32(mask.Pix[y*mask.Stride+x])
			if v == 0 {
				continue
			}
			for _, s := range steps {
				tx, ty := x+s.dx, y+s.dy
				if tx < 0 || ty < 0 || tx >= w || ty >= h {
					continue
				}
				if p := &out.Pix[ty*out.Stride+tx]; uint8(v*s.weight>>8) > *p {
					*p = uint8(v * s.weight >> 8)
				}
			}
		}
	}
	return out
}

// lay puts a colour over img where the mask is.
func lay(img *image.RGBA, mask *image.Alpha, c color.NRGBA) {
	for i, m := range mask.Pix {
		if m == 0 {
			continue
		}
		a := uint32(c.A) * uint32(m)
		rest := 65025 - a
		p := img.Pix[4*i : 4*i+4 : 4*i+4]
		p[0] = uint8((uint32(c.R)*a + uint32(p[0])*rest + 32512) / 65025)
		p[1] = uint8((uint32(c.G)*a + uint32(p[1])*rest + 32512) / 65025)
		p[2] = uint8((uint32(c.B)*a + uint32(p[2])*rest + 32512) / 65025)
		p[3] = uint8((255*a + uint32(p[3])*rest + 32512) / 65025)
	}
}

package mark

import (
	"fmt"
	"image/color"
	"testing"

	"dateline/geo/tile"
)

// TestFonts_KeepsFewBytes: of words and signs as large as on a screen of high density Fonts keeps fewer.
func TestFonts_KeepsFewBytes(t *testing.T) {
	f, err := NewFonts(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	ink := color.NRGBA{A: 255}
	for i := range 120 {
		f.word(wordKey{text: fmt.Sprintf("A town called %d", i), face: faceKey{size: 80}, ink: ink, halo: ink, haloRadius: 6})
		Pen{Style: tile.Light, Fonts: f, Scale: 6}.Sprite(Mark{Filled: true, Number: i, Selected: true})
	}
	words, signs := 0, 0
	for _, w := range f.words {
		words += len(w.img.Pix)
	}
	for _, s := range f.signs {
		signs += len(s.Image.Pix)
	}
	if words != f.wordBytes || signs != f.signBytes {
		t.Errorf("words take %d bytes, counted %d; signs %d, counted %d", words, f.wordBytes, signs, f.signBytes)
	}
	if words == 0 || words > 6<<20 || signs == 0 || signs > 3<<20 {
		t.Errorf("%d bytes of words and %d of signs are kept", words, signs)
	}
}

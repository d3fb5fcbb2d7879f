package content

import "strings"

// The widths of the fonts that every reader has, in thousandths of the size, for the codes 32 to 126. A bold face is a
// little wider; word gaps are told all the same.
var (
	helvetica = [95]uint16{278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
		278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
		278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
		334, 260, 334, 584}
	times = [95]uint16{250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500,
		278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611,
		333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444,
		480, 200, 480, 541}
)

const (
	courierWidth = 600
	usualWidth   = 500 // of a letter of which nothing is known
	wideWidth    = 1000
	boldWider    = 1.06
)

// knownWidth is the width of a letter in a font that is not in the file, by the font's name, in thousandths.
func knownWidth(font, letter string) float64 {
	name := strings.ToLower(font)
	if strings.Contains(name, "courier") || strings.Contains(name, "mono") {
		return courierWidth
	}
	table := &times
	if strings.Contains(name, "helvetica") || strings.Contains(name, "arial") || strings.Contains(name, "sans") {
		table = &helvetica
	}
	w := float64(usualWidth)
	switch letter {
	case "’", "‘", "'":
		w = float64(table['`'-' '])
	case "“", "”":
		w = float64(table['"'-' '])
	case "—", "…":
		w = wideWidth
	default:
		if len(letter) > 0 && letter[0] >= ' ' && letter[0] < 0x7f {
			w = 0
			for i := 0; i < len(letter); i++ {
				if c := letter[i]; c >= ' ' && c < 0x7f {
					w += float64(table[c-' '])
				}
			}
		}
	}
	if strings.Contains(name, "bold") {
		w *= boldWider
	}
	return w
}

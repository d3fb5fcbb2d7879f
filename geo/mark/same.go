package mark

import (
	"math"
	"strings"
	"unicode"

	"dateline/geo/tile"
	"golang.org/x/text/unicode/norm"
)

// How near two names must be to be of one place, in px at text of scale 1.
const (
	onePoint  = 7   // two points that cannot be told apart
	oneTown   = 60  // a town's point, as two sources have it
	oneRegion = 260 // a region's name and the seat that it is called by
)

// regionWords stand beside the name of a region for what it is.
var regionWords = map[string]bool{"oblast": true, "region": true, "province": true, "governorate": true, "krai": true, "prefecture": true, "voblast": true,
	"district": true, "county": true, "state": true, "republic": true, "of": true, "the": true, "autonomous": true, "city": true, "voivodeship": true}

// skeleton is what the spellings of one name in Latin letters share: its consonants, those that transliterations disagree on
// as one. "Kharkiv" and "Kharkov", "Mogilev" and "Mahilioŭ" are the same.
func skeleton(name string) string {
	var out []rune
	for _, word := range strings.Fields(strings.ToLower(norm.NFD.String(strings.ReplaceAll(name, "ŭ", "v")))) {
		if regionWords[word] {
			continue
		}
		for i, r := range []rune(word) {
			switch r {
			case 'h':
				r = 'g'
			case 'w':
				r = 'v'
			case 'c', 'q':
				r = 'k'
			case 'a', 'e', 'i', 'o', 'u', 'y', 'j', 'ь':
				if i > 0 {
					continue
				}
				r = 'a'
			}
			if unicode.IsLetter(r) && (len(out) == 0 || out[len(out)-1] != r) {
				out = append(out, r)
			}
		}
	}
	return string(out)
}

// sameNames leaves out what names a place again: a point that has a name already, the same town from another source, and a
// region called by its seat, where the seat is named. texts are in the order in which they get their places; the first one
// stays, but for regions, which give way to towns.
func sameNames(texts []Text, scale float64) []Text {
	bones := make([]string, len(texts))
	for i := range texts {
		bones[i] = skeleton(texts[i].Text)
	}
	near := func(i, j int, px float64) bool {
		return math.Hypot(texts[i].X-texts[j].X, texts[i].Y-texts[j].Y) < px*scale
	}
	point := func(t *Text) bool {
		return t.Kind == tile.LabelPlace || t.Kind == tile.LabelCity || t.Kind == tile.LabelTown
	}
	out, kept := make([]Text, 0, len(texts)), make([]int, 0, len(texts))
	for i := range texts {
		again := false
		switch t := &texts[i]; {
		case t.Kind == tile.LabelRegion:
			for j := range texts {
				again = again || point(&texts[j]) && bones[i] == bones[j] && near(i, j, oneRegion)
			}
		case point(t) && t.Kind != tile.LabelPlace:
			for _, j := range kept {
				again = again || point(&texts[j]) && (near(i, j, onePoint) || bones[i] == bones[j] && near(i, j, oneTown))
			}
		}
		if !again {
			out, kept = append(out, texts[i]), append(kept, i)
		}
	}
	return out
}

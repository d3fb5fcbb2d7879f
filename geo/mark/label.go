package mark

import (
	"image"

	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Fonts are the faces labels are set in. May be used from several goroutines.
type Fonts struct{}

// NewFonts takes two TrueType or OpenType files; nil stands for the Go fonts (Latin, Greek, Cyrillic).
func NewFonts(regular, bold []byte) (*Fonts, error) { return &Fonts{}, nil }

// Box is a rectangle in px of the viewport.
type Box struct{ Left, Top, Right, Bottom float64 }

// Text is a word that wants a place on the map.
type Text struct {
	tile.Label
	X, Y  float64 // px of the viewport
	Gap   float64 // distance to keep from X, Y: the radius of the mark it names; 0 centres the word on its point
	Fixed bool    // shown even where it covers others: the selected place
}

// Placed is a word with its place: the box it covers, and the lines it is broken into.
type Placed struct {
	Text
	Box
	Lines []string
}

// Texts turns labels of the ground and the labels of marks into words for Place. Marks must have X and Y (see At).
func Texts(v viewport.Viewport, labels []tile.Label, marks []Mark) []Text { return nil }

// Place finds a place for each word, in order of kind and rank, such that no two cover each other, none covers an
// obstacle and none leaves the w x h picture; words without room are left out. The same input gives the same places.
func (p Pen) Place(texts []Text, obstacles []Box, w, h float64) []Placed { return nil }

// Labels draws placed words with their halo.
func (p Pen) Labels(dst *image.RGBA, placed []Placed) {}

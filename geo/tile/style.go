package tile

import "image/color"

// Attribution is what a map with the embedded tiles and gazetteer names must show.
const (
	Attribution             = "Natural Earth · GeoNames CC BY 4.0"
	AttributionNaturalEarth = "Made with Natural Earth."
)

// Stroke is how a line is drawn: its colour, its width in px at zoom 5 and by how much it grows per zoom, and the
// lengths of dash and gap in px (no dashes if Dash is 0). A zoom below From leaves the line out.
type Stroke struct {
	Color     color.NRGBA
	Width     float64
	Grow      float64 // px per zoom above 5
	Dash, Gap float64
	From      int
}

// At is the width in px at a zoom, never under half of Width nor over twice of it.
func (s Stroke) At(zoom float64) float64 {
	w := s.Width + s.Grow*(zoom-5)
	return max(s.Width/2, min(2*s.Width, w))
}

// Style is one look of the map: of its tiles, its labels and its marks. All looks are in this file; drawing code holds
// no colour. A Style is shared by all who draw; nobody changes it.
type Style struct {
	Name string // "light", "dark", "projector"

	// The ground.
	Water, Land, Urban, Lake                   color.NRGBA
	River, Coast, Country, Admin1, Disputed    Stroke
	CountryText, SeaText, RegionText, TownText color.NRGBA
	Halo                                       color.NRGBA
	CardFill, CardText, CardEdge               color.NRGBA
	// The marks.
	MarkFill, MarkText, MarkEdge, MarkGlow       color.NRGBA // an event here
	RingLine, RingFill                           color.NRGBA // speaking from here
	AreaFill, AreaLine, PlaceText, PlaceTextRing color.NRGBA
	Heat                                         [5]color.NRGBA // few to many events near each other: one hue, in steps of lightness that any eye tells apart
	Lanes                                        [7]color.NRGBA // one per article, Okabe-Ito
	TextScale                                    float64        // of labels and marks: larger for a projector
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

func rgba(hex uint32, alpha float64) color.NRGBA {
	c := rgb(hex)
	c.A = uint8(alpha*255 + 0.5)
	return c
}

// okabeIto are the colours that people with any colour vision tell apart, without black and yellow, which
// vanish on dark and light ground.
var okabeIto = [7]color.NRGBA{rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xCC79A7), rgb(0xE69F00), rgb(0x56B4E9), rgb(0x7A6A00)}

// The looks of the map.
var (
	Light = &Style{
		Name:  "light",
		Water: rgb(0xDCE6EA), Land: rgb(0xF6F3EC), Urban: rgb(0xEFEBE1), Lake: rgb(0xDCE6EA),
		River:    Stroke{Color: rgb(0xCBDBE2), Width: 0.8, Grow: 0.15, From: 3},
		Coast:    Stroke{Color: rgb(0xB4C3C8), Width: 0.8, Grow: 0.05},
		Country:  Stroke{Color: rgb(0x9C917E), Width: 1.1, Grow: 0.12},
		Admin1:   Stroke{Color: rgb(0xCDC7BA), Width: 0.8, Grow: 0.08, Dash: 3.2, Gap: 2.2, From: 4},
		Disputed: Stroke{Color: rgb(0x9C917E), Width: 1.1, Grow: 0.12, Dash: 4, Gap: 3},

		CountryText: rgb(0x857B69), SeaText: rgb(0x7C98A6), RegionText: rgb(0xA0978A), TownText: rgb(0x4A463F), Halo: rgba(0xFFFFFF, 0.9),
		CardFill: rgba(0xFFFFFF, 0.92), CardText: rgb(0x5F594E), CardEdge: rgba(0x000000, 0.06),
		MarkFill: rgb(0xB5261E), MarkText: rgb(0xFFFFFF), MarkEdge: rgb(0xFFFFFF), MarkGlow: rgba(0xB5261E, 0.28),
		RingLine: rgb(0x0B72B5), RingFill: rgb(0xFFFFFF),
		AreaFill: rgba(0xB5261E, 0.13), AreaLine: rgba(0xB5261E, 0.75),
		PlaceText: rgb(0x1B2030), PlaceTextRing: rgb(0x1B2030),
		Heat:  [5]color.NRGBA{rgba(0xB4A0F3, 0.35), rgba(0x8867D2, 0.45), rgba(0x663CB9, 0.60), rgba(0x5526AC, 0.72), rgba(0x411B86, 0.84)},
		Lanes: okabeIto, TextScale: 1,
	}
	Dark = &Style{
		Name:  "dark",
		Water: rgb(0x11181F), Land: rgb(0x242629), Urban: rgb(0x2B2D30), Lake: rgb(0x11181F),
		River:    Stroke{Color: rgb(0x1E3340), Width: 0.8, Grow: 0.15, From: 3},
		Coast:    Stroke{Color: rgb(0x3C4A52), Width: 0.8, Grow: 0.05},
		Country:  Stroke{Color: rgb(0x7D7769), Width: 1.1, Grow: 0.12},
		Admin1:   Stroke{Color: rgb(0x46474A), Width: 0.8, Grow: 0.08, Dash: 3.2, Gap: 2.2, From: 4},
		Disputed: Stroke{Color: rgb(0x7D7769), Width: 1.1, Grow: 0.12, Dash: 4, Gap: 3},

		CountryText: rgb(0xA79F8F), SeaText: rgb(0x5F7F90), RegionText: rgb(0x807A70), TownText: rgb(0xC9C4BA), Halo: rgba(0x15171A, 0.85),
		CardFill: rgba(0x1C1E21, 0.92), CardText: rgb(0xB9B3A8), CardEdge: rgba(0xFFFFFF, 0.08),
		MarkFill: rgb(0xE0483E), MarkText: rgb(0xFFFFFF), MarkEdge: rgb(0x15171A), MarkGlow: rgba(0xE0483E, 0.35),
		RingLine: rgb(0x56B4E9), RingFill: rgb(0x1C1E21),
		AreaFill: rgba(0xE0483E, 0.20), AreaLine: rgba(0xF0685E, 0.85),
		PlaceText: rgb(0xF4F1EA), PlaceTextRing: rgb(0xF4F1EA),
		Heat:  [5]color.NRGBA{rgba(0x4F2987, 0.50), rgba(0xA971FF, 0.62), rgba(0xC099FF, 0.72), rgba(0xD7BEFF, 0.80), rgba(0xF4E8FF, 0.86)},
		Lanes: [7]color.NRGBA{rgb(0x4BA3DB), rgb(0xF0803C), rgb(0x2FC49A), rgb(0xDB93BC), rgb(0xF0B73C), rgb(0x8CCBF0), rgb(0xB8A83C)}, TextScale: 1,
	}
	Projector = &Style{
		Name:  "projector",
		Water: rgb(0xC6DCE8), Land: rgb(0xFFFFFF), Urban: rgb(0xF2F2F2), Lake: rgb(0xC6DCE8),
		River:    Stroke{Color: rgb(0x9CC2D6), Width: 1.2, Grow: 0.2, From: 4},
		Coast:    Stroke{Color: rgb(0x6E8C9B), Width: 1.2, Grow: 0.1},
		Country:  Stroke{Color: rgb(0x4A4438), Width: 1.7, Grow: 0.2},
		Admin1:   Stroke{Color: rgb(0xA39C8E), Width: 1.1, Grow: 0.1, Dash: 4.5, Gap: 3, From: 5},
		Disputed: Stroke{Color: rgb(0x4A4438), Width: 1.7, Grow: 0.2, Dash: 5, Gap: 4},

		CountryText: rgb(0x4F4739), SeaText: rgb(0x3F6B82), RegionText: rgb(0x6A6355), TownText: rgb(0x111111), Halo: rgba(0xFFFFFF, 1),
		CardFill: rgba(0xFFFFFF, 0.97), CardText: rgb(0x2A2620), CardEdge: rgba(0x000000, 0.25),
		MarkFill: rgb(0xA8120B), MarkText: rgb(0xFFFFFF), MarkEdge: rgb(0xFFFFFF), MarkGlow: rgba(0xA8120B, 0.35),
		RingLine: rgb(0x00578A), RingFill: rgb(0xFFFFFF),
		AreaFill: rgba(0xA8120B, 0.20), AreaLine: rgb(0xA8120B),
		PlaceText: rgb(0x000000), PlaceTextRing: rgb(0x000000),
		Heat:  [5]color.NRGBA{rgba(0xAB8FDC, 0.40), rgba(0x8860CD, 0.50), rgba(0x6937C0, 0.66), rgba(0x5921B9, 0.78), rgba(0x3E1388, 0.88)},
		Lanes: okabeIto, TextScale: 1.3,
	}
	// Print is for paper: greys that stay apart on any printer. No menu has it; what is printed asks for it.
	Print = &Style{
		Name:  "print",
		Water: rgb(0xE3E6E8), Land: rgb(0xFBFBFA), Urban: rgb(0xF1F1EF), Lake: rgb(0xE3E6E8),
		River:    Stroke{Color: rgb(0xD5DADD), Width: 0.8, Grow: 0.15, From: 4},
		Coast:    Stroke{Color: rgb(0xA9AFB2), Width: 0.8, Grow: 0.05},
		Country:  Stroke{Color: rgb(0x8F8D8A), Width: 1.2, Grow: 0.12},
		Admin1:   Stroke{Color: rgb(0xD4D3D0), Width: 0.8, Grow: 0.08, Dash: 3.2, Gap: 2.2, From: 4},
		Disputed: Stroke{Color: rgb(0x8F8D8A), Width: 1.2, Grow: 0.12, Dash: 4, Gap: 3},

		CountryText: rgb(0x7A7875), SeaText: rgb(0x7F888D), RegionText: rgb(0x8D8B88), TownText: rgb(0x3C3A37), Halo: rgba(0xFFFFFF, 0.95),
		CardFill: rgba(0xFFFFFF, 0.95), CardText: rgb(0x45423E), CardEdge: rgba(0x000000, 0.15),
		MarkFill: rgb(0x3A2C2A), MarkText: rgb(0xFFFFFF), MarkEdge: rgb(0xFFFFFF), MarkGlow: rgba(0x3A2C2A, 0.22),
		RingLine: rgb(0x42566A), RingFill: rgb(0xFFFFFF),
		AreaFill: rgba(0x3A2C2A, 0.10), AreaLine: rgba(0x3A2C2A, 0.65),
		PlaceText: rgb(0x14161C), PlaceTextRing: rgb(0x14161C),
		Heat:  [5]color.NRGBA{rgba(0x000000, 0.10), rgba(0x000000, 0.20), rgba(0x000000, 0.31), rgba(0x000000, 0.43), rgba(0x000000, 0.56)},
		Lanes: okabeIto, TextScale: 1,
	}
)

// Styles lists the looks in the order a menu shows them.
func Styles() []*Style { return []*Style{Light, Dark, Projector} }

// StyleNamed gives the look of that name; an unknown name gives Light.
func StyleNamed(name string) *Style {
	for _, s := range Styles() {
		if s.Name == name {
			return s
		}
	}
	return Light
}

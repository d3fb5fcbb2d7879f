package ui

import "image/color"

// lanes are the colours of articles: Okabe and Ito's, which people who see colours differently tell apart
// (jfly.uni-koeln.de/color, 2008), without the two that are too pale for thin marks.
var lanes = []color.NRGBA{rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xCC79A7), rgb(0xB8860B), rgb(0x56B4E9), rgb(0x6B6459)}

func laneColour(i int) color.NRGBA { return lanes[i%len(lanes)] }

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

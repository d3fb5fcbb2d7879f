package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look is the colours, sizes and fonts of the pane. A nil colour, a zero size and a nil font are taken from the theme,
// light or dark.
type Look struct {
	Font, BoldFont fyne.Resource // a serif for articles; nil takes the theme's text font

	TextSize     float32 // body
	HeadlineSize float32
	SubheadSize  float32
	SmallSize    float32 // further Head lines and the tip
	Leading      float32 // height of a line as a multiple of TextSize
	Padding      float32 // left and right of the text

	Background     color.Color // behind all; transparent by default
	Text           color.Color
	Dimmed         color.Color
	PlaceFill      color.Color
	PlaceLine      color.Color
	ActorLine      color.Color
	TimeFill       color.Color
	TimeLine       color.Color
	QuoteFill      color.Color
	HighlightFill  color.Color // sentences of the current Period
	SelectedFill   color.Color // the exact sentence
	SelectedLine   color.Color // the bar beside it
	SelectionFill  color.Color // what the person drags over
	TipFill        color.Color
	TipText        color.Color
	TipLine        color.Color
	Scrollbar      color.Color
	FocusIndicator color.Color
}

// maxMeasure is the longest line in ems of the body: longer ones are hard to read.
const maxMeasure = 46

// resolve fills what l leaves open. Marks keep one hue in light and dark; fills are let through so that a place inside
// a quote inside a highlighted sentence still shows all three.
func (l Look) resolve(th fyne.Theme, variant fyne.ThemeVariant) Look {
	col := func(c *color.Color, def color.Color) {
		if *c == nil {
			*c = def
		}
	}
	num := func(f *float32, def float32) {
		if *f <= 0 {
			*f = def
		}
	}
	num(&l.TextSize, th.Size(theme.SizeNameText)*1.1)
	num(&l.HeadlineSize, l.TextSize*1.22)
	num(&l.SubheadSize, l.TextSize*1.06)
	num(&l.SmallSize, l.TextSize*0.86)
	num(&l.Leading, 1.55)
	num(&l.Padding, l.TextSize*1.2)
	get := func(n fyne.ThemeColorName) color.Color { return th.Color(n, variant) }
	col(&l.Background, color.Transparent)
	col(&l.Text, get(theme.ColorNameForeground))
	if dark(get(theme.ColorNameBackground)) {
		col(&l.PlaceFill, rgba(0xE5, 0x55, 0x4A, 0x48))
		col(&l.PlaceLine, rgba(0xF0, 0x7A, 0x70, 0xFF))
		col(&l.ActorLine, rgba(0x6F, 0xB7, 0xF0, 0xFF))
		col(&l.TimeFill, rgba(0x6D, 0xB0, 0x5A, 0x3C))
		col(&l.TimeLine, rgba(0x86, 0xC8, 0x72, 0xFF))
		col(&l.QuoteFill, rgba(0xE6, 0xC0, 0x5A, 0x34))
		col(&l.HighlightFill, rgba(0xFF, 0xFF, 0xFF, 0x14))
		col(&l.SelectedFill, rgba(0xFF, 0xC1, 0x4D, 0x58))
		col(&l.Dimmed, rgba(0x9A, 0x97, 0x92, 0xFF))
		col(&l.TipFill, rgba(0x3A, 0x3C, 0x44, 0xFF))
		col(&l.TipText, rgba(0xF2, 0xF0, 0xEC, 0xFF))
		col(&l.TipLine, rgba(0x5A, 0x5C, 0x66, 0xFF))
	} else {
		col(&l.PlaceFill, rgba(0xB3, 0x26, 0x1E, 0x22))
		col(&l.PlaceLine, rgba(0xB3, 0x26, 0x1E, 0xFF))
		col(&l.ActorLine, rgba(0x00, 0x66, 0xAA, 0xFF))
		col(&l.TimeFill, rgba(0x3A, 0x6B, 0x1E, 0x22))
		col(&l.TimeLine, rgba(0x3A, 0x6B, 0x1E, 0xFF))
		col(&l.QuoteFill, rgba(0xF0, 0xB4, 0x29, 0x38))
		col(&l.HighlightFill, rgba(0x6B, 0x5E, 0x45, 0x14))
		col(&l.SelectedFill, rgba(0xFF, 0xB3, 0x00, 0x5C))
		col(&l.Dimmed, rgba(0x75, 0x71, 0x6A, 0xFF))
		col(&l.TipFill, rgba(0xFF, 0xFF, 0xFF, 0xFF))
		col(&l.TipText, rgba(0x1C, 0x1F, 0x2E, 0xFF))
		col(&l.TipLine, rgba(0xC9, 0xC3, 0xB8, 0xFF))
	}
	col(&l.SelectedLine, l.PlaceLine)
	col(&l.SelectionFill, get(theme.ColorNameSelection))
	col(&l.Scrollbar, get(theme.ColorNameScrollBar))
	col(&l.FocusIndicator, get(theme.ColorNameFocus))
	return l
}

// sameMetrics reports whether lines broken under one Look stay right under the other.
func (l Look) sameMetrics(o Look) bool {
	return l.Font == o.Font && l.BoldFont == o.BoldFont && l.TextSize == o.TextSize && l.HeadlineSize == o.HeadlineSize &&
		l.SubheadSize == o.SubheadSize && l.SmallSize == o.SmallSize && l.Leading == o.Leading && l.Padding == o.Padding
}

func rgba(r, g, b, a uint8) color.NRGBA { return color.NRGBA{R: r, G: g, B: b, A: a} }

// dark reports whether light text belongs on c.
func dark(c color.Color) bool {
	if c == nil {
		return false
	}
	r, g, b, _ := c.RGBA()
	return (299*r+587*g+114*b)/1000 < 0x7fff
}

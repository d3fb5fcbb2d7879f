package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dateline/geo/tile"
)

// Look is the colours and sizes of what is drawn over the map: cards, legend, buttons. The map itself, its marks and
// names have their colours from the tile.Style. A nil colour and a zero size are taken from style and theme.
type Look struct {
	Filled    color.Color // in the legend and at the map's edge
	Ring      color.Color
	AreaFill  color.Color
	AreaLine  color.Color
	Card      color.Color // buttons, legend, attribution, hover card
	CardLine  color.Color
	CardText  color.Color
	CardMuted color.Color
	Focus     color.Color

	TextSize float32
	Font     fyne.Resource // nil takes the theme's
	BoldFont fyne.Resource
}

func (l Look) resolve(th fyne.Theme, variant fyne.ThemeVariant, s *tile.Style) Look {
	col := func(c *color.Color, def color.Color) {
		if *c == nil {
			*c = def
		}
	}
	col(&l.Filled, s.MarkFill)
	col(&l.Ring, s.RingLine)
	col(&l.AreaFill, s.AreaFill)
	col(&l.AreaLine, s.AreaLine)
	col(&l.Card, s.CardFill)
	col(&l.CardLine, s.CardEdge)
	l.CardLine = over(l.CardLine, l.Card)
	col(&l.CardText, s.PlaceText)
	col(&l.CardMuted, s.CardText)
	col(&l.Focus, th.Color(theme.ColorNamePrimary, variant))
	if l.TextSize <= 0 {
		l.TextSize = th.Size(theme.SizeNameText)
	}
	return l
}

// over blends a colour with the one below it: Fyne draws the rim of a box beside its fill, not over it.
func over(top, below color.Color) color.Color {
	t, b := color.NRGBAModel.Convert(top).(color.NRGBA), color.NRGBAModel.Convert(below).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8((int(x)*int(t.A) + int(y)*(255-int(t.A))) / 255) }
	return color.NRGBA{mix(t.R, b.R), mix(t.G, b.G), mix(t.B, b.B), 255}
}

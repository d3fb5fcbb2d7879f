package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Look is the colours and sizes of the map. A nil colour and a zero size are taken from the theme, light or dark.
type Look struct {
	Land      color.Color // behind tiles that are not there yet
	Filled    color.Color // marks where something happened
	Ring      color.Color // marks where somebody speaks
	AreaFill  color.Color
	AreaLine  color.Color
	OnMark    color.Color // the number in a mark and its rim
	Label     color.Color
	Halo      color.Color
	Card      color.Color // buttons, legend, attribution, hover card
	CardText  color.Color
	CardMuted color.Color
	Focus     color.Color

	TextSize float32
	Font     fyne.Resource // labels; nil takes the theme's
	BoldFont fyne.Resource
}

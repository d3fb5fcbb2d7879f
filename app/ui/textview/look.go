package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Look is the colours, sizes and fonts of the pane. A nil colour, a zero size and a nil font are taken from the theme,
// light or dark.
type Look struct {
	Font, BoldFont fyne.Resource // a serif for articles; nil takes the theme's text font

	TextSize     float32 // body
	HeadlineSize float32
	SubheadSize  float32
	Leading      float32 // height of a line as a multiple of the font's own
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
	SelectionFill  color.Color // what the person drags over
	TipFill        color.Color
	TipText        color.Color
	TipBorder      color.Color
	Scrollbar      color.Color
	FocusIndicator color.Color
}

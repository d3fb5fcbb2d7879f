package timeline

import (
	"image/color"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/brush"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// AxisText is how large the labels of the axis are for Look.TextSize.
const AxisText = 0.92

// Look is the palette and the sizes. A nil colour or zero size follows the theme.
type Look struct {
	Background color.Color // behind everything
	Text       color.Color // lane titles
	Muted      color.Color // axis labels
	Line       color.Color // lane lines and the axis
	Accent     color.Color // the period's line and handle
	Band       color.Color // the period's shade
	Ring       color.Color // around what is selected
	Focus      color.Color // around the widget when it has the keyboard
	TextSize   float32     // lane titles; axis labels are a little smaller
	TitleWidth float32     // width of the column of titles
	RowHeight  float32     // height of a lane, when there is room; where there is much more it is up to 1.8 times that
}

// look is a Look without gaps, in the colours that painting needs.
type look struct {
	background, text, muted, line, accent, band, ring, focus color.NRGBA
	textSize, axisSize, titleWidth, rowHeight                float32
}

// themed fills what l leaves open from the theme of the widget.
func (l Look) themed(w fyne.Widget) look {
	th := kit.ThemeOf(w)
	k := look{
		background: th.Colour(l.Background, theme.ColorNameBackground),
		text:       th.Colour(l.Text, theme.ColorNameForeground),
		accent:     th.Colour(l.Accent, theme.ColorNamePrimary),
		focus:      th.Colour(l.Focus, theme.ColorNameFocus),
		ring:       th.Colour(l.Ring, theme.ColorNameForeground),
		textSize:   kit.SizeOr(l.TextSize, th.Size(theme.SizeNameText)*0.93),
	}
	k.muted = kit.ColourOr(l.Muted, kit.Between(k.text, k.background, 0.32))
	k.line = kit.ColourOr(l.Line, kit.Between(k.text, k.background, 0.48))
	k.band = kit.ColourOr(l.Band, brush.Faded(k.accent, 0.13))
	k.axisSize = k.textSize * AxisText
	k.titleWidth = kit.SizeOr(l.TitleWidth, k.textSize*14)
	k.rowHeight = kit.SizeOr(l.RowHeight, k.textSize*1.62)
	return k
}

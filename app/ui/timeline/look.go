package timeline

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

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
	th := theme.CurrentForWidget(w)
	variant := fyne.ThemeVariant(0)
	if app := fyne.CurrentApp(); app != nil {
		variant = app.Settings().ThemeVariant()
	}
	pick := func(own color.Color, name fyne.ThemeColorName) color.NRGBA {
		if own != nil {
			return nrgba(own)
		}
		return nrgba(th.Color(name, variant))
	}
	out := look{
		background: pick(l.Background, theme.ColorNameBackground),
		text:       pick(l.Text, theme.ColorNameForeground),
		accent:     pick(l.Accent, theme.ColorNamePrimary),
		focus:      pick(l.Focus, theme.ColorNamePrimary),
		ring:       pick(l.Ring, theme.ColorNameForeground),
	}
	out.muted, out.line, out.band = nrgba(l.Muted), nrgba(l.Line), nrgba(l.Band)
	if l.Muted == nil {
		out.muted = between(out.text, out.background, 0.32)
	}
	if l.Line == nil {
		out.line = between(out.text, out.background, 0.48)
	}
	if l.Band == nil {
		out.band = faded(out.accent, 0.13)
	}
	size := th.Size(theme.SizeNameText)
	out.textSize = l.TextSize
	if out.textSize <= 0 {
		out.textSize = size * 0.93
	}
	out.axisSize = out.textSize * 0.92
	out.titleWidth = l.TitleWidth
	if out.titleWidth <= 0 {
		out.titleWidth = out.textSize * 14
	}
	out.rowHeight = l.RowHeight
	if out.rowHeight <= 0 {
		out.rowHeight = out.textSize * 1.62
	}
	return out
}

// between mixes two colours: 0 is a, 1 is b.
func between(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

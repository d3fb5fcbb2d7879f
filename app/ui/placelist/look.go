package placelist

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look is fonts, palette and sizes. A nil font or colour or a zero size follows the theme.
type Look struct {
	Font       fyne.Resource // titles; nil is the theme's
	Background color.Color
	Hover      color.Color // a row under the pointer
	Selected   color.Color // the ground of a selected row
	Mark       color.Color // the bar at the left of a selected row
	Line       color.Color // between rows
	Text       color.Color
	Muted      color.Color // headings, second lines, counts and dates
	Focus      color.Color // around the list and its row when it has the keyboard
	TextSize   float32
	SmallSize  float32
}

// look is a Look without gaps.
type look struct {
	background, hover, selected, mark, line, text, muted, focus color.NRGBA
	title, small, head                                          face
}

// face is a font at a size.
type face struct {
	source fyne.Resource
	style  fyne.TextStyle
	size   float32
}

func (l Look) themed(w fyne.Widget) look {
	th := theme.CurrentForWidget(w)
	variant := fyne.ThemeVariant(0)
	if app := fyne.CurrentApp(); app != nil {
		variant = app.Settings().ThemeVariant()
	}
	pick := func(own color.Color, name fyne.ThemeColorName) color.NRGBA {
		if own == nil {
			own = th.Color(name, variant)
		}
		return color.NRGBAModel.Convert(own).(color.NRGBA)
	}
	k := look{
		background: pick(l.Background, theme.ColorNameBackground),
		text:       pick(l.Text, theme.ColorNameForeground),
		mark:       pick(l.Mark, theme.ColorNamePrimary),
		focus:      pick(l.Focus, theme.ColorNamePrimary),
	}
	derive := func(own color.Color, c color.NRGBA) color.NRGBA {
		if own == nil {
			return c
		}
		return pick(own, "")
	}
	k.hover = derive(l.Hover, between(k.text, k.background, 0.95))
	k.selected = derive(l.Selected, between(k.mark, k.background, 0.88))
	k.muted = derive(l.Muted, quieter(k.text, k.background, k.selected))
	k.line = derive(l.Line, between(k.text, k.background, 0.9))
	size := or(l.TextSize, th.Size(theme.SizeNameText))
	small := or(l.SmallSize, size*0.87)
	k.title = face{l.Font, fyne.TextStyle{}, size}
	k.small = face{nil, fyne.TextStyle{}, small}
	k.head = face{nil, fyne.TextStyle{Bold: true}, small}
	return k
}

func or(v, other float32) float32 {
	if v > 0 {
		return v
	}
	return other
}

// between mixes two colours: 0 is a, 1 is b.
func between(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// quieter is a text colour that steps back from text and can still be read on every one of the grounds.
func quieter(text color.NRGBA, grounds ...color.NRGBA) color.NRGBA {
	for t := 0.34; t > 0; t -= 0.04 {
		c, least := between(text, grounds[0], t), 21.0
		for _, g := range grounds {
			least = min(least, contrast(c, g))
		}
		if least >= 4.6 {
			return c
		}
	}
	return text
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

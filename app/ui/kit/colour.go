package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Between mixes two colours: 0 is a, 1 is b. The mix is opaque.
func Between(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// WithAlpha is c let through: 0 is nothing, 255 is c.
func WithAlpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}

// NRGBA converts any colour; nil is nothing at all.
func NRGBA(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// Quieter is a text colour that steps back from text and can still be read on every one of the grounds.
func Quieter(text color.NRGBA, grounds ...color.NRGBA) color.NRGBA {
	for t := 0.34; t > 0; t -= 0.04 {
		c, least := Between(text, grounds[0], t), 21.0
		for _, g := range grounds {
			least = min(least, Contrast(c, g))
		}
		if least >= 4.6 {
			return c
		}
	}
	return text
}

// Contrast is the ratio of WCAG 2, from 1 to 21: small text needs 4.5, marks and large text need 3.
func Contrast(a, b color.NRGBA) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Luminance is WCAG 2's relative luminance, from 0 for black to 1 for white.
func Luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// Themed picks colours and sizes for a widget: its own where it has one, else those of the theme.
type Themed struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

// ThemeOf is the theme that a widget stands in.
func ThemeOf(w fyne.Widget) Themed {
	t := Themed{theme: theme.CurrentForWidget(w)}
	if app := fyne.CurrentApp(); app != nil {
		t.variant = app.Settings().ThemeVariant()
	}
	return t
}

// Colour is own, or the theme's colour of that name where own is nil.
func (t Themed) Colour(own color.Color, name fyne.ThemeColorName) color.NRGBA {
	if own == nil {
		own = t.theme.Color(name, t.variant)
	}
	return NRGBA(own)
}

// Size is the theme's size of that name.
func (t Themed) Size(name fyne.ThemeSizeName) float32 { return t.theme.Size(name) }

// ColourOr is own, or other where own is nil.
func ColourOr(own color.Color, other color.NRGBA) color.NRGBA {
	if own == nil {
		return other
	}
	return NRGBA(own)
}

// SizeOr is own, or other where own is no size.
func SizeOr(own, other float32) float32 {
	if own > 0 {
		return own
	}
	return other
}

// onDark are the colours of articles (bind.LaneColour) for a dark ground, each of the same hue: on it their own would have less
// contrast than a mark needs, or be taken for one another. They are chosen together, so that people who see colours differently
// tell them apart here too.
var onDark = map[color.NRGBA]color.NRGBA{
	hex(0x0072B2): hex(0x0082F9), hex(0xD55E00): hex(0xEF8600), hex(0x009E73): hex(0x09AE6E), hex(0xCC79A7): hex(0xC9A5B5),
	hex(0x5B4FD0): hex(0x9584D3), hex(0x56B4E9): hex(0x6BDAFD), hex(0x7A3018): hex(0xAB5C2F), hex(0xA0006E): hex(0xD80095),
}

// darkGround is the luminance up to which a ground is dark.
const darkGround = 0.18

// LaneOn is the colour of an article as it is drawn on a ground; another colour stays as it is.
func LaneOn(c, ground color.NRGBA) color.NRGBA {
	if is, ok := onDark[c]; ok && Luminance(ground) < darkGround {
		return is
	}
	return c
}

// InkOn is the ink that can be read on a colour: black or white.
func InkOn(c color.NRGBA) color.NRGBA {
	if 299*int(c.R)+587*int(c.G)+114*int(c.B) > 150000 {
		return color.NRGBA{A: 255}
	}
	return color.NRGBA{R: 255, G: 255, B: 255, A: 255}
}

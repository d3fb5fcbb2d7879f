package quotelist

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look is fonts, palette and sizes. A nil font or colour or a zero size follows the theme.
type Look struct {
	WordsFont  fyne.Resource // the quoted words: a serif face; nil is the theme's italic
	Background color.Color
	Card       color.Color
	Hover      color.Color // a card under the pointer
	Border     color.Color
	Selected   color.Color // the border of the selected card
	Text       color.Color
	Muted      color.Color
	Date       color.Color // text of the date chip; its ground is the same colour, paler
	Ring       color.Color // place chip of a speaker's seat
	Place      color.Color // place chip of a literal place
	Focus      color.Color // around the list when it has the keyboard
	WordsSize  float32
	TextSize   float32
	SmallSize  float32
}

// look is a Look without gaps.
type look struct {
	background, card, hover, border, selected, text, muted, date, ring, place, focus color.NRGBA
	words, bold, plain, small                                                        face
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
		card:       pick(l.Card, theme.ColorNameInputBackground),
		text:       pick(l.Text, theme.ColorNameForeground),
		selected:   pick(l.Selected, theme.ColorNamePrimary),
		date:       pick(l.Date, theme.ColorNameSuccess),
		ring:       pick(l.Ring, theme.ColorNameHyperlink),
		place:      pick(l.Place, theme.ColorNameError),
		focus:      pick(l.Focus, theme.ColorNamePrimary),
	}
	k.muted, k.border, k.hover = between(k.text, k.background, 0.36), between(k.text, k.card, 0.86), between(k.text, k.card, 0.95)
	if l.Muted != nil {
		k.muted = pick(l.Muted, "")
	}
	if l.Border != nil {
		k.border = pick(l.Border, "")
	}
	if l.Hover != nil {
		k.hover = pick(l.Hover, "")
	}
	for c, own := range map[*color.NRGBA]color.Color{&k.muted: l.Muted, &k.date: l.Date, &k.ring: l.Ring, &k.place: l.Place} {
		if own == nil {
			*c = legible(*c, k.card, k.text)
		}
	}
	size := th.Size(theme.SizeNameText)
	text := or(l.TextSize, size*0.97)
	k.plain = face{size: text}
	k.bold = face{size: text, style: fyne.TextStyle{Bold: true}}
	k.small = face{size: or(l.SmallSize, text*0.87)}
	k.words = face{size: or(l.WordsSize, text*1.13), source: l.WordsFont}
	if l.WordsFont == nil {
		k.words.style = fyne.TextStyle{Italic: true}
	}
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

// legible moves c towards the text colour until small type in it can be read on the chip of the same colour.
func legible(c, card, text color.NRGBA) color.NRGBA {
	for i := 0; i < 20 && contrast(c, chipGround(c, card)) < 4.5; i++ {
		c = between(c, text, 0.1)
	}
	return c
}

// chipGround is the colour behind a chip's text.
func chipGround(c, card color.NRGBA) color.NRGBA { return between(c, card, 0.88) }

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

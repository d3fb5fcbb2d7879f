package present

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look is fonts, palette and scale. A nil font or colour follows the theme.
type Look struct {
	WordsFont fyne.Resource // the quoted words: a serif face; nil is the theme's italic
	Card      color.Color   // behind date, quote and counter
	Strip     color.Color   // behind the timeline
	Line      color.Color   // above the timeline and around the cards
	Text      color.Color
	Muted     color.Color
	Scale     float32 // of all text, on top of what the screen's height asks for; 0 is 1
}

// look is a Look without gaps.
type look struct {
	card, strip, line, text, muted color.NRGBA
	words, plain, bold             face
	scale                          float32
}

// face is a font without a size.
type face struct {
	source fyne.Resource
	style  fyne.TextStyle
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
		card:  pick(l.Card, theme.ColorNameBackground),
		strip: pick(l.Strip, theme.ColorNameBackground),
		line:  pick(l.Line, theme.ColorNameSeparator),
		text:  pick(l.Text, theme.ColorNameForeground),
		bold:  face{style: fyne.TextStyle{Bold: true}},
		scale: l.Scale,
	}
	if l.Card == nil {
		k.card.A = 0xF6 // the map shows through a little
	}
	k.muted = quieter(k.text, k.card)
	if l.Muted != nil {
		k.muted = pick(l.Muted, "")
	}
	if k.words.source = l.WordsFont; l.WordsFont == nil {
		k.words.style = fyne.TextStyle{Italic: true}
	}
	if k.scale <= 0 {
		k.scale = 1
	}
	return k
}

// between mixes two colours: 0 is a, 1 is b.
func between(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// quieter is a text colour that steps back from text and can still be read on ground.
func quieter(text, ground color.NRGBA) color.NRGBA {
	for t := 0.34; t > 0; t -= 0.04 {
		if c := between(text, ground, t); contrast(c, ground) >= 4.6 {
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

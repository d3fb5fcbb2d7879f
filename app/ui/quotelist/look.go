package quotelist

import (
	"image/color"

	"dateline/app/ui/kit"
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
	words, bold, plain, small                                                        kit.Face
}

func (l Look) themed(w fyne.Widget) look {
	th := kit.ThemeOf(w)
	k := look{
		background: th.Colour(l.Background, theme.ColorNameBackground),
		card:       th.Colour(l.Card, theme.ColorNameInputBackground),
		text:       th.Colour(l.Text, theme.ColorNameForeground),
		selected:   th.Colour(l.Selected, theme.ColorNamePrimary),
		date:       th.Colour(l.Date, theme.ColorNameSuccess),
		ring:       th.Colour(l.Ring, theme.ColorNameHyperlink),
		place:      th.Colour(l.Place, theme.ColorNameError),
		focus:      th.Colour(l.Focus, theme.ColorNameFocus),
	}
	k.muted = kit.ColourOr(l.Muted, kit.Between(k.text, k.background, 0.36))
	k.border = kit.ColourOr(l.Border, kit.Between(k.text, k.card, 0.86))
	k.hover = kit.ColourOr(l.Hover, kit.Between(k.text, k.card, 0.95))
	for c, own := range map[*color.NRGBA]color.Color{&k.muted: l.Muted, &k.date: l.Date, &k.ring: l.Ring, &k.place: l.Place} {
		if own == nil {
			*c = legible(*c, k.card, k.text)
		}
	}
	text := kit.SizeOr(l.TextSize, th.Size(theme.SizeNameText)*0.97)
	k.plain = kit.Face{Size: text}
	k.bold = kit.Face{Size: text, Style: fyne.TextStyle{Bold: true}}
	k.small = kit.Face{Size: kit.SizeOr(l.SmallSize, text*0.87)}
	k.words = kit.Face{Size: kit.SizeOr(l.WordsSize, text*1.13), Source: l.WordsFont, Style: fyne.TextStyle{Italic: l.WordsFont == nil}}
	return k
}

// legible moves c towards the text colour until small type in it can be read on the chip of the same colour.
func legible(c, card, text color.NRGBA) color.NRGBA {
	for i := 0; i < 20 && kit.Contrast(c, chipGround(c, card)) < 4.5; i++ {
		c = kit.Between(c, text, 0.1)
	}
	return c
}

// chipGround is the colour behind a chip's text.
func chipGround(c, card color.NRGBA) color.NRGBA { return kit.Between(c, card, 0.88) }

package present

import (
	"image/color"

	"dateline/app/ui/kit"
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

// look is a Look without gaps; its faces have no size.
type look struct {
	card, strip, line, text, muted color.NRGBA
	accent                         color.NRGBA // of what was picked
	words, plain, bold             kit.Face
	scale                          float32
}

func (l Look) themed(w fyne.Widget) look {
	th := kit.ThemeOf(w)
	k := look{
		card:   th.Colour(l.Card, theme.ColorNameBackground),
		strip:  th.Colour(l.Strip, theme.ColorNameBackground),
		line:   th.Colour(l.Line, theme.ColorNameSeparator),
		text:   th.Colour(l.Text, theme.ColorNameForeground),
		accent: th.Colour(nil, theme.ColorNamePrimary),
		bold:   kit.Face{Style: fyne.TextStyle{Bold: true}},
		words:  kit.Face{Source: l.WordsFont, Style: fyne.TextStyle{Italic: l.WordsFont == nil}},
		scale:  kit.SizeOr(l.Scale, 1),
	}
	if l.Card == nil {
		k.card.A = 0xF6 // the map shows through a little
	}
	k.muted = kit.ColourOr(l.Muted, kit.Quieter(k.text, k.card))
	return k
}

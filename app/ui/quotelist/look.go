package quotelist

import (
	"image/color"

	"fyne.io/fyne/v2"
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
	WordsSize  float32
	TextSize   float32
	SmallSize  float32
}

package placelist

import (
	"image/color"

	"dateline/app/ui/kit"
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
	title, small, head                                          kit.Face
}

func (l Look) themed(w fyne.Widget) look {
	th := kit.ThemeOf(w)
	k := look{
		background: th.Colour(l.Background, theme.ColorNameBackground),
		text:       th.Colour(l.Text, theme.ColorNameForeground),
		mark:       th.Colour(l.Mark, theme.ColorNamePrimary),
		focus:      th.Colour(l.Focus, theme.ColorNameFocus),
	}
	k.hover = kit.ColourOr(l.Hover, kit.Between(k.text, k.background, 0.95))
	k.selected = kit.ColourOr(l.Selected, kit.Between(k.mark, k.background, 0.88))
	k.muted = kit.ColourOr(l.Muted, kit.Quieter(k.text, k.background, k.selected))
	k.line = kit.ColourOr(l.Line, kit.Between(k.text, k.background, 0.9))
	size := kit.SizeOr(l.TextSize, th.Size(theme.SizeNameText))
	small := kit.SizeOr(l.SmallSize, size*0.87)
	k.title = kit.Face{Source: l.Font, Size: size}
	k.small = kit.Face{Size: small}
	k.head = kit.Face{Style: fyne.TextStyle{Bold: true}, Size: small}
	return k
}

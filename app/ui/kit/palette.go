package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Palette is the colours of one theme. Text on its ground has a contrast of at least 4.5:1, marks and lines of at least
// 3:1; a test holds every palette to that.
type Palette struct {
	Name       string
	Variant    fyne.ThemeVariant
	Bar        color.NRGBA // top bar, cards, controls
	Pane       color.NRGBA // quotes and article
	Text       color.NRGBA
	Muted      color.NRGBA
	Button     color.NRGBA
	Hover      color.NRGBA // laid over buttons
	Line       color.NRGBA // between panes
	Border     color.NRGBA // round inputs and cards
	Primary    color.NRGBA
	OnPrimary  color.NRGBA
	Selection  color.NRGBA
	Filled     color.NRGBA // marks where something happened
	Ring       color.NRGBA // marks where somebody speaks
	Date       color.NRGBA // words of time
	Warn       color.NRGBA // ground of a note
	TextSize   float32
	TitleSize  float32
	ArticlePts float32
}

// Palettes are all there are; the first is the one to begin with.
var Palettes = []*Palette{
	{
		Name: "light", Variant: theme.VariantLight,
		Bar: hex(0xFFFFFF), Pane: hex(0xFCFBF9), Text: hex(0x1B2033), Muted: hex(0x635C52),
		Button: hex(0xF1EDE6), Hover: color.NRGBA{0x1B, 0x20, 0x33, 0x14}, Line: hex(0xE3DDD1), Border: hex(0x9A9183),
		Primary: hex(0xB0241C), OnPrimary: hex(0xFFFFFF), Selection: color.NRGBA{0xF0, 0xB4, 0x29, 0x55},
		Filled: hex(0xB0241C), Ring: hex(0x0067A8), Date: hex(0x35691A), Warn: hex(0xFFF3D6),
		TextSize: 14, TitleSize: 29, ArticlePts: 15.5,
	},
	{
		Name: "dark", Variant: theme.VariantDark,
		Bar: hex(0x1D2027), Pane: hex(0x22252D), Text: hex(0xF1EFEA), Muted: hex(0xB9B3A8),
		Button: hex(0x343843), Hover: color.NRGBA{0xFF, 0xFF, 0xFF, 0x18}, Line: hex(0x3B404C), Border: hex(0x858B99),
		Primary: hex(0xFF8A7A), OnPrimary: hex(0x1D2027), Selection: color.NRGBA{0xF0, 0xB4, 0x29, 0x55},
		Filled: hex(0xE5554A), Ring: hex(0x6FB7F0), Date: hex(0x9AD483), Warn: hex(0x4A3D1C),
		TextSize: 14, TitleSize: 29, ArticlePts: 15.5,
	},
	{
		Name: "projector", Variant: theme.VariantLight,
		Bar: hex(0xFFFFFF), Pane: hex(0xFFFFFF), Text: hex(0x000000), Muted: hex(0x3C3833),
		Button: hex(0xE6E1D8), Hover: color.NRGBA{0, 0, 0, 0x20}, Line: hex(0xB8B0A2), Border: hex(0x5C554B),
		Primary: hex(0x9C1510), OnPrimary: hex(0xFFFFFF), Selection: color.NRGBA{0xF0, 0xB4, 0x29, 0x80},
		Filled: hex(0x9C1510), Ring: hex(0x00558C), Date: hex(0x245010), Warn: hex(0xFFEBB8),
		TextSize: 18, TitleSize: 36, ArticlePts: 20,
	},
}

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// PaletteNamed gives the palette called name; an unknown name the first one, light.
func PaletteNamed(name string) *Palette {
	for _, p := range Palettes {
		if p.Name == name {
			return p
		}
	}
	return Palettes[0]
}

// TextSizes are the steps of a person's text size in per cent, the least first.
var TextSizes = []int{80, 90, 100, 110, 125, 150, 175, 200, 225, 250}

// Scaled gives the palette with all sizes in per cent.
func (p *Palette) Scaled(percent int) *Palette {
	k := float32(min(max(percent, TextSizes[0]), TextSizes[len(TextSizes)-1])) / 100
	c := *p
	c.TextSize, c.TitleSize, c.ArticlePts = p.TextSize*k, p.TitleSize*k, p.ArticlePts*k
	return &c
}

// Letters are the faces of the window; without them the toolkit's own are taken, which have no Arabic and a Ukrainian і
// without its dot.
type Letters struct{ Regular, Bold fyne.Resource }

// Theme is the Fyne theme of a palette.
type Theme struct {
	*Palette
	Letters
}

var _ fyne.Theme = Theme{}

// Color is called by Fyne.
func (l Theme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameBackground:
		return l.Bar
	case theme.ColorNameButton:
		return l.Button
	case theme.ColorNameDisabledButton:
		return l.Pane
	case theme.ColorNameForeground:
		return l.Text
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return l.Muted
	case theme.ColorNamePrimary, theme.ColorNameHyperlink, theme.ColorNameError:
		return l.Primary
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError:
		return l.OnPrimary
	case theme.ColorNameHover:
		return l.Hover
	case theme.ColorNameFocus:
		return color.NRGBA{l.Ring.R, l.Ring.G, l.Ring.B, 0xA0}
	case theme.ColorNameSelection:
		return l.Selection
	case theme.ColorNameSeparator:
		return l.Line
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return l.Bar
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return l.Border
	case theme.ColorNameHeaderBackground:
		return l.Pane
	}
	return theme.DefaultTheme().Color(n, l.Variant)
}

// Font is called by Fyne.
func (l Theme) Font(s fyne.TextStyle) fyne.Resource {
	if l.Regular == nil || l.Letters.Bold == nil || s.Italic || s.Monospace || s.Symbol {
		return theme.DefaultTheme().Font(s)
	}
	if s.Bold {
		return l.Letters.Bold
	}
	return l.Regular
}

// Icon is called by Fyne.
func (l Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size is called by Fyne.
func (l Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return l.TextSize
	case theme.SizeNameCaptionText:
		return l.TextSize * 0.86
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 7
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInlineIcon:
		return l.TextSize * 1.43
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameSubHeadingText:
		return l.TextSize * 1.29
	case theme.SizeNameHeadingText:
		return l.TextSize * 1.71
	}
	return theme.DefaultTheme().Size(n)
}

// Scale is how much larger than at first the text is: distances that grow with it are multiplied by it.
func (p *Palette) Scale() float32 { return p.TextSize / 14 }

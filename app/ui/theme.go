package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette is the colours of one theme. Text on its ground has a contrast of at least 4.5:1, marks and lines of at least
// 3:1; a test holds every palette to that.
type palette struct {
	name       string
	variant    fyne.ThemeVariant
	bar        color.NRGBA // top bar, cards, controls
	pane       color.NRGBA // quotes and article
	text       color.NRGBA
	muted      color.NRGBA
	button     color.NRGBA
	hover      color.NRGBA // laid over buttons
	line       color.NRGBA // between panes
	border     color.NRGBA // round inputs and cards
	primary    color.NRGBA
	onPrimary  color.NRGBA
	selection  color.NRGBA
	filled     color.NRGBA // marks where something happened
	ring       color.NRGBA // marks where somebody speaks
	date       color.NRGBA // words of time
	warn       color.NRGBA // ground of a note
	textSize   float32
	titleSize  float32
	articlePts float32
}

var palettes = []*palette{
	{
		name: "light", variant: theme.VariantLight,
		bar: hex(0xFFFFFF), pane: hex(0xFCFBF9), text: hex(0x1B2033), muted: hex(0x635C52),
		button: hex(0xF1EDE6), hover: color.NRGBA{0x1B, 0x20, 0x33, 0x14}, line: hex(0xE3DDD1), border: hex(0x9A9183),
		primary: hex(0xB0241C), onPrimary: hex(0xFFFFFF), selection: color.NRGBA{0xF0, 0xB4, 0x29, 0x55},
		filled: hex(0xB0241C), ring: hex(0x0067A8), date: hex(0x35691A), warn: hex(0xFFF3D6),
		textSize: 14, titleSize: 29, articlePts: 15.5,
	},
	{
		name: "dark", variant: theme.VariantDark,
		bar: hex(0x1D2027), pane: hex(0x22252D), text: hex(0xF1EFEA), muted: hex(0xB9B3A8),
		button: hex(0x343843), hover: color.NRGBA{0xFF, 0xFF, 0xFF, 0x18}, line: hex(0x3B404C), border: hex(0x858B99),
		primary: hex(0xFF8A7A), onPrimary: hex(0x1D2027), selection: color.NRGBA{0xF0, 0xB4, 0x29, 0x55},
		filled: hex(0xE5554A), ring: hex(0x6FB7F0), date: hex(0x9AD483), warn: hex(0x4A3D1C),
		textSize: 14, titleSize: 29, articlePts: 15.5,
	},
	{
		name: "projector", variant: theme.VariantLight,
		bar: hex(0xFFFFFF), pane: hex(0xFFFFFF), text: hex(0x000000), muted: hex(0x3C3833),
		button: hex(0xE6E1D8), hover: color.NRGBA{0, 0, 0, 0x20}, line: hex(0xB8B0A2), border: hex(0x5C554B),
		primary: hex(0x9C1510), onPrimary: hex(0xFFFFFF), selection: color.NRGBA{0xF0, 0xB4, 0x29, 0x80},
		filled: hex(0x9C1510), ring: hex(0x00558C), date: hex(0x245010), warn: hex(0xFFEBB8),
		textSize: 18, titleSize: 36, articlePts: 20,
	},
}

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// paletteNamed gives the palette called name; an unknown name the first one, light.
func paletteNamed(name string) *palette {
	for _, p := range palettes {
		if p.name == name {
			return p
		}
	}
	return palettes[0]
}

// The least and the most of a person's text size, and its steps, in per cent.
var textSizes = []int{80, 90, 100, 110, 125, 150, 175, 200, 225, 250}

// scaled gives the palette with all sizes in per cent.
func (p *palette) scaled(percent int) *palette {
	k := float32(min(max(percent, textSizes[0]), textSizes[len(textSizes)-1])) / 100
	c := *p
	c.textSize, c.titleSize, c.articlePts = p.textSize*k, p.titleSize*k, p.articlePts*k
	return &c
}

// lanes are the colours of articles: Okabe and Ito's, which people who see colours differently tell apart
// (jfly.uni-koeln.de/color, 2008), without the two that are too pale for thin marks.
var lanes = []color.NRGBA{hex(0x0072B2), hex(0xD55E00), hex(0x009E73), hex(0xCC79A7), hex(0xB8860B), hex(0x56B4E9), hex(0x6B6459)}

func laneColour(i int) color.NRGBA { return lanes[i%len(lanes)] }

// look is the Fyne theme of a palette.
type look struct {
	*palette
}

var _ fyne.Theme = look{}

func (l look) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameBackground:
		return l.bar
	case theme.ColorNameButton:
		return l.button
	case theme.ColorNameDisabledButton:
		return l.pane
	case theme.ColorNameForeground:
		return l.text
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return l.muted
	case theme.ColorNamePrimary, theme.ColorNameHyperlink, theme.ColorNameError:
		return l.primary
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError:
		return l.onPrimary
	case theme.ColorNameHover:
		return l.hover
	case theme.ColorNameFocus:
		return color.NRGBA{l.ring.R, l.ring.G, l.ring.B, 0xA0}
	case theme.ColorNameSelection:
		return l.selection
	case theme.ColorNameSeparator:
		return l.line
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return l.bar
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return l.border
	case theme.ColorNameHeaderBackground:
		return l.pane
	}
	return theme.DefaultTheme().Color(n, l.variant)
}

func (l look) Font(s fyne.TextStyle) fyne.Resource     { return theme.DefaultTheme().Font(s) }
func (l look) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

func (l look) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return l.textSize
	case theme.SizeNameCaptionText:
		return l.textSize * 0.86
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 7
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInlineIcon:
		return l.textSize * 1.43
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameSubHeadingText:
		return l.textSize * 1.29
	case theme.SizeNameHeadingText:
		return l.textSize * 1.71
	}
	return theme.DefaultTheme().Size(n)
}

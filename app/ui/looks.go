package ui

import (
	"slices"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
)

// looks is how the window looks: theme, size of text, motion. The choices are kept.
type looks struct {
	*desk
	wear   func() // shows everything in the palette of the desk
	motion func(reduced bool)
	gone   bool // the window is closed
}

// follow wears what another window of the program was given: Fyne has one theme for all.
func (l *looks) follow() {
	l.app.Settings().AddListener(func(s fyne.Settings) {
		if t, ok := s.Theme().(kit.Theme); ok && t.Palette != l.pal && !l.gone {
			l.pal = t.Palette
			l.wear()
		}
	})
}

// Theme changes the palette.
func (l *looks) Theme(name string) {
	l.kept.p.SetString("theme", name)
	l.use(name)
}

// use shows everything in a palette at the person's text size.
func (l *looks) use(name string) {
	l.pal = kit.PaletteNamed(name).Scaled(l.kept.textPercent())
	l.app.Settings().SetTheme(kit.Theme{Palette: l.pal, Letters: l.letters})
	l.wear()
}

// Text makes text larger or smaller by so many steps; 0 makes it normal.
func (l *looks) Text(by int) {
	is, to := l.kept.textPercent(), 100
	if by != 0 {
		i, _ := slices.BinarySearch(kit.TextSizes, is)
		to = kit.TextSizes[min(max(i+by, 0), len(kit.TextSizes)-1)]
	}
	if to == is {
		return
	}
	l.kept.p.SetInt("textsize", to)
	l.use(l.pal.Name)
}

// Reduced reports whether the map cuts where it would fly.
func (l *looks) Reduced() bool { return l.kept.p.Bool("reducedmotion") }

// ToggleMotion turns flights of the map into cuts, or back.
func (l *looks) ToggleMotion() {
	on := !l.Reduced()
	l.kept.p.SetBool("reducedmotion", on)
	l.motion(on)
}

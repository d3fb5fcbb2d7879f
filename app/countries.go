package app

import (
	"strings"

	"dateline/app/ui"
	"dateline/assets"
	"fyne.io/fyne/v2/lang"
)

// countries gives what countries are called in the window's language, by ISO code: "" for one that has no name there, and
// for all in English, in which the gazetteer names them.
func countries() func(iso string) string {
	names := countryNames(assets.Countries(), ui.Language())
	return func(iso string) string { return names[iso] }
}

// countryNames reads the column of a language from the table of countries; a language without one has no names.
func countryNames(table []byte, tag string) map[string]string {
	column, names := 0, map[string]string{}
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if column == 0 {
			for i, head := range cells[1:] {
				if head == tag {
					column = i + 1
				}
			}
			if column == 0 {
				break
			}
			continue
		}
		if column < len(cells) {
			names[cells[0]] = cells[column]
		}
	}
	return names
}

// onMap gives names as the map writes them, in the capitals of the language: Turkish has a point on that of i.
func onMap(named func(iso string) string) func(iso string) string {
	point := lang.X("I (of i)", "I")
	return func(iso string) string { return strings.ToUpper(strings.ReplaceAll(named(iso), "i", point)) }
}

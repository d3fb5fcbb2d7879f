package ui

import (
	"os"
	"testing"

	"dateline/assets"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// TestMain gives the window its English words, as app does; the forms of counts are among them.
func TestMain(m *testing.M) {
	words, err := assets.Translations().ReadFile("translations/en.json")
	if err == nil {
		err = lang.AddTranslations(fyne.NewStaticResource("en.json", words))
	}
	if err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

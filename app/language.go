package app

import (
	"embed"
	"errors"
	"fmt"
	"strings"

	"dateline/app/ui"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// translate gives Fyne the words of the window in the language that the system asks for, and in English, which has what another
// lacks. The others would lie in memory for nothing, a megabyte each. Which language it is, Fyne decides: at first it hears
// no more than the name of each.
func translate(files embed.FS, dir string) error {
	list, err := files.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("app: %w", err)
	}
	var errs []error
	for _, f := range list {
		name := fmt.Sprintf(`{"[language]": %q}`, strings.TrimSuffix(f.Name(), ".json"))
		errs = append(errs, lang.AddTranslations(fyne.NewStaticResource(f.Name(), []byte(name))))
	}
	words := []string{"en.json"}
	if own := ui.Language() + ".json"; own != words[0] {
		words = append(words, own)
	}
	for _, name := range words {
		data, err := files.ReadFile(dir + "/" + name)
		if err == nil {
			err = lang.AddTranslations(fyne.NewStaticResource(name, data))
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

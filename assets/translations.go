package assets

import "embed"

//go:embed translations/*.json
var translations embed.FS

// Translations holds translations/<language>.json: every sentence of the window, keyed by its English words.
func Translations() embed.FS { return translations }

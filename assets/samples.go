package assets

import (
	"embed"
	"io/fs"
)

//go:embed samples/*/[0-9]*
var samples embed.FS

// Samples gives the demo stories: a folder for each, "kursk-2025", with its articles as files in reading order. What
// else lies in the folder (gold annotations, provenance) is not in it.
func Samples() fs.FS {
	sub, err := fs.Sub(samples, "samples")
	if err != nil {
		return samples // cannot happen: the folder is named above
	}
	return sub
}

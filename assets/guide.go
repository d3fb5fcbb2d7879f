package assets

import (
	"embed"
	"io/fs"
)

//go:embed guide/guide.html guide/*.jpg
var guide embed.FS

// Guide gives the user's guide: guide.html, and the pictures that it shows as files beside it.
func Guide() fs.FS {
	sub, err := fs.Sub(guide, "guide")
	if err != nil {
		return guide // cannot happen: the folder is named above
	}
	return sub
}

package app

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"dateline/assets"
)

// picture is an image of the guide, as guide.html names it.
var picture = regexp.MustCompile(`src="([a-z]+\.jpg)"`)

// guidePage is the guide as one page that needs no other file: its pictures stand in it.
func guidePage(files fs.FS) ([]byte, error) {
	page, err := fs.ReadFile(files, "guide.html")
	if err != nil {
		return nil, err
	}
	var missing error
	page = picture.ReplaceAllFunc(page, func(m []byte) []byte {
		b, err := fs.ReadFile(files, string(picture.FindSubmatch(m)[1]))
		if err != nil {
			missing = err
			return m
		}
		return []byte(`src="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString(b) + `"`)
	})
	return page, missing
}

// writeGuide writes the guide into a folder and says where it is.
func writeGuide(folder string) (string, error) {
	page, err := guidePage(assets.Guide())
	if err != nil {
		return "", fmt.Errorf("app: guide: %w", err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("app: guide: %w", err)
	}
	path := filepath.Join(folder, "guide.html")
	if err := os.WriteFile(path, page, 0o600); err != nil {
		return "", fmt.Errorf("app: guide: %w", err)
	}
	return path, nil
}

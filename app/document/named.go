package document

import (
	"path/filepath"
	"slices"
	"strings"
)

// extensions are the endings of files that are articles as a rule.
var extensions = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht"}

// Named reports whether a file of that name is an article as a rule, so that a folder can be listed or opened whole.
// Read takes files of any name.
func Named(name string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
}

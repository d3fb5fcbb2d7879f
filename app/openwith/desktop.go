package openwith

import (
	_ "embed"
	"strings"
)

// What desktops by the rules of freedesktop.org are told; the packages install the same files.
var (
	//go:embed org.dateline.viewer.desktop
	entry string
	//go:embed dateline.xml
	kind string
)

// Where it stands in the folder of a person's data.
const (
	entryFile = "applications/org.dateline.viewer.desktop"
	kindFile  = "mime/packages/dateline.xml"
	iconFile  = "icons/hicolor/512x512/apps/org.dateline.viewer.png"
)

// entryOf is the desktop's entry of a program at a path, for project files.
func entryOf(path string) string {
	lines := strings.SplitAfter(entry, "\n")
	for i, line := range lines {
		switch key, rest, _ := strings.Cut(line, "="); key {
		case "Exec":
			lines[i] = "Exec=" + quote(path) + strings.TrimPrefix(rest, "dateline")
		case "MimeType":
			lines[i] = "MimeType=application/x-dateline;\n"
		}
	}
	return strings.Join(lines, "")
}

// quote writes a path as the first word of Exec: in quotes, in which some signs are escaped; then each \ is doubled, since it is a
// value of the file too.
func quote(path string) string {
	path = strings.NewReplacer("`", "\\`", `"`, `\"`, `$`, `\$`, `\`, `\\`).Replace(path)
	return `"` + strings.ReplaceAll(path, `\`, `\\`) + `"`
}

// unquote finds the path that quote wrote; "" where Exec has no such word.
func unquote(exec string) string {
	rest, ok := strings.CutPrefix(exec, `"`)
	if !ok {
		path, _, _ := strings.Cut(exec, " ")
		return path
	}
	var out strings.Builder
	rest = strings.ReplaceAll(rest, `\\`, `\`)
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '"':
			return out.String()
		case '\\':
			i++
			if i == len(rest) {
				return ""
			}
		}
		out.WriteByte(rest[i])
	}
	return ""
}

// programIn is the program that an entry starts; "" for none.
func programIn(entry string) string {
	for line := range strings.Lines(entry) {
		if exec, ok := strings.CutPrefix(line, "Exec="); ok {
			return unquote(strings.TrimSpace(exec))
		}
	}
	return ""
}

// Bundle finishes what the packing tool of Fyne leaves open in a program for macOS, and checks one.
//
//	bundle finish Dateline.app    says in Info.plist which files it opens, what it is, and from which system on it runs
//	bundle check Dateline.app     names what a Mac would miss, and exits with 1
//
// It needs no Mac. Whether the program in it starts only a Mac tells.
package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: bundle finish|check NAME.app")
		os.Exit(2)
	}
	do := map[string]func(string) error{"finish": finish, "check": check}[os.Args[1]]
	if do == nil {
		fmt.Fprintf(os.Stderr, "bundle: %q is neither finish nor check\n", os.Args[1])
		os.Exit(2)
	}
	if err := do(os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

// minSystem is the oldest macOS that programs built with Go 1.26 run on.
const minSystem = "12.0"

// articleTypes are the kinds of articles that the program opens and that another program is first for.
var articleTypes = []string{"public.html", "public.plain-text", "net.daringfireball.markdown", "com.adobe.pdf", "org.openxmlformats.wordprocessingml.document",
	"org.oasis-open.opendocument.text", "public.rtf", "com.apple.mail.email", "org.idpf.epub-container", "com.apple.webarchive"}

// more is what is added to Info.plist: the project's own kind of file, and which kinds are opened.
func more() string {
	var types strings.Builder
	for _, t := range articleTypes {
		types.WriteString("\n\t\t\t\t<string>" + t + "</string>")
	}
	return `	<key>UTExportedTypeDeclarations</key>
	<array>
		<dict>
			<key>UTTypeIdentifier</key>
			<string>org.dateline.story</string>
			<key>UTTypeDescription</key>
			<string>Dateline story</string>
			<key>UTTypeConformsTo</key>
			<array>
				<string>public.data</string>
			</array>
			<key>UTTypeTagSpecification</key>
			<dict>
				<key>public.filename-extension</key>
				<array>
					<string>dateline</string>
				</array>
				<key>public.mime-type</key>
				<string>application/x-dateline</string>
			</dict>
		</dict>
	</array>
	<key>CFBundleDocumentTypes</key>
	<array>
		<dict>
			<key>CFBundleTypeName</key>
			<string>Dateline story</string>
			<key>CFBundleTypeRole</key>
			<string>Editor</string>
			<key>LSHandlerRank</key>
			<string>Owner</string>
			<key>LSItemContentTypes</key>
			<array>
				<string>org.dateline.story</string>
			</array>
		</dict>
		<dict>
			<key>CFBundleTypeName</key>
			<string>Article</string>
			<key>CFBundleTypeRole</key>
			<string>Viewer</string>
			<key>LSHandlerRank</key>
			<string>Alternate</string>
			<key>LSItemContentTypes</key>
			<array>` + types.String() + `
			</array>
		</dict>
	</array>
`
}

func plistOf(app string) string { return filepath.Join(app, "Contents", "Info.plist") }

// finish changes Info.plist in place. Done twice it changes nothing more.
func finish(app string) error {
	data, err := os.ReadFile(plistOf(app))
	if err != nil {
		return err
	}
	if strings.Contains(string(data), "CFBundleDocumentTypes") {
		return nil
	}
	text, err := finished(string(data))
	if err != nil {
		return err
	}
	return os.WriteFile(plistOf(app), []byte(text), 0o644)
}

func finished(text string) (string, error) {
	set := func(key, value string) error {
		at := strings.Index(text, "<key>"+key+"</key>")
		if at < 0 {
			return fmt.Errorf("the Info.plist has no %s", key)
		}
		from, to := strings.Index(text[at:], "<string>"), strings.Index(text[at:], "</string>")
		if from < 0 || to < from {
			return fmt.Errorf("the Info.plist: %s is no string", key)
		}
		text = text[:at+from] + "<string>" + value + text[at+to:]
		return nil
	}
	if err := errors.Join(set("LSMinimumSystemVersion", minSystem), set("LSApplicationCategoryType", "public.app-category.education")); err != nil {
		return "", err
	}
	end := strings.LastIndex(text, "</dict>")
	if end < 0 {
		return "", errors.New("the Info.plist is no list of properties")
	}
	return text[:end] + more() + text[end:], nil
}

// check reads a bundle as a Mac would.
func check(app string) error {
	data, err := os.ReadFile(plistOf(app))
	if err != nil {
		return err
	}
	props, err := readPlist(data)
	if err != nil {
		return fmt.Errorf("the Info.plist: %w", err)
	}
	var faults []error
	for key, want := range map[string]string{"CFBundleIdentifier": "org.dateline.viewer", "CFBundleName": "Dateline", "CFBundlePackageType": "APPL",
		"LSMinimumSystemVersion": minSystem, "LSApplicationCategoryType": "public.app-category.education"} {
		if props[key] != want {
			faults = append(faults, fmt.Errorf("the Info.plist: %s is %v, not %s", key, props[key], want))
		}
	}
	for _, key := range []string{"CFBundleShortVersionString", "CFBundleVersion"} {
		if s, _ := props[key].(string); s == "" || strings.Trim(s, "0123456789.") != "" {
			faults = append(faults, fmt.Errorf("the Info.plist: %s is %q, no version", key, props[key]))
		}
	}
	if langs, _ := props["CFBundleLocalizations"].([]any); len(langs) < 4 {
		faults = append(faults, fmt.Errorf("the Info.plist: the languages are %v", props["CFBundleLocalizations"]))
	}
	if !opens(props, "org.dateline.story", "Editor") || !opens(props, "public.html", "Viewer") {
		faults = append(faults, errors.New("the Info.plist: a project or an article does not open by double-click"))
	}
	if !declares(props, "org.dateline.story", "dateline") {
		faults = append(faults, errors.New("the Info.plist: the project's kind of file is not declared"))
	}
	for _, file := range []string{"MacOS/" + fmt.Sprint(props["CFBundleExecutable"]), "Resources/" + fmt.Sprint(props["CFBundleIconFile"])} {
		info, err := os.Stat(filepath.Join(app, "Contents", filepath.FromSlash(file)))
		switch {
		case err != nil:
			faults = append(faults, err)
		case strings.HasPrefix(file, "MacOS/") && info.Mode()&0o111 == 0:
			faults = append(faults, fmt.Errorf("%s may not be run", file))
		}
	}
	icon, err := os.ReadFile(filepath.Join(app, "Contents", "Resources", fmt.Sprint(props["CFBundleIconFile"])))
	if err == nil {
		err = checkIcon(icon)
	}
	return errors.Join(append(faults, err)...)
}

// opens reports whether a kind of file is among those that the program opens, in that role.
func opens(props map[string]any, kind, role string) bool {
	types, _ := props["CFBundleDocumentTypes"].([]any)
	return slices.ContainsFunc(types, func(t any) bool {
		d, _ := t.(map[string]any)
		kinds, _ := d["LSItemContentTypes"].([]any)
		return d["CFBundleTypeRole"] == role && slices.Contains(kinds, any(kind))
	})
}

// declares reports whether a kind of file is told to the system, with the ending of its names.
func declares(props map[string]any, kind, ext string) bool {
	types, _ := props["UTExportedTypeDeclarations"].([]any)
	return slices.ContainsFunc(types, func(t any) bool {
		d, _ := t.(map[string]any)
		tags, _ := d["UTTypeTagSpecification"].(map[string]any)
		exts, _ := tags["public.filename-extension"].([]any)
		return d["UTTypeIdentifier"] == kind && slices.Contains(exts, any(ext))
	})
}

// readPlist reads a list of properties in XML: dictionaries, arrays, strings, whole numbers as strings, true and false.
func readPlist(data []byte) (map[string]any, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		if s, ok := t.(xml.StartElement); ok && s.Name.Local == "dict" {
			v, err := readValue(d, s)
			if err != nil {
				return nil, err
			}
			for { // to its end: what is not well formed is refused
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					return v.(map[string]any), nil
				} else if err != nil {
					return nil, err
				}
			}
		}
	}
}

func readValue(d *xml.Decoder, start xml.StartElement) (any, error) {
	switch start.Name.Local {
	case "true", "false":
		return start.Name.Local == "true", d.Skip()
	case "dict", "array":
	default:
		var s string
		err := d.DecodeElement(&s, &start)
		return s, err
	}
	list, dict, key, keyed := []any{}, map[string]any{}, "", false
	for {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.EndElement:
			if start.Name.Local == "dict" {
				return dict, nil
			}
			return list, nil
		case xml.StartElement:
			v, err := readValue(d, t)
			switch {
			case err != nil:
				return nil, err
			case start.Name.Local == "array":
				list = append(list, v)
			case !keyed:
				if key, keyed = v.(string); !keyed || t.Name.Local != "key" {
					return nil, fmt.Errorf("a value without a key: %v", v)
				}
				if _, twice := dict[key]; twice {
					return nil, fmt.Errorf("%s stands twice", key)
				}
			default:
				dict[key], keyed = v, false
			}
		}
	}
}

// iconSizes are the pictures of an icon that a Mac looks for, by their names in the file, in px.
var iconSizes = map[string]int{"ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024, "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512}

// checkIcon reads an .icns: each picture has the size that its name says, and the large ones are there.
func checkIcon(data []byte) error {
	if len(data) < 8 || string(data[:4]) != "icns" || int(size(data[4:])) != len(data) {
		return errors.New("the icon is no icns, or is cut off")
	}
	found := map[string]bool{}
	for rest := data[8:]; len(rest) > 0; {
		if len(rest) < 8 || int(size(rest[4:])) < 8 || int(size(rest[4:])) > len(rest) {
			return errors.New("the icon is damaged")
		}
		name, picture := string(rest[:4]), rest[8:size(rest[4:])]
		rest = rest[size(rest[4:]):]
		want, known := iconSizes[name]
		if !known {
			continue
		}
		c, err := png.DecodeConfig(bytes.NewReader(picture))
		if err != nil || c.Width != want || c.Height != want {
			return fmt.Errorf("the icon's picture %s is %d x %d, not %d: %v", name, c.Width, c.Height, want, err)
		}
		found[name] = true
	}
	for _, name := range []string{"ic07", "ic08", "ic09"} {
		if !found[name] {
			return fmt.Errorf("the icon has no picture of %d px", iconSizes[name])
		}
	}
	return nil
}

func size(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

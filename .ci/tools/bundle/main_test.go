package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// template is the list of properties as the packing tool writes it.
const template = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>CFBundleName</key>
	<string>Dateline</string>
	<key>CFBundleExecutable</key>
	<string>viewer</string>
	<key>CFBundleIdentifier</key>
	<string>org.dateline.viewer</string>
	<key>CFBundleIconFile</key>
	<string>icon.icns</string>
	<key>CFBundleShortVersionString</key>
	<string>0.1.0</string>
	<key>CFBundleVersion</key>
	<string>7</string>
	<key>NSHighResolutionCapable</key>
	<true/>
	<key>CFBundlePackageType</key>
	<string>APPL</string>
	<key>CFBundleLocalizations</key>
	<array><string>en</string><string>de</string><string>es</string><string>fr</string></array>
	<key>LSApplicationCategoryType</key>
	<string>public.app-category.</string>
	<key>LSMinimumSystemVersion</key>
	<string>10.11</string>
</dict>
</plist>
`

// icns makes an icon of pictures with the names and sizes given.
func icns(t *testing.T, sizes map[string]int) []byte {
	t.Helper()
	var body bytes.Buffer
	for _, name := range []string{"ic07", "ic08", "ic09", "ic10"} {
		px, ok := sizes[name]
		if !ok {
			continue
		}
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, px, px))); err != nil {
			t.Fatal(err)
		}
		body.WriteString(name)
		binary.Write(&body, binary.BigEndian, uint32(b.Len()+8))
		body.Write(b.Bytes())
	}
	return append(binary.BigEndian.AppendUint32([]byte("icns"), uint32(body.Len()+8)), body.Bytes()...)
}

func bundleOf(t *testing.T, plist string, icon []byte, mode os.FileMode) string {
	t.Helper()
	app := filepath.Join(t.TempDir(), "Dateline.app")
	for name, f := range map[string]struct {
		data []byte
		mode os.FileMode
	}{"Info.plist": {[]byte(plist), 0o644}, "MacOS/viewer": {[]byte("program"), mode}, "Resources/icon.icns": {icon, 0o644}} {
		path := filepath.Join(app, "Contents", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.data, f.mode); err != nil {
			t.Fatal(err)
		}
	}
	return app
}

func TestFinish_ThenAllIsThere(t *testing.T) {
	app := bundleOf(t, template, icns(t, map[string]int{"ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}), 0o755)
	if err := check(app); err == nil || !strings.Contains(err.Error(), "double-click") {
		t.Errorf("before it is finished: %v", err)
	}
	var once []byte
	for range 2 {
		if err := finish(app); err != nil {
			t.Fatal(err)
		}
		if err := check(app); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(plistOf(app))
		if err != nil {
			t.Fatal(err)
		}
		if once != nil && !bytes.Equal(once, data) {
			t.Error("finished twice it is another")
		}
		once = data
	}
}

func TestCheck_NamesWhatIsWrong(t *testing.T) {
	good := icns(t, map[string]int{"ic07": 128, "ic08": 256, "ic09": 512})
	whole, err := finished(template)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name, plist string
		icon        []byte
		mode        os.FileMode
		want        string
	}{
		{"another identifier", strings.Replace(whole, "org.dateline.viewer", "com.example.x", 1), good, 0o755, "CFBundleIdentifier"},
		{"a key twice", strings.Replace(whole, "CFBundleName", "CFBundleIdentifier", 1), good, 0o755, "twice"},
		{"not well formed", strings.Replace(whole, "</plist>", "", 1), good, 0o755, "Info.plist"},
		{"no version", strings.Replace(whole, ">0.1.0<", "><", 1), good, 0o755, "CFBundleShortVersionString"},
		{"projects of another kind", strings.ReplaceAll(whole, "<string>dateline</string>", "<string>zip</string>"), good, 0o755, "not declared"},
		{"one language", strings.Replace(whole, "<string>de</string><string>es</string><string>fr</string>", "", 1), good, 0o755, "languages"},
		{"a program that may not be run", whole, good, 0o644, "may not be run"},
		{"no large picture", whole, icns(t, map[string]int{"ic07": 128, "ic08": 256}), 0o755, "512"},
		{"a picture of another size", whole, icns(t, map[string]int{"ic07": 100, "ic08": 256, "ic09": 512}), 0o755, "ic07"},
		{"an icon that is cut off", whole, good[:len(good)-9], 0o755, "cut off"},
		{"no icon", whole, nil, 0o755, "icns"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if err := check(bundleOf(t, row.plist, row.icon, row.mode)); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v, want %q in it", err, row.want)
			}
		})
	}
}

package app

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func TestGuide_IsOnePageThatNeedsNothingElse(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not", "there")
	path, err := writeGuide(folder)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(b); n > 3<<19 {
		t.Errorf("%d bytes are too many", n)
	}
	pictures := 0
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"]{0,40})`).FindAllStringSubmatch(string(b), -1) {
		switch {
		case strings.HasPrefix(m[1], "data:image/jpeg;base64,/9j/"):
			pictures++
		case strings.HasPrefix(m[1], "#"):
			if !strings.Contains(string(b), `id="`+m[1][1:]) {
				t.Errorf("%s leads nowhere", m[1])
			}
		default:
			t.Errorf("it needs %q", m[1])
		}
	}
	if pictures == 0 {
		t.Error("there is no picture in it")
	}
}

// What the guide names in bold is on the screen under that name.
func TestGuide_NamesWhatTheWindowSays(t *testing.T) {
	b, err := os.ReadFile("../assets/guide/guide.html")
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile("../assets/translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var said map[string]any
	if err := json.Unmarshal(words, &said); err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`(?s)<b>(.*?)</b>`).FindAllStringSubmatch(string(b), -1)
	for _, m := range names {
		if name := html.UnescapeString(strings.Join(strings.Fields(m[1]), " ")); said[name] == nil {
			t.Errorf("the window has no %q", name)
		}
	}
	if len(names) == 0 {
		t.Error("the guide names nothing")
	}
}

func TestGuide_APictureThatIsNotThereIsAFault(t *testing.T) {
	if _, err := guidePage(fstest.MapFS{"guide.html": {Data: []byte(`<img src="map.jpg">`)}}); err == nil {
		t.Error("no fault")
	}
}

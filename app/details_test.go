package app

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLanguagesOfThePackageAreThoseTranslated(t *testing.T) {
	data, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	var listed []string
	if err := json.Unmarshal([]byte(strings.TrimSpace(strings.TrimPrefix(line, "Languages ="))), &listed); err != nil {
		t.Fatalf("FyneApp.toml: %q: %v", line, err)
	}
	slices.Sort(listed)
	if want := slices.Sorted(maps.Keys(translationFiles(t))); !slices.Equal(listed, want) {
		t.Errorf("FyneApp.toml lists %v, translated are %v", listed, want)
	}
}

// TestTheDetailsStandWhereThePackingToolLooks: it packs cmd/viewer, and reads FyneApp.toml there. It counts its builds in it.
func TestTheDetailsStandWhereThePackingToolLooks(t *testing.T) {
	lines := func(path, icon string) (out []string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(strings.ReplaceAll(string(data), `"`+icon+`"`, "ICON")) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "Build =") {
				out = append(out, line)
			}
		}
		return out
	}
	if diff := cmp.Diff(lines("../FyneApp.toml", "assets/icon.png"), lines("../cmd/viewer/FyneApp.toml", "../../assets/icon.png")); diff != "" {
		t.Errorf("cmd/viewer/FyneApp.toml says something else than FyneApp.toml (make details brings it there):\n%s", diff)
	}
}

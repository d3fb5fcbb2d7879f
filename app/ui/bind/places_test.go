package bind

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/places"
)

// TestPlaceFault_IsInOneLanguage: a note about a file of places has no English in another language, but for names.
func TestPlaceFault_IsInOneLanguage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "towns.csv")
	if err := os.WriteFile(path, []byte("name,lat,lon\nLinz,48.3,14.3\nGraz,north,15\nWels,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, faults, err := places.ReadOwn(context.Background(), path)
	if err != nil || len(faults.All) != 2 {
		t.Fatalf("%v %v", faults, err)
	}
	w := Speak(func(s string, data ...any) string { return strings.ToUpper(filled("‹"+s+"›", data)) }, nil, nil)
	for i, want := range []string{
		"‹TOWNS.CSV, LINE 3: ‹“NORTH”, “15” ARE NO COORDINATES IN DEGREES.››",
		"‹TOWNS.CSV, LINE 4: ‹THE COORDINATES ARE MISSING.››",
	} {
		if got := w.PlaceFault(faults.File, faults.All[i]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got, want := (Words{}).PlaceFault("", places.Fault{Words: "x {{.N}}.", Data: map[string]any{"N": 3}}), "x 3."; got != want {
		t.Errorf("of what is kept: %q", got)
	}
}

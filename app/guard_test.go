package app

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/geo/tile"
)

// brokenTiles is a map whose decoding has a mistake.
type brokenTiles struct{}

func (brokenTiles) Attribution() string { return "" }

func (brokenTiles) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return &image.RGBA{Pix: []byte{1, 2}[:k.X+1]}, nil // a panic from the third column on
}

func reports(t *testing.T, folder string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "crash-*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

func TestAPanicInATileIsReportedAndTheProgramGoesOn(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not made yet")
	g := newGuard(folder, func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) })
	drawn := make(chan error, 10)
	l := tile.NewLoader(brokenTiles{}, tile.LoaderConfig{Guard: g.run, Ready: func(_ tile.Key, _ *image.RGBA, err error) { drawn <- err }})
	defer l.Close()
	var keys []tile.Key
	for x := range 6 {
		keys = append(keys, tile.Key{Z: 3, X: x, Size: 64})
	}
	l.Want(keys)
	failed := 0
	for range keys {
		if <-drawn != nil {
			failed++
		}
	}
	if failed != 4 {
		t.Errorf("%d of 6 tiles failed, want the 4 that panic", failed)
	}
	got := reports(t, folder)
	if len(got) == 0 || len(got) > 4 {
		t.Fatalf("%d reports", len(got))
	}
	if !strings.Contains(got[0], "slice bounds out of range") || !strings.Contains(got[0], "brokenTiles") || !strings.Contains(got[0], "Dateline "+Version) {
		t.Errorf("the report says neither what nor where:\n%s", got[0])
	}
}

func TestReportsAreFew(t *testing.T) {
	folder := t.TempDir()
	g := newGuard(folder, func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) })
	for range 5 {
		g.run(func() { panic("the same") })
	}
	if got := reports(t, folder); len(got) != 1 {
		t.Errorf("%d reports of one mistake", len(got))
	}
	for i := range 100 {
		g.run(func() { panic(i) })
	}
	if got := reports(t, folder); len(got) != mostReports {
		t.Errorf("%d reports of 101 mistakes within a second, want %d", len(got), mostReports)
	}
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	newGuard(filepath.Join(blocked, "reports"), time.Now).run(func() { panic("nowhere to write") }) // and goes on
}

package main

import (
	"image"
	"os"
	"path/filepath"
	"testing"

	"dateline/app/ui/kit"
)

// TestPictures_EachWidgetShowsItsData: there is a file for each, and it holds more than a ground.
func TestPictures_EachWidgetShowsItsData(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "gallery")
	if err := pictures(folder, kit.Palettes[1:2], exhibits); err != nil {
		t.Fatal(err)
	}
	for _, x := range exhibits {
		f, err := os.Open(filepath.Join(folder, "dark-"+x.name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		img, _, err := image.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[any]bool{}
		b := img.Bounds()
		for y := b.Min.Y; y < b.Max.Y; y += 2 {
			for x := b.Min.X; x < b.Max.X; x += 2 {
				seen[img.At(x, y)] = true
			}
		}
		if b.Dx() < int(x.width) || len(seen) < 12 {
			t.Errorf("%s: %v, %d colours", x.name, b, len(seen))
		}
	}
}

// TestRoom_GivesUpOnWhatNeverGetsReady: one widget that waits for ever does not hold up the rest silently.
func TestRoom_GivesUpOnWhatNeverGetsReady(t *testing.T) {
	r := &room{queue: make(chan func(), 1), ready: func() bool { return false }}
	ran := false
	r.later(func() { ran = true })
	if r.pump(1) && !ran {
		t.Error("it counts as ready")
	}
}

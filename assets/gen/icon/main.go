// Command icon draws the icon of the program, a map pin that stands on a line of time, and writes icon.png and icon.txt.
//
//	go -C assets/gen run ./icon
//
// It needs nothing but the standard library and gives the same bytes every time.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
)

const size = 512

var (
	ground = color.NRGBA{0xb3, 0x26, 0x1e, 0xff} // the red of the marks on the map
	ink    = color.NRGBA{0xff, 0xff, 0xff, 0xff}
)

func main() {
	dir := flag.String("o", "..", "folder to write icon.png and icon.txt to")
	flag.Parse()
	var out bytes.Buffer
	if err := png.Encode(&out, draw()); err != nil {
		log.Fatal("icon: ", err)
	}
	note := fmt.Sprintf(`icon.png  the icon of the program: a map pin on a line of time, %d x %d pixels

source    drawn by assets/gen/icon for this program
date      November 2026
licence   MIT, as the rest of the program
command   go -C assets/gen run ./icon
sha256    %x
`, size, size, sha256.Sum256(out.Bytes()))
	for name, b := range map[string][]byte{"icon.png": out.Bytes(), "icon.txt": []byte(note)} {
		if err := os.WriteFile(filepath.Join(*dir, name), b, 0o644); err != nil {
			log.Fatal("icon: ", err)
		}
	}
}

// draw lays the shapes on top of each other, each with a smooth edge.
func draw() *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	const (
		cx, cy = 256.0, 190.0 // middle of the pin's head
		r      = 128.0
		axis   = 418.0
	)
	shapes := []struct {
		c    color.NRGBA
		dist func(x, y float64) float64 // from the edge; inside is negative
	}{
		{ground, func(x, y float64) float64 { return box(x-256, y-256, 244, 244, 108) }},
		{ink, func(x, y float64) float64 { return capsule(x, y, 76, 436, axis, 15) }},
		{ink, func(x, y float64) float64 { return math.Hypot(x-116, y-axis) - 37 }},
		{ink, func(x, y float64) float64 { return math.Hypot(x-396, y-axis) - 37 }},
		{ground, func(x, y float64) float64 { return pin(x-cx, y-cy, r+22, axis-cy+56) }},
		{ink, func(x, y float64) float64 { return pin(x-cx, y-cy, r, axis-cy+12) }},
		{ground, func(x, y float64) float64 { return math.Hypot(x-cx, y-cy) - 54 }},
	}
	for y := 0; y < size; y++ {
		for x := 0; x < size; x++ {
			var c color.NRGBA
			for _, s := range shapes {
				a := math.Min(math.Max(0.5-s.dist(float64(x)+0.5, float64(y)+0.5), 0), 1)
				c = over(c, s.c, a)
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func over(under, c color.NRGBA, a float64) color.NRGBA {
	if a == 0 {
		return under
	}
	if under.A == 0 {
		c.A = uint8(math.Round(255 * a))
		return c
	}
	mix := func(u, v uint8) uint8 { return uint8(math.Round(float64(u)*(1-a) + float64(v)*a)) }
	return color.NRGBA{mix(under.R, c.R), mix(under.G, c.G), mix(under.B, c.B), under.A}
}

// box is a rectangle with half sides w and h and round corners.
func box(x, y, w, h, r float64) float64 {
	dx, dy := math.Abs(x)-w+r, math.Abs(y)-h+r
	return math.Hypot(math.Max(dx, 0), math.Max(dy, 0)) + math.Min(math.Max(dx, dy), 0) - r
}

func capsule(x, y, x0, x1, cy, r float64) float64 {
	return math.Hypot(x-math.Min(math.Max(x, x0), x1), y-cy) - r
}

// pin is a disc of radius r with a tip at distance tip below its middle, joined by the tangents from the tip.
func pin(x, y, r, tip float64) float64 {
	head := math.Hypot(x, y) - r
	sin := r / tip // of half the angle at the tip
	cos := math.Sqrt(1 - sin*sin)
	if y < r*sin { // above where the tangents touch
		return head
	}
	ax := math.Abs(x)
	side := ax*cos + (y-tip)*sin
	if y > tip { // beyond the tip
		return math.Max(side, math.Hypot(x, y-tip))
	}
	if along := (tip-y)*cos + ax*sin; along > tip*cos {
		return head
	}
	return side
}

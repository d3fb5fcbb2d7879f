package tile

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"
	"unicode"

	"golang.org/x/image/webp"
)

// Limits of a stored picture: a hostile file or server can make the program keep no more than this for one tile.
const (
	MaxPictureBytes = 4 << 20 // encoded
	MaxPicturePx    = 1024    // edge
	MaxOverzoom     = 8       // zooms beyond the deepest pictures: one pixel of theirs fills a tile of 256
)

// ErrPicture is returned for data that is no whole PNG, JPEG or WebP of a tile.
var ErrPicture = errors.New("tile: not a whole map picture")

// Format names the kind of picture data starts with: "png", "jpeg", "webp", or "" for anything else.
func Format(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return "png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "jpeg"
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "webp"
	}
	return ""
}

// Decode reads the picture of a tile: square, at most MaxPicturePx wide, whole. What is not gives ErrPicture; the size
// is looked at before anything of that size is made.
func Decode(data []byte) (*image.RGBA, error) {
	if len(data) > MaxPictureBytes {
		return nil, fmt.Errorf("%w: %d bytes", ErrPicture, len(data))
	}
	var config func() (image.Config, error)
	var decode func() (image.Image, error)
	r := func() *bytes.Reader { return bytes.NewReader(data) }
	switch Format(data) {
	case "png":
		config, decode = func() (image.Config, error) { return png.DecodeConfig(r()) }, func() (image.Image, error) { return png.Decode(r()) }
	case "jpeg":
		config, decode = func() (image.Config, error) { return jpeg.DecodeConfig(r()) }, func() (image.Image, error) { return jpeg.Decode(r()) }
	case "webp":
		config, decode = func() (image.Config, error) { return webp.DecodeConfig(r()) }, func() (image.Image, error) { return webp.Decode(r()) }
	default:
		return nil, fmt.Errorf("%w: neither PNG, JPEG nor WebP", ErrPicture)
	}
	c, err := config()
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrPicture, err)
	}
	if c.Width != c.Height || c.Width < 1 || c.Width > MaxPicturePx {
		return nil, fmt.Errorf("%w: %d x %d px", ErrPicture, c.Width, c.Height)
	}
	img, err := decode()
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrPicture, err)
	}
	b := img.Bounds()
	if b.Dx() != c.Width || b.Dy() != c.Height {
		return nil, fmt.Errorf("%w: its parts differ in size", ErrPicture)
	}
	if rgba, ok := img.(*image.RGBA); ok && b.Min == (image.Point{}) && rgba.Stride == 4*c.Width {
		return rgba, nil
	}
	out := image.NewRGBA(image.Rect(0, 0, c.Width, c.Height))
	draw.Draw(out, out.Rect, img, b.Min, draw.Src)
	return out, nil
}

// Credit makes plain text of the attribution of a tile file, which may be HTML: without tags, on one line, at most 200
// characters.
func Credit(s string) string {
	var b strings.Builder
	tag := false
	for _, r := range s {
		switch {
		case r == '<':
			tag = true
		case r == '>' && tag:
			tag = false
		case !tag:
			b.WriteRune(r)
		}
		if b.Len() > 4096 {
			break
		}
	}
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsGraphic(r) { // controls, and marks that turn the direction of what follows
			return -1
		}
		return r
	}, html.UnescapeString(b.String()))
	words := []rune(strings.Join(strings.Fields(text), " "))
	if len(words) > 200 {
		words = append(words[:199], '…')
	}
	return string(words)
}

// Opaque reports whether nothing shines through img.
func Opaque(img *image.RGBA) bool {
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] != 255 {
			return false
		}
	}
	return true
}

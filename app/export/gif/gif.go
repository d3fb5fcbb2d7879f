// Package gif writes a film of a story as an animated GIF: a frame a step, one palette for all, and in each frame only what
// has changed. No channel of a pixel differs from the still by more than 16.
package gif

import (
	"context"
	"image"
	"image/color"
	"image/gif"
	"io"

	"dateline/app/export"
	"dateline/app/export/internal/film"
	"dateline/app/export/internal/palette"
)

// Format is the film.
var Format = export.Format{Name: "gif", Label: "Film (GIF)", Exts: []string{".gif"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksSize | export.AsksSlides, Write: write}

// clear is the entry of the palette for pixels that stay as they were.
const clear = 255

// change is what differs from the frame before.
type change struct {
	rect image.Rectangle
	keys []uint16 // of the colours of the changed part
	same []bool   // the pixel is as it was
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	f := film.Of(c)
	var colours palette.Maker
	var changes []change
	var last []uint16
	var size image.Rectangle
	for k := range f.Len() {
		if err := ctx.Err(); err != nil {
			return err
		}
		img, err := f.Frame(ctx, k)
		if err != nil {
			return err
		}
		colours.Add(img)
		size = img.Rect
		now := palette.Keys(img)
		changes = append(changes, differ(last, now, size))
		last = now
	}
	p := colours.Palette(clear)
	all := append(append(color.Palette{}, p.Colors...), make(color.Palette, clear-len(p.Colors))...)
	for i := range all {
		if all[i] == nil {
			all[i] = color.RGBA{A: 255}
		}
	}
	all = append(all, color.RGBA{})
	out := &gif.GIF{Config: image.Config{ColorModel: all, Width: size.Dx(), Height: size.Dy()}}
	for k, x := range changes {
		img := image.NewPaletted(x.rect, all)
		for i := range img.Pix {
			if img.Pix[i] = p.At(x.keys[i]); x.same[i] {
				img.Pix[i] = clear
			}
		}
		seconds := film.Seconds
		if k == len(changes)-1 {
			seconds = film.Last
		}
		out.Image, out.Delay, out.Disposal = append(out.Image, img), append(out.Delay, 100*seconds), append(out.Disposal, gif.DisposalNone)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return gif.EncodeAll(w, out)
}

// differ is what of a frame is not as in the one before; all of it where there is none.
func differ(last, now []uint16, size image.Rectangle) change {
	w := size.Dx()
	r := size
	if last != nil {
		r = image.Rectangle{Min: size.Max}
		for y := range size.Dy() {
			for x, k := range now[y*w : (y+1)*w] {
				if k != last[y*w+x] {
					r.Min.X, r.Max.X = min(r.Min.X, x), max(r.Max.X, x+1)
					r.Min.Y, r.Max.Y = min(r.Min.Y, y), y+1
				}
			}
		}
		if r.Empty() { // two steps that look the same: a frame of one pixel
			r = image.Rect(0, 0, 1, 1)
		}
	}
	x := change{rect: r, keys: make([]uint16, 0, r.Dx()*r.Dy()), same: make([]bool, 0, r.Dx()*r.Dy())}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for i := y*w + r.Min.X; i < y*w+r.Max.X; i++ {
			x.keys = append(x.keys, now[i])
			x.same = append(x.same, last != nil && now[i] == last[i])
		}
	}
	return x
}

package tile

import (
	"image"
	"math"
)

// Cut shows the part of pic that the tile k covers, in k.Size: pic is the picture of the tile of zoom z that holds k,
// which is k itself or a tile above it. Neighbours cut of one picture join without a seam.
func Cut(pic *image.RGBA, k Key, z int) *image.RGBA {
	n := pic.Rect.Dx()
	deep := max(0, k.Z-z)
	if deep == 0 && n == k.Size {
		return &image.RGBA{Pix: append([]uint8(nil), pic.Pix...), Stride: pic.Stride, Rect: pic.Rect}
	}
	part := float64(n) / float64(int(1)<<deep)
	mask := 1<<deep - 1
	xs := taps(float64(k.X&mask)*part, part, n, k.Size)
	ys := taps(float64(k.Y&mask)*part, part, n, k.Size)
	// Rows of pic that are needed, squeezed or stretched in x.
	y0, y1 := ys[0].from, ys[0].from+len(ys[0].weight)
	for _, t := range ys {
		y0, y1 = min(y0, t.from), max(y1, t.from+len(t.weight))
	}
	mid := make([]float32, (y1-y0)*k.Size*4)
	for y := y0; y < y1; y++ {
		src, dst := pic.Pix[y*pic.Stride:], mid[(y-y0)*k.Size*4:]
		for x, t := range xs {
			var r, g, b, a float32
			p := src[t.from*4:]
			for i, w := range t.weight {
				q := p[i*4 : i*4+4 : i*4+4]
				r += w * float32(q[0])
				g += w * float32(q[1])
				b += w * float32(q[2])
				a += w * float32(q[3])
			}
			d := dst[x*4 : x*4+4 : x*4+4]
			d[0], d[1], d[2], d[3] = r, g, b, a
		}
	}
	out := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	row := make([]float32, k.Size*4)
	for y, t := range ys {
		clear(row)
		for i, w := range t.weight {
			src := mid[(t.from-y0+i)*k.Size*4:][:len(row)]
			for j, v := range src {
				row[j] += w * v
			}
		}
		dst := out.Pix[y*out.Stride:][:len(row)]
		for j := 0; j < len(row); j += 4 {
			a := level(row[j+3], 255)
			dst[j], dst[j+1], dst[j+2], dst[j+3] = level(row[j], a), level(row[j+1], a), level(row[j+2], a), a
		}
	}
	return out
}

// level rounds v into 0 to most: a colour that is multiplied by its alpha is never above it.
func level(v float32, most uint8) uint8 {
	switch {
	case v <= 0:
		return 0
	case v >= float32(most):
		return most
	}
	return uint8(v + 0.5)
}

// tap is what one pixel of the cut takes from a row or column of the picture.
type tap struct {
	from   int
	weight []float32
}

// taps spreads size pixels over part pixels of a picture that is n wide, from the pixel at start on. Pixels beyond the
// edge count as those at it.
func taps(start, part float64, n, size int) []tap {
	step := part / float64(size)
	wide := math.Max(1, step) // a picture made smaller takes all that falls into a pixel
	out := make([]tap, size)
	for i := range out {
		at := start + (float64(i)+0.5)*step - 0.5
		lo, hi := int(math.Ceil(at-2*wide)), int(math.Floor(at+2*wide))
		from, to := max(0, min(lo, n-1)), max(0, min(hi, n-1))
		w := make([]float32, to-from+1)
		var sum float32
		for j := lo; j <= hi; j++ {
			v := float32(cubic((float64(j) - at) / wide))
			w[max(0, min(j, n-1))-from] += v
			sum += v
		}
		for j := range w {
			w[j] /= sum
		}
		out[i] = tap{from, w}
	}
	return out
}

// cubic is the kernel of Catmull and Rom: it keeps lettering crisp.
func cubic(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x < 1:
		return (1.5*x-2.5)*x*x + 1
	case x < 2:
		return ((-0.5*x+2.5)*x-4)*x + 2
	}
	return 0
}

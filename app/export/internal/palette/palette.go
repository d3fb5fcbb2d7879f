// Package palette chooses the colours that pictures are written in where a format has only a few: the same ones for all
// pictures of a file. Maps are drawn in few colours, so that what is written differs from what was drawn by no more than an eye
// sees. Nothing is dithered: that would undo what makes such files small.
//
//	var m palette.Maker
//	m.Add(picture)
//	p := m.Palette(255)
//	small := p.Of(picture)
package palette

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// Maker counts colours. The zero value has seen none.
type Maker struct{ cells map[uint16]*cell }

// cell is all colours that are alike in the upper five bits of each channel.
type cell struct {
	n        int64
	sum      [3]int64
	min, max [3]uint8
}

// Add counts the colours of a picture without clear parts.
func (m *Maker) Add(img *image.RGBA) {
	if m.cells == nil {
		m.cells = map[uint16]*cell{}
	}
	var last [3]uint8
	var at *cell
	b := img.Rect
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[img.PixOffset(b.Min.X, y):][:4*b.Dx()]
		for i := 0; i < len(row); i += 4 {
			c := [3]uint8{row[i], row[i+1], row[i+2]}
			if at == nil || c != last {
				at, last = m.cell(c), c
			}
			at.n++
			for k, v := range c {
				at.sum[k] += int64(v)
			}
		}
	}
}

func key(r, g, b uint8) uint16 { return uint16(r>>3)<<10 | uint16(g>>3)<<5 | uint16(b>>3) }

func (m *Maker) cell(c [3]uint8) *cell {
	k := key(c[0], c[1], c[2])
	x := m.cells[k]
	if x == nil {
		x = &cell{min: c, max: c}
		m.cells[k] = x
	}
	for i, v := range c {
		x.min[i], x.max[i] = min(x.min[i], v), max(x.max[i], v)
	}
	return x
}

// box is cells that are written in one colour.
type box struct {
	keys     []uint16
	n        int64
	min, max [3]uint8
}

// widest is the channel in which the colours of a box differ most, and by how much.
func (b *box) widest() (channel, by int) {
	for i := range b.min {
		if d := int(b.max[i]) - int(b.min[i]); d > by {
			channel, by = i, d
		}
	}
	return channel, by
}

// near is the difference within a box from which on it is divided before all others, however rare its colours are.
const near = 28

// Palette is n colours at most, n from 2 to 256.
func (m *Maker) Palette(n int) *Palette {
	first := box{}
	for k := range m.cells {
		first.keys = append(first.keys, k)
	}
	slices.Sort(first.keys)
	m.measure(&first)
	boxes := []box{first}
	for len(boxes) < n {
		worst, rank := -1, [2]int64{}
		for i := range boxes {
			_, by := boxes[i].widest()
			if len(boxes[i].keys) < 2 {
				continue
			}
			r := [2]int64{0, boxes[i].n * int64(by)}
			if by > near {
				r = [2]int64{int64(by), boxes[i].n}
			}
			if worst < 0 || r[0] > rank[0] || r[0] == rank[0] && r[1] > rank[1] {
				worst, rank = i, r
			}
		}
		if worst < 0 {
			break
		}
		a, b := m.divide(boxes[worst])
		boxes[worst] = a
		boxes = append(boxes, b)
	}
	return m.paint(boxes)
}

func (m *Maker) measure(b *box) {
	b.n = 0
	for i, k := range b.keys {
		c := m.cells[k]
		b.n += c.n
		if i == 0 {
			b.min, b.max = c.min, c.max
		}
		for j := range c.min {
			b.min[j], b.max[j] = min(b.min[j], c.min[j]), max(b.max[j], c.max[j])
		}
	}
}

// divide halves a box across its widest channel: in the middle where it is wide, by the number of pixels where it is not.
func (m *Maker) divide(b box) (x, y box) {
	channel, by := b.widest()
	level := func(k uint16) int { return int(k>>(10-5*channel)) & 31 }
	slices.SortFunc(b.keys, func(i, k uint16) int {
		if c := cmp.Compare(level(i), level(k)); c != 0 {
			return c
		}
		return cmp.Compare(i, k)
	})
	at := 1
	if by > near {
		middle := (int(b.min[channel]) + int(b.max[channel])) / 2 >> 3
		for at < len(b.keys)-1 && level(b.keys[at]) <= middle {
			at++
		}
	} else {
		for seen := m.cells[b.keys[0]].n; at < len(b.keys)-1 && seen < b.n/2; at++ {
			seen += m.cells[b.keys[at]].n
		}
	}
	x, y = box{keys: b.keys[:at:at]}, box{keys: b.keys[at:]}
	m.measure(&x)
	m.measure(&y)
	return x, y
}

// paint gives each box its colour: the mean, as long as no colour of the box is far from it.
func (m *Maker) paint(boxes []box) *Palette {
	p := &Palette{}
	for i, b := range boxes {
		var sum [3]int64
		for _, k := range b.keys {
			for j := range sum {
				sum[j] += m.cells[k].sum[j]
			}
			p.at[k] = uint8(i)
		}
		c := color.RGBA{A: 255}
		for j, to := range []*uint8{&c.R, &c.G, &c.B} {
			mean := int(sum[j] / max(1, b.n))
			lo, hi := int(b.max[j])-near/2, int(b.min[j])+near/2
			if lo > hi {
				lo, hi = (lo+hi)/2, (lo+hi)/2
			}
			*to = uint8(max(0, min(255, max(lo, min(hi, mean)))))
		}
		p.Colors = append(p.Colors, c)
	}
	return p
}

// Palette is some colours, and which of them stands for which.
type Palette struct {
	Colors color.Palette
	at     [1 << 15]uint8
}

// Keys are the pixels of a picture as At takes them: half the room of the picture.
func Keys(img *image.RGBA) []uint16 {
	b := img.Rect
	out := make([]uint16, 0, b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[img.PixOffset(b.Min.X, y):][:4*b.Dx()]
		for i := 0; i < len(row); i += 4 {
			out = append(out, key(row[i], row[i+1], row[i+2]))
		}
	}
	return out
}

// At is the colour that stands for a key, by its position in Colors.
func (p *Palette) At(key uint16) uint8 { return p.at[key] }

// Of is a picture in the colours of p. It must have been counted.
func (p *Palette) Of(img *image.RGBA) *image.Paletted {
	b := img.Rect
	out := image.NewPaletted(b, p.Colors)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[img.PixOffset(b.Min.X, y):][:4*b.Dx()]
		to := out.Pix[out.PixOffset(b.Min.X, y):][:b.Dx()]
		for i := range to {
			to[i] = p.at[key(row[4*i], row[4*i+1], row[4*i+2])]
		}
	}
	return out
}

// PNG is a picture as a PNG file in at most 256 colours, a third of its size in all of them.
func PNG(img image.Image) ([]byte, error) {
	if rgba, ok := img.(*image.RGBA); ok {
		var m Maker
		m.Add(rgba)
		img = m.Palette(256).Of(rgba)
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

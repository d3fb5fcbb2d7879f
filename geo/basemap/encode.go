package basemap

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// Source is what an archive is written from. assets/gen fills it; coordinates are in units.
type Source struct {
	Names  Names
	Ground []uint8 // GroundSize rows of GroundSize columns: the number of the country in Names.Countries plus 1, 0 for none
	Blocks [layers][Levels][]Block
}

// Block is a run of arcs that lie near each other. The blocks of Land hold the same arcs, by number, at every level,
// though not cut at the same places.
type Block []Arc

// Snap gives the coordinate of a level nearest to v units.
func Snap(layer Layer, level int, v float64) int32 {
	shift := shiftOf(layer, level)
	k := int64(v) >> (shift + 1)
	k = max(0, min(k, int64(World)>>(shift+1)-1))
	return int32(2*k+1) << shift
}

// Encode writes src as an archive. Coordinates must come from Snap.
func Encode(w io.Writer, src *Source) error {
	body := bytes.NewBufferString(magic)
	var dir []byte
	add := func(raw []byte) error {
		packed, err := pack(raw)
		dir = binary.AppendUvarint(dir, uint64(len(packed)))
		dir = binary.AppendUvarint(dir, uint64(len(raw)))
		body.Write(packed)
		return err
	}
	if err := add(encodeNames(&src.Names)); err != nil {
		return err
	}
	if err := add(encodeGround(src.Ground)); err != nil {
		return err
	}
	for level := range Levels {
		if err := add(windings(src.Blocks[Land][level])); err != nil {
			return err
		}
	}
	for layer := range src.Blocks {
		for level, blocks := range src.Blocks[layer] {
			dir = binary.AppendUvarint(dir, uint64(len(blocks)))
			for _, b := range blocks {
				raw, box, err := encodeArcs(b, shiftOf(Layer(layer), level))
				if err != nil {
					return err
				}
				for _, v := range []int{len(b), int(box.MinX), int(box.MinY), int(box.MaxX), int(box.MaxY)} {
					dir = binary.AppendUvarint(dir, uint64(v))
				}
				if err := add(raw); err != nil {
					return err
				}
			}
		}
	}
	packed, err := pack(dir)
	if err != nil {
		return err
	}
	body.Write(packed)
	tail := binary.LittleEndian.AppendUint32(nil, uint32(len(packed)))
	tail = binary.LittleEndian.AppendUint32(tail, uint32(len(dir)))
	body.Write(tail)
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(body.Bytes(), castagnoli))
	body.Write(sum)
	_, err = w.Write(body.Bytes())
	return err
}

func pack(raw []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

func encodeArcs(arcs []Arc, shift uint) ([]byte, Box, error) {
	var raw []byte
	box := Box{World, World, 0, 0}
	var x, y int64
	for _, a := range arcs {
		raw = binary.AppendUvarint(raw, uint64(len(a.XY)/2)*uint64(classes)+uint64(a.Class))
		for i := 0; i+1 < len(a.XY); i += 2 {
			px, py := a.XY[i], a.XY[i+1]
			kx, ky := int64(px)>>(shift+1), int64(py)>>(shift+1)
			if int32(2*kx+1)<<shift != px || int32(2*ky+1)<<shift != py {
				return nil, box, fmt.Errorf("basemap: point %d, %d is not snapped", px, py)
			}
			raw = binary.AppendVarint(raw, kx-x)
			raw = binary.AppendVarint(raw, ky-y)
			x, y = kx, ky
			box.MinX, box.MinY = min(box.MinX, px), min(box.MinY, py)
			box.MaxX, box.MaxY = max(box.MaxX, px), max(box.MaxY, py)
		}
	}
	if box.MaxX < box.MinX {
		box = Box{}
	}
	return raw, box, nil
}

// windings counts, for each corner of the grid, the coasts that cross its row to the west: downwards 1, upwards -1.
func windings(blocks []Block) []byte {
	const n, cell = 1 << GridBits, World >> GridBits
	out := make([]byte, n*n)
	for _, b := range blocks {
		for _, a := range b {
			if a.Class != Coast && a.Class != Seam {
				continue
			}
			for i := 2; i+1 < len(a.XY); i += 2 {
				x0, y0, x1, y1 := int64(a.XY[i-2]), int64(a.XY[i-1]), int64(a.XY[i]), int64(a.XY[i+1])
				step := byte(1)
				if y0 > y1 {
					x0, y0, x1, y1, step = x1, y1, x0, y0, 0xFF
				}
				for row := (y0 + cell - 1) / cell; row < n && row*cell < y1; row++ {
					if row*cell <= y0 {
						continue
					}
					// First column whose corner lies to the east of the crossing.
					for col := int64(0); col < n; col++ {
						if (col*cell-x0)*(y1-y0) > (x1-x0)*(row*cell-y0) {
							out[row*n+col] += step
						}
					}
				}
			}
		}
	}
	return out
}

func encodeNames(n *Names) []byte {
	var raw []byte
	num := func(v int) { raw = binary.AppendUvarint(raw, uint64(max(0, v))) }
	text := func(s string) { num(len(s)); raw = append(raw, s...) }
	num(len(n.Regions))
	for _, g := range n.Regions {
		num(int(g.ID))
		text(g.Code)
		text(g.Country)
		text(g.Name)
		num(int(g.X))
		num(int(g.Y))
		num(g.MinLabel)
		last := int64(0)
		num(len(g.Polygons))
		for _, p := range g.Polygons {
			num(len(p))
			for _, ring := range p {
				num(len(ring))
				for _, ref := range ring {
					id, back := int64(ref), int64(0)
					if ref < 0 {
						id, back = int64(^ref), 1
					}
					raw = binary.AppendVarint(raw, (id-last)<<1|back)
					last = id
				}
			}
		}
	}
	for _, titles := range [][]Title{n.Countries, n.Seas} {
		num(len(titles))
		for _, t := range titles {
			text(t.Name)
			text(t.Country)
			for _, v := range []int{int(t.X), int(t.Y), t.Rank, t.MinLabel, t.MaxLabel} {
				num(v)
			}
		}
	}
	return raw
}

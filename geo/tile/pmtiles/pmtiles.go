// Package pmtiles reads raster tiles from a PMTiles archive of version 3, one file on the local disk.
//
//	a, err := pmtiles.OpenFile("city.pmtiles")
//	defer a.Close()
//	source := tile.NewRaster(a)
//
// It reads the header and the root directory when it opens and a leaf directory when a tile needs it; the memory it
// takes is bounded whatever the file says. It does not read archives from the internet, vector tiles, or directories
// packed with Brotli or Zstandard.
package pmtiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"dateline/geo/tile"
)

// Reasons for refusing a file; each is one clause to show after the file's name.
var (
	ErrFormat      = errors.New("pmtiles: not a PMTiles archive of version 3")
	ErrShort       = errors.New("pmtiles: the file is cut short")
	ErrDamaged     = errors.New("pmtiles: the directory of the file is damaged")
	ErrVector      = errors.New("pmtiles: the file holds vector tiles, not pictures")
	ErrPicture     = errors.New("pmtiles: the pictures are in a format that is not read (AVIF)")
	ErrCompression = errors.New("pmtiles: the file is packed in a way that is not read (Brotli or Zstandard)")
)

const (
	headerSize   = 127
	maxRoot      = 16 << 10 // of the file, by the specification
	maxDirectory = 2 << 20  // unpacked: at least 4 bytes an entry, so half a million entries
	maxMetadata  = 1 << 20
	maxLeaves    = 256 << 10 // entries of leaf directories kept in memory, 24 bytes each
	maxDepth     = 4
	maxZ         = 26
)

// Compression and tile types as the format numbers them.
const (
	packUnknown = iota
	packNone
	packGzip
)

const (
	typeVector = 1
	typeAVIF   = 5
)

// Archive is an open file. It may be used from several goroutines.
type Archive struct {
	r          io.ReaderAt
	close      func() error
	info       tile.Info
	root       []entry
	leaves     section
	data       section
	pack       uint8 // of directories
	packTile   uint8
	mu         sync.Mutex
	kept       map[section][]entry // leaf directories
	keptOrder  []section           // oldest first
	keptCounts int
}

// section is a part of the file.
type section struct{ offset, length uint64 }

// OpenFile opens the archive at path; its errors name the file.
func OpenFile(path string) (*Archive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("pmtiles: %w", err)
	}
	st, err := f.Stat()
	if err == nil && !st.Mode().IsRegular() {
		err = ErrFormat
	}
	var a *Archive
	if err == nil {
		a, err = Open(f, st.Size())
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	a.close = f.Close
	if a.info.Name == "" {
		a.info.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	return a, nil
}

// Open reads the header, the root directory and the metadata of an archive of size bytes. An archive that is cut short,
// damaged or of another kind is refused.
func Open(r io.ReaderAt, size int64) (*Archive, error) {
	head := make([]byte, headerSize)
	if n, err := r.ReadAt(head, 0); n < headerSize {
		if bytes.HasPrefix(head[:n], []byte("PMTiles\x03")) {
			return nil, ErrShort
		}
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("pmtiles: %w", err)
		}
		return nil, ErrFormat
	}
	if string(head[:8]) != "PMTiles\x03" {
		return nil, ErrFormat
	}
	part := func(at int) section {
		return section{binary.LittleEndian.Uint64(head[at:]), binary.LittleEndian.Uint64(head[at+8:])}
	}
	root, meta := part(8), part(24)
	a := &Archive{r: r, close: func() error { return nil }, leaves: part(40), data: part(56), pack: head[97], packTile: head[98], kept: map[section][]entry{}}
	for _, s := range []section{root, meta, a.leaves, a.data} {
		if s.length > 0 && !s.inside(uint64(max(0, size))) {
			return nil, ErrShort
		}
	}
	switch {
	case head[99] == typeVector:
		return nil, ErrVector
	case head[99] == typeAVIF:
		return nil, ErrPicture
	case a.pack > packGzip || a.packTile > packGzip:
		return nil, ErrCompression
	}
	a.info.MinZoom, a.info.MaxZoom = int(head[100]), int(head[101])
	if a.info.MinZoom > a.info.MaxZoom || a.info.MaxZoom > maxZ || root.length > maxRoot {
		return nil, ErrDamaged
	}
	degrees := func(at int) float64 { return float64(int32(binary.LittleEndian.Uint32(head[at:]))) / 1e7 }
	a.info.Bound = tile.BoundOf(degrees(102), degrees(106), degrees(110), degrees(114))
	var err error
	if a.root, err = a.directory(root); err != nil {
		return nil, err
	}
	a.metadata(meta)
	return a, nil
}

// inside reports whether s ends within size bytes.
func (s section) inside(size uint64) bool { return s.offset <= size && s.length <= size-s.offset }

// Info is the name, the credit and the zooms of the archive.
func (a *Archive) Info() tile.Info { return a.info }

// Close closes the file.
func (a *Archive) Close() error { return a.close() }

// metadata takes the name and the credit; an archive without is not refused.
func (a *Archive) metadata(s section) {
	if s.length == 0 || s.length > maxMetadata {
		return
	}
	raw, err := a.read(s, a.pack, maxMetadata)
	if err != nil {
		return
	}
	var m map[string]json.RawMessage
	if json.Unmarshal(raw, &m) != nil {
		return
	}
	text := func(key string) (s string) {
		_ = json.Unmarshal(m[key], &s) // what is no text counts as none
		return tile.Credit(s)
	}
	a.info.Name, a.info.Attribution = text("name"), text("attribution")
}

// Picture gives the stored bytes of a tile, tile.ErrAbsent if the archive has none.
func (a *Archive) Picture(ctx context.Context, z, x, y int) ([]byte, error) {
	id, ok := tileID(z, x, y)
	if !ok {
		return nil, tile.ErrAbsent
	}
	dir := a.root
	for range maxDepth {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e, ok := find(dir, id)
		if !ok {
			return nil, tile.ErrAbsent
		}
		at := section{e.offset, uint64(e.length)}
		if e.run > 0 {
			if !at.inside(a.data.length) {
				return nil, ErrDamaged
			}
			if e.length > tile.MaxPictureBytes {
				return nil, tile.ErrPicture
			}
			at.offset += a.data.offset
			return a.read(at, a.packTile, tile.MaxPictureBytes)
		}
		if !at.inside(a.leaves.length) {
			return nil, ErrDamaged
		}
		at.offset += a.leaves.offset
		var err error
		if dir, err = a.leaf(at); err != nil {
			return nil, err
		}
	}
	return nil, ErrDamaged // directories that lead to one another
}

// leaf reads a directory or has it still.
func (a *Archive) leaf(s section) ([]entry, error) {
	a.mu.Lock()
	dir, ok := a.kept[s]
	a.mu.Unlock()
	if ok {
		return dir, nil
	}
	dir, err := a.directory(s)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.kept[s]; ok {
		return dir, nil
	}
	a.kept[s] = dir
	a.keptOrder = append(a.keptOrder, s)
	a.keptCounts += len(dir)
	for a.keptCounts > maxLeaves && len(a.keptOrder) > 1 {
		old := a.keptOrder[0]
		a.keptOrder = a.keptOrder[1:]
		a.keptCounts -= len(a.kept[old])
		delete(a.kept, old)
	}
	return dir, nil
}

func (a *Archive) directory(s section) ([]entry, error) {
	if s.length > maxDirectory {
		return nil, ErrDamaged
	}
	raw, err := a.read(s, a.pack, maxDirectory)
	if err != nil {
		if errors.Is(err, ErrShort) {
			return nil, err
		}
		return nil, fmt.Errorf("%w (%v)", ErrDamaged, err)
	}
	return parse(raw)
}

// read gives a part of the file, unpacked to at most most bytes.
func (a *Archive) read(s section, pack uint8, most int64) ([]byte, error) {
	raw := make([]byte, s.length) // its callers have bounded it
	if _, err := a.r.ReadAt(raw, int64(s.offset)); err != nil {
		if err == io.EOF {
			return nil, ErrShort
		}
		return nil, fmt.Errorf("pmtiles: %w", err)
	}
	zipped := len(raw) > 1 && raw[0] == 0x1f && raw[1] == 0x8b
	if pack == packNone || pack == packUnknown && !zipped {
		return raw, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("pmtiles: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(z, most+1))
	if err != nil {
		return nil, fmt.Errorf("pmtiles: %w", err)
	}
	if int64(len(out)) > most {
		return nil, errors.New("pmtiles: too large when unpacked")
	}
	return out, nil
}

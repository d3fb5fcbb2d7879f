package online

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"dateline/geo/tile"
)

// record is an answer that is kept.
type record struct {
	fresh
	got  time.Time // or confirmed
	body []byte
}

// The file of a record: "DLTILE1\n", the CRC-32 of the rest, the three times in seconds, the lengths and texts of ETag
// and Last-Modified, and the picture. A file that was half written is recognised by its sum and counts as none.
const magic = "DLTILE1\n"

func (r *record) encode() []byte {
	var b []byte
	for _, t := range []time.Time{r.until, r.stale, r.got} {
		b = binary.LittleEndian.AppendUint64(b, uint64(t.Unix()))
	}
	for _, s := range []string{r.etag, r.edited} {
		b = binary.LittleEndian.AppendUint16(b, uint16(len(s)))
		b = append(b, s...)
	}
	b = append(b, r.body...)
	out := binary.LittleEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(b))
	return append(out, b...)
}

var errRecord = errors.New("online: a damaged file of the cache")

func parseRecord(data []byte) (*record, error) {
	data, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(data) < 4+24 || crc32.ChecksumIEEE(data[4:]) != binary.LittleEndian.Uint32(data) {
		return nil, errRecord
	}
	data = data[4:]
	r := &record{}
	r.store = true
	for i, t := range []*time.Time{&r.until, &r.stale, &r.got} {
		*t = time.Unix(int64(binary.LittleEndian.Uint64(data[8*i:])), 0)
	}
	data = data[24:]
	for _, s := range []*string{&r.etag, &r.edited} {
		if len(data) < 2 {
			return nil, errRecord
		}
		n := int(binary.LittleEndian.Uint16(data))
		if len(data) < 2+n {
			return nil, errRecord
		}
		*s, data = string(data[2:2+n]), data[2+n:]
	}
	r.body = data
	return r, nil
}

// coord names a tile of a server.
type coord struct{ z, x, y int }

// disk keeps records in a folder, a file each, up to a number of bytes. Every file is written beside its place and then
// moved there. The folder may vanish at any time.
type disk struct {
	folder string // of this provider; "": nothing is kept
	max    int64
	write  func(path string, data []byte) error // replaced in tests

	mu     sync.Mutex
	bytes  int64 // known or guessed; -1 before the first look
	broken time.Time
	err    error // why the last write failed
}

// newDisk gives each address its own folder under folder, so that providers never mix.
func newDisk(folder, address string, most int64) *disk {
	d := &disk{max: most, bytes: -1, write: func(path string, data []byte) error { return replace(path, data, createBeside) }}
	if folder != "" {
		sum := sha256.Sum256([]byte(address))
		d.folder = filepath.Join(folder, hex.EncodeToString(sum[:8]))
	}
	return d
}

func (d *disk) path(c coord) string {
	return filepath.Join(d.folder, fmt.Sprint(c.z), fmt.Sprintf("%d-%d.tile", c.x, c.y))
}

// get reads a record; nil if there is none. A damaged file is removed.
func (d *disk) get(c coord, now time.Time) *record {
	if d.folder == "" {
		return nil
	}
	path := d.path(c)
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(f, tile.MaxPictureBytes+4096))
	st, _ := f.Stat()
	f.Close()
	if err != nil {
		return nil
	}
	r, err := parseRecord(data)
	if err != nil {
		os.Remove(path)
		return nil
	}
	if st != nil && now.Sub(st.ModTime()) > 24*time.Hour {
		_ = os.Chtimes(path, now, now) // used lately: the last to go; no matter if it cannot be said
	}
	return r
}

// put writes a record. A folder that cannot be written is left alone for ten minutes.
func (d *disk) put(c coord, r *record, now time.Time) {
	if d.folder == "" || !r.store {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err != nil && now.Sub(d.broken) < 10*time.Minute && now.After(d.broken.Add(-time.Minute)) {
		return
	}
	if d.bytes < 0 {
		d.sweep(now)
	}
	data := r.encode()
	path := d.path(c)
	if d.err = d.write(path, data); d.err != nil {
		d.broken = now
		return
	}
	_ = os.Chtimes(path, now, now)                    // the order of use goes by the clock of the program
	if d.bytes += int64(len(data)); d.bytes > d.max { // a file replaced counts twice until the next sweep
		d.sweep(now)
	}
}

// drop removes what is kept of a tile.
func (d *disk) drop(c coord) {
	if d.folder != "" {
		os.Remove(d.path(c))
	}
}

// fault is why the last write failed, nil if it did not.
func (d *disk) fault() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.err
}

// sweep counts what is kept, removes what a crash left and what has long expired, and if there is too much, what was
// used longest ago, down to nine tenths. d.mu is held.
func (d *disk) sweep(now time.Time) {
	type file struct {
		path string
		size int64
		used time.Time
	}
	var files []file
	d.bytes = 0
	_ = filepath.WalkDir(d.folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil // what cannot be read is not ours to count
		}
		st, err := e.Info()
		if err != nil {
			return nil
		}
		old := now.Sub(st.ModTime())
		switch {
		case strings.HasPrefix(e.Name(), ".new-"):
			if old > time.Hour {
				os.Remove(path)
			}
		case strings.HasSuffix(path, ".tile"):
			if old > longestAge {
				os.Remove(path)
				break
			}
			files = append(files, file{path, st.Size(), st.ModTime()})
			d.bytes += st.Size()
		}
		return nil
	})
	if d.bytes <= d.max {
		return
	}
	slices.SortFunc(files, func(a, b file) int { return a.used.Compare(b.used) })
	for _, f := range files {
		if d.bytes <= d.max/10*9 {
			break
		}
		if os.Remove(f.path) == nil {
			d.bytes -= f.size
		}
	}
}

// halfFile is a file that is being written.
type halfFile interface {
	Name() string
	Write([]byte) (int, error)
	Sync() error
	Close() error
}

// createBeside makes a new file in a folder, under a name that sweep knows.
func createBeside(dir string) (halfFile, error) { return os.CreateTemp(dir, ".new-*") }

// replace writes a file so that at any moment, also after a crash or with the disk full, there is the old one or the new
// one, whole. Some disks say only at Sync that they are full.
func replace(path string, data []byte, create func(dir string) (halfFile, error)) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := create(dir)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Package mbtiles reads raster tiles from an MBTiles file (version 1.0 to 1.3), which is a SQLite database.
//
//	f, err := mbtiles.Open("city.mbtiles")
//	defer f.Close()
//	source := tile.NewRaster(f)
//
// The file is opened for reading only, as one that nobody changes, and nothing is written beside it. SQLite is the pure
// Go translation modernc.org/sqlite, the largest dependency of the map: this package alone imports it. A hostile file
// can define views that compute without end or make huge values; queries have a time limit, values and SQLite's
// memory a bound. Vector tiles are refused.
package mbtiles

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"
	"modernc.org/sqlite" // also registers itself with database/sql

	"dateline/geo/tile"
)

// Reasons for refusing a file; each is one clause to show after the file's name.
var (
	ErrFormat  = errors.New("mbtiles: not an MBTiles file")
	ErrShort   = errors.New("mbtiles: the file is cut short")
	ErrDamaged = errors.New("mbtiles: the database is damaged or takes too long to read")
	ErrVector  = errors.New("mbtiles: the file holds vector tiles, not pictures")
	ErrEmpty   = errors.New("mbtiles: the file holds no tiles")
)

// Bounds of what a file can make SQLite do.
const (
	openTime   = 5 * time.Second
	queryTime  = 3 * time.Second
	maxValue   = tile.MaxPictureBytes + 1<<10 // bytes of one row
	heapLimit  = 48 << 20                     // of all of SQLite
	maxRows    = 500                          // of metadata
	limitBytes = 0                            // SQLITE_LIMIT_LENGTH
	limitDepth = 3                            // SQLITE_LIMIT_EXPR_DEPTH
	limitWorks = 5                            // SQLITE_LIMIT_VDBE_OP
)

// File is an open tile file. It may be used from several goroutines, one of which reads at a time.
type File struct {
	db   *sql.DB
	conn *sql.Conn // the only one, since its limits are its own
	pick *sql.Stmt
	info tile.Info
	xyz  bool // rows count from the north, against the specification

	limit time.Duration // of a query
}

// Open opens the file at path. A file that is cut short, damaged, empty or of another kind is refused; the error names
// the file.
func Open(path string) (*File, error) {
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return f, nil
}

func open(path string) (*File, error) {
	if err := glance(path); err != nil {
		return nil, err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("mbtiles: %w", err)
	}
	full = filepath.ToSlash(full)
	if !strings.HasPrefix(full, "/") { // C:/maps/city.mbtiles
		full = "/" + full
	}
	q := url.Values{"mode": {"ro"}, "immutable": {"1"}, "_pragma": {
		"hard_heap_limit(" + strconv.Itoa(heapLimit) + ")", "cache_size(-4096)", "mmap_size(0)", "temp_store(2)",
		"query_only(1)", "trusted_schema(0)", "cell_size_check(1)"}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: full, RawQuery: q.Encode()}).String())
	if err != nil {
		return nil, fmt.Errorf("mbtiles: %w", err)
	}
	db.SetMaxOpenConns(1)
	ctx, cancel := context.WithTimeout(context.Background(), openTime)
	defer cancel()
	f := &File{db: db, limit: queryTime}
	if err := f.begin(ctx); err != nil {
		f.Close()
		return nil, err
	}
	if f.info.Name == "" {
		f.info.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	return f, nil
}

// glance looks at the header of the database, so that SQLite sees no other file and none whose end is missing.
func glance(path string) error {
	r, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("mbtiles: %w", err)
	}
	defer r.Close()
	st, err := r.Stat()
	if err != nil || !st.Mode().IsRegular() {
		return ErrFormat
	}
	head := make([]byte, 100)
	n, _ := io.ReadFull(r, head)
	if !strings.HasPrefix(string(head[:n]), "SQLite format 3\x00") {
		return ErrFormat
	}
	if n < len(head) {
		return ErrShort
	}
	page := int64(binary.BigEndian.Uint16(head[16:]))
	if page == 1 {
		page = 65536
	}
	if page < 512 || page&(page-1) != 0 {
		return ErrDamaged
	}
	// The number of pages counts only if it was written by the last change.
	pages := int64(binary.BigEndian.Uint32(head[28:]))
	if pages > 0 && string(head[24:28]) == string(head[92:96]) && st.Size() < pages*page {
		return ErrShort
	}
	return nil
}

// begin takes the connection, bounds it and reads what the file says of itself.
func (f *File) begin(ctx context.Context) error {
	var err error
	if f.conn, err = f.db.Conn(ctx); err != nil {
		return damaged(err)
	}
	for id, most := range map[int]int{limitBytes: maxValue, limitDepth: 100, limitWorks: 100_000} {
		if _, err := sqlite.Limit(f.conn, id, most); err != nil {
			return damaged(err)
		}
	}
	said, err := f.metadata(ctx)
	if err != nil {
		return err
	}
	switch strings.ToLower(said["format"]) {
	case "pbf", "mvt":
		return ErrVector
	}
	f.xyz = strings.EqualFold(said["scheme"], "xyz")
	f.info.Name, f.info.Attribution = tile.Credit(said["name"]), tile.Credit(said["attribution"])
	f.info.Bound = bound(said["bounds"])
	probe, err := f.conn.QueryContext(ctx, "SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles LIMIT 0")
	if err != nil {
		return missing(err)
	}
	probe.Close()
	if f.pick, err = f.conn.PrepareContext(ctx, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1"); err != nil {
		return missing(err)
	}
	return f.zooms(ctx, said)
}

// metadata reads the names and values; a file without the table is refused.
func (f *File) metadata(ctx context.Context) (map[string]string, error) {
	rows, err := f.conn.QueryContext(ctx, "SELECT name, value FROM metadata LIMIT ?", maxRows)
	if err != nil {
		return nil, missing(err)
	}
	defer rows.Close()
	said := map[string]string{}
	for rows.Next() {
		var name, value sql.NullString
		if err := rows.Scan(&name, &value); err != nil {
			return nil, damaged(err)
		}
		if len(name.String) < 64 && len(value.String) < 64<<10 { // the layers of vector tiles can be long
			said[strings.ToLower(name.String)] = value.String
		}
	}
	if err := rows.Err(); err != nil {
		return nil, damaged(err)
	}
	return said, nil
}

// zooms takes the zooms from the metadata or, where they are not given or make no sense, from the tiles.
func (f *File) zooms(ctx context.Context, said map[string]string) error {
	lo, errLo := strconv.Atoi(strings.TrimSpace(said["minzoom"]))
	hi, errHi := strconv.Atoi(strings.TrimSpace(said["maxzoom"]))
	if errLo == nil && errHi == nil && lo >= 0 && lo <= hi && hi <= 30 {
		f.info.MinZoom, f.info.MaxZoom = lo, hi
		return nil
	}
	for i, q := range []string{"SELECT min(zoom_level) FROM tiles", "SELECT max(zoom_level) FROM tiles"} {
		var z sql.NullInt64
		if err := f.conn.QueryRowContext(ctx, q).Scan(&z); err != nil {
			return damaged(err)
		}
		if !z.Valid {
			return ErrEmpty
		}
		if z.Int64 < 0 || z.Int64 > 30 {
			return ErrDamaged
		}
		if i == 0 {
			f.info.MinZoom = int(z.Int64)
		} else {
			f.info.MaxZoom = int(z.Int64)
		}
	}
	return nil
}

// bound reads "west,south,east,north".
func bound(s string) orb.Bound {
	parts := strings.Split(s, ",")
	if len(parts) != 4 {
		return orb.Bound{}
	}
	var edge [4]float64
	for i, p := range parts {
		var err error
		if edge[i], err = strconv.ParseFloat(strings.TrimSpace(p), 64); err != nil {
			return orb.Bound{}
		}
	}
	return tile.BoundOf(edge[0], edge[1], edge[2], edge[3])
}

// Info is the name, the credit and the zooms of the file.
func (f *File) Info() tile.Info { return f.info }

// Picture gives the stored bytes of a tile, tile.ErrAbsent if the file has none.
func (f *File) Picture(ctx context.Context, z, x, y int) ([]byte, error) {
	if z < 0 || z > 30 || x < 0 || y < 0 || x >= 1<<z || y >= 1<<z {
		return nil, tile.ErrAbsent
	}
	if !f.xyz {
		y = 1<<z - 1 - y // rows count from the south
	}
	limited, cancel := context.WithTimeout(ctx, f.limit)
	defer cancel()
	var data sql.RawBytes
	rows, err := f.pick.QueryContext(limited, z, x, y)
	if err == nil {
		defer rows.Close()
		if rows.Next() {
			if err = rows.Scan(&data); err == nil {
				return append([]byte(nil), data...), nil
			}
		} else if err = rows.Err(); err == nil {
			return nil, tile.ErrAbsent
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, damaged(err)
}

// Close closes the file. Readings at work are ended first.
func (f *File) Close() error {
	if f.pick != nil {
		f.pick.Close()
	}
	if f.conn != nil {
		f.conn.Close()
	}
	return f.db.Close()
}

func damaged(err error) error { return fmt.Errorf("%w (%v)", ErrDamaged, err) }

// missing tells a database without the tables of MBTiles from a damaged one.
func missing(err error) error {
	if text := err.Error(); strings.Contains(text, "no such table") || strings.Contains(text, "no such column") {
		return fmt.Errorf("%w (%v)", ErrFormat, err)
	}
	return damaged(err)
}

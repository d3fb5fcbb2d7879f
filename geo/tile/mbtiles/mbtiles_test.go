package mbtiles

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/geo/tile"
)

func picture(c color.Color) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		img.Set(i%256, i/256, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

var red, blue = picture(color.RGBA{200, 0, 0, 255}), picture(color.RGBA{0, 0, 200, 255})

const tables = `CREATE TABLE metadata (name text, value text);
CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);`

// write makes a database of statements; args go to the last of them.
func write(t testing.TB, statements string, args ...[]any) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my town?#%20.mbtiles")
	db, err := sql.Open("sqlite", filepath.Join(filepath.Dir(path), "plain"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	for _, a := range args {
		if _, err := db.Exec(a[0].(string), a[1:]...); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(filepath.Dir(path), "plain"), path); err != nil {
		t.Fatal(err)
	}
	return path
}

const insert = "INSERT INTO tiles VALUES (?, ?, ?, ?)"

func small(t testing.TB, extra string) string {
	return write(t, tables+`INSERT INTO metadata VALUES ('name', 'Small'), ('format', 'png'), ('bounds', '-10,-20, 30,40'), ('attribution', '<b>© The makers</b>'); `+extra,
		[]any{insert, 0, 0, 0, red}, []any{insert, 1, 0, 0, blue}) // the row from the south: 1/0/1
}

func TestFile(t *testing.T) {
	before := runtime.NumGoroutine()
	path := small(t, "")
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Info(); got != (tile.Info{Name: "Small", Attribution: "© The makers", MinZoom: 0, MaxZoom: 1, Bound: tile.BoundOf(-10, -20, 30, 40)}) {
		t.Errorf("%+v", got)
	}
	for _, c := range []struct {
		z, x, y int
		want    []byte
	}{{0, 0, 0, red}, {1, 0, 1, blue}, {1, 0, 0, nil}, {2, 0, 0, nil}, {1, 5, 0, nil}, {-1, 0, 0, nil}, {31, 0, 0, nil}} {
		got, err := f.Picture(context.Background(), c.z, c.x, c.y)
		if !bytes.Equal(got, c.want) || (c.want == nil) != errors.Is(err, tile.ErrAbsent) {
			t.Errorf("%d/%d/%d: %d bytes, %v", c.z, c.x, c.y, len(got), err)
		}
	}
	source := tile.NewRaster(f)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			img, err := source.Tile(context.Background(), tile.Key{Z: 5, X: 0, Y: 31, Size: 200})
			if err != nil || img.RGBAAt(100, 100).B != 200 {
				t.Errorf("beyond the deepest zoom the tile above is shown larger: %v", err)
			}
		})
	}
	wg.Wait()
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := f.Picture(done, 0, 0, 0); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, err := f.Picture(context.Background(), 0, 0, 0); err == nil {
		t.Error("a closed file gives an error")
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("nothing is written beside the file: %v", left)
	}
	for i := 0; runtime.NumGoroutine() > before && i < 2000; i++ {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, before %d", n, before)
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		claim, path string
		z, x, y     int
	}{
		{"rows from the north, if it says so", small(t, "INSERT INTO metadata VALUES ('scheme', 'xyz')"), 1, 0, 0},
		{"zooms that make no sense are counted", small(t, "INSERT INTO metadata VALUES ('minzoom', '9'), ('maxzoom', 'many')"), 1, 0, 1},
		{"tiles as a view over shared pictures", write(t, `CREATE TABLE metadata (name text, value text);
			CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
			CREATE TABLE images (tile_id text, tile_data blob);
			CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images ON images.tile_id = map.tile_id;
			INSERT INTO map VALUES (1, 0, 0, 'a')`, []any{"INSERT INTO images VALUES ('a', ?)", blue}), 1, 0, 1},
	} {
		f, err := Open(c.path)
		if err != nil {
			t.Errorf("%s: %v", c.claim, err)
			continue
		}
		if got, err := f.Picture(context.Background(), c.z, c.x, c.y); !bytes.Equal(got, blue) || f.Info().MaxZoom != 1 {
			t.Errorf("%s: %d bytes, %+v, %v", c.claim, len(got), f.Info(), err)
		}
		f.Close()
	}
}

func TestRefused(t *testing.T) {
	whole, err := os.ReadFile(small(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	raw := func(data []byte) string {
		path := filepath.Join(t.TempDir(), "x.mbtiles")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	scrambled := bytes.Clone(whole)
	for i := 100; i < len(scrambled); i++ {
		scrambled[i] ^= byte(i * 7)
	}
	for _, c := range []struct {
		claim, path string
		want        error
	}{
		{"an empty file", raw(nil), ErrFormat},
		{"a text", raw([]byte(strings.Repeat("hello ", 100))), ErrFormat},
		{"half a header", raw(whole[:50]), ErrShort},
		{"half a database", raw(whole[:len(whole)/2]), ErrShort},
		{"all but its last bytes", raw(whole[:len(whole)-10]), ErrShort},
		{"a page size that is none", raw(append(append([]byte("SQLite format 3\x00"), 3, 3), make([]byte, 200)...)), ErrDamaged},
		{"scrambled pages", raw(scrambled), ErrDamaged},
		{"another database", write(t, "CREATE TABLE people (name text)"), ErrFormat},
		{"no tiles table", write(t, "CREATE TABLE metadata (name text, value text)"), ErrFormat},
		{"other columns", write(t, "CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (a, b)"), ErrFormat},
		{"no tiles", write(t, tables), ErrEmpty},
		{"vector tiles", small(t, "UPDATE metadata SET value = 'pbf' WHERE name = 'format'"), ErrVector},
		{"a folder", t.TempDir(), ErrFormat},
		{"nothing there", filepath.Join(t.TempDir(), "none"), os.ErrNotExist},
	} {
		f, err := Open(c.path)
		if f != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.claim, err, c.want)
		}
		if err != nil && !strings.HasPrefix(err.Error(), filepath.Base(c.path)) {
			t.Errorf("%s: the error does not name the file: %v", c.claim, err)
		}
	}
}

func TestHostile(t *testing.T) {
	const meta = "CREATE TABLE metadata (name text, value text); INSERT INTO metadata VALUES ('minzoom', '0'), ('maxzoom', '3'); "
	endless := "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
	for claim, path := range map[string]string{
		"a view that never ends":   write(t, meta+"CREATE VIEW tiles AS "+endless+"SELECT 0 zoom_level, 0 tile_column, 0 tile_row, count(*) tile_data FROM c"),
		"a tile of 1 GB":           write(t, meta+"CREATE VIEW tiles AS SELECT 0 zoom_level, 0 tile_column, 0 tile_row, zeroblob(1000000000) tile_data"),
		"a tile that takes memory": write(t, meta+"CREATE VIEW tiles AS "+endless+"SELECT 0 zoom_level, 0 tile_column, 0 tile_row, group_concat(randomblob(100000)) tile_data FROM c"),
		"a sort without end":       write(t, meta+"CREATE VIEW tiles AS "+endless+"SELECT 0 zoom_level, 0 tile_column, 0 tile_row, x tile_data FROM (SELECT randomblob(1000) x FROM c ORDER BY x)"),
	} {
		f, err := Open(path)
		if err != nil {
			t.Errorf("%s: %v", claim, err)
			continue
		}
		f.limit = 100 * time.Millisecond
		if _, err := f.Picture(context.Background(), 0, 0, 0); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", claim, err)
		}
		if _, err := f.Picture(context.Background(), 3, 0, 0); err == nil {
			t.Errorf("%s: a tile out of nothing", claim)
		}
		f.Close()
	}
	f, err := Open(small(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.conn.ExecContext(context.Background(), "INSERT INTO metadata VALUES ('a', 'b')"); err == nil {
		t.Error("nothing is written")
	}
}

func FuzzOpen(f *testing.F) {
	whole, err := os.ReadFile(small(f, ""))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte{})
	f.Add(100, []byte{5, 0, 0, 0, 0})
	f.Add(4096, []byte("xxxxxxxxxxxxxxxxxxxxxxxx"))
	path := filepath.Join(f.TempDir(), "x.mbtiles")
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		data := bytes.Clone(whole)
		if at >= 0 && at < len(data) {
			copy(data[at:], patch)
		}
		path := path + fmt.Sprint(os.Getpid())
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := Open(path)
		if err != nil {
			return
		}
		defer file.Close()
		for y := range 2 {
			file.Picture(context.Background(), 1, 0, y)
		}
	})
}

func ExampleOpen() {
	_, err := Open("no such file.mbtiles")
	fmt.Println(errors.Is(err, os.ErrNotExist))
	// Output: true
}

func BenchmarkPicture(b *testing.B) {
	f, err := Open(small(b, ""))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for b.Loop() {
		if _, err := f.Picture(context.Background(), 1, 0, 1); err != nil {
			b.Fatal(err)
		}
	}
}

package online

import (
	"context"
	"fmt"
	"image"
	"io"
	"net/http"
	"os"
	"sync"
	"testing"

	"dateline/assets"
	"dateline/geo/tile"
)

// board is a window's map in small: it keeps the last picture of each tile and can wait for one.
type board struct {
	mu   sync.Mutex
	cond *sync.Cond
	pics map[tile.Key]*image.RGBA
	errs int
}

func newBoard() *board {
	b := &board{pics: map[tile.Key]*image.RGBA{}}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *board) ready(k tile.Key, img *image.RGBA, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil {
		b.errs++
	}
	b.pics[k] = img
	b.cond.Broadcast()
}

func (b *board) wait(ok func() bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for !ok() {
		b.cond.Wait()
	}
}

// TestMapOverTheEmbeddedOne runs all that the window does, against servers good and bad.
func TestMapOverTheEmbeddedOne(t *testing.T) {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	var view []tile.Key
	for x := range 4 {
		for y := range 3 {
			view = append(view, key(6, 35+x, 20+y))
		}
	}
	online := func(k tile.Key, img *image.RGBA) bool {
		c := img.RGBAAt(0, 0)
		n := k.Z<<12 | k.X<<6 | k.Y
		return c.R == uint8(n) && c.G == uint8(n>>8) && c.B == 0
	}
	for _, c := range []struct {
		claim  string
		answer http.HandlerFunc
		status string
	}{
		{"a good server's tiles come to lie upon it", good, ""},
		{"a server that hangs leaves it as it is", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "none yet"},
		{"a server that blocks, too", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(403) }, tile.StatusBlocked},
		{"a sign-in page, too", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<html>") }, tile.StatusWrong},
	} {
		t.Run(c.claim, func(t *testing.T) {
			noLeak(t)
			s := serve(t, c.answer)
			src, _ := open(t, s, func(config *Config) { config.Folder = t.TempDir() })
			said := make(chan tile.Status, 100)
			stack := tile.NewStack(tile.StackConfig{Top: src, Under: base, Changed: func(st tile.Status) { said <- st }})
			b := newBoard()
			l := tile.NewLoader(stack, tile.LoaderConfig{Ready: b.ready})
			l.Want(view)
			b.wait(func() bool { return len(b.pics) == len(view) })
			switch c.status {
			case "":
				b.wait(func() bool {
					for _, k := range view {
						if !online(k, b.pics[k]) {
							return false
						}
					}
					return true
				})
				if s.count() != len(view) || s.most > 2 {
					t.Errorf("%d requests for %d tiles, %d at a time", s.count(), len(view), s.most)
				}
			case "none yet":
			default:
				if st := <-said; st.Code != c.status || s.count() > 2 {
					t.Errorf("%+v after %d requests", st, s.count())
				}
			}
			if c.status != "" && online(view[0], b.pics[view[0]]) || b.errs > 0 {
				t.Error("the embedded map is not on show")
			}
			l.Close()
			stack.Close()
			src.Close()
			s.CloseClientConnections()
		})
	}
}

func ExampleNew() {
	dir, _ := os.MkdirTemp("", "tiles")
	defer os.RemoveAll(dir)
	p := Providers()[0]
	src, err := New(Config{Provider: p, UserAgent: UserAgent("1.0", "https://site.example", "maps@site.example"), Folder: dir})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer src.Close()
	_, err = src.Tile(context.Background(), tile.Key{Z: 3, X: 4, Y: 2, Size: 256})
	fmt.Println(src.Attribution())
	fmt.Println(err)
	// Output:
	// © OpenStreetMap contributors
	// tile: The map from OpenStreetMap is off until you agree to load it from the internet; the built-in map is shown.
}

// BenchmarkKept shows pictures that are on disk and in memory.
func BenchmarkKept(b *testing.B) {
	s := serve(b, good)
	src, _ := open(b, s, func(c *Config) { c.Folder = b.TempDir() })
	k := key(5, 1, 1)
	if _, err := src.Tile(context.Background(), k); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		forget func()
	}{{"memory", func() {}}, {"disk", func() { src.memory = newMemory(keepBytes) }}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				c.forget()
				if img, ok := src.Kept(context.Background(), k); img == nil || !ok {
					b.Fatal("not there")
				}
			}
		})
	}
}

package tile_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/assets"
	"dateline/geo/tile"
)

// slow is a source that takes a while and can fail.
type slow struct {
	mu    sync.Mutex
	drawn map[tile.Key]int
	err   error
	takes time.Duration
}

func (s *slow) Attribution() string { return "nobody" }

func (s *slow) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	select {
	case <-time.After(s.takes):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drawn[k]++
	if s.err != nil {
		return nil, s.err
	}
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), nil
}

func keys(z, n int) []tile.Key {
	var out []tile.Key
	for i := range n {
		out = append(out, tile.Key{Z: z, X: i, Size: 64})
	}
	return out
}

// broken is a source with a mistake: some tiles panic.
type broken struct{ slow }

func (b *broken) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	if k.X == 1 {
		var none []int
		return nil, fmt.Errorf("%d", none[k.X])
	}
	return b.slow.Tile(ctx, k)
}

func TestAPanicInADrawingIsAFailureOfThatTile(t *testing.T) {
	for claim, guarded := range map[string]bool{"with a guard": true, "without": false} {
		t.Run(claim, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var faults []string
				c := tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20}
				if guarded {
					c.Guard = func(f func()) {
						defer func() {
							if fault := recover(); fault != nil {
								faults = append(faults, fmt.Sprint(fault))
							}
						}()
						f()
					}
				}
				got := map[int]error{}
				c.Ready = func(k tile.Key, img *image.RGBA, err error) {
					got[k.X] = err
					if k.X == 2 {
						panic("in Ready")
					}
				}
				l := tile.NewLoader(&broken{slow{drawn: map[tile.Key]int{}}}, c)
				l.Want(keys(3, 4))
				synctest.Wait()
				l.Close()
				if len(got) != 4 || !errors.Is(got[1], tile.ErrFault) || got[0] != nil || got[2] != nil || got[3] != nil || l.Pending() != 0 {
					t.Errorf("the tiles after and before it are drawn: %v, %d pending", got, l.Pending())
				}
				if guarded && (len(faults) != 2 || !strings.Contains(faults[0], "index out of range") || faults[1] != "in Ready") {
					t.Errorf("the guard sees %v", faults)
				}
			})
		})
	}
}

func TestLoader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &slow{drawn: map[tile.Key]int{}, takes: time.Second}
		ready := 0
		var mu sync.Mutex
		l := tile.NewLoader(s, tile.LoaderConfig{MaxBytes: 1 << 20, Ready: func(k tile.Key, img *image.RGBA, err error) {
			mu.Lock()
			defer mu.Unlock()
			ready++
		}})
		if l.Request(keys(5, 1)[0]) != nil {
			t.Error("a picture out of nothing")
		}
		l.Request(keys(5, 1)[0])
		synctest.Wait()
		if n := l.Pending(); n != 1 {
			t.Errorf("asked twice, pending once, not %d", n)
		}
		time.Sleep(1500 * time.Millisecond)
		synctest.Wait()
		if l.Get(keys(5, 1)[0]) == nil || ready != 1 || l.Pending() != 0 {
			t.Errorf("after a second the picture is there: %d ready, %d pending", ready, l.Pending())
		}

		l.Want(keys(5, 10)) // nine are new
		time.Sleep(500 * time.Millisecond)
		l.Want(keys(6, 2)) // nobody wants the nine any more
		time.Sleep(1500 * time.Millisecond)
		synctest.Wait()
		for _, k := range keys(5, 10)[1:] {
			if s.drawn[k] != 0 {
				t.Errorf("%v was drawn though nobody wanted it", k)
			}
		}
		if l.Get(keys(6, 2)[1]) == nil {
			t.Error("what is wanted now is drawn")
		}

		s.err = errors.New("no")
		l.Want(keys(7, 1))
		time.Sleep(1500 * time.Millisecond)
		synctest.Wait()
		l.Request(keys(7, 1)[0])
		if n := l.Pending(); n != 0 {
			t.Errorf("what failed is not tried again by Request: %d pending", n)
		}
		l.Want(keys(7, 1))
		if n := l.Pending(); n == 0 {
			t.Error("what failed is tried again by Want")
		}
		l.Want(keys(8, 500))
		l.Close()
		if l.Request(keys(9, 1)[0]) != nil || l.Get(keys(6, 1)[0]) == nil {
			t.Error("after Close the cache can be read and nothing is asked for")
		}
	})
}

func TestCacheIsBounded(t *testing.T) {
	c := tile.NewCache(10 * 64 * 64 * 4)
	for i, k := range keys(9, 50) {
		c.Put(k, image.NewRGBA(image.Rect(0, 0, 64, 64)))
		c.Get(keys(9, 1)[0]) // used all the time
		if c.Bytes() > 10*64*64*4 {
			t.Fatalf("%d bytes after %d", c.Bytes(), i)
		}
	}
	if c.Get(keys(9, 1)[0]) == nil || c.Get(keys(9, 50)[49]) == nil || c.Get(keys(9, 50)[30]) != nil {
		t.Error("what was used last stays, the rest goes")
	}
	c.Put(tile.Key{Z: 1}, image.NewRGBA(image.Rect(0, 0, 1000, 1000)))
	c.Put(tile.Key{Z: 2}, nil)
	if c.Get(tile.Key{Z: 1}) != nil || c.Get(keys(9, 50)[49]) == nil {
		t.Error("a picture larger than the cache pushes nothing out")
	}
}

func ExampleLoader() {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		fmt.Println(err)
		return
	}
	done := make(chan tile.Key)
	l := tile.NewLoader(base, tile.LoaderConfig{MaxBytes: tile.DefaultCacheBytes, Ready: func(k tile.Key, _ *image.RGBA, err error) { done <- k }})
	defer l.Close()
	k := tile.Key{Z: 4, X: 9, Y: 5, Size: 256}
	l.Want([]tile.Key{k})
	fmt.Println((<-done).Z, l.Get(k) != nil)
	// Output: 4 true
}

// BenchmarkPanEurope draws all tiles that a 1400x900 map needs after a jump of 1000 px, by two workers, from cold.
func BenchmarkPanEurope(b *testing.B) {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var wg sync.WaitGroup
		l := tile.NewLoader(base, tile.LoaderConfig{Ready: func(tile.Key, *image.RGBA, error) { wg.Done() }})
		var want []tile.Key
		for x := 34; x < 38; x++ {
			for y := 19; y < 24; y++ {
				want = append(want, tile.Key{Z: 6, X: x, Y: y, Size: 256})
			}
		}
		wg.Add(len(want))
		l.Want(want)
		wg.Wait()
		l.Close()
	}
	b.ReportMetric(float64(runtime.NumGoroutine()), "goroutines")
}

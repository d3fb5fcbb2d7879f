package tile_test

import (
	"context"
	"errors"
	"image"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/geo/tile"
)

// reports notes what a Loader reports.
type reports struct {
	mu   sync.Mutex
	seen map[tile.Key]int
	errs map[tile.Key]error
}

func (r *reports) ready(k tile.Key, img *image.RGBA, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seen == nil {
		r.seen, r.errs = map[tile.Key]int{}, map[tile.Key]error{}
	}
	r.seen[k]++
	r.errs[k] = err
}

func (r *reports) of(k tile.Key) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen[k]
}

func TestWantedAgainWhileCancelled(t *testing.T) {
	for _, c := range []struct {
		claim string
		again func(l *tile.Loader, k tile.Key)
		want  int
	}{
		{"by Want", func(l *tile.Loader, k tile.Key) { l.Want([]tile.Key{k}) }, 1},
		{"by Request", func(l *tile.Loader, k tile.Key) { l.Request(k) }, 1},
		{"twice", func(l *tile.Loader, k tile.Key) { l.Want([]tile.Key{k}); l.Want([]tile.Key{k, k}) }, 1},
		{"and dropped once more", func(l *tile.Loader, k tile.Key) { l.Want([]tile.Key{k}); l.Want(nil) }, 0},
		{"not at all", func(*tile.Loader, tile.Key) {}, 0},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &lingering{slow{drawn: map[tile.Key]int{}, takes: time.Second}}
			var r reports
			l := tile.NewLoader(s, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20, Ready: r.ready})
			k := keys(5, 1)[0]
			l.Want([]tile.Key{k})
			synctest.Wait()
			l.Want(nil) // cancelled, but the drawing takes a while to end
			c.again(l, k)
			time.Sleep(5 * time.Second)
			synctest.Wait()
			if r.of(k) != c.want || (l.Get(k) != nil) != (c.want > 0) || l.Pending() != 0 {
				t.Errorf("wanted again %s: reported %d times, %d pending", c.claim, r.of(k), l.Pending())
			}
			l.Close()
		})
	}
}

// lingering looks at its context only at the end.
type lingering struct{ slow }

func (s *lingering) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	img, err := s.slow.Tile(context.Background(), k)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return img, err
}

// deaf draws to the end whatever becomes of its context.
type deaf struct{ tile.Source }

func (d deaf) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return d.Source.Tile(context.Background(), k)
}

func TestSourceThatHeedsNoContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &slow{drawn: map[tile.Key]int{}, takes: time.Second}
		var r reports
		l := tile.NewLoader(deaf{s}, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20, Ready: r.ready})
		k := keys(5, 1)[0]
		l.Want([]tile.Key{k})
		synctest.Wait()
		l.Want(nil)
		l.Want([]tile.Key{k})
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if r.of(k) != 1 || s.drawn[k] != 1 {
			t.Errorf("drawn %d times, reported %d times", s.drawn[k], r.of(k))
		}
		other := keys(6, 1)[0]
		l.Want([]tile.Key{other})
		synctest.Wait()
		l.Want(nil)
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if r.of(other) != 0 || l.Get(other) == nil {
			t.Error("what nobody wants any more is kept, not reported")
		}
		l.Want([]tile.Key{other})
		synctest.Wait()
		if r.of(other) != 1 {
			t.Error("until it is wanted again")
		}
		l.Close()
	})
}

func TestWantReportsWhatIsThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &slow{drawn: map[tile.Key]int{}, takes: time.Second}
		var r reports
		l := tile.NewLoader(s, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20, Ready: r.ready})
		all := keys(5, 3)
		l.Want(all[:1])
		time.Sleep(2 * time.Second)
		l.Want([]tile.Key{all[1], all[0], all[2]})
		synctest.Wait()
		if r.of(all[0]) != 2 || r.of(all[1]) != 0 {
			t.Errorf("what is in the cache is reported before others are drawn: %d and %d times", r.of(all[0]), r.of(all[1]))
		}
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if s.drawn[all[0]] != 1 || r.of(all[2]) != 1 {
			t.Error("without being drawn anew")
		}
		l.Close()
	})
}

// growing is a Live source: a picture of 1 first, one of 2 when it has come.
type growing struct {
	mu     sync.Mutex
	has    map[tile.Key]bool
	wants  []tile.Key
	better func(tile.Key)
}

func (g *growing) Attribution() string { return "" }

func (g *growing) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	img := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	g.mu.Lock()
	defer g.mu.Unlock()
	img.Pix[0] = 1
	if g.has[k] {
		img.Pix[0] = 2
	}
	return img, nil
}

func (g *growing) Follow(better func(tile.Key)) (func([]tile.Key), func()) {
	g.better = better
	return func(ks []tile.Key) { g.wants = ks }, func() { g.better = nil }
}

func (g *growing) Provisional(k tile.Key) bool { return !g.has[k] }

func TestLoaderFollowsALiveSource(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &growing{has: map[tile.Key]bool{}}
		var r reports
		l := tile.NewLoader(g, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20, Ready: r.ready})
		all := keys(5, 2)
		l.Want(all)
		synctest.Wait()
		if l.Get(all[0]).Pix[0] != 1 || !l.Provisional(all[0]) || len(g.wants) != 2 {
			t.Error("what is at hand comes first, and the source knows what is wanted")
		}
		g.mu.Lock()
		g.has[all[0]] = true
		g.mu.Unlock()
		g.better(all[0])
		synctest.Wait()
		if l.Get(all[0]).Pix[0] != 2 || r.of(all[0]) != 2 || r.of(all[1]) != 1 {
			t.Errorf("the better one is reported: %d times", r.of(all[0]))
		}
		l.Want(nil)
		synctest.Wait()
		g.better(all[1])
		synctest.Wait()
		if l.Get(all[1]) != nil || r.of(all[1]) != 1 {
			t.Error("what nobody wants is forgotten, not drawn")
		}
		l.Close()
		if g.better != nil {
			t.Error("a closed loader follows no longer")
		}
	})
}

func TestFaultAfterCancelIsReported(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &slow{drawn: map[tile.Key]int{}, takes: time.Second, err: errors.New("no")}
		var r reports
		l := tile.NewLoader(s, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20, Ready: r.ready})
		k := keys(5, 1)[0]
		l.Want([]tile.Key{k})
		synctest.Wait()
		l.Want(nil)
		l.Want([]tile.Key{k})
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if r.of(k) != 1 || r.errs[k] == nil {
			t.Errorf("reported %d times", r.of(k))
		}
		l.Close()
	})
}

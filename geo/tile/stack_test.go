package tile_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/paulmach/orb"

	"dateline/assets"
	"dateline/geo/tile"
)

// plainly is a source of one colour, with names.
type plainly struct {
	c   color.RGBA
	err error
}

func (p plainly) Attribution() string { return fmt.Sprint("maker ", p.c.R) }

func (p plainly) Labels(orb.Bound, float64) []tile.Label { return []tile.Label{{Text: "name"}} }

func (p plainly) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	if p.err != nil {
		return nil, p.err
	}
	img := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = p.c.R, p.c.G, p.c.B, p.c.A
	}
	return img, nil
}

// far is a Remote that takes a second.
type far struct {
	plainly
	mu    sync.Mutex
	err   error
	asked map[tile.Key]int
	ended int
	kept  map[tile.Key]bool
	wait  time.Duration
}

func newFar() *far {
	return &far{plainly: plainly{c: color.RGBA{9, 0, 0, 255}}, asked: map[tile.Key]int{}, kept: map[tile.Key]bool{}}
}

func (f *far) Kept(ctx context.Context, k tile.Key) (*image.RGBA, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.kept[k] {
		return nil, false
	}
	img, _ := f.plainly.Tile(ctx, k)
	return img, true
}

func (f *far) RetryIn() time.Duration { return f.wait }

func (f *far) set(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = err
}

func (f *far) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	f.mu.Lock()
	f.asked[k]++
	f.mu.Unlock()
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
		f.mu.Lock()
		f.ended++
		f.mu.Unlock()
		return nil, ctx.Err()
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err != nil {
		return nil, f.err
	}
	f.kept[k] = true
	return f.plainly.Tile(ctx, k)
}

func (f *far) count(k tile.Key) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.asked[k]
}

var under = plainly{c: color.RGBA{1, 100, 0, 255}}

func TestStackShowsWhatLiesUnderneath(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFar()
		s := tile.NewStack(tile.StackConfig{Top: f, Under: under})
		var r reports
		l := tile.NewLoader(s, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20, Ready: r.ready}) // one worker: they are asked for in order
		all := keys(5, 9)
		l.Want(all[:4])
		synctest.Wait()
		if img := l.Get(all[0]); img == nil || img.Pix[0] != 1 || !l.Provisional(all[0]) {
			t.Error("the map underneath is there at once")
		}
		if n := len(s.Labels(orb.Bound{}, 3)); n != 1 {
			t.Error("with its names")
		}
		time.Sleep(1500 * time.Millisecond)
		synctest.Wait()
		if img := l.Get(all[0]); img == nil || img.Pix[0] != 9 || r.of(all[0]) != 2 || l.Provisional(all[0]) {
			t.Errorf("the other follows: reported %d times", r.of(all[0]))
		}
		if len(s.Labels(orb.Bound{}, 3)) != 0 {
			t.Error("and has names of its own")
		}
		l.Want(all[4:8]) // the last of the four are scrolled away
		synctest.Wait()
		if f.ended != 2 {
			t.Errorf("what is scrolled away is given up: %d", f.ended)
		}
		time.Sleep(5 * time.Second)
		l.Want(all[2:4])
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if img := l.Get(all[3]); img.Pix[0] != 9 || f.count(all[3]) != 2 || f.count(all[0]) != 1 || f.count(all[8]) != 0 {
			t.Errorf("and asked for when it comes back: %d times", f.count(all[3]))
		}
		if a := s.Attribution(); a != "maker 9 · maker 1" {
			t.Error(a)
		}
		l.Close()
		s.Close()
	})
}

func TestStackStatus(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFar()
		f.set(&tile.Fault{Status: tile.Status{Code: tile.StatusOffline, Args: []string{"Far"}}})
		var said []string
		var mu sync.Mutex
		s := tile.NewStack(tile.StackConfig{Top: f, Under: under, Changed: func(st tile.Status) {
			mu.Lock()
			said = append(said, st.Code)
			mu.Unlock()
		}})
		var r reports
		l := tile.NewLoader(s, tile.LoaderConfig{MaxBytes: 1 << 20, Ready: r.ready})
		k := keys(5, 4)
		l.Want(k)
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if s.Status().Code != tile.StatusOffline || r.errs[k[0]] != nil || l.Get(k[0]).Pix[0] != 1 || len(said) != 1 {
			t.Errorf("said once, and the map stays: %v %v", s.Status(), said)
		}
		f.set(nil)
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if !s.Status().Good() || l.Get(k[3]).Pix[0] != 9 || len(said) != 2 {
			t.Errorf("tried again by itself: %v %v", s.Status(), said)
		}
		l.Close()
		s.Close()
	})
}

func TestStackAbsentIsFinal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFar()
		f.set(tile.ErrAbsent)
		s := tile.NewStack(tile.StackConfig{Top: f, Under: under})
		l := tile.NewLoader(s, tile.LoaderConfig{MaxBytes: 1 << 20})
		k := keys(5, 1)
		l.Want(k)
		time.Sleep(3 * time.Second)
		l.Want(k)
		time.Sleep(time.Hour)
		synctest.Wait()
		if f.count(k[0]) != 1 || l.Provisional(k[0]) || !s.Status().Good() {
			t.Errorf("asked %d times", f.count(k[0]))
		}
		l.Close()
		s.Close()
	})
}

func TestStackWithoutFollowersWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFar()
		s := tile.NewStack(tile.StackConfig{Top: f, Under: under, Patience: 1500 * time.Millisecond})
		img, err := s.Tile(context.Background(), keys(5, 1)[0])
		if err != nil || img.Pix[0] != 9 {
			t.Error("a picture that comes soon enough is waited for", err)
		}
		hasty := tile.NewStack(tile.StackConfig{Top: newFar(), Under: under, Patience: time.Millisecond})
		img, err = hasty.Tile(context.Background(), keys(5, 1)[0])
		if err != nil || img.Pix[0] != 1 {
			t.Error("one that does not is done without", err)
		}
		if _, err := s.Tile(context.Background(), tile.Key{}); !errors.Is(err, tile.ErrNoTile) {
			t.Error(err)
		}
		s.Close()
		hasty.Close()
		if img, err := s.Tile(context.Background(), keys(5, 9)[8]); err != nil || img.Pix[0] != 1 {
			t.Error("a closed stack gives what is at hand", err)
		}
	})
}

func TestStackForgetsNotices(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFar()
		s := tile.NewStack(tile.StackConfig{Top: f, Under: under})
		l := tile.NewLoader(s, tile.LoaderConfig{Workers: 1, MaxBytes: 1 << 20})
		k := keys(5, 3)
		l.Want(k)
		time.Sleep(1100 * time.Millisecond)
		synctest.Wait()
		if l.Get(k[0]).Pix[0] != 9 {
			t.Fatal("a picture that turns out to be a notice")
		}
		f.mu.Lock()
		clear(f.kept) // as online does
		f.err = &tile.Fault{Status: tile.Status{Code: tile.StatusBlocked, Args: []string{"Far"}}}
		f.wait = time.Hour
		f.mu.Unlock()
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if img := l.Get(k[0]); img == nil || img.Pix[0] != 1 || s.Status().Code != tile.StatusBlocked {
			t.Errorf("does not stay on the map: %+v", s.Status())
		}
		l.Close()
		s.Close()
	})
}

func TestStackOfFiles(t *testing.T) {
	half := plainly{c: color.RGBA{100, 0, 0, 128}}
	k := tile.Key{Z: 2, X: 1, Y: 1, Size: 64}
	for _, c := range []struct {
		claim  string
		top    plainly
		r, g   uint8
		status string
	}{
		{"what shines through shows what is underneath", half, 100, 49, ""},
		{"where the file has none, there is the map underneath", plainly{err: tile.ErrAbsent}, 1, 100, ""},
		{"where it is damaged, too, and that is said", plainly{err: &tile.Fault{Status: tile.Status{Code: tile.StatusFile}}}, 1, 100, tile.StatusFile},
	} {
		s := tile.NewStack(tile.StackConfig{Top: c.top, Under: under})
		img, err := s.Tile(context.Background(), k)
		if err != nil || img.Pix[0] != c.r || max(img.Pix[1], c.g)-min(img.Pix[1], c.g) > 1 || img.Pix[3] != 255 || s.Status().Code != c.status {
			t.Errorf("%s: %v %v %v", c.claim, img.Pix[:4], s.Status(), err)
		}
		s.Close()
	}
}

func TestStatusSentences(t *testing.T) {
	s := tile.Status{Code: tile.StatusServer, Args: []string{"Far", "503"}}
	if got := s.Sentence(); got != "Far has a fault of its own (status 503); the built-in map is shown meanwhile." {
		t.Error(got)
	}
	if got := (tile.Status{Code: "x"}).Sentence(); got != "x" || !(tile.Status{}).Good() || !s.Same(s) || s.Same(tile.Status{}) {
		t.Error(got)
	}
}

func ExampleStack() {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		fmt.Println(err)
		return
	}
	missing := plainly{err: tile.ErrAbsent} // a file that does not cover the place
	s := tile.NewStack(tile.StackConfig{Top: missing, Under: base})
	defer s.Close()
	img, err := s.Tile(context.Background(), tile.Key{Z: 4, X: 9, Y: 5, Size: 256})
	fmt.Println(img.Rect, err, s.Status().Good())
	// Output: (0,0)-(256,256) <nil> true
}

package tile

import (
	"context"
	"errors"
	"image"
	"slices"
	"sync"
)

// Live is a Source whose first picture of a tile can be provisional: what is at hand is given at once, and a better
// one is had later. A Loader follows it.
type Live interface {
	Source
	// Follow has better called, on any goroutine, when a better picture of a tile can be had by Tile. want tells the
	// source which tiles are still wanted; it gives up what it was getting for others. stop ends both.
	Follow(better func(Key)) (want func([]Key), stop func())
	// Provisional reports whether the last picture of k was not the final one. Keep wanting such tiles while they are
	// in view.
	Provisional(k Key) bool
}

// Loader draws wanted tiles on a few goroutines of its own, nearest wish first, and keeps them in a Cache.
// Its methods may be called from several goroutines and never wait for a drawing.
type Loader struct {
	LoaderConfig
	source Source
	live   Live // source, if it is
	cache  *Cache
	tell   func([]Key) // of live
	stop   func()

	mu      sync.Mutex
	wake    *sync.Cond
	queue   []Key
	wanted  map[Key]bool // by the last Want and since
	running map[Key]*drawing
	failed  map[Key]error
	closed  bool
	done    sync.WaitGroup
}

// drawing is a tile in work.
type drawing struct {
	cancel  context.CancelFunc
	dropped bool // nobody wants it: cancelled
	again   bool // wanted once more: to be drawn anew if this drawing comes to nothing
	old     bool // a better picture can be had than the one in work
}

// LoaderConfig says how a Loader works. The zero value works.
type LoaderConfig struct {
	Workers  int   // goroutines; 2 if it is not positive
	MaxBytes int64 // of pictures that are kept

	// Ready is called on a worker's goroutine for each picture drawn, each failure and each wanted picture that is in the
	// cache already; it may be nil and must not block. Tiles cancelled because nobody wants them any more are not
	// reported, even if they are drawn to the end; if they are wanted again meanwhile, they are drawn and reported. A tile
	// of a Live source is reported again when there is a better picture of it.
	Ready func(Key, *image.RGBA, error)

	// Guard runs a drawing, or Ready, and keeps a panic in it from ending the program, so that it can be written down.
	// With nil nothing is written down. Either way a drawing that panics is a failure with ErrFault.
	Guard func(f func())
}

func (c *LoaderConfig) applyDefaults() {
	if c.Workers <= 0 {
		c.Workers = 2 // a drawing keeps a core busy; the window and the reading need the others
	}
	if c.Guard == nil {
		c.Guard = func(f func()) {
			defer func() { _ = recover() }() // the caller learns of it as ErrFault
			f()
		}
	}
}

// ErrFault is the failure of a tile whose drawing ended in a panic: a mistake in the program, or in what it links.
var ErrFault = errors.New("tile: a mistake in the program keeps this tile from being drawn")

// NewLoader starts goroutines that draw from source. Close ends them.
func NewLoader(source Source, c LoaderConfig) *Loader {
	c.applyDefaults()
	l := &Loader{LoaderConfig: c, source: source, cache: NewCache(c.MaxBytes),
		wanted: map[Key]bool{}, running: map[Key]*drawing{}, failed: map[Key]error{}}
	l.wake = sync.NewCond(&l.mu)
	if live, ok := source.(Live); ok {
		l.live = live
		l.tell, l.stop = live.Follow(l.better)
	}
	l.done.Add(c.Workers)
	for range c.Workers {
		go l.work()
	}
	return l
}

// Get gives the picture of k if it is in the cache, else nil. It asks for nothing.
func (l *Loader) Get(k Key) *image.RGBA { return l.cache.Get(k) }

// Provisional reports whether the source has, or is getting, a better picture of k than the one it gave.
func (l *Loader) Provisional(k Key) bool { return l.live != nil && l.live.Provisional(k) }

// Request gives the picture of k if it is in the cache; else it queues k behind what is queued and gives nil.
// A tile that failed is not tried again until the next Want.
func (l *Loader) Request(k Key) *image.RGBA {
	if img := l.cache.Get(k); img != nil {
		return img
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed || l.failed[k] != nil {
		return nil
	}
	if len(l.wanted) > 4096 { // nobody calls Want
		clear(l.wanted)
	}
	l.wanted[k] = true
	if d := l.running[k]; d != nil {
		d.again = d.dropped
		return nil
	}
	if !slices.Contains(l.queue, k) {
		l.queue = append(l.queue, k)
		l.wake.Signal()
	}
	return nil
}

// Want replaces the queue: keys are reported in this order, those in the cache first and the others as they are drawn;
// whatever was queued before is forgotten and drawings in work that are not among keys are cancelled. Failures are
// tried again.
func (l *Loader) Want(keys []Key) {
	if l.want(keys) && l.tell != nil {
		l.tell(keys)
	}
}

func (l *Loader) want(keys []Key) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return false
	}
	clear(l.wanted)
	clear(l.failed)
	l.queue = l.queue[:0]
	var missing []Key
	for _, k := range keys {
		if l.wanted[k] {
			continue
		}
		l.wanted[k] = true
		if d := l.running[k]; d != nil {
			d.again = d.dropped
		} else if l.cache.Get(k) != nil {
			l.queue = append(l.queue, k)
		} else {
			missing = append(missing, k)
		}
	}
	l.queue = append(l.queue, missing...)
	for k, d := range l.running {
		if !l.wanted[k] {
			d.dropped, d.again = true, false
			d.cancel()
		}
	}
	l.wake.Broadcast()
	return true
}

// better forgets the picture of k and has it drawn anew if it is wanted.
func (l *Loader) better(k Key) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cache.Drop(k)
	if l.closed || !l.wanted[k] {
		return
	}
	if d := l.running[k]; d != nil {
		d.old = true
	} else if !slices.Contains(l.queue, k) {
		l.queue = append(l.queue, k)
		l.wake.Signal()
	}
}

// Pending is the number of tiles queued or in work.
func (l *Loader) Pending() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.queue) + len(l.running)
}

// Close cancels what is in work and waits until the goroutines have ended. The cache stays readable. It must not be
// called from ready.
func (l *Loader) Close() {
	l.mu.Lock()
	l.closed = true
	l.queue = nil
	for _, d := range l.running {
		d.dropped, d.again = true, false
		d.cancel()
	}
	l.wake.Broadcast()
	l.mu.Unlock()
	if l.stop != nil {
		l.stop()
	}
	l.done.Wait()
}

func (l *Loader) work() {
	defer l.done.Done()
	for {
		k, d, ctx := l.next()
		if d == nil {
			return
		}
		img := l.cache.Get(k)
		var err error
		if img == nil {
			if img, err = l.draw(ctx, k); err == nil {
				l.cache.Put(k, img)
			}
		}
		d.cancel()
		if l.finish(k, d, err) && l.Ready != nil {
			l.Guard(func() { l.Ready(k, img, err) })
		}
	}
}

// draw gets a picture from the source.
func (l *Loader) draw(ctx context.Context, k Key) (*image.RGBA, error) {
	var img *image.RGBA
	err := ErrFault // if Tile panics
	l.Guard(func() { img, err = l.source.Tile(ctx, k) })
	return img, err
}

// finish takes k out of work and reports whether it is to be reported.
func (l *Loader) finish(k Key, d *drawing, err error) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.running, k)
	switch {
	case d.dropped && !d.again:
		if d.old {
			l.cache.Drop(k)
		}
		return false // drawn nevertheless, it waits in the cache
	case err != nil && d.dropped:
		if !l.closed {
			l.queue = slices.Insert(l.queue, 0, k)
			l.wake.Signal()
		}
		return false
	case err != nil:
		l.failed[k] = err
	case d.old:
		l.cache.Drop(k)
		if l.wanted[k] && !l.closed {
			l.queue = slices.Insert(l.queue, 0, k)
			l.wake.Signal()
		}
	}
	return true
}

// next waits for a wish and takes it; nil when the loader is closed.
func (l *Loader) next() (Key, *drawing, context.Context) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.queue) == 0 && !l.closed {
		l.wake.Wait()
	}
	if l.closed {
		return Key{}, nil, nil
	}
	k := l.queue[0]
	l.queue = l.queue[1:]
	ctx, cancel := context.WithCancel(context.Background())
	d := &drawing{cancel: cancel}
	l.running[k] = d
	return k, d, ctx
}

package tile

import (
	"context"
	"image"
	"sync"
)

// Loader draws wanted tiles on a few goroutines of its own, nearest wish first, and keeps them in a Cache.
// Its methods may be called from several goroutines and never wait for a drawing.
type Loader struct {
	source Source
	cache  *Cache
	ready  func(Key, *image.RGBA, error)

	mu      sync.Mutex
	wake    *sync.Cond
	queue   []Key
	running map[Key]context.CancelFunc
	failed  map[Key]error
	closed  bool
	done    sync.WaitGroup
}

// NewLoader starts workers goroutines that draw from source (2 if workers is not positive) and keep at most maxBytes
// of pictures. ready is called on a worker's goroutine for each picture drawn and each failure; it may be nil and must
// not block. Tiles cancelled because nobody wants them any more are not reported. Close ends the goroutines.
func NewLoader(source Source, workers int, maxBytes int64, ready func(Key, *image.RGBA, error)) *Loader {
	if workers <= 0 {
		workers = 2 // a drawing keeps a core busy; the window and the reading need the others
	}
	l := &Loader{source: source, cache: NewCache(maxBytes), ready: ready, running: map[Key]context.CancelFunc{}, failed: map[Key]error{}}
	l.wake = sync.NewCond(&l.mu)
	l.done.Add(workers)
	for range workers {
		go l.work()
	}
	return l
}

// Get gives the picture of k if it is in the cache, else nil. It asks for nothing.
func (l *Loader) Get(k Key) *image.RGBA { return l.cache.Get(k) }

// Request gives the picture of k if it is in the cache; else it queues k behind what is queued and gives nil.
// A tile that failed is not tried again until the next Want.
func (l *Loader) Request(k Key) *image.RGBA {
	if img := l.cache.Get(k); img != nil {
		return img
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed || l.failed[k] != nil || l.running[k] != nil {
		return nil
	}
	for _, q := range l.queue {
		if q == k {
			return nil
		}
	}
	l.queue = append(l.queue, k)
	l.wake.Signal()
	return nil
}

// Want replaces the queue: keys not yet in the cache are drawn in this order, whatever was queued before is forgotten
// and drawings in work that are not among keys are cancelled. Failures are tried again.
func (l *Loader) Want(keys []Key) {
	wanted := make(map[Key]bool, len(keys))
	for _, k := range keys {
		wanted[k] = true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return
	}
	for k, cancel := range l.running {
		if !wanted[k] {
			cancel()
		}
	}
	clear(l.failed)
	l.queue = l.queue[:0]
	for _, k := range keys {
		if wanted[k] && l.running[k] == nil && l.cache.Get(k) == nil {
			l.queue = append(l.queue, k)
			wanted[k] = false // once
		}
	}
	l.wake.Broadcast()
}

// Pending is the number of tiles queued or in work.
func (l *Loader) Pending() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.queue) + len(l.running)
}

// Close cancels what is in work and waits until the goroutines have ended. The cache stays readable.
func (l *Loader) Close() {
	l.mu.Lock()
	l.closed = true
	l.queue = nil
	for _, cancel := range l.running {
		cancel()
	}
	l.wake.Broadcast()
	l.mu.Unlock()
	l.done.Wait()
}

func (l *Loader) work() {
	defer l.done.Done()
	for {
		k, ctx, cancel, ok := l.next()
		if !ok {
			return
		}
		img, err := l.source.Tile(ctx, k)
		stale := ctx.Err() != nil
		cancel()
		if err == nil {
			l.cache.Put(k, img)
		}
		l.mu.Lock()
		delete(l.running, k)
		if err != nil && !stale {
			l.failed[k] = err
		}
		l.mu.Unlock()
		if l.ready != nil && (err == nil || !stale) {
			l.ready(k, img, err)
		}
	}
}

// next waits for a wish and takes it.
func (l *Loader) next() (Key, context.Context, context.CancelFunc, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.queue) == 0 && !l.closed {
		l.wake.Wait()
	}
	if l.closed {
		return Key{}, nil, nil, false
	}
	k := l.queue[0]
	l.queue = l.queue[1:]
	ctx, cancel := context.WithCancel(context.Background())
	l.running[k] = cancel
	return k, ctx, cancel, true
}

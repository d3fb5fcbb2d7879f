package engine

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// spread calls f for 0 to n-1, on as many goroutines as there are cores, and returns as soon as ctx is done: at once, even
// in the middle of a single long article, whose work then ends by itself and is not looked at. A panic in f ends the
// program as it would without spread. done is told how many are finished, in rising order, from one goroutine at a time; it
// may be nil.
func spread(ctx context.Context, n int, done func(int), f func(i int)) error {
	workers := min(n, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	var mu sync.Mutex
	finished := 0
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				f(i)
				if done != nil && ctx.Err() == nil {
					mu.Lock()
					finished++
					done(finished)
					mu.Unlock()
				}
			}
		}()
	}
	if ctx.Done() == nil { // it can never be cancelled
		wg.Wait()
		return nil
	}
	all := make(chan struct{})
	go func() {
		wg.Wait()
		close(all)
	}()
	select {
	case <-all:
	case <-ctx.Done():
	}
	return ctx.Err()
}

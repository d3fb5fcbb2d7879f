package engine

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// spread calls f for 0 to n-1, on as many goroutines as there are cores, and returns as soon as ctx is done: at once, even
// in the middle of a single long article, whose work then ends by itself and is not looked at. A panic in f is the caller's,
// as it would be without spread; one in work that is not looked at any more is dropped. done is told how many are finished,
// in rising order, from one goroutine at a time; it may be nil.
func spread(ctx context.Context, n int, done func(int), f func(i int)) error {
	workers := min(n, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	var mu sync.Mutex
	finished := 0
	var fault any // of the first f that panicked
	guarded := func(i int) (ok bool) {
		defer func() {
			if what := recover(); what != nil {
				mu.Lock()
				defer mu.Unlock()
				if fault == nil {
					fault = fmt.Sprintf("%v\n\n%s", what, debug.Stack())
				}
			}
		}()
		f(i)
		return true
	}
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
				if !guarded(i) {
					return
				}
				if done != nil && ctx.Err() == nil {
					mu.Lock()
					finished++
					done(finished)
					mu.Unlock()
				}
			}
		}()
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
	mu.Lock()
	defer mu.Unlock()
	if fault != nil {
		panic(fault)
	}
	return ctx.Err()
}

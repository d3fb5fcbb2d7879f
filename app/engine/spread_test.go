package engine

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
)

func TestSpread_DoesAllAndTellsInOrder(t *testing.T) {
	var sum atomic.Int64
	last := 0
	err := spread(context.Background(), 100, func(n int) {
		if n != last+1 {
			t.Errorf("%d after %d", n, last)
		}
		last = n
	}, func(i int) { sum.Add(int64(i)) })
	if err != nil || sum.Load() != 4950 || last != 100 {
		t.Errorf("%v, sum %d, %d told", err, sum.Load(), last)
	}
}

// TestSpread_ReturnsInTheMiddleOfALongArticle: a cancel is heeded though f has not come back.
func TestSpread_ReturnsInTheMiddleOfALongArticle(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	begun, release := make(chan bool), make(chan bool)
	go func() {
		<-begun
		cancel()
	}()
	err := spread(ctx, 1, nil, func(int) {
		begun <- true
		<-release
	})
	close(release)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

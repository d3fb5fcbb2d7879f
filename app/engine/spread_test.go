package engine

import (
	"context"
	"errors"
	"fmt"
	"strings"
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

// TestSpread_APanicIsTheCallers: caught where spread was called, with the place it happened in.
func TestSpread_APanicIsTheCallers(t *testing.T) {
	var done atomic.Int64
	defer func() {
		fault := fmt.Sprint(recover())
		if !strings.HasPrefix(fault, "no such article") || !strings.Contains(fault, "spread_test.go") {
			t.Errorf("caught %s", fault)
		}
		if done.Load() == 0 {
			t.Error("nothing else was done")
		}
	}()
	err := spread(context.Background(), 50, nil, func(i int) {
		if i == 25 {
			panic("no such article")
		}
		done.Add(1)
	})
	t.Errorf("went on with %v", err)
}

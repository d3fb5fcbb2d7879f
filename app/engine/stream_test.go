package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync/atomic"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
)

// many gives n made-up articles, one after the other, and counts how far it is.
func many(n int, given *atomic.Int64) func() (Input, Tell, error) {
	return func() (Input, Tell, error) {
		if given.Load() == int64(n) {
			return Input{}, nil, io.EOF
		}
		k := given.Add(1)
		text := fmt.Sprintf("A ferry sank off Bari on %d May 2024. Report %d.", 1+k%28, k)
		return Input{Document: document.Plain(text, fmt.Sprint(k), document.Options{})}, lineOf, nil
	}
}

// lineOf is what the tests look at of a story.
func lineOf(s *story.Story, fault error) []byte {
	if fault != nil {
		return []byte(fault.Error())
	}
	return fmt.Append(nil, s.Articles[0].File, s.Events[0].When.Earliest, s.Events[0].Where.Place.ID)
}

func TestStream_IsInOrderAndAsEachAlone(t *testing.T) {
	e := open(t)
	var in []Input
	var n atomic.Int64
	for next := many(150, &n); ; {
		x, _, err := next()
		if err != nil {
			break
		}
		in = append(in, x)
	}
	var want []string
	if err := e.Alone(t.Context(), in, false, func(_ int, s *story.Story) error {
		want = append(want, string(lineOf(s, nil)))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	var given atomic.Int64
	i := 0
	err := e.Stream(t.Context(), many(150, &given), func(got []byte) error {
		if string(got) != want[i] {
			t.Errorf("article %d: %s, want %s", i, got, want[i])
		}
		i++
		return nil
	})
	if err != nil || given.Load() != 150 {
		t.Errorf("%d given, %v", given.Load(), err)
	}
}

// TestStream_HoldsAFew: articles are not taken in faster than they are handed out.
func TestStream_HoldsAFew(t *testing.T) {
	var given atomic.Int64
	stop := errors.New("enough")
	i := 0
	err := open(t).Stream(t.Context(), many(2000, &given), func([]byte) error {
		if i++; i > 100 {
			return stop
		}
		return nil
	})
	if most := given.Load() - 100; !errors.Is(err, stop) || most > int64(8*runtime.GOMAXPROCS(0)+2) {
		t.Errorf("%v: %d articles are held", err, most)
	}
}

func TestStream_EndsWhenAskedTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var given atomic.Int64
	i := 0
	err := open(t).Stream(ctx, many(100000, &given), func([]byte) error {
		if i++; i > 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	bad := errors.New("the line is bad")
	n := 0
	err = open(t).Stream(t.Context(), func() (Input, Tell, error) {
		if n++; n == 3 {
			return Input{}, nil, bad
		}
		return Input{Document: document.Plain("Rain fell.", "a", document.Options{})}, func(*story.Story, error) []byte { return nil }, nil
	}, func([]byte) error { return nil })
	if !errors.Is(err, bad) {
		t.Errorf("%v", err)
	}
}

package document

import (
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
)

// mostAhead bounds how many files are read at once, however many cores there are: each takes memory.
const mostAhead = 8

// Ahead calls read for 0 to n-1, several at once before their turn, and gives what it gave one after the other. Who breaks off waits
// for nothing: what was begun ends by itself. A panic in read is the caller's, in its turn.
func Ahead[T any](n int, read func(i int) T) iter.Seq2[int, T] {
	type result struct {
		of    T
		fault any
	}
	return func(yield func(int, T) bool) {
		turns := make([]chan result, min(n, runtime.GOMAXPROCS(0), mostAhead))
		begin := func(i int) {
			turn := make(chan result, 1)
			turns[i%len(turns)] = turn
			go func() {
				var r result
				defer func() {
					if what := recover(); what != nil {
						r.fault = fmt.Sprintf("%v\n\n%s", what, debug.Stack())
					}
					turn <- r
				}()
				r.of = read(i)
			}()
		}
		for i := range turns {
			begin(i)
		}
		for i := range n {
			r := <-turns[i%len(turns)]
			if r.fault != nil {
				panic(r.fault)
			}
			if next := i + len(turns); next < n {
				begin(next)
			}
			if !yield(i, r.of) {
				return
			}
		}
	}
}

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// progress tells on standard error how many articles were read and how fast, while somebody looks on.
type progress struct {
	err   io.Writer // nil: nobody does
	began time.Time
	told  time.Time
	n     int
}

// progressEvery is how often it is told.
const progressEvery = 2 * time.Second

// progress tells of a run where standard error is a terminal, or where it is asked for.
func (t *tool) progress(asked bool) *progress {
	p := &progress{began: time.Now()}
	p.told = p.began
	w := t.err
	if l, ok := w.(*locked); ok {
		w = l.w
	}
	if f, ok := w.(*os.File); asked {
		p.err = t.err
	} else if ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.err = t.err
		}
	}
	return p
}

// locked is a writer that several goroutines may use.
type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// step counts an article. Where all that were taken in are written, what was written is handed on: whoever reads along need
// not wait for the next.
func (p *progress) step(out *bufio.Writer, idle func(n int) bool) {
	p.n++
	if idle(p.n) {
		out.Flush() // an error comes again with the last flush
	}
	if now := time.Now(); p.err != nil && now.Sub(p.told) >= progressEvery {
		p.told = now
		fmt.Fprintf(p.err, "reader: %d articles, %.0f a second\n", p.n, float64(p.n)/now.Sub(p.began).Seconds())
	}
}

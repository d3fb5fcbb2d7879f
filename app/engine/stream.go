package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"dateline/app/story"
	"dateline/geo/geocode"
)

// inFlight bounds how much text is read at a time by Stream, in bytes: a longer article is read alone.
const inFlight = 32 << 20

// ErrFault says that an article could not be read, by a fault of the program.
var ErrFault = errors.New("it could not be read, by a fault of the program")

// One reads an article as a story of its own, to be written and let go: it has no title, and what is in it no ids. A fault of the program in it is an error that wraps ErrFault.
func (e *Engine) One(ctx context.Context, in Input) (s *story.Story, err error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	defer func() {
		if what := recover(); what != nil {
			s, err = nil, fmt.Errorf("%w: %v\n%s", ErrFault, what, debug.Stack())
		}
	}()
	r := e.read(&in)
	c := e.geocoder.Resolve(r.Mentions(), geocode.Prior{})
	return e.assembler.JoinOne(e.part(0, true, placed{r, c, r.Publication(), nil})), nil
}

// Tell words the story of one article: what Stream hands out. It is called from several goroutines. The story is nil, and
// fault wraps ErrFault, where reading the article met a fault of the program.
type Tell func(s *story.Story, fault error) []byte

// Stream reads articles as they come, each as a story of its own, on all cores, and hands out what is told of them in their
// order. next gives the next article and how to word it, io.EOF at the end; it is called from one goroutine. each is called
// from the caller's. An error of next or each ends the run. However many articles there are, a few for each core are held at
// a time.
func (e *Engine) Stream(ctx context.Context, next func() (Input, Tell, error), each func(told []byte) error) error {
	ctx, stop := context.WithCancel(ctx)
	cores := runtime.GOMAXPROCS(0)
	st := &stream{e: e, next: next, work: make(chan *piece, cores), order: make(chan *piece, 4*cores), freed: make(chan int, 8*cores)}
	defer stop() // nobody waits for what is still being read then
	go st.feed(ctx)
	for range cores {
		go func() {
			for p := range st.work {
				if ctx.Err() != nil {
					return
				}
				p.read(ctx, e)
			}
		}()
	}
	for p := range st.order {
		select {
		case <-p.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := each(p.told); err != nil {
			return err
		}
		st.freed <- p.size
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return st.err
}

// stream is one run of Stream.
type stream struct {
	e     *Engine
	next  func() (Input, Tell, error)
	work  chan *piece
	order chan *piece
	freed chan int // bytes of text that were handed out
	err   error    // of next; set before order is closed
}

// piece is an article on its way.
type piece struct {
	in   Input
	size int // bytes of its text
	tell Tell
	told []byte
	done chan struct{}
}

// feed brings articles in, as fast as they are handed out.
func (st *stream) feed(ctx context.Context) {
	defer close(st.order)
	defer close(st.work)
	held := 0
	for {
		in, tell, err := st.next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				st.err = err
			}
			return
		}
		size := len(in.Document.Text)
		p := &piece{in: in, size: size, tell: tell, done: make(chan struct{})}
		for more := true; more; {
			select {
			case n := <-st.freed:
				held -= n
			case <-ctx.Done():
				return
			default:
				more = false
			}
		}
		for held > 0 && held+size > inFlight {
			select {
			case n := <-st.freed:
				held -= n
			case <-ctx.Done():
				return
			}
		}
		held += size
		for _, c := range []chan *piece{st.order, st.work} {
			select {
			case c <- p:
			case <-ctx.Done():
				return
			}
		}
	}
}

// read reads the article and words it. A fault costs this article and nothing else.
func (p *piece) read(ctx context.Context, e *Engine) {
	defer close(p.done)
	s, err := e.One(ctx, p.in)
	p.in = Input{} // the text is not held while its line waits
	p.told = p.tell(s, err)
}

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"dateline/app/corpus"
	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/export/jsonl"
	"dateline/app/story"
)

type corpusMode struct {
	story, bySource, given bool
	resume                 string // a file with lines that were written before; "" none
	progress               bool   // tell how far it is though nobody looks on
}

// readCorpus is "reader read -corpus".
func (t *tool) readCorpus(name string, m corpusMode) error {
	r := t.in
	if name != "-" {
		f, err := openFile(name)
		if err != nil {
			return err
		}
		defer f.Close()
		r = f
	}
	lines := &corpusLines{t: t, b: bufio.NewReaderSize(interruptible{t.ctx, r}, 1<<16), name: document.Printable(name), mode: m}
	out := bufio.NewWriter(t.out)
	if m.resume != "" {
		var whole bool
		var err error
		if lines.had, whole, err = t.written(m.resume); err != nil {
			return err
		}
		if !whole {
			out.WriteByte('\n') // the last line there has no end: what comes now is not glued to it
		}
	}
	if !m.story && !m.bySource {
		return errors.Join(t.streamCorpus(lines, out), out.Flush())
	}
	in, ids, err := lines.all()
	if err != nil {
		return err
	}
	if len(in) == 0 {
		return nil
	}
	e, err := t.engine(nil)
	if err != nil {
		return err
	}
	if m.story {
		s, err := e.Together(t.ctx, in, nil)
		if err != nil {
			return err
		}
		lines := jsonl.Of(s)
		for i := range in {
			if err := lines.Write(out, i, ids[i]); err != nil {
				return err
			}
		}
		return out.Flush()
	}
	err = e.Alone(t.ctx, in, m.bySource, func(i int, s *story.Story) error {
		return jsonl.Of(s).Write(out, 0, ids[i])
	})
	return errors.Join(err, out.Flush())
}

// streamCorpus writes a line for each line as they come, each article alone: what is held does not grow with the corpus.
func (t *tool) streamCorpus(lines *corpusLines, out *bufio.Writer) error {
	e, err := t.engine(nil)
	if err != nil {
		return err
	}
	t.err = &locked{w: t.err} // lines and articles that cannot be used are named from other goroutines
	p := t.progress(lines.mode.progress)
	var taken atomic.Int64 // the lines are read ahead, on another goroutine
	gc := collectSeldom()
	defer gc.asBefore()
	return e.Stream(t.ctx, func() (engine.Input, engine.Tell, error) {
		x, id, err := lines.next()
		taken.Add(1)
		if len(x.Document.Text) > shortArticle {
			gc.asBefore()
		}
		return x, func(s *story.Story, fault error) []byte {
			if fault != nil {
				t.fail(fmt.Errorf("%s: %s: %w", lines.name, id.ID, engine.ErrFault))
				return nil
			}
			return jsonl.Of(s).Append(spareLine(), 0, id)
		}, err
	}, func(line []byte) error {
		_, err := out.Write(line)
		keepLine(line)
		p.step(out, func(done int) bool { return taken.Load() == int64(done) })
		return err
	})
}

// spareLines are the room of lines that were written, for those to come; longer ones than mostLine are not kept.
var spareLines sync.Pool

const mostLine = 1 << 20 // bytes

func spareLine() []byte {
	if b, ok := spareLines.Get().(*[]byte); ok {
		return (*b)[:0]
	}
	return nil
}

func keepLine(line []byte) {
	if cap(line) > 0 && cap(line) <= mostLine {
		spareLines.Put(&line)
	}
}

// While articles are short, what is held is a few megabytes, and memory is collected when there is this many per cent more of
// it: a tenth of the time is saved for some 20 MB. From the first longer article on it is collected as ever.
const (
	seldom       = 400
	shortArticle = 64 << 10 // bytes
)

// collecting is how memory was collected before.
type collecting struct {
	percent int
	once    sync.Once
}

func collectSeldom() *collecting {
	c := &collecting{percent: debug.SetGCPercent(seldom)}
	if c.percent < 0 || c.percent > seldom || os.Getenv("GOGC") != "" {
		c.asBefore() // whoever starts the program has said how
	}
	return c
}

func (c *collecting) asBefore() { c.once.Do(func() { debug.SetGCPercent(c.percent) }) }

// corpusLines are the articles of a corpus, one after the other.
type corpusLines struct {
	t    *tool
	b    *bufio.Reader
	name string
	mode corpusMode
	had  map[string]int // ids that are not read again, as they stand in JSON, and how often each stands there
	n    int            // number of the line
	end  bool
}

// all are those that are left; a line that cannot be used is named and left out.
func (l *corpusLines) all() (in []engine.Input, ids []jsonl.Options, err error) {
	for {
		x, id, err := l.next()
		switch {
		case errors.Is(err, io.EOF):
			return in, ids, nil
		case err != nil:
			return nil, nil, err
		}
		in, ids = append(in, x), append(ids, id)
	}
}

// next is the next article; io.EOF at the end. A line that cannot be used is named and left out.
func (l *corpusLines) next() (engine.Input, jsonl.Options, error) {
	for !l.end {
		l.n++
		line, err := readLine(l.b)
		where := fmt.Sprintf("%s:%d", l.name, l.n)
		if errors.Is(err, errLongLine) {
			l.t.fail(fmt.Errorf("%s: %w", where, errLongLine))
			l.end = errors.Is(err, io.EOF)
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return engine.Input{}, jsonl.Options{}, fmt.Errorf("%s: %w", l.name, err)
		}
		l.end = err != nil
		if line = corpus.Trim(line); len(line) == 0 {
			continue
		}
		a, err := corpus.Parse(line, l.mode.given)
		if err != nil {
			l.t.fail(fmt.Errorf("%s: %w", where, err))
			continue
		}
		if a.Note != "" {
			fmt.Fprintf(l.t.err, "reader: %s: %s\n", where, a.Note)
		}
		if id := idKey(a.Out); l.had[id] > 0 {
			l.had[id]-- // an id that repeats is left out as often as it was answered
			continue
		}
		return a.Input, a.Out, nil
	}
	return engine.Input{}, jsonl.Options{}, io.EOF
}

// maxLine bounds a line of a corpus: an article of the largest size that is read, escaped, and its places.
const maxLine = 4 * document.MaxBytes

var errLongLine = fmt.Errorf("the line is longer than %d MB and is left out", maxLine>>20)

// readLine reads a line; of one that is too long nothing is kept.
func readLine(b *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := b.ReadSlice('\n')
		if !long && len(line)+len(part) > maxLine {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && err == nil:
			return nil, errLongLine
		case long:
			return nil, errors.Join(errLongLine, err)
		default:
			return line, err
		}
	}
}

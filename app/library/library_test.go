package library

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"dateline/app/progress"
	"dateline/app/reading"
	"dateline/app/story"
)

// counter is an engine that counts what it reads and gives a story that names its articles and its log.
type counter struct {
	mu   sync.Mutex
	read []string
	err  error
}

func (c *counter) Gather(_ context.Context, docs []story.Document, _ progress.Report) ([]*reading.Reading, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []*reading.Reading
	for _, d := range docs {
		c.read = append(c.read, d.ID)
		out = append(out, &reading.Reading{Document: d})
	}
	return out, c.err
}

func (c *counter) Tell(_ context.Context, rs []*reading.Reading, log story.Log, _ progress.Report) (*story.Story, error) {
	s := &story.Story{Title: fmt.Sprint(log.Len())}
	for _, r := range rs {
		s.Title += " " + r.Document.ID
	}
	return s, nil
}

func docs(ids ...string) (out []story.Document) {
	for _, id := range ids {
		out = append(out, story.Document{ID: id})
	}
	return out
}

func TestLibrary(t *testing.T) {
	c := &counter{}
	l := New(c)
	tell := func(log story.Log, ids ...string) string {
		s, err := l.Tell(context.Background(), docs(ids...), log, nil)
		if err != nil {
			t.Fatal(err)
		}
		return s.Title
	}
	for _, x := range []struct {
		name, want, read string
		log              story.Log
		keep, ids        []string
	}{
		{"two are read", "0 a b", "[a b]", story.Log{}, nil, []string{"a", "b"}},
		{"told again with a log: nothing is read", "1 a b", "[a b]", story.NewLog(story.Published("a", 1)), nil, []string{"a", "b"}},
		{"the log is not remembered", "0 b a", "[a b]", story.Log{}, nil, []string{"b", "a"}},
		{"a third one alone is read", "0 a c b", "[a b c]", story.Log{}, nil, []string{"a", "c", "b"}},
		{"what is not kept is read again", "0 a b", "[a b c a]", story.Log{}, []string{"b"}, []string{"a", "b"}},
	} {
		if x.keep != nil {
			l.Keep(docs(x.keep...))
		}
		if got := tell(x.log, x.ids...); got != x.want || fmt.Sprint(c.read) != x.read {
			t.Errorf("%s: %q after reading %v", x.name, got, c.read)
		}
	}
	c.err = errors.New("no")
	if _, err := l.Tell(context.Background(), docs("z"), story.Log{}, nil); err == nil {
		t.Error("a failed reading gives a story")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Tell(ctx, docs("a"), story.Log{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestLibrary_ManyAtOnce(t *testing.T) {
	l := New(&counter{})
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			id := fmt.Sprint(i % 3)
			if s, err := l.Tell(context.Background(), docs(id), story.Log{}, nil); err != nil || s.Title != "0 "+id {
				t.Errorf("%v %v", s, err)
			}
			l.Keep(docs("0"))
		}()
	}
	wg.Wait()
}

package app

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"

	"dateline/app/session"
	"dateline/app/story"
	"fyne.io/fyne/v2"
)

// trace writes what the session holds after each change, one JSON object a line, for window tests and frame figures.
// No article text is in it.
type trace struct {
	mu    sync.Mutex
	out   io.WriteCloser
	begin time.Time
	last  time.Time         // the last tick of the animation that measures frames
	ticks bool              // it runs
	text  func() story.Span // the part of the article in view; nil until there is a window
}

// openTrace begins a trace at path; "" gives a nil trace, whose methods do nothing.
func openTrace(path string, begin time.Time) (*trace, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("app: trace: %w", err)
	}
	return &trace{out: f, begin: begin}, nil
}

func (t *trace) write(v map[string]any) {
	if t == nil {
		return
	}
	line, err := json.Marshal(v)
	if err != nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.out.Write(append(line, '\n'))
}

// frames measures, for a second after each change of what moves, the ms between two ticks of Fyne's animations: the pace
// at which the window draws. Called on the UI goroutine.
func (t *trace) frames(now func() time.Time) {
	if t == nil || t.ticks {
		return
	}
	t.ticks, t.last = true, now()
	a := fyne.NewAnimation(time.Second, func(done float32) {
		at := now()
		t.write(map[string]any{"frame": float64(at.Sub(t.last).Microseconds()) / 1000})
		t.last = at
		if done >= 1 {
			t.ticks = false
		}
	})
	a.Curve = fyne.AnimationLinear
	a.Start()
}

// changed notes one notification of the session: what changed, what it holds, and the own work in milliseconds.
func (t *trace) changed(st session.State, c session.Change, work time.Duration) {
	if t == nil {
		return
	}
	line := map[string]any{
		"change":   c.Names(),
		"ms":       float64(work.Microseconds()) / 1000,
		"articles": len(st.Story.Articles),
		"events":   len(st.View.Events),
		"quotes":   len(st.View.Quotes),
		"places":   st.View.Places,
		"marks":    len(st.View.Marks),
		"undated":  st.View.Undated,
		"selected": selected(st),
		"period":   period(st.Period),
		"center":   st.Viewport.Center,
		"zoom":     st.Viewport.Zoom,
		"size":     [2]float64{st.Viewport.W, st.Viewport.H},
		"playing":  st.Playing,
		"mode":     st.Mode.String(),
		"filtered": st.Filter.On(),
		"sample":   st.Sample,
		"notes":    len(st.Notes),
		"log":      st.Log.Len(),

		"goroutines": runtime.NumGoroutine(),
	}
	if t.text != nil {
		v := t.text()
		line["text"] = [2]int{v.Start, v.End}
	}
	if c&session.Opened != 0 {
		files := []string{}
		for _, d := range st.Documents {
			files = append(files, d.File)
		}
		line["files"] = files
	}
	if c&session.Viewed != 0 {
		marks := []map[string]any{}
		for _, m := range st.View.Marks {
			marks = append(marks, map[string]any{"name": m.Name(), "lon": m.At[0], "lat": m.At[1], "filled": m.Filled,
				"ring": m.Ring, "area": m.Area, "country": m.Country, "events": len(m.Events)})
		}
		line["map"] = marks
	}
	t.write(line)
}

func selected(st session.State) map[string]any {
	x := st.Selected
	out := map[string]any{"doc": st.SelectedArticle(), "event": st.SelectedEvent(), "quote": st.SelectedQuote()} // in story order
	if !x.None() {
		out["article_id"], out["event_id"], out["quote_id"] = x.Article, x.Event, x.Quote
	}
	if !x.Sentence.Empty() {
		out["sentence"] = [2]int{x.Sentence.Start, x.Sentence.End}
	}
	if x.Placed {
		out["at"] = x.At
	}
	return out
}

func period(p story.Period) any {
	if !p.On {
		return nil
	}
	return [2]string{p.From.String(), p.To.String()}
}

// firstFrame notes that tiles and marks of the first view are placed, in ms since the program started, and where the
// panes stand.
func (t *trace) firstFrame(now time.Time, panes map[string][4]float32) {
	if t != nil {
		t.write(map[string]any{"first-frame": float64(now.Sub(t.begin).Microseconds()) / 1000, "panes": panes})
	}
}

func (t *trace) close() {
	if t != nil {
		t.out.Close()
	}
}

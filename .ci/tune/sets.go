package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/export/jsonl"
	"dateline/app/story"
)

// figure is one number of a score: its label, and the path of its value in what the scorer prints as JSON; "a/b" is the share
// of two counts.
type figure struct{ label, path string }

// set is a measuring set, how it is read and what is looked at.
type set struct {
	name    string
	dates   bool // every second date is taken out, and found again: see pubdates
	joined  bool // all as one story: see joined
	figures []figure
}

func (s set) key() string {
	switch {
	case s.dates:
		return s.name + ", half the dates"
	case s.joined:
		return s.name + " as one story"
	}
	return s.name
}

// outcome is what a set came to.
type outcome struct {
	print   uint64 // of all that is scored: the same print has the same figures
	figures []float64
}

var (
	places    = []figure{{"map", "places.map_161km"}, {"names", "places.strict_all"}, {"use", "places.use.balanced_accuracy"}, {"resolved", "places.resolved_f1_161km"}}
	times     = []figure{{"span", "timexes.strict"}, {"value", "timexes.value"}}
	quotes    = []figure{{"direct", "quotes.direct_exact_all"}, {"speaker", "quotes.speaker_direct.end_to_end"}, {"indirect", "quotes.indirect_tokens"}, {"indirect speaker", "quotes.speaker_indirect.end_to_end"}}
	pubdates  = []figure{{"told", ""}, {"held", ""}, {"within 3 days", ""}}
	oneStory  = []figure{{"events", ""}, {"after joining", ""}, {"speakers", ""}, {"quotes in other words", ""}}
	happening = []figure{{"place", "place/nplace"}, {"day", "time/ntime"}, {"both", "both/nboth"}, {"events right", "ex_ok/ex_pred"}}
	where     = []figure{{"place", "place/nplace"}, {"places right", "pp_ok/pp_n"}}
	when      = []figure{{"day", "time/ntime"}, {"days right", "tp_ok/tp_n"}}
)

// sets are what the weights of each package are measured on. Probabilities change no figure here by themselves: only what
// is found, resolved and said.
var sets = map[string][]set{
	"geocode":   {{name: "lgl-dev", figures: places}, {name: "trnews-dev", figures: places}},
	"toponym":   {{name: "lgl-dev", figures: places}, {name: "trnews-dev", figures: places}, {name: "samples-gold", figures: places}},
	"timex":     {{name: "timebank-dev", figures: times}, {name: "aquaint-dev", figures: times}, {name: "meantime-dev", figures: times}},
	"quotation": {{name: "polnear-dev", figures: quotes}, {name: "samples-gold", figures: quotes}},
	"pubdate":   {{name: "timebank-dev", dates: true, figures: pubdates}, {name: "polnear-dev", dates: true, figures: pubdates}, {name: "aquaint-dev", dates: true, figures: pubdates}},
	"event":     {{name: ownEvents, figures: happening}, {name: "events/dev/rams", figures: where}, {name: "events/dev/wikievents", figures: where}, {name: "events/dev/esc", figures: when}},
	"assemble":  {{name: "samples-gold", joined: true, figures: oneStory}, {name: "meantime-dev", joined: true, figures: oneStory}},
}

// ownEvents are the events of the stories written for this program; the other sets lie in the folder of the sets.
const ownEvents = "app/event/testdata/fresh/dev"

// path is where a set lies.
func (t *tuner) path(name string) string {
	if name == ownEvents {
		return name + ".jsonl"
	}
	return filepath.Join(t.bench, name+".jsonl")
}

// article is one line of a set.
type article struct {
	ID    string
	Text  string
	Title string
	DCT   string
	URL   string
}

// articles reads a set.
func (t *tuner) articles(name string) ([]article, error) {
	f, err := os.Open(t.path(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []article
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, len(out)+1, err)
		}
		out = append(out, a)
	}
	return out, lines.Err()
}

// input is an article as the engine takes it; dated says whether its day is given.
func (a *article) input(dated bool) engine.Input {
	o := document.Options{Title: a.Title, URL: a.URL}
	if d, ok := a.day(); ok && dated {
		o.Given, o.HasGiven = d, true
	}
	return engine.Input{Document: document.Plain(a.Text, a.ID, o)}
}

func (a *article) day() (story.Day, bool) { return story.ParseDay(a.DCT[:min(10, len(a.DCT))]) }

// measure reads the set with the weights w. Where all that is scored is as in base, so are the figures.
func (s set) measure(t *tuner, w *engine.Weights, base outcome) (outcome, error) {
	all, err := t.articles(s.name)
	if err != nil {
		return outcome{}, err
	}
	e := t.engine.With(w)
	switch {
	case s.dates:
		return t.pubdates(e, all)
	case s.joined:
		return t.joined(e, all)
	}
	in := make([]engine.Input, len(all))
	for i := range all {
		in[i] = all[i].input(true)
	}
	h := fnv.New64a()
	stories := make([]*story.Story, len(all))
	if err := e.Alone(t.ctx, in, false, func(i int, st *story.Story) error {
		stories[i] = st
		writePrint(h, st)
		return nil
	}); err != nil {
		return outcome{}, err
	}
	o := outcome{h.Sum64(), base.figures}
	if o.print == base.print {
		return o, nil
	}
	var found []byte
	for i, st := range stories {
		found = jsonl.Of(st).Append(found, 0, jsonl.Options{ID: all[i].ID})
	}
	o.figures, err = t.score(s, found)
	return o, err
}

// writePrint writes all that score.py looks at of an article read alone.
func writePrint(w io.Writer, s *story.Story) {
	a := s.Articles[0]
	for i := range a.Toponyms {
		p := &a.Toponyms[i]
		fmt.Fprintln(w, p.Span, p.Use, p.Kind, p.Placed, p.Place.Point)
	}
	for i := range a.Timexes {
		x := &a.Timexes[i]
		fmt.Fprintln(w, x.Span, x.Type, x.Value, x.Mod, x.Implied)
	}
	for i := range s.Quotes {
		q := &s.Quotes[i]
		fmt.Fprintln(w, q.Span, q.Kind, q.Partial, q.Scare, q.By, q.Cue, q.Speaker)
	}
	for i := range s.Events {
		e := &s.Events[i]
		fmt.Fprintln(w, e.Span, e.Trigger, e.Modality, e.When.Earliest, e.When.Latest, e.When.Precision, e.IsLikely())
		if e.Where != nil {
			fmt.Fprintln(w, e.Where.Toponym, e.Where.Place.Point)
		}
	}
	for i := range s.Speakers {
		fmt.Fprintln(w, s.Speakers[i].Name, s.Speakers[i].Kind, s.Speakers[i].Aliases)
	}
}

// score has score.py, or for events its sister, compare what was found with the set.
func (t *tuner) score(s set, found []byte) ([]float64, error) {
	f, err := os.CreateTemp("", "tune")
	if err != nil {
		return nil, err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(found)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	args := []string{filepath.Join(t.bench, "score.py"), t.path(s.name), f.Name(), "--json"}
	if task, _, ok := strings.Cut(s.figures[0].path, "."); ok {
		args = append(args, "--tasks="+task)
	} else {
		args[0] = filepath.Join(t.bench, "events", "score_events.py")
	}
	cmd := exec.CommandContext(t.ctx, "python3", args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", args[0], err)
	}
	var score any
	if err := json.Unmarshal(out, &score); err != nil {
		return nil, fmt.Errorf("%s: %w", args[0], err)
	}
	figures := make([]float64, len(s.figures))
	for i, m := range s.figures {
		path, per, share := strings.Cut(m.path, "/")
		n, ok := valueAt(score, path)
		if of, has := valueAt(score, per); share && has {
			n /= math.Max(1, of)
		}
		if !ok {
			return nil, fmt.Errorf("%s says nothing of %s", args[0], m.path)
		}
		figures[i] = 100 * n
	}
	return figures, nil
}

// valueAt is the number at a path of keys, or the F1 of what stands there.
func valueAt(score any, path string) (float64, bool) {
	for _, key := range strings.Split(path, ".") {
		at, _ := score.(map[string]any)
		score = at[key]
	}
	if at, ok := score.(map[string]any); ok {
		score = at["f1"]
	}
	n, ok := score.(float64)
	return n, ok
}

// differences words what changed, in points.
func (s set) differences(base, got outcome) []string {
	var out []string
	for i, m := range s.figures {
		if d := got.figures[i] - base.figures[i]; math.Abs(d) >= 0.005 {
			out = append(out, fmt.Sprintf("%s %s %+.2f", s.key(), m.label, d))
		}
	}
	return out
}

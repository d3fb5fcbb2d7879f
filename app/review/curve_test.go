package review_test

import (
	"bufio"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/reading"
	"dateline/app/review"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/gazetteer"
	"github.com/paulmach/orb"
)

// gold is what a person knows of an article: the day of publication, what its names mean, the days its words tell, and who
// speaks.
type gold struct {
	ID, Text, Title, DCT string
	Places               []struct {
		Start, End int
		Use        string
		Lat, Lon   *float64
	}
	Timexes []struct {
		Start    int
		Resolved []string
	}
	Quotes []struct {
		Start       int
		Kind        string
		SpeakerName string `json:"speaker_name"`
	}
}

func goldOf(t *testing.T, path string) []gold {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []gold
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var g gold
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

// person corrects a story after the gold.
type person struct {
	e    *engine.Engine
	rs   []*reading.Reading
	gold map[string]*gold // by Document.ID
	log  story.Log
}

func (p *person) told(t *testing.T) *story.Story {
	t.Helper()
	s, err := p.e.Tell(context.Background(), p.rs, p.log, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func point(text string, at int) int { return utf8.RuneCountInString(text[:at]) }

// errors counts what a reader of the gold would call wrong: a day of publication that is not known, a name at another place
// or in another use, days that are not the gold's, another speaker.
func (p *person) errors(s *story.Story) int {
	n := 0
	for _, a := range s.Articles {
		g := p.gold[a.ID]
		if d, ok := story.ParseDay(g.DCT); ok && (a.Published.Kind == story.DateUnknown || a.Published.From != d || a.Published.To != d) {
			n++
		}
		for i := range a.Toponyms {
			if x := &a.Toponyms[i]; a.ZoneAt(x.Span.Start).Counts() && !p.placeRight(g, a, x) {
				n++
			}
		}
		for i := range a.Timexes {
			x := &a.Timexes[i]
			if from, to, ok := daysOf(g, point(a.Text, x.Span.Start)); ok && (x.Moment.Earliest != from || x.Moment.Latest != to) {
				n++
			}
		}
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Kind == story.QuoteDirect && !q.Scare {
			a := s.Articles[q.Doc]
			if name, ok := speakerOf(p.gold[a.ID], point(a.Text, q.Span.Start)); ok && (q.Speaker < 0 || s.Speakers[q.Speaker].Name != name) {
				n++
			}
		}
	}
	return n
}

func (p *person) placeRight(g *gold, a *story.Article, x *story.Toponym) bool {
	start := point(a.Text, x.Span.Start)
	for _, k := range g.Places {
		if k.Start != start {
			continue
		}
		literal := k.Use == "" || k.Use == "literal"
		if literal != (x.Use == story.UseLiteral) {
			return false
		}
		if !literal || k.Lat == nil || k.Lon == nil {
			return true
		}
		at := orb.Point{*k.Lon, *k.Lat}
		return x.Placed && (gazetteer.Kilometres(x.Place.Point, at) <= 161 || gazetteer.Kilometres(x.Place.Anchor, at) <= 161)
	}
	return x.Use != story.UseLiteral
}

func daysOf(g *gold, start int) (from, to story.Day, ok bool) {
	for _, k := range g.Timexes {
		if k.Start == start && len(k.Resolved) == 2 {
			from, _ = story.ParseDay(k.Resolved[0])
			to, _ = story.ParseDay(k.Resolved[1])
			return from, to, true
		}
	}
	return 0, 0, false
}

func speakerOf(g *gold, start int) (string, bool) {
	for _, k := range g.Quotes {
		if k.Start == start && k.Kind == "direct" && k.SpeakerName != "" {
			return k.SpeakerName, true
		}
	}
	return "", false
}

// answer is what the person says of an item, after the gold.
func (p *person) answer(s *story.Story, i *review.Item) story.Correction {
	a := s.Articles[i.Doc]
	g := p.gold[a.ID]
	start := 0
	if !i.About.Span.Empty() {
		start = point(a.Text, i.About.Span.Start)
	}
	right := story.Correction{Kind: story.CorrectChecked, About: i.About, Mention: i.Mention, Verdict: story.VerdictRight}
	switch i.Kind {
	case review.KindPublished:
		if d, ok := story.ParseDay(g.DCT); ok {
			return story.Published(a.ID, d)
		}
	case review.KindPlace, review.KindUnplaced, review.KindUse:
		for _, k := range g.Places {
			if k.Start != start {
				continue
			}
			use, _ := story.ParseUse(k.Use)
			if use != i.Use {
				return story.Correction{Kind: story.CorrectUse, About: i.About, Scope: story.ScopeArticle, Use: use}
			}
			if k.Lat != nil && k.Lon != nil {
				return story.Correction{Kind: story.CorrectPlace, About: i.About, Scope: story.ScopeStory, Pinned: true, Pin: orb.Point{*k.Lon, *k.Lat}}
			}
			return right
		}
		return story.Correction{Kind: story.CorrectRemove, About: i.About, Mention: story.MentionPlace, Scope: story.ScopeArticle}
	case review.KindTime:
		if from, to, ok := daysOf(g, start); ok {
			return story.Correction{Kind: story.CorrectWhen, About: i.About, From: from, To: to}
		}
	case review.KindSpeaker:
		if name, ok := speakerOf(g, start); ok {
			return story.Correction{Kind: story.CorrectSpeaker, About: i.About, Speaker: name}
		}
	}
	return right
}

// curve is the errors of a story before the first answer and after each of the first most ones.
func (p *person) curve(t *testing.T, most int) []int {
	s := p.told(t)
	out := []int{p.errors(s)}
	for range most {
		asked := false
		for _, i := range review.Items(s, p.log) {
			if i.Status == review.StatusOpen {
				p.log, asked = p.log.With(p.answer(s, &i)), true
				break
			}
		}
		if asked {
			s = p.told(t)
		}
		out = append(out, p.errors(s))
	}
	return out
}

// TestTheFirstTenItemsRemoveHalfOfTheErrors takes the days of publication away and lets a person who knows the gold answer
// the first ten questions of each story.
func TestTheFirstTenItemsRemoveHalfOfTheErrors(t *testing.T) {
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	run := func(all []gold) []int {
		p := &person{e: e, gold: map[string]*gold{}}
		var docs []story.Document
		for i := range all {
			d := document.Plain(all[i].Text, all[i].ID, document.Options{Title: all[i].Title})
			p.gold[d.ID] = &all[i]
			docs = append(docs, d)
		}
		if p.rs, err = e.Gather(context.Background(), docs, nil); err != nil {
			t.Fatal(err)
		}
		return p.curve(t, 10)
	}
	sum := make([]float64, 11)
	add := func(c []int) {
		for i, n := range c {
			sum[i] += float64(n)
		}
	}
	sample := run(goldOf(t, filepath.Join("..", "..", "assets", "samples", "kursk-2025", "gold.jsonl")))
	t.Logf("the sample story, errors after 0 to 10 answers: %v", sample)
	add(sample)
	fresh := 0
	for _, g := range goldOf(t, filepath.Join("..", "reading", "toponym", "testdata", "fresh", "first.jsonl")) {
		add(run([]gold{g}))
		fresh++
	}
	t.Logf("the sample and %d stories of our own together: %v", fresh, sum)
	if sample[10]*2 > sample[0] {
		t.Errorf("of %d errors of the sample story %d are left", sample[0], sample[10])
	}
	if left := sum[10] / math.Max(1, sum[0]); left > 0.5 {
		t.Errorf("%.0f %% of the errors of all stories are left", 100*left)
	}
}

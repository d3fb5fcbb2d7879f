package quiz_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/quiz"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/gazetteer"
	"github.com/paulmach/orb"
)

// gold is what is right of an article.
type gold struct {
	ID, Text, Title, DCT string
	Places               []struct {
		Start, End int
		Lat, Lon   *float64
	}
	Timexes []struct {
		Start    int
		Resolved []string
	}
	Quotes []struct {
		Start       int
		SpeakerName string `json:"speaker_name"`
	}
}

func goldOf(t *testing.T, path ...string) (out []gold) {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{"..", ".."}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
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

func told(t testing.TB, all []gold) *story.Story {
	t.Helper()
	e, err := engine.New(engine.Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	var docs []story.Document
	for i := range all {
		o := document.Options{Title: all[i].Title}
		o.Given, o.HasGiven = story.ParseDay(all[i].DCT)
		docs = append(docs, document.Plain(all[i].Text, all[i].ID, o))
	}
	rs, err := e.Gather(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Tell(context.Background(), rs, story.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// judge holds questions to the gold.
type judge struct {
	t     *testing.T
	s     *story.Story
	gold  []gold
	asked map[quiz.Kind]int
	wrong map[quiz.Kind]int
}

func (j *judge) say(q *quiz.Question, why string) {
	t := q.Texts[0]
	j.wrong[q.Kind]++
	j.t.Logf("%v: %s: %s", q.Kind, why, quiz.Shown(j.s.Articles[t.Doc].Text, &t, "____"))
}

func (j *judge) hold(q *quiz.Question) {
	j.asked[q.Kind]++
	for i := range q.Texts {
		t := &q.Texts[i]
		a := j.s.Articles[t.Doc]
		if strings.TrimSpace(quiz.Shown(a.Text, t, "")) == "" {
			j.say(q, "nothing is shown")
		}
	}
	t := q.Texts[0]
	a, g := j.s.Articles[t.Doc], &j.gold[t.Doc]
	at := func(span story.Span) int { return utf8.RuneCountInString(a.Text[:span.Start]) }
	switch q.Kind {
	case quiz.Where:
		right, known := false, false
		for _, h := range t.Hidden {
			for _, p := range g.Places {
				if p.Start == at(h) && p.Lat != nil && p.Lon != nil {
					known = true
					point := orb.Point{*p.Lon, *p.Lat}
					right = right || gazetteer.Kilometres(point, q.Place.Point) < 161 || gazetteer.Kilometres(point, q.Place.Anchor) < 161
				}
			}
		}
		if known && !right {
			j.say(q, "the answer is not gold's: "+q.Place.Name)
		}
		if strings.Contains(strings.ToLower(quiz.Shown(a.Text, &t, " ")), strings.ToLower(q.Place.Name)) {
			j.say(q, "the answer stands in it")
		}
	case quiz.When:
		right, known := false, false
		for _, h := range t.Hidden {
			for _, x := range g.Timexes {
				if x.Start >= at(h) && x.Start < at(h)+utf8.RuneCountInString(h.In(a.Text)) && len(x.Resolved) == 2 {
					known = true
					from, _ := story.ParseDay(x.Resolved[0])
					to, _ := story.ParseDay(x.Resolved[1])
					right = right || from <= q.From && q.To <= to || q.From <= from && to <= q.To
				}
			}
		}
		if known && !right {
			j.say(q, fmt.Sprint("the answer is not gold's: ", q.From, " to ", q.To))
		}
	case quiz.Who:
		answer := j.s.Speakers[q.Speakers[q.Answer]].Name
		for _, x := range g.Quotes {
			if x.Start == at(t.Span) && x.SpeakerName != "" && !alike(x.SpeakerName, answer) {
				j.say(q, answer+" is not gold's "+x.SpeakerName)
			}
		}
		seen := map[string]bool{}
		for _, i := range q.Speakers {
			name := j.s.Speakers[i].Name
			if seen[name] {
				j.say(q, "offered twice: "+name)
			}
			seen[name] = true
		}
	case quiz.First:
		for k := 1; k < len(q.Order); k++ {
			if q.Order[k] == q.Order[k-1] {
				j.say(q, "no order")
			}
		}
	case quiz.Which:
		for i, d := range q.Articles {
			if has := strings.Contains(j.s.Articles[d].Text, t.Span.In(a.Text)); has != (i == q.Answer) {
				j.say(q, "another article says so too, or the answer does not")
			}
		}
	}
}

// alike reports whether two names of a voice share a word that says who it is.
func alike(a, b string) bool {
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if len(w) > 3 && strings.Contains(strings.ToLower(b), w) {
			return true
		}
	}
	return a == b
}

func TestEveryQuestionHasOneRightAnswer(t *testing.T) {
	j := &judge{t: t, asked: map[quiz.Kind]int{}, wrong: map[quiz.Kind]int{}}
	run := func(all []gold, n int) {
		j.s, j.gold = told(t, all), all
		for seed := range uint64(3) {
			for _, q := range quiz.Make(j.s, n, seed) {
				j.hold(&q)
			}
		}
	}
	for _, story := range []string{"kursk-2025", "arda-2024"} {
		run(goldOf(t, "assets", "samples", story, "gold.jsonl"), 60)
	}
	for _, name := range []string{"first.jsonl", "second.jsonl"} {
		for _, g := range goldOf(t, "app", "reading", "toponym", "testdata", "fresh", name) {
			run([]gold{g}, 20)
		}
	}
	t.Logf("asked %v", j.asked)
	for k, n := range j.wrong {
		t.Errorf("%v: %d of %d are wrong", k, n, j.asked[k])
	}
	for k := quiz.Where; k <= quiz.Which; k++ {
		if j.asked[k] == 0 {
			t.Errorf("nothing of the kind %v was asked", k)
		}
	}
}

func TestMake_ASetForAClass(t *testing.T) {
	s := told(t, goldOf(t, "assets", "samples", "kursk-2025", "gold.jsonl"))
	set := quiz.Make(s, 8, 1)
	if len(set) != 8 {
		t.Fatalf("%d questions", len(set))
	}
	kinds := map[quiz.Kind]int{}
	sentences := map[string]bool{}
	for i, q := range set {
		kinds[q.Kind]++
		if i > 0 && q.Hard < set[i-1].Hard {
			t.Errorf("question %d is easier than the one before", i+1)
		}
		for _, x := range q.Texts {
			key := fmt.Sprint(x.Doc, x.Span)
			if sentences[key] {
				t.Errorf("a sentence is asked about twice: %s", x.Span.In(s.Articles[x.Doc].Text))
			}
			sentences[key] = true
		}
	}
	if len(kinds) < 4 {
		t.Errorf("kinds: %v", kinds)
	}
	if !reflect.DeepEqual(set, quiz.Make(s, 8, 1)) {
		t.Error("the same seed gives other questions")
	}
	if reflect.DeepEqual(set, quiz.Make(s, 8, 2)) {
		t.Error("another seed gives the same questions")
	}
}

func TestMake_OddStories(t *testing.T) {
	for name, s := range map[string]*story.Story{"nothing": {}, "an empty article": {Articles: []*story.Article{{}}}} {
		if got := quiz.Make(s, 8, 1); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	s := told(t, []gold{{ID: "a", Text: "A ferry sank off Bari on 12 March 2024. Divers searched for the dead in the harbour."}})
	for _, q := range quiz.Make(s, 8, 1) {
		if q.Kind == quiz.Who || q.Kind == quiz.First || q.Kind == quiz.Which {
			t.Errorf("of one short article: %+v", q)
		}
	}
}

func TestMake_ASentenceTellsEnoughToBeAskedAbout(t *testing.T) {
	for text, want := range map[string]bool{
		"A ferry with ninety people sank off Bari on 12 March 2024.": true,
		"Few in Bari died on 12 March 2024.":                         false,
		"It sank off Bari.":                                          false,
	} {
		if got := len(quiz.Make(told(t, []gold{{ID: "a", Text: text, DCT: "2024-03-13"}}), 8, 1)) > 0; got != want {
			t.Errorf("%q: asked %v, want %v", text, got, want)
		}
	}
}

func ExampleShown() {
	text := "A ferry sank off Bari on Monday."
	fmt.Println(quiz.Shown(text, &quiz.Text{Span: story.Span{End: len(text)}, Hidden: []story.Span{{Start: 17, End: 21}}}, "____"))
	// Output: A ferry sank off ____ on Monday.
}

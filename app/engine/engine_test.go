package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo"
	"dateline/geo/geocode"
)

func open(t testing.TB) *Engine {
	t.Helper()
	e, err := New(Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func doc(text, day, url string) story.Document {
	o := document.Options{URL: url}
	if d, ok := story.ParseDay(day); ok {
		o.Given, o.HasGiven = d, true
	}
	return document.Plain(text, "a.txt", o)
}

func ExampleEngine_Read() {
	e, err := New(Data{Gazetteer: assets.Gazetteer(), WorldSeats: assets.WorldSeats(), Leaders: assets.Leaders()})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := document.Plain("Police arrested two men in Lisbon on Monday.", "a.txt", document.Options{Given: story.NewDay(2024, 5, 15), HasGiven: true})
	s, err := e.Read(context.Background(), []story.Document{d}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := story.Visible(s, story.Period{}, story.Filter{})
	for _, m := range v.Marks {
		fmt.Println(m.Name(), m.Filled, s.Events[m.Events[0]].When.Earliest)
	}
	// Output: Lisbon true 2024-05-13
}

func TestNewRefusesDamagedData(t *testing.T) {
	if _, err := New(Data{Gazetteer: []byte("not a gazetteer")}); err == nil || !strings.HasPrefix(err.Error(), "engine: ") {
		t.Errorf("got %v", err)
	}
}

func TestReadIsTheSameEveryTime(t *testing.T) {
	e := open(t)
	var docs []story.Document
	for i := range 20 {
		docs = append(docs, doc(fmt.Sprintf("Police arrested %d men in Lisbon on Monday. “It is over,” said the mayor, Rui Gomes. A ferry sank off Porto.", i+2), "2024-05-15", ""))
	}
	var first string
	for range 3 {
		s, err := e.Read(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = string(b)
		} else if string(b) != first {
			t.Fatal("two runs differ")
		}
		if len(s.Articles) != len(docs) {
			t.Fatalf("%d articles", len(s.Articles))
		}
		for i, a := range s.Articles {
			if a.ID != docs[i].ID || len(a.Notes) > 0 {
				t.Fatalf("article %d: %s %v", i, a.ID, a.Notes)
			}
		}
	}
}

func TestProgressCountsUp(t *testing.T) {
	e := open(t)
	docs := []story.Document{doc("One.", "", ""), doc("Two.", "", ""), doc("Three.", "", "")}
	last, stages := map[string]int{}, []string{}
	_, err := e.Read(context.Background(), docs, func(stage string, done, total int) {
		if _, ok := last[stage]; !ok {
			stages = append(stages, stage)
		}
		if done < last[stage] || done > total {
			t.Errorf("%s: %d after %d of %d", stage, done, last[stage], total)
		}
		last[stage] = done
	})
	if err != nil || fmt.Sprint(stages) != "[reading locating joining]" || last[StageRead] != 3 || last[StageLocate] != 3 {
		t.Errorf("%v, %v, %v", err, stages, last)
	}
}

func TestCancel(t *testing.T) {
	e := open(t)
	ctx, cancel := context.WithCancel(context.Background())
	docs := make([]story.Document, 50)
	for i := range docs {
		docs[i] = doc("It rained in Lima.", "", "")
	}
	_, err := e.Read(ctx, docs, func(string, int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestNothingToRead(t *testing.T) {
	s, err := open(t).Read(context.Background(), nil, nil)
	if err != nil || len(s.Articles) != 0 || len(s.Events) != 0 {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestGivenSpansAreKept(t *testing.T) {
	text := "It rained in Lima and in Quito."
	in := []Input{{Document: doc(text, "", ""), Given: true, Spans: []story.Span{{Start: 13, End: 17}}}}
	err := open(t).Alone(context.Background(), in, false, func(_ int, s *story.Story) error {
		if ts := s.Articles[0].Toponyms; len(ts) != 1 || ts[0].Span.In(text) != "Lima" || !ts[0].Placed {
			t.Errorf("got %+v", ts)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFaultCostsOneArticle(t *testing.T) {
	r := blank(doc("It rained in Lima.", "2024-05-15", ""), "index out of range")
	a := r.Resolve(nil, r.Publication(), nil)
	if a.Article.Text != "It rained in Lima." || len(a.Article.Notes) != 1 || len(a.Article.Toponyms) != 0 || a.Article.Published.Kind != story.DateGiven {
		t.Errorf("got %+v", a.Article)
	}
}

func TestLendLeavesOwnMassOut(t *testing.T) {
	place := func(country string) []geocode.Choice {
		return []geocode.Choice{{Placed: true, P: 1, Place: geo.Place{ID: 1, Kind: geo.KindCity, Country: country}}}
	}
	choices := [][]geocode.Choice{place("PE"), place("EC"), place("FR")}
	got := lend(choices, []string{"a", "a", "b"}, nil, false)
	if got[0].Country["PE"] != 0 || got[0].Place != nil || len(got[2].Country) != 0 {
		t.Errorf("got %+v", got)
	}
	swapped := lend([][]geocode.Choice{choices[1], choices[0], choices[2]}, []string{"a", "a", "b"}, nil, false)
	if fmt.Sprint(swapped[1].Country) != fmt.Sprint(got[0].Country) {
		t.Errorf("the order of articles matters: %v, %v", swapped[1], got[0])
	}
}

func TestHost(t *testing.T) {
	for in, want := range map[string]string{"https://www.a.example/x": "a.example", "http://B.example:80": "b.example", "": "", "::": ""} {
		if got := host(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	e := open(b)
	text := strings.Repeat("Police arrested two men in Lisbon on Monday, officials said. “It is over,” said the mayor, Rui Gomes.\n\n", 50)
	var docs []story.Document
	for i := range 100 {
		docs = append(docs, doc(fmt.Sprint(i, " ", text), "2024-05-15", ""))
	}
	b.SetBytes(int64(len(text) * len(docs)))
	for b.Loop() {
		if _, err := e.Read(context.Background(), docs, nil); err != nil {
			b.Fatal(err)
		}
	}
}

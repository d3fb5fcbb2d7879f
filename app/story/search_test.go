package story

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/geo"
	"github.com/google/go-cmp/cmp"
)

func TestSearch(t *testing.T) {
	s := filterStory()
	for _, a := range s.Articles {
		for at := 0; at < len(a.Text); {
			i := strings.IndexByte(a.Text[at:], '.')
			if i < 0 {
				break
			}
			a.Sentences = append(a.Sentences, Span{at, at + i + 1})
			at += i + 1
		}
		a.Zones = []Zone{{Span: Span{0, len(a.Text)}}}
	}
	s.Articles[0].People = []Person{{Name: "Ann", Spans: []Span{{45, 48}}}, {Name: "Anton Low", Aliases: []string{"Low"}, Spans: []Span{{0, 4}, {5, 9}}}}
	for _, c := range []struct {
		name, query               string
		people, places, sentences []string
	}{
		{"a speaker stands before who is only named", "an", []string{"Ann", "Anton Low"}, nil, []string{" “We saw smoke,” said Ann."}},
		{"another spelling", "low", []string{"Anton Low"}, nil, nil},
		{"a place and the sentence that names it", "mill", nil, []string{"Mill"}, []string{"Fire broke out in Mill."}},
		{"a place that is only where somebody speaks", "palace", nil, []string{"Palace"}, []string{" The Palace was silent."}},
		{"all words", "ship SINK", nil, nil, []string{" Farland saw a ship sink."}},
		{"no words", "  ", nil, nil, nil},
		{"nothing", "xyz", nil, nil, nil},
	} {
		f := Search(context.Background(), s, c.query, 5)
		names := func(hits []Hit) (out []string) {
			for _, h := range hits {
				if h.Name == "" {
					out = append(out, h.Span.In(s.Articles[h.Doc].Text))
				} else {
					out = append(out, h.Name)
				}
			}
			return out
		}
		got := [][]string{names(f.People), names(f.Places), names(f.Sentences)}
		if d := cmp.Diff([][]string{c.people, c.places, c.sentences}, got); d != "" {
			t.Errorf("%s: people, places, sentences (-want +got)\n%s", c.name, d)
		}
		if f.Empty() != (c.people == nil && c.places == nil && c.sentences == nil) {
			t.Errorf("%s: Empty %v", c.name, f.Empty())
		}
	}
	if f := Search(context.Background(), s, "f", 1); len(f.Places) != 1 || len(f.Sentences) != 1 || f.AllSentences != 3 {
		t.Errorf("at most one of each: %+v", f)
	}
	done, stop := context.WithCancel(context.Background())
	stop()
	if f := Search(done, s, "mill", 5); len(f.Sentences) != 0 {
		t.Errorf("goes on when it is no longer asked for: %+v", f)
	}
}

func ExampleSearch() {
	s := &Story{Articles: []*Article{{Toponyms: []Toponym{{Name: "Oslo", Placed: true, Place: geo.Place{ID: 1, Name: "Oslo"}}}}}}
	for _, h := range Search(context.Background(), s, "os", 5).Places {
		fmt.Println(h.Name, h.Count)
	}
	// Output: Oslo 1
}

func BenchmarkSearch(b *testing.B) {
	s := &Story{}
	for d := 0; d < 500; d++ {
		a := &Article{Document: Document{Text: strings.Repeat("The bridge over the river was closed on a day in spring, officials said after the storm. ", 60)}}
		for i := 0; i < 60; i++ {
			a.Sentences = append(a.Sentences, Span{i * 89, i*89 + 88})
			a.Toponyms = append(a.Toponyms, Toponym{Name: "River", Placed: true, Place: geo.Place{ID: geo.PlaceID(i + 1), Name: "River"}})
		}
		s.Articles = append(s.Articles, a)
	}
	for b.Loop() {
		Search(context.Background(), s, "stor", 6)
	}
}

func TestWords_AreFoundHoweverTheyAreSpelled(t *testing.T) {
	for _, c := range []struct {
		query, text, found string
	}{
		{"lodz", "A tram in Łódź stopped.", "Łódź"},
		{"Łódź", "A tram in Łódź stopped.", "Łódź"},
		{"bjork", "She met Björk there.", "Björk"},
		{"Zelenskiy", "Then Zelensky spoke.", "Zelensky"},
		{"Zelenskiy", "Then Zelenskyy spoke.", "Zelensky"},
		{"zelensky", "Then Zelenskyi spoke.", "Zelensky"},
		{"malmo", "From Malmö to Ærø.", "Malmö"},
		{`"black sea"`, "The black market. The Black Sea fleet.", "Black Sea"},
		{`"black sea"`, "A sea so black.", ""},
		{"“black sea” fleet", "The Black Sea fleet.", "Black Sea"},
		{"oslo", "In Ósló and in Olso.", "Ósló"},
		{"sky", "The skipper.", ""},
	} {
		ws := NewWords(c.query)
		at, ok := ws.First(c.text)
		if got := at.In(c.text); ok != (c.found != "") || ok && got != c.found {
			t.Errorf("%s in %q: %q, %v", c.query, c.text, got, ok)
		}
		if ws.In(c.text) != (c.found != "") {
			t.Errorf("%s in %q", c.query, c.text)
		}
	}
}

func TestSearch_OnePersonUnderOneName(t *testing.T) {
	at := []Span{{Start: 0, End: 4}}
	s := &Story{Speakers: []Speaker{{Name: "Vera Holm"}}, Quotes: []Quote{{Speaker: 0}},
		Articles: []*Article{{Document: Document{Text: "Holm Vera Holm"}}, {}}}
	s.Articles[0].People = []Person{{Name: "Holm", Spans: at}, {Name: "Ask", Spans: at}, {Name: "Ida Ask", Spans: at}, {Name: "Bo Ask", Spans: at}}
	f := Search(t.Context(), s, "holm", 9)
	if len(f.People) != 1 || f.People[0].Name != "Vera Holm" || f.People[0].Count != 1001 {
		t.Errorf("%+v", f.People)
	}
	if f := Search(t.Context(), s, "ask", 9); len(f.People) != 3 {
		t.Errorf("two have that last name: %+v", f.People)
	}
}

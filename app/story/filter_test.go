package story

import (
	"fmt"
	"strings"
	"testing"

	"dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// filterStory has two articles. In the first Ann speaks of the fire in Mill, which lies in the county of North in Land;
// in the second Bob speaks in Ford, elsewhere in Land, and a ship sinks somewhere in Farland, which is not certain.
func filterStory() *Story {
	text := []string{"Fire broke out in Mill. “We saw smoke,” said Ann. The Palace was silent.", "“A ŞIP sank,” Bob said in Ford. Farland saw a ship sink."}
	span := func(doc int, words string) Span {
		i := strings.Index(text[doc], words)
		return Span{i, i + len(words)}
	}
	mill := geo.Place{ID: 1, Name: "Mill", Kind: geo.KindCity, Country: "LA", Admin1: "N", Admin2: "7", Anchor: orb.Point{1, 1}}
	ford := geo.Place{ID: 2, Name: "Ford", Kind: geo.KindCity, Country: "LA", Admin1: "S", Anchor: orb.Point{3, 3}}
	north := geo.Place{ID: 3, Name: "North", Kind: geo.KindAdmin1, Country: "LA", Admin1: "N", Anchor: orb.Point{1, 2}}
	land := geo.Place{ID: 4, Name: "Land", Kind: geo.KindCountry, Country: "LA", Anchor: orb.Point{4, 4}}
	far := geo.Place{ID: 5, Name: "Farland", Kind: geo.KindCountry, Country: "FA", Anchor: orb.Point{9, 9}}
	palace := geo.Place{ID: 6, Name: "Palace", Kind: geo.KindSeat, Country: "LA", Anchor: orb.Point{3.01, 3}}
	s := &Story{
		Articles: []*Article{
			{Document: Document{ID: "one", Text: text[0]}, Toponyms: []Toponym{{Placed: true, Place: north, P: 1}, {Placed: true, Place: land, P: 1}, {Placed: true, Place: palace, P: 1, Use: UseActor}}},
			{Document: Document{ID: "two", Text: text[1]}},
		},
		Speakers: []Speaker{{Name: "Ann"}, {Name: "Bob"}},
		Events: []Event{
			{Doc: 0, Sentence: span(0, "Fire broke out in Mill."), When: On(10, 1, BasisClause), Where: &Spot{Place: mill, P: 1}, P: 0.7},
			{Doc: 1, Sentence: span(1, "“A ŞIP sank,” Bob said in Ford."), When: On(11, 1, BasisClause), Where: &Spot{Place: ford, P: 1}, P: 1, Quotes: []int{1}},
			{Doc: 1, Sentence: span(1, "Farland saw a ship sink."), When: On(12, 0.4, BasisPublication), Where: &Spot{Place: far, P: 1}, P: 1, Who: []int{0}},
			{Doc: 1, Sentence: span(1, "Farland saw a ship sink."), P: 0.6},
		},
		Quotes: []Quote{
			{Doc: 0, Span: span(0, "“We saw smoke,”"), Speaker: 0, P: 0.9, When: On(10, 1, BasisClause), Where: &Spot{Place: palace, Actor: true, P: 1}, Events: []int{0}},
			{Doc: 1, Span: span(1, "“A ŞIP sank,”"), Speaker: 1, P: 0.5, When: On(11, 1, BasisClause), Where: &Spot{Place: ford, P: 1}},
		},
		Actors: []Actor{{Doc: 0, Toponym: 2, Sentence: span(0, "The Palace was silent."), When: On(10, 1, BasisClause)}},
	}
	Identify(s)
	return s
}

func TestVisible_ObeysTheFilter(t *testing.T) {
	for _, c := range []struct {
		name                   string
		p                      Period
		f                      Filter
		events, quotes, actors []int
		marks                  string
	}{
		{"the zero filter hides nothing", Period{}, Filter{}, []int{0, 1, 2, 3}, []int{0, 1}, []int{0}, "Farland Ford Mill"},
		{"one article", Period{}, Filter{Articles: []string{"one"}}, []int{0}, []int{0}, []int{0}, "Mill Palace"},
		{"an article outside the story shows nothing", Period{}, Filter{Articles: []string{"nine"}}, nil, nil, nil, ""},
		{"any of the articles", Period{}, Filter{Articles: []string{"two", "one"}}, []int{0, 1, 2, 3}, []int{0, 1}, []int{0}, "Farland Ford Mill"},
		{"a speaker: the words, what they speak of, what the speaker does", Period{}, Filter{Speakers: []SpeakerID{"s/Ann"}}, []int{0, 2}, []int{0}, nil, "Farland Mill Palace"},
		{"a speaker: the event that holds the words", Period{}, Filter{Speakers: []SpeakerID{"s/Bob"}}, []int{1}, []int{1}, nil, "Ford"},
		{"a city, and what is said of it elsewhere", Period{}, Filter{Places: []geo.PlaceID{1}}, []int{0}, []int{0}, nil, "Mill Palace"},
		{"a city holds its seat of power", Period{}, Filter{Places: []geo.PlaceID{2}}, []int{1}, []int{0, 1}, []int{0}, "Ford"},
		{"a region holds its cities", Period{}, Filter{Places: []geo.PlaceID{3}}, []int{0}, []int{0}, nil, "Mill Palace"},
		{"a country holds its cities", Period{}, Filter{Places: []geo.PlaceID{4}}, []int{0, 1}, []int{0, 1}, []int{0}, "Ford Mill"},
		{"a place nobody speaks of", Period{}, Filter{Places: []geo.PlaceID{77}}, nil, nil, nil, ""},
		{"at least so probable, day and place included", Period{}, Filter{MinP: 0.55}, []int{0, 1, 3}, []int{0}, []int{0}, "Ford Mill"},
		{"80 %", Period{}, Filter{MinP: 0.8}, []int{0, 1}, []int{0}, []int{0}, "Ford Mill"},
		{"words in any case", Period{}, Filter{Words: "FIRE mill"}, []int{0}, nil, nil, "Mill"},
		{"all of the words", Period{}, Filter{Words: "fire ford"}, nil, nil, nil, ""},
		{"words of a quote", Period{}, Filter{Words: "smoke"}, nil, []int{0}, nil, "Palace"},
		{"the beginning of a word, in any script", Period{}, Filter{Words: "şi"}, []int{1}, []int{1}, nil, "Ford"},
		{"not the middle of one", Period{}, Filter{Words: "moke"}, nil, nil, nil, ""},
		{"marks alone are no words", Period{}, Filter{Words: " - “"}, []int{0, 1, 2, 3}, []int{0, 1}, []int{0}, "Farland Ford Mill"},
		{"no events", Period{}, Filter{HideEvents: true}, nil, []int{0, 1}, []int{0}, "Ford"},
		{"no quotes", Period{}, Filter{HideQuotes: true}, []int{0, 1, 2, 3}, nil, []int{0}, "Farland Ford Mill"},
		{"no rings", Period{}, Filter{HideActors: true}, []int{0, 1, 2, 3}, []int{0, 1}, nil, "Farland Ford Mill"},
		{"filter and period", Between(11, 11), Filter{Places: []geo.PlaceID{4}}, []int{1}, []int{1}, nil, "Ford"},
		{"article and speaker", Period{}, Filter{Articles: []string{"two"}, Speakers: []SpeakerID{"s/Ann"}}, []int{2}, nil, nil, "Farland"},
	} {
		s := filterStory()
		v := Visible(s, c.p, c.f)
		if d := cmp.Diff([][]int{c.events, c.quotes, c.actors}, [][]int{v.Events, v.Quotes, v.Actors}); d != "" {
			t.Errorf("%s: events, quotes, actors (-want +got)\n%s", c.name, d)
		}
		names := []string{}
		for _, m := range v.Marks {
			names = append(names, m.Name())
		}
		for i := range names { // the order of marks is not what this is about
			for k := i; k > 0 && names[k] < names[k-1]; k-- {
				names[k], names[k-1] = names[k-1], names[k]
			}
		}
		if got := strings.Join(names, " "); got != c.marks {
			t.Errorf("%s: marks %q, want %q", c.name, got, c.marks)
		}
		if !c.p.On {
			if d := cmp.Diff(append([]int{}, c.events...), Passing(s, c.f)); d != "" {
				t.Errorf("%s: Passing (-want +got)\n%s", c.name, d)
			}
			if d := cmp.Diff(c.quotes, PassingQuotes(s, c.f)); d != "" {
				t.Errorf("%s: PassingQuotes (-want +got)\n%s", c.name, d)
			}
		}
	}
}

func TestFilter_OnAndEqual(t *testing.T) {
	all := []Filter{{}, {HideActors: true}, {HideEvents: true}, {HideQuotes: true}, {Articles: []string{"two"}}, {Articles: []string{"two", "none2"}},
		{Speakers: []SpeakerID{"s/Bob"}}, {Places: []geo.PlaceID{1}}, {MinP: 0.5}, {Words: "a"}}
	for i, a := range all {
		if a.On() != (i > 0) {
			t.Errorf("%+v: On %v", a, a.On())
		}
		for k, b := range all {
			if a.Equal(b) != (i == k) {
				t.Errorf("%+v and %+v: Equal %v", a, b, a.Equal(b))
			}
		}
	}
	if (Filter{Words: " … "}).On() {
		t.Error("marks alone hide something")
	}
}

func TestFilter_In(t *testing.T) {
	s := filterStory()
	s.Articles[0], s.Articles[1] = s.Articles[1], s.Articles[0]
	s.Speakers = s.Speakers[1:]
	f := Filter{Articles: []string{"one", "gone"}, Speakers: []SpeakerID{"s/Ann", "s/Bob", ""}, Places: []geo.PlaceID{1, 99}, MinP: 0.5, Words: "w"}
	want := Filter{Articles: []string{"one"}, Speakers: []SpeakerID{"s/Bob"}, Places: []geo.PlaceID{1}, MinP: 0.5, Words: "w"}
	if got := f.In(s); !got.Equal(want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(f.Articles) != 2 {
		t.Error("the filter that was asked is changed")
	}
}

func FuzzWords_StandInTheText(f *testing.F) {
	f.Add("He withdrew from Kyiv", "WITH kyiv")
	f.Add("İstanbul ǅ K 北京", "i̇ ǆ k 京")
	f.Fuzz(func(t *testing.T, text, query string) {
		ws := NewWords(query)
		s, ok := ws.First(text)
		if ok && (s.Start < 0 || s.End > len(text) || s.Empty()) {
			t.Fatalf("%v of %d", s, len(text))
		}
		if ws.In(text) && len(ws) > 0 && !ok {
			t.Fatal("in the text and not found")
		}
	})
}

func BenchmarkVisible(b *testing.B) {
	const n = 10000
	s := &Story{}
	for d := 0; d < 50; d++ {
		s.Articles = append(s.Articles, &Article{Document: Document{Text: strings.Repeat("The bridge over the river was closed on a day in spring, officials said after the storm. ", 200)}})
	}
	for i := 0; i < n; i++ {
		p := geo.Place{ID: geo.PlaceID(i%300 + 1), Name: fmt.Sprint("P", i%300), Kind: geo.KindCity, Country: "LA", Anchor: orb.Point{float64(i % 300), 1}}
		at := (i / 50) * 89
		s.Events = append(s.Events, Event{Doc: i % 50, Sentence: Span{at, at + 88}, When: On(Day(i/10), 1, BasisClause), Where: &Spot{Place: p, P: 1}, P: 1})
	}
	for _, c := range []struct {
		name string
		f    Filter
	}{{"all", Filter{}}, {"words", Filter{Words: "storm spring"}}, {"rare word", Filter{Words: "officers"}}, {"place", Filter{Places: []geo.PlaceID{7, 8}}}, {"article", Filter{Articles: []string{"none3"}}}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				Visible(s, Period{}, c.f)
			}
		})
	}
}

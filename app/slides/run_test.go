package slides_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/quiz"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
)

// long is a story of one article: sentence k, of n, tells an event on day k.
func long(n int) *story.Story {
	var text strings.Builder
	a := &story.Article{Document: story.Document{ID: "a"}}
	s := &story.Story{Articles: []*story.Article{a}}
	for k := range n {
		from := text.Len()
		fmt.Fprintf(&text, "On day %d the ferry left the harbour, and the gate was shut. ", k)
		at := story.Span{Start: from, End: text.Len() - 1}
		a.Sentences = append(a.Sentences, at)
		s.Events = append(s.Events, story.Event{Span: at, Sentence: at, When: story.On(story.Day(k), 1, story.BasisClause), P: 0.8, Same: fmt.Sprint(k), Weight: 1 + k%3})
	}
	a.Text = text.String()
	story.Identify(s)
	return s
}

func all(s *story.Story) *slides.Slides {
	return slides.Of(s, story.Passing(s, story.Filter{}), story.PassingQuotes(s, story.Filter{}))
}

func words(s *story.Story, r slides.Run) (out []string) {
	for _, x := range slides.Resolve(s, r.In(s, all(s))) {
		w := x.Head
		for i := range x.Found {
			if i > 0 {
				w += " + "
			}
			w += x.Found[i].Words(s.Articles[x.Found[i].Doc].Text)
		}
		if x.Gone {
			w = "gone"
		}
		out = append(out, w)
	}
	return out
}

func TestRun_TheDefaultIsTwelveAtMost(t *testing.T) {
	for _, c := range []struct {
		name    string
		s       *story.Story
		made    slides.Made
		want    int
		ordered bool
	}{
		{"a story of one event", long(1), slides.MadeMain, 1, true},
		{"a story of nothing", &story.Story{}, slides.MadeMain, 0, true},
		{"a story of twelve", long(12), slides.MadeMain, 12, true},
		{"a story of many", long(300), slides.MadeMain, 12, true},
		{"all of it", long(300), slides.MadeAll, 300, true},
		{"none with a day", undated(30), slides.MadeMain, 12, false},
		{"all of what has no day", undated(30), slides.MadeAll, 30, false},
	} {
		got := slides.Resolve(c.s, slides.Run{Made: c.made}.In(c.s, all(c.s)))
		if len(got) != c.want {
			t.Errorf("%s: %d slides, want %d", c.name, len(got), c.want)
		}
		seen := map[string]bool{}
		for i := range got {
			if got[i].Gone || got[i].ID == "" || seen[got[i].ID] || c.ordered && i > 0 && got[i].When.Compare(got[i-1].When) < 0 {
				t.Errorf("%s: slide %d is %+v", c.name, i, got[i])
			}
			seen[got[i].ID] = true
		}
	}
}

// undated is long without days.
func undated(n int) *story.Story {
	s := long(n)
	for i := range s.Events {
		s.Events[i].When = story.Moment{}
	}
	return s
}

func TestRun_TheDefaultPrefersWhatSeveralTell(t *testing.T) {
	s := long(60)
	for _, x := range slides.Resolve(s, slides.Run{}.In(s, all(s))) {
		if w := s.Events[x.Found[0].Event].Weight; w != 3 {
			t.Errorf("of day %v, told by %d", x.When.Earliest, w)
		}
	}
}

func TestRun_IsChanged(t *testing.T) {
	s := long(4)
	text := s.Articles[0].Text
	own := slides.Run{}.Own(s, all(s))
	short := func(k int) string { return fmt.Sprintf("day %d", k) }
	for _, c := range []struct {
		name string
		do   func(slides.Run) slides.Run
		want string
	}{
		{"as it was", func(r slides.Run) slides.Run { return r }, "day 0|day 1|day 2|day 3"},
		{"one taken out", func(r slides.Run) slides.Run { return r.Without(1) }, "day 0|day 2|day 3"},
		{"one moved on", func(r slides.Run) slides.Run { return r.Move(0, 2) }, "day 1|day 2|day 0|day 3"},
		{"one moved back beyond the first", func(r slides.Run) slides.Run { return r.Move(2, -9) }, "day 2|day 0|day 1|day 3"},
		{"a title put in", func(r slides.Run) slides.Run { return r.Put(0, slides.Slide{Kind: slides.Title, Head: "Ferries"}) }, "Ferries|day 0|day 1|day 2|day 3"},
		{"one put in again", func(r slides.Run) slides.Run { return r.Put(9, r.Slides[0]) }, "day 0|day 1|day 2|day 3|day 0"},
		{"two merged", func(r slides.Run) slides.Run { return r.Merge(1) }, "day 0|day 1 + day 2|day 3"},
		{"merged and split again", func(r slides.Run) slides.Run { return r.Merge(1).Split(text, 1) }, "day 0|day 1|day 2|day 3"},
		{"a sentence split", func(r slides.Run) slides.Run { return r.Without(3).Without(2).Without(1).Split(text, 0) }, "day 0 …|… and the gate was shut."},
	} {
		r := c.do(own)
		got := strings.Join(words(s, r), "|")
		for k := range 4 {
			got = strings.ReplaceAll(got, fmt.Sprintf("On day %d the ferry left the harbour, and the gate was shut.", k), short(k))
			got = strings.ReplaceAll(got, fmt.Sprintf("On day %d the ferry left the harbour,", k), short(k))
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		seen := map[string]bool{}
		for _, x := range r.Slides {
			if seen[x.ID] {
				t.Errorf("%s: two slides have the id %q", c.name, x.ID)
			}
			seen[x.ID] = true
		}
		if strings.Count(strings.Join(words(s, own), ""), "day") != 4 {
			t.Fatalf("%s: the run it came from is another now", c.name)
		}
	}
}

func TestRun_EqualTellsEveryDifference(t *testing.T) {
	s := long(3)
	r := slides.Run{}.Own(s, all(s))
	if !r.Equal(r.With(0, r.Slides[0])) {
		t.Error("a copy is another run")
	}
	x := r.Slides[0]
	for name, change := range map[string]func(*slides.Slide){
		"title": func(x *slides.Slide) { x.Head = "a" }, "text": func(x *slides.Slide) { x.Body = "a" }, "note": func(x *slides.Slide) { x.Note = "a" },
		"map": func(x *slides.Slide) { x.Held = true }, "hidden": func(x *slides.Slide) { x.Hide = true }, "what is asked": func(x *slides.Slide) { x.Ask = quiz.Who },
		"shortened": func(x *slides.Slide) {
			x.Parts = append([]slides.Part(nil), x.Parts...)
			x.Parts[0].Keep = []story.Span{{Start: 0, End: 5}}
		},
	} {
		y := x
		if change(&y); r.Equal(r.With(0, y)) {
			t.Errorf("%s: no difference", name)
		}
	}
	if (slides.Run{}).Equal(slides.Run{Made: slides.MadeAll}) {
		t.Error("all is not the main ones")
	}
}

func TestRun_HoldsForTheStoryToldAnew(t *testing.T) {
	s := long(4)
	own := slides.Run{}.Own(s, all(s))
	for _, c := range []struct {
		name   string
		change func(*story.Story)
		want   string
	}{
		{"another day and place of an event", func(s *story.Story) { s.Events[1].When = story.On(99, 1, 0) }, "0123"},
		{"an event that is none after all", func(s *story.Story) { s.Events = append(s.Events[:1:1], s.Events[2:]...) }, "0g23"},
		{"another event is told in its sentence", func(s *story.Story) { s.Events[1].ID = "new" }, "0123"},
		{"the article is taken out", func(s *story.Story) { s.Articles[0].ID = "z" }, "gggg"},
	} {
		again := long(4)
		c.change(again)
		got := ""
		for _, w := range words(again, own) {
			if w == "gone" {
				got += "g"
			} else {
				got += w[len("On day "):][:1]
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestRun_GoesAlongWithAnotherText(t *testing.T) {
	s := long(3)
	own := slides.Run{}.Own(s, all(s)).Split(s.Articles[0].Text, 2)
	from := s.Articles[0].Document
	to := story.Document{ID: "b", Text: "A new first line. " + strings.Replace(from.Text, "day 1 the ferry", "day one the boat", 1)}
	moved := own.Refit(&from, &to)
	again := long(3)
	again.Articles[0].Document = to
	for i := range again.Events {
		e := &again.Events[i]
		e.ID = ""
		n := len("A new first line. ")
		if i == 2 {
			n++ // "day one the boat" is longer by a letter
		}
		e.Span.Start, e.Span.End = e.Span.Start+n, e.Span.End+n
		e.Sentence = e.Span
	}
	story.Identify(again)
	if got := strings.Join(words(again, moved), "|"); got != "On day 0 the ferry left the harbour, and the gate was shut.|gone|On day 2 the ferry left the harbour, …|… and the gate was shut." {
		t.Error(got)
	}
}

func TestClauses_LeaveNothingOut(t *testing.T) {
	for _, text := range []string{"Short.", "", "The mayor, who had waited since noon, said that the ferry would not come before dark; nobody believed her.",
		"“We wait,” she said — and they waited in the rain at the harbour without shelter under a broken roof until the evening came and the lamps were lit",
		"Ελλάδα, Τουρκία, Βουλγαρία· όλες περίμεναν την ίδια βάρκα, που δεν ήρθε ποτέ."} {
		at := 0
		for _, c := range slides.Clauses(text, story.Span{Start: 0, End: len(text)}) {
			if c.Start != at || c.Empty() {
				t.Errorf("%q: a piece from %d after %d", text, c.Start, at)
			}
			at = c.End
		}
		if at != len(text) {
			t.Errorf("%q: ends at %d of %d", text, at, len(text))
		}
	}
}

func TestShorten_ShowsWordsOfTheSentenceOnly(t *testing.T) {
	text := "The mayor, who had waited since noon, said that the ferry would not come before dark; nobody believed her."
	at := story.Span{Start: 0, End: len(text)}
	clauses := slides.Clauses(text, at)
	for _, c := range []struct {
		name  string
		shown func(i int) bool
		want  string
	}{
		{"all is the sentence itself", func(int) bool { return true }, text},
		{"none is the sentence too", func(int) bool { return false }, text},
		{"the first", func(i int) bool { return i == 0 }, strings.TrimSpace(clauses[0].In(text)) + " …"},
		{"the last", func(i int) bool { return i == len(clauses)-1 }, "… nobody believed her."},
	} {
		shown := make([]bool, len(clauses))
		for i := range shown {
			shown[i] = c.shown(i)
		}
		f := slides.Found{Span: at, Keep: slides.Kept(clauses, shown)}
		if got := f.Words(text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for _, piece := range strings.Split(f.Words(text), slides.Elision) {
			if !strings.Contains(text, strings.TrimSpace(piece)) {
				t.Errorf("%s: %q is not in the sentence", c.name, piece)
			}
		}
	}
}

// BenchmarkResolve is what a change of a run of 2,000 slides costs.
func BenchmarkResolve(b *testing.B) {
	s := long(2000)
	list := slides.Run{Made: slides.MadeAll}.In(s, all(s))
	for b.Loop() {
		slides.Resolve(s, list)
	}
}

// A question among the slides is found anew in the story told anew, and gone where that does not make it.
func TestAsked_IsWhatTheStorySaysNow(t *testing.T) {
	place := geo.Place{ID: 1, Name: "Kąty", Kind: geo.KindCity, Country: "PL"}
	make := func(p float64) *story.Story {
		text := "A new line. The ferry left the harbour of Kąty on Monday morning."
		sentence := story.Span{Start: 12, End: len(text)}
		at := strings.Index(text, "Kąty")
		a := &story.Article{Document: story.Document{ID: "a", Text: text}, Sentences: []story.Span{{End: 11}, sentence},
			Toponyms: []story.Toponym{{Span: story.Span{Start: at, End: at + len("Kąty")}, Name: "Kąty", Placed: true, Place: place, P: p, UseP: 1}}}
		s := &story.Story{Articles: []*story.Article{a}, Events: []story.Event{{Span: sentence, Sentence: sentence, When: story.On(5, 1, story.BasisClause),
			Where: &story.Spot{Place: place, P: p}, P: 0.9}}}
		story.Identify(s)
		return s
	}
	s := make(1)
	set := slides.Questions(s)
	if len(set) != 1 || set[0].Ask != quiz.Where || set[0].When.Earliest != 5 || set[0].Gone {
		t.Fatalf("%+v", set)
	}
	moved := set[0].Slide
	moved.Parts = []slides.Part{moved.Parts[0]}
	moved.Parts[0].Event, moved.Parts[0].Span = "", story.Span{Start: 3, End: 3 + len(moved.Parts[0].Words)}
	other := moved
	other.Ask = quiz.When
	for _, c := range []struct {
		name  string
		story *story.Story
		slide slides.Slide
		gone  bool
	}{
		{"as it was", s, set[0].Slide, false}, {"its words stand elsewhere, and no id is known", s, moved, false},
		{"its place is not sure any more", make(0.5), set[0].Slide, true}, {"nobody asked that", s, other, true},
		{"its article is out", &story.Story{}, set[0].Slide, true},
	} {
		got := slides.Resolve(c.story, []slides.Slide{c.slide})[0]
		if got.Gone != c.gone || !c.gone && got.Question.Place.Name != "Kąty" || len(got.Found) > 0 {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if r := (slides.Run{Slides: []slides.Slide{set[0].Slide, set[0].Slide}}); r.CanMerge(0) || r.CanSplit(s.Articles[0].Text, 0) {
		t.Error("questions are merged or split")
	}
}

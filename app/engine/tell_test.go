package engine

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline/app/story"
)

const tellText = "Harbour talks end\n\nMinisters of Portugal and Norway met in Lisbon on Tuesday and signed a pact. “We are open to talks today,” said the " +
	"minister, Rui Gomes. A ferry sank off Porto last week. The next round will be held in Oslo next month, officials said yesterday."

func whens(s *story.Story, doc int) (out []string) {
	for _, x := range s.Articles[doc].Timexes {
		out = append(out, x.Span.In(s.Articles[doc].Text)+" "+x.Moment.Earliest.String())
	}
	return out
}

func TestTell_MovesAllThatIsRelative(t *testing.T) {
	e := open(t)
	docs := []story.Document{doc(tellText, "", ""), doc("A ferry sank off Porto on 3 May 2024.", "2024-05-15", "")}
	rs, err := e.Gather(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	before, err := e.Tell(context.Background(), rs, story.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, day, want string }{
		{"a Wednesday", "2025-03-12", "[Tuesday 2025-03-11 today 2025-03-12 last week 2025-03-03 next month 2025-04-01 yesterday 2025-03-11]"},
		{"a Monday of another year", "2021-01-04", "[Tuesday 2020-12-29 today 2021-01-04 last week 2020-12-28 next month 2021-02-01 yesterday 2021-01-03]"},
	} {
		d, _ := story.ParseDay(c.day)
		s, err := e.Tell(context.Background(), rs, story.NewLog(story.Published(docs[0].ID, d)), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(whens(s, 0)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if p := s.Articles[0].Published; p.Kind != story.DateGiven || p.Best != d || p.P != 1 || len(p.Reasons) == 0 {
			t.Errorf("%s: published %+v", c.name, p)
		}
		moved := false
		for i := range s.Events {
			if ev := &s.Events[i]; ev.Doc == 0 && ev.When.Dated() {
				moved = true
				if ev.When.Earliest < d-60 || ev.When.Latest > d+70 {
					t.Errorf("%s: an event stayed at %s..%s", c.name, ev.When.Earliest, ev.When.Latest)
				}
			}
		}
		if !moved {
			t.Errorf("%s: no event is dated", c.name)
		}
		if !reflect.DeepEqual(whens(s, 1), whens(before, 1)) || s.Articles[1].Published.Best != before.Articles[1].Published.Best {
			t.Errorf("%s: the other article moved", c.name)
		}
	}
	again, err := e.Tell(context.Background(), rs, story.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(before, again) {
		t.Error("taking the date back does not give the first story")
	}
}

func TestTell_IsWhatReadingWithTheDateGives(t *testing.T) {
	e := open(t)
	rs, err := e.Gather(context.Background(), []story.Document{doc(tellText, "", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := story.ParseDay("2025-03-12")
	told, err := e.Tell(context.Background(), rs, story.NewLog(story.Published(rs[0].Document.ID, d)), nil)
	if err != nil {
		t.Fatal(err)
	}
	read, err := e.Read(context.Background(), []story.Document{doc(tellText, "2025-03-12", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(told.Events, read.Events) || !reflect.DeepEqual(told.Articles[0].Timexes, read.Articles[0].Timexes) {
		t.Error("a date that is given later gives another story than one that is given first")
	}
}

func TestTell_UnknownDocumentsChangeNothing(t *testing.T) {
	e := open(t)
	rs, err := e.Gather(context.Background(), []story.Document{doc(tellText, "2025-03-12", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Tell(context.Background(), rs, story.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := e.Tell(context.Background(), rs, story.NewLog(story.Published("another", 7), story.Published(rs[0].Document.ID, story.DayMin)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Error("a date for a document that is not there, or no date, changes the story")
	}
}

func TestAt_TheDayOfOpeningBounds(t *testing.T) {
	e := open(t)
	d, _ := story.ParseDay("2025-03-20")
	s, err := e.At(d).Read(context.Background(), []story.Document{doc("Harbour\n12 March 2031\n\nA ferry sank off Porto.", "", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := s.Articles[0].Published
	words := ""
	for _, r := range p.Reasons {
		words += r.String() + "\n"
	}
	if s.Articles[0].Opened != d || p.P > 0.5 || !strings.Contains(words, "lies in the future") {
		t.Errorf("a date in the future is not told of: %v %s", p.P, words)
	}
	if e.today != 0 {
		t.Error("At changed the engine it was asked of")
	}
}

// five are articles of some 300 words each, as one story.
func five() []story.Document {
	var docs []story.Document
	for i := range 5 {
		text := fmt.Sprintf("Harbour talks, day %d\n\n", i+1)
		for k := range 6 {
			text += tellText[len("Harbour talks end\n\n"):] + fmt.Sprintf(" In Bergen %d people waited on %d March 2025 while the mayor, Ann Dale, spoke to them for an hour.\n\n", 20+k, k+3)
		}
		docs = append(docs, doc(text, "", ""))
	}
	return docs
}

// BenchmarkTell is a person's date for one of five articles: what lies between the key press and the new story.
func BenchmarkTell(b *testing.B) {
	e := open(b)
	rs, err := e.Gather(context.Background(), five(), nil)
	if err != nil {
		b.Fatal(err)
	}
	days := 0
	for b.Loop() {
		days++
		log := story.NewLog(story.Published(rs[0].Document.ID, story.NewDay(2025, 3, 1+days%28)))
		if _, err := e.Tell(context.Background(), rs, log, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTell_APlaceThatAPersonChose(t *testing.T) {
	const text = "Floods reached Springfield on Monday. Shops in Springfield stayed shut."
	e := open(t)
	rs, err := e.Gather(context.Background(), []story.Document{doc(text, "2024-05-15", ""), doc("A bridge in Springfield closed on Monday. Springfield waited.", "2024-05-15", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := e.Tell(context.Background(), rs, story.Log{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	tops := plain.Articles[0].Toponyms
	if len(tops) != 2 || len(tops[0].Rivals) == 0 {
		t.Fatalf("%d names found", len(tops))
	}
	want := tops[0].Rivals[0].Place
	say := story.Correction{Kind: story.CorrectPlace, Place: want.ID, About: story.Target{Article: rs[0].Document.ID, Span: tops[0].Span, Words: "Springfield"}}
	count := func(c story.Correction) (out [2]int) {
		s, err := e.Tell(context.Background(), rs, story.NewLog(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		for d, a := range s.Articles {
			for i := range a.Toponyms {
				if x := &a.Toponyms[i]; x.Place.ID == want.ID && x.P == 1 {
					out[d]++
				}
			}
		}
		return out
	}
	for _, c := range []struct {
		name  string
		scope story.Scope
		want  [2]int
	}{
		{"this mention", story.ScopeOne, [2]int{1, 0}},
		{"the same ones in the article", story.ScopeArticle, [2]int{2, 0}},
		{"the same ones in the story", story.ScopeStory, [2]int{2, 2}},
	} {
		say.Scope = c.scope
		if got := count(say); got != c.want {
			t.Errorf("%s: %v are certain, want %v", c.name, got, c.want)
		}
	}
	say.About.Words = "Shelbyville"
	if got := count(say); got != [2]int{} {
		t.Errorf("other words stand there now, and %v were changed", got)
	}
}

package review

import (
	"testing"

	"dateline/app/story"
)

// harbour is two articles in which the same name stands three times.
func harbour() *story.Story {
	text := "Lyngholm woke on Monday. “We stay,” Vik said in Lyngholm."
	other := "Boats left Lyngholm."
	span := func(s string, from, to int) story.Span { return story.Span{Start: from, End: to} }
	s := &story.Story{Articles: []*story.Article{
		{Document: story.Document{ID: "a", Text: text}, Toponyms: []story.Toponym{{Span: span(text, 0, 8), Name: "Lyngholm"}, {Span: span(text, len(text)-9, len(text)-1), Name: "Lyngholm"}},
			Timexes: []story.Timex{{Span: span(text, 17, 23)}}},
		{Document: story.Document{ID: "b", Text: other}, Toponyms: []story.Toponym{{Span: span(other, 11, 19), Name: "Lyngholm"}}},
	}}
	s.Quotes = []story.Quote{{ID: "q", Doc: 0, Span: span(text, 25, 39)}}
	s.Events = []story.Event{{ID: "e", Doc: 0, Span: span(text, 0, 23), Trigger: span(text, 9, 13), Where: &story.Spot{Toponym: 0}, When: story.Moment{Words: span(text, 17, 23)}}}
	return s
}

func TestSubjectAt(t *testing.T) {
	s := harbour()
	for _, x := range []struct {
		name      string
		doc, at   int
		kind      SubjectKind
		words     string
		in, whole int
	}{
		{"a name is a place, and those alike are counted", 0, 2, SubjectPlace, "Lyngholm", 2, 3},
		{"an expression of time", 0, 18, SubjectTime, "Monday", 1, 1},
		{"words of a quote", 0, 30, SubjectQuote, "“We stay,”", 1, 1},
		{"the verb is the event's", 0, 10, SubjectEvent, "woke", 1, 1},
		{"between sentences is nothing", 0, 24, SubjectNone, "", 0, 0},
		{"an article that is not there", 7, 0, SubjectNone, "", 0, 0},
	} {
		got := SubjectAt(s, x.doc, x.at)
		if got.Kind != x.kind || got.About.Words != x.words || got.InArticle != x.in || got.InStory != x.whole {
			t.Errorf("%s: %+v", x.name, got)
		}
	}
}

func TestStretchSubject(t *testing.T) {
	s := harbour()
	if x := StretchSubject(s, 0, story.Span{Start: 0, End: 8}); x.Kind != SubjectPlace {
		t.Errorf("marked exactly, a name is %+v", x)
	}
	if x := StretchSubject(s, 0, story.Span{Start: 0, End: 13}); x.Kind != SubjectStretch || x.About.Words != "Lyngholm woke" {
		t.Errorf("other words are %+v", x)
	}
	if x := StretchSubject(s, 0, story.Span{}); x.Kind != SubjectNone {
		t.Errorf("no words are %+v", x)
	}
}

func TestSubjectsOfAnEvent(t *testing.T) {
	s := harbour()
	if x, ok := PlaceOfEvent(s, 0); !ok || x.Kind != SubjectPlace || x.At != 0 {
		t.Errorf("where: %+v %v", x, ok)
	}
	if x, ok := TimeOfEvent(s, 0); !ok || x.About.Words != "Monday" {
		t.Errorf("when: %+v %v", x, ok)
	}
	s.Events[0].Where, s.Events[0].When = nil, story.Moment{}
	if _, ok := PlaceOfEvent(s, 0); ok {
		t.Error("an event without a place has one")
	}
	if _, ok := TimeOfEvent(s, 0); ok {
		t.Error("an event without a day has words for it")
	}
}

func TestNote_TheLastOneHolds(t *testing.T) {
	about := story.Target{Article: "a"}
	log := story.NewLog(story.Correction{Kind: story.CorrectNote, About: about, Text: "first"}, story.Correction{Kind: story.CorrectNote, About: about, Text: "second"})
	if got := Note(log, about); got != "second" {
		t.Errorf("the note is %q", got)
	}
	if got := Note(log, story.Target{Article: "b"}); got != "" {
		t.Errorf("another article has the note %q", got)
	}
}

func TestStatusOf(t *testing.T) {
	s := harbour()
	x := PlaceSubject(s, 0, 0)
	day := PublishedSubject(s, 0)
	right := story.Correction{Kind: story.CorrectChecked, About: x.About, Verdict: story.VerdictRight}
	for _, c := range []struct {
		name string
		log  story.Log
		x    Subject
		want Status
	}{
		{"nobody looked", story.Log{}, x, StatusOpen},
		{"right", story.NewLog(right), x, StatusVerified},
		{"corrected after that", story.NewLog(right, story.Correction{Kind: story.CorrectPlace, About: x.About, Place: 7}), x, StatusChanged},
		{"a day that was given", story.NewLog(story.Published("a", 5)), day, StatusChanged},
		{"what was said of a name is not said of the day", story.NewLog(right), day, StatusOpen},
	} {
		if got := StatusOf(c.log, &c.x); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

package review

import (
	"reflect"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/geo"
)

// doubtful is a story of two articles in which each kind of thing is unsure once.
func doubtful() *story.Story {
	text := "Ships left Porto on Tuesday. “We waited,” said Ann Roe. Boats met off Nowa Nowa. Trucks left Porto. Rome sent help."
	span := func(words string) story.Span {
		i := strings.Index(text, words)
		return story.Span{Start: i, End: i + len(words)}
	}
	again := span("Trucks left Porto")
	porto := geo.Place{ID: 1, Name: "Porto", Kind: geo.KindCity}
	a := &story.Article{Document: story.Document{ID: "a", Text: text}, Published: story.Publication{Kind: story.DateInferred, Best: 5, From: 1, To: 11, P: 0.3},
		Sentences: []story.Span{span("Ships left Porto on Tuesday.")},
		Toponyms: []story.Toponym{
			{Span: span("Porto"), Name: "Porto", Placed: true, Place: porto, P: 0.6, UseP: 1, NameP: 1, Rivals: []story.Candidate{{Place: geo.Place{ID: 2, Name: "Porto"}, P: 0.4}}},
			{Span: span("Nowa Nowa"), Name: "Nowa Nowa", UseP: 1, NameP: 1},
			{Span: story.Span{Start: again.End - 5, End: again.End}, Name: "Porto", Placed: true, Place: porto, P: 0.7, UseP: 1, NameP: 1},
			{Span: span("Rome"), Name: "Rome", Placed: true, Place: geo.Place{ID: 3, Name: "Rome"}, P: 1, UseP: 0.6, NameP: 1, Use: story.UseActor}},
		Timexes: []story.Timex{{Span: span("Tuesday"), Moment: story.On(4, 0.5, 0), P: 0.5}}}
	sure := &story.Article{Document: story.Document{ID: "b", Text: "Nothing here."}, Published: story.Publication{Kind: story.DateExplicit, Best: 5, From: 5, To: 5, P: 0.99}}
	when := story.On(4, 0.5, story.BasisClause)
	when.Words = span("Tuesday")
	s := &story.Story{Articles: []*story.Article{a, sure}, Speakers: []story.Speaker{{Name: "Ann Roe"}},
		Quotes: []story.Quote{{Span: span("“We waited,”"), Speaker: 0, P: 0.5}},
		Events: []story.Event{{Span: span("Ships left Porto on Tuesday."), Trigger: span("left"), Where: &story.Spot{Place: porto, P: 0.6}, When: when, P: 0.5, Modality: story.ModalPlanned}}}
	story.Identify(s)
	return s
}

func TestItems(t *testing.T) {
	s := doubtful()
	items := Items(s, story.Log{})
	found := map[Kind]Item{}
	for _, i := range items {
		found[i.Kind] = i
	}
	for _, c := range []struct {
		name     string
		kind     Kind
		words    string
		mentions int
	}{
		{"a day of publication that was inferred", KindPublished, "", 1},
		{"a place that could be another, once for all its mentions", KindPlace, "Porto", 2},
		{"a name that the gazetteer lacks", KindUnplaced, "Nowa Nowa", 1},
		{"a name that may be the scene", KindUse, "Rome", 1},
		{"an expression of time", KindTime, "Tuesday", 1},
		{"a speaker", KindSpeaker, "“We waited,”", 1},
		{"whether it happened", KindEvent, "left", 1},
	} {
		i, ok := found[c.kind]
		if !ok || i.About.Words != c.words || i.Mentions != c.mentions || i.About.Article != "a" {
			t.Errorf("%s: %+v", c.name, i.About)
		}
	}
	for _, i := range items {
		if i.About.Article == "b" {
			t.Errorf("what is sure is asked about: %+v", i)
		}
	}
	if items[0].Score() < items[len(items)-1].Score() || items[0].Kind != KindPlace && items[0].Kind != KindPublished {
		t.Errorf("first comes %v with %.2f", items[0].Kind, items[0].Score())
	}
	if !reflect.DeepEqual(items, Items(doubtful(), story.Log{})) {
		t.Error("another order the second time")
	}
	if len(Items(&story.Story{}, story.Log{})) != 0 {
		t.Error("items of an empty story")
	}
}

func TestItems_Status(t *testing.T) {
	s := doubtful()
	about := func(k Kind) story.Target {
		for _, i := range Items(s, story.Log{}) {
			if i.Kind == k {
				return i.About
			}
		}
		return story.Target{}
	}
	for _, c := range []struct {
		name string
		kind Kind
		say  story.Correction
		want Status
	}{
		{"right", KindTime, story.Correction{Kind: story.CorrectChecked, About: about(KindTime), Verdict: story.VerdictRight}, StatusVerified},
		{"cannot be told", KindSpeaker, story.Correction{Kind: story.CorrectChecked, About: about(KindSpeaker), Verdict: story.VerdictCannot}, StatusCannot},
		{"changed", KindPlace, story.Correction{Kind: story.CorrectPlace, About: about(KindPlace), Place: 2}, StatusChanged},
		{"changed for all alike, at another mention", KindPlace, story.Correction{Kind: story.CorrectPlace, About: story.Target{Article: "b", Words: "Porto"}, Scope: story.ScopeStory, Place: 2}, StatusChanged},
		{"chosen as it was: right", KindPlace, story.Correction{Kind: story.CorrectPlace, About: about(KindPlace), Place: 1, Verdict: story.VerdictRight}, StatusVerified},
		{"a day that was given", KindPublished, story.Published("a", 7), StatusChanged},
		{"another thing", KindEvent, story.Correction{Kind: story.CorrectChecked, About: about(KindTime), Verdict: story.VerdictRight}, StatusOpen},
		{"a note is no check", KindTime, story.Correction{Kind: story.CorrectNote, About: about(KindTime), Text: "?"}, StatusOpen},
	} {
		items := Items(s, story.NewLog(c.say))
		for _, i := range items {
			if i.Kind == c.kind && i.Status != c.want {
				t.Errorf("%s: %v, want %v", c.name, i.Status, c.want)
			}
		}
		open := len(items) - 1
		if c.say.Kind == story.CorrectNote {
			open++
		}
		if Open(items) != open {
			t.Errorf("%s: %d of %d are open", c.name, Open(items), len(items))
		}
	}
}

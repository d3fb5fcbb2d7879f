package bind

import (
	"testing"

	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"dateline/geo"
	"github.com/paulmach/orb"
)

var atlas = Atlas{Place: func(id geo.PlaceID) (geo.Place, bool) {
	return geo.Place{ID: id, Name: "Port", Kind: geo.KindCity}, id == 7
}, Country: func(iso string) string { return map[string]string{"NO": "Norway"}[iso] }}

func TestSaid(t *testing.T) {
	s := bindtest.Story()
	words := story.Target{Article: "a", Words: "Port"}
	for _, x := range []struct {
		c    story.Correction
		want string
	}{
		{story.Correction{Kind: story.CorrectPlace, About: words, Place: 7}, "Port is the city"},
		{story.Correction{Kind: story.CorrectPlace, About: words, Pinned: true, Pin: orb.Point{1, 2}}, "Port is put on the map"},
		{story.Correction{Kind: story.CorrectWhen, About: words, From: story.NewDay(2024, 5, 1), To: story.NewDay(2024, 5, 2)}, "“Port” is 1–2 May 2024"},
		{story.Correction{Kind: story.CorrectTitle, Text: "Ships"}, "The story is called “Ships”"},
		{story.Correction{Kind: story.CorrectOut, About: story.Target{Article: "b"}}, "“Second” is taken out"},
		{story.Correction{Kind: story.CorrectOrder, About: story.Target{Article: "b"}}, "“Second” has another place in the list"},
		{story.Correction{Kind: story.CorrectNote, About: words}, "A note on “Port”"},
		{story.Correction{Kind: story.CorrectPublished, About: story.Target{Article: "a"}, AsRead: true}, "As it was read: Ships leave Port"},
		{story.Correction{Kind: story.CorrectChecked, About: words, Verdict: story.VerdictCannot}, "“Port”: it cannot be told"},
		{story.Correction{Kind: story.CorrectPerson, About: words}, "Port is somebody else"},
	} {
		if got := (Words{}).Said(s, &x.c, atlas); got != x.want {
			t.Errorf("%s: %q, want %q", x.c.Kind, got, x.want)
		}
	}
}

func TestWas(t *testing.T) {
	s := bindtest.Story()
	a := s.Articles[0]
	about := func(at story.Span) story.Target { return story.Target{Article: "a", Span: at, Words: at.In(a.Text)} }
	for _, x := range []struct {
		name string
		c    story.Correction
		want string
	}{
		{"a place", story.Correction{Kind: story.CorrectPlace, About: about(a.Toponyms[0].Span)}, "Port, city"},
		{"a use", story.Correction{Kind: story.CorrectUse, About: about(a.Toponyms[0].Span)}, "the place"},
		{"a speaker", story.Correction{Kind: story.CorrectSpeaker, About: about(s.Quotes[0].Span)}, "Ann Roe"},
		{"the days of an event", story.Correction{Kind: story.CorrectWhen, About: about(s.Events[0].Span)}, "1 May 2024"},
		{"how an event is told", story.Correction{Kind: story.CorrectModality, About: about(s.Events[0].Span)}, "happened"},
		{"the name of the story", story.Correction{Kind: story.CorrectTitle}, "Port, May 2024"},
		{"a day of publication", story.Published("a", 3), "published 4–6 May 2024, inferred"},
		{"an article that is not there", story.Correction{Kind: story.CorrectPlace, About: story.Target{Article: "z"}}, ""},
	} {
		if got := (Words{}).Was(s, &x.c); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

func TestEffect(t *testing.T) {
	for _, x := range []struct {
		e    review.Effect
		want string
	}{
		{review.Effect{}, "Changes nothing on map and timeline."},
		{review.Effect{Moved: 2, Areas: 1, Names: 3}, "Moves 2 events and 1 area; no quote."},
		{review.Effect{Redated: 1, Quotes: 2}, "Gives 1 event other days; changes 2 quotes."},
		{review.Effect{Appeared: 1, Gone: 3}, "Adds 1 event; takes 3 events away; no quote."},
		{review.Effect{Names: 4}, "Changes 4 mentions; no quote."},
	} {
		if got := (Words{}).Effect(x.e); got != x.want {
			t.Errorf("%+v: %q, want %q", x.e, got, x.want)
		}
	}
}

func TestPlaceRest(t *testing.T) {
	for want, p := range map[string]geo.Place{
		"city, North, Norway · 1.4 million": {Name: "Port", Kind: geo.KindCity, Admin1Name: "North", Country: "NO", Population: 1_400_000},
		"country · 5 million":               {Name: "Norway", Kind: geo.KindCountry, Country: "NO", Population: 5_000_000},
		"sea":                               {Name: "Cold Sea", Kind: geo.KindSea},
		"city, Norway · 48\u00a0000":        {Name: "Port", Kind: geo.KindCity, Country: "NO", Population: 48_300},
	} {
		if got := (Words{}).PlaceRest(p, atlas); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAsk_HasTheSentenceAndHowFarItReaches(t *testing.T) {
	s := bindtest.Story()
	s.Articles[0].Toponyms[0].Name = "Port"
	k, ok := (Words{}).Ask(s, review.PlaceSubject(s, 0, 0), atlas)
	if !ok || k.Before+k.Words+k.After != "Ships left Port on Wednesday." || k.Words != "Port" || k.Source != "Ships leave Port · sentence 2" {
		t.Errorf("%q %q %q, %q", k.Before, k.Words, k.After, k.Source)
	}
	if len(k.Scopes) != 0 {
		t.Errorf("one mention alone has scopes: %v", k.Scopes)
	}
	s.Articles[1].Toponyms = append(s.Articles[1].Toponyms, story.Toponym{Name: "Port", Span: story.Span{Start: 0, End: 6}})
	k, _ = (Words{}).Ask(s, review.PlaceSubject(s, 0, 0), atlas)
	if len(k.Scopes) != 2 || k.Scopes[0].Name != "all 2 mentions in the story" || k.Scopes[1].Scope != story.ScopeOne {
		t.Errorf("scopes: %v", k.Scopes)
	}
	if c := k.Scoped(k.Answers[0].Says, 0); c.Scope != story.ScopeStory || k.Reach(c) != 2 {
		t.Errorf("it reaches %d with scope %s", k.Reach(c), c.Scope)
	}
	if _, ok := (Words{}).Ask(s, review.Subject{}, atlas); ok {
		t.Error("nothing can be asked about")
	}
}

func TestWordAt(t *testing.T) {
	for at, want := range map[int]string{0: "Sjøen", 4: "Sjøen", 7: "stille", 6: "", 99: ""} {
		text := "Sjøen stille"
		if got := WordAt(text, at).In(text); got != want {
			t.Errorf("at %d is %q, want %q", at, got, want)
		}
	}
}

func TestFiles_SayWhatIsSaved(t *testing.T) {
	s := bindtest.Story()
	for _, x := range []struct {
		st           session.State
		files, title string
	}{
		{session.State{Story: s, Sample: true}, "2 articles · sample story", "Port, May 2024 – Dateline"},
		{session.State{Story: s, File: "/home/a/ships.dateline"}, "2 articles · ships.dateline · saved", "Port, May 2024 – Dateline"},
		{session.State{Story: s, File: "/home/a/ships.dateline", Dirty: true}, "2 articles · ships.dateline · not saved", "● Port, May 2024 – Dateline"},
		{session.State{Story: s, Dirty: true}, "2 articles · not saved", "● Port, May 2024 – Dateline"},
	} {
		if got := (Words{}).Files(x.st); got != x.files {
			t.Errorf("%q, want %q", got, x.files)
		}
		if got := (Words{}).WindowTitle(x.st); got != x.title {
			t.Errorf("%q, want %q", got, x.title)
		}
	}
}

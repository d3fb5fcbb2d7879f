package engine

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

const correctText = "Harbour talks\n\nA ferry sank off Porto on 3 May 2024. “We lost all,” said Ann Roe in Lisbon. Roe asked for help. " +
	"Divers searched Porto for days. The mayor, Rui Gomes, said on Monday that the harbour would stay shut. Moscow sent a ship."

const correctOther = "Bridge shut\n\nPolice closed a bridge in Porto on 4 May 2024. “It will take weeks,” said Carl Dunn."

// told is a story of both texts with corrections.
func told(t *testing.T, rs []*reading.Reading, cs ...story.Correction) *story.Story {
	t.Helper()
	s, err := open(t).Tell(context.Background(), rs, story.NewLog(cs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// correctable are the readings of both texts.
func correctable(t *testing.T) []*reading.Reading {
	t.Helper()
	rs, err := open(t).Gather(context.Background(), []story.Document{doc(correctText, "2024-05-15", ""), doc(correctOther, "2024-05-15", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// at is the n-th stretch of the first article that holds the words.
func at(rs []*reading.Reading, words string, n int) story.Target {
	d := &rs[0].Document
	i := -1
	for range n + 1 {
		i += 1 + strings.Index(d.Text[i+1:], words)
	}
	return story.Target{Article: d.ID, Span: story.Span{Start: i, End: i + len(words)}, Words: words}
}

func placesOf(s *story.Story, name string) string {
	var out []string
	for _, a := range s.Articles {
		for i := range a.Toponyms {
			if t := &a.Toponyms[i]; t.Name == name {
				where := "nowhere"
				if t.Placed {
					where = fmt.Sprintf("%s %.1f,%.1f", t.Place.Name, t.Place.Point[0], t.Place.Point[1])
				}
				out = append(out, fmt.Sprintf("%s %s p%.0f", where, t.Use, t.P*10))
			}
		}
	}
	return strings.Join(out, "; ")
}

func eventsOf(s *story.Story, word string) string {
	var out []string
	for i := range s.Events {
		e := &s.Events[i]
		if !strings.Contains(e.Trigger.In(s.Articles[e.Doc].Text), word) {
			continue
		}
		where := "nowhere"
		if e.Where != nil {
			where = e.Where.Place.Name
		}
		out = append(out, fmt.Sprintf("%s %s..%s %s", where, e.When.Earliest, e.When.Latest, e.Modality))
	}
	return strings.Join(out, "; ")
}

func quotesOf(s *story.Story, words string) string {
	var out []string
	for i := range s.Quotes {
		q := &s.Quotes[i]
		if strings.Contains(q.Span.In(s.Articles[q.Doc].Text), words) {
			who := "nobody"
			if q.Speaker >= 0 {
				who = s.Speakers[q.Speaker].Name
			}
			out = append(out, who)
		}
	}
	return strings.Join(out, "; ")
}

func TestCorrections_AreTaken(t *testing.T) {
	rs := correctable(t)
	day := func(m, d int) story.Day { return story.NewDay(2024, m, d) }
	correct := func(k story.CorrectionKind, about story.Target, edit func(*story.Correction)) story.Correction {
		c := story.Correction{Kind: k, About: about}
		if edit != nil {
			edit(&c)
		}
		return c
	}
	pin := func(c *story.Correction) { c.Pin, c.Pinned = orb.Point{5.5, 45.5}, true }
	whole := story.Target{Article: rs[0].Document.ID}
	for _, x := range []struct {
		name      string
		cs        []story.Correction
		look      func(*story.Story) string
		want, not string // substrings; not: must be gone
	}{
		{"a pin puts one mention there", []story.Correction{correct(story.CorrectPlace, at(rs, "Porto", 0), pin)},
			func(s *story.Story) string { return placesOf(s, "Porto") }, "Porto 5.5,45.5 literal p10", ""},
		{"the event of the sentence goes to the pin", []story.Correction{correct(story.CorrectPlace, at(rs, "Porto", 0), pin)},
			func(s *story.Story) string { return fmt.Sprint(s.Events[0].Where.Place.Point) }, "[5.5 45.5]", ""},
		{"no known place: the name is nowhere", []story.Correction{correct(story.CorrectPlace, at(rs, "Porto", 0), func(c *story.Correction) { c.Scope = story.ScopeStory })},
			func(s *story.Story) string { return placesOf(s, "Porto") }, "nowhere literal p10; nowhere", "-8.6"},
		{"a name only speaks", []story.Correction{correct(story.CorrectUse, at(rs, "Porto", 0), func(c *story.Correction) { c.Use = story.UseActor })},
			func(s *story.Story) string { return placesOf(s, "Porto") }, "actor", ""},
		{"an actor is the scene", []story.Correction{correct(story.CorrectUse, at(rs, "Moscow", 0), func(c *story.Correction) { c.Use = story.UseLiteral })},
			func(s *story.Story) string { return placesOf(s, "Moscow") }, "literal", "actor"},
		{"a name is no place", []story.Correction{correct(story.CorrectRemove, at(rs, "Porto", 0), func(c *story.Correction) { c.Scope = story.ScopeArticle })},
			func(s *story.Story) string { return fmt.Sprint(len(strings.Split(placesOf(s, "Porto"), ";"))) }, "1", ""},
		{"words that were missed are a place", []story.Correction{correct(story.CorrectAdd, at(rs, "harbour", 0), nil), correct(story.CorrectPlace, at(rs, "harbour", 0), pin)},
			func(s *story.Story) string { return placesOf(s, "harbour") }, "5.5,45.5", ""},
		{"the days of an expression move the event", []story.Correction{correct(story.CorrectWhen, at(rs, "3 May 2024", 0), func(c *story.Correction) { c.From, c.To = day(4, 1), day(4, 2) })},
			func(s *story.Story) string { return eventsOf(s, "sank") }, "Porto 2024-04-01..2024-04-02", ""},
		{"an expression that tells no days", []story.Correction{correct(story.CorrectWhen, at(rs, "3 May 2024", 0), func(c *story.Correction) { c.From, c.To = story.DayMin, story.DayMin })},
			func(s *story.Story) string { return eventsOf(s, "sank") }, "Porto", "2024-05-03"},
		{"the days of an event alone", []story.Correction{correct(story.CorrectWhen, at(rs, "sank", 0), func(c *story.Correction) { c.From, c.To = day(4, 9), day(4, 9) })},
			func(s *story.Story) string { return eventsOf(s, "sank") }, "Porto 2024-04-09..2024-04-09", ""},
		{"an event is denied", []story.Correction{correct(story.CorrectModality, at(rs, "sank", 0), func(c *story.Correction) { c.Modality = story.ModalDenied })},
			func(s *story.Story) string { return eventsOf(s, "sank") }, "denied", "asserted"},
		{"no event", []story.Correction{correct(story.CorrectRemove, at(rs, "sank", 0), func(c *story.Correction) { c.Mention = story.MentionEvent })},
			func(s *story.Story) string { return "[" + eventsOf(s, "sank") + "]" }, "[]", ""},
		{"an event that was missed", []story.Correction{correct(story.CorrectAdd, at(rs, "stay shut", 0), func(c *story.Correction) { c.Mention = story.MentionEvent })},
			func(s *story.Story) string { return eventsOf(s, "stay shut") }, "asserted", ""},
		{"the place of an event alone", []story.Correction{correct(story.CorrectPlace, at(rs, "sank", 0), pin)},
			func(s *story.Story) string { return fmt.Sprint(s.Events[0].Where.Place.Point, placesOf(s, "Porto")) }, "[5.5 45.5]Porto -8", ""},
		{"another speaker", []story.Correction{correct(story.CorrectSpeaker, at(rs, "“We lost all,”", 0), func(c *story.Correction) { c.Speaker = "Rui Gomes" })},
			func(s *story.Story) string { return quotesOf(s, "We lost all") }, "Rui Gomes", "Roe"},
		{"a speaker that nobody had named", []story.Correction{correct(story.CorrectSpeaker, at(rs, "“We lost all,”", 0), func(c *story.Correction) { c.Speaker = "Mia Lund" })},
			func(s *story.Story) string { return quotesOf(s, "We lost all") }, "Mia Lund", ""},
		{"nobody says it", []story.Correction{correct(story.CorrectSpeaker, at(rs, "“We lost all,”", 0), nil)},
			func(s *story.Story) string { return quotesOf(s, "We lost all") }, "nobody", ""},
		{"no quote", []story.Correction{correct(story.CorrectRemove, at(rs, "“We lost all,”", 0), func(c *story.Correction) { c.Mention = story.MentionQuote })},
			func(s *story.Story) string { return "[" + quotesOf(s, "We lost all") + "]" }, "[]", ""},
		{"a quote that was missed", []story.Correction{correct(story.CorrectAdd, at(rs, "Divers searched Porto for days", 0), func(c *story.Correction) { c.Mention = story.MentionQuote })},
			func(s *story.Story) string { return quotesOf(s, "Divers searched") }, "nobody", ""},
		{"two names are one person", []story.Correction{correct(story.CorrectPerson, story.Target{Words: "Carl Dunn"}, func(c *story.Correction) { c.Speaker, c.Scope = "Ann Roe", story.ScopeStory })},
			func(s *story.Story) string { return quotesOf(s, "It will take weeks") }, "Ann Roe", "Dunn"},
		{"the story has the name that was given", []story.Correction{correct(story.CorrectTitle, story.Target{}, func(c *story.Correction) { c.Text = "Ships" })},
			func(s *story.Story) string { return s.Title }, "Ships", ""},
		{"an article is taken out", []story.Correction{correct(story.CorrectOut, whole, nil)},
			func(s *story.Story) string { return fmt.Sprint(len(s.Articles), s.Articles[0].Title) }, "1Bridge shut", ""},
		{"an article comes second", []story.Correction{correct(story.CorrectOrder, whole, func(c *story.Correction) { c.Position = 1 })},
			func(s *story.Story) string { return fmt.Sprint(len(s.Articles), s.Articles[1].Title) }, "2Harbour talks", ""},
		{"the later of two that contradict each other holds", []story.Correction{correct(story.CorrectPlace, at(rs, "Porto", 0), pin), correct(story.CorrectPlace, at(rs, "Porto", 0), nil)},
			func(s *story.Story) string { return placesOf(s, "Porto") }, "nowhere", "5.5"},
		{"one mention apart from all the others", []story.Correction{correct(story.CorrectPlace, at(rs, "Porto", 0), pin), correct(story.CorrectPlace, at(rs, "Porto", 1), func(c *story.Correction) { c.Scope = story.ScopeStory })},
			func(s *story.Story) string { return placesOf(s, "Porto") }, "Porto 5.5,45.5 literal p10; nowhere literal p10; nowhere literal p10", ""},
	} {
		got := x.look(told(t, rs, x.cs...))
		if !strings.Contains(got, x.want) || x.not != "" && strings.Contains(got, x.not) {
			t.Errorf("%s: %q, want %q and not %q", x.name, got, x.want, x.not)
		}
		back := x.cs[len(x.cs)-1]
		back.AsRead = true
		if len(x.cs) == 1 && !reflect.DeepEqual(told(t, rs), told(t, rs, x.cs[0], back)) {
			t.Errorf("%s: taken back it does not give the story as it was read", x.name)
		}
	}
}

func TestCorrections_OfWhatIsNotThereChangeNothing(t *testing.T) {
	rs := correctable(t)
	plain := told(t, rs)
	for _, c := range []story.Correction{
		{Kind: story.CorrectPlace, About: story.Target{Article: "gone", Span: story.Span{Start: 3, End: 9}, Words: "Porto"}, Place: 7},
		{Kind: story.CorrectAdd, About: story.Target{Article: rs[0].Document.ID, Span: story.Span{Start: 3, End: 99999}, Words: "Porto"}},
		{Kind: story.CorrectRemove, About: story.Target{Article: rs[0].Document.ID, Span: story.Span{Start: 3, End: 8}, Words: "other words"}},
		{Kind: story.CorrectOut, About: story.Target{Article: "gone"}},
		{Kind: story.CorrectOrder, About: story.Target{Article: "gone"}, Position: 9},
		{Kind: story.CorrectPerson, About: story.Target{Words: "Nobody Here"}, Speaker: "Ann Roe"},
		{Kind: story.CorrectPlace, About: at(rs, "Porto", 0), Place: geo.PlaceID(1 << 30)},
	} {
		got := told(t, rs, c)
		if c.Kind == story.CorrectPlace && c.About.Article == rs[0].Document.ID {
			continue // an id that no gazetteer knows: it must not panic
		}
		if !reflect.DeepEqual(plain, got) {
			t.Errorf("%v of what is not there changes the story", c.Kind)
		}
	}
}

package assemble_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"dateline/app/assemble"
	"dateline/app/document"
	"dateline/app/event"
	"dateline/app/reading"
	"dateline/app/reading/pubdate"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

var gaz = sync.OnceValue(func() *gazetteer.Index {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		panic(err)
	}
	return x
})

// storyOf reads texts that were published on days (YYYY-MM-DD) as one story.
func storyOf(days []string, texts ...string) *story.Story {
	var rs []*reading.Resolved
	for i, text := range texts {
		o := document.Options{}
		if d, ok := story.ParseDay(days[i]); ok {
			o.Given, o.HasGiven = d, true
		}
		d := document.Plain(text, fmt.Sprintf("%d.txt", i), o)
		r := (&reading.Finders{Gazetteer: gaz()}).Read(&d)
		pub := pubdate.New(nil).Together([]pubdate.Evidence{r.Evidence})[0]
		rs = append(rs, r.Resolve((&geocode.Geocoder{Gazetteer: gaz()}).Resolve(r.Mentions(), geocode.Prior{}), pub, nil))
	}
	leaders, err := event.LoadLeaders(assets.Leaders())
	if err != nil {
		panic(err)
	}
	b := assemble.Assembler{Gazetteer: gaz(), Events: event.Finder{Gazetteer: gaz(), Leaders: leaders}}
	return b.Assemble(rs)
}

func show(e *story.Event) string {
	where := "nowhere"
	if e.Where != nil {
		where = e.Where.Place.Name
	}
	when := "undated"
	if e.When.Dated() {
		when = e.When.Earliest.String() + ".." + e.When.Latest.String()
	}
	return fmt.Sprintf("%s | %s | %s | %s", e.What, where, when, e.Modality)
}

func TestEvents(t *testing.T) {
	const day = "2024-05-15" // a Wednesday
	for _, c := range []struct {
		name, text string
		want       []string // that must be among the events
		never      []string // of which none may begin so
	}{
		{"a place with its preposition", "Police arrested two men in Lisbon on Monday.",
			[]string{"arrest | Lisbon | 2024-05-13..2024-05-13 | asserted"}, nil},
		{"no day is told: shortly before publication", "A bridge collapsed in Genoa.",
			[]string{"collapse | Genoa | 2024-05-13..2024-05-15 | asserted"}, nil},
		{"the destination of a journey, not its origin", "The minister flew from Madrid to Oslo on Tuesday.",
			[]string{"fly | Oslo | 2024-05-14..2024-05-14 | asserted"}, []string{"fly | Madrid"}},
		{"a retreat is where it leads from", "The troops withdrew from Aleppo to Hama last week.",
			[]string{"withdraw | Aleppo | 2024-05-06..2024-05-12 | asserted"}, []string{"withdraw | Hama"}},
		{"the closer of two places, one inside the other", "Fire broke out in Pamplona, Spain, on Sunday.",
			[]string{"break out | Pamplona | 2024-05-12..2024-05-12 | asserted"}, []string{"break out | Spain"}},
		{"what is planned", "The two presidents will meet in Geneva on Friday.",
			[]string{"meet | Geneva | 2024-05-17..2024-05-17 | planned"}, nil},
		{"what is expected to happen", "The envoy is expected to arrive in Cairo next week.",
			[]string{"arrive | Cairo | 2024-05-20..2024-05-26 | planned"}, nil},
		{"what would happen is spoken of on the day", "If the river rises, officials could evacuate Dresden.",
			[]string{"evacuate | Dresden | 2024-05-15..2024-05-15 | conditional"}, nil},
		{"a denial", "The general denied reports of a withdrawal from Kherson on Tuesday.",
			[]string{"withdrawal | Kherson | 2024-05-14..2024-05-14 | denied"}, nil},
		{"a negation", "Rebels did not capture Goma on Monday.",
			[]string{"capture | Goma | 2024-05-13..2024-05-13 | denied"}, nil},
		{"since reaches to the day of publication", "Workers have protested in Athens since April 2024.",
			[]string{"protest | Athens | 2024-04-01..2024-05-15 | asserted"}, nil},
		{"a comparison with the past dates nothing", "The worst flood since 1953 hit Rotterdam on Monday.",
			[]string{"hit | Rotterdam | 2024-05-13..2024-05-13 | asserted"}, []string{"flood | Rotterdam | 1953"}},
		{"what was never seen since is not from then", "He warned of a massacre in Goma, one not seen since 1994.",
			nil, []string{"massacre | Goma | 1994"}},
		{"what lies long back is background", "A quake destroyed the old town of Skopje in 1963.",
			[]string{"destroy | Skopje | 1963-01-01..1963-12-31 | background"}, nil},
		{"a relative clause takes the place before it", "The train arrived in Sarajevo on Monday, where shells killed nine people in 1994.",
			[]string{"kill | Sarajevo | 1994-01-01..1994-12-31 | background"}, nil},
		{"the next sentence takes day and place", "A bomb exploded in Kabul on Monday. Three people died.",
			[]string{"explode | Kabul | 2024-05-13..2024-05-13 | asserted", "die | Kabul | 2024-05-13..2024-05-13 | asserted"}, nil},
		{"two places of one happening are two events", "Storms hit Naples and Palermo on Sunday.",
			[]string{"hit | Naples | 2024-05-12..2024-05-12 | asserted", "hit | Palermo | 2024-05-12..2024-05-12 | asserted"}, nil},
		{"talk without a place stays unplaced", "The two governments signed a treaty on Tuesday.",
			[]string{"treaty | nowhere | 2024-05-14..2024-05-14 | asserted"}, nil},
		{"the noun tells, not the verb that carries it", "The ministers held talks in Vienna on Monday.",
			[]string{"talks | Vienna | 2024-05-13..2024-05-13 | asserted"}, []string{"hold"}},
		{"a passive governs what is done to a place", "The town of Bakhmut was captured on Saturday.",
			[]string{"capture | Bakhmut | 2024-05-11..2024-05-11 | asserted"}, nil},
		{"the month of March does not march", "The company published its figures in March 2024.", nil, []string{"march"}},
		{"neither place nor day: shortly before publication", "The company fired its chief.", []string{"fire | nowhere | 2024-05-13..2024-05-15 | asserted"}, nil},
		{"the day of a reaction is not that of the deed", "On Tuesday the mayor condemned the bombings in Baghdad.",
			[]string{"bombings | Baghdad | 2024-05-13..2024-05-15 | reported"}, nil},
		{"there is the place named before", "Troops reached Kherson in May 2023. Shells killed six people there on Monday.",
			[]string{"kill | Kherson | 2024-05-13..2024-05-13 | asserted"}, nil},
		{"a relative clause right after its place", "He spoke of the Kursk region, which troops had entered in 2023.",
			[]string{"enter | Kursk Oblast | 2023-01-01..2023-12-31 | background"}, nil},
		{"a day within the words of another place", "The mayor of Porto resigned on Monday; a strike in Faro began on Tuesday.",
			[]string{"strike | Faro | 2024-05-14..2024-05-14 | asserted"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := storyOf([]string{day}, c.text)
			var got []string
			for i := range s.Events {
				got = append(got, show(&s.Events[i]))
			}
			for _, w := range c.want {
				if !contains(got, w) {
					t.Errorf("no %q among\n%s", w, strings.Join(got, "\n"))
				}
			}
			for _, n := range c.never {
				for _, g := range got {
					if strings.HasPrefix(g, n) {
						t.Errorf("%q is wrong", g)
					}
				}
			}
		})
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestUnknownPublicationStaysUndated(t *testing.T) {
	s := storyOf([]string{""}, "A bridge collapsed in Genoa.")
	if len(s.Events) != 1 || s.Events[0].When.Dated() {
		t.Errorf("got %+v", s.Events)
	}
}

func TestUtterances(t *testing.T) {
	s := storyOf([]string{"2024-05-15"}, `“We will rebuild the port,” the mayor of Odesa, Olha Petrenko, said in Warsaw on Monday.

“The grain deal is dead,” said Russian Foreign Minister Ivan Sidorov.`)
	if len(s.Quotes) < 2 {
		t.Fatalf("got %d quotes", len(s.Quotes))
	}
	var first, second *story.Quote
	for i := range s.Quotes {
		switch q := &s.Quotes[i]; {
		case strings.Contains(q.Span.In(s.Articles[0].Text), "rebuild"):
			first = q
		case strings.Contains(q.Span.In(s.Articles[0].Text), "grain"):
			second = q
		}
	}
	if got := first.When.Earliest.String(); got != "2024-05-13" || first.When.Basis != story.BasisClause {
		t.Errorf("said on %s (%s)", got, first.When.Basis)
	}
	if first.Where == nil || first.Where.Actor || first.Where.Place.Name != "Warsaw" {
		t.Errorf("said in %+v", first.Where)
	}
	if second.When.Basis != story.BasisPublication || second.When.Latest.String() != "2024-05-15" {
		t.Errorf("said on %+v", second.When)
	}
	if second.Where == nil || !second.Where.Actor || second.Where.Place.Country != "RU" {
		t.Errorf("ring at %+v", second.Where)
	}
}

func TestSameEventOfTwoArticles(t *testing.T) {
	s := storyOf([]string{"2024-05-14", "2024-05-15"},
		"Police arrested two men in Lisbon on Monday.",
		"On Monday, two men were arrested in Lisbon. A ferry sank near Manila on Tuesday.")
	ids := map[string][]int{}
	for i := range s.Events {
		ids[s.Events[i].What+s.Events[i].Same] = append(ids[s.Events[i].What+s.Events[i].Same], s.Events[i].Doc)
	}
	shared := 0
	for _, docs := range ids {
		if len(docs) == 2 && docs[0] != docs[1] {
			shared++
		}
	}
	if shared != 1 {
		t.Errorf("got %v", ids)
	}
}

func TestClaimsDisagree(t *testing.T) {
	s := storyOf([]string{"2024-05-15"}, `“The garrison in Mariupol is encircled,” President Anton Weber said on Tuesday.

Ukraine denied claims of an encirclement in Mariupol.`)
	stances := map[string][]string{}
	for _, c := range s.Claims {
		stances[c.Event] = append(stances[c.Event], c.Stance.String())
	}
	for _, st := range stances {
		if contains(st, "reports") && contains(st, "denies") {
			return
		}
	}
	t.Errorf("got %v", stances)
}

func TestOneSpeakerUnderTwoSpellings(t *testing.T) {
	s := storyOf([]string{"2024-05-15", "2024-05-15"},
		`“We need time,” Oleksandr Kovalenskyy said on Tuesday.`,
		`“It is over,” Oleksandr Kovalensky said on Tuesday.`)
	if len(s.Quotes) != 2 || s.Quotes[0].Speaker < 0 || s.Quotes[0].Speaker != s.Quotes[1].Speaker {
		t.Errorf("got %+v, %+v", s.Quotes, s.Speakers)
	}
}

func ExampleAssembler() {
	s := storyOf([]string{"2024-05-15"}, "Police arrested two men in Lisbon on Monday.")
	for i := range s.Events {
		fmt.Println(show(&s.Events[i]))
	}
	// Output: arrest | Lisbon | 2024-05-13..2024-05-13 | asserted
}

func asJSON(t *testing.T, s *story.Story) string {
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func FuzzAssemble(f *testing.F) {
	f.Add("Police arrested two men in Lisbon on Monday. “We did,” said he.", "The deal, of 1999, which – in Rome: was \"signed\" (by whom?)")
	f.Add("", "\n\n\n")
	f.Add("If if if, that that where where in in Paris Paris to to of the of the.", "PARIS (Reuters) - Fire. Fire! in")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		days := []string{"2024-05-15", ""}
		s, again := storyOf(days, a, b), storyOf(days, a, b)
		if asJSON(t, s) != asJSON(t, again) {
			t.Fatal("not the same twice")
		}
		for i := range s.Events {
			e := &s.Events[i]
			text := s.Articles[e.Doc].Text
			if e.Span.Empty() || e.Sentence.Empty() || e.Span.End > len(text) || !e.Sentence.Contains(e.Span) || !e.Trigger.Empty() && !e.Sentence.Contains(e.Trigger) {
				t.Fatalf("event %+v in %q", e, text)
			}
			if i > 0 && s.Events[i-1].When.Compare(e.When) > 0 {
				t.Fatal("events are not sorted")
			}
			if e.Where == nil && e.Named == "" && !e.When.Dated() && e.IsLikely() {
				t.Fatalf("an event without place and day is shown: %+v", e)
			}
			for _, w := range e.Who {
				if w < 0 || w >= len(s.Speakers) {
					t.Fatalf("who %d", w)
				}
			}
			for _, q := range e.Quotes {
				if q < 0 || q >= len(s.Quotes) || s.Quotes[q].Doc != e.Doc {
					t.Fatalf("quote %d", q)
				}
			}
		}
		for _, q := range s.Quotes {
			if q.Speaker < -1 || q.Speaker >= len(s.Speakers) {
				t.Fatalf("speaker %d", q.Speaker)
			}
		}
		for _, c := range s.Claims {
			if c.Speaker < -1 || c.Speaker >= len(s.Speakers) {
				t.Fatalf("claim %+v", c)
			}
		}
	})
}

func TestMoment_KeepsTheWordsItWasReadFrom(t *testing.T) {
	s := storyOf([]string{"2024-05-15"}, "A ferry sank near Manila on 3 May 2024. Police arrested two men in Lisbon.")
	for _, c := range []struct{ what, words string }{{"sink", "3 May 2024"}} {
		for i := range s.Events {
			if e := &s.Events[i]; e.What == c.what {
				if got := e.When.Words.In(s.Articles[0].Text); got != c.words {
					t.Errorf("%s: the day stands at %q, want %q", c.what, got, c.words)
				}
				return
			}
		}
		t.Errorf("no event %q", c.what)
	}
}

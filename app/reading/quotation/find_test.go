package quotation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// row is one claim: a text, and its quotes as "kind [words] speaker", in order.
type row struct {
	name, in string
	want     []string
}

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		if d := cmp.Diff(r.want, show(r.in)); d != "" {
			t.Errorf("%s: %s (-want +got)\n%s", r.name, r.in, d)
		}
	}
}

func show(text string, places ...Place) []string {
	t := token.Split(text)
	quotes, speakers := Find(t, nil, name.Find(t, nil), places, nil)
	var out []string
	for _, q := range quotes {
		k := q.Kind.String()
		if q.Partial {
			k += " partial"
		}
		if q.Scare {
			k += " scare"
		}
		who := "-"
		if q.Speaker >= 0 {
			who = speakers[q.Speaker].Name
		}
		out = append(out, k+" ["+q.Span.In(text)+"] "+who)
	}
	return out
}

// place makes a Place of the first mention of words in text.
func place(text, words string) Place {
	i := strings.Index(text, words)
	return Place{Span: story.Span{Start: i, End: i + len(words)}, Name: words, Actorish: true}
}

func TestFind_PlacesSpeak(t *testing.T) {
	for _, c := range []struct{ name, in, place, want string }{
		{"a capital speaks for its government", "Oldport said the army had left.", "Oldport", "indirect [the army had left] Oldport"},
		{"a seat of power with an article", "The Palace insisted that the army had left.", "Palace", "indirect [that the army had left] Palace"},
		{"after the words", "The army had left, Oldport said.", "Oldport", "indirect [The army had left] Oldport"},
		{"participle after a place", "Oldport dismissed the report, insisting that the army had left.", "Oldport", "indirect [that the army had left] Oldport"},
		{"a place inside a longer phrase does not speak", "The mayor of Oldport said the army had left.", "Oldport", "indirect [the army had left] mayor of Oldport"},
	} {
		got := strings.Join(show(c.in, place(c.in, c.place)), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestFind_ByAndCue(t *testing.T) {
	text := "Mayor Anna Berg came. “We will stay,” she said."
	tx := token.Split(text)
	quotes, speakers := Find(tx, nil, name.Find(tx, nil), nil, nil)
	if len(quotes) != 1 || quotes[0].By.In(text) != "she" || quotes[0].Cue.In(text) != "said" {
		t.Fatalf("got %+v", quotes)
	}
	s := speakers[quotes[0].Speaker]
	want := story.Speaker{Name: "Anna Berg", Kind: story.SpeakerPerson, Aliases: []string{"Anna Berg", "Mayor Anna Berg"}, Role: "Mayor", Gender: 'f'}
	if d := cmp.Diff(want, s); d != "" {
		t.Error(d)
	}
	for _, r := range quotes[0].Reasons {
		if r.Sentence() == r.Code {
			t.Errorf("reason %s has no sentence", r.Code)
		}
	}
}

func TestFind_ZonesOfBoilerplateReportNothing(t *testing.T) {
	text := "Readers said this page uses cookies."
	tx := token.Split(text)
	zones := []story.Zone{{Span: story.Span{End: len(text)}, Kind: story.ZoneBoilerplate}}
	if quotes, _ := Find(tx, zones, name.Find(tx, zones), nil, nil); len(quotes) != 0 {
		t.Errorf("got %+v", quotes)
	}
}

// TestFind_Hostile runs texts that would take minutes if any stage were not linear.
func TestFind_Hostile(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("“a ", 50000), strings.Repeat("\"a ", 50000), strings.Repeat("a \"", 50000), strings.Repeat("'a ", 50000),
		strings.Repeat("“a \"b ‘c ", 20000), strings.Repeat("he said that ann, who told ben, said, ", 10000),
		strings.Repeat("“Go,” he said, adding ", 20000), strings.Repeat("“Go home.” ", 30000), strings.Repeat("a, ", 60000) + "said",
		strings.Repeat("according to ann, ", 20000), strings.Repeat("and said and ", 20000), strings.Repeat("Q: why\nA: so\n", 10000),
		strings.Repeat("\u202eshe said \u202c", 10000), strings.Repeat("a\r\nb\rc\n", 10000),
	} {
		show(s)
	}
}

package assemble_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/app/story"
)

// claimsOf lists who does what with the event of a word, as "doc stance speaker".
func claimsOf(s *story.Story, id string) []string {
	var out []string
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Event != id {
			continue
		}
		who := "the article"
		if c.Speaker >= 0 {
			who = s.Speakers[c.Speaker].Name
		}
		out = append(out, fmt.Sprintf("%d %s %s", c.Doc, c.Stance, who))
	}
	slices.Sort(out)
	return out
}

func eventID(t *testing.T, s *story.Story, what string) string {
	t.Helper()
	for i := range s.Events {
		if s.Events[i].What == what {
			return s.Events[i].Same
		}
	}
	t.Fatalf("no event %q", what)
	return ""
}

func TestClaims_OneSaysAnotherDenies(t *testing.T) {
	const day = "2024-05-15"
	s := storyOf([]string{day, day},
		`Rebel president Anna Berg said that thousands of government soldiers were "completely surrounded" in Lviv Oblast. Officials in Kyiv dismissed claims of an encirclement in Lviv Oblast. The army's general staff described reports of entrapment as "false and made up".`,
		`The town of Drohobych, in Lviv Oblast, is reported to be encircled by rebel forces.`)
	id := eventID(t, s, "surround")
	got := claimsOf(s, id)
	for _, want := range []string{"0 reports Anna Berg", "0 denies ", "1 reports the article"} {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, want) }) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.What == "encircle" && (e.Same != id || e.Where == nil || e.Where.Place.Name != "Drohobych") {
			t.Errorf("the siege of the town stands apart: %s", show(e))
		}
	}
}

func TestSpeakers_OfficeIsItsHolder(t *testing.T) {
	const day = "2024-05-15"
	for _, c := range []struct {
		name, first, second string
		want                string
	}{
		{"the president of a state, by its adjective", "French President Paul Durand said that the bridge was safe.", "The French president said that the bridge was old.", "Paul Durand"},
		{"two holders: nobody knows which", "French President Paul Durand said that it rained. French President Luc Martin said that it snowed.", "The French president said that the bridge was old.", "French president"},
		{"a spokesperson is not the holder", "French President Paul Durand said that the bridge was safe.", "The French president's spokesman said that the bridge was old.", "spokesman"},
	} {
		s := storyOf([]string{day, day}, c.first, c.second)
		q := s.Quotes[len(s.Quotes)-1]
		if q.Speaker < 0 || !strings.Contains(s.Speakers[q.Speaker].Name, c.want) {
			t.Errorf("%s: %+v", c.name, s.Speakers)
		}
		for i := range s.Quotes {
			if q := &s.Quotes[i]; q.Speaker >= len(s.Speakers) {
				t.Fatalf("%s: no such speaker %d", c.name, q.Speaker)
			}
		}
	}
}

func TestSpeakers_Together(t *testing.T) {
	s := storyOf([]string{"2024-05-15"}, "Anna Berg and Ben Jones said that the bridge was safe.")
	q := &s.Quotes[0]
	if q.Speaker < 0 || s.Speakers[q.Speaker].Name != "Anna Berg" || len(q.Also) != 1 || s.Speakers[q.Also[0]].Name != "Ben Jones" {
		t.Errorf("%+v of %+v", q, s.Speakers)
	}
}

func TestQuotes_InOtherWords(t *testing.T) {
	const day = "2024-05-15"
	s := storyOf([]string{day, day, day},
		`“We will rebuild the old harbour bridge before the winter,” said the mayor, Anna Berg.`,
		`Anna Berg promised that the town would rebuild the harbour bridge before next winter.`,
		`“Our schools need more teachers this year,” Anna Berg said.`)
	if len(s.Quotes) != 3 {
		t.Fatalf("%d quotes", len(s.Quotes))
	}
	text := func(q int, spans []story.Span) (out []string) {
		for _, sp := range spans {
			out = append(out, sp.In(s.Articles[s.Quotes[q].Doc].Text))
		}
		return out
	}
	a, b, c := s.Quotes[0].Variants, s.Quotes[1].Variants, s.Quotes[2].Variants
	if len(a) != 1 || a[0].Quote != 1 || len(b) != 1 || b[0].Quote != 0 || len(c) != 0 {
		t.Fatalf("%+v %+v %+v", a, b, c)
	}
	if got := fmt.Sprint(text(0, a[0].Only), text(1, b[0].Only)); got != "[We will old] [that the town would next]" && got != "[We will old] [that town would next]" {
		t.Errorf("differences: %s", got)
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct {
		name  string
		days  []string
		texts []string
		want  string
	}{
		{"one article: its headline", []string{"2024-05-15"}, []string{"Bridge falls\n\nA bridge collapsed in Genoa on Monday."}, "Bridge falls"},
		{"the place of most events and the month", []string{"2024-05-15", "2024-05-16"},
			[]string{"Fire\n\nA bridge collapsed in Genoa on Monday. Two people were killed in Genoa.", "Talks\n\nPolice arrested a man in Genoa on Tuesday. Crowds protested in Turin."}, "Genoa, May 2024"},
		{"two months side by side", []string{"2024-04-15", "2024-05-16"},
			[]string{"Fire\n\nA bridge collapsed in Genoa on April 14.", "Talks\n\nPolice arrested a man in Genoa on May 14."}, "Genoa, April–May 2024"},
		{"no place: who speaks most", []string{"2024-05-15", "2024-05-16"},
			[]string{"One\n\nAnna Berg said that it was over. Anna Berg said that she was glad.", "Two\n\nAnna Berg said that it went on."}, "Anna Berg, May 2024"},
		{"nothing: the first headline", []string{"", ""}, []string{"A morning without any news at all in a town that nobody has ever heard the name of before\n\nIt was quiet.", "Second\n\nIt was loud."},
			"A morning without any news at all in a town that nobody has…"},
		{"nothing at all", nil, nil, ""},
	} {
		if got := storyOf(c.days, c.texts...).Title; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
)

const german = "Minister reist nach Leipzig\n\nDer Verkehrsminister ist am Montag nach Leipzig gereist, um mit dem Bürgermeister über die neue Brücke zu sprechen. " +
	"Die Kirche am Hof war im Mai gesperrt. „Wir wollen bis 2026 fertig sein“, sagte er heute in Dresden.\n\nDer Wald hinter dem Berg bleibt, und das war nicht leicht."

// TestForeign_IsShownAndNotGuessedAt: "am", "war", "Wald" and "Mai" are no words of English.
func TestForeign_IsShownAndNotGuessedAt(t *testing.T) {
	s, err := open(t).Read(context.Background(), []story.Document{document.Plain(german, "a.txt", document.Options{})}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := s.Articles[0]
	if a.Language != "de" || a.Text != german {
		t.Errorf("language %q, %d of %d bytes", a.Language, len(a.Text), len(german))
	}
	if len(a.Timexes) != 0 || a.Published.Kind != story.DateUnknown {
		t.Errorf("times %v, published %+v", a.Timexes, a.Published)
	}
	named := map[string]bool{}
	for i := range s.Events {
		if e := &s.Events[i]; !e.Mention || e.When.Dated() || e.Where == nil {
			t.Errorf("event %q at %v", e.What, e.When)
		} else {
			named[e.Where.Place.Name] = true
		}
	}
	if !named["Leipzig"] || !named["Dresden"] || len(named) != 2 {
		t.Errorf("places %v, want Leipzig and Dresden", named)
	}
}

// TestForeign_AThousand: many articles of one language cost no more than their reading, and none is dated.
func TestForeign_AThousand(t *testing.T) {
	docs := make([]story.Document, 1000)
	for i := range docs {
		docs[i] = document.Plain(fmt.Sprintf("%s\n\nDas ist Bericht Nummer %d von der Stadt.", german, i), fmt.Sprintf("%d.txt", i), document.Options{})
	}
	s, err := open(t).Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range s.Articles {
		if a.Language != "de" || len(a.Timexes) != 0 {
			t.Fatalf("%s: language %q, times %v", a.File, a.Language, a.Timexes)
		}
	}
	if _, _, dated := s.Extent(); dated {
		t.Error("something is dated")
	}
}

// TestForeign_DaysWithTheNameOfTheirMonth: a day that is written whole is read in any language that daywords knows.
func TestForeign_DaysWithTheNameOfTheirMonth(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"German", "Die Brücke wurde am 12. März 2025 wieder geöffnet, sagte der Minister, und das war nicht leicht für die Stadt. Am 2025-03-14 kamen viele Menschen.", "12. März 2025=2025-03-12 2025-03-14=2025-03-14"},
		{"Spanish", "El puente se abrió de nuevo el 12 de marzo de 2025, dijo el ministro, y no fue fácil para la ciudad que lo había esperado tanto.", "12 de marzo de 2025=2025-03-12"},
		{"French", "Le pont a été rouvert le 12 mars 2025, a dit le ministre, et ce n’était pas facile pour la ville qui avait attendu des mois.", "12 mars 2025=2025-03-12"},
		{"Russian", "Мост снова открыли 12 марта 2025 года, сказал министр, и это было нелегко для города, который ждал этого так долго.", "12 марта 2025=2025-03-12"},
		{"without a year it is none", "Die Brücke wurde am 12. März wieder geöffnet, sagte der Minister, und das war nicht leicht für die Stadt, die so lange gewartet hat.", ""},
	} {
		s, err := open(t).Read(context.Background(), []story.Document{document.Plain(c.text, "a.txt", document.Options{})}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range s.Articles[0].Timexes {
			got = append(got, x.Span.In(c.text)+"="+x.Value)
		}
		if g := strings.Join(got, " "); !strings.HasPrefix(g, c.want) || c.want == "" && g != "" {
			t.Errorf("%s (%s): %q", c.name, s.Articles[0].Language, g)
		}
	}
}

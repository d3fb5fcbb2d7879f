package event_test

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzFind: events lie inside the text, on rune borders, their words inside their sentence; probabilities are such; a place
// that the gazetteer lacks has no point of its own; the same text gives the same events.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Six people died on Monday when a ferry capsized off Bari.", "near Al-Qarbesh Umtol village in the capital here there",
		"Acme rose 3.2 to 45.1\nAcme fell 3.2 to 45.1\nAcme rose 3.2 to 45.1\nAcme fell 3.2 to 45.1\n", "\xff the city of \xfe was hit on May 3", "“He said that”, in",
		"BARI (Sample Wire) - and, — ; killed by of to"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, a := find("2024-05-15", s)
		for i := range a.Events {
			e := &a.Events[i]
			if e.Span.Start < 0 || e.Span.End > len(s) || e.Span.Empty() || utf8.ValidString(s) && (!utf8.ValidString(e.Span.In(s)) || !utf8.ValidString(e.Trigger.In(s))) {
				t.Fatalf("event at %v of %d", e.Span, len(s))
			}
			if !e.Trigger.Empty() && !e.Sentence.Contains(e.Trigger) {
				t.Fatalf("the word at %v is outside its sentence %v", e.Trigger, e.Sentence)
			}
			if e.P < 0 || e.P > 1 || e.When.P < 0 || e.When.P > 1 || e.Where != nil && (e.Where.P < 0 || e.Where.P > 1) {
				t.Fatalf("probabilities %v %v %+v", e.P, e.When.P, e.Where)
			}
			if len(e.Reasons) == 0 {
				t.Fatalf("no reason for %s", show(e))
			}
		}
		if _, b := find("2024-05-15", s); cmp.Diff(len(a.Events), len(b.Events)) != "" {
			t.Fatal("not the same twice")
		}
	})
}

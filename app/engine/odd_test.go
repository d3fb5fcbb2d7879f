package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
)

// oddTexts are articles as nobody writes them, n words long or so. Each is read in a time that grows with its length
// and no faster: the tests read them at a size at which a square would not end, the benchmark measures.
var oddTexts = []struct {
	name string
	make func(n int) string
}{
	{"one paragraph without an end", func(n int) string {
		return strings.Repeat("Police in Lisbon said on Monday that “two men” were held near Porto, and Anna Berg told reporters it was over. ", n/20)
	}},
	{"one sentence without an end", func(n int) string {
		return strings.Repeat("and Anna Berg said in Lisbon that on Monday troops which attacked the town of Porto left, ", n/16)
	}},
	{"marks that are never closed", func(n int) string { return strings.Repeat("He said “we go ", n/4) }},
	{"straight marks that are never closed", func(n int) string { return strings.Repeat("she said \"go on\n\n", n/4) }},
	{"a list of speakers", func(n int) string {
		var b strings.Builder
		for i := range n / 4 {
			fmt.Fprintf(&b, "Anna Berg%c%c said: “No.”\n", 'a'+i%26, 'a'+i/26%26)
		}
		return b.String()
	}},
	{"a list of speakers who speak together", func(n int) string {
		var b strings.Builder
		for i := range n / 3 {
			fmt.Fprintf(&b, "Anna Berg%c%c and ", 'a'+i%26, 'a'+i/26%26)
		}
		return b.String() + "Ben Holm said that it rained."
	}},
	{"mixed line ends", func(n int) string {
		return strings.Repeat("It rained in Lima.\r\nIt rained in Quito.\rOn Monday.\n\n", n/10)
	}},
	{"marks of right-to-left writing", func(n int) string {
		return strings.Repeat("\u200f“\u202bنحن هنا\u202c”\u200f, said Anna\u200e Berg in \u2067Lisbon\u2069. ", n/8)
	}},
	{"lines of dates", func(n int) string { return strings.Repeat("March 3, 2024\n", n/3) }},
	{"places only", func(n int) string { return strings.Repeat("Lisbon, Porto, Lima, Quito; ", n/4) }},
	{"a table of matches", func(n int) string {
		var b strings.Builder
		for i := range n / 9 {
			fmt.Fprintf(&b, "Lisbon beat Porto 3-%d in Lima on %d March 2024\n", i%9, 1+i%28)
		}
		return b.String()
	}},
	{"a table of prices", func(n int) string { return strings.Repeat("Acme rose 3.2 to 45.1, Orchard fell 1.5 to 12.1\n", n/9) }},
	{"five thousand places in a sentence", func(n int) string {
		return "Storms hit " + strings.Repeat("Lisbon, Porto, Lima, Quito, ", n/4) + "and Riga."
	}},
	{"names that no gazetteer has", func(n int) string { return "near " + strings.Repeat("Al-Qarbesh Umtol ", n/3) + "village" }},
	{"verbs joined by and", func(n int) string {
		return "Men " + strings.Repeat("attacked and burned and sank and left ", n/8) + "Bari."
	}},
	{"a story told backwards", func(n int) string {
		var b strings.Builder
		for i := range n / 8 {
			fmt.Fprintf(&b, "The day before, in %d, the dam at Lima had burst there. ", 2020-i%900)
		}
		return b.String()
	}},
	{"denials of denials", func(n int) string { return strings.Repeat("denied claims of encirclement in Lima that denied ", n/8) }},
	{"marks in marks", func(n int) string { return strings.Repeat("“‘", n/2) + "go" + strings.Repeat("’”", n/2) }},
}

func TestOddTexts(t *testing.T) {
	e := open(t)
	const plain = "Police arrested two men in Lisbon on Monday."
	for _, c := range oddTexts {
		t.Run(c.name, func(t *testing.T) {
			s, err := e.Read(context.Background(), []story.Document{doc(plain, "2024-05-15", ""), doc(c.make(20_000), "2024-05-15", "")}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, a := range s.Articles {
				if len(a.Notes) > 0 {
					t.Errorf("article %d: %v", i, a.Notes)
				}
			}
			held := false
			for i := range s.Events {
				ev := &s.Events[i]
				held = held || ev.Doc == 0 && ev.What == "arrest" && ev.Where != nil && ev.Where.Place.Name == "Lisbon"
				if text := s.Articles[ev.Doc].Text; ev.Span.Start < 0 || ev.Span.End > len(text) || ev.Span.Empty() {
					t.Fatalf("event with span %v", ev.Span)
				}
			}
			if !held {
				t.Error("the other article of the story suffers")
			}
		})
	}
}

// A row of a table is one event at most.
func TestTableIsNoStorm(t *testing.T) {
	e := open(t)
	text := strings.Repeat("Acme rose 3.2 to 45.1, Orchard fell 1.5 to 12.1\n", 200)
	s, err := e.Read(context.Background(), []story.Document{doc(text, "2024-05-15", "")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[story.Span]int{}
	for i := range s.Events {
		rows[s.Events[i].Sentence]++
	}
	over := 0
	for _, n := range rows {
		if n > 1 {
			over++
		}
	}
	if over > 3 || len(s.Events) > 210 {
		t.Errorf("%d events in 200 rows, %d rows with several", len(s.Events), over)
	}
}

// Time per byte at ten times the length should stay about what it is.
func BenchmarkOddTexts(b *testing.B) {
	e := open(b)
	for _, c := range oddTexts {
		for _, n := range []int{50_000, 500_000} {
			text := c.make(n)
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(c.name, " ", "_"), n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				d := []story.Document{doc(text, "2024-05-15", "")}
				for b.Loop() {
					if _, err := e.Read(context.Background(), d, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

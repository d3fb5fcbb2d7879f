package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
)

// made is a name of two words that no other number gives.
func made(n int) string {
	const onset, vowel = "bdfgklmnprstvz", "aeiou"
	word := func(k int) string {
		var w strings.Builder
		for range 3 {
			w.WriteByte(onset[k%len(onset)])
			k /= len(onset)
			w.WriteByte(vowel[k%len(vowel)])
			k /= len(vowel)
		}
		s := w.String()
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return word(7*n+11) + " " + word(13*n+29)
}

// TestRead_OddStories: stories as nobody writes them, read as a person would expect, and in the time that their length takes:
// where it grew with the square of it, the rows here would take minutes.
func TestRead_OddStories(t *testing.T) {
	for _, c := range []struct {
		name  string
		docs  func() []story.Document
		check func(t *testing.T, s *story.Story)
	}{
		{"ten thousand who speak in one article", crowdSpeaks, func(t *testing.T, s *story.Story) {
			said := map[int]bool{}
			for i := range s.Quotes {
				said[s.Quotes[i].Speaker] = true
			}
			if len(s.Quotes) != 10000 || len(said) != 10000 {
				t.Errorf("%d quotes of %d speakers", len(s.Quotes), len(said))
			}
		}},
		{"ids that repeat", func() []story.Document {
			docs := harbours(300)
			for i := range docs {
				docs[i].ID = fmt.Sprint("a", i%3)
			}
			return docs
		}, func(t *testing.T, s *story.Story) {
			if len(s.Articles) != 300 || s.ArticleAt("a2") != 2 {
				t.Errorf("%d articles, a2 is article %d", len(s.Articles), s.ArticleAt("a2"))
			}
			for i := range s.Events {
				e := &s.Events[i]
				if words := e.Span.In(s.Articles[e.Doc].Text); !strings.Contains(words, "closed") {
					t.Fatalf("event %d of article %d is of %q", i, e.Doc, words)
				}
				if s.EventAt(e.ID) != i {
					t.Fatalf("the id of event %d is that of event %d", i, s.EventAt(e.ID))
				}
			}
		}},
		{"a long article among short ones", func() []story.Document {
			long := "The long one\n\n"
			for _, d := range harbours(3000) {
				_, told, _ := strings.Cut(d.Text, "\n\n")
				long += told + " "
			}
			return append(harbours(100), doc(long, "2024-05-21", ""))
		}, func(t *testing.T, s *story.Story) {
			events := make([]int, len(s.Articles))
			for i := range s.Events {
				events[s.Events[i].Doc]++
			}
			for d, n := range events {
				if n == 0 || d == 100 && n < 3000 {
					t.Errorf("article %d has %d events", d, n)
				}
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := open(t).Read(context.Background(), c.docs(), nil)
			if err != nil {
				t.Fatal(err)
			}
			c.check(t, s)
		})
	}
}

func crowdSpeaks() []story.Document {
	text := "Voices\n\n"
	var b strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&b, "“The harbour %d was closed too late,” said %s, a docker in Porto, on Monday. ", i, made(i))
	}
	return []story.Document{doc(text+b.String(), "2024-05-21", "")}
}

// harbours are n articles of a sentence or two, each about a harbour of its own day.
func harbours(n int) (docs []story.Document) {
	for i := range n {
		docs = append(docs, doc(fmt.Sprintf("Harbour %d\n\nThe harbour of Porto was closed on %d May 2024 for %d hours.", i, 1+i%20, i+2), "2024-05-21", ""))
	}
	return docs
}

package story

import (
	"strings"
	"testing"
)

func TestLog_Refit(t *testing.T) {
	const old = "Ships leave\n\nShips left Porto on Tuesday. Nobody saw it.\n\nTrucks left Porto on Friday."
	from := Document{ID: "old", Text: old}
	about := func(words string, n int) Target {
		i := -1
		for range n + 1 {
			i += 1 + strings.Index(old[i+1:], words)
		}
		return Target{"old", Span{i, i + len(words)}, words}
	}
	first, second := about("Porto", 0), about("Porto", 1)
	for _, c := range []struct {
		name, text string
		about      Target
		want       string // what stands right before the words found; "lost"
	}{
		{"a paragraph is added above", "New: a lead.\n\n" + old, second, "Trucks left "},
		{"a headline is changed", strings.Replace(old, "Ships leave", "Fleet goes", 1), first, "Ships left "},
		{"lines are wrapped elsewhere", strings.ReplaceAll(old, " on ", "\non "), second, "Trucks left "},
		{"paragraphs change places", "Ships leave\n\nTrucks left Porto on Friday.\n\nShips left Porto on Tuesday. Nobody saw it.", second, "Trucks left "},
		{"the words are gone", strings.ReplaceAll(old, "Porto", "Lisbon"), first, "lost"},
		{"one of two is gone", strings.Replace(old, "Ships left Porto", "Ships left", 1), second, "Trucks left "},
		{"the same text", old, first, "Ships left "},
	} {
		to := Document{ID: "new", Text: c.text}
		log := NewLog(Published("old", 7), Published("other", 8), Correction{Kind: CorrectPlace, About: c.about, Place: 5})
		got, lost := log.Refit(&from, &to)
		if d, ok := got.Published("new"); !ok || d != 7 {
			t.Errorf("%s: the day of publication is lost", c.name)
		}
		if _, ok := got.Published("other"); !ok || got.Len() != 3 {
			t.Errorf("%s: another article's correction is lost", c.name)
		}
		x := got.Entry(2)
		if c.want == "lost" {
			if len(lost) != 1 || x != log.Entry(2) {
				t.Errorf("%s: %v, %v", c.name, lost, x)
			}
			continue
		}
		if len(lost) != 0 || x.About.Article != "new" || x.About.Span.In(c.text) != "Porto" || !strings.HasSuffix(c.text[:x.About.Span.Start], c.want) {
			t.Errorf("%s: found at %v after %q", c.name, x.About.Span, c.text[max(0, x.About.Span.Start-12):x.About.Span.Start])
		}
	}
}

func FuzzLog_Refit(f *testing.F) {
	f.Add("Ships left Porto.", "Now ships left Porto.", 11, 16)
	f.Fuzz(func(t *testing.T, from, to string, start, end int) {
		words := ""
		if start >= 0 && start <= end && end <= len(from) {
			words = from[start:end]
		}
		log := NewLog(Correction{Kind: CorrectUse, About: Target{"a", Span{start, end}, words}})
		got, lost := log.Refit(&Document{ID: "a", Text: from}, &Document{ID: "b", Text: to})
		if x := got.Entry(0).About; len(lost) == 0 && words != "" && x.Span.In(to) != words {
			t.Fatalf("%v in %q", x, to)
		}
	})
}

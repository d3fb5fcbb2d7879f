package quotation

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"“We will stay,” Anna Berg said. “It is our home.", "\"a \"b\" c\" he said", "‘x’ ’ \" “ ” « » ''", "Q: a\nA: b", "he said that", "according to",
		"\xff“\xfe” said", "“”", "said said said, and said", "Anna: “x”\n\n“y", "a (b said “c” d", "“a”“b”“c” Ann said “d”",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tx := token.Split(text)
		quotes, speakers := Find(tx, nil, name.Find(tx, nil), nil, nil)
		again, same := Find(tx, nil, name.Find(tx, nil), nil, nil)
		if d := cmp.Diff(quotes, again); d != "" {
			t.Fatal("two runs differ:", d)
		}
		if d := cmp.Diff(speakers, same); d != "" {
			t.Fatal("two runs differ:", d)
		}
		border := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text) }
		for i, q := range quotes {
			if q.Span.Empty() || q.Span.Start < 0 || q.Span.End > len(text) || !border(q.Span.Start) || !border(q.Span.End) {
				t.Fatalf("span %v in %d bytes", q.Span, len(text))
			}
			if q.Speaker < -1 || q.Speaker >= len(speakers) || q.Speaker >= 0 && q.By.Empty() || q.P < 0 || q.P > 1 || len(q.Reasons) == 0 {
				t.Fatalf("quote %+v of %d speakers", q, len(speakers))
			}
			if q.By.End > len(text) || q.Cue.End > len(text) {
				t.Fatalf("quote %+v", q)
			}
			for j := i - 1; j >= 0; j-- {
				p := quotes[j].Span
				if p.Compare(q.Span) > 0 {
					t.Fatalf("not sorted: %v before %v", p, q.Span)
				}
				if p.Overlaps(q.Span) && !p.Contains(q.Span) {
					t.Fatalf("%v crosses %v", p, q.Span)
				}
			}
		}
	})
}

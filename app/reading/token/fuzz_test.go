package token

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzSplit: tokens lie inside the text, in order, on rune borders, cover everything that is no space; paragraphs and
// sentences cover all tokens without overlap; the same input gives the same output.
func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "The U.S. left. It's 5 p.m.", "“a\n\n“b”", "\xff\xfe.x", "١٢ марта", "a'b''c``d", "...\r\n\r\n—", "J. S. B. ’24s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := Split(s)
		end := 0
		for i, k := range x.Tokens {
			if int(k.Start) < end || k.End <= k.Start || int(k.End) > len(s) {
				t.Fatalf("token %d: [%d,%d) after %d of %d", i, k.Start, k.End, end, len(s))
			}
			if utf8.ValidString(s) && (!utf8.RuneStart(s[k.Start]) || int(k.End) < len(s) && !utf8.RuneStart(s[k.End])) {
				t.Fatalf("token %d not on rune borders", i)
			}
			for _, r := range s[end:k.Start] {
				if c := classOf(r); c != space && c != newline {
					t.Fatalf("%q left out before token %d", r, i)
				}
			}
			if k.Hash != HashOf(x.Word(i)) {
				t.Fatalf("hash of %q", x.Word(i))
			}
			end = int(k.End)
		}
		cover := func(name string, rs []Range) {
			at := 0
			for _, r := range rs {
				if r.First != at || r.Last <= r.First {
					t.Fatalf("%s %v after %d", name, r, at)
				}
				at = r.Last
			}
			if at != len(x.Tokens) {
				t.Fatalf("%s cover %d of %d", name, at, len(x.Tokens))
			}
		}
		cover("paragraphs", x.Paragraphs)
		cover("sentences", x.Sentences)
		if d := cmp.Diff(x.Tokens, Split(s).Tokens); d != "" {
			t.Fatal("not the same twice: " + d)
		}
	})
}

package token

import (
	"fmt"
	"strings"
	"testing"
)

func TestWords_FindsWhatWasPutIn(t *testing.T) {
	m := map[uint32]int{}
	for i := range 1000 {
		m[HashOf(fmt.Sprintf("word%d", i))] = i + 1
	}
	w := Index(m)
	for h, v := range m {
		if got, ok := w.Get(h); !ok || got != v || w.Of(h) != v || !w.Has(h) || *w.Find(h) != v {
			t.Fatalf("%d: %d, %v", h, got, ok)
		}
	}
	for i := range 1000 {
		h := HashOf(fmt.Sprintf("other%d", i))
		if _, in := m[h]; !in && (w.Has(h) || w.Of(h) != 0 || w.Find(h) != nil) {
			t.Fatalf("other%d is found", i)
		}
	}
	var none Words[int]
	if none.Has(0) || none.Has(HashOf("x")) || none.Find(0) != nil {
		t.Error("an empty table holds something")
	}
	if s := SetOf("Not", "never"); !s.Has(HashOf("not")) || s.Has(HashOf("ever")) {
		t.Error("a set")
	}
}

func FuzzLower(f *testing.F) {
	for _, s := range []string{"", "plain", "Plain And CAPITALS", "Ärger in ŁÓDŹ", "İstanbul K ſ", "cut \xe2\x82 OFF", "\xff", "\ufffd A", "漢字 🙂 Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Lower(s), strings.ToLower(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}

func ExampleSetOf() {
	s := SetOf("not", "never")
	fmt.Println(s.Has(HashOf("Never")), s.Has(HashOf("ever")))
	// Output: true false
}

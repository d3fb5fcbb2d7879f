package token

import (
	"fmt"
	"testing"
)

func TestWords_FindsWhatWasPutIn(t *testing.T) {
	m := map[uint32]int{}
	for i := range 1000 {
		m[HashOf(fmt.Sprintf("word%d", i))] = i + 1
	}
	w := Index(m)
	for h, v := range m {
		if got, ok := w.Get(h); !ok || got != v || w.Of(h) != v || !w.Has(h) {
			t.Fatalf("%d: %d, %v", h, got, ok)
		}
	}
	for i := range 1000 {
		h := HashOf(fmt.Sprintf("other%d", i))
		if _, in := m[h]; !in && (w.Has(h) || w.Of(h) != 0) {
			t.Fatalf("other%d is found", i)
		}
	}
	var none Words[int]
	if none.Has(0) || none.Has(HashOf("x")) {
		t.Error("an empty table holds something")
	}
	if s := SetOf("Not", "never"); !s.Has(HashOf("not")) || s.Has(HashOf("ever")) {
		t.Error("a set")
	}
}

func ExampleSetOf() {
	s := SetOf("not", "never")
	fmt.Println(s.Has(HashOf("Never")), s.Has(HashOf("ever")))
	// Output: true false
}

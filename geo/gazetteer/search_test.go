package gazetteer

import (
	"slices"
	"testing"
)

func TestSearch(t *testing.T) {
	x := shipped()
	names := func(typed string, n int) (out []string) {
		for _, r := range x.Search(typed, n) {
			out = append(out, x.Name(r))
		}
		return out
	}
	for _, c := range []struct{ name, typed, first string }{
		{"the name itself comes first", "Paris", "Paris"},
		{"letters of a name find it", "Sudzh", "Sudzha"},
		{"the case does not matter", "sUDZHA", "Sudzha"},
		{"an old spelling finds it", "Bombay", "Mumbai"},
		{"accents need not be typed", "Sao Paulo", "São Paulo"},
	} {
		if got := names(c.typed, 3); !slices.Contains(got, c.first) {
			t.Errorf("%s: %q gives %q", c.name, c.typed, got)
		}
	}
	if got := names("a", 7); len(got) != 7 {
		t.Errorf("a letter gives %d places, want 7", len(got))
	}
	if got := names("", 7); got != nil {
		t.Errorf("nothing typed gives %q", got)
	}
}

func BenchmarkSearch(b *testing.B) {
	x := shipped()
	for b.Loop() {
		x.Search("San", 20)
	}
}

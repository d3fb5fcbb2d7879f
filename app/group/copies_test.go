package group

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func wordsOf(s string) []uint32 {
	var out []uint32
	for _, f := range strings.Fields(strings.ToLower(s)) {
		h := fnv.New32a()
		h.Write([]byte(strings.Trim(f, ".,“”\"")))
		out = append(out, h.Sum32())
	}
	return out
}

// wire is a made-up story of so many sentences; another seed tells of something else in similar words.
func wire(seed uint64, sentences int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	who := []string{"The council", "The mayor", "A driver", "The owner of the mill", "Ann Roe", "A neighbour", "The fire brigade"}
	did := []string{"saw the smoke over", "asked for help at", "closed the road to", "wants to rebuild", "sold", "walked for an hour to", "took pictures of"}
	what := []string{"the old mill", "the harbour", "the bridge in the north", "the school", "three empty houses", "the market", "the station"}
	then := []string{"on Monday morning.", "before the rain began.", "and said nothing of it.", "for the second time this year.", "after a long talk with the police.", "because nobody else would."}
	var out []string
	for range sentences {
		out = append(out, fmt.Sprintf("%s %s %s of %d Mill Lane %s", who[r.IntN(len(who))], did[r.IntN(len(did))], what[r.IntN(len(what))], 1+r.IntN(200), then[r.IntN(len(then))]))
	}
	return out
}

func TestCopies(t *testing.T) {
	story := wire(1, 30)
	join := func(s ...[]string) string { return strings.Join(slices.Concat(s...), " ") }
	edited := slices.Clone(story)
	for i := 4; i < len(edited); i += 6 {
		edited[i] = "Nobody was hurt, the paper has learned from people nearby."
	}
	mixed := slices.Clone(story)
	slices.Reverse(mixed)
	quoted := slices.Concat(wire(9, 30), story[:4])
	for _, c := range []struct {
		name, a, b string
		copy       bool
	}{
		{"the same text", join(story), join(story), true},
		{"with a head and a foot", join(story), join([]string{"By our staff in the valley, with the agency."}, story, []string{"Write to us if you know more of it."}), true},
		{"cut to its first half", join(story), join(story[:15]), true},
		{"sentences of another paper's own", join(story), join(edited), true},
		{"paragraphs in another order", join(story), join(mixed), true},
		{"another story in like words", join(story), join(wire(2, 30)), false},
		{"another one that gives four sentences of it", join(story), join(quoted), false},
		{"the first two sentences", join(story), join(story[:2]), false},
		{"a line of a few words", "The mill burned on Monday.", "The mill burned on Monday.", false},
	} {
		of := Copies([]Sketch{SketchOf(wordsOf(c.a), nil), SketchOf(wordsOf(c.b), nil)}, nil)
		if got := of[1] == 0; got != c.copy {
			t.Errorf("%s: copies %v", c.name, of)
		}
	}
}

func TestCopies_OfMany(t *testing.T) {
	var all []Sketch
	var want []int
	for i := range 300 {
		s := wire(uint64(100+i/3), 25)
		s = append(s, wire(uint64(5000+i), 2)...) // a foot of its own
		if i%3 == 2 {
			s = s[:16]
		}
		all, want = append(all, SketchOf(wordsOf(strings.Join(s, " ")), nil)), append(want, i/3*3)
	}
	wrong := 0
	for i, k := range Copies(all, nil) {
		if k != want[i] {
			wrong++
		}
	}
	if wrong > 6 { // 2 %
		t.Errorf("%d of %d are not told right", wrong, len(all))
	}
	t.Logf("%d of %d are not told right", wrong, len(all))
}

// alike is n texts that share their last lines and nothing else.
func alike(n int) []Sketch {
	foot := strings.Join(wire(7, 3), " ")
	var out []Sketch
	for i := range n {
		out = append(out, SketchOf(wordsOf(fmt.Sprintf("%d %d %d %d %d %d %d %d %d ", i, i+1, i*7, i*3, i*9, i*11, i*13, i*17, i*19)+foot), nil))
	}
	return out
}

// TestCopies_OfOneTextAreOne: however many there are.
func TestCopies_OfOneTextAreOne(t *testing.T) {
	one := SketchOf(wordsOf(strings.Join(wire(1, 20), " ")), nil)
	got := Copies(slices.Repeat([]Sketch{one}, 2000), nil)
	for i, k := range got {
		if k != got[0] {
			t.Fatalf("text %d is called %v, the first %v", i, k, got[0])
		}
	}
}

// BenchmarkCopies: neither copies of one text nor texts that share their last lines take more than their number says.
func BenchmarkCopies(b *testing.B) {
	one := SketchOf(wordsOf(strings.Join(wire(1, 20), " ")), nil)
	for _, n := range []int{1000, 10_000} {
		for _, c := range []struct {
			name string
			all  []Sketch
		}{{"of one text", slices.Repeat([]Sketch{one}, n)}, {"with one foot", alike(n)}} {
			b.Run(fmt.Sprint(c.name, " ", n), func(b *testing.B) {
				for b.Loop() {
					Copies(c.all, nil)
				}
			})
		}
	}
}

package group

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"
)

// article is features from words: "+Full Name", "@Place", "#Country", ".Single", plain words.
func article(words string) []Feature {
	var out []Feature
	for _, w := range strings.Fields(words) {
		kind := Word
		switch w[0] {
		case '+':
			kind = Full
		case '@':
			kind = Place
		case '#':
			kind = Wide
		case '.':
			kind = Name
		}
		h := fnv.New64a()
		h.Write([]byte(w))
		out = append(out, Feature{h.Sum64(), kind, 1})
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []string
		want     string
	}{
		{"names and places in common", []string{"+AnnRoe @Porto #Portugal ferry sinking harbour", "+AnnRoe @Porto #Portugal divers search harbour"}, "[0 0]"},
		{"a country alone is no story", []string{"+AnnRoe @Porto #Portugal ferry sinking", "+CarlDunn @Faro #Portugal bridge opening"}, "[0 1]"},
		{"plain words alone are no story", []string{"+AnnRoe @Porto ferry storm coast", "+CarlDunn @Oslo ferry storm coast"}, "[0 1]"},
		{"two stories, told in turn", []string{"+AnnRoe @Porto .Roe ferry", "+MiaLund @Oslo .Lund vote", "+AnnRoe @Porto .Roe divers", "+MiaLund @Oslo .Lund count"}, "[0 1 0 1]"},
		{"an article of nothing stands alone", []string{"+AnnRoe @Porto", "", "+AnnRoe @Porto"}, "[0 1 0]"},
		{"500 copies", []string{strings.Repeat("+AnnRoe @Porto ferry ", 1), "+AnnRoe @Porto ferry", "+AnnRoe @Porto ferry"}, "[0 0 0]"},
		{"none", nil, "[]"},
	} {
		var fs [][]Feature
		for _, a := range c.articles {
			fs = append(fs, article(a))
		}
		if got := fmt.Sprint(Find(fs, nil)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestFind_ManyOfOneStoryAreOneGroup: what nearly all articles of a story share is what joins them, however many there are.
func TestFind_ManyOfOneStoryAreOneGroup(t *testing.T) {
	const same = "+AnnRoe @Porto #Portugal .Roe ferry sinking harbour divers search night captain rescue"
	for _, c := range []struct {
		name string
		text func(i int) string
	}{
		{"copies", func(int) string { return same }},
		{"copies with a number of their own", func(i int) string { return fmt.Sprintf("%s number%d", same, i) }},
		{"copies with two names of their own", func(i int) string { return fmt.Sprintf("%s .Wire%d word%d", same, i, i) }},
	} {
		for _, n := range []int{60, 500, 1000} {
			fs := make([][]Feature, n+1)
			for i := range n {
				fs[i] = article(c.text(i))
			}
			fs[n] = article("+CarlDunn @Faro #Portugal bridge opening harbour night")
			got := Find(fs, nil)
			for i, g := range got[:n] {
				if g != 0 {
					t.Errorf("%d %s: article %d is of group %d", n, c.name, i, g)
					break
				}
			}
			if got[n] == 0 {
				t.Errorf("%d %s: another story is one of them", n, c.name)
			}
		}
	}
}

// mixed is articles of several made-up stories, each with names of its own and words that all use.
func mixed(stories, each int) (fs [][]Feature, of []int) {
	r := rand.New(rand.NewPCG(3, 4))
	for s := range stories {
		for range each {
			words := "#Country"
			for k := range 8 {
				if r.IntN(10) < 6 {
					words += fmt.Sprintf(" +Person%d.%d", s, k)
				}
				if r.IntN(10) < 5 {
					words += fmt.Sprintf(" @Town%d.%d", s, k)
				}
			}
			for range 60 {
				words += fmt.Sprintf(" word%d", r.IntN(900))
			}
			fs, of = append(fs, article(words)), append(of, s)
		}
	}
	return fs, of
}

func TestFind_AnyOrderGivesTheSameGroups(t *testing.T) {
	fs, of := mixed(25, 20)
	first := Find(fs, nil)
	right, pairs := 0, 0
	for i := range fs {
		for k := range i {
			if of[i] == of[k] || first[i] == first[k] {
				pairs++
				if of[i] == of[k] && first[i] == first[k] {
					right++
				}
			}
		}
	}
	if right*100 < pairs*95 {
		t.Errorf("%d of %d pairs are right", right, pairs)
	}
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(fs))
	moved := make([][]Feature, len(fs))
	for i, k := range order {
		moved[i] = fs[k]
	}
	second := Find(moved, nil)
	for i := range order {
		for k := range i {
			if (first[order[i]] == first[order[k]]) != (second[i] == second[k]) {
				t.Fatalf("articles %d and %d: another order, another group", order[i], order[k])
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{10, 100, 500} {
		fs, _ := mixed(n, 20)
		b.Run(fmt.Sprint(n*20), func(b *testing.B) {
			for b.Loop() {
				Find(fs, nil)
			}
		})
	}
}

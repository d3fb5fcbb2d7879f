// Package group finds which articles of a story tell of the same: they share names, places and rare words.
//
//	groups := group.Find(features, nil)   // groups[i] is the group of article i
//
// It looks at counted features and not at texts, knows nothing of what they mean, and does not name the groups.
package group

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
)

// Kind is what a feature is; it says how rare it is before any article is seen.
type Kind uint8

// The kinds.
const (
	Word   Kind = iota // a word of the text
	Name               // a single name: "Reuters", "Putin"
	Full               // a name in full: "Ann Roe", "Ministry of Defence"
	Place              // a town, a region
	Wide               // a country, a continent
	kindsN = iota
)

// Feature is something that articles can share.
type Feature struct {
	Key   uint64 // the same for the same feature
	Kind  Kind
	Count int // how often it is met
}

// Weights are the numbers of this package that were set by hand, on the topics of ECB+ (CC BY 3.0), which hold two events
// of a kind each, and on stories of our own.
type Weights struct {
	Background float64         // articles that are thought to have been seen before
	Before     [kindsN]float64 // in how many of them a feature of each kind is thought to be met
	Join       float64         // likeness of two groups, 0 to 1, from which they are one: a cosine where one is a single article
	Pair       float64         // cosine: articles less alike are not compared further
	Most       int             // the features of an article that are looked at, the heaviest ones
	Common     int             // a feature of more articles than this pairs each with few of the others
	Near       int             // with how many
	Crowd      int             // a name or town of more articles than this is no less telling than one of so many
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{Background: 300, Before: [kindsN]float64{Word: 60, Name: 6, Full: 1.5, Place: 4, Wide: 40}, Join: 0.25, Pair: 0.15, Most: 60, Common: 400, Near: 4, Crowd: 100}
}

var defaults = DefaultWeights()

// term is a feature of one article with its share of the article's length.
type term struct {
	key    uint64
	weight float64
}

// Find gives each article the number of its group, counted from 0 in order of the first article of each. w may be nil.
// The groups are the same for the same articles in any order, but for their numbers.
func Find(articles [][]Feature, w *Weights) []int {
	if w == nil {
		w = &defaults
	}
	f := finder{w: w, docs: w.vectors(articles)}
	f.start()
	for _, p := range f.pairs() {
		f.join(p.a, p.b)
	}
	return f.numbers()
}

// vectors weighs the features of each article: rare ones more, and repeated ones a little more. Each vector has length 1.
func (w *Weights) vectors(articles [][]Feature) [][]term {
	seen := map[uint64]int{}
	for _, fs := range articles {
		for _, f := range fs {
			seen[f.Key]++
		}
	}
	total := w.Background + float64(len(articles))
	out := make([][]term, len(articles))
	for i, fs := range articles {
		v := make([]term, 0, len(fs))
		for _, f := range fs {
			met := seen[f.Key]
			if f.Kind == Name || f.Kind == Full || f.Kind == Place {
				met = min(met, w.Crowd) // whom and what 500 articles of one event name is their matter
			}
			rare := math.Log(total / (w.Before[f.Kind] + float64(met)))
			if rare > 0 && f.Count > 0 {
				v = append(v, term{f.Key, rare * (1 + math.Log(float64(f.Count)))})
			}
		}
		slices.SortFunc(v, func(a, b term) int {
			if d := cmp.Compare(b.weight, a.weight); d != 0 {
				return d
			}
			return cmp.Compare(a.key, b.key)
		})
		v = v[:min(len(v), w.Most)]
		length := 0.0
		for _, t := range v {
			length += t.weight * t.weight
		}
		length = math.Sqrt(length)
		for k := range v {
			v[k].weight /= length
		}
		slices.SortFunc(v, func(a, b term) int { return cmp.Compare(a.key, b.key) })
		out[i] = v
	}
	return out
}

// finder joins articles to groups.
type finder struct {
	w      *Weights
	docs   [][]term
	of     []int    // the group of each article, by its first article
	sum    [][]term // of each group: the sum of its articles' vectors
	length []float64
	size   []int
}

func (f *finder) start() {
	f.of, f.sum, f.length, f.size = make([]int, len(f.docs)), make([][]term, len(f.docs)), make([]float64, len(f.docs)), make([]int, len(f.docs))
	for i := range f.docs {
		f.of[i], f.sum[i], f.size[i] = i, f.docs[i], 1
		if len(f.docs[i]) > 0 {
			f.length[i] = 1
		}
	}
}

type pair struct {
	a, b  int
	alike float64
}

// pairs are the articles that are alike, the most alike first. Articles are compared only where they share a feature that
// few others have, so that a thousand articles cost little more than a thousand times one; where many share it, each is
// compared with a few that are next to it in order of what is in them.
func (f *finder) pairs() []pair {
	with := map[uint64][]share{}
	order := f.order()
	for k, i := range order {
		for _, t := range f.docs[i] {
			with[t.key] = append(with[t.key], share{int32(k), t.weight})
		}
	}
	parts := make([][]pair, min(runtime.GOMAXPROCS(0), len(order)))
	var all sync.WaitGroup
	for p := range parts {
		all.Go(func() { parts[p] = f.alikeTo(order, with, p, len(parts)) })
	}
	all.Wait()
	out := slices.Concat(parts...)
	slices.SortFunc(out, func(x, y pair) int {
		if d := cmp.Compare(y.alike, x.alike); d != 0 {
			return d
		}
		if d := compareVectors(f.docs[x.a], f.docs[y.a]); d != 0 {
			return d
		}
		if d := compareVectors(f.docs[x.b], f.docs[y.b]); d != 0 {
			return d
		}
		return cmp.Or(x.a-y.a, x.b-y.b)
	})
	return out
}

// share is that an article, by its position in the order, has a feature.
type share struct {
	doc    int32
	weight float64
}

// alikeTo pairs every so manyth article of the order, from first on, with those behind it.
func (f *finder) alikeTo(order []int, with map[uint64][]share, first, step int) (out []pair) {
	dots := make([]float64, len(order))
	var met []int32
	for k := first; k < len(order); k += step {
		a := order[k]
		v := f.docs[a]
		met = met[:0]
		whole := true // every feature is compared with all that share it
		for _, t := range v {
			others := with[t.key]
			at, _ := slices.BinarySearchFunc(others, int32(k), func(s share, k int32) int { return cmp.Compare(s.doc, k) })
			others = others[at+1:]
			if len(with[t.key]) > f.w.Common {
				others, whole = others[:min(len(others), f.w.Near)], false
			}
			for _, o := range others {
				if dots[o.doc] == 0 {
					met = append(met, o.doc)
				}
				dots[o.doc] += t.weight * o.weight
			}
		}
		for _, b := range met {
			alike := dots[b] // what the features that few share give; common ones hardly give more than that again
			dots[b] = 0
			if !whole && alike >= f.w.Pair/2 {
				alike = dot(v, f.docs[order[b]])
			}
			if alike >= f.w.Pair {
				out = append(out, pair{min(a, order[b]), max(a, order[b]), alike})
			}
		}
	}
	return out
}

// order is the articles in order of what is in them.
func (f *finder) order() []int {
	out := make([]int, len(f.docs))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int { return compareVectors(f.docs[a], f.docs[b]) })
	return out
}

// compareVectors orders articles by what is in them and not by where they stand in a list.
func compareVectors(a, b []term) int {
	return slices.CompareFunc(a, b, func(x, y term) int { return cmp.Compare(x.key, y.key) })
}

func dot(a, b []term) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].key < b[k].key:
			i++
		case a[i].key > b[k].key:
			k++
		default:
			sum += a[i].weight * b[k].weight
			i, k = i+1, k+1
		}
	}
	return sum
}

// root is the group that an article is in by now.
func (f *finder) root(i int) int {
	for f.of[i] != i {
		f.of[i] = f.of[f.of[i]]
		i = f.of[i]
	}
	return i
}

// join makes one group of those of two articles, if they are alike.
func (f *finder) join(a, b int) {
	a, b = f.root(a), f.root(b)
	if a == b || f.length[a] == 0 || f.length[b] == 0 || f.alike(a, b) < f.w.Join {
		return
	}
	if b < a {
		a, b = b, a
	}
	f.sum[a], f.size[a] = added(f.sum[a], f.sum[b]), f.size[a]+f.size[b]
	f.sum[b], f.of[b] = nil, a
	length := 0.0
	for _, t := range f.sum[a] {
		length += t.weight * t.weight
	}
	f.length[a] = math.Sqrt(length)
}

// alike is how far two groups are, 0 to 1. One article is held against what a group has in common: the cosine of their sums.
// Of two groups of many the sums are alike as soon as they share a town and the words that all floods share, for in a sum what is
// each article's own is little: the larger the smaller of them is, the more it is the cosine of their articles on average.
func (f *finder) alike(a, b int) float64 {
	mean := 1 - 1/float64(min(f.size[a], f.size[b]))
	return dot(f.sum[a], f.sum[b]) / (math.Pow(f.length[a]*f.length[b], 1-mean) * math.Pow(float64(f.size[a]*f.size[b]), mean))
}

func added(a, b []term) []term {
	out := make([]term, 0, len(a)+len(b))
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i].key < b[k].key:
			out, i = append(out, a[i]), i+1
		case a[i].key > b[k].key:
			out, k = append(out, b[k]), k+1
		default:
			out = append(out, term{a[i].key, a[i].weight + b[k].weight})
			i, k = i+1, k+1
		}
	}
	return append(append(out, a[i:]...), b[k:]...)
}

func (f *finder) numbers() []int {
	out := make([]int, len(f.docs))
	number := map[int]int{}
	for i := range f.docs {
		r := f.root(i)
		n, ok := number[r]
		if !ok {
			n = len(number)
			number[r] = n
		}
		out[i] = n
	}
	return out
}

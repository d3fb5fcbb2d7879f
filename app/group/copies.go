package group

import (
	"slices"
)

// CopyWeights are the numbers by which articles are taken for copies of one text. They were set by hand on made-up articles
// that were cut, given another head and foot, and written anew.
type CopyWeights struct {
	Run   int     // words that make one run
	Keep  int     // runs of an article that are kept, those of the smallest numbers: what is alike of them is alike of all
	Find  int     // of these, how many find the articles that are compared
	Most  int     // articles found by one run that are compared
	Share float64 // of the runs of the shorter text, those that the longer one has too
	Least int     // runs of a text that is compared: fewer tell nothing
	Ratio float64 // the length of the shorter text to that of the longer one, at least
}

// DefaultCopyWeights are those that the figures of QUALITY.md are measured with.
func DefaultCopyWeights() CopyWeights {
	return CopyWeights{Run: 4, Keep: 128, Find: 32, Most: 16, Share: 0.7, Least: 8, Ratio: 0.3}
}

var copyDefaults = DefaultCopyWeights()

// Sketch is what is kept of a text to see whether another one is a copy of it.
type Sketch struct {
	runs  []uint64 // the smallest numbers of its runs of words, sorted
	total int      // different runs of the text
}

// SketchOf makes a sketch of the words of a text, each a number that is the same for the same word. w may be nil.
func SketchOf(words []uint32, w *CopyWeights) Sketch {
	if w == nil {
		w = &copyDefaults
	}
	var all []uint64
	for i := 0; i+w.Run <= len(words); i++ {
		h := uint64(14695981039346656037)
		for _, x := range words[i : i+w.Run] {
			h = (h ^ uint64(x)) * 1099511628211
			h ^= h >> 29
		}
		h ^= h >> 32
		h *= 0x9e3779b97f4a7c15
		all = append(all, h^h>>31)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return Sketch{slices.Clone(all[:min(len(all), w.Keep)]), len(all)}
}

// Copies gives each text the number of the first one that it is a copy of; its own where it is none. The time is linear in
// the number of texts. w may be nil.
func Copies(texts []Sketch, w *CopyWeights) []int {
	if w == nil {
		w = &copyDefaults
	}
	of := make([]int, len(texts))
	with := map[uint64][]int32{} // the first texts that have a run
	var tried []int32            // texts that this one was compared with
	for i := range texts {
		of[i] = i
		t := &texts[i]
		if t.total < w.Least {
			continue
		}
		find := t.runs[:min(len(t.runs), w.Find)]
		tried = tried[:0]
		for _, run := range find {
			for _, k := range with[run] {
				if slices.Contains(tried, k) {
					continue
				}
				if tried = append(tried, k); w.same(&texts[k], t) {
					of[i] = of[k]
					break
				}
			}
			if of[i] != i {
				break
			}
		}
		for _, run := range find { // also of a copy: it may be longer, and begin with other runs
			if l := with[run]; len(l) < w.Most && !slices.Contains(l, int32(i)) {
				with[run] = append(l, int32(i))
			}
		}
	}
	return of
}

// same reports that one text holds nearly all of the other one.
func (w *CopyWeights) same(a, b *Sketch) bool {
	short, long := min(a.total, b.total), max(a.total, b.total)
	if float64(short) < w.Ratio*float64(long) {
		return false
	}
	// The smallest runs of both together are a fair draw of all of them: how many of the draw both have.
	draw := min(w.Keep, max(len(a.runs), len(b.runs)))
	both, n := 0, 0
	for i, k := 0, 0; n < draw && (i < len(a.runs) || k < len(b.runs)); n++ {
		switch {
		case k == len(b.runs) || i < len(a.runs) && a.runs[i] < b.runs[k]:
			i++
		case i == len(a.runs) || b.runs[k] < a.runs[i]:
			k++
		default:
			both++
			i, k = i+1, k+1
		}
	}
	alike := float64(both) / float64(n)
	shared := alike * float64(short+long) / (1 + alike)
	return shared >= w.Share*float64(short)
}

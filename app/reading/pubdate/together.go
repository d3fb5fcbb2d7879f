package pubdate

import (
	"math"
	"sort"

	"dateline/app/story"
)

// Together gives the publication dates of the articles of one story, in the order given: siblings lend each other
// evidence. An explicit or given date is never changed.
func (r *Dater) Together(articles []Evidence) []story.Publication {
	out := make([]story.Publication, len(articles))
	open := 0
	for i := range articles {
		out[i] = articles[i].Publication
		if !sure(&out[i]) {
			open++
		}
	}
	if len(articles) < 2 {
		return out
	}
	lo, hi, ok := r.commonSpan(articles)
	if !ok {
		return out
	}
	s := r.newSet(articles, lo, hi)
	defer s.contradict(out)
	if open == 0 {
		return out
	}
	s.sweep(false) // what the dated siblings say
	s.sweep(true)  // and then, at half weight, what the undated ones say to each other
	s.sweep(true)
	for i := range articles {
		if sure(&out[i]) || s.belief[i].lp == nil {
			continue
		}
		if len(s.edges[i]) == 0 && out[i].Kind == story.DateUnknown {
			continue
		}
		p := s.belief[i].publication(r.w.LookAhead)
		if p.To-p.From > r.w.Widest {
			continue
		}
		p.Reasons = append(s.bySiblings(i, p.Best), r.reasons(s.clues[i], p.Best)...)
		if len(p.Reasons) > 8 {
			p.Reasons = p.Reasons[:8]
		}
		p.Reasons = append(p.Reasons, inWords(&p)...)
		out[i] = p
	}
	return out
}

func sure(p *story.Publication) bool {
	return p.Kind == story.DateExplicit || p.Kind == story.DateGiven
}

// commonSpan is the stretch of days for all articles: around the dated ones, else what the undated ones leave open.
func (r *Dater) commonSpan(articles []Evidence) (lo, hi story.Day, ok bool) {
	lo, hi = story.DayMax, story.DayMin
	for i := range articles {
		if p := &articles[i].Publication; sure(p) {
			lo, hi, ok = min(lo, p.Best-r.w.Around), max(hi, p.Best+r.w.Around), true
		}
	}
	if !ok {
		for i := range articles {
			if l, h, o := r.span(articles[i].clues); o {
				lo, hi, ok = min(lo, l), max(hi, h), true
			}
		}
	}
	if ok && hi-lo > r.w.Days {
		lo = hi - r.w.Days
	}
	return lo, hi, ok
}

// edge joins two articles.
type edge struct {
	to    int
	sim   float64
	order int // -1: this article plans what the other tells of as done; 1 the reverse
}

// set is the story while dates are passed around.
type set struct {
	*Dater
	articles []Evidence
	lo       story.Day
	n        int
	belief   []grid // what is believed of the day of each; nil where it is known
	next     []grid // the same after the sweep; its room is used again
	edges    [][]edge
	heard    [][]listener // by article: who listens to it
	pr       []float64    // work space of say and message
	clues    [][]clue     // those of the article, and what siblings say of the same deeds
	left     []float64
	right    []float64
	msg      []float64
}

// listener is one end of an edge, seen from the article that speaks.
type listener struct {
	by     int
	kernel int
	order  int
}

func (r *Dater) newSet(articles []Evidence, lo, hi story.Day) *set {
	s := &set{Dater: r, articles: articles, lo: lo, n: int(hi-lo) + 1, belief: make([]grid, len(articles)),
		next: make([]grid, len(articles)), edges: make([][]edge, len(articles)), clues: make([][]clue, len(articles))}
	s.pr, s.left, s.right, s.msg = make([]float64, s.n), make([]float64, s.n), make([]float64, s.n), make([]float64, s.n)
	s.heard = make([][]listener, len(articles))
	byName := map[string][]int{}
	for i := range articles {
		for _, n := range articles[i].Names {
			byName[n] = append(byName[n], i)
		}
	}
	counts := make([]int, len(articles))
	for i := range articles {
		s.clues[i] = articles[i].clues
		s.join(i, byName, counts)
		s.listen(i, hi)
	}
	for i := range articles {
		if !sure(&articles[i].Publication) {
			s.belief[i] = r.build(s.clues[i], lo, hi)
		}
	}
	for j := range s.heard {
		sort.SliceStable(s.heard[j], func(a, b int) bool {
			x, y := s.heard[j][a], s.heard[j][b]
			if x.kernel != y.kernel {
				return x.kernel < y.kernel
			}
			return x.order < y.order
		})
	}
	return s
}

// join finds the siblings that article i is most like, by the names that both hold. counts is all 0 before and after.
func (s *set) join(i int, byName map[string][]int, counts []int) {
	names := s.articles[i].Names
	var near []int
	for _, n := range names {
		list := byName[n]
		if len(list) > s.w.CommonName { // a name that all share says nothing, and would make this quadratic
			list = list[:s.w.CommonName]
		}
		for _, j := range list {
			if j != i {
				if counts[j] == 0 {
					near = append(near, j)
				}
				counts[j]++
			}
		}
	}
	for _, j := range near {
		union := len(names) + len(s.articles[j].Names) - counts[j]
		sim := float64(counts[j]) / float64(max(1, union))
		counts[j] = 0
		if sim > s.w.Like {
			s.edges[i] = append(s.edges[i], edge{to: j, sim: sim})
		}
	}
	sort.Slice(s.edges[i], func(a, b int) bool {
		x, y := s.edges[i][a], s.edges[i][b]
		if sx, sy := sure(&s.articles[x.to].Publication), sure(&s.articles[y.to].Publication); sx != sy && math.Abs(x.sim-y.sim) < s.w.LikeTie {
			return sx
		}
		if x.sim != y.sim {
			return x.sim > y.sim
		}
		return x.to < y.to
	})
	if len(s.edges[i]) > s.w.Listens {
		s.edges[i] = s.edges[i][:s.w.Listens]
	}
}

// listen makes an undated article i hear its siblings, and takes over the days that they give for its own deeds.
func (s *set) listen(i int, hi story.Day) {
	own := &s.articles[i]
	if sure(&own.Publication) {
		return
	}
	for k := range s.edges[i] {
		e := &s.edges[i][k]
		if c, ok := s.deedClue(own, &s.articles[e.to]); ok && c.from >= s.lo && c.from <= hi && !s.hasDeed(i, c) {
			s.clues[i] = append(s.clues[i][:len(s.clues[i]):len(s.clues[i])], c)
		}
		e.order = s.order(own.acts, s.articles[e.to].acts)
		s.heard[e.to] = append(s.heard[e.to], listener{i, s.kernel(e.sim), e.order})
	}
}

// hasDeed reports whether article i has a clue of the same deed already: siblings copy from each other.
func (s *set) hasDeed(i int, c clue) bool {
	for _, have := range s.clues[i] {
		if have.kind == clueDeed && have.from == c.from && have.weekday == c.weekday && have.month == c.month {
			return true
		}
	}
	return false
}

// contradict adds to the reasons of each article what its siblings say against it.
func (s *set) contradict(out []story.Publication) {
	for i := range s.articles {
		n := 0
		for _, e := range s.edges[i] {
			if e.sim <= s.w.LikeContrary || n >= 2 {
				continue
			}
			if rs := s.contradictions(&s.articles[i], &s.articles[e.to], &out[i], &out[e.to]); len(rs) > 0 {
				out[i].Reasons = append(out[i].Reasons[:len(out[i].Reasons):len(out[i].Reasons)], rs...)
				n++
			}
		}
	}
}

// kernel is the index of the kernel for a likeness.
func (r *Dater) kernel(sim float64) int {
	for i, k := range r.w.Kernels {
		if sim > k.Above {
			return i
		}
	}
	return len(r.w.Kernels) - 1
}

// sweep renews every open belief from its own clues and its siblings. all lets undated siblings speak too.
func (s *set) sweep(all bool) {
	next := s.next
	weight := make([]float64, len(s.articles))
	for i := range s.articles {
		if s.belief[i].lp == nil {
			continue
		}
		next[i] = s.lay(s.clues[i], grid{lo: s.lo, lp: next[i].lp}, s.n)
		total := 0.0
		for _, e := range s.edges[i] {
			if sure(&s.articles[e.to].Publication) || all {
				total++
			}
		}
		// siblings are not independent of each other: many of them count for a few
		weight[i] = 1
		if total > s.w.Siblings {
			weight[i] = s.w.Siblings / total
		}
	}
	for j := range s.articles {
		dated := sure(&s.articles[j].Publication)
		if !dated && (!all || s.belief[j].lp == nil) || len(s.heard[j]) == 0 {
			continue
		}
		if !s.say(j) {
			continue
		}
		for n, h := range s.heard[j] { // those of one kind stand together
			if n == 0 || h.kernel != s.heard[j][n-1].kernel || h.order != s.heard[j][n-1].order {
				s.message(h)
			}
			w := weight[h.by]
			if !dated {
				w *= s.w.Undated
			}
			lp := next[h.by].lp
			for k, v := range s.msg {
				lp[k] += float32(w * v)
			}
		}
	}
	for i := range next {
		if next[i].lp != nil {
			s.belief[i], next[i] = next[i], s.belief[i]
		}
	}
}

// say lays out what article j believes of its own day; false if that lies outside the days looked at.
func (s *set) say(j int) bool {
	if p := &s.articles[j].Publication; sure(p) {
		at := int(p.Best - s.lo)
		if at < 0 || at >= s.n {
			return false
		}
		clear(s.pr)
		s.pr[at] = 1
		return true
	}
	probabilities(s.belief[j].lp, s.pr)
	return true
}

// message computes into s.msg what the article whose belief is laid out says to a listener: that it lies near, and if
// one plans what the other tells of as done, on which side.
func (s *set) message(h listener) {
	b, eps := s.w.Kernels[h.kernel].Days, s.w.Kernels[h.kernel].Anywhere
	against := s.w.AgainstOrder
	decay := math.Exp(-1 / b)
	acc := 0.0
	for i := 0; i < s.n; i++ { // left is what lies at or before a day, right what lies after it
		acc = acc*decay + s.pr[i]
		s.left[i] = acc
	}
	acc = 0
	for i := s.n - 1; i >= 0; i-- {
		s.right[i] = acc
		acc = (acc + s.pr[i]) * decay
	}
	norm := (1 - decay) / (1 + decay)
	cum := 0.0
	for i := 0; i < s.n; i++ {
		cum += s.pr[i]
		before, after := s.left[i]-s.pr[i], s.right[i] // mass of the sibling before this day, and after it
		flatBefore, flatAfter := cum-s.pr[i], 1-cum
		switch h.order {
		case -1: // the listener first: the sibling must not lie before
			before *= against
			flatBefore *= against
		case 1:
			after *= against
			flatAfter *= against
		}
		v := (1-eps)*norm*(before+s.pr[i]+after) + eps*(flatBefore+s.pr[i]+flatAfter)/float64(s.n)
		s.msg[i] = math.Log(v + 1e-12)
	}
}

func probabilities(lp []float32, out []float64) {
	top := float32(math.Inf(-1))
	for _, v := range lp {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range lp {
		out[i] = math.Exp(float64(v - top))
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
}

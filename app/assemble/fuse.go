package assemble

import (
	"slices"
	"strconv"

	"dateline/app/event"
	"dateline/app/story"
	"dateline/geo"
)

// fuse gives events that are the same one the same identity: those told with one word, or of one kind, whose places and
// days do not contradict each other and which share a place, days, people, or words that few articles have. Every article
// keeps its own wording, days and place. articles gives the document IDs, copies the first article with the text of each.
func (w *Weights) fuse(events []*event.Found, articles []*story.Article, copies []int) {
	f := fuser{Weights: w, events: events, of: make([]int32, len(events))}
	if f.docs = len(articles); f.docs > 1 {
		f.count()
	}
	groups := make(map[uint64]int32, len(events)) // the number of each identity
	byRoot, byPlace := newChains[uint32](len(events)), newChains[block](len(events))
	for i, e := range events {
		e.Same = ""
		at, b := int32(-1), block{class: e.Class}
		if e.Where != nil {
			b.place = e.Where.Place.ID
		}
		if !e.Mention {
			at = f.closest(e, byRoot.last(e.Root), byRoot.before, w.FuseLeast)
			if at < 0 && b.place != 0 && event.Sorted(e.Class) {
				at = f.closest(e, byPlace.last(b), byPlace.before, w.FuseKind)
			}
		}
		if at >= 0 {
			e.Same, f.of[i] = events[at].Same, f.of[at]
		} else {
			f.begin(groups, i, eventID(e, articles[e.Doc].ID))
		}
		byRoot.add(e.Root, i)
		if b.place != 0 {
			byPlace.add(b, i)
		}
	}
	w.fuseSieges(events)
	weigh(events, copies)
}

// begin makes the event at i the first telling of the event with that identity.
func (f *fuser) begin(groups map[uint64]int32, i int, id uint64) {
	g, ok := groups[id]
	if !ok {
		g = int32(len(f.heads))
		f.heads = append(f.heads, 0)
		groups[id] = g
	}
	f.heads[g], f.of[i] = int32(i), g
	f.events[i].Same = identity(id)
}

// closest is the telling most like e of those in a chain that ends with k; -1 if none is enough. Only the latest are looked
// at, so that a thousand articles cost a thousand times one.
func (f *fuser) closest(e *event.Found, k int32, before []int32, need float64) int32 {
	best, at := f.FuseLeast, int32(-1)
	for n := 0; k >= 0 && n < f.FuseBack; k, n = before[k], n+1 {
		if s := f.alike(f.events[k], e); s >= need && s > best {
			if h := f.heads[f.of[k]]; h == k || f.alike(f.events[h], e) >= f.FuseHead {
				best, at = s, k
			}
		}
	}
	return at
}

// chains lists events by a key, the latest first.
type chains[K comparable] struct {
	ends   map[K]int32
	before []int32 // of each event: the one before it with the same key; -1 for none
}

func newChains[K comparable](n int) chains[K] {
	return chains[K]{make(map[K]int32, n/2), make([]int32, n)}
}

func (c *chains[K]) last(k K) int32 {
	if i, ok := c.ends[k]; ok {
		return i
	}
	return -1
}

func (c *chains[K]) add(k K, i int) {
	c.before[i] = c.last(k)
	c.ends[k] = int32(i)
}

// block is a kind of happening at a place.
type block struct {
	class event.Class
	place geo.PlaceID
}

// fuser compares events of a story.
type fuser struct {
	*Weights
	events []*event.Found
	of     []int32        // the event that each of events tells of
	heads  []int32        // the first telling of each event
	df     map[uint32]int // in how many articles a word stands
	docs   int
}

// count counts in how many articles each word of an event stands.
func (f *fuser) count() {
	f.df = map[uint32]int{}
	last := map[uint32]int{}
	for _, e := range f.events {
		for _, x := range e.Words {
			if d, ok := last[x]; !ok || d != e.Doc {
				last[x] = e.Doc
				f.df[x]++
			}
		}
	}
}

// alike measures how much speaks for two events being one; below FuseLeast they are two.
func (f *fuser) alike(a, b *event.Found) float64 {
	if a.Mention || b.Mention || (a.Modality == story.ModalPlanned) != (b.Modality == story.ModalPlanned) && !agree(a.When, b.When, f.SamePlanned) {
		return -1
	}
	s := f.places(a, b) + f.days(a, b)
	if meetIn(a.Who, b.Who) {
		s += f.FuseWho
	}
	return s + min(f.FuseWords, f.sharedWords(a.Words, b.Words))
}

// places weighs the places of two events.
func (f *fuser) places(a, b *event.Found) float64 {
	switch {
	case a.Named != "" || b.Named != "":
		if a.Named == b.Named {
			return f.FusePlace
		}
		if a.Where == nil || b.Where == nil {
			return 0
		}
	case a.Where == nil || b.Where == nil:
		return 0
	}
	p, q := &a.Where.Place, &b.Where.Place
	switch {
	case p.ID == q.ID:
		return f.FusePlace
	case event.Holds(p, q) || event.Holds(q, p):
		return f.FuseWithin
	}
	return -f.FuseApart * min(a.Where.P, b.Where.P)
}

// days weighs the days of two events. What only the day of publication dates says little.
func (f *fuser) days(a, b *event.Found) float64 {
	if !a.When.Dated() || !b.When.Dated() {
		return 0
	}
	told := a.When.Basis >= story.BasisInherited && b.When.Basis >= story.BasisInherited
	switch {
	case agree(a.When, b.When, f.SameDays):
		if told {
			return f.FuseDay
		}
		return f.FusePublished
	case a.When.Earliest > b.When.Latest+1 || b.When.Earliest > a.When.Latest+1:
		if told {
			return -f.FuseOther
		}
		return -f.FuseOther / 2
	}
	return 0
}

// sharedWords weighs the words that both have: the fewer articles have one, the more it says.
func (f *fuser) sharedWords(a, b []uint32) float64 {
	s := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			s += f.FuseWord * (1 - f.FuseCommon*float64(f.df[a[i]])/float64(f.docs))
			i++
			j++
		}
	}
	return s
}

// weigh counts for each event how many articles tell of it; articles with one text count as one.
func weigh(events []*event.Found, copies []int) {
	if len(copies) == 1 {
		for _, e := range events {
			e.Weight = 1
		}
		return
	}
	type telling struct {
		same string
		doc  int
	}
	seen := make(map[telling]bool, len(events))
	weight := make(map[string]int, len(events))
	for _, e := range events {
		if t := (telling{e.Same, copies[e.Doc]}); !seen[t] {
			seen[t] = true
			weight[e.Same]++
		}
	}
	for _, e := range events {
		e.Weight = weight[e.Same]
	}
}

// fuseSieges joins what one article tells of a town and another of the region around it: troops surrounded "in the
// region" are those of the town that is said to be encircled on the same days.
func (w *Weights) fuseSieges(events []*event.Found) {
	var all []*event.Found
	for _, e := range events {
		if e.Class == event.Encircle && e.Where != nil && !e.Mention && e.Where.Place.Kind != geo.KindCountry && len(all) < w.Sieges {
			all = append(all, e)
		}
	}
	for i, e := range all {
		for _, o := range all[:i] {
			if e.Same == o.Same || e.Doc == o.Doc || !event.Holds(&e.Where.Place, &o.Where.Place) && !event.Holds(&o.Where.Place, &e.Where.Place) || !agree(e.When, o.When, w.SameDays) {
				continue
			}
			from := e.Same
			for _, x := range all {
				if x.Same == from {
					x.Same = o.Same
				}
			}
		}
	}
}

// agree reports that two moments share at least that part of the days that either may take.
func agree(a, b story.Moment, share float64) bool {
	if !a.Dated() || !b.Dated() {
		return false
	}
	if a.Earliest > b.Latest || b.Earliest > a.Latest {
		return false
	}
	if !a.Earliest.Bounded() || !b.Earliest.Bounded() || !a.Latest.Bounded() || !b.Latest.Bounded() {
		return a.Earliest == b.Earliest || a.Latest == b.Latest
	}
	both := float64(min(a.Latest, b.Latest) - max(a.Earliest, b.Earliest) + 1)
	any := float64(max(a.Latest, b.Latest) - min(a.Earliest, b.Earliest) + 1)
	return both >= share*any
}

func meetIn(a, b []int) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// eventID is made of the article and the words that tell of the event, so it is the same in every run.
func eventID(e *event.Found, doc string) uint64 {
	var room [80]byte
	b := append(append(room[:0], doc...), ' ')
	b = strconv.AppendInt(append(strconv.AppendInt(b, int64(e.Span.Start), 10), ' '), int64(e.Trigger.Start), 10)
	if e.Where != nil {
		b = strconv.AppendInt(append(b, ' '), int64(e.Where.Place.ID), 10)
	}
	h := uint64(14695981039346656037) // FNV-1a
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h & (1<<48 - 1)
}

// identity writes an eventID as Event.Same has it.
func identity(h uint64) string {
	id := [13]byte{'e'}
	for k := 12; k > 0; k-- {
		id[k] = "0123456789abcdef"[h&15]
		h >>= 4
	}
	return string(id[:])
}

// claims says what each article asserts, reports or denies of each event.
func (w *Weights) claims(events []*event.Found, quotes []story.Quote) []story.Claim {
	n := 0
	for _, e := range events {
		if claimed(e) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]story.Claim, 0, n)
	for _, e := range events {
		if !claimed(e) {
			continue
		}
		c := story.Claim{Event: e.Same, Doc: e.Doc, Speaker: -1, Span: e.Span, P: e.P}
		if len(e.Quotes) > 0 {
			q := &quotes[e.Quotes[0]]
			c.Stance, c.Speaker, c.P = story.StanceReports, q.Speaker, min(1, e.P*max(q.P, w.ClaimLeast))
			c.Reasons = whyClaimReported
		}
		switch {
		case e.Modality == story.ModalDenied:
			c.Stance = story.StanceDenies
			if e.Denier >= 0 {
				c.Speaker = e.Denier
			}
			c.Reasons = whyClaimDenied
		case e.Modality == story.ModalReported || e.Modality == story.ModalClaimed:
			c.Stance = story.StanceReports
			if c.Reasons == nil {
				c.Reasons = whyClaimHearsay
			}
		case c.Reasons == nil:
			c.Reasons = whyClaimOwn
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b story.Claim) int {
		if a.Doc != b.Doc {
			return a.Doc - b.Doc
		}
		return a.Span.Compare(b.Span)
	})
	return out
}

// claimed reports an event that its article claims something of.
func claimed(e *event.Found) bool {
	return e.IsLikely() && !e.Mention && !e.Headline && e.Modality != story.ModalConditional
}

// Reasons of claims are shared by all that have them, and never changed.
var (
	whyClaimDenied   = []story.Reason{story.Why("event.claim.denied")}
	whyClaimHearsay  = []story.Reason{story.Why("event.claim.hearsay")}
	whyClaimOwn      = []story.Reason{story.Why("event.claim.own")}
	whyClaimReported = []story.Reason{story.Why("event.claim.reported")}
)

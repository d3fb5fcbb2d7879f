package assemble

import (
	"fmt"
	"hash/fnv"
	"slices"

	"dateline/app/event"
	"dateline/app/story"
	"dateline/geo"
)

// fuse gives events that are the same one the same identity: events of one kind at one place whose days agree and who share
// the word or an actor. Every article keeps its own wording, days and place. articles gives the document IDs.
func (w *Weights) fuse(events []*event.Found, articles []*story.Article) {
	type block struct {
		class event.Class
		place geo.PlaceID
		lemma string // only where there is no place
	}
	groups := map[block][]int{}
	var order []block
	for i := range events {
		e := events[i]
		b := block{class: e.Class}
		if e.Where != nil {
			b.place = e.Where.Place.ID
		} else {
			b.lemma = e.What
		}
		if e.Mention {
			b.lemma = e.What
		}
		if groups[b] == nil {
			order = append(order, b)
		}
		groups[b] = append(groups[b], i)
	}
	for _, b := range order {
		var heads []int // first event of each cluster
		for _, i := range groups[b] {
			e := events[i]
			e.Same = ""
			// Only the latest heads are looked at, so that a thousand articles cost a thousand times one.
			for k := len(heads) - 1; k >= 0 && k >= len(heads)-w.FuseBack; k-- {
				if h := events[heads[k]]; w.sameEvent(h, e) {
					e.Same = h.Same
					break
				}
			}
			if e.Same == "" {
				e.Same = eventID(e, articles[e.Doc].ID)
				heads = append(heads, i)
			}
		}
	}
	w.fuseSieges(events)
	weigh(events)
}

// weigh counts for each event how many articles tell of it.
func weigh(events []*event.Found) {
	type telling struct {
		same string
		doc  int
	}
	seen := make(map[telling]bool, len(events))
	weight := make(map[string]int, len(events))
	for _, e := range events {
		if t := (telling{e.Same, e.Doc}); !seen[t] {
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

// sameEvent compares two events of one kind and place.
func (w *Weights) sameEvent(a, b *event.Found) bool {
	if a.Modality == story.ModalPlanned != (b.Modality == story.ModalPlanned) && !agree(a.When, b.When, w.SamePlanned) {
		return false
	}
	shared := a.What == b.What || meetIn(a.Who, b.Who) || a.Class == event.Encircle || a.Class == event.Withdraw
	switch {
	case a.When.Dated() != b.When.Dated():
		return a.What == b.What && meetIn(a.Who, b.Who) && a.Doc != b.Doc
	case !a.When.Dated():
		return a.What == b.What && (a.Doc != b.Doc || meetIn(a.Who, b.Who))
	case a.Where == nil:
		return agree(a.When, b.When, w.SamePlaceless) && meetIn(a.Who, b.Who)
	}
	return shared && agree(a.When, b.When, w.SameDays)
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
func eventID(e *event.Found, doc string) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s %d %d", doc, e.Span.Start, e.Trigger.Start)
	if e.Where != nil {
		fmt.Fprintf(h, " %d", e.Where.Place.ID)
	}
	return fmt.Sprintf("e%012x", h.Sum64()&(1<<48-1))
}

// claims says what each article asserts, reports or denies of each event.
func (w *Weights) claims(events []*event.Found, quotes []story.Quote) []story.Claim {
	var out []story.Claim
	for i := range events {
		e := events[i]
		if !e.IsLikely() || e.Mention || e.Headline || e.Modality == story.ModalConditional {
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
		case e.Modality == story.ModalReported:
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

// Reasons of claims are shared by all that have them, and never changed.
var (
	whyClaimDenied   = []story.Reason{story.Why("event.claim.denied")}
	whyClaimHearsay  = []story.Reason{story.Why("event.claim.hearsay")}
	whyClaimOwn      = []story.Reason{story.Why("event.claim.own")}
	whyClaimReported = []story.Reason{story.Why("event.claim.reported")}
)

package story

import (
	"cmp"
	"slices"
)

// mainEvents are the n events that a person would tell the story by, named by Event.Same: those that most articles tell
// of, and among equals the likelier ones. What did not happen, and places that are only named, are none. Where only some articles
// are in question, it is the main events of these; nil is all.
func mainEvents(s *Story, n int, articles []bool) map[string]bool {
	type rank struct {
		same  string
		score float64
	}
	best := map[string]int{}
	var all []rank
	for i := range s.Events {
		e := &s.Events[i]
		if articles != nil && !articles[e.Doc] {
			continue
		}
		if e.Mention || !e.IsLikely() || !e.When.Dated() || e.Modality == ModalDenied || e.Modality == ModalConditional || e.Modality == ModalOpinion {
			continue
		}
		score := float64(max(e.Weight, 1)) + 0.9*e.P
		if k, ok := best[e.Same]; ok {
			all[k].score = max(all[k].score, score)
			continue
		}
		best[e.Same] = len(all)
		all = append(all, rank{e.Same, score})
	}
	slices.SortStableFunc(all, func(a, b rank) int { return cmp.Compare(b.score, a.score) })
	out := make(map[string]bool, n)
	for _, r := range all[:min(n, len(all))] {
		out[r.same] = true
	}
	return out
}

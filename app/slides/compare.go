package slides

import (
	"slices"

	"dateline/app/story"
)

// Comparisons are slides that hold articles against each other: each shows what several of them say of the same event, a sentence
// of each. Those of most articles come first.
func Comparisons(s *story.Story, steps []Step) []Slide {
	type telling struct{ step, doc int }
	groups := map[string][]telling{}
	var order []string
	for i := range steps {
		x := &steps[i]
		if x.Event < 0 || headline(s, x) {
			continue
		}
		same := s.Events[x.Event].Same
		if same == "" || slices.ContainsFunc(groups[same], func(t telling) bool { return t.doc == x.Doc }) {
			continue
		}
		if groups[same] == nil {
			order = append(order, same)
		}
		groups[same] = append(groups[same], telling{i, x.Doc})
	}
	slices.SortStableFunc(order, func(a, b string) int { return len(groups[b]) - len(groups[a]) })
	var out []Slide
	for _, same := range order {
		if len(groups[same]) < 2 {
			break
		}
		x := Slide{ID: "same/" + same}
		for _, t := range groups[same][:min(len(groups[same]), mostParts)] {
			x.Parts = append(x.Parts, partOf(s, &steps[t.step]))
		}
		out = append(out, x)
	}
	return out
}

package assemble

import (
	"dateline/app/group"
	"dateline/app/reading"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// sketchOf is what is kept of the words of an article to find copies of it: those of its telling, without what stands
// around it.
func sketchOf(r *reading.Resolved) group.Sketch {
	words := make([]uint32, 0, len(r.Text.Tokens))
	z := 0
	zones := r.Article.Zones
	for _, t := range r.Text.Tokens {
		for z < len(zones) && zones[z].Span.End <= int(t.Start) {
			z++
		}
		if t.Kind != token.Word && t.Kind != token.Number || z < len(zones) && !zones[z].Kind.Counts() {
			continue
		}
		words = append(words, t.Hash)
	}
	return group.SketchOf(words, nil)
}

// copies gives each article the number of the first one whose text it gives; its own where no other has it. Which is first
// hangs on what the articles are, not on their places in the list.
func copies(parts []*Part, order []int) []int {
	sketches := make([]group.Sketch, len(order))
	for i, doc := range order {
		sketches[i] = parts[doc].sketch
	}
	of := make([]int, len(parts))
	for i, first := range group.Copies(sketches, nil) {
		of[order[i]] = order[first]
	}
	return of
}

// together lists the articles with one text, for texts that several have.
func together(of []int) []story.Group {
	var out []story.Group
	at := map[int]int{}
	count := map[int]int{}
	for _, first := range of {
		count[first]++
	}
	for doc, first := range of {
		if count[first] < 2 {
			continue
		}
		k, ok := at[first]
		if !ok {
			k = len(out)
			at[first] = k
			out = append(out, story.Group{})
		}
		out[k].Articles = append(out[k].Articles, doc)
	}
	return out
}

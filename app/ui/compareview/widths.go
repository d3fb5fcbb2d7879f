package compareview

import (
	"strings"

	"dateline/app/ui/kit"
)

// columnWidths shares the room of a table out: to each column its share, and at least what the longest word of its head takes, as
// far as the widest columns can give it.
func columnWidths(f kit.Face, heads []string, shares []float32, room float32) []float32 {
	out := make([]float32, len(shares))
	need := make([]float32, len(shares))
	for i, share := range shares {
		out[i] = room * share
		if i < len(heads) {
			for _, w := range strings.Fields(heads[i]) {
				need[i] = max(need[i], f.Measure(w).Width+12)
			}
		}
	}
	for i := range out {
		for out[i] < need[i] {
			from := i
			for k := range out {
				if out[k]-need[k] > out[from]-need[from] {
					from = k
				}
			}
			give := min(need[i]-out[i], out[from]-need[from])
			if give < 1 {
				break
			}
			out[i] += give
			out[from] -= give
		}
	}
	return out
}

package basemap

import (
	"fmt"
	"strings"
)

// Sizes words what takes how much room in an archive, in packed bytes, for the log of the program that writes it.
func Sizes(data []byte) string {
	a, err := Open(data)
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "names %d", len(a.names.packed.packed))
	for i, name := range [layers]string{"land", "water", "urban"} {
		for level, blocks := range a.blocks[i] {
			n, arcs := 0, 0
			for _, block := range blocks {
				n += len(block.arcs.packed.packed)
				arcs += block.count
			}
			if arcs > 0 {
				fmt.Fprintf(&b, ", %s %d: %d (%d arcs)", name, level, n, arcs)
			}
		}
	}
	return b.String()
}

package gazetteer

import (
	"bytes"
	"slices"
)

// Search gives the rows whose name is what was typed, in any spelling that is known, then those whose name to show begins
// with it, each by population; at most n. It looks at every name, which takes up to a tenth of a second. Lookup is for text.
func (x *Index) Search(typed string, n int) []Row {
	var buf [maxFold]byte
	m := fold(&buf, typed, false)
	if m <= 0 || n <= 0 {
		return nil
	}
	var out []Row
	seen := map[Row]bool{}
	for _, h := range x.Lookup(typed, nil) {
		if h.Match != Demonym && !seen[h.Row] {
			seen[h.Row] = true
			out = append(out, h.Row)
		}
	}
	bigger := func(a, b Row) int {
		if d := x.weight(b) - x.weight(a); d != 0 {
			if d > 0 {
				return 1
			}
			return -1
		}
		return int(a) - int(b)
	}
	slices.SortStableFunc(out, bigger)
	var more []Row
	begins := func(r Row, name string) {
		var is [maxFold]byte
		if len(name) == 0 || !sameStart(name[0], buf[0]) {
			return
		}
		if k := fold(&is, name, false); k > m && bytes.Equal(is[:m], buf[:m]) && !seen[r] {
			more = append(more, r)
		}
	}
	for r := range Row(x.rowCount) {
		begins(r, x.Name(r))
	}
	for i := range x.over {
		l := &x.over[i]
		for row := range l.Len() {
			if l.same(row) == 0 {
				begins(Row(uint32(i+1)<<levelShift|uint32(row)), l.name(row))
			}
		}
	}
	slices.SortFunc(more, bigger)
	out = append(out, more...)
	return out[:min(n, len(out))]
}

// sameStart reports whether a name may fold to what begins with a letter: the cheap gate before folding. A letter that is
// no ASCII folds to anything.
func sameStart(a, folded byte) bool {
	if a >= 0x80 || folded >= 0x80 {
		return true
	}
	return a|0x20 == folded|0x20
}

// weight is what a place is sorted by: people, and for areas as many as a large city. A person's own places come first.
func (x *Index) weight(r Row) int64 {
	if x.OwnRow(r) {
		return 1 << 40
	}
	w := x.Population(r)
	if x.Kind(r).Area() {
		w = max(w, 1_000_000)
	}
	return w
}

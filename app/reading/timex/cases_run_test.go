package timex

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

func timexesOf(text, dct string) []story.Timex {
	anchor := story.DayMin
	if d, ok := story.ParseDay(dct); ok {
		anchor = d
	}
	t := token.Split(text)
	return Resolve(Find(t), t, anchor, nil)
}

// show writes what was read in the form of row.want; the parts that want does not ask for are left out.
func show(text string, got []story.Timex, want string) string {
	asked := strings.Split(want, "; ")
	var out []string
	for i, x := range got {
		s := x.Span.In(text) + " = " + x.Value
		w := ""
		if i < len(asked) {
			w = asked[i]
		}
		if strings.Contains(w, "|") {
			s += "|" + x.Mod
		}
		if strings.Contains(w, "@") {
			if !x.Moment.Dated() {
				s += "@undated"
			} else {
				s += fmt.Sprintf("@%s..%s", x.Moment.Earliest, x.Moment.Latest)
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestCases(t *testing.T) {
	seen := map[string]bool{}
	right := 0
	all := append(append(append([]row(nil), cases...), newsCases...), fieldCases...)
	for _, c := range all {
		if seen[c.name] {
			t.Errorf("two rows are called %q", c.name)
		}
		seen[c.name] = true
		got := show(c.text, timexesOf(c.text, c.dct), c.want)
		switch {
		case got == c.want && knownMisses[c.name]:
			t.Errorf("%s: right now, take it off the known misses", c.name)
		case got == c.want:
			right++
		case !knownMisses[c.name]:
			t.Errorf("%s\n text %s\n  got %s\n want %s", c.name, c.text, got, c.want)
		}
	}
	for name := range knownMisses {
		if !seen[name] {
			t.Errorf("known miss %q is no row", name)
		}
	}
	t.Logf("%d of %d rows right", right, len(all))
}

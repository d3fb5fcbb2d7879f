package assemble

import (
	"strings"

	"dateline/app/story"
)

// offices are held by one person of a state at a time, so that "the American president" of one article is the person
// whom another introduces by that title.
var offices = []string{"president", "prime minister", "chancellor", "premier", "foreign minister", "defence minister", "defense minister", "secretary of state",
	"vice president", "king", "queen", "pope", "emperor"}

// officeOf is the office that a wording names, if it is that of a state's holder and no deputy, former one or
// spokesperson of it; "" if it names none.
func officeOf(role string) string {
	r := strings.ToLower(role)
	for _, w := range []string{"former", "deputy", "ex-", "spokes", "adviser", "advisor", "aide", "envoy", "candidate", "assistant", "late ", "son of", "wife of"} {
		if strings.Contains(r, w) {
			return ""
		}
	}
	best := ""
	for _, o := range offices {
		if (strings.HasSuffix(r, o) || strings.Contains(r, o+" of ")) && len(o) > len(best) {
			best = o
		}
	}
	return best
}

// office joins those who are called by nothing but their office to the one person of the story who holds it, and
// renumbers the identities in who, which holds the story's numbers of each article's people.
func (c *cast) office(who [][]int) {
	type seat struct{ country, office string }
	holder := map[seat]int{} // -1: several
	for i := range c.all {
		s := &c.all[i]
		if s.Kind != story.SpeakerPerson || s.Country == "" {
			continue
		}
		o := officeOf(s.Role)
		if o == "" {
			continue
		}
		k := seat{s.Country, o}
		if _, have := holder[k]; have {
			holder[k] = -1
		} else {
			holder[k] = i
		}
	}
	to := make([]int, len(c.all))
	gone := false
	for i := range c.all {
		s := &c.all[i]
		to[i] = i
		if s.Kind != story.SpeakerRole || s.Country == "" {
			continue
		}
		if h, ok := holder[seat{s.Country, officeOf(s.Name)}]; ok && h >= 0 {
			to[i], gone = h, true
			c.all[h].Aliases = withName(append(c.all[h].Aliases, s.Aliases...), c.all[h].Name)
		}
	}
	if !gone {
		return
	}
	number := make([]int, len(c.all))
	kept := c.all[:0]
	for i := range number {
		if to[i] == i {
			number[i] = len(kept)
			kept = append(kept, c.all[i])
		}
	}
	c.all = kept
	for i := range number {
		if to[i] != i {
			number[i] = number[to[i]]
		}
	}
	for _, w := range who {
		for i := range w {
			if w[i] >= 0 {
				w[i] = number[w[i]]
			}
		}
	}
}

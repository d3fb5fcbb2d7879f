package story

import "strings"

// Leads reports whether the text says that somebody went from where event a is to where event b is: b tells that somebody
// goes there, and either its sentence names the place of a as where from, or the same person acts in both.
func (s *Story) Leads(a, b int) bool {
	from, to := &s.Events[a], &s.Events[b]
	if !to.Travel || from.Where == nil || to.Where == nil {
		return false
	}
	for _, w := range to.Who {
		for _, x := range from.Who {
			if w == x && w >= 0 && w < len(s.Speakers) && s.Speakers[w].Kind == SpeakerPerson {
				return true
			}
		}
	}
	art := s.Articles[to.Doc]
	for i := range art.Toponyms {
		t := &art.Toponyms[i]
		if !t.Placed || t.Span.Start < to.Sentence.Start || t.Span.End > to.Sentence.End || t.Place.Anchor != from.Where.Place.Anchor {
			continue
		}
		before := strings.Fields(art.Text[to.Sentence.Start:t.Span.Start])
		for k := len(before) - 1; k >= 0 && k >= len(before)-5; k-- { // "from the port of Oslo"
			switch strings.ToLower(before[k]) {
			case "from":
				return true
			case "to", "in", "into", "near", "at":
				k = 0
			}
		}
	}
	return false
}

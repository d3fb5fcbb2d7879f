package assemble

import "dateline/app/story"

// NameGroups names the groups of a story, where there are several: each by the place and the months of its own events. An
// article that stands alone needs no name.
func (b *Assembler) NameGroups(s *story.Story) {
	if len(s.Groups) < 2 {
		return
	}
	of := make([]int, len(s.Articles))
	parts := make([]story.Story, len(s.Groups))
	for g := range s.Groups {
		for _, d := range s.Groups[g].Articles {
			of[d] = g
			parts[g].Articles = append(parts[g].Articles, s.Articles[d])
		}
	}
	for i := range s.Events {
		p := &parts[of[s.Events[i].Doc]]
		p.Events = append(p.Events, s.Events[i])
	}
	for i := range s.Quotes {
		p := &parts[of[s.Quotes[i].Doc]]
		p.Quotes = append(p.Quotes, s.Quotes[i])
	}
	for g := range parts {
		if p := &parts[g]; len(p.Articles) > 1 {
			p.Speakers = s.Speakers
			s.Groups[g].Name = b.weights().title(p)
		}
		parts[g] = story.Story{} // its events can go
	}
}

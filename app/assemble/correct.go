package assemble

import "dateline/app/story"

// Correct lets a person change the events of the article before it is joined with others. fix changes one and says
// whether it stays; missed gives events that were not found. Both see article as it was read, and may be nil.
func (p *Part) Correct(fix func(a *story.Article, e *story.Event) (stays bool), missed func(a *story.Article, have []story.Event) []story.Event) {
	if fix != nil {
		kept := p.events[:0]
		for i := range p.events {
			if fix(p.article, &p.events[i].Event) {
				kept = append(kept, p.events[i])
			}
		}
		p.events = kept
	}
	if missed == nil {
		return
	}
	have := make([]story.Event, len(p.events))
	for i := range p.events {
		have[i] = p.events[i].Event
	}
	for _, e := range missed(p.article, have) {
		p.events = append(p.events, found{Event: e, denier: -1, noun: true})
	}
}

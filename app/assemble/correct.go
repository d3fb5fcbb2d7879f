package assemble

import (
	"dateline/app/event"
	"dateline/app/story"
)

// Correct lets a person change the events of the article before it is joined with others. fix changes one and says
// whether it stays; missed gives events that were not found. Both see article as it was read, and may be nil.
func (p *Part) Correct(fix func(a *story.Article, e *story.Event) (stays bool), missed func(a *story.Article, have []story.Event) []story.Event) {
	if fix != nil {
		kept := p.Events[:0]
		for i := range p.Events {
			if fix(p.article, &p.Events[i].Event) {
				kept = append(kept, p.Events[i])
			}
		}
		p.Events = kept
	}
	if missed == nil {
		return
	}
	have := make([]story.Event, len(p.Events))
	for i := range p.Events {
		have[i] = p.Events[i].Event
	}
	for _, e := range missed(p.article, have) {
		p.Events = append(p.Events, event.Found{Event: e, Denier: -1})
	}
}

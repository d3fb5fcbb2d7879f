package bind

import (
	"fmt"
	"slices"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
)

// Chip is one part of the filter, in words, and the filter without it.
type Chip struct {
	Words   string
	Without story.Filter
}

// Chips are the parts of a filter, in the order of the menu.
func (w Words) Chips(s *story.Story, f story.Filter) []Chip {
	var out []Chip
	add := func(words string, change func(*story.Filter)) {
		g := f
		change(&g)
		out = append(out, Chip{words, g})
	}
	all := func(g *story.Filter) { g.Articles = nil }
	group, only := groupOnly(s, f)
	by, one := publisherOnly(s, f)
	switch {
	case one:
		add(w.L("Publisher")+": "+clip(by, 36)+" · "+w.Count(len(f.Articles), "article", "articles"), all)
	case only:
		add(w.L("Group")+": "+clip(w.GroupName(group), 36)+" · "+w.Count(len(f.Articles), "article", "articles"), all)
	case len(f.Articles) > mostChips:
		add(w.Count(len(f.Articles), "article", "articles"), all)
	default:
		w.articleChips(s, f, add)
	}
	for k, id := range f.Speakers {
		name := w.L("No speaker named")
		if i := s.SpeakerAt(id); i >= 0 {
			name = s.Speakers[i].Name
		}
		add(w.L("Speaker")+": "+clip(name, 36), func(g *story.Filter) { g.Speakers = without(f.Speakers, k) })
	}
	for k, id := range f.Places {
		name := fmt.Sprint(id)
		if p, ok := story.PlaceNamed(s, id); ok {
			name = w.shortName(p)
		}
		add(w.L("Place")+": "+clip(name, 36), func(g *story.Filter) { g.Places = without(f.Places, k) })
	}
	if len(story.NewWords(f.Words)) > 0 {
		add(w.L("Words")+": "+clip(f.Words, 36), func(g *story.Filter) { g.Words = "" })
	}
	if f.MinP != 0 {
		add(w.L(Sure(f.MinP)), func(g *story.Filter) { g.MinP = 0 })
	}
	if f.Main > 0 {
		add(w.L(mainChip(f.Main, len(s.Articles))), func(g *story.Filter) { g.Main = 0 })
	}
	if f.HideUnreal {
		add(w.L("Only what happened"), func(g *story.Filter) { g.HideUnreal = false })
	}
	if f.HideEvents {
		add(w.L("No events"), func(g *story.Filter) { g.HideEvents = false })
	}
	if f.HideQuotes {
		add(w.L("No quotes"), func(g *story.Filter) { g.HideQuotes = false })
	}
	if f.HideActors {
		add(w.L("No rings of who speaks"), func(g *story.Filter) { g.HideActors = false })
	}
	return out
}

// mostChips is how many articles of a filter have a chip each.
const mostChips = 4

func (w Words) articleChips(s *story.Story, f story.Filter, add func(string, func(*story.Filter))) {
	for k, id := range f.Articles {
		name := id
		if i := s.ArticleAt(id); i >= 0 {
			name = Title(s.Articles[i])
		}
		add(w.L("Article")+": "+clip(name, 36), func(g *story.Filter) { g.Articles = without(f.Articles, k) })
	}
}

func without[T any](list []T, i int) []T {
	if len(list) == 1 {
		return nil
	}
	return slices.Delete(slices.Clone(list), i, i+1)
}

// also adds an entry that a list does not hold.
func also[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(slices.Clone(list), x)
}

// SureSteps are the least probabilities to choose from; the first shows also what is not likely.
var SureSteps = [...]float64{story.HoweverLikely, 0, 0.5, 0.8}

// Sure is what a least probability is called, in English.
func Sure(p float64) string {
	switch {
	case p < 0:
		return "However likely"
	case p == 0:
		return "What is likely"
	case p <= 0.5:
		return "At least 50 % likely"
	}
	return "At least 80 % likely"
}

// MainSteps are how many of the main events to choose from; 0 is all events.
var MainSteps = [...]int{0, 10, 20}

// Main is what so many main events are called, in English.
func Main(n int) string {
	switch {
	case n <= 0:
		return "All events"
	case n <= 10:
		return "The 10 main events"
	}
	return "The 20 main events"
}

// mainChip is Main over what is counted: where there are several articles each of them tells an event in its own words.
func mainChip(n, articles int) string {
	switch {
	case articles < 2:
		return Main(n)
	case n <= 10:
		return "The 10 main events, as each article tells them"
	}
	return "The 20 main events, as each article tells them"
}

// SelectedSpeaker is who speaks in what is selected; false if nobody.
func SelectedSpeaker(st session.State) (story.SpeakerID, bool) {
	s, i := st.Story, -1
	if q := st.SelectedQuote(); q >= 0 {
		i = s.Quotes[q].Speaker
	} else if e := st.SelectedEvent(); e >= 0 {
		i = eventSpeaker(s, e)
	}
	if i < 0 || i >= len(s.Speakers) {
		return "", false
	}
	return s.Speakers[i].ID, true
}

// SelectedPlace is the place of what is selected: of the event, of the quote, else the first at the selected mark; false
// if it has none.
func SelectedPlace(st session.State) (geo.PlaceID, bool) {
	s := st.Story
	if e := st.SelectedEvent(); e >= 0 && s.Events[e].Where != nil {
		return s.Events[e].Where.Place.ID, true
	}
	if q := st.SelectedQuote(); q >= 0 && s.Quotes[q].Where != nil {
		return s.Quotes[q].Where.Place.ID, true
	}
	if i := SelectedMark(st); i >= 0 && len(st.View.Marks[i].Places) > 0 {
		return st.View.Marks[i].Places[0].ID, true
	}
	return 0, false
}

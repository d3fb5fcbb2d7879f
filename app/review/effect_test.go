package review

import (
	"testing"

	"dateline/app/story"
	"dateline/geo"
)

func TestEffectOf(t *testing.T) {
	region := geo.Place{ID: 9, Name: "Porto", Kind: geo.KindAdmin1}
	for _, c := range []struct {
		name string
		edit func(*story.Story)
		want Effect
	}{
		{"nothing", func(*story.Story) {}, Effect{}},
		{"a name means a region: its event moves", func(s *story.Story) { s.Articles[0].Toponyms[0].Place, s.Events[0].Where.Place = region, region }, Effect{Moved: 1, Areas: 1, Names: 1}},
		{"a name only speaks: its event has no place", func(s *story.Story) { s.Articles[0].Toponyms[0].Use, s.Events[0].Where = story.UseActor, nil }, Effect{Moved: 1, Names: 1}},
		{"another day", func(s *story.Story) { s.Events[0].When = story.On(9, 1, 0) }, Effect{Redated: 1}},
		{"no event", func(s *story.Story) { s.Events = nil }, Effect{Gone: 1}},
		{"one event more", func(s *story.Story) { s.Events = append(s.Events, story.Event{ID: "new"}) }, Effect{Appeared: 1}},
		{"another speaker", func(s *story.Story) { s.Speakers[0].Name = "Carl Dunn" }, Effect{Quotes: 1}},
		{"no quote", func(s *story.Story) { s.Quotes = nil }, Effect{Quotes: 1}},
		{"no name", func(s *story.Story) { s.Articles[0].Toponyms = s.Articles[0].Toponyms[:3] }, Effect{Names: 1}},
		{"an article less", func(s *story.Story) { s.Articles = s.Articles[:1] }, Effect{}},
	} {
		after := doubtful()
		c.edit(after)
		if got := EffectOf(doubtful(), after); got != c.want || got.None() != (c.want == Effect{}) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

package bind

import (
	"slices"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// TestPlaceRows_AreInTheOrderOfTheLanguage: places with equally many events stand by their names, as a person of that language
// looks for them.
func TestPlaceRows_AreInTheOrderOfTheLanguage(t *testing.T) {
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{ID: "a", Text: "x"}}}}
	for i, name := range []string{"Zadar", "Örebro", "Łódź", "Lyon", "ankara", "Ahlen", "Ärla", "Oslo", "Mons"} {
		s.Events = append(s.Events, story.Event{ID: story.EventID(name), P: 1, Where: &story.Spot{P: 1,
			Place: geo.Place{ID: geo.PlaceID(i + 1), Name: name, Kind: geo.KindCity, Anchor: orb.Point{float64(i), 50}}}})
	}
	st := session.State{Story: s, View: story.Visible(s, story.Period{}, story.Filter{})}
	for language, want := range map[string][]string{
		"de": {"Ahlen", "ankara", "Ärla", "Łódź", "Lyon", "Mons", "Örebro", "Oslo", "Zadar"},
		"sv": {"Ahlen", "ankara", "Łódź", "Lyon", "Mons", "Oslo", "Zadar", "Ärla", "Örebro"},
		"pl": {"Ahlen", "ankara", "Ärla", "Lyon", "Łódź", "Mons", "Örebro", "Oslo", "Zadar"},
	} {
		w := Speak(func(s string, _ ...any) string { return s }, func(key, english string, _ ...any) string {
			if key == "[language]" {
				return language
			}
			return english
		}, func(_, english string, _ int, _ ...any) string { return english })
		var got []string
		for _, r := range w.PlaceRows(st, Inks{}) {
			got = append(got, r.Title)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", language, got, want)
		}
	}
}

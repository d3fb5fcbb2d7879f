package event_test

import "testing"

func TestFind_WhoGoesWhere(t *testing.T) {
	for _, c := range []struct {
		name, text, place string
		want              bool
	}{
		{"fled to", "Thousands fled to Oslo on Monday.", "Oslo", true},
		{"flew from, to", "The minister flew from Lisbon to Madrid on Monday.", "Madrid", true},
		{"arrived in", "The delegation arrived in Vienna on Monday.", "Vienna", true},
		{"headed for", "The convoy headed for Warsaw on Monday.", "Warsaw", true},
		{"visited the port of", "The queen visited the port of Hamburg on Monday.", "Hamburg", true},
		{"troops are moved to", "The army moved two brigades to Riga on Monday.", "Riga", true},
		{"a fire is no journey", "A fire broke out in Oslo on Monday.", "Oslo", false},
		{"a meeting is none", "The ministers met in Vienna on Monday.", "Vienna", false},
		{"who travelled in a country", "The poet travelled in Norway in 1990.", "Norway", false},
		{"what is sent is no journey", "The charity sent blankets to Oslo on Monday.", "Oslo", false},
		{"who is spoken to", "The minister spoke to reporters in Madrid on Monday.", "Madrid", false},
	} {
		_, found := find("2024-05-15", c.text)
		met, goes := false, false
		for i := range found.Events {
			if e := &found.Events[i]; e.Where != nil && e.Where.Place.Name == c.place {
				met, goes = true, goes || e.Travel
			}
		}
		if !met || goes != c.want {
			t.Errorf("%s: an event there %v, somebody goes there %v", c.name, met, goes)
		}
	}
}

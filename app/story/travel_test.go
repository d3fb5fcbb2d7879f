package story

import (
	"strings"
	"testing"

	"dateline/geo"
	"github.com/paulmach/orb"
)

func TestLeads(t *testing.T) {
	oslo, bergen := geo.Place{ID: 1, Name: "Oslo", Anchor: orb.Point{10.7, 59.9}}, geo.Place{ID: 2, Name: "Bergen", Anchor: orb.Point{5.3, 60.4}}
	for _, c := range []struct {
		name, text   string
		travel       bool
		first, other []int
		want         bool
	}{
		{"from the place before", "She flew from Oslo to Bergen.", true, nil, nil, true},
		{"from the port of the place before", "She sailed from the old port of Oslo to Bergen.", true, nil, nil, true},
		{"to there, and nothing says from where", "She flew to Bergen.", true, nil, nil, false},
		{"the same person was there before", "She flew to Bergen.", true, []int{0}, []int{0}, true},
		{"somebody else was", "She flew to Bergen.", true, []int{1}, []int{0}, false},
		{"the same state is no traveller", "The envoy flew to Bergen.", true, []int{2}, []int{2}, false},
		{"nobody goes there", "A fire spread from Oslo to Bergen.", false, nil, nil, false},
		{"the other place is named, not as where from", "She flew to Bergen, said the mayor in Oslo.", true, nil, nil, false},
	} {
		text := "A fire in Oslo. " + c.text
		a := &Article{Document: Document{Text: text}}
		for _, p := range []geo.Place{oslo, bergen} {
			for at := strings.Index(text, p.Name); at >= 0; {
				a.Toponyms = append(a.Toponyms, Toponym{Span: Span{Start: at, End: at + len(p.Name)}, Placed: true, Place: p})
				next := strings.Index(text[at+1:], p.Name)
				if next < 0 {
					break
				}
				at += 1 + next
			}
		}
		s := &Story{Articles: []*Article{a}, Speakers: []Speaker{{Name: "Ada"}, {Name: "Bo"}, {Name: "Norway", Kind: SpeakerPlace}}, Events: []Event{
			{Where: &Spot{Place: oslo}, Who: c.first, Sentence: Span{Start: 0, End: 15}},
			{Where: &Spot{Place: bergen}, Who: c.other, Travel: c.travel, Sentence: Span{Start: 16, End: len(text)}},
		}}
		if got := s.Leads(0, 1); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

package story

import "testing"

func TestIdentify(t *testing.T) {
	make := func() *Story {
		return &Story{
			Articles: []*Article{{Document: Document{ID: "a"}}, {Document: Document{ID: "b"}}},
			Events: []Event{{Doc: 0, Span: Span{0, 9}, Trigger: Span{3, 5}}, {Doc: 0, Span: Span{0, 9}, Trigger: Span{3, 5}}, {Doc: 1, Span: Span{0, 9}, Trigger: Span{3, 5}},
				{Doc: 0, Span: Span{10, 19}}},
			Quotes:   []Quote{{Doc: 1, Span: Span{2, 4}}, {Doc: 1, Span: Span{2, 4}}},
			Speakers: []Speaker{{Name: "Ann"}, {Name: "officials"}, {Name: "officials"}},
		}
	}
	s := make()
	Identify(s)
	seen := map[string]bool{}
	for _, e := range s.Events {
		seen[string(e.ID)] = true
	}
	for _, q := range s.Quotes {
		seen[string(q.ID)] = true
	}
	for _, v := range s.Speakers {
		seen[string(v.ID)] = true
	}
	if len(seen) != 9 || seen[""] {
		t.Errorf("ids are not one each: %v", seen)
	}
	for i := range s.Events {
		if s.EventAt(s.Events[i].ID) != i {
			t.Errorf("event %d is not found by its id", i)
		}
	}
	if s.EventAt("") != -1 || s.QuoteAt("gone") != -1 || s.SpeakerAt("") != -1 || s.ArticleAt("gone") != -1 || s.ArticleAt("b") != 1 {
		t.Error("what is not there is at -1")
	}

	// A copy that is put in another order is not what was indexed: its own order counts.
	turned := *s
	turned.Events = []Event{s.Events[3], s.Events[0], s.Events[1], s.Events[2]}
	if got := turned.EventAt(s.Events[3].ID); got != 0 {
		t.Errorf("in another order the event is at %d, not at 0", got)
	}
	turned.Events = append(turned.Events, Event{ID: "new"})
	if got := turned.EventAt("new"); got != 4 {
		t.Errorf("an event that was added is at %d, not at 4", got)
	}

	// Told again: another order of events, another place and day for one. The ids stay with their words.
	again := make()
	again.Events[0], again.Events[3] = again.Events[3], again.Events[0]
	again.Events[0].When = On(7, 1, BasisGiven)
	Identify(again)
	if again.Events[0].ID != s.Events[3].ID || again.Events[2].ID != s.Events[2].ID {
		t.Errorf("ids moved: %q, %q", again.Events[0].ID, again.Events[2].ID)
	}
}

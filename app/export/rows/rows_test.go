package rows

import (
	"slices"
	"testing"

	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

func TestRows(t *testing.T) {
	s := sample.Story()
	got := slices.Collect(All(s, story.Visible(s, story.Period{}, story.Filter{})))
	if len(got) != 3 {
		t.Fatalf("got %d rows", len(got))
	}
	from, to := got[0].Days()
	if r := got[0]; r.Kind != Event || r.What != "arrest" || r.Where.Place.Name != "Lisbon" || r.PlaceUse() != "literal" || from != "2024-05-13" || to != from ||
		r.Speaker != "Rui Gomes" || r.Quote != "“It is over,”" || r.Published != "2024-05-14" || r.Publisher != "a.example" {
		t.Errorf("the event at a city: %+v", r)
	}
	from, to = got[1].Days()
	if r := got[1]; r.Where != nil || r.PlaceUse() != "" || from != "" || to != "" {
		t.Errorf("an event without place and day has neither: %+v", r)
	}
	from, to = got[2].Days()
	if r := got[2]; r.Kind != Quote || r.PlaceUse() != "actor" || from != "2024-05-13" || to != "2024-05-14" || r.At[0] != -9.13333 {
		t.Errorf("a quote stands at the seat of who speaks: %+v", r)
	}
}

func TestOnlyWhatIsVisible(t *testing.T) {
	s := sample.Story()
	early := story.NewDay(2020, 1, 1)
	for r := range All(s, story.Visible(s, story.Between(early, early), story.Filter{})) {
		t.Errorf("a row that the period does not hold: %+v", r)
	}
}

func TestPlace(t *testing.T) {
	s := sample.Story()
	known := s.Events[0].Where
	for _, c := range []struct {
		name, named string
		where       *story.Spot
		want        string
	}{
		{"a known place has its name", "", known, "Lisbon"},
		{"one that no index knows has the name of the text", "Ounkaba", nil, "Ounkaba"},
		{"and what the text says it lies in", "Qarbesh", known, "Qarbesh, Lisbon"},
		{"no place has none", "", nil, ""},
	} {
		s.Events[0].Named, s.Events[0].Where = c.named, c.where
		r := OfEvent(s, 0)
		if got := r.Place(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

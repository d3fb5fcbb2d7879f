package story

import "testing"

// The main events are those that most articles tell of; what did not happen and what is not likely is none.
func TestMainEvents(t *testing.T) {
	on := func(day int) Moment { return On(Day(day), 1, BasisClause) }
	s := &Story{Articles: []*Article{{}, {}, {}}, Events: []Event{
		{Same: "once", When: on(1), P: 0.9, Weight: 1},
		{Same: "often", Doc: 0, When: on(2), P: 0.5, Weight: 3},
		{Same: "often", Doc: 1, When: on(2), P: 0.5, Weight: 3},
		{Same: "denied", When: on(3), P: 0.9, Weight: 3, Modality: ModalDenied},
		{Same: "doubtful", When: on(4), P: 0.1, Weight: 3},
		{Same: "undated", P: 0.9, Weight: 3},
		{Same: "twice", When: on(5), P: 0.4, Weight: 2},
	}}
	for _, c := range []struct {
		name string
		n    int
		want []int
	}{
		{"the event of most articles, in each of its tellings", 1, []int{1, 2}},
		{"then the next", 2, []int{1, 2, 6}},
		{"no more than there are", 20, []int{0, 1, 2, 6}},
		{"all that is likely", 0, []int{0, 1, 2, 3, 5, 6}},
	} {
		got := Passing(s, Filter{Main: c.n})
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
	s.Articles[1].ID = "b"
	if got := Passing(s, Filter{Main: 1, Articles: []string{"b"}}); len(got) != 1 || got[0] != 2 {
		t.Errorf("of one article: %v", got)
	}
	s.Events[0].Doc = 2
	s.Articles[2].ID = "c"
	if got := Passing(s, Filter{Main: 1, Articles: []string{"c"}}); len(got) != 1 || got[0] != 0 {
		t.Errorf("the main event of an article that tells of no other: %v", got)
	}
	if !(Filter{Main: 5}).On() || (Filter{Main: 5}).Equal(Filter{}) {
		t.Error("a filter for the main events hides something")
	}
	if v := Visible(s, Period{}, Filter{}); v.Unlikely != 1 {
		t.Errorf("%d events are told to be hidden", v.Unlikely)
	}
	if got := Passing(s, Filter{MinP: HoweverLikely}); len(got) != len(s.Events) {
		t.Errorf("however likely: %v", got)
	}
}

package bind

import (
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

func TestCounted_WhereThereAreManyOrThePersonSaysSo(t *testing.T) {
	ticks := func(events, undated, published int) (out []Tick) {
		for range events {
			out = append(out, Tick{Kind: TickEvent})
		}
		for range undated {
			out = append(out, Tick{Kind: TickEvent, Undated: true})
		}
		for range published {
			out = append(out, Tick{Kind: TickPublication})
		}
		return out
	}
	for _, c := range []struct {
		name   string
		choice session.Counts
		ticks  []Tick
		want   bool
	}{
		{"many", session.CountsMany, ticks(ManyEvents, 0, 0), true},
		{"not so many", session.CountsMany, ticks(ManyEvents-1, 0, 0), false},
		{"many without a day", session.CountsMany, ticks(5, ManyEvents, 0), false},
		{"many articles and few events", session.CountsMany, ticks(5, 0, ManyEvents), false},
		{"one, and asked for", session.CountsOn, ticks(1, 0, 0), true},
		{"none, and asked for", session.CountsOn, ticks(0, 3, 3), false},
		{"many, and not wanted", session.CountsOff, ticks(9*ManyEvents, 0, 0), false},
	} {
		if got := Counted(c.choice, c.ticks); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestBin_SaysWhatIsKnownAndWhatMayBe(t *testing.T) {
	d := story.NewDay(2025, 3, 10)
	for _, c := range []struct {
		name string
		bin  Bin
		want string
	}{
		{"a week with everything", Bin{From: d, To: d + 6, Events: 12, Ranged: 3, Open: 2, Published: 1, Unsure: 4},
			"10–16 Mar 2025\n12 events\n3 more perhaps: the text gives only a range\n2 planned, denied or only said\npublished: 1 article\nperhaps published: 4 articles"},
		{"a day with one event", Bin{From: d, To: d, Events: 1}, "10 Mar 2025\n1 event"},
		{"a month without events", Bin{From: d - 9, To: d + 21, Published: 2}, "Mar 2025\npublished: 2 articles"},
	} {
		if got := (Words{}).Bin(c.bin); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

package timex

import (
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

func TestResolveFor(t *testing.T) {
	const text = "The pact of 3 May 2021 was renewed last year. On Tuesday the sides met, and they will meet next month."
	d := story.NewDay(2025, 3, 12)
	tok := token.Split(text)
	found := Find(tok)
	sure := Resolve(found, tok, d, nil)
	pub := func(kind story.DateKind, p float64, from, to story.Day) story.Publication {
		return story.Publication{Kind: kind, Best: d, From: from, To: to, From50: max(from, d-1), To50: min(to, d+1), P: p}
	}
	for _, c := range []struct {
		name   string
		pub    story.Publication
		factor [4]float64 // of P: the full date, last year, Tuesday, next month
	}{
		{"a date that a person gave changes nothing", pub(story.DateGiven, 1, d, d), [4]float64{1, 1, 1, 1}},
		{"a stated date is nearly sure", pub(story.DateExplicit, 0.95, d, d), [4]float64{1, 0.95, 0.95, 0.95}},
		{"an inferred one costs what depends on the day, not what depends on the year", pub(story.DateInferred, 0.2, d-5, d+9), [4]float64{1, 0.9, 0.6, 0.9}},
		{"a wide one costs months too", pub(story.DateInferred, 0.1, d-20, d+40), [4]float64{1, 0.9, 0.6, 0.6}},
	} {
		got := ResolveFor(found, tok, c.pub, nil)
		if len(got) != 4 || len(sure) != 4 {
			t.Fatalf("%s: %d expressions", c.name, len(got))
		}
		for i := range got {
			if got[i].Value != sure[i].Value {
				t.Errorf("%s: %q moved to %s", c.name, got[i].Span.In(text), got[i].Value)
			}
			if one := c.factor[i] >= 0.9; one != sameDays(&got[i], &sure[i]) {
				t.Errorf("%s: %q is shown as %s to %s", c.name, got[i].Span.In(text), got[i].Moment.Earliest, got[i].Moment.Latest)
			}
			if f := got[i].P / sure[i].P; f < c.factor[i]-1e-9 || f > c.factor[i]+1e-9 {
				t.Errorf("%s: %q costs %.2f, want %.2f", c.name, got[i].Span.In(text), f, c.factor[i])
			}
		}
	}
	// A weekday counted from a day that was inferred is every such weekday that the interval leaves open, and no single day.
	got := ResolveFor(found, tok, pub(story.DateInferred, 0.2, d-5, d+9), nil)[2].Moment
	if got.Earliest != d-8 || got.Latest != d+6 || got.Precision != story.PrecisionWeek || got.P < 0.7 {
		t.Errorf("Tuesday of 7 to 21 March: %s to %s, %v, %.2f", got.Earliest, got.Latest, got.Precision, got.P)
	}
	if got := ResolveFor(found, tok, story.Publication{}, nil); got[0].Value != "2021-05-03" || got[2].Value != "XXXX-WXX-2" {
		t.Errorf("without a date: %s, %s", got[0].Value, got[2].Value)
	}
}

package pubdate

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

func evidence(text string, names ...string) Evidence {
	t := token.Split(text)
	return New(nil).Gather(&story.Document{Text: text}, t, timex.Find(t), names)
}

func TestTogether(t *testing.T) {
	names := []string{"Ann Reed", "Leeds", "York", "Bob Hill", "River Aire"}
	dated := evidence("Bridge\n15 March 2025"+body, names...)
	t.Run("an undated article follows its sibling", func(t *testing.T) {
		got := New(nil).Together([]Evidence{evidence("The bridge again"+body, names...), dated})
		if got[0].Kind != story.DateInferred || got[0].Best < dated.Publication.Best-3 || got[0].Best > dated.Publication.Best+3 {
			t.Errorf("got %s %s", got[0].Kind, got[0].Best)
		}
		if got[0].To-got[0].From > 21 || got[0].From > got[0].Best || got[0].Best > got[0].To {
			t.Errorf("interval %s..%s", got[0].From, got[0].To)
		}
		if len(got[0].Reasons) == 0 || got[0].Reasons[0].Code != whySibling {
			t.Errorf("reasons %v", got[0].Reasons)
		}
		if got[1].Best != dated.Publication.Best || got[1].Kind != story.DateExplicit {
			t.Errorf("the dated one moved to %s", got[1].Best)
		}
	})
	t.Run("one that shares no name stays unknown", func(t *testing.T) {
		got := New(nil).Together([]Evidence{evidence("Cake"+body, "Zoe Park", "Lima"), dated})
		if got[0].Kind != story.DateUnknown {
			t.Errorf("got %s %s", got[0].Kind, got[0].Best)
		}
	})
	t.Run("no sibling at all", func(t *testing.T) {
		if got := New(nil).Together([]Evidence{evidence("Cake"+body, names...)}); got[0].Kind != story.DateUnknown {
			t.Errorf("got %s", got[0].Kind)
		}
		if got := New(nil).Together(nil); len(got) != 0 {
			t.Errorf("got %v", got)
		}
	})
	t.Run("a plan comes before what tells of it as done", func(t *testing.T) {
		done := evidence("Bridge\n15 March 2025\n\nMayor Ann Reed of Leeds met Bob Hill of York on the bridge, and the two signed nothing.", names...)
		plan := evidence("Bridge\n\nMayor Ann Reed of Leeds is expected to meet Bob Hill of York on the bridge.", names...)
		got := New(nil).Together([]Evidence{plan, done})
		if got[0].Best > done.Publication.Best {
			t.Errorf("the plan is dated %s, after what was planned", got[0].Best)
		}
		free := New(nil).Together([]Evidence{evidence("Bridge"+body, names...), done})
		if got[0].To >= free[0].To {
			t.Errorf("the order does not narrow: %s, without it %s", got[0].To, free[0].To)
		}
	})
	t.Run("siblings that contradict each other widen the interval", func(t *testing.T) {
		far := evidence("Bridge\n15 June 2025"+body, names...)
		one := New(nil).Together([]Evidence{evidence("Bridge"+body, names...), dated})
		two := New(nil).Together([]Evidence{evidence("Bridge"+body, names...), dated, far})
		if two[0].Kind == story.DateUnknown {
			return // so wide that none is told
		}
		if two[0].To-two[0].From < one[0].To-one[0].From || two[0].P >= one[0].P {
			t.Errorf("with two %s..%s (%.2f), with one %s..%s (%.2f)", two[0].From, two[0].To, two[0].P, one[0].From, one[0].To, one[0].P)
		}
	})
	t.Run("a weekday picks the day near the sibling", func(t *testing.T) {
		got := New(nil).Together([]Evidence{evidence("Bridge\n\nThe mayor spoke on Wednesday in the hall. The pact was signed on Tuesday.", names...), dated})
		if got[0].Best != day(t, "2025-03-12") {
			t.Errorf("got %s", got[0].Best)
		}
	})
	t.Run("last August and August last year are one before August", func(t *testing.T) {
		e := evidence("Bridge\n\nThe bridge has been shut since last August. It was closed in August last year by the mayor.", names...)
		late := evidence("Bridge\n2 September 2025"+body, names...)
		got := New(nil).Together([]Evidence{e, late})
		if _, m, _ := got[0].Best.Date(); m > 8 {
			t.Errorf("got %s", got[0].Best)
		}
	})
}

func TestTogether_Deterministic(t *testing.T) {
	var list []Evidence
	for i := 0; i < 30; i++ {
		text := "Bridge" + body
		if i%5 == 0 {
			text = fmt.Sprintf("Bridge\n%d March 2025", i%28+1) + body
		}
		list = append(list, evidence(text, "Ann Reed", "Leeds", fmt.Sprint("Name ", i%4), fmt.Sprint("Other ", i%7)))
	}
	a := fmt.Sprint(New(nil).Together(list))
	for k := 0; k < 3; k++ {
		if b := fmt.Sprint(New(nil).Together(list)); b != a {
			t.Fatal("two runs differ")
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Bridge\n15/03/2025 08:00" + body, "LEEDS, March 13 (Newswire) - x in 2024.", "31/12/9999\nUpdated 1 January 0001", "\xff\n12 March 2025\xfe",
		strings.Repeat("On Monday in 1999 ", 30), "14 October 1066\n", "Published 99/99/9999"} {
		f.Add(s, "https://a.example/2025/03/12/x")
	}
	f.Fuzz(func(t *testing.T, text, url string) {
		tok := token.Split(text)
		found := timex.Find(tok)
		e := New(nil).Gather(&story.Document{Text: text, URL: url}, tok, found, []string{"A", "b", text})
		for _, p := range append(New(nil).Together([]Evidence{e, e, evidence("Bridge\n15 March 2025"+body, "a", "b")}), e.Publication) {
			if p.Kind == story.DateUnknown {
				continue
			}
			if !(p.From <= p.Best && p.Best <= p.To) || p.P < 0 || p.P > 1.000001 || p.P != p.P {
				t.Fatalf("%s: %d %d %d p %v", p.Kind, p.From, p.Best, p.To, p.P)
			}
		}
	})
}

func BenchmarkTogether(b *testing.B) {
	var list []Evidence
	for i := 0; i < 500; i++ {
		text := "Bridge" + body
		if i%5 == 0 {
			text = fmt.Sprintf("Bridge\n%d March 2025", i%28+1) + body
		}
		list = append(list, evidence(text, "Ann Reed", "Leeds", fmt.Sprint("Name ", i%40), fmt.Sprint("Other ", i%70)))
	}
	for b.Loop() {
		New(nil).Together(list)
	}
}

func TestTogether_SharedDeeds(t *testing.T) {
	names := []string{"Ann Reed", "Leeds", "York", "Bob Hill", "River Aire"}
	deed := func(when string) string {
		return "Bridge\n\nMayor Ann Reed of Leeds met Bob Hill of York " + when + ", and the two signed nothing."
	}
	full := evidence(deed("on 11 March 2025"), names...)
	late := evidence("Bridge\n20 March 2025\n\nMayor Ann Reed of Leeds met Bob Hill of York on 11 March, and the two signed nothing.", names...)
	has := func(p story.Publication, code string) bool {
		for _, r := range p.Reasons {
			if r.Code == code {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		name     string
		text     string
		siblings []Evidence
		from, to string
	}{
		{"yesterday there is 11 March here", deed("yesterday"), []Evidence{full, late}, "2025-03-12", "2025-03-12"},
		{"today there is 11 March here", deed("today"), []Evidence{full, late}, "2025-03-11", "2025-03-11"},
		{"on Tuesday is 11 March: published that day or soon after", deed("on Tuesday"), []Evidence{full, late}, "2025-03-11", "2025-03-14"},
		{"a weekday counted from a dated sibling fixes it too", deed("yesterday"),
			[]Evidence{evidence("Bridge\n14 March 2025\n\nMayor Ann Reed of Leeds met Bob Hill of York on Tuesday, and the two signed nothing.", names...)}, "2025-03-12", "2025-03-12"},
	} {
		p := New(nil).Together(append([]Evidence{evidence(c.text, names...)}, c.siblings...))[0]
		if p.Kind != story.DateInferred || p.Best < day(t, c.from) || p.Best > day(t, c.to) || !has(p, whyDeed) {
			t.Errorf("%s: got %s %s, %v", c.name, p.Kind, p.Best, p.Reasons)
		}
	}
	// On Friday they cannot have met on the Tuesday that the other names.
	if p := New(nil).Together([]Evidence{evidence(deed("on Friday"), names...), full, late})[0]; has(p, whyDeed) {
		t.Errorf("another weekday is taken for the same deed: %v", p.Reasons)
	}
}

func TestTogether_Contradictions(t *testing.T) {
	names := []string{"Ann Reed", "Leeds", "York", "Bob Hill", "River Aire"}
	code := func(ps []story.Publication, i int) string {
		var out []string
		for _, r := range ps[i].Reasons {
			if r.Code == whyDisorder || r.Code == whyOtherDay || r.Code == whyAgainst {
				out = append(out, r.String())
			}
		}
		return strings.Join(out, "; ")
	}
	plan := evidence("The plan\n15 March 2025\n\nMayor Ann Reed of Leeds is expected to meet Bob Hill of York on the bridge.", names...)
	done := evidence("The deed\n10 March 2025\n\nMayor Ann Reed of Leeds met Bob Hill of York on the bridge.", names...)
	if got := code(New(nil).Together([]Evidence{plan, done}), 0); got != `plans what "The deed", published Mon 10 March 2025, already tells of as done` {
		t.Errorf("a plan after its deed: %q", got)
	}
	if got := code(New(nil).Together([]Evidence{done, plan}), 0); got != "" {
		t.Errorf("the deed is told of for the plan: %q", got)
	}
	a := evidence("One\n15 March 2025\n\nMayor Ann Reed of Leeds met Bob Hill of York on Tuesday.", names...)
	b := evidence("Two\n15 March 2025\n\nMayor Ann Reed of Leeds met Bob Hill of York on Wednesday.", names...)
	if got := code(New(nil).Together([]Evidence{a, b}), 0); got != `"Two" gives another day for the same deed: Wed 12 March 2025, not Tue 11 March 2025` {
		t.Errorf("two days for one deed: %q", got)
	}
	if got := code(New(nil).Together([]Evidence{a, a}), 0); got != "" {
		t.Errorf("one day for one deed: %q", got)
	}
	early := evidence("Bridge\n5 January 2025"+body, names...)
	far := evidence("Bridge again\n3 July 2025"+body, names...)
	ps := New(nil).Together([]Evidence{evidence("Bridge\n\nThe bridge fell on 3 January 2025, and the mayor saw it on 4 January 2025."+body, names...), early, far})
	if ps[0].Kind == story.DateInferred && code(ps, 0) != `"Bridge again", published Thu 3 July 2025, speaks against it` {
		t.Errorf("a sibling far away is not told of: %s %q", ps[0].Best, code(ps, 0))
	}
}

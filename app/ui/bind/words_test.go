package bind

import (
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

func TestInterval(t *testing.T) {
	d := story.NewDay
	for _, c := range []struct {
		name     string
		from, to story.Day
		want     string
	}{
		{"a day", d(2025, 3, 12), d(2025, 3, 12), "12 Mar 2025"},
		{"days of a month", d(2025, 3, 11), d(2025, 3, 12), "11–12 Mar 2025"},
		{"a whole month", d(2024, 8, 1), d(2024, 8, 31), "Aug 2024"},
		{"May has no other name", d(2024, 5, 1), d(2024, 5, 31), "May 2024"},
		{"a whole year", d(2022, 1, 1), d(2022, 12, 31), "2022"},
		{"two months", d(2025, 2, 28), d(2025, 3, 2), "28 Feb – 2 Mar 2025"},
		{"two years", d(2024, 12, 30), d(2025, 1, 2), "30 Dec 2024 – 2 Jan 2025"},
		{"until", story.DayMin, d(2025, 3, 2), "until 2 Mar 2025"},
		{"from", d(2025, 3, 2), story.DayMax, "from 2 Mar 2025"},
		{"nothing", story.DayMin, story.DayMax, "undated"},
		{"whole years", d(2016, 1, 1), d(2019, 12, 31), "2016–2019"},
		{"whole years before the common era", d(-489, 1, 1), d(-479, 12, 31), "490 BCE – 480 BCE"},
		{"years that are not whole", d(2016, 1, 2), d(2019, 12, 31), "2 Jan 2016 – 31 Dec 2019"},
		{"an early year of it", d(79, 8, 24), d(79, 8, 24), "24 Aug 79 CE"},
		{"before the common era", d(-43, 3, 15), d(-43, 3, 15), "15 Mar 44 BCE"},
	} {
		if got := (Words{}).Interval(c.from, c.to); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	d := story.NewDay(2025, 3, 12)
	s := &story.Story{Events: []story.Event{{When: story.On(d, 1, 0)}, {When: story.On(d+9, 1, 0)}, {}}}
	for _, c := range []struct {
		name       string
		p          story.Period
		width      int
		title, sub string
	}{
		{"everything", story.Period{}, 1, "All dates", "12–21 Mar 2025 · 3 events · 0 places · 0 quotes"},
		{"a day and its neighbours", story.Between(d-1, d+1), 1, "Wed 12 March 2025", "± 1 day · 1 of 3 events · 0 places · 0 quotes"},
		{"one day", story.Between(d, d), 0, "Wed 12 March 2025", "1 of 3 events · 0 places · 0 quotes"},
		{"an interval", story.Between(d, d+9), 1, "12–21 Mar 2025", "2 of 3 events · 0 places · 0 quotes"},
	} {
		title, sub := Words{}.period(s, story.Visible(s, c.p, story.Filter{}), c.width)
		if title != c.title || sub != c.sub {
			t.Errorf("%s: %q, %q", c.name, title, sub)
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"short", "short"},
		{"several words in a row", "several words…"},
		{"  white \n space ", "white space"},
		{"Многословное предложение", "Многословное…"},
		{"one,two;three four", "one,two;three…"},
	} {
		if got := clip(c.in, 15); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCurly(t *testing.T) {
	for in, want := range map[string]string{`"as it is,"`: "“as it is,”", "“kept”": "“kept”", "no marks": "no marks", `"open`: "“open"} {
		if got := curly(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// TestDays_HaveTheOrderOfTheLanguage: a day is whole, and in one order.
func TestDays_HaveTheOrderOfTheLanguage(t *testing.T) {
	speak := func(words map[string]string) Words {
		say := func(s string, _ ...any) string {
			if x, ok := words[s]; ok {
				return x
			}
			return s
		}
		return Speak(say, func(_, s string, data ...any) string { return say(s, data...) }, nil)
	}
	german := speak(map[string]string{"March": "März", "Mar": "März", "Feb": "Feb", "Wed": "Mi", "[weekday] [day] [month] [year]": "[weekday] [day]. [month] [year]",
		"[day] [month] [year]": "[day]. [month] [year]", "[day] [mon] [year]": "[day]. [mon] [year]", "[from]–[day] [mon] [year]": "[from].–[day]. [mon] [year]", "[day] [mon]": "[day]. [mon]"})
	spanish := speak(map[string]string{"March": "marzo", "[day] [month] [year]": "[day] de [month] de [year]"})
	d := story.NewDay(2025, 3, 12)
	for _, c := range []struct{ got, want string }{
		{Words{}.longDay(d), "Wed 12 March 2025"}, {Words{}.fullDay(d), "12 March 2025"},
		{german.longDay(d), "Mi 12. März 2025"}, {german.fullDay(d), "12. März 2025"}, {german.Interval(d, d), "12. März 2025"},
		{german.Interval(d-2, d), "10.–12. März 2025"}, {german.Interval(d-20, d), "20. Feb – 12. März 2025"},
		{spanish.fullDay(d), "12 de marzo de 2025"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	two := []*story.Article{{}, {}}
	for title, want := range map[string]string{"Kursk, March 2025": "Kursk, März 2025", "Kursk, February–March 2025": "Kursk, February–März 2025",
		"Fire, twelve 2025": "Fire, twelve 2025", "2 articles": "", "Talks in Oslo": "Talks in Oslo", "Kursk, March 2024–March 2025": "Kursk, März 2024–März 2025"} {
		if got := german.StoryTitle(session.State{Story: &story.Story{Title: title, Articles: two}}); got != want {
			t.Errorf("the title %q is worded %q, want %q", title, got, want)
		}
	}
}

package engine

import (
	"testing"

	"dateline/app/story"
)

func TestDaysOfPlainWords(t *testing.T) {
	e := open(t)
	anchor := story.NewDay(2025, 3, 20)
	for _, x := range []struct{ name, words, want string }{
		{"a day", "12 March 2025", "2025-03-12/2025-03-12"},
		{"the American order", "March 12, 2025", "2025-03-12/2025-03-12"},
		{"the order of ISO", "2025-03-12", "2025-03-12/2025-03-12"},
		{"a part of a month", "early March 2025", "2025-03-01/2025-03-10"},
		{"a month", "March 2025", "2025-03-01/2025-03-31"},
		{"days with a dash", "10-14 March 2025", "2025-03-10/2025-03-14"},
		{"days with a dash between blanks", "10 – 14 March 2025", "2025-03-10/2025-03-14"},
		{"from one to another", "from 28 February 2025 to 3 March 2025", "2025-02-28/2025-03-03"},
		{"a year", "2024", "2024-01-01/2024-12-31"},
		{"no year is that of the article", "12 March", "2025-03-12/2025-03-12"},
		{"counted from the article", "yesterday", "2025-03-19/2025-03-19"},
		{"no day", "when the ferry came", ""},
		{"nothing", "", ""},
	} {
		got := ""
		if from, to, ok := e.Days(x.words, anchor); ok {
			got = from.String() + "/" + to.String()
		}
		if got != x.want {
			t.Errorf("%s: %q is %q, want %q", x.name, x.words, got, x.want)
		}
	}
}

func TestPlacesOfWhatIsTyped(t *testing.T) {
	e := open(t)
	got := e.Places("Kharki", 5)
	if len(got) == 0 || len(got) > 5 || got[0].Name != "Kharkiv" && got[0].Name != "Kharkiv Oblast" {
		t.Errorf("Kharki: %v", got)
	}
	if p, ok := e.Place(got[0].ID); !ok || p.Name != got[0].Name {
		t.Errorf("by its id it is %v", p)
	}
	if len(e.Places("Kharkov", 3)) == 0 || len(e.Places("", 3)) != 0 || len(e.Places("qqqxz", 3)) != 0 {
		t.Error("another spelling, nothing, or no name")
	}
}

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
		{"a part of a month in German", "Anfang März 2025", "2025-03-01/2025-03-10"},
		{"a day in German", "12. März 2025", "2025-03-12/2025-03-12"},
		{"days in German", "vom 10. bis 14. März 2025", "2025-03-10/2025-03-14"},
		{"the end of a month in German", "Ende Oktober 2024", "2024-10-21/2024-10-31"},
		{"yesterday in German", "gestern", "2025-03-19/2025-03-19"},
		{"days with a dash in French", "10–14 mars", "2025-03-10/2025-03-14"},
		{"a day in French", "1er avril 2025", "2025-04-01/2025-04-01"},
		{"days in French", "du 28 février au 3 mars 2025", "2025-02-28/2025-03-03"},
		{"the middle of a month in French", "mi-mars 2025", "2025-03-11/2025-03-20"},
		{"a month in French", "en mars 2025", "2025-03-01/2025-03-31"},
		{"a day in Spanish", "12 de marzo de 2025", "2025-03-12/2025-03-12"},
		{"a part of a month in Spanish", "a principios de marzo de 2025", "2025-03-01/2025-03-10"},
		{"days in Spanish", "del 10 al 14 de marzo de 2025", "2025-03-10/2025-03-14"},
		{"a month in Polish", "marca 2025", "2025-03-01/2025-03-31"},
		{"days in English without a year", "10-14 March", "2025-03-10/2025-03-14"},
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

package daywords

import (
	"fmt"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"French, with a clock", "Publié le 12 mars 2019 à 10h14 - Mis à jour le 14 mars 2019", "2019-03-12 10:14"},
		{"the first of a month in French", "1er août 2020", "2020-08-01 "},
		{"German, with a full stop", "Stand: 12. März 2019, 08:15 Uhr", "2019-03-12 08:15"},
		{"Spanish", "martes 17 de marzo de 2020", "2020-03-17 "},
		{"Italian", "Roma, 3 settembre 2021", "2021-09-03 "},
		{"Portuguese", "15 de março de 2021 às 11:20", "2021-03-15 11:20"},
		{"Dutch", "9 oktober 2020 11:12", "2020-10-09 11:12"},
		{"Polish", "4 października 2020", "2020-10-04 "},
		{"Russian", "18 февраля 2020 г.", "2020-02-18 "},
		{"Ukrainian", "3 грудня 2020, 14:05", "2020-12-03 14:05"},
		{"Turkish", "29 Ekim 2020 Perşembe", "2020-10-29 "},
		{"Swedish", "Publicerad 7 maj 2020 06:30", "2020-05-07 06:30"},
		{"Danish", "7. marts 2020", "2020-03-07 "},
		{"Czech", "4. dubna 2020", "2020-04-04 "},
		{"Hebrew", "17 באוגוסט 2020", "2020-08-17 "},
		{"Arabic", "9 نوفمبر 2020", "2020-11-09 "},
		{"English, month first", "Nov. 8, 2023, 10:28 p.m. ET", "2023-11-08 10:28"},
		{"Chinese", "2020年4月17日 01:43", "2020-04-17 01:43"},
		{"Korean", "2020년 3월 4일", "2020-03-04 "},
		{"a clock before the day", "18:29 13 Oct 2020", "2020-10-13 18:29"},
		{"no such day", "31 de abril de 2020", ""},
		{"no year", "le 12 mars", ""},
		{"no month", "12 cats 2019", ""},
		{"an amount", "12 mars bars for 2019 people", ""},
		{"nothing", "", ""},
	} {
		got := ""
		if d, ok := Find(c.line); ok {
			got = fmt.Sprintf("%s %s", d.Day, d.Clock)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMonths_AreTwelveInEachLanguage(t *testing.T) {
	for _, l := range strings.Split(strings.TrimSpace(monthTable), "\n") {
		if n := len(strings.Fields(l)); n != 13 {
			t.Errorf("%.2s has %d months", l, n-1)
		}
	}
	for word, want := range map[string]int{"März": 3, "août": 8, "paź.": 10, "ИЮНЯ": 6, "listopada": 11, "haziran": 6, "maio": 5, "banana": 0} {
		if got := months[strings.ToLower(strings.TrimSuffix(word, "."))]; got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
}

func TestSays(t *testing.T) {
	for _, c := range []struct {
		line     string
		pub, upd bool
	}{
		{"Publié le 12 mars 2019", true, false},
		{"Mis à jour le 14 mars 2019", false, true},
		{"Aktualisiert am 3. Mai 2020", false, true},
		{"Опубликовано 3 мая 2020", true, false},
		{"Rennes, 3 mai 2020", false, false},
	} {
		if pub, upd := Says(c.line); pub != c.pub || upd != c.upd {
			t.Errorf("%s: got %v, %v", c.line, pub, upd)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Publié le 12 mars 2019 à 10h14")
	f.Add("2020年4月17日")
	f.Fuzz(func(t *testing.T, line string) {
		if d, ok := Find(line); ok && (d.Start < 0 || d.End > len(line) || d.Start >= d.End || !d.Day.Bounded()) {
			t.Fatalf("%q: %+v", line, d)
		}
	})
}

func ExampleFind() {
	d, _ := Find("Publié le 12 mars 2019 à 10h14")
	fmt.Println(d.Day, d.Clock)
	// Output: 2019-03-12 10:14
}

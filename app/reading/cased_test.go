package reading

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/assets"
	"dateline/geo/gazetteer"
)

func TestCased(t *testing.T) {
	gaz, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	f := Finders{Gazetteer: gaz}
	const rest = " THE COUNCIL SAID THAT THE WORKS WOULD GO ON UNTIL THE END OF THE YEAR AND THAT NOBODY HAD BEEN HURT WHEN THE OLD WALL FELL, AND THAT THE ROAD WAS SHUT."
	const low = " The council said that the works would go on until the end of the year and that nobody had been hurt when the old wall fell, and that the road was shut."
	for _, c := range []struct{ name, in, want string }{
		{"a text in small letters stays as it is", strings.ToLower(rest), strings.ToLower(rest)},
		{"a short line in capitals stays", "BRIDGE SHUT IN LISBON", "BRIDGE SHUT IN LISBON"},
		{"places keep their capitals", "A BRIDGE IN LISBON WAS SHUT." + rest, "A bridge in Lisbon was shut." + low},
		{"names of several words", "A BRIDGE IN SOUTH AFRICA WAS SHUT." + rest, "A bridge in South Africa was shut." + low},
		{"people by their given names", "TOM HARTWELL SAW IT." + rest, "Tom Hartwell saw it." + low},
		{"days and months", "IT FELL ON MONDAY, 5 JUNE." + rest, "It fell on Monday, 5 June." + low},
		{"short forms stay in capitals", "THE U.S. AND NATO MET." + rest, "The U.S. and NATO met." + low},
		{"an office of a town", "THE ATHENS POLICE DEPARTMENT CAME." + rest, "The Athens Police Department came." + low},
		{"the police of a town", "THE ATHENS POLICE SAW IT." + rest, "The Athens police saw it." + low},
		{"a country whose last word is a verb as well", "CARS ARE MADE IN THE UNITED STATES IN SPRING." + rest, "Cars are made in the United States in spring." + low},
		{"the country in two letters before a noun", "IT WAS FOR US POLICIES." + rest, "It was for US policies." + low},
		{"and us", "THEY GAVE US MONEY." + rest, "They gave us money." + low},
		{"a name that no table has", "IT WAS ORRENFELD WHO CAME." + rest, "It was Orrenfeld who came." + low},
		{"words that are also places", "A FREE POOL OF AN ACRE." + rest, "A free pool of an acre." + low},
		{"a town that is a word, before its state", "HE CAME FROM MOBILE, ALA., BY BUS." + rest, "He came from Mobile, Ala., by bus." + low},
		{"a street", "A HOUSE ON BROAD STREET FELL." + rest, "A house on Broad Street fell." + low},
		{"a road by its number", "CARS ON HIGHWAY 59 STOPPED." + rest, "Cars on Highway 59 stopped." + low},
		{"a province is called by its name", "TROOPS LEFT IDLIB PROVINCE." + rest, "Troops left Idlib province." + low},
		{"letters with marks keep their place", "ÉTÉ IN MALMÖ WAS WARM." + rest, "Été in Malmö was warm." + low},
	} {
		got := f.cased(c.in)
		if got != c.want {
			t.Errorf("%s:\n got %.60s\nwant %.60s", c.name, got, c.want)
		}
		if len(got) != len(c.in) || !utf8.ValidString(got) {
			t.Errorf("%s: %d bytes of %d", c.name, len(got), len(c.in))
		}
	}
}

func FuzzCased(f *testing.F) {
	gaz, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		f.Fatal(err)
	}
	x := Finders{Gazetteer: gaz}
	f.Add("A BRIDGE IN LISBON, PA., AND THE U.S. IİI ẞ")
	f.Fuzz(func(t *testing.T, s string) {
		s += strings.Repeat(" THE WALL FELL IN JUNE.", 9)
		if got := x.cased(s); len(got) != len(s) || got != x.cased(s) {
			t.Fatalf("%d bytes of %d", len(got), len(s))
		}
	})
}

func TestOrdinary(t *testing.T) {
	for _, w := range []string{"bridge", "bridges", "walk", "walked", "walking", "making", "cities", "boldly"} {
		if !ordinary(w) {
			t.Errorf("%q is a word", w)
		}
	}
	for _, w := range []string{"lisbon", "orrenfeld", "kaplan", "s", ""} {
		if ordinary(w) {
			t.Errorf("%q is none", w)
		}
	}
}

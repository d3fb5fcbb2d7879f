package spelling_test

import (
	"fmt"
	"testing"

	"dateline/app/spelling"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"Bulgarian: Hr and Chr", "Hristo", "Christo", true},
		{"Bulgarian: Khr", "Khristo", "Hristo", true},
		{"Russian, German: w", "Smirnow", "Smirnov", true},
		{"Russian, of old: off", "Smirnoff", "Smirnov", true},
		{"Russian, French: tch", "Tchernov", "Chernov", true},
		{"Russian, German: tsch", "Tschernow", "Chernov", true},
		{"Ukrainian: yy, iy, y", "Hrynskyy", "Hrynskiy", true},
		{"Polish: i", "Hrynski", "Hrynsky", true},
		{"Ukrainian: shch, German: schtsch", "Schtscherba", "Shcherba", true},
		{"Russian: Ye, E", "Yelena", "Elena", true},
		{"Dutch: ij", "Sergeij", "Sergei", true},
		{"Serbian: a mark is a sound", "Novaković", "Novakovich", true},
		{"Serbian: a mark is left out", "Novaković", "Novakovic", true},
		{"German: ue for ü", "Mueller", "Müller", true},
		{"Scandinavian: oe for ø", "Soerensen", "Sørensen", true},
		{"Arabic: q and k", "Qasim", "Kasim", true},
		{"Greek: ph and f", "Phokas", "Fokas", true},
		{"Turkish: ş and sh", "Kılıçdoş", "Kilichdosh", true},
		{"two of a letter", "Rossi", "Rosi", true},
		{"English: t before ch", "Thatcher", "Thacher", false},
		{"a name within another", "Petrov", "Petrova", false},
		{"other vowels", "Marin", "Moran", false},
		{"another consonant", "Belov", "Bedov", false},
		{"h and g are two people", "Hrinko", "Grinko", false},
		{"two given names", "Ivan", "Ivana", false},
		{"nothing", "", "", false},
	} {
		if got := spelling.Same(c.a, c.b); got != c.want || got != spelling.Same(c.b, c.a) {
			t.Errorf("%s: %q, %q: %v", c.name, c.a, c.b, got)
		}
	}
}

func TestClose(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"Kyiv, Kiev", "Kyiv", "Kiev", true},
		{"Ukrainian -iv, Russian -ov", "Kharkiv", "Kharkov", true},
		{"h and g", "Luhansk", "Lugansk", true},
		{"h, g and the ending", "Chernihiv", "Chernigov", true},
		{"Odesa, Odessa", "Odesa", "Odessa", true},
		{"a vowel more", "Tehran", "Teheran", true},
		{"an h at the end", "Makkah", "Mecca", true},
		{"a hyphen", "Nur-Sultan", "Nur Sultan", true},
		{"a place and its region", "Kursk", "Kursk Oblast", false},
		{"two names", "Peking", "Beijing", false},
		{"a short form", "USA", "United States", false},
	} {
		if got := spelling.Close(c.a, c.b); got != c.want || got != spelling.Close(c.b, c.a) {
			t.Errorf("%s: %q, %q: %v", c.name, c.a, c.b, got)
		}
	}
}

func FuzzSame(f *testing.F) {
	f.Add("Hristo", "Christo")
	f.Fuzz(func(t *testing.T, a, b string) {
		if spelling.Same(a, b) != spelling.Same(b, a) || spelling.Close(a, b) != spelling.Close(b, a) {
			t.Errorf("%q, %q: not the same the other way round", a, b)
		}
		if spelling.Same(a, b) && !spelling.Close(a, b) {
			t.Errorf("%q, %q: the same and not close", a, b)
		}
	})
}

func ExampleSame() {
	fmt.Println(spelling.Same("Hristo", "Christo"), spelling.Same("Ivan", "Ivana"))
	// Output: true false
}

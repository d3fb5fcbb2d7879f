package gazetteer

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/paulmach/orb"
)

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Kursk", "Washington, D.C.", "St. St. St.", "&&&", "Ste-&", strings.Repeat("ß", 200), "\xff\xfe", "Þ&St.", "мт ё й"} {
		f.Add(s)
	}
	x := shipped()
	f.Fuzz(func(t *testing.T, s string) {
		var buf [maxFold]byte
		n := fold(&buf, s, false)
		if n < 0 {
			return
		}
		first := fold(&buf, s, true)
		fold(&buf, s, false)
		got := string(buf[:n])
		if first > n || first < n && buf[first] != ' ' || strings.HasPrefix(got, " ") || strings.HasSuffix(got, " ") || strings.Contains(got, "  ") {
			t.Fatalf("Fold(%q) = %q, first %d", s, got, first)
		}
		if !utf8.ValidString(got) {
			t.Fatalf("Fold(%q) = %q is not UTF-8", s, got)
		}
		a, b := x.Lookup(s, nil), x.Lookup(got, nil)
		if !slices.Equal(a, b) && Fold(got) == got {
			t.Fatalf("%q and its folded form %q find different places", s, got)
		}
		if len(a) > 0 && !x.MayStart(s) {
			t.Fatalf("%q is found though the gate said no", s)
		}
	})
}

// FuzzOpen damages a small index past its checksum: whatever the bytes, nothing panics and nothing runs on for ever.
func FuzzOpen(f *testing.F) {
	good, err := Encode(small(), nil, "note")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(300), uint32(0xFFFFFFFF), uint32(40), uint32(7), "Arcadia")
	f.Add(uint32(headerAreas), uint32(4), uint32(500), uint32(0x80000000), "Port St Mary")
	f.Fuzz(func(t *testing.T, at1, v1, at2, v2 uint32, name string) {
		b := slices.Clone(good)
		for _, w := range [][2]uint32{{at1, v1}, {at2, v2}} {
			i := int(w[0] % uint32(len(b)-4))
			copy(b[i:], put32(nil, w[1]))
		}
		if _, err := Load(b); err == nil && !slices.Equal(b, good) && slices.Equal(b[:headerSize], good[:headerSize]) {
			t.Fatal("a damaged file is accepted")
		}
		x, err := open(b)
		if err != nil {
			return
		}
		for _, n := range []string{name, "Arcadia", "Port Saint Mary", "Upland"} {
			x.Reach(n)
			for _, h := range x.Lookup(n, nil) {
				x.Place(h.Row)
				x.Admin2Row(h.Row)
			}
		}
		for r := Row(0); r < 6; r++ {
			x.Place(r)
			x.RowByID(x.ID(r))
		}
		for c := 0; c < min(x.CountryCount(), 300); c++ {
			x.ISO(Country(c))
			x.CountryRow(Country(c))
		}
		x.Country("AA")
		x.Admin1("AA", "07")
		x.Near(orb.Point{11, -21}, 500, 5)
		x.In(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, 5)
	})
}

package toponym_test

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/reading/toponym"
	"dateline/app/reading/zone"
	"dateline/app/story"
	"dateline/geo/geocode"
)

// FuzzFind: spans lie inside the text, on rune borders, sorted; probabilities lie in 0..1; toponyms do not overlap; the
// same input gives the same output; given spans come back.
func FuzzFind(f *testing.F) {
	x := index(f)
	for _, s := range []string{"", "KYIV, Ukraine (AP) — Rain fell on Paris, Texas.", "U.S.-Russia talks in W.Va., the city of Sudzha and the Kursk region.", "\xff\xfeMoscow\xff",
		"Москва, Кыив 北京 القاهرة", "Henry, Clay and Grant counties. I-95 U.S. 41 Highway", "St. Patrick's Day in St. John's, N.L.", "-,-Paris-,’s’s"} {
		f.Add(s, 3, 9)
	}
	f.Fuzz(func(t *testing.T, s string, a, b int) {
		tx := token.Split(s)
		zones := zone.Find(&story.Document{Text: s}, tx)
		names := name.Find(tx, zones)
		run := func() ([]toponym.Found, []story.Toponym) {
			found := toponym.Find(tx, zones, names, x, nil)
			return found, toponym.Decide(tx, zones, found, geocoder(x).Resolve(toponym.Mentions(found), geocode.Prior{}), nil)
		}
		found, tops := run()
		at := 0
		for _, p := range found {
			if p.Span.Start < at || p.Span.End > len(s) || p.Span.Empty() || !(p.P >= 0 && p.P <= 1) {
				t.Fatalf("found %+v after %d", p, at)
			}
			at = p.Span.Start
		}
		at = 0
		for _, p := range tops {
			if p.Span.Start < at || p.Span.End > len(s) || p.Span.Empty() || p.Name != s[p.Span.Start:p.Span.End] {
				t.Fatalf("toponym %+v after %d", p, at)
			}
			if utf8.ValidString(s) && (!utf8.RuneStart(s[p.Span.Start]) || p.Span.End < len(s) && !utf8.RuneStart(s[p.Span.End])) {
				t.Fatalf("toponym %+v not on rune borders", p)
			}
			if !(p.P >= 0 && p.P <= 1 && p.UseP >= 0 && p.UseP <= 1 && p.NameP >= 0 && p.NameP <= 1) || len(p.Rivals) > 3 {
				t.Fatalf("toponym %+v", p)
			}
			at = p.Span.End
		}
		if _, again := run(); fmt.Sprint(again) != fmt.Sprint(tops) {
			t.Fatal("not the same twice")
		}
		a, b = max(0, min(a, len(s))), max(0, min(b, len(s)))
		if a < b {
			given := toponym.Given(tx, zones, []story.Span{{Start: a, End: b}}, x, nil)
			n := 0
			for _, g := range given {
				if !g.Context {
					n++
				}
			}
			if n != 1 {
				t.Fatalf("one span given, %d back", n)
			}
			toponym.Decide(tx, zones, given, geocoder(x).Resolve(toponym.Mentions(given), geocode.Prior{}), nil)
		}
	})
}

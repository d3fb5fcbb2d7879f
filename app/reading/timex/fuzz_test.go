package timex

import (
	"reflect"
	"strings"
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text, int32(20159))
	}
	for _, s := range []string{"31 February", "week 54 of 2025", "year 0", "99/99/9999", strings.Repeat("9", 5000), "1/1/1 2/2/22 3-3-3", "the the the of of",
		"9999-12-31", "BC BC AD 0 BC", "in 44 BC BC", "every every Monday", "12-14-16 March", "’’24’24", "a a half an hour and a half and a half", "\xff12\xfe March\xc3",
		"100000 years ago", "99999 centuries later", "the past 99999 years", "the 99th century", "two thousand and and nine", "early late mid June", "Feb. 30, 2025", "2025-02-30T25:61"} {
		f.Add(s, int32(-2147483648))
	}
	f.Fuzz(func(t *testing.T, text string, anchor int32) {
		d := story.Day(anchor)
		if d != story.DayMin && (d < story.NewDay(1000, 1, 1) || d > story.NewDay(3000, 1, 1)) {
			d = story.NewDay(2025, 3, 12)
		}
		tok := token.Split(text)
		found := Find(tok)
		got := Resolve(found, tok, d, nil)
		if len(got) != len(found) {
			t.Fatalf("%d found, %d resolved", len(found), len(got))
		}
		end := 0
		for i, x := range got {
			if x.Span.Start < end || x.Span.End <= x.Span.Start || x.Span.End > len(text) {
				t.Fatalf("span %v after %d in %d bytes", x.Span, end, len(text))
			}
			end = x.Span.End
			check(t, text, &got[i])
			for k := range x.Rivals {
				check(t, text, &got[i].Rivals[k])
			}
		}
		again := Resolve(Find(tok), tok, d, nil)
		if !reflect.DeepEqual(got, again) {
			t.Fatal("two runs differ")
		}
	})
}

func check(t *testing.T, text string, x *story.Timex) {
	t.Helper()
	m := x.Moment
	if m.Dated() && m.Earliest > m.Latest {
		t.Fatalf("%q = %s: %s ends before %s", x.Span.In(text), x.Value, m.Latest, m.Earliest)
	}
	if !(x.P >= 0 && x.P <= 1) {
		t.Fatalf("%q has p %v", x.Span.In(text), x.P)
	}
	if x.Value == "" {
		t.Fatalf("%q has no value", x.Span.In(text))
	}
	v, ok := parsedValue(x.Value)
	if !ok || v.String() != x.Value {
		t.Fatalf("%q: value %s is read back as %s, %v", x.Span.In(text), x.Value, v, ok)
	}
	if len(x.Reasons) == 0 {
		t.Fatalf("%q has no reason", x.Span.In(text))
	}
}

func FuzzValue(f *testing.F) {
	for _, s := range []string{"2025-03-12", "XXXX-WXX-3", "P1Y6M", "PT30M", "BC0044", "199", "18", "2025-W10-WE", "2024-SU", "2025-03-12/2025-03-14", "PAST_REF", "2025-03-12T08:00Z", "XXXX-XX-XXTMO", "BC05", "P1.5W"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, ok := parsedValue(s)
		if !ok {
			return
		}
		if v.String() != s {
			t.Fatalf("%q is printed as %q", s, v)
		}
		if from, to, _, ok := v.Days(); ok && from > to {
			t.Fatalf("%s: %d > %d", s, from, to)
		}
	})
}

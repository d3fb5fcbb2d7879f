package story

import "testing"

func TestMoment_Dated(t *testing.T) {
	d := NewDay(2025, 3, 12)
	for _, c := range []struct {
		name string
		m    Moment
		want bool
	}{
		{"the zero Moment is undated", Moment{}, false},
		{"one day", On(d, 1, BasisClause), true},
		{"open at the start", Moment{Earliest: DayMin, Latest: d, Precision: PrecisionDay}, true},
		{"open at the end", Moment{Earliest: d, Latest: DayMax, Precision: PrecisionDay}, true},
		{"open at both ends", Moment{Earliest: DayMin, Latest: DayMax, Precision: PrecisionDay}, false},
		{"without a precision", Moment{Earliest: d, Latest: d}, false},
	} {
		if got := c.m.Dated(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestMoment_Compare(t *testing.T) {
	a, b := NewDay(2025, 3, 12), NewDay(2025, 3, 14)
	order := []Moment{
		{Earliest: DayMin, Latest: b, Precision: PrecisionDay},
		On(a, 1, BasisClause),
		{Earliest: a, Latest: b, Precision: PrecisionDay},
		On(b, 1, BasisClause),
		{},
	}
	for i := range order {
		for j := range order {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := order[i].Compare(order[j]); got != want {
				t.Errorf("%d against %d: %d, want %d", i, j, got, want)
			}
		}
	}
}

func TestPeriod_Holds(t *testing.T) {
	a, b := NewDay(2025, 3, 10), NewDay(2025, 3, 14)
	p := Between(b, a)
	month := Moment{Earliest: NewDay(2025, 3, 1), Latest: NewDay(2025, 3, 31), Precision: PrecisionMonth}
	for _, c := range []struct {
		name string
		p    Period
		m    Moment
		want bool
	}{
		{"everything holds the undated", Period{}, Moment{}, true},
		{"a period holds nothing undated", p, Moment{}, false},
		{"its first day", p, On(a, 1, BasisClause), true},
		{"its last day", p, On(b, 1, BasisClause), true},
		{"the day before", p, On(a-1, 1, BasisClause), false},
		{"the day after", p, On(b+1, 1, BasisClause), false},
		{"a month that contains it", p, month, true},
		{"open at the start, reaching in", p, Moment{Earliest: DayMin, Latest: a, Precision: PrecisionDay}, true},
		{"open at the start, ending before", p, Moment{Earliest: DayMin, Latest: a - 1, Precision: PrecisionDay}, false},
		{"open at the end", p, Moment{Earliest: b, Latest: DayMax, Precision: PrecisionDay}, true},
	} {
		if got := c.p.Holds(c.m); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestMoment_EDTF(t *testing.T) {
	m := func(from, to string, p Precision) Moment {
		a, ok := ParseDay(from)
		if !ok {
			a = DayMin
		}
		b, ok := ParseDay(to)
		if !ok {
			b = DayMax
		}
		return Moment{Earliest: a, Latest: b, Precision: p, P: 1}
	}
	clock := m("2025-03-12", "2025-03-12", PrecisionClock)
	clock.Clock = "08:00"
	utc := clock
	utc.Clock = "16:15 UTC"
	for _, c := range []struct {
		name string
		m    Moment
		want string
	}{
		{"a day", m("2025-03-12", "2025-03-12", PrecisionDay), "2025-03-12"},
		{"a day before the common era", m("-0043-03-15", "-0043-03-15", PrecisionDay), "-0043-03-15"},
		{"a month", m("2025-03-01", "2025-03-31", PrecisionMonth), "2025-03"},
		{"a February", m("2024-02-01", "2024-02-29", PrecisionMonth), "2024-02"},
		{"a year", m("2024-01-01", "2024-12-31", PrecisionYear), "2024"},
		{"a year before the common era", m("-0043-01-01", "-0043-12-31", PrecisionYear), "-0043"},
		{"a decade", m("1990-01-01", "1999-12-31", PrecisionDecade), "199X"},
		{"a summer", m("2024-06-01", "2024-08-31", PrecisionSeason), "2024-22"},
		{"a winter over the year's end", m("2024-12-01", "2025-02-28", PrecisionSeason), "2024-24"},
		{"a quarter", m("2024-07-01", "2024-09-30", PrecisionSeason), "2024-07/2024-09"},
		{"a half-year", m("2024-01-01", "2024-06-30", PrecisionSeason), "2024-01/2024-06"},
		{"a century", m("1801-01-01", "1900-12-31", PrecisionCentury), "1801/1900"},
		{"a week", m("2025-03-10", "2025-03-16", PrecisionWeek), "2025-03-10/2025-03-16"},
		{"early March", m("2025-03-01", "2025-03-10", PrecisionDay), "2025-03-01/2025-03-10"},
		{"open at the start", m("", "2025-03-10", PrecisionDay), "../2025-03-10"},
		{"open at the end", m("2025-03-10", "", PrecisionDay), "2025-03-10/.."},
		{"with a clock", clock, "2025-03-12T08:00:00"},
		{"with a clock and UTC", utc, "2025-03-12T16:15:00Z"},
		{"undated", Moment{}, ""},
	} {
		got := c.m.EDTF()
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		back, ok := ParseEDTF(got)
		if !ok || back.Earliest != c.m.Earliest || back.Latest != c.m.Latest || back.Clock != c.m.Clock {
			t.Errorf("%s: %s comes back as %s..%s %q %v", c.name, got, back.Earliest, back.Latest, back.Clock, ok)
		}
		if c.m.Precision != PrecisionCentury && back.Precision != c.m.Precision {
			t.Errorf("%s: %s comes back as fine as a %s", c.name, got, back.Precision)
		}
	}
	low := On(NewDay(2025, 3, 12), 0.3, BasisInherited)
	if low.EDTF() != "2025-03-12?" {
		t.Errorf("less than even odds: %s", low.EDTF())
	}
}

func TestParseEDTF_Rejects(t *testing.T) {
	for _, s := range []string{"2025-02-31", "2025-13", "2025-20", "25", "20250312", "2025-03-12/2025-03-01", "/", "../..", "March", "2025-3", "2025-03-12T25:00:00", "2025-03-12T08", "XXXX", "2025??", "2025-03-12/2025-03-13/2025-03-14"} {
		if m, ok := ParseEDTF(s); ok {
			t.Errorf("%q is read as %s..%s", s, m.Earliest, m.Latest)
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2025-03-12", "2025-03", "199X", "19XX", "2024-22", "2024-24?", "../2025-03-10", "2025-03-12T08:00:00Z", "-0043", "2024-07/2024-09~", "0000", "9999-12-31/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := ParseEDTF(s)
		if !ok {
			return
		}
		if m.Dated() && m.Earliest > m.Latest {
			t.Fatalf("%q ends before it begins", s)
		}
		back, ok := ParseEDTF(m.EDTF())
		if !ok || back.Earliest != m.Earliest || back.Latest != m.Latest {
			t.Fatalf("%q is %s, and that is %s..%s %v", s, m.EDTF(), back.Earliest, back.Latest, ok)
		}
	})
}

package story

import (
	"testing"
	"time"
)

func TestDay_AgreesWithTheCalendar(t *testing.T) {
	for _, start := range []int{-9999, -401, -1, 0, 1, 4, 100, 400, 1582, 1752, 1899, 1970, 2000, 2023, 2400, 9990} {
		at := time.Date(start, 1, 1, 12, 0, 0, 0, time.UTC)
		d := NewDay(start, 1, 1)
		for i := 0; i < 1500; i++ {
			y, m, n := d.Date()
			if y != at.Year() || m != int(at.Month()) || n != at.Day() {
				t.Fatalf("day %d: got %d-%d-%d, want %s", d, y, m, n, at.Format("2006-01-02"))
			}
			if d.Weekday() != int(at.Weekday()) {
				t.Fatalf("%s: weekday %d, want %d", d, d.Weekday(), at.Weekday())
			}
			wy, ww := at.ISOWeek()
			if gy, gw := d.ISOWeek(); gy != wy || gw != ww {
				t.Fatalf("%s: week %d-%d, want %d-%d", d, gy, gw, wy, ww)
			}
			if NewDay(y, m, n) != d {
				t.Fatalf("%s does not come back", d)
			}
			at, d = at.AddDate(0, 0, 1), d+1
		}
	}
}

func TestDay_Parse(t *testing.T) {
	for _, c := range []struct {
		name, in string
		ok       bool
	}{
		{"a day", "2025-03-12", true},
		{"a leap day", "2024-02-29", true},
		{"no leap day", "2025-02-29", false},
		{"31 February", "2025-02-31", false},
		{"month 13", "2025-13-01", false},
		{"day 0", "2025-03-00", false},
		{"the year 0 is 1 BCE", "0000-01-01", true},
		{"before the common era", "-0043-03-15", true},
		{"first century", "0009-09-09", true},
		{"far future", "9999-12-31", true},
		{"letters", "2025-0x-12", false},
		{"too short", "2025-3-12", false},
		{"too long", "12025-03-12", false},
		{"empty", "", false},
	} {
		d, ok := ParseDay(c.in)
		if ok != c.ok {
			t.Errorf("%s: %q read %v", c.name, c.in, ok)
		}
		if ok && d.String() != c.in {
			t.Errorf("%s: %q comes back as %q", c.name, c.in, d)
		}
	}
	for _, d := range []Day{DayMin, DayMax} {
		if d.Bounded() || d.String() != "" {
			t.Errorf("%d is taken for a date", d)
		}
		if y, m, n := d.Date(); y != 0 || m != 0 || n != 0 {
			t.Errorf("%d has a date", d)
		}
	}
}

func TestDay_CarriesOver(t *testing.T) {
	for _, c := range []struct {
		name    string
		y, m, d int
		want    string
	}{
		{"month 13 is January", 2024, 13, 1, "2025-01-01"},
		{"month 0 is December", 2025, 0, 1, "2024-12-01"},
		{"month -11 is January of the year before", 2025, -11, 1, "2024-01-01"},
		{"day 0 is the last of the month before", 2024, 3, 0, "2024-02-29"},
		{"day 32 of January", 2025, 1, 32, "2025-02-01"},
		{"day 366 of a common year", 2025, 1, 366, "2026-01-01"},
	} {
		if got := NewDay(c.y, c.m, c.d).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if DaysIn(2024, 2) != 29 || DaysIn(1900, 2) != 28 || DaysIn(2000, 2) != 29 || DaysIn(2025, 12) != 31 {
		t.Error("lengths of months")
	}
}

func TestDay_ISOWeekAtTheYearsEnd(t *testing.T) {
	for _, c := range []struct {
		day        string
		year, week int
	}{
		{"2021-01-03", 2020, 53}, {"2021-01-04", 2021, 1}, {"2024-12-30", 2025, 1}, {"2026-12-31", 2026, 53}, {"2027-01-03", 2026, 53},
	} {
		d, _ := ParseDay(c.day)
		if y, w := d.ISOWeek(); y != c.year || w != c.week {
			t.Errorf("%s: %d-W%d", c.day, y, w)
		}
	}
}

// A calendar date is no instant: whatever zone the machine keeps, a day written and read back is the same day.
func TestDay_NeverMovesWithTheZone(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	for _, hours := range []int{-8, 0, 3, 14} {
		time.Local = time.FixedZone("test", hours*3600)
		for d := NewDay(1900, 1, 1); d < NewDay(2100, 1, 1); d += 97 {
			m := On(d, 1, BasisClause)
			got, ok := ParseEDTF(m.EDTF())
			if !ok || got.Earliest != d || got.Latest != d {
				t.Fatalf("UTC%+d: %s comes back as %s..%s", hours, d, got.Earliest, got.Latest)
			}
			if p, ok := ParseDay(d.String()); !ok || p != d {
				t.Fatalf("UTC%+d: %s comes back as %s", hours, d, p)
			}
		}
	}
}

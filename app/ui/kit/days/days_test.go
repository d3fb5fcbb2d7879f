package days

import (
	"math"
	"testing"
	"unicode/utf8"

	"dateline/app/story"
)

func day(s string) story.Day {
	d, ok := story.ParseDay(s)
	if !ok {
		panic(s)
	}
	return d
}

func days(s ...string) []story.Day {
	var out []story.Day
	for _, v := range s {
		out = append(out, day(v))
	}
	return out
}

func daily(from string, n int) []story.Day {
	var out []story.Day
	for i := 0; i < n; i++ {
		out = append(out, day(from)+story.Day(i))
	}
	return out
}

// share is the part of the axis that the days from a to b take.
func share(s Scale, a, b string) float64 { return s.At(float64(day(b)+1)) - s.At(float64(day(a))) }

func TestScale(t *testing.T) {
	for _, c := range []struct {
		name     string
		points   []story.Day
		ends     []story.Day
		from, to string
		least    float64
		folds    bool
	}{
		{"an outlier of the summer before does not crush March", append(daily("2025-03-01", 15), day("2024-08-06")), nil, "2025-03-01", "2025-03-15", 0.6, true},
		{"a year in another century does not crush March", append(daily("2025-03-01", 15), day("1943-07-05")), nil, "2025-03-01", "2025-03-15", 0.6, true},
		{"three outliers leave half to the days that matter", append(daily("2025-03-01", 15), days("1943-07-05", "2022-02-24", "2024-08-06")...), nil, "2025-03-01", "2025-03-15", 0.5, true},
		{"two months of days have no fold", daily("2025-03-01", 60), nil, "2025-03-01", "2025-04-29", 1, false},
		{"events centuries apart have no fold", days("0476-09-04", "1066-10-14", "1453-05-29", "1789-07-14", "1945-05-08"), nil, "0476-09-04", "1945-05-08", 1, false},
		{"two days alone are simply far apart", days("1943-07-05", "2025-03-12"), nil, "1943-07-05", "2025-03-12", 1, false},
		{"the end of a long interval soon after is not folded away", daily("2025-03-01", 15), days("2025-03-22"), "2025-03-01", "2025-03-22", 1, false},
		{"one day stands in a week", days("2025-03-12"), nil, "2025-03-12", "2025-03-12", 0.14, false},
	} {
		s := New(c.points, nil, c.ends)
		if got := share(s, c.from, c.to); got < c.least-1e-9 {
			t.Errorf("%s: they get %.2f of the axis, want %.2f", c.name, got, c.least)
		}
		folds := false
		for _, f := range s.fold {
			folds = folds || f
		}
		if folds != c.folds {
			t.Errorf("%s: folded %v, want %v", c.name, folds, c.folds)
		}
	}
	vague := New(daily("2025-03-01", 15), days("2022-01-01", "2024-01-01", "2024-08-01"), days("2022-12-31", "2024-12-31", "2024-08-31"))
	if got := share(vague, "2025-03-01", "2025-03-15"); got < 0.55 {
		t.Errorf("edges of years and months leave %.2f to the days that matter", got)
	}
	if s := New(nil, nil, nil); !s.Empty() || s.At(3) != 0 || s.Day(3) != 0 {
		t.Error("no days give an empty scale")
	}
}

// FuzzAxis: the scale is monotone and its own inverse; labels stand in order, apart, inside, and say something.
func FuzzAxis(f *testing.F) {
	f.Add([]byte{1, 2, 3, 200, 0, 0}, uint16(900), uint8(3))
	f.Add([]byte{0, 255, 1, 1, 1, 1, 7, 7, 90}, uint16(300), uint8(0))
	f.Fuzz(func(t *testing.T, steps []byte, width uint16, zoom uint8) {
		if len(steps) > 300 {
			steps = steps[:300]
		}
		d := day("1200-01-01")
		var points, starts, ends []story.Day
		for i, b := range steps {
			if b > 200 {
				d += story.Day(b-200) * 365 * 8
			} else {
				d += story.Day(b)
			}
			if d > day("2400-01-01") {
				break
			}
			if i%3 == 0 {
				starts, ends = append(starts, d), append(ends, d+story.Day(b))
			} else {
				points = append(points, d)
			}
		}
		s := New(points, starts, ends)
		if s.Empty() {
			return
		}
		last := math.Inf(-1)
		for v := s.knots[0] - 40; v < s.knots[len(s.knots)-1]+40; v += (s.knots[len(s.knots)-1] - s.knots[0] + 80) / 300 {
			u := s.At(v)
			if u <= last {
				t.Fatalf("at(%v) = %v is not beyond %v", v, u, last)
			}
			if back := s.Day(u); math.Abs(back-v) > 1e-4 {
				t.Fatalf("day(at(%v)) = %v", v, back)
			}
			last = u
		}
		w := float32(width%2000) + 60
		u0 := float64(zoom%10) / 12
		u1 := u0 + 1.03/float64(1+zoom%20)
		x := func(v float64) float32 { return float32((s.At(v)-u0)/(u1-u0)) * w }
		at := func(px float32) float64 { return s.Day(u0 + float64(px/w)*(u1-u0)) }
		widthOf := func(s string) float32 { return float32(utf8.RuneCountInString(s)) * 7 }
		end := float32(-1e9)
		year := math.MinInt
		for _, k := range Axis(s, Room{X: x, DayAt: at, To: w, Lo: -20, Hi: w + 10, Gap: 10, WidthOf: widthOf}) {
			if k.Left < end || k.Left < -20 || k.Left+k.Width > w+10+0.01 {
				t.Fatalf("label %q at %v..%v, the one before ends at %v, width %v", k.Text, k.Left, k.Left+k.Width, end, w)
			}
			if y := yearOf(k.day); y != year && k.Text != label(k.day, k.unit, true) {
				t.Fatalf("label %q does not name its year %d", k.Text, y)
			} else {
				year = y
			}
			end = k.Left + k.Width + 9.99
		}
	})
}

func TestLabelsClaimNoMoreThanTheyKnow(t *testing.T) {
	test := []struct {
		name string
		d    story.Day
		u    unit
		year bool
		want string
	}{
		{"a day", day("2025-03-12"), unitDay, false, "12 Mar"},
		{"a day of another year", day("2025-03-12"), unitDay, true, "12 Mar 2025"},
		{"a month", day("2024-08-01"), unitMonth, true, "Aug 2024"},
		{"a year", day("1943-01-01"), unitYear, false, "1943"},
		{"an early year is no day", story.NewDay(79, 1, 1), unitYear, false, "79 CE"},
		{"a year of three digits is seen to be one", story.NewDay(476, 1, 1), unitYear, false, "476"},
		{"a year before year 1", story.NewDay(-2999, 1, 1), unitYear, false, "3000 BCE"},
	}
	for _, c := range test {
		if got := label(c.d, c.u, c.year); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

package timex

import (
	"math"

	"dateline/app/story"
)

// unix1970 is the Julian day number of the start of 1 January 1970.
const unix1970 = 2440587.5

// phase is the moment of the k-th new moon since January 2000, in days since 1970, UTC; k+0.5 is the full moon after
// it. Meeus, Astronomical Algorithms, ch. 49, without the terms below two minutes.
func phase(k float64) float64 {
	t := k / 1236.85
	e := 1 - 0.002516*t - 0.0000074*t*t
	rad := func(d float64) float64 { return math.Mod(d, 360) * math.Pi / 180 }
	m := rad(2.5534 + 29.10535670*k - 0.0000014*t*t)
	n := rad(201.5643 + 385.81693528*k + 0.0107582*t*t)
	f := rad(160.7108 + 390.67050284*k - 0.0016118*t*t)
	jd := 2451550.09766 + 29.530588861*k + 0.00015437*t*t
	c := [...]float64{-0.40720, 0.17241, 0.01608, 0.01039, 0.00739, -0.00514, 0.00208}
	if k != math.Floor(k) {
		c = [...]float64{-0.40614, 0.17302, 0.01614, 0.01043, 0.00734, -0.00515, 0.00209}
	}
	jd += c[0]*math.Sin(n) + c[1]*e*math.Sin(m) + c[2]*math.Sin(2*n) + c[3]*math.Sin(2*f) + c[4]*e*math.Sin(n-m) +
		c[5]*e*math.Sin(n+m) + c[6]*e*e*math.Sin(2*m) - 0.00111*math.Sin(n-2*f) - 0.00057*math.Sin(n+2*f) + 0.00056*e*math.Sin(2*n+m)
	return jd - unix1970 - 0.0008 // terrestrial time runs about 70 s ahead
}

// phaseFrom is the first new moon (half 0) or full moon (half 0.5) at or after the start of a day.
func phaseFrom(d story.Day, half float64) float64 {
	k := math.Floor((float64(d)-10962)/29.530588861) - 1 + half
	for phase(k) < float64(d) {
		k++
	}
	return phase(k)
}

// moonDay is the day that holds the moment of the first new or full moon from a date of the year on, where a day
// begins so many hours after midnight, UTC.
func moonDay(month, day int, half, begins float64, plus int) func(int) story.Day {
	return func(y int) story.Day {
		return story.Day(math.Floor(phaseFrom(story.NewDay(y, month, day), half)-begins/24)) + story.Day(plus)
	}
}

// islamic is a day of the calendar of Mecca: a month begins on the day after the new moon, or a day later where that
// came after sunset there (15 h UTC). What is seen elsewhere can lie a day off.
func islamic(year, month, day int) story.Day {
	table := story.NewDay(622, 7, 18) + story.Day((59*(month-1)+1)/2+(year-1)*354+(3+11*year)/30)
	t := phaseFrom(table-8, 0)
	first := story.Day(math.Floor(t + 9.0/24))
	return first + story.Day(day)
}

// lunar is a day of the Islamic calendar in a year of ours: the first of up to two.
func lunar(month, day int) func(int) story.Day {
	return func(y int) story.Day {
		hijri := (y-622)*33/32 + 1
		for h := hijri - 2; h <= hijri+1; h++ {
			if d := islamic(h, month, day); yearOf(d) == y {
				return d
			}
		}
		return islamic(hijri, month, day)
	}
}

// hebrewYear is the first day of a year of the Jewish calendar, 1 Tishri.
func hebrewYear(y int) story.Day {
	elapsed := func(y int) int {
		months := floorDiv(235*y-234, 19)
		parts := 12084 + 13753*months
		day := 29*months + floorDiv(parts, 25920)
		if (3*(day+1))%7 < 3 {
			day++
		}
		return day
	}
	d0, d1, d2 := elapsed(y-1), elapsed(y), elapsed(y+1)
	switch {
	case d2-d1 == 356:
		d1 += 2
	case d1-d0 == 382:
		d1++
	}
	return story.Day(d1 - 2092590)
}

// fromTishri counts from the Jewish New Year that falls into a year; fromPassover from the first day of Passover, which
// lies 163 days before the next.
func fromTishri(n int) func(int) story.Day {
	return func(y int) story.Day { return hebrewYear(y+3761) + story.Day(n) }
}

func fromPassover(n int) func(int) story.Day {
	return func(y int) story.Day { return hebrewYear(y+3761) - 163 + story.Day(n) }
}

// hanukkah is the evening before 25 Kislev; a long year has one day more before it.
func hanukkah(y int) story.Day {
	d := hebrewYear(y + 3761)
	length := hebrewYear(y+3762) - d
	if length == 355 || length == 385 {
		return d + 83
	}
	return d + 82
}

// orthodoxEaster is Easter Sunday of the eastern churches, in our calendar.
func orthodoxEaster(y int) story.Day {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	return story.NewDay(y, month, day) + story.Day(y/100-y/400-2)
}

func fromOrthodox(n int) func(int) story.Day {
	return func(y int) story.Day { return orthodoxEaster(y) + story.Day(n) }
}

// nowruz is the day of the March equinox in Tehran, the next one where it comes after noon.
func nowruz(y int) story.Day {
	t := float64(y-2000) / 1000
	jd := 2451623.80984 + 365242.37404*t + 0.05169*t*t - 0.00411*t*t*t
	return story.Day(math.Floor(jd - unix1970 + 15.5/24))
}

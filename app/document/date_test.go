package document

import "testing"

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, day, clock string }{
		{"2025-03-12", "2025-03-12", ""},
		{"2025-03-12T23:30:00-05:00", "2025-03-12", "23:30-05:00"},
		{"2025-03-12T23:30:00.000Z", "2025-03-12", "23:30Z"},
		{"20250312", "2025-03-12", ""},
		{"2025/03/12 08:00", "2025-03-12", "08:00"},
		{"Wed, 12 Mar 2025 08:00:00 GMT", "2025-03-12", "08:00:00"},
		{"March 12, 2025", "2025-03-12", ""},
		{"12th of March 2025", "2025-03-12", ""},
		{"2025-02-30", "", ""},
		{"03/04/2025", "", ""},
		{"yesterday", "", ""},
		{"0001-01-01", "", ""},
	} {
		day, clock, ok := ISODay(c.in)
		got := ""
		if ok {
			got = day.String()
		}
		if got != c.day || clock != c.clock {
			t.Errorf("%q: got %q %q, want %q %q", c.in, got, clock, c.day, c.clock)
		}
	}
}

func TestURLDates(t *testing.T) {
	for _, c := range []struct{ url, day string }{
		{"https://a.example/2025/03/12/title", "2025-03-12"},
		{"https://a.example/news/2025-03-12-title.html", "2025-03-12"},
		{"https://a.example/2025/mar/12/title", "2025-03-12"},
		{"https://a.example/20250312/title", "2025-03-12"},
		{"https://a.example/2025/03/title", ""},
		{"https://a.example/p/20251399/1", ""},
		{"https://a.example/?d=/2025/03/12/", ""},
	} {
		day, _, ok := urlDay(c.url)
		got := ""
		if ok {
			got = day.String()
		}
		if got != c.day {
			t.Errorf("%s: got %q, want %q", c.url, got, c.day)
		}
	}
}

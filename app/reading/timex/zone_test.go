package timex

import "testing"

// The zone that a text names is kept beside the clock and never moves the day.
func TestClock_KeepsItsZone(t *testing.T) {
	for _, c := range []struct{ text, clock, days string }{
		{"It ends at 10 p.m. Moscow time on Monday.", "22:00 Moscow time", "2025-03-17"},
		{"Polls closed at 8 p.m. EST on Tuesday.", "20:00 EST", "2025-03-11"},
		{"The quake struck at 16:15 UTC on Monday.", "16:15 UTC", "2025-03-10"},
		{"At 10:00 local time on Saturday the gate opened.", "10:00 local time", "2025-03-08"},
		{"Logged 2025-03-01T23:30:00-08:00 by the gate.", "23:30 -08:00", "2025-03-01"},
		{"Logged 2025-03-01T00:15:00+14:00 by the gate.", "00:15 +14:00", "2025-03-01"},
		{"Logged 2025-03-01T00:15:00Z by the gate.", "00:15 UTC", "2025-03-01"},
		{"Trading ended at 4:30 p.m. Eastern time on Friday.", "16:30 Eastern time", "2025-03-07"},
		{"It ended at 6pm on Monday.", "18:00", "2025-03-10"},
	} {
		got := timexesOf(c.text, wed)
		if len(got) != 1 || got[0].Moment.Clock != c.clock || got[0].Moment.Earliest.String() != c.days || got[0].Moment.Latest.String() != c.days {
			t.Errorf("%s: got %+v", c.text, got)
		}
	}
}

// An open order of day and month keeps both readings and says what decided.
func TestOrder_SaysWhatDecided(t *testing.T) {
	for _, c := range []struct{ name, dct, text, best, rival, why string }{
		{"nothing", "", "The form is dated 03/04/2025 in ink.", "2025-03-04", "2025-04-03", whyOrderOpen},
		{"the day of publication", wed, "The form is dated 03/04/2025 in ink.", "2025-03-04", "2025-04-03", whyOrderNear},
		{"the day of publication, the other way", "2025-04-04", "The form is dated 03/04/2025 in ink.", "2025-04-03", "2025-03-04", whyOrderNear},
		{"another date in figures", wed, "The form is dated 03/04/2025 and 28/02/2025 in ink.", "2025-04-03", "2025-03-04", whyOrderText},
		{"dates in words", wed, "The form is dated 03/04/2025, not 28 February 2025.", "2025-04-03", "2025-03-04", whyOrderStyle},
	} {
		x := timexesOf(c.text, c.dct)[0]
		if x.Value != c.best || len(x.Rivals) != 1 || x.Rivals[0].Value != c.rival || x.Reasons[0].Code != c.why {
			t.Errorf("%s: got %s, rivals %v, %v", c.name, x.Value, x.Rivals, x.Reasons)
		}
		if x.P+x.Rivals[0].P > 1.0001 || x.P <= x.Rivals[0].P {
			t.Errorf("%s: %.2f and %.2f", c.name, x.P, x.Rivals[0].P)
		}
	}
}

func TestSeason_KeepsBothHemispheres(t *testing.T) {
	x := timexesOf("Fires burned around Sydney in the summer of 2024.", wed)[0]
	if x.Moment.Earliest.String() != "2024-12-01" || len(x.Rivals) != 1 || x.Rivals[0].Moment.Earliest.String() != "2024-06-01" || x.Reasons[0].Code != whySouth {
		t.Errorf("got %+v", x)
	}
	if x := timexesOf("Fires burned around Madrid in the summer of 2024.", wed)[0]; len(x.Rivals) != 0 || x.Moment.Earliest.String() != "2024-06-01" {
		t.Errorf("got %+v", x)
	}
}

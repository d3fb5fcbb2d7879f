package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestDateCard_ALongPeriodIsShownWhole: the type becomes smaller before anything is cut.
func TestDateCard_ALongPeriodIsShownWhole(t *testing.T) {
	b := opened(t)
	d := b.maps.date
	for _, title := range []string{"1 Jan 2022 – 18 Mar 2025", "28 September 2022 – 30 December 2025", "Wed 12 March 2025"} {
		d.set(title, "50 of 141 events")
		if d.big.Text != title {
			t.Errorf("%q is shown as %q", title, d.big.Text)
		}
		if w := fyne.MeasureText(d.big.Text, d.big.TextSize, d.big.TextStyle).Width; w > d.Size().Width-32 {
			t.Errorf("%q is %v wide on a card of %v", title, w, d.Size().Width)
		}
	}
}

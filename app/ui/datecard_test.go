package ui

import (
	"strings"
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

// TestDateCard_BreaksBeforeItCuts: at the largest type on a small map, every word is on the card, in as many lines as it takes.
func TestDateCard_BreaksBeforeItCuts(t *testing.T) {
	b := opened(t)
	d := b.maps.date
	const title, sub = "28 September 2022 – 30 December 2025", "so far · 12 likely, 130 possible · 16 places · 44 quotes"
	for _, size := range []fyne.Size{{Width: 150, Height: 90}, {Width: 220, Height: 80}, {Width: 400, Height: 70}} {
		d.Resize(size)
		d.set("", "")
		d.set(title, sub)
		words, bottom := "", float32(0)
		for _, l := range d.lines {
			words += l.Text + " "
			bottom = max(bottom, l.Position().Y+l.MinSize().Height)
			if w := l.MinSize().Width; w > size.Width-31 {
				t.Errorf("%v: %q is %v wide", size, l.Text, w)
			}
		}
		if got, want := strings.Join(strings.Fields(words), " "), title+" "+sub; got != want {
			t.Errorf("%v: the card says %q", size, got)
		}
		if bottom > size.Height+1 {
			t.Errorf("%v: the words reach down to %v", size, bottom)
		}
	}
	if d.set("2022", "4 events"); len(d.lines) != 2 {
		t.Errorf("short words stand in %d lines", len(d.lines))
	}
}

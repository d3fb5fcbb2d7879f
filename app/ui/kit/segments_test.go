package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSegments_HaveRoomForTheirWords(t *testing.T) {
	test.NewTempApp(t)
	s := NewSegments(nil)
	s.Set("Quotes", "Places", "Check 225")
	for _, x := range []struct {
		name  string
		width float32
		equal bool
	}{{"much room is shared alike", 900, true}, {"little goes to the longest", 210, false}} {
		s.fit(s.words, x.width)
		ends := ends(s.words, x.width)
		if got := ends[len(ends)-1]; got < x.width-1 || got > x.width+1 {
			t.Errorf("%s: they end at %v of %v", x.name, got, x.width)
		}
		if equal := ends[0] > x.width/3-1 && ends[0] < x.width/3+1; equal != x.equal {
			t.Errorf("%s: the first ends at %v", x.name, ends[0])
		}
		from := float32(0)
		for i, end := range ends {
			if end-from < s.words[i].Natural() {
				t.Errorf("%s: %q is cut: %v for %v", x.name, s.words[i].Words(), end-from, s.words[i].Natural())
			}
			from = end
		}
	}
}

// Asked again in the same width, as a pane does whenever it is laid out, nothing changes: words keep the size that they fit in.
func TestSegments_BreakLeavesWordsThatFit(t *testing.T) {
	test.NewTempApp(t)
	s := NewSegments(func(int) {})
	s.Set("Quotations", "Places", "Events", "Check 9", "Articles")
	sum := float32(0)
	for _, w := range s.words {
		sum += w.Natural()
	}
	width := sum*0.95 + 9*5 + 4 // a little too narrow for words of full size
	s.Set("Quotations", "Places", "Events", "Check", "Articles")
	s.Break(width)
	s.Resize(fyne.NewSize(width, s.MinSize().Height))
	s.Set("Quotations", "Places", "Events", "Check 9", "Articles")
	s.Break(width)
	for i, w := range s.words {
		if s.lines != 1 || w.Natural() > w.Size().Width+0.5 {
			t.Errorf("%d lines; word %d of %v stands in %v", s.lines, i, w.Natural(), w.Size().Width)
		}
	}
}

func TestSegments_BreakIntoTwoLinesWhereTheyAreEasierToRead(t *testing.T) {
	test.NewTempApp(t)
	picked := -1
	s := NewSegments(func(i int) { picked = i })
	s.Set("Quotes", "Places", "Events", "Check 1004", "Articles")
	one := s.MinSize().Height
	s.Break(600)
	if got := s.MinSize().Height; got != one {
		t.Errorf("with room they are %v tall, not %v", got, one)
	}
	s.Break(226)
	s.Resize(fyne.NewSize(226, s.MinSize().Height))
	if got := s.MinSize().Height; got < one*1.6 {
		t.Fatalf("without room they are %v tall, one line is %v", got, one)
	}
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, s.Size().Height-8)})
	if picked != 4 || s.Chosen != 4 {
		t.Errorf("a tap at the end of the second line picks %d", picked)
	}
	for i, w := range s.words {
		if w.text.Text != w.Words() {
			t.Errorf("word %d is cut: %q", i, w.text.Text)
		}
	}
}

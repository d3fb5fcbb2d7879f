package kit

import (
	"testing"

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
		s.fit(x.width)
		ends := s.ends(x.width)
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

package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Letters of a script that is written from the right, in the order in which they are read.
const alef = "\u05d0\u05d1\u05d2"

func TestParagraph_LinesAreOrderedOneByOne(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct{ name, words, order string }{
		{"from the left nothing is changed", strings.Repeat("words (.txt), ", 20), ""},
		{"from the right a name in other letters stands to the left of what comes before it", strings.Repeat(alef+" (.txt), ", 20), ".txt < " + alef},
	} {
		p := NewParagraph(c.words)
		w := test.NewTempWindow(t, p)
		w.Resize(fyne.NewSize(300, 400))
		lines := strings.Split(p.Text, "\n")
		if c.order == "" {
			if p.Text != c.words || p.Wrapping != fyne.TextWrapWord {
				t.Errorf("%s: %q", c.name, p.Text)
			}
			continue
		}
		if len(lines) < 3 || p.Words() != c.words || p.MinSize().Width > 100 {
			t.Fatalf("%s: %d lines, at least %v wide", c.name, len(lines), p.MinSize())
		}
		for _, l := range lines {
			if at, of := strings.Index(l, ".txt"), strings.LastIndex(l, alef); at >= 0 && of >= 0 && at > of {
				t.Errorf("%s: %q", c.name, l)
			}
			if wide := (Face{Size: 14}).Measure(l).Width; wide > 300 {
				t.Errorf("%s: %q is %v wide", c.name, l, wide)
			}
		}
	}
}

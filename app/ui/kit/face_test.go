package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// FuzzShorten: what is cut says so, fits, and is a beginning of the text.
func FuzzShorten(f *testing.F) {
	f.Add("The long harbour of the northern fishermen", uint16(90))
	f.Add("a\xff\xfeb \xc3\n", uint16(12))
	test.NewTempApp(f)
	k := Face{Size: 14}
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		w := float32(width % 500)
		got, wide := k.Shorten(s, w)
		if wide > w || got != "" && k.Measure(got).Width > w {
			t.Fatalf("%q is %v wide of %v", got, wide, w)
		}
		one, cut := oneLine(s, longestLine)
		if got != one && got != "" && !strings.HasSuffix(got, "…") {
			t.Fatalf("%q of %q", got, s)
		}
		if cut && got == one {
			t.Fatalf("%q is not marked as cut", got)
		}
	})
}

// FuzzWrap: no letter is lost, and no line is wider than there is room.
func FuzzWrap(f *testing.F) {
	f.Add("The long harbour of the northern fishermen", uint16(90))
	f.Add("Donaudampfschifffahrtsgesellschaft  a", uint16(60))
	test.NewTempApp(f)
	k := Face{Size: 14}
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		if len(s) > 2000 || !strings.Contains(strings.ToValidUTF8(s, ""), s) {
			return
		}
		w := float32(width%500) + 150
		lines := k.Wrap(s, w)
		if got, want := strings.Join(lines, ""), strings.Join(strings.Fields(s), ""); strings.ReplaceAll(got, " ", "") != want {
			t.Fatalf("%q of %q", got, want)
		}
		for _, l := range lines {
			if k.Measure(l).Width > w && len([]rune(l)) > 8 {
				t.Fatalf("%q is wider than %v", l, w)
			}
		}
	})
}

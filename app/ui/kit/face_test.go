package kit

import (
	"slices"
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

func TestGoesOn(t *testing.T) {
	test.NewTempApp(t)
	k := Face{Size: 14}
	for _, c := range []struct {
		claim, line string
		width       float32
		want        string
	}{
		{"a line with room is marked behind its last word", "of the harbour", 300, "of the harbour…"},
		{"its comma goes", "of the harbour, ", 300, "of the harbour…"},
		{"it is marked once", "of the harbour…", 300, "of the harbour…"},
		{"a full line is cut for the mark", "of the harbour", k.Measure("of the harbour").Width, "of the harbo…"},
	} {
		if got := k.GoesOn(c.line, c.width); got != c.want || k.Measure(got).Width > c.width {
			t.Errorf("%s: %q", c.claim, got)
		}
	}
}

// FuzzWrap: no letter is lost, and no line is wider than there is room.
func FuzzWrap(f *testing.F) {
	f.Add("The long harbour of the northern fishermen", uint16(90))
	f.Add("17\u00a0000 words", uint16(0))
	f.Add("Donaudampfschifffahrtsgesellschaft  a", uint16(60))
	test.NewTempApp(f)
	k := Face{Size: 14}
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		if len(s) > 2000 || !strings.Contains(strings.ToValidUTF8(s, ""), s) {
			return
		}
		w := float32(width%500) + 150
		lines := k.Wrap(s, w)
		if got, want := strings.Join(lines, ""), strings.Join(strings.Fields(s), ""); strings.Join(strings.Fields(got), "") != want {
			t.Fatalf("%q of %q", got, want)
		}
		for _, l := range lines {
			if k.Measure(l).Width > w && len([]rune(l)) > 8 {
				t.Fatalf("%q is wider than %v", l, w)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	test.NewTempApp(t)
	k := Face{Size: 14}
	for name, c := range map[string]struct {
		in    string
		width float32
		want  []string
	}{
		"a line ends between words":                          {"forty events and more", k.Measure("forty events").Width + 1, []string{"forty events", "and more"}},
		"a number is not broken at its space":                {"events 17\u00a0000 quotes", k.Measure("events 17").Width + 3, []string{"events", "17\u00a0000", "quotes"}},
		"what is held together and too wide is broken there": {"one\u00a0two", k.Measure("two").Width + 3, []string{"one", "two"}},
	} {
		if got := k.Wrap(c.in, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestTitle_SaysTheWholeWhereItIsCut: a title that has room says nothing more.
func TestTitle_SaysTheWholeWhereItIsCut(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name  string
		width float32
		lines int
		want  string
	}{
		{"cut", 120, 1, "Talks in the harbour go on for a third day"},
		{"with room", 900, 1, ""},
		{"cut on its second line", 120, 2, "Talks in the harbour go on for a third day"},
		{"with room on two lines", 260, 2, ""},
	} {
		said := []string{}
		x := NewTitle()
		x.OnHint = func(words string) { said = append(said, words) }
		x.Lines = c.lines
		x.Look(nil, 14, false)
		x.Set("Talks in the harbour go on for a third day")
		w := test.NewTempWindow(t, container.NewWithoutLayout(x))
		w.Resize(fyne.NewSize(1000, 100))
		x.Resize(fyne.NewSize(c.width, 40))
		x.MouseIn(nil)
		x.MouseOut()
		if len(said) != 1+btoi(c.want != "") || said[0] != c.want || said[len(said)-1] != "" {
			t.Errorf("%s: said %q", c.name, said)
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

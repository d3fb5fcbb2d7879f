package textview

import (
	"sort"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestParagraphThatBeginsInAnotherScript: words stand in the order of the paragraph's own language, those of the other
// script among themselves in theirs.
func TestParagraphThatBeginsInAnotherScript(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name, text string
		order      []string // words from left to right
	}{
		{"English that begins with an Arabic quotation", `"مرحبا بالعالم," said Omar Haddad of Oldport.`, []string{"بالعالم", "مرحبا", "said Omar", "Haddad"}},
		{"English with Arabic in it", `In Cairo, القاهرة in Arabic, nobody was hurt.`, []string{"In Cairo", "القاهرة", "Arabic"}},
		{"Hebrew that begins with an English name", `Omar אמר שלום לכולם בעיר הישנה ליד הנהר`, []string{"הנהר", "שלום", "אמר", "Omar"}},
	} {
		v := New()
		v.resolveLook()
		v.lay.split(Article{Text: c.text}, v.zones.styleOf)
		v.lay.reflow(2000)
		v.lay.ensure(0)
		b := &v.lay.blocks[0]
		from, to := b.lineSpan(0, b.end-b.start)
		ps := (&shaper{v.lay.faces[b.style], b.text(c.text), v.lay.width, nil}).line(from, to, b.rtl)
		sort.SliceStable(ps, func(i, j int) bool { return ps[i].x < ps[j].x })
		var seen strings.Builder
		for i := range ps {
			seen.WriteString(c.text[ps[i].start:ps[i].end])
		}
		at := 0
		for _, w := range c.order {
			i := strings.Index(seen.String()[at:], w)
			if i < 0 {
				t.Errorf("%s: %q does not stand where it should: %q", c.name, w, seen.String())
				break
			}
			at += i
		}
	}
}

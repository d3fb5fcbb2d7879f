package kit

import (
	"strings"
	"testing"
)

func TestVisual_PutsTheStretchesOfALineInTheOrderInWhichTheyAreSeen(t *testing.T) {
	for _, c := range []struct {
		claim, in, want string
		arabic          bool
	}{
		{"a line from left to right stays", "3 of 5 events: Kursk", "3 of 5 events: Kursk", true},
		{"words alone are one stretch, which the toolkit turns", "لا أحداث ظاهرة.", "لا أحداث ظاهرة.", true},
		{"a number that is read first stands on the right", "3 أحداث", "| أحداث|3", true},
		{"numbers on both sides change places", "12 مارس 2025", "|2025| مارس |12", true},
		{"a name keeps its own order", "حول Dateline", "|Dateline|حول ", true},
		{"a line that begins with a name runs from the right in an Arabic window", "Kursk, مارس", "|, مارس|Kursk", true},
		{"and from the left in another", "Kursk, مارس", "Kursk, مارس", false},
		{"an Arabic title runs from the right in any window", "3 أحداث", "| أحداث|3", false},
		{"signs before a word in the middle of a line stand on its right", "نص (a)، اسم (b)، ملف", "|)، ملف|b|اسم (|\u200e ،(|a|نص (", true},
		{"marks of a direction among them turn nothing around", "نص (a)\u200f، اسم (b)، ملف", "|)، ملف|b|اسم (|\u200e ،(|a|نص (", true},
		{"nothing is nothing", "", "", true},
	} {
		SetFromTheRight(c.arabic)
		if got := Visual(c.in); got != strings.ReplaceAll(c.want, "|", "") && got != rightMark+strings.ReplaceAll(c.want, "|", "") {
			t.Errorf("%s: %q", c.claim, got)
		}
	}
	SetFromTheRight(false)
}

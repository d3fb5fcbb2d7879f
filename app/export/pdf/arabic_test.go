package pdf

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"dateline/app/export/internal/sample"
	"dateline/assets"
)

func TestJoined(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"Latin stays", "Ann", "Ann"},
		{"beginning, middle, end", "بيت", "\uFE91\uFEF4\uFE96"},
		{"a letter that does not reach on", "دار", "\uFEA9\uFE8D\uFEAD"},
		{"lam and alef are one", "سلام", "\uFEB3\uFEFC\uFEE1"},
		{"signs of vowels are left out", "بَيْت", "\uFE91\uFEF4\uFE96"},
		{"words stand apart", "من بيت", "\uFEE3\uFEE6 \uFE91\uFEF4\uFE96"},
		{"a number between", "من 48", "\uFEE3\uFEE6 48"},
	} {
		if got := joined(c.in); got != c.want {
			t.Errorf("%s: %+q, want %+q", c.name, got, c.want)
		}
	}
}

// TestEveryShapeIsThatOfItsLetter: the table is held against what Unicode says of the shapes.
func TestEveryShapeIsThatOfItsLetter(t *testing.T) {
	for letter, f := range forms {
		for i := range f.n {
			if got := norm.NFKC.String(string(f.first + rune(i))); got != string(letter) {
				t.Errorf("shape %d of %c is of %s", i, letter, got)
			}
		}
	}
	for letter, shape := range withLam {
		for i := range rune(2) {
			if got := norm.NFKC.String(string(shape + i)); got != string(lam)+string(letter) {
				t.Errorf("lam with %c is %s", letter, got)
			}
		}
	}
}

// TestScriptsThatRunFromTheRight are on the handout, as they are seen, and no letter is missing.
func TestScriptsThatRunFromTheRight(t *testing.T) {
	c := content(sample.Story())
	c.Faces.More = assets.MoreFaces()
	c.Title = "שלום 48 سلام (UK)"
	got := flat(textOf(t, sample.Written(t, Format, c)))
	if strings.Contains(got, "no letters for") {
		t.Errorf("letters are missing:\n%s", got)
	}
	for _, want := range []string{"םולש", "\uFEE1\uFEFC\uFEB3", "48"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %+q in\n%+q", want, got)
		}
	}
}

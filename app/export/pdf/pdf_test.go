package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"image"
	"image/color"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/tile"
)

// paper is a map of one grey.
type paper struct{}

func (paper) Attribution() string { return "" }

func (paper) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	img := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	for i := range img.Pix {
		img.Pix[i] = 0xee
	}
	return img, nil
}

func content(s *story.Story) export.Content {
	c := sample.Content(s)
	c.Map.Tiles = paper{}
	c.Faces = export.Faces{Regular: assets.Serif(), Bold: assets.SerifBold()}
	return c
}

var (
	streams  = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	strings1 = regexp.MustCompile(`(?s)\(((?:[^()\\]|\\.)*)\) Tj`)
)

// textOf is what stands on the pages of a file, a line for each string.
func textOf(t *testing.T, file string) string {
	t.Helper()
	var out strings.Builder
	for _, m := range streams.FindAllStringSubmatch(file, -1) {
		z, err := zlib.NewReader(strings.NewReader(m[1]))
		if err != nil {
			continue
		}
		page, err := io.ReadAll(z)
		if err != nil || !bytes.Contains(page, []byte(" Tj")) {
			continue
		}
		for _, s := range strings1.FindAllStringSubmatch(string(page), -1) {
			raw := unescape.Replace(s[1])
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			out.WriteString(strings.ReplaceAll(string(utf16.Decode(units)), "\u00a0", " ") + "\n")
		}
	}
	return out.String()
}

var unescape = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r")

// flat is text without the places where its lines break.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestHandoutTellsAll(t *testing.T) {
	c := content(sample.Story())
	c.Log = story.NewLog(story.Correction{Kind: story.CorrectChecked, About: story.Target{Article: "d1", Span: c.Story.Events[0].Trigger, Words: "arrested"}, Verdict: story.VerdictRight})
	file := sample.Written(t, Format, c)
	got := flat(textOf(t, file))
	for _, want := range []string{"Sample", "1 article", "13 May 2024", "Żółw: police arrested two men in Lisbon on Monday.", "“It is over,”", "— Rui Gomes", "1 Lisbon",
		"Arrests. a.example, published 14 May 2024", "something happened", "somebody speaks or acts from there", "a person checked 1 of 3", "checked", "Places: GeoNames", "1 / 1", "Your turn"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the handout:\n%s", want, got)
		}
	}
	if !strings.Contains(file, "/MediaBox [0 0 595.28 841.89]") {
		t.Error("it is not A4")
	}
	c.Paper = export.Letter
	if !strings.Contains(sample.Written(t, Format, c), "/MediaBox [0 0 612.00 792.00]") {
		t.Error("it is not Letter")
	}
}

func TestClozeLeavesOutWhatItAsksFor(t *testing.T) {
	for _, x := range []struct {
		name          string
		kind          export.Cloze
		gone, answers []string
	}{
		{"days", export.ClozeDays, []string{"13 May 2024"}, []string{"Line 1 13 May 2024 (the day that is told with it)"}},
		{"names", export.ClozeNames, []string{"Lisbon", "Gomes"}, []string{"On the map, 1 Lisbon", "1 Lisbon", "2 Rui Gomes"}},
	} {
		c := content(sample.Story())
		c.Cloze = x.kind
		sheet, answers, ok := strings.Cut(flat(textOf(t, sample.Written(t, Cloze, c))), "Answers")
		if !ok {
			t.Fatalf("%s: no answers", x.name)
		}
		list, _, _ := strings.Cut(sheet, "Your turn")
		_, list, _ = strings.Cut(list, "Class")
		for _, w := range x.gone {
			if strings.Contains(list, w) {
				t.Errorf("%s: %q is not left out:\n%s", x.name, w, list)
			}
		}
		for _, w := range x.answers {
			if !strings.Contains(answers, w) {
				t.Errorf("%s: %q is no answer:\n%s", x.name, w, answers)
			}
		}
	}
}

// TestManyPages: each sentence is on some page, none stands below the foot, and what is too much is said.
func TestManyPages(t *testing.T) {
	s := sample.Story()
	for i := range 500 {
		a := *s.Articles[0]
		a.ID += strings.Repeat("x", i)
		s.Articles = append(s.Articles, &a)
		e := s.Events[0]
		e.Doc, e.Same = len(s.Articles)-1, a.ID
		e.When = story.On(story.NewDay(2024, 5, 13)+story.Day(i), 0.9, story.BasisClause)
		s.Events = append(s.Events, e)
	}
	got := flat(textOf(t, sample.Written(t, Format, content(s))))
	if n := strings.Count(got, "police arrested two men"); n < 400 || n > 402 {
		t.Errorf("%d of 400 sentences", n)
	}
	for _, want := range []string{"102 more are left out", "No day is told"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// TestSeen: what runs from right to left stands as it is seen, with its numbers and what is in Latin letters.
func TestSeen(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"Latin stays", "in 48 hours (UK)", "in 48 hours (UK)"},
		{"Hebrew is turned round", "אבג דהו", "והד גבא"},
		{"its numbers are not", "אבג 48 דהו", "והד 48 גבא"},
		{"a number with a point is one", "אבג 12.5 דהו", "והד 12.5 גבא"},
		{"brackets face the other way", "אב (גד) הו", "וה (דג) בא"},
		{"among Latin words", "he said אבג דהו twice", "he said והד גבא twice"},
		{"a number in brackets at the end", "in אבג (2025) now", "in (2025) גבא now"},
		{"a word between", "אבג UK דהו", "גבא UK והד"},
	} {
		var got string
		for _, a := range seen([]atom{{run: run{text: c.in}}}) {
			got += a.text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestSeen_WhatFollowsGoesOn: the numbers of sources stand after a quote that runs from right to left, not in it.
func TestSeen_WhatFollowsGoesOn(t *testing.T) {
	var got string
	for _, a := range seen([]atom{{run: run{text: "אבג."}}, {run: run{text: " [1]", ltr: true}}}) {
		got += a.text
	}
	if got != "גבא. [1]" {
		t.Errorf("got %q", got)
	}
}

// TestLettersThatAreMissingAreCounted and never dropped in silence.
func TestLettersThatAreMissingAreCounted(t *testing.T) {
	c := content(sample.Story())
	c.Title = "Peace 平和 🕊"
	if got := flat(textOf(t, sample.Written(t, Format, c))); !strings.Contains(got, "Peace ?? ?") || !strings.Contains(got, "signs of scripts that this file has no letters for") {
		t.Errorf("got %s", got)
	}
}

// TestGreySafe: marks and ground of the printed look differ in lightness.
func TestGreySafe(t *testing.T) {
	light := func(c color.NRGBA) int { return (299*int(c.R) + 587*int(c.G) + 114*int(c.B)) / 1000 }
	p := tile.Print
	for _, x := range [][2]color.NRGBA{{p.MarkFill, p.Land}, {p.RingLine, p.RingFill}, {p.MarkText, p.MarkFill}, {p.PlaceText, p.Land}, {p.RingLine, p.Water}} {
		if d := light(x[0]) - light(x[1]); d < 120 && d > -120 {
			t.Errorf("%v and %v are %d apart", x[0], x[1], d)
		}
	}
}

func TestQuestionsOfTheSlidesHaveTheirAnswersApart(t *testing.T) {
	s, r := sample.Asked()
	for _, x := range []struct {
		format export.Format
		asks   bool
	}{{Format, true}, {Questions, true}, {Cloze, false}} { // which has gaps of its own
		c := content(s)
		c.Run = &r
		sheet, answers, apart := strings.Cut(flat(textOf(t, sample.Written(t, x.format, c))), "Answers")
		asks := strings.Contains(sheet, "1 Where was this?") && strings.Contains(sheet, "police arrested two men in")
		if told := strings.Contains(answers, "1 Where was this? Lisbon"); asks != x.asks || told != x.asks || !apart {
			t.Errorf("%s: asked %v, answered %v:\n%s\n---\n%s", x.format.Name, asks, told, sheet, answers)
		}
	}
}

func TestNothingOnPaperStaysEnglish(t *testing.T) {
	s, run := sample.Asked()
	for _, f := range []export.Format{Format, Cloze, Questions} {
		for _, cloze := range []export.Cloze{export.ClozeDays, export.ClozeNames} {
			c := content(s)
			c.Words, c.Cloze = sample.Marked, cloze
			sample.AllMarked(t, s, f.Name, textOf(t, sample.Written(t, f, c)))
			c.Run = &run
			sample.AllMarked(t, s, f.Name, textOf(t, sample.Written(t, f, c)))
		}
	}
}

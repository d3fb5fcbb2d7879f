package timex

import (
	"strings"
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// Odd text costs no more than other text, and what is read in it is a date that exists. Rows of impossible dates stand
// in newsCases.
func TestBadInput(t *testing.T) {
	const mega = 1 << 20
	for _, c := range []struct {
		name, text string
		most       int // expressions
	}{
		{"digits by the megabyte", strings.Repeat("9", mega), 0},
		{"digits and slashes by the megabyte", strings.Repeat("31/02/", mega/6), 0},
		{"digits and full stops by the megabyte", strings.Repeat("1.", mega/2), 0},
		{"years by the megabyte, without a space", strings.Repeat("2025", mega/4), 0},
		{"a row of years", strings.Repeat("2025 ", mega/5), 1},
		{"the same word of time without end", strings.Repeat("last ", mega/5), 0},
		{"articles without end", strings.Repeat("the ", mega/4), 0},
		{"numbers in words without end", strings.Repeat("hundred thousand ", mega/17), 0},
		{"early late early late", strings.Repeat("early late ", mega/11), 0},
		{"dashes without end", "2025" + strings.Repeat("-", mega), 1},
		{"one sentence of a megabyte", "On Monday " + strings.Repeat("and so he went ", mega/15) + "on Friday.", 2},
		{"of of of", "the end " + strings.Repeat("of the end ", mega/11), mega},
		{"quotation marks without end", strings.Repeat("“", mega/3) + " today", 1},
		{"bytes that are no text", "\xff\xfe on \xc3\x28 Monday \x00\x00", 1},
		{"units that multiply", "999999999 centuries ago and 100000 millennia later", mega},
	} {
		tok := token.Split(c.text)
		found := Find(tok)
		if len(found) > c.most {
			t.Errorf("%s: %d expressions, the first %q", c.name, len(found), found[0].Span.In(c.text))
		}
		for _, d := range []story.Day{story.DayMin, story.NewDay(2025, 3, 12), story.NewDay(1, 1, 1), story.NewDay(9999, 12, 31)} {
			for i, x := range Resolve(found, tok, d, nil) {
				if x.Moment.Dated() && x.Moment.Earliest > x.Moment.Latest {
					t.Fatalf("%s: %q ends before it begins", c.name, x.Span.In(c.text))
				}
				if i > 50 {
					break
				}
			}
		}
	}
}

func TestImpossibleDatesNeverBecomeDays(t *testing.T) {
	for _, text := range []string{"31 February 2025", "Feb. 30, 2025", "29 February 2023", "2025-02-30", "31/02/2025", "00/00/0000", "99/99/9999", "13/13/2025",
		"April 31, 2024", "31 April 2024", "day 366 of 2023", "2025-00-10", "2025-13-01", "2025-W54", "week 54 of 2025", "week 0 of 2025", "32 March 2025"} {
		tok := token.Split(text)
		for _, x := range Resolve(Find(tok), tok, story.NewDay(2025, 3, 12), nil) {
			if x.Moment.Dated() && x.Moment.Earliest == x.Moment.Latest {
				t.Errorf("%q gives the day %s", text, x.Moment.Earliest)
			}
		}
	}
}

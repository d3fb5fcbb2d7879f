package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Find gives the expressions of time in t, in the order of the text, not overlapping.
func Find(t *token.Text) []Found { return nil }

// Resolve gives every expression its value and its days, counted from the day of publication. With anchor story.DayMin
// (unknown) what needs it stays underspecified ("XXXX-WXX-3") and its Moment undated. The answer has one entry for each
// of found, in the same order.
func Resolve(found []Found, t *token.Text, anchor story.Day) []story.Timex { return nil }

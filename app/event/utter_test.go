package event_test

import (
	"testing"

	"dateline/app/story"
)

// TestUtter_DayOfSpeech: when the first quote of a text was said.
func TestUtter_DayOfSpeech(t *testing.T) {
	const day = "2024-05-15" // a Wednesday
	for _, c := range []struct{ name, text, from, to string }{
		{"a day after the cue", "“It is over,” Ida Lund said on Monday.", "2024-05-13", "2024-05-13"},
		{"nothing said is the day of publication", "“It is over,” Ida Lund said.", "2024-05-14", "2024-05-15"},
		{"a month right after the cue", "“It is over,” Ida Lund said last month.", "2024-04-01", "2024-04-30"},
		{"a month of an interview", "“It is over,” said its director, Ida Lund, in an interview last month.", "2024-04-01", "2024-04-30"},
		{"a year of a speech", "“It is over,” Ida Lund told a conference in 2019.", "2019-01-01", "2019-12-31"},
		{"a month before the speaker", "Last month, Ida Lund said: “It is over.”", "2024-04-01", "2024-04-30"},
		{"a year that is told of is not that of the speech", "“It is over,” said Ida Lund, who won the cup in 2019.", "2024-05-14", "2024-05-15"},
		{"a year within a name is not that of the speech", "“It is over,” said Ida Lund, head of the 2019 inquiry.", "2024-05-14", "2024-05-15"},
		{"a year inside the words is not that of the speech", "“It was over in 2019,” Ida Lund said.", "2024-05-14", "2024-05-15"},
		{"a year of what is reported is not that of the speech", "Ida Lund said the mill closed in 2019 and that “it is over.”", "2024-05-14", "2024-05-15"},
	} {
		_, a := find(day, c.text)
		if len(a.Quotes) == 0 {
			t.Errorf("%s: no quote", c.name)
			continue
		}
		var from, to story.Day
		from, to = a.Quotes[0].When.Earliest, a.Quotes[0].When.Latest
		if from.String() != c.from || to.String() != c.to {
			t.Errorf("%s: %s to %s", c.name, from, to)
		}
	}
}

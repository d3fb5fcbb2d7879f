package timex_test

import (
	"fmt"

	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

func ExampleFind() {
	t := token.Split("The talks are planned for early next week, two years after the pact of 3 May 2023.")
	for _, f := range timex.Find(t) {
		fmt.Println(f.Span.In(t.Source), "|", f.Form, "|", f.Tense)
	}
	// Output:
	// early next week | relative | future
	// two years | duration | future
	// 3 May 2023 | date | future
}

func ExampleResolve() {
	t := token.Split("On Tuesday the mayor left. She is expected back on Friday.")
	found := timex.Find(t)
	for _, published := range []story.Day{story.NewDay(2025, 3, 12), story.DayMin} {
		for _, x := range timex.Resolve(found, t, published, nil) {
			fmt.Println(x.Value, "|", x.Reasons[0])
		}
	}
	// Output:
	// 2025-03-11 | "On Tuesday" + published Wed 12 March 2025 -> 11 March 2025
	// 2025-03-14 | "on Friday" + published Wed 12 March 2025 -> 14 March 2025
	// XXXX-WXX-2 | "On Tuesday" needs a publication date, and none is known
	// XXXX-WXX-5 | "on Friday" needs a publication date, and none is known
}

package pubdate_test

import (
	"fmt"

	"dateline/app/reading/pubdate"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

func ExampleDater_Find() {
	doc := &story.Document{Text: "Bridge to be mended\nWorld 15/03/2025 08:00\n\nThe council met in the old hall."}
	t := token.Split(doc.Text)
	p := pubdate.New(nil).Find(doc, t, timex.Find(t))
	fmt.Println(p.Kind, p.Best, p.Clock)
	fmt.Println(p.Reasons[0])
	// Output:
	// explicit 2025-03-15 08:00
	// Sat 15 March 2025: the article's date line "World 15/03/2025 08:00"
}

func ExampleDater_Together() {
	gather := func(text string) pubdate.Evidence {
		t := token.Split(text)
		return pubdate.New(nil).Gather(&story.Document{Text: text}, t, timex.Find(t), []string{"Ann Reed", "Leeds", "York"})
	}
	dates := pubdate.New(nil).Together([]pubdate.Evidence{
		gather("The bridge is open\n15 March 2025\n\nAnn Reed cut the ribbon in Leeds."),
		gather("The bridge\n\nOn Friday Ann Reed spoke in Leeds. York was told on Thursday."),
	})
	fmt.Println(dates[1].Kind, dates[1].Best, dates[1].From, dates[1].To)
	// Output: inferred 2025-03-14 2025-03-13 2025-03-22
}

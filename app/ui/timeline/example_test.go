package timeline_test

import (
	"fmt"
	"image/color"

	"dateline/app/story"
	"dateline/app/ui/timeline"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func Example() {
	test.NewApp()
	t := timeline.New()
	t.Resize(fyne.NewSize(800, 120))
	monday := story.NewDay(2025, 3, 10)
	t.SetData(
		[]timeline.Lane{{Title: "The harbour closes", Colour: color.NRGBA{B: 200, A: 255}}},
		[]timeline.Item{{ID: "1", From: monday, To: monday}, {ID: "2", From: monday + 2, To: monday + 4}},
	)
	t.OnPeriod = func(p story.Period) { fmt.Println(p.From, "to", p.To) }
	t.SetPeriod(story.Between(monday, monday)) // fires nothing
	next, _ := t.NextMoment(monday)
	fmt.Println(next, t.DayAt(t.PositionOf(next)) == next)
	t.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}) // a notch of the wheel: a day later
	// Output:
	// 2025-03-12 true
	// 2025-03-11 to 2025-03-11
}

package quotelist_test

import (
	"fmt"

	"dateline/app/ui/quotelist"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func Example() {
	test.NewApp()
	l := quotelist.New()
	l.Resize(fyne.NewSize(300, 400))
	l.OnTap = func(id string) { fmt.Println("tapped", id) }
	texts := map[string]quotelist.Text{
		"a": {Words: "“We will leave.”", Speaker: "Jane Roe", Role: "harbour master", When: "12 Mar 2025"},
		"b": {Words: "“Not today,”", Speaker: "the ferry company"},
	}
	l.Say(func(id string) quotelist.Text { return texts[id] })
	l.SetItems([]quotelist.Item{{ID: "a"}, {ID: "b"}})
	l.SetSelected("b") // fires nothing
	fmt.Println(l.Selected(), l.InView("b"))
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	// Output:
	// b true
	// tapped a
}

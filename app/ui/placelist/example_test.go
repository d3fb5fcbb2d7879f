package placelist_test

import (
	"fmt"

	"dateline/app/ui/placelist"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func Example() {
	test.NewApp()
	l := placelist.New()
	l.Resize(fyne.NewSize(300, 400))
	l.OnTap = func(id string) { fmt.Println("tapped", id) }
	l.SetItems([]placelist.Item{
		{ID: "harbour", Section: "On the map", Title: "Lyngholm", Detail: "Norway", Right: "14", Shape: placelist.Filled},
		{ID: "quay", Section: "Not placed", Title: "the old harbour", Shape: placelist.Diamond},
	})
	l.SetSelected("quay") // fires nothing
	fmt.Println(l.Selected(), l.InView("quay"))
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	// Output:
	// [quay] true
	// tapped harbour
}

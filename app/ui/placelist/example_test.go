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
	l.OnTap = func(id int) { fmt.Println("tapped", id) }
	l.SetItems([]placelist.Item{
		{ID: 7, Section: "On the map", Title: "Lyngholm", Detail: "Norway", Right: "14", Shape: placelist.Filled},
		{ID: 8, Section: "Not placed", Title: "the old harbour", Shape: placelist.Diamond},
	})
	l.SetSelected(8) // fires nothing
	fmt.Println(l.Selected(), l.InView(8))
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	// Output:
	// [8] true
	// tapped 7
}

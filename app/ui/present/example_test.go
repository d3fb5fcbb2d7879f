package present_test

import (
	"fmt"
	"image/color"

	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func Example() {
	test.NewApp()
	p := present.New(canvas.NewRectangle(color.White), canvas.NewRectangle(color.White))
	test.NewWindow(p).Resize(fyne.NewSize(1920, 1080))
	p.OnNext = func() { fmt.Println("next") }
	p.SetSlide(present.Slide{Date: "12 March 2025", Words: "“We will leave,”", Speaker: "Jane Roe", At: 3, Of: 14})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	p.TypedRune('.')
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // only brings the picture back
	fmt.Println(p.Blank() == present.NotBlank, p.CoveredBy().Left > 0)
	// Output:
	// next
	// true true
}

func ExampleCommand() {
	next, _ := present.Command(fyne.KeyPageDown, 0)
	black, _ := present.Command("", '.')
	_, ok := present.Command(fyne.KeyTab, 0)
	fmt.Println(next == present.Next, black == present.Black, ok)
	// Output: true true false
}

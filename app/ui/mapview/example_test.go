package mapview_test

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"dateline/app/ui/mapview"
	"dateline/geo/viewport"
)

func ExampleMap_Fit() {
	test.NewApp()
	m := mapview.New(mapview.Config{ReducedMotion: true})
	w := test.NewWindow(m)
	w.Resize(fyne.NewSize(600, 400))
	oslo, bergen := orb.Point{10.75, 59.91}, orb.Point{5.32, 60.39}
	m.SetMarks([]mapview.Mark{{ID: 1, At: oslo, Label: "Oslo", Filled: true}, {ID: 2, At: bergen, Label: "Bergen", Ring: true}})
	m.Fit([]orb.Point{oslo, bergen}, 8, true)
	fmt.Println(m.Viewport().Contains(oslo), m.Viewport().Contains(bergen))
	// Output: true true
}

func ExampleMap_ShowDetail() {
	test.NewApp()
	m := mapview.New(mapview.Config{ReducedMotion: true})
	w := test.NewWindow(m)
	w.Resize(fyne.NewSize(600, 400))
	m.SetMarks([]mapview.Mark{{ID: 7, At: orb.Point{10.75, 59.91}, Label: "Oslo", Filled: true}})
	m.OnTapMark = func(id int) {
		m.ShowDetail(id, mapview.Detail{Title: "Oslo", Items: []mapview.Item{{Head: "12 March", Text: "A sentence."}}})
	}
	m.SetViewport(viewport.Viewport{Center: orb.Point{10.75, 59.91}, Zoom: 6})
	m.Tapped(&fyne.PointEvent{Position: m.Project(orb.Point{10.75, 59.91})})
	fmt.Println(m.CloseOpen(), m.CloseOpen())
	// Output: true false
}

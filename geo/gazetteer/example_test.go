package gazetteer_test

import (
	"fmt"

	"dateline/assets"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

func ExampleIndex_Lookup() {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range x.Lookup("Kursk", nil) {
		p := x.Place(h.Row)
		fmt.Println(p.Name, p.Kind, p.Country, h.Match)
	}
	// Output:
	// Kursk city RU primary
	// Kursk Oblast admin1 RU short
}

func ExampleIndex_Country() {
	x, _ := gazetteer.Load(assets.Gazetteer())
	p, _ := x.Country("SA")
	fmt.Printf("%s: point %v, marked at %s\n", p.Name, p.Point, p.AnchorName)
	// Output: Saudi Arabia: point [45 25], marked at Riyadh
}

func ExampleIndex_Near() {
	x, _ := gazetteer.Load(assets.Gazetteer())
	for _, p := range x.Near(orb.Point{36.19, 51.74}, 5, 1) {
		fmt.Println(p.Name)
	}
	// Output: Kursk
}

func ExampleFold() {
	fmt.Println(gazetteer.Fold("Ste.-Anne, P.Q."))
	// Output: saint anne pq
}

package mark_test

import (
	"fmt"

	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/viewport"
)

func ExampleGroupMembers() {
	marks := []mark.Mark{
		{Point: orb.Point{10.75, 59.91}, Filled: true, Number: 5, Label: "Oslo"},
		{Point: orb.Point{10.46, 59.89}, Filled: true, Number: 2, Label: "Sandvika"},
		{Point: orb.Point{5.32, 60.39}, Filled: true, Number: 1, Label: "Bergen"},
	}
	for _, v := range []viewport.Viewport{
		{Center: orb.Point{8, 60}, Zoom: 5, W: 1000, H: 700},
		{Center: orb.Point{10, 60}, Zoom: 9, W: 1000, H: 700}, // Bergen is far outside
	} {
		signs, members := mark.GroupMembers(v, marks, 1)
		for i, m := range signs {
			fmt.Println(v.Zoom, m.Label, m.Number, members[i])
		}
	}
	// Output:
	// 5 Bergen 1 [2]
	// 5 Oslo +1 7 [0 1]
	// 9 Sandvika 2 [1]
	// 9 Oslo 5 [0]
}

func ExampleAround() {
	shape := mark.Around(orb.Point{36.19, 51.74}, 8, 12, 0, 90) // some 10 km north of a town
	b := shape.Bound()
	fmt.Printf("%.2f to %.2f north\n", b.Min[1], b.Max[1])
	// Output: 51.79 to 51.85 north
}

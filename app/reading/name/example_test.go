package name_test

import (
	"fmt"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
)

func ExampleFind() {
	text := "Foreign Minister Anna Berg urged Karl Lund to wait. Berg left."
	n := name.Find(token.Split(text), nil)
	for _, p := range n.People() {
		fmt.Println(p.Name, len(p.Spans))
	}
	// Output:
	// Anna Berg 2
	// Karl Lund 1
}

func ExampleNames_Who() {
	text := "Anna Berg urged Maria Lund to wait. She left."
	t := token.Split(text)
	n := name.Find(t, nil)
	e, _ := n.Who(t.At(36), nil)
	fmt.Println(n.Entities[e].Name)
	// Output: Anna Berg
}

func ExampleSame() {
	fmt.Println(name.Same("President Oleksandr Hrynskyi", "Hrynsky"), name.Same("Anna Berg", "Karl Berg"))
	// Output: true false
}

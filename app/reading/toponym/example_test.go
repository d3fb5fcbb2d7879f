package toponym_test

import (
	"fmt"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/reading/toponym"
	"dateline/app/reading/zone"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

func Example() {
	gaz, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Moscow demands a withdrawal from the Kursk region, an envoy said in Paris, Texas."
	t := token.Split(text)
	zones := zone.Find(&story.Document{Text: text}, t)
	found := toponym.Find(t, zones, name.Find(t, zones), gaz, nil)
	choices := geocoder(gaz).Resolve(toponym.Mentions(found), geocode.Prior{})
	for _, p := range toponym.Decide(t, zones, found, choices, nil) {
		fmt.Println(p.Name, "-", p.Use, "-", p.Place.Name, p.Place.Kind, p.Place.Country)
	}
	// Output:
	// Moscow - actor - Moscow city RU
	// Kursk - literal - Kursk Oblast admin1 RU
	// Paris - literal - Paris city US
	// Texas - literal - Texas admin1 US
}

func ExampleGiven() {
	gaz, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Athens is a town in Georgia, and Atlanta is its capital."
	t := token.Split(text)
	found := toponym.Given(t, nil, []story.Span{{Start: 0, End: 6}}, gaz, nil)
	for i, c := range geocoder(gaz).Resolve(toponym.Mentions(found), geocode.Prior{}) {
		if !found[i].Context {
			fmt.Println(found[i].Mention.Name, "-", c.Place.Name, c.Place.Admin1Name)
		}
	}
	// Output:
	// Athens - Athens Georgia
}

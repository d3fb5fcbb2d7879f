package engine

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

func ownPlace(name string, lon, lat float64, names ...string) geo.Own {
	at := orb.Point{lon, lat}
	return geo.Own{ID: geo.AddedID(gazetteer.Fold(name), at), Name: name, Names: names, Kind: geo.KindCity, Point: at}
}

func TestOwnPlacesAreFoundAndComeFirst(t *testing.T) {
	plain := open(t)
	own := []geo.Own{ownPlace("Quillbrook", 35.5, 51.2, "Quill"), ownPlace("Upper Nether Field", 35.6, 51.3), ownPlace("Paris", 12, 48),
		ownPlace("Camp 7", 36, 50), ownPlace("Weide am Alten Bach", 36.2, 50.1)}
	e := plain.Over(own)
	for _, c := range []struct{ name, text, words, place string }{
		{"a name that no gazetteer has", "Two houses burned down in Quillbrook on Tuesday.", "Quillbrook", "Quillbrook"},
		{"at the start of a sentence", "Quillbrook was shelled on Tuesday.", "Quillbrook", "Quillbrook"},
		{"another name", "Troops left Quill on 3 May 2024.", "Quill", "Quillbrook"},
		{"several words", "A bridge fell in Upper Nether Field on 3 May 2024.", "Upper Nether Field", "Upper Nether Field"},
		{"small words inside", "A fire broke out in Weide am Alten Bach on 3 May 2024.", "Weide am Alten Bach", "Weide am Alten Bach"},
		{"a number at its end", "A fire broke out in Camp 7 on 3 May 2024.", "Camp 7", "Camp 7"},
		{"before a capital of the same name", "A fire broke out in Paris on 3 May 2024.", "Paris", "Paris 12"},
		{"not where the text names the country", "A fire broke out in Paris, Texas, on 3 May 2024.", "Paris", "Paris -96"},
	} {
		s, err := e.Read(context.Background(), []story.Document{doc(c.text, "2024-05-05", "")}, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, x := range s.Articles[0].Toponyms {
			if x.Name == c.words && x.Placed {
				got = x.Place.Name
				if got == "Paris" {
					got = fmt.Sprintf("%s %.0f", got, x.Place.Point[0])
				}
			}
		}
		if got != c.place {
			t.Errorf("%s: %q is %q, want %q; %+v", c.name, c.words, got, c.place, s.Articles[0].Toponyms)
		}
	}
}

func TestOwnPlacesOfAStory(t *testing.T) {
	own := []geo.Own{ownPlace("Quillbrook", 35.5, 51.2, "Quill"), ownPlace("Elsewhere Hill", 1, 1)}
	own[0].Km = 0.3
	b := gazetteer.NewBuilder(nil)
	if err := b.Add(gazetteer.Entry{Place: geo.Place{Name: "Farther Wick", Kind: geo.KindCity, Point: orb.Point{35, 51}, Country: "UA"}}); err != nil {
		t.Fatal(err)
	}
	l, err := gazetteer.LoadLayer(b.Bytes(nil))
	if err != nil {
		t.Fatal(err)
	}
	l.Name = "farms.csv"
	e := open(t).Over(own, l)
	docs := []story.Document{doc("A fire broke out in Quill and near Farther Wick on 3 May 2024. Kyiv sent help.", "2024-05-05", "")}
	s, err := e.Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Own) != 2 || !slices.ContainsFunc(s.Own, func(p geo.Own) bool { return p.ID == own[0].ID && p.Km == 0.3 && p.Names[0] == "Quill" }) {
		t.Errorf("the story has %+v", s.Own)
	}
	// With what the story has, another machine reads the same.
	again, err := open(t).Over(s.Own).Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range s.Articles[0].Toponyms {
		if y := again.Articles[0].Toponyms[i]; x.Place.ID != y.Place.ID || x.Place.Point != y.Place.Point {
			t.Errorf("%q is %v here and %v there", x.Name, x.Place, y.Place)
		}
	}
	if s, _ := e.Over(nil).Read(context.Background(), docs, nil); len(s.Own) != 0 || s.Articles[0].Toponyms[0].Name == "Quill" && s.Articles[0].Toponyms[0].Placed {
		t.Errorf("without them: %+v", s.Articles[0].Toponyms)
	}
}

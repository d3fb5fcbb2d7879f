package geocode_test

import (
	"strings"
	"testing"

	"dateline/geo"
	"dateline/geo/geocode"
)

func TestWeights_AreHandedIn(t *testing.T) {
	x := index(t)
	w := geocode.DefaultWeights()
	plain := (&geocode.Geocoder{Gazetteer: x, Weights: &w}).Resolve(names("Paris"), geocode.Prior{})[0]
	if plain.Place.Country != "FR" || plain.Score != on(x).Resolve(names("Paris"), geocode.Prior{})[0].Score {
		t.Errorf("the defaults handed in give %s %v, not what nil gives", plain.Place.Country, plain.Score)
	}
	w.None = 100
	if got := (&geocode.Geocoder{Gazetteer: x, Weights: &w}).Resolve(names("Paris"), geocode.Prior{})[0]; got.Placed {
		t.Errorf("where nothing fits is far likelier, Paris is still %s", got.Place.Name)
	}
}

func TestWorldSeats_WeighMoreThanTheirSize(t *testing.T) {
	seats, err := geocode.LoadWorldSeats([]byte("# number\tname\n2660646\tGeneva\tUnited Nations Office\n"))
	if err != nil {
		t.Fatal(err)
	}
	x := index(t)
	with := (&geocode.Geocoder{Gazetteer: x, WorldSeats: seats}).Resolve(names("Geneva"), geocode.Prior{})[0]
	without := on(x).Resolve(names("Geneva"), geocode.Prior{})[0]
	if with.Place.ID != 2660646 || with.Score-without.Score < 1 {
		t.Errorf("Geneva is %v with score %.2f, and %.2f without the table", with.Place.ID, with.Score, without.Score)
	}
}

func TestLoadWorldSeats_BadRowIsNamed(t *testing.T) {
	for _, row := range []string{"Geneva", "x\tGeneva", "-1\tGeneva", "99999999999\tGeneva"} {
		if _, err := geocode.LoadWorldSeats([]byte("# number\tname\n" + row + "\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v does not name line 2", row, err)
		}
	}
	if got, err := geocode.LoadWorldSeats(nil); err != nil || got[geo.PlaceID(0)] {
		t.Errorf("no table: %v, %v", got, err)
	}
}

package mark

import (
	"slices"
	"testing"

	"dateline/geo/tile"
)

func TestSkeleton_SpellingsOfOneName(t *testing.T) {
	for _, c := range [][]string{{"Kharkiv", "Kharkov", "Kharkiv Oblast"}, {"Mogilev", "Mahilioŭ", "Mahilyow"}, {"Kyiv", "Kiev", "Kyiv City"}, {"Tver", "Tver'"}, {"Odesa", "Odessa"}, {"Lviv", "Lvov", "Lwów"}} {
		for _, s := range c[1:] {
			if skeleton(s) != skeleton(c[0]) {
				t.Errorf("%s is %s, %s is %s", c[0], skeleton(c[0]), s, skeleton(s))
			}
		}
	}
	if skeleton("Kursk") == skeleton("Oryol") || skeleton("Gomel") == skeleton("Minsk") {
		t.Error("other names are the same")
	}
}

func TestPlace_OneNameForOnePlace(t *testing.T) {
	word := func(s string, k tile.LabelKind, x, y float64) Text {
		gap := 4.0
		if k == tile.LabelRegion {
			gap = 0
		}
		return Text{Label: tile.Label{Text: s, Kind: k}, X: x, Y: y, Gap: gap}
	}
	for _, c := range []struct {
		name  string
		texts []Text
		want  []string
	}{
		{"a region called by its seat", []Text{word("Tver", tile.LabelRegion, 150, 150), word("Tver", tile.LabelCity, 200, 200)}, []string{"Tver city"}},
		{"a region beside the mark of its seat", []Text{word("Kharkiv", tile.LabelPlace, 200, 200), word("Kharkov Oblast", tile.LabelRegion, 300, 220)}, []string{"Kharkiv place"}},
		{"a region in another spelling", []Text{word("Mahilioŭ", tile.LabelRegion, 200, 160), word("Mogilev", tile.LabelTown, 210, 200)}, []string{"Mogilev town"}},
		{"a region far from the town of that name", []Text{word("Washington", tile.LabelRegion, 100, 100), word("Washington", tile.LabelCity, 700, 500)}, []string{"Washington region", "Washington city"}},
		{"a region whose seat has no name on the map", []Text{word("Tver", tile.LabelRegion, 150, 150)}, []string{"Tver region"}},
		{"a mark and the town under it", []Text{word("Kiev", tile.LabelTown, 202, 201), word("Kyiv", tile.LabelPlace, 200, 200)}, []string{"Kyiv place"}},
		{"one point with two names", []Text{word("Lemberg", tile.LabelCity, 200, 200), word("Lviv", tile.LabelTown, 201, 200)}, []string{"Lemberg city"}},
		{"two marks at one point stay", []Text{word("Old Town", tile.LabelPlace, 200, 200), word("Harbour", tile.LabelPlace, 202, 200)}, []string{"Old Town place", "Harbour place"}},
		{"two towns", []Text{word("Gomel", tile.LabelTown, 200, 200), word("Minsk", tile.LabelTown, 230, 260)}, []string{"Gomel town", "Minsk town"}},
	} {
		kinds := map[tile.LabelKind]string{tile.LabelPlace: "place", tile.LabelCity: "city", tile.LabelTown: "town", tile.LabelRegion: "region"}
		var got []string
		for _, p := range (Pen{}).Place(c.texts, nil, 900, 700) {
			got = append(got, p.Text.Text+" "+kinds[p.Kind])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

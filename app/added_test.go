package app

import (
	"path/filepath"
	"testing"

	"dateline/app/places"
	"dateline/app/session"
	"dateline/geo"
)

const quillText = "Fire\n\nA fire broke out in Quillbrook on 3 May 2024. Divers came from Lisbon."

// where is where the story has a name; "" nowhere.
func where(d *desk, name string) string {
	for _, a := range d.State().Story.Articles {
		for _, t := range a.Toponyms {
			if t.Name == name && t.Placed {
				return t.Place.Name + " " + t.Place.Country
			}
		}
	}
	return ""
}

// TestOwnPlacesOfTheProgram: a place that is added is found in the story that is open, goes with the project to a machine that
// lacks it, and is gone when it is removed; what names none of it is not read again.
func TestOwnPlacesOfTheProgram(t *testing.T) {
	d := newDesk(t)
	shelf, faults := places.Open(t.TempDir(), nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	d.stack.shelf = func() *places.Shelf { return shelf }
	d.Open(append(pasted("fire", quillText), pasted("ferry", ferry)...))
	d.rest(t)
	ferryBefore := d.State().Documents[1].ID
	if got := where(d, "Quillbrook"); got != "" {
		t.Fatalf("it is known before: %s", got)
	}
	own := places.Own("Quillbrook", [2]float64{35.5, 51.2})
	if _, err := shelf.Change(func(all []geo.Own) []geo.Own { return append(all, own) }); err != nil {
		t.Fatal(err)
	}
	d.Retell()
	d.rest(t)
	if got := where(d, "Quillbrook"); got != "Quillbrook RU" || len(d.State().Story.Own) != 1 {
		t.Errorf("added, it is %q; own %v", got, d.State().Story.Own)
	}
	stale := otherwise(nil, []geo.Own{own})
	if st := d.State(); !stale(&st.Documents[0]) || stale(&st.Documents[1]) || st.Documents[1].ID != ferryBefore {
		t.Error("the wrong articles are read again")
	}
	path := filepath.Join(t.TempDir(), "fire.dateline")
	d.Save(path, nil)
	d.rest(t)

	other := newDesk(t)
	other.Open([]session.Source{fileSource(path)})
	other.rest(t)
	if got := where(other, "Quillbrook"); got != "Quillbrook RU" || len(other.State().Places) != 1 {
		t.Errorf("on another machine it is %q, with %v", got, other.State().Places)
	}
	other.ForgetPlace(own.ID)
	other.rest(t)
	if got := where(other, "Quillbrook"); got != "" {
		t.Errorf("forgotten, it is %q", got)
	}
	if _, err := shelf.Change(func([]geo.Own) []geo.Own { return nil }); err != nil {
		t.Fatal(err)
	}
	d.Retell()
	d.rest(t)
	if got := where(d, "Quillbrook"); got != "" {
		t.Errorf("removed, it is %q", got)
	}
}

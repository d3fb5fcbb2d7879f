package app

import (
	"path/filepath"

	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui"
	"dateline/geo"
)

// lend gives the window what corrections need of the gazetteer, of the reading of days and of the project's earlier states.
func (a *program) lend(c *ui.Config) {
	c.PlaceByID, c.CountryName, c.FindPlaces, c.ReadDays, c.Versions = a.placeByID, a.countryName, a.findPlaces, a.readDays, a.earlier
}

// placeByID is a place of the gazetteer.
func (a *program) placeByID(id geo.PlaceID) (geo.Place, bool) {
	e, err := a.current()
	if err != nil || id == 0 {
		return geo.Place{}, false
	}
	return e.Place(id)
}

// countryName is the name of a country by its code; the code where it has none.
func (a *program) countryName(iso string) string {
	if e, err := a.engine(); err == nil {
		if p, ok := e.Gazetteer().Country(iso); ok {
			return p.Name
		}
	}
	return iso
}

// findPlaces are places whose name begins with what was typed.
func (a *program) findPlaces(typed string, n int) []geo.Place {
	e, err := a.current()
	if err != nil {
		return nil
	}
	return e.Places(typed, n)
}

// readDays reads days in plain words.
func (a *program) readDays(words string, anchor story.Day) (from, to story.Day, ok bool) {
	e, err := a.engine()
	if err != nil {
		return 0, 0, false
	}
	return e.Days(words, anchor)
}

// earlier are the states of the project at a path that can be gone back to. What is opened is the project as it was then,
// and is not saved until the person does so.
func (a *program) earlier(path string) []ui.Version {
	var out []ui.Version
	for _, v := range a.projects.versions.Of(path) {
		out = append(out, ui.Version{At: v.At, Source: session.Source{Name: filepath.Base(path),
			Project: func() ([]story.Document, *session.Kept, error) {
				f, _, err := project.Open(v.File)
				if err != nil {
					return nil, nil, err
				}
				kept := keptOf(&f, path)
				kept.Saved = false
				return f.Documents, kept, nil
			}}})
	}
	return out
}

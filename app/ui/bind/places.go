package bind

import (
	"fmt"
	"strings"

	"dateline/app/places"
	"dateline/geo"
)

// OwnRow is a row of the sheet of the person's places: a place of their own, one that came with the project, or a layer.
type OwnRow struct {
	ID     string
	Name   string
	Detail string // what it is, other names, where it lies and where it is from
	Layer  bool   // a layer of places
	Off    bool   // the layer is switched off
	Broken bool   // the layer cannot be used
	Mine   bool   // the person's own, and not only the project's
}

// OwnRows are the rows of the sheet: layers, then the person's own places, then those that came with the project.
func (w Words) OwnRows(own, project []geo.Own, layers []places.Layer) []OwnRow {
	var out []OwnRow
	for _, l := range layers {
		r := OwnRow{ID: l.ID, Name: l.Name, Layer: true, Off: l.Off, Broken: l.Fault != "", Detail: join(w.L("layer"), w.Count(l.Places, "place", "places"))}
		switch {
		case r.Broken:
			r.Detail = join(w.L("layer"), w.L("damaged: remove it and add it again"))
		case r.Off:
			r.Detail = join(r.Detail, w.L("switched off"))
		}
		out = append(out, r)
	}
	mine := make(map[geo.PlaceID]bool, len(own))
	for i := range own {
		mine[own[i].ID] = true
	}
	for _, o := range geo.MergeOwn(own, project) {
		from := w.L("one of yours")
		if !mine[o.ID] {
			from = w.L("came with this project")
		}
		kind := w.Kind(o.Kind)
		if o.Km > 0 {
			kind = join(kind, w.L("{{.Km}} km around it", map[string]any{"Km": o.Km}))
		}
		out = append(out, OwnRow{ID: fmt.Sprint(o.ID), Name: o.Name, Mine: mine[o.ID],
			Detail: join(join(join(kind, strings.Join(o.Names, ", ")), w.spot(o.Point)), from)})
	}
	return out
}

// PlaceFault says what of a file of places, "" for what is kept of them, could not be used.
func (w Words) PlaceFault(file string, f places.Fault) string {
	said := w.L(f.Words, f.Data)
	where := map[string]any{"File": file, "Row": f.Row, "What": said}
	switch {
	case f.Unit == "feature":
		return w.L("{{.File}}, feature {{.Row}}: {{.What}}", where)
	case f.Unit != "":
		return w.L("{{.File}}, line {{.Row}}: {{.What}}", where)
	case file != "":
		return file + ": " + said
	}
	return said
}

// Kinds are what places can be, by the number of their geo.Kind.
func (w Words) Kinds() []string {
	var out []string
	for k := geo.KindUnknown; k <= geo.KindSeat; k++ {
		out = append(out, w.Kind(k))
	}
	return out
}

// IsOwn says that a place was added to the person's own.
func (w Words) IsOwn(name string) string {
	return w.L("{{.Name}} is one of your own places.", map[string]any{"Name": name})
}

// NoMoreOwn says that a place was taken out of them.
func (w Words) NoMoreOwn(name string) string {
	return w.L("{{.Name}} is no longer one of your own places.", map[string]any{"Name": name})
}

// Known says how many places a file has brought.
func (w Words) Known(file string, n int) string { return file + ": " + w.Count(n, "place", "places") }

// LeftOut says how many rows of a file are left out beside those that are told of.
func (w Words) LeftOut(n int) string {
	return w.N("{{.N}} more rows could not be used.", n, nil)
}

// Removed says that a layer was taken away.
func (w Words) Removed(name string) string {
	return w.L("{{.Name}} is removed.", map[string]any{"Name": name})
}

package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"dateline/app/engine"
	"dateline/app/export"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// candidate is one place that a name can mean.
type candidate struct {
	ID         geo.PlaceID `json:"id"`
	Name       string      `json:"name"`
	Kind       string      `json:"kind"`
	Country    string      `json:"country,omitempty"`
	Admin1     string      `json:"admin1,omitempty"`
	Lat        float64     `json:"lat"`
	Lon        float64     `json:"lon"`
	Anchor     [2]float64  `json:"anchor"`
	AnchorName string      `json:"anchor_name,omitempty"`
	Population int64       `json:"population"`
	From       string      `json:"from,omitempty"` // "own", or the layer it is of; none for what ships
}

// place is "reader place": a line of JSON for each name, with the places that it can mean: of the gazetteer, of layers, and of the
// projects among the arguments.
func (t *tool) place(args []string) error {
	fs := t.flags("place")
	t.added.flags(fs)
	if err := parse(fs, args); err != nil {
		return err
	}
	names, own := t.ownOf(fs.Args())
	if len(names) == 0 {
		return misuse("no name given")
	}
	e, err := t.engine(own)
	if err != nil {
		return err
	}
	out := json.NewEncoder(t.out)
	out.SetEscapeHTML(false)
	for _, name := range names {
		line := struct {
			Query      string      `json:"query"`
			Candidates []candidate `json:"candidates"`
		}{name, candidates(e.Gazetteer(), name)}
		if len(line.Candidates) == 0 {
			t.fail(fmt.Errorf("no place is called %q", name))
		}
		if err := out.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

func candidates(x *gazetteer.Index, name string) []candidate {
	out := []candidate{}
	for _, h := range x.Lookup(name, nil) {
		p := x.Place(h.Row)
		from := x.LayerOf(h.Row)
		if x.OwnRow(h.Row) {
			from = "own"
		}
		out = append(out, candidate{ID: p.ID, Name: p.Name, Kind: p.Kind.String(), Country: p.Country, Admin1: p.Admin1Name, Lat: round5(p.Point[1]), Lon: round5(p.Point[0]),
			Anchor: [2]float64{round5(p.Anchor[1]), round5(p.Anchor[0])}, AnchorName: p.AnchorName, Population: p.Population, From: from})
	}
	return out
}

func round5(x float64) float64 { return math.Round(x*1e5) / 1e5 }

// version is "reader version".
func (t *tool) version(args []string) error {
	if len(args) > 0 {
		return misuse("version takes no arguments")
	}
	fmt.Fprintln(t.out, "Dateline", engine.Build())
	fmt.Fprintln(t.out, export.Attribution)
	e, err := openEngine()
	if err != nil {
		return err
	}
	if note := strings.TrimSpace(e.Gazetteer().Note()); note != "" {
		fmt.Fprintln(t.out, note)
	}
	return nil
}

// formats is "reader formats": a line for each format that can be read ("in") or written ("out"), with its name, its
// endings, and what people call it, apart by tabs.
func (t *tool) formats(args []string) error {
	if len(args) > 0 {
		return misuse("formats takes no arguments")
	}
	for _, f := range t.reads {
		fmt.Fprintf(t.out, "%s\t%s\tin\t%s\n", f.Name, strings.Join(f.Exts, " "), f.Label)
	}
	for _, f := range t.writes {
		fmt.Fprintf(t.out, "%s\t%s\tout\t%s\n", f.Name, strings.Join(f.Exts, " "), f.Label)
	}
	return nil
}

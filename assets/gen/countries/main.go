// Command countries writes countries.tsv: what countries are called in the languages of the window, by CLDR.
//
//	go -C assets/gen run ./countries
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/assets/gen/fetch"
)

const pkgCLDR = "cldr-localenames-full@48.2.0"

func main() {
	log.SetFlags(0)
	log.SetPrefix("countries: ")
	cache := flag.String("cache", "", "folder for fetched packages; empty: the user's cache folder")
	dir := flag.String("o", "..", "folder to write to")
	sums := flag.String("sums", "sums.txt", "file of package hashes")
	flag.Parse()
	if err := run(*cache, *dir, *sums); err != nil {
		log.Fatal(err)
	}
}

// run writes a row for each country and a column for each language that the window is translated into, English aside: the
// gazetteer has those names.
func run(cache, dir, sums string) error {
	store, err := fetch.Open(cache, sums)
	if err != nil {
		return err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "translations", "*.json"))
	if err != nil {
		return err
	}
	names := map[string]map[string]string{} // by ISO code and language
	head := []string{"iso"}
	for _, p := range paths {
		tag := strings.TrimSuffix(filepath.Base(p), ".json")
		if tag == "en" {
			continue
		}
		head = append(head, tag)
		if err := read(store, tag, names); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, strings.Join(head, "\t"))
	for _, iso := range slices.Sorted(maps.Keys(names)) {
		row := []string{iso}
		for _, tag := range head[1:] {
			row = append(row, names[iso][tag])
		}
		fmt.Fprintln(&out, strings.Join(row, "\t"))
	}
	if err := os.WriteFile(filepath.Join(dir, "countries.tsv"), out.Bytes(), 0o644); err != nil {
		return err
	}
	about := fmt.Sprintf(`countries.tsv  what countries are called, a row each: ISO 3166-1 code, then a name for each language of the window

source    %s, territories
          %s
date      %d rows, %d languages
licence   Unicode-3.0, (c) Unicode, Inc.
command   go -C assets/gen run ./countries
sha256    %x
`, pkgCLDR, store.Sum(pkgCLDR), len(names), len(head)-1, sha256.Sum256(out.Bytes()))
	return os.WriteFile(filepath.Join(dir, "countries.txt"), []byte(about), 0o644)
}

// read adds the names of one language; codes of regions and of what is no country are left out.
func read(store *fetch.Store, tag string, names map[string]map[string]string) error {
	file := "main/" + tag + "/territories.json"
	files, err := store.Files(pkgCLDR, file)
	if err != nil {
		return err
	}
	var cldr struct {
		Main map[string]struct {
			Names struct {
				Territories map[string]string `json:"territories"`
			} `json:"localeDisplayNames"`
		} `json:"main"`
	}
	if err := json.Unmarshal(files[file], &cldr); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for iso, name := range cldr.Main[tag].Names.Territories {
		if len(iso) != 2 || slices.Contains([]string{"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}, iso) {
			continue
		}
		if names[iso] == nil {
			names[iso] = map[string]string{}
		}
		names[iso][tag] = name
	}
	return nil
}

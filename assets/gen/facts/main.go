// Command facts checks the tables of facts that ship as they are and writes them, without comments, with their
// provenance beside them: leaders.tsv and worldseats.tsv.
//
//	go -C assets/gen run ./facts
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// table is one table that ships.
type table struct {
	name, what, source string
	cells              int // of a row
}

var tables = []table{
	{"leaders.tsv", "people who speak or spoke for a state, a row each: ISO code of the state, name",
		"public facts: heads of state and government, foreign ministers and army chiefs since about 1980. Written from general\n          knowledge for this program, no list was copied. Good for any year: a person's state, not the office", 2},
	{"worldseats.tsv", "cities where bodies of the whole world or of Europe sit, a row each: GeoNames number, name, what sits there",
		"public facts, written for this program: cities that the news names far beyond their size. The numbers are those of\n          GeoNames (geonames.org, CC BY 4.0)", 3},
}

func main() {
	log.SetFlags(0)
	from := flag.String("tables", "tables", "folder of the tables")
	dir := flag.String("o", "..", "folder to write to")
	flag.Parse()
	for _, t := range tables {
		if err := t.write(*from, *dir); err != nil {
			log.Fatalf("facts: %s: %v", t.name, err)
		}
	}
}

// write copies the rows of a table and says beside it what they are.
func (t *table) write(from, dir string) error {
	all, err := os.ReadFile(filepath.Join(from, t.name))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	rows, seen := 0, map[string]bool{}
	for line := range strings.Lines(string(all)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if got := strings.Count(line, "\t") + 1; got != t.cells {
			return fmt.Errorf("%q has %d cells, want %d", line, got, t.cells)
		}
		if seen[line] {
			return fmt.Errorf("%q stands there twice", line)
		}
		seen[line] = true
		out.WriteString(line + "\n")
		rows++
	}
	base, _ := strings.CutSuffix(t.name, ".tsv")
	note := fmt.Sprintf(`%s  %s

source    %s
          assets/gen/tables/%s, %d rows
date      November 2026
licence   MIT, as the rest of the program
command   go -C assets/gen run ./facts
sha256    %x
`, t.name, t.what, t.source, t.name, rows, sha256.Sum256(out.Bytes()))
	if err := os.WriteFile(filepath.Join(dir, t.name), out.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, base+".txt"), []byte(note), 0o644)
}

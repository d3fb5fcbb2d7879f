package assets

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// The tables of facts that ship are the rows of those under gen/tables, and what their notes say.
func TestFactsAreTheirTables(t *testing.T) {
	for name, data := range map[string][]byte{"leaders": Leaders(), "worldseats": WorldSeats()} {
		note, err := os.ReadFile(name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(data)); !strings.Contains(string(note), sum) {
			t.Errorf("%s.txt does not hold %s: run go -C assets/gen run ./facts", name, sum)
		}
		table, err := os.ReadFile("gen/tables/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		rows := string(table)
		for strings.HasPrefix(rows, "#") {
			_, rows, _ = strings.Cut(rows, "\n")
		}
		if rows != string(data) {
			t.Errorf("%s.tsv is not the table under gen/tables: run go -C assets/gen run ./facts", name)
		}
	}
}

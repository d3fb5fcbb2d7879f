package csv

import (
	"encoding/csv"
	"strings"
	"testing"

	"dateline/app/export/internal/sample"
)

func TestGolden(t *testing.T) {
	sample.Golden(t, "testdata/sample.csv", sample.Written(t, Format, sample.Content(sample.Story())))
}

func TestCellsAreNoFormulas(t *testing.T) {
	table, err := csv.NewReader(strings.NewReader(sample.Written(t, Format, sample.Content(sample.Story())))).ReadAll()
	if err != nil || len(table) != 4 {
		t.Fatalf("%v, %d rows", err, len(table))
	}
	if table[2][11] != "'=vote" || table[1][11] != "arrest" {
		t.Errorf("got %q, %q", table[1][11], table[2][11])
	}
	for i, row := range table {
		if len(row) != len(header) {
			t.Errorf("row %d has %d cells, the header %d", i, len(row), len(header))
		}
	}
}

func TestWrite_AMarkForSpreadsheets(t *testing.T) {
	c := sample.Content(sample.Story())
	plain := sample.Written(t, Format, c)
	c.BOM = true
	if got := sample.Written(t, Format, c); got != "\uFEFF"+plain {
		t.Errorf("with the mark: %.20q", got)
	}
}

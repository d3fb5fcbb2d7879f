package main

import (
	"strings"
	"testing"

	"dateline/geo"
	"dateline/geo/gazetteer"
)

func TestTablesAreWellFormed(t *testing.T) {
	s := &sources{tables: map[string][][]string{}}
	if err := s.readTables("../tables"); err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, table := range rowTables {
		if len(s.tables[table]) == 0 {
			t.Errorf("%s.tsv is empty", table)
		}
		for _, f := range s.tables[table] {
			if len(f) != 7 && len(f) != 8 {
				t.Errorf("%s.tsv: %s: %d fields", table, f[0], len(f))
				continue
			}
			lat, ok1 := number(f[3])
			lon, ok2 := number(f[4])
			span, ok3 := number(f[5])
			if !ok1 || !ok2 || !ok3 || lat < -90 || lat > 90 || lon < -180 || lon > 180 || span < 0 || span > 20000 {
				t.Errorf("%s.tsv: %s: bad number", table, f[0])
			}
			if geo.ParseKind(f[2]) == geo.KindUnknown {
				t.Errorf("%s.tsv: %s: kind %q", table, f[0], f[2])
			}
			key := f[0] + "/" + f[2] + "/" + f[6]
			if seen[key] != "" {
				t.Errorf("%s.tsv: %s stands in %s.tsv too", table, f[0], seen[key])
			}
			seen[key] = table
			if f[0] != strings.TrimSpace(f[0]) || gazetteer.Fold(f[0]) == "" {
				t.Errorf("%s.tsv: name %q", table, f[0])
			}
		}
	}
	for _, f := range s.tables["countries"] {
		if len(f) != 7 || len(f[0]) != 2 {
			t.Errorf("countries.tsv: %s: %d fields", f[0], len(f))
		}
	}
	if n := len(s.tables["countries"]); n != 250 {
		t.Errorf("%d countries, want 250", n)
	}
}

func TestBare(t *testing.T) {
	for in, want := range map[string]string{"Kursk Oblast": "Kursk", "Riyadh Region": "Riyadh", "Republic of Tyva": "Tyva",
		"Provincia di Bologna": "Bologna", "Bavaria": "", "Oblast": "", "Departement du Var": "Var"} {
		if got := bare(in); got != want {
			t.Errorf("bare(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAliases(t *testing.T) {
	var e gazetteer.Entry
	if err := addAliases(&e, "Rossiya;~Tsarist Russia;@RF;%Russian+;!disputed"); err != nil {
		t.Fatal(err)
	}
	want := []gazetteer.Name{{Text: "Rossiya", Match: gazetteer.Official}, {Text: "Tsarist Russia", Match: gazetteer.Historic},
		{Text: "RF", Match: gazetteer.Abbreviation}, {Text: "Russians", Match: gazetteer.Demonym}, {Text: "Russian", Match: gazetteer.Demonym}}
	if len(e.Names) != len(want) || !e.Disputed {
		t.Fatalf("got %v", e.Names)
	}
	for i, n := range e.Names {
		if n != want[i] {
			t.Errorf("got %v, want %v", n, want[i])
		}
	}
	if err := addAliases(&e, "!whatever"); err == nil {
		t.Error("an unknown mark is accepted")
	}
}

func TestAlternate(t *testing.T) {
	for name, want := range map[string]bool{"Kharkov": true, "Харьков": true, "KBP": false, "CNN": false, "sheng hu li ya": false,
		"al-Quds": true, "Po": false, "Paris 16": false} {
		if _, ok := alternate(name); ok != want {
			t.Errorf("alternate(%q) = %v", name, ok)
		}
	}
	if m, _ := alternate("Харьков"); m != gazetteer.Foreign {
		t.Errorf("Харьков is %v", m)
	}
}

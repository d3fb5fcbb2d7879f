package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryModuleHasItsTerms: each module that the programs are linked with has a licence file, and all are in both lists.
func TestEveryModuleHasItsTerms(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", ".."))
	for program, least := range map[string]int{"./cmd/reader": 8, "./cmd/viewer": 30} {
		t.Setenv("CGO_ENABLED", "1")
		mods, err := linked([]string{program})
		if err != nil {
			t.Fatal(err)
		}
		if len(mods) < least {
			t.Errorf("%s: only %d modules", program, len(mods))
		}
		var terms, list bytes.Buffer
		if err := writeLicences(&terms, mods); err != nil {
			t.Errorf("%s: %v", program, err)
		}
		s, err := sums("go.sum")
		if err != nil {
			t.Fatal(err)
		}
		if err := writeSBOM(&list, "x", "1", mods, s); err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Components []struct {
				Name       string
				Properties []property
			}
		}
		if err := json.Unmarshal(list.Bytes(), &doc); err != nil || len(doc.Components) != len(mods) {
			t.Fatalf("%s: %d components, %v", program, len(doc.Components), err)
		}
		for i, m := range mods {
			if doc.Components[i].Name != m.Path || m.Path != "std" && len(doc.Components[i].Properties) == 0 || !strings.Contains(terms.String(), m.Path+" "+m.Version+": ") {
				t.Errorf("%s: %s is not in both lists, or has no sum", program, m.Path)
			}
		}
	}
}

func TestAModuleWithoutTermsIsAnError(t *testing.T) {
	dir := t.TempDir()
	if _, err := licenceFiles(module{Path: "x", Dir: dir}); err == nil || !strings.Contains(err.Error(), "no licence file") {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"LICENSE", "Licence.md", "COPYING", "LICENSE-MIT", "UNLICENSE"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if files, err := licenceFiles(module{Path: "x", Dir: dir}); err != nil || len(files) != 5 {
		t.Errorf("%v, %v", files, err)
	}
}

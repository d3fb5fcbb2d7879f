package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/semver"
)

// advisory is what the Go vulnerability database says of one fault (ossf.github.io/osv-schema).
type advisory struct {
	ID       string `json:"id"`
	Summary  string `json:"summary"`
	Affected []struct {
		Package struct {
			Name string `json:"name"`
		} `json:"package"`
		Ranges []struct {
			Events []struct {
				Introduced string `json:"introduced"`
				Fixed      string `json:"fixed"`
			} `json:"events"`
		} `json:"ranges"`
		Specific struct {
			Imports []struct {
				Path string `json:"path"`
			} `json:"imports"`
		} `json:"ecosystem_specific"`
	} `json:"affected"`
}

// hit is a fault of something that is linked.
type hit struct{ ID, Module, Version, Fixed, Summary string }

// hits are the faults that the database in a folder of JSON files knows of the packages that are linked. Packages of the standard
// library belong to the module "stdlib". A fault that is said of no package in particular is one of all.
func hits(folder string, mods []module, packages map[string]bool) ([]hit, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s holds no advisories", folder)
	}
	version := map[string]string{}
	for _, m := range mods {
		version[m.Path] = m.Version
		if m.Path == "std" {
			version["stdlib"] = "v" + strings.TrimPrefix(m.Version, "go")
		}
	}
	var out []hit
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var a advisory
		if err := json.Unmarshal(data, &a); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		for _, of := range a.Affected {
			have := version[of.Package.Name]
			linked := len(of.Specific.Imports) == 0
			for _, i := range of.Specific.Imports {
				linked = linked || packages[i.Path]
			}
			if have == "" || !linked {
				continue
			}
			for _, r := range of.Ranges {
				inside, fixed := false, ""
				for _, e := range r.Events {
					switch {
					case e.Introduced != "" && (e.Introduced == "0" || semver.Compare("v"+e.Introduced, have) <= 0):
						inside, fixed = true, ""
					case e.Fixed != "" && semver.Compare("v"+e.Fixed, have) <= 0:
						inside = false
					case e.Fixed != "" && inside && fixed == "":
						fixed = e.Fixed
					}
				}
				if inside {
					out = append(out, hit{a.ID, of.Package.Name, have, fixed, a.Summary})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return strings.Compare(a.Module+a.ID, b.Module+b.ID) })
	return slices.Compact(out), nil
}

// packagesOf are the import paths of all that the programs are linked with.
func packagesOf(programs []string) (map[string]bool, error) {
	out, err := exec.Command("go", append([]string{"list", "-deps"}, programs...)...).Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	all := map[string]bool{}
	for p := range strings.FieldsSeq(string(out)) {
		all[p] = true
	}
	return all, nil
}

// tellAdvisories names the faults of what the programs are linked with. It is an error where a module has one that a later
// version does not have; those of the standard library go with another version of Go, which is not the program's to choose.
func tellAdvisories(w io.Writer, folder string, mods []module, packages map[string]bool) error {
	found, err := hits(folder, mods, packages)
	if err != nil {
		return err
	}
	var faults []error
	for _, h := range found {
		if h.Module == "stdlib" {
			fmt.Fprintf(w, "%s: build with Go %s: %s\n", h.ID, h.Fixed, h.Summary)
			continue
		}
		faults = append(faults, fmt.Errorf("%s: raise %s %s to %s: %s", h.ID, h.Module, h.Version, h.Fixed, h.Summary))
	}
	fmt.Fprintf(w, "%d modules, %d packages, %d advisories\n", len(mods), len(packages), len(found))
	return errors.Join(faults...)
}

// tellAges lists the modules with the days of their versions, the oldest first.
func tellAges(w io.Writer, mods []module) error {
	type aged struct {
		module
		at time.Time
	}
	var all []aged
	for _, m := range mods[1:] {
		out, err := exec.Command("go", "list", "-m", "-f", "{{with .Time}}{{.Format \"2006-01-02\"}}{{end}}", m.Path+"@"+m.Version).Output()
		if err != nil {
			return fmt.Errorf("go list -m %s: %w", m.Path, err)
		}
		at, _ := time.Parse(time.DateOnly, strings.TrimSpace(string(out))) // one whose day is not known is the oldest
		all = append(all, aged{m, at})
	}
	slices.SortStableFunc(all, func(a, b aged) int { return a.at.Compare(b.at) })
	for _, m := range all {
		fmt.Fprintf(w, "%s %s %s\n", m.at.Format(time.DateOnly), m.Path, m.Version)
	}
	return nil
}

// Inventory says what a program is made of: the licences of all modules that are linked into it, in one file, and a list of
// them in CycloneDX for whoever has to know.
//
//	inventory -licences build/LICENCES.txt -sbom build/sbom.json -name Dateline -version 0.1.0 ./cmd/viewer
//	inventory -advisories FOLDER ./cmd/viewer    what the Go vulnerability database says of what is linked
//	inventory -ages ./cmd/viewer                 the day of each module's version
//
// It runs in the folder of the program's go.mod and asks the go command alone; nothing is fetched. A module without a licence
// file is an error.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "inventory:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	fs := flag.NewFlagSet("inventory", flag.ContinueOnError)
	licences := fs.String("licences", "", "file for the licences")
	sbom := fs.String("sbom", "", "file for the list in CycloneDX")
	name, version := fs.String("name", "program", "what the program is called"), fs.String("version", "0", "its version")
	advisories := fs.String("advisories", "", "folder of the database's JSON files (OSV)")
	ages := fs.Bool("ages", false, "list the days of the versions")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return errors.New("name the packages of the programs")
	}
	mods, err := linked(fs.Args())
	if err != nil {
		return err
	}
	if *ages {
		if err := tellAges(os.Stdout, mods); err != nil {
			return err
		}
	}
	if *advisories != "" {
		packages, err := packagesOf(fs.Args())
		if err != nil {
			return err
		}
		if err := tellAdvisories(os.Stdout, *advisories, mods, packages); err != nil {
			return err
		}
	}
	if *licences != "" {
		if err := write(*licences, func(w io.Writer) error { return writeLicences(w, mods) }); err != nil {
			return err
		}
	}
	if *sbom != "" {
		sums, err := sums("go.sum")
		if err != nil {
			return err
		}
		return write(*sbom, func(w io.Writer) error { return writeSBOM(w, *name, *version, mods, sums) })
	}
	return nil
}

func write(path string, f func(io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// module is a module that is linked.
type module struct{ Path, Version, Dir string }

// linked are the modules of all packages that the programs are made of, besides their own, sorted. The standard library
// comes first, as the module "std".
func linked(programs []string) ([]module, error) {
	cmd := exec.Command("go", append([]string{"list", "-deps", "-json=Standard,Module"}, programs...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	root, err := exec.Command("go", "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	goroot, goversion, _ := strings.Cut(strings.TrimSpace(string(root)), "\n")
	mods := []module{{"std", goversion, goroot}}
	seen := map[string]bool{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Standard bool
			Module   *struct {
				Path, Version, Dir string
				Main               bool
				Replace            *module
			}
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		m := p.Module
		if p.Standard || m == nil || m.Main || seen[m.Path] {
			continue
		}
		seen[m.Path] = true
		mods = append(mods, module{m.Path, m.Version, m.Dir})
	}
	slices.SortFunc(mods[1:], func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return mods, nil
}

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|unlicense|notice)([.-].*)?$`)

// licenceFiles are the files of a module that say under which terms it is given.
func licenceFiles(m module) ([]string, error) {
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.Path, err)
	}
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && licenceName.MatchString(e.Name()) {
			out = append(out, filepath.Join(m.Dir, e.Name()))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s %s: no licence file in %s", m.Path, m.Version, m.Dir)
	}
	return out, nil
}

func writeLicences(w io.Writer, mods []module) error {
	fmt.Fprintf(w, "The program is linked with %d modules. The terms of each follow, word for word.\n", len(mods))
	for _, m := range mods {
		files, err := licenceFiles(m)
		if err != nil {
			return err
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				return err
			}
			fmt.Fprintf(w, "\n%s\n%s %s: %s\n%s\n\n%s\n", strings.Repeat("=", 100), m.Path, m.Version, filepath.Base(f), strings.Repeat("=", 100), bytes.TrimSpace(text))
		}
	}
	return nil
}

// sums are the hashes of module archives that go.sum has, in hexadecimal.
func sums(path string) (map[string]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, line := range strings.Split(string(text), "\n") {
		f := strings.Fields(line)
		if len(f) != 3 || strings.HasSuffix(f[1], "/go.mod") || !strings.HasPrefix(f[2], "h1:") {
			continue
		}
		if sum, err := base64.StdEncoding.DecodeString(f[2][3:]); err == nil {
			out[f[0]+"@"+f[1]] = hex.EncodeToString(sum)
		}
	}
	return out, nil
}

// component is a part in CycloneDX 1.6 (cyclonedx.org/docs/1.6/json).
type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	PURL       string     `json:"purl,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func writeSBOM(w io.Writer, name, version string, mods []module, sums map[string]string) error {
	var doc struct {
		Format   string `json:"bomFormat"`
		Spec     string `json:"specVersion"`
		Version  int    `json:"version"`
		Metadata struct {
			Component component `json:"component"`
		} `json:"metadata"`
		Components []component `json:"components"`
	}
	doc.Format, doc.Spec, doc.Version = "CycloneDX", "1.6", 1
	doc.Metadata.Component = component{Type: "application", Ref: name + "@" + version, Name: name, Version: version}
	for _, m := range mods {
		c := component{Type: "library", Ref: m.Path + "@" + m.Version, Name: m.Path, Version: m.Version, PURL: "pkg:golang/" + m.Path + "@" + m.Version}
		if sum := sums[m.Path+"@"+m.Version]; sum != "" {
			c.Properties = []property{{"go:sum:h1", sum}}
		}
		doc.Components = append(doc.Components, c)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

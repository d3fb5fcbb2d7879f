// Typecheck checks the types of a program for another system as its compiler would, without a C compiler for that system:
// what comes from C is taken on trust, all else is not.
//
//	GOOS=darwin GOARCH=arm64 typecheck ./cmd/viewer
//
// It runs in the folder of the program's go.mod. It cannot tell whether the C code of a package compiles, nor whether it links.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	n, err := check(".", os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "typecheck:", err)
		os.Exit(1)
	}
	fmt.Printf("typecheck: %s/%s, %d packages, C taken on trust\n", os.Getenv("GOOS"), os.Getenv("GOARCH"), n)
}

// listed is a package as go list tells it.
type listed struct {
	ImportPath, Dir   string
	Standard          bool
	GoFiles, CgoFiles []string
	ImportMap         map[string]string
	Error             *struct{ Err string }
}

// checker has the packages that were checked. go list names each after those that it imports.
type checker struct {
	files   *token.FileSet
	checked map[string]*types.Package
	sizes   types.Sizes
}

// check gives how many packages were checked. It is done in a folder of the programs' module.
func check(folder string, programs []string) (int, error) {
	if len(programs) == 0 {
		return 0, errors.New("name the programs")
	}
	cmd := exec.Command("go", append([]string{"list", "-e", "-deps", "-json=ImportPath,Dir,Standard,GoFiles,CgoFiles,ImportMap,Error"}, programs...)...)
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "CGO_ENABLED=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	arch := os.Getenv("GOARCH")
	if arch == "" {
		return 0, errors.New("set GOOS and GOARCH")
	}
	c := checker{files: token.NewFileSet(), checked: map[string]*types.Package{"unsafe": types.Unsafe}, sizes: types.SizesFor("gc", arch)}
	var faults []error
	for dec := json.NewDecoder(out); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return 0, err
		}
		if p.ImportPath == "unsafe" || p.ImportPath == "C" {
			continue
		}
		if p.Error != nil {
			faults = append(faults, fmt.Errorf("%s: %s", p.ImportPath, p.Error.Err))
			continue
		}
		faults = append(faults, c.one(&p))
	}
	return len(c.checked), errors.Join(append(faults, cmd.Wait())...)
}

// one checks a package. Of the standard library and of modules only what others see is looked at; they are checked by who makes them.
func (c *checker) one(p *listed) error {
	var files []*ast.File
	for _, name := range append(p.GoFiles, p.CgoFiles...) {
		f, err := parser.ParseFile(c.files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	var faults []error
	conf := types.Config{Importer: from{c, p}, FakeImportC: true, IgnoreFuncBodies: p.Standard, Sizes: c.sizes,
		Error: func(err error) {
			if !strings.Contains(err.Error(), "invalid type") { // it has a type that is C's
				faults = append(faults, err)
			}
		}}
	c.checked[p.ImportPath], _ = conf.Check(p.ImportPath, c.files, files, nil) // each error is told to Error
	if p.Standard {
		return nil // what only its compiler knows of is not at fault
	}
	return errors.Join(faults[:min(len(faults), 10)]...)
}

// from finds what a package imports.
type from struct {
	*checker
	of *listed
}

func (f from) Import(path string) (*types.Package, error) {
	if to, ok := f.of.ImportMap[path]; ok {
		path = to
	}
	if p := f.checked[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%s is not there", path)
}

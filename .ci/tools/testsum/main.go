// Command testsum reads the output of "go test -json" and tells it in a few lines: one for each package, all that a
// failed test printed, and how much was run.
//
//	go test -json ./... | testsum -name race -to build/tested.txt
//
// It exits with 1 where a test or a build failed, and where no test was run. With -to it adds a line "name packages
// tests failed skipped seconds" to a file, from which .ci/run makes its table.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// event is a line of "go test -json", as "go doc test2json" has it.
type event struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

// unit is a test, with the empty Test a package.
type unit struct{ Package, Test string }

// sum is what was run.
type sum struct {
	name                             string
	packages, tests, failed, skipped int
	printed                          map[unit][]string
	perPackage                       map[string]int
	out                              io.Writer
}

func main() {
	name := flag.String("name", "tests", "what is run")
	to := flag.String("to", "", "file to add the sums to")
	flag.Parse()
	begin := time.Now()
	s := &sum{name: *name, out: os.Stdout}
	err := s.read(os.Stdin)
	seconds := time.Since(begin).Seconds()
	fmt.Printf("%s: %d packages, %d tests, %d failed, %d skipped, %.0f s\n", s.name, s.packages, s.tests, s.failed, s.skipped, seconds)
	if err == nil && *to != "" {
		err = add(*to, fmt.Sprintf("%s\t%d\t%d\t%d\t%d\t%.0f\n", s.name, s.packages, s.tests, s.failed, s.skipped, seconds))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "testsum:", err)
	}
	if err != nil || s.failed > 0 || s.tests == 0 {
		os.Exit(1)
	}
}

func add(path, line string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(line); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// read takes all events. A line that is none is printed as it is.
func (s *sum) read(r io.Reader) error {
	s.printed, s.perPackage = map[unit][]string{}, map[string]int{}
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadBytes('\n')
		var e event
		switch {
		case len(line) == 0:
		case json.Unmarshal(line, &e) != nil || e.Action == "":
			fmt.Fprint(s.out, string(line))
		default:
			s.take(&e)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (s *sum) take(e *event) {
	u := unit{e.Package, e.Test}
	switch e.Action {
	case "output":
		s.printed[u] = append(s.printed[u], e.Output)
	case "build-output":
		fmt.Fprint(s.out, e.Output)
	case "pass", "skip", "fail":
		if e.Test == "" {
			s.endPackage(e)
			return
		}
		s.endTest(e)
	}
}

// endTest counts tests and examples, not the rows of a table.
func (s *sum) endTest(e *event) {
	u := unit{e.Package, e.Test}
	row := strings.Contains(e.Test, "/")
	if !row {
		s.tests++
		s.perPackage[e.Package]++
	}
	switch e.Action {
	case "skip":
		if !row { // the inputs of a fuzz test may be passed over
			s.skipped++
			s.tell(u)
		}
	case "fail":
		if !row {
			s.failed++
		}
		s.tell(u)
	}
	delete(s.printed, u)
}

// endPackage tells of a package; one without tests is not counted. A package can fail without a test of it: it does not
// build, or it panics.
func (s *sum) endPackage(e *event) {
	u := unit{e.Package, ""}
	cached := slices.ContainsFunc(s.printed[u], func(l string) bool { return strings.Contains(l, "(cached)") })
	n := s.perPackage[e.Package]
	switch {
	case e.Action == "fail":
		if n == 0 {
			s.failed++
		}
		for other := range s.printed { // of tests that never ended
			if other.Package == e.Package && other.Test != "" {
				s.tell(other)
			}
		}
		s.tell(u)
		fmt.Fprintf(s.out, "FAIL\t%s\t%.1f s\t%d tests\n", e.Package, e.Elapsed, n)
		s.packages++
	case n > 0:
		note := ""
		if cached {
			note = ", as before"
		}
		fmt.Fprintf(s.out, "ok  \t%s\t%.1f s\t%d tests%s\n", e.Package, e.Elapsed, n, note)
		s.packages++
	}
	delete(s.printed, u)
}

func (s *sum) tell(u unit) {
	for _, l := range s.printed[u] {
		if !strings.HasPrefix(l, "=== ") {
			fmt.Fprint(s.out, l)
		}
	}
}

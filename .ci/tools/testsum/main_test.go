package main

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		claim, in                        string
		packages, tests, failed, skipped int
		says, silent                     []string
	}{
		{"tests that pass are one line for the package", `
{"Action":"run","Package":"a","Test":"TestX"}
{"Action":"output","Package":"a","Test":"TestX","Output":"noise\n"}
{"Action":"pass","Package":"a","Test":"TestX/row"}
{"Action":"pass","Package":"a","Test":"TestX"}
{"Action":"pass","Package":"a","Test":"ExampleY"}
{"Action":"output","Package":"a","Output":"ok  \ta\t(cached)\n"}
{"Action":"pass","Package":"a","Elapsed":1.5}`, 1, 2, 0, 0, []string{"ok  \ta\t1.5 s\t2 tests, as before\n"}, []string{"noise"}},
		{"a test that fails tells what it printed", `
{"Action":"output","Package":"a","Test":"TestX","Output":"=== RUN TestX\n"}
{"Action":"output","Package":"a","Test":"TestX","Output":"x_test.go:3: no\n"}
{"Action":"fail","Package":"a","Test":"TestX"}
{"Action":"pass","Package":"a","Test":"TestY"}
{"Action":"fail","Package":"a"}`, 1, 2, 1, 0, []string{"x_test.go:3: no", "FAIL\ta"}, []string{"=== RUN"}},
		{"a package that does not build is a failure", `
{"ImportPath":"a [a.test]","Action":"build-output","Output":"a/x.go:1: undefined: y\n"}
{"ImportPath":"a [a.test]","Action":"build-fail"}
{"Action":"output","Package":"a","Output":"FAIL\ta [build failed]\n"}
{"Action":"fail","Package":"a"}`, 1, 0, 1, 0, []string{"undefined: y", "[build failed]"}, nil},
		{"a panic tells of the test it was in", `
{"Action":"run","Package":"a","Test":"TestX"}
{"Action":"output","Package":"a","Test":"TestX","Output":"panic: oh\n"}
{"Action":"fail","Package":"a"}`, 1, 0, 1, 0, []string{"panic: oh"}, nil},
		{"a test that is passed over is counted and told", `
{"Action":"output","Package":"a","Test":"TestX","Output":"no disk\n"}
{"Action":"skip","Package":"a","Test":"TestX"}
{"Action":"pass","Package":"a"}`, 1, 1, 0, 1, []string{"no disk"}, nil},
		{"a package without tests is not counted", `{"Action":"skip","Package":"a"}`, 0, 0, 0, 0, nil, []string{"ok"}},
		{"what is no event stands as it is", "go: downloading x\n", 0, 0, 0, 0, []string{"go: downloading x"}, nil},
	} {
		var out strings.Builder
		s := &sum{out: &out}
		if err := s.read(strings.NewReader(c.in)); err != nil {
			t.Fatal(err)
		}
		if s.packages != c.packages || s.tests != c.tests || s.failed != c.failed || s.skipped != c.skipped {
			t.Errorf("%s: %d packages, %d tests, %d failed, %d skipped", c.claim, s.packages, s.tests, s.failed, s.skipped)
		}
		for _, w := range c.says {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: %q is missing in\n%s", c.claim, w, out.String())
			}
		}
		for _, w := range c.silent {
			if strings.Contains(out.String(), w) {
				t.Errorf("%s: %q is in\n%s", c.claim, w, out.String())
			}
		}
	}
}

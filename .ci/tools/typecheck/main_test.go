package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	t.Setenv("GOOS", "darwin")
	t.Setenv("GOARCH", "arm64")
	for _, row := range []struct{ name, mac, want string }{
		{"what is right", `n := C.count(); _ = n; os.Exit(0)`, ""},
		{"a mistake that only a Mac would meet", `_ = C.count(); os.Exit("no number")`, `cannot use "no number"`},
		{"a name that is nowhere", `_ = C.count(); os.Quit()`, "undefined: os.Quit"},
	} {
		t.Run(row.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, text := range map[string]string{
				"go.mod":        "module made.up/program\n\ngo 1.26\n",
				"main.go":       "package main\n\nfunc main() { system() }\n",
				"mac_darwin.go": "package main\n\n// int count(void);\nimport \"C\"\nimport \"os\"\n\nfunc system() { " + row.mac + " }\n",
				"mac_other.go":  "//go:build !darwin\n\npackage main\n\nfunc system() {}\n",
			} {
				if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			n, err := check(folder, []string{"."})
			switch {
			case row.want == "" && (err != nil || n < 10):
				t.Errorf("%d packages, %v", n, err)
			case row.want != "" && (err == nil || !strings.Contains(err.Error(), row.want)):
				t.Errorf("%v, want %q in it", err, row.want)
			}
		})
	}
}

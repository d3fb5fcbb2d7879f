package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCheck_APlainProgram builds a program for Windows that nothing was done for: it opens a console and shows no icon.
func TestCheck_APlainProgram(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module made.up/program\n\ngo 1.26\n", "main.go": "package main\n\nfunc main() {}\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := func(flags string) string {
		cmd := exec.Command("go", "build", "-ldflags", flags, "-o", "p.exe", ".")
		cmd.Dir, cmd.Env = folder, append(os.Environ(), "CGO_ENABLED=0", "GOOS=windows", "GOARCH=amd64")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return filepath.Join(folder, "p.exe")
	}
	err := check("0.1.0", build(""))
	if err == nil || !strings.Contains(err.Error(), "console") || !strings.Contains(err.Error(), "no icon") {
		t.Errorf("%v", err)
	}
	if err := check("0.1.0", build("-H=windowsgui")); err == nil || strings.Contains(err.Error(), "console") || strings.Contains(err.Error(), "needs") {
		t.Errorf("without a console: %v", err)
	}
	if err := check("0.1.0", filepath.Join(folder, "main.go")); err == nil {
		t.Error("a text is a program")
	}
}

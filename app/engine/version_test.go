package engine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestVersionIsThatOfThePackage(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), `Version = "`+Version+`"`) {
		t.Errorf("FyneApp.toml does not say %s", Version)
	}
}

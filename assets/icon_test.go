package assets

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/png"
	"os"
	"strings"
	"testing"
)

func TestIconIsWhatItsNoteSays(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("icon is %v, want 512 by 512", b)
	}
	note, err := os.ReadFile("icon.txt")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(Icon())); !strings.Contains(string(note), sum) {
		t.Errorf("icon.txt does not hold %s: run go -C assets/gen run ./icon", sum)
	}
}

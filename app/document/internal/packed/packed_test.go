package packed

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
)

// opened hands the parts of an archive to f.
func opened(t *testing.T, in string, f func(*Files, error)) {
	t.Helper()
	probe := document.Format{Name: "probe", Exts: []string{".x"}, Sniff: func(*document.Input) document.Match { return document.Certain },
		Read: func(ctx context.Context, in *document.Input) ([]story.Document, error) {
			f(Open(ctx, in))
			return []story.Document{{Text: "read"}}, nil
		}}
	if _, err := (document.Formats{probe}).Bytes(context.Background(), []byte(in), "a.x", document.Options{}); err != nil {
		t.Fatal(err)
	}
}

func TestParts(t *testing.T) {
	opened(t, golden.Zip("mimetype", "a/b", `x\y.xml`, "one", "/x/y.xml", "two"), func(f *Files, err error) {
		if err != nil || !f.Has("x/y.xml") || f.Has("y.xml") || f.Part("y.xml") != nil {
			t.Fatalf("%v", err)
		}
		if b, err := io.ReadAll(f.Part("x/y.xml")); string(b) != "one" || err != nil {
			t.Errorf("the first of two parts of one name counts, whatever its slashes: %q, %v", b, err)
		}
	})
	if got := Kind([]byte(golden.Zip("mimetype", "a/b"))); got != "a/b" {
		t.Errorf("kind %q", got)
	}
}

func TestOfAllThatComesOutThereIsALimit(t *testing.T) {
	half := strings.Repeat("a", maxUnpacked/2+1)
	opened(t, golden.Zip("a", half, "b", half), func(f *Files, err error) {
		if err != nil {
			t.Fatal(err)
		}
		if n, err := io.Copy(io.Discard, f.Part("a")); err != nil || n != int64(len(half)) {
			t.Errorf("the first half: %d bytes, %v", n, err)
		}
		if _, err := io.Copy(io.Discard, f.Part("b")); !errors.Is(err, document.ErrTooLarge) {
			t.Errorf("the second half: %v", err)
		}
	})
}

func TestDamagedArchives(t *testing.T) {
	whole := golden.Zip("a", strings.Repeat("It rained. ", 100))
	opened(t, whole[:len(whole)-30], func(_ *Files, err error) {
		if !errors.Is(err, document.ErrDamaged) {
			t.Errorf("cut short: %v", err)
		}
	})
	at := strings.Index(whole, "a") + 4 // in the packed bytes
	opened(t, whole[:at]+"\xff\xff\xff\xff"+whole[at+4:], func(f *Files, err error) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(f.Part("a")); !errors.Is(err, document.ErrDamaged) {
			t.Errorf("damaged inside: %v", err)
		}
	})
}

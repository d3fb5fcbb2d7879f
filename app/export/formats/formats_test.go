package formats

import (
	"bytes"
	"context"
	"errors"
	"image"
	"io"
	"slices"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/formats/testdata/xyz"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/tile"
)

// ground is a map of nothing.
type ground struct{}

func (ground) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), nil
}

func (ground) Attribution() string { return "" }

// whole is a story with all that any format asks for.
func whole(s *story.Story) export.Content {
	c := sample.Content(s)
	c.Map.Tiles = ground{}
	c.Frame.W, c.Frame.H = 320, 200
	c.Faces = export.Faces{Regular: assets.Serif(), Bold: assets.SerifBold(), More: assets.MoreFaces()}
	return c
}

// A format is one package and one line in the list: here both are made up.
func TestANewFormatIsAPackageAndALine(t *testing.T) {
	all := slices.Concat(All, export.Formats{
		xyz.Format,
	})
	f, ok := all.ForFile("story.XYZ")
	if !ok || f.Label != "XYZ" || !slices.Contains(all.Names(), "xyz") {
		t.Fatalf("not found by its ending: %+v", f)
	}
	if got := sample.Written(t, f, whole(sample.Story())); !strings.HasPrefix(got, "event: Żółw: police arrested two men") || strings.Count(got, "\n") != 3 {
		t.Errorf("got %q", got)
	}
	if _, ok := All.ForFile("story.xyz"); ok {
		t.Error("the made-up format stands in the real list")
	}
}

func TestTheListIsSound(t *testing.T) {
	names := map[string]bool{}
	for _, f := range All {
		if f.Name == "" || f.Name != strings.ToLower(f.Name) || strings.ContainsAny(f.Name, " \t") || f.Label == "" || f.Write == nil || len(f.Exts) == 0 || names[f.Name] {
			t.Errorf("%+v", f)
		}
		names[f.Name] = true
		for _, e := range f.Exts {
			if !strings.HasPrefix(e, ".") || e != strings.ToLower(e) {
				t.Errorf("%s: ending %q", f.Name, e)
			}
		}
	}
}

func TestEveryFormat(t *testing.T) {
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			if got := sample.Written(t, f, whole(sample.Story())); got == "" || got != sample.Written(t, f, whole(sample.Story())) {
				t.Error("nothing is written, or another file for the same story")
			}
			if err := export.Write(context.Background(), io.Discard, f, whole(nil)); err != nil {
				t.Errorf("no story: %v", err)
			}
			if err := export.Write(gone, io.Discard, f, whole(sample.Story())); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled before: %v", err)
			}
			ctx, stop := context.WithCancel(context.Background())
			c, b := whole(long()), breaker{cancel: stop}
			c.Map.Tiles = b
			if err := export.Write(ctx, b, f, c); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled meanwhile: %v", err)
			}
			if err := export.Write(context.Background(), full{}, f, whole(long())); !errors.Is(err, errFull) || !strings.Contains(err.Error(), f.Name) {
				t.Errorf("a full disk: %v", err)
			}
		})
	}
}

func TestAPictureNeedsAMap(t *testing.T) {
	f, _ := All.Named("PNG")
	if err := export.Write(context.Background(), &bytes.Buffer{}, f, sample.Content(sample.Story())); !errors.Is(err, export.ErrNoMap) {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsPrintedNeedsLetters(t *testing.T) {
	f, _ := All.Named("pdf")
	c := whole(sample.Story())
	c.Faces = export.Faces{}
	if err := export.Write(context.Background(), &bytes.Buffer{}, f, c); !errors.Is(err, export.ErrNoFaces) {
		t.Errorf("got %v", err)
	}
}

// long is the sample with so many articles and events that no buffer holds a file of it.
func long() *story.Story {
	s := sample.Story()
	for range 300 {
		s.Articles = append(s.Articles, s.Articles[0])
		s.Events = append(s.Events, s.Events[0])
	}
	return s
}

// breaker cancels a context as soon as something is written or drawn.
type breaker struct {
	ground
	cancel context.CancelFunc
}

func (b breaker) Write(p []byte) (int, error) {
	b.cancel()
	return len(p), nil
}

func (b breaker) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	b.cancel()
	return b.ground.Tile(ctx, k)
}

var errFull = errors.New("no space left")

// full is a disk without space.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

package mp4

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/geo/tile"
)

// TestMain lets this test stand for ffmpeg: it says what it can, counts the pictures that it gets, and writes what it was told.
func TestMain(m *testing.M) {
	if os.Getenv("DATELINE_TEST_FFMPEG") == "" {
		os.Exit(m.Run())
	}
	os.Exit(ffmpeg(os.Args[1:]))
}

func ffmpeg(args []string) int {
	said := os.Getenv("DATELINE_TEST_FFMPEG")
	switch {
	case args[len(args)-1] == "-encoders":
		fmt.Println(" V....D " + said + " some encoder")
		return 0
	case said == "mpeg4":
		fmt.Fprintln(os.Stderr, "no space left")
		return 1
	}
	n := 0
	for {
		img, err := png.Decode(os.Stdin)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil || img.Bounds().Dx() != 320 {
			fmt.Fprintln(os.Stderr, err, img)
			return 1
		}
		n++
	}
	if err := os.WriteFile(args[len(args)-1], fmt.Appendf(nil, "%d frames: %s", n, strings.Join(args[:len(args)-1], " ")), 0o600); err != nil {
		return 1
	}
	return 0
}

type ground struct{}

func (ground) Attribution() string { return "" }

func (ground) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), nil
}

func content() export.Content {
	c := sample.Content(sample.Story())
	c.Map.Tiles = ground{}
	c.Frame.W, c.Frame.H = 320, 200
	c.Title = "-i /etc/passwd"
	return c
}

func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFramesGoToFFmpeg(t *testing.T) {
	t.Setenv("DATELINE_TEST_FFMPEG", "libx264")
	got := sample.Written(t, format(self(t)), content())
	if !strings.HasPrefix(got, "3 frames: ") || !strings.Contains(got, "-c:v libx264") || !strings.Contains(got, "+faststart") || strings.Contains(got, "passwd") {
		t.Errorf("got %s", got)
	}
}

func TestFaultsAreTold(t *testing.T) {
	for _, c := range []struct{ name, can, want string }{
		{"it fails", "mpeg4", "no space left"},
		{"it cannot write such films", "libtheora", "save the film as GIF"},
	} {
		t.Setenv("DATELINE_TEST_FFMPEG", c.can)
		if err := export.Write(context.Background(), io.Discard, format(self(t)), content()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := export.Write(context.Background(), io.Discard, format("no-such-ffmpeg"), content()); err == nil || !strings.Contains(err.Error(), "does not start") {
		t.Errorf("it is gone: %v", err)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if err := export.Write(gone, io.Discard, format(self(t)), content()); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}

// TestItIsOfferedOnlyWhereItIsFound.
func TestItIsOfferedOnlyWhereItIsFound(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if got := Found(); len(got) != 0 {
		t.Errorf("found %v in an empty folder", got)
	}
}

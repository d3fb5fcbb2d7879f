package gif

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"strings"
	"sync"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/film"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

var base = sync.OnceValue(func() *tile.Basemap {
	b, err := tile.Open(assets.Basemap())
	if err != nil {
		panic(err)
	}
	return b
})

func content(n int) export.Content {
	s := sample.Story()
	e := s.Events[0]
	for i := range n {
		e.Same, e.When = string(rune('a'+i)), story.On(e.When.Earliest+1, 0.9, story.BasisClause)
		s.Events = append(s.Events, e)
		s.Articles = append(s.Articles, s.Articles[0])
		s.Events[len(s.Events)-1].Doc = len(s.Articles) - 1
	}
	c := sample.Content(s)
	c.Map.Tiles = base()
	c.Title, c.Attribution = "Sample", export.Attribution
	return c
}

// TestFramesAreTheStills: laid over each other as a viewer does, the frames are the pictures that were drawn.
func TestFramesAreTheStills(t *testing.T) {
	c := content(3)
	c.Frame.W, c.Frame.H = 640, 400
	got, err := gif.DecodeAll(strings.NewReader(sample.Written(t, Format, c)))
	if err != nil {
		t.Fatal(err)
	}
	f := film.Of(c)
	if len(got.Image) != f.Len() || f.Len() != 9 || got.Config.Width != 640 || got.LoopCount != 0 || got.Delay[0] != 300 || got.Delay[8] != 500 {
		t.Fatalf("%d frames of %d, %v", len(got.Image), f.Len(), got.Delay)
	}
	screen := image.NewRGBA(image.Rect(0, 0, 640, 400))
	for k, frame := range got.Image {
		draw.Draw(screen, frame.Rect, frame, frame.Rect.Min, draw.Over)
		still, err := f.Frame(context.Background(), k)
		if err != nil {
			t.Fatal(err)
		}
		for i := range still.Pix {
			if d := int(still.Pix[i]) - int(screen.Pix[i]); d > 16 || d < -16 {
				t.Fatalf("frame %d, pixel %d, channel %d: %d for %d", k, i/4, i%4, screen.Pix[i], still.Pix[i])
			}
		}
		if k > 0 && frame.Rect == screen.Rect {
			t.Errorf("frame %d is written whole", k)
		}
	}
	for i, p := range got.Image {
		if len(p.Palette) != 256 || p.Palette[0] != got.Image[0].Palette[0] || p.Palette[clear] != (color.RGBA{}) {
			t.Errorf("frame %d has colours of its own", i)
		}
	}
}

func TestAFilmThatIsTooLargeIsRefused(t *testing.T) {
	c := content(0)
	c.Frame.W, c.Frame.H = 4000, 3000
	if err := export.Write(context.Background(), &strings.Builder{}, Format, c); err == nil || !strings.Contains(err.Error(), "choose at most") {
		t.Errorf("got %v", err)
	}
}

func TestTheMapOfALargeWindowIsMadeSmaller(t *testing.T) {
	c := content(0)
	c.Frame = viewport.Viewport{Center: orb.Point{-9, 38.7}, Zoom: 6, W: 3840, H: 2160}
	img, err := film.Of(c).Frame(context.Background(), 0)
	if err != nil || img.Rect.Dx() < 1900 || img.Rect.Dx()*img.Rect.Dy() > 1920*1200 {
		t.Errorf("%v, %v", err, img)
	}
}

// BenchmarkGIF is a film of 20 frames, 1280 by 800.
func BenchmarkGIF(b *testing.B) {
	c := content(18)
	for b.Loop() {
		var out strings.Builder
		if err := export.Write(context.Background(), &out, Format, c); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len())/1000, "kB")
	}
}

// A question of the slides has a frame of its own before the one of its answer, whose place is chosen on the map only there.
func TestAQuestionIsAFrameAndItsAnswerTheNext(t *testing.T) {
	s, r := sample.Asked()
	c := sample.Content(s)
	c.Map.Tiles, c.Title, c.Attribution = base(), "Sample", export.Attribution
	c.Frame.W, c.Frame.H, c.Run = 640, 400, &r
	got, err := gif.DecodeAll(strings.NewReader(sample.Written(t, Format, c)))
	if err != nil {
		t.Fatal(err)
	}
	none := r.Without(1)
	c.Run = &none
	plain, err := gif.DecodeAll(strings.NewReader(sample.Written(t, Format, c)))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Image) != len(plain.Image)+2 {
		t.Errorf("%d frames, without the question %d", len(got.Image), len(plain.Image))
	}
}

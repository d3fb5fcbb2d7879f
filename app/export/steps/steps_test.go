package steps

import (
	"context"
	"image"
	"slices"
	"testing"

	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/geo/tile"
)

func TestOf(t *testing.T) {
	s := sample.Story()
	c := sample.Content(s)
	c.Log = story.NewLog(story.Correction{Kind: story.CorrectChecked, About: story.Target{Article: "d1", Span: s.Events[0].Trigger, Words: "arrested"}, Verdict: story.VerdictRight})
	got := Of(c, Most)
	if len(got.Dated) != 2 || len(got.Undated) != 1 || got.Left != 0 {
		t.Fatalf("got %d dated, %d undated, %d left out", len(got.Dated), len(got.Undated), got.Left)
	}
	x := got.Dated[0]
	if x.Sentence != "Żółw: police arrested two men in Lisbon on Monday." || x.Checked != "verified" || len(x.Places) != 1 || x.Places[0].Place.Name != "Lisbon" || x.Places[0].Mark != 0 {
		t.Errorf("an event: %+v", x)
	}
	x = got.Dated[1]
	if !x.Alone || len(x.Said) != 1 || x.Said[0] != (Said{"“It is over,”", "Rui Gomes", "mayor"}) || !x.Places[0].Actor {
		t.Errorf("a quote that says it all: %+v", x)
	}
}

// again is the sample, told by a second article too, with a headline.
func again() *story.Story {
	s := sample.Story()
	b := *s.Articles[0]
	b.ID = "d2"
	s.Articles = append(s.Articles, &b)
	e := s.Events[0]
	e.Doc = 1
	s.Events = append(s.Events[:1], e)
	return s
}

func TestTheSameOfTwoArticlesIsOneStep(t *testing.T) {
	got := Of(sample.Content(again()), Most)
	if n := len(got.Dated); n != 2 || !slices.Equal(got.Dated[0].Articles, []int{0, 1}) {
		t.Errorf("%d steps, the first of articles %v", n, got.Dated[0].Articles)
	}
}

func TestAHeadlineIsNoStep(t *testing.T) {
	s := sample.Story()
	s.Articles[0].Zones = []story.Zone{{Span: s.Articles[0].Sentences[0], Kind: story.ZoneHeadline}, {Span: story.Span{Start: 54, End: len(s.Articles[0].Text)}}}
	if got := Of(sample.Content(s), Most); len(got.Dated) != 1 || len(got.Undated) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestTooManyAreTheMainOnes(t *testing.T) {
	if got := Of(sample.Content(again()), 1); len(got.Dated) != 1 || got.Left != 2 || got.Dated[0].Alone {
		t.Errorf("got %d steps, %d left out", len(got.Dated), got.Left)
	}
}

type paper struct{}

func (paper) Attribution() string { return "" }

func (paper) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), nil
}

func TestKeysFollowTheList(t *testing.T) {
	c := sample.Content(sample.Story())
	c.Map.Tiles = paper{}
	told := Of(c, Most)
	m, err := told.Draw(context.Background(), c, Look{W: 300, H: 200, Scale: 1})
	if err != nil || m.Image.Bounds().Dx() != 300 || !slices.Equal(m.Keys, []int{1}) {
		t.Errorf("%v, keys %v", err, m.Keys)
	}
	// Three marks of a view, two of them in one sign: turn says when each is first told of.
	keys := make([]int, 3)
	if got := number([][]int{{0}, {1, 2}}, []int{1, 2, 0}, keys); !slices.Equal(got, []int{1, 2}) || !slices.Equal(keys, []int{2, 2, 1}) {
		t.Errorf("signs %v, marks %v", got, keys)
	}
}

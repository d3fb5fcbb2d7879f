package scene

import (
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/geo/viewport"
)

func TestMarksAndFrame(t *testing.T) {
	v := sample.Content(sample.Story()).View
	ms := Marks(v)
	if len(ms) != 1 || !ms[0].Filled || !ms[0].Ring || ms[0].Number != 1 || ms[0].Label != "Lisbon" || ms[0].Country {
		t.Errorf("got %+v", ms)
	}
	p := Fit(v, 800, 600, viewport.Pad{})
	if p.W != 800 || p.Center[0] > -9 || p.Center[0] < -9.3 {
		t.Errorf("got %+v", p)
	}
}

func TestAnEmptyViewShowsWhereTheStoryHappens(t *testing.T) {
	s := sample.Story()
	early := story.NewDay(2020, 1, 1)
	got := Of(export.Content{Story: s, View: story.Visible(s, story.Between(early, early+1), story.Filter{})})
	if len(got.Marks) != 0 || got.Frame.Center[0] > -9 || got.Frame.Center[0] < -9.3 || got.Frame.W != width || got.Subtitle != "1–2 Jan 2020" {
		t.Errorf("got %+v", got)
	}
}

func TestTheFrameThatIsAskedForIsKept(t *testing.T) {
	c := sample.Content(sample.Story())
	c.Frame = viewport.Viewport{W: 300, H: 200, Zoom: 3}
	c.Subtitle = "all of it"
	if got := Of(c); got.Frame != c.Frame || got.Subtitle != "all of it" {
		t.Errorf("got %+v", got)
	}
}

func TestAPictureThatGoesOutAloneSaysItsDaysAndSources(t *testing.T) {
	c := sample.Content(sample.Story())
	c.Subtitle = ""
	lines := strings.Split(Still(c).Subtitle, "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "All dates: ") || !strings.HasPrefix(lines[1], "From "+export.English.Count(len(c.Story.Articles), "article", "articles")) {
		t.Errorf("all dates: %q", lines)
	}
	day := story.NewDay(2020, 1, 1)
	c.View = story.Visible(c.Story, story.Between(day, day+1), story.Filter{})
	if got := Still(c).Subtitle; !strings.HasPrefix(got, "1–2 Jan 2020\nFrom ") {
		t.Errorf("a period: %q", got)
	}
}

func TestSourcesThatHaveNoRoomAreCounted(t *testing.T) {
	s := &story.Story{}
	for _, name := range []string{"The Sample Gazette", "Made-up Wire", "The Sample Gazette", "Another Paper of Some Length"} {
		s.Articles = append(s.Articles, &story.Article{Document: story.Document{Publisher: name}})
	}
	for w, want := range map[float64]string{
		1280: "From 4 articles: The Sample Gazette, Made-up Wire, Another Paper of Some Length",
		480:  "From 4 articles: The Sample Gazette, Made-up Wire and 1 more",
		200:  "From 4 articles",
	} {
		if got := sourceWords(&export.Content{Story: s}, w); got != want {
			t.Errorf("%v px: %q, want %q", w, got, want)
		}
	}
	if got := sourceWords(&export.Content{}, 1280); got != "" {
		t.Errorf("no story: %q", got)
	}
}

func TestTitleFits(t *testing.T) {
	for in, want := range map[string]string{"Short": "Short", "A title that is far too long for this small picture": "A title that is far too…"} {
		if got := oneLine(in, 400); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

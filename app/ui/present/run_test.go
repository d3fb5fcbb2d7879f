package present

import (
	"strings"
	"testing"
)

func TestASlideThatBeginsHiddenComesInOrder(t *testing.T) {
	s := shown(t, 1280, 720)
	s.OnDay = func(on bool) { s.calls = append(s.calls, map[bool]string{true: "day"}[on]) }
	x := slide()
	x.Hide = true
	s.SetSlide(x)
	if s.LabelsShown() || s.DayShown() || s.SpeakerShown() || strings.Contains(s.text(), "March") || strings.Contains(s.text(), "Johanna") {
		t.Errorf("shown at once: %s", s.text())
	}
	for _, want := range []string{"labels true", "day", "reveal true", "next"} {
		if s.Do(Next); s.took() != want {
			t.Errorf("no %s", want)
		}
	}
	if !strings.Contains(s.text(), "12 March 2025") || !strings.Contains(s.text(), "Johanna Lindqvist") {
		t.Errorf("not shown in the end: %s", s.text())
	}
	y := slide()
	y.At = 4
	if s.SetSlide(y); !s.LabelsShown() || !s.DayShown() || !s.SpeakerShown() {
		t.Error("the next slide begins hidden too")
	}
	if s.SetSlide(x); s.DayShown() {
		t.Error("gone back to, the slide tells its day at once")
	}
	if s.Do(Speakers); !s.SpeakerShown() || s.LabelsShown() {
		t.Error("the key of the speaker reveals who speaks, and nothing else")
	}
}

func TestVShowsTheSentenceWhole(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(Slide{Date: "2 May 2024", Event: "The ferry left …", Whole: "The ferry left when everybody was asleep."})
	s.TypedRune('v')
	if !strings.Contains(s.text(), "asleep") {
		t.Errorf("not whole: %s", s.text())
	}
	s.TypedRune('V')
	if strings.Contains(s.text(), "asleep") {
		t.Errorf("still whole: %s", s.text())
	}
	s.TypedRune('v')
	s.SetSlide(Slide{Event: "The ferry came …", Whole: "The ferry came back."})
	if strings.Contains(s.text(), "back") {
		t.Error("the next slide is whole at once")
	}
	s.SetSlide(slide())
	before := s.text()
	if s.TypedRune('v'); s.text() != before {
		t.Error("a slide that is not shortened changes")
	}
}

func TestLinesStandBelowEachOther(t *testing.T) {
	for _, size := range [][2]float32{{1024, 768}, {1920, 1080}, {400, 300}} {
		s := shown(t, size[0], size[1])
		s.SetSlide(Slide{Event: "Harbour Post\tThe ferry left.\nIsland Echo\tNo ferry left at all."})
		var echo, post *piece
		for i := range s.plan.quote.pieces {
			switch p := &s.plan.quote.pieces[i]; {
			case strings.HasPrefix(p.text, "Harbour"):
				post = p
			case strings.HasPrefix(p.text, "Island"):
				echo = p
			}
		}
		if post == nil || echo == nil || echo.y <= post.y || echo.x != post.x || post.face == (piece{}).face {
			t.Errorf("%v: %+v", size, s.plan.quote.pieces)
		}
	}
}

package steps

import (
	"context"
	"io"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/slides"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// followed is what a format that asks for slides is handed of a story.
func followed(t *testing.T, s *story.Story, log story.Log, r slides.Run) (got export.Content) {
	t.Helper()
	c := sample.Content(s)
	c.Run, c.Log = &r, log
	f := export.Format{Name: "x", Asks: export.AsksSlides, Write: func(_ context.Context, _ io.Writer, c export.Content) error { got = c; return nil }}
	if err := export.Write(context.Background(), io.Discard, f, c); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestOf_FollowsTheSlidesThatWereChosen(t *testing.T) {
	s := sample.Story()
	story.Identify(s)
	all := slides.Of(s, story.Passing(s, story.Filter{}), story.PassingQuotes(s, story.Filter{}))
	r := slides.Run{}.Own(s, all)
	quote := r.Slides[1]
	quote.Held, quote.Area = true, orb.Bound{Min: orb.Point{-10, 38}, Max: orb.Point{-8, 40}}
	event := r.Slides[0]
	text := s.Articles[0].Text
	cut := strings.Index(text, " in Lisbon")
	event.Parts = []slides.Part{event.Parts[0]}
	event.Parts[0].Keep = []story.Span{{Start: event.Parts[0].Span.Start, End: cut}}
	log := story.NewLog(story.Correction{Kind: story.CorrectNote, About: story.Target{Article: "d1", Span: s.Events[0].Span, Words: "x"}, Text: "ask them where"})
	r = slides.Run{Made: slides.MadeOwn, Slides: []slides.Slide{{ID: "t", Kind: slides.Title, Head: "Arrests", Body: "a lesson"}, quote, event,
		{ID: "gone", Parts: []slides.Part{{Article: "d9", Words: "x"}}}, {ID: "x", Kind: slides.Text, Head: "Your turn", Note: "wait"}}}
	c := followed(t, s, log, r)
	got := Of(c, Most)
	if len(got.Dated) != 4 || len(got.Undated) != 0 || got.Left != 0 {
		t.Fatalf("%d steps, %d undated, %d left out", len(got.Dated), len(got.Undated), got.Left)
	}
	title, said, told, turn := got.Dated[0], got.Dated[1], got.Dated[2], got.Dated[3]
	if !title.Own || !title.Title || title.Head != "Arrests" || title.Body != "a lesson" || !turn.Own || turn.Title || turn.Note != "wait" {
		t.Errorf("own words: %+v, %+v", title, turn)
	}
	if !said.Alone || said.Area == nil || *said.Area != [4]float64{-10, 38, -8, 40} {
		t.Errorf("the quote: %+v", said)
	}
	if told.Sentence != "Żółw: police arrested two men …" || told.Note != "ask them where" || len(told.Places) != 1 {
		t.Errorf("the shortened sentence: %+v", told)
	}
	if v := said.Framed(500, 400); v.Center[0] < -10 || v.Center[0] > -8 {
		t.Errorf("the view that was chosen looks at %v", v.Center)
	}
	if some := Of(c, 2); len(some.Dated) != 2 || some.Left != 2 {
		t.Errorf("of more slides than there may be %d are told, %d left out", len(some.Dated), some.Left)
	}
	merged := slides.Run{Made: slides.MadeOwn, Slides: []slides.Slide{event, quote}}.Merge(0)
	one := Of(followed(t, s, log, merged), Most)
	if len(one.Dated) != 1 || len(one.Dated[0].More) != 1 || one.Dated[0].Alone || len(one.Dated[0].Said) != 1 {
		t.Errorf("two on one slide: %+v", one.Dated)
	}
}

func TestOf_TheViewIsThatOfTheSlides(t *testing.T) {
	s := sample.Story()
	story.Identify(s)
	all := slides.Of(s, story.Passing(s, story.Filter{}), story.PassingQuotes(s, story.Filter{}))
	own := slides.Run{}.Own(s, all)
	for _, c := range []struct {
		name                  string
		r                     slides.Run
		events, quotes, marks int
	}{
		{"all of it", slides.Run{Made: slides.MadeAll}, 2, 1, 1},
		{"the first sentence", slides.Run{Made: slides.MadeOwn, Slides: own.Slides[:1]}, 2, 0, 1},
		{"the quote", slides.Run{Made: slides.MadeOwn, Slides: own.Slides[1:2]}, 0, 1, 1},
		{"own words only", slides.Run{Made: slides.MadeOwn, Slides: []slides.Slide{{ID: "x", Kind: slides.Text, Head: "x"}}}, 0, 0, 0},
	} {
		v := followed(t, s, story.Log{}, c.r).View
		if len(v.Events) != c.events || len(v.Quotes) != c.quotes || len(v.Marks) != c.marks {
			t.Errorf("%s: %d events, %d quotes, %d marks", c.name, len(v.Events), len(v.Quotes), len(v.Marks))
		}
		for _, m := range v.Marks {
			if m.Filled != (len(m.Events) > 0) || m.Ring != (len(m.Quotes) > 0) {
				t.Errorf("%s: a mark of %d events and %d quotes is filled %v, a ring %v", c.name, len(m.Events), len(m.Quotes), m.Filled, m.Ring)
			}
		}
	}
}

func TestOf_AFormatThatDoesNotAskIsHandedAllThatIsVisible(t *testing.T) {
	c := sample.Content(sample.Story())
	c.Run = &slides.Run{Made: slides.MadeOwn}
	var got export.Content
	f := export.Format{Name: "x", Write: func(_ context.Context, _ io.Writer, c export.Content) error { got = c; return nil }}
	if err := export.Write(context.Background(), io.Discard, f, c); err != nil || got.Run != nil || len(got.View.Events) != len(c.View.Events) {
		t.Errorf("%v %+v", err, got.View)
	}
}

func TestOf_AQuestionIsTwoSteps(t *testing.T) {
	s, r := sample.Asked()
	r = r.With(1, func(x slides.Slide) slides.Slide { x.Note = "wait"; return x }(r.Slides[1]))
	got := Of(followed(t, s, story.Log{}, r), Most)
	if len(got.Dated) != 4 {
		t.Fatalf("%d steps", len(got.Dated))
	}
	ask, answer := got.Dated[1], got.Dated[2]
	if ask.Head != "Where was this?" || !strings.Contains(ask.Body, "two men in ______ on Monday") || strings.Contains(ask.Body, "Lisbon") || len(ask.Places) > 0 || ask.When.Dated() || ask.Note != "wait" {
		t.Errorf("asked: %+v", ask)
	}
	if !strings.HasPrefix(answer.Body, "Answer: Lisbon\nŻółw: police arrested two men in Lisbon on Monday.") || len(answer.Places) != 1 || answer.Places[0].Mark < 0 {
		t.Errorf("answered: %+v", answer)
	}
	for i, want := range []int{1, 2, 2, 3} {
		if got.Dated[i].Slide != want {
			t.Errorf("step %d is of slide %d, want %d", i, got.Dated[i].Slide, want)
		}
	}
	if set := got.Questions(); len(set) != 1 || set[0].Answer != "Lisbon" || len(got.Dated) != 2 {
		t.Errorf("apart: %+v, and %d steps", set, len(got.Dated))
	}
	alone := Of(followed(t, s, story.Log{}, r.Without(2).Without(0)), Most)
	if len(alone.Dated) != 2 || alone.Dated[1].Places[0].Mark < 0 {
		t.Errorf("the answer to what no slide tells is not on the map: %+v", alone.Dated)
	}
}

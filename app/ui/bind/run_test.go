package bind

import (
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// chosen is a state with a run of a story's own slides, changed.
func chosen(s *story.Story, change func(r slides.Run) slides.Run) session.State {
	st := session.State{Story: s}
	st.Run = change(slides.Run{}.Own(s, NewSlides(&st).All))
	return st
}

func TestSlides_FollowTheRun(t *testing.T) {
	s := told("Aa bb came. Cc dd came. Ee ff came.", [][3]float64{{0, 3, 0.8}, {1, 5, 0.8}, {2, 9, 0.8}})
	st := chosen(s, func(r slides.Run) slides.Run {
		r = r.Move(2, -2)
		x := r.Slides[1]
		x.Hide, x.Held, x.Area = true, true, orb.Bound{Min: orb.Point{1, 2}, Max: orb.Point{3, 4}}
		x.Parts = []slides.Part{x.Parts[0]}
		x.Parts[0].Keep = []story.Span{{Start: 0, End: 5}}
		r = r.With(1, x).Put(0, slides.Slide{ID: "t", Kind: slides.Title, Head: "Days", Body: "of a story"})
		return r.Put(9, slides.Slide{ID: "x", Kind: slides.Text, Head: "Ask", Body: "one\n\ntwo", Note: "wait"}).Put(9, slides.Slide{ID: "l", Kind: slides.Later})
	})
	all := NewSlides(&st)
	if all.Len() != 5 { // what only a newer program knows is passed over
		t.Fatalf("%d slides", all.Len())
	}
	var got []string
	for k := range all.Len() {
		m := all.Means(k)
		st.Selected = session.Selection{Slide: all.Slide(k).ID, Event: m.Event}
		if m.Event != "" {
			e := &s.Events[s.EventAt(m.Event)]
			st.Selected.Article, st.Selected.Focus = "a", e.Span
		}
		x := Words{}.Slide(st, all)
		if x.At != k+1 || x.Of != 5 {
			t.Errorf("slide %d is %d of %d", k, x.At, x.Of)
		}
		got = append(got, x.Event+"/"+x.Whole+"/"+map[bool]string{true: "hidden"}[x.Hide])
		if next := all.Beside(st, 1); next != k+1 && k < 4 {
			t.Errorf("after %d comes %d", k, next)
		}
	}
	if want := "Days//|Ee ff came.//|Aa bb …/Aa bb came./hidden|Cc dd came.//|Ask\t\none\ntwo//"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
	st.Selected = session.Selection{Slide: all.Slide(2).ID}
	if points, _ := SlidePoints(st, all); len(points) != 4 || points[0] != (orb.Point{1, 2}) {
		t.Errorf("the map that was chosen shows %v", points)
	}
	if x := (Words{}).Teacher(st, all); x.Words != "Aa bb came." || x.NextWords != "Cc dd came." {
		t.Errorf("the teacher reads %+v", x)
	}
	st.Selected = session.Selection{Slide: "x"}
	if x := (Words{}).Teacher(st, all); x.Notes != "wait" {
		t.Errorf("the note of an own slide: %+v", x)
	}
}

func TestSlides_SeveralArticlesOnOneAreNamed(t *testing.T) {
	s := told("Aa bb came. Cc dd came.", [][3]float64{{0, 3, 0.8}, {1, 5, 0.8}})
	st := chosen(s, func(r slides.Run) slides.Run { return r.Merge(0) })
	all := NewSlides(&st)
	st.Selected = session.Selection{Slide: all.Slide(0).ID}
	if x := (Words{}).Slide(st, all); x.Event != "Aa bb came.\nCc dd came." || x.Title != "A" {
		t.Errorf("two sentences of one article: %+v", x)
	}
	b := *s.Articles[0]
	b.ID, b.Title = "b", "Other"
	s.Articles = append(s.Articles, &b)
	s.Events[1].Doc, s.Events[1].ID = 1, "b/e"
	st.Run.Slides[0].Parts[1].Article = "b"
	all = NewSlides(&st)
	if x := (Words{}).Slide(st, all); x.Event != "A\tAa bb came.\nOther\tCc dd came." || x.Title != "" {
		t.Errorf("of two articles: %+v", x)
	}
}

// Whoever goes to what a relative clause tells sees the clause under its day, and the sentence with V.
func TestSlide_ARelativeClauseUnderItsOwnDay(t *testing.T) {
	s := told("Aa bb ccc ddd eee fff, which gg hh.", [][3]float64{{0, 9, 0.5}, {0, 2, 0.9}})
	e := &s.Events[1]
	e.Aside, e.Span = true, story.Span{Start: 23, End: 34}
	st := session.State{Story: s}
	all := NewSlides(&st)
	st.Selected = session.Selection{Event: s.Events[0].ID, Article: "a", Focus: s.Events[0].Span}
	if x := (Words{}).Slide(st, all); x.Event != e.Sentence.In(s.Articles[0].Text) || x.Whole != "" {
		t.Errorf("the main clause: %+v", x)
	}
	st.Selected = session.Selection{Event: e.ID, Article: "a", Focus: e.Span}
	if x := (Words{}).Slide(st, all); x.Event != "… ccc ddd eee fff, which gg hh." || x.Whole != "Aa bb ccc ddd eee fff, which gg hh." {
		t.Errorf("the relative clause: %+v", x)
	}
}

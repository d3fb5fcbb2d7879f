package app

import (
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// asked is a correction of the sample story and how to see that it was taken.
type asked struct {
	name  string
	say   story.Correction
	taken func(*story.Story) bool
}

// askedOf makes corrections of all kinds of what was found in s: at least n, or all that there are.
func askedOf(s *story.Story, n int) (out []asked) {
	at := func(doc int, span story.Span) story.Target {
		return story.Target{Article: s.Articles[doc].ID, Span: span, Words: span.In(s.Articles[doc].Text)}
	}
	for doc, a := range s.Articles {
		out = append(out, asked{"published", story.Published(a.ID, story.NewDay(2025, 3, 20)), func(t *story.Story) bool {
			return t.Articles[doc].Published.Kind == story.DateGiven
		}})
		for i := range a.Toponyms {
			x := a.Toponyms[i]
			about := at(doc, x.Span)
			if len(x.Rivals) > 0 {
				id := x.Rivals[0].Place.ID
				out = append(out, asked{"place", story.Correction{Kind: story.CorrectPlace, About: about, Place: id}, func(t *story.Story) bool {
					return placeAt(t, doc, x.Span).ID == id
				}})
			}
			out = append(out, asked{"pin", story.Correction{Kind: story.CorrectPlace, About: about, Pinned: true, Pin: orb.Point{1, 2}}, func(t *story.Story) bool {
				return placeAt(t, doc, x.Span).Point == orb.Point{1, 2}
			}})
		}
		for i := range a.Timexes {
			x := a.Timexes[i]
			out = append(out, asked{"when", story.Correction{Kind: story.CorrectWhen, About: at(doc, x.Span), From: 9000, To: 9003}, func(t *story.Story) bool {
				for k := range t.Articles[doc].Timexes {
					if y := &t.Articles[doc].Timexes[k]; y.Span == x.Span {
						return y.Moment.Earliest == 9000 && y.Moment.Latest == 9003
					}
				}
				return false
			}})
		}
	}
	for i := range s.Quotes {
		q := s.Quotes[i]
		if q.Kind == story.QuoteDirect && !q.Scare {
			out = append(out, asked{"speaker", story.Correction{Kind: story.CorrectSpeaker, About: at(q.Doc, q.Span), Speaker: "Mia Lund"}, func(t *story.Story) bool {
				k := t.QuoteAt(q.ID)
				return k >= 0 && t.Quotes[k].Speaker >= 0 && t.Speakers[t.Quotes[k].Speaker].Name == "Mia Lund"
			}})
		}
	}
	for i := range s.Events {
		e := s.Events[i]
		if e.Trigger.Empty() || !e.IsLikely() {
			continue
		}
		out = append(out, asked{"modality", story.Correction{Kind: story.CorrectModality, About: at(e.Doc, e.Trigger), Modality: story.ModalDenied}, func(t *story.Story) bool {
			k := t.EventAt(e.ID)
			return k >= 0 && t.Events[k].Modality == story.ModalDenied
		}}, asked{"no event", story.Correction{Kind: story.CorrectRemove, About: at(e.Doc, e.Trigger), Mention: story.MentionEvent}, func(t *story.Story) bool {
			return t.EventAt(e.ID) < 0
		}})
	}
	if step := len(out) / n; step > 1 { // of each kind some
		var some []asked
		for i := 0; i < len(out); i += step {
			some = append(some, out[i])
		}
		out = some
	}
	return out
}

func placeAt(s *story.Story, doc int, span story.Span) geo.Place {
	for i := range s.Articles[doc].Toponyms {
		if t := &s.Articles[doc].Toponyms[i]; t.Span == span {
			return t.Place
		}
	}
	return geo.Place{}
}

// TestSixtyCorrections_AppliedUndoneRedoneSavedAndReloaded takes corrections of all kinds all over the sample story.
func TestSixtyCorrections_AppliedUndoneRedoneSavedAndReloaded(t *testing.T) {
	d := newDesk(t)
	d.OpenSample(sample(firstSample))
	d.rest(t)
	plain := d.State().Story
	cases := askedOf(plain, 60)
	if len(cases) < 60 {
		t.Fatalf("only %d corrections", len(cases))
	}
	same := func(a, b *story.Story) bool {
		return reflect.DeepEqual(a.Events, b.Events) && reflect.DeepEqual(a.Quotes, b.Quotes) && reflect.DeepEqual(a.Articles, b.Articles) && reflect.DeepEqual(a.Speakers, b.Speakers)
	}
	kinds := map[string]int{}
	path := filepath.Join(t.TempDir(), "sample.dateline")
	for i, c := range cases {
		what := fmt.Sprintf("%s of %q", c.name, c.say.About.Words)
		kinds[c.name]++
		d.Correct(c.say)
		d.rest(t)
		told := d.State().Story
		if !c.taken(told) {
			t.Errorf("%s is not taken", what)
		}
		d.Undo()
		d.rest(t)
		if !same(d.State().Story, plain) {
			t.Errorf("%s undone does not give the story as it was", what)
		}
		d.Redo()
		d.rest(t)
		if !same(d.State().Story, told) {
			t.Errorf("%s put back does not give the same story", what)
		}
		if i%6 == 0 { // saved and opened in another window
			d.Save(path, nil)
			d.rest(t)
			d.projects.release()
			other := newDesk(t)
			other.Open([]session.Source{fileSource(path)})
			other.rest(t)
			if st := other.State(); !same(st.Story, told) || st.Dirty {
				t.Errorf("%s is not the same after saving and opening", what)
			}
			other.projects.release()
		}
		d.Undo()
		d.rest(t)
	}
	for _, k := range []string{"published", "place", "pin", "when", "speaker", "modality", "no event"} {
		if kinds[k] == 0 {
			t.Errorf("no correction of kind %q", k)
		}
	}
}

package bind

import (
	"strings"
	"testing"

	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
)

// TestSignsOfWhatWasLookedAt: the lists say by shape and word what was verified, what cannot be told, and what nobody has looked
// at yet; while nothing was, they say nothing.
func TestSignsOfWhatWasLookedAt(t *testing.T) {
	st := session.State{Story: bindtest.Story()}
	st.View = story.Visible(st.Story, story.Period{}, story.Filter{})
	s := st.Story
	w := Words{}
	details := func() string {
		var all []string
		for _, r := range w.Events(s).In(st) {
			all = append(all, r.Detail)
		}
		for _, r := range w.PlaceRows(st, Inks{}) {
			all = append(all, r.Detail)
		}
		for _, q := range Quotes(s, st.View) {
			all = append(all, w.Cards(s, st.Log).Named(q.ID).Source)
		}
		for _, a := range w.Articles(st) {
			all = append(all, a.Detail)
		}
		return strings.Join(all, "\n")
	}
	if got := details(); strings.ContainsAny(got, "✓∅?") {
		t.Errorf("nothing was looked at, and it says\n%s", got)
	}
	say := func(x review.Subject, v story.Verdict) {
		st.Log = st.Log.With(story.Correction{Kind: story.CorrectChecked, About: x.About, Mention: x.Mention(), Verdict: v})
	}
	say(review.EventSubject(s, 0), story.VerdictRight)
	say(review.QuoteSubject(s, 0), story.VerdictCannot)
	say(review.PublishedSubject(s, 0), story.VerdictRight)
	rows := w.Events(s).In(st)
	if !strings.HasPrefix(rows[0].Detail, "✓ checked") || !strings.HasPrefix(rows[1].Detail, "? not yet") {
		t.Errorf("events say %q and %q", rows[0].Detail, rows[1].Detail)
	}
	if q := w.Cards(s, st.Log).At(0); !strings.HasPrefix(q.Source, "∅ cannot be told") {
		t.Errorf("the quote says %q", q.Source)
	}
	if a := w.Articles(st); !strings.HasPrefix(a[0].Detail, "✓ checked") {
		t.Errorf("the article says %q", a[0].Detail)
	}
	if got := details(); strings.Count(got, "? not yet") < 2 {
		t.Errorf("it says\n%s", got)
	}
}

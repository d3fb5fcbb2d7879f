package rows

import (
	"testing"

	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

func TestChecked(t *testing.T) {
	s := sample.Story()
	v := story.Visible(s, story.Period{}, story.Filter{})
	about := func(span story.Span) story.Target {
		return story.Target{Article: "d1", Span: span, Words: span.In(s.Articles[0].Text)}
	}
	for _, c := range []struct {
		name         string
		say          story.Correction
		event, quote string
	}{
		{"nobody has looked", story.Correction{Kind: story.CorrectNote, About: about(s.Events[0].Trigger), Text: "?"}, "|", "|"},
		{"an event is right", story.Correction{Kind: story.CorrectChecked, About: about(s.Events[0].Trigger), Verdict: story.VerdictRight}, "verified|", "|"},
		{"its place was corrected", story.Correction{Kind: story.CorrectPlace, About: about(s.Articles[0].Toponyms[0].Span), Place: 9, Was: "Lisbon, Ohio"}, "corrected|Lisbon, Ohio", "|"},
		{"every place of that name was", story.Correction{Kind: story.CorrectPlace, Scope: story.ScopeStory, About: story.Target{Article: "x", Words: "Lisbon"}, Place: 9}, "corrected|", "|"},
		{"a speaker cannot be told", story.Correction{Kind: story.CorrectChecked, About: about(s.Quotes[0].Span), Verdict: story.VerdictCannot}, "|", "cannot|"},
	} {
		checked := NewChecked(story.NewLog(c.say))
		n := 0
		for r := range All(s, v) {
			status, from := checked.Of(&r)
			want := ""
			switch n++; {
			case r.Kind == Quote:
				want = c.quote
			case r.What == "arrest":
				want = c.event
			default:
				continue
			}
			if got := status + "|" + from; got != want {
				t.Errorf("%s: %s is %q, want %q", c.name, r.Kind, got, want)
			}
		}
	}
}

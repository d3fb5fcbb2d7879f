package bind

import (
	"strings"
	"testing"

	"dateline/app/review"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
)

// TestSplit: a name that is read as the wrong person is split everywhere, a pronoun in its quote alone.
func TestSplit(t *testing.T) {
	for _, c := range []struct {
		by   string
		kind story.CorrectionKind
		one  bool
	}{{"minister", story.CorrectSpeaker, true}, {"he", story.CorrectSpeaker, true}, {"He", story.CorrectSpeaker, true}, {"Roe", story.CorrectPerson, false}} {
		s := bindtest.Story()
		a := s.Articles[s.Quotes[0].Doc]
		a.Text += " " + c.by
		s.Quotes[0].By = story.Span{Start: len(a.Text) - len(c.by), End: len(a.Text)}
		ask, ok := (Words{}).Ask(s, review.QuoteSubject(s, 0), Atlas{})
		x, found := ask.Answer("split")
		if !ok || !found || x.Says.Kind != c.kind || x.One != c.one || !strings.Contains(x.Name, c.by) {
			t.Errorf("%q: %v %+v", c.by, found, x)
		}
		if c.kind == story.CorrectSpeaker && (x.Says.Speaker != "" || x.Says.About.Span != s.Quotes[0].Span) {
			t.Errorf("%q says %+v", c.by, x.Says)
		}
	}
}

package grammar

import (
	"fmt"
	"testing"

	"dateline/app/reading/token"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		word string
		want Class
	}{
		{"says", VerbS}, {"Said", VerbPast | VerbPart}, {"saying", VerbIng}, {"stopped", VerbPast | VerbPart}, {"denies", VerbS}, {"wrote", VerbPast},
		{"written", VerbPart}, {"lying", VerbIng}, {"the", Det}, {"of", Prep}, {"he", Subject}, {"would", Modal}, {"didn’t", Do}, {"Monday", TimeWord},
		{"whether", Wh | Sub}, {"they're", Subject | Be},
	} {
		if got := Of(token.HashOf(c.word)); got&c.want != c.want {
			t.Errorf("%s: %b, want %b", c.word, got, c.want)
		}
	}
	if got := Of(token.HashOf("hovercraft")); got != 0 {
		t.Errorf("an unknown word is %b", got)
	}
}

func TestInflect(t *testing.T) {
	for base, want := range map[string]Forms{
		"stop+": {"stop", "stops", "stopped", "stopped", "stopping"}, "deny": {"deny", "denies", "denied", "denied", "denying"},
		"stay": {"stay", "stays", "stayed", "stayed", "staying"}, "tie": {"tie", "ties", "tied", "tied", "tying"},
		"agree": {"agree", "agrees", "agreed", "agreed", "agreeing"}, "push": {"push", "pushes", "pushed", "pushed", "pushing"},
		"argue": {"argue", "argues", "argued", "argued", "arguing"}, "veto": {"veto", "vetoes", "vetoed", "vetoed", "vetoing"},
	} {
		if got := Inflect(base); got != want {
			t.Errorf("%s: %v", base, got)
		}
	}
}

func ExampleOf() {
	fmt.Println(Of(token.HashOf("says")) == VerbS)
	// Output: true
}

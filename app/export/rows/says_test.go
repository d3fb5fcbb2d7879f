package rows

import (
	"testing"

	"dateline/app/story"
)

func TestSays(t *testing.T) {
	for _, c := range []struct {
		name, words string
		kind        story.QuoteKind
		want        bool
	}{
		{"a season says nothing", "that spring", story.QuoteIndirect, false},
		{"nor does a noun with its article", "that the cost", story.QuoteIndirect, false},
		{"two words of meaning are too few", "that they would be late on Friday", story.QuoteIndirect, false},
		{"three are enough", "that the bridge would reopen on Friday", story.QuoteIndirect, true},
		{"a number is a word of meaning", "that 12 ships had sunk", story.QuoteIndirect, true},
		{"German", "dass die Brücke am Freitag wieder öffnet", story.QuoteIndirect, true},
		{"German that says nothing", "dass es die Brücke ist", story.QuoteIndirect, false},
		{"French with its short words", "que l’eau n’est pas à la ville", story.QuoteIndirect, false},
		{"a script without spaces", "橋は金曜日に再開する", story.QuoteIndirect, true},
		{"what is in quotation marks stands, however short", "“No,”", story.QuoteDirect, true},
	} {
		r := Row{Kind: Quote, Status: c.kind.String(), Quote: c.words}
		if got := r.Says(); got != c.want {
			t.Errorf("%s: %q: %v", c.name, c.words, got)
		}
	}
	if r := (Row{Kind: Event}); !r.Says() {
		t.Error("an event is not listed")
	}
}

package timex

import (
	"strings"
	"testing"

	"dateline/app/reading/token"
	"dateline/app/story"
)

func TestOrderAt(t *testing.T) {
	for _, c := range []struct{ claim, address, text, want string }{
		{"a British page writes the day first", "https://news.example.co.uk/a", "The bridge closed on 03/04/2024.", "2024-04-03"},
		{"a German page writes the day first", "https://example.de/a", "The bridge closed on 03/04/2024.", "2024-04-03"},
		{"a page of the United States writes the month first", "https://news.example.us/a", "The bridge closed on 03/04/2024.", "2024-03-04"},
		{"so does its government's", "https://www.example.gov/a", "The bridge closed on 03/04/2024.", "2024-03-04"},
		{"an ending in capitals is the same", "HTTPS://EXAMPLE.CO.UK/a", "The bridge closed on 03/04/2024.", "2024-04-03"},
		{"an ending that belongs to no country decides nothing", "https://example.com/a", "The bridge closed on 03/04/2024.", "2024-03-04 or"},
		{"Canada writes both", "https://example.ca/a", "The bridge closed on 03/04/2024.", "2024-03-04 or"},
		{"no address decides nothing", "", "The bridge closed on 03/04/2024.", "2024-03-04 or"},
		{"what is no address decides nothing", "de", "The bridge closed on 03/04/2024.", "2024-03-04 or"},
		{"another date of the text is stronger", "https://example.co.uk/a", "The bridge closed on 03/04/2024 and opened on 05/23/2024.", "2024-03-04"},
		{"how the text writes its dates in words is stronger", "https://example.co.uk/a", "On March 12, 2024, they met. The bridge closed on 03/04/2024.", "2024-03-04"},
		{"a date that has one reading keeps it", "https://example.co.uk/a", "The bridge closed on 03/23/2024.", "2024-03-23"},
	} {
		tok := token.Split(c.text)
		found := Find(tok)
		OrderAt(found, c.address)
		got := ""
		for _, x := range Resolve(found, tok, story.DayMin, nil) {
			if span := c.text[x.Span.Start:x.Span.End]; len(span) == len("03/04/2024") && span[:2] == "03" {
				got = x.Value
				if x.Moment.P < 0.7 {
					got += " or"
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.claim, got, c.want)
		}
	}
}

// TestGiven_TakesTheOrderOfTheText: a date that a person marks is read as the other dates of the text are written.
func TestGiven_TakesTheOrderOfTheText(t *testing.T) {
	for _, c := range []struct{ claim, address, text, want string }{
		{"another date in figures decides", "", "It closed on 03/04/2024 and opened on 23/05/2024.", "2024-04-03"},
		{"month first as well", "https://example.co.uk/a", "It closed on 03/04/2024 and opened on 05/23/2024.", "2024-03-04"},
		{"how the text writes dates in words", "", "On 12 March 2024 they met. It closed on 03/04/2024.", "2024-04-03"},
		{"else the country of the address", "https://example.co.uk/a", "It closed on 03/04/2024.", "2024-04-03"},
		{"else nothing", "", "It closed on 03/04/2024.", "2024-03-04 or"},
	} {
		tok := token.Split(c.text)
		found := Find(tok)
		at := strings.Index(c.text, "03/04")
		g := []Found{Given(tok, story.Span{Start: at, End: at + len("03/04/2024")}, found, c.address)}
		x := Resolve(g, tok, story.DayMin, nil)[0]
		got := x.Value
		if x.Moment.P < 0.7 {
			got += " or"
		}
		if got != c.want || x.Span.In(c.text) != "03/04/2024" {
			t.Errorf("%s: got %q at %q, want %q", c.claim, got, x.Span.In(c.text), c.want)
		}
	}
}

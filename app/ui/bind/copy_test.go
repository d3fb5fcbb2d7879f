package bind

import (
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

func TestCopied_IsTheRowWithItsSource(t *testing.T) {
	const source = "“Ships leave Port,” a, 2024?."
	atlas := Atlas{Country: func(iso string) string { return map[string]string{"PX": "Portland"}[iso] }}
	both := selected("e2", quoteID())
	both.Story.Events[1].Where.Place.Country = "PX"
	indirect := selected("e2", quoteID())
	indirect.Story.Quotes[0].Kind = story.QuoteIndirect
	for _, c := range []struct {
		name string
		st   session.State
		list List
		want string
	}{
		{"a quote with its speaker and its source", both, ListQuotes, "“We waited,”\nAnn Roe, harbour master\n" + source},
		{"an event is its sentence", both, ListEvents, "Ships left Port on Wednesday.\n" + source},
		{"what is to be checked is its sentence", both, ListChecks, "Ships left Port on Wednesday.\n" + source},
		{"a region says whose point is given", both, ListPlaces, "Valley, Portland (region; Seat: 51.0000, 12.0000)"},
		{"a town has its point", selected("e1", ""), ListPlaces, "Port (50.0000, 10.0000)"},
		{"what has no place is its sentence", selected("e3", ""), ListPlaces, "Ships left Port on Wednesday.\n" + source},
		{"an article is its source", both, ListArticles, source},
		{"words without quotation marks are no quote", indirect, ListQuotes, "Ships left Port on Wednesday.\n" + source},
		{"nothing is selected", state(nil), ListQuotes, ""},
	} {
		if diff := cmp.Diff(c.want, (Words{}).Copied(c.st, c.list, atlas)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTables_HaveALineForEachRowAndTheSameNumberOfCells(t *testing.T) {
	st := state(nil)
	items := []ArticleItem{{ID: "g", Heading: true}, {ID: "a", More: "3 events"}, {ID: "b"}}
	for _, c := range []struct{ name, table, second string }{
		{"quotes", Words{}.QuoteTable(st), "“We waited,”\tAnn Roe\tharbour master\t4 May 2024\tValley\t“Ships leave Port,” a, 2024?."},
		{"places", Words{}.PlaceTable(st), "Port\t50.0000\t10.0000\tOn the map\t1 event"},
		{"events", Words{}.EventTable(st), "1 May 2024\t2024-05-01\t2024-05-01\tShips left Port on Wednesday.\tPort\t50.0000\t10.0000\t\t“Ships leave Port,” a, 2024?."},
		{"articles", Words{}.ArticleTable(st.Story, items), ""},
	} {
		rows := strings.Split(strings.TrimSuffix(c.table, "\n"), "\n")
		if want := map[string]int{"quotes": 2, "places": 4, "events": 4, "articles": 3}[c.name]; len(rows) != want {
			t.Errorf("%s: %d lines, want %d:\n%s", c.name, len(rows), want, c.table)
			continue
		}
		for _, r := range rows {
			if strings.Count(r, "\t") != strings.Count(rows[0], "\t") {
				t.Errorf("%s: a row of another width: %q", c.name, r)
			}
		}
		if c.second != "" && rows[1] != c.second {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, rows[1], c.second)
		}
	}
}

func TestTabbed_IsInertInASpreadsheet(t *testing.T) {
	b := tabbed{}
	b.line("=1+1", "-12.5000", "- a list\twith a tab\nand a line", "@name", "", "plain")
	if got, want := b.String(), "'=1+1\t-12.5000\t'- a list with a tab and a line\t'@name\t\tplain\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

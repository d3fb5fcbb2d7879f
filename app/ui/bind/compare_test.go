package bind

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/compare"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"github.com/google/go-cmp/cmp"
)

// countries is an atlas that knows one country.
var countries = Atlas{Country: func(iso string) string { return map[string]string{"PT": "Portugal"}[iso] }}

func sourceStory() *story.Story {
	s := bindtest.Story()
	s.Speakers[0].Country = "PT"
	s.Articles[0].Published.Reasons = []story.Reason{story.Why("x.code", "a")}
	return s
}

// cards are the titles and the lines below of a list.
func cards(list []CompareCard) (out []string) {
	for _, c := range list {
		out = append(out, c.Title+": "+c.Sub)
	}
	return out
}

func TestSourceCards_ArePeopleInstitutionsAndShares(t *testing.T) {
	var w Words
	s := sourceStory()
	list := w.CompareCards(s, nil, CompareSources)
	if d := cmp.Diff([]string{"The whole story: 1 voice · 1 quote", "Ships leave Port: 1 voice · 1 quote", "Second: 0 voices · 0 quotes"}, cards(list)); d != "" {
		t.Fatal(d)
	}
	show := func(card *CompareCard) (out []string) {
		p := w.ComparePage(s, nil, card, countries)
		for _, f := range p.Facts {
			out = append(out, f.Name+": "+f.Words)
		}
		for _, r := range p.Sources {
			out = append(out, strings.Join(r.Cells, " | "))
		}
		return out
	}
	want := []string{"people by name: 1: Ann Roe", "institutions: none", "unnamed sources: none", "sentences without a source: 2 of 3",
		"Ann Roe | Portugal | 1 | 2 | 100\u00a0%", "By side", "Portugal | 1 voice | 1 | 2 | 100\u00a0%"}
	if d := cmp.Diff(append([]string{"articles: 2"}, want...), show(&list[0])); d != "" {
		t.Errorf("the whole story:\n%s", d)
	}
	got := show(&list[1])
	if d := cmp.Diff(want, got[4:]); d != "" {
		t.Errorf("an article:\n%s", d)
	}
	if d := cmp.Diff([]string{"publisher: not known", "author: not known", "dateline: none"}, got[1:4]); d != "" || !strings.HasPrefix(got[0], "published: 4–6 May 2024, inferred (") {
		t.Errorf("what is known of it: %q\n%s", got[0], d)
	}
	p := w.ComparePage(s, nil, &list[1], countries)
	row, ok := p.Row(p.Sources[0].ID)
	if !ok {
		t.Fatal("the row of a speaker leads nowhere")
	}
	var f story.Filter
	if row.Only(&f); len(f.Speakers) != 1 || f.Speakers[0] != s.Speakers[0].ID || len(f.Articles) != 1 || f.Articles[0] != "a" {
		t.Errorf("it narrows to %+v", f)
	}
}

// TestTables_ShowWhatIsCounted: each number of the tables is that of compare, for every article a column.
func TestTables_ShowWhatIsCounted(t *testing.T) {
	var w Words
	s := sourceStory()
	page := func(k TableKind) ComparePage {
		return w.ComparePage(s, nil, &CompareCard{Table: &CompareTable{Kind: k}}, countries)
	}
	for _, c := range []struct {
		kind TableKind
		want []compare.Entry
	}{{TablePeople, compare.People(s, nil)}, {TablePlaces, compare.Places(s, nil)}} {
		p := page(c.kind)
		if len(p.Sources) != len(c.want) || len(p.Heads) != columnsNamed+2 || len(p.Shares) != len(p.Heads) || len(p.HeadIDs) != len(p.Heads) {
			t.Fatalf("%+v", p)
		}
		for _, e := range c.want {
			name := e.Place.Name
			if e.Speaker >= 0 {
				name = s.Speakers[e.Speaker].Name
			}
			want := fmt.Sprint(e.Docs, e.Events, e.Quotes, none(e.In(0)), none(e.In(1)))
			for _, r := range p.Sources {
				if x := r.Cells; strings.HasPrefix(x[columnName], name) && strings.Join([]string{x[2], x[3], x[4]}, " ")+x[7]+x[8] != want {
					t.Errorf("%s: %q, want %s", name, x, want)
				}
			}
		}
	}
	places, days := compare.Coverage(s, nil)
	for _, c := range []struct {
		kind TableKind
		want []compare.Covered
	}{{TableCoveredPlaces, places}, {TableCoveredDays, days}} {
		p := page(c.kind)
		if len(p.Sources) != len(c.want) || len(c.want) == 0 {
			t.Fatalf("%d rows, want %d", len(p.Sources), len(c.want))
		}
		for _, r := range p.Sources {
			if got := strings.Join(r.Cells[1:], " "); got != "1 1 1 –" {
				t.Errorf("%q", r.Cells)
			}
		}
	}
	t1 := CompareTable{Kind: TablePeople, Column: columnName}
	if got := t1.Sorted(columnsNamed + 1); !got.Back || got.Column != columnsNamed+1 {
		t.Errorf("the count of an article begins with the largest: %+v", got)
	}
	if got := t1.Sorted(columnFirst); got.Back {
		t.Errorf("days begin with the first: %+v", got)
	}
}

func TestFiguresTitle(t *testing.T) {
	var w Words
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{Text: "12 people, 400 hectares"}}, {Document: story.Document{Text: "19 people, 900 hectares"}}}}
	dead := compare.Difference{What: "dead", Figures: []compare.Figure{{Doc: 0, Value: 12}, {Doc: 1, Value: 19}, {Doc: 1, Value: 12}}}
	if got := w.figuresTitle(s, &dead); got != "Dead: 12 / 19" {
		t.Errorf("%q", got)
	}
	land := compare.Difference{What: "ha", Figures: []compare.Figure{{Doc: 0, Value: 400, Span: story.Span{Start: 11, End: 23}}, {Doc: 1, Value: 900, Span: story.Span{Start: 11, End: 23}}}}
	if got := w.figuresTitle(s, &land); got != "400 hectares / 900 hectares" {
		t.Errorf("%q", got)
	}
}

func TestInOrder_WhatTellsIsSeenFirst(t *testing.T) {
	cells := func(stances string) (out []compare.Cell) {
		for i, c := range stances {
			out = append(out, compare.Cell{Doc: i, Stance: map[rune]compare.Stance{'-': compare.Silent, 's': compare.Says, 'd': compare.Denies}[c]})
		}
		return out
	}
	for _, c := range []struct {
		name, stances string
		event         bool
		want          string
	}{
		{"few articles keep their order", "s-d-s", true, "0 1 2 3 4"},
		{"most are silent", "----s", true, "4 0 1 2 3"},
		{"many articles", "s-s-s-s", true, "0 2 4 6 1 3 5"},
		{"what is told of a place", "-s", false, "1 0"},
	} {
		var got []string
		for _, x := range inOrder(cells(c.stances), c.event) {
			got = append(got, fmt.Sprint(x.Doc))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

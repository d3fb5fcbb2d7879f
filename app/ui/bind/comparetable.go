package bind

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/app/compare"
	"dateline/app/story"
)

// CompareTable is which table is shown, and how it is sorted.
type CompareTable struct {
	Places bool // else people
	Column int  // that it is sorted by
	Back   bool // the other way round
}

// The columns of both tables.
const (
	columnName = iota
	columnNames
	columnDocs
	columnEvents
	columnQuotes
	columnFirst
	columnLast
)

// mostEntries is how many rows of a table are shown; copying gives all.
const mostEntries = 200

// tableCards are the tables to choose from.
func (w Words) tableCards(s *story.Story, docs []int) []CompareCard {
	out := []CompareCard{{Title: w.L("People"), Table: &CompareTable{Column: columnDocs, Back: true}, Sub: w.Count(len(compare.People(s, docs)), "name", "names")},
		{Title: w.L("Places"), Table: &CompareTable{Places: true, Column: columnDocs, Back: true}, Sub: w.Count(len(compare.Places(s, docs)), "place", "places")}}
	return headed(out, w.upper(w.L("Tables")))
}

// Sorted is the table sorted by a column; by the one it is sorted by, the other way round. Counts begin with the largest.
func (t CompareTable) Sorted(column int) CompareTable {
	if t.Column == column {
		t.Back = !t.Back
		return t
	}
	return CompareTable{t.Places, column, column >= columnDocs && column <= columnQuotes}
}

// headPrefix begins the ids of the heads of a table's columns.
const headPrefix = "column "

// HeadColumn is the column that a head stands for; false for anything else.
func HeadColumn(id string) (int, bool) {
	n, ok := strings.CutPrefix(id, headPrefix)
	i, err := strconv.Atoi(n)
	return i, ok && err == nil
}

// tablePage words a table of people or places.
func (w Words) tablePage(s *story.Story, docs []int, t CompareTable) ComparePage {
	all, title := compare.People(s, docs), w.L("People")
	name := func(e *compare.Entry) string { return s.Speakers[e.Speaker].Name }
	if t.Places {
		all, title = compare.Places(s, docs), w.L("Places")
		name = func(e *compare.Entry) string { return PlaceName(e.Place) }
	}
	slices.SortStableFunc(all, func(a, b compare.Entry) int {
		by := [...]int{columnName: cmp.Compare(sortable(name(&a)), sortable(name(&b))), columnNames: len(a.Names) - len(b.Names), columnDocs: a.Docs - b.Docs,
			columnEvents: a.Events - b.Events, columnQuotes: a.Quotes - b.Quotes, columnFirst: cmp.Compare(a.First, b.First), columnLast: cmp.Compare(a.Last, b.Last)}[t.Column]
		if t.Back {
			by = -by
		}
		if undated := boolean(!a.Dated) - boolean(!b.Dated); t.Column >= columnFirst && undated != 0 {
			return undated
		}
		return by
	})
	heads := []string{w.L("name"), w.L("spellings"), w.L("articles"), w.L("events"), w.L("quotes"), w.L("first day"), w.L("last day")}
	p := ComparePage{Title: title, Shares: []float32{0.26, 0.26, 0.09, 0.1, 0.09, 0.1, 0.1}}
	for i, h := range heads {
		if i == t.Column {
			h += map[bool]string{false: " ↑", true: " ↓"}[t.Back]
		}
		p.Heads, p.HeadIDs = append(p.Heads, h), append(p.HeadIDs, fmt.Sprint(headPrefix, i))
	}
	p.Summary = []string{w.L("Click a head to sort, a row to see only that.")}
	if len(all) > mostEntries {
		p.Summary = append(p.Summary, w.N("{{.N}} more are not shown", len(all)-mostEntries, nil))
	}
	for i := range all {
		p.Sources = append(p.Sources, w.entry(s, &all[i], name(&all[i])))
	}
	return p
}

func (w Words) entry(s *story.Story, e *compare.Entry, name string) CompareSource {
	first, last := "", ""
	if e.Dated {
		first, last = w.shortDay(e.First), w.shortDay(e.Last)
	}
	r := CompareSource{Cells: []string{name, strings.Join(e.Names, ", "), strconv.Itoa(e.Docs), strconv.Itoa(e.Events), strconv.Itoa(e.Quotes), first, last}}
	if e.Speaker >= 0 {
		id := s.Speakers[e.Speaker].ID
		r.Only = func(f *story.Filter) { f.Speakers = []story.SpeakerID{id} }
		r.ID = "speaker " + string(id)
	} else {
		id := e.Place.ID
		r.Only = func(f *story.Filter) { f.Places = append(f.Places[:0:0], id) }
		r.ID = fmt.Sprint("place ", id)
	}
	return r
}

// ShownRows are the rows of the table that are shown.
func (p *ComparePage) ShownRows() []CompareSource {
	return p.Sources[:min(len(p.Sources), mostEntries)]
}

// Row is the row of the table with an id; false where it has none such.
func (p *ComparePage) Row(id string) (*CompareSource, bool) {
	for i := range p.Sources {
		if p.Sources[i].ID == id && p.Sources[i].Only != nil {
			return &p.Sources[i], true
		}
	}
	return nil, false
}

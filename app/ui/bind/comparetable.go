package bind

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/app/compare"
	"dateline/app/story"
	"dateline/geo"
)

// TableKind is what a table is of.
type TableKind uint8

// The tables: who and where, and what each article covers of places and days.
const (
	TablePeople TableKind = iota
	TablePlaces
	TableCoveredPlaces
	TableCoveredDays
)

// CompareTable is which table is shown, and how it is sorted.
type CompareTable struct {
	Kind   TableKind
	Column int  // that it is sorted by
	Back   bool // the other way round
}

// The columns of the tables of people and of places; behind them stand those of the articles.
const (
	columnName = iota
	columnNames
	columnDocs
	columnEvents
	columnQuotes
	columnFirst
	columnLast
	columnsNamed
)

// The columns of the tables of what is covered; behind them stand those of the articles.
const (
	columnCovered = iota
	columnCoveredDocs
	columnCoveredAll
	columnsCovered
)

// mostEntries is how many rows of a table are shown; copying gives all. mostColumns is how many articles have a column.
const (
	mostEntries = 200
	mostColumns = 8
)

// tableCards are the tables to choose from.
func (w Words) tableCards(s *story.Story, docs []int) []CompareCard {
	places, days := compare.Coverage(s, docs)
	card := func(title string, k TableKind, column int, sub string) CompareCard {
		return CompareCard{Title: title, Table: &CompareTable{Kind: k, Column: column, Back: k != TableCoveredDays}, Sub: sub}
	}
	return headed([]CompareCard{
		card(w.L("People"), TablePeople, columnDocs, w.Count(len(compare.People(s, docs)), "name", "names")),
		card(w.L("Places"), TablePlaces, columnDocs, w.Count(len(compare.Places(s, docs)), "place", "places")),
		card(w.L("What each covers: places"), TableCoveredPlaces, columnCoveredDocs, w.Count(len(places), "place", "places")),
		card(w.L("What each covers: days"), TableCoveredDays, columnCovered, w.Count(len(days), "day", "days")),
	}, w.upper(w.L("Tables")))
}

// Sorted is the table sorted by a column; by the one it is sorted by, the other way round. Counts begin with the largest.
func (t CompareTable) Sorted(column int) CompareTable {
	if t.Column == column {
		t.Back = !t.Back
		return t
	}
	counts := column >= columnCoveredDocs
	if t.Kind == TablePeople || t.Kind == TablePlaces {
		counts = column >= columnDocs && column <= columnQuotes || column >= columnsNamed
	}
	return CompareTable{t.Kind, column, counts}
}

// headPrefix begins the ids of the heads of a table's columns.
const headPrefix = "column "

// HeadColumn is the column that a head stands for; false for anything else.
func HeadColumn(id string) (int, bool) {
	n, ok := strings.CutPrefix(id, headPrefix)
	i, err := strconv.Atoi(n)
	return i, ok && err == nil
}

// tablePage words a table.
func (w Words) tablePage(s *story.Story, docs []int, t CompareTable) ComparePage {
	shown := docs
	if docs == nil {
		for d := range s.Articles {
			shown = append(shown, d)
		}
	}
	columns := shown[:min(len(shown), mostColumns)]
	var p ComparePage
	if t.Kind == TablePeople || t.Kind == TablePlaces {
		p = w.namedPage(s, docs, columns, t)
	} else {
		p = w.coveredPage(s, docs, columns, t)
	}
	p.Summary = append([]string{w.L("Click a head to sort, a row to see only that.")}, p.Summary...)
	var legend []string
	for i, d := range columns {
		legend = append(legend, fmt.Sprintf("%d %s", i+1, clip(Title(s.Articles[d]), 50)))
		p.Heads = append(p.Heads, fmt.Sprint(i+1))
		p.Shares = append(p.Shares, articleShare)
	}
	p.Summary = append(p.Summary, strings.Join(legend, " · "))
	if n := len(shown) - len(columns); n > 0 {
		p.Summary = append(p.Summary, w.N("{{.N}} more articles have no column here; a saved table has them all", n, nil))
	}
	room := float32(1)
	for _, x := range p.Shares {
		room -= x
	}
	p.Shares[0] += room // what the articles leave is the name's
	for i := range p.Heads {
		if i == t.Column {
			p.Heads[i] += map[bool]string{false: " ↑", true: " ↓"}[t.Back]
		}
		p.HeadIDs = append(p.HeadIDs, fmt.Sprint(headPrefix, i))
	}
	if n := len(p.Sources) - mostEntries; n > 0 {
		p.Summary = append(p.Summary, w.N("{{.N}} more are not shown", n, nil))
	}
	return p
}

// articleShare is the part of the width of a table that the count of one article takes.
const articleShare = 0.035

// namedPage is the table of people or of places.
func (w Words) namedPage(s *story.Story, docs, columns []int, t CompareTable) ComparePage {
	all, p := compare.People(s, docs), ComparePage{Title: w.L("People")}
	name := func(e *compare.Entry) string { return s.Speakers[e.Speaker].Name }
	if t.Kind == TablePlaces {
		all, p.Title = compare.Places(s, docs), w.L("Places")
		name = func(e *compare.Entry) string { return w.PlaceName(e.Place) }
	}
	key := w.sorting()
	slices.SortStableFunc(all, func(a, b compare.Entry) int {
		by := 0
		switch c := t.Column; {
		case c < columnsNamed:
			by = [...]int{columnName: cmp.Compare(key(name(&a)), key(name(&b))), columnNames: len(a.Names) - len(b.Names), columnDocs: a.Docs - b.Docs,
				columnEvents: a.Events - b.Events, columnQuotes: a.Quotes - b.Quotes, columnFirst: cmp.Compare(a.First, b.First), columnLast: cmp.Compare(a.Last, b.Last)}[c]
		case c-columnsNamed < len(columns):
			by = a.In(columns[c-columnsNamed]) - b.In(columns[c-columnsNamed])
		}
		if t.Back {
			by = -by
		}
		if undated := boolean(!a.Dated) - boolean(!b.Dated); (t.Column == columnFirst || t.Column == columnLast) && undated != 0 {
			return undated
		}
		return by
	})
	p.Heads = []string{w.L("name"), w.L("spellings"), w.L("articles"), w.L("events"), w.L("quotes"), w.L("first day"), w.L("last day")}
	p.Shares = []float32{0.16, 0.17, 0.08, 0.08, 0.07, 0.1, 0.1}
	for i := range all {
		p.Sources = append(p.Sources, w.entry(s, &all[i], name(&all[i]), columns))
	}
	return p
}

func (w Words) entry(s *story.Story, e *compare.Entry, name string, columns []int) CompareSource {
	first, last := "", ""
	if e.Dated {
		first, last = w.shortDay(e.First), w.shortDay(e.Last)
	}
	r := CompareSource{Cells: []string{name, strings.Join(e.Names, ", "), strconv.Itoa(e.Docs), strconv.Itoa(e.Events), strconv.Itoa(e.Quotes), first, last}}
	for _, d := range columns {
		r.Cells = append(r.Cells, none(e.In(d)))
	}
	if e.Speaker >= 0 {
		id := s.Speakers[e.Speaker].ID
		r.Only = func(f *story.Filter) { f.Speakers = []story.SpeakerID{id} }
		r.ID = "speaker " + string(id)
	} else {
		r.ID, r.Only = onlyPlace(e.Place.ID)
	}
	return r
}

func onlyPlace(id geo.PlaceID) (string, func(*story.Filter)) {
	return fmt.Sprint("place ", id), func(f *story.Filter) { f.Places = append(f.Places[:0:0], id) }
}

// none is a number, and a sign for nothing, so that what an article leaves out is seen at once.
func none(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

// coveredPage is the table of what each article covers and leaves out, by place or by day: numbers of events.
func (w Words) coveredPage(s *story.Story, docs, columns []int, t CompareTable) ComparePage {
	places, days := compare.Coverage(s, docs)
	all, p := places, ComparePage{Title: w.L("What each covers: places")}
	if t.Kind == TableCoveredDays {
		all, p.Title = days, w.L("What each covers: days")
	}
	key := w.sorting()
	slices.SortStableFunc(all, func(a, b compare.Covered) int {
		by := 0
		switch c := t.Column; {
		case c == columnCovered && t.Kind == TableCoveredDays:
			by = cmp.Compare(a.Subject.Day, b.Subject.Day)
		case c == columnCovered:
			by = cmp.Compare(key(w.PlaceName(a.Place)), key(w.PlaceName(b.Place)))
		case c == columnCoveredDocs:
			by = cmp.Or(a.Docs-b.Docs, a.All-b.All)
		case c == columnCoveredAll:
			by = a.All - b.All
		case c-columnsCovered < len(columns):
			by = a.Counts[c-columnsCovered] - b.Counts[c-columnsCovered]
		}
		if t.Back {
			return -by
		}
		return by
	})
	head := w.L("place")
	if t.Kind == TableCoveredDays {
		head = w.L("day")
	}
	p.Heads = []string{head, w.L("articles"), w.L("events")}
	p.Shares = []float32{0.3, 0.12, 0.12}
	for i := range all {
		c := &all[i]
		r := CompareSource{Cells: []string{w.PlaceName(c.Place), strconv.Itoa(c.Docs), strconv.Itoa(c.All)}}
		if t.Kind == TableCoveredDays {
			r.Cells[0] = w.longDay(c.Subject.Day)
		} else {
			r.ID, r.Only = onlyPlace(c.Place.ID)
		}
		for k := range columns {
			r.Cells = append(r.Cells, none(c.Counts[k]))
		}
		p.Sources = append(p.Sources, r)
	}
	return p
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

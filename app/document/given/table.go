package given

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Table is a table of events.
var Table = document.Format{Name: "csv", Label: "Table of events (CSV)", Exts: []string{".csv", ".tsv"}, Sniff: sniffTable, Read: readTable}

// columns are the names of columns, in small letters, with what they give. Those of one kind stand in their order of worth.
var columns = map[string][]string{
	"from":      {"from", "start", "start date", "date", "day", "when", "begin", "datum", "fecha", "time", "start_date"},
	"to":        {"to", "end", "end date", "until", "end_date"},
	"lat":       {"lat", "latitude", "y"},
	"lon":       {"lon", "lng", "long", "longitude", "x"},
	"place":     {"place", "location", "where", "ort", "lugar", "lieu", "city", "name of place"},
	"text":      {"sentence", "text", "description", "notes", "event", "summary", "beschreibung"},
	"what":      {"what", "headline", "title", "label", "name"},
	"article":   {"article"},
	"author":    {"author", "byline"},
	"publisher": {"publisher", "source", "quelle", "fuente"},
	"section":   {"section"},
	"language":  {"language"},
	"url":       {"url", "link", "address"},
	"published": {"published", "publication date"},
	"status":    {"status"},
	"type":      {"type"},
	"quote":     {"quote"},
	"precision": {"precision"},
	"year":      {"year"}, "month": {"month"}, "monthday": {"day"}, "endyear": {"end year"}, "endmonth": {"end month"}, "endday": {"end day"},
	"display": {"display date"}, "group": {"group"},
}

// header finds the columns of a table.
type header struct {
	at       map[string]int // kind -> column
	timeline bool           // of TimelineJS
	own      bool           // of this program
}

func headerOf(names []string) header {
	h := header{at: map[string]int{}}
	have := map[string]int{}
	for i, n := range names {
		n = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(n, "\ufeff")))
		if _, ok := have[n]; !ok {
			have[n] = i
		}
	}
	for kind, list := range columns {
		for _, n := range list {
			if i, ok := have[n]; ok {
				h.at[kind] = i
				break
			}
		}
	}
	_, year := have["year"]
	_, headline := have["headline"]
	h.timeline = year && headline
	_, basis := have["basis"]
	_, use := have["place_use"]
	h.own = basis && use
	return h
}

// good reports a table whose rows say what happens, and where or when.
func (h *header) good() bool {
	has := func(kinds ...string) bool {
		for _, k := range kinds {
			if _, ok := h.at[k]; ok {
				return true
			}
		}
		return false
	}
	return has("text", "what") && (has("from", "to", "year") || has("lat") && has("lon"))
}

func (h *header) get(cells []string, kind string) string {
	i, ok := h.at[kind]
	if !ok || i >= len(cells) {
		return ""
	}
	s := strings.TrimSpace(cells[i])
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@\t\r", s[1]) >= 0 {
		s = s[1:] // spreadsheets are kept from calculating so
	}
	return s
}

func sniffTable(in *document.Input) document.Match {
	s, err := in.Text()
	if err != nil {
		return document.NoMatch
	}
	named := in.Ext() == ".csv" || in.Ext() == ".tsv"
	names, _ := firstRow(s)
	h := headerOf(names)
	switch {
	case h.good() && (h.own || h.timeline):
		return document.Certain
	case named:
		return document.Named
	}
	return document.NoMatch
}

// firstRow is the first row of a table, and the sign between its cells.
func firstRow(s string) ([]string, rune) {
	const longest = 64 << 10 // bytes of a header
	head, _, _ := strings.Cut(s[:min(len(s), longest)], "\n")
	comma, n := ',', -1
	for _, c := range ",;\t" {
		if k := strings.Count(head, string(c)); k > n {
			comma, n = c, k
		}
	}
	r := reader(strings.NewReader(s), comma)
	names, _ := r.Read()
	return names, comma
}

func reader(from io.Reader, comma rune) *csv.Reader {
	r := csv.NewReader(from)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	return r
}

const mostColumns = 1000

func readTable(ctx context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	names, comma := firstRow(src)
	h := headerOf(names)
	if len(names) > mostColumns || !h.good() {
		return nil, fmt.Errorf("its columns are not known; name them from, to, place, lat, lon and sentence, with their names in the first row: %w", document.ErrFormat)
	}
	r := reader(strings.NewReader(src), comma)
	if _, err := r.Read(); err != nil {
		return nil, document.ErrDamaged
	}
	var s set
	s.own = h.own
	for len(s.rows) <= most {
		cells, err := r.Read()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				in.Note("the table is damaged: it is shown as far as it could be read")
			}
			break
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			s.table(&h, cells)
		}
	}
	docs, err := s.documents(in)
	for i := range docs {
		in.Letters(&docs[i])
	}
	return docs, err
}

// table reads a row of a table.
func (s *set) table(h *header, cells []string) {
	get := func(kind string) string { return h.get(cells, kind) }
	r := row{text: get("text"), what: line(get("what")), place: get("place"), status: get("status"), article: get("article"), author: get("author"), publisher: get("publisher"),
		section: get("section"), language: get("language"), url: get("url"), published: get("published"), kind: strings.ToLower(get("type"))}
	r.quote = r.kind == "quote"
	if lat, lon := get("lat"), get("lon"); lat != "" && lon != "" {
		y, err1 := strconv.ParseFloat(strings.Replace(lat, ",", ".", 1), 64)
		x, err2 := strconv.ParseFloat(strings.Replace(lon, ",", ".", 1), 64)
		if err1 != nil || err2 != nil {
			r.bad = fmt.Sprintf("%q, %q is no place: write degrees, as 48.85 and 2.35", clip(lat), clip(lon))
		} else {
			r.point(x, y)
		}
	}
	if h.timeline {
		s.timelineRow(&r, get)
		return
	}
	if !h.own {
		r.text, r.what = plain(r.text), plain(r.what)
	}
	from, to := get("from"), get("to")
	r.span(from, to)
	if _, both := h.at["to"]; both && h.own {
		r.open(from, to)
		r.precise(get("precision"))
	}
	s.rows = append(s.rows, r)
}

// precise keeps the precision that this program wrote.
func (r *row) precise(word string) {
	for p := story.PrecisionUnknown; p <= story.PrecisionClock; p++ {
		if p.String() == word && r.when.Dated() {
			r.when.Precision = p
		}
	}
}

// timelineRow reads a row of TimelineJS's table.
func (s *set) timelineRow(r *row, get func(string) string) {
	start := date{Year: number(get("year")), Month: number(get("month")), Day: number(get("monthday"))}
	end := date{Year: number(get("endyear")), Month: number(get("endmonth")), Day: number(get("endday"))}
	r.group = get("group")
	r.first, r.second = get("what"), get("text")
	s.slide(r, start, end)
}

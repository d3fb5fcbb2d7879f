// Package csv writes the events and quotes of a view as a table (RFC 4180, UTF-8), a row each.
package csv

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// Format is the table.
var Format = export.Format{Name: "csv", Label: "CSV", Exts: []string{".csv"}, Write: write}

// header is the names of the columns. New ones go to the end: others rely on the order of those that are there.
var header = []string{"type", "from", "to", "precision", "basis", "place", "place_type", "country", "lat", "lon", "place_use",
	"what", "status", "who", "speaker", "quote", "sentence", "article", "published", "publisher", "url", "event", "p", "attribution", "verified", "corrected_from",
	"author", "section", "updated", "language",
	"id", "sentence_no", "anchor", "place_as_written", "gazetteer_uri", "radius_km", "date_edtf", "date_known", "place_known", "comments", "view",
	"article_id", "article_sentences", "sentence_last", "sentence_zone", "anchor_end", "who_ids", "speaker_id", "speaker_kind", "speaker_country", "speakers_also", "also_ids", "also_kinds", "also_countries", "shown", "stance", "matter", "group"}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	if c.BOM {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
	}
	table := csv.NewWriter(w)
	if err := table.Write(header); err != nil {
		return err
	}
	checked := rows.NewChecked(c.Log)
	m := marker{c: c, view: inert(export.English.ViewInWords(c.Story, c.View)), texts: map[int]*runes.Text{}}
	n := newCounter(c.Story)
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := table.Write(slices.Concat(cells(&r, c.Attribution), checkedCells(&checked, &r), sourceCells(&r), m.cells(&checked, &r), n.cells(&r, m.texts[r.Doc]))); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// marker says where in its article a row stands, and what of the story the table is of.
type marker struct {
	c     export.Content
	view  string
	texts map[int]*runes.Text // of the articles met so far
}

// cells are the last columns.
func (m *marker) cells(checked *rows.Checked, r *rows.Row) []string {
	a := m.c.Story.Articles[r.Doc]
	text := m.texts[r.Doc]
	if text == nil {
		text = runes.Of(a.Text)
		m.texts[r.Doc] = text
	}
	sentence, _ := slices.BinarySearchFunc(a.Sentences, r.Span.Start, func(s story.Span, at int) int { return s.End - 1 - at })
	uri, radius, edtf, known, placed := "", "", "", export.English.HowKnown(r.When), ""
	if r.When.Dated() {
		edtf = r.When.EDTF()
	}
	if r.Where != nil {
		placed = export.English.HowPlaced(r.Where)
		if id := export.GeonameID(r.Where.Place.ID); id != nil {
			uri = fmt.Sprintf("https://www.geonames.org/%d", *id)
		}
		if km := r.Where.Place.SpanKM; km > 0 {
			radius = number(km / 2)
		}
	}
	return []string{r.Identity, strconv.Itoa(min(sentence+1, len(a.Sentences))), fmt.Sprintf("char-offset:%d", text.At(r.Span.Start)), inert(r.Named), uri, radius, edtf, known, placed,
		inert(strings.Join(checked.Notes(r), "; ")), m.view}
}

// sourceCells are what else is known of the article.
func sourceCells(r *rows.Row) []string {
	return []string{inert(r.Author), inert(r.Section), r.Updated, r.Language}
}

// checkedCells say what a person did about the row.
func checkedCells(c *rows.Checked, r *rows.Row) []string {
	status, from := c.Of(r)
	return []string{status, inert(from)}
}

// cells are the columns of header up to the attribution.
func cells(r *rows.Row, attribution string) []string {
	from, to := r.Days()
	precision, basis := "", ""
	if r.When.Dated() {
		precision, basis = r.When.Precision.String(), r.When.Basis.String()
	}
	kind, country, lat, lon := "", "", "", ""
	if r.Where != nil {
		kind, country = r.Where.Place.Kind.String(), r.Where.Place.Country
		lat, lon = number(r.At[1]), number(r.At[0])
	}
	return []string{r.Kind.String(), from, to, precision, basis, inert(r.Place()), kind, country, lat, lon, r.PlaceUse(),
		inert(r.What), r.Status, inert(strings.Join(r.Who, "; ")), inert(r.Speaker), inert(r.Quote), inert(r.Sentence), inert(r.Article), r.Published,
		inert(r.Publisher), inert(r.URL), r.ID, fmt.Sprintf("%.3f", export.Round3(r.P)), attribution}
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// inert puts an apostrophe before what a spreadsheet would take for a formula, so that it shows text as text.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

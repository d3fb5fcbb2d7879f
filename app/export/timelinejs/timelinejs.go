// Package timelinejs writes a story for TimelineJS 3: its JSON, and the table that it reads as CSV. A day that is only known
// to a month or a year leaves out what is not known, and the words of the interval are written beside it.
package timelinejs

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/app/export/rows"
	"dateline/app/story"
)

// Format is the JSON, Table the CSV.
var (
	Format = export.Format{Name: "timelinejs", Label: "TimelineJS", Exts: []string{".json"}, Write: writeJSON}
	Table  = export.Format{Name: "timelinejs-csv", Label: "TimelineJS (CSV)", Exts: []string{".csv"}, Write: writeCSV}
)

type root struct {
	Title  *slide  `json:"title,omitempty"`
	Events []slide `json:"events"`
}

type slide struct {
	Start       *date     `json:"start_date,omitempty"`
	End         *date     `json:"end_date,omitempty"`
	DisplayDate string    `json:"display_date,omitempty"`
	Text        text      `json:"text"`
	Group       string    `json:"group,omitempty"`
	UniqueID    string    `json:"unique_id,omitempty"`
	Media       *media    `json:"media,omitempty"`
	Location    *location `json:"location,omitempty"`
}

type date struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type text struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

type media struct {
	URL    string `json:"url"`
	Credit string `json:"credit,omitempty"`
}

type location struct {
	Name string  `json:"name"`
	Lat  float64 `json:"lat"`
	Lon  float64 `json:"lon"`
}

// slides are the title and the events that have a day; undated counts those that have none, which TimelineJS cannot show.
func slides(ctx context.Context, c *export.Content) (title slide, events []slide, err error) {
	undated, n := 0, 0
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return title, nil, err
		}
		if r.Kind != rows.Event {
			continue
		}
		if !r.When.Dated() {
			undated++
			continue
		}
		n++
		events = append(events, slideOf(&r, n))
	}
	about := []string{export.English.Span(c.View)}
	if f := export.English.FilterInWords(c.Story, c.View.Filter); f != "" {
		about = append(about, f)
	}
	if undated > 0 {
		about = append(about, "not shown, without a day: "+export.English.Count(undated, "event", "events"))
	}
	if n == 0 {
		about = append(about, "no event with a day is visible")
	}
	for _, s := range export.English.Sources(c.Story) {
		about = append(about, strings.TrimSpace(s.Title+" "+s.Publisher+", "+s.Day()))
	}
	title = slide{Text: text{Headline: escape(c.Title), Text: paragraphs(append(about, c.Attribution, "Made with "+c.Generator)...)}, UniqueID: "title"}
	return title, events, nil
}

func slideOf(r *rows.Row, n int) slide {
	from, to := r.When.Earliest, r.When.Latest
	if !from.Bounded() {
		from = to
	}
	if !to.Bounded() {
		to = from
	}
	out := slide{Start: dateOf(from, to), Group: escape(r.Article), UniqueID: fmt.Sprintf("%s-%d", r.ID, n)}
	if from != to {
		if end := dateOf(to, from); *end != *out.Start {
			out.End = end
		}
		out.DisplayDate = escape(export.English.When(r.When))
	}
	headline := r.What
	if p := r.Place(); p != "" {
		headline += ", " + p
	}
	if r.Where != nil {
		out.Location = &location{export.Clean(r.Where.Place.Name), r.At[1], r.At[0]}
	}
	out.Text = text{escape(headline), paragraphs(r.Sentence, strings.Join(export.Filled(r.Article, r.Publisher, r.Published), ", "), export.English.HowKnown(r.When))}
	if r.Quote != "" {
		out.Media = &media{"<blockquote>" + escape(r.Quote) + "</blockquote>", escape(r.Speaker)}
	}
	return out
}

// dateOf is a day as precisely as the interval to the other end lets it be shown: a whole month has no day, a whole year no
// month.
func dateOf(d, other story.Day) *date {
	y, m, n := d.Date()
	a, b := min(d, other), max(d, other)
	y1, m1, d1 := a.Date()
	y2, m2, d2 := b.Date()
	switch {
	case y1 == y2 && m1 == 1 && d1 == 1 && m2 == 12 && d2 == 31:
		return &date{Year: year(y)}
	case y1 == y2 && m1 == m2 && d1 == 1 && d2 == story.DaysIn(y2, m2):
		return &date{Year: year(y), Month: m}
	}
	return &date{year(y), m, n}
}

// year is a year as TimelineJS counts: there is none between 1 and -1.
func year(y int) int {
	if y <= 0 {
		return y - 1
	}
	return y
}

func escape(s string) string { return html.EscapeString(export.Clean(s)) }

func paragraphs(list ...string) string {
	var out strings.Builder
	for _, s := range export.Filled(list...) {
		out.WriteString("<p>" + escape(s) + "</p>")
	}
	return out.String()
}

func writeJSON(ctx context.Context, w io.Writer, c export.Content) error {
	title, events, err := slides(ctx, &c)
	if err != nil {
		return err
	}
	if len(events) == 0 { // TimelineJS wants one event at least
		title.UniqueID = "empty"
		title.Start = &date{Year: 2000}
		title.DisplayDate = "no day"
		events = []slide{title}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(true) // the file may be pasted into a page
	enc.SetIndent("", " ")
	return enc.Encode(root{&title, events})
}

// header has to read just so; "Start Date" and "End Date" would switch TimelineJS to its old rules.
var header = []string{"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media",
	"Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background"}

func writeCSV(ctx context.Context, w io.Writer, c export.Content) error {
	title, events, err := slides(ctx, &c)
	if err != nil {
		return err
	}
	t := csv.NewWriter(w)
	t.Write(header)
	t.Write(cells(&title, "title"))
	for i := range events {
		t.Write(cells(&events[i], ""))
	}
	t.Flush()
	return t.Error()
}

func cells(s *slide, kind string) []string {
	out := make([]string, len(header))
	number := func(i, n int) {
		if n != 0 {
			out[i] = strconv.Itoa(n)
		}
	}
	if s.Start != nil {
		number(0, s.Start.Year)
		number(1, s.Start.Month)
		number(2, s.Start.Day)
	}
	if s.End != nil {
		number(4, s.End.Year)
		number(5, s.End.Month)
		number(6, s.End.Day)
	}
	out[8], out[9], out[10], out[16], out[17] = html.UnescapeString(s.DisplayDate), inert(s.Text.Headline), inert(s.Text.Text), kind, inert(html.UnescapeString(s.Group))
	if s.Media != nil {
		out[11], out[12] = s.Media.URL, inert(s.Media.Credit)
	}
	return out
}

// inert puts an apostrophe before what a spreadsheet would take for a formula.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// Package given reads events that somebody has written down already, each with its day and place: tables (CSV, also those of
// TimelineJS), TimelineJS and StoryMapJS (JSON), GeoJSON with times, KML and KMZ, calendars (ICS), and what this program
// wrote in these forms. Each row becomes a sentence of an article, with a story.Given that says where and when: nothing of
// it is guessed. Rows that name their article are put together by it.
//
// Days stay days: no zone moves them, and an instant counts as the day it is written with.
package given

import (
	"fmt"
	"path"
	"strings"

	"dateline/app/daywords"
	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// row is one event as the file gives it.
type row struct {
	text, what    string
	place         string
	at            orb.Point
	hasAt         bool
	when          story.Moment
	status        string
	quote         bool // it gives words, and no event
	article       string
	author        string
	publisher     string
	section       string
	language      string
	url           string
	published     string
	bad           string // why its day or place cannot be used
	kind, group   string
	first, second string // title and text as they came, for files in which they are two
}

// most bounds the rows of a file.
const most = 100_000

// set of rows with what the file says of itself.
type set struct {
	title string
	rows  []row
	own   bool // this program wrote it
}

// documents are the articles of the rows, in the order in which they come up.
func (s *set) documents(in *document.Input) ([]story.Document, error) {
	if len(s.rows) == 0 {
		return nil, fmt.Errorf("it has no events: %w", document.ErrNoText)
	}
	if len(s.rows) > most {
		s.rows = s.rows[:most]
		in.Note(fmt.Sprintf("what comes after the first %d rows was left out", most))
	}
	var all []*writer
	byKey := map[string]*writer{}
	bad := 0
	for i := range s.rows {
		r := &s.rows[i]
		key := r.article + "\x00" + r.url + "\x00" + r.publisher
		w := byKey[key]
		if w == nil {
			w = newWriter(r, s.title, in)
			byKey[key] = w
			all = append(all, w)
		}
		if r.bad != "" {
			if bad++; bad <= 5 {
				in.Note(fmt.Sprintf("row %d: %s", i+1, r.bad))
			}
		}
		w.add(r)
	}
	if bad > 5 {
		in.Note(fmt.Sprintf("%d rows more have a day or a place that cannot be used", bad-5))
	}
	var docs []story.Document
	name := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
	for i, w := range all {
		w.doc.Text = w.text.String()
		if len(all) > 1 {
			w.doc.File = fmt.Sprintf("%s #%d", name, i+1)
		}
		docs = append(docs, w.doc)
	}
	return docs, nil
}

// writer makes the article of the rows that belong to it.
type writer struct {
	doc  story.Document
	text strings.Builder
	said map[string]story.Span // sentences that stand there already
}

func newWriter(r *row, title string, in *document.Input) *writer {
	w := &writer{said: map[string]story.Span{}}
	w.doc = story.Document{Title: line(r.article), Byline: line(r.author), Publisher: line(r.publisher), Section: line(r.section), Declared: document.LanguageTag(r.language)}
	if w.doc.Title == "" {
		w.doc.Title = line(title)
	}
	if w.doc.Title == "" {
		base := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
		w.doc.Title = strings.TrimSuffix(base, path.Ext(base))
	}
	if strings.HasPrefix(r.url, "http://") || strings.HasPrefix(r.url, "https://") {
		w.doc.URL = r.url
	}
	if d, ok := story.ParseDay(r.published); ok {
		w.doc.Dates = []story.DateClue{{Day: d, Source: story.SourceMeta, Words: "published: " + r.published}}
	}
	w.doc.Zones = []story.Zone{{Span: w.write(w.doc.Title), Kind: story.ZoneHeadline}}
	return w
}

func (w *writer) write(s string) story.Span {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	at := w.text.Len()
	w.text.WriteString(s)
	return story.Span{Start: at, End: w.text.Len()}
}

// add writes the sentence of a row, once, and keeps what it gives.
func (w *writer) add(r *row) {
	s := line(r.text)
	if s == "" {
		s = line(r.what)
	}
	if s == "" {
		s = line(r.place)
	}
	if s == "" {
		return
	}
	span, ok := w.said[s]
	if !ok {
		span = w.write(s)
		w.said[s] = span
	}
	if r.quote {
		return
	}
	g := story.Given{Span: span, What: clip(line(r.what)), Place: line(r.place), At: r.at, HasAt: r.hasAt, When: r.when}
	if m, ok := story.ParseModality(r.status); ok {
		g.Status = m
	}
	w.doc.Given = append(w.doc.Given, g)
}

// line is a text on one line, without what is never seen.
func line(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToValidUTF8(document.Visible(s), "\ufffd"), "\x00", "")), " ")
}

// clip shortens what an event is called.
func clip(s string) string {
	const longest = 80 // runes
	if r := []rune(s); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return s
}

// html is the paragraphs of a text that may have tags in it.
func html(s string) []string {
	if !strings.ContainsAny(s, "<&") {
		return []string{s}
	}
	var out []string
	for _, b := range extract.Default.All(extract.Parse(s)) {
		out = append(out, b.Text)
	}
	return out
}

// plain is a text that may have tags in it, on one line.
func plain(s string) string { return line(strings.Join(html(s), " ")) }

// headed puts what an event is called before its text, where the text does not say it.
func (r *row) headed() {
	switch {
	case r.text == "":
		r.text = r.what
	case r.what != "" && !strings.Contains(r.text, r.what):
		r.text = strings.TrimRight(r.what, ".") + ". " + r.text
	}
}

// point keeps a point; one that lies nowhere on Earth is a fault of the row.
func (r *row) point(lon, lat float64) {
	if !(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90) {
		r.bad = fmt.Sprintf("%v, %v is no place on Earth: the file may count in metres; save it in degrees (WGS 84)", lat, lon)
		return
	}
	r.at, r.hasAt = orb.Point{lon, lat}, true
}

// span keeps the days from one value to another, either of which may be empty.
func (r *row) span(from, to string) {
	a, okA := moment(from)
	b, okB := moment(to)
	for _, v := range []struct {
		s  string
		ok bool
	}{{from, okA}, {to, okB}} {
		if strings.TrimSpace(v.s) != "" && !v.ok {
			r.bad = fmt.Sprintf("%q is no day that is understood; write it as 2025-03-12", clip(v.s))
		}
	}
	switch {
	case okA && okB:
		if b.Latest < a.Earliest {
			a, b = b, a
		}
		m := story.Moment{Earliest: a.Earliest, Latest: b.Latest, Precision: a.Precision, P: 1, Clock: a.Clock}
		if m.Earliest.Bounded() && m.Latest.Bounded() && m.Latest != a.Latest {
			m.Precision = story.PrecisionOf(int(m.Latest-m.Earliest) + 1)
		}
		r.when = m
	case okA:
		r.when = a
	case okB:
		r.when = b
	}
}

// open makes an end of the days open where the file leaves it out.
func (r *row) open(from, to string) {
	if !r.when.Dated() {
		return
	}
	if strings.TrimSpace(from) == "" {
		r.when.Earliest = story.DayMin
	}
	if strings.TrimSpace(to) == "" {
		r.when.Latest = story.DayMax
	}
}

// moment reads a day, month, year or interval: "2025-03-12", "2025-03", "2025", "2025-03-12T08:00Z", "12 March 2025".
func moment(s string) (story.Moment, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 100 {
		return story.Moment{}, false
	}
	day, clock := s, ""
	if i := strings.IndexAny(s[1:], "T "); i > 0 && i+1 <= 11 && (s[0] == '-' || s[0] >= '0' && s[0] <= '9') {
		day, clock = s[:i+1], strings.TrimSpace(s[i+2:])
	}
	if clock == "" || strings.Contains(clock, ":") {
		if m, ok := story.ParseEDTF(strings.ReplaceAll(day, "/", slashFor(day))); ok && m.Dated() {
			m.P = 1
			if len(clock) >= 5 {
				m.Clock = clock[:5]
			}
			return m, true
		}
	}
	if d, ok := daywords.Find(s); ok {
		m := story.On(d.Day, 1, story.BasisNone)
		m.Clock = d.Clock
		return m, true
	}
	return numeric(s)
}

// slashFor keeps the stroke of an interval, and makes dashes of those in a day: "2025/03/12".
func slashFor(s string) string {
	if strings.Count(s, "/") == 2 && len(s) == 10 {
		return "-"
	}
	return "/"
}

// numeric reads "12.03.2025", and "03/13/2025" where only one order can be meant; "20250312".
func numeric(s string) (story.Moment, bool) {
	if len(s) >= 8 && strings.Trim(s[:8], "0123456789") == "" {
		if d, ok := story.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:8]); ok {
			return story.On(d, 1, story.BasisNone), true
		}
	}
	var n [3]int
	sep := "."
	if strings.Contains(s, "/") {
		sep = "/"
	}
	parts := strings.Split(s, sep)
	if len(parts) != 3 {
		return story.Moment{}, false
	}
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" || len(p) > 4 || strings.Trim(p, "0123456789") != "" {
			return story.Moment{}, false
		}
		for _, c := range []byte(p) {
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	d, m := n[0], n[1]
	if sep == "/" && m > 12 {
		d, m = m, d
	} else if sep == "/" && d <= 12 && d != m {
		return story.Moment{}, false
	}
	if !story.ValidDate(n[2], m, d) || n[2] < 1000 {
		return story.Moment{}, false
	}
	return story.On(story.NewDay(n[2], m, d), 1, story.BasisNone), true
}

// wordy reads days in words as this program writes them: "10 March 2025 to 17 March 2025", "until 3 May 2024".
func (r *row) wordy(s string) {
	s = strings.TrimSpace(s)
	a, b, two := strings.Cut(s, " to ")
	if rest, ok := strings.CutPrefix(s, "until "); ok {
		r.span("", rest)
		r.open("", rest)
		return
	}
	if rest, ok := strings.CutPrefix(s, "from "); ok {
		r.span(rest, "")
		r.open(rest, "")
		return
	}
	if !two {
		b = ""
	}
	was := r.bad
	if r.span(a, b); !r.when.Dated() {
		r.bad = was // free words need be no day
	}
}

package bind

import (
	"fmt"
	"strings"

	"dateline/app/export"
	"dateline/app/export/cite"
	"dateline/app/export/rows"
	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Copy is something of what is selected that can be put on the clipboard.
type Copy struct {
	Name  string // of the item in a menu
	Words string // plain text
}

// Copies are what can be copied of what is selected: a quote and a sentence with the source beneath, a place with where it
// lies, the source by itself. Of words that are not in quotation marks only the sentence is offered, for they are not exact.
func (w Words) Copies(st session.State, atlas Atlas) []Copy {
	doc := st.SelectedArticle()
	if doc < 0 {
		return nil
	}
	var out []Copy
	a := st.Story.Articles[doc]
	if i := st.SelectedQuote(); i >= 0 && st.Story.Quotes[i].Kind == story.QuoteDirect {
		q := &st.Story.Quotes[i]
		lines := []string{curly(export.OneLine(a.Text, q.Span))}
		if name, role := w.speaker(st.Story, q); q.Speaker >= 0 && role != "" {
			lines = append(lines, name+", "+role)
		} else if q.Speaker >= 0 {
			lines = append(lines, name)
		}
		out = append(out, Copy{w.L("Copy quote with source"), strings.Join(append(lines, cite.Note(st.Story, doc)), "\n")})
	}
	if span := st.Selected.Sentence; !span.Empty() {
		out = append(out, Copy{w.L("Copy sentence with source"), export.OneLine(a.Text, span) + "\n" + cite.Note(st.Story, doc)})
	}
	if p := selectedPlace(st); p != nil {
		out = append(out, Copy{w.L("Copy place"), w.placeLine(p, atlas)})
	}
	return append(out, Copy{w.L("Copy source"), cite.Note(st.Story, doc)})
}

// Copied is what copying takes of the row that the person is at: of the list of places the place, of quotes the quote, of
// articles the source, of the others the sentence; "" where nothing is selected.
func (w Words) Copied(st session.State, list List, atlas Atlas) string {
	all := w.Copies(st, atlas)
	if len(all) == 0 {
		return ""
	}
	first := w.L("Copy sentence with source")
	switch list {
	case ListQuotes:
		first = w.L("Copy quote with source")
	case ListPlaces:
		first = w.L("Copy place")
	case ListArticles:
		first = w.L("Copy source")
	}
	for _, c := range all {
		if c.Name == first {
			return c.Words
		}
	}
	return all[0].Words
}

// selectedPlace is where what is selected happens, or is said; nil where that is not known.
func selectedPlace(st session.State) *geo.Place {
	if i := st.SelectedEvent(); i >= 0 && st.Story.Events[i].Where != nil {
		return &st.Story.Events[i].Where.Place
	}
	if i := st.SelectedQuote(); i >= 0 && st.Story.Quotes[i].Where != nil {
		return &st.Story.Quotes[i].Where.Place
	}
	return nil
}

// placeLine is a place as any other map can find it: "Port, Attica, Greece (50.0000, 10.0000)", latitude first. A region
// says what it is, and the town whose point is given: "Valley (state; Seat: 51.0000, 12.0000)".
func (w Words) placeLine(p *geo.Place, atlas Atlas) string {
	out := export.Clean(p.Name)
	add := func(s string) {
		if s != "" && s != p.Name {
			out += ", " + export.Clean(s)
		}
	}
	add(p.Admin1Name)
	if atlas.Country != nil && p.Country != "" {
		add(atlas.Country(p.Country))
	}
	at := export.Anchor(*p)
	point := degrees(at[1]) + ", " + degrees(at[0])
	switch {
	case p.Kind.Area() && p.AnchorName != "":
		return fmt.Sprintf("%s (%s; %s: %s)", out, w.Kind(p.Kind), p.AnchorName, point)
	case p.Kind.Area():
		return fmt.Sprintf("%s (%s; %s)", out, w.Kind(p.Kind), point)
	}
	return fmt.Sprintf("%s (%s)", out, point)
}

func degrees(x float64) string { return fmt.Sprintf("%.4f", x) }

// QuoteTable is the list of quotes as a table for a spreadsheet: a line a row, cells parted by tabs, the first line heads.
func (w Words) QuoteTable(st session.State) string {
	t := tabbed{}
	t.line(w.L("Quote"), w.L("Speaker"), w.L("Role"), w.L("When"), w.L("Place"), w.L("Source"))
	cards := w.Cards(st.Story, st.Log)
	for _, q := range Quotes(st.Story, st.View) {
		c := cards.At(q.At)
		t.line(c.Words, c.Speaker, c.Role, c.When, c.Where, cite.Note(st.Story, st.Story.Quotes[q.At].Doc))
	}
	return t.String()
}

// PlaceTable is the list of places: with latitude and longitude of what the map marks.
func (w Words) PlaceTable(st session.State) string {
	at := make(map[string]orb.Point, len(st.View.Marks))
	for i := range st.View.Marks {
		at[MarkID(st.View.Marks[i].At)] = st.View.Marks[i].At
	}
	t := tabbed{}
	t.line(w.L("Place"), w.L("Latitude"), w.L("Longitude"), w.L("Kind"), w.L("Note"))
	for _, r := range w.PlaceRows(st, Inks{}) {
		lat, lon := "", ""
		if p, ok := at[r.ID]; ok {
			lat, lon = degrees(p[1]), degrees(p[0])
		}
		t.line(r.Title, lat, lon, r.Section, join(r.Right, r.Detail))
	}
	return t.String()
}

// EventTable is the list of events: with whole sentences, the days as words and as YYYY-MM-DD, and the source.
func (w Words) EventTable(st session.State) string {
	t := tabbed{}
	t.line(w.L("When"), w.L("First day"), w.L("Last day"), w.L("Sentence"), w.L("Place"), w.L("Latitude"), w.L("Longitude"), w.L("Note"), w.L("Source"))
	for _, i := range st.View.Events {
		e, r := &st.Story.Events[i], rows.OfEvent(st.Story, i)
		from, to := r.Days()
		lat, lon, note := "", "", ""
		if r.Where != nil {
			lat, lon = degrees(r.At[1]), degrees(r.At[0])
		}
		if !e.Modality.Real() {
			note = w.modality(e.Modality)
		}
		if r.Sentence == "" {
			r.Sentence = r.Clause
		}
		t.line(w.moment(e.When), from, to, r.Sentence, r.Place(), lat, lon, note, cite.Note(st.Story, e.Doc))
	}
	return t.String()
}

// CheckTable is the list of what to check: each question with the answer that is shown and what a person said to it.
func (w Words) CheckTable(s *story.Story, items []review.Item, atlas Atlas) string {
	t := tabbed{}
	t.line(w.L("Question"), w.L("Words"), w.L("Answer"), w.L("Note"), w.L("Check"), w.L("Source"))
	for i, it := range w.CheckItems(s, items, atlas) {
		t.line(it.Ask, it.Words, it.Chip, it.Rest, strings.ToLower(w.Status(it.Status)), cite.Note(s, items[i].Doc))
	}
	return t.String()
}

// ArticleTable is the list of articles as it is sorted.
func (w Words) ArticleTable(s *story.Story, items []ArticleItem) string {
	t := tabbed{}
	t.line(w.L("Article"), w.L("Published"), w.L("Note"), w.L("Source"))
	for k := range items {
		if i := s.ArticleAt(items[k].ID); i >= 0 && !items[k].Heading {
			t.line(Title(s.Articles[i]), w.Published(s.Articles[i].Published), items[k].More, cite.Note(s, i))
		}
	}
	return t.String()
}

// tabbed is a table in the making as the clipboard has it.
type tabbed struct{ strings.Builder }

// line adds a row. What a spreadsheet would take for a formula gets an apostrophe, so that it is shown as text; numbers stay.
func (t *tabbed) line(cells ...string) {
	for i, c := range cells {
		if i > 0 {
			t.WriteByte('\t')
		}
		c = strings.Join(strings.Fields(export.Clean(c)), " ")
		if c != "" && strings.ContainsRune("=+-@", rune(c[0])) && strings.Trim(c, "-.0123456789") != "" {
			t.WriteByte('\'')
		}
		t.WriteString(c)
	}
	t.WriteByte('\n')
}

// OnClipboard says what was copied.
func (w Words) OnClipboard(words string) string {
	return w.L("On the clipboard: {{.Words}}", map[string]any{"Words": clip(words, 60)})
}
